// Profiles on the disk that the temporary folder lies on, and a campaign between them; fsync included.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <unistd.h>

#include "core/replica/access.h"
#include "core/replica/editing.h"
#include "core/replica/replica.h"
#include "core/replica/work.h"

namespace meridian::bench {

class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "meridian-bench-XXXXXX").string();
    m_path = ::mkdtemp(pattern.data());
  }
  ~Folder() { std::filesystem::remove_all(m_path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

 private:
  std::filesystem::path m_path;
};

// A figure of something that failed is none.
template <class T>
T must(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "%s: %s\n", errorName(result.error().code).data(), result.error().detail.c_str());
    std::abort();
  }
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

inline replica::OpenOptions options(const std::filesystem::path& root, const std::string& name) {
  replica::OpenOptions found;
  found.directory = root / name;
  found.incarnationDirectory = root / "state";
  return found;
}
inline replica::Unlock unlock(const std::filesystem::path& root, const std::string& name) {
  replica::Unlock found;
  found.with = replica::Unlock::With::KeyFile;
  found.keyFile = root / (name + ".key");
  return found;
}
inline std::unique_ptr<replica::Replica> person(const std::filesystem::path& root, const std::string& name) {
  return must(replica::Replica::create(options(root, name), unlock(root, name),
                                       {name, "Europe/Belgrade", domain::Language::En, {}, {}}));
}
inline std::unique_ptr<replica::Replica> reopened(const std::filesystem::path& root,
                                                  const std::string& name) {
  return must(replica::Replica::open(options(root, name), unlock(root, name)));
}
inline domain::Bilingual both(std::string en, std::string ru) {
  return {.en = std::move(en), .ru = std::move(ru), .source = domain::Language::En, .madeFrom = {}};
}
inline SpaceId found(replica::Replica& replica) {
  return must(replica::Founding::create(replica, "Verba", both("Verba", "Верба")));
}

// A milestone with a title in two languages: about what an edit of a campaign writes.
inline std::vector<crdt::Op> milestone(int number) {
  namespace f = domain::field::milestone;
  return must(replica::Editing::creation(
      domain::EntityKind::Milestone,
      {{f::title, domain::Language::En, "Rough cut " + std::to_string(number)},
       {f::title, domain::Language::Ru, "Черновой монтаж " + std::to_string(number)}},
      {{f::at, crdt::Value(1'804'000'000'000 + number)}}, 0));
}

// Everything of one half that a replica holds of a campaign, as a relay would hand it on.
inline std::vector<Bytes> everything(replica::Replica& from, const SpaceId& campaign, envelope::Chain chain) {
  std::vector<Bytes> all;
  for (const auto& row : must(from.file().changes.after(campaign, chain, 0, SIZE_MAX)))
    all.emplace_back(row.change.bytes().begin(), row.change.bytes().end());
  return all;
}

// A campaign in which briefs can be issued, and its hub lead: Mila herself may issue none (G3).
inline void openMarket(replica::Replica& mila, const SpaceId& campaign) {
  namespace f = domain::field::market;
  replica::Editing editing(mila);
  const std::string code = "US";
  must(editing.edit({campaign, crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Market),
                                                 Bytes(code.begin(), code.end())}},
                    {{f::name, domain::Language::En, "United States"}},
                    {{f::zone, crdt::Value(std::string_view("America/New_York"))}}));
  domain::PriorityDecision decision;
  decision.markets = {code};
  decision.why = both("Growth first.", "Сначала рост.");
  must(editing.state(campaign, domain::EntityKind::PriorityDecision, domain::toValue(decision)));
}

inline void carry(replica::Replica& from, replica::Replica& to, const SpaceId& campaign) {
  for (const auto chain : {envelope::Chain::Authority, envelope::Chain::Content})
    for (const auto& space : from.spaces(campaign))
      must(to.receive({[&] {
                         std::vector<Bytes> all;
                         for (const auto& row : must(from.file().changes.after(space.id, chain, 0, SIZE_MAX)))
                           all.emplace_back(row.change.bytes().begin(), row.change.bytes().end());
                         return all;
                       }(),
                       {},
                       true}));
}

// Invited, joined, confirmed, and with everything that the founder holds.
inline std::unique_ptr<replica::Replica> member(const std::filesystem::path& root, const std::string& name,
                                                log::Role role, const std::string& market,
                                                replica::Replica& founder, const SpaceId& campaign) {
  auto joining = person(root, name);
  const auto invitation = must(replica::Access(founder, campaign)
                                   .invite({.name = name,
                                            .role = role,
                                            .market = market,
                                            .creatorSpace = {},
                                            .from = {},
                                            .to = {},
                                            .language = domain::Language::En,
                                            .expiry = founder.clock().now() + std::chrono::hours{24}}));
  must(replica::Access::join(*joining, invitation));
  must(joining->receive({everything(founder, campaign, envelope::Chain::Authority), {}, true}));
  must(replica::Access(*joining, campaign).continueJoin());
  must(founder.receive({everything(*joining, campaign, envelope::Chain::Authority), {}, true}));
  must(founder.housekeep());
  carry(founder, *joining, campaign);
  return joining;
}

// A creator's space with card, deliverable and a brief that is complete and issued.
inline SpaceId issueBrief(replica::Replica& dana, const SpaceId& campaign, int number) {
  replica::Briefing briefing(dana, campaign);
  replica::Editing editing(dana);
  const auto space = must(briefing.addCreator({.name = "Creator " + std::to_string(number),
                                               .market = "US",
                                               .zone = "America/Los_Angeles",
                                               .handle = "@creator" + std::to_string(number),
                                               .tier = "macro",
                                               .followers = 640'000,
                                               .language = domain::Language::En,
                                               .briefExpected = {}}));
  const auto brief = must(briefing.draft(space));
  std::vector<replica::BlockWrite> parts;
  for (const auto part : domain::briefParts)
    parts.push_back({static_cast<std::uint32_t>(part), domain::Language::En,
                     "What creator " + std::to_string(number) + " reads about " +
                         std::string(domain::partName(part)) + ", at about the length of a real part."});
  must(editing.edit({space, brief.ref()}, parts, {}));
  must(
      editing.setText({space, crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Creator), {}}},
                      domain::field::person::audience, domain::Language::En, "Sceptics, 25 to 40."));
  must(briefing.addDeliverable(space, {.title = both("Video, 45 to 60 s", "Видео, 45–60 с"),
                                       .labels = {},
                                       .format = "vertical-video",
                                       .zone = "America/Los_Angeles",
                                       .adToken = {},
                                       .roughCutDue = *parseInstant("2027-03-11T02:00:00Z"),
                                       .goLiveAt = *parseInstant("2027-03-15T16:00:00Z")}));
  must(briefing.issue(space, false));
  return space;
}

} // namespace meridian::bench
