#include "core/replica/waiting.h"

#include <algorithm>

#include "core/replica/state.h"

namespace meridian::replica {

namespace {

// What one change can make us remember, however much it names that nobody has.
constexpr std::size_t namesKept = 64;

} // namespace

void Waiting::on(std::int64_t row, const std::vector<ChangeId>& missing) {
  const auto count = std::min(missing.size(), namesKept);
  m_missing[row] = count;
  for (std::size_t i = 0; i < count; ++i)
    m_byMissing[missing[i]].push_back(row);
}

void Waiting::came(const ChangeId& id) {
  const auto found = m_byMissing.find(id);
  if (found == m_byMissing.end()) return;
  for (const auto row : found->second) {
    const auto left = m_missing.find(row);
    if (left == m_missing.end() || --left->second > 0) continue;
    m_missing.erase(left);
    m_due.insert(row);
  }
  m_byMissing.erase(found);
}

void Replica::State::entryWaits(CampaignState& state, const envelope::Change& entry, std::int64_t row) {
  const auto& clear = state.authority.clear();
  const auto& header = entry.header();
  std::set<ChangeId> missing(header.heads.begin(), header.heads.end());
  if (header.seq > 1) missing.insert(header.prev);
  std::erase_if(missing, [&](const ChangeId& id) { return clear.has(id); });
  if (!clear.campaign()) missing.insert(ChangeId{state.row.id.bytes}); // its genesis
  if (!missing.empty()) state.waiting.on(row, {missing.begin(), missing.end()});
}

Result<std::set<SpaceId>> Replica::State::applyWaiting(const SpaceId& campaignId) {
  std::set<SpaceId> moved;
  auto found = campaign(campaignId);
  if (!found) return std::unexpected(found.error());
  CampaignState& state = **found;
  if (state.waiting.isUnread())
    if (auto read = readWaiting(state, moved); !read) return std::unexpected(read.error());
  const auto isHere = [this](const KeyId& key) { return keyring.find(key) != nullptr; };
  while (const auto due = state.waiting.next(isHere)) {
    auto row = file->changes.at(*due);
    if (!row) return std::unexpected(row.error());
    if (!*row || (*row)->stage == store::Stage::Applied) continue;
    if (auto tried = tryAgain(state, **row, moved); !tried) return std::unexpected(tried.error());
  }
  return moved;
}

// Everything that waits is tried once, from the oldest on, a page in memory; what it waits for is known then.
Result<void> Replica::State::readWaiting(CampaignState& state, std::set<SpaceId>& moved) {
  const SpaceId campaignId = state.row.id;
  state.waiting.beginReading();
  auto spaces = file->changes.spacesWithUnapplied();
  if (!spaces) return std::unexpected(spaces.error());
  std::erase_if(*spaces, [&](const SpaceId& space) {
    const auto of = campaignOf.find(space);
    return of == campaignOf.end() || of->second != campaignId;
  });
  std::ranges::partition(*spaces, [&](const SpaceId& space) { return space == campaignId; });
  for (const auto& space : *spaces)
    for (std::int64_t after = 0;;) {
      auto page = file->changes.unapplied(space, after, 256);
      if (!page) return std::unexpected(page.error());
      if (page->empty()) break;
      after = page->back().row;
      for (const auto& row : *page)
        if (auto tried = tryAgain(state, row, moved); !tried) return tried;
    }
  return {};
}

Result<void> Replica::State::tryAgain(CampaignState& state, const store::ChangeRow& row,
                                      std::set<SpaceId>& moved) {
  if (!row.change.known()) return {}; // of a newer version: kept and passed on
  auto withdrawn = isWithdrawn(row);
  if (!withdrawn) return std::unexpected(withdrawn.error());
  if (*withdrawn) return {};
  if (auto loaded = loadLog(state, row.space); !loaded) return loaded;
  if (row.change.chain() == envelope::Chain::Content) {
    auto applied = applyContent(state, row.change, row.row, nullptr, nullptr);
    if (!applied) return std::unexpected(applied.error());
    if (*applied == Applied::Done) moved.insert(row.space);
    if (*applied != Applied::NoKey || row.stage == store::Stage::Unreadable) return {};
    return file->changes.setStage(row.row, store::Stage::Unreadable);
  }
  auto added = applyEntry(state, row.change);
  if (!added && added.error().code == ErrorCode::NotFound) {
    entryWaits(state, row.change, row.row);
    return {};
  }
  if (auto noted = keysAreDue(state.row.id); !noted) return noted;
  if (auto followed = afterEntry(state, row.change); !followed) return followed;
  moved.insert(row.space);
  const auto effect = added ? domain::Effect::Counts : domain::Effect::Void;
  return file->changes.setApplied(row.row, static_cast<std::uint8_t>(effect),
                                  added ? std::string_view{} : errorName(added.error().code), {}, 0);
}

} // namespace meridian::replica
