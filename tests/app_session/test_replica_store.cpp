// What a replica makes of a relay that is new, of another life, full of the dead or a liar: through the real
// session, mailbox and storage.
#include "app/session/bundles.h"
#include "tests/app_session/on_relay.h"
#include "tests/core_replica/altered_client.h"

namespace test_replica_store {

using namespace meridian;
using app::SyncStatus;
using test::OnRelay;

namespace {

// Whoever is connected there leaves before it goes.
struct SecondRelay {
  explicit SecondRelay(OnRelay& everybody) : all(everybody), elsewhere(all.world) {}
  ~SecondRelay() { all.links.clear(); }
  OnRelay& all;
  test::Elsewhere elsewhere;
  test::Exchange exchange{elsewhere, relay::Admission::Open};
};

bool holdsWithFiles(test::Exchange& exchange, const SpaceId& space, const ChangeId& change) {
  const auto receipts = exchange.receipts(space, change);
  return std::ranges::any_of(
      receipts, [](const auto& receipt) { return receipt.kind == envelope::Receipt::Kind::Blobs; });
}

} // namespace

class TestReplicaStore : public QObject {
  Q_OBJECT

 private slots:
  void aNewRelayGetsTextAndFilesThatTheOldOneHad() {
    OnRelay all;
    const auto first = all.submitFile("What the old relay has.");
    all.sync();
    QVERIFY(holdsWithFiles(all.exchange, all.space, first.change));
    const auto delivery = [&](const OpId& of) { return all.maya->delivery(of.change)->delivery; };
    QVERIFY(delivery(first) == store::Delivery::Stored);

    SecondRelay other(all);
    test::Exchange& second = other.exchange;
    all.links.clear();
    MUST(replica::Access(*all.maya, all.campaign).setRelay(second.address()));
    // Text and no file: on the way to being told stored, it must not be taken for stored already.
    bool waited = false;
    second.breaksAt = [&](const Bytes&) {
      waited = waited || delivery(first) != store::Delivery::Stored;
      return false;
    };
    all.connect(*all.maya, second);
    QVERIFY(waited);
    QVERIFY(holdsWithFiles(second, all.space, first.change));
    QVERIFY(delivery(first) == store::Delivery::Stored);
    QCOMPARE(all.links[all.maya.get()]->status().waiting, 0);
    QVERIFY(all.links[all.maya.get()]->status().filesDone);

    // And back: the first one lacks what the second has.
    const auto later = all.submitFile("What only the new relay has.");
    all.links[all.maya.get()]->poke();
    second.settle();
    QVERIFY(holdsWithFiles(second, all.space, later.change));
    MUST(replica::Access(*all.maya, all.campaign).setRelay(all.exchange.address()));
    all.connect(*all.maya);
    QVERIFY(holdsWithFiles(all.exchange, all.space, later.change));
  }

  // An import is no reason to take the relay for another one, nor to hide that it is.
  void aFileThatIsImportedBeforeTheFirstConnectionChangesNothingOfThat() {
    OnRelay all;
    const auto first = all.submitFile("What the old relay has.");
    all.sync();
    const auto file = all.world.root() / "verba.meridian";
    MUST(app::exportBundle(*all.dana, all.campaign, file));
    SecondRelay other(all);
    test::Exchange& second = other.exchange;
    all.links.clear();
    MUST(replica::Access(*all.maya, all.campaign).setRelay(second.address()));
    MUST(app::importBundle(*all.maya, file));
    all.connect(*all.maya, second);
    QVERIFY(holdsWithFiles(second, all.space, first.change));
    // From here on the relay is known: a file makes it compare, and nothing is stored anew.
    MUST(app::importBundle(*all.maya, file));
    QVERIFY(all.maya->delivery(first.change)->delivery == store::Delivery::Stored);
    const auto sent = all.links[all.maya.get()]->status().counts.changesSent;
    all.connect(*all.maya, second);
    QCOMPARE(all.links[all.maya.get()]->status().counts.changesSent, std::uint64_t(0));
    QVERIFY(sent > 0);
  }

  void aHundredDeadFilesKeepNoVideoBack() {
    OnRelay all;
    // As earlier versions left each file that was picked and never sent: the relay takes none of them.
    for (int i = 0; i < 100; ++i) {
      const auto attachment = picked(all, "Not this one, " + std::to_string(i) + ".");
      auto row = test::taken(all.maya->file().blobs.find(attachment.blob));
      row->picked = false;
      test::taken(all.maya->file().blobs.put(*row));
    }
    const auto submission = all.submitFile("This one.");
    all.sync();
    QVERIFY(holdsWithFiles(all.exchange, all.space, submission.change));
  }

  void namesOfFilesThatNobodyHasKeepNoneBack() {
    OnRelay all;
    auto ops =
        replica::Editing::creation(domain::EntityKind::NonNegotiable,
                                   {{domain::field::element::text, domain::Language::En, "Day 7."}}, {}, 0);
    MUST(ops);
    replica::WriteOptions options;
    for (int i = 0; i < 100; ++i)
      options.blobs.push_back(all.mila->random().id<BlobId>());
    MUST(all.mila->write({{all.campaign, *ops, options}}));
    all.sync();
    const auto submission = all.submitFile("This one.");
    all.sync();
    const auto view = replica::Reading(*all.dana, all.campaign).submission(all.space, submission);
    QVERIFY(view.has_value());
    QVERIFY(replica::Files(*all.dana).complete(view->status.submission.content.attachments.front()));
  }

  void whatTheRelayLeftOutIsAskedForAsSoonAsItIsMissed() {
    OnRelay all;
    const auto submission = all.submit("Day 1, day 4, day 7.");
    all.sync();
    leaveOut(all, test::taken(all.reviewing(*all.dana).comment(all.space, submission, {}, "One.")));
    all.sync();
    QCOMPARE(all.comments(*all.maya), std::multiset<std::string>{});
    all.exchange.alters = nullptr;
    // What follows it in its chain shows that it is missing.
    test::taken(all.reviewing(*all.dana).comment(all.space, submission, {}, "Two."));
    all.sync();
    QCOMPARE(all.comments(*all.maya), (std::multiset<std::string>{"One.", "Two."}));
    test::agree(all);
  }

  void whatARelayLeavesOutForAWholeConnectionIsReadByTheNext() {
    OnRelay all;
    const auto submission = all.submit("Day 1, day 4, day 7.");
    all.sync();
    leaveOut(all, test::taken(all.reviewing(*all.dana).comment(all.space, submission, {}, "One.")));
    all.sync();
    test::taken(all.reviewing(*all.dana).comment(all.space, submission, {}, "Two."));
    all.sync();
    // From another device, and clean: it must not carry the cursor over what is missing.
    all.setAudience(*all.svetlana, "Doubters.");
    all.sync();
    QCOMPARE(all.audience(*all.maya), std::string("Doubters."));
    QCOMPARE(all.comments(*all.maya), std::multiset<std::string>{});
    all.exchange.alters = nullptr;
    for (auto* one : all.everybody())
      all.connect(*one);
    all.sync();
    QCOMPARE(all.comments(*all.maya), (std::multiset<std::string>{"One.", "Two."}));
    test::agree(all);
  }

  // Its numbers tell, though nothing that came since names what is missing.
  void whatARelayWithheldOnceIsAskedForThoughNothingNamesIt() {
    OnRelay all;
    const auto submission = all.submit("Day 1, day 4, day 7.");
    all.sync();
    leaveOut(all, test::taken(all.reviewing(*all.dana).comment(all.space, submission, {}, "One.")));
    all.sync();
    QCOMPARE(all.comments(*all.maya), std::multiset<std::string>{});
    all.exchange.alters = nullptr;
    all.sync();
    QCOMPARE(all.comments(*all.maya),
             std::multiset<std::string>{}); // it was asked, and is not asked in a loop
    all.world.clock->advance(std::chrono::minutes{11});
    all.exchange.loop.later();
    all.sync();
    QCOMPARE(all.comments(*all.maya), std::multiset<std::string>{"One."});
    test::agree(all);
  }

  // An entry that a relay withheld while the cursor moved on: what names it waits.
  void anEntryThatWasWithheldIsAskedForOnceSomethingNamesIt() {
    OnRelay all;
    all.sync();
    bool withheld = false;
    all.exchange.alters = [&](protocol::Message& message) {
      auto* batch = std::get_if<protocol::Batch>(&message);
      if (batch == nullptr || batch->space != all.campaign || withheld) return;
      withheld = std::erase_if(batch->entries, [](const auto& one) {
                   return envelope::Change::parse(one.change)->chain() == envelope::Chain::Authority;
                 }) > 0;
    };
    for (auto* one : all.everybody())
      if (one != all.mila.get() && one != all.dana.get()) all.disconnect(*one);
    // An entry, and words that name it.
    all.invitationBy(*all.mila, "Vera Stein", log::Role::Viewer);
    all.addAngle(*all.mila, "Thirty days.");
    all.sync();
    QVERIFY(withheld);
    QCOMPARE(all.thesis(*all.dana), all.thesis(*all.mila));
    for (auto* one : all.everybody())
      all.connect(*one);
    all.sync();
    test::agree(all);
  }

  // What waits for good reason costs nothing at every sync, however long it waits.
  void whatNobodyBringsIsNotComparedForAtEverySync() {
    OnRelay all;
    all.sync();
    const auto lost = test::forge(*all.dana, all.space, {});
    const auto waits = names(*all.dana, all.space, lost.id());
    for (auto* one : all.everybody())
      if (one != all.maya.get()) all.disconnect(*one);
    int lists = 0;
    all.exchange.alters = [&](protocol::Message& message) {
      lists += std::holds_alternative<protocol::Tips>(message) ? 1 : 0;
    };
    test::taken(all.maya->receive({.changes = {test::bytesOf(waits)}, .fromRelay = false}));
    const auto reconnect = [&](int times) {
      const int before = lists;
      for (int i = 0; i < times; ++i) {
        all.world.clock->advance(std::chrono::seconds{5});
        all.connect(*all.maya);
        all.sync();
      }
      return lists - before;
    };
    QVERIFY(reconnect(1) > 0);
    QVERIFY(reconnect(8) <= 1); // nine minutes later, at most
    // By another process too.
    all.disconnect(*all.maya);
    all.maya.reset();
    all.maya = all.world.reopen("maya");
    QVERIFY(reconnect(1) <= 1);
  }

  // While another relay was named, which never served her; the first one lacks what the file brought.
  void aFileTakenInElsewhereIsBroughtToTheRelayOfBefore() {
    OnRelay all;
    const auto submission = all.submit("Day 1, day 4, day 7.");
    all.sync();
    all.disconnect(*all.dana);
    const auto comment = test::taken(all.reviewing(*all.dana).comment(all.space, submission, {}, "By hand."));
    const auto file = all.world.root() / "by-hand.meridian";
    test::taken(app::exportBundle(*all.dana, all.campaign, file));
    all.disconnect(*all.maya);
    const auto first = *replica::Access(*all.maya, all.campaign).relay();
    auto nowhere = first;
    nowhere.identity.bytes[0] ^= 1;
    test::taken(replica::Access(*all.maya, all.campaign).setRelay(nowhere));
    test::taken(app::importBundle(*all.maya, file));
    test::taken(replica::Access(*all.maya, all.campaign).setRelay(first));
    all.connect(*all.maya);
    all.sync();
    QVERIFY(!all.exchange.receipts(all.space, comment.change).empty());
    QCOMPARE(all.comments(*all.svetlana), std::multiset<std::string>{"By hand."});
  }

  void noRelayEndsAChainByItsWordAlone() {
    OnRelay all;
    const auto submission = all.submit("Day 1, day 4, day 7.");
    all.sync();
    std::vector<ChangeId> refused;
    using enum protocol::Reason;
    for (const auto reason : {Malformed, BadSignature, BeyondCut, NoRight, TooLarge, InvitationUsed, Quota}) {
      std::size_t told = 0;
      all.exchange.alters = [&told, reason](protocol::Message& message) {
        const auto* receipts = std::get_if<protocol::Receipts>(&message);
        if (receipts == nullptr || receipts->receipts.empty()) return;
        protocol::Refusals refusals{.space = receipts->space, .refusals = {}};
        for (const auto& receipt : receipts->receipts)
          refusals.refusals.push_back(
              {.change = receipt.change, .finality = protocol::Finality::Final, .reason = reason});
        told += refusals.refusals.size();
        message = refusals;
      };
      refused.push_back(
          test::taken(all.reviewing(*all.dana).comment(all.space, submission, {}, "Is it light?")).change);
      all.sync();
      QVERIFY(told > 0);
      QCOMPARE(all.links[all.dana.get()]->status().attention, 0);
      QVERIFY(all.links[all.dana.get()]->status().waiting > 0); // no silence that looks like success
      const auto said = all.dana->delivery(refused.back())->reason;
      QCOMPARE(said.empty(), false);
      QCOMPARE(said == errorName(ErrorCode::QuotaExceeded), reason == Quota);
    }
    all.exchange.alters = nullptr;
    all.world.clock->advance(std::chrono::minutes{1});
    all.sync();
    for (const auto& change : refused) {
      QVERIFY(all.dana->delivery(change)->delivery == store::Delivery::Stored);
      QCOMPARE(all.dana->delivery(change)->reason, std::string());
    }
    QCOMPARE(all.comments(*all.maya).size(), refused.size());
    test::agree(all);
  }

  // Whoever brings a wiped relay the campaign may hear so of a join that another one came before.
  void theRefusalOfSomebodyElsesJoinIsNotMine() {
    OnRelay all;
    app::ReplicaStore store(*all.mila, all.campaign, all.exchange.address().identity);
    std::size_t joins = 0;
    for (const auto& info :
         test::taken(all.mila->file().changes.list(all.campaign, envelope::Chain::Authority))) {
      if (info.kind != static_cast<std::uint8_t>(envelope::Kind::Join)) continue;
      ++joins;
      store.refused(all.campaign, {.change = info.id,
                                   .finality = protocol::Finality::Final,
                                   .reason = protocol::Reason::InvitationUsed});
      REFUSED(all.mila->noteRejected(info.id, "invitation-used"), ErrorCode::NotFound);
    }
    QCOMPARE(joins, std::size_t{3});
    QVERIFY(!store.failure());
    QVERIFY(all.mila->campaign(all.campaign)->membership == store::Membership::Member);
  }

  // What is passed on ends with a signature that holds, though most were left out and one was never checked.
  void aRunEndsWithASignatureWhereOneStands() {
    OnRelay all;
    log::Keyring keys;
    for (auto& row : test::taken(all.dana->file().keys.ofSpace(all.space)))
      keys.insert(row.space, static_cast<log::KeyChain>(row.chain), row.id, std::move(row.key), row.parents);
    const auto incarnation = all.dana->random().id<Incarnation>();
    const auto heads = all.dana->authority(all.space).headsFor(all.space);
    envelope::ChainPosition tip;
    std::vector<Bytes> changes;
    while (tip.seq < 1'300) {
      auto change =
          test::taken(log::sealContent({all.dana->signingKey(), incarnation, tip}, all.space, heads, {}, {},
                                       *keys.current(all.space, log::KeyChain::Content), all.dana->random()));
      tip = {.seq = change.header().seq, .id = change.id()};
      if (tip.seq != 1'100 && tip.seq != 1'300) change.dropSignature();
      changes.emplace_back(change.bytes().begin(), change.bytes().end());
    }
    for (const auto result : test::taken(all.maya->receive({changes})))
      QVERIFY(result == replica::Received::Stored);
    app::ReplicaStore store(*all.maya, all.campaign, all.exchange.address().identity);
    const envelope::ChainKey chain{all.space, all.dana->device(), incarnation, envelope::Chain::Content};
    const auto none = store.run(chain, 1, 1'024);
    QVERIFY(!none.empty() && std::ranges::none_of(none, &client::OutgoingChange::hasSignature));
    for (const auto& [limit, end] : {std::pair{1'250u, 1'100u}, {4'096u, 1'300u}}) {
      const auto run = store.run(chain, 1, limit);
      QCOMPARE(run.size(), std::size_t(end));
      QVERIFY(run.back().hasSignature);
    }
  }

 private:
  // The relay keeps this one from everybody.
  static void leaveOut(OnRelay& all, const OpId& fact) {
    const auto change = test::taken(all.dana->file().changes.find(fact.change))->change;
    const Bytes bytes(change.bytes().begin(), change.bytes().end());
    all.exchange.alters = [bytes](protocol::Message& message) {
      if (auto* batch = std::get_if<protocol::Batch>(&message))
        std::erase_if(batch->entries, [&](const auto& one) { return one.change == bytes; });
    };
  }
  // Of an altered device of hers: it says nothing but that it had seen this.
  static envelope::Change names(replica::Replica& by, const SpaceId& space, const ChangeId& seen) {
    log::Keyring keys;
    for (auto& row : test::taken(by.file().keys.ofSpace(space)))
      keys.insert(row.space, static_cast<log::KeyChain>(row.chain), row.id, std::move(row.key), row.parents);
    crdt::Body body;
    body.claimedAt = by.clock().now();
    body.hlc = Hlc::of(body.claimedAt, 0);
    body.frontier = {seen};
    return test::taken(log::sealContent({by.signingKey(), by.random().id<Incarnation>(), {}}, space,
                                        by.authority(space).headsFor(space), {}, body,
                                        *keys.current(space, log::KeyChain::Content), by.random()));
  }
  static domain::Attachment picked(OnRelay& all, const std::string& text) {
    const auto path = all.world.root() / "picked.txt";
    std::ofstream(path) << text;
    return test::taken(all.work(*all.maya).attach(path));
  }
};

QTEST_GUILESS_MAIN(TestReplicaStore)

} // namespace test_replica_store
#include "test_replica_store.moc"
