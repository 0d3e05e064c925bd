// campaign create, show, export; schedule show, set; timeline list
#include "app/cli/campaign_file.h"
#include "app/cli/command.h"

namespace meridian::cli {
namespace {

struct Create {
  std::string file;
};
Result<Json> create(Context& context, const Create& options) {
  MERIDIAN_TRY(text, readText(options.file));
  MERIDIAN_TRY(file, readCampaignFile(text));
  MERIDIAN_TRY(replica, context.replica());
  MERIDIAN_TRY(campaign, foundCampaign(*replica, file, true));
  return Json{{"campaign", campaign.hex()},
              {"markets", file.markets.size()},
              {"milestones", file.milestones.size()},
              {"creatorsInFile", file.creators.size()}};
}

Result<Json> show(Context& context, const NoOptions&) {
  MERIDIAN_TRY(s, session(context));
  return jsonOf(s.reading().page());
}

Result<Json> exportIt(Context& context, const NoOptions&) {
  MERIDIAN_TRY(s, session(context));
  return exportCampaign(s);
}

struct Schedule {
  std::string market, answerDay, answerBy, cutoffDay, cutoffAt, zone, holidays;
  std::vector<std::string> daysOff;
};

// The market named, or a hub lead's own, or the only one that has a schedule to show.
Result<domain::Market> marketFor(const Session& s, const std::string& code) {
  const auto page = s.reading().page();
  const auto me = s.replica.campaign(s.campaign);
  const auto wanted = !code.empty() ? code : me ? me->market : std::string();
  for (const auto& market : page.markets)
    if (market.code == wanted) return market;
  return fail(wanted.empty() ? ErrorCode::InvalidArgument : ErrorCode::NotFound,
              wanted.empty() ? "name the market: --market CODE" : "no such market: " + wanted);
}

Result<Json> showSchedule(Context& context, const Schedule& options) {
  MERIDIAN_TRY(s, session(context));
  MERIDIAN_TRY(market, marketFor(s, options.market));
  Json out = {{"market", market.code}};
  out["schedule"] = market.schedule ? jsonOf(*market.schedule) : Json(nullptr);
  out["next"] = Json::array();
  if (market.schedule) {
    MERIDIAN_TRY(slots, domain::nextSlots(*market.schedule, s.replica.clock().now(), 3));
    for (const auto& slot : slots)
      out["next"].push_back(jsonOf(slot));
  }
  return out;
}

Result<Json> setSchedule(Context& context, const Schedule& options) {
  MERIDIAN_TRY(s, session(context));
  if (options.answerDay.empty() && options.answerBy.empty() && options.cutoffDay.empty() &&
      options.cutoffAt.empty() && options.zone.empty() && options.holidays.empty() && options.daysOff.empty())
    return fail(ErrorCode::InvalidArgument, "nothing to change: say what is new");
  MERIDIAN_TRY(market, marketFor(s, options.market));
  auto schedule = market.schedule.value_or(domain::FeedbackSchedule{});
  if (schedule.zone.empty()) schedule.zone = market.zone;
  if (!options.answerDay.empty()) {
    MERIDIAN_TRY(day, parseWeekday(options.answerDay));
    schedule.answerDay = day;
  }
  if (!options.answerBy.empty()) {
    MERIDIAN_TRY(time, parseTimeOfDay(options.answerBy));
    schedule.answerBy = time;
  }
  if (!options.cutoffDay.empty()) {
    MERIDIAN_TRY(day, parseWeekday(options.cutoffDay));
    schedule.cutoffDay = day;
  } else if (!options.answerDay.empty() && !market.schedule) {
    // A day earlier, as people expect it.
    schedule.cutoffDay = schedule.answerDay - std::chrono::days{1};
    schedule.cutoffAt = schedule.answerBy;
  }
  if (!options.cutoffAt.empty()) {
    MERIDIAN_TRY(time, parseTimeOfDay(options.cutoffAt));
    schedule.cutoffAt = time;
  }
  if (!options.zone.empty()) schedule.zone = options.zone;
  if (!options.holidays.empty()) schedule.holidayCountry = options.holidays == "none" ? "" : options.holidays;
  for (const auto& day : options.daysOff) {
    MERIDIAN_TRY(date, parseDate(day));
    schedule.daysOff.push_back(date);
  }
  MERIDIAN_CHECK(replica::Briefing(s.replica, s.campaign).setSchedule(market.code, schedule));
  return Json{{"market", market.code}, {"schedule", jsonOf(schedule)}};
}

Result<Json> timeline(Context& context, const NoOptions&) {
  MERIDIAN_TRY(s, session(context));
  Json out = Json::array();
  for (const auto& entry : s.reading().timeline())
    out.push_back(jsonOf(entry));
  return out;
}

} // namespace

void addCampaignCommands(CLI::App& app, Parsed& parsed) {
  auto& campaign = group(app, "campaign", "The campaign on one page");
  command<Create>(
      campaign, parsed, "create", "Founds a campaign from a file; this person becomes its brand lead",
      "--profile DIR campaign create --file campaign.json",
      [](CLI::App& c, Create& o) {
        c.add_option("--file", o.file, "Campaign file (CAMPAIGN-FILE.md), - for standard input")->required();
      },
      create);
  command<NoOptions>(campaign, parsed, "show", "Shows thesis, goals, markets, charter and milestones",
                     "--profile DIR --pretty campaign show", noOptions, show);
  command<NoOptions>(campaign, parsed, "export", "Writes the campaign as a campaign file",
                     "--profile DIR --pretty campaign export > campaign.json", noOptions, exportIt);
  addCampaignEdit(campaign, parsed);

  auto& schedule = group(app, "schedule", "When a hub answers");
  command<Schedule>(
      schedule, parsed, "show", "Shows a hub's feedback schedule and its next three answers",
      "--profile DIR schedule show --market US",
      [](CLI::App& c, Schedule& o) { c.add_option("--market", o.market, "Market"); }, showSchedule);
  command<Schedule>(
      schedule, parsed, "set", "Sets the own hub's schedule; promises already given stay",
      "--profile DIR schedule set --answer Fri --by 18:00 --cutoff Thu --at-cutoff 18:00",
      [](CLI::App& c, Schedule& o) {
        c.add_option("--market", o.market, "Market");
        c.add_option("--answer", o.answerDay, "Day of answers: Mon to Sun");
        c.add_option("--by", o.answerBy, "Answered by this time");
        c.add_option("--cutoff", o.cutoffDay, "Day of the cut-off");
        c.add_option("--at-cutoff", o.cutoffAt, "Time of the cut-off");
        c.add_option("--zone", o.zone, "IANA zone of both times");
        c.add_option("--holidays", o.holidays, "US, RU or none");
        c.add_option("--day-off", o.daysOff, "A further date without answers; may be repeated");
      },
      setSchedule);
  auto& times = group(app, "timeline", "Milestones, launches and the own deadlines");
  command<NoOptions>(times, parsed, "list", "Lists them by time, with why", "--profile DIR timeline list",
                     noOptions, timeline);
}

} // namespace meridian::cli
