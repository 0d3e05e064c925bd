// What a benchmark's figures have to keep to. A figure that was measured is judged; one that was left out by
// a filter is not, and is said to be missing.
#pragma once

#include <cstdio>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace meridian::bench {

class Targets {
 public:
  // `figure` stays below or at `most`.
  void below(std::string figure, double most, std::string unit) {
    m_targets.push_back({std::move(figure), {}, most, std::move(unit)});
  }
  // `figure` is at most `most` times the other one.
  void atMost(std::string figure, double most, std::string of) {
    m_targets.push_back({std::move(figure), std::move(of), most, {}});
  }
  void measured(const std::string& figure, double value) { m_figures[figure] = value; }

  // A sentence to each; what the program ends with: 0, or 1 if one is missed.
  [[nodiscard]] int judge(std::FILE* out) const {
    int missed = 0;
    for (const auto& target : m_targets) {
      const auto figure = find(target.figure), of = target.of.empty() ? std::nullopt : find(target.of);
      if (!figure || (!target.of.empty() && !of)) {
        std::fprintf(out, "not measured: %s\n", target.figure.c_str());
        continue;
      }
      const bool kept = target.of.empty() ? *figure <= target.most : *figure <= target.most * *of;
      missed += !kept;
      if (target.of.empty()) {
        std::fprintf(out, "%s: %s takes %.2f %s, the target is %g %s\n", kept ? "kept" : "MISSED",
                     target.figure.c_str(), *figure, target.unit.c_str(), target.most, target.unit.c_str());
      } else {
        std::fprintf(out, "%s: %s takes %.2f times as long as %s, the target is %g times\n",
                     kept ? "kept" : "MISSED", target.figure.c_str(), *figure / *of, target.of.c_str(),
                     target.most);
      }
    }
    return missed > 0 ? 1 : 0;
  }

 private:
  struct Target {
    std::string figure, of;
    double most = 0;
    std::string unit;
  };
  [[nodiscard]] std::optional<double> find(const std::string& figure) const {
    const auto at = m_figures.find(figure);
    return at == m_figures.end() ? std::nullopt : std::optional(at->second);
  }

  std::vector<Target> m_targets;
  std::map<std::string, double> m_figures;
};

} // namespace meridian::bench
