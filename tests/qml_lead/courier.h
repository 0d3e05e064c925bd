// Carries what two open sessions wrote to each other, as a relay would, each on its own core thread.
#pragma once

#include <QObject>

#include <algorithm>
#include <future>

#include "app/session_object.h"

namespace meridian::test {

class Courier : public QObject {
  Q_OBJECT

 public:
  Courier(app::SessionObject& one, app::SessionObject& other) : m_one(one), m_other(other) {}

  // The contents of the campaign's own space; whether anything was new to either.
  Q_INVOKABLE bool carry() { // NOLINT(readability-make-member-function-const)
    const bool there = give(m_other, changesOf(m_one));
    return give(m_one, changesOf(m_other)) || there;
  }

 private:
  template <class Work>
  static auto on(app::SessionObject& session, Work work) {
    std::promise<decltype(work(*session.core().replica()))> answer;
    auto future = answer.get_future();
    session.core().post([&] { answer.set_value(work(*session.core().replica())); });
    return future.get();
  }
  static std::vector<Bytes> changesOf(app::SessionObject& session) {
    return on(session, [campaign = session.campaign()](replica::Replica& replica) {
      std::vector<Bytes> changes;
      const auto rows = replica.file().changes.after(campaign, envelope::Chain::Content, 0, 100'000);
      for (const auto& row : *rows)
        changes.emplace_back(row.change.bytes().begin(), row.change.bytes().end());
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
