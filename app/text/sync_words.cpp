#include "app/text/sync_words.h"

#include <QCoreApplication>

namespace meridian::app {

namespace {

struct SyncPill {
  Q_DECLARE_TR_FUNCTIONS(SyncPill)
};

} // namespace

bool mendsByItself(ErrorCode code) {
  using enum ErrorCode;
  return code == Offline || code == Timeout || code == RelayUnreachable || code == ProtocolViolation;
}

bool isRelaysFault(ErrorCode code) {
  return code == ErrorCode::Timeout || code == ErrorCode::ProtocolViolation;
}

SyncWords syncWords(const SyncFacts& facts, const Reader& reader) {
  const auto simple = [](const QString& state, const QString& text) { return SyncWords{state, text, text}; };
  if (facts.rejected > 0)
    return simple(
        QStringLiteral("attention"),
        SyncPill::tr("%n need attention", "The sync pill: changes that were not accepted", facts.rejected));
  const QString waiting =
      SyncPill::tr("%n waiting", "The sync pill: changes that have not gone out", facts.waiting);
  const auto withWaiting = [&](const QString& state, const QString& text) {
    SyncWords words = simple(state, text);
    if (facts.waiting > 0)
      words.name = SyncPill::tr("%1, %2", "Screen reader: the sync pill; %1 how it is, %2 how much waits")
                       .arg(words.text, waiting);
    return words;
  };
  if (facts.stopped)
    return withWaiting(
        QStringLiteral("attention"),
        SyncPill::tr("Needs attention", "The sync pill: the relay cannot be used until a person acts"));
  if (facts.offline && facts.retrying)
    return withWaiting(
        QStringLiteral("offline"),
        SyncPill::tr("Trying again", "The sync pill: the relay answered in a way that makes no sense"));
  if (facts.offline && !facts.configured && facts.waiting == 0)
    return simple(QStringLiteral("none"), SyncPill::tr("On this device", "The sync pill: no relay is set"));
  if (facts.offline) {
    const QString since =
        facts.offlineSince
            ? SyncPill::tr("Offline since %1", "%1 is a time").arg(clockText(*facts.offlineSince, reader))
            : SyncPill::tr("Offline", "The sync pill");
    if (facts.waiting == 0) return simple(QStringLiteral("offline"), since);
    return {QStringLiteral("offline"), waiting,
            SyncPill::tr("%1, %2", "Screen reader: the sync pill; %1 offline since when, %2 how much waits")
                .arg(since, waiting)};
  }
  if (facts.waiting > 0) return simple(QStringLiteral("waiting"), waiting);
  return simple(QStringLiteral("synced"), SyncPill::tr("Synced", "The sync pill: everything is exchanged"));
}

} // namespace meridian::app
