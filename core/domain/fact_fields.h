// Fields of the payload of every fact (FORMAT.md §5): a map from these numbers. Numbers are never reused.
// Readers take a missing field, or one of another type, as its empty value and pass over unknown ones.
//
// Types: ref (an op's name), entity (bytes of an entity id), member/hash/change/blob (32 bytes), ms (integer,
// milliseconds since 1970 or a length of time), text, bilingual (see bilingual.h), int, bool, list.
#pragma once

#include <cstdint>

namespace meridian::domain::fact {

namespace priority {                     // PriorityDecision
inline constexpr std::uint32_t mode = 1, // int: PriorityMode
    markets = 2,                         // list of text: the leading one, or the order
    why = 3;                             // bilingual
}
namespace charter {                      // CharterAcknowledged
inline constexpr std::uint32_t what = 1, // int: CharterSubject
    hash = 2;                            // hash of what was read
}
namespace delay { // DelayNotice (submission) and HubDelayNotice (market, slotDue)
inline constexpr std::uint32_t submission = 1, // ref
    slotDue = 2,                               // ms: the due instant that it moves
    newDue = 3,                                // ms
    reason = 4,                                // text
    market = 5;                                // text: the market's code
}
namespace genesis {                         // GenesisReceipt
inline constexpr std::uint32_t receipt = 1; // bytes: the relay's receipt for the campaign's genesis
}
namespace issued {                        // BriefIssued
inline constexpr std::uint32_t brief = 1, // entity
    content = 2,                          // map, see content
    inherited = 3,                        // map, see inherited
    deliverables = 4,                     // list of map, see deliverableValue
    contact = 5,                          // member
    approver = 6,                         // member
    material = 7;                         // bool
}
namespace content { // of a brief: 1 to 6 are the parts in the order of BriefPart, bilingual
inline constexpr std::uint32_t tone = 7, roleBecause = 8, makeBecause = 9; // bilingual
}
namespace inherited {
inline constexpr std::uint32_t thesis = 1, goal = 2, valueProposition = 3, successMetric = 4, // bilingual
    angles = 5,                          // list of {1: market, 2: angle, 3: reason, 4: data}
    nonNegotiables = 6, negotiables = 7; // list of {1: entity, 2: text, 3: because, 4: market, 5: order}
}
namespace deliverableValue {
inline constexpr std::uint32_t id = 1, // entity
    title = 2, labels = 3,             // bilingual
    format = 4,                        // text
    roughCutDue = 5, goLiveAt = 6,     // ms
    zone = 7, adToken = 8;             // text
}
namespace opened {                         // BriefOpened, BriefAcknowledged
inline constexpr std::uint32_t issued = 1; // ref: the BriefIssued
}
namespace briefWithdrawn {
inline constexpr std::uint32_t brief = 1, // entity
    reason = 2;                           // text
}
namespace submission {
inline constexpr std::uint32_t deliverable = 1, // entity
    caption = 2,                                // text
    links = 3,                                  // list of text
    attachments = 4,                            // list of map, see attachment
    ticks = 5,                                  // list of {1: entity, 2: bilingual as it read}
    issuedBrief = 6;                            // ref: the BriefIssued it was made for
}
namespace attachment {
inline constexpr std::uint32_t blob = 1, // blob: its address
    key = 2,                             // bytes: of the sealed file
    content = 3,                         // hash of the plaintext
    length = 4,                          // int: bytes of plaintext
    mediaType = 5, name = 6,             // text
    playTime = 7;                        // ms
}
namespace received {                        // Received
inline constexpr std::uint32_t subject = 1, // change
    time = 2,                               // ms: when it was stored, imported or seen
    due = 3,                                // ms; of a submission, with 4 to 6
    dueLocal = 4,                           // text: "2027-03-12T17:00"
    zone = 5,                               // text
    scheduleRevision = 6,                   // ref: the write of the schedule
    receipt = 7,                            // bytes: as the relay signed it
    evidence = 8;                           // int: Evidence
}
namespace seen {                            // Seen: what the author's device holds
inline constexpr std::uint32_t subject = 1; // change
}
namespace verdict {
inline constexpr std::uint32_t submission = 1, // ref
    manifest = 2,                              // hash
    kind = 3,                                  // int: VerdictKind
    reason = 4,                                // text
    replaces = 5;                              // list of ref
}
namespace verdictWithdrawn {
inline constexpr std::uint32_t verdict = 1, // ref
    reason = 2;                             // text
}
namespace comment {
inline constexpr std::uint32_t submission = 1, // ref
    pin = 2,                                   // {1: kind, 2: from, 3: to, 4: attachment, 5: x, 6: y, 7: ms}
    text = 3;                                  // text
}
namespace question {
inline constexpr std::uint32_t part = 1, // int: BriefPart
    submission = 2,                      // ref
    text = 3,                            // text
    replyBy = 4;                         // ms
}
namespace answer {
inline constexpr std::uint32_t question = 1, // ref
    text = 2;                                // text
}
namespace published {
inline constexpr std::uint32_t submission = 1, // ref
    manifest = 2,                              // hash
    link = 3,                                  // text
    linkConfirmed = 4;                         // bool: the files behind links are what was approved
}
namespace sentToDecider {
inline constexpr std::uint32_t submission = 1, // ref
    decider = 2;                               // member
}
namespace contestDecided {
inline constexpr std::uint32_t submission = 1, // ref
    manifest = 2,                              // hash
    kind = 3,                                  // int: VerdictKind
    reason = 4;                                // text
}
namespace briefConflictDecided {
inline constexpr std::uint32_t brief = 1, // entity: the brief that stays
    reason = 2;                           // text
}
namespace stillFine {
inline constexpr std::uint32_t submission = 1, // ref
    issued = 2;                                // ref: the BriefIssued it was compared with
}
namespace tensionResolved {                 // TensionResolved
inline constexpr std::uint32_t tension = 1, // ref: the GoalTension's Create
    how = 2;                                // bilingual
}

} // namespace meridian::domain::fact
