// All pages of a person, with something to show on each.
#pragma once

#include <QtTest>

#include "app/qt_convert.h"
#include "tests/qml/maya.h"

namespace meridian::test {

// Something to show on every page: an approved version, one that waits, a question and milestones.
struct EveryPage : Maya {
  OpId sent;

  EveryPage() {
    readBrief();
    approveFirst();
    taken(work(*maya).ask(domain::BriefPart::Make, std::nullopt, "Is 40 seconds enough?"));
    sent = submit("Day 7, no filter, a second cut.");
    settle();
  }
  std::unique_ptr<Replica>& of(const QString& person) {
    return person == "maya" ? maya : person == "dana" ? dana : svetlana;
  }
  // Each page of whoever has the window; a failed check ends it.
  template <class Check>
  void visit(App& app, Check check) {
    QTRY_VERIFY(app.session->role() != "");
    QVariant pages;
    QMetaObject::invokeMethod(app.window, "storyPages", Q_RETURN_ARG(QVariant, pages));
    QVERIFY(pages.toList().size() >= 6);
    for (const QVariant& page : pages.toList()) {
      QVariantMap about;
      if (page.toString().endsWith("/ReviewPage"))
        about = {{"space", app::toQt(space)}, {"submission", app::toQt(sent)}};
      if (page.toString().endsWith("/BriefDeskPage")) about = {{"space", app::toQt(space)}};
      QMetaObject::invokeMethod(app.window, "showStoryPageAbout", Q_ARG(QString, page.toString()),
                                Q_ARG(QVariant, QVariant(about)));
      QTest::qWait(200);
      check(page.toString());
      if (QTest::currentTestFailed()) return;
    }
  }
};

} // namespace meridian::test
