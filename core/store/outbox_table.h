// What was written here and where it has got to, and the receipts that say so.
#pragma once

#include <optional>
#include <vector>

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/store/statements.h"

namespace meridian::store {

enum class Delivery : std::uint8_t {
  Local = 1, // has never left this device
  Sent = 2,  // somebody may have it
  Stored = 3,
  Rejected = 4
};

// How long a verdict is held back for Undo; nothing is held longer.
inline constexpr Duration holdBack = std::chrono::seconds{10};

struct OutboxRow {
  ChangeId change = {};
  SpaceId space = {};
  std::int64_t changeRow = 0;
  Delivery delivery = Delivery::Local;
  std::string reason = {}; // of a rejection, or why the relay does not take it yet: a stable name
  std::optional<Instant> storedAt = {};  // by the relay's receipt
  std::optional<Instant> holdUntil = {}; // for Undo

  // A hold that would last longer than any was written under a clock that has been set back since: it is
  // over.
  [[nodiscard]] bool isHeld(Instant now) const {
    return holdUntil && *holdUntil > now && *holdUntil - now <= holdBack;
  }
  // Neither a relay nor a file takes it, nor what follows it in its chain.
  [[nodiscard]] bool staysHere(Instant now) const { return delivery == Delivery::Rejected || isHeld(now); }
};

// A relay's receipt, as it was signed (PROTOCOL.md).
struct ReceiptRow {
  ChangeId change = {};
  RelayId relay = {};
  Instant at{};
  bool forBlobs = false; // the second receipt: every blob that the change names is durable
  Bytes bytes = {};
};

class OutboxTable {
 public:
  explicit OutboxTable(sqlite::Connection& connection) : m_statements(connection) {}

  // NotFound unless the change is here in that row.
  [[nodiscard]] Result<void> add(const OutboxRow& row);
  [[nodiscard]] Result<void> setDelivery(const ChangeId& change, Delivery delivery, std::string_view reason,
                                         std::optional<Instant> storedAt);
  // Why the relay does not take it yet, as long as it has neither stored nor rejected it; whether that is
  // news.
  [[nodiscard]] Result<bool> setWaitingFor(const ChangeId& change, std::string_view reason);
  [[nodiscard]] Result<void> setHold(const ChangeId& change, std::optional<Instant> until);
  [[nodiscard]] Result<std::optional<OutboxRow>> find(const ChangeId& change);
  // Not stored yet (or rejected), oldest first.
  [[nodiscard]] Result<std::vector<OutboxRow>> waiting();
  [[nodiscard]] Result<std::vector<OutboxRow>> waiting(const SpaceId& space);
  // How many, space by space: what is asked every time something moves.
  struct Waiting {
    SpaceId space = {};
    int unsent = 0, rejected = 0; // Local or Sent; Rejected
  };
  [[nodiscard]] Result<std::vector<Waiting>> waitingBySpace();
  // When the next of those that are held back may go, if that is later than `now`.
  [[nodiscard]] Result<std::optional<Instant>> nextHold(Instant now);
  // Moves whenever a row may have changed: what was read before is good as long as it stands.
  [[nodiscard]] std::uint64_t revision() const { return m_revision; }
  // The newest rows of any state, newest first.
  [[nodiscard]] Result<std::vector<OutboxRow>> recent(std::size_t limit);
  // A relay that lost its store lacks them again: Stored back to Sent for a space.
  [[nodiscard]] Result<void> reopen(const SpaceId& space);

  // May be repeated, and may come before its change. `settled`: nobody asks when this change was stored, so
  // that it is none of the unwitnessed.
  [[nodiscard]] Result<void> addReceipt(const ReceiptRow& receipt, bool settled = false);
  [[nodiscard]] Result<std::vector<ReceiptRow>> receipts(const ChangeId& change);
  // Receipts without a `received` fact in their space as far as this replica knows.
  [[nodiscard]] Result<std::vector<ReceiptRow>> unwitnessedReceipts();
  // Holds for receipts that come later too.
  [[nodiscard]] Result<void> setWitnessed(const ChangeId& change, bool forBlobs);

 private:
  Statements m_statements;
  std::uint64_t m_revision = 0;
};

} // namespace meridian::store
