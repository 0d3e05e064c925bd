// Every change this replica holds, as it was sent, with what was made of it.
#pragma once

#include <optional>
#include <vector>

#include "core/envelope/change.h"
#include "core/store/statements.h"

namespace meridian::store {

enum class SignatureState : std::uint8_t {
  Verified = 1,
  Vouched = 2, // inside a run whose last signature was verified; its own is checked in idle time
  Absent = 3,  // 64 zero bytes
};

// How far a change has got here.
enum class Stage : std::uint8_t {
  Waiting = 1,    // something that it names is not here: heads, frontier
  Unreadable = 2, // its key is not here
  Applied = 3,    // judged; `effect` says whether it counts
};

struct ChangeRow {
  std::int64_t row = 0; // order of arrival, for local use alone
  envelope::Change change = {};
  SpaceId space = {};
  SignatureState signature = SignatureState::Verified;
  Stage stage = Stage::Waiting;
  std::uint8_t effect = 0; // domain::Effect once applied
  std::string reason = {}; // stable name of why it is void or held
  Instant claimedAt{};     // once readable
  std::uint64_t hlc = 0;
  bool local = false; // written on this device
};

// The light half of a row.
struct ChangeInfo {
  std::int64_t row = 0;
  ChangeId id = {};
  SpaceId space = {};
  DeviceId device = {};
  Incarnation incarnation = {};
  envelope::Chain chain{};
  std::uint64_t seq = 0;
  std::uint8_t kind = 0;
  Stage stage{};
  std::uint8_t effect = 0;
  std::string reason = {};
  Instant claimedAt{};
  std::uint64_t hlc = 0;
  bool local = false;
  std::int64_t step = 0; // place in the order of application, a causal one; 0 while not applied
};

class ChangeTable {
 public:
  explicit ChangeTable(sqlite::Connection& connection) : m_statements(connection) {}

  // AlreadyExists if the id is here. A row that follows its chain's tip moves it; one that follows an
  // earlier change begins a branch or makes it longer. NotFound: a gap before it.
  // REQUIRES: row.space == row.change.space()
  [[nodiscard]] Result<std::int64_t> insert(const ChangeRow& row);
  // May be repeated with another effect: its ops count, or do not, from then on.
  [[nodiscard]] Result<void> setApplied(std::int64_t row, std::uint8_t effect, std::string_view reason,
                                        Instant claimedAt, std::uint64_t hlc);
  [[nodiscard]] Result<void> setStage(std::int64_t row, Stage stage);
  // These of one space wait again, as if they had never been applied, and so does whatever rests on them:
  // REQUIRES that it is among them. What they alone named is frontier again. Removing their ops
  // (OpTable::remove) comes before.
  [[nodiscard]] Result<void> unapply(const SpaceId& space, const std::vector<std::int64_t>& rows);
  [[nodiscard]] Result<void> setSignature(std::int64_t row, SignatureState state, bool eraseBytes);

  // Where a change that is not here would stand.
  enum class Place : std::uint8_t {
    Next,   // after the tip of its chain
    Branch, // its device wrote two changes with one number, or this one goes on from such a one
    Gap,    // what it follows is not here
  };
  [[nodiscard]] Result<Place> placeOf(const envelope::Change& change);
  // Puts another change into the row, with its own place in its own chain. BrokenChain, NotFound or
  // AlreadyExists unless it follows the tip there. The chain that the row leaves is to be rewound.
  [[nodiscard]] Result<void> rewrite(std::int64_t row, const envelope::Change& change);
  [[nodiscard]] Result<void> rewind(const envelope::ChainKey& chain, envelope::ChainPosition tip);
  // What became of an id that rewrite() took away.
  [[nodiscard]] Result<std::optional<ChangeId>> renamed(const ChangeId& old);
  // Two changes of one device that follow the same one: whoever has both can show that it forked.
  struct Fork {
    envelope::ChainKey chain;
    std::uint64_t seq = 0;
    ChangeId first, second;
  };
  // Whether some change shares its number in its chain with another: then numbers are no causal order.
  [[nodiscard]] Result<bool> hasForked(const ChangeId& ofChain);
  [[nodiscard]] Result<std::vector<Fork>> forks(const SpaceId& space);

  [[nodiscard]] Result<bool> has(const ChangeId& id);
  [[nodiscard]] Result<std::optional<ChangeInfo>> info(const ChangeId& id);
  [[nodiscard]] Result<std::optional<ChangeRow>> find(const ChangeId& id);
  [[nodiscard]] Result<std::optional<ChangeRow>> at(std::int64_t row);
  // The last change of a chain; nothing if it has not begun. Of a chain with
  // branches the one that was met first.
  [[nodiscard]] Result<std::optional<envelope::ChainPosition>> tip(const envelope::ChainKey& chain);
  [[nodiscard]] Result<std::vector<std::pair<envelope::ChainKey, envelope::ChainPosition>>>
  tips(const SpaceId& space); // one for each branch
  // Rows of a space and chain with row > `after`, in order of arrival, at most `limit`.
  [[nodiscard]] Result<std::vector<ChangeRow>> after(const SpaceId& space, envelope::Chain chain,
                                                     std::int64_t after, std::size_t limit);
  // Contents that were applied, in the order in which they were.
  [[nodiscard]] Result<std::vector<ChangeRow>> applied(const SpaceId& space);
  // One chain from `fromSeq` on, in order; its branches side by side.
  [[nodiscard]] Result<std::vector<ChangeRow>> run(const envelope::ChainKey& chain, std::uint64_t fromSeq,
                                                   std::size_t limit);
  // Rows of any space whose own signature nobody has checked yet, for idle time.
  [[nodiscard]] Result<std::vector<ChangeRow>> vouched(std::size_t limit);
  // What waits or cannot be read yet, with row > `after`, in order of arrival, at most `limit`.
  [[nodiscard]] Result<std::vector<ChangeRow>> unapplied(const SpaceId& space, std::int64_t after,
                                                         std::size_t limit);
  // Spaces that have any.
  [[nodiscard]] Result<std::vector<SpaceId>> spacesWithUnapplied();
  // Everything of a space and chain, in order of arrival.
  [[nodiscard]] Result<std::vector<ChangeInfo>> list(const SpaceId& space, envelope::Chain chain);
  // Of all spaces of a campaign, the newest first; the second: applied ones that do not count.
  [[nodiscard]] Result<std::vector<ChangeInfo>> recent(const SpaceId& campaign, std::size_t limit);
  [[nodiscard]] Result<std::vector<ChangeInfo>> withoutEffect(const SpaceId& campaign);
  [[nodiscard]] Result<std::int64_t> count(const SpaceId& space);

  // The frontier of a space: ids of applied content changes that no other applied one names.
  [[nodiscard]] Result<std::vector<ChangeId>> frontier(const SpaceId& space);
  // The authority heads that a change names; empty if it is not here.
  [[nodiscard]] Result<std::vector<ChangeId>> heads(const ChangeId& id);
  // Applied content changes of a space with this effect, in order of arrival. REQUIRES: not Counts
  [[nodiscard]] Result<std::vector<ChangeRow>> withEffect(const SpaceId& space, std::uint8_t effect);

  // Adds a change to the frontier and takes out what it names. NotFound if one of them is not here. May
  // be repeated: a change that an applied one names never comes back.
  [[nodiscard]] Result<void> advanceFrontier(const SpaceId& space, const ChangeId& change,
                                             const std::vector<ChangeId>& names);
  // What an applied content change named as its frontier (its predecessor included), in order of arrival.
  [[nodiscard]] Result<std::vector<ChangeId>> parents(const ChangeId& change);

  // Damaged unless every change's bytes hash to its id. Reads all of them.
  [[nodiscard]] Result<void> check();

 private:
  struct ChainState {
    std::int64_t number = 0;
    envelope::ChainPosition position;
  };
  struct Branch {
    std::optional<std::int64_t> number; // none: it begins
  };
  // What was folded on the entities of an applied change is read again, and their packs are gone.
  [[nodiscard]] Result<void> unfold(std::int64_t row);
  [[nodiscard]] Result<Branch> branchFor(std::int64_t chain, const envelope::Change& change);
  [[nodiscard]] Result<std::int64_t> numberOf(const SpaceId& space);
  [[nodiscard]] Result<ChainState> chainOf(std::int64_t space, const envelope::ChainKey& key);
  [[nodiscard]] Result<void> moveTip(std::int64_t chain, envelope::ChainPosition tip);

  Statements m_statements;
};

} // namespace meridian::store
