#include "app/story.h"

#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQuickItem>

#include <algorithm>
#include <cstdio>

#include "app/qt_convert.h"
#include "app/window_shot/window_shot.h"
#include "core/replica/reading.h"

namespace meridian::app {

namespace {

using State = SessionObject::State;
// Less is a bar, gutters and an empty line.
constexpr qreal sheetHeightMin = 190;
constexpr SettleTimes storyPause{.quiet = std::chrono::milliseconds{150}};

// Runs the event loop until `done()`, for at most ten seconds.
template <class Condition>
bool waitFor(Condition done) {
  QElapsedTimer timer;
  timer.start();
  while (!done()) {
    if (timer.elapsed() > 10'000) return false;
    QGuiApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
  }
  return true;
}

int complain(const QString& what) {
  std::fprintf(stderr, "%s\n", qPrintable(what));
  return 1;
}

// A page that is about one thing, with the thing; `suffix` tells several apart.
struct Subject {
  QString suffix;
  QVariantMap properties;
};
using Subjects = QMap<QString, QList<Subject>>;

QVariantMap reviewOf(const replica::SubmissionView& view) {
  return {{QStringLiteral("space"), toQt(view.space)},
          {QStringLiteral("submission"), toQt(view.status.submission.meta.id)}};
}

// One submission of each state that this person sees, and one creator with a finished and one with an
// unfinished draft. A page whose subject there is none of yet has an empty list: it cannot be opened.
Subjects subjectsIn(replica::Replica& replica, const SpaceId& campaign) {
  replica::Reading reading(replica, campaign);
  if (const auto home = reading.home()) {
    QList<Subject> toGoLive;
    for (const auto& status : home->deliverables)
      toGoLive << Subject{{}, {{QStringLiteral("deliverable"), toQt(status.deliverable.id)}}};
    return {{QStringLiteral("GoLivePage"), toGoLive}};
  }
  QList<Subject> toReview, desks;
  QList<int> states;
  for (const auto& item : reading.reviewQueue(true)) {
    const int state = static_cast<int>(item.submission.status.state);
    if (states.contains(state)) continue;
    states << state;
    const QString suffix = states.size() == 1 ? QString() : QString::number(states.size());
    toReview << Subject{suffix, reviewOf(item.submission)};
  }
  QList<bool> finished;
  for (const auto& creator : reading.creators()) {
    const bool mayIssue = creator.completeness && creator.completeness->mayIssue();
    if (finished.contains(mayIssue) || !reading.briefDesk(creator.space)) continue;
    finished << mayIssue;
    const QString suffix = finished.size() == 1 ? QString() : QString::number(finished.size());
    desks << Subject{suffix, {{QStringLiteral("space"), toQt(creator.space)}}};
  }
  return {{QStringLiteral("ReviewPage"), toReview}, {QStringLiteral("BriefDeskPage"), desks}};
}

Subjects subjectsOf(SessionObject& session) {
  Subjects subjects;
  if (session.state() != State::Open || !session.hasCampaign()) return subjects;
  bool answered = false;
  session.core().ask(
      &session,
      [campaign = session.campaign()](replica::Replica& replica) { return subjectsIn(replica, campaign); },
      [&](Subjects answer) {
        subjects = std::move(answer);
        answered = true;
      });
  (void)waitFor([&] { return answered; });
  return subjects;
}

// The sheets that the items below this one own, wherever in the tree they were declared.
void collectSheets(QObject* object, QList<QObject*>& sheets) {
  for (QObject* child : object->children()) {
    if (child->inherits("QQuickPopup")) {
      const bool sheet = QByteArray(child->metaObject()->className()).contains("Sheet");
      if (sheet && !sheets.contains(child)) sheets << child;
    } else if (qobject_cast<QQuickItem*>(child) == nullptr) {
      collectSheets(child, sheets);
    }
  }
  if (const auto* item = qobject_cast<QQuickItem*>(object))
    for (QQuickItem* child : item->childItems())
      if (child->isVisible()) collectSheets(child, sheets);
}

class Photographer {
 public:
  Photographer(QQuickWindow& window, const QString& folder) : m_window(window), m_folder(folder) {}

  void setLook(const QString& language, const QString& theme) {
    m_look = language + u'-' + theme;
    m_sheets.clear();
  }
  [[nodiscard]] QString failed() const { return m_failed; }

  // The page, and each sheet that opens above it.
  void visit(const QString& path, const Subject& subject) {
    QMetaObject::invokeMethod(&m_window, "showStoryPageAbout", Q_ARG(QString, path),
                              Q_ARG(QVariant, subject.properties));
    const QString page = path.section(u'/', -1) + subject.suffix;
    shoot(page);
    QVariant shown;
    QMetaObject::invokeMethod(&m_window, "storyPageItem", Q_RETURN_ARG(QVariant, shown));
    QList<QObject*> sheets;
    if (auto* item = shown.value<QObject*>(); item != nullptr) collectSheets(item, sheets);
    int number = 0;
    for (QObject* sheet : std::as_const(sheets)) {
      // The same one belongs to several pages; one about something that was not chosen here is empty.
      const QString title = sheet->property("title").toString();
      if (m_sheets.contains(title) || sheet->property("implicitHeight").toReal() < sheetHeightMin) continue;
      m_sheets << title;
      // One about a row of the page is opened from its first row.
      const bool ofRow = sheet->metaObject()->indexOfMethod("openForFirst()") >= 0;
      QMetaObject::invokeMethod(sheet, ofRow ? "openForFirst" : "open");
      shoot(QStringLiteral("%1.sheet%2").arg(page).arg(++number));
      QMetaObject::invokeMethod(sheet, "close");
    }
  }

 private:
  void shoot(const QString& name) {
    const QString file = QStringLiteral("%1-%2-%3.png").arg(name, m_look).arg(m_window.width());
    if (!shootWindow(m_window, QDir(m_folder).filePath(file), storyPause)) m_failed = file;
  }

  QQuickWindow& m_window;
  QString m_folder, m_look, m_failed;
  QStringList m_sheets; // photographed in this look, by title
};

} // namespace

int playStory(QQuickWindow& window, SessionObject& session, const QString& folder) {
  if (!waitFor([&] { return session.state() != State::Opening; }))
    return complain(QStringLiteral("The profile did not open in time."));
  if (session.state() == State::Locked && session.hasKeyFile()) return complain(session.problem());
  // Its campaign follows when the first question is answered.
  if (session.state() == State::Open) (void)waitFor([&] { return !session.role().isEmpty(); });
  const Subjects subjects = subjectsOf(session);
  Photographer photographer(window, folder);
  for (const auto& language : {QStringLiteral("en"), QStringLiteral("ru")}) {
    session.setLanguage(language);
    session.setContentLanguage(language);
    for (const auto& theme : {QStringLiteral("light"), QStringLiteral("dark")}) {
      session.preferences()->setTheme(theme);
      photographer.setLook(language, theme);
      QVariant pages;
      QMetaObject::invokeMethod(&window, "storyPages", Q_RETURN_ARG(QVariant, pages));
      for (const QVariant& page : pages.toList()) {
        const QString path = page.toString();
        for (const auto& subject : subjects.value(path.section(u'/', -1), {Subject{}}))
          photographer.visit(path, subject);
      }
    }
  }
  if (!photographer.failed().isEmpty())
    return complain(QStringLiteral("No picture could be written: %1").arg(photographer.failed()));
  return 0;
}

} // namespace meridian::app
