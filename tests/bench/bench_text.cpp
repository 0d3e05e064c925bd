// Recorded typing through the text CRDT.
//   bench_text TRACE [ROUNDS]
// Prints one JSON object; times are medians over the rounds, in milliseconds, sizes in bytes:
//   type_ms    the author's text takes each patch, which becomes ops before the next patch; of several people
//              each has a text of their own, and takes from the others what they had seen by then
//   type_once_ms   the same of one person, whose ops are made when a change is full
//   editor_ms      the editor that one person types into takes each patch; what it has in common with the
//   text
//              of the campaign is made when there is a pause, which is not in this
//   remote_ms  another replica takes all ops one by one
//   build_ms   a text from all ops at once
//   encode_ms, load_ms, bytes, ids   the whole history: how long it takes to write, and until the text can be
//              read and edited again; what it is without and what the ids of its changes are, 32 bytes each
//   memory     that the editable text holds
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>

#include "core/crdt/text_diff.h"
#include "core/crdt/text_history.h"
#include "core/crdt/text_session.h"
#include "tests/bench/text_replay.h"

namespace {

using namespace meridian;
using namespace meridian::crdt;

std::map<std::string, std::vector<double>> times;

template <class Work>
auto timed(const char* what, Work work) {
  using Timer = std::chrono::steady_clock;
  const auto start = Timer::now();
  const auto stop = [&] {
    times[what].push_back(std::chrono::duration<double, std::milli>(Timer::now() - start).count());
  };
  if constexpr (std::is_void_v<decltype(work())>) {
    work();
    stop();
  } else {
    auto result = work();
    stop();
    return result;
  }
}

double median(std::vector<double> values) {
  std::ranges::nth_element(values, values.begin() + std::ptrdiff_t(values.size() / 2));
  return values[values.size() / 2];
}

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::exit(1);
}

std::size_t codePoints(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80; }));
}

} // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("bench_text TRACE [ROUNDS]\n", stderr);
    return 2;
  }
  const auto trace = bench::readTrace(argv[1]);
  const int rounds = argc > 2 ? std::max(1, std::atoi(argv[2])) : 5;
  std::size_t memory = 0, bytes = 0, changes = 0;
  for (int round = 0; round < rounds; ++round) {
    bench::Replay replay(trace, bench::Replay::Ops::ForEachEdit);
    timed("type_ms", [&] { replay.run(); });
    require(replay.text().utf8() == trace.end, "the text typed is not the trace's");
    const auto ops = replay.ops();
    if (trace.agents == 1) {
      bench::Replay gathered(trace, bench::Replay::Ops::ForEachChange);
      timed("type_once_ms", [&] { gathered.run(); });
      require(gathered.text().utf8() == trace.end && Text(gathered.ops()).utf8() == trace.end,
              "the text typed is not the trace's");
      TextSession editor;
      timed("editor_ms", [&] {
        for (const bench::Transaction& transaction : trace.transactions)
          for (const bench::Patch& patch : transaction.patches)
            editor.edit(patch.position, patch.deleted, toCodePoints(patch.inserted));
      });
      require(editor.shown() == toCodePoints(trace.end), "the editor does not show the trace's text");
    }
    const Text remote = timed("remote_ms", [&] {
      Text text;
      for (const ContextualOp& op : ops)
        require(text.apply(op), "an op did not apply");
      return text;
    });
    const Text built = timed("build_ms", [&] { return Text(ops); });
    require(remote.utf8() == trace.end && built.utf8() == trace.end,
            "another replica's text is not the trace's");
    memory = remote.memory();

    const auto history = timed("encode_ms", [&] { return encodeHistory(remote, ops); });
    require(history.has_value(), "the text has no history form");
    bytes = history->bytes.size();
    changes = history->changes.size();
    const std::size_t middle = remote.size() / 2;
    const Text loaded = timed("load_ms", [&] {
      auto text = decodeHistory(history->changes, history->bytes);
      require(text.has_value(), "the history was refused");
      (void)text->utf8();
      const auto edit = text->insertAt(OpId{}, 8, middle, "!");
      require(edit && text->apply({{}, &edit->front(), {}, true}), "the loaded text takes no edit");
      return std::move(*text);
    });
    require(loaded.size() == remote.size() + 1, "the loaded text is not the trace's");
    if (round > 0) continue;
    std::size_t at = 0;
    const auto told = forOps(history->changes, history->bytes, OpId{}, 8, [&](const ContextualOp& op) {
      require(at < ops.size() && op.id == ops[at].id && *op.op == *ops[at].op,
              "the history tells another op");
      ++at;
    });
    require(told && at == ops.size(), "the history does not tell all ops");
  }
  std::printf("{\"patches\":%zu,\"characters\":%zu,", trace.patches(), codePoints(trace.end));
  for (const auto& [what, values] : times)
    std::printf("\"%s\":%.2f,", what.c_str(), median(values));
  std::printf("\"bytes\":%zu,\"changes\":%zu,\"ids\":%zu,\"memory\":%zu}\n", bytes, changes,
              changes * ChangeId::size, memory);
}
