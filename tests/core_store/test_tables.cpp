#include <QtTest>

#include "core/base/limits.h"
#include "core/crypto/signing/system_random.h"
#include "core/store/blob_files.h"
#include "tests/core_store/store_fixture.h"

namespace test_tables {

using namespace meridian;
using namespace meridian::store;
using namespace meridian::store::testing;

namespace {

const SpaceId space = idOf<SpaceId>(1);

} // namespace

class TestTables : public QObject {
  Q_OBJECT

 private slots:
  void aChangeIsStoredOnce();
  void aGapIsRefused();
  void bothBranchesOfAForkAreKept();
  void unappliedRowsComeInOrderOfArrival();
  void anErasedSignatureKeepsTheId();
  void theFrontierHoldsWhatNoAppliedChangeNames();
  void opsComeInOrderOfApplicationNotOfArrival();
  void anEntityIsKnownByItsCreateAlone();
  void opsFollowTheEffectOfTheirChange();
  void theOutboxKeepsWhatIsNotStored();
  void aReceiptMayComeBeforeOrAfterItsFact();
  void settingsAreListedByPrefixInAnyScript();
  void campaignsSpacesCursorsAndKeysReadBackAsWritten();
  void aBlobIsCompleteWhenEveryChunkIsHere();
  void blobFilesTakeChunksInAnyOrder();
};

void TestTables::aChangeIsStoredOnce() {
  Profile profile;
  Author author(1, space);
  const auto change = author.write();
  profile.commit([&] {
    QVERIFY(profile->changes.insert(rowOf(change)));
    QCOMPARE(outcome(profile->changes.insert(rowOf(change))), "already-exists");
  });
  const auto found = profile->changes.find(change.id());
  QVERIFY(found && *found);
  QVERIFY(std::ranges::equal((*found)->change.bytes(), change.bytes()));
  QCOMPARE((*profile->changes.info(change.id()))->device, author.device());
  QCOMPARE((*profile->changes.tip(author.chain()))->id, change.id());
  QVERIFY(!profile->changes.find(idOf<ChangeId>(99))->has_value());
}

void TestTables::aGapIsRefused() {
  Profile profile;
  Author author(1, space);
  const auto first = author.write(), second = author.write(), third = author.write();
  profile.commit([&] {
    QCOMPARE(outcome(profile->changes.insert(rowOf(second))), "not-found");
    QVERIFY(!profile->changes.tip(author.chain())->has_value());
    QVERIFY(profile->changes.tips(space)->empty());
    QVERIFY(profile->changes.insert(rowOf(first)));
    QCOMPARE(outcome(profile->changes.insert(rowOf(third))), "not-found");
    QVERIFY(profile->changes.insert(rowOf(second)));
    QVERIFY(profile->changes.insert(rowOf(third)));
  });
  QCOMPARE((*profile->changes.tip(author.chain()))->seq, std::uint64_t{3});
  QCOMPARE((*profile->changes.tip(author.chain()))->id, third.id());
  const auto run = profile->changes.run(author.chain(), 2, 10);
  QCOMPARE(run->size(), std::size_t{2});
  QCOMPARE(run->front().change.id(), second.id());
}

void TestTables::bothBranchesOfAForkAreKept() {
  using Place = ChangeTable::Place;
  Profile profile;
  Author author(1, space);
  const auto first = author.write(), second = author.write();
  const auto fork = author.make(2, first.id(), asBytes("the other branch of this device"));
  const auto longer = author.make(3, fork.id(), asBytes("what the copy of it wrote after that one"));
  const auto stranger = author.make(3, idOf<ChangeId>(77), asBytes("follows nothing that is here"));
  profile.commit([&] {
    QCOMPARE(*profile->changes.placeOf(first), Place::Next);
    QCOMPARE(*profile->changes.placeOf(second), Place::Gap);
    QVERIFY(profile->changes.insert(rowOf(first)));
    QVERIFY(profile->changes.insert(rowOf(second)));
    QCOMPARE(*profile->changes.placeOf(fork), Place::Branch);
    QCOMPARE(*profile->changes.placeOf(longer), Place::Gap);
    QVERIFY(profile->changes.insert(rowOf(fork)));
    QCOMPARE(*profile->changes.placeOf(longer), Place::Branch);
    QVERIFY(profile->changes.insert(rowOf(longer)));
    QCOMPARE(outcome(profile->changes.insert(rowOf(stranger))), "not-found");
  });
  QCOMPARE((*profile->changes.tip(author.chain()))->id, second.id());
  std::set<ChangeId> tips;
  const auto all = profile->changes.tips(space);
  QVERIFY(all);
  for (const auto& [key, position] : *all)
    tips.insert(position.id);
  QCOMPARE(tips, (std::set<ChangeId>{second.id(), longer.id()}));
  QCOMPARE(*profile->changes.count(space), 4);
  const auto forks = profile->changes.forks(space);
  QVERIFY(forks);
  QCOMPARE(forks->size(), std::size_t{1});
  QCOMPARE(forks->front().seq, std::uint64_t{2});
  QCOMPARE((std::set<ChangeId>{forks->front().first, forks->front().second}),
           (std::set<ChangeId>{second.id(), fork.id()}));
}

void TestTables::unappliedRowsComeInOrderOfArrival() {
  Profile profile;
  Author author(1, space), other(2, space);
  const auto a = author.write(), b = author.write(), c = other.write();
  profile.commit([&] {
    QVERIFY(profile->changes.insert(rowOf(a)));
    QVERIFY(profile->changes.insert(rowOf(c, Stage::Unreadable)));
    const auto row = profile->changes.insert(rowOf(b, Stage::Waiting));
    QVERIFY(row);
    auto unapplied = profile->changes.unapplied(space, 0, 10);
    QCOMPARE(unapplied->size(), std::size_t{2});
    QCOMPARE(unapplied->front().change.id(), c.id());
    unapplied = profile->changes.unapplied(space, unapplied->front().row, 1);
    QCOMPARE(unapplied->front().change.id(), b.id());
    QCOMPARE(*profile->changes.spacesWithUnapplied(), std::vector{space});
    QVERIFY(profile->changes.setApplied(*row, 2, "not-your-market", fromMillis(1234), 99));
  });
  QCOMPARE(profile->changes.unapplied(space, 0, 10)->size(), std::size_t{1});
  QVERIFY(profile->changes.unapplied(idOf<SpaceId>(8), 0, 10)->empty());
  const auto info = *profile->changes.info(b.id());
  QCOMPARE(info->reason, std::string("not-your-market"));
  QCOMPARE(info->claimedAt, fromMillis(1234));
  QCOMPARE(info->hlc, std::uint64_t{99});
  QCOMPARE(profile->changes.after(space, envelope::Chain::Content, info->row - 1, 10)->size(),
           std::size_t{1});
}

void TestTables::anErasedSignatureKeepsTheId() {
  Profile profile;
  Author author(1, space);
  const auto change = author.write();
  profile.commit([&] {
    ChangeRow row = rowOf(change);
    row.signature = SignatureState::Vouched;
    const auto number = profile->changes.insert(row);
    QCOMPARE(profile->changes.vouched(10)->size(), std::size_t{1});
    QVERIFY(profile->changes.setSignature(*number, SignatureState::Absent, true));
  });
  QVERIFY(profile->changes.vouched(10)->empty());
  const auto found = *profile->changes.find(change.id());
  QVERIFY(!found->change.hasSignature());
  QCOMPARE(found->signature, SignatureState::Absent);
  QCOMPARE(outcome(profile->check()), "ok");
}

void TestTables::theFrontierHoldsWhatNoAppliedChangeNames() {
  Profile profile;
  Author one(1, space), two(2, space);
  const auto a = one.write(), b = two.write(), c = one.write();
  profile.commit([&] {
    for (const auto& change : {a, b, c})
      QVERIFY(profile->changes.insert(rowOf(change)));
    QVERIFY(profile->changes.advanceFrontier(space, a.id(), {}));
    QVERIFY(profile->changes.advanceFrontier(space, b.id(), {}));
    QCOMPARE(profile->changes.frontier(space)->size(), std::size_t{2});
    QVERIFY(profile->changes.advanceFrontier(space, c.id(), {a.id(), b.id()}));
    QCOMPARE(*profile->changes.frontier(space), std::vector{c.id()});
    // Judged again after a late cut: nothing comes back.
    QVERIFY(profile->changes.advanceFrontier(space, a.id(), {}));
    QCOMPARE(outcome(profile->changes.advanceFrontier(space, idOf<ChangeId>(9), {})), "not-found");
    QCOMPARE(outcome(profile->changes.advanceFrontier(space, c.id(), {idOf<ChangeId>(9)})), "not-found");
  });
  QCOMPARE(*profile->changes.frontier(space), std::vector{c.id()});
  QCOMPARE(*profile->changes.parents(c.id()), (std::vector{a.id(), b.id()}));
  QVERIFY(profile->changes.parents(a.id())->empty());
}

void TestTables::opsComeInOrderOfApplicationNotOfArrival() {
  Profile profile;
  Author one(1, space), two(2, space);
  const auto late = one.write(), early = two.write();
  const crdt::KeyedEntity entity{.kind = 4, .key = {1}};
  const auto set = [&](const char* text) {
    return std::vector<crdt::Op>{crdt::SetRegister{.entity = entity, .field = 1, .value = crdt::Value(text)}};
  };
  profile.commit([&] {
    const auto lateRow = profile->changes.insert(rowOf(late, Stage::Waiting));
    const auto earlyRow = profile->changes.insert(rowOf(early));
    QVERIFY(profile->ops.insert(space, *earlyRow, early.id(), set("early")));
    QVERIFY(profile->changes.setApplied(*lateRow, 1, "", fromMillis(5), 6));
    QVERIFY(profile->ops.insert(space, *lateRow, late.id(), set("Поздно")));
    // The same again keeps its place.
    QVERIFY(profile->ops.insert(space, *earlyRow, early.id(), set("early, read anew")));
    QCOMPARE(outcome(profile->ops.insert(idOf<SpaceId>(2), *earlyRow, early.id(), set("x"))), "not-found");
    QCOMPARE(outcome(profile->ops.insert(space, *earlyRow, late.id(), set("x"))), "not-found");
  });
  const auto ops = profile->ops.opsOf(space, crdt::entityIdOf(entity));
  QCOMPARE(ops->size(), std::size_t{2});
  QCOMPARE(ops->at(0).id.change, early.id());
  QCOMPARE(*std::get<crdt::SetRegister>(ops->at(0).op).value.text(), std::string("early, read anew"));
  QCOMPARE(*std::get<crdt::SetRegister>(ops->at(1).op).value.text(), std::string("Поздно"));
  QCOMPARE(ops->at(1).device, one.device());
  QCOMPARE(ops->at(1).claimedAt, fromMillis(5));
  QCOMPARE(ops->at(1).hlc.packed, std::uint64_t{6});
  QCOMPARE(profile->ops.opsOfSpace(space)->size(), std::size_t{2});
  QVERIFY(profile->ops.opsOfSpace(idOf<SpaceId>(2))->empty());
}

void TestTables::anEntityIsKnownByItsCreateAlone() {
  Profile profile;
  Author author(1, space);
  const auto a = author.write(), b = author.write();
  const OpId made{.change = b.id(), .index = 1};
  const auto id = crdt::EntityId::created(made);
  profile.commit([&] {
    const auto first = profile->changes.insert(rowOf(a)), second = profile->changes.insert(rowOf(b));
    QVERIFY(profile->ops.insert(space, *first, a.id(),
                                {crdt::SetRegister{.entity = made, .field = 1, .value = crdt::Value(1)}}));
    QVERIFY(!profile->ops.entity(space, id)->has_value());
    QVERIFY(profile->ops.entities(space)->empty());
    QVERIFY(profile->ops.insert(
        space, *second, b.id(),
        {crdt::UnknownOp{.kind = 900, .body = {1, 2}}, crdt::Create{.kind = 20, .payload = {}}}));
    QVERIFY(profile->ops.setMarket(space, id, "RU-МСК"));
  });
  const auto entity = *profile->ops.entity(space, id);
  QVERIFY(entity);
  QCOMPARE(entity->kind, std::uint16_t{20});
  QCOMPARE(entity->market, std::string("RU-МСК"));
  QCOMPARE(entity->createdBy, author.device());
  QCOMPARE(profile->ops.entities(space, 20)->size(), std::size_t{1});
  QVERIFY(profile->ops.entities(space, 21)->empty());
  QCOMPARE(profile->ops.opsOf(space, id)->size(), std::size_t{2});
  QCOMPARE(profile->ops.opsOf(space, id)->at(1).id, made);
}

void TestTables::opsFollowTheEffectOfTheirChange() {
  Profile profile;
  Author author(1, space);
  const auto change = author.write();
  const auto id = crdt::EntityId::created({.change = change.id(), .index = 0});
  profile.commit([&] {
    const auto row = profile->changes.insert(rowOf(change));
    QVERIFY(profile->ops.insert(space, *row, change.id(), {crdt::Create{.kind = 20, .payload = {}}}));
    QVERIFY((*profile->ops.entity(space, id))->counts);
    QVERIFY(profile->changes.setApplied(*row, 2, "cut", {}, 0));
  });
  QVERIFY(!(*profile->ops.entity(space, id))->counts);
  QVERIFY(!profile->ops.opsOf(space, id)->front().counts);
}

void TestTables::theOutboxKeepsWhatIsNotStored() {
  Profile profile;
  Author author(1, space);
  const auto a = author.write(), b = author.write();
  profile.commit([&] {
    for (const auto& change : {a, b}) {
      const auto row = profile->changes.insert(rowOf(change));
      QVERIFY(profile->outbox.add({.change = change.id(), .space = space, .changeRow = *row}));
    }
    QCOMPARE(outcome(profile->outbox.add({.change = a.id(), .space = space, .changeRow = 77})), "not-found");
    QVERIFY(profile->outbox.setDelivery(a.id(), Delivery::Stored, "", fromMillis(10)));
    QVERIFY(profile->outbox.setHold(b.id(), fromMillis(20)));
  });
  QCOMPARE(profile->outbox.waiting()->size(), std::size_t{1});
  QCOMPARE(profile->outbox.waiting(space)->front().holdUntil, std::optional(fromMillis(20)));
  QVERIFY(profile->outbox.waiting(idOf<SpaceId>(2))->empty());
  QCOMPARE((*profile->outbox.find(a.id()))->storedAt, std::optional(fromMillis(10)));
  QCOMPARE(profile->outbox.recent(1)->front().change, b.id());
  profile.commit([&] { QVERIFY(profile->outbox.reopen(space)); });
  QCOMPARE(profile->outbox.waiting(space)->front().change, a.id());
  QCOMPARE(profile->outbox.waiting(space)->front().delivery, Delivery::Sent); // it did leave
  QCOMPARE(profile->outbox.waiting(space)->back().delivery, Delivery::Local);
  QCOMPARE(profile->outbox.waiting(space)->size(), std::size_t{2});
}

void TestTables::aReceiptMayComeBeforeOrAfterItsFact() {
  Profile profile;
  const ReceiptRow receipt{
      .change = idOf<ChangeId>(1), .relay = idOf<RelayId>(2), .at = fromMillis(3), .bytes = Bytes(64, 4)};
  ReceiptRow later = receipt;
  later.change = idOf<ChangeId>(5);
  profile.commit([&] {
    QVERIFY(profile->outbox.addReceipt(receipt));
    QVERIFY(profile->outbox.addReceipt(receipt));
    QCOMPARE(profile->outbox.receipts(receipt.change)->size(), std::size_t{1});
    QCOMPARE(profile->outbox.unwitnessedReceipts()->size(), std::size_t{1});
    QVERIFY(profile->outbox.setWitnessed(receipt.change, true)); // of its blobs: another fact
    QCOMPARE(profile->outbox.unwitnessedReceipts()->size(), std::size_t{1});
    QVERIFY(profile->outbox.setWitnessed(receipt.change, false));
    QVERIFY(profile->outbox.setWitnessed(later.change, false));
    QVERIFY(profile->outbox.addReceipt(later));
  });
  QVERIFY(profile->outbox.unwitnessedReceipts()->empty());
}

void TestTables::settingsAreListedByPrefixInAnyScript() {
  Profile profile;
  profile.commit([&] {
    QVERIFY(profile->settings.set("черновик/б", "два"));
    QVERIFY(profile->settings.set("черновик/а", "один"));
    QVERIFY(profile->settings.set("черновик", "нет"));
    QVERIFY(profile->settings.set("чёрный", "нет"));
    QVERIFY(profile->settings.set("черновик/а", "раз"));
  });
  const std::vector<std::pair<std::string, std::string>> expected = {{"черновик/а", "раз"},
                                                                     {"черновик/б", "два"}};
  QVERIFY(*profile->settings.list("черновик/") == expected);
  QCOMPARE(profile->settings.list("")->size(), std::size_t{4});
  QVERIFY(profile->settings.remove("чёрный"));
  QVERIFY(!profile->settings.get("чёрный")->has_value());
}

void TestTables::campaignsSpacesCursorsAndKeysReadBackAsWritten() {
  Profile profile;
  const SpaceId campaign = idOf<SpaceId>(3), other = idOf<SpaceId>(44);
  profile.commit([&] {
    CampaignRow row{.id = campaign, .title = "Осень 2027", .relayPin = {1, 2}, .position = 2};
    QVERIFY(profile->campaigns.put(row));
    row.title = "Осень";
    QVERIFY(profile->campaigns.put(row));
    QVERIFY(profile->changes.insert(rowOf(Author(1, space).write()))); // the space is met before it is known
    QVERIFY(!profile->campaigns.space(space)->has_value());
    QVERIFY(profile->campaigns.putSpace({.id = space, .campaign = campaign, .kind = 3, .market = "DE"}));
    QVERIFY(profile->cursors.set(
        {.space = space, .relay = idOf<RelayId>(1), .generation = Bytes(16, 1), .number = 5}));
    QVERIFY(profile->cursors.set(
        {.space = space, .relay = idOf<RelayId>(1), .generation = Bytes(16, 2), .number = 1}));
    QVERIFY(profile->cursors.set(
        {.space = other, .relay = idOf<RelayId>(1), .generation = Bytes(16, 2), .number = 3}));
    QVERIFY(profile->cursors.move(
        {.space = other, .relay = idOf<RelayId>(1), .generation = Bytes(16, 2), .number = 4}));
    QCOMPARE((*profile->cursors.find(other, idOf<RelayId>(1)))->number, std::uint64_t{4});
    QVERIFY(profile->cursors.forget(other));
    QVERIFY(profile->cursors.move(
        {.space = other, .relay = idOf<RelayId>(1), .generation = Bytes(16, 2), .number = 5}));
    QVERIFY(!profile->cursors.find(other, idOf<RelayId>(1))->has_value()); // it stays forgotten
    for (const std::uint64_t number : {1, 2}) {                            // the second put changes nothing
      QVERIFY(profile->keys.put({.id = idOf<KeyId>(1),
                                 .space = space,
                                 .key = SecretBytes::copyOf(idOf<KeyId>(number).view()),
                                 .parents = {idOf<KeyId>(8), idOf<KeyId>(9)}}));
    }
    QVERIFY(profile->keys.putSecret("device/sign", SecretBytes::copyOf(Bytes{1, 2, 3})));
  });
  QCOMPARE((*profile->campaigns.find(campaign))->title, std::string("Осень"));
  QCOMPARE(profile->campaigns.all()->size(), std::size_t{1});
  QCOMPARE(profile->campaigns.spaces(campaign)->front().market, std::string("DE"));
  QCOMPARE(*profile->changes.count(space), 1);
  QCOMPARE((*profile->cursors.find(space, idOf<RelayId>(1)))->generation, Bytes(16, 2));
  QCOMPARE(profile->cursors.all(idOf<RelayId>(1))->front().number, std::uint64_t{1});
  QVERIFY(profile->keys.ofSpace(idOf<SpaceId>(99))->empty());
  const auto keys = profile->keys.ofSpace(space);
  QCOMPARE(keys->size(), std::size_t{1});
  QVERIFY(keys->front().key == SecretBytes::copyOf(idOf<KeyId>(1).view()));
  QCOMPARE(keys->front().parents.size(), std::size_t{2});
  QVERIFY(**profile->keys.secret("device/sign") == SecretBytes::copyOf(Bytes{1, 2, 3}));
  QVERIFY(profile->keys.removeSecret("device/sign"));
  QVERIFY(!profile->keys.secret("device/sign")->has_value());
}

void TestTables::aBlobIsCompleteWhenEveryChunkIsHere() {
  Profile profile;
  const BlobId blob = idOf<BlobId>(1);
  BlobRow row{.id = blob, .space = space};
  profile.commit([&] {
    QVERIFY(profile->blobs.put(row)); // named by a change, list not here yet
    QCOMPARE(outcome(profile->blobs.addChunk(blob, 0)), "not-found");
    row.sealedLength = limits::blobChunkBytes + 1;
    row.chunkHashes = {{1}, {2}};
    QVERIFY(profile->blobs.put(row));
    QVERIFY(profile->blobs.addChunk(blob, 1));
    QVERIFY(profile->blobs.addChunk(blob, 1));
    QCOMPARE(outcome(profile->blobs.addChunk(blob, 2)), "not-found");
    QVERIFY(profile->blobs.put({.id = blob, .space = idOf<SpaceId>(9)})); // loses nothing
  });
  QCOMPARE(*profile->blobs.chunks(blob), (std::vector<bool>{false, true}));
  const auto any = [](const BlobTable::Place&) { return true; };
  QCOMPARE((*profile->blobs.missing(any))->id, blob);
  QVERIFY(!*profile->blobs.missing([](const BlobTable::Place&) { return false; }));
  QVERIFY(!*profile->blobs.toUpload(any));
  profile.commit([&] { QVERIFY(profile->blobs.addChunk(blob, 0)); });
  QVERIFY(!*profile->blobs.missing(any));
  QVERIFY(profile->blobs.find((*profile->blobs.toUpload(any))->id).value()->complete());
  QCOMPARE((*profile->blobs.find(blob))->sealedLength, limits::blobChunkBytes + 1);
  QVERIFY(profile->blobs.setUploaded(blob, true));
  QVERIFY(!*profile->blobs.toUpload(any));
}

void TestTables::blobFilesTakeChunksInAnyOrder() {
  Profile profile;
  signing::SystemRandom random;
  const auto directory = profile.directory() / "blobs";
  const BlobId blob = idOf<BlobId>(1), other = idOf<BlobId>(2);
  auto files = BlobFiles::open(directory, profile->keys, random);
  QVERIFY(files);
  QCOMPARE(outcome(files->readChunk(blob, 0)), "not-found");
  QVERIFY(files->writeChunk(blob, 1, Bytes{7, 8}));
  QVERIFY(files->writeChunk(blob, 0, Bytes(limits::blobChunkBytes, 6)));
  QVERIFY(files->sync(blob));
  QCOMPARE(*files->size(blob), std::uint64_t{limits::blobChunkBytes + 2});
  const auto left = files->temporaryFile(random), finished = files->temporaryFile(random);
  for (const auto& path : {left, finished})
    QVERIFY(QFile(QString::fromStdString(path.string())).open(QFile::WriteOnly));
  QVERIFY(files->adopt(other, finished));
  QCOMPARE(*files->size(other), std::uint64_t{0});

  auto again = BlobFiles::open(directory, profile->keys, random); // same names, and what a crash left is gone
  QVERIFY(!std::filesystem::exists(left));
  QCOMPARE(*again->readChunk(blob, 0), Bytes(limits::blobChunkBytes, 6));
  QCOMPARE(*again->readChunk(blob, 1), (Bytes{7, 8}));
  QCOMPARE(outcome(again->readChunk(blob, 2)), "not-found");
  QVERIFY(again->remove(blob));
  QVERIFY(again->remove(blob));
  QCOMPARE(outcome(again->size(blob)), "not-found");
}

QTEST_GUILESS_MAIN(TestTables)

} // namespace test_tables
#include "test_tables.moc"
