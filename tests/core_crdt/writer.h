// Somebody who types, for the tests of texts.
#pragma once

#include "core/crdt/text_diff.h"
#include "tests/core_crdt/fugue_max_tree.h"
#include "tests/core_crdt/world.h"

namespace meridian::crdt::testing {

inline const EntityRef part = KeyedEntity{7, {1}};
inline constexpr std::uint32_t field = 1;

// Ids that sort in no order of time.
inline ChangeId scatteredId(std::uint8_t author, std::uint64_t number) {
  ChangeId id;
  id.bytes.fill(author);
  const std::uint64_t scattered = (number * 0x9E3779B97F4A7C15u) ^ (author * 0xD1B54A32D192ED03u);
  for (std::size_t i = 0; i < 8; ++i)
    id.bytes[i] = static_cast<std::uint8_t>(scattered >> (8 * i));
  return id;
}

using SharedOps = std::vector<std::shared_ptr<const std::pair<OpId, Op>>>;
inline std::vector<ContextualOp> contextOf(const SharedOps& ops) {
  std::vector<ContextualOp> all;
  for (const auto& op : ops)
    all.push_back({op->first, &op->second, {}, true});
  return all;
}

// Holds a text that takes each op as it comes, and all ops that it has seen.
class Writer {
 public:
  explicit Writer(std::uint8_t number) : m_number(number) {}

  void type(std::size_t position, std::string_view text) {
    take(m_text.insertAt(part, field, position, text));
  }
  void erase(std::size_t position, std::size_t count) { take(m_text.erase(part, field, position, count)); }
  // In the order in which the other has them, which is causal.
  void pull(const Writer& other) {
    for (const auto& op : other.m_ops)
      receive(op);
  }
  void receive(const std::shared_ptr<const std::pair<OpId, Op>>& op, bool counts = true) {
    if (!m_seen.insert(op->first).second) return;
    m_ops.push_back(op);
    if (!m_text.apply({op->first, &op->second, {}, counts})) m_text = built();
  }

  [[nodiscard]] const Text& text() const { return m_text; }
  [[nodiscard]] const auto& ops() const { return m_ops; }
  [[nodiscard]] std::vector<ContextualOp> context() const { return contextOf(m_ops); }
  [[nodiscard]] Text built() const { return Text(context()); }
  [[nodiscard]] std::string expected() const { return FugueMaxTree(context()).utf8(); }

 private:
  void take(const Result<std::vector<Op>>& ops) {
    if (!ops) std::abort();
    for (const Op& op : *ops) {
      const ChangeId change = scatteredId(m_number, ++m_written);
      receive(std::make_shared<const std::pair<OpId, Op>>(OpId{change, 0}, op));
    }
  }

  std::uint8_t m_number;
  std::uint64_t m_written = 0;
  Text m_text;
  SharedOps m_ops;
  std::set<OpId> m_seen;
};

inline void act(Writer& writer, Rng& rng) {
  const std::size_t size = writer.text().size();
  std::size_t at = below(rng, size + 1);
  if (below(rng, 3) == 0 && size > 0) {
    writer.erase(std::min(at, size - 1),
                 1 + below(rng, std::min<std::size_t>(size - std::min(at, size - 1), 5)));
  } else if (below(rng, 3) > 0) {
    writer.type(at, word(rng));
  } else { // forwards or backwards, key by key
    const bool back = below(rng, 2) == 0;
    for (std::size_t n = 2 + below(rng, 4); n > 0; --n) {
      writer.type(at, std::string(1, static_cast<char>('a' + below(rng, 26))));
      if (!back) ++at;
    }
  }
}

} // namespace meridian::crdt::testing
