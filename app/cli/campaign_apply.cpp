// What a campaign file says, written through the replica, and read back into one.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/cli/campaign_file.h"
#include "app/cli/find.h"
#include "app/cli/json_of.h"
#include "core/crdt/order.h"

namespace meridian::cli {
namespace {

using domain::EntityKind;
using domain::Language;
using replica::BlockWrite;
using replica::Editing;
using replica::FieldWrite;

crdt::KeyedEntity keyed(EntityKind kind, std::string_view key) {
  return {static_cast<std::uint16_t>(kind), Bytes(key.begin(), key.end())};
}

// Places for n things, in order.
std::vector<Bytes> places(std::size_t n, const DeviceId& device) {
  std::vector<Bytes> out;
  for (std::size_t i = 0; i < n; ++i) {
    const std::optional<ByteView> before = out.empty() ? std::nullopt : std::optional<ByteView>(out.back());
    out.push_back(crdt::orderKeyBetween(before, std::nullopt, device.view().first(2)));
  }
  return out;
}

Result<void> writeElements(replica::Replica& replica, const SpaceId& campaign, EntityKind kind,
                           const std::vector<ElementEntry>& elements) {
  namespace f = domain::field::element;
  const auto order = places(elements.size(), replica.device());
  for (std::size_t i = 0; i < elements.size(); ++i) {
    std::vector<BlockWrite> blocks;
    replica::addLanes(blocks, f::text, elements[i].text);
    replica::addLanes(blocks, f::because, elements[i].because);
    std::vector<FieldWrite> fields{{f::order, crdt::Value(order[i])}};
    if (!elements[i].market.empty()) fields.push_back({f::market, crdt::Value(elements[i].market)});
    auto made = Editing(replica).create(campaign, kind, blocks, std::move(fields));
    if (!made) return std::unexpected(made.error());
  }
  return {};
}

Result<void> writeMilestones(replica::Replica& replica, const SpaceId& campaign,
                             const std::vector<MilestoneEntry>& milestones) {
  namespace f = domain::field::milestone;
  std::map<std::string, OpId> made;
  for (const auto& milestone : milestones) {
    std::vector<BlockWrite> blocks;
    replica::addLanes(blocks, f::title, milestone.title);
    replica::addLanes(blocks, f::why, milestone.why);
    std::vector<FieldWrite> fields{{f::zone, crdt::Value(milestone.zone)},
                                   {f::type, crdt::Value(static_cast<int>(milestone.type))}};
    if (milestone.at) fields.push_back({f::at, crdt::Value(toMillis(*milestone.at))});
    if (!milestone.market.empty()) fields.push_back({f::market, crdt::Value(milestone.market)});
    auto ops = Editing::creation(EntityKind::Milestone, blocks, std::move(fields), 0);
    if (!ops) return std::unexpected(ops.error());
    for (const auto& id : milestone.dependsOn)
      ops->push_back(crdt::AddToSet{
          .entity = OpId{crdt::thisChange, 0}, .field = f::dependsOn, .element = crdt::Value(made.at(id))});
    auto written = replica.write({{campaign, std::move(*ops)}});
    if (!written) return std::unexpected(written.error());
    made[milestone.id] = OpId{written->front(), 0};
  }
  return {};
}

Result<void> writeMarket(replica::Replica& replica, const SpaceId& campaign, const MarketEntry& market,
                         std::int64_t order) {
  namespace f = domain::field::market;
  std::vector<FieldWrite> fields{{f::zone, crdt::Value(market.zone)},
                                 {f::order, crdt::Value(order)},
                                 {f::needsAdToken, crdt::Value(market.needsAdToken)}};
  if (market.launchAt) fields.push_back({f::launchAt, crdt::Value(toMillis(*market.launchAt))});
  if (!market.holidayCountry.empty())
    fields.push_back({f::holidayCountry, crdt::Value(market.holidayCountry)});
  if (market.schedule) {
    if (auto good = domain::check(*market.schedule); !good) return good;
    fields.push_back({f::schedule, domain::toValue(*market.schedule)});
  }
  return writeTexts(replica, {campaign, keyed(EntityKind::Market, market.code)}, market.texts,
                    std::move(fields));
}

} // namespace

Result<void> writeTexts(replica::Replica& replica, const replica::Place& place,
                        const std::vector<std::pair<std::uint32_t, domain::Bilingual>>& texts,
                        std::vector<FieldWrite> fields) {
  std::vector<BlockWrite> blocks;
  for (const auto& [block, text] : texts)
    replica::addLanes(blocks, block, text);
  return Editing(replica).edit(place, blocks, std::move(fields));
}

Result<SpaceId> foundCampaign(replica::Replica& replica, const CampaignFile& file, bool withDecision) {
  auto campaign = replica::Founding::create(replica, file.brandName, file.name);
  if (!campaign) return campaign;
  auto stop = [](const Error& error) { return std::unexpected(error); };
  if (auto done = writeTexts(replica, {*campaign, keyed(EntityKind::Campaign, "")}, file.texts); !done)
    return stop(done.error());
  std::int64_t order = 0;
  for (const auto& market : file.markets)
    if (auto done = writeMarket(replica, *campaign, market, order++); !done) return stop(done.error());
  for (const auto& [kind, elements] : {std::pair(EntityKind::NonNegotiable, &file.nonNegotiables),
                                       std::pair(EntityKind::Negotiable, &file.negotiables),
                                       std::pair(EntityKind::ChecklistItem, &file.checklist)})
    if (auto done = writeElements(replica, *campaign, kind, *elements); !done) return stop(done.error());
  if (auto done = writeMilestones(replica, *campaign, file.milestones); !done) return stop(done.error());
  replica::Tensions tensions(replica, *campaign);
  for (const auto& entry : file.tensions) {
    auto opened = tensions.open(entry.tension);
    if (!opened) return stop(opened.error());
    if (!entry.resolution) continue;
    if (auto done = tensions.resolve(*opened, *entry.resolution); !done) return stop(done.error());
  }
  if (withDecision && file.decision)
    if (auto done = writeDecision({replica, *campaign}, *file.decision); !done) return stop(done.error());
  return campaign;
}

Result<void> writeDecision(const Session& session, const domain::PriorityDecision& decision) {
  auto written = Editing(session.replica)
                     .state(session.campaign, EntityKind::PriorityDecision, domain::toValue(decision));
  if (!written) return std::unexpected(written.error());
  return {};
}

Result<SpaceId> applyCreator(const Session& session, const CreatorEntry& creator) {
  const auto& person = creator.person;
  replica::Briefing briefing(session.replica, session.campaign);
  std::optional<SpaceId> space;
  for (const auto& known : session.reading().creators())
    if (known.card.name == person.name && known.market == person.market) space = known.space;
  if (!space) {
    auto made = briefing.addCreator({.name = person.name,
                                     .market = person.market,
                                     .zone = person.zone,
                                     .handle = person.handle,
                                     .tier = person.tier,
                                     .followers = person.followers,
                                     .language = person.language,
                                     .briefExpected = {}});
    if (!made) return made;
    space = *made;
  }
  namespace f = domain::field::person;
  const auto card = keyed(EntityKind::Creator, "");
  auto done = writeTexts(
      session.replica, {*space, card}, {{f::style, person.style}, {f::audience, person.audience}},
      {{f::workFrom, crdt::Value(person.workFrom.count())}, {f::workTo, crdt::Value(person.workTo.count())}});
  if (!done) return std::unexpected(done.error());
  auto draft = briefing.draft(*space);
  if (!draft) return std::unexpected(draft.error());
  done = writeTexts(session.replica, {*space, draft->ref()}, creator.brief);
  if (!done) return std::unexpected(done.error());
  const auto desk = session.reading().briefDesk(*space);
  for (const auto& entry : creator.deliverables) {
    const auto& title = entry.deliverable.title;
    const bool there = desk && std::ranges::any_of(desk->deliverables, [&](const auto& known) {
                         return known.title.in(title.source) == title.in(title.source);
                       });
    if (there) continue;
    auto added = briefing.addDeliverable(*space, entry.deliverable);
    if (!added) return std::unexpected(added.error());
  }
  return *space;
}

namespace {

// The form of the file: the source lane first.
Json fileText(const domain::Bilingual& text) {
  Json out = Json::object();
  for (const auto lane : {text.source, domain::other(text.source)})
    if (!text.in(lane).empty()) out[std::string(domain::languageCode(lane))] = text.in(lane);
  return out;
}

Json localTime(const std::optional<Instant>& at, const std::string& zone) {
  if (!at) return nullptr;
  const auto local = domain::toLocal(*at, zone);
  return local ? Json(toIso(*local)) : Json(toIso(*at));
}

void putBrief(Json& out, const domain::BriefContent& content) {
  for (const auto part : domain::briefParts)
    out[std::string(domain::partName(part))] = fileText(content.part(part));
  out["tone"] = fileText(content.tone);
  out["roleBecause"] = fileText(content.roleBecause);
  out["makeBecause"] = fileText(content.makeBecause);
}

Json fileElements(const std::vector<domain::CharterElement>& elements) {
  Json out = Json::array();
  for (const auto& element : elements) {
    Json one;
    if (!element.market.empty())
      one["market"] = element.market;
    else
      one["id"] = refText(element.id).substr(0, 12);
    one["text"] = fileText(element.text);
    one["because"] = fileText(element.because);
    out.push_back(one);
  }
  return out;
}

} // namespace

Json exportCampaign(const Session& session) {
  const auto view = session.reading().page();
  Json out = {{"format", 1}, {"brandName", view.page.brandName}, {"name", fileText(view.page.name)}};
  out["thesis"] = fileText(view.page.thesis);
  out["goal"] = fileText(view.page.goal);
  out["valueProposition"] = fileText(view.page.valueProposition);
  out["successMetric"] = fileText(view.page.successMetric);
  out["guidelines"] = fileText(view.page.guidelines);
  out["markets"] = Json::array();
  for (const auto& market : view.markets) {
    Json one = {{"code", market.code}, {"name", fileText(market.name)}, {"zone", market.zone}};
    one["launchAt"] = localTime(market.launchAt, market.zone);
    one["holidayCountry"] = market.holidayCountry;
    one["needsAdToken"] = market.needsAdToken;
    if (market.schedule) one["schedule"] = jsonOf(*market.schedule);
    one["subGoal"] = fileText(market.subGoal);
    one["whyItMatters"] = fileText(market.whyItMatters);
    one["expression"] = fileText(market.expression);
    one["angle"] = fileText(market.angle);
    one["angleReason"] = fileText(market.angleReason);
    one["angleData"] = fileText(market.angleData);
    one["whyThisOrder"] = fileText(market.whyThisOrder);
    one["labels"] = fileText(market.labels);
    out["markets"].push_back(one);
  }
  out["nonNegotiables"] = fileElements(view.nonNegotiables);
  out["negotiables"] = fileElements(view.negotiables);
  out["checklist"] = fileElements(view.checklist);
  out["milestones"] = Json::array();
  for (const auto& milestone : view.milestones) {
    Json one = {{"id", refText(milestone.id).substr(0, 12)}, {"type", nameOf(milestone.type)}};
    one["zone"] = milestone.zone;
    one["at"] = localTime(milestone.at, milestone.zone);
    if (!milestone.market.empty()) one["market"] = milestone.market;
    one["title"] = fileText(milestone.title);
    one["why"] = fileText(milestone.why);
    one["dependsOn"] = Json::array();
    for (const auto& id : milestone.dependsOn)
      one["dependsOn"].push_back(refText(id).substr(0, 12));
    out["milestones"].push_back(one);
  }
  if (view.decision)
    out["decision"] = {{"mode", nameOf(view.decision->mode)},
                       {"markets", view.decision->markets},
                       {"why", fileText(view.decision->why)}};
  out["tensions"] = Json::array();
  for (const auto& tension : session.reading().tensions()) {
    Json one = {{"first", fileText(tension.first)},
                {"second", fileText(tension.second)},
                {"why", fileText(tension.why)},
                {"markets", tension.markets}};
    if (!tension.resolutions.empty()) one["resolution"] = fileText(tension.resolutions.back().how);
    out["tensions"].push_back(one);
  }
  out["people"] = Json::array();
  out["creators"] = Json::array();
  auto person = [](const domain::PersonCard& card, const std::string& market) {
    return Json{{"name", card.name},
                {"market", market},
                {"zone", card.zone},
                {"workFrom", timeOfDayText(card.workFrom)},
                {"workTo", timeOfDayText(card.workTo)},
                {"language", domain::languageCode(card.language)},
                {"style", fileText(card.style)}};
  };
  for (const auto& one : session.reading().people()) {
    if (one.role == log::Role::Creator || one.role == log::Role::Deputy) continue;
    Json out1 = person(one.card, one.market);
    out1["role"] = log::roleName(one.role);
    out1["responseHours"] = one.card.responseHours;
    out1["title"] = fileText(one.card.title);
    out["people"].push_back(out1);
  }
  for (const auto& one : session.reading().creators()) {
    Json creator = person(one.card, one.market);
    creator["handle"] = one.card.handle;
    creator["followers"] = one.card.followers;
    creator["tier"] = one.card.tier;
    creator["audience"] = fileText(one.card.audience);
    const auto desk = session.reading().briefDesk(one.space);
    if (desk && desk->draft) {
      creator["brief"] = Json::object();
      putBrief(creator["brief"], desk->draft->content);
    }
    creator["deliverables"] = Json::array();
    if (desk)
      for (const auto& deliverable : desk->deliverables)
        creator["deliverables"].push_back(
            {{"format", deliverable.format},
             {"title", fileText(deliverable.title)},
             {"labels", fileText(deliverable.labels)},
             {"roughCutDue", localTime(deliverable.roughCutDue, deliverable.zone)},
             {"goLiveAt", localTime(deliverable.goLiveAt, deliverable.zone)},
             {"zone", deliverable.zone},
             {"adToken", deliverable.adToken}});
    out["creators"].push_back(creator);
  }
  return out;
}

} // namespace meridian::cli
