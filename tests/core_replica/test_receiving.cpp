// What receive() makes of what comes together: runs that lie between one another, what waits behind what
// never will count, and a second life of the profile.
#include "tests/core_replica/altered_client.h"

using namespace meridian;
using test::Story;
using test::taken;

namespace {

Bytes bytesOf(replica::Replica& by, const ChangeId& id) {
  return test::bytesOf(taken(by.file().changes.find(id))->change);
}

// Contents of this device that name what nobody has: they wait for ever.
std::vector<Bytes> waitingForEver(replica::Replica& by, const SpaceId& space, std::size_t count) {
  log::Keyring keys;
  for (auto& row : taken(by.file().keys.ofSpace(space)))
    keys.insert(row.space, static_cast<log::KeyChain>(row.chain), row.id, std::move(row.key), row.parents);
  auto tip = taken(by.file().changes.tip({space, by.device(), by.incarnation(), envelope::Chain::Content}))
                 .value_or(envelope::ChainPosition{});
  const auto heads = by.authority(space).headsFor(space);
  std::vector<Bytes> changes;
  while (changes.size() < count) {
    crdt::Body body;
    body.claimedAt = by.clock().now();
    body.frontier = {by.random().id<ChangeId>()};
    const auto change =
        taken(log::sealContent({by.signingKey(), by.incarnation(), tip}, space, heads, {}, body,
                               *keys.current(space, log::KeyChain::Content), by.random()));
    tip = {.seq = change.header().seq, .id = change.id()};
    changes.push_back(test::bytesOf(change));
  }
  return changes;
}

void setThesis(replica::Replica& by, const SpaceId& campaign, const char* text) {
  taken(replica::Editing(by).setText(
      {campaign, crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Campaign), {}}},
      domain::field::campaign::thesis, domain::Language::En, text));
}

ChangeId newest(replica::Replica& of, const SpaceId& space) {
  return taken(of.file().changes.tip({space, of.device(), of.incarnation(), envelope::Chain::Content}))->id;
}

} // namespace

class TestReceiving : public QObject {
  Q_OBJECT

 private slots:
  void whatWaitsIsFoundBehindAnyNumberThatWaitsForEver() {
    Story story;
    story.begin();
    const auto stuck = waitingForEver(*story.dana, story.campaign, 10'001);
    for (const auto result : taken(story.maya->receive({stuck})))
      QVERIFY(result == replica::Received::Stored);
    setThesis(*story.svetlana, story.campaign, "Known first.");
    const auto before = newest(*story.svetlana, story.campaign);
    story.world.carry(*story.svetlana, *story.mila, story.campaign);
    setThesis(*story.mila, story.campaign, "Known later.");
    const auto after = newest(*story.mila, story.campaign);
    const auto isApplied = [&](const ChangeId& id) {
      return taken(story.maya->file().changes.info(id))->stage == store::Stage::Applied;
    };
    taken(story.maya->receive({{bytesOf(*story.mila, after)}}));
    QVERIFY(!isApplied(after));
    taken(story.maya->receive({{bytesOf(*story.svetlana, before)}}));
    QVERIFY(isApplied(before));
    QVERIFY(isApplied(after));
  }
};

QTEST_GUILESS_MAIN(TestReceiving)
#include "test_receiving.moc"
