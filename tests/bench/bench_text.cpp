// Recorded typing through the text CRDT: typed op by op, and taken one by one by a second replica.
//   bench_text TRACE [ROUNDS]
// Prints one JSON object: medians over the rounds, in milliseconds, and sizes in bytes.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "core/crdt/text.h"
#include "tests/bench/text_trace.h"

namespace {

using namespace meridian;
using namespace meridian::crdt;
using Timer = std::chrono::steady_clock;

const EntityRef part = OpId{};
constexpr std::uint32_t field = 8;
// Ops to a change: what somebody types between two pauses.
constexpr std::uint32_t opsPerChange = 200;

ChangeId changeId(std::size_t number) {
  ChangeId id;
  std::uint64_t mixed = (number + 1) * 0x9E3779B97F4A7C15u;
  for (std::size_t i = 0; i < id.bytes.size();
       ++i, mixed = mixed * 6364136223846793005u + 1442695040888963407u)
    id.bytes[i] = static_cast<std::uint8_t>(mixed >> 56);
  return id;
}

struct Written {
  OpId id;
  Op op;
};

// Types the trace: each patch makes its ops, which the text takes before the next one.
std::vector<Written> type(const bench::Trace& trace, Text& text) {
  std::vector<Written> all;
  all.reserve(trace.patches() * 2);
  std::size_t changes = 0;
  OpId next{changeId(0), 0};
  std::uint32_t offset = 0;
  const auto write = [&](Result<std::vector<Op>> ops) {
    if (!ops) std::abort();
    for (Op& op : *ops) {
      if (next.index == opsPerChange) {
        next = {changeId(++changes), 0};
        offset = 0;
      }
      if (auto* insertion = std::get_if<InsertText>(&op)) {
        insertion->offset = offset;
        offset += static_cast<std::uint32_t>(std::ranges::count_if(
            insertion->text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80; }));
      }
      all.push_back({next, std::move(op)});
      ++next.index;
      if (!text.apply({all.back().id, &all.back().op, {}, true})) std::abort();
    }
  };
  for (const auto& transaction : trace.transactions)
    for (const auto& patch : transaction.patches) {
      if (patch.deleted > 0) write(text.erase(part, field, patch.position, patch.deleted));
      if (!patch.inserted.empty()) write(text.insertAt(part, field, patch.position, patch.inserted));
    }
  return all;
}

double msSince(Timer::time_point start) {
  return std::chrono::duration<double, std::milli>(Timer::now() - start).count();
}
double median(std::vector<double> values) {
  std::ranges::nth_element(values, values.begin() + std::ptrdiff_t(values.size() / 2));
  return values[values.size() / 2];
}

} // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("bench_text TRACE [ROUNDS]\n", stderr);
    return 2;
  }
  const auto trace = bench::readTrace(argv[1]);
  const int rounds = argc > 2 ? std::max(1, std::atoi(argv[2])) : 5;
  std::vector<double> typing, remote, building;
  std::size_t memory = 0;
  for (int round = 0; round < rounds; ++round) {
    Text author;
    auto start = Timer::now();
    const auto ops = type(trace, author);
    typing.push_back(msSince(start));
    if (author.utf8() != trace.end) {
      std::fputs("the text typed is not the trace's\n", stderr);
      return 1;
    }
    Text reader;
    start = Timer::now();
    for (const auto& [id, op] : ops)
      if (!reader.apply({id, &op, {}, true})) std::abort();
    remote.push_back(msSince(start));
    std::vector<ContextualOp> context;
    for (const auto& [id, op] : ops)
      context.push_back({id, &op, {}, true});
    start = Timer::now();
    const Text built(context);
    building.push_back(msSince(start));
    if (reader.utf8() != trace.end || built.utf8() != trace.end) return 1;
    memory = author.memory();
  }
  std::printf("{\"patches\":%zu,\"type_ms\":%.2f,\"remote_ms\":%.2f,\"build_ms\":%.2f,\"memory\":%zu}\n",
              trace.patches(), median(typing), median(remote), median(building), memory);
}
