// What people remember against what is there, and what must not be seen.
#include <algorithm>

#include "core/base/file.h"
#include "core/replica/reading.h"
#include "core/replica/work.h"
#include "tests/simulation/evidence.h"
#include "tests/simulation/world.h"
#include "tests/support/byte_scan.h"

namespace meridian::sim {
namespace {

const HeldChange* find(const SpaceEvidence& space, const ChangeId& id) {
  for (const auto* half : {&space.authority, &space.content})
    for (const auto& one : *half)
      if (one.change.id() == id) return &one;
  return nullptr;
}

// Under its id, or under the one that it got when a copied disk had taken its number.
bool isHere(replica::Replica& replica, const Ledger& ledger, ChangeId id) {
  for (;;) {
    const auto has = replica.file().changes.has(id);
    if (!has || *has) return has.has_value();
    const auto other = ledger.renamed(id);
    if (!other) return false;
    id = *other;
  }
}

// What a machine said it had kept is still there, with its author at least.
class NothingIsLost final : public Check {
 public:
  explicit NothingIsLost(World& world) : m_world(world) {}
  [[nodiscard]] std::string name() const override { return "nothing is lost"; }
  [[nodiscard]] std::vector<std::string> complaints(const Evidence& evidence) override {
    // Whoever never became a member still holds the own join: all machines are asked, not the evidence alone.
    std::set<ChangeId> here;
    for (const auto& machine : m_world.machines)
      if (machine->replica() != nullptr) m_world.noteRenamed(*machine);
    for (const auto& machine : m_world.machines) {
      auto* replica = machine->replica();
      if (replica == nullptr) continue;
      for (const auto& [id, kept] : m_world.ledger.changes())
        if (isHere(*replica, m_world.ledger, id)) here.insert(id);
    }
    std::vector<std::string> found;
    for (const auto& [id, kept] : m_world.ledger.changes()) {
      if (!kept.excused && !here.contains(id))
        found.push_back("change " + shortOf(id) + " of " + kept.by + " in space " + shortOf(kept.space));
    }
    for (const auto& [word, id] : m_world.ledger.words())
      for (const auto& replica : evidence.replicas)
        for (const auto& space : replica.spaces)
          if (const auto* change = find(space, id); change != nullptr && change->body) {
            const auto bytes = crdt::encodeBody(*change->body, {id, change->change.header().prev});
            if (!bytes || asText(*bytes).find(word) == std::string_view::npos)
              found.push_back("a word of change " + shortOf(id) + " at " + replica.name);
          }
    return found;
  }

 private:
  World& m_world;
};

// Where everybody only added, everything can be read.
class EveryWordIsRead final : public Check {
 public:
  explicit EveryWordIsRead(World& world) : m_world(world) {}
  [[nodiscard]] std::string name() const override { return "every word is read"; }
  [[nodiscard]] std::vector<std::string> complaints(const Evidence& evidence) override {
    std::vector<std::string> found;
    for (const auto& addition : m_world.additions)
      for (const auto& replica : evidence.replicas)
        for (const auto& space : replica.spaces) {
          if (space.id != addition.space) continue;
          const auto* change = find(space, addition.change);
          if (change == nullptr || change->effect != 1) continue; // shown as void or held
          const auto* entity = replica.replica->entity(space.id, addition.entity);
          if (entity == nullptr || entity->text(addition.field).find(addition.word) == std::string::npos)
            found.push_back("a word of change " + shortOf(addition.change) + " is not in its text at " +
                            replica.name);
        }
    return found;
  }

 private:
  World& m_world;
};

// What was written has left, or its person can see that it has not.
class NothingIsStuck final : public Check {
 public:
  explicit NothingIsStuck(World& world) : m_world(world) {}
  [[nodiscard]] std::string name() const override { return "nothing is stuck"; }
  [[nodiscard]] std::vector<std::string> complaints(const Evidence& evidence) override {
    std::vector<std::string> found;
    for (const auto& replica : evidence.replicas) {
      const auto waiting = replica.replica->file().outbox.waiting();
      if (!waiting) continue;
      for (const auto& row : *waiting)
        if (row.delivery != store::Delivery::Rejected || row.reason.empty())
          found.push_back(replica.name + ": change " + shortOf(row.change) + " in space " +
                          shortOf(row.space) + " is not stored by the relay" +
                          (row.holdUntil ? ", held until " + toIso(*row.holdUntil) : "") +
                          (row.reason.empty() ? "" : ": " + row.reason));
    }
    for (const auto& machine : m_world.machines) {
      if (machine->link() == nullptr) continue;
      const auto status = machine->link()->status();
      if (status.state == app::SyncStatus::State::Synced || status.problem) continue; // it says what is wrong
      found.push_back(machine->name() + " does not come to rest, and says nothing");
    }
    return found;
  }

 private:
  World& m_world;
};

// What counts is with the relay, for everybody who comes later; what it does not take counts nowhere.
class TheRelayHoldsIt final : public Check {
 public:
  explicit TheRelayHoldsIt(World& world) : m_world(world) {}
  [[nodiscard]] std::string name() const override { return "the relay holds it"; }
  [[nodiscard]] std::vector<std::string> complaints(const Evidence& evidence) override {
    auto& relay = m_world.meeting != nullptr ? *m_world.meeting : *m_world.relays.front();
    std::vector<std::string> found;
    std::set<ChangeId> asked;
    for (const auto& replica : evidence.replicas)
      for (const auto& space : replica.spaces)
        for (const auto* half : {&space.authority, &space.content})
          for (const auto& one : *half) {
            const bool counts = one.stage == store::Stage::Applied && one.effect == 1;
            if (!counts || !asked.insert(one.change.id()).second || relay.holds(space.id, one.change.id()))
              continue;
            const auto row = replica.replica->file().outbox.find(one.change.id());
            found.push_back("change " + shortOf(one.change.id()) + " of kind " +
                            std::to_string(one.change.header().kind) + " in space " + shortOf(space.id) +
                            " counts at " + replica.name + " and is not at " + relay.name() +
                            (row && *row ? ", " + (*row)->reason : ""));
          }
    return found;
  }

 private:
  World& m_world;
};

// Whoever took an honest invitation in time is a member in the end.
class TheInvitedAreIn final : public Check {
 public:
  explicit TheInvitedAreIn(World& world) : m_world(world) {}
  [[nodiscard]] std::string name() const override { return "the invited are in"; }
  [[nodiscard]] std::vector<std::string> complaints(const Evidence& evidence) override {
    std::vector<std::string> found;
    auto* founder = m_world.machines.front()->replica();
    if (founder == nullptr || evidence.campaign.isZero()) return found;
    const auto listed = replica::Reading(*founder, evidence.campaign).invitations();
    for (const auto& invited : m_world.invitations) {
      auto* replica = invited.person->replica();
      if (replica == nullptr) continue;
      const auto at = std::ranges::find(listed, invited.name, &replica::InvitationView::name);
      if (at == listed.end() || at->state == replica::InvitationView::State::Withdrawn) continue;
      const auto& counting = founder->authority(evidence.campaign).counting();
      if (counting.capability(evidence.campaign, replica->device())) continue;
      if (const auto joined = joinStored(*replica, evidence.campaign); joined && *joined < invited.expiry)
        found.push_back(invited.person->name() + " joined at " + toIso(*joined) + " by an invitation until " +
                        toIso(invited.expiry) + " that is " + std::to_string(static_cast<int>(at->state)) +
                        " now, and is no member");
    }
    return found;
  }

 private:
  // When a relay stored the own join, if it did.
  static std::optional<Instant> joinStored(replica::Replica& replica, const SpaceId& campaign) {
    const auto rows = replica.file().changes.after(campaign, envelope::Chain::Authority, 0, SIZE_MAX);
    if (!rows) return std::nullopt;
    for (const auto& row : *rows) {
      if (row.change.header().kind != static_cast<std::uint8_t>(envelope::Kind::Join) || !row.local) continue;
      const auto receipts = replica.file().outbox.receipts(row.change.id());
      if (receipts && !receipts->empty()) return receipts->front().at;
    }
    return std::nullopt;
  }

  World& m_world;
};

// All who may see a submission see the same of it at one instant.
class SameViews final : public Check {
 public:
  [[nodiscard]] std::string name() const override { return "same views"; }
  [[nodiscard]] std::vector<std::string> complaints(const Evidence& evidence) override {
    std::vector<std::string> found;
    std::map<std::string, std::pair<std::string, std::string>> seen; // subject → what and by whom
    for (const auto& replica : evidence.replicas) {
      replica::Reading reading(*replica.replica, evidence.campaign);
      for (const auto& item : reading.reviewQueue(true)) {
        const auto& status = item.submission.status;
        const auto subject = "submission " + status.submission.meta.id.change.hex().substr(0, 8);
        compare(subject, describe(status), replica.name, seen, found);
      }
      for (const auto& conflict : reading.briefConflicts())
        compare("briefs of " + shortOf(conflict.space),
                shortOf(conflict.counts.meta.id.change) + " over " + shortOf(conflict.held.meta.id.change),
                replica.name, seen, found);
    }
    return found;
  }

 private:
  static std::string describe(const domain::SubmissionStatus& status) {
    std::string text = "state " + std::to_string(static_cast<int>(status.state)) + ", promise " +
                       std::to_string(static_cast<int>(status.promise.state)) + ", version " +
                       std::to_string(status.submission.version) + ", verdicts";
    for (const auto& verdict : status.verdicts)
      text += " " + shortOf(verdict.meta.id.change);
    if (status.promise.promise) text += ", due " + toIso(status.promise.promise->due);
    return text;
  }
  static void compare(const std::string& subject, const std::string& what, const std::string& by,
                      std::map<std::string, std::pair<std::string, std::string>>& seen,
                      std::vector<std::string>& found) {
    const auto [at, isNew] = seen.try_emplace(subject, what, by);
    if (!isNew && at->second.first != what)
      found.push_back(subject + " is " + at->second.first + " at " + at->second.second + ", " + what +
                      " at " + by);
  }
};

// Voices against each other are shown as such, never as whichever came last.
class ContradictionShows final : public Check {
 public:
  [[nodiscard]] std::string name() const override { return "a contradiction shows"; }
  [[nodiscard]] std::vector<std::string> complaints(const Evidence& evidence) override {
    std::vector<std::string> found;
    for (const auto& replica : evidence.replicas) {
      replica::Reading reading(*replica.replica, evidence.campaign);
      for (const auto& item : reading.reviewQueue(true)) {
        const auto& status = item.submission.status;
        std::set<domain::VerdictKind> voices;
        for (const auto& verdict : status.verdicts)
          voices.insert(verdict.kind);
        const auto& facts = replica.replica->facts(item.submission.space);
        const bool decided = std::ranges::any_of(
            facts, [&](const domain::Fact& fact) { return fact.kind == domain::EntityKind::ContestDecided; });
        if (voices.size() > 1 && !decided && status.state != domain::ReviewState::Contested)
          found.push_back("submission " + shortOf(status.submission.meta.id.change) + " at " + replica.name);
      }
    }
    return found;
  }
};

// What a replica says is on its disk is there, and is what the submission names.
class FilesAreWhole final : public Check {
 public:
  [[nodiscard]] std::string name() const override { return "files are whole"; }
  [[nodiscard]] std::vector<std::string> complaints(const Evidence& evidence) override {
    std::vector<std::string> found;
    for (const auto& replica : evidence.replicas) {
      replica::Reading reading(*replica.replica, evidence.campaign);
      replica::Files files(*replica.replica);
      for (const auto& item : reading.reviewQueue(true))
        for (const auto& attachment : item.submission.status.submission.content.attachments) {
          if (!files.complete(attachment)) continue;
          if (const auto read = files.read(attachment, attachment.length); !read)
            found.push_back("file " + shortOf(attachment.blob) + " at " + replica.name + ": " +
                            std::string(errorName(read.error().code)) + " " + read.error().detail);
        }
    }
    return found;
  }
};

// Nobody writes two changes under one number, unless the whole disk was copied.
class NoForks final : public Check {
 public:
  explicit NoForks(World& world) : m_world(world) {}
  [[nodiscard]] std::string name() const override { return "no forks"; }
  [[nodiscard]] std::vector<std::string> complaints(const Evidence& evidence) override {
    std::set<DeviceId> copied;
    for (const auto& machine : m_world.machines)
      if (machine->copied && machine->replica() != nullptr) copied.insert(machine->replica()->device());
    std::vector<std::string> found;
    for (const auto& replica : evidence.replicas)
      for (const auto& space : replica.spaces)
        if (const auto forks = replica.replica->forks(space.id))
          for (const auto& fork : *forks)
            if (!copied.contains(fork.chain.device))
              found.push_back("device " + shortOf(fork.chain.device) + " wrote number " +
                              std::to_string(fork.seq) + " twice in space " + shortOf(space.id) + ", as " +
                              replica.name + " holds it");
    return found;
  }

 private:
  World& m_world;
};

// No word of the campaign on any disk.
class NoPlaintext final : public Check {
 public:
  explicit NoPlaintext(World& world) : m_world(world) {}
  [[nodiscard]] std::string name() const override { return "no plaintext"; }
  [[nodiscard]] std::vector<std::string> complaints(const Evidence&) override {
    std::vector<std::string> found;
    const auto scan = [&](const Disk::Image& image, const std::string& where) {
      for (const auto& [path, bytes] : image)
        if (test::shows(asText(bytes), m_world.ledger.mark())) found.push_back(where + ": " + path);
    };
    for (const auto& machine : m_world.machines)
      scan(machine->disk().image(), machine->name());
    for (const auto& relay : m_world.relays)
      scan(relay->disk().image(), relay->name());
    for (const auto& entry : std::filesystem::recursive_directory_iterator(m_world.folder())) {
      if (!entry.is_regular_file() || entry.path().parent_path().filename() == "pictures") continue;
      if (const auto bytes = readFile(entry.path(), SIZE_MAX);
          bytes && test::shows(asText(*bytes), m_world.ledger.mark()))
        found.push_back(entry.path().filename().string());
    }
    return found;
  }

 private:
  World& m_world;
};

} // namespace

std::vector<std::unique_ptr<Check>> worldChecks(World& world) {
  std::vector<std::unique_ptr<Check>> all;
  all.push_back(std::make_unique<NothingIsLost>(world));
  all.push_back(std::make_unique<EveryWordIsRead>(world));
  all.push_back(std::make_unique<NothingIsStuck>(world));
  all.push_back(std::make_unique<TheRelayHoldsIt>(world));
  all.push_back(std::make_unique<TheInvitedAreIn>(world));
  all.push_back(std::make_unique<SameViews>());
  all.push_back(std::make_unique<ContradictionShows>());
  all.push_back(std::make_unique<FilesAreWhole>());
  all.push_back(std::make_unique<NoForks>(world));
  all.push_back(std::make_unique<NoPlaintext>(world));
  std::ranges::move(wordChecks(), std::back_inserter(all));
  if (world.isTyping()) all.push_back(editorCheck(world));
  return all;
}

} // namespace meridian::sim
