// Plays a story (CAMPAIGN-FILE.md) through real replicas and a real relay, on a clock file that it moves.
#pragma once

#include <map>
#include <set>

#include "app/cli/campaign_file.h"
#include "sync/protocol/relay_address.h"

namespace meridian::cli {

struct StoryOptions {
  std::filesystem::path into; // made if missing; must be empty
  protocol::RelayAddress relay;
  std::string campaignFile, story; // their texts
  domain::Language language{};     // of what went wrong
  std::function<void(const std::string& line)> progress;
};

class Story {
 public:
  // AlreadyExists if the folder holds something.
  [[nodiscard]] static Result<std::unique_ptr<Story>> prepare(StoryOptions options);
  ~Story();

  [[nodiscard]] Result<void> play();
  // Where everything lies and what waits, after play().
  [[nodiscard]] Json summary();

 private:
  struct Person {
    const PersonEntry* card = nullptr;
    std::unique_ptr<replica::Replica> replica;
    bool offline = false;
    std::optional<replica::Invitation> invitation;
    std::string invitedBy;
  };
  struct Named {
    SpaceId space;
    OpId id;
  };

  explicit Story(StoryOptions options);
  [[nodiscard]] Result<void> open();
  [[nodiscard]] Result<void> step(const Json& step);
  [[nodiscard]] Result<void> perform(const std::string& who, Person& person, const Json& step);
  [[nodiscard]] Result<void> moveTo(Instant at);
  [[nodiscard]] Result<void> sync(Person& person);
  [[nodiscard]] Result<void> everybodyOnline(const Json& except);

  [[nodiscard]] Result<void> found(Person& person);
  [[nodiscard]] Result<void> invite(const std::string& who, Person& person, const std::string& invitee);
  [[nodiscard]] Result<void> join(Person& person);
  [[nodiscard]] Result<void> ownCard(Person& person);
  [[nodiscard]] Result<void> addCreators(Person& person);
  [[nodiscard]] Result<void> editBrief(Person& person, const Json& step);
  [[nodiscard]] Result<void> submit(Person& person, const Json& step);
  [[nodiscard]] Result<void> comment(Person& person, const Json& step);
  [[nodiscard]] Result<void> review(Person& person, const Json& step);
  [[nodiscard]] Result<void> markSeen(Person& person);
  [[nodiscard]] Result<Named> named(const Json& step, const std::string& member) const;
  [[nodiscard]] Session sessionOf(Person& person) const { return {*person.replica, *m_campaign}; }

  StoryOptions m_options;
  CampaignFile m_file;
  std::unique_ptr<Json> m_story;
  std::shared_ptr<const Clock> m_clock;
  std::map<std::string, Person> m_people;
  std::map<std::string, Named> m_names;
  std::map<std::string, SpaceId> m_creatorSpaces;
  std::optional<SpaceId> m_campaign;
  std::size_t m_steps = 0;
};

} // namespace meridian::cli
