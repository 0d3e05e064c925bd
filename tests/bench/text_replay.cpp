#include "tests/bench/text_replay.h"

#include <algorithm>
#include <cstdlib>
#include <set>

namespace meridian::bench {
namespace {

using namespace crdt;

const EntityRef part = OpId{};
constexpr std::uint32_t field = 8;

ChangeId changeId(std::size_t number) {
  ChangeId id;
  std::uint64_t mixed = (number + 1) * 0x9E3779B97F4A7C15u;
  for (std::size_t i = 0; i < id.bytes.size();
       ++i, mixed = mixed * 6364136223846793005u + 1442695040888963407u)
    id.bytes[i] = static_cast<std::uint8_t>(mixed >> 56);
  return id;
}

} // namespace

Replay::Replay(const Trace& trace) : m_trace(trace), m_written(trace.transactions.size()) {
  for (std::size_t i = 0; i < trace.agents; ++i)
    m_people.push_back({{}, std::vector<bool>(trace.transactions.size())});
}

void Replay::run() {
  for (std::size_t i = 0; i < m_trace.transactions.size(); ++i) {
    const Transaction& transaction = m_trace.transactions[i];
    Person& person = m_people[transaction.agent];
    if (m_people.size() > 1) catchUp(person, transaction.parents);
    m_written[i].reserve(transaction.patches.size() * 2);
    for (const Patch& patch : transaction.patches) {
      if (patch.deleted > 0) write(person, i, person.text.erase(part, field, patch.position, patch.deleted));
      if (!patch.inserted.empty())
        write(person, i, person.text.insertAt(part, field, patch.position, patch.inserted));
    }
    person.seen[i] = true;
    person.heads = {i};
  }
  Person& last = m_people[m_trace.transactions.back().agent];
  for (std::size_t i = 0; m_people.size() > 1 && i < m_written.size(); ++i)
    if (!last.seen[i]) take(last, i);
  m_last = &last.text;
}

void Replay::catchUp(Person& person, const std::vector<std::size_t>& parents) {
  std::set<std::size_t> missing, met;
  const auto gather = [&] {
    std::vector<std::size_t> stack = parents;
    while (!stack.empty()) {
      const std::size_t at = stack.back();
      stack.pop_back();
      met.insert(at);
      if (person.seen[at] || !missing.insert(at).second) continue;
      stack.insert(stack.end(), m_trace.transactions[at].parents.begin(),
                   m_trace.transactions[at].parents.end());
    }
  };
  gather();
  if (!std::ranges::all_of(person.heads, [&](std::size_t head) { return met.contains(head); })) {
    // Went back to an earlier state.
    person.text = Text();
    person.seen.assign(person.seen.size(), false);
    missing.clear();
    gather();
  }
  for (const std::size_t at : missing)
    take(person, at);
}

void Replay::take(Person& person, std::size_t transaction) {
  for (const auto& [id, op] : m_written[transaction])
    if (!person.text.apply({id, &op, {}, true})) std::abort();
  person.seen[transaction] = true;
  Person& author = m_people[m_trace.transactions[transaction].agent];
  if (!m_written[transaction].empty() && m_written[transaction].back().id.change == author.next.change)
    author.next = {};
}

void Replay::write(Person& person, std::size_t transaction, Result<std::vector<Op>> ops) {
  if (!ops) std::abort();
  for (Op& op : *ops) {
    if (person.next.change == thisChange || person.next.index == opsPerChange) {
      person.next = {changeId(m_changes++), 0};
      person.offset = 0;
    }
    if (auto* insertion = std::get_if<InsertText>(&op)) {
      insertion->offset = person.offset;
      person.offset += static_cast<std::uint32_t>(std::ranges::count_if(
          insertion->text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80; }));
    }
    auto& written = m_written[transaction].emplace_back(Written{person.next, std::move(op)});
    ++person.next.index;
    if (!person.text.apply({written.id, &written.op, {}, true})) std::abort();
  }
}

std::vector<ContextualOp> Replay::ops() const {
  std::vector<ContextualOp> all;
  for (const auto& transaction : m_written)
    for (const auto& [id, op] : transaction)
      all.push_back({id, &op, {}, true});
  return all;
}

} // namespace meridian::bench
