// One message of each type with every field set to something of its own.
#pragma once

#include "core/base/limits.h"
#include "sync/protocol/codec.h"
#include "tests/core_crypto/seeded_random.h"

namespace meridian::test {

using namespace meridian::protocol;

inline Receipt anyReceipt(RandomSource& random, Receipt::Kind kind = Receipt::Kind::Change) {
  Receipt receipt{.kind = kind,
                  .relay = random.id<RelayId>(),
                  .generation = random.id<Generation>(),
                  .change = random.id<ChangeId>(),
                  .at = fromMillis(1'800'000'000'123),
                  .signature = {}};
  random.fill(receipt.signature);
  return receipt;
}

inline BlobName anyName(RandomSource& random) { return {random.id<SpaceId>(), random.id<BlobId>()}; }

inline std::vector<Message> oneOfEach(std::uint64_t seed = 1) {
  SeededRandom random(seed);
  const auto signature = [&] {
    signing::Signature bytes{};
    random.fill(bytes);
    return bytes;
  };
  const auto bytes = [&](std::size_t size) {
    Bytes filled(size);
    random.fill(filled);
    return filled;
  };
  std::vector<Message> all;
  all.push_back(Hello{.versionLow = 1,
                      .versionHigh = 7,
                      .formats = {1, 2, 255},
                      .relay = random.id<RelayId>(),
                      .generation = random.id<Generation>(),
                      .challenge = random.id<Nonce>(),
                      .signature = signature()});
  all.push_back(Auth{.version = 3,
                     .formats = {1},
                     .key = random.id<DeviceId>(),
                     .invitation = true,
                     .nonce = random.id<Nonce>(),
                     .signature = signature()});
  all.push_back(Welcome{.now = fromMillis(1'800'000'000'001),
                        .blobBytesMax = limits::blobBytesDefault,
                        .admitsCampaigns = true,
                        .signature = signature()});
  all.push_back(Admit{.campaign = random.id<SpaceId>(), .code = random.id<FoundingCode>(), .receipt = {}});
  all.push_back(Admit{.campaign = random.id<SpaceId>(), .code = {}, .receipt = anyReceipt(random)});
  all.push_back(Admitted{.campaign = random.id<SpaceId>(), .accepted = true});
  all.push_back(Bye{.reason = ByeReason::UpdateNeeded, .versionLow = 2, .versionHigh = 9});
  all.push_back(Cursors{.cursors = {{random.id<SpaceId>(), random.id<Generation>(), 1},
                                    {random.id<SpaceId>(), random.id<Generation>(), ~std::uint64_t{0}}}});
  Positions positions;
  for (std::uint8_t standing = 1; standing <= 6; ++standing) {
    ChangeId at;
    at.bytes.fill(standing);
    positions.positions.push_back({random.id<SpaceId>(), Standing{standing}, standing * 1'000u, at});
  }
  all.push_back(positions);
  all.push_back(Tips{.space = random.id<SpaceId>(),
                     .more = true,
                     .tips = {{random.id<DeviceId>(),
                               random.id<Incarnation>(),
                               envelope::Chain::Authority,
                               {4, random.id<ChangeId>()}},
                              {random.id<DeviceId>(),
                               random.id<Incarnation>(),
                               envelope::Chain::Content,
                               {~std::uint64_t{0}, random.id<ChangeId>()}}}});
  all.push_back(Batch{.space = random.id<SpaceId>(),
                      .before = 5,
                      .after = 9,
                      .more = true,
                      .entries = {{bytes(300), {}},
                                  {bytes(1), {anyReceipt(random), anyReceipt(random, Receipt::Kind::Blobs)}},
                                  {Bytes{}, {anyReceipt(random)}}}});
  all.push_back(Receipts{.space = random.id<SpaceId>(),
                         .before = 5,
                         .after = 6,
                         .receipts = {anyReceipt(random), anyReceipt(random, Receipt::Kind::Blobs)}});
  Refusals refusals{.space = random.id<SpaceId>(), .refusals = {}};
  for (std::uint8_t reason = 1; reason <= static_cast<std::uint8_t>(reasonLast); ++reason)
    refusals.refusals.push_back({random.id<ChangeId>(), reason % 2 == 0 ? Finality::Final : Finality::Wait,
                                 Reason{reason}, reason * 7u});
  all.push_back(refusals);
  all.push_back(BlobList{.name = anyName(random),
                         .length = 2 * limits::blobChunkBytes + 1,
                         .chunks = {random.id<ChunkHash>(), random.id<ChunkHash>(), random.id<ChunkHash>()}});
  for (std::uint8_t state = 1; state <= 5; ++state)
    all.push_back(BlobStatus{.name = anyName(random), .state = BlobState{state}, .present = bytes(state)});
  all.push_back(BlobGet{.name = anyName(random)});
  all.push_back(BlobChunkGet{.name = anyName(random), .index = 0xFFFFFFFFu});
  all.push_back(BlobChunk{.name = anyName(random), .index = 3, .bytes = bytes(1000)});
  all.push_back(BlobAck{.name = anyName(random), .index = 4});
  return all;
}

} // namespace meridian::test
