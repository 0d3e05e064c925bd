#include "core/domain/submission.h"

#include <algorithm>
#include <map>

#include "core/crypto/signing/hash.h"
#include "core/domain/fact_fields.h"

namespace meridian::domain {
namespace {

std::uint32_t smallFrom(const crdt::Value& value) {
  const auto number = value.intOr(0);
  return number >= 0 && number <= 0x7FFF'FFFF ? static_cast<std::uint32_t>(number) : 0;
}

crdt::Value attachmentValue(const Attachment& attachment) {
  namespace f = fact::attachment;
  crdt::Value value;
  value.set(f::blob, idValue(attachment.blob))
      .set(f::key, attachment.key)
      .set(f::content, idValue(attachment.content))
      .set(f::length, static_cast<std::int64_t>(attachment.length))
      .set(f::mediaType, attachment.mediaType)
      .set(f::name, attachment.name);
  if (attachment.playTime) value.set(f::playTime, attachment.playTime->count());
  return value;
}

Attachment attachmentFrom(const crdt::Value& value) {
  namespace f = fact::attachment;
  Attachment attachment;
  attachment.blob = idFrom<BlobId>(value.at(f::blob));
  attachment.key = value.at(f::key).bytesOr({});
  attachment.content = idFrom<ContentHash>(value.at(f::content));
  attachment.length = static_cast<std::uint64_t>(std::max<std::int64_t>(0, value.at(f::length).intOr(0)));
  attachment.mediaType = value.at(f::mediaType).textOr("");
  attachment.name = value.at(f::name).textOr("");
  const auto playTime = value.at(f::playTime).integer();
  if (playTime && *playTime >= 0) attachment.playTime = Duration{*playTime};
  return attachment;
}

crdt::Value pinValue(const CommentPin& pin) {
  crdt::Value value{crdt::Value::Map{}};
  value.set(1, static_cast<int>(pin.kind));
  switch (pin.kind) {
  case CommentPin::Kind::None:
    break;
  case CommentPin::Kind::CaptionRange:
    value.set(2, pin.from).set(3, pin.to);
    break;
  case CommentPin::Kind::ImagePoint:
    value.set(4, pin.attachment).set(5, pin.x).set(6, pin.y);
    break;
  case CommentPin::Kind::TimeCode:
    value.set(4, pin.attachment).set(7, pin.millis);
    break;
  }
  return value;
}

// A pin that points at nothing is none: the comment stays, and nobody looks outside the content.
CommentPin pinFrom(const crdt::Value& value) {
  CommentPin pin;
  const auto kind = value.at(1).intOr(0);
  if (kind < 1 || kind > static_cast<int>(CommentPin::Kind::TimeCode)) return pin;
  pin.kind = static_cast<CommentPin::Kind>(kind);
  pin.from = smallFrom(value.at(2));
  pin.to = smallFrom(value.at(3));
  pin.attachment = smallFrom(value.at(4));
  pin.x = smallFrom(value.at(5));
  pin.y = smallFrom(value.at(6));
  pin.millis = smallFrom(value.at(7));
  const bool isPoint = pin.kind == CommentPin::Kind::ImagePoint;
  if ((isPoint && (pin.x > 10'000 || pin.y > 10'000)) ||
      (pin.kind == CommentPin::Kind::CaptionRange && pin.from >= pin.to))
    return {};
  return pin;
}

} // namespace

crdt::Value toValue(const SubmissionContent& content) {
  crdt::Value links{crdt::Value::List{}}, attachments{crdt::Value::List{}}, ticks{crdt::Value::List{}};
  for (const std::string& link : content.links)
    links.push(link);
  for (const Attachment& attachment : content.attachments)
    attachments.push(attachmentValue(attachment));
  for (const Tick& tick : content.ticks) {
    crdt::Value value;
    value.set(1, toValue(tick.nonNegotiable)).set(2, toValue(tick.text));
    ticks.push(std::move(value));
  }
  crdt::Value value;
  value.set(fact::submission::deliverable, toValue(content.deliverable))
      .set(fact::submission::caption, content.caption)
      .set(fact::submission::links, std::move(links))
      .set(fact::submission::attachments, std::move(attachments))
      .set(fact::submission::ticks, std::move(ticks))
      .set(fact::submission::issuedBrief, content.issuedBrief);
  return value;
}

Submission submissionFrom(const Fact& fact) {
  const crdt::Value& payload = fact.payload;
  Submission submission;
  submission.meta = fact.meta;
  SubmissionContent& content = submission.content;
  content.deliverable = entityFrom(payload.at(fact::submission::deliverable));
  content.caption = payload.at(fact::submission::caption).textOr("");
  for (const crdt::Value& link : payload.at(fact::submission::links).items())
    if (link.text()) content.links.push_back(*link.text());
  for (const crdt::Value& attachment : payload.at(fact::submission::attachments).items())
    content.attachments.push_back(attachmentFrom(attachment));
  for (const crdt::Value& tick : payload.at(fact::submission::ticks).items())
    content.ticks.push_back({entityFrom(tick.at(1)), bilingualFrom(tick.at(2))});
  content.issuedBrief = refFrom(payload.at(fact::submission::issuedBrief));
  submission.manifest = manifestHash(content);
  return submission;
}

Bytes manifestBytes(const SubmissionContent& content) {
  ByteWriter writer;
  writer.sized(content.caption);
  writer.varint(content.links.size());
  for (const std::string& link : content.links)
    writer.sized(link);
  writer.varint(content.attachments.size());
  for (const Attachment& attachment : content.attachments) {
    writer.raw(attachment.content.view());
    writer.u64(attachment.length);
    writer.sized(attachment.mediaType);
  }
  writer.raw(content.issuedBrief.change.view());
  writer.u32(content.issuedBrief.index);
  // Ticks say what was ticked, not in which order.
  std::vector<const Tick*> ticks;
  for (const Tick& tick : content.ticks)
    ticks.push_back(&tick);
  std::stable_sort(ticks.begin(), ticks.end(),
                   [](const Tick* a, const Tick* b) { return a->nonNegotiable < b->nonNegotiable; });
  writer.varint(ticks.size());
  for (const Tick* tick : ticks) {
    writer.sized(tick->nonNegotiable.view());
    writer.sized(tick->text.en);
    writer.sized(tick->text.ru);
  }
  return writer.take();
}

ContentHash manifestHash(const SubmissionContent& content) {
  return signing::hashAs<ContentHash>(signing::domains::manifest, {manifestBytes(content)});
}

crdt::Value toValue(const Verdict& verdict) {
  crdt::Value replaces{crdt::Value::List{}};
  for (const OpId& id : verdict.replaces)
    replaces.push(id);
  crdt::Value value;
  value.set(fact::verdict::submission, verdict.submission)
      .set(fact::verdict::manifest, idValue(verdict.manifest))
      .set(fact::verdict::kind, static_cast<int>(verdict.kind))
      .set(fact::verdict::reason, verdict.reason)
      .set(fact::verdict::replaces, std::move(replaces));
  return value;
}

std::optional<VerdictKind> verdictKindFrom(const crdt::Value& value) {
  const auto kind = value.intOr(0);
  if (kind != 1 && kind != 2) return std::nullopt;
  return static_cast<VerdictKind>(kind);
}

bool wasUndone(const Verdict& verdict) {
  return verdict.withdrawnAt && isBlank(verdict.withdrawReason) &&
         *verdict.withdrawnAt - verdict.meta.storedAt.value_or(*verdict.withdrawnAt) < undoPeriod;
}

std::optional<Verdict> verdictFrom(const Fact& fact) {
  const auto kind = verdictKindFrom(fact.payload.at(fact::verdict::kind));
  if (!kind) return std::nullopt;
  Verdict verdict;
  verdict.meta = fact.meta;
  verdict.submission = refFrom(fact.payload.at(fact::verdict::submission));
  verdict.manifest = idFrom<ContentHash>(fact.payload.at(fact::verdict::manifest));
  verdict.kind = *kind;
  verdict.reason = fact.payload.at(fact::verdict::reason).textOr("");
  for (const crdt::Value& id : fact.payload.at(fact::verdict::replaces).items())
    if (id.ref()) verdict.replaces.push_back(*id.ref());
  return verdict;
}

crdt::Value toValue(const Comment& comment) {
  crdt::Value value;
  value.set(fact::comment::submission, comment.submission)
      .set(fact::comment::pin, pinValue(comment.pin))
      .set(fact::comment::text, comment.text);
  return value;
}

Comment commentFrom(const Fact& fact) {
  return {fact.meta, refFrom(fact.payload.at(fact::comment::submission)),
          pinFrom(fact.payload.at(fact::comment::pin)), fact.payload.at(fact::comment::text).textOr("")};
}

crdt::Value toValue(const DelayNotice& notice) {
  crdt::Value value;
  value.set(fact::delay::newDue, toMillis(notice.newDue)).set(fact::delay::reason, notice.reason);
  if (notice.submission) value.set(fact::delay::submission, *notice.submission);
  if (notice.slotDue) value.set(fact::delay::slotDue, toMillis(*notice.slotDue));
  if (!notice.market.empty()) value.set(fact::delay::market, notice.market);
  return value;
}

DelayNotice delayNoticeFrom(const Fact& fact) {
  DelayNotice notice;
  notice.meta = fact.meta;
  const crdt::Value& submission = fact.payload.at(fact::delay::submission);
  if (submission.ref()) notice.submission = *submission.ref();
  notice.slotDue = instantFrom(fact.payload.at(fact::delay::slotDue));
  notice.newDue = instantFrom(fact.payload.at(fact::delay::newDue)).value_or(Instant{});
  notice.reason = fact.payload.at(fact::delay::reason).textOr("");
  notice.market = fact.payload.at(fact::delay::market).textOr("");
  return notice;
}

crdt::Value toValue(const Received& received) {
  namespace f = fact::received;
  crdt::Value value;
  value.set(f::subject, idValue(received.subject)).set(f::time, toMillis(received.time));
  if (received.promise) {
    value.set(f::due, toMillis(received.promise->due))
        .set(f::dueLocal, toIso(received.promise->dueLocal))
        .set(f::zone, received.promise->zone)
        .set(f::scheduleRevision, received.promise->scheduleRevision);
  }
  if (!received.receipt.empty()) value.set(f::receipt, received.receipt);
  value.set(f::evidence, static_cast<int>(received.evidence));
  return value;
}

std::optional<Received> receivedFrom(const Fact& fact) {
  namespace f = fact::received;
  Received received;
  received.meta = fact.meta;
  received.subject = idFrom<ChangeId>(fact.payload.at(f::subject));
  const auto time = instantFrom(fact.payload.at(f::time));
  const auto evidence = fact.payload.at(f::evidence).intOr(0);
  if (received.subject.isZero() || !time || evidence < 1 || evidence > 3) return std::nullopt;
  received.time = *time;
  received.evidence = static_cast<Evidence>(evidence);
  received.receipt = fact.payload.at(f::receipt).bytesOr({});
  const auto due = instantFrom(fact.payload.at(f::due));
  const auto local = parseLocalTime(fact.payload.at(f::dueLocal).textOr(""));
  if (due && local) {
    received.promise = Promise{*time, *due, *local, fact.payload.at(f::zone).textOr(""),
                               refFrom(fact.payload.at(f::scheduleRevision))};
  }
  return received;
}

crdt::Value toValue(const Published& published) {
  crdt::Value value;
  value.set(fact::published::submission, published.submission)
      .set(fact::published::manifest, idValue(published.manifest))
      .set(fact::published::link, published.link);
  if (published.linkConfirmed) value.set(fact::published::linkConfirmed, true);
  return value;
}

Published publishedFrom(const Fact& fact) {
  return {fact.meta, refFrom(fact.payload.at(fact::published::submission)),
          idFrom<ContentHash>(fact.payload.at(fact::published::manifest)),
          fact.payload.at(fact::published::link).textOr(""),
          fact.payload.at(fact::published::linkConfirmed).boolOr(false)};
}

crdt::Value toValue(const Question& question) {
  crdt::Value value;
  if (question.part) value.set(fact::question::part, static_cast<int>(*question.part));
  if (question.submission) value.set(fact::question::submission, *question.submission);
  value.set(fact::question::text, question.text).set(fact::question::replyBy, toMillis(question.replyBy));
  return value;
}

std::vector<Question> questions(std::span<const Fact> facts) {
  std::vector<Question> list;
  std::map<OpId, Question::Reply> replies; // by id, so that a fact given twice counts once
  std::map<OpId, OpId> questionOf;
  for (const Fact& fact : facts) {
    if (fact.kind == EntityKind::Question) {
      Question question;
      question.meta = fact.meta;
      const auto part = fact.payload.at(fact::question::part).intOr(0);
      if (part >= 1 && part <= 6) question.part = static_cast<BriefPart>(part);
      if (const OpId* submission = fact.payload.at(fact::question::submission).ref())
        question.submission = *submission;
      question.text = fact.payload.at(fact::question::text).textOr("");
      question.replyBy = instantFrom(fact.payload.at(fact::question::replyBy)).value_or(fact.meta.claimedAt);
      list.push_back(std::move(question));
    } else if (fact.kind == EntityKind::Answer) {
      replies[fact.meta.id] = {fact.meta, fact.payload.at(fact::answer::text).textOr("")};
      questionOf[fact.meta.id] = refFrom(fact.payload.at(fact::answer::question));
    }
  }
  const auto byTime = [](const auto& a, const auto& b) {
    return std::pair(a.meta.claimedAt, a.meta.id) < std::pair(b.meta.claimedAt, b.meta.id);
  };
  std::sort(list.begin(), list.end(), byTime);
  const auto same = [](const Question& a, const Question& b) { return a.meta.id == b.meta.id; };
  list.erase(std::unique(list.begin(), list.end(), same), list.end());
  for (Question& question : list) {
    for (const auto& [id, reply] : replies)
      if (questionOf[id] == question.meta.id) question.answers.push_back(reply);
    std::sort(question.answers.begin(), question.answers.end(), byTime);
  }
  return list;
}

} // namespace meridian::domain
