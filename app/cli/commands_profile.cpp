// profile init, show, edit
#include "app/cli/command.h"
#include "core/domain/zone.h"

namespace meridian::cli {
namespace {

struct Init {
  std::string name, zone, language = "en", workFrom = "09:00", workTo = "18:00";
};

Json profileOf(replica::Replica& replica) {
  const auto info = replica.profile();
  Json campaigns = Json::array();
  for (const auto& campaign : replica.campaigns())
    campaigns.push_back({{"id", campaign.id.hex()},
                         {"title", campaign.title},
                         {"membership", nameOf(campaign.membership)},
                         {"role", log::roleName(campaign.role)},
                         {"market", campaign.market},
                         {"me", campaign.me.hex()}});
  return {{"name", info.name},
          {"zone", info.zone},
          {"language", domain::languageCode(info.language)},
          {"workFrom", timeOfDayText(info.workFrom)},
          {"workTo", timeOfDayText(info.workTo)},
          {"device", replica.device().hex()},
          {"campaigns", campaigns}};
}

Result<Json> init(Context& context, const Init& options) {
  MERIDIAN_TRY(language, parseLanguage(options.language));
  MERIDIAN_TRY(workFrom, parseTimeOfDay(options.workFrom));
  MERIDIAN_TRY(workTo, parseTimeOfDay(options.workTo));
  if (!domain::isZone(options.zone)) return fail(ErrorCode::UnknownZone, options.zone);
  MERIDIAN_TRY(open, context.openOptions());
  MERIDIAN_TRY(unlock, context.unlock(true));
  const replica::ProfileInfo info{.name = options.name,
                                  .zone = options.zone,
                                  .language = language,
                                  .workFrom = workFrom,
                                  .workTo = workTo};
  auto made = replica::Replica::create(open, unlock, info);
  if (!made) return std::unexpected(context.aboutKeyFile(made.error()));
  return profileOf(**made);
}

Result<Json> show(Context& context, const NoOptions&) {
  MERIDIAN_TRY(replica, context.replica());
  return profileOf(*replica);
}

struct Edit {
  std::string name, zone, language, workFrom, workTo;
};
Result<Json> edit(Context& context, const Edit& options) {
  MERIDIAN_TRY(replica, context.replica());
  if (options.name.empty() && options.zone.empty() && options.language.empty() && options.workFrom.empty() &&
      options.workTo.empty())
    return fail(ErrorCode::InvalidArgument, "nothing to change: say what is new");
  auto info = replica->profile();
  if (!options.name.empty()) info.name = options.name;
  if (!options.zone.empty()) {
    if (!domain::isZone(options.zone)) return fail(ErrorCode::UnknownZone, options.zone);
    info.zone = options.zone;
  }
  if (!options.language.empty()) {
    MERIDIAN_TRY(language, parseLanguage(options.language));
    info.language = language;
  }
  for (const auto& [text, to] :
       {std::pair(&options.workFrom, &info.workFrom), std::pair(&options.workTo, &info.workTo)}) {
    if (text->empty()) continue;
    MERIDIAN_TRY(time, parseTimeOfDay(*text));
    *to = time;
  }
  MERIDIAN_CHECK(replica->setProfile(info));
  return profileOf(*replica);
}

} // namespace

void addProfileCommands(CLI::App& app, Parsed& parsed) {
  auto& profile = group(app, "profile", "The person on this device");
  command<Init>(
      profile, parsed, "init", "Makes a profile: its keys, its encrypted file, who it belongs to",
      "--profile DIR --key-file FILE profile init --name \"Maya Collins\" --zone America/Los_Angeles",
      [](CLI::App& c, Init& o) {
        c.add_option("--name", o.name, "Name as others will see it")->required();
        c.add_option("--zone", o.zone, "IANA zone")->required();
        c.add_option("--language", o.language, "en or ru");
        c.add_option("--work-from", o.workFrom, "Beginning of the working day");
        c.add_option("--work-to", o.workTo, "End of the working day");
      },
      init);
  command<NoOptions>(profile, parsed, "show", "Shows the profile and its campaigns",
                     "--profile DIR profile show", noOptions, show);
  command<Edit>(
      profile, parsed, "edit",
      "Changes what this device knows about the person; others see it by `people edit`",
      "--profile DIR profile edit --zone Europe/Belgrade",
      [](CLI::App& c, Edit& o) {
        c.add_option("--name", o.name, "Name");
        c.add_option("--zone", o.zone, "IANA zone that times are shown in");
        c.add_option("--language", o.language, "Of messages: en or ru");
        c.add_option("--work-from", o.workFrom, "Beginning of the working day");
        c.add_option("--work-to", o.workTo, "End of the working day");
      },
      edit);
}

} // namespace meridian::cli
