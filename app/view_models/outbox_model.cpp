#include "app/view_models/outbox_model.h"

#include <algorithm>

#include "app/qt_convert.h"
#include "app/text/error_sentences.h"
#include "app/text/review_words.h"
#include "app/text/sentences.h"
#include "core/domain/rights.h"

namespace meridian::app {

namespace {

// Whom or what it concerns, so that nobody reads as its author who is not.
QString concernText(const replica::OutboxItem& item) {
  using enum domain::EntityKind;
  const QString subject = toQt(item.subject);
  if (subject.isEmpty()) return {};
  if (!item.authority.empty())
    return OutboxModel::tr("Person: %1", "A row of the outbox; %1 is a name").arg(subject);
  switch (item.kind) {
  case Market:
  case HubDelayNotice:
    return OutboxModel::tr("Market: %1", "A row of the outbox; %1 is a market").arg(subject);
  case Verdict:
  case VerdictWithdrawn:
  case Comment:
  case DelayNotice:
  case SentToDecider:
  case ContestDecided:
  case StillFine:
    return OutboxModel::tr("Submission by %1", "A row of the outbox; %1 is the creator who made it")
        .arg(subject);
  case Brief:
  case BriefIssued:
  case BriefWithdrawn:
  case BriefConflictDecided:
  case Deliverable:
    return OutboxModel::tr("Brief of %1", "A row of the outbox; %1 is the creator it is for").arg(subject);
  case Person:
    return OutboxModel::tr("Person: %1", "A row of the outbox; %1 is a name").arg(subject);
  default:
    return OutboxModel::tr("Creator: %1", "A row of the outbox; %1 is a name").arg(subject);
  }
}

// More of them, as an altered client could send, would push everything else out of sight.
constexpr std::size_t uncountedShown = 50;

QString whyVoid(const replica::LogLine& line) {
  if (!line.authority.empty()) return reasonSentence(line.reason);
  if (line.reason == "heads-went-back")
    return OutboxModel::tr("It was written with an older state of the campaign than its device had known. "
                           "It is kept, and changes nothing.");
  if (line.reason == "unreadable")
    return OutboxModel::tr("It can’t be read. It is kept, and changes nothing.");
  return OutboxModel::tr("Whoever wrote it had no right to. It is kept, and changes nothing.");
}

} // namespace

OutboxRow outboxRow(const replica::OutboxItem& item, const Reader& reader) {
  OutboxRow row;
  row.key = toQt(item.change);
  row.title = item.authority.empty() ? changeText(item.kind, item.verdict) : authorityText(item.authority);
  row.detail = concernText(item);
  const auto add = [&row](const QString& line) {
    if (!row.detail.isEmpty()) row.detail += u'\n';
    row.detail += line;
  };
  // Entries about people and keys carry no time of their own.
  if (item.at != Instant{}) row.time = clockText(item.at, reader);
  const StateWords words = deliveryWords(item.delivery);
  row.status = words.status;
  row.stateText = words.text;
  row.waiting = item.delivery == store::Delivery::Local || item.delivery == store::Delivery::Sent;
  if (item.delivery == store::Delivery::Stored && item.storedAt)
    row.stateText = OutboxModel::tr("Delivered %1", "A row of the outbox; %1 is a time")
                        .arg(clockText(*item.storedAt, reader));
  if (item.delivery == store::Delivery::Rejected) add(reasonSentence(item.reason));
  if (row.waiting && !item.reason.empty()) {
    add(waitingSentence(item.reason));
    // A relay without room may need a person; the rest mends by itself.
    row.status =
        item.reason == errorName(ErrorCode::QuotaExceeded) ? QStringLiteral("risk") : QStringLiteral("local");
    row.stateText = OutboxModel::tr("Not sent yet", "A row of the outbox: the relay doesn’t take it now");
  }
  if (item.blobBytes > item.blobBytesSent) {
    row.progress = static_cast<double>(item.blobBytesSent) / static_cast<double>(item.blobBytes);
    row.progressText = partText(item.blobBytesSent, item.blobBytes, reader.language);
    if (!item.filesRefusal.empty()) {
      add(reasonSentence(item.filesRefusal));
      const bool waits = item.filesRefusal == errorName(ErrorCode::QuotaExceeded);
      row.status = waits ? QStringLiteral("risk") : QStringLiteral("bad");
      row.stateText =
          waits ? OutboxModel::tr("File not sent yet", "A row of the outbox: the relay has no room now")
                : OutboxModel::tr("File not accepted", "A row of the outbox: the relay refused it");
    }
  }
  return row;
}

std::vector<OutboxRow> outboxRows(std::vector<replica::OutboxItem> items, const Reader& reader) {
  std::erase_if(items, [](const replica::OutboxItem& item) {
    return item.background && item.delivery != store::Delivery::Rejected;
  });
  std::ranges::stable_sort(items, std::ranges::greater(), &replica::OutboxItem::at);
  std::vector<OutboxRow> rows;
  for (const auto& item : items) {
    OutboxRow row = outboxRow(item, reader);
    if (rows.empty() || rows.back().time != row.time) row.heading = row.time;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<OutboxRow> uncountedRows(const std::vector<replica::LogLine>& lines, const Reader& reader) {
  std::vector<OutboxRow> rows;
  for (const auto& line : lines) {
    const auto effect = static_cast<domain::Effect>(line.effect);
    const bool held = effect == domain::Effect::Held;
    if ((effect != domain::Effect::Void && !held) || line.background) continue;
    if (rows.size() == uncountedShown) break;
    OutboxRow row;
    row.key = toQt(line.change);
    row.title = line.authority.empty() ? changeText(line.kind, line.verdict) : authorityText(line.authority);
    row.detail =
        toQt(line.authorName) + u'\n' +
        (held ? OutboxModel::tr("A deputy wrote it. It counts once the relay has received it in time.")
              : whyVoid(line));
    if (line.at != Instant{}) row.time = whenText(line.at, reader);
    if (rows.empty() || rows.back().time != row.time) row.heading = row.time;
    row.status = held ? QStringLiteral("risk") : QStringLiteral("bad");
    row.stateText = held ? OutboxModel::tr("Doesn’t count yet", "Of a change: it is not judged yet")
                         : OutboxModel::tr("Doesn’t count", "Of a change: it has no effect");
    rows.push_back(std::move(row));
  }
  return rows;
}

void OutboxModel::refresh() {
  struct Answer {
    std::vector<replica::OutboxItem> items;
    std::vector<replica::LogLine> uncounted;
  };
  query(
      [](replica::Replica& replica, const SpaceId& campaign) {
        replica::Reading reading(replica, campaign);
        return Answer{reading.outbox(), reading.withoutEffect()};
      },
      [this](Answer answer) {
        // A creator's own work is nobody else's.
        if (session()->role() == toQt(log::roleName(log::Role::Creator)))
          for (auto& item : answer.items)
            item.subject.clear();
        m_rows.setRows(outboxRows(std::move(answer.items), session()->reader()));
        m_uncounted.setRows(uncountedRows(answer.uncounted, session()->reader()));
      });
}

} // namespace meridian::app
