// What the view models say of launches, without a screen: Preflight, its fixes, dates that are typed, and
// dates that are too near.
#include <QtTest>

#include <ctime>

#include "app/text/review_words.h"
#include "app/translation.h"
#include "app/view_models/date_entry.h"
#include "app/view_models/launch_advice_model.h"
#include "app/view_models/milestones_model.h"
#include "app/view_models/preflight_model.h"
#include "app/view_models/typed.h"
#include "tests/qml/readers.h"

namespace test_launch_models {

using namespace meridian;
using namespace meridian::app;
using namespace meridian::test;

class TestLaunchModels : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { installTranslation(domain::Language::En); }

  void aRuleOfAMarketIsDueInItsZoneToo() {
    PreflightAnswer answer;
    domain::Market us;
    us.code = "US";
    us.zone = "America/New_York";
    answer.markets = {us};
    domain::PreflightRow row;
    row.state = domain::RuleState::Warns;
    row.market = "US";
    row.due = at("2027-03-12T22:00:00Z");
    answer.rows = {row};
    const auto rows = ruleRows(answer, domain::RuleState::Warns, maya(), domain::Language::En);
    // Whose card it is settles it: others are told, and have nothing to press.
    answer.me = MemberId{{1}};
    answer.rows.front().fix = domain::FixPlace::Person;
    answer.rows.front().owner = MemberId{{2}};
    const auto others = ruleRows(answer, domain::RuleState::Warns, maya(), domain::Language::En);
    QVERIFY(others.front().page.isEmpty() && others.front().fix.isEmpty());
    answer.rows.front().owner = answer.me;
    const auto mine = ruleRows(answer, domain::RuleState::Warns, maya(), domain::Language::En);
    QCOMPARE(mine.front().page, QStringLiteral("SettingsPage"));
    QCOMPARE(read(rows.at(0).due), "Fri 12 Mar, 14:00 (17:00 New York)");
  }
  void aTimeThatTheClocksHereSkipIsATimeElsewhere() {
    const QByteArray zone = qgetenv("TZ");
    const auto here = [](const QByteArray& name) {
      name.isEmpty() ? qunsetenv("TZ") : qputenv("TZ", name);
      tzset();
    };
    here("America/New_York");
    const auto back = qScopeGuard([&] { here(zone); });
    const QString skipped = QStringLiteral("2027-03-14 02:30");
    QCOMPARE(typedText(QDate(2027, 3, 14), QTime(2, 30)), skipped);
    QCOMPARE(typedInstant(skipped, "Europe/Moscow"), at("2027-03-13T23:30:00Z"));
    QCOMPARE(typedText(at("2027-03-13T23:30:00Z"), "Europe/Moscow"), skipped);
    DateEntry entry;
    entry.setValue(skipped);
    QVERIFY(entry.valid());
    QCOMPARE(entry.time(), 5);
    for (const char* none :
         {"", "2027-03-14", "02:30", "2027-02-29 02:30", "2027-03-14 24:00", "2027-03-14 02:30 x"})
      QVERIFY2(!typedInstant(none, "Europe/Moscow"), none);
  }
  void likeRowsOfPreflightAreOneRowThatOpens() {
    PreflightAnswer answer;
    answer.markets.resize(2);
    answer.markets[0].code = "US";
    answer.markets[1].code = "RU";
    const auto add = [&](domain::RuleId rule, const char* market, const char* creator,
                         const char* due = nullptr) {
      domain::PreflightRow row;
      row.state = domain::RuleState::Blocks;
      row.rule = rule;
      row.market = market;
      row.creatorName = creator;
      row.creatorSpace = SpaceId{{static_cast<std::uint8_t>(answer.rows.size() + 1)}};
      if (due != nullptr) row.due = at(due);
      answer.rows.push_back(row);
    };
    using enum domain::RuleId;
    // As they come: by rule, the markets mixed.
    add(C3_BriefIssued, "US", "Maya");
    add(C3_BriefIssued, "RU", "Oleg");
    add(C3_BriefIssued, "US", "Ben", "2027-03-14T14:00:00Z");
    add(C3_BriefIssued, "RU", "Daria");
    add(C3_BriefIssued, "US", "Tess", "2027-03-12T22:00:00Z");
    add(M7_AdToken, "RU", "Oleg");
    const auto rows = ruleRows(answer, domain::RuleState::Blocks, maya(), domain::Language::En);
    QCOMPARE(rows.size(), std::size_t{6});
    auto folded = foldedRows(rows, {});
    QStringList sentences;
    for (const auto& row : folded)
      sentences << row.sentence;
    QCOMPARE(sentences, (QStringList{"Briefs not issued: 3", "Oleg: the brief is not issued.",
                                     "Daria: the brief is not issued.", "Oleg: no ad-marking token: ."}));
    QCOMPARE(folded[0].folds, 3);
    QCOMPARE(read(folded[0].due), read(whenText(at("2027-03-12T22:00:00Z"), maya())));
    QVERIFY(folded[0].fix.isEmpty() && !folded[0].open);
    // Open, all of them follow it, each with its button.
    folded = foldedRows(rows, {folded[0].key});
    QCOMPARE(folded.size(), std::size_t{7});
    QVERIFY(folded[0].open);
    for (std::size_t i = 1; i <= 3; ++i)
      QVERIFY(folded[i].inside && !folded[i].fix.isEmpty() && folded[i].market == "US");
    QVERIFY(!folded[4].inside);
    QSet<QString> keys;
    for (const auto& row : folded)
      keys << row.key;
    QCOMPARE(keys.size(), 7);
    // The headline and the gate count what is folded.
    answer.markets[0].launchAt = at("2027-03-15T16:00:00Z");
    QVERIFY(read(headlineOf(answer, maya(), domain::Language::En)).contains("3 things block it"));
    QCOMPARE(read(gateRows(answer, maya(), domain::Language::En).front().summary), "3 things block it");
  }
  void theHeadlineOfPreflightHidesNoBlockOfAnotherMarket() {
    PreflightAnswer answer;
    answer.markets.resize(2);
    answer.markets[0].code = "US";
    answer.markets[0].launchAt = at("2027-03-15T16:00:00Z");
    answer.markets[1].code = "RU";
    answer.markets[1].name.en = "Russia";
    answer.markets[1].launchAt = at("2027-03-17T09:00:00Z");
    answer.rows.resize(2);
    for (auto& row : answer.rows) {
      row.state = domain::RuleState::Blocks;
      row.market = "RU";
    }
    QCOMPARE(read(headlineOf(answer, maya(), domain::Language::En)),
             "US launch in 5 days. Nothing blocks it.\nRussia launch in 6 days: 2 things block it.");
    QCOMPARE(ruleRows(answer, domain::RuleState::Blocks, maya(), domain::Language::En).front().marketName,
             "Russia");
    answer.rows.clear();
    QCOMPARE(read(headlineOf(answer, maya(), domain::Language::En)),
             "US launch in 5 days. Nothing blocks it.");
  }

  void eachFixOpensItsPageAndNamesItsOwner_data() {
    QTest::addColumn<domain::FixPlace>("place");
    QTest::addColumn<QString>("page");
    using enum domain::FixPlace;
    QTest::newRow("campaign page") << CampaignPage << "CampaignEditPage";
    QTest::newRow("market") << Market << "CampaignEditPage";
    QTest::newRow("schedule") << Schedule << "SchedulePage";
    QTest::newRow("brief") << Brief << "BriefDeskPage";
    QTest::newRow("creator") << Creator << "BriefDeskPage";
    QTest::newRow("deliverable") << Deliverable << "BriefDeskPage";
    QTest::newRow("review") << Review << "ReviewPage";
    QTest::newRow("conflict") << Conflict << "ReviewQueuePage";
    QTest::newRow("milestone") << Milestone << "MilestonePage";
  }
  void eachFixOpensItsPageAndNamesItsOwner() {
    QFETCH(domain::FixPlace, place);
    QFETCH(QString, page);
    PreflightAnswer answer;
    replica::PersonView lead, dana;
    lead.member = MemberId{{1}};
    lead.role = log::Role::CampaignLead;
    lead.card.name = "Svetlana Orlova";
    dana.member = MemberId{{2}};
    dana.role = log::Role::HubLead;
    dana.card.name = "Dana Brooks";
    answer.people = {lead, dana};
    domain::PreflightRow row;
    row.state = domain::RuleState::Blocks;
    row.fix = place;
    row.fixTarget = OpId{};
    row.owner = dana.member;
    answer.rows = {row, row};
    answer.rows[1].owner = {}; // nobody's in particular
    const auto rows = ruleRows(answer, domain::RuleState::Blocks, maya(), domain::Language::En);
    QCOMPARE(rows.at(0).page, page);
    QVERIFY(!rows.at(0).fix.isEmpty());
    QCOMPARE(rows.at(0).owner, "Dana Brooks");
    QCOMPARE(rows.at(1).owner, "Svetlana Orlova");
  }
  void aLaunchTooNearIsWarnedOfWithDaysThatAreSafe() {
    replica::CampaignPageView page;
    page.markets.resize(2);
    page.markets[0].code = "US";
    page.markets[0].zone = "America/New_York";
    page.markets[0].launchAt = at("2027-03-15T16:00:00Z");
    page.markets[1].code = "RU";
    page.markets[1].zone = "Europe/Moscow";
    page.markets[1].holidayCountry = "RU";
    const auto near = launchAdvice(page, "RU", "2027-03-17 12:00", maya());
    QCOMPARE(near.status, "risk");
    QCOMPARE(read(near.text),
             "2 days between the launches of US and RU: 3–5 keep a slip from reaching the next market.");
    QCOMPARE(near.days.size(), std::size_t{3});
    QCOMPARE(read(near.days.front().text), "Thu 18 Mar");
    QCOMPARE(near.days.front().key, "2027-03-18 12:00");
    QCOMPARE(launchAdvice(page, "RU", near.days.back().key, maya()).status, "good");
    QCOMPARE(launchAdvice(page, "RU", "2027-05-09 12:00", maya()).holiday, "A holiday there: Victory Day");
    QVERIFY(launchAdvice(page, "RU", "17 March", maya()).text.isEmpty());
    // Parallel launches need no buffer.
    page.decision.emplace().mode = domain::PriorityMode::Parallel;
    QVERIFY(launchAdvice(page, "RU", "2027-03-17 12:00", maya()).text.isEmpty());
  }

  void aLaunchMilestoneBearsTheDateOfItsMarket() {
    MilestonesAnswer answer;
    answer.page.markets.resize(1);
    answer.page.markets[0].code = "US";
    answer.page.markets[0].zone = "America/New_York";
    answer.page.markets[0].launchAt = at("2027-03-15T16:00:00Z");
    answer.page.mayEditMarkets = {"US"};
    answer.role = log::Role::HubLead;
    answer.market = "US";
    domain::Milestone launch;
    launch.title.en = "US launch";
    launch.market = "US";
    launch.type = domain::MilestoneType::Launch;
    launch.at = at("2027-03-01T12:00:00Z");
    domain::Milestone shared;
    shared.title.en = "Kickoff";
    shared.why.en = "Everybody hears the reasons once.";
    shared.at = at("2027-03-02T15:00:00Z");
    shared.zone = "UTC";
    answer.page.milestones = {launch, shared};
    const auto rows = milestoneRows(answer, maya(), domain::Language::En);
    QCOMPARE(rows[0].title, "Kickoff");
    QVERIFY(!rows[0].mayEdit); // all markets': the leads' alone
    QVERIFY(rows[0].note.isEmpty());
    QCOMPARE(read(rows[1].mine), "Mon 15 Mar, 09:00");
    QCOMPARE(read(rows[1].theirs), "12:00 in New York");
    QCOMPARE(rows[1].note, "The why is missing");
    QVERIFY(rows[1].mayEdit);
  }
};

QTEST_GUILESS_MAIN(TestLaunchModels)

} // namespace test_launch_models
#include "test_launch_models.moc"
