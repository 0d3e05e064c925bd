// The people of the story on one relay, each with a link of their own.
#pragma once

#include "tests/app_session/exchange.h"
#include "tests/core_replica/story.h"

namespace meridian::test {

// A relay, and whoever is connected to it.
struct Linked : Story {
  Exchange exchange{world, relay::Admission::Founding};
  std::map<replica::Replica*, std::unique_ptr<app::SyncLink>> links;

  void connect(replica::Replica& one) { connect(one, exchange); }
  void connect(replica::Replica& one, Exchange& to) {
    auto& link = links[&one];
    link = std::make_unique<app::SyncLink>(one, campaign, to.loop, to.wires());
    link->start();
    to.settle();
  }
  void disconnect(replica::Replica& one) { links.erase(&one); }
  void sync() {
    for (int round = 0; round < 6; ++round) {
      for (auto& [one, link] : links)
        link->poke();
      exchange.settle();
      exchange.loop.later();
      world.clock->advance(std::chrono::seconds{11}); // what was to wait for others goes again
      exchange.settle();
    }
  }
};

// Everybody, up to a creator who has acknowledged her brief.
struct OnRelay : Linked {
  OnRelay() {
    begin();
    taken(replica::Access(*mila, campaign).setRelay(exchange.address()));
    settle();
    for (auto* one : everybody())
      connect(*one);
  }
  void addAngle(replica::Replica& one, const std::string& text) {
    taken(replica::Editing(one).setText(pageOf(campaign), domain::field::campaign::thesis,
                                        domain::Language::En, text));
  }
  std::string thesis(replica::Replica& one) const { return thesisOf(one, campaign); }
  // Of the creator, as her card says.
  static crdt::KeyedEntity card() { return {static_cast<std::uint16_t>(domain::EntityKind::Creator), {}}; }
  void setAudience(replica::Replica& one, const std::string& text) {
    taken(replica::Editing(one).setText({space, card()}, domain::field::person::audience,
                                        domain::Language::En, text));
  }
  std::string audience(replica::Replica& one) {
    const auto* entity = one.entity(space, crdt::entityIdOf(card()));
    return entity == nullptr ? std::string() : domain::readBlock(*entity, domain::field::person::audience).en;
  }
  // With a file of this text.
  OpId submitFile(const std::string& text) {
    const auto path = world.root() / "picked.txt";
    std::ofstream(path) << text;
    auto with = draft("See the file.");
    with.attachments = {taken(work(*maya).attach(path))};
    return taken(work(*maya).submit(with));
  }
  // Comments by their words; each is one fact.
  std::multiset<std::string> comments(replica::Replica& one) {
    std::multiset<std::string> words;
    for (const auto& fact : one.facts(space))
      if (fact.kind == domain::EntityKind::Comment)
        words.insert(fact.payload.at(domain::fact::comment::text).textOr(""));
    return words;
  }
};

// Every replica that is connected says the same of every space that it holds, nothing waits, and each one's
// own view holds.
inline void agree(OnRelay& all, bool verifyAll = true) {
  std::map<SpaceId, ContentHash> digests;
  for (auto* one : all.everybody()) {
    if (!all.links.contains(one) || (!verifyAll && one != all.dana.get())) continue;
    const auto verified = one->verify();
    MUST(verified);
    for (const auto& problem : verified->problems)
      qWarning("%s", problem.c_str());
    QVERIFY(verified->problems.empty());
    QCOMPARE(verified->waiting, std::uint64_t(0));
  }
  for (auto* one : all.everybody()) {
    if (!all.links.contains(one)) continue;
    for (const auto& space : one->spaces(all.campaign)) {
      const auto digest = one->digest(space.id);
      MUST(digest);
      QCOMPARE(digests.try_emplace(space.id, *digest).first->second, *digest);
    }
    for (const auto& row : taken(one->file().outbox.waiting()))
      QFAIL(qPrintable(QString("waits: %1 %2").arg(int(row.delivery)).arg(row.reason.c_str())));
  }
}

} // namespace meridian::test
