// What a person types on a command line, found in the campaign: by a name or by the beginning of an id.
#pragma once

#include "app/cli/names.h"
#include "app/cli/program.h"

namespace meridian::cli {

// All: NotFound if nothing fits, Ambiguous if several do, InvalidArgument for what cannot be one.

// A creator by name, handle or space id; for a creator, the own space if `text` is empty.
[[nodiscard]] Result<SpaceId> findCreator(const Session& session, const std::string& text);
[[nodiscard]] Result<MemberId> findMember(const Session& session, const std::string& text);
// "CHANGE" or "CHANGE:INDEX", where CHANGE is an id or at least six of its first digits.
struct Found {
  SpaceId space;
  OpId id;
};
[[nodiscard]] Result<Found> findSubmission(const Session& session, const std::string& text);
[[nodiscard]] Result<Found> findVerdict(const Session& session, const std::string& text);
[[nodiscard]] Result<Found> findQuestion(const Session& session, const std::string& text);
// One of the creator's own deliverables, by id or title; the only one if `text` is empty.
[[nodiscard]] Result<domain::Deliverable> findDeliverable(const Session& session, const std::string& text);

// What refText() gave, whole: also of what was removed and is on no list any more.
[[nodiscard]] Result<OpId> wholeRef(const std::string& text);

[[nodiscard]] std::string refText(const OpId& id);
// "id" or "id:index" of an entity made by an op; the key of a keyed one.
[[nodiscard]] std::string refText(const crdt::EntityId& id);

} // namespace meridian::cli
