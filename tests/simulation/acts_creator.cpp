// What a creator does.
#include <fstream>

#include "tests/simulation/acts.h"

namespace meridian::sim {
namespace {

Result<void> open(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  if (auto opened = scene.work().opened(); !opened) return opened;
  return scene.work().tellWhatArrived();
}

Result<void> acknowledge(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  return finished(scene.work().acknowledge());
}

// A file of the person's own, outside of anything that Meridian keeps.
std::filesystem::path picture(Scene& scene) {
  const auto place = scene.machine.folder() / "pictures";
  std::filesystem::create_directories(place);
  const auto file = place / (scene.world.ledger.word() + ".jpg");
  // Mostly small; sometimes of several pieces.
  const std::size_t size =
      scene.dice.chance(0.15) ? 300'000 + scene.dice.below(400'000) : 100 + scene.dice.below(9'000);
  std::string bytes = "\xFF\xD8\xFF" + scene.world.ledger.word();
  while (bytes.size() < size)
    bytes += static_cast<char>(scene.dice.below(256));
  std::ofstream(file, std::ios::binary) << bytes;
  return file;
}

Result<void> submit(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  const auto home = scene.reading().home();
  if (!home || home->deliverables.empty()) return fail(ErrorCode::BriefNotIssued);
  replica::CreatorWork::Draft draft;
  draft.deliverable = scene.dice.oneOf(home->deliverables).deliverable.id;
  draft.caption = scene.type();
  if (scene.dice.chance(0.2)) draft.links.push_back("https://example.org/" + scene.type());
  if (home->brief.current)
    for (const auto& element : home->brief.current->inherited.nonNegotiables)
      draft.ticks.push_back(element.id);
  if (scene.dice.chance(0.4)) {
    const auto file = picture(scene);
    auto attached = scene.work().attach(file);
    std::filesystem::remove(file);
    if (!attached) return std::unexpected(attached.error());
    draft.attachments.push_back(std::move(*attached));
  }
  if (scene.dice.chance(0.3))
    if (auto kept = scene.work().keepDraft(draft.deliverable, draft); !kept) return kept;
  return finished(scene.work().submit(draft));
}

Result<void> ask(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  std::optional<domain::BriefPart> part;
  if (scene.dice.chance(0.5)) part = domain::briefParts[scene.dice.below(domain::briefParts.size())];
  return finished(scene.work().ask(part, {}, scene.type()));
}

Result<void> goLive(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  const auto home = scene.reading().home();
  if (!home || home->deliverables.empty()) return scene.nothing();
  return finished(scene.work().goLive(scene.dice.oneOf(home->deliverables).deliverable.id,
                                      "https://example.org/" + scene.type(), scene.dice.chance(0.7)));
}

} // namespace

// Reads, acknowledges and sends what was asked for.
Result<void> takeUpBrief(Scene& scene) {
  if (scene.campaign.isZero()) return scene.nothing();
  const auto home = scene.reading().home();
  if (!home || !home->brief.current) return scene.nothing();
  if (auto opened = scene.work().opened(); !opened) return opened;
  if (auto acknowledged = scene.work().acknowledge(); !acknowledged)
    return std::unexpected(acknowledged.error());
  return submit(scene);
}

void addCreatorActs(std::vector<Act>& list) {
  list.push_back({"opens the brief", creator, 8, open});
  list.push_back({"acknowledges", creator, 8, acknowledge});
  list.push_back({"submits", creator, 14, submit});
  list.push_back({"asks", creator, 4, ask});
  list.push_back({"goes live", creator, 4, goLive});
}

} // namespace meridian::sim
