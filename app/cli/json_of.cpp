#include "app/cli/json_of.h"

#include <nlohmann/json.hpp>

#include "app/cli/find.h"
#include "app/cli/messages.h"

namespace meridian::cli {
namespace {

template <class List>
Json list(const List& values) {
  Json out = Json::array();
  for (const auto& value : values)
    out.push_back(jsonOf(value));
  return out;
}

template <class Id>
Json idOrNull(const Id& id) {
  return id.isZero() ? Json(nullptr) : Json(id.hex());
}

// Who and when, as every fact shows it.
Json metaOf(const domain::FactMeta& meta) {
  return {{"id", refText(meta.id)},
          {"author", meta.author.hex()},
          {"claimedAt", toIso(meta.claimedAt)},
          {"storedAt", jsonOf(meta.storedAt)}};
}

Json jsonOf(const domain::Attachment& attachment) {
  Json out = {{"name", attachment.name},
              {"mediaType", attachment.mediaType},
              {"bytes", attachment.length},
              {"hash", attachment.content.hex()},
              {"blob", attachment.blob.hex()}};
  if (attachment.playTime) out["playTimeMs"] = attachment.playTime->count();
  return out;
}

Json jsonOf(const domain::Comment& comment) {
  Json out = metaOf(comment.meta);
  out["text"] = comment.text;
  using enum domain::CommentPin::Kind;
  const auto& pin = comment.pin;
  if (pin.kind == CaptionRange) out["pin"] = {{"kind", "caption"}, {"from", pin.from}, {"to", pin.to}};
  if (pin.kind == ImagePoint)
    out["pin"] = {{"kind", "image"}, {"attachment", pin.attachment}, {"x", pin.x}, {"y", pin.y}};
  if (pin.kind == TimeCode)
    out["pin"] = {{"kind", "time"}, {"attachment", pin.attachment}, {"ms", pin.millis}};
  return out;
}

Json jsonOf(const domain::Verdict& verdict) {
  Json out = metaOf(verdict.meta);
  out["verdict"] = nameOf(verdict.kind);
  out["reason"] = verdict.reason;
  out["manifest"] = verdict.manifest.hex();
  if (verdict.withdrawnAt)
    out["withdrawn"] = {{"at", toIso(*verdict.withdrawnAt)}, {"reason", verdict.withdrawReason}};
  return out;
}

// An entry about people and keys carries no time of its own.
Json claimed(Instant at) { return at == Instant{} ? Json(nullptr) : Json(toIso(at)); }

Json jsonOf(const domain::PromiseStatus& status) {
  Json out = {{"state", nameOf(status.state)}};
  if (status.promise) {
    out["received"] = toIso(status.promise->received);
    out["due"] = toIso(status.promise->due);
    out["dueLocal"] = toIso(status.promise->dueLocal);
    out["zone"] = status.promise->zone;
    // Computed again here from the schedule that the promise names.
    out["dueCheck"] = nameOf(status.dueCheck);
    if (status.dueHere) out["dueHere"] = toIso(*status.dueHere);
  }
  if (status.newDue) {
    out["newDue"] = toIso(*status.newDue);
    out["delayReason"] = status.delayReason;
  }
  if (status.signedInTimeDeliveredLate) out["signedInTimeDeliveredLate"] = true;
  return out;
}

} // namespace

Json jsonOf(const Error& error, domain::Language language) {
  return {{"code", errorName(error.code)}, {"message", messageOf(error, language)}};
}
Json jsonOf(Instant instant) { return toIso(instant); }
Json jsonOf(const std::optional<Instant>& instant) { return instant ? Json(toIso(*instant)) : Json(nullptr); }

Json jsonOf(const domain::Bilingual& text) {
  return {{"en", text.en},
          {"ru", text.ru},
          {"source", domain::languageCode(text.source)},
          {"stale", text.stale()}};
}

Json jsonOf(const domain::FeedbackSchedule& schedule) {
  Json days = Json::array();
  for (const auto day : schedule.daysOff)
    days.push_back(toIso(day));
  return {{"answerDay", weekdayText(schedule.answerDay)},
          {"answerBy", timeOfDayText(schedule.answerBy)},
          {"cutoffDay", weekdayText(schedule.cutoffDay)},
          {"cutoffAt", timeOfDayText(schedule.cutoffAt)},
          {"zone", schedule.zone},
          {"holidayCountry", schedule.holidayCountry},
          {"daysOff", days}};
}

Json jsonOf(const domain::AnswerSlot& slot) {
  return {{"cutoff", toIso(slot.cutoff)},          {"due", toIso(slot.due)},
          {"dueLocal", toIso(slot.dueLocal)},      {"zone", slot.zone},
          {"movedByHoliday", slot.movedByHoliday}, {"offsetChanged", slot.offsetChanged}};
}

Json jsonOf(const domain::Market& market) {
  return {{"code", market.code},
          {"name", jsonOf(market.name)},
          {"zone", market.zone},
          {"launchAt", jsonOf(market.launchAt)},
          {"holidayCountry", market.holidayCountry},
          {"needsAdToken", market.needsAdToken},
          {"riskLeadHours", market.riskLeadHours},
          {"schedule", market.schedule ? jsonOf(*market.schedule) : Json(nullptr)},
          {"subGoal", jsonOf(market.subGoal)},
          {"whyItMatters", jsonOf(market.whyItMatters)},
          {"expression", jsonOf(market.expression)},
          {"angle", jsonOf(market.angle)},
          {"angleReason", jsonOf(market.angleReason)},
          {"angleData", jsonOf(market.angleData)},
          {"whyThisOrder", jsonOf(market.whyThisOrder)},
          {"labels", jsonOf(market.labels)},
          {"conflicting", market.conflicting}};
}

Json jsonOf(const domain::CharterElement& element) {
  Json out = {
      {"id", refText(element.id)}, {"text", jsonOf(element.text)}, {"because", jsonOf(element.because)}};
  if (!element.market.empty()) out["market"] = element.market;
  return out;
}

Json jsonOf(const domain::Milestone& milestone) {
  Json depends = Json::array();
  for (const auto& id : milestone.dependsOn)
    depends.push_back(refText(id));
  return {{"id", refText(milestone.id)},         {"type", nameOf(milestone.type)},
          {"at", jsonOf(milestone.at)},          {"zone", milestone.zone},
          {"market", milestone.market},          {"title", jsonOf(milestone.title)},
          {"why", jsonOf(milestone.why)},        {"dependsOn", depends},
          {"conflicting", milestone.conflicting}};
}

Json jsonOf(const domain::PriorityDecision& decision) {
  Json out = metaOf(decision.meta);
  out["mode"] = nameOf(decision.mode);
  out["markets"] = decision.markets;
  out["why"] = jsonOf(decision.why);
  return out;
}

Json jsonOf(const domain::GoalTension& tension) {
  Json resolutions = Json::array();
  for (const auto& one : tension.resolutions)
    resolutions.push_back({{"id", refText(one.meta.id)},
                           {"by", idOrNull(one.meta.author)},
                           {"at", toIso(one.meta.shownAt())},
                           {"how", jsonOf(one.how)}});
  return {{"id", refText(tension.id)},      {"state", tension.open() ? "open" : "resolved"},
          {"first", jsonOf(tension.first)}, {"second", jsonOf(tension.second)},
          {"why", jsonOf(tension.why)},     {"markets", tension.markets},
          {"resolutions", resolutions},     {"conflicting", tension.conflicting}};
}

Json jsonOf(const domain::PersonCard& card) {
  Json out = {{"name", card.name},
              {"zone", card.zone},
              {"workFrom", timeOfDayText(card.workFrom)},
              {"workTo", timeOfDayText(card.workTo)},
              {"language", domain::languageCode(card.language)},
              {"responseHours", card.responseHours},
              {"title", jsonOf(card.title)},
              {"style", jsonOf(card.style)},
              {"conflicting", card.conflicting}};
  if (!card.handle.empty() || !card.tier.empty()) {
    out["handle"] = card.handle;
    out["tier"] = card.tier;
    out["followers"] = card.followers;
    out["audience"] = jsonOf(card.audience);
    out["contact"] = idOrNull(card.contact);
    out["approver"] = idOrNull(card.approver);
  }
  return out;
}

Json jsonOf(const domain::BriefContent& content) {
  Json out;
  for (const auto part : domain::briefParts)
    out[std::string(domain::partName(part))] = jsonOf(content.part(part));
  out["tone"] = jsonOf(content.tone);
  out["roleBecause"] = jsonOf(content.roleBecause);
  out["makeBecause"] = jsonOf(content.makeBecause);
  return out;
}

Json jsonOf(const domain::IssuedBrief& issued) {
  Json out = metaOf(issued.meta);
  out["version"] = issued.version;
  out["material"] = issued.material;
  out["brief"] = jsonOf(issued.content);
  out["nonNegotiables"] = list(issued.inherited.nonNegotiables);
  out["negotiables"] = list(issued.inherited.negotiables);
  for (const auto& angle : issued.inherited.angles)
    out["angles"].push_back({{"market", angle.market},
                             {"angle", jsonOf(angle.angle)},
                             {"reason", jsonOf(angle.reason)},
                             {"data", jsonOf(angle.data)}});
  out["deliverables"] = list(issued.deliverables);
  out["contact"] = idOrNull(issued.contact);
  out["approver"] = idOrNull(issued.approver);
  return out;
}

Json jsonOf(const domain::Deliverable& deliverable) {
  return {{"id", refText(deliverable.id)},
          {"title", jsonOf(deliverable.title)},
          {"format", deliverable.format},
          {"roughCutDue", jsonOf(deliverable.roughCutDue)},
          {"goLiveAt", jsonOf(deliverable.goLiveAt)},
          {"zone", deliverable.zone},
          {"labels", jsonOf(deliverable.labels)},
          {"adToken", deliverable.adToken},
          {"conflicting", deliverable.conflicting}};
}

Json jsonOf(const domain::SubmissionStatus& status) {
  const auto& content = status.submission.content;
  Json out = metaOf(status.submission.meta);
  out["version"] = status.submission.version;
  out["briefVersion"] = status.submission.briefVersion;
  out["manifest"] = status.submission.manifest.hex();
  out["deliverable"] = refText(content.deliverable);
  out["caption"] = content.caption;
  out["links"] = content.links;
  Json files = Json::array(), ticks = Json::array(), comments = Json::array(), verdicts = Json::array(),
       replaced = Json::array();
  for (const auto& attachment : content.attachments)
    files.push_back(jsonOf(attachment));
  for (const auto& tick : content.ticks)
    ticks.push_back(jsonOf(tick.text));
  for (const auto& comment : status.comments)
    comments.push_back(jsonOf(comment));
  for (const auto& verdict : status.verdicts)
    verdicts.push_back(jsonOf(verdict));
  for (const auto& verdict : status.replaced)
    replaced.push_back(jsonOf(verdict));
  out["attachments"] = files;
  out["ticks"] = ticks;
  out["state"] = nameOf(status.state);
  out["latest"] = status.latest;
  out["madeForOlderBrief"] = status.madeForOlderBrief;
  out["needsLook"] = status.needsLook;
  out["promise"] = jsonOf(status.promise);
  out["verdicts"] = verdicts;
  out["replaced"] = replaced;
  out["comments"] = comments;
  if (status.sentToDecider) out["sentToDecider"] = status.sentToDecider->hex();
  return out;
}

Json jsonOf(const domain::DeliverableStatus& status) {
  Json out = jsonOf(status.deliverable);
  Json blocks = Json::array();
  for (const auto block : status.blocks)
    blocks.push_back(nameOf(block));
  out["mayGoLive"] = status.mayGoLive();
  out["blocks"] = blocks;
  out["round"] = status.round;
  out["approved"] = status.approved ? Json(refText(*status.approved)) : Json(nullptr);
  out["linkNeedsConfirmation"] = status.linkNeedsConfirmation;
  if (status.published) {
    Json published = metaOf(status.published->meta);
    published["link"] = status.published->link;
    published["submission"] = refText(status.published->submission);
    out["published"] = published;
  }
  out["submissions"] = list(status.submissions);
  return out;
}

Json jsonOf(const domain::Question& question) {
  Json out = metaOf(question.meta);
  out["part"] = question.part ? Json(domain::partName(*question.part)) : Json(nullptr);
  out["text"] = question.text;
  out["replyBy"] = toIso(question.replyBy);
  out["answers"] = Json::array();
  for (const auto& answer : question.answers) {
    Json one = metaOf(answer.meta);
    one["text"] = answer.text;
    out["answers"].push_back(one);
  }
  return out;
}

Json jsonOf(const domain::Completeness& completeness) {
  auto parts = [](const std::vector<domain::BriefPart>& values) {
    Json out = Json::array();
    for (const auto part : values)
      out.push_back(domain::partName(part));
    return out;
  };
  return {{"done", completeness.done()},
          {"mayIssue", completeness.mayIssue()},
          {"missing", parts(completeness.missing)},
          {"otherLaneMissing", parts(completeness.otherLaneMissing)},
          {"stale", parts(completeness.stale)},
          {"audienceMissing", completeness.audienceMissing},
          {"becauseMissing", completeness.becauseMissing},
          {"deliverableMissing", completeness.deliverableMissing}};
}

Json jsonOf(const replica::PersonView& person) {
  Json out = {{"member", idOrNull(person.member)},
              {"role", log::roleName(person.role)},
              {"market", person.market},
              {"joined", person.joined}};
  out.update(jsonOf(person.card));
  if (person.creatorSpace) out["space"] = person.creatorSpace->hex();
  if (person.from) out["from"] = toIso(*person.from);
  if (person.to) out["to"] = toIso(*person.to);
  if (person.absence)
    out["absence"] = {{"from", toIso(person.absence->from)},
                      {"to", toIso(person.absence->to)},
                      {"deputy", idOrNull(person.absence->deputy)}};
  return out;
}

Json jsonOf(const replica::CampaignPageView& view) {
  const auto& page = view.page;
  return {{"id", view.campaign.hex()},
          {"brandName", page.brandName},
          {"name", jsonOf(page.name)},
          {"thesis", jsonOf(page.thesis)},
          {"goal", jsonOf(page.goal)},
          {"valueProposition", jsonOf(page.valueProposition)},
          {"successMetric", jsonOf(page.successMetric)},
          {"guidelines", jsonOf(page.guidelines)},
          {"markets", list(view.markets)},
          {"nonNegotiables", list(view.nonNegotiables)},
          {"negotiables", list(view.negotiables)},
          {"checklist", list(view.checklist)},
          {"milestones", list(view.milestones)},
          {"decision", view.decision ? jsonOf(*view.decision) : Json(nullptr)},
          {"contestedDecisions", list(view.contestedDecisions)},
          {"conflicting", page.conflicting},
          {"mayEdit", view.mayEdit},
          {"mayEditMarkets", view.mayEditMarkets}};
}

Json jsonOf(const replica::TimelineEntry& entry) {
  static constexpr std::string_view kinds[] = {"milestone", "launch",  "rough-cut",
                                               "go-live",   "promise", "feedback"};
  return {{"kind", kinds[static_cast<std::size_t>(entry.kind)]},
          {"at", toIso(entry.at)},
          {"zone", entry.zone},
          {"market", entry.market},
          {"title", jsonOf(entry.title)},
          {"why", jsonOf(entry.why)},
          {"mine", entry.mine},
          {"past", entry.past}};
}

Json jsonOf(const replica::DeliveryView& view) {
  return {{"state", nameOf(view.state)},
          {"storedAt", jsonOf(view.storedAt)},
          {"seenAt", jsonOf(view.seenAt)},
          {"holdUntil", jsonOf(view.holdUntil)},
          {"reason", view.reason}};
}

Json jsonOf(const replica::SubmissionView& view) {
  Json out = jsonOf(view.status);
  out["space"] = view.space.hex();
  out["creator"] = view.creatorName;
  out["market"] = view.market;
  out["deliverableTitle"] = jsonOf(view.deliverable.title);
  if (view.delivery) out["delivery"] = jsonOf(*view.delivery);
  for (auto& verdict : out["verdicts"])
    for (const auto& [id, delivery] : view.verdictDelivery)
      if (verdict["id"] == refText(id)) verdict["delivery"] = jsonOf(delivery);
  out["missingBytes"] = view.missingBytes;
  out["opened"] = view.opened;
  out["mayDecide"] = view.mayDecide;
  return out;
}

Json jsonOf(const replica::OutboxItem& item) {
  Json out = {{"change", item.change.hex()},      {"space", item.space.hex()},
              {"state", nameOf(item.delivery)},   {"kind", nameOf(item.kind)},
              {"subject", item.subject},          {"at", claimed(item.at)},
              {"storedAt", jsonOf(item.storedAt)}};
  if (item.kind == domain::EntityKind::Verdict) out["verdict"] = nameOf(item.verdict);
  if (!item.reason.empty()) out["reason"] = item.reason;
  if (item.blobBytes != 0) out["files"] = {{"bytes", item.blobBytes}, {"sent", item.blobBytesSent}};
  if (!item.filesRefusal.empty()) out["files"]["refused"] = item.filesRefusal;
  return out;
}

Json jsonOf(const replica::LogLine& line) {
  static constexpr std::string_view effects[] = {"waiting", "counts", "void", "held", "unknown"};
  return {{"change", line.change.hex()},
          {"space", line.space.hex()},
          {"at", claimed(line.at)},
          {"storedAt", jsonOf(line.storedAt)},
          {"author", idOrNull(line.author)},
          {"authorName", line.authorName},
          {"kind", nameOf(line.kind)},
          {"field", line.field},
          {"subject", line.subject},
          {"effect", line.effect < std::size(effects) ? effects[line.effect] : "unknown"},
          {"reason", line.reason}};
}

Json jsonOf(const replica::InvitationView& view) {
  static constexpr std::string_view states[] = {"open",    "joined",    "confirmed",
                                                "expired", "withdrawn", "contested"};
  return {{"id", view.id.change.hex() + ":" + std::to_string(view.id.index)},
          {"name", view.name},
          {"role", log::roleName(view.role)},
          {"market", view.market},
          {"expiry", toIso(view.expiry)},
          {"state", states[static_cast<std::size_t>(view.state)]},
          {"storedAt", jsonOf(view.storedAt)}};
}

Json jsonOf(const domain::PreflightRow& row) {
  static constexpr std::string_view states[] = {"unknown", "blocks", "warns", "ready"};
  static constexpr std::string_view fixes[] = {
      "campaign edit", "campaign edit --market",    "schedule set", "brief edit",  "people edit",    "review",
      "conflict",      "campaign edit --milestone", "brief edit",   "people edit", "tension resolve"};
  Json out = {{"rule", domain::ruleName(row.rule)},
              {"state", states[static_cast<std::size_t>(row.state)]},
              {"market", row.market},
              {"owner", idOrNull(row.owner)},
              {"arguments", row.arguments},
              {"due", jsonOf(row.due)},
              {"fix", fixes[static_cast<std::size_t>(row.fix)]}};
  if (!row.creatorName.empty()) out["creator"] = row.creatorName;
  if (row.creatorSpace) out["space"] = row.creatorSpace->hex();
  if (row.fixTarget) out["target"] = refText(*row.fixTarget);
  return out;
}

} // namespace meridian::cli
