#include "tests/bench/text_trace.h"

#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <zlib.h>

namespace meridian::bench {
namespace {

[[noreturn]] void giveUp(const std::string& file, const char* why) {
  std::fprintf(stderr, "%s: %s\n", file.c_str(), why);
  std::exit(2);
}

// gzread() passes plain files through.
std::string contents(const std::string& file) {
  gzFile in = gzopen(file.c_str(), "rb");
  if (in == nullptr) giveUp(file, "cannot be opened");
  std::string text;
  char buffer[1 << 16];
  for (int got = 0; (got = gzread(in, buffer, sizeof buffer)) > 0;)
    text.append(buffer, static_cast<std::size_t>(got));
  gzclose(in);
  return text;
}

} // namespace

std::size_t Trace::patches() const {
  std::size_t count = 0;
  for (const auto& transaction : transactions)
    count += transaction.patches.size();
  return count;
}

Trace readTrace(const std::string& file) {
  const auto json = nlohmann::json::parse(contents(file), nullptr, false);
  if (json.is_discarded() || !json.contains("txns") || !json.contains("endContent"))
    giveUp(file, "is not an editing trace");
  Trace trace;
  trace.concurrent = json.value("kind", "") == "concurrent";
  trace.agents = json.value("numAgents", std::size_t{1});
  trace.end = json["endContent"].get<std::string>();
  if (!json.value("startContent", std::string()).empty())
    trace.transactions.push_back({{}, 0, {{0, 0, json["startContent"].get<std::string>()}}});
  for (const auto& one : json["txns"]) {
    Transaction transaction;
    if (trace.concurrent) {
      transaction.parents = one["parents"].get<std::vector<std::size_t>>();
      transaction.agent = one["agent"].get<std::size_t>();
    }
    for (const auto& patch : one["patches"])
      transaction.patches.push_back(
          {patch[0].get<std::size_t>(), patch[1].get<std::size_t>(), patch[2].get<std::string>()});
    trace.transactions.push_back(std::move(transaction));
  }
  return trace;
}

} // namespace meridian::bench
