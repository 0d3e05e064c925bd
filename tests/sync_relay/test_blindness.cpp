// Not one word of a campaign can be read where it lies sealed: in the relay's store, in the frames inside
// TLS, in the profiles of its people. And the scan that says so finds every word where it can be read.
#include "app/session/replica_store.h"
#include "tests/core_replica/story.h"
#include "tests/support/byte_scan.h"
#include "tests/sync_client/memory_store.h"

namespace test_blindness {

using namespace meridian;
using namespace meridian::test;

namespace {

constexpr const char* caption = "Seven mornings, one honest mirror.";
constexpr const char* inFile = "filmed-in-lisbon";

// Of the campaign page, of cards, of the brief, of the submission and of its file; short enough to be
// found in a sentence, long enough not to be found in noise.
const std::vector<std::string> words{"Care that proves",   "Верба",    "Growth first",  "Сначала",
                                     "Maya Collins",       "svetlana", "Sceptics",      "What Maya reads",
                                     "Show day 7",         "45–60",    "honest mirror", inFile,
                                     "America/Los_Angeles"};

} // namespace

class TestBlindness : public QObject {
  Q_OBJECT

 private slots:
  void theScanFindsAWordInEveryForm() {
    for (const auto& word : words) {
      const std::string noise = "\x01\x02\x03 some text";
      for (std::size_t before = 0; before < 3; ++before) {
        const auto text = noise + std::string(before, '.') + word + ", and more";
        for (const auto& found :
             {text, utf16le("начало " + word + "."), base64(text, false), base64(text, true),
              base64(utf16le(std::string(before, ' ') + word + " "), false)})
          QVERIFY2(shows(found, word), word.c_str());
      }
      QVERIFY(!shows(noise + base64(noise, false), word));
    }
  }

  void aRelayWithoutSealingWouldShowEveryWord() {
    // The control for all that follows: the same way, with the sealed part left open.
    TestDevice founder("founder");
    const auto genesis = founder.write(Kind::Genesis, {}, {}, {Founder{founder.id(), founder.box()}});
    std::string open;
    for (const auto& word : words)
      open += "<" + word + ">";
    Header header;
    header.kind = static_cast<std::uint8_t>(Kind::Content);
    header.space = genesis.space();
    header.device = founder.id();
    header.seq = 1;
    header.heads = {genesis.id()};
    const auto plain = asBytes(open);
    const auto content = finish(encodeAdditionalData(header, {}), Bytes(24, 1), plain, founder.key());
    QVERIFY(content);
    TestRelay relay;
    MemoryStore store(genesis.space());
    store.write(genesis);
    store.write(*content);
    TestClient client(relay, store, founder.key());
    std::string frames;
    client.listener = [&](ByteView frame) { frames += asText(frame); };
    client.connect();
    QVERIFY(client.pump());
    const auto lying = contentsOf(relay.path("store").parent_path());
    for (const auto& word : words) {
      QVERIFY2(shows(frames, word), word.c_str());
      QVERIFY2(shows(lying, word), word.c_str());
    }
  }

  void notOneWordOfACampaignShows() {
    Story story;
    story.begin();
    // A file with words in it, and a submission that only its author has.
    std::string picture = "\x89PNG\r\n\x1a\n";
    while (picture.size() < 400'000)
      picture += inFile;
    const auto file = story.world.root() / "day7.png";
    std::ofstream(file, std::ios::binary) << picture;
    auto draft = story.draft(caption);
    draft.attachments = {taken(story.work(*story.maya).attach(file))};
    const auto submission = taken(story.work(*story.maya).submit(draft));

    TestRelay relay;
    std::string frames;
    const auto sync = [&](replica::Replica& replica) {
      const RelayId id{relay.identity.publicKey()};
      taken(replica::Access(replica, story.campaign).setRelay({"wss://127.0.0.1:1", id, {}, {}}));
      app::ReplicaStore store(replica, story.campaign, id);
      TestClient client(relay, store, replica.signingKey());
      client.listener = [&](ByteView frame) { frames += asText(frame); };
      client.connect();
      const bool done = client.pump() && client.session.phase() == client::Phase::Live;
      client.disconnect();
      return done && !store.failure();
    };
    for (auto* one : {story.mila.get(), story.dana.get(), story.maya.get(), story.dana.get()})
      QVERIFY(sync(*one));
    // It went all the way: Dana reads what Maya wrote, and the relay holds the file.
    const auto received = story.reading(*story.dana).submission(story.space, submission);
    QVERIFY(received.has_value());
    QVERIFY(relay.mailbox->counters().changesStored > 20);
    QCOMPARE(relay.mailbox->counters().blobsDurable, std::uint64_t(1));
    QVERIFY(frames.size() > picture.size());

    const auto atRelay = contentsOf(relay.path("store").parent_path());
    QVERIFY(atRelay.size() > picture.size());
    std::string profiles;
    for (const char* name : {"mila", "svetlana", "dana", "maya"}) {
      profiles += contentsOf(story.world.root() / name);
      QVERIFY(std::filesystem::file_size(story.world.root() / name / "replica.db-wal") >
              0); // it is among them
    }
    QVERIFY(std::filesystem::file_size(relay.path("store-wal")) > 0);
    QVERIFY(profiles.size() > picture.size());
    for (const auto& word : words) {
      QVERIFY2(!shows(frames, word), word.c_str());
      QVERIFY2(!shows(atRelay, word), word.c_str());
      QVERIFY2(!shows(profiles, word), word.c_str());
    }
    QVERIFY(shows(contentsOf(story.world.root()), inFile)); // the picked file itself, which is Maya's affair
  }
};

QTEST_GUILESS_MAIN(TestBlindness)

} // namespace test_blindness
#include "test_blindness.moc"
