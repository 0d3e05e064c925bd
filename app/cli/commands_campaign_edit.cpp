// campaign edit: fields of the page, markets, milestones, the charter's elements, the priority decision
#include <algorithm>
#include <charconv>

#include "app/cli/campaign_file.h"
#include "app/cli/command.h"
#include "core/crdt/order.h"
#include "core/domain/market_code.h"
#include "core/domain/schema.h"
#include "core/domain/zone.h"

namespace meridian::cli {
namespace {

using domain::EntityKind;
using replica::BlockWrite;
using replica::Editing;
using replica::FieldWrite;

struct Edit {
  std::string field, market, milestone, element, text, language, value, decision, why, because;
  std::string addMarket, addMilestone, addNonNegotiable, addNegotiable, addCheck;
  std::string zone, at, type;
  std::vector<std::string> markets, dependsOn;
  bool clear = false, stillCorrect = false, remove = false, restore = false;
};

Result<domain::Language> laneOf(const Session& s, const Edit& o) {
  if (o.language.empty()) return s.replica.profile().language;
  return parseLanguage(o.language);
}

replica::Place marketPlace(const Session& s, const std::string& code) {
  return {s.campaign,
          crdt::KeyedEntity{static_cast<std::uint16_t>(EntityKind::Market), Bytes(code.begin(), code.end())}};
}

std::unexpected<Error> noSuchType() {
  return fail(ErrorCode::InvalidArgument,
              "a type of milestone is kickoff, briefs, rough-cut, feedback, launch, review or other");
}

Result<crdt::Value> registerValue(const std::string& field, const std::string& value,
                                  const std::string& zone) {
  if (field == "launchAt" || field == "at") {
    MERIDIAN_TRY(at, parseTime(value, zone));
    return crdt::Value(toMillis(at));
  }
  if (field == "zone" && !domain::isZone(value)) return fail(ErrorCode::UnknownZone, value);
  if (field == "needsAdToken" || field == "removed" || field == "coreLocked") {
    if (value != "true" && value != "false") return fail(ErrorCode::InvalidArgument, "true or false");
    return crdt::Value(value == "true");
  }
  if (field == "type") {
    const auto type = milestoneTypeNamed(value);
    if (!type) return noSuchType();
    return crdt::Value(static_cast<std::int64_t>(*type));
  }
  if (field == "order" || field == "riskLeadHours") {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc{} || end != value.data() + value.size())
      return fail(ErrorCode::InvalidArgument, "a whole number, not " + value);
    return crdt::Value(number);
  }
  if (field == "schedule") return fail(ErrorCode::InvalidArgument, "use `schedule set`");
  return crdt::Value(value);
}

Result<Json> decide(const Session& s, const Edit& o) {
  const auto mode = priorityModeNamed(o.decision);
  if (!mode || o.why.empty())
    return fail(ErrorCode::InvalidArgument, "a decision has a mode and a reason: --decision MODE --why TEXT");
  domain::PriorityDecision decision;
  decision.mode = *mode;
  decision.markets = o.markets;
  MERIDIAN_TRY(language, laneOf(s, o));
  decision.why.source = language;
  decision.why.in(language) = o.why;
  MERIDIAN_CHECK(writeDecision(s, decision));
  return Json{{"decided", o.decision}};
}

Result<Json> addMarket(const Session& s, const Edit& o) {
  namespace f = domain::field::market;
  if (!domain::isMarketCode(o.addMarket))
    return fail(ErrorCode::InvalidArgument, "a market's code is 1 to 8 capital letters, digits or hyphens");
  const auto page = s.reading().page();
  if (std::ranges::find(page.markets, o.addMarket, &domain::Market::code) != page.markets.end())
    return fail(ErrorCode::AlreadyExists, "this market is there already: " + o.addMarket);
  if (!domain::isZone(o.zone)) return fail(ErrorCode::UnknownZone, o.zone);
  MERIDIAN_TRY(language, laneOf(s, o));
  std::vector<BlockWrite> blocks;
  if (!o.text.empty()) blocks.push_back({f::name, language, o.text});
  const auto order = static_cast<std::int64_t>(page.markets.size()) + 1;
  MERIDIAN_CHECK(Editing(s.replica).edit(marketPlace(s, o.addMarket), blocks,
                                         {{f::zone, crdt::Value(o.zone)}, {f::order, crdt::Value(order)}}));
  return Json{{"added", o.addMarket}};
}

// One of a list by its title or text in either language, or by the beginning of its id. A full id is found
// among what was removed too.
template <class T, class Text>
Result<OpId> findOn(const std::vector<T>& list, const std::string& typed, const std::string& what,
                    Text text) {
  std::vector<OpId> found;
  for (const auto& one : list)
    if (text(one).en == typed || text(one).ru == typed ||
        (typed.size() >= 6 && refText(one.id).starts_with(typed)))
      found.push_back(std::get<OpId>(one.id.ref()));
  if (found.size() > 1) return fail(ErrorCode::Ambiguous, "several of them fit: " + what + ": " + typed);
  if (!found.empty()) return found.front();
  if (auto id = wholeRef(typed)) return id;
  return fail(ErrorCode::NotFound, "no such " + what + ": " + typed);
}

Result<OpId> findMilestone(const replica::CampaignPageView& page, const std::string& typed) {
  return findOn(
      page.milestones, typed, "milestone", [](const auto& one) -> auto& { return one.title; });
}

// A market's launch is a date of the market, which the milestone of that type only explains: the two move
// together, and whoever may not set the one is refused both.
Result<void> moveLaunch(const Session& s, const std::string& market, Instant at) {
  return Editing(s.replica).set(marketPlace(s, market),
                                {{domain::field::market::launchAt, crdt::Value(toMillis(at))}});
}

Result<Json> addMilestone(const Session& s, const Edit& o) {
  namespace f = domain::field::milestone;
  if (o.why.empty()) return fail(ErrorCode::InvalidArgument, "a milestone keeps its reason: --why TEXT");
  const auto page = s.reading().page();
  std::string zone = o.zone;
  if (!o.market.empty()) {
    const auto market = std::ranges::find(page.markets, o.market, &domain::Market::code);
    if (market == page.markets.end()) return fail(ErrorCode::NotFound, "no such market: " + o.market);
    if (zone.empty()) zone = market->zone;
  }
  if (zone.empty()) zone = s.replica.profile().zone;
  if (!domain::isZone(zone)) return fail(ErrorCode::UnknownZone, zone);
  MERIDIAN_TRY(at, parseTime(o.at, zone));
  MERIDIAN_TRY(language, laneOf(s, o));
  const auto type = o.type.empty() ? domain::MilestoneType::Other : milestoneTypeNamed(o.type);
  if (!type) return noSuchType();
  std::vector<FieldWrite> fields{{f::at, crdt::Value(toMillis(at))},
                                 {f::zone, crdt::Value(zone)},
                                 {f::type, crdt::Value(static_cast<int>(*type))}};
  if (!o.market.empty()) fields.push_back({f::market, crdt::Value(o.market)});
  std::vector<OpId> before;
  for (const auto& one : o.dependsOn) {
    MERIDIAN_TRY(found, findMilestone(page, one));
    before.push_back(found);
  }
  MERIDIAN_TRY(ops, Editing::creation(EntityKind::Milestone,
                                      {{f::title, language, o.addMilestone}, {f::why, language, o.why}},
                                      std::move(fields), 0));
  for (const auto& id : before)
    ops.push_back(crdt::AddToSet{
        .entity = OpId{crdt::thisChange, 0}, .field = f::dependsOn, .element = crdt::Value(id)});
  if (type == domain::MilestoneType::Launch && !o.market.empty()) MERIDIAN_CHECK(moveLaunch(s, o.market, at));
  MERIDIAN_TRY(written, s.replica.write({{s.campaign, std::move(ops)}}));
  return Json{{"added", refText(OpId{written.front(), 0})}};
}

Result<Json> addElement(const Session& s, const Edit& o, EntityKind kind, const std::string& text) {
  namespace f = domain::field::element;
  const auto page = s.reading().page();
  const auto& list = kind == EntityKind::NonNegotiable ? page.nonNegotiables
                     : kind == EntityKind::Negotiable  ? page.negotiables
                                                       : page.checklist;
  MERIDIAN_TRY(language, laneOf(s, o));
  std::vector<BlockWrite> blocks{{f::text, language, text}};
  if (!o.because.empty()) blocks.push_back({f::because, language, o.because});
  // Behind the last one.
  const auto before = list.empty() ? std::nullopt : std::optional<ByteView>(list.back().order);
  std::vector<FieldWrite> fields{{f::order, crdt::Value(crdt::orderKeyBetween(
                                                before, std::nullopt, s.replica.device().view().first(2)))}};
  if (kind == EntityKind::ChecklistItem) {
    if (std::ranges::find(page.markets, o.market, &domain::Market::code) == page.markets.end())
      return fail(ErrorCode::NotFound, "a check belongs to a market: --market CODE");
    fields.push_back({f::market, crdt::Value(o.market)});
  }
  MERIDIAN_TRY(made, Editing(s.replica).create(s.campaign, kind, blocks, std::move(fields)));
  return Json{{"added", refText(made)}};
}

// What --market, --milestone or --element names; the campaign's page if none of them is given.
struct Target {
  EntityKind kind = EntityKind::Campaign;
  replica::Place place;
  std::string zone;
  std::string launches = {}; // a milestone of a launch: the market's code
};
Result<Target> targetOf(const Session& s, const Edit& o) {
  const auto page = s.reading().page();
  Target target;
  target.place = {s.campaign, crdt::KeyedEntity{static_cast<std::uint16_t>(EntityKind::Campaign), {}}};
  if (!o.milestone.empty()) {
    MERIDIAN_TRY(found, findMilestone(page, o.milestone));
    const auto* entity = s.replica.entity(s.campaign, crdt::EntityId::created(found));
    if (entity == nullptr || entity->kind() != static_cast<std::uint16_t>(EntityKind::Milestone))
      return fail(ErrorCode::NotFound, "no such milestone: " + o.milestone);
    target = {EntityKind::Milestone, {s.campaign, found}, {}, {}};
    for (const auto& one : page.milestones)
      if (one.id == crdt::EntityId::created(found)) {
        target.zone = one.zone;
        if (one.type == domain::MilestoneType::Launch) target.launches = one.market;
      }
  } else if (!o.element.empty()) {
    auto all = page.nonNegotiables;
    all.insert(all.end(), page.negotiables.begin(), page.negotiables.end());
    all.insert(all.end(), page.checklist.begin(), page.checklist.end());
    MERIDIAN_TRY(found, findOn(
                            all, o.element, "element", [](const auto& one) -> auto& { return one.text; }));
    const auto* entity = s.replica.entity(s.campaign, crdt::EntityId::created(found));
    const auto kind = entity != nullptr ? static_cast<EntityKind>(entity->kind()) : EntityKind::Campaign;
    if (kind != EntityKind::NonNegotiable && kind != EntityKind::Negotiable &&
        kind != EntityKind::ChecklistItem)
      return fail(ErrorCode::NotFound, "no such element: " + o.element);
    target = {kind, {s.campaign, found}, {}, {}};
  } else if (!o.market.empty()) {
    target = {EntityKind::Market, marketPlace(s, o.market), {}, {}};
    for (const auto& market : page.markets)
      if (market.code == o.market) target.zone = market.zone;
    if (target.zone.empty()) return fail(ErrorCode::NotFound, "no such market: " + o.market);
  }
  return target;
}

Result<Json> setRemoved(const Session& s, const Target& target, bool removed) {
  if (target.kind == EntityKind::Campaign)
    return fail(ErrorCode::InvalidArgument, "--remove and --restore take --milestone or --element");
  const auto* field = domain::ruleNamed(*domain::ruleOf(target.kind), "removed");
  MERIDIAN_CHECK(Editing(s.replica).set(target.place, {{field->first, crdt::Value(removed)}}));
  return Json{{removed ? "removed" : "restored", refText(std::get<OpId>(target.place.entity))}};
}

Result<Json> edit(Context& context, const Edit& o) {
  MERIDIAN_TRY(s, session(context));
  if (!o.decision.empty()) return decide(s, o);
  if (!o.addMarket.empty()) return addMarket(s, o);
  if (!o.addMilestone.empty()) return addMilestone(s, o);
  for (const auto& [kind, text] : {std::pair(EntityKind::NonNegotiable, &o.addNonNegotiable),
                                   std::pair(EntityKind::Negotiable, &o.addNegotiable),
                                   std::pair(EntityKind::ChecklistItem, &o.addCheck)})
    if (!text->empty()) return addElement(s, o, kind, *text);
  MERIDIAN_TRY(target, targetOf(s, o));
  if (o.remove || o.restore) return setRemoved(s, target, o.remove);
  // The field by the name that the rights table gives it.
  const auto* field = domain::ruleNamed(*domain::ruleOf(target.kind), o.field);
  if (field == nullptr) return fail(ErrorCode::InvalidArgument, "no such field: " + o.field);
  // What belongs to the other kind of field would be passed over.
  const bool asText = !o.text.empty() || o.clear || o.stillCorrect;
  if (asText != field->isBlock || o.value.empty() != field->isBlock)
    return fail(ErrorCode::InvalidArgument,
                o.field +
                    (field->isBlock ? " is a text: --text, --clear or --still-correct" : " takes --value"));
  Editing editing(s.replica);
  if (!field->isBlock) {
    MERIDIAN_TRY(value, registerValue(o.field, o.value, target.zone));
    if (!target.launches.empty() && o.field == "at")
      if (const auto at = value.integer()) MERIDIAN_CHECK(moveLaunch(s, target.launches, fromMillis(*at)));
    MERIDIAN_CHECK(editing.set(target.place, {{field->first, value}}));
    return Json{{"edited", o.field}};
  }
  MERIDIAN_TRY(language, laneOf(s, o));
  const auto block = field->first / 8;
  if (o.stillCorrect) {
    MERIDIAN_CHECK(editing.confirmTranslation(target.place, block, language));
  } else {
    MERIDIAN_CHECK(editing.setText(target.place, block, language, o.text, o.clear));
  }
  return Json{{"edited", o.field}, {"language", domain::languageCode(language)}};
}

} // namespace

void addCampaignEdit(CLI::App& campaign, Parsed& parsed) {
  command<Edit>(
      campaign, parsed, "edit",
      "Edits, adds or removes something on the campaign's page, or decides which market's goal takes "
      "priority",
      "--profile DIR campaign edit --field thesis --language ru --text \"Уход, который доказывает себя "
      "сам.\"\n"
      "  meridianctl --profile DIR campaign edit --add-milestone \"Samples arrive\" --market US "
      "--at 2027-03-05T12:00 --why \"Rough cuts need the product\"\n"
      "  meridianctl --profile DIR campaign edit --milestone \"Samples arrive\" --remove",
      [](CLI::App& c, Edit& o) {
        auto* field =
            c.add_option("--field", o.field, "thesis, goal, angle, launchAt … as `campaign show` names them");
        auto* market = c.add_option("--market", o.market, "Of this market instead of the campaign");
        auto* milestone = c.add_option("--milestone", o.milestone, "Of this milestone (title or id)");
        auto* element = c.add_option("--element", o.element,
                                     "Of this non-negotiable, negotiable or go-live check (text or id)");
        auto* language =
            c.add_option("--language", o.language, "Lane of the text: en or ru (the profile's if left out)");
        auto* text = c.add_option("--text", o.text, "New text of the lane; name of a new market");
        auto* value = c.add_option("--value", o.value, "New value of a field that is no text");
        auto* clear = c.add_flag("--clear", o.clear, "An empty text is meant");
        auto* correct = c.add_flag("--still-correct", o.stillCorrect,
                                   "The translation holds for the source as it reads now");
        auto* remove = c.add_flag("--remove", o.remove, "Removes the milestone or element");
        auto* restore = c.add_flag("--restore", o.restore, "Brings it back, by its id");
        auto* addMarket =
            c.add_option("--add-market", o.addMarket, "Adds a market of this code, with --zone");
        auto* addMilestone = c.add_option("--add-milestone", o.addMilestone,
                                          "Adds a milestone of this title, with --at and --why");
        auto* addNonNegotiable =
            c.add_option("--add-non-negotiable", o.addNonNegotiable, "Adds a check box of every submission");
        auto* addNegotiable = c.add_option("--add-negotiable", o.addNegotiable,
                                           "Adds what may be adapted, --because says how far");
        auto* addCheck = c.add_option("--add-check", o.addCheck, "Adds a go-live check of --market");
        auto* decision =
            c.add_option("--decision", o.decision, "named-market-leads, phased, parallel or separate");
        auto* because = c.add_option("--because", o.because,
                                     "Of a new element: the reason, or the range that is allowed");
        auto* at = c.add_option("--at", o.at, "Of a new milestone: when");
        auto* zone = c.add_option("--zone", o.zone, "Of a new market or milestone");
        auto* type =
            c.add_option("--type", o.type,
                         "Of a new milestone: kickoff, briefs, rough-cut, feedback, launch, review or other");
        auto* depends =
            c.add_option("--depends-on", o.dependsOn, "Of a new milestone: another one, may be repeated");
        auto* markets =
            c.add_option("--markets", o.markets, "Of a decision: the leading market, or the order")
                ->delimiter(',');
        auto* why = c.add_option("--why", o.why, "Of a decision or a new milestone: the reason");
        Choice({field, remove, restore, addMarket, addMilestone, addNonNegotiable, addNegotiable, addCheck,
                decision})
            .only({field, remove, restore}, {milestone, element})
            .only({field, addMilestone, addCheck}, {market})
            .only({field}, {value, clear, correct})
            .only({field, addMarket}, {text})
            .only({field, addMarket, addMilestone, addNonNegotiable, addNegotiable, addCheck, decision},
                  {language})
            .only({addNonNegotiable, addNegotiable, addCheck}, {because})
            .only({addMilestone}, {at, type, depends})
            .only({addMarket, addMilestone}, {zone})
            .only({addMilestone, decision}, {why})
            .only({decision}, {markets});
        Choice({market, milestone, element});
        Choice({text, value, correct}).only({text}, {clear});
      },
      edit);
}

} // namespace meridian::cli
