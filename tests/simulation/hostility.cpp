#include "tests/simulation/hostility.h"

#include <algorithm>

#include "sync/protocol/codec.h"

namespace meridian::sim {
namespace {

constexpr std::size_t pastMax = 64;

} // namespace

bool Hostility::isHonest() const {
  return rates.withholdsTail + rates.reorders + rates.replays + rates.movesSpace + rates.flipsBit +
             rates.liesAboutReceipt + rates.forgesReceipt ==
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
  if (rates.liesAboutReceipt == 0) return {{frame, false}};
  auto message = protocol::decode(frame);
  const auto* batch = message ? std::get_if<protocol::Batch>(&*message) : nullptr;
  if (batch == nullptr || batch->more || !does(rates.liesAboutReceipt)) return {{frame, false}};
  protocol::Receipts receipts{.space = batch->space, .before = 0, .after = 0, .receipts = {}};
  for (const auto& entry : batch->entries)
    if (const auto change = envelope::Change::parse(entry.change)) {
      receipts.receipts.push_back(
          envelope::makeReceipt(identity, envelope::Receipt::Kind::Change, {}, change->id(), now));
      m_lies.insert(change->id());
    }
  return {{protocol::encode(receipts), true}};
}

std::vector<Bytes> Hostility::say(Bytes frame) {
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
