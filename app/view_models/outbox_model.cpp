#include "app/view_models/outbox_model.h"

#include <algorithm>

#include "app/qt_convert.h"
#include "app/text/review_words.h"
#include "app/text/sentences.h"

namespace meridian::app {

OutboxRow outboxRow(const replica::OutboxItem& item, const Reader& reader) {
  OutboxRow row;
  row.key = toQt(item.change);
  row.title = item.authority.empty() ? changeText(item.kind, item.verdict) : authorityText(item.authority);
  // Entries about people and keys carry no time of their own.
  const bool dated = item.at != Instant{};
  if (!dated)
    row.detail = toQt(item.subject);
  else
    row.detail = item.subject.empty()
                     ? clockText(item.at, reader)
                     : OutboxModel::tr("%1 · %2", "A row of the outbox: %1 whom or what it concerns, %2 when")
                           .arg(toQt(item.subject), clockText(item.at, reader));
  const StateWords words = deliveryWords(item.delivery);
  row.status = words.status;
  row.stateText = words.text;
  row.waiting = item.delivery == store::Delivery::Local || item.delivery == store::Delivery::Sent;
  if (item.delivery == store::Delivery::Stored && item.storedAt)
    row.stateText = OutboxModel::tr("Delivered %1", "A row of the outbox; %1 is a time")
                        .arg(clockText(*item.storedAt, reader));
  if (item.delivery == store::Delivery::Rejected)
    row.detail += QStringLiteral("\n") + reasonSentence(item.reason);
  if (row.waiting && !item.reason.empty()) {
    row.detail += QStringLiteral("\n") + waitingSentence(item.reason);
    row.status = QStringLiteral("risk");
    row.stateText = OutboxModel::tr("Not sent yet", "A row of the outbox: the relay doesn’t take it now");
  }
  if (item.blobBytes > item.blobBytesSent) {
    row.progress = static_cast<double>(item.blobBytesSent) / static_cast<double>(item.blobBytes);
    row.progressText = partText(item.blobBytesSent, item.blobBytes, reader.language);
    if (!item.filesRefusal.empty()) {
      row.detail += QStringLiteral("\n") + reasonSentence(item.filesRefusal);
      const bool waits = item.filesRefusal == errorName(ErrorCode::QuotaExceeded);
      row.status = waits ? QStringLiteral("risk") : QStringLiteral("bad");
      row.stateText =
          waits ? OutboxModel::tr("File not sent yet", "A row of the outbox: the relay has no room now")
                : OutboxModel::tr("File not accepted", "A row of the outbox: the relay refused it");
    }
  }
  return row;
}

void OutboxModel::refresh() {
  query([](replica::Replica& replica,
           const SpaceId& campaign) { return replica::Reading(replica, campaign).outbox(); },
        [this](std::vector<replica::OutboxItem> items) {
          std::ranges::stable_sort(items, std::ranges::greater(), &replica::OutboxItem::at);
          std::vector<OutboxRow> rows;
          for (const auto& item : items)
            if (!item.background || item.delivery == store::Delivery::Rejected)
              rows.push_back(outboxRow(item, session()->reader()));
          m_rows.setRows(std::move(rows));
        });
}

} // namespace meridian::app
