#include "app/text/review_words.h"

#include <QCoreApplication>

#include "app/qt_convert.h"
#include "app/text/error_sentences.h"
#include "app/text/sentences.h"

namespace meridian::app {

namespace {

struct ReviewWords {
  Q_DECLARE_TR_FUNCTIONS(ReviewWords)
};

} // namespace

PromiseLook promiseLook(const replica::SubmissionView& submission, const Reader& reader) {
  using enum domain::PromiseState;
  const auto& promise = submission.status.promise;
  const StateWords words = promiseWords(promise.state);
  PromiseLook look{.text = words.text, .status = words.status, .name = words.text, .mine = {}, .theirs = {}};
  if (!promise.promise) return look;
  const Instant due = promise.newDue.value_or(promise.promise->due);
  const std::string there = creatorZone(submission);
  const QString both = bothText(due, there, reader);
  look.mine = whenText(due, reader);
  look.theirs = thereText(due, there, reader);
  look.name = ReviewWords::tr("Promise: %1, due %2", "Screen reader: %1 a state as “at risk”, %2 a date")
                  .arg(words.text.toLower(), both);
  switch (promise.state) {
  case OnTrack:
    look.text = both;
    break;
  case AtRisk:
    look.text = due > reader.now ? distanceText(due, reader) : both;
    break;
  case Delayed:
    look.text = ReviewWords::tr("New date: %1", "A promise that was moved").arg(both);
    break;
  default:
    break;
  }
  return look;
}

QString versionText(int version) {
  return ReviewWords::tr("Version %1", "Of a submission; %1 is a number").arg(version);
}

QString partText(std::uint64_t done, std::uint64_t all, domain::Language language) {
  return ReviewWords::tr("%1 of %2", "Progress of files: 12 MB of 38 MB")
      .arg(bytesText(done, language), bytesText(all, language));
}

QString missingFileText(const domain::Attachment& attachment, std::uint64_t missingBytes,
                        domain::Language language) {
  if (missingBytes == 0) return {};
  const QString size = bytesText(missingBytes, language);
  if (attachment.mediaType.starts_with("video/"))
    return ReviewWords::tr("Video not on this device: %1", "%1 is a size").arg(size);
  if (attachment.mediaType.starts_with("image/"))
    return ReviewWords::tr("Picture not on this device: %1", "%1 is a size").arg(size);
  return ReviewWords::tr("File not on this device: %1", "%1 is a size").arg(size);
}

QString deliveryText(const replica::DeliveryView& delivery, const Reader& reader) {
  if (delivery.state == store::Delivery::Stored && delivery.storedAt)
    return ReviewWords::tr("Delivered %1", "Of a verdict; %1 is a time")
        .arg(clockText(*delivery.storedAt, reader));
  if (delivery.state == store::Delivery::Rejected) return reasonSentence(delivery.reason);
  return deliveryWords(delivery.state).text;
}

QString nameAmong(const std::vector<replica::PersonView>& people, const MemberId& member) {
  for (const auto& person : people)
    if (person.member == member) return toQt(person.card.name);
  return {};
}

namespace {

std::string zoneAmong(const std::vector<replica::PersonView>& people, const MemberId& member) {
  for (const auto& person : people)
    if (person.member == member) return person.card.zone;
  return {};
}

} // namespace

std::string creatorZone(const replica::SubmissionView& view) {
  const auto zone = zoneAmong(view.people, view.status.submission.meta.author);
  return zone.empty() ? view.deliverable.zone : zone;
}

std::string otherZone(const replica::SubmissionView& view, const MemberId& author, const Reader& reader) {
  const auto zone = zoneAmong(view.people, author);
  return zone.empty() || zone == reader.zone ? creatorZone(view) : zone;
}

QString pinText(const domain::CommentPin& pin, const std::string& caption) {
  using enum domain::CommentPin::Kind;
  switch (pin.kind) {
  case None:
    return {};
  case CaptionRange: {
    const std::u32string points = toQt(caption).toStdU32String();
    const std::size_t from = std::min<std::size_t>(pin.from, points.size());
    const std::size_t to = std::clamp<std::size_t>(pin.to, from, points.size());
    return ReviewWords::tr("On the caption: “%1”", "What a comment is about; %1 is a part of the caption")
        .arg(QString::fromStdU32String(points.substr(from, to - from)));
  }
  case ImagePoint:
    return ReviewWords::tr("On the picture", "What a comment is about: a marked point");
  case TimeCode:
    return ReviewWords::tr("On the video, at %1", "What a comment is about; %1 is a time as 0:12")
        .arg(playTimeText(Duration{pin.millis}));
  }
  return {};
}

} // namespace meridian::app
