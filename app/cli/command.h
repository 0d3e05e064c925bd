// What the sources of this room share for declaring commands. Included by sources only.
#pragma once

#include <CLI/CLI.hpp>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/cli/find.h"
#include "app/cli/json_of.h"
#include "app/cli/program.h"
#include "core/base/file.h"

namespace meridian::cli {

// Adds `name` under `parent`; `work` runs with the options that `declare` filled in.
//   command<Options>(app, parsed, "show", "Shows …", [](CLI::App& c, Options& o) { … }, work)
template <class Options, class Declare, class Run>
void command(CLI::App& parent, Parsed& parsed, const std::string& name, const std::string& about,
             const std::string& example, Declare declare, Run work) {
  auto* sub = parent.add_subcommand(name, about);
  auto options = std::make_shared<Options>();
  declare(*sub, *options);
  sub->footer("Example:\n  meridianctl " + example);
  // A group shows the examples of all its commands.
  if (parent.get_parent() != nullptr) parent.footer(parent.get_footer() + "\n  meridianctl " + example);
  sub->callback([&parsed, options, work] {
    parsed.work = [options, work](Context& context) -> Result<Json> { return work(context, *options); };
  });
}

// What a command does, one thing at a time: each thing excludes the others. An option that belongs to some
// of them is refused beside the rest, where it would be passed over without a word.
class Choice {
 public:
  explicit Choice(std::vector<CLI::Option*> things) : m_things(std::move(things)) {
    for (auto* a : m_things)
      for (auto* b : m_things)
        if (a != b) a->excludes(b);
  }
  const Choice& only(const std::vector<CLI::Option*>& with, const std::vector<CLI::Option*>& options) const {
    for (auto* thing : m_things)
      if (std::ranges::find(with, thing) == with.end())
        for (auto* option : options)
          option->excludes(thing);
    return *this;
  }

 private:
  std::vector<CLI::Option*> m_things;
};

inline CLI::Validator isTier() { return CLI::IsMember({"nano", "micro", "macro"}); }
inline CLI::Validator isCount() { return CLI::Range(std::int64_t{0}, std::int64_t{10'000'000'000}); }

// Names the folder that a file was to be written in, where there is none.
inline Error aboutTarget(Error error, const std::string& file) {
  if (error.code == ErrorCode::NotFound && error.detail == noSuchFolder)
    return {ErrorCode::NotFound, "no such folder: " + std::filesystem::path(file).parent_path().string()};
  return error;
}

// Of a .meridian file: damage is the file's, unless the replica that took it in has some of its own.
inline Error aboutExchangeFile(Error error, const replica::Replica* replica) {
  const bool own = replica != nullptr && replica->damage();
  if (error.code == ErrorCode::Damaged && !own) error.detail = "an exchange file that was cut short";
  return error;
}

struct NoOptions {};
inline void noOptions(CLI::App&, NoOptions&) {}

// A group that needs one of its subcommands.
inline CLI::App& group(CLI::App& app, const std::string& name, const std::string& about) {
  auto* sub = app.add_subcommand(name, about);
  sub->require_subcommand(1);
  sub->footer("Examples:");
  return *sub;
}

// Returns the error of a Result from the function around it.
#define MERIDIAN_TRY(name, expression)                                                                       \
  auto name##Result = (expression);                                                                          \
  if (!name##Result) return std::unexpected(name##Result.error());                                           \
  auto& name = *name##Result
#define MERIDIAN_CHECK(expression)                                                                           \
  if (auto checked = (expression); !checked) return std::unexpected(checked.error())

} // namespace meridian::cli
