// campaign create, show, edit, export; schedule show, set; timeline list
#include "app/cli/campaign_file.h"
#include "app/cli/command.h"
#include "core/domain/schema.h"

namespace meridian::cli {
namespace {

using domain::EntityKind;

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

struct Edit {
  std::string field, market, milestone, text, language, value, decision, why;
  std::vector<std::string> markets;
  bool clear = false, stillCorrect = false;
};

// The field of an entity by the name that the rights table gives it.
Result<const domain::FieldRule*> fieldOf(EntityKind kind, const std::string& name) {
  const auto* entity = domain::ruleOf(kind);
  const auto* field = entity != nullptr ? domain::ruleNamed(*entity, name) : nullptr;
  if (field == nullptr) return fail(ErrorCode::InvalidArgument, "no such field: " + name);
  return field;
}

Result<crdt::Value> registerValue(const std::string& field, const std::string& value,
                                  const std::string& zone) {
  if (field == "launchAt" || field == "at") {
    auto at = findInstant(value, zone);
    if (!at) return std::unexpected(at.error());
    return crdt::Value(toMillis(*at));
  }
  if (field == "zone" && !domain::isZone(value)) return fail(ErrorCode::UnknownZone, value);
  if (field == "needsAdToken" || field == "removed" || field == "coreLocked") {
    if (value != "true" && value != "false") return fail(ErrorCode::InvalidArgument, "true or false");
    return crdt::Value(value == "true");
  }
  if (field == "order" || field == "riskLeadHours" || field == "type")
    return crdt::Value(static_cast<std::int64_t>(std::strtoll(value.c_str(), nullptr, 10)));
  if (field == "schedule") return fail(ErrorCode::InvalidArgument, "use `schedule set`");
  return crdt::Value(value);
}

Result<Json> decide(const Session& s, const Edit& options) {
  domain::PriorityDecision decision;
  bool known = false;
  for (int n = 1; n <= 4; ++n)
    if (nameOf(static_cast<domain::PriorityMode>(n)) == options.decision) {
      decision.mode = static_cast<domain::PriorityMode>(n);
      known = true;
    }
  if (!known || options.why.empty())
    return fail(ErrorCode::InvalidArgument, "a decision has a mode and a reason: --decision MODE --why TEXT");
  decision.markets = options.markets;
  const auto language = options.language.empty()
                            ? s.replica.profile().language
                            : findLanguage(options.language).value_or(domain::Language::En);
  decision.why.source = language;
  decision.why.in(language) = options.why;
  MERIDIAN_CHECK(writeDecision(s, decision));
  return Json{{"decided", options.decision}};
}

Result<Json> edit(Context& context, const Edit& options) {
  MERIDIAN_TRY(s, session(context));
  if (!options.decision.empty()) return decide(s, options);
  const auto page = s.reading().page();
  replica::Place place{s.campaign, crdt::KeyedEntity{static_cast<std::uint16_t>(EntityKind::Campaign), {}}};
  auto kind = EntityKind::Campaign;
  std::string zone;
  if (!options.market.empty()) {
    kind = EntityKind::Market;
    place.entity = crdt::KeyedEntity{static_cast<std::uint16_t>(kind),
                                     Bytes(options.market.begin(), options.market.end())};
    for (const auto& market : page.markets)
      if (market.code == options.market) zone = market.zone;
    if (zone.empty()) return fail(ErrorCode::NotFound, "no such market: " + options.market);
  } else if (!options.milestone.empty()) {
    kind = EntityKind::Milestone;
    const domain::Milestone* found = nullptr;
    for (const auto& milestone : page.milestones)
      if (milestone.title.en == options.milestone || milestone.title.ru == options.milestone ||
          (options.milestone.size() >= 6 && refText(milestone.id).starts_with(options.milestone)))
        found = &milestone;
    if (found == nullptr) return fail(ErrorCode::NotFound, "no such milestone: " + options.milestone);
    place.entity = found->id.ref();
    zone = found->zone;
  }
  MERIDIAN_TRY(field, fieldOf(kind, options.field));
  replica::Editing editing(s.replica);
  if (!field->isBlock) {
    MERIDIAN_TRY(value, registerValue(options.field, options.value, zone));
    MERIDIAN_CHECK(editing.set(place, {{field->first, value}}));
    return Json{{"edited", options.field}};
  }
  const auto language = options.language.empty() ? Result<domain::Language>(s.replica.profile().language)
                                                 : findLanguage(options.language);
  if (!language) return std::unexpected(language.error());
  const auto block = field->first / 8;
  if (options.stillCorrect) {
    MERIDIAN_CHECK(editing.confirmTranslation(place, block, *language));
  } else {
    MERIDIAN_CHECK(editing.setText(place, block, *language, options.text, options.clear));
  }
  return Json{{"edited", options.field}, {"language", domain::languageCode(*language)}};
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
  MERIDIAN_TRY(market, marketFor(s, options.market));
  auto schedule = market.schedule.value_or(domain::FeedbackSchedule{});
  if (schedule.zone.empty()) schedule.zone = market.zone;
  if (!options.answerDay.empty()) {
    MERIDIAN_TRY(day, findWeekday(options.answerDay));
    schedule.answerDay = day;
  }
  if (!options.answerBy.empty()) {
    MERIDIAN_TRY(time, parseTimeOfDay(options.answerBy));
    schedule.answerBy = time;
  }
  if (!options.cutoffDay.empty()) {
    MERIDIAN_TRY(day, findWeekday(options.cutoffDay));
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
  command<Edit>(
      campaign, parsed, "edit", "Edits one field, or decides which market's goal takes priority",
      "--profile DIR campaign edit --field thesis --language ru --text \"Уход, который доказывает себя "
      "сам.\"",
      [](CLI::App& c, Edit& o) {
        c.add_option("--field", o.field, "thesis, goal, angle, launchAt … as `campaign show` names them");
        c.add_option("--market", o.market, "Of this market instead of the campaign");
        c.add_option("--milestone", o.milestone, "Of this milestone (title or id)");
        c.add_option("--language", o.language, "Lane of the text: en or ru (the profile's if left out)");
        c.add_option("--text", o.text, "New text of the lane");
        c.add_option("--value", o.value, "New value of a field that is no text");
        c.add_flag("--clear", o.clear, "An empty text is meant");
        c.add_flag("--still-correct", o.stillCorrect, "The translation holds for the source as it reads now");
        c.add_option("--decision", o.decision, "named-market-leads, phased, parallel or separate");
        c.add_option("--markets", o.markets, "Of a decision: the leading market, or the order")
            ->delimiter(',');
        c.add_option("--why", o.why, "Of a decision: the reason");
      },
      edit);

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
