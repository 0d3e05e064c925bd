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

Replay::Replay(const Trace& trace, Ops ops)
    : m_trace(trace), m_when(ops), m_people(trace.agents), m_written(trace.transactions.size()) {
  for (Person& person : m_people)
    person.seen.resize(trace.transactions.size());
  // An edit may delete and insert.
  m_ops.reserve(trace.patches() * 2);
  m_ids.reserve(trace.patches() * 2);
}

void Replay::run() {
  for (std::size_t i = 0; i < m_trace.transactions.size(); ++i) {
    const Transaction& transaction = m_trace.transactions[i];
    Person& person = m_people[transaction.agent];
    if (m_people.size() > 1) catchUp(person, transaction.parents);
    m_written[i].first = m_ops.size();
    for (const Patch& patch : transaction.patches) {
      if (patch.deleted > 0) edit(person, patch.position, patch.deleted, {});
      if (!patch.inserted.empty()) edit(person, patch.position, 0, patch.inserted);
    }
    m_written[i].end = m_ops.size();
    person.seen[i] = true;
    person.heads = {i};
  }
  Person& last = m_people[m_trace.transactions.back().agent];
  if (last.draft) write(last);
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
    person.draft.reset();
    person.text = Text();
    person.seen.assign(person.seen.size(), false);
    missing.clear();
    gather();
  }
  for (const std::size_t at : missing)
    take(person, at);
}

void Replay::take(Person& person, std::size_t transaction) {
  const auto [first, end] = m_written[transaction];
  for (std::size_t i = first; i < end; ++i)
    if (!person.text.apply({m_ids[i], &m_ops[i], {}, true})) std::abort();
  person.seen[transaction] = true;
  Person& author = m_people[m_trace.transactions[transaction].agent];
  if (first < end && author.draft && m_ids[end - 1].change == author.change) author.draft.reset();
}

void Replay::edit(Person& person, std::size_t position, std::size_t removed, std::string_view inserted) {
  if (!person.draft || person.edits == editsPerChange) {
    if (person.draft) write(person);
    person.change = changeId(m_changes++);
    person.draft.emplace(person.text, person.change);
    person.edits = person.ops = 0;
  }
  if (!person.draft->edit(position, removed, inserted)) std::abort();
  ++person.edits;
  if (m_when == Ops::ForEachEdit) write(person);
}

void Replay::write(Person& person) {
  person.draft->takeOps(part, field, m_ops);
  while (m_ids.size() < m_ops.size())
    m_ids.push_back({person.change, person.ops++});
}

std::vector<ContextualOp> Replay::ops() const {
  std::vector<ContextualOp> all;
  all.reserve(m_ops.size());
  for (std::size_t i = 0; i < m_ops.size(); ++i)
    all.push_back({m_ids[i], &m_ops[i], {}, true});
  return all;
}

} // namespace meridian::bench
