// The demo's five steps, the board that its windows share, and what a jump of the clock says.
#include <QtTest>
#include <fstream>

#include "app/translation.h"
#include "app/view_models/demo_model.h"

namespace test_demo {

using namespace meridian;
using namespace meridian::app;

namespace {

Instant at(std::string_view iso) { return *parseInstant(iso); }

const Instant began = at("2027-03-10T14:00:00Z");

MemberId dana() {
  MemberId member;
  member.bytes[0] = 7;
  return member;
}

DemoView::Submission submitted(Instant when) {
  DemoView::Submission one;
  one.status.submission.meta.claimedAt = when;
  return one;
}

const Instant tookOff = began + std::chrono::minutes{2};

// As Dana's device has it: approved, by default in the air, and so far on its way.
DemoView::Submission approved(store::Delivery delivery, Instant when = tookOff + std::chrono::minutes{1}) {
  auto one = submitted(began + std::chrono::minutes{1});
  domain::Verdict verdict;
  verdict.meta.id.index = 3;
  verdict.meta.author = dana();
  verdict.meta.claimedAt = when;
  one.status.verdicts.push_back(verdict);
  replica::DeliveryView way;
  way.state = delivery;
  one.verdictDelivery.emplace(verdict.meta.id, way);
  return one;
}

DemoView creatorWith(std::vector<DemoView::Submission> submissions) {
  return {.began = began, .creator = true, .me = {}, .submissions = std::move(submissions)};
}
DemoView hubLeadWith(std::vector<DemoView::Submission> submissions, bool airplane) {
  return {.began = began,
          .hubLead = true,
          .airplane = airplane,
          .me = dana(),
          .submissions = std::move(submissions)};
}

using Steps = std::vector<DemoStep>;

} // namespace

class TestDemo : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { installTranslation(domain::Language::En); }

  void whatWasThereBeforeTheDemoBeganTicksNothing() {
    const auto old = submitted(began - std::chrono::hours{1});
    QCOMPARE(stepsSeen(creatorWith({old}), {}), Steps{});
    QCOMPARE(stepsSeen(hubLeadWith({old}, true), {}), Steps{});
    QCOMPARE(stepsSeen(creatorWith({submitted(began)}), {}), Steps{DemoStep::Submitted});
  }
  void takingOffCountsOnlyWithTheSubmissionOnBoard() {
    QCOMPARE(stepsSeen(hubLeadWith({}, true), {}), Steps{});
    QCOMPARE(stepsSeen(hubLeadWith({submitted(began)}, true), {}), Steps{DemoStep::TookOff});
    QCOMPARE(stepsSeen(hubLeadWith({submitted(began)}, false), {}), Steps{});
  }
  void anApprovalCountsIfItWasGivenInTheAir() {
    const auto waiting = approved(store::Delivery::Local), stored = approved(store::Delivery::Stored);
    const DemoTicks inTheAir{{DemoStep::TookOff, tookOff}};
    QCOMPARE(stepsSeen(hubLeadWith({waiting}, true), inTheAir),
             (Steps{DemoStep::TookOff, DemoStep::Approved}));
    // On the ground, before a take-off or after a landing.
    for (const auto& one : {waiting, stored})
      for (const auto& board : {DemoTicks{}, inTheAir})
        QCOMPARE(stepsSeen(hubLeadWith({one}, false), board), Steps{});
    // Signed on the ground and taken along.
    const auto before = approved(store::Delivery::Local, tookOff - std::chrono::seconds{5});
    for (const auto& board : {DemoTicks{}, inTheAir})
      QCOMPARE(stepsSeen(hubLeadWith({before}, true), board), Steps{DemoStep::TookOff});
    QCOMPARE(stepsSeen(hubLeadWith({stored}, true), inTheAir), Steps{DemoStep::TookOff});
  }
  void landingNeedsAnApprovalInTheAirAndTheRelaysReceipt() {
    const DemoTicks both{{DemoStep::TookOff, tookOff}, {DemoStep::Approved, tookOff}};
    const auto waiting = approved(store::Delivery::Local), stored = approved(store::Delivery::Stored);
    QCOMPARE(stepsSeen(hubLeadWith({waiting}, false), both), Steps{});
    QCOMPARE(stepsSeen(hubLeadWith({stored}, true), both), Steps{DemoStep::TookOff});
    QCOMPARE(stepsSeen(hubLeadWith({stored}, false), both), Steps{DemoStep::Landed});
    // What was approved on the ground lands nobody.
    const auto before = approved(store::Delivery::Stored, began);
    QCOMPARE(stepsSeen(hubLeadWith({before}, false), both), Steps{});
    QCOMPARE(stepsSeen(hubLeadWith({stored}, false), {{DemoStep::TookOff, tookOff}}), Steps{});
  }
  void theCreatorSeesAnApprovalOnlyOnceHerOwnDeviceHoldsIt() {
    QCOMPARE(stepsSeen(creatorWith({approved(store::Delivery::Stored)}), {}),
             (Steps{DemoStep::Submitted, DemoStep::Seen}));
    auto changes = approved(store::Delivery::Stored);
    changes.status.verdicts.front().kind = domain::VerdictKind::RequestChanges;
    QCOMPARE(stepsSeen(creatorWith({changes}), {}), Steps{DemoStep::Submitted});
  }
  void somebodyElsesApprovalIsNotTheHubLeads() {
    auto theirs = approved(store::Delivery::Stored);
    theirs.status.verdicts.front().meta.author = {};
    QCOMPARE(stepsSeen(hubLeadWith({theirs}, true), {}), Steps{DemoStep::TookOff});
  }

  void windowsShareWhatTheyTick() {
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    const DemoBoard unmarked(path);
    QVERIFY(!unmarked.shared());
    std::ofstream(path / "began") << "2027-03-10T14:00:00Z\n";
    const DemoBoard one(path), other(path);
    QVERIFY(one.shared());
    QCOMPARE(*one.began(), began);
    QVERIFY(other.ticks().empty());
    QVERIFY(one.tick(DemoStep::Submitted, began).has_value());
    // The first time holds.
    QVERIFY(other.tick(DemoStep::Submitted, began + std::chrono::hours{1}).has_value());
    QCOMPARE(other.ticks(), (DemoTicks{{DemoStep::Submitted, began}}));
    QVERIFY(!std::filesystem::exists(path / "start-over"));
    QVERIFY(other.askToStartOver().has_value());
    QVERIFY(std::filesystem::exists(path / "start-over"));
  }

  void aJumpSaysWhenItIsAndWhatHappens() {
    const Reader maya{
        .language = domain::Language::En, .zone = "America/Los_Angeles", .now = at("2027-03-12T22:00:00Z")};
    domain::CampaignEvent event{.kind = domain::CampaignEvent::Kind::PromiseDue,
                                .at = at("2027-03-12T22:00:00Z"),
                                .zone = "America/New_York",
                                .title = {"Video", "Видео", domain::Language::En, std::nullopt},
                                .who = "Maya Collins"};
    QCOMPARE(eventSentence(event, maya, domain::Language::En).replace(QChar(0x00A0), ' '),
             "Fri 12 Mar, 14:00 (17:00 New York). An answer is due · Maya Collins · Video");
    event.kind = domain::CampaignEvent::Kind::Milestone;
    event.who.clear();
    QCOMPARE(eventSentence(event, maya, domain::Language::Ru).replace(QChar(0x00A0), ' '),
             "Fri 12 Mar, 14:00 (17:00 New York). Видео");
  }
};

QTEST_MAIN(TestDemo)

} // namespace test_demo
#include "test_demo.moc"
