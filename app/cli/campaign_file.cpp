#include "app/cli/campaign_file.h"

#include <algorithm>
#include <set>

#include "app/cli/json_object.h"
#include "app/cli/names.h"
#include "core/domain/market_code.h"
#include "core/domain/zone.h"

namespace meridian::cli {
namespace {

struct Named {
  std::string_view name;
  std::uint32_t block;
};
namespace fc = domain::field::campaign;
namespace fm = domain::field::market;
namespace fb = domain::field::brief;
constexpr Named campaignTexts[] = {{"thesis", fc::thesis},
                                   {"goal", fc::goal},
                                   {"valueProposition", fc::valueProposition},
                                   {"successMetric", fc::successMetric},
                                   {"guidelines", fc::guidelines}};
constexpr Named marketTexts[] = {{"name", fm::name},
                                 {"subGoal", fm::subGoal},
                                 {"whyItMatters", fm::whyItMatters},
                                 {"expression", fm::expression},
                                 {"angle", fm::angle},
                                 {"angleReason", fm::angleReason},
                                 {"angleData", fm::angleData},
                                 {"whyThisOrder", fm::whyThisOrder},
                                 {"labels", fm::labels}};
constexpr Named briefTexts[] = {{"contact", fb::contact},
                                {"goal", fb::goal},
                                {"role", fb::role},
                                {"make", fb::make},
                                {"live", fb::live},
                                {"bigger", fb::bigger},
                                {"tone", fb::tone},
                                {"roleBecause", fb::roleBecause},
                                {"makeBecause", fb::makeBecause}};

template <class List>
std::vector<std::pair<std::uint32_t, domain::Bilingual>> texts(JsonObject& object, const List& names) {
  std::vector<std::pair<std::uint32_t, domain::Bilingual>> out;
  for (const auto& [name, block] : names)
    if (auto text = object.bilingual(std::string(name)); !text.empty())
      out.emplace_back(block, std::move(text));
  return out;
}

MarketEntry marketFrom(JsonObject& in) {
  MarketEntry market;
  market.code = in.text("code", true);
  if (!domain::isMarketCode(market.code))
    in.wrong("code", "is not 1 to 8 capital letters, digits or hyphens");
  market.zone = in.zone("zone", true);
  market.launchAt = in.time("launchAt", market.zone);
  market.holidayCountry = in.holidays("holidayCountry");
  market.needsAdToken = in.flag("needsAdToken");
  if (const Json* json = in.find("schedule"))
    market.schedule = in.take(scheduleFrom(*json, in.placeOf("schedule")));
  market.texts = texts(in, marketTexts);
  return market;
}

ElementEntry elementFrom(JsonObject& in, bool ofMarket) {
  ElementEntry element;
  element.id = in.text("id");
  if (ofMarket) element.market = in.text("market", true);
  element.text = in.bilingual("text", true);
  element.because = in.bilingual("because");
  return element;
}

MilestoneEntry milestoneFrom(JsonObject& in) {
  MilestoneEntry milestone;
  milestone.id = in.text("id");
  const auto type = in.text("type");
  const auto known = type.empty() ? domain::MilestoneType::Other : milestoneTypeNamed(type);
  if (!known) in.wrong("type", "is not a kind of milestone");
  milestone.type = known.value_or(domain::MilestoneType::Other);
  milestone.zone = in.zone("zone", true);
  milestone.at = in.time("at", milestone.zone);
  milestone.market = in.text("market");
  milestone.title = in.bilingual("title", true);
  milestone.why = in.bilingual("why", true);
  milestone.dependsOn = in.strings("dependsOn");
  return milestone;
}

domain::PriorityDecision decisionFrom(JsonObject& in) {
  domain::PriorityDecision decision;
  const auto mode = in.text("mode", true);
  if (const auto known = priorityModeNamed(mode))
    decision.mode = *known;
  else
    in.wrong("mode", "is not named-market-leads, phased, parallel or separate");
  decision.markets = in.strings("markets");
  decision.why = in.bilingual("why", true);
  return decision;
}

TensionEntry tensionFrom(JsonObject& in) {
  TensionEntry entry;
  entry.tension.first = in.bilingual("first", true);
  entry.tension.second = in.bilingual("second", true);
  entry.tension.why = in.bilingual("why", true);
  entry.tension.markets = in.strings("markets");
  if (in.find("resolution") != nullptr) entry.resolution = in.bilingual("resolution", true);
  return entry;
}

PersonEntry personFrom(JsonObject& in, bool creator) {
  PersonEntry person;
  person.id = in.text("id");
  person.name = in.text("name", true);
  person.market = in.text("market", creator);
  person.zone = in.zone("zone", true);
  person.workFrom = in.timeOfDay("workFrom", person.workFrom);
  person.workTo = in.timeOfDay("workTo", person.workTo);
  if (const auto language = in.text("language"); !language.empty())
    person.language = in.take("language", parseLanguage(language));
  person.style = in.bilingual("style");
  if (creator) {
    person.handle = in.text("handle");
    person.tier = in.oneOf("tier", {"nano", "micro", "macro"}, "is not nano, micro or macro");
    person.followers = in.count("followers", 10'000'000'000);
    person.audience = in.bilingual("audience");
    return person;
  }
  // A creator stands among the creators, and a deputy acts between dates that a file does not know.
  const auto role = log::parseRole(in.text("role", true));
  if (!role || *role == log::Role::Creator || *role == log::Role::Deputy)
    in.wrong("role",
             "is not brand-lead, campaign-lead, campaign-deputy, hub-lead, analyst, agency or viewer");
  person.role = role.value_or(log::Role::Viewer);
  if (person.role == log::Role::HubLead && person.market.empty()) in.wrong("market", "is missing");
  if (in.find("responseHours") != nullptr)
    person.responseHours = static_cast<int>(in.count("responseHours", 24 * 14));
  person.title = in.bilingual("title");
  return person;
}

CreatorEntry creatorFrom(JsonObject& in, const std::string& path, std::optional<Error>& inner) {
  CreatorEntry creator;
  creator.person = personFrom(in, true);
  if (const Json* json = in.find("brief")) {
    JsonObject brief(*json, path + ".brief");
    creator.brief = texts(brief, briefTexts);
    if (auto error = brief.done(); error && !inner) inner = error;
  }
  in.each("deliverables", [&](const Json& json, const std::string& at) {
    JsonObject one(json, at);
    DeliverableEntry entry;
    entry.id = one.text("id");
    auto& deliverable = entry.deliverable;
    deliverable.title = one.bilingual("title", true);
    deliverable.labels = one.bilingual("labels");
    deliverable.format = one.text("format");
    deliverable.zone = one.zone("zone", true);
    deliverable.adToken = one.text("adToken");
    deliverable.roughCutDue = one.time("roughCutDue", deliverable.zone);
    deliverable.goLiveAt = one.time("goLiveAt", deliverable.zone);
    if (auto error = one.done(); error && !inner) inner = error;
    creator.deliverables.push_back(std::move(entry));
  });
  return creator;
}

// What points at another part of the file has to find it there, and once.
std::optional<Error> wrongReference(const CampaignFile& file) {
  const auto wrong = [](const std::string& place, const std::string& what) {
    return Error{ErrorCode::InvalidArgument, place + " " + what};
  };
  std::set<std::string> markets, people, milestones;
  const auto at = [](const char* list, std::size_t i) {
    return std::string("campaign.") + list + "[" + std::to_string(i) + "]";
  };
  const auto twice = [](std::set<std::string>& ids, const std::string& id) {
    return !id.empty() && !ids.insert(id).second;
  };
  for (std::size_t i = 0; i < file.markets.size(); ++i)
    if (twice(markets, file.markets[i].code))
      return wrong(at("markets", i) + ".code", "stands in the file twice");
  const auto isUnknown = [&](const std::string& market) {
    return !market.empty() && !markets.contains(market);
  };
  const auto noMarket = [&](const std::string& place) { return wrong(place, "is not a market of the file"); };
  for (std::size_t i = 0; i < file.checklist.size(); ++i)
    if (isUnknown(file.checklist[i].market)) return noMarket(at("checklist", i) + ".market");
  for (std::size_t i = 0; i < file.milestones.size(); ++i) {
    const auto& milestone = file.milestones[i];
    if (isUnknown(milestone.market)) return noMarket(at("milestones", i) + ".market");
    for (const auto& id : milestone.dependsOn)
      if (!milestones.contains(id))
        return Error{ErrorCode::InvalidArgument,
                     "a milestone depends on one that does not stand before it: " + id};
    if (twice(milestones, milestone.id))
      return wrong(at("milestones", i) + ".id", "stands in the file twice");
  }
  if (file.decision)
    for (const auto& market : file.decision->markets)
      if (market.empty() || isUnknown(market)) return noMarket("campaign.decision.markets");
  for (std::size_t i = 0; i < file.tensions.size(); ++i)
    for (const auto& market : file.tensions[i].tension.markets)
      if (market.empty() || isUnknown(market)) return noMarket(at("tensions", i) + ".markets");
  for (std::size_t i = 0; i < file.people.size(); ++i) {
    if (isUnknown(file.people[i].market)) return noMarket(at("people", i) + ".market");
    if (twice(people, file.people[i].id)) return wrong(at("people", i) + ".id", "stands in the file twice");
  }
  for (std::size_t i = 0; i < file.creators.size(); ++i) {
    const auto& creator = file.creators[i];
    if (isUnknown(creator.person.market)) return noMarket(at("creators", i) + ".market");
    if (twice(people, creator.person.id)) return wrong(at("creators", i) + ".id", "stands in the file twice");
    std::set<std::string> deliverables;
    for (std::size_t j = 0; j < creator.deliverables.size(); ++j)
      if (twice(deliverables, creator.deliverables[j].id))
        return wrong(at("creators", i) + ".deliverables[" + std::to_string(j) + "].id",
                     "stands in the file twice");
  }
  return std::nullopt;
}

} // namespace

const CreatorEntry* CampaignFile::creator(std::string_view id) const {
  const auto at = std::ranges::find_if(creators, [&](const auto& c) { return c.person.id == id; });
  return at == creators.end() ? nullptr : &*at;
}

const PersonEntry* CampaignFile::person(std::string_view id) const {
  if (const auto* one = creator(id)) return &one->person;
  const auto at = std::ranges::find(people, id, &PersonEntry::id);
  return at == people.end() ? nullptr : &*at;
}

Result<domain::FeedbackSchedule> scheduleFrom(const Json& json, const std::string& path) {
  JsonObject in(json, path);
  domain::FeedbackSchedule schedule;
  schedule.answerDay = in.take("answerDay", parseWeekday(in.text("answerDay", true)));
  schedule.answerBy = in.timeOfDay("answerBy", schedule.answerBy);
  schedule.cutoffDay = in.take("cutoffDay", parseWeekday(in.text("cutoffDay", true)));
  schedule.cutoffAt = in.timeOfDay("cutoffAt", schedule.cutoffAt);
  schedule.zone = in.zone("zone", true);
  schedule.holidayCountry = in.holidays("holidayCountry");
  for (const auto& day : in.strings("daysOff")) {
    auto date = parseDate(day);
    if (!date) in.wrong("daysOff", "has a date that is none: " + day);
    if (date) schedule.daysOff.push_back(*date);
  }
  if (auto error = in.done()) return std::unexpected(*error);
  if (auto good = domain::check(schedule); !good)
    return fail(good.error().code, path + " " + good.error().detail);
  return schedule;
}

Result<CampaignFile> readCampaignFile(std::string_view text) {
  const auto json = jsonFrom(text, "campaign");
  if (!json) return std::unexpected(json.error());
  JsonObject in(*json, "campaign");
  CampaignFile file;
  std::optional<Error> inner;
  auto keep = [&](JsonObject& one) {
    if (auto error = one.done(); error && !inner) inner = error;
  };
  if (in.number("format") != 1) in.wrong("format", "is not 1, the only format so far");
  file.brandName = in.text("brandName", true);
  file.name = in.bilingual("name", true);
  file.texts = texts(in, campaignTexts);
  auto list = [&](const std::string& name, auto& into, auto read) {
    in.each(name, [&](const Json& one, const std::string& path) {
      JsonObject object(one, path);
      into.push_back(read(object, path));
      keep(object);
    });
  };
  list("markets", file.markets, [](JsonObject& o, const auto&) { return marketFrom(o); });
  list("nonNegotiables", file.nonNegotiables,
       [](JsonObject& o, const auto&) { return elementFrom(o, false); });
  list("negotiables", file.negotiables, [](JsonObject& o, const auto&) { return elementFrom(o, false); });
  list("checklist", file.checklist, [](JsonObject& o, const auto&) { return elementFrom(o, true); });
  list("tensions", file.tensions, [](JsonObject& o, const auto&) { return tensionFrom(o); });
  list("milestones", file.milestones, [](JsonObject& o, const auto&) { return milestoneFrom(o); });
  list("people", file.people, [](JsonObject& o, const auto&) { return personFrom(o, false); });
  list("creators", file.creators,
       [&](JsonObject& o, const auto& path) { return creatorFrom(o, path, inner); });
  if (const Json* decision = in.find("decision")) {
    JsonObject object(*decision, "campaign.decision");
    file.decision = decisionFrom(object);
    keep(object);
  }
  if (inner) return std::unexpected(*inner);
  if (auto error = in.done()) return std::unexpected(*error);
  if (auto error = wrongReference(file)) return std::unexpected(*error);
  return file;
}

} // namespace meridian::cli
