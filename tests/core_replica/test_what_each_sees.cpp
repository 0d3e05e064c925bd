// What a replica shows to whom: the own space and no other creator's, the queue, the page, what comes next.
#include "tests/core_replica/story.h"

namespace test_what_each_sees {

using namespace meridian;
using test::Story;
using test::taken;

class TestWhatEachSees : public QObject {
  Q_OBJECT

 private slots:
  void aCreatorsReplicaNeverHoldsAnotherCreatorsSpace() {
    Story story;
    story.begin();
    const auto other = taken(story.briefing(*story.dana)
                                 .addCreator({.name = "Jordan Reyes",
                                              .market = "US",
                                              .zone = "America/Chicago",
                                              .handle = {},
                                              .tier = {},
                                              .language = domain::Language::En,
                                              .briefExpected = {}}));
    story.settle();
    QVERIFY(story.mila->campaignOf(other).has_value());
    QVERIFY(!story.maya->campaignOf(other).has_value());
    QCOMPARE(taken(story.maya->file().changes.count(other)), std::int64_t{0});
    QVERIFY(story.reading(*story.maya).creators().empty());
    QVERIFY(story.reading(*story.maya).reviewQueue().empty());
    for (const auto& person : story.reading(*story.maya).people())
      QVERIFY(person.card.name != "Jordan Reyes");
    // A client that hands it over all the same is refused.
    auto rows = taken(story.dana->file().changes.after(other, envelope::Chain::Content, 0, 100));
    QVERIFY(!rows.empty());
    replica::Replica::Incoming incoming;
    incoming.changes.emplace_back(rows.front().change.bytes().begin(), rows.front().change.bytes().end());
    QCOMPARE(taken(story.maya->receive(incoming)).front(), replica::Received::Refused);
    // Nor does what says who was invited name anybody to her.
    replica::Access::Invitee invitee;
    invitee.expiry = story.world.clock->now() + std::chrono::days{7};
    invitee.name = "Priya Shah";
    invitee.role = log::Role::CampaignLead;
    taken(replica::Access(*story.mila, story.campaign).invite(invitee));
    invitee.name = "Jordan Reyes";
    invitee.role = log::Role::Creator;
    invitee.market = "US";
    invitee.creatorSpace = other;
    taken(replica::Access(*story.dana, story.campaign).invite(invitee));
    story.settle();
    const auto named = [&](Story::Replica& one) {
      std::set<std::string> names;
      for (const auto& view : story.reading(one).invitations())
        names.insert(view.name);
      for (const auto& line : story.reading(one).log(1000))
        names.insert(line.subject);
      return names;
    };
    for (const char* name : {"Jordan Reyes", "Priya Shah"}) {
      QVERIFY(named(*story.dana).contains(name));
      QVERIFY(named(*story.svetlana).contains(name));
      QVERIFY(!named(*story.maya).contains(name));
    }
    // The team sees both, and the roster names them.
    QCOMPARE(story.reading(*story.svetlana).creators().size(), std::size_t{2});
  }

  void theQueueIsOrderedByPromiseWhateverWasStoredFirst() {
    Story story;
    story.writeBrief();
    // They are kept in another order than the one in which they are due.
    const auto later = story.deliverable;
    const auto waiting = taken(story.addMaterial(*story.dana, test::both("Frames", "Кадры")));
    const auto soon = taken(story.addMaterial(*story.dana, test::both("Post", "Пост")));
    const auto overdue = taken(story.addMaterial(*story.dana, test::both("Story", "История")));
    MUST(story.briefing(*story.dana).issue(story.space, false));
    story.inviteMaya();
    MUST(story.work(*story.maya).opened());
    MUST(story.work(*story.maya).acknowledge());
    story.settle();
    const auto send = [&](const crdt::EntityId& material, const char* at) {
      story.world.clock->set(*parseInstant(at));
      auto draft = story.draft("Day one.");
      draft.deliverable = material;
      taken(story.work(*story.maya).submit(draft));
    };
    send(overdue, "2027-03-10T15:00:00Z"); // due on Friday the 12th
    story.settle();
    send(soon, "2027-03-13T15:00:00Z"); // on the 19th
    story.settle();
    send(later, "2027-03-18T22:00:00Z"); // after the cut-off of the 18th: on the 26th
    story.settle();
    send(waiting, "2027-03-18T22:30:00Z"); // received by nobody who promises
    story.world.carry(*story.maya, *story.dana, story.campaign);
    std::vector<crdt::EntityId> order;
    std::vector<replica::QueueItem::Group> groups;
    for (const auto& item : story.reading(*story.dana).reviewQueue()) {
      order.push_back(item.submission.deliverable.id);
      groups.push_back(item.group);
    }
    using enum replica::QueueItem::Group;
    QVERIFY(order == (std::vector{overdue, soon, later, waiting}));
    QVERIFY(groups == (std::vector{Overdue, ThisWeek, Later, Later}));
  }

  void aCreatorOfAnotherHubIsNamedAndNotJudged() {
    Story story;
    story.begin();
    const auto alina = taken(story.briefing(*story.svetlana)
                                 .addCreator({.name = "Алина Морозова",
                                              .market = "RU",
                                              .zone = "Europe/Moscow",
                                              .handle = "alina",
                                              .tier = "macro",
                                              .followers = 410'000,
                                              .language = domain::Language::Ru,
                                              .briefExpected = {}}));
    story.settle();
    const auto of = [&](replica::Replica& person) {
      const auto all = story.reading(person).creators();
      return std::ranges::find(all, alina, &domain::CreatorOverview::space)->rosterOnly;
    };
    const auto judged = [&](replica::Replica& person) {
      const auto rows = story.reading(person).preflight();
      return std::ranges::find(rows, alina, &domain::PreflightRow::creatorSpace) != rows.end();
    };
    QVERIFY(!of(*story.svetlana));
    QVERIFY(judged(*story.svetlana));
    QVERIFY(of(*story.dana));
    QVERIFY(!judged(*story.dana));
    QCOMPARE(story.reading(*story.dana).creators().size(), std::size_t{2});
  }

  void thePageTheTimelineAndPreflightAreForEverybody() {
    Story story;
    story.begin();
    const auto page = story.reading(*story.maya).page();
    QCOMPARE(page.page.thesis.en, std::string("Care that proves itself."));
    QCOMPARE(page.markets.size(), std::size_t{2});
    QVERIFY(page.decision.has_value());
    QVERIFY(!page.mayEdit);
    QVERIFY(story.reading(*story.svetlana).page().mayEdit);
    QCOMPARE(story.reading(*story.dana).page().mayEditMarkets, std::vector<std::string>{"US"});
    const auto timeline = story.reading(*story.maya).timeline();
    QVERIFY(std::ranges::is_sorted(timeline, {}, &replica::TimelineEntry::at));
    QCOMPARE(
        std::ranges::count(timeline, replica::TimelineEntry::Kind::Launch, &replica::TimelineEntry::kind),
        std::ptrdiff_t{2});
    QCOMPARE(
        std::ranges::count(timeline, replica::TimelineEntry::Kind::GoLive, &replica::TimelineEntry::kind),
        std::ptrdiff_t{1});
    const auto rows = story.reading(*story.svetlana).preflight();
    QVERIFY(std::ranges::any_of(rows, [](const auto& row) {
      return row.rule == domain::RuleId::G4_LaunchGap && row.state == domain::RuleState::Warns;
    }));
    const auto log = story.reading(*story.svetlana).log(5);
    QCOMPARE(log.size(), std::size_t{5});
    QVERIFY(story.reading(*story.svetlana).withoutEffect().empty());
    const auto invitations = story.reading(*story.mila).invitations();
    QCOMPARE(std::ranges::count(invitations, replica::InvitationView::State::Confirmed,
                                &replica::InvitationView::state),
             std::ptrdiff_t{3});
  }

  void eachSeesWhatHappensNextAsFarAsTheyMay() {
    Story story;
    story.begin();
    const auto next = [&](Story::Replica& one) {
      const auto events = story.reading(one).events();
      const auto* found = domain::nextEvent(events, story.world.clock->now());
      return found != nullptr ? std::optional(*found) : std::nullopt;
    };
    using Kind = domain::CampaignEvent::Kind;
    std::vector<Kind> kinds;
    for (auto* one : {story.maya.get(), story.dana.get()}) {
      const auto event = next(*one);
      QVERIFY(event.has_value());
      QCOMPARE(event->kind, Kind::RoughCut);
      QCOMPARE(toIso(event->at), std::string("2027-03-11T02:00:00Z"));
    }
    // Received before the cut-off: answered by Friday, at risk from the day before.
    (void)story.submit("Day 7.");
    story.settle();
    while (const auto event = next(*story.dana)) {
      kinds.push_back(event->kind);
      story.world.clock->set(event->at);
      if (kinds.size() == 4) break;
    }
    QCOMPARE(kinds, (std::vector{Kind::RoughCut, Kind::CutOff, Kind::PromiseDue, Kind::Launch}));
  }
};

QTEST_GUILESS_MAIN(TestWhatEachSees)

} // namespace test_what_each_sees
#include "test_what_each_sees.moc"
