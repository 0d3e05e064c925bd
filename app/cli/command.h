// What the sources of this room share for declaring commands. Included by sources only.
#pragma once

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/cli/find.h"
#include "app/cli/json_of.h"
#include "app/cli/program.h"

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
