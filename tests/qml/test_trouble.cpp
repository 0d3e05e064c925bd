// What is wrong with the data on this device stands above every page, from the moment that it shows.
#include <QAccessible>
#include <QtTest>

#include <filesystem>
#include <fstream>

#include "tests/qml/maya.h"
#include "tests/qml/window_words.h"

namespace test_trouble {

using namespace meridian;
using test::Maya;
using test::taken;
namespace fs = std::filesystem;

namespace {

constexpr std::streamoff pageBytes = 4096;

void flip(const fs::path& file, std::streamoff at) {
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  stream.seekg(at);
  const char byte = static_cast<char>(stream.get() ^ 0x10);
  stream.seekp(at);
  stream.put(byte);
  if (!stream.flush()) qFatal("the page was not spoilt");
}

// Spoils a page of Dana's file that nobody reads before the review queue is asked for; her replica is closed.
bool spoilTheQueue(Maya& story) {
  story.dana.reset();
  const fs::path file = story.world.root() / "dana" / "replica.db";
  const auto pages = static_cast<std::streamoff>(fs::file_size(file)) / pageBytes;
  for (std::streamoff page = 1; page < pages; ++page) {
    flip(file, page * pageBytes + 1'000);
    {
      auto opened = replica::Replica::open(story.world.options("dana"), story.world.unlock("dana"));
      if (opened && !(*opened)->campaigns().empty() && !(*opened)->damage()) {
        (void)replica::Reading(**opened, story.campaign).outbox(0);
        const bool unnoticed = !(*opened)->damage();
        (void)replica::Reading(**opened, story.campaign).reviewQueue();
        if (unnoticed && (*opened)->damage()) return true;
      }
    }
    flip(file, page * pageBytes + 1'000);
  }
  return false;
}

} // namespace

class TestTrouble : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QQuickWindow::setDefaultAlphaBuffer(false);
    QAccessible::setActive(true);
  }

  void damageThatAPageMeetsIsToldAboveIt() {
    Maya story;
    story.readBrief();
    story.submit("Day 7, no filter.");
    story.settle();
    QVERIFY(spoilTheQueue(story));
    Maya::App app(story, "dana", story.dana, {1280, 800});
    app.show("review");
    READS("something may be missing here, and nothing more can be signed. What was sent is safe");
    READS("Part of the review queue can’t be read on this device");
    QVERIFY(!test::reads(app.window, "everything here"));
    app.session->setLanguage("ru");
    READS("здесь может чего-то не хватать, и подписать больше ничего нельзя. Отправленное сохранено");
    READS("Часть отправок на согласовании не читается на этом устройстве");
  }

  void anOlderCopyOfTheFolderIsToldUntilItIsUnderstood() {
    Maya story;
    story.readBrief();
    const fs::path profile = story.world.root() / "maya", older = story.world.root() / "older";
    story.maya.reset();
    fs::copy(profile, older, fs::copy_options::recursive);
    story.maya = story.world.reopen("maya");
    story.submit("Day 7, no filter.");
    story.maya.reset();
    fs::remove_all(profile);
    fs::rename(older, profile);
    {
      Maya::App app(story);
      READS("gone back to an older state, and what was done last is missing");
      app.session->setLanguage("ru");
      READS("вернулись к более раннему состоянию");
      app.session->setLanguage("en");
      QTRY_VERIFY(test::press(app.window, "Understood"));
      QTRY_VERIFY(!test::reads(app.window, "gone back to an older state"));
    }
    Maya::App app(story);
    READS("1. Contact");
    app.answered();
    QVERIFY(!test::reads(app.window, "gone back to an older state"));
  }
};

QTEST_MAIN(TestTrouble)

} // namespace test_trouble
#include "test_trouble.moc"
