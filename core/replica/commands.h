// What commands check before they write. For the sources of this room alone.
#pragma once

#include "core/replica/survey.h"

namespace meridian::replica {

// One fact for one space. NotAllowed or NotYourMarket if the own rights do not cover it.
[[nodiscard]] Result<OpId> writeFact(Replica& replica, const SpaceId& space, domain::EntityKind kind,
                                     crdt::Value payload, WriteOptions options = {});
// Several facts of one space in one change; nothing for none.
[[nodiscard]] Result<void> writeFacts(Replica& replica, const SpaceId& space, std::vector<crdt::Op> facts);
[[nodiscard]] crdt::Op factOp(domain::EntityKind kind, crdt::Value payload);

// Typed text of one field: InvalidArgument if it is blank or not UTF-8, TooLarge beyond the limit.
[[nodiscard]] Result<void> checkText(std::string_view text, std::size_t bytesMax);
// As checkText(), but may be blank.
[[nodiscard]] Result<void> checkOptionalText(std::string_view text, std::size_t bytesMax);
// A web address that can be opened: http or https.
[[nodiscard]] Result<void> checkLink(std::string_view link);

// Small things of this device, in a transaction of their own.
[[nodiscard]] Result<void> keepLocally(Replica& replica, std::string_view name, std::string_view value);
[[nodiscard]] Result<void> forgetLocally(Replica& replica, std::string_view name);

} // namespace meridian::replica
