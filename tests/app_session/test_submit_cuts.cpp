// Scenario 8 of the design, whole: a creator submits a file and sends it, and the power goes at every write,
// sync and renaming of the database, of the files beside it, and before and after every frame that leaves or
// arrives. After the restart there is exactly one submission, at everybody's, with its file, and whatever was
// said to be done is done.
//
//   test_submit_cuts      some cuts, as in ctest; MERIDIAN_SUBMIT_CUTS=all tries every one
#include "tests/app_session/kept_profile.h"
#include "tests/app_session/on_relay.h"
#include "tests/simulation/small_files.h"

using namespace meridian;
using test::taken;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t fileBytes = 600'000; // three chunks
constexpr auto never = UINT64_MAX;

enum class Boundary { Database, Files, Frames };

// Maya's machine: its disk, the files beside the database, and the wire, all of which one power supply feeds.
struct Machine {
  Machine(const test::KeptProfile& kept, const test::VirtualDisk::Image& database, std::uint64_t seed)
      : disk("submit-cuts", seed), files(disk, kept.place(), seed, "submit-cuts") {
    disk.restore(database);
  }

  void cutAt(Boundary boundary, std::uint64_t n) {
    if (n == never) return;
    if (boundary == Boundary::Database) disk.cutAt(n);
    if (boundary == Boundary::Files) files.cutAt(n);
    if (boundary == Boundary::Frames) m_cutAtFrame = n;
  }
  // So far.
  [[nodiscard]] std::uint64_t boundaries(Boundary boundary) const {
    if (boundary == Boundary::Database) return disk.boundaries();
    return boundary == Boundary::Files ? sim::SmallFiles::counts().boundaries : m_frames;
  }
  void powerReturns() {
    m_cutAtFrame = never;
    files.mend();
    disk.mend();
    if (!disk.isCut()) return;
    disk.powerOn();
    files.powerOn();
  }

  // Whether the power is away now, or goes at this moment.
  bool isDark() {
    if (!disk.isCut() && m_frames++ == m_cutAtFrame) disk.cutNow();
    return disk.isCut();
  }
  app::OpenWire wires(app::OpenWire to) {
    return [this, to](const protocol::RelayAddress& address, app::Wire::Events events) {
      auto heard = events.frame;
      events.frame = [this, heard](Bytes frame) {
        if (isDark()) return;
        heard(std::move(frame));
        (void)isDark();
      };
      return std::make_unique<PoweredWire>(*this, to(address, std::move(events)));
    };
  }

  sim::Disk disk;
  sim::SmallFiles files;

 private:
  struct PoweredWire final : app::Wire {
    PoweredWire(Machine& on, std::unique_ptr<app::Wire> to) : machine(on), wire(std::move(to)) {}
    void send(Bytes frame) override {
      if (machine.isDark()) return;
      wire->send(std::move(frame));
      (void)machine.isDark();
    }
    std::size_t queuedBytes() const override { return wire->queuedBytes(); }
    void close() override { wire->close(); }
    Machine& machine;
    std::unique_ptr<app::Wire> wire;
  };

  std::uint64_t m_frames = 0, m_cutAtFrame = never;
};

// The campaign as it was before she submits, at her, at her lead and at the relay.
struct Before : test::OnRelay {
  std::optional<test::KeptProfile> atMaya, atDana;
  test::VirtualDisk::Image database;
  fs::path picked = world.root() / "picked.txt";

  Before() {
    std::ofstream(picked) << std::string(fileBytes, 'm');
    sync();
    links.clear();
    maya.reset();
    dana.reset();
    atMaya.emplace(world, "maya");
    atDana.emplace(world, "dana");
    exchange.backup("before.sqlite");
    atMaya->putBack();
    database = test::takenOut(atMaya->options().directory / "replica.db");
  }
  std::size_t submissions(replica::Replica& one) const {
    return static_cast<std::size_t>(std::ranges::count(one.facts(space), domain::EntityKind::Submission,
                                                       [](const auto& fact) { return fact.kind; }));
  }
  Result<OpId> submitFile(replica::Replica& by) const {
    auto attached = work(by).attach(picked);
    if (!attached) return std::unexpected(attached.error());
    auto with = draft("See the file.");
    with.attachments = {*attached};
    return work(by).submit(with);
  }
  // Until nothing moves, or the power is away.
  void run(app::SyncLink& link, const Machine* machine) {
    for (int round = 0; round < 6; ++round) {
      if (machine != nullptr && machine->disk.isCut()) return;
      link.poke();
      exchange.settle();
      exchange.loop.later();
      world.clock->advance(std::chrono::seconds{11});
      exchange.settle();
    }
  }
};

// What she was told before the power went.
struct Told {
  std::optional<ChangeId> saved;
  bool stored = false;
};

} // namespace

class TestSubmitCuts : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<Before> m_before;
  std::uint64_t m_lost = 0, m_kept = 0, m_cuts = 0;

  static std::unique_ptr<replica::Replica> open(const test::KeptProfile& kept, Machine& machine) {
    auto options = kept.options();
    options.sqlite.vfs = machine.disk.vfs();
    auto opened = replica::Replica::open(options, kept.unlock());
    if (!opened)
      qFatal("does not open after the cut: %s %s", errorName(opened.error().code).data(),
             opened.error().detail.c_str());
    return std::move(*opened);
  }

  // She submits, and sends it, until it is done or the power goes.
  Told submit(Machine& machine) {
    auto& before = *m_before;
    Told told;
    auto maya = open(*before.atMaya, machine);
    machine.cutAt(m_boundary, m_at);
    m_from = machine.boundaries(m_boundary);
    if (const auto submitted = before.submitFile(*maya)) told.saved = submitted->change;
    if (machine.disk.isCut()) return told;
    app::SyncLink link(*maya, before.campaign, before.exchange.loop, machine.wires(before.exchange.wires()));
    link.start();
    before.exchange.settle();
    before.run(link, &machine);
    // What is on the screen when it goes dark was true.
    if (const auto row = told.saved ? maya->delivery(*told.saved) : std::nullopt)
      told.stored = row->delivery == store::Delivery::Stored;
    return told;
  }

  void theRestOf(Machine& machine, const Told& told) {
    auto& before = *m_before;
    auto maya = open(*before.atMaya, machine);
    const auto there = before.submissions(*maya);
    QVERIFY(there <= 1);
    if (told.saved) QVERIFY(taken(maya->file().changes.has(*told.saved)));
    if (told.stored) QVERIFY(!before.exchange.receipts(before.space, *told.saved).empty());
    ++(there == 0 ? m_lost : m_kept);
    // Told nothing, she presses again; who finds it saved does not.
    if (there == 0) MUST(before.submitFile(*maya));
    app::SyncLink link(*maya, before.campaign, before.exchange.loop, machine.wires(before.exchange.wires()));
    link.start();
    auto dana = before.atDana->opened();
    app::SyncLink hers(*dana, before.campaign, before.exchange.loop, before.exchange.wires());
    hers.start();
    before.exchange.settle();
    before.run(hers, nullptr);
    before.run(link, nullptr);

    for (auto* one : {maya.get(), dana.get()}) {
      QCOMPARE(before.submissions(*one), std::size_t{1});
      const auto verified = one->verify();
      MUST(verified);
      QVERIFY2(verified->problems.empty(),
               verified->problems.empty() ? "" : verified->problems.front().c_str());
      QCOMPARE(verified->waiting, std::uint64_t{0});
      QVERIFY(taken(one->file().outbox.waiting()).empty());
    }
    QCOMPARE(taken(maya->digest(before.space)), taken(dana->digest(before.space)));
    const auto queue = before.reading(*dana).reviewQueue(true);
    QCOMPARE(queue.size(), std::size_t{1});
    const auto& submission = queue.front().submission.status.submission;
    QCOMPARE(submission.content.attachments.size(), std::size_t{1});
    MUST(replica::Files(*dana).check(submission.content.attachments.front()));
    QVERIFY(queue.front().submission.status.promise.promise); // text and file are at the relay
  }

  Boundary m_boundary{};
  std::uint64_t m_at = 0, m_from = 0; // m_from: what had passed when she began

 private slots:
  void initTestCase() { m_before = std::make_unique<Before>(); }
  void cleanupTestCase() { m_before.reset(); }

  void scenario8_afterACutAtAnyBoundaryOfSubmittingAndSendingAFileThereIsExactlyOneSubmission_data() {
    QTest::addColumn<int>("boundary");
    QTest::addColumn<int>("wanted"); // cuts
    QTest::newRow("of the database") << int(Boundary::Database) << 40;
    QTest::newRow("of the files beside it") << int(Boundary::Files) << 40;
    QTest::newRow("of what is sent and heard") << int(Boundary::Frames) << 60;
  }
  void scenario8_afterACutAtAnyBoundaryOfSubmittingAndSendingAFileThereIsExactlyOneSubmission() {
    QFETCH(int, boundary);
    QFETCH(int, wanted);
    m_boundary = static_cast<Boundary>(boundary);
    m_lost = m_kept = m_cuts = 0;
    // Without a cut first: how many boundaries there are.
    std::uint64_t count = 0;
    {
      m_before->exchange.restore("before.sqlite");
      m_before->atMaya->putBack();
      Machine machine(*m_before->atMaya, m_before->database, 0);
      m_at = never;
      const auto told = submit(machine);
      QVERIFY(told.stored);
      count = machine.boundaries(m_boundary) - m_from;
      machine.powerReturns();
      theRestOf(machine, told);
    }
    m_lost = m_kept = 0;
    QVERIFY(count >= 8);
    const auto every = qEnvironmentVariable("MERIDIAN_SUBMIT_CUTS") == "all"
                           ? 1
                           : std::max<std::uint64_t>(1, count / static_cast<std::uint64_t>(wanted));
    std::uint64_t tries = 0;
    for (m_at = 0; m_at < count; m_at += every, ++tries) {
      m_before->exchange.restore("before.sqlite");
      m_before->atMaya->putBack();
      Machine machine(*m_before->atMaya, m_before->database, m_at + 1);
      const auto told = submit(machine);
      m_cuts += machine.disk.isCut();
      machine.powerReturns();
      theRestOf(machine, told);
      if (QTest::currentTestFailed()) QFAIL(qPrintable(QStringLiteral("after a cut at %1").arg(m_at)));
    }
    qInfo("%llu boundaries, %llu cuts: %llu before the submission was durable, %llu after",
          static_cast<unsigned long long>(count), static_cast<unsigned long long>(m_cuts),
          static_cast<unsigned long long>(m_lost), static_cast<unsigned long long>(m_kept));
    QCOMPARE(m_cuts, tries);
    QVERIFY(m_kept > 0);
    if (m_boundary != Boundary::Frames) QVERIFY(m_lost > 0); // the cuts did reach into the write
  }
};

QTEST_GUILESS_MAIN(TestSubmitCuts)
#include "test_submit_cuts.moc"
