// Each rule refuses with its own code, and what was refused leaves nothing behind.
#include "core/base/limits.h"
#include "core/crypto/signing/blob_address.h"
#include "core/replica/managing.h"
#include "tests/core_replica/story.h"

namespace test_work_refusals {

using namespace meridian;
using test::Story;
using test::taken;

class TestWorkRefusals : public QObject {
  Q_OBJECT

 private slots:
  void anIncompleteBriefIsNotIssued() {
    Story story;
    story.space = taken(story.briefing(*story.dana)
                            .addCreator({.name = "Maya",
                                         .market = "US",
                                         .zone = "America/Los_Angeles",
                                         .handle = {},
                                         .tier = {},
                                         .language = domain::Language::En,
                                         .briefExpected = {}}));
    REFUSED(story.briefing(*story.dana).issue(story.space, false), ErrorCode::BriefIncomplete);
    story.fillBrief(*story.dana, taken(story.briefing(*story.dana).draft(story.space)));
    // Six parts and nothing to make.
    const auto refused = story.briefing(*story.dana).issue(story.space, false);
    REFUSED(refused, ErrorCode::BriefIncomplete);
    QCOMPARE(refused.error().detail, std::string("deliverable"));
  }

  void aNameHasItsLimit() {
    Story story;
    const auto named = [&](std::size_t length) {
      return story.briefing(*story.dana)
          .addCreator({.name = std::string(length, 'M'),
                       .market = "US",
                       .zone = "America/Los_Angeles",
                       .handle = {},
                       .tier = {},
                       .language = domain::Language::En,
                       .briefExpected = {}});
    };
    MUST(named(limits::shortTextBytes));
    REFUSED(named(limits::shortTextBytes + 1), ErrorCode::TooLarge);
  }

  void onlyTheOwnHubIssuesBriefs() {
    Story story;
    story.writeBrief();
    story.settle();
    for (auto* lead : {story.mila.get(), story.svetlana.get()})
      REFUSED(story.briefing(*lead).issue(story.space, false), ErrorCode::NotYourMarket);
    auto anna = story.joined("anna", "Europe/Moscow", *story.mila, log::Role::HubLead, "RU", {});
    REFUSED(story.briefing(*anna).addCreator({.name = "Ben",
                                              .market = "US",
                                              .zone = "America/Denver",
                                              .handle = {},
                                              .tier = {},
                                              .language = domain::Language::En,
                                              .briefExpected = {}}),
            ErrorCode::NotYourMarket);
    // Another hub does not even hold the space.
    REFUSED(story.briefing(*anna).issue(story.space, false), ErrorCode::NotFound);
    MUST(story.briefing(*story.dana).issue(story.space, false));
  }

  // A deputy does the hub's work but has no say over who takes part, and is told who has.
  void aDeputyNeitherInvitesNorConfirms() {
    Story story;
    story.writeBrief();
    const auto now = story.world.clock->now();
    auto boris = story.joined("boris", "America/New_York", *story.dana, log::Role::Deputy, "US", {},
                              std::pair(now, now + std::chrono::hours{200}));
    story.world.clock->advance(std::chrono::minutes{1});
    const auto leadsInvite = [](const auto& result) {
      REFUSED(result, ErrorCode::NotAllowed);
      QCOMPARE(result.error().detail, std::string(replica::leadsInvite));
    };
    replica::Access his(*boris, story.campaign), hers(*story.dana, story.campaign);
    const auto invitee = [&](log::Role role) {
      return replica::Access::Invitee{.name = "Ann",
                                      .role = role,
                                      .market = "US",
                                      .creatorSpace = story.space,
                                      .from = now,
                                      .to = now + std::chrono::hours{100},
                                      .language = domain::Language::En,
                                      .expiry = now + std::chrono::hours{100}};
    };
    for (const auto role : {log::Role::Creator, log::Role::Deputy, log::Role::Viewer})
      leadsInvite(his.invite(invitee(role)));
    leadsInvite(story.addAnother(*boris, "US"));
    REFUSED(story.addAnother(*boris, "RU"), ErrorCode::NotYourMarket);
    // A hub lead manages some, and is told that this one is another's.
    const auto refused = hers.invite(invitee(log::Role::Viewer));
    REFUSED(refused, ErrorCode::NotAllowed);
    QVERIFY(refused.error().detail != replica::leadsInvite);

    const auto invitation = story.invitationForMaya();
    story.world.carry(*story.dana, *boris, story.campaign);
    const auto ofMaya = [&](replica::Replica& one) {
      for (const auto& row : story.reading(one).invitations())
        if (row.role == log::Role::Creator) return row;
      qFatal("her invitation is not here");
    };
    leadsInvite(his.withdraw(ofMaya(*boris).id));
    story.maya = story.world.person("maya", "America/Los_Angeles", domain::Language::En);
    MUST(replica::Access::join(*story.maya, invitation));
    story.world.carry(*story.dana, *story.maya, story.campaign);
    QVERIFY(taken(replica::Access(*story.maya, story.campaign).continueJoin()));
    story.world.carry(*story.maya, *boris, story.campaign);
    MUST(boris->housekeep());
    QCOMPARE(ofMaya(*boris).state, replica::InvitationView::State::Joined); // he leaves it to her
    story.world.carry(*boris, *story.dana, story.campaign);
    MUST(story.dana->housekeep());
    QCOMPARE(ofMaya(*story.dana).state, replica::InvitationView::State::Confirmed);
  }

  void aTimeIsPinnedToAVideoAndWithinItAlone() {
    Story story;
    story.begin();
    const auto attached = [&](const char* name, std::string_view bytes) {
      const auto file = story.world.root() / name;
      std::ofstream(file, std::ios::binary) << bytes;
      return taken(story.work(*story.maya).attach(file));
    };
    auto draft = story.draft("Day one.");
    draft.attachments = {attached("a.mp4", std::string("\0\0\0\x18", 4) + "ftypisom"),
                         attached("b.pdf", "%PDF-1.7")};
    draft.attachments.front().playTime = std::chrono::seconds{6};
    const auto sent = taken(story.work(*story.maya).submit(draft));
    story.settle();
    auto reviewing = story.reviewing(*story.dana);
    domain::CommentPin pin{.kind = domain::CommentPin::Kind::TimeCode, .attachment = 0, .millis = 6'000};
    MUST(reviewing.comment(story.space, sent, pin, "The last picture."));
    pin.millis = 60'000;
    REFUSED(reviewing.comment(story.space, sent, pin, "After it."), ErrorCode::InvalidArgument);
    pin.millis = 1'000;
    pin.attachment = 1;
    REFUSED(reviewing.comment(story.space, sent, pin, "In a page."), ErrorCode::InvalidArgument);
    pin.attachment = 2;
    REFUSED(reviewing.comment(story.space, sent, pin, "Nowhere."), ErrorCode::InvalidArgument);
    QCOMPARE(story.statusOf(*story.dana, sent).comments.size(), std::size_t{1});
  }

  void aSecondLiveBriefIsRefused() {
    Story story;
    story.writeBrief();
    const auto first = taken(story.briefing(*story.dana).draft(story.space));
    MUST(story.briefing(*story.dana).issue(story.space, false));
    // Her own next issue of the same brief is no second one.
    MUST(story.briefing(*story.dana).issue(story.space, false));
    const auto second =
        taken(replica::Editing(*story.dana).create(story.space, domain::EntityKind::Brief, {}, {}));
    story.fillBrief(*story.dana, second);
    MUST(replica::Editing(*story.dana)
             .set({story.space, first.ref()}, {{domain::field::brief::removed, crdt::Value(true)}}));
    REFUSED(story.briefing(*story.dana).issue(story.space, false), ErrorCode::SecondLiveBrief);
    REFUSED(story.briefing(*story.dana).withdrawBrief(story.space, ""), ErrorCode::ReasonMissing);
    MUST(story.briefing(*story.dana).withdrawBrief(story.space, "A new idea."));
    MUST(story.addVideo(*story.dana));
    MUST(story.briefing(*story.dana).issue(story.space, false));
  }

  void aSubmissionNeedsABriefTicksContentAndItsFiles() {
    Story story;
    story.writeBrief();
    story.inviteMaya();
    auto work = story.work(*story.maya);
    REFUSED(work.submit(story.draft("Day one.")), ErrorCode::BriefNotIssued);
    REFUSED(work.acknowledge(), ErrorCode::BriefNotIssued);
    MUST(story.briefing(*story.dana).issue(story.space, false));
    story.settle();
    auto draft = story.draft("Day one.");
    draft.ticks.clear();
    REFUSED(work.submit(draft), ErrorCode::TicksMissing);
    REFUSED(work.submit(story.draft("  \n")), ErrorCode::EmptySubmission);
    draft = story.draft("Day one.");
    draft.links = {"javascript:alert(1)"};
    REFUSED(work.submit(draft), ErrorCode::InvalidArgument);
    draft.links.clear();
    draft.attachments.resize(1);
    draft.attachments.front().blob = BlobId{std::array<std::uint8_t, 32>{1}};
    REFUSED(work.submit(draft), ErrorCode::AttachmentMissing);
    draft.attachments.clear();
    draft.deliverable = story.nonNegotiable;
    REFUSED(work.submit(draft), ErrorCode::NotFound);
    const auto before = taken(story.maya->file().changes.count(story.space));
    REFUSED(work.attach(story.world.root() / "nothing-here.mp4"), ErrorCode::AttachmentVanished);
    // The relay's limit is known from the last time that it was met; the file of that size still goes.
    const auto picked = story.world.root() / "day7.txt";
    std::ofstream(picked) << std::string(1'001, '.');
    MUST(story.maya->noteBlobBytesMax(story.campaign, signing::sealedLength(1'000)));
    REFUSED(work.attach(picked), ErrorCode::FileTooLarge);
    draft = story.draft("Day one.");
    MUST(story.maya->noteBlobBytesMax(story.campaign, signing::sealedLength(1'001)));
    draft.attachments = {taken(work.attach(picked))};
    MUST(story.maya->noteBlobBytesMax(story.campaign, signing::sealedLength(1'000)));
    REFUSED(work.submit(draft), ErrorCode::FileTooLarge);
    MUST(work.discard(draft.attachments.front()));
    REFUSED(work.goLive(story.deliverable, "https://video.example/1", false), ErrorCode::NotApproved);
    QCOMPARE(taken(story.maya->file().changes.count(story.space)), before);
    QVERIFY(std::filesystem::is_empty(story.maya->directory() / "blobs"));
  }

  void aCreatorCannotJudgeAndALeadCannotSubmit() {
    Story story;
    story.begin();
    const auto submission = story.submit("Day one.");
    story.settle();
    REFUSED(story.reviewing(*story.maya).approve(story.space, submission), ErrorCode::NotAllowed);
    REFUSED(story.reviewing(*story.maya).requestChanges(story.space, submission, "no"),
            ErrorCode::NotAllowed);
    REFUSED(story.work(*story.dana).submit(story.draft("Mine.")), ErrorCode::NotAllowed);
    // Nor by writing the fact itself.
    domain::Verdict verdict;
    verdict.submission = submission;
    verdict.manifest = story.statusOf(*story.maya, submission).submission.manifest;
    REFUSED(replica::Editing(*story.maya)
                .state(story.space, domain::EntityKind::Verdict, domain::toValue(verdict)),
            ErrorCode::NotAllowed);
  }

  void anOldVersionIsNotJudgedOnceANewerOneIsKnown() {
    Story story;
    story.begin();
    const auto first = story.submit("Day one.");
    story.submit("Day two.");
    story.settle();
    REFUSED(story.reviewing(*story.dana).approve(story.space, first), ErrorCode::NewerVersionKnown);
  }

  void aLinkIsConfirmedBeforeGoingLive() {
    Story story;
    story.begin();
    auto draft = story.draft("");
    draft.links = {"https://drive.example/cut-1"};
    const auto submission = taken(story.work(*story.maya).submit(draft));
    story.settle();
    MUST(story.reviewing(*story.dana).approve(story.space, submission));
    story.settle();
    REFUSED(story.work(*story.maya).goLive(story.deliverable, "https://video.example/1", false),
            ErrorCode::LinkNotConfirmed);
    REFUSED(story.work(*story.maya).goLive(story.deliverable, "not a link", true),
            ErrorCode::InvalidArgument);
    MUST(story.work(*story.maya).goLive(story.deliverable, "https://video.example/1", true));
    REFUSED(story.work(*story.maya).goLive(story.deliverable, "https://video.example/1", true),
            ErrorCode::AlreadyLive);
  }

  void aDelayMovesADateToALaterOne() {
    Story story;
    story.begin();
    const auto submission = story.submit("Day one.");
    story.settle();
    const auto due = story.statusOf(*story.dana, submission).promise.promise->due;
    REFUSED(story.reviewing(*story.dana).announceDelay(story.space, submission, due, "early"),
            ErrorCode::InvalidArgument);
    for (const auto* reason : {"", " \n"})
      REFUSED(story.reviewing(*story.dana)
                  .announceDelay(story.space, submission, due + std::chrono::hours{72}, reason),
              ErrorCode::ReasonMissing);
    MUST(story.reviewing(*story.dana)
             .announceDelay(story.space, submission, due + std::chrono::hours{72}, "A holiday."));
    REFUSED(story.reviewing(*story.dana).sendToDecider(story.space, submission), ErrorCode::InvalidArgument);
    REFUSED(
        story.reviewing(*story.dana).decide(story.space, submission, domain::VerdictKind::Approve, "because"),
        ErrorCode::NotAllowed);
  }

  // A withdrawal beats a confirmation that it had not heard of; the list does not call in who is out.
  void anInvitationThatWasWithdrawnUnawareIsListedAsWithdrawn() {
    using replica::Access;
    using State = replica::InvitationView::State;
    Story story;
    const auto invitation = story.invitationBy(*story.mila, "Vera", log::Role::Viewer);
    story.settle();
    auto vera = story.world.person("vera", "Europe/Berlin", domain::Language::En);
    MUST(Access::join(*vera, invitation));
    story.world.carry(*story.mila, *vera, story.campaign);
    QVERIFY(taken(Access(*vera, story.campaign).continueJoin()));
    story.world.settle({story.mila.get(), vera.get()}, story.campaign);
    std::optional<envelope::ItemId> open;
    for (const auto& one : story.reading(*story.svetlana).invitations())
      if (one.state == State::Open) open = one.id;
    QVERIFY(open.has_value());
    MUST(Access(*story.svetlana, story.campaign).withdraw(*open));
    story.settle();
    for (auto* lead : {story.mila.get(), story.svetlana.get()}) {
      QVERIFY(!lead->authority(story.campaign).counting().capability(story.campaign, vera->device()));
      const auto rows = story.reading(*lead).invitations();
      const auto row = std::ranges::find(rows, *open, &replica::InvitationView::id);
      QVERIFY(row != rows.end() && row->state == State::Withdrawn);
    }
  }
};

QTEST_GUILESS_MAIN(TestWorkRefusals)

} // namespace test_work_refusals
#include "test_work_refusals.moc"
