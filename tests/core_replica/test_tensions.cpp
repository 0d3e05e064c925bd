// S3: two goals that pull apart hold up the markets that they concern until a lead has decided.
#include "core/replica/tensions.h"
#include "tests/core_replica/story.h"

namespace test_tensions {

using namespace meridian;
using test::both;
using test::Story;
using test::taken;

namespace {

replica::Tensions tensionsOf(const Story& story, replica::Replica& one) { return {one, story.campaign}; }

replica::Tensions::New growthOrTrust(std::vector<std::string> markets) {
  return {.first = both("Growth in month 1", "Рост в первый месяц"),
          .second = both("Trust first", "Сначала доверие"),
          .why = both("One hero video cannot do both.", "Один ролик не сможет и то и другое."),
          .markets = std::move(markets)};
}

} // namespace

class TestTensions : public QObject {
  Q_OBJECT

 private slots:
  void S3_unresolvedTensionBlocksLaunchAndBriefsOfTheMarketsItNames() {
    Story story;
    story.writeBrief();
    story.settle();
    const auto rows = [&](replica::Replica& one) {
      std::vector<std::string> markets;
      for (const auto& row : story.reading(one).preflight())
        if (row.rule == domain::RuleId::S3_GoalTension && row.state == domain::RuleState::Blocks)
          markets.push_back(row.market);
      std::ranges::sort(markets);
      return markets;
    };
    const auto elsewhere = taken(tensionsOf(story, *story.svetlana).open(growthOrTrust({"RU"})));
    story.settle();
    QCOMPARE(rows(*story.dana), std::vector<std::string>{"RU"});
    MUST(story.briefing(*story.dana).issue(story.space, false));

    // One that names no market concerns all of them; any hub may write it down.
    const auto everywhere = taken(tensionsOf(story, *story.dana).open(growthOrTrust({})));
    REFUSED(story.briefing(*story.dana).issue(story.space, true), ErrorCode::UnresolvedTension);
    story.settle();
    QCOMPARE(rows(*story.svetlana), (std::vector<std::string>{"", "RU"}));

    // A hub does not decide it; a lead does, with words.
    const auto how = both("Month 3 decides.", "Решает третий месяц.");
    REFUSED(tensionsOf(story, *story.dana).resolve(everywhere, how), ErrorCode::NotAllowed);
    REFUSED(tensionsOf(story, *story.svetlana).resolve(everywhere, both("", " ")),
            ErrorCode::InvalidArgument);
    MUST(tensionsOf(story, *story.svetlana).resolve(everywhere, how));
    REFUSED(tensionsOf(story, *story.svetlana).resolve(everywhere, how), ErrorCode::AlreadyExists);
    story.settle();
    QCOMPARE(rows(*story.dana), std::vector<std::string>{"RU"});
    MUST(story.briefing(*story.dana).issue(story.space, true));
    const auto all = story.reading(*story.dana).tensions();
    QCOMPARE(all.size(), std::size_t{2});
    QCOMPARE(all[0].id, elsewhere); // what is open stands first
    QCOMPARE(all[1].resolutions.back().how.en, std::string("Month 3 decides."));

    // It was none: gone, and back.
    REFUSED(tensionsOf(story, *story.dana).setRemoved(elsewhere, true), ErrorCode::NotAllowed);
    MUST(tensionsOf(story, *story.svetlana).setRemoved(elsewhere, true));
    QVERIFY(rows(*story.svetlana).empty());
    MUST(tensionsOf(story, *story.svetlana).setRemoved(elsewhere, false));
    QCOMPARE(rows(*story.svetlana), std::vector<std::string>{"RU"});
  }

  // Both count, and nobody is told that the other one does not.
  void S3_decisionsOfTwoLeadsAtOnceAreBothShown() {
    Story story;
    const auto tension = taken(tensionsOf(story, *story.mila).open(growthOrTrust({"US"})));
    story.settle();
    MUST(tensionsOf(story, *story.mila).resolve(tension, both("Growth.", "Рост.")));
    MUST(tensionsOf(story, *story.svetlana).resolve(tension, both("Trust.", "Доверие.")));
    story.settle();
    const auto shown = story.reading(*story.mila).tensions();
    QCOMPARE(shown.at(0).resolutions.size(), std::size_t{2});
    for (auto* one : story.everybody()) {
      const auto here = story.reading(*one).tensions();
      QCOMPARE(here.at(0).resolutions.back().meta.id, shown.at(0).resolutions.back().meta.id);
    }
  }

  // The debate is the team's: a creator learns nothing of it.
  void S3_creatorsAreLeftOutOfIt() {
    Story story;
    story.begin();
    MUST(tensionsOf(story, *story.dana).open(growthOrTrust({"US"})));
    story.settle();
    QVERIFY(story.reading(*story.maya).tensions().empty());
    REFUSED(tensionsOf(story, *story.maya).open(growthOrTrust({})), ErrorCode::NotAllowed);
    QCOMPARE(story.reading(*story.dana).tensions().size(), std::size_t{1});
  }

  void nonsenseIsRefused() {
    Story story;
    auto tensions = tensionsOf(story, *story.mila);
    auto noWhy = growthOrTrust({});
    noWhy.why = both("", "");
    REFUSED(tensions.open(noWhy), ErrorCode::InvalidArgument);
    REFUSED(tensions.open(growthOrTrust({"XX"})), ErrorCode::NotFound);
    REFUSED(tensions.resolve(story.nonNegotiable, both("a", "б")), ErrorCode::NotFound);
    REFUSED(tensions.setRemoved({}, true), ErrorCode::NotFound);
    QVERIFY(story.reading(*story.mila).tensions().empty());
  }
};

QTEST_GUILESS_MAIN(TestTensions)

} // namespace test_tensions
#include "test_tensions.moc"
