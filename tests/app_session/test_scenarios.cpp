// Scenarios 5, 6, 7 and 14 of the design's section 10, through the real session, mailbox and storage.
#include "app/session/bundles.h"
#include "tests/app_session/on_relay.h"

namespace test_scenarios {

using namespace meridian;
using app::SyncStatus;
using replica::Access;
using test::agree;
using test::DiskImage;
using test::OnRelay;
namespace fs = std::filesystem;

class TestScenarios : public QObject {
  Q_OBJECT

 private slots:
  void scenario5_aRestoredBackupWithItsMarkerKept() {
    OnRelay all;
    const auto submission = all.submit("Day 1, day 4, day 7.");
    all.sync();
    const auto& dana = *all.dana;
    const auto before = dana.incarnation();
    all.disconnect(*all.dana);
    all.dana.reset();
    fs::copy(all.world.root() / "dana", all.world.root() / "last-week", fs::copy_options::recursive);
    all.dana = all.world.reopen("dana");
    QCOMPARE(all.dana->incarnation(), before); // a plain restart goes on
    all.connect(*all.dana);
    test::taken(all.reviewing(*all.dana).comment(all.space, submission, {}, "Written this week."));
    all.sync();
    // The folder comes back from the backup, and is written to before anything syncs.
    all.disconnect(*all.dana);
    all.dana.reset();
    fs::remove_all(all.world.root() / "dana");
    fs::rename(all.world.root() / "last-week", all.world.root() / "dana");
    all.dana = all.world.reopen("dana");
    QVERIFY(all.dana->incarnation() != before);
    test::taken(all.reviewing(*all.dana).comment(all.space, submission, {}, "Written after the restore."));
    all.connect(*all.dana);
    all.sync();
    for (auto* one : {all.dana.get(), all.maya.get()})
      QCOMPARE(all.comments(*one),
               (std::multiset<std::string>{"Written after the restore.", "Written this week."}));
    QVERIFY(test::taken(all.dana->forks(all.space)).empty()); // no number was used twice
    agree(all);
  }

  void scenario5_aDiskImageWithTheMarkerCopied() {
    OnRelay all;
    const auto submission = all.submit("Day 1, day 4, day 7.");
    all.sync();
    const auto before = all.dana->incarnation();
    all.disconnect(*all.dana);
    all.dana.reset();
    const DiskImage image(all.world, "dana");
    // On the machine: a comment, and what hangs on it.
    all.dana = all.world.reopen("dana");
    test::taken(all.reviewing(*all.dana).comment(all.space, submission, {}, "On the machine."));
    test::taken(all.reviewing(*all.dana).requestChanges(all.space, submission, "The light."));
    all.connect(*all.dana);
    all.world.clock->advance(std::chrono::seconds{30});
    all.sync();
    all.disconnect(*all.dana);
    all.dana.reset();

    // In the image: the same numbers, other words. Marker and all, so that nothing can be noticed yet.
    image.putBack();
    all.dana = all.world.reopen("dana");
    QCOMPARE(all.dana->incarnation(), before);
    test::taken(all.reviewing(*all.dana).comment(all.space, submission, {}, "In the image."));
    const auto verdict = test::taken(all.reviewing(*all.dana).approve(all.space, submission));
    test::taken(all.reviewing(*all.dana).withdraw(all.space, verdict, "")); // names what has no place yet
    domain::FeedbackSchedule schedule;
    schedule.answerBy = std::chrono::hours{16};
    schedule.zone = "America/New_York";
    test::taken(all.briefing(*all.dana).setSchedule("US", schedule)); // in another space
    all.dana->file().ops.packBy(4);
    for (const char* audience :
         {"Sceptics, 25 to 45.", "Sceptics, 25 to 50.", "Sceptics and doubters, 25 to 50.",
          "Doubters, 25 to 50.", "Doubters, 18 to 50."})
      all.setAudience(*all.dana, audience); // edits that lie in packs, and name one another
    all.connect(*all.dana);
    all.world.clock->advance(std::chrono::seconds{30});
    all.sync();
    QVERIFY(all.dana->incarnation() != before); // found by the first sync
    for (auto* one : {all.dana.get(), all.maya.get(), all.svetlana.get()}) {
      QCOMPARE(all.comments(*one), (std::multiset<std::string>{"In the image.", "On the machine."}));
      QCOMPARE(all.audience(*one), std::string("Doubters, 18 to 50."));
    }
    // The branch of the image never spread: its numbers are free again, and each thing is there once.
    QVERIFY(test::taken(all.maya->forks(all.space)).empty());
    std::size_t verdicts = 0, withdrawn = 0;
    for (const auto& fact : all.maya->facts(all.space)) {
      verdicts += fact.kind == domain::EntityKind::Verdict;
      withdrawn += fact.kind == domain::EntityKind::VerdictWithdrawn;
    }
    QCOMPARE(verdicts, std::size_t(2));
    QCOMPARE(withdrawn, std::size_t(1));
    QVERIFY(all.statusOf(*all.maya, submission).state == domain::ReviewState::ChangesRequested);
    all.links.clear(); // and it still stands after a restart
    all.dana.reset();
    all.dana = all.world.reopen("dana");
    for (auto* one : all.everybody())
      all.connect(*one);
    all.sync();
    QCOMPARE(all.audience(*all.dana), std::string("Doubters, 18 to 50."));
    agree(all);
  }

  void scenario5_branchesThatSpreadAllTheSameAreBothKept() {
    OnRelay all;
    const auto submission = all.submit("Day 1, day 4, day 7.");
    all.sync();
    all.disconnect(*all.dana);
    all.dana.reset();
    const DiskImage image(all.world, "dana");
    all.dana = all.world.reopen("dana");
    test::taken(all.reviewing(*all.dana).comment(all.space, submission, {}, "On the machine."));
    all.connect(*all.dana);
    all.sync();
    all.disconnect(*all.dana);
    all.dana.reset();
    image.putBack();
    all.dana = all.world.reopen("dana");
    test::taken(all.reviewing(*all.dana).comment(all.space, submission, {}, "In the image."));
    // It goes to Maya in a file, before anything could be noticed.
    const auto file = all.world.root() / "verba.meridian";
    test::taken(app::exportBundle(*all.dana, all.campaign, file, {.spaces = {all.campaign, all.space}}));
    test::taken(app::importBundle(*all.maya, file));
    test::taken(all.reviewing(*all.dana).comment(all.space, submission, {}, "In the image, later."));
    all.connect(*all.dana);
    all.disconnect(*all.maya); // reads from the beginning, as after any file
    all.connect(*all.maya);
    all.sync();
    for (auto* one : all.everybody()) {
      if (!one->campaignOf(all.space)) continue;
      QCOMPARE(all.comments(*one),
               (std::multiset<std::string>{"In the image, later.", "In the image.", "On the machine."}));
      const auto forks = test::taken(one->forks(all.space));
      QCOMPARE(forks.size(), std::size_t(1)); // the proof
      for (const auto& id : {forks.front().first, forks.front().second}) {
        const auto row = test::taken(one->file().changes.find(id));
        QVERIFY(row && row->change.verifySignature());
      }
    }
    agree(all);
  }

  // One of the copies gave what it wrote away in a file, and was lost; the other one never heard of it.
  void scenario5_aBranchWhoseWriterIsGoneReachesEverybodyThroughWhoHasIt() {
    OnRelay all;
    const auto submission = all.submit("Day 1, day 4, day 7.");
    all.sync();
    all.disconnect(*all.dana);
    all.dana.reset();
    const DiskImage image(all.world, "dana");
    all.dana = all.world.reopen("dana");
    test::taken(all.reviewing(*all.dana).comment(all.space, submission, {}, "On the machine."));
    const auto file = all.world.root() / "verba.meridian";
    test::taken(app::exportBundle(*all.dana, all.campaign, file));
    all.dana.reset();
    image.putBack();
    all.dana = all.world.reopen("dana");
    test::taken(all.reviewing(*all.dana).comment(all.space, submission, {}, "In the image."));
    all.connect(*all.dana);
    all.sync();
    all.disconnect(*all.dana);
    all.dana.reset();

    test::taken(app::importBundle(*all.svetlana, file));
    all.disconnect(*all.svetlana); // reads from the beginning, as after any file
    all.connect(*all.svetlana);
    test::taken(all.reviewing(*all.svetlana).comment(all.space, submission, {}, "Having read both."));
    all.sync();
    for (auto* one : {all.maya.get(), all.mila.get(), all.svetlana.get()})
      QCOMPARE(all.comments(*one),
               (std::multiset<std::string>{"Having read both.", "In the image.", "On the machine."}));
    agree(all);
  }

  void scenario6_theRelayIsWipedAndLaterRestoredTwoDaysStale() {
    OnRelay all;
    const auto submission = all.submit("Day 1, day 4, day 7.");
    all.sync();
    all.exchange.backup("two-days-ago");
    all.world.clock->advance(std::chrono::hours{24});
    test::taken(all.reviewing(*all.dana).comment(all.space, submission, {}, "The next day."));
    all.sync();
    std::set<ChangeId> said; // of all that anybody was given a receipt for
    const auto remember = [&] {
      for (auto* one : all.everybody())
        for (const auto& space : one->spaces(all.campaign))
          for (const auto half : {envelope::Chain::Authority, envelope::Chain::Content})
            for (const auto& row : test::taken(one->file().changes.list(space.id, half)))
              for (const auto& receipt : test::taken(one->file().outbox.receipts(row.id)))
                if (!receipt.forBlobs) said.insert(row.id);
    };
    remember();
    const auto holdsAllThatItSaid = [&] {
      for (const auto& change : said) {
        const auto row = test::taken(all.mila->file().changes.info(change));
        const auto other = row ? row : test::taken(all.maya->file().changes.info(change));
        QVERIFY(other.has_value());
        const auto receipts = all.exchange.receipts(other->space, change);
        QVERIFY2(!receipts.empty(), "a receipt was a lie");
        QVERIFY(receipts.front().at <= all.world.clock->now());
      }
    };
    QVERIFY(!said.empty());
    holdsAllThatItSaid();

    all.disconnect(*all.maya);
    all.exchange.wipe();
    all.world.clock->advance(std::chrono::hours{1});
    QVERIFY(all.exchange.receipts(all.space, submission.change).empty());
    all.exchange.loop.later();
    all.sync();
    holdsAllThatItSaid();
    // Maya alone was away, and brings the relay, which is another one to her, what nobody else has.
    test::taken(all.work(*all.maya).ask(std::nullopt, submission, "Is daylight fine?"));
    all.connect(*all.maya);
    all.sync();
    remember();
    holdsAllThatItSaid();
    agree(all);

    all.exchange.restore("two-days-ago");
    all.world.clock->advance(std::chrono::hours{1});
    all.exchange.loop.later();
    all.sync();
    remember();
    holdsAllThatItSaid();
    for (const auto& [one, link] : all.links)
      QCOMPARE(link->status().state, SyncStatus::State::Synced);
    agree(all);
    // Whoever comes new, while only she who confirms is there, gets everything from the relay.
    for (auto* one : {all.maya.get(), all.dana.get(), all.svetlana.get()})
      all.disconnect(*one);
    const auto invitation = all.invitationBy(*all.mila, "Boris", log::Role::CampaignLead);
    all.sync();
    const auto boris = all.world.person("boris", "Europe/Moscow", domain::Language::Ru);
    MUST(Access::join(*boris, invitation));
    all.connect(*boris);
    all.sync();
    const auto spaces = all.mila->spaces(all.campaign);
    QCOMPARE(boris->spaces(all.campaign).size(), spaces.size());
    for (const auto& space : spaces)
      QCOMPARE(test::taken(boris->digest(space.id)), test::taken(all.mila->digest(space.id)));
    QCOMPARE(all.comments(*boris), (std::multiset<std::string>{"The next day."}));
    all.disconnect(*boris);
  }

  void scenario7_aClockThreeYearsAheadForAnHour() {
    OnRelay all;
    const auto submission = all.submit("Before.");
    all.sync();
    const auto start = all.world.clock->now();
    auto dreams = std::make_shared<ManualClock>(start + std::chrono::hours{3 * 365 * 24});
    all.disconnect(*all.svetlana);
    all.svetlana.reset();
    auto options = all.world.options("svetlana");
    options.clock = dreams;
    all.svetlana = test::taken(replica::Replica::open(options, all.world.unlock("svetlana")));
    all.connect(*all.svetlana);
    all.sync(); // an amount of skew is no reason not to sync
    QCOMPARE(all.links[all.svetlana.get()]->status().state, SyncStatus::State::Synced);
    all.addAngle(*all.svetlana, "From 2030.");
    const auto verdict =
        test::taken(all.reviewing(*all.svetlana).requestChanges(all.space, submission, "From 2030."));
    dreams->advance(std::chrono::hours{1});
    all.world.clock->advance(std::chrono::hours{1});
    all.sync();
    QCOMPARE(all.thesis(*all.dana), std::string("From 2030."));
    // Nobody's clock was dragged along …
    const auto horizon = Hlc::of(all.world.clock->now() + HlcClock::absorbLimit, 0);
    all.addAngle(*all.mila, "From today."); // … and a later word, which knew the other, holds.
    for (auto* one : {all.mila.get(), all.dana.get(), all.maya.get()}) {
      const auto kept = test::taken(one->file().settings.get("clock/hlc"));
      QVERIFY(kept);
      QVERIFY(std::strtoull(kept->c_str(), nullptr, 10) <= horizon.packed);
    }
    all.sync();
    for (auto* one : all.everybody())
      QCOMPARE(all.thesis(*one), std::string("From today."));
    // Corrected: the own values go on from where they were, and what she writes next holds as well.
    all.disconnect(*all.svetlana);
    all.svetlana.reset();
    all.svetlana = all.world.reopen("svetlana");
    all.connect(*all.svetlana);
    all.addAngle(*all.svetlana, "Corrected.");
    all.sync();
    for (auto* one : all.everybody())
      QCOMPARE(all.thesis(*one), std::string("Corrected."));
    // What was written in that hour says 2030, and was stored when the relay says.
    for (auto* one : all.everybody()) {
      const auto& facts = one->facts(all.space);
      const auto said =
          std::ranges::find_if(facts, [&](const domain::Fact& fact) { return fact.meta.id == verdict; });
      QVERIFY(said != facts.end() && said->meta.claimedAt > start + std::chrono::hours{24});
      QVERIFY(said->meta.storedAt && *said->meta.storedAt < start + std::chrono::hours{24});
    }
    agree(all);
  }

  void scenario14_aMonthInFlightModeFiveHundredAgainstTwentyThousand() {
    OnRelay all;
    const auto submission = all.submit("Before the flight.");
    all.sync();
    all.disconnect(*all.svetlana); // the work of one more reader shows nothing more
    all.links[all.dana.get()]->setAirplane(true);
    constexpr int away = 500, meanwhile = 20'000, perWrite = 100;
    for (int i = 0; i < away; ++i)
      test::taken(all.reviewing(*all.dana).comment(all.space, submission, {}, "air " + std::to_string(i)));
    // Everybody else goes on for a month.
    for (int day = 0; day < meanwhile / perWrite; ++day) {
      std::vector<replica::SpaceWrite> writes;
      for (int i = 0; i < perWrite; ++i) {
        auto ops = replica::Editing::creation(domain::EntityKind::NonNegotiable,
                                              {{domain::field::element::text, domain::Language::En,
                                                "point " + std::to_string(day * perWrite + i)}},
                                              {}, 0);
        MUST(ops);
        writes.push_back({all.campaign, *ops, {}});
      }
      MUST(all.mila->write(std::move(writes)));
      all.world.clock->advance(std::chrono::hours{24 * 30} / (meanwhile / perWrite));
    }
    all.sync();
    QCOMPARE(all.links[all.mila.get()]->status().waiting, 0);
    QCOMPARE(all.links[all.dana.get()]->status().waiting, away);
    all.links[all.dana.get()]->setAirplane(false);
    all.exchange.settle();
    all.sync();
    QCOMPARE(all.links[all.dana.get()]->status().state, SyncStatus::State::Synced);
    QCOMPARE(all.links[all.dana.get()]->status().waiting, 0);
    QCOMPARE(all.comments(*all.maya).size(), std::size_t(away));
    // + the one that the story begins with
    QCOMPARE(all.dana->entities(all.campaign, domain::EntityKind::NonNegotiable).size(),
             std::size_t(meanwhile + 1));
    agree(all, false); // Dana's: the others' would be the same work once more
  }
};

QTEST_GUILESS_MAIN(TestScenarios)

} // namespace test_scenarios
#include "test_scenarios.moc"
