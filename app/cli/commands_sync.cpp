// sync; bundle export, import
#include <iostream>

#include "app/cli/command.h"
#include "app/cli/sync_run.h"
#include "app/session/addresses.h"
#include "app/session/bundles.h"

namespace meridian::cli {
namespace {

struct Sync {
  std::string relay;
  bool watch = false;
};
Result<Json> sync(Context& context, const Sync& o) {
  MERIDIAN_TRY(s, session(context));
  if (!o.relay.empty()) {
    MERIDIAN_TRY(address, protocol::RelayAddress::parse(o.relay));
    MERIDIAN_CHECK(replica::Access(s.replica, s.campaign).setRelay(app::toReplica(address)));
  }
  if (!o.watch) {
    MERIDIAN_TRY(result, syncOnce(s.replica, s.campaign));
    return jsonOf(s.replica, s.campaign, result);
  }
  return std::unexpected(
      watch(s.replica, s.campaign, [](const Json& line) { std::cout << line.dump() << std::endl; }));
}

struct Bundle {
  std::string file;
  bool withoutFiles = false;
};
Result<Json> exportBundle(Context& context, const Bundle& o) {
  MERIDIAN_TRY(s, session(context));
  const auto summary = app::exportBundle(s.replica, s.campaign, o.file, {.files = !o.withoutFiles});
  if (!summary) return std::unexpected(aboutTarget(summary.error(), o.file));
  return Json{{"file", o.file},
              {"changes", summary->changes},
              {"files", summary->blobs},
              {"filesDamaged", summary->damagedFiles},
              {"bytes", summary->bytes}};
}

Result<Json> importBundle(Context& context, const Bundle& o) {
  MERIDIAN_TRY(replica, context.replica());
  auto taken = app::importBundle(*replica, o.file);
  if (!taken) return std::unexpected(aboutExchangeFile(taken.error(), replica));
  const auto& summary = *taken;
  return Json{{"campaign", summary.campaign.hex()},
              {"changes", summary.changes},
              {"new", summary.added},
              {"refused", summary.refused},
              {"files", summary.blobs},
              {"filesDamaged", summary.damagedFiles}};
}

} // namespace

void addSyncCommands(CLI::App& app, Parsed& parsed) {
  command<Sync>(
      app, parsed, "sync", "Exchanges everything with the relay, in both directions", "--profile DIR sync",
      [](CLI::App& c, Sync& o) {
        c.add_option("--relay", o.relay, "Use this relay from now on: its line");
        c.add_flag("--watch", o.watch,
                   "Stay connected until interrupted; a line for whatever moved since the one before");
      },
      sync);
  auto& bundle = group(app, "bundle", "The same changes in a file, for when there is no network");
  command<Bundle>(
      bundle, parsed, "export", "Writes all that another member may have of the campaign",
      "--profile DIR bundle export verba.meridian",
      [](CLI::App& c, Bundle& o) {
        c.add_option("FILE", o.file, "File to write")->required();
        c.add_flag("--without-files", o.withoutFiles, "Leave attachments out");
      },
      exportBundle);
  command<Bundle>(
      bundle, parsed, "import", "Takes in such a file", "--profile DIR bundle import verba.meridian",
      [](CLI::App& c, Bundle& o) { c.add_option("FILE", o.file, "File to read")->required(); }, importBundle);
}

} // namespace meridian::cli
