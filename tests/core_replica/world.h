// A small world for the replica's tests: replicas in one process on one clock, and a pump that carries
// changes between them as a relay would, space by space.
#pragma once

#include <QDir>
#include <QTemporaryDir>

#include <array>
#include <filesystem>
#include <memory>

#include "core/crypto/signing/system_random.h"
#include "core/envelope/receipt.h"
#include "core/replica/access.h"
#include "core/replica/editing.h"
#include "core/replica/replica.h"

namespace meridian::test {

class World {
 public:
  explicit World(std::string_view at = "2027-03-10T14:00:00Z")
      : clock(std::make_shared<ManualClock>(*parseInstant(at))),
        relay(signing::SigningKey::generate(m_random)) {}

  std::unique_ptr<replica::Replica> person(const char* name, const char* zone, domain::Language language) {
    auto made = replica::Replica::create(options(name), unlock(name), {name, zone, language, {}, {}});
    if (!made) qFatal("create: %s", made.error().detail.c_str());
    return std::move(*made);
  }
  // … by a program that reads so much.
  std::unique_ptr<replica::Replica> reopen(const char* name, int reads = domain::vocabulary) {
    auto with = options(name);
    with.reads = reads;
    auto opened = replica::Replica::open(with, unlock(name));
    if (!opened) qFatal("open: %s %s", errorName(opened.error().code).data(), opened.error().detail.c_str());
    return std::move(*opened);
  }

  replica::OpenOptions options(const char* name) const {
    replica::OpenOptions found;
    found.directory = root() / name;
    found.incarnationDirectory = root() / "state";
    found.clock = clock;
    return found;
  }
  replica::Unlock unlock(const char* name) const {
    replica::Unlock found;
    found.with = replica::Unlock::With::KeyFile;
    found.keyFile = root() / (std::string(name) + ".key");
    return found;
  }
  std::filesystem::path root() const { return m_directory.path().toStdString(); }

  // Everything that `from` holds of the campaign and `to` may have, in order of arrival; authority first.
  // Returns how many changes were new to `to`.
  int carry(replica::Replica& from, replica::Replica& to, const SpaceId& campaign) {
    int fresh = 0;
    // What a member of more spaces learns here opens further ones: again until nothing is new.
    for (int before = -1; before != fresh;) {
      before = fresh;
      for (const auto chain : {envelope::Chain::Authority, envelope::Chain::Content}) {
        std::vector<SpaceId> spaces{campaign};
        for (const auto& space : from.spaces(campaign))
          if (space.id != campaign) spaces.push_back(space.id);
        for (const auto& space : spaces) {
          if (!mayHave(from, to, campaign, space, chain)) continue;
          fresh += carrySpace(from, to, space, chain);
        }
      }
    }
    return fresh;
  }
  // Between all of them, with housekeeping and a relay's receipts for what each wrote, until quiet.
  void settle(const std::vector<replica::Replica*>& replicas, const SpaceId& campaign) {
    for (bool moved = true; moved;) {
      moved = false;
      for (auto* from : replicas)
        for (auto* to : replicas)
          if (from != to && from->campaignOf(campaign)) moved |= carry(*from, *to, campaign) > 0;
      for (auto* one : replicas) {
        moved |= receipts(*one);
        auto wrote = one->housekeep();
        if (!wrote)
          qFatal("housekeep: %s %s", errorName(wrote.error().code).data(), wrote.error().detail.c_str());
        moved |= *wrote;
      }
    }
  }
  // The relay stores what `replica` has waiting, now.
  bool receipts(replica::Replica& replica) {
    auto waiting = replica.file().outbox.waiting();
    if (!waiting) qFatal("outbox");
    for (const auto& row : *waiting) {
      auto change = replica.file().changes.find(row.change);
      const bool blobs = !(*change)->change.header().blobs.empty();
      for (const auto kind : {envelope::Receipt::Kind::Change, envelope::Receipt::Kind::Blobs}) {
        if (kind == envelope::Receipt::Kind::Blobs && !blobs) continue;
        const auto receipt = envelope::makeReceipt(relay, kind, {}, row.change, clock->now());
        const store::ReceiptRow given{row.change, RelayId{relay.publicKey()}, receipt.at,
                                      kind == envelope::Receipt::Kind::Blobs,
                                      envelope::encodeReceipt(receipt)};
        auto noted = replica.noteReceipts({&given, 1});
        if (!noted) qFatal("receipt: %s", noted.error().detail.c_str());
      }
    }
    return !waiting->empty();
  }
  replica::RelayAddress address() const { return {"wss://127.0.0.1:1", RelayId{relay.publicKey()}, {}, {}}; }

 private:
  // In memory where there is such a place: what these tests show does not depend on waiting for a disk.
  static QString place() {
    return (QDir("/dev/shm").exists() ? QString("/dev/shm") : QDir::tempPath()) + "/meridian-XXXXXX";
  }

  signing::SystemRandom m_random;
  QTemporaryDir m_directory{place()};

 public:
  std::shared_ptr<ManualClock> clock;
  signing::SigningKey relay;

 private:
  // As the relay judges it: members, and for authority logs open invitations too.
  static bool mayHave(replica::Replica& from, replica::Replica& to, const SpaceId& campaign,
                      const SpaceId& space, envelope::Chain chain) {
    const auto& clear = from.authority(space).clear();
    if (clear.capability(space, to.device())) return true;
    if (chain != envelope::Chain::Authority || !to.campaignOf(campaign)) return false;
    const auto joining = replica::Access(to, campaign).joiningWith();
    if (!joining) return false;
    return clear.mayPull(space, log::invitationKeys(joining->secret).sign.id());
  }
  static int carrySpace(replica::Replica& from, replica::Replica& to, const SpaceId& space,
                        envelope::Chain chain) {
    auto rows = from.file().changes.after(space, chain, 0, 100'000);
    if (!rows) qFatal("after: %s", rows.error().detail.c_str());
    replica::Replica::Incoming incoming;
    for (const auto& row : *rows) {
      auto known = to.file().changes.has(row.change.id());
      if (known && !*known)
        incoming.changes.emplace_back(row.change.bytes().begin(), row.change.bytes().end());
    }
    if (incoming.changes.empty()) return 0;
    auto results = to.receive(incoming);
    if (!results)
      qFatal("receive: %s %s", errorName(results.error().code).data(), results.error().detail.c_str());
    return static_cast<int>(std::ranges::count(*results, replica::Received::Stored));
  }
};

// An image of the disk that somebody's profile lies on: the profile and its marker, so that nothing tells the
// two apart. REQUIRES: the profile is closed when it is made and when it is put back.
class DiskImage {
 public:
  DiskImage(const World& world, std::string name) : m_root(world.root()), m_name(std::move(name)) {
    std::filesystem::create_directory(folder());
    for (const auto& part : parts())
      std::filesystem::copy(m_root / part, folder() / part, std::filesystem::copy_options::recursive);
  }
  // Once: from then on it is the profile.
  void putBack() const {
    for (const auto& part : parts()) {
      std::filesystem::remove_all(m_root / part);
      std::filesystem::rename(folder() / part, m_root / part);
    }
  }

 private:
  [[nodiscard]] std::filesystem::path folder() const { return m_root / (m_name + "-image"); }
  [[nodiscard]] std::array<std::string, 2> parts() const { return {m_name, "state"}; }

  std::filesystem::path m_root;
  std::string m_name;
};

// The campaign's page, as a place to write to, and its thesis in English.
inline replica::Place pageOf(const SpaceId& campaign) {
  return {campaign, crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Campaign), {}}};
}
inline std::string thesisOf(replica::Replica& replica, const SpaceId& campaign) {
  const auto* entity = replica.entity(campaign, crdt::entityIdOf(pageOf(campaign).entity));
  return entity == nullptr ? std::string() : domain::readBlock(*entity, domain::field::campaign::thesis).en;
}

} // namespace meridian::test
