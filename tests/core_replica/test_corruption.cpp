// What a damaged profile does: it says so, or it is whole. Never is there less of it than before without a
// word.
#include <fcntl.h>
#include <numeric>
#include <unistd.h>

#include "core/replica/state.h"
#include "tests/core_replica/story.h"

namespace test_corruption {

using namespace meridian;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t pageBytes = 4096, frameBytes = 24 + pageBytes, walHeaderBytes = 32;

Bytes contents(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}
void putBytes(const fs::path& file, ByteView bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << asText(bytes);
}
void flip(const fs::path& file, std::size_t at) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
  std::uint8_t byte = 0;
  if (::pread(descriptor, &byte, 1, static_cast<off_t>(at)) != 1) qFatal("no such byte");
  byte ^= 0x10;
  if (::pwrite(descriptor, &byte, 1, static_cast<off_t>(at)) != 1) qFatal("flip");
  ::close(descriptor);
}

// What became of a damaged profile.
// Verified: nobody is told before `verify` is asked, which finds it.
enum class Outcome { Refused, Reported, Verified, SetBack, Whole, Silent };

} // namespace

class TestCorruption : public QObject {
  Q_OBJECT

 private:
  test::World m_world;
  SpaceId m_campaign;
  std::set<ChangeId> m_all;  // of the profile before it was damaged
  fs::path m_closed, m_open; // its folder: closed, and as a crash would leave it, with a log

  [[nodiscard]] fs::path profile() const { return m_world.root() / "mila"; }
  [[nodiscard]] fs::path state() const { return m_world.root() / "state"; }
  [[nodiscard]] fs::path database() const { return profile() / "replica.db"; }
  [[nodiscard]] fs::path log() const { return profile() / "replica.db-wal"; }

  void keep(const fs::path& as) const {
    fs::copy(profile(), as, fs::copy_options::recursive);
    fs::copy(state(), fs::path(as).concat("-state"), fs::copy_options::recursive);
  }
  void putBack(const fs::path& from) const {
    fs::remove_all(profile());
    fs::remove_all(state());
    fs::copy(from, profile(), fs::copy_options::recursive);
    fs::copy(fs::path(from).concat("-state"), state(), fs::copy_options::recursive);
  }
  static Result<std::set<ChangeId>> changesOf(replica::Replica& replica, const SpaceId& campaign) {
    std::set<ChangeId> all;
    for (const auto& space : replica.spaces(campaign))
      for (const auto chain : {envelope::Chain::Authority, envelope::Chain::Content}) {
        auto rows = replica.file().changes.after(space.id, chain, 0, SIZE_MAX);
        if (!rows) return std::unexpected(rows.error());
        for (const auto& row : *rows)
          all.insert(row.change.id());
      }
    return all;
  }
  Outcome outcome() {
    auto opened = replica::Replica::open(m_world.options("mila"), m_world.unlock("mila"));
    if (!opened) {
      const auto code = opened.error().code;
      if (code != ErrorCode::Damaged && code != ErrorCode::UnsupportedFormat && code != ErrorCode::Io)
        qFatal("refused as %s", errorName(code).data());
      return Outcome::Refused;
    }
    auto& replica = **opened;
    if (replica.setBack()) return Outcome::SetBack;
    const auto changes = changesOf(replica, m_campaign);
    if (!changes || replica.damage()) return Outcome::Reported;
    if (const auto verified = replica.verify(); !verified || !verified->problems.empty())
      return Outcome::Verified;
    return std::ranges::includes(*changes, m_all) ? Outcome::Whole : Outcome::Silent;
  }
  struct Tally {
    int of[6] = {};
    int operator[](Outcome one) const { return of[static_cast<std::size_t>(one)]; }
    [[nodiscard]] int all() const { return std::accumulate(std::begin(of), std::end(of), 0); }
    [[nodiscard]] int named() const { return of[0] + of[1] + of[2]; }
  };
  // Damages what `from` holds, once for each of `places`.
  template <class Damage>
  Tally damageEach(const fs::path& from, std::size_t places, const Damage& damage) {
    Tally tally;
    for (std::size_t i = 0; i < places; ++i) {
      putBack(from);
      damage(i);
      const auto found = outcome();
      ++tally.of[static_cast<std::size_t>(found)];
      if (found == Outcome::Silent) qWarning("silent after damage %zu", i);
    }
    qInfo("%d: %d refused, %d reported, %d found by verify, %d set back, %d whole", tally.all(),
          tally[Outcome::Refused], tally[Outcome::Reported], tally[Outcome::Verified],
          tally[Outcome::SetBack], tally[Outcome::Whole]);
    return tally;
  }

 private slots:
  void initTestCase() {
    auto mila = m_world.person("mila", "Europe/Belgrade", domain::Language::En);
    m_campaign = test::taken(replica::Founding::create(*mila, "Verba", test::both("Verba", "Верба")));
    const replica::Place page{
        m_campaign, crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Campaign), {}}};
    const auto write = [&](int n) {
      MUST(replica::Editing(*mila).setText(page, domain::field::campaign::thesis, domain::Language::En,
                                           "Care that proves itself, " + std::to_string(n)));
    };
    for (int i = 0; i < 10; ++i)
      write(i);
    mila.reset();
    keep(m_world.root() / "older");
    mila = m_world.reopen("mila");
    for (int i = 10; i < 20; ++i)
      write(i);
    m_all = test::taken(changesOf(*mila, m_campaign));
    m_open = m_world.root() / "open";
    keep(m_open);
    mila.reset();
    m_closed = m_world.root() / "closed";
    keep(m_closed);
    QVERIFY(fs::exists(m_open / "replica.db-wal"));
    QVERIFY(!fs::exists(m_closed / "replica.db-wal"));
  }

  // The control: undamaged copies are whole, and a silently shorter one would be seen.
  void undamagedIsWhole() {
    for (const auto& from : {m_closed, m_open}) {
      putBack(from);
      QVERIFY(outcome() == Outcome::Whole);
    }
    putBack(m_world.root() / "older"); // with the marker of then: as if it had always been so
    QVERIFY(outcome() == Outcome::Silent);
  }

  // What a whole file may still say wrongly, each altered while the replica is open.
  void verifyNamesWhatDoesNotHold() {
    struct Row {
      const char *altered, *problem;
    };
    // The newest change: its op, what was judged of it, its signature's word; the entity that is in use.
    static constexpr Row rows[] = {
        {"UPDATE op SET bytes = (SELECT bytes FROM op ORDER BY n LIMIT 1) WHERE n = (SELECT max(n) FROM op)",
         ": its index differs"},
        {"DELETE FROM op WHERE n = (SELECT max(n) FROM op)", ": its index differs"},
        {"INSERT INTO op (n, change, entity, bytes) "
         "SELECT n + 1, change, entity, bytes FROM op WHERE n = (SELECT max(n) FROM op)",
         ": its index differs"},
        {"UPDATE change SET effect = 2 WHERE row = (SELECT change FROM op ORDER BY n DESC LIMIT 1)",
         ": is judged differently now"},
        {"DELETE FROM op WHERE n = (SELECT max(n) FROM op)", ": the view in use differs"},
    };
    for (const auto& row : rows) {
      putBack(m_closed);
      const auto mila = m_world.reopen("mila");
      QVERIFY(!mila->entities(m_campaign, domain::EntityKind::Campaign).empty()); // in use from here on
      const auto before = mila->verify();
      MUST(before);
      QVERIFY(before->problems.empty());
      MUST(mila->file().connection().execute(row.altered));
      const auto after = mila->verify();
      MUST(after);
      const auto named = [&](const std::string& one) { return one.ends_with(row.problem); };
      QVERIFY2(std::ranges::any_of(after->problems, named), row.altered);
    }
  }

  void everyByteOfTheFirstPage() {
    const auto tally = damageEach(m_closed, 256, [&](std::size_t i) { flip(database(), i); });
    QCOMPARE(tally[Outcome::Refused], tally.all());
    // The rest of the page is under one authentication code.
    const auto rest =
        damageEach(m_closed, (pageBytes - 256) / 61, [&](std::size_t i) { flip(database(), 256 + i * 61); });
    QCOMPARE(rest[Outcome::Refused], rest.all());
  }

  void aByteOfEveryPage() {
    const auto pages = fs::file_size(m_closed / "replica.db") / pageBytes;
    const auto tally = damageEach(
        m_closed, pages, [&](std::size_t i) { flip(database(), i * pageBytes + (i * 997) % pageBytes); });
    QCOMPARE(tally[Outcome::Silent], 0);
    QVERIFY(tally.named() > tally.all() / 2);
  }

  // As a lost sector reads, and as SQLCipher takes what lies beyond the end for: such a page passes its
  // authentication, so that nothing is noticed before what should have been on it is looked for.
  void zeroedPages() {
    const auto pages = fs::file_size(m_closed / "replica.db") / pageBytes;
    const auto tally = damageEach(m_closed, pages, [&](std::size_t i) {
      auto bytes = contents(database());
      std::fill_n(bytes.begin() + std::ptrdiff_t(i * pageBytes), pageBytes, std::uint8_t{0});
      putBytes(database(), bytes);
    });
    QCOMPARE(tally[Outcome::Silent], 0);
    QVERIFY(tally.named() > tally.all() / 2);
  }

  void cutAtEveryPageAndInsideIt() {
    const auto pages = fs::file_size(m_closed / "replica.db") / pageBytes;
    const auto tally = damageEach(m_closed, 2 * pages,
                                  [&](std::size_t i) { fs::resize_file(database(), i * pageBytes / 2); });
    QCOMPARE(tally[Outcome::Silent], 0);
    QCOMPARE(tally[Outcome::Whole], 0);
  }

  void swappedPages() {
    const auto pages = fs::file_size(m_closed / "replica.db") / pageBytes;
    const auto tally = damageEach(m_closed, pages - 2, [&](std::size_t i) {
      auto bytes = contents(database());
      std::swap_ranges(bytes.begin() + std::ptrdiff_t((i + 1) * pageBytes),
                       bytes.begin() + std::ptrdiff_t((i + 2) * pageBytes),
                       bytes.begin() + std::ptrdiff_t((i + 2) * pageBytes));
      putBytes(database(), bytes);
    });
    QCOMPARE(tally[Outcome::Silent], 0);
    QVERIFY(tally.named() > tally.all() / 2);
  }

  // SQLite takes a log that ends early for one that was written so far: the marker knows better.
  void aLogThatLostItsEnd() {
    const auto frames = (fs::file_size(m_open / "replica.db-wal") - walHeaderBytes) / frameBytes;
    QVERIFY(frames > 20);
    const auto tally = damageEach(m_open, 2 * frames, [&](std::size_t i) {
      fs::resize_file(log(), walHeaderBytes + i * frameBytes / 2);
    });
    QCOMPARE(tally[Outcome::Silent], 0);
    QVERIFY(tally[Outcome::SetBack] > tally.all() / 2);
  }

  void aLogWithAFlippedByte() {
    const auto frames = (fs::file_size(m_open / "replica.db-wal") - walHeaderBytes) / frameBytes;
    const auto tally = damageEach(m_open, frames + walHeaderBytes, [&](std::size_t i) {
      flip(log(), i < walHeaderBytes
                      ? i
                      : walHeaderBytes + (i - walHeaderBytes) * frameBytes + (i * 997) % frameBytes);
    });
    QCOMPARE(tally[Outcome::Silent], 0);
    QVERIFY(tally[Outcome::SetBack] > 0);
  }

  void aLogThatIsMissingOrEmptyOrNoLog() {
    const auto tally = damageEach(m_open, 3, [&](std::size_t i) {
      if (i == 0) fs::remove(log());
      if (i == 1) fs::resize_file(log(), 0);
      if (i == 2) putBytes(log(), Bytes(100'000, 0x42));
    });
    QCOMPARE(tally[Outcome::SetBack], 3);
  }

  void aFileThatIsMissingOrEmptyOrNoDatabase() {
    const auto tally = damageEach(m_closed, 3, [&](std::size_t i) {
      if (i == 0) fs::remove(database());
      if (i == 1) fs::resize_file(database(), 0);
      if (i == 2) putBytes(database(), Bytes(100'000, 0x42));
    });
    QCOMPARE(tally[Outcome::Refused], 3);
  }

  void anOlderCopyOfTheFolderIsToldOf() {
    putBack(m_closed);
    fs::remove_all(profile());
    fs::copy(m_world.root() / "older", profile(), fs::copy_options::recursive);
    {
      auto replica = m_world.reopen("mila");
      const auto lost = replica->setBack();
      QVERIFY(lost);
      QCOMPARE(lost->writes, std::uint64_t{10});
      QCOMPARE(lost->receipts, std::uint64_t{0});
    }
    auto replica = m_world.reopen("mila"); // it is told until it was heard
    QVERIFY(replica->setBack());
    MUST(replica->toldOfSetBack());
    QVERIFY(!replica->setBack());
    replica.reset();
    QVERIFY(!m_world.reopen("mila")->setBack());
  }

  // What others wrote and is gone again is told of too, and needs no new incarnation.
  void receivedChangesThatAreGoneAreToldOf() {
    test::Story story;
    story.svetlana.reset();
    const auto folder = story.world.root() / "svetlana";
    fs::copy(folder, story.world.root() / "before", fs::copy_options::recursive);
    story.svetlana = story.world.reopen("svetlana");
    const auto incarnation = story.svetlana->incarnation();
    MUST(replica::Editing(*story.mila)
             .setText({story.campaign,
                       crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Campaign), {}}},
                      domain::field::campaign::thesis, domain::Language::En, "Care that lasts."));
    QVERIFY(story.world.carry(*story.mila, *story.svetlana, story.campaign) > 0);
    story.svetlana.reset();
    fs::remove_all(folder);
    fs::rename(story.world.root() / "before", folder);
    story.svetlana = story.world.reopen("svetlana");
    QCOMPARE(story.svetlana->incarnation(), incarnation);
    QVERIFY(story.svetlana->setBack());
    QCOMPARE(story.svetlana->setBack()->writes, std::uint64_t{0});
    QCOMPARE(story.svetlana->setBack()->receipts, std::uint64_t{1});
    QVERIFY(story.world.carry(*story.mila, *story.svetlana, story.campaign) > 0); // and comes back
  }

  void everyByteAndEveryLengthOfTheMarker() {
    const auto marker = fs::directory_iterator(state())->path().filename();
    const auto size = fs::file_size(m_closed.string() + "-state/" + marker.string());
    const auto tally = damageEach(m_closed, 2 * size, [&](std::size_t i) {
      if (i < size)
        flip(state() / marker, i);
      else
        fs::resize_file(state() / marker, i - size);
    });
    QCOMPARE(tally[Outcome::Silent], 0);
    QCOMPARE(tally.named(), 0); // at worst a new incarnation begins
    fs::remove_all(state());
    QVERIFY(outcome() == Outcome::Whole);
  }

  // The marker of an older version counts no receipts, and means the same.
  void aMarkerOfAnOlderVersionIsRead() {
    putBack(m_closed);
    const auto marker = fs::directory_iterator(state())->path();
    auto text = contents(marker);
    text.resize(37);
    text.push_back('\n');
    putBytes(marker, text);
    const auto before = [&] { return m_world.reopen("mila")->incarnation(); };
    const auto incarnation = before();
    QCOMPARE(incarnation.hex(), std::string(asText(text).substr(0, 16)));
    QVERIFY(!m_world.reopen("mila")->setBack());
  }

  void everyByteAndEveryLengthOfTheVault() {
    const auto size = fs::file_size(m_closed / "profile.vault");
    for (std::size_t i = 0; i < 2 * size; ++i) {
      putBack(m_closed);
      if (i < size)
        flip(profile() / "profile.vault", i);
      else
        fs::resize_file(profile() / "profile.vault", i - size);
      const auto opened = replica::Replica::open(m_world.options("mila"), m_world.unlock("mila"));
      QVERIFY2(!opened, qPrintable(QString::number(i)));
      const auto code = opened.error().code;
      QVERIFY2(code == ErrorCode::Damaged || code == ErrorCode::UnsupportedFormat ||
                   code == ErrorCode::WrongKey,
               errorName(code).data());
    }
    putBack(m_closed); // and nothing of it harmed the file
    QVERIFY(outcome() == Outcome::Whole);
  }

  // What cannot be read answers as if it were not there. Nobody goes live by that: an approval that a newer
  // version has overtaken holds again if the newer one is not seen.
  void nothingIsDecidedByWhatCannotBeRead() {
    test::Story story;
    story.begin();
    const auto first = story.submit("Day 1.");
    story.settle();
    MUST(story.reviewing(*story.dana).opened(story.space, first));
    MUST(story.reviewing(*story.dana).approve(story.space, first));
    story.world.clock->advance(std::chrono::minutes{1});
    story.settle();
    QVERIFY(story.deliverableOf(*story.maya).mayGoLive());
    story.submit("Day 1, again.");
    story.maya.reset();

    const auto file = story.world.root() / "maya" / "replica.db";
    const auto whole = contents(file);
    int reported = 0;
    const auto pages = whole.size() / pageBytes;
    for (std::size_t page = 1; page < pages; ++page) {
      putBytes(file, whole);
      flip(file, page * pageBytes + (page * 997) % pageBytes);
      auto opened = replica::Replica::open(story.world.options("maya"), story.world.unlock("maya"));
      if (!opened) continue;
      auto& maya = **opened;
      const auto home = story.reading(maya).home();
      const bool mayGoLive = home && !home->deliverables.empty() && home->deliverables.front().mayGoLive();
      QVERIFY2(!mayGoLive || maya.damage(), qPrintable(QString::number(page)));
      const auto live = story.work(maya).goLive(story.deliverable, "https://video.example/1", false);
      QVERIFY2(!live, qPrintable(QString::number(page)));
      if (!maya.damage()) continue;
      ++reported;
      // Nor is anything else signed by then, and no rule is blamed.
      const auto sent = story.work(maya).submit(story.draft("Day 1, once more."));
      QVERIFY2(!sent, qPrintable(QString::number(page)));
      QCOMPARE(maya.reasonOf(sent.error()).code, ErrorCode::Damaged);
    }
    QVERIFY(reported > int(pages / 4));
    putBytes(file, whole);
    story.maya = story.world.reopen("maya");
    QVERIFY(!story.maya->damage());
    MUST(story.work(*story.maya).submit(story.draft("Day 1, once more.")));
  }

  // A damaged attachment is never shown as if it were the one that was sent.
  void attachments() {
    test::Story story;
    story.begin();
    const auto picked = story.world.root() / "day7.bin";
    Bytes plain(300'000);
    for (std::size_t i = 0; i < plain.size(); ++i)
      plain[i] = static_cast<std::uint8_t>(i * 7);
    putBytes(picked, plain);
    const auto attachment = test::taken(story.work(*story.maya).attach(picked));
    replica::Files files(*story.maya);
    QCOMPARE(test::taken(files.read(attachment, 1'000'000)), plain);
    const auto file = story.maya->blobFiles().pathOf(attachment.blob);
    const auto whole = contents(file);
    const auto refused = [&](const char* what) {
      const auto read = files.read(attachment, 1'000'000);
      QVERIFY2(!read, what);
      QVERIFY2(read.error().code == ErrorCode::Damaged || read.error().code == ErrorCode::AttachmentMissing,
               what);
    };
    for (std::size_t at = 0; at < whole.size(); at += whole.size() / 97) {
      flip(file, at);
      refused("flipped");
      putBytes(file, whole);
    }
    for (std::size_t size = 0; size < whole.size(); size += whole.size() / 31) {
      fs::resize_file(file, size);
      refused("cut");
      putBytes(file, whole);
    }
    fs::remove(file);
    refused("missing");
    putBytes(file, whole);
    QCOMPARE(test::taken(files.read(attachment, 1'000'000)), plain);
  }

  // Whoever lost the vault may find it again: a new profile in its place throws nothing away.
  void aNewProfileThrowsNoFileAwayWhoseVaultIsLost() {
    putBack(m_closed);
    const auto before = contents(database());
    fs::remove(profile() / "profile.vault");
    QVERIFY(!replica::profileExists(profile()));
    QCOMPARE(replica::vaultLost(profile())->code, ErrorCode::Damaged);
    QCOMPARE(replica::unlockWays(profile()).error().code, ErrorCode::Damaged);
    QCOMPARE(replica::Replica::open(m_world.options("mila"), m_world.unlock("mila")).error().detail,
             std::string(replica::vaultMissing));
    {
      auto fresh = replica::Replica::create(m_world.options("mila"), m_world.unlock("mila"),
                                            {"Mila", "Europe/Belgrade", domain::Language::En, {}, {}});
      MUST(fresh);
    }
    bool kept = false;
    for (const auto& entry : fs::directory_iterator(profile()))
      kept |= entry.is_regular_file() && entry.path() != database() && contents(entry.path()) == before;
    QVERIFY(kept);
  }
};

QTEST_GUILESS_MAIN(TestCorruption)

} // namespace test_corruption
#include "test_corruption.moc"
