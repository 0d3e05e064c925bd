// Facts with a causal past, made by hand: what the rooms below would hand up.
#pragma once

#include <map>
#include <set>

#include "core/domain/fact_fields.h"
#include "core/domain/submission.h"

namespace meridian::domain::test {

inline Instant at(const char* iso) { return parseInstant(iso).value(); }
template <class Id>
Id id(std::uint8_t n) {
  Id result;
  result.bytes.fill(n);
  return result;
}
inline const MemberId maya = id<MemberId>(1), dana = id<MemberId>(2), svetlana = id<MemberId>(3),
                      mila = id<MemberId>(4), deputy = id<MemberId>(5);

inline Bilingual english(std::string text) {
  Bilingual result;
  result.en = std::move(text);
  return result;
}

class World {
 public:
  std::vector<Fact> facts;

  // A fact in a change of its own. It follows everything so far, or exactly `after`.
  OpId add(EntityKind kind, const MemberId& author, crdt::Value payload, const char* iso,
           const std::optional<std::vector<OpId>>& after = {}) {
    OpId op{nextId(), 0};
    std::set<ChangeId>& past = m_past[op.change];
    if (!after)
      for (const Fact& fact : facts)
        past.insert(fact.meta.id.change);
    else
      for (const OpId& one : *after) {
        past.insert(one.change);
        past.insert(m_past[one.change].begin(), m_past[one.change].end());
      }
    facts.push_back(
        {kind, {op, author, id<DeviceId>(author.bytes[0]), at(iso), std::nullopt}, std::move(payload)});
    return op;
  }
  // The relay stored the fact's change.
  OpId stored(const OpId& op, const char* iso, std::optional<Promise> promise = {}, const MemberId& by = maya,
              Evidence evidence = Evidence::Receipt) {
    Received received{{}, op.change, at(iso), evidence, {}, std::move(promise)};
    return add(EntityKind::Received, by, toValue(received), iso, std::vector{op});
  }
  // Ids run downwards on demand, so that nothing holds because ids happen to follow time.
  void countIdsDown() { m_step = -1, m_next = 60'000; }

  [[nodiscard]] Precedes precedes() const {
    return [this](const ChangeId& a, const ChangeId& b) {
      const auto found = m_past.find(b);
      return found != m_past.end() && found->second.contains(a);
    };
  }
  const Fact& fact(const OpId& op) const {
    return *std::find_if(facts.begin(), facts.end(), [&](const Fact& f) { return f.meta.id == op; });
  }

 private:
  ChangeId nextId() {
    ChangeId change;
    m_next += m_step;
    change.bytes[0] = static_cast<std::uint8_t>(m_next >> 8);
    change.bytes[1] = static_cast<std::uint8_t>(m_next & 0xFF);
    return change;
  }
  int m_next = 0, m_step = 1;
  std::map<ChangeId, std::set<ChangeId>> m_past;
};

inline crdt::EntityId entity(std::uint8_t n) { return crdt::EntityId::created({id<ChangeId>(n), 0}); }

inline crdt::Value issue(const crdt::EntityId& brief, bool material = false,
                         const char* make = "One video.") {
  IssuedBrief issued;
  issued.brief = brief;
  issued.material = material;
  issued.content.part(BriefPart::Make) = english(make);
  return toValue(issued);
}

inline crdt::Value ref(std::uint32_t field, const OpId& op) {
  crdt::Value value;
  value.set(field, op);
  return value;
}

} // namespace meridian::domain::test
