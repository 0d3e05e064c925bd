// A mailbox with a campaign, and peers that speak frames of their own choice to it.
#pragma once

#include "sync/protocol/codec.h"
#include "sync/protocol/handshake.h"
#include "tests/sync_client/memory_store.h"

namespace meridian::test {

using protocol::Finality;
using protocol::Reason;
using protocol::Standing;

// A connection of some key, honest or not.
class RawPeer {
 public:
  RawPeer(TestRelay& relay, const signing::SigningKey& key, bool invitation = false)
      : m_relay(relay), id(relay.mailbox->connect()) {
    const auto first = take();
    hello = std::get<protocol::Hello>(first.at(0));
    protocol::Auth auth{
        .formats = {1}, .key = key.id(), .invitation = invitation, .nonce = {}, .signature = {}};
    protocol::signAuth(auth, hello, key);
    send(auth);
    welcome = std::get<protocol::Welcome>(take().at(0));
  }

  void send(const protocol::Message& message) { m_relay.mailbox->receive(id, protocol::encode(message)); }
  std::vector<protocol::Message> take(std::size_t bytesMax = 64u << 20) {
    std::vector<protocol::Message> messages;
    for (const auto& frame : m_relay.mailbox->take(id, bytesMax))
      messages.push_back(*protocol::decode(frame));
    return messages;
  }
  [[nodiscard]] bool closing() const { return m_relay.mailbox->closing(id); }

  struct Answer {
    std::vector<Receipt> receipts;
    std::vector<protocol::Refusal> refusals;
    [[nodiscard]] bool stored(const ChangeId& change) const {
      return std::ranges::count(receipts, change, &Receipt::change) > 0;
    }
    [[nodiscard]] const protocol::Refusal* refused(const ChangeId& change) const {
      const auto found = std::ranges::find(refusals, change, &protocol::Refusal::change);
      return found == refusals.end() ? nullptr : &*found;
    }
    // Refused with just this, and not stored.
    [[nodiscard]] bool is(const Change& change, Finality finality, Reason reason) const {
      const auto* refusal = refused(change.id());
      return refusal != nullptr && refusal->finality == finality && refusal->reason == reason &&
             !stored(change.id());
    }
  };
  // Without the commit.
  void hand(const SpaceId& space, const std::vector<Change>& changes,
            const std::vector<Receipt>& shown = {}) {
    protocol::Batch batch{.space = space, .before = 0, .after = 0, .more = false, .entries = {}};
    for (const auto& change : changes) {
      batch.entries.push_back({Bytes(change.bytes().begin(), change.bytes().end()), {}});
      for (const auto& receipt : shown)
        if (receipt.change == change.id()) batch.entries.back().receipts.push_back(receipt);
    }
    send(batch);
  }
  Answer answers() {
    Answer answer;
    for (const auto& message : take()) {
      if (const auto* receipts = std::get_if<protocol::Receipts>(&message))
        std::ranges::copy(receipts->receipts, std::back_inserter(answer.receipts));
      if (const auto* refusals = std::get_if<protocol::Refusals>(&message))
        std::ranges::copy(refusals->refusals, std::back_inserter(answer.refusals));
    }
    return answer;
  }
  Answer offer(const SpaceId& space, const std::vector<Change>& changes,
               const std::vector<Receipt>& shown = {}) {
    hand(space, changes, shown);
    m_relay.mailbox->commit();
    return answers();
  }
  Answer offer(const Change& change) { return offer(change.space(), {change}); }

  bool admit(const protocol::Admit& proof) {
    send(proof);
    return std::get<protocol::Admitted>(take().at(0)).accepted;
  }
  // Reads a space from its beginning: the standing, and all that was sent.
  struct Reading {
    Standing standing{};
    std::vector<Change> changes;
    std::set<SpaceId> invitedTo;
  };
  Reading read(const SpaceId& space) {
    send(protocol::Cursors{.cursors = {{.space = space, .generation = {}, .number = 0}}});
    Reading reading;
    for (const auto& message : take()) {
      if (const auto* positions = std::get_if<protocol::Positions>(&message))
        for (const auto& position : positions->positions) {
          if (position.standing == Standing::Invited) {
            reading.invitedTo.insert(position.space);
          } else if (position.space == space) {
            reading.standing = position.standing;
          }
        }
      if (const auto* batch = std::get_if<protocol::Batch>(&message))
        for (const auto& entry : batch->entries)
          if (batch->space == space) reading.changes.push_back(*Change::parse(entry.change));
    }
    return reading;
  }

 private:
  TestRelay& m_relay;

 public:
  relay::ConnectionId id;
  protocol::Hello hello;
  protocol::Welcome welcome;
};

// A founder, their campaign and what they write, on a relay that takes it.
class Site {
 public:
  explicit Site(relay::MailboxOptions options = {.admission = relay::Admission::Open}, std::string vfs = {})
      : relay(options, std::move(vfs)),
        genesis(founder.write(Kind::Genesis, {}, {}, {Founder{founder.id(), founder.box()}})),
        campaign(genesis.space()) {
    know(genesis);
  }
  // Founder's, at everything written here.
  Change entry(const std::vector<Item>& items) { return entry(campaign, items); }
  Change entry(const SpaceId& space, const std::vector<Item>& items) {
    return know(founder.write(Kind::Authority, space, heads(space), items));
  }
  Change space(const std::vector<Item>& more = {}) {
    std::vector<Item> items{OfCampaign{campaign}, MemberItem{memberOf(genesis)}};
    items.insert(items.end(), more.begin(), more.end());
    return know(founder.write(Kind::Genesis, {}, heads(campaign), items));
  }
  Change content(TestDevice& author, const SpaceId& space) {
    return author.write(Kind::Content, space, heads(space));
  }
  [[nodiscard]] std::vector<ChangeId> heads(const SpaceId& space) const {
    auto at = authority.heads(campaign);
    if (space != campaign) std::ranges::copy(authority.heads(space), std::back_inserter(at));
    return at;
  }
  Change know(Change change) {
    if (auto added = authority.add(change); !added) qFatal("entry: %s", added.error().detail.c_str());
    return change;
  }
  // Somebody who came by an invitation that was confirmed: the four changes, in order.
  std::vector<Change> member(TestDevice& device, std::string_view name, Capability capability,
                             std::vector<SpaceId> spaces = {}) {
    const auto invite = entry({inviteOf(name, capability, std::move(spaces))});
    const auto join = know(device.join(campaign, heads(campaign), {invite.id(), 0}, keyOf(name)));
    return {invite, join, entry({Confirm{join.id()}})};
  }

  TestRelay relay;
  TestDevice founder{"founder"};
  ClearAuthority authority;
  Change genesis;
  SpaceId campaign;
};

} // namespace meridian::test
