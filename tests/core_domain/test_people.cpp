#include <QtTest>

#include "core/domain/campaign.h"
#include "world.h"

namespace test_people {

using namespace meridian;
using namespace meridian::domain;
using namespace meridian::domain::test;
using namespace std::chrono_literals;

namespace {

PersonCard newYorker(int hours) {
  PersonCard card;
  card.zone = "America/New_York";
  card.responseHours = hours;
  return card;
}
std::string reply(int hours, const char* asked) { return toIso(replyBy(newYorker(hours), at(asked))); }

} // namespace

class TestPeople : public QObject {
  Q_OBJECT
 private slots:
  void C6_aQuestionIsAnsweredWithinWorkingHours() {
    // Wed 10 Mar 2027, 14:00 UTC = 09:00 New York: the day begins.
    QCOMPARE(reply(4, "2027-03-10T14:00:00Z"), std::string("2027-03-10T18:00:00Z"));
    QCOMPARE(reply(9, "2027-03-10T14:00:00Z"), std::string("2027-03-10T23:00:00Z"));
    QCOMPARE(reply(10, "2027-03-10T14:00:00Z"), std::string("2027-03-11T15:00:00Z"));
    // Asked at night, the clock starts in the morning.
    QCOMPARE(reply(1, "2027-03-10T03:00:00Z"), std::string("2027-03-10T15:00:00Z"));
    // Fri 12 Mar, one hour before the end: the rest on Monday, after the US shift.
    QCOMPARE(reply(2, "2027-03-12T22:00:00Z"), std::string("2027-03-15T14:00:00Z"));
    QCOMPARE(reply(0, "2027-03-13T12:00:00Z"), std::string("2027-03-13T12:00:00Z"));
  }

  void withoutAZoneHoursAreHours() {
    PersonCard card;
    card.zone = "Nowhere";
    QCOMPARE(toIso(replyBy(card, at("2027-03-12T22:00:00Z"))), std::string("2027-03-13T22:00:00Z"));
  }

  void theAbsenceThatEndsLastIsShown() {
    const std::vector<Absence> list{
        {entity(1), dana, at("2027-03-10T00:00:00Z"), at("2027-03-12T00:00:00Z"), {}, false},
        {entity(2), dana, at("2027-03-10T00:00:00Z"), at("2027-03-14T00:00:00Z"), deputy, false},
        {entity(3), dana, at("2027-03-10T00:00:00Z"), at("2027-03-20T00:00:00Z"), {}, true},
        {entity(4), mila, at("2027-03-10T00:00:00Z"), at("2027-03-30T00:00:00Z"), {}, false}};
    QCOMPARE(absentAt(list, dana, at("2027-03-11T00:00:00Z"))->deputy, deputy);
    QVERIFY(!absentAt(list, dana, at("2027-03-14T00:00:00Z")));
    QVERIFY(!absentAt(list, dana, at("2027-03-09T23:59:59Z")));
  }

  void G4_theGapIsCountedInCalendarDaysOfEachMarket() {
    Market us, ru;
    us.zone = "America/New_York";
    ru.zone = "Europe/Moscow";
    us.launchAt = at("2027-03-15T16:00:00Z"); // Mon 15 Mar
    ru.launchAt = at("2027-03-17T09:00:00Z"); // Wed 17 Mar
    QCOMPARE(launchGapDays(us, ru).value(), 2);
    ru.launchAt = at("2027-03-17T21:30:00Z"); // already Thu 18 in Moscow
    QCOMPARE(launchGapDays(us, ru).value(), 3);
    ru.launchAt.reset();
    QVERIFY(!launchGapDays(us, ru));
  }

  void G4_daysWithASafeBufferAreSuggested() {
    Market us, ru;
    us.code = "US";
    us.zone = "America/New_York";
    us.launchAt = at("2027-03-15T16:00:00Z"); // Mon 15 Mar
    ru.code = "RU";
    ru.zone = "Europe/Moscow";
    const std::vector markets{us, ru};
    const auto wednesday = at("2027-03-17T09:00:00Z"), now = at("2027-03-10T14:00:00Z");
    const auto gaps = launchGaps(markets, "RU", wednesday);
    QCOMPARE(gaps.size(), std::size_t{1});
    QCOMPARE(gaps[0].days, 2);
    QCOMPARE(gaps[0].first + gaps[0].second, std::string("USRU"));
    const auto days = safeLaunches(markets, "RU", wednesday, now, 3);
    QCOMPARE(days.size(), std::size_t{3}); // Thu 18 to Sat 20, as the order is
    QCOMPARE(toIso(days.front()), std::string("2027-03-18T09:00:00Z"));
    QCOMPARE(toIso(days.back()), std::string("2027-03-20T09:00:00Z"));
    // Whoever types a day before the other launch is offered days before it, none of them past.
    const auto before = safeLaunches(markets, "RU", at("2027-03-14T09:00:00Z"), now, 3);
    QCOMPARE(before.size(), std::size_t{2});
    QCOMPARE(toIso(before.front()), std::string("2027-03-11T09:00:00Z"));
    QVERIFY(safeLaunches(markets, "FR", wednesday, now, 3).empty());
    QVERIFY(launchGaps(std::vector{ru}, "RU", wednesday).empty());
  }

  void aCardReadsWhatIsThereAndNoMore() {
    const auto cardOf = [](std::vector<crdt::Op> ops) {
      std::vector<crdt::ContextualOp> contextual;
      for (std::size_t i = 0; i < ops.size(); ++i)
        contextual.push_back({OpId{id<ChangeId>(9), static_cast<std::uint32_t>(i)}, &ops[i], Hlc{1}});
      return personFrom(crdt::EntityState::merge(crdt::EntityId::keyed({32, {}}), contextual));
    };
    const crdt::EntityRef ref = crdt::KeyedEntity{32, {}};
    const auto empty = cardOf({});
    QVERIFY(empty.member.isZero() && empty.name.empty());
    QCOMPARE(empty.workFrom, std::chrono::minutes{9h});
    namespace f = field::person;
    const auto odd = cardOf({crdt::SetRegister{ref, f::name, 7}, crdt::SetRegister{ref, f::workTo, 100'000},
                             crdt::SetRegister{ref, f::responseHours, -5},
                             crdt::SetRegister{ref, f::contact, Bytes{1, 2, 3}},
                             crdt::SetRegister{ref, f::briefExpected, -1}});
    QVERIFY(odd.name.empty() && odd.contact.isZero() && !odd.briefExpected);
    QCOMPARE(odd.workTo, std::chrono::minutes{18h});
    QCOMPARE(odd.responseHours, 0);
  }
};

QTEST_APPLESS_MAIN(TestPeople)

} // namespace test_people
#include "test_people.moc"
