// A relay's storage in memory, with transactions as the interface promises them.
#pragma once

#include <algorithm>
#include <map>
#include <set>

#include "sync/relay/storage.h"

namespace meridian::fuzz {

class MemoryStorage final : public relay::Storage {
 public:
  using Receipt = envelope::Receipt;

  [[nodiscard]] envelope::Generation generation() const override {
    envelope::Generation one;
    one.bytes.fill(0x61);
    return one;
  }
  Result<void> begin() override {
    m_before = m_data;
    return {};
  }
  Result<void> commit() override { return {}; }
  void rollback() override { m_data = m_before; }

  Result<std::vector<relay::StoredSpace>> spaces() override {
    std::vector<relay::StoredSpace> all;
    for (const auto& [id, space] : m_data.spaces) {
      relay::StoredSpace row{
          .space = id, .campaign = space.campaign, .number = space.changes.size(), .bytes = 0};
      for (const auto& change : space.changes)
        row.bytes += change.bytes.size();
      all.push_back(row);
    }
    return all;
  }
  Result<void> addSpace(const SpaceId& space, const SpaceId& campaign) override {
    m_data.spaces[space].campaign = campaign;
    return {};
  }
  Result<std::uint64_t> add(const SpaceId& space, const envelope::Change& change,
                            const Receipt& receipt) override {
    auto& changes = m_data.spaces.at(space).changes;
    changes.push_back({.number = changes.size() + 1,
                       .chain = envelope::chainKeyOf(change),
                       .seq = change.header().seq,
                       .id = change.id(),
                       .hasSignature = change.hasSignature(),
                       .bytes = Bytes(change.bytes().begin(), change.bytes().end()),
                       .receipts = {receipt}});
    return changes.size();
  }
  Result<std::optional<std::vector<Receipt>>> receipts(const SpaceId& space,
                                                       const ChangeId& change) override {
    const auto* found = find(space, change);
    if (found == nullptr) return std::optional<std::vector<Receipt>>{};
    return std::optional{found->receipts};
  }
  Result<void> addReceipt(const SpaceId& space, const Receipt& receipt) override {
    if (auto* found = find(space, receipt.change)) found->receipts.push_back(receipt);
    return {};
  }
  Result<bool> holds(const envelope::ChainKey& chain, std::uint64_t seq, const ChangeId& change) override {
    const auto* found = find(chain.space, change);
    return found != nullptr && found->chain == chain && found->seq == seq;
  }
  Result<std::optional<ChangeId>> changeAt(const SpaceId& space, std::uint64_t number) override {
    const auto& changes = m_data.spaces[space].changes;
    if (number == 0 || number > changes.size()) return std::nullopt;
    return changes[number - 1].id;
  }
  Result<std::vector<relay::StoredChange>> read(const SpaceId& space, std::uint64_t after,
                                                std::optional<envelope::Chain> half,
                                                relay::ReadLimits limits) override {
    std::vector<relay::StoredChange> rows;
    std::size_t bytes = 0;
    for (const auto& change : m_data.spaces[space].changes) {
      if (change.number <= after || (half && change.chain.chain != *half)) continue;
      bytes += change.bytes.size();
      if (rows.size() >= limits.rows || (!rows.empty() && bytes > limits.bytes)) break;
      rows.push_back(change);
    }
    return rows;
  }
  Result<std::vector<protocol::Tip>> tips(const SpaceId& space) override {
    std::vector<protocol::Tip> all;
    const auto& changes = m_data.spaces[space].changes;
    for (const auto& change : changes) {
      const bool followed = std::ranges::any_of(changes, [&](const relay::StoredChange& next) {
        return next.chain == change.chain && envelope::Change::parse(next.bytes)->header().prev == change.id;
      });
      if (!followed)
        all.push_back(
            {change.chain.device, change.chain.incarnation, change.chain.chain, {change.seq, change.id}});
    }
    return all;
  }
  Result<std::vector<Naming>> naming(const protocol::BlobName& blob) override {
    std::vector<Naming> all;
    for (const auto& change : m_data.spaces[blob.space].changes) {
      const auto parsed = envelope::Change::parse(change.bytes);
      if (std::ranges::count(parsed->header().blobs, blob.blob) > 0)
        all.push_back({change.id, parsed->header().blobs});
    }
    return all;
  }
  Result<std::optional<relay::StoredBlob>> blob(const protocol::BlobName& name) override {
    const auto found = m_data.blobs.find(name);
    return found == m_data.blobs.end() ? std::optional<relay::StoredBlob>{} : found->second;
  }
  Result<void> addBlob(const protocol::BlobList& list) override {
    m_data.blobs[list.name] = {.length = list.length,
                               .chunks = list.chunks,
                               .present = Bytes((list.chunks.size() + 7) / 8),
                               .durable = false};
    return {};
  }
  Result<void> addChunk(const protocol::BlobName& name, std::uint32_t index, ByteView bytes) override {
    auto& stored = m_data.blobs.at(name);
    stored.present.at(index / 8) = static_cast<std::uint8_t>(stored.present.at(index / 8) | 1u << index % 8);
    m_data.chunks[{name, index}] = Bytes(bytes.begin(), bytes.end());
    std::size_t there = 0;
    for (std::size_t i = 0; i < stored.chunks.size(); ++i)
      there += (stored.present[i / 8] >> i % 8) & 1u;
    stored.durable = there == stored.chunks.size();
    return {};
  }
  Result<Bytes> chunk(const protocol::BlobName& name, std::uint32_t index) override {
    const auto found = m_data.chunks.find({name, index});
    if (found == m_data.chunks.end()) return fail(ErrorCode::NotFound);
    return found->second;
  }

  [[nodiscard]] std::set<ChangeId> ids() const {
    std::set<ChangeId> all;
    for (const auto& [id, space] : m_data.spaces)
      for (const auto& change : space.changes)
        all.insert(change.id);
    return all;
  }

 private:
  struct Space {
    SpaceId campaign;
    std::vector<relay::StoredChange> changes;
  };
  struct Data {
    std::map<SpaceId, Space> spaces;
    std::map<protocol::BlobName, relay::StoredBlob> blobs;
    std::map<std::pair<protocol::BlobName, std::uint32_t>, Bytes> chunks;
  };

  relay::StoredChange* find(const SpaceId& space, const ChangeId& change) {
    auto& changes = m_data.spaces[space].changes;
    const auto found = std::ranges::find(changes, change, &relay::StoredChange::id);
    return found == changes.end() ? nullptr : &*found;
  }

  Data m_data, m_before;
};

} // namespace meridian::fuzz
