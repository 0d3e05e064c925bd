#include "app/session/comparisons.h"

#include <algorithm>
#include <charconv>

#include "core/sqlite/transaction.h"

namespace meridian::app {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr Duration atOnceAfter = minutes{1};
constexpr Duration againMin = minutes{10}, againMax = hours{4};
// Of what is lacking so many are remembered, by so much of their names.
constexpr std::size_t namesMax = 512, nameBytes = 16;

// Stands among the names of what is lacking where only their number is known.
constexpr std::string_view some = "some";

constexpr std::string_view prefix = "compared/"; // and the space's id
std::string settingOf(const SpaceId& space) { return std::string(prefix) + space.hex(); }

Duration pauseAfter(int times) { return times > 5 ? againMax : std::min(againMin * (1 << times), againMax); }

} // namespace

Comparisons::Comparisons(replica::Replica& replica, const SpaceId& campaign, const RelayId& relay)
    : m_replica(replica), m_campaign(campaign), m_relay(relay) {}

void Comparisons::relayLacks(const SpaceId& space, const ChangeId& by) {
  const Bytes name(by.bytes.begin(), by.bytes.end());
  m_relays[space].insert(name);
  m_relays[m_campaign].insert(name);
}

// A relay numbers what it stores without gaps, so that its number is how many changes it has. Of a forked
// chain its beginning is counted with every branch: then fewer may go unseen, and never more.
Result<bool> Comparisons::hasFewer(const SpaceId& space, std::uint64_t thanNumber) {
  const auto tips = m_replica.file().changes.tips(space);
  if (!tips) return std::unexpected(tips.error());
  const auto waiting = m_replica.file().outbox.waiting(space);
  if (!waiting) return std::unexpected(waiting.error());
  std::uint64_t held = 0, onlyHere = 0;
  for (const auto& [chain, last] : *tips)
    held += last.seq;
  for (const auto& row : *waiting) // one that was sent may be there
    onlyHere += row.delivery != store::Delivery::Sent ? 1 : 0;
  return held < thanNumber + onlyHere;
}

// Where something was missing when it was compared last, with how far it is read.
Result<std::map<SpaceId, std::uint64_t>> Comparisons::comparedBefore() {
  const auto kept = m_replica.file().settings.list(prefix);
  if (!kept) return std::unexpected(kept.error());
  std::map<SpaceId, std::uint64_t> numbers;
  for (const auto& [name, value] : *kept) {
    const auto space = SpaceId::fromHex(std::string_view(name).substr(prefix.size()));
    if (!space || m_replica.campaignOf(*space) != m_campaign) continue;
    const auto cursor = m_replica.file().cursors.find(*space, m_relay);
    if (!cursor) return std::unexpected(cursor.error());
    if (*cursor) numbers[*space] = (*cursor)->number;
  }
  return numbers;
}

Result<std::map<SpaceId, Comparisons::Names>> Comparisons::wanted(const Read& read) {
  auto lacking = m_replica.lacking(m_campaign);
  if (!lacking) return std::unexpected(lacking.error());
  std::erase_if(m_relays[m_campaign], [this](const Bytes& name) {
    const auto delivery = m_replica.delivery(ChangeId::unchecked(name));
    return !delivery || delivery->delivery == store::Delivery::Stored;
  });
  const auto& open = m_relays[m_campaign];
  std::map<SpaceId, Names> wanted;
  const auto add = [&](const SpaceId& space, const Bytes& name) {
    auto& names = wanted[space];
    if (names.size() < namesMax) names.insert(toBase64Url(ByteView(name).first(nameBytes)));
  };
  for (const auto& [space, names] : *lacking)
    for (const auto& name : names)
      add(space, name);
  for (const auto& [space, names] : m_relays)
    for (const auto& name : names)
      if (open.contains(name)) add(space, name);
  auto numbers = comparedBefore();
  if (!numbers) return std::unexpected(numbers.error());
  for (const auto& cursor : read)
    (*numbers)[cursor.space] = cursor.number;
  for (const auto& [space, number] : *numbers) {
    auto fewer = hasFewer(space, number);
    if (!fewer) return std::unexpected(fewer.error());
    if (*fewer) wanted[space].emplace(some);
  }
  return wanted;
}

// "when, how often, names" with blanks between them.
Result<std::optional<Comparisons::Done>> Comparisons::doneFor(const SpaceId& space) {
  auto kept = m_replica.file().settings.get(settingOf(space));
  if (!kept) return std::unexpected(kept.error());
  if (!*kept) return std::optional<Done>{};
  Done done;
  std::string_view rest = **kept;
  const auto word = [&] {
    const auto end = std::min(rest.find(' '), rest.size());
    const auto found = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return found;
  };
  std::int64_t at = 0;
  const auto when = word(), times = word();
  (void)std::from_chars(when.data(), when.data() + when.size(), at);
  (void)std::from_chars(times.data(), times.data() + times.size(), done.times);
  done.at = fromMillis(at);
  while (!rest.empty())
    done.names.emplace(word());
  return done;
}

Result<client::SyncStore::Comparisons> Comparisons::due(const Read& read) {
  auto all = wanted(read);
  if (!all) return std::unexpected(all.error());
  const Instant now = m_replica.clock().now();
  client::SyncStore::Comparisons found;
  for (const auto& [space, names] : *all) {
    if (names.empty()) continue;
    const auto done = doneFor(space);
    if (!done) return std::unexpected(done.error());
    const bool isNew = !*done || !std::ranges::includes((*done)->names, names);
    const Instant next = !*done ? now : (*done)->at + (isNew ? atOnceAfter : pauseAfter((*done)->times));
    if (next <= now || now < (*done)->at) // its clock was set back since
      found.due.push_back(space);
    else if (!found.next || next < *found.next)
      found.next = next;
  }
  return found;
}

Result<void> Comparisons::done(const protocol::Cursor& read) {
  const auto& space = read.space;
  auto all = wanted({read});
  if (!all) return std::unexpected(all.error());
  const auto names = all->find(space);
  auto before = doneFor(space);
  if (!before) return std::unexpected(before.error());
  auto& settings = m_replica.file().settings;
  auto transaction = sqlite::Transaction::begin(m_replica.file().connection());
  if (!transaction) return std::unexpected(transaction.error());
  if (names == all->end() || names->second.empty()) {
    if (*before)
      if (auto removed = settings.remove(settingOf(space)); !removed) return removed;
    return transaction->commit();
  }
  const bool isSame = *before && std::ranges::includes((*before)->names, names->second);
  std::string value = std::to_string(toMillis(m_replica.clock().now())) + " " +
                      std::to_string(isSame ? (*before)->times + 1 : 0);
  for (const auto& name : names->second)
    value += " " + name;
  if (auto set = settings.set(settingOf(space), value); !set) return set;
  return transaction->commit();
}

} // namespace meridian::app
