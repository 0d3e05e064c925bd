// How an invitation reaches somebody when a campaign is in full swing: by messenger as ever, or in one of the
// ways that the dice bring together too rarely.
#pragma once

#include "tests/simulation/acts.h"

namespace meridian::sim {

class Joining {
 public:
  // Before the invitation is made, of which its file is to know nothing.
  Joining(Scene& scene, Machine& target);
  // Sends it.
  void send(const replica::Invitation& invitation, const std::string& name, Duration wait);

 private:
  void takesAFileFirst(const replica::Invitation& invitation, Duration wait);
  void isWithdrawnUnaware(const std::string& name, Duration wait);
  void writesUnconfirmed(Duration wait);

  Scene& m_scene;
  Machine& m_target;
  enum class Way { Plain, FileFirst, WithdrawnUnaware, WritesUnconfirmed } m_way = Way::Plain;
};

} // namespace meridian::sim
