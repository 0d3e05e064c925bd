// What the screens about submissions say in the same words: promise, version, file, delivery.
#pragma once

#include <QString>

#include "app/text/when.h"
#include "core/replica/views.h"

namespace meridian::app {

// When the answer is due and how it stands.
struct PromiseLook {
  QString text;   // for a chip: “in 3 hours”, “Fri 12 Mar, 17:00 (14:00 Los Angeles)”, “Missed”
  QString status; // a look of Theme.status
  QString name;   // for a screen reader: “Promise: at risk, due Fri 12 Mar, 17:00 (14:00 Los Angeles)”
  QString mine;   // when it is due in my zone; empty before it was received
  QString theirs; // … and in the creator's
  bool operator==(const PromiseLook&) const = default;
};
[[nodiscard]] PromiseLook promiseLook(const replica::SubmissionView& submission, const Reader& reader);

[[nodiscard]] QString versionText(int version); // “Version 2”
// “12 MB of 38 MB”
[[nodiscard]] QString partText(std::uint64_t done, std::uint64_t all, domain::Language language);
// “Video not on this device: 18 MB”; empty if it is here.
[[nodiscard]] QString missingFileText(const domain::Attachment& attachment, std::uint64_t missingBytes,
                                      domain::Language language);
// Where an own fact has got to: “Signed. Not delivered yet.”, “Delivered 14:32”.
[[nodiscard]] QString deliveryText(const replica::DeliveryView& delivery, const Reader& reader);
// The name of a member among the people of a submission; empty if nobody here knows it.
[[nodiscard]] QString nameAmong(const std::vector<replica::PersonView>& people, const MemberId& member);
// Of whom a date of theirs concerns besides the reader: the author of a fact, or for the reader's own the
// creator. Where the creator is not known, where the material goes out.
[[nodiscard]] std::string creatorZone(const replica::SubmissionView& view);
[[nodiscard]] std::string otherZone(const replica::SubmissionView& view, const MemberId& author,
                                    const Reader& reader);
// What a comment is pinned to: “On the picture”, “On the caption: …”; empty for none.
[[nodiscard]] QString pinText(const domain::CommentPin& pin, const std::string& caption);

} // namespace meridian::app
