#include "app/cli/find.h"

#include <algorithm>
#include <charconv>

namespace meridian::cli {
namespace {

constexpr std::size_t prefixMin = 6; // digits of an id that somebody types instead of all of them

// A typed "CHANGE[:INDEX]" against an id.
bool fits(const OpId& id, std::string_view text) {
  const auto colon = text.find(':');
  const auto change = text.substr(0, colon);
  if (change.size() < prefixMin || !id.change.hex().starts_with(change)) return false;
  if (colon == std::string_view::npos) return true;
  const auto index = text.substr(colon + 1);
  return index == std::to_string(id.index);
}

template <class T>
Result<T> only(const std::vector<T>& found, const std::string& what) {
  if (found.empty()) return fail(ErrorCode::NotFound, "no such " + what);
  if (found.size() > 1) return fail(ErrorCode::Ambiguous, "several of them fit: " + what);
  return found.front();
}

// Everything of this replica that carries submissions: the creators of a lead, or the own space.
std::vector<std::pair<SpaceId, std::vector<domain::SubmissionStatus>>> submissions(const Session& session) {
  std::vector<std::pair<SpaceId, std::vector<domain::SubmissionStatus>>> all;
  if (const auto home = session.reading().home()) {
    for (const auto& deliverable : home->deliverables)
      all.emplace_back(home->space, deliverable.submissions);
    return all;
  }
  for (const auto& creator : session.reading().creators())
    for (const auto& deliverable : creator.deliverables)
      all.emplace_back(creator.space, deliverable.submissions);
  return all;
}

} // namespace

Result<SpaceId> findCreator(const Session& session, const std::string& text) {
  if (const auto home = session.reading().home()) {
    const bool mine = text.empty() || home->me.name == text || home->me.handle == text ||
                      (text.size() >= prefixMin && home->space.hex().starts_with(text));
    return mine ? Result<SpaceId>(home->space) : fail(ErrorCode::NotFound, "no such creator: " + text);
  }
  if (text.empty()) return fail(ErrorCode::InvalidArgument, "name the creator: --creator NAME");
  std::vector<SpaceId> found;
  for (const auto& creator : session.reading().creators())
    if (creator.card.name == text || creator.card.handle == text ||
        (text.size() >= prefixMin && creator.space.hex().starts_with(text)))
      found.push_back(creator.space);
  return only(found, "creator: " + text);
}

Result<MemberId> findMember(const Session& session, const std::string& text) {
  std::vector<MemberId> found;
  for (const auto& person : session.reading().people())
    if (!person.member.isZero() &&
        (person.card.name == text || (text.size() >= prefixMin && person.member.hex().starts_with(text))))
      found.push_back(person.member);
  return only(found, "person: " + text);
}

Result<Found> findSubmission(const Session& session, const std::string& text) {
  std::vector<Found> found;
  for (const auto& [space, list] : submissions(session))
    for (const auto& status : list)
      if (fits(status.submission.meta.id, text)) found.push_back({space, status.submission.meta.id});
  return only(found, "submission: " + text);
}

Result<Found> findVerdict(const Session& session, const std::string& text) {
  std::vector<Found> found;
  for (const auto& [space, list] : submissions(session))
    for (const auto& status : list)
      for (const auto& verdict : status.verdicts)
        if (fits(verdict.meta.id, text)) found.push_back({space, verdict.meta.id});
  return only(found, "verdict: " + text);
}

Result<Found> findQuestion(const Session& session, const std::string& text) {
  std::vector<Found> found;
  auto add = [&](const SpaceId& space, const std::vector<domain::Question>& questions) {
    for (const auto& question : questions)
      if (fits(question.meta.id, text)) found.push_back({space, question.meta.id});
  };
  if (const auto home = session.reading().home()) add(home->space, home->questions);
  for (const auto& creator : session.reading().creators())
    if (const auto desk = session.reading().briefDesk(creator.space)) add(creator.space, desk->questions);
  return only(found, "question: " + text);
}

Result<domain::Deliverable> findDeliverable(const Session& session, const std::string& text) {
  const auto home = session.reading().home();
  if (!home) return fail(ErrorCode::NotAllowed, "a creator's command");
  std::vector<domain::Deliverable> found;
  for (const auto& status : home->deliverables) {
    const auto& one = status.deliverable;
    const bool named = one.title.en == text || one.title.ru == text ||
                       (text.size() >= prefixMin && refText(one.id).starts_with(text));
    if (text.empty() || named) found.push_back(one);
  }
  return only(found, "deliverable" + (text.empty() ? std::string() : ": " + text));
}

Result<OpId> wholeRef(const std::string& text) {
  const auto colon = text.find(':');
  const auto change = ChangeId::fromHex(text.substr(0, colon));
  OpId id;
  if (colon != std::string::npos) {
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + colon + 1, end, id.index);
    if (read.ec != std::errc{} || read.ptr != end) return fail(ErrorCode::NotFound, "no such id: " + text);
  }
  if (!change) return fail(ErrorCode::NotFound, "no such id: " + text);
  id.change = *change;
  return id;
}

std::string refText(const OpId& id) { return id.change.hex() + ":" + std::to_string(id.index); }

std::string refText(const crdt::EntityId& id) {
  const auto ref = id.ref();
  if (const auto* created = std::get_if<OpId>(&ref)) return refText(*created);
  const auto& keyed = std::get<crdt::KeyedEntity>(ref);
  return toHex(keyed.key);
}

} // namespace meridian::cli
