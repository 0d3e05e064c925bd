#include <QtTest>

#include "core/crypto/signing/hash.h"
#include "world.h"

namespace test_submission {

using namespace meridian;
using namespace meridian::domain;
using namespace meridian::domain::test;
using namespace std::chrono_literals;

namespace {

SubmissionContent sample() {
  SubmissionContent content;
  content.deliverable = entity(30);
  content.caption = "День 7 🙂";
  content.links = {"https://example.org/a"};
  Attachment attachment;
  attachment.blob = id<BlobId>(6);
  attachment.key = Bytes(32, 7);
  attachment.content = id<ContentHash>(8);
  attachment.length = 18'000'000;
  attachment.mediaType = "video/mp4";
  attachment.name = "day7.mp4";
  attachment.playTime = 52s;
  content.attachments = {attachment};
  content.ticks = {{entity(21), english("Say “ad”")}, {entity(20), english("Show day 1")}};
  content.issuedBrief = {id<ChangeId>(9), 2};
  return content;
}
Fact factOf(EntityKind kind, crdt::Value payload) { return {kind, {}, std::move(payload)}; }

} // namespace

class TestSubmission : public QObject {
  Q_OBJECT
 private slots:
  void theManifestHasFixedBytes() {
    const std::string expected = "0f"
                                 "d094d0b5d0bdd18c203720f09f9982" // caption
                                 "01"
                                 "15"
                                 "68747470733a2f2f6578616d706c652e6f72672f61" // links
                                 "01"
                                 "0808080808080808080808080808080808080808080808080808080808080808"
                                 "80a8120100000000"
                                 "09"
                                 "766964656f2f6d7034" // attachments
                                 "0909090909090909090909090909090909090909090909090909090909090909"
                                 "02000000" // issued brief
                                 "02"
                                 "25"
                                 "01"
                                 "1414141414141414141414141414141414141414141414141414141414141414"
                                 "00000000"
                                 "0a"
                                 "53686f7720646179203"
                                 "1"
                                 "00"
                                 "25"
                                 "01"
                                 "1515151515151515151515151515151515151515151515151515151515151515"
                                 "00000000"
                                 "0c"
                                 "53617920e2809c6164e2809d"
                                 "00";
    QCOMPARE(toHex(manifestBytes(sample())), expected);
    QCOMPARE(manifestHash(sample()).hex(),
             std::string("c250b3065683ed0d8e4c77c8fc77e901145497eba251b911e053841b2ecf8a6d"));
  }

  void theManifestCoversWhatIsApproved() {
    const auto hash = manifestHash(sample());
    const auto differs = [&](auto change) {
      auto content = sample();
      change(content);
      return manifestHash(content) != hash;
    };
    QVERIFY(differs([](auto& c) { c.caption += " "; }));
    QVERIFY(differs([](auto& c) { c.links.clear(); }));
    QVERIFY(differs([](auto& c) { c.attachments[0].content = id<ContentHash>(5); }));
    QVERIFY(differs([](auto& c) { c.attachments[0].length++; }));
    QVERIFY(differs([](auto& c) { c.attachments[0].mediaType = "image/png"; }));
    QVERIFY(differs([](auto& c) { c.issuedBrief.index++; }));
    QVERIFY(differs([](auto& c) { c.ticks.pop_back(); }));
    QVERIFY(differs([](auto& c) { c.ticks[0].text.ru = "Сказать «реклама»"; }));
    // Nothing that the reader never sees: where the sealed file lies, its key, the order of ticks.
    QVERIFY(!differs([](auto& c) { c.attachments[0].blob = id<BlobId>(1); }));
    QVERIFY(!differs([](auto& c) { c.attachments[0].key.clear(); }));
    QVERIFY(!differs([](auto& c) { std::swap(c.ticks[0], c.ticks[1]); }));
  }

  void aSubmissionSurvivesItsPayload() {
    const auto read = submissionFrom(factOf(EntityKind::Submission, toValue(sample())));
    QCOMPARE(toValue(read.content), toValue(sample()));
    QCOMPARE(read.manifest, manifestHash(sample()));
  }

  void readersTrustNothing() {
    crdt::Value odd;
    for (std::uint32_t n = 1; n < 12; ++n)
      odd.set(n,
              crdt::Value(crdt::Value::List{crdt::Value(std::int64_t{-1}), crdt::Value("x"), crdt::Value()}));
    odd.set(99, "of a newer version");
    for (const crdt::Value& payload : {crdt::Value(), crdt::Value("text"), crdt::Value(-1), odd}) {
      const auto submission = submissionFrom(factOf(EntityKind::Submission, payload));
      QVERIFY(submission.content.caption.empty());
      QVERIFY(!verdictFrom(factOf(EntityKind::Verdict, payload)));
      QVERIFY(!receivedFrom(factOf(EntityKind::Received, payload)));
      QCOMPARE(commentFrom(factOf(EntityKind::Comment, payload)).pin.kind, CommentPin::Kind::None);
      QVERIFY(!delayNoticeFrom(factOf(EntityKind::DelayNotice, payload)).submission);
      QVERIFY(publishedFrom(factOf(EntityKind::Published, payload)).link.empty());
      QVERIFY(issuedFrom(factOf(EntityKind::BriefIssued, payload)).deliverables.size() <= 3);
      (void)questions(
          std::vector{factOf(EntityKind::Question, payload), factOf(EntityKind::Answer, payload)});
    }
  }

  void aPinOutOfRangeIsNone() {
    const auto read = [](CommentPin pin) {
      Comment comment;
      comment.pin = pin;
      return commentFrom(factOf(EntityKind::Comment, toValue(comment))).pin;
    };
    CommentPin point;
    point.kind = CommentPin::Kind::ImagePoint;
    point.x = 10'000;
    point.y = 1;
    QCOMPARE(read(point).kind, CommentPin::Kind::ImagePoint);
    QCOMPARE(read(point).x, 10'000u);
    point.x = 10'001;
    QCOMPARE(read(point).kind, CommentPin::Kind::None);
    CommentPin range;
    range.kind = CommentPin::Kind::CaptionRange;
    range.from = 3;
    range.to = 3;
    QCOMPARE(read(range).kind, CommentPin::Kind::None);
    range.to = 9;
    QCOMPARE(read(range).to, 9u);
    crdt::Value value;
    crdt::Value pin;
    pin.set(1, 3).set(7, std::int64_t{1} << 40);
    value.set(fact::comment::pin, pin);
    QCOMPARE(commentFrom(factOf(EntityKind::Comment, value)).pin.millis, 0u);
  }

  void aReceivedFactSurvivesItsPayload() {
    Received received;
    received.subject = id<ChangeId>(3);
    received.time = at("2027-03-10T14:00:00Z");
    received.receipt = Bytes{1, 2, 3};
    received.promise = Promise{received.time,
                               at("2027-03-12T22:00:00Z"),
                               parseLocalTime("2027-03-12T17:00").value(),
                               "America/New_York",
                               {id<ChangeId>(4), 1}};
    const auto read = receivedFrom(factOf(EntityKind::Received, toValue(received))).value();
    QCOMPARE(toValue(read), toValue(received));
    QCOMPARE(read.promise->received, received.time);
  }

  void C6_aQuestionIsLateWithoutAnAnswer() {
    World world;
    Question asked;
    asked.part = BriefPart::Make;
    asked.text = "May I show the price?";
    asked.replyBy = at("2027-03-11T14:00:00Z");
    const auto first = world.add(EntityKind::Question, maya, toValue(asked), "2027-03-10T14:00:00Z");
    auto list = questions(world.facts);
    QCOMPARE(list[0].part, std::optional(BriefPart::Make));
    QVERIFY(!list[0].late(at("2027-03-11T14:00:00Z")));
    QVERIFY(list[0].late(at("2027-03-11T14:00:01Z")));
    auto answer = ref(fact::answer::question, first);
    answer.set(fact::answer::text, "Yes");
    world.add(EntityKind::Answer, dana, answer, "2027-03-10T15:00:00Z");
    std::reverse(world.facts.begin(), world.facts.end());
    world.facts.push_back(world.facts.front());
    list = questions(world.facts);
    QCOMPARE(list[0].answers.size(), std::size_t{1});
    QVERIFY(!list[0].late(at("2027-03-12T14:00:00Z")));
  }
};

QTEST_APPLESS_MAIN(TestSubmission)

} // namespace test_submission
#include "test_submission.moc"
