#include "tests/simulation/hostility.h"

#include <algorithm>

#include "sync/protocol/codec.h"

namespace meridian::sim {
namespace {

constexpr std::size_t pastMax = 64;

} // namespace

bool Hostility::isHonest() const {
  return rates.withholdsTail + rates.reorders + rates.replays + rates.movesSpace + rates.flipsBit +
             rates.liesAboutReceipt + rates.forgesReceipt + rates.hidesBranch + rates.liesAboutPositions +
             rates.liesAboutTips + rates.refusesForGood ==
         0;
}

bool Hostility::does(int perThousand) {
  const bool yes = perThousand > 0 && m_dice.below(1000) < static_cast<std::uint64_t>(perThousand);
  if (yes) ++m_count;
  return yes;
}

void Hostility::flip(Bytes& bytes) {
  if (bytes.empty()) return;
  bytes[m_dice.below(bytes.size())] ^= static_cast<std::uint8_t>(1u << m_dice.below(8));
}

std::vector<Hostility::Heard> Hostility::hear(const Bytes& frame, const signing::SigningKey& identity,
                                              Instant now) {
  if (rates.liesAboutReceipt + rates.refusesForGood == 0) return {{frame, false}};
  auto message = protocol::decode(frame);
  const auto* batch = message ? std::get_if<protocol::Batch>(&*message) : nullptr;
  if (batch == nullptr || batch->more) return {{frame, false}};
  if (does(rates.refusesForGood)) { // and has not even looked at it
    protocol::Refusals refusals{.space = batch->space, .refusals = {}};
    for (const auto& entry : batch->entries)
      if (const auto change = envelope::Change::parse(entry.change))
        refusals.refusals.push_back(refusalOf(change->id()));
    return {{protocol::encode(refusals), true}};
  }
  if (!does(rates.liesAboutReceipt)) return {{frame, false}};
  protocol::Receipts receipts{.space = batch->space, .before = 0, .after = 0, .receipts = {}};
  for (const auto& entry : batch->entries)
    if (const auto change = envelope::Change::parse(entry.change)) {
      receipts.receipts.push_back(
          envelope::makeReceipt(identity, envelope::Receipt::Kind::Change, {}, change->id(), now));
      m_lies.insert(change->id());
    }
  return {{protocol::encode(receipts), true}};
}

protocol::Refusal Hostility::refusalOf(const ChangeId& change) {
  using enum protocol::Reason;
  return {.change = change,
          .finality = protocol::Finality::Final,
          .reason = m_dice.oneOf(std::vector{Malformed, BadSignature, TooLarge, NoRight, BeyondCut, Quota,
                                             AuthorityMissing, InvitationUsed, InvitationExpired}),
          .retryAfterMs = static_cast<std::uint32_t>(m_dice.below(100'000))};
}

void Hostility::lie(protocol::Positions& positions) {
  for (auto& one : positions.positions) {
    if (!does(rates.liesAboutPositions)) continue;
    m_wrongNumbers = true;
    using enum protocol::Standing;
    switch (m_dice.below(5)) {
    case 0:
      one.number += 1 + m_dice.below(40);
      break;
    case 1:
      one.number -= std::min(one.number, 1 + m_dice.below(40));
      break;
    case 2:
      one.at.bytes[m_dice.below(one.at.bytes.size())] ^= 1;
      break;
    case 3:
      one.standing = m_dice.oneOf(std::vector{Unknown, Refused, Compare});
      break;
    default:
      one.number = 0;
    }
  }
}

void Hostility::lie(protocol::Tips& tips) {
  std::erase_if(tips.tips, [this](auto& tip) {
    if (!does(rates.liesAboutTips)) return false;
    const auto way = m_dice.below(3);
    if (way == 0) tip.last.seq += 1 + m_dice.below(4);
    if (way == 1) tip.last.id.bytes[m_dice.below(tip.last.id.bytes.size())] ^= 1;
    return way == 2;
  });
}

bool Hostility::hides(const protocol::BatchEntry& entry, const std::string& from) {
  const auto change = envelope::Change::parse(entry.change);
  if (!change) return false;
  auto& hidden = m_hidden[from];
  const bool follows = hidden.contains(change->id()) || hidden.contains(change->header().prev);
  if (!follows && !does(rates.hidesBranch)) return false;
  hidden.insert(change->id());
  return true;
}

std::vector<Bytes> Hostility::say(Bytes frame, const std::string& to) {
  std::vector<Bytes> said;
  if (isHonest()) {
    said.push_back(std::move(frame));
    return said;
  }
  auto message = protocol::decode(frame);
  if (auto* chunk = message ? std::get_if<protocol::BlobChunk>(&*message) : nullptr; chunk != nullptr) {
    if (does(rates.flipsBit)) flip(chunk->bytes);
    said.push_back(protocol::encode(*message));
    return said;
  }
  if (auto* answer = message ? std::get_if<protocol::Receipts>(&*message) : nullptr; answer != nullptr) {
    if (does(rates.forgesReceipt))
      for (auto& receipt : answer->receipts)
        receipt.at -= std::chrono::days{1 + m_dice.below(30)};
    protocol::Refusals refusals{.space = answer->space, .refusals = {}};
    if (rates.refusesForGood > 0) // what it has stored
      std::erase_if(answer->receipts, [&](const protocol::Receipt& receipt) {
        if (receipt.kind != protocol::Receipt::Kind::Change || !does(rates.refusesForGood)) return false;
        refusals.refusals.push_back(refusalOf(receipt.change));
        return true;
      });
    said.push_back(protocol::encode(*message));
    if (!refusals.refusals.empty()) said.push_back(protocol::encode(refusals));
    return said;
  }
  if (auto* positions = message ? std::get_if<protocol::Positions>(&*message) : nullptr;
      positions != nullptr) {
    lie(*positions);
    said.push_back(protocol::encode(*message));
    return said;
  }
  if (auto* tips = message ? std::get_if<protocol::Tips>(&*message) : nullptr; tips != nullptr) {
    lie(*tips);
    said.push_back(protocol::encode(*message));
    return said;
  }
  auto* batch = message ? std::get_if<protocol::Batch>(&*message) : nullptr;
  if (batch == nullptr || batch->entries.empty()) {
    said.push_back(std::move(frame));
    return said;
  }
  if (std::ranges::find(m_spaces, batch->space) == m_spaces.end()) m_spaces.push_back(batch->space);
  if (m_past.size() < pastMax) {
    m_past.push_back(frame);
  } else {
    m_past[m_dice.below(pastMax)] = frame;
  }
  if (rates.hidesBranch > 0)
    std::erase_if(batch->entries, [&](const auto& entry) { return hides(entry, to); });
  if (batch->entries.empty()) {
    said.push_back(protocol::encode(*message));
    return said;
  }
  if (does(rates.withholdsTail)) batch->entries.resize(m_dice.below(batch->entries.size()));
  if (batch->entries.size() > 1 && does(rates.reorders))
    for (std::size_t i = batch->entries.size(); i > 1; --i)
      std::swap(batch->entries[i - 1], batch->entries[m_dice.below(i)]);
  if (!batch->entries.empty() && does(rates.flipsBit))
    flip(batch->entries[m_dice.below(batch->entries.size())].change);
  if (does(rates.movesSpace)) batch->space = m_dice.oneOf(m_spaces);
  said.push_back(protocol::encode(*message));
  if (does(rates.replays)) said.push_back(m_dice.oneOf(m_past));
  return said;
}

std::vector<Bytes> Hostility::answersFor(const void* line) {
  auto found = m_answers.extract(line);
  return found.empty() ? std::vector<Bytes>{} : std::move(found.mapped());
}

} // namespace meridian::sim
