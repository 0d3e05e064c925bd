// Where a file is cut: a reader judges each run by itself.
#include "app/session/bundles.h"
#include "core/base/limits.h"
#include "tests/app_session/on_relay.h"

namespace test_bundles {

using namespace meridian;
using test::OnRelay;
using test::Story;
using test::taken;

class TestBundles : public QObject {
  Q_OBJECT

 private slots:
  // What one disk has spoiled: the file leaves it out and says so, and takes the rest along.
  void anAttachmentThatRottedKeepsNothingElseBack() {
    Story story;
    story.begin();
    const auto attached = [&](const char* text) {
      const auto path = story.world.root() / "picked.txt";
      std::ofstream(path) << text;
      return taken(story.work(*story.maya).attach(path));
    };
    const auto rotten = attached("Day one."), sound = attached("Day two.");
    auto draft = story.draft("Day 1, day 4, day 7.");
    draft.attachments = {rotten, sound};
    taken(story.work(*story.maya).submit(draft));
    auto piece = taken(story.maya->blobFiles().readChunk(rotten.blob, 0));
    piece.back() ^= 1;
    MUST(story.maya->blobFiles().writeChunk(rotten.blob, 0, piece));
    const auto file = story.world.root() / "verba.meridian";
    const auto out = taken(app::exportBundle(*story.maya, story.campaign, file));
    QCOMPARE(out.damagedFiles, std::uint64_t{1});
    QCOMPARE(out.blobs, std::uint64_t{1});
    const auto in = taken(app::importBundle(*story.dana, file));
    QCOMPARE(in.damagedFiles, std::uint64_t{0});
    QVERIFY(taken(story.dana->file().blobs.find(sound.blob))->complete());
    QVERIFY(!taken(story.dana->file().blobs.find(rotten.blob))->complete());
    QCOMPARE(story.reading(*story.dana).reviewQueue().size(), std::size_t{1});
  }

  // Somebody took a file in while connected, and what came from the relay next went on from there.
  void whatAFileBroughtReachesTheRelayWhateverCameSince() {
    OnRelay all;
    all.sync();
    all.disconnect(*all.maya);
    taken(all.work(*all.maya).ask(std::nullopt, std::nullopt, "May I film in the rain?"));
    const auto file = all.world.root() / "verba.meridian";
    MUST(app::exportBundle(*all.maya, all.campaign, file));
    bool told = false;
    all.dana->onNotice([&](const replica::Notice& what) { told = told || what.brought; });
    QVERIFY(taken(app::importBundle(*all.dana, file)).added > 0);
    QVERIFY(told);
    told = false;
    QCOMPARE(taken(app::importBundle(*all.dana, file)).added, std::uint64_t{0});
    QVERIFY(!told);
    all.setAudience(*all.svetlana, "Runners.");
    all.sync();
    const auto asked = [&](replica::Replica& one) {
      return std::ranges::any_of(one.facts(all.space), [](const domain::Fact& fact) {
        return fact.kind == domain::EntityKind::Question;
      });
    };
    QVERIFY(!asked(*all.svetlana));
    // As the app does it at once, and a restart does it at last.
    all.disconnect(*all.dana);
    all.connect(*all.dana);
    all.sync();
    QVERIFY(asked(*all.svetlana));
  }

  void noFileIsCutWhereAChainWaitsForItsSignature() {
    Story story;
    story.begin();
    const auto changeOf = [&](replica::Replica& by, std::uint64_t back) {
      const envelope::ChainKey chain{story.space, by.device(), by.incarnation(), envelope::Chain::Content};
      const auto tip = taken(by.file().changes.tip(chain));
      return taken(by.file().changes.run(chain, tip->seq - back, 1)).front().change;
    };
    taken(story.work(*story.maya).ask(std::nullopt, std::nullopt, "One?"));
    taken(story.work(*story.maya).ask(std::nullopt, std::nullopt, "Two?"));
    auto first = changeOf(*story.maya, 1);
    first.dropSignature(); // as it travels where its signature was never checked
    const auto second = changeOf(*story.maya, 0);
    // The fifth of these makes the run long enough to be cut.
    replica::Replica::Incoming incoming;
    const auto add = [&](const envelope::Change& change) {
      incoming.changes.emplace_back(change.bytes().begin(), change.bytes().end());
    };
    std::size_t bytes = 0;
    for (int i = 0; i < 5; ++i) {
      crdt::Create create;
      create.kind = static_cast<std::uint16_t>(domain::EntityKind::Comment);
      create.payload.set(domain::fact::comment::text, crdt::Value(std::string(900'000, 'x')));
      taken(story.svetlana->write({{story.space, {std::move(create)}, {}}}));
      if (i == 4) add(first);
      const auto large = changeOf(*story.svetlana, 0);
      bytes += large.bytes().size();
      QVERIFY((bytes >= limits::runBytes / 2) == (i == 4));
      add(large);
    }
    add(second);
    for (const auto result : taken(story.dana->receive(incoming)))
      QVERIFY(result == replica::Received::Stored);
    const auto file = story.world.root() / "verba.meridian";
    MUST(app::exportBundle(*story.dana, story.campaign, file));
    const auto imported = taken(app::importBundle(*story.mila, file));
    QCOMPARE(imported.refused, std::uint64_t{0});
    for (const auto& change : {first, second})
      QVERIFY(taken(story.mila->file().changes.has(change.id())));
  }
};

QTEST_GUILESS_MAIN(TestBundles)

} // namespace test_bundles
#include "test_bundles.moc"
