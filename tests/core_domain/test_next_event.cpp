#include <QtTest>

#include <algorithm>

#include "core/domain/next_event.h"

namespace test_next_event {

using namespace meridian;
using namespace meridian::domain;
using Kind = CampaignEvent::Kind;

namespace {

Instant at(const char* iso) { return parseInstant(iso).value(); }

CampaignEvent dated(Kind kind, const char* iso) {
  return {.kind = kind, .at = at(iso), .zone = {}, .title = {}, .who = {}};
}

} // namespace

class TestNextEvent : public QObject {
  Q_OBJECT
 private slots:
  void theNextEventIsTheFirstAfterNowWhateverTheOrder() {
    std::vector<CampaignEvent> events = {dated(Kind::Launch, "2027-03-15T13:00:00Z"),
                                         dated(Kind::CutOff, "2027-03-11T22:00:00Z"),
                                         dated(Kind::Milestone, "2027-03-02T08:00:00Z")};
    std::ranges::sort(events, {}, &CampaignEvent::at);
    do {
      const auto* next = nextEvent(events, at("2027-03-10T14:00:00Z"));
      QVERIFY(next != nullptr);
      QCOMPARE(next->kind, Kind::CutOff);
    } while (std::ranges::next_permutation(events, {}, &CampaignEvent::at).found);
  }
  void jumpingAgainAndAgainNeverStandsStillOrGoesBackAndEnds() {
    const std::vector<CampaignEvent> events = {
        dated(Kind::RoughCut, "2027-03-11T02:00:00Z"), dated(Kind::PromiseDue, "2027-03-12T22:00:00Z"),
        dated(Kind::PromiseAtRisk, "2027-03-11T22:00:00Z"), dated(Kind::CutOff, "2027-03-11T22:00:00Z")};
    Instant now = at("2027-03-10T14:00:00Z");
    std::vector<Kind> seen;
    while (const auto* next = nextEvent(events, now)) {
      QVERIFY(next->at > now);
      now = next->at;
      seen.push_back(next->kind);
    }
    // Of two at one instant, one is told.
    QCOMPARE(seen, (std::vector{Kind::RoughCut, Kind::CutOff, Kind::PromiseDue}));
  }
  void whereNothingIsAheadThereIsNothingToJumpTo() {
    QVERIFY(nextEvent({}, at("2027-03-10T14:00:00Z")) == nullptr);
    const std::vector<CampaignEvent> past = {dated(Kind::Launch, "2027-03-10T14:00:00Z")};
    QVERIFY(nextEvent(past, at("2027-03-10T14:00:00Z")) == nullptr);
  }
};

QTEST_APPLESS_MAIN(TestNextEvent)

} // namespace test_next_event
#include "test_next_event.moc"
