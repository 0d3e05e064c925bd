// What waits to be sent, who did what when, and which invitations are open.
#include <algorithm>

#include "core/replica/change_summary.h"
#include "core/replica/reading.h"

namespace meridian::replica {
namespace {

OutboxItem itemOf(Survey& survey, const store::OutboxRow& row, const store::ChangeRow& change) {
  OutboxItem item;
  item.change = row.change;
  item.space = row.space;
  item.delivery = row.delivery;
  item.reason = row.reason;
  item.at = change.claimedAt;
  item.storedAt = row.storedAt;
  if (row.delivery == store::Delivery::Local && row.isHeld(survey.now())) item.holdUntil = row.holdUntil;
  auto summary = summaryOf(survey, change.change);
  item.kind = summary.kind;
  item.verdict = summary.verdict;
  item.authority = std::move(summary.authority);
  item.field = std::move(summary.field);
  item.subject = std::move(summary.subject);
  item.background = summary.background;
  for (const auto& id : change.change.header().blobs) {
    const auto blob = survey.replica().file().blobs.find(id);
    if (!blob || !*blob) continue;
    item.blobBytes += (*blob)->sealedLength;
    if ((*blob)->uploaded) item.blobBytesSent += (*blob)->sealedLength;
    if (!(*blob)->refusal.empty()) item.filesRefusal = (*blob)->refusal;
  }
  return item;
}

std::optional<Instant> storedAt(Replica& replica, const ChangeId& change) {
  const auto receipts = replica.file().outbox.receipts(change);
  std::optional<Instant> earliest;
  if (receipts)
    for (const auto& receipt : *receipts)
      if (!receipt.forBlobs) earliest = earliest ? std::min(*earliest, receipt.at) : receipt.at;
  return earliest;
}

std::vector<LogLine> linesOf(Survey& survey, const Result<std::vector<store::ChangeInfo>>& changes) {
  Replica& replica = survey.replica();
  const auto& authority = replica.authority(survey.campaign());
  std::vector<LogLine> lines;
  if (!changes) return lines;
  for (const auto& info : *changes) {
    const auto row = replica.file().changes.find(info.id);
    if (!row || !*row) continue;
    LogLine line;
    line.change = info.id;
    line.space = info.space;
    line.at = info.claimedAt;
    line.storedAt = storedAt(replica, info.id);
    line.author = authority.memberOf(info.device).value_or(MemberId{});
    line.authorName = survey.nameOf(line.author);
    auto summary = summaryOf(survey, (*row)->change);
    line.kind = summary.kind;
    line.verdict = summary.verdict;
    line.authority = std::move(summary.authority);
    line.field = std::move(summary.field);
    line.subject = std::move(summary.subject);
    line.background = summary.background;
    line.effect = info.stage == store::Stage::Applied ? info.effect : 0;
    line.reason = info.reason;
    lines.push_back(std::move(line));
  }
  return lines;
}

} // namespace

std::vector<OutboxItem> Reading::outbox(std::size_t recentStored) {
  Survey survey(m_replica, m_campaign);
  std::vector<OutboxItem> items;
  if (!survey.known()) return items;
  auto rows = m_replica.file().outbox.waiting();
  if (!rows) return items;
  auto recent = m_replica.file().outbox.recent(recentStored);
  if (recent)
    for (auto& row : *recent)
      if (row.delivery == store::Delivery::Stored) rows->push_back(std::move(row));
  for (const auto& row : *rows) {
    if (m_replica.campaignOf(row.space) != m_campaign) continue;
    const auto change = m_replica.file().changes.find(row.change);
    if (change && *change) items.push_back(itemOf(survey, row, **change));
  }
  return items;
}

std::vector<RefusedFile> Reading::refusedFiles() {
  std::vector<RefusedFile> refused;
  Survey survey(m_replica, m_campaign);
  const auto space = survey.known() ? survey.ownCreatorSpace() : std::nullopt;
  if (!space) return refused;
  const auto review = survey.review(*space);
  for (const auto& status : review.statuses) {
    if (status.deliverable.removed || status.submissions.empty() || status.published) continue;
    for (const auto& file : status.submissions.back().submission.content.attachments) {
      const auto blob = m_replica.file().blobs.find(file.blob);
      if (blob && *blob && !(*blob)->uploaded && !(*blob)->refusal.empty())
        refused.push_back({file.name, (*blob)->refusal});
    }
  }
  return refused;
}

std::vector<LogLine> Reading::log(std::size_t limit) {
  Survey survey(m_replica, m_campaign);
  if (!survey.known()) return {};
  return linesOf(survey, m_replica.file().changes.recent(m_campaign, limit));
}

std::vector<LogLine> Reading::withoutEffect() {
  Survey survey(m_replica, m_campaign);
  if (!survey.known()) return {};
  return linesOf(survey, m_replica.file().changes.withoutEffect(m_campaign));
}

std::vector<InvitationView> Reading::invitations() {
  std::vector<InvitationView> all;
  Survey survey(m_replica, m_campaign);
  if (!survey.known()) return all;
  const auto& authority = m_replica.authority(m_campaign);
  for (const auto& invitation : authority.clear().invitations()) {
    InvitationView view;
    view.id = invitation.id;
    view.expiry = invitation.invite.expiry;
    if (const auto detail = authority.invitationDetail(invitation.id)) {
      view.role = detail->role;
      view.market = detail->market;
    }
    view.name = survey.inviteeOf(invitation.id.change);
    using enum InvitationView::State;
    // Withdrawn by somebody who had not heard of the join it is withdrawn all the same.
    if (invitation.withdrawn)
      view.state = Withdrawn;
    else if (invitation.confirmed)
      view.state = Confirmed;
    else if (invitation.joins.size() > 1)
      view.state = Contested;
    else if (!invitation.joins.empty())
      view.state = Joined;
    else if (invitation.invite.expiry <= m_replica.clock().now())
      view.state = Expired;
    view.storedAt = storedAt(m_replica, invitation.id.change);
    all.push_back(std::move(view));
  }
  return all;
}

} // namespace meridian::replica
