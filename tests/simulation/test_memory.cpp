// Memory that runs out in the middle of something leaves it as if it had not begun.
#include <QTemporaryDir>
#include <QTest>
#include <new>

#include "core/base/file.h"
#include "core/crypto/signing/system_random.h"
#include "core/replica/access.h"
#include "core/replica/profile.h"
#include "core/replica/replica.h"
#include "tests/simulation/heap.h"

namespace test_memory {

using namespace meridian;

class TestMemory : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { signing::initialise(); }

  // Nobody is without a role for the rest of the day because the log could be read only in part at first.
  void aLogReadInPartIsReadAgain() {
    {
      auto made = replica::Replica::create(options(), unlock(),
                                           {"Mila", "Europe/Belgrade", domain::Language::En, {}, {}});
      QVERIFY(made.has_value());
      const auto founded = replica::Founding::create(
          **made, "Verba", {.en = "Spring", .ru = "Весна", .source = domain::Language::En, .madeFrom = {}});
      QVERIFY(founded.has_value());
      m_campaign = *founded;
    }
    int met = 0;
    for (std::uint64_t n = 0;; ++n) {
      auto opened = replica::Replica::open(options(), unlock());
      QVERIFY(opened.has_value());
      const auto before = sim::Heap::failures();
      try {
        sim::Heap::begin({.n = n, .count = 1, .sizeMin = 1});
        (void)(*opened)->campaign(m_campaign);
      } catch (const std::bad_alloc&) {
        ++met;
      }
      (void)sim::Heap::mend();
      if (sim::Heap::failures() == before) break; // it needs no more than that
      const auto ref = (*opened)->campaign(m_campaign);
      QVERIFY2(ref.has_value(), qPrintable(QString::number(n)));
      QVERIFY2(!ref->me.isZero(), qPrintable(QString::number(n)));
      QVERIFY2(ref->role == log::Role::BrandLead, qPrintable(QString::number(n)));
    }
    QVERIFY(met > 10);
  }

  // The standard library's way through a folder would have ended the program.
  void aFolderIsReadOrNothingHappened() {
    int met = 0;
    for (std::uint64_t n = 0;; ++n) {
      const auto before = sim::Heap::failures();
      try {
        sim::Heap::begin({.n = n, .count = 1, .sizeMin = 1});
        const auto names = namesIn(root() / "profile");
        (void)sim::Heap::mend();
        QVERIFY(names.has_value() && names->size() >= 4);
      } catch (const std::bad_alloc&) {
        ++met;
      }
      (void)sim::Heap::mend();
      if (sim::Heap::failures() == before) break;
    }
    QVERIFY(met > 1);
  }

  // Wherever it ends while a profile is opened, that one opens next time.
  void aProfileOpensOrSaysWhy() {
    for (std::uint64_t n = 0;; n += 1 + n / 16) {
      const auto before = sim::Heap::failures();
      try {
        sim::Heap::begin({.n = n, .count = 1, .sizeMin = 1});
        const auto opened = replica::Replica::open(options(), unlock());
        (void)sim::Heap::mend();
        QVERIFY(opened.has_value() || opened.error().code == ErrorCode::OutOfMemory);
      } catch (const std::bad_alloc&) {
      }
      (void)sim::Heap::mend();
      if (sim::Heap::failures() == before) break;
    }
    const auto opened = replica::Replica::open(options(), unlock());
    QVERIFY(opened.has_value());
    QVERIFY((*opened)->campaign(m_campaign).has_value());
  }

 private:
  std::filesystem::path root() const { return m_directory.path().toStdString(); }
  replica::OpenOptions options() const {
    replica::OpenOptions options;
    options.directory = root() / "profile";
    options.incarnationDirectory = root() / "state";
    return options;
  }
  replica::Unlock unlock() const {
    replica::Unlock unlock;
    unlock.with = replica::Unlock::With::KeyFile;
    unlock.keyFile = root() / "key";
    return unlock;
  }

  QTemporaryDir m_directory;
  SpaceId m_campaign;
};

QTEST_GUILESS_MAIN(TestMemory)

} // namespace test_memory
#include "test_memory.moc"
