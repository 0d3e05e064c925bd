// A small campaign with real signatures, for targets that speak a protocol: a founder, a member who joined,
// an invitation that is open, a stranger, a second space, and changes with and without a file.
#pragma once

#include "sync/protocol/messages.h"
#include "tests/core_crypto/seeded_random.h"
#include "tests/core_envelope/world.h"

namespace meridian::fuzz {

using namespace envelope;
using test::TestDevice;

struct Campaign {
  TestDevice founder{"founder"}, member{"member"}, stranger{"stranger"};
  signing::SigningKey invitation = test::keyOf("open");
  SpaceId campaign, space;
  Bytes chunk = Bytes(100, 0x42);
  std::vector<signing::ChunkHash> chunks{signing::chunkHash(chunk)};
  BlobId blob = signing::blobAddress(chunk.size(), chunks);
  // All that anybody wrote, in an order in which a relay takes it; the last ones are a stranger's.
  std::vector<Change> changes;
  std::size_t rightful = 0; // of them, the first so many

  Campaign() {
    const auto genesis = add(founder.write(Kind::Genesis, {}, {}, {Founder{founder.id(), founder.box()}}));
    campaign = genesis.space();
    heads = {genesis.id()};
    entry({test::inviteOf("join", Capability::Write)});
    const auto join = add(member.join(campaign, heads, {changes.back().id(), 0}, test::keyOf("join")));
    heads = {join.id()};
    entry({Confirm{join.id()}});
    entry({test::inviteOf("open", Capability::Read)});
    space = add(founder.write(Kind::Genesis, {}, heads,
                              {OfCampaign{campaign}, MemberItem{test::memberOf(genesis)}}))
                .space();
    add(member.write(Kind::Content, campaign, heads));
    add(founder.write(Kind::Content, campaign, heads));
    add(withBlob(member));
    add(member.write(Kind::Content, campaign, heads));
    rightful = changes.size();
    add(stranger.write(Kind::Content, campaign, heads));
    add(stranger.write(Kind::Authority, campaign, heads,
                       {Grant{test::memberOf(genesis), Capability::Manage}}));
    add(stranger.write(Kind::Genesis, {}, {}, {Founder{stranger.id(), stranger.box()}}));
  }

 private:
  std::vector<ChangeId> heads;

  Change add(Change change) {
    changes.push_back(change);
    return change;
  }
  void entry(const std::vector<Item>& items) {
    heads = {add(founder.write(Kind::Authority, campaign, heads, items)).id()};
  }
  // The device's next content change, which names the file.
  Change withBlob(TestDevice& device) {
    const auto plain = device.write(Kind::Content, campaign, heads);
    Header header = plain.header();
    header.blobs = {blob};
    auto change = finish(encodeAdditionalData(header, {}), plain.nonce(), plain.sealed(), device.key());
    device.movedTo(campaign, Chain::Content, {header.seq, change->id()});
    return std::move(*change);
  }
};

// Reads what a fuzzer's input says to do; beyond its end everything is zero.
class Script {
 public:
  explicit Script(ByteView bytes) : m_in(bytes) {}
  [[nodiscard]] bool more() const { return m_in.ok() && !m_in.atEnd(); }
  std::size_t number() { return m_in.u8(); }
  std::uint64_t u16() { return m_in.u16(); }
  std::uint64_t u64() { return m_in.remaining() < 8 ? number() : m_in.u64(); }
  Bytes bytes() {
    const auto size = std::min<std::size_t>(m_in.u16(), m_in.remaining());
    const auto view = m_in.raw(size);
    return {view.begin(), view.end()};
  }
  // Sometimes one byte of them is another.
  Bytes perhapsDamaged(ByteView from) {
    Bytes bytes{from.begin(), from.end()};
    if (number() % 4 == 3 && !bytes.empty()) {
      const auto at = u16() % bytes.size();
      bytes[at] = static_cast<std::uint8_t>(bytes[at] ^ number());
    }
    return bytes;
  }

 private:
  ByteReader m_in;
};

} // namespace meridian::fuzz
