#include "tests/simulation/smuggle.h"

#include "app/session/bundles.h"
#include "sync/bundle/bundle.h"

namespace meridian::sim {

Result<envelope::Change> compose(Scene& scene, const SpaceId& space, std::vector<crdt::Op> ops) {
  log::Keyring keys;
  auto rows = scene.replica.file().keys.ofSpace(space);
  if (!rows) return std::unexpected(rows.error());
  for (auto& row : *rows)
    keys.insert(row.space, static_cast<log::KeyChain>(row.chain), row.id, std::move(row.key), row.parents);
  const auto key = keys.current(space, log::KeyChain::Content);
  if (!key) return fail(ErrorCode::NotAllowed);
  auto frontier = scene.replica.file().changes.frontier(space);
  if (!frontier) return std::unexpected(frontier.error());
  crdt::Body body;
  body.claimedAt = scene.replica.clock().now();
  body.hlc = Hlc::of(body.claimedAt + std::chrono::minutes{1}, 0);
  body.frontier = std::move(*frontier);
  body.ops = std::move(ops);
  crdt::numberElements(body.ops);
  return log::sealContent({scene.replica.signingKey(), scene.replica.random().id<Incarnation>(), {}}, space,
                          scene.replica.authority(space).headsFor(space), {}, body, *key,
                          scene.replica.random());
}

envelope::Change composeNewer(Scene& scene, const SpaceId& space, std::uint8_t format, std::uint8_t kind) {
  envelope::Header header;
  header.format = format;
  header.kind = kind;
  header.space = space;
  header.device = scene.replica.device();
  header.incarnation = scene.replica.random().id<Incarnation>();
  header.seq = 1;
  header.heads = scene.replica.authority(space).headsFor(space);
  Bytes nonce(envelope::nonceBytes), sealed(300);
  scene.replica.random().fill(nonce);
  scene.replica.random().fill(sealed);
  auto made =
      envelope::finish(envelope::encodeAdditionalData(header, {}), nonce, sealed, scene.replica.signingKey());
  if (!made) std::abort();
  return std::move(*made);
}

Result<void> smuggle(Scene& scene, const envelope::Change& change) {
  const auto file = scene.world.folder() / (scene.me().name + ".smuggled");
  auto writer = bundle::Writer::create(file, scene.campaign);
  if (!writer) return std::unexpected(writer.error());
  bundle::Run run{.space = change.space(), .changes = {}};
  run.changes.emplace_back(change.bytes().begin(), change.bytes().end());
  if (auto added = writer->add(run); !added) return added;
  if (auto done = writer->finish(); !done) return std::unexpected(done.error());
  auto taken = app::importBundle(scene.replica, file);
  std::filesystem::remove(file);
  if (!taken) return std::unexpected(taken.error());
  return {};
}

} // namespace meridian::sim
