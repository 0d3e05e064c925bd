// Carries what two open sessions wrote to each other, as a relay would, each on its own core thread; and
// writes on the other's behalf as a program may that keeps none of this one's habits.
#pragma once

#include <QObject>

#include <algorithm>
#include <future>

#include "app/qt_convert.h"
#include "app/session_object.h"
#include "core/replica/editing.h"

namespace meridian::test {

class Courier : public QObject {
  Q_OBJECT

 public:
  Courier(app::SessionObject& one, app::SessionObject& other) : m_one(one), m_other(other) {}

  // The campaign's own space; whether anything was new to either.
  Q_INVOKABLE bool carry() { // NOLINT(readability-make-member-function-const)
    const bool there = give(m_other, changesOf(m_one));
    return give(m_one, changesOf(m_other)) || there;
  }
  // The whole of the text that a LiveText of the campaign shows, character for character.
  Q_INVOKABLE void write(QObject* live, const QString& text) { edit(live, text, true); }
  Q_INVOKABLE void append(QObject* live, const QString& text) { edit(live, text, false); }
  // As the other has it by then.
  Q_INVOKABLE QString read(QObject* live) { return readText(live); }

 private:
  template <class Work>
  static auto on(app::SessionObject& session, Work work) {
    std::promise<decltype(work(*session.core().replica()))> answer;
    auto future = answer.get_future();
    session.core().post([&] { answer.set_value(work(*session.core().replica())); });
    return future.get();
  }
  QString readText(const QObject* live) {
    (void)carry();
    return on(m_other,
              [this, live](replica::Replica& replica) { return app::toQt(textOf(replica, live).utf8()); });
  }
  [[nodiscard]] replica::Place placeOf(const QObject* live) const {
    return {m_one.campaign(), app::entityIdFromQt(live->property("entity").toString()).ref()};
  }
  static std::uint32_t blockOf(const QObject* live) { return live->property("block").toUInt(); }
  const crdt::Text& textOf(replica::Replica& replica, const QObject* live) const {
    return replica::Editing(replica).text(placeOf(live), blockOf(live), domain::Language::En);
  }
  void edit(const QObject* live, const QString& text, bool whole) {
    (void)carry();
    on(m_other, [&](replica::Replica& replica) {
      crdt::TextSession session(textOf(replica, live));
      const auto kept = whole ? 0 : session.size();
      session.edit(kept, session.size() - kept, text.toStdU32String());
      auto ops = session.gather(OpId{}, 0);
      const auto change =
          replica::Editing(replica).type(placeOf(live), blockOf(live), domain::Language::En, std::move(*ops));
      if (!change) qFatal("type: %s", change.error().detail.c_str());
      return true;
    });
    (void)carry();
  }
  static std::vector<Bytes> changesOf(app::SessionObject& session) {
    return on(session, [campaign = session.campaign()](replica::Replica& replica) {
      std::vector<Bytes> changes;
      for (const auto chain : {envelope::Chain::Authority, envelope::Chain::Content}) {
        const auto rows = replica.file().changes.after(campaign, chain, 0, 100'000);
        for (const auto& row : *rows)
          changes.emplace_back(row.change.bytes().begin(), row.change.bytes().end());
      }
      return changes;
    });
  }
  static bool give(app::SessionObject& session, std::vector<Bytes> changes) {
    return on(session, [&changes](replica::Replica& replica) {
      const auto results = replica.receive({.changes = std::move(changes), .cursor = {}});
      if (!results) qFatal("receive: %s", results.error().detail.c_str());
      return std::ranges::count(*results, replica::Received::Stored) > 0;
    });
  }

  app::SessionObject &m_one, &m_other;
};

} // namespace meridian::test
