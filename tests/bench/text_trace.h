// Recorded typing, as shared by J. Gentle (editing-traces): one author, or several at once.
#pragma once

#include <string>
#include <vector>

namespace meridian::bench {

struct Patch {
  std::size_t position = 0, deleted = 0; // code points
  std::string inserted;
};
struct Transaction {
  std::vector<std::size_t> parents; // indices of transactions; those of one author have one, but the first
  std::size_t agent = 0;
  std::vector<Patch> patches;
};
struct Trace {
  bool concurrent = false;
  std::size_t agents = 1;
  std::vector<Transaction> transactions;
  std::string end;
  [[nodiscard]] std::size_t patches() const;
};

// A .json or .json.gz file of either form. Ends the program with a line on standard error if it is neither.
[[nodiscard]] Trace readTrace(const std::string& file);

} // namespace meridian::bench
