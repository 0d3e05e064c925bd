#include "app/cli/story.h"

#include <nlohmann/json.hpp>
#include <thread>

#include "app/cli/embedded.h"
#include "app/cli/file_state.h"
#include "app/cli/find.h"
#include "app/cli/json_of.h"
#include "app/cli/messages.h"
#include "app/cli/sync_run.h"
#include "app/session/addresses.h"
#include "core/base/file.h"
#include "core/domain/schema.h"

namespace meridian::cli {
namespace {

namespace fs = std::filesystem;

// A file clock looks at its file ten times a second; every process has seen the new time after this.
constexpr std::chrono::milliseconds clockPause{130};
// A connected device holds a verdict back for Undo; the story does not wait for it in real time.
constexpr Duration undoTime = std::chrono::seconds{12};
// A sync takes less; a relay that runs on another clock is off by months.
constexpr Duration clocksApartMax = std::chrono::minutes{2};

std::string textOf(const Json& step, const std::string& member) {
  const auto at = step.find(member);
  return at != step.end() && at->is_string() ? at->get<std::string>() : std::string();
}

Error at(const Json& step, Error error, domain::Language language) {
  error.detail = "step " + textOf(step, "at") + " " + textOf(step, "who") + " " + textOf(step, "do") + ": " +
                 messageOf(error, language);
  return error;
}

template <class T>
Result<void> done(const Result<T>& result) {
  if (!result) return std::unexpected(result.error());
  return {};
}

} // namespace

Story::Story(StoryOptions options) : m_options(std::move(options)) {}
Story::~Story() = default;

Result<std::unique_ptr<Story>> Story::prepare(StoryOptions options) {
  std::unique_ptr<Story> story(new Story(std::move(options)));
  if (auto opened = story->open(); !opened) return std::unexpected(opened.error());
  return story;
}

Result<void> Story::open() {
  auto file = readCampaignFile(m_options.campaignFile);
  if (!file) return std::unexpected(file.error());
  m_file = std::move(*file);
  m_story = std::make_unique<Json>(Json::parse(m_options.story, nullptr, false));
  if (m_story->is_discarded() || !m_story->contains("steps"))
    return fail(ErrorCode::InvalidArgument, "the story is not JSON with steps");
  std::error_code ec;
  fs::create_directories(m_options.into, ec);
  if (ec) return fail(ErrorCode::ReadOnly, "the folder cannot be made: " + ec.message());
  for (const auto& entry : fs::directory_iterator(m_options.into, ec))
    if (entry.path().filename() != "clock")
      return fail(ErrorCode::AlreadyExists, "the folder is not empty: choose another, or remove it");
  fs::create_directory(m_options.into / "images", ec);
  for (const char* image : {"opened-jar", "thirty-below", "morning-shift"}) {
    const std::string name = std::string(image) + ".png";
    auto written = writeFileDurably(m_options.into / "images" / name, embedded("demo/images/" + name));
    if (!written) return written;
  }
  const auto& first = (*m_story)["steps"].front();
  auto start = parseInstant(textOf(first, "at"));
  if (!start) return std::unexpected(start.error());
  if (auto moved = moveTo(*start); !moved) return moved;
  auto clock = FileClock::open(m_options.into / "clock", std::make_shared<SystemClock>());
  if (!clock) return std::unexpected(clock.error());
  m_clock = *clock;
  auto add = [&](const PersonEntry& person) { m_people[person.id].card = &person; };
  for (const auto& person : m_file.people)
    add(person);
  for (const auto& creator : m_file.creators)
    add(creator.person);
  return {};
}

Result<void> Story::moveTo(Instant instant) {
  auto written = FileClock::write(m_options.into / "clock", instant, SystemClock{});
  if (!written) return written;
  std::this_thread::sleep_for(clockPause);
  return {};
}

Result<void> Story::play() {
  for (const auto& one : (*m_story)["steps"]) {
    if (auto played = step(one); !played) return std::unexpected(at(one, played.error(), m_options.language));
    ++m_steps;
  }
  auto end = parseInstant(textOf(*m_story, "end"));
  if (!end) return std::unexpected(end.error());
  return moveTo(*end);
}

Result<void> Story::step(const Json& step) {
  auto instant = parseInstant(textOf(step, "at"));
  if (!instant) return std::unexpected(instant.error());
  if (auto moved = moveTo(*instant); !moved) return moved;
  const auto who = textOf(step, "who"), verb = textOf(step, "do");
  if (m_options.progress) m_options.progress(textOf(step, "at") + "  " + who + "  " + verb);
  if (who == "*") return everybodyOnline(step.value("except", Json::array()));
  const auto found = m_people.find(who);
  if (found == m_people.end()) return fail(ErrorCode::NotFound, "no such person");
  Person& person = found->second;
  if (!person.replica) {
    replica::OpenOptions options;
    options.directory = m_options.into / who;
    options.clock = m_clock;
    replica::Unlock unlock;
    unlock.with = replica::Unlock::With::KeyFile;
    unlock.keyFile = m_options.into / (who + ".key");
    auto made = replica::Replica::create(options, unlock,
                                         {.name = person.card->name,
                                          .zone = person.card->zone,
                                          .language = person.card->language,
                                          .workFrom = person.card->workFrom,
                                          .workTo = person.card->workTo});
    if (!made) return std::unexpected(made.error());
    person.replica = std::move(*made);
  }
  if (verb == "offline") {
    auto synced = sync(person);
    person.offline = true;
    return synced;
  }
  if (verb == "online") person.offline = false;
  if (auto synced = sync(person); !synced) return synced;
  if (auto performed = perform(who, person, step); !performed) return performed;
  if (verb == "approve" || verb == "request-changes")
    if (auto moved = moveTo(*instant + undoTime); !moved) return moved;
  return sync(person);
}

// What was written goes out and what others wrote comes in, if this device has a network.
Result<void> Story::sync(Person& person) {
  if (person.offline || !m_campaign || !person.replica || person.replica->campaigns().empty()) return {};
  const auto synced = syncOnce(*person.replica, *m_campaign);
  if (!synced) return std::unexpected(synced.error());
  // Promises count from what the relay's clock says: with another one, none of the story's dates would hold.
  const auto relay = synced->status.relayTime;
  if (relay && std::chrono::abs(*relay - m_clock->now()) > clocksApartMax)
    return fail(ErrorCode::InvalidArgument,
                "the relay's clock says " + toIso(*relay) + ": start it with --at " +
                    (m_options.into / "clock").string() + ", a file that `demo clock` writes");
  return {};
}

Result<void> Story::everybodyOnline(const Json& except) {
  // Twice round: what the first one brings lets the next one write, and that travels too.
  for (int round = 0; round < 2; ++round)
    for (auto& [id, person] : m_people) {
      if (std::find(except.begin(), except.end(), Json(id)) != except.end() || !person.replica) continue;
      person.offline = false;
      if (auto synced = sync(person); !synced) return synced;
      if (auto seen = markSeen(person); !seen) return seen;
      if (auto synced = sync(person); !synced) return synced;
    }
  return {};
}

Result<void> Story::perform(const std::string& who, Person& person, const Json& step) {
  const auto verb = textOf(step, "do");
  if (verb == "found") return found(person);
  if (verb == "join") return join(person);
  if (!m_campaign) return fail(ErrorCode::NoCampaign);
  const Session s = sessionOf(person);
  replica::Briefing briefing(s.replica, s.campaign);
  replica::CreatorWork work(s.replica, s.campaign);
  if (verb == "invite") return invite(who, person, textOf(step, "person"));
  if (verb == "decide") return m_file.decision ? writeDecision(s, *m_file.decision) : Result<void>{};
  if (verb == "add-creators") return addCreators(person);
  if (verb == "issue") {
    const auto space = m_creatorSpaces.find(textOf(step, "creator"));
    if (space == m_creatorSpaces.end()) return fail(ErrorCode::NotFound, "no such creator");
    return done(briefing.issue(space->second, step.value("material", false)));
  }
  if (verb == "acknowledge") {
    if (auto opened = work.opened(); !opened) return opened;
    return done(work.acknowledge());
  }
  if (verb == "edit-brief") return editBrief(person, step);
  if (verb == "ask") {
    auto part = parsePart(textOf(step, "part"));
    if (!part) return std::unexpected(part.error());
    auto asked = work.ask(*part, std::nullopt, textOf(step, "text"));
    if (!asked) return std::unexpected(asked.error());
    m_names[textOf(step, "as")] = {m_creatorSpaces.at(who), *asked};
    return {};
  }
  if (verb == "answer") {
    auto question = named(step, "question");
    if (!question) return std::unexpected(question.error());
    return done(briefing.answer(question->space, question->id, textOf(step, "text")));
  }
  if (verb == "submit") return submit(person, step);
  if (verb == "comment") return comment(person, step);
  if (verb == "approve" || verb == "request-changes" || verb == "delay") return review(person, step);
  if (verb == "online") return markSeen(person);
  if (verb == "prepare") {
    auto complete = replica::Reviewing(s.replica, s.campaign).prepared();
    if (!complete) return std::unexpected(complete.error());
    if (!*complete) return fail(ErrorCode::AttachmentMissing, "the offline copy is not complete");
    return {};
  }
  return fail(ErrorCode::InvalidArgument, "a story has no such step");
}

Result<void> Story::found(Person& person) {
  auto campaign = foundCampaign(*person.replica, m_file, false);
  if (!campaign) return std::unexpected(campaign.error());
  m_campaign = *campaign;
  auto set = replica::Access(*person.replica, *m_campaign).setRelay(app::toReplica(m_options.relay));
  if (!set) return set;
  return ownCard(person);
}

Result<void> Story::invite(const std::string& who, Person& person, const std::string& invitee) {
  const auto found = m_people.find(invitee);
  if (found == m_people.end()) return fail(ErrorCode::NotFound, "no such person");
  const auto& card = *found->second.card;
  replica::Access::Invitee wanted;
  wanted.name = card.name;
  wanted.role = card.role;
  wanted.market = card.market;
  wanted.language = card.language;
  wanted.expiry = m_clock->now() + std::chrono::days{7};
  if (const auto space = m_creatorSpaces.find(invitee); space != m_creatorSpaces.end())
    wanted.creatorSpace = space->second;
  auto invitation = replica::Access(*person.replica, *m_campaign).invite(wanted);
  if (!invitation) return std::unexpected(invitation.error());
  found->second.invitation = *invitation;
  found->second.invitedBy = who;
  return {};
}

Result<void> Story::join(Person& person) {
  if (!person.invitation) return fail(ErrorCode::InvitationInvalid, "not invited yet");
  // As a person does it: the message is pasted.
  auto pasted = replica::findInvitation(person.card->name + ", …\n" + replica::toCode(*person.invitation));
  if (!pasted) return std::unexpected(pasted.error());
  auto joined = replica::Access::join(*person.replica, *pasted);
  if (!joined) return std::unexpected(joined.error());
  // The join goes out, whoever invited confirms it, and the newcomer reads that.
  for (Person* one : {&person, &m_people.at(person.invitedBy), &person})
    if (auto synced = sync(*one); !synced) return synced;
  return person.card->role == log::Role::Creator ? Result<void>{} : ownCard(person);
}

Result<void> Story::ownCard(Person& person) {
  namespace f = domain::field::person;
  const auto me = person.replica->campaign(*m_campaign)->me;
  const replica::Place card{*m_campaign,
                            crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Person),
                                              Bytes(me.bytes.begin(), me.bytes.end())}};
  std::vector<replica::FieldWrite> fields;
  if (person.card->responseHours)
    fields.push_back({f::responseHours, crdt::Value(*person.card->responseHours)});
  return writeTexts(*person.replica, card, {{f::title, person.card->title}, {f::style, person.card->style}},
                    std::move(fields));
}

Result<void> Story::addCreators(Person& person) {
  for (const auto& creator : m_file.creators) {
    if (creator.person.market != person.card->market) continue;
    auto space = applyCreator(sessionOf(person), creator);
    if (!space) return std::unexpected(space.error());
    m_creatorSpaces[creator.person.id] = *space;
  }
  return {};
}

Result<void> Story::editBrief(Person& person, const Json& step) {
  const auto space = m_creatorSpaces.at(textOf(step, "creator"));
  auto draft = replica::Briefing(*person.replica, *m_campaign).draft(space);
  if (!draft) return std::unexpected(draft.error());
  auto language = parseLanguage(textOf(step, "language"));
  if (!language) return std::unexpected(language.error());
  const auto* field = domain::ruleNamed(*domain::ruleOf(domain::EntityKind::Brief), textOf(step, "part"));
  if (field == nullptr || !field->isBlock) return fail(ErrorCode::InvalidArgument, "no such part");
  return replica::Editing(*person.replica)
      .setText({space, draft->ref()}, field->first / 8, *language, textOf(step, "text"));
}

Result<void> Story::submit(Person& person, const Json& step) {
  const auto home = sessionOf(person).reading().home();
  if (!home || !home->brief.current) return fail(ErrorCode::BriefNotIssued);
  const auto* creator = m_file.creator(person.card->id);
  const DeliverableEntry* entry = nullptr;
  for (const auto& one : creator->deliverables)
    if (one.id == textOf(step, "deliverable")) entry = &one;
  if (entry == nullptr) return fail(ErrorCode::NotFound, "no such deliverable");
  replica::CreatorWork work(*person.replica, *m_campaign);
  replica::CreatorWork::Draft draft;
  const auto source = entry->deliverable.title.source;
  for (const auto& status : home->deliverables)
    if (status.deliverable.title.in(source) == entry->deliverable.title.in(source))
      draft.deliverable = status.deliverable.id;
  draft.caption = textOf(step, "caption");
  for (const auto& link : step.value("links", Json::array()))
    draft.links.push_back(link.get<std::string>());
  for (const auto& image : step.value("images", Json::array())) {
    auto attachment = work.attach(m_options.into / "images" / (image.get<std::string>() + ".png"));
    if (!attachment) return std::unexpected(attachment.error());
    draft.attachments.push_back(*attachment);
  }
  for (const auto& element : home->brief.current->inherited.nonNegotiables)
    draft.ticks.push_back(element.id);
  auto submitted = work.submit(draft);
  if (!submitted) return std::unexpected(submitted.error());
  m_names[textOf(step, "as")] = {home->space, *submitted};
  return {};
}

Result<void> Story::comment(Person& person, const Json& step) {
  auto on = named(step, "on");
  if (!on) return std::unexpected(on.error());
  domain::CommentPin pin;
  if (const auto words = textOf(step, "caption"); !words.empty()) {
    const auto view = sessionOf(person).reading().submission(on->space, on->id);
    const auto caption = view ? view->status.submission.content.caption : std::string();
    const auto found = caption.find(words);
    if (found == std::string::npos) return fail(ErrorCode::NotFound, "the caption does not say that");
    auto points = [](std::string_view text) {
      return static_cast<std::uint32_t>(
          std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
    };
    pin.kind = domain::CommentPin::Kind::CaptionRange;
    pin.from = points(std::string_view(caption).substr(0, found));
    pin.to = pin.from + points(words);
  } else if (step.contains("image")) {
    pin.kind = domain::CommentPin::Kind::ImagePoint;
    pin.attachment = step["image"].get<std::uint32_t>();
    pin.x = step.value("x", 0u);
    pin.y = step.value("y", 0u);
  }
  replica::Reviewing reviewing(*person.replica, *m_campaign);
  return done(reviewing.comment(on->space, on->id, pin, textOf(step, "text")));
}

Result<void> Story::review(Person& person, const Json& step) {
  auto on = named(step, "on");
  if (!on) return std::unexpected(on.error());
  replica::Reviewing reviewing(*person.replica, *m_campaign);
  if (auto opened = reviewing.opened(on->space, on->id); !opened) return opened;
  const auto verb = textOf(step, "do"), reason = textOf(step, "reason");
  if (verb == "approve") return done(reviewing.approve(on->space, on->id));
  if (verb == "request-changes") return done(reviewing.requestChanges(on->space, on->id, reason));
  auto due = parseInstant(textOf(step, "newDue"));
  if (!due) return std::unexpected(due.error());
  return done(reviewing.announceDelay(on->space, on->id, *due, reason));
}

// A creator's device says what it holds.
Result<void> Story::markSeen(Person& person) {
  if (!m_campaign || person.card->role != log::Role::Creator || !person.replica) return {};
  const auto home = sessionOf(person).reading().home();
  if (!home) return {};
  std::vector<OpId> facts;
  for (const auto& deliverable : home->deliverables)
    for (const auto& status : deliverable.submissions)
      for (const auto& verdict : status.verdicts)
        facts.push_back(verdict.meta.id);
  if (facts.empty()) return {};
  return replica::CreatorWork(*person.replica, *m_campaign).seen(facts);
}

Result<Story::Named> Story::named(const Json& step, const std::string& member) const {
  const auto found = m_names.find(textOf(step, member));
  if (found == m_names.end())
    return fail(ErrorCode::NotFound, "nothing has this name: " + textOf(step, member));
  return found->second;
}

Json Story::summary() {
  Json people = Json::array();
  for (auto& [id, person] : m_people) {
    if (!person.replica) continue;
    int waiting = 0;
    if (const auto rows = waitingRows(*person.replica, *m_campaign)) waiting = static_cast<int>(rows->size());
    people.push_back({{"id", id},
                      {"name", person.card->name},
                      {"role", log::roleName(person.card->role)},
                      {"market", person.card->market},
                      {"profile", (m_options.into / id).string()},
                      {"keyFile", (m_options.into / (id + ".key")).string()},
                      {"waiting", waiting}});
  }
  return {{"into", m_options.into.string()},
          {"campaign", m_campaign ? Json(m_campaign->hex()) : Json(nullptr)},
          {"relay", m_options.relay.url()},
          {"clock", (m_options.into / "clock").string()},
          {"now", toIso(m_clock->now())},
          {"steps", m_steps},
          {"people", people}};
}

} // namespace meridian::cli
