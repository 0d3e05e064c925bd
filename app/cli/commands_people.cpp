// people list, edit; conflict list, send, resolve; prepare
#include "app/cli/command.h"
#include "core/domain/schema.h"

namespace meridian::cli {
namespace {

using domain::EntityKind;
namespace fp = domain::field::person;
namespace fa = domain::field::absence;

Result<Json> list(Context& context, const NoOptions&) {
  MERIDIAN_TRY(s, session(context));
  Json out = Json::array();
  for (const auto& person : s.reading().people())
    out.push_back(jsonOf(person));
  return out;
}

struct Edit {
  std::string person, creator, name, zone, workFrom, workTo, language, handle, tier;
  std::string title, style, audience, lane, awayFrom, awayTo, deputy;
  std::optional<std::int64_t> followers;
  std::optional<int> responseHours;
};

// What the options say of the card itself.
Result<std::vector<replica::FieldWrite>> fieldsOf(const Edit& o) {
  std::vector<replica::FieldWrite> fields;
  auto put = [&](std::uint32_t field, const std::string& text) {
    if (!text.empty()) fields.push_back({field, crdt::Value(text)});
  };
  put(fp::name, o.name);
  if (!o.zone.empty() && !domain::isZone(o.zone)) return fail(ErrorCode::UnknownZone, o.zone);
  put(fp::zone, o.zone);
  put(fp::handle, o.handle);
  put(fp::tier, o.tier);
  if (o.followers) fields.push_back({fp::followers, crdt::Value(*o.followers)});
  if (o.responseHours) fields.push_back({fp::responseHours, crdt::Value(*o.responseHours)});
  for (const auto& [field, text] : {std::pair(fp::workFrom, o.workFrom), std::pair(fp::workTo, o.workTo)}) {
    if (text.empty()) continue;
    MERIDIAN_TRY(time, parseTimeOfDay(text));
    fields.push_back({field, crdt::Value(time.count())});
  }
  if (!o.language.empty()) {
    MERIDIAN_TRY(language, parseLanguage(o.language));
    fields.push_back({fp::language, crdt::Value(domain::languageCode(language))});
  }
  return fields;
}

Result<std::vector<replica::BlockWrite>> textsOf(const Session& s, const Edit& o) {
  domain::Language lane = s.replica.profile().language;
  if (!o.lane.empty()) {
    MERIDIAN_TRY(given, parseLanguage(o.lane));
    lane = given;
  }
  std::vector<replica::BlockWrite> texts;
  for (const auto& [block, text] :
       {std::pair(fp::title, &o.title), std::pair(fp::style, &o.style), std::pair(fp::audience, &o.audience)})
    if (!text->empty()) texts.push_back({block, lane, *text});
  return texts;
}

// Of `member`; nothing if no absence was given.
Result<std::vector<replica::FieldWrite>> absenceOf(const Session& s, const Edit& o, const MemberId& member) {
  if (o.awayFrom.empty()) return std::vector<replica::FieldWrite>{};
  const auto zone = s.replica.profile().zone;
  MERIDIAN_TRY(from, parseTime(o.awayFrom, zone));
  MERIDIAN_TRY(to, parseTime(o.awayTo, zone));
  if (from >= to) return fail(ErrorCode::InvalidArgument, "the absence ends before it begins");
  std::vector<replica::FieldWrite> absence{{fa::member, domain::idValue(member)},
                                           {fa::from, crdt::Value(toMillis(from))},
                                           {fa::to, crdt::Value(toMillis(to))}};
  if (!o.deputy.empty()) {
    MERIDIAN_TRY(deputy, findMember(s, o.deputy));
    absence.push_back({fa::deputy, domain::idValue(deputy)});
  }
  return absence;
}

// The card and the absence are written together or not at all.
Result<Json> edit(Context& context, const Edit& o) {
  MERIDIAN_TRY(s, session(context));
  MERIDIAN_TRY(fields, fieldsOf(o));
  MERIDIAN_TRY(texts, textsOf(s, o));
  if (texts.empty() && !o.lane.empty())
    return fail(ErrorCode::InvalidArgument, "--language is of --title, --style or --audience");
  if (texts.empty() && fields.empty() && o.awayFrom.empty())
    return fail(ErrorCode::InvalidArgument, "nothing to change: say what is new");
  const auto me = s.reading().me();
  MemberId member = me.member;
  replica::Place place;
  if (!o.creator.empty() || (o.person.empty() && me.role == log::Role::Creator)) {
    MERIDIAN_TRY(space, findCreator(s, o.creator));
    place = {space, crdt::KeyedEntity{static_cast<std::uint16_t>(EntityKind::Creator), {}}};
  } else {
    if (!o.person.empty()) {
      MERIDIAN_TRY(found, findMember(s, o.person));
      member = found;
    }
    place = {s.campaign, crdt::KeyedEntity{static_cast<std::uint16_t>(EntityKind::Person),
                                           Bytes(member.bytes.begin(), member.bytes.end())}};
  }
  MERIDIAN_TRY(absence, absenceOf(s, o, member));
  MERIDIAN_TRY(card, replica::Editing::edits(s.replica, place, texts, std::move(fields)));
  std::vector<replica::SpaceWrite> writes;
  if (!card.empty()) writes.push_back({place.space, std::move(card)});
  if (!absence.empty()) {
    const bool together = !writes.empty() && place.space == s.campaign;
    if (!together) writes.emplace_back().space = s.campaign;
    auto& ops = writes.back().ops;
    MERIDIAN_TRY(made, replica::Editing::creation(EntityKind::Absence, {}, std::move(absence),
                                                  static_cast<std::uint32_t>(ops.size())));
    ops.insert(ops.end(), made.begin(), made.end());
  }
  if (!writes.empty()) MERIDIAN_CHECK(s.replica.write(std::move(writes)));
  return Json{{"edited", true}};
}

Result<Json> conflicts(Context& context, const NoOptions&) {
  MERIDIAN_TRY(s, session(context));
  Json contested = Json::array(), briefs = Json::array();
  for (const auto& one : s.reading().contested()) {
    Json out = jsonOf(one.submission);
    out["decider"] = one.decider.hex();
    contested.push_back(out);
  }
  for (const auto& one : s.reading().briefConflicts())
    briefs.push_back({{"space", one.space.hex()},
                      {"creator", one.creatorName},
                      {"counts", jsonOf(one.counts)},
                      {"held", jsonOf(one.held)}});
  return Json{{"contested", contested}, {"briefs", briefs}};
}

struct Conflict {
  std::string submission, verdict, reason, creator, keep;
};
Result<Json> send(Context& context, const Conflict& o) {
  MERIDIAN_TRY(s, session(context));
  MERIDIAN_TRY(found, findSubmission(s, o.submission));
  MERIDIAN_TRY(fact, replica::Reviewing(s.replica, s.campaign).sendToDecider(found.space, found.id));
  return Json{{"sent", refText(fact)}};
}

Result<Json> resolve(Context& context, const Conflict& o) {
  MERIDIAN_TRY(s, session(context));
  if (!o.keep.empty()) {
    for (const auto& one : s.reading().briefConflicts())
      for (const auto* issue : {&one.counts, &one.held})
        if (o.keep.size() >= 6 && refText(issue->meta.id).starts_with(o.keep)) {
          replica::Briefing briefing(s.replica, s.campaign);
          MERIDIAN_TRY(fact, briefing.resolveBriefConflict(one.space, issue->meta.id));
          return Json{{"resolved", refText(fact)}};
        }
    return fail(ErrorCode::NotFound, "no such brief in conflict");
  }
  if (o.submission.empty())
    return fail(ErrorCode::InvalidArgument, "name --submission with --verdict, or the brief to --keep");
  MERIDIAN_TRY(found, findSubmission(s, o.submission));
  const bool approve = o.verdict == "approve";
  replica::Reviewing reviewing(s.replica, s.campaign);
  MERIDIAN_TRY(fact,
               reviewing.decide(found.space, found.id,
                                approve ? domain::VerdictKind::Approve : domain::VerdictKind::RequestChanges,
                                o.reason));
  return Json{{"resolved", refText(fact)}};
}

Result<Json> prepare(Context& context, const NoOptions&) {
  MERIDIAN_TRY(s, session(context));
  // Notes the time if everything is here.
  MERIDIAN_CHECK(replica::Reviewing(s.replica, s.campaign).prepared());
  const auto copy = s.reading().offlineCopy();
  return Json{{"complete", copy.complete()},
              {"submissions", copy.submissions},
              {"bytes", copy.bytes},
              {"missingFiles", copy.missingFiles},
              {"missingBytes", copy.missingBytes},
              {"completeAt", jsonOf(copy.completeAt)},
              {"next", copy.complete() ? "nothing" : "sync"}};
}

} // namespace

void addPeopleCommands(CLI::App& app, Parsed& parsed) {
  auto& people = group(app, "people", "Who takes part");
  command<NoOptions>(people, parsed, "list", "Lists people with their cards", "--profile DIR people list",
                     noOptions, list);
  command<Edit>(
      people, parsed, "edit", "Edits a card, marks an absence, names who covers it",
      "--profile DIR people edit --away-from 2027-03-12T00:00 --away-to 2027-03-15T00:00 --deputy \"Dana "
      "Brooks\"",
      [](CLI::App& c, Edit& o) {
        auto* person = c.add_option("--person", o.person, "Somebody else than oneself: name or member id");
        auto* creator = c.add_option("--creator", o.creator, "A creator: name, handle or space");
        person->excludes(creator);
        c.add_option("--name", o.name, "Name as others see it");
        c.add_option("--zone", o.zone, "IANA zone");
        c.add_option("--work-from", o.workFrom, "Beginning of the working day, as 09:00");
        c.add_option("--work-to", o.workTo, "End of the working day, as 18:00");
        c.add_option("--speaks", o.language, "Language of the person: en or ru");
        c.add_option("--response-hours", o.responseHours, "Stated response time to a question")
            ->check(CLI::Range(0, 24 * 14));
        c.add_option("--handle", o.handle, "Handle of a creator");
        c.add_option("--tier", o.tier, "Tier of a creator: nano, micro or macro")->check(isTier());
        c.add_option("--followers", o.followers, "Followers of a creator")->check(isCount());
        c.add_option("--title", o.title, "What this person does here");
        c.add_option("--style", o.style, "How this person communicates");
        c.add_option("--audience", o.audience, "Whom a creator speaks to");
        c.add_option("--language", o.lane, "Lane of these texts");
        auto* from = c.add_option("--away-from", o.awayFrom, "Beginning of an absence")->excludes(creator);
        auto* to = c.add_option("--away-to", o.awayTo, "End of the absence");
        from->needs(to);
        to->needs(from);
        c.add_option("--deputy", o.deputy, "Who covers the absence")->needs(from);
      },
      edit);
  auto& conflict = group(app, "conflict", "What offline work left undecided");
  command<NoOptions>(conflict, parsed, "list", "Lists contradicting verdicts and second briefs",
                     "--profile DIR conflict list", noOptions, conflicts);
  command<Conflict>(
      conflict, parsed, "send", "Sends contradicting verdicts to the decider",
      "--profile DIR conflict send --submission 4f9c12ab",
      [](CLI::App& c, Conflict& o) {
        c.add_option("--submission", o.submission, "Id, or its first digits")->required();
      },
      send);
  command<Conflict>(
      conflict, parsed, "resolve", "Decides: one verdict, or which of two briefs stays",
      "--profile DIR conflict resolve --submission 4f9c12ab --verdict approve --reason \"Both points are "
      "met\"",
      [](CLI::App& c, Conflict& o) {
        auto* submission = c.add_option("--submission", o.submission, "Id, or its first digits");
        auto* verdict = c.add_option("--verdict", o.verdict, "approve or request-changes")
                            ->check(CLI::IsMember({"approve", "request-changes"}));
        auto* reason = c.add_option("--reason", o.reason, "Why it was decided so");
        submission->needs(verdict);
        auto* keep = c.add_option("--keep", o.keep, "The issued brief that stays");
        Choice({submission, keep}).only({submission}, {verdict, reason});
      },
      resolve);
  command<NoOptions>(app, parsed, "prepare", "Says whether everything for working offline is here",
                     "--profile DIR prepare", noOptions, prepare);
}

} // namespace meridian::cli
