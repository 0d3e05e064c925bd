// brief list, show, edit, issue, acknowledge; deliverable list
#include "app/cli/campaign_file.h"
#include "app/cli/command.h"
#include "core/domain/schema.h"

namespace meridian::cli {
namespace {

Json stateOf(const domain::LiveBrief& live) {
  Json out = {
      {"issued", live.current.has_value()},
      {"version", live.current ? live.current->version : 0},
      {"opened", live.opened},
      {"acknowledged", live.current && live.acknowledged && *live.acknowledged == live.current->meta.id},
      {"held", live.held.size()}};
  return out;
}

Result<Json> list(Context& context, const NoOptions&) {
  MERIDIAN_TRY(s, session(context));
  Json out = Json::array();
  if (const auto home = s.reading().home()) {
    Json one = {{"space", home->space.hex()}, {"creator", home->me.name}, {"market", home->market}};
    one.update(stateOf(home->brief));
    out.push_back(one);
    return out;
  }
  for (const auto& creator : s.reading().creators()) {
    if (creator.rosterOnly) continue; // whose brief is not here
    Json one = {{"space", creator.space.hex()}, {"creator", creator.card.name}, {"market", creator.market}};
    one.update(stateOf(creator.brief));
    if (creator.completeness) one["completeness"] = jsonOf(*creator.completeness);
    out.push_back(one);
  }
  return out;
}

// Whoever has only just joined has nothing of the campaign, not even what makes them its creator.
Result<void> somethingArrived(const Session& s) {
  const auto me = s.replica.campaign(s.campaign);
  if (me && me->membership == store::Membership::Joining && !s.reading().home())
    return fail(ErrorCode::BriefNotIssued, "joined, and not synced yet");
  return {};
}

struct Show {
  std::string creator;
};
Result<Json> show(Context& context, const Show& options) {
  MERIDIAN_TRY(s, session(context));
  MERIDIAN_CHECK(somethingArrived(s));
  MERIDIAN_TRY(space, findCreator(s, options.creator));
  if (const auto home = s.reading().home()) {
    if (!home->brief.current) return fail(ErrorCode::BriefNotIssued, "your lead is preparing it");
    // Showing it is opening it: the lead may know that it was seen.
    MERIDIAN_CHECK(replica::CreatorWork(s.replica, s.campaign).opened());
    Json out = jsonOf(*home->brief.current);
    out["acknowledged"] =
        home->brief.acknowledged && *home->brief.acknowledged == home->brief.current->meta.id;
    out["changed"] = Json::array();
    for (const auto& change : home->changed) {
      Json spans = Json::array();
      static constexpr std::string_view kinds[] = {"same", "added", "removed"};
      for (const auto& span : change.spans)
        spans.push_back({{"kind", kinds[static_cast<std::size_t>(span.kind)]}, {"text", span.text}});
      out["changed"].push_back({{"part", domain::partName(change.part)}, {"spans", spans}});
    }
    if (home->contact) out["contactCard"] = jsonOf(*home->contact);
    if (home->approver) out["approverCard"] = jsonOf(*home->approver);
    if (home->deputy) out["deputyCard"] = jsonOf(*home->deputy);
    out["questions"] = Json::array();
    for (const auto& question : home->questions)
      out["questions"].push_back(jsonOf(question));
    out["nextAnswers"] = Json::array();
    for (const auto& slot : home->answerSlots)
      out["nextAnswers"].push_back(jsonOf(slot));
    return out;
  }
  const auto desk = s.reading().briefDesk(space);
  if (!desk) return fail(ErrorCode::NotFound, "no such creator");
  Json out = {{"space", space.hex()}, {"creator", jsonOf(desk->creator)}};
  out["draft"] = desk->draft ? jsonOf(desk->draft->content) : Json(nullptr);
  out["draftDiffers"] = desk->draftDiffers;
  out["completeness"] = jsonOf(desk->completeness);
  out["live"] = stateOf(desk->live);
  out["issued"] = desk->live.current ? jsonOf(*desk->live.current) : Json(nullptr);
  out["deliverables"] = Json::array();
  for (const auto& deliverable : desk->deliverables)
    out["deliverables"].push_back(jsonOf(deliverable));
  out["questions"] = Json::array();
  for (const auto& question : desk->questions)
    out["questions"].push_back(jsonOf(question));
  out["mayEdit"] = desk->mayEdit;
  return out;
}

struct Edit {
  std::string creator, part, language, text, file, deliverable, adToken, roughCutDue, goLiveAt, title, labels,
      format, zone, contact, approver;
  bool clear = false, stillCorrect = false, remove = false, restore = false;
};

Result<domain::Language> laneOf(const Session& s, const Edit& o) {
  if (o.language.empty()) return s.replica.profile().language;
  return parseLanguage(o.language);
}

// A date, or “none” to take it away.
Result<std::optional<Instant>> dateOf(const std::string& text, const std::string& zone) {
  if (text == "none") return std::nullopt;
  MERIDIAN_TRY(at, parseTime(text, zone));
  return at;
}

// Changes a deliverable of the draft, or adds one.
Result<Json> editDeliverable(const Session& s, const SpaceId& space, const Edit& o) {
  namespace f = domain::field::deliverable;
  const auto desk = s.reading().briefDesk(space);
  if (!desk) return fail(ErrorCode::NotFound, "no such creator");
  const domain::Deliverable* found = nullptr;
  for (const auto& one : desk->deliverables)
    if (one.title.en == o.deliverable || one.title.ru == o.deliverable ||
        (o.deliverable.size() >= 6 && refText(one.id).starts_with(o.deliverable)))
      found = &one;
  replica::Editing editing(s.replica);
  if (o.remove || o.restore) {
    // What was removed is on no list: it is named by its whole id.
    const auto id =
        found != nullptr ? Result<OpId>(std::get<OpId>(found->id.ref())) : wholeRef(o.deliverable);
    const auto* entity = id ? s.replica.entity(space, crdt::EntityId::created(*id)) : nullptr;
    if (entity == nullptr || entity->kind() != static_cast<std::uint16_t>(domain::EntityKind::Deliverable))
      return fail(ErrorCode::NotFound, "no such deliverable: " + o.deliverable);
    MERIDIAN_CHECK(editing.set({space, *id}, {{f::removed, crdt::Value(o.remove)}}));
    return Json{{o.remove ? "removed" : "restored", refText(*id)}};
  }
  const std::string zone = !o.zone.empty()    ? o.zone
                           : found != nullptr ? found->zone
                                              : desk->creator.card.zone;
  std::optional<Instant> roughCut, goLive;
  for (const auto& [text, to] : {std::pair(&o.roughCutDue, &roughCut), std::pair(&o.goLiveAt, &goLive)}) {
    if (text->empty()) continue;
    MERIDIAN_TRY(at, dateOf(*text, zone));
    *to = at;
  }
  MERIDIAN_TRY(language, laneOf(s, o));
  if (found == nullptr) {
    replica::Briefing::NewDeliverable added;
    const auto lane = o.language.empty() ? desk->creator.card.language : language;
    added.title.source = added.labels.source = lane;
    added.title.in(lane) = o.title.empty() ? o.deliverable : o.title;
    added.labels.in(lane) = o.labels;
    added.format = o.format;
    added.zone = zone;
    added.adToken = o.adToken;
    added.roughCutDue = roughCut;
    added.goLiveAt = goLive;
    MERIDIAN_TRY(id, replica::Briefing(s.replica, s.campaign).addDeliverable(space, added));
    return Json{{"added", refText(id)}};
  }
  std::vector<replica::BlockWrite> blocks;
  if (!o.title.empty()) blocks.push_back({f::title, language, o.title});
  if (!o.labels.empty()) blocks.push_back({f::labels, language, o.labels});
  std::vector<replica::FieldWrite> fields;
  if (!o.adToken.empty())
    fields.push_back({f::adToken, replica::optionalText(o.adToken == "none" ? std::string() : o.adToken)});
  if (!o.roughCutDue.empty()) fields.push_back({f::roughCutDue, replica::optionalMillis(roughCut)});
  if (!o.goLiveAt.empty()) fields.push_back({f::goLiveAt, replica::optionalMillis(goLive)});
  if (!o.zone.empty()) fields.push_back({f::zone, crdt::Value(o.zone)});
  if (!o.format.empty()) fields.push_back({f::format, crdt::Value(o.format)});
  MERIDIAN_CHECK(editing.edit({space, found->id.ref()}, blocks, std::move(fields)));
  return Json{{"edited", refText(found->id)}};
}

// C1: whom the creator asks, and who approves.
Result<Json> setLeads(const Session& s, const SpaceId& space, const Edit& o) {
  namespace f = domain::field::person;
  std::vector<replica::FieldWrite> fields;
  Json out;
  for (const auto& [name, person, field] :
       {std::tuple("contact", &o.contact, f::contact), std::tuple("approver", &o.approver, f::approver)}) {
    if (person->empty()) continue;
    MERIDIAN_TRY(member, findMember(s, *person));
    fields.push_back({field, domain::idValue(member)});
    out[name] = member.hex();
  }
  const crdt::KeyedEntity card{static_cast<std::uint16_t>(domain::EntityKind::Creator), {}};
  MERIDIAN_CHECK(replica::Editing(s.replica).set({space, card}, std::move(fields)));
  return out;
}

Result<Json> edit(Context& context, const Edit& o) {
  MERIDIAN_TRY(s, session(context));
  if (!o.file.empty()) {
    MERIDIAN_TRY(text, readText(o.file));
    MERIDIAN_TRY(file, readCampaignFile(text));
    const auto* creator = file.creator(o.creator);
    for (const auto& one : file.creators)
      if (creator == nullptr && one.person.name == o.creator) creator = &one;
    if (creator == nullptr) return fail(ErrorCode::NotFound, "the file has no creator " + o.creator);
    MERIDIAN_TRY(space, applyCreator(s, *creator));
    return Json{{"space", space.hex()}, {"creator", creator->person.name}};
  }
  MERIDIAN_TRY(space, findCreator(s, o.creator));
  if (!o.contact.empty() || !o.approver.empty()) return setLeads(s, space, o);
  if (!o.deliverable.empty()) return editDeliverable(s, space, o);
  if (o.text.empty() && !o.clear && !o.stillCorrect)
    return fail(ErrorCode::InvalidArgument, "nothing to change: say what is new");
  const auto* rule = domain::ruleOf(domain::EntityKind::Brief);
  const auto* field = domain::ruleNamed(*rule, o.part);
  if (field == nullptr || !field->isBlock)
    return fail(ErrorCode::InvalidArgument, "--part is contact, goal, role, make, live, bigger, tone, "
                                            "roleBecause or makeBecause");
  MERIDIAN_TRY(draft, replica::Briefing(s.replica, s.campaign).draft(space));
  MERIDIAN_TRY(language, laneOf(s, o));
  replica::Editing editing(s.replica);
  const replica::Place place{space, draft.ref()};
  if (o.stillCorrect) {
    MERIDIAN_CHECK(editing.confirmTranslation(place, field->first / 8, language));
  } else {
    MERIDIAN_CHECK(editing.setText(place, field->first / 8, language, o.text, o.clear));
  }
  return Json{{"edited", o.part}, {"language", domain::languageCode(language)}};
}

struct Issue {
  std::string creator, reason;
  bool material = false, withdraw = false;
};
Result<Json> issue(Context& context, const Issue& o) {
  MERIDIAN_TRY(s, session(context));
  MERIDIAN_TRY(space, findCreator(s, o.creator));
  replica::Briefing briefing(s.replica, s.campaign);
  if (o.withdraw) {
    MERIDIAN_TRY(fact, briefing.withdrawBrief(space, o.reason));
    return Json{{"withdrawn", refText(fact)}};
  }
  MERIDIAN_TRY(fact, briefing.issue(space, o.material));
  return Json{{"issued", refText(fact)}, {"space", space.hex()}};
}

Result<Json> acknowledge(Context& context, const NoOptions&) {
  MERIDIAN_TRY(s, session(context));
  MERIDIAN_CHECK(somethingArrived(s));
  replica::CreatorWork work(s.replica, s.campaign);
  MERIDIAN_CHECK(work.opened());
  MERIDIAN_TRY(fact, work.acknowledge());
  return Json{{"acknowledged", refText(fact)}};
}

Result<Json> deliverables(Context& context, const Show& options) {
  MERIDIAN_TRY(s, session(context));
  Json out = Json::array();
  auto add = [&](const std::string& creator, const std::vector<domain::DeliverableStatus>& all) {
    for (const auto& status : all) {
      Json one = jsonOf(status);
      one["creator"] = creator;
      out.push_back(one);
    }
  };
  std::optional<SpaceId> only;
  if (!options.creator.empty()) {
    MERIDIAN_TRY(space, findCreator(s, options.creator));
    only = space;
  }
  if (const auto home = s.reading().home()) {
    add(home->me.name, home->deliverables);
    return out;
  }
  for (const auto& creator : s.reading().creators())
    if (!only || *only == creator.space) add(creator.card.name, creator.deliverables);
  return out;
}

} // namespace

void addBriefCommands(CLI::App& app, Parsed& parsed) {
  auto& brief = group(app, "brief", "The one brief of each creator");
  command<NoOptions>(brief, parsed, "list", "Lists briefs and how complete they are",
                     "--profile DIR brief list", noOptions, list);
  auto creator = [](CLI::App& c, Show& o) { c.add_option("--creator", o.creator, "Name, handle or space"); };
  command<Show>(brief, parsed, "show", "Shows the own brief, or a creator's draft and issue",
                "--profile DIR --pretty brief show", creator, show);
  command<Edit>(
      brief, parsed, "edit",
      "Edits a part of a draft in one language, a deliverable, or who answers and approves",
      "--profile DIR brief edit --creator \"Maya Collins\" --part make --language en --text \"One video …\"\n"
      "  meridianctl --profile DIR brief edit --creator \"Maya Collins\" --deliverable Video --remove\n"
      "  meridianctl --profile DIR brief edit --creator \"Maya Collins\" --contact \"Dana Brooks\" "
      "--approver \"Dana Brooks\"",
      [](CLI::App& c, Edit& o) {
        c.add_option("--creator", o.creator, "Name, handle or space; with --file the id in the file")
            ->required();
        auto* part = c.add_option("--part", o.part,
                                  "contact, goal, role, make, live, bigger, tone, roleBecause, makeBecause");
        auto* language = c.add_option("--language", o.language, "Lane: en or ru");
        auto* text = c.add_option("--text", o.text, "New text of the lane");
        auto* clear = c.add_flag("--clear", o.clear, "An empty text is meant");
        auto* correct = c.add_flag("--still-correct", o.stillCorrect,
                                   "The translation holds for the source as it reads now");
        auto* file = c.add_option("--file", o.file, "Take the creator's part of a campaign file");
        auto* deliverable =
            c.add_option("--deliverable", o.deliverable, "Edit this deliverable (title or id), or add it");
        std::vector<CLI::Option*> details{
            c.add_option("--title", o.title, "Of the deliverable: a new title, in the lane"),
            c.add_option("--labels", o.labels,
                         "Of the deliverable: labels that it has to carry, in the lane"),
            c.add_option("--ad-token", o.adToken, "Ad-marking token of the deliverable, or none"),
            c.add_option("--rough-cut", o.roughCutDue, "Due time of the rough cut, or none"),
            c.add_option("--go-live", o.goLiveAt, "Time of going live, or none"),
            c.add_option("--format", o.format, "Of the deliverable: vertical-video, photo …"),
            c.add_option("--zone", o.zone, "Zone of these times")};
        auto* remove = c.add_flag("--remove", o.remove, "Removes the deliverable")->needs(deliverable);
        auto* restore = c.add_flag("--restore", o.restore, "Brings it back, by its id")->needs(deliverable);
        auto* contact = c.add_option("--contact", o.contact, "Who answers this creator: name or member id");
        auto* approver = c.add_option("--approver", o.approver, "Who approves: name or member id");
        Choice({part, deliverable, contact, file})
            .only({part}, {text, clear, correct})
            .only({contact}, {approver})
            .only({part, deliverable}, {language})
            .only({deliverable}, details);
        for (auto* other : {part, deliverable, file})
          approver->excludes(other);
        for (auto* words : {text, clear, correct})
          words->needs(part);
        for (auto* detail : details)
          detail->needs(deliverable)->excludes(remove)->excludes(restore);
        for (auto* other : {contact, approver, remove, restore})
          language->excludes(other);
        Choice({text, correct}).only({text}, {clear});
        Choice({remove, restore});
      },
      edit);
  command<Issue>(
      brief, parsed, "issue", "Freezes the draft and gives it to the creator",
      "--profile DIR brief issue --creator \"Maya Collins\"",
      [](CLI::App& c, Issue& o) {
        c.add_option("--creator", o.creator, "Name, handle or space")->required();
        auto* material = c.add_flag("--material", o.material,
                                    "Creators acknowledge again; open submissions are looked at again");
        auto* withdraw = c.add_flag("--withdraw", o.withdraw, "Take the issued brief back instead");
        withdraw->excludes(material);
        c.add_option("--reason", o.reason, "Of a withdrawal")->needs(withdraw);
      },
      issue);
  command<NoOptions>(brief, parsed, "acknowledge", "Got it: the brief was read and understood",
                     "--profile DIR brief acknowledge", noOptions, acknowledge);
  auto& deliverable = group(app, "deliverable", "What is made, and whether it may go live");
  command<Show>(deliverable, parsed, "list", "Lists deliverables with versions, verdicts and mayGoLive",
                "--profile DIR deliverable list", creator, deliverables);
}

} // namespace meridian::cli
