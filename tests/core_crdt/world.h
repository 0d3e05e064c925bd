// Replicas that write changes, encode them, and hand them to each other in causal order.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <random>
#include <set>

#include "core/crdt/body.h"
#include "core/crdt/entity.h"

namespace meridian::crdt::testing {

using Rng = std::mt19937_64;

inline std::size_t below(Rng& rng, std::size_t limit) { return static_cast<std::size_t>(rng() % limit); }

inline ChangeId changeId(Rng& rng) {
  ChangeId id;
  for (auto& byte : id.bytes)
    byte = static_cast<std::uint8_t>(rng() | 1); // never zero
  return id;
}
inline ChangeId changeId(std::uint8_t number) {
  ChangeId id;
  id.bytes.fill(number);
  return id;
}

inline std::string word(Rng& rng) {
  static const char* const pieces[] = {"a", "Z", "ж", "ю", "é", "漢", "😀", " ", "\n", "."};
  std::string text;
  for (std::size_t n = 1 + below(rng, 4); n > 0; --n)
    text += pieces[below(rng, std::size(pieces))];
  return text;
}

struct Change {
  ChangeId id;
  Body body;
  bool counts = true;
};

inline std::vector<ContextualOp> contextOf(const std::vector<std::shared_ptr<const Change>>& changes) {
  std::vector<ContextualOp> ops;
  for (const auto& change : changes)
    for (std::uint32_t i = 0; i < change->body.ops.size(); ++i)
      ops.push_back({{change->id, i}, &change->body.ops[i], change->body.hlc, change->counts});
  return ops;
}

class Replica {
 public:
  explicit Replica(EntityRef entity) : m_entity(std::move(entity)) {}

  [[nodiscard]] EntityState state() const {
    return EntityState::merge(entityIdOf(m_entity), contextOf(m_changes));
  }
  [[nodiscard]] const std::vector<std::shared_ptr<const Change>>& changes() const { return m_changes; }
  [[nodiscard]] const EntityRef& entity() const { return m_entity; }

  // Writes one change through the codec, as a real author does; nothing for no ops.
  std::shared_ptr<const Change> write(std::vector<Op> ops, Rng& rng, std::uint64_t hlc = 0) {
    if (ops.empty()) return nullptr;
    Body body{.hlc = {hlc != 0 ? hlc : rng() % 8}, .claimedAt = fromMillis(1), .ops = std::move(ops)};
    BodyContext context{.self = changeId(rng), .predecessor = m_last};
    const auto bytes = encodeBody(body, {.self = thisChange, .predecessor = m_last});
    if (!bytes) std::abort();
    const auto decoded = decodeBody(*bytes, context);
    if (!decoded) std::abort();
    auto change = std::make_shared<const Change>(Change{context.self, *decoded});
    m_last = change->id;
    accept(change);
    return change;
  }
  void write(const Result<std::vector<Op>>& ops, Rng& rng) {
    if (!ops) std::abort();
    write(*ops, rng);
  }

  void accept(const std::shared_ptr<const Change>& change) {
    if (m_ids.insert(change->id).second) m_changes.push_back(change);
  }
  void pull(const Replica& other) {
    for (const auto& change : other.m_changes)
      accept(change);
  }

  // One random user action.
  void act(Rng& rng) {
    const EntityState now = state();
    const auto field = static_cast<std::uint32_t>(1 + below(rng, 2));
    switch (below(rng, 6)) {
    case 0:
      write(now.write(field, word(rng)), rng);
      break;
    case 1:
      write(now.add(field, static_cast<int>(below(rng, 4))), rng);
      break;
    case 2:
      write(now.remove(field, static_cast<int>(below(rng, 4))), rng);
      break;
    case 3: {
      const Text& text = now.textOf(field);
      write(text.insertAt(m_entity, field, below(rng, text.size() + 1), word(rng)), rng);
      break;
    }
    case 4: {
      const Text& text = now.textOf(field);
      const std::size_t from = below(rng, text.size() + 1);
      write(text.erase(m_entity, field, from, below(rng, text.size() - from + 1)), rng);
      break;
    }
    default:
      write(now.textOf(field).replaceWith(m_entity, field, word(rng) + word(rng) + word(rng)), rng);
    }
  }

 private:
  EntityRef m_entity;
  ChangeId m_last{};
  std::vector<std::shared_ptr<const Change>> m_changes;
  std::set<ChangeId> m_ids;
};

} // namespace meridian::crdt::testing
