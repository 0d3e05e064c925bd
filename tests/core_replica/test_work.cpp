// The main job, end to end between replicas: a brief, a submission, a verdict, going live.
#include <thread>

#include "tests/core_replica/story.h"

namespace test_work {

using namespace meridian;
using domain::ReviewState;
using test::Story;
using test::taken;

namespace {

std::filesystem::path fileWith(const test::World& world, const char* name, ByteView bytes) {
  const auto path = world.root() / name;
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  return path;
}

Bytes picture(std::size_t size) {
  Bytes bytes(size);
  for (std::size_t i = 0; i < size; ++i)
    bytes[i] = static_cast<std::uint8_t>(i * 31);
  const auto magic = asBytes("\x89PNG\r\n\x1a\n");
  std::ranges::copy(magic, bytes.begin());
  return bytes;
}

} // namespace

class TestWork : public QObject {
  Q_OBJECT

 private slots:
  void aCreatorReadsTheBriefThatHerHubIssued() {
    Story story;
    story.writeBrief();
    QVERIFY(story.reading(*story.dana).briefDesk(story.space)->completeness.mayIssue());
    MUST(story.briefing(*story.dana).issue(story.space, false));
    story.inviteMaya();
    auto home = story.reading(*story.maya).home();
    QVERIFY(home.has_value());
    QVERIFY(home->brief.current.has_value());
    QCOMPARE(home->me.name, std::string("maya"));
    QCOMPARE(home->brief.current->content.part(domain::BriefPart::Goal).en,
             std::string("What Maya reads about goal."));
    QCOMPARE(home->brief.current->inherited.thesis.en, std::string("Care that proves itself."));
    QCOMPARE(home->brief.current->inherited.angles.front().market, std::string("US"));
    QCOMPARE(home->contact->card.name, std::string("dana"));
    QCOMPARE(home->approver->member, story.dana->campaign(story.campaign)->me);
    QVERIFY(!home->brief.opened);
    QVERIFY(home->next.has_value());
    QCOMPARE(home->next->entry.kind, replica::TimelineEntry::Kind::RoughCut);
    // Received now: answered on Friday the 12th at 17:00 in New York.
    QCOMPARE(toIso(home->answerSlots.front().due), std::string("2027-03-12T22:00:00Z"));
    QVERIFY(!story.reading(*story.dana).briefDesk(story.space)->draftDiffers);

    MUST(story.work(*story.maya).opened());
    MUST(story.work(*story.maya).opened());
    const auto once = taken(story.work(*story.maya).acknowledge());
    QCOMPARE(taken(story.work(*story.maya).acknowledge()), once);
    story.settle();
    const auto overview = story.reading(*story.svetlana).creators();
    QCOMPARE(overview.size(), std::size_t{1});
    QVERIFY(overview.front().brief.opened);
    QVERIFY(overview.front().brief.acknowledged.has_value());
  }

  void aPickedFileThatIsNotSentGoesAgain() {
    Story story;
    story.begin();
    auto work = story.work(*story.maya);
    const auto pick = [&](const char* name, std::size_t size) {
      return taken(work.attach(fileWith(story.world, name, picture(size))));
    };
    const auto isHere = [&](const domain::Attachment& attachment) {
      const bool row = taken(story.maya->file().blobs.find(attachment.blob)).has_value();
      const bool file = story.maya->blobFiles().size(attachment.blob).has_value();
      if (row != file) qFatal("a row without its file, or the other way about");
      return row;
    };
    const auto awaitsUpload = [&](const BlobId& blob) {
      return taken(story.maya->file().blobs.toUpload([&](const auto& place) { return place.id == blob; }))
          .has_value();
    };
    const auto removed = pick("removed.png", 700'000), sent = pick("sent.png", 300'000),
               alone = pick("alone.png", 1'000);
    auto draft = story.draft("Two files.");
    draft.attachments = {removed, sent};
    MUST(work.keepDraft(story.deliverable, draft));
    QVERIFY(isHere(removed) && isHere(sent) && isHere(alone));
    QVERIFY(!awaitsUpload(sent.blob)); // no change names it: no relay would take it
    draft.attachments = {sent};
    MUST(work.keepDraft(story.deliverable, draft));
    QVERIFY(!isHere(removed));
    MUST(work.submit(draft));
    QVERIFY(isHere(sent)); // though its draft is forgotten
    QVERIFY(awaitsUpload(sent.blob));
    MUST(work.discard(sent)); // a change names it
    QVERIFY(isHere(sent));
    MUST(work.discard(alone));
    QVERIFY(!isHere(alone));
    draft.attachments = {pick("given-up.png", 2'000)};
    MUST(work.keepDraft(story.deliverable, draft));
    MUST(work.forgetDraft(story.deliverable));
    QVERIFY(!isHere(draft.attachments.front()));
  }

  void theStoryGoesFromSubmissionToLive() {
    Story story;
    story.begin();
    const Bytes image = picture(700'000);
    auto attachment = taken(story.work(*story.maya).attach(fileWith(story.world, "day7.txt", image)));
    QCOMPARE(attachment.mediaType, std::string("image/png")); // by content, whatever its name
    QCOMPARE(attachment.length, std::uint64_t{700'000});
    auto draft = story.draft("Day one: nothing to see.");
    draft.attachments = {attachment};
    MUST(story.work(*story.maya).keepDraft(story.deliverable, draft));
    QCOMPARE(story.work(*story.maya).keptDraft(story.deliverable)->caption, draft.caption);
    const auto first = taken(story.work(*story.maya).submit(draft));
    QVERIFY(!story.work(*story.maya).keptDraft(story.deliverable));
    QCOMPARE(story.reading(*story.maya).submission(story.space, first)->delivery->state,
             store::Delivery::Local);
    story.settle();
    QCOMPARE(story.reading(*story.maya).submission(story.space, first)->delivery->state,
             store::Delivery::Stored);
    QVERIFY(story.statusOf(*story.maya, first).submission.meta.storedAt.has_value());

    auto queue = story.reading(*story.dana).reviewQueue();
    QCOMPARE(queue.size(), std::size_t{1});
    QCOMPARE(queue.front().group, replica::QueueItem::Group::ThisWeek);
    QCOMPARE(toIso(queue.front().submission.status.promise.promise->due),
             std::string("2027-03-12T22:00:00Z"));
    QVERIFY(queue.front().submission.mayDecide);
    QVERIFY(queue.front().submission.missingBytes.front() > 0);
    QCOMPARE(story.reading(*story.dana).offlineCopy().missingFiles, 1);

    // The hub asks for changes, with one comment pinned to the caption.
    REFUSED(story.reviewing(*story.dana).requestChanges(story.space, first, ""), ErrorCode::ReasonMissing);
    domain::CommentPin pin;
    pin.kind = domain::CommentPin::Kind::CaptionRange;
    pin.to = 7;
    MUST(story.reviewing(*story.dana).comment(story.space, first, pin, "Which day is it?"));
    MUST(story.reviewing(*story.dana).requestChanges(story.space, first, ""));
    story.settle();
    QCOMPARE(story.statusOf(*story.maya, first).state, ReviewState::ChangesRequested);
    QCOMPARE(story.statusOf(*story.maya, first).comments.front().pin.to, 7u);
    QCOMPARE(story.statusOf(*story.maya, first).promise.state, domain::PromiseState::Kept);
    QVERIFY(story.reading(*story.dana).reviewQueue().empty());
    QCOMPARE(story.reading(*story.dana).reviewQueue(true).size(), std::size_t{1});

    // The revision; its file reaches the hub before take-off.
    draft.caption = "Day one, Monday: nothing to see.";
    const auto second = taken(story.work(*story.maya).submit(draft));
    story.settle();
    REFUSED(story.reviewing(*story.dana).approve(story.space, second), ErrorCode::AttachmentMissing);
    REFUSED(replica::Files(*story.dana).open(attachment), ErrorCode::AttachmentMissing);
    Story::carryBlob(*story.maya, *story.dana, attachment.blob);
    QVERIFY(story.reading(*story.dana).offlineCopy().complete());
    QVERIFY(taken(story.reviewing(*story.dana).prepared()));
    QVERIFY(story.reading(*story.dana).offlineCopy().completeAt.has_value());
    QCOMPARE(taken(replica::Files(*story.dana).read(attachment, 1 << 20)), image);
    // From any place, on another thread too, and until it is stopped.
    auto reader = taken(replica::Files(*story.dana).open(attachment));
    Bytes some(1'000);
    std::thread([&] { QCOMPARE(reader.read(650'000, some).value(), some.size()); }).join();
    QVERIFY(std::ranges::equal(some, ByteView(image).subspan(650'000, some.size())));
    QCOMPARE(reader.read(image.size() - 10, some).value(), std::size_t{10});
    *reader.stopped() = true;
    QVERIFY(!reader.read(300'000, some));

    // In the air.
    MUST(story.reviewing(*story.dana).opened(story.space, second));
    const auto verdict = taken(story.reviewing(*story.dana).approve(story.space, second));
    auto mine = story.reading(*story.dana).submission(story.space, second);
    QVERIFY(mine->opened);
    QCOMPARE(mine->status.state, ReviewState::Approved);
    QCOMPARE(mine->verdictDelivery.at(verdict).state, store::Delivery::Local);
    QVERIFY(mine->verdictDelivery.at(verdict).holdUntil.has_value());
    const auto outbox = story.reading(*story.dana).outbox();
    const auto row = std::ranges::find(outbox, verdict.change, &replica::OutboxItem::change);
    QVERIFY(row != outbox.end());
    QCOMPARE(row->kind, domain::EntityKind::Verdict);
    QCOMPARE(row->verdict, domain::VerdictKind::Approve);
    QVERIFY(!row->background);
    QVERIFY(!story.deliverableOf(*story.maya).mayGoLive());

    // Landed.
    story.world.clock->advance(std::chrono::hours{5});
    story.settle();
    QVERIFY(story.deliverableOf(*story.maya).mayGoLive());
    MUST(story.work(*story.maya).seen(std::vector{verdict}));
    MUST(story.work(*story.maya).seen(std::vector{verdict}));
    story.settle();
    mine = story.reading(*story.dana).submission(story.space, second);
    QVERIFY(mine->verdictDelivery.at(verdict).storedAt.has_value());
    QVERIFY(mine->verdictDelivery.at(verdict).seenAt.has_value());
    MUST(story.work(*story.maya).goLive(story.deliverable, "https://video.example/1", false));
    story.settle();
    QVERIFY(story.deliverableOf(*story.svetlana).published.has_value());
    for (auto* one : story.everybody()) {
      auto verified = one->verify();
      MUST(verified);
      QVERIFY(verified->problems.empty());
      if (one != story.maya.get()) QCOMPARE(*one->digest(story.space), *story.maya->digest(story.space));
    }
  }

  // What a relay says of many at once is written down in one change of each space, and no more of it later.
  void manyReceiptsAreWitnessedInOneChange() {
    Story story;
    story.begin();
    MUST(story.maya->housekeep());
    std::vector<OpId> asked;
    for (const char* text : {"Morning or evening?", "With subtitles?", "May I show the shop?"})
      asked.push_back(taken(story.work(*story.maya).ask(domain::BriefPart::Live, {}, text)));
    const auto before = taken(story.maya->file().changes.count(story.space));
    QVERIFY(story.world.receipts(*story.maya));
    QVERIFY(taken(story.maya->housekeep()));
    QCOMPARE(taken(story.maya->file().changes.count(story.space)), before + 1);
    for (const auto& question : asked) {
      const auto& facts = story.maya->facts(story.space);
      const auto at =
          std::ranges::find_if(facts, [&](const domain::Fact& fact) { return fact.meta.id == question; });
      QVERIFY(at != facts.end() && at->meta.storedAt == story.world.clock->now());
    }
    // The receipt for that change asks for nothing itself.
    QVERIFY(story.world.receipts(*story.maya));
    QVERIFY(taken(story.maya->file().outbox.unwitnessedReceipts()).empty());
    QVERIFY(!taken(story.maya->housekeep()));
    story.settle();
    for (auto* one : story.everybody())
      QVERIFY(taken(one->verify()).problems.empty());
  }

  void aQuestionIsPinnedToAPartAndAnsweredWithADate() {
    Story story;
    story.begin();
    MUST(story.work(*story.maya).ask(domain::BriefPart::Live, {}, "Morning or evening?"));
    story.settle();
    auto desk = story.reading(*story.dana).briefDesk(story.space);
    QCOMPARE(desk->questions.size(), std::size_t{1});
    QVERIFY(desk->questions.front().replyBy > story.world.clock->now());
    MUST(story.briefing(*story.dana).answer(story.space, desk->questions.front().meta.id, "At nine."));
    story.settle();
    const auto home = story.reading(*story.maya).home();
    QCOMPARE(home->questions.front().answers.front().text, std::string("At nine."));
    QCOMPARE(home->questions.front().part.value(), domain::BriefPart::Live);
  }

  void aMaterialChangeAsksForAnotherGotItAndAnotherLook() {
    Story story;
    story.begin();
    const auto submission = story.submit("Day one.");
    story.settle();
    MUST(story.reviewing(*story.dana).approve(story.space, submission));
    story.settle();
    const auto brief = taken(story.briefing(*story.dana).draft(story.space));
    MUST(replica::Editing(*story.dana)
             .setText({story.space, brief.ref()}, static_cast<std::uint32_t>(domain::BriefPart::Make),
                      domain::Language::En, "What Maya reads about make: day 10."));
    QVERIFY(story.reading(*story.dana).briefDesk(story.space)->draftDiffers);
    MUST(story.briefing(*story.dana).issue(story.space, true));
    story.settle();
    const auto home = story.reading(*story.maya).home();
    QCOMPARE(home->changed.size(), std::size_t{1});
    QCOMPARE(home->changed.front().part, domain::BriefPart::Make);
    REFUSED(story.work(*story.maya).submit(story.draft("Day ten.")), ErrorCode::NotLatestBrief);
    using enum domain::GoLiveBlock;
    QCOMPARE(story.deliverableOf(*story.maya).blocks, (std::vector{NeedsLook, BriefNotAcknowledged}));
    REFUSED(story.work(*story.maya).goLive(story.deliverable, "https://video.example/1", false),
            ErrorCode::NotApproved);
    QVERIFY(story.statusOf(*story.dana, submission).needsLook);
    MUST(story.reviewing(*story.dana).stillFine(story.space, submission));
    MUST(story.work(*story.maya).acknowledge());
    story.settle();
    QVERIFY(!story.statusOf(*story.dana, submission).needsLook);
    QVERIFY(story.reading(*story.maya).home()->changed.empty());
    QVERIFY(story.deliverableOf(*story.maya).mayGoLive());
  }

  void bothLanesSavedTogetherAreNotStale() {
    using enum domain::Language;
    Story story;
    story.writeBrief();
    const replica::Place place{story.space, taken(story.briefing(*story.dana).draft(story.space)).ref()};
    const auto goal = domain::field::brief::goal;
    replica::Editing editing(*story.dana);
    const auto now = [&] {
      return story.reading(*story.dana).briefDesk(story.space)->draft->content.part(domain::BriefPart::Goal);
    };
    MUST(editing.setText(place, goal, Ru, "Старый перевод."));
    QCOMPARE(now().madeFrom.value(), now().en);
    // The order of the lanes is not what decides.
    MUST(editing.edit(place, {{goal, Ru, "Новый перевод."}, {goal, En, "A new goal."}}, {}));
    QCOMPARE(now().source, En);
    QCOMPARE(now().madeFrom.value(), std::string("A new goal."));
    QVERIFY(!now().stale());
    MUST(editing.edit(place, {{goal, En, "A newer goal."}}, {}));
    QVERIFY(now().stale());
    MUST(editing.edit(place, {{goal, Ru, "Перевод новее."}}, {}));
    QVERIFY(!now().stale());
  }

  void aNewTextInBothLanesKnowsItsSource() {
    using enum domain::Language;
    namespace m = domain::field::market;
    Story story;
    const replica::Place place{
        story.campaign,
        crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Market), Bytes{'D', 'E'}}};
    replica::Editing editing(*story.mila);
    const auto now = [&] {
      for (const auto& market : story.reading(*story.mila).page().markets)
        if (market.code == "DE") return market.name;
      return domain::Bilingual();
    };
    MUST(editing.edit(place, {{m::name, Ru, "Германия"}, {m::name, En, "Germany"}}, {}));
    QCOMPARE(now().source, Ru);
    QCOMPARE(now().madeFrom.value(), std::string("Германия"));
    QVERIFY(!now().stale());
    MUST(editing.setText(place, m::name, Ru, "ФРГ"));
    QVERIFY(now().stale());
  }

  void whoChangesTheirProfileIsSeenSoByOthers() {
    Story story;
    story.begin();
    const auto cardOf = [&](replica::Replica& seenBy, const MemberId& member) {
      for (const auto& person : story.reading(seenBy).people())
        if (person.member == member) return person.card;
      return domain::PersonCard();
    };
    const MemberId dana = story.dana->campaign(story.campaign)->me;
    const MemberId maya = story.maya->campaign(story.campaign)->me;
    // Another's word about her card stays where she says nothing new.
    const replica::Place card{story.campaign,
                              crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Person),
                                                Bytes(dana.bytes.begin(), dana.bytes.end())}};
    MUST(replica::Editing(*story.svetlana)
             .set(card, {{domain::field::person::workFrom, crdt::Value(std::int64_t{11 * 60})}}));
    story.settle();

    auto profile = story.dana->profile();
    profile.name = "Dana Brooks-Hill";
    profile.zone = "America/Denver";
    MUST(story.dana->setProfile(profile));
    MUST(story.dana->setProfile(profile)); // says nothing twice
    auto mayas = story.maya->profile();
    mayas.zone = "America/Phoenix";
    MUST(story.maya->setProfile(mayas));
    story.settle();
    QCOMPARE(cardOf(*story.svetlana, dana).name, std::string("Dana Brooks-Hill"));
    QCOMPARE(cardOf(*story.maya, dana).zone, std::string("America/Denver"));
    QCOMPARE(cardOf(*story.svetlana, dana).workFrom, std::chrono::minutes{11 * 60});
    QCOMPARE(cardOf(*story.dana, maya).zone, std::string("America/Phoenix"));
    QCOMPARE(cardOf(*story.dana, maya).name, std::string("maya"));
    QVERIFY(taken(story.dana->verify()).problems.empty());
  }

  // Two people choose the contact before they have heard of each other.
  void twoContactsSideBySideAreSettledByChoosingTheOneThatShows() {
    Story story;
    story.writeBrief();
    story.settle();
    const replica::Place card{story.space,
                              crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Creator), {}}};
    const auto choose = [&](replica::Replica& by, const MemberId& contact) {
      return replica::Editing(by).set(card, {{domain::field::person::contact, domain::idValue(contact)}});
    };
    const auto said = [&](replica::Replica& to) {
      std::vector<std::string> fields;
      for (const auto& row : story.reading(to).preflight())
        if (row.rule == domain::RuleId::F_ConflictingField && row.fix == domain::FixPlace::Creator)
          fields.push_back(row.arguments.front());
      return fields;
    };
    MUST(choose(*story.dana, story.mila->campaign(story.campaign)->me));
    MUST(choose(*story.svetlana, story.svetlana->campaign(story.campaign)->me));
    story.settle();
    for (auto* one : {story.dana.get(), story.svetlana.get()})
      QCOMPARE(said(*one), std::vector<std::string>{"contact"});
    MUST(choose(*story.dana, story.reading(*story.dana).briefDesk(story.space)->contact));
    story.settle();
    for (auto* one : {story.dana.get(), story.svetlana.get()})
      QVERIFY(said(*one).empty());
  }

  void undoAndWithdrawalAreDifferent() {
    Story story;
    story.begin();
    const auto submission = story.submit("Day one.");
    story.settle();
    // Not gone yet: no reason, and both arrive together.
    const auto hasty = taken(story.reviewing(*story.dana).approve(story.space, submission));
    MUST(story.reviewing(*story.dana).withdraw(story.space, hasty, ""));
    REFUSED(story.reviewing(*story.dana).withdraw(story.space, hasty, ""), ErrorCode::AlreadyExists);
    QCOMPARE(story.statusOf(*story.dana, submission).state, ReviewState::InReview);
    story.settle();
    QCOMPARE(story.statusOf(*story.maya, submission).state, ReviewState::InReview);
    QCOMPARE(story.statusOf(*story.dana, submission).replaced.size(), std::size_t{1});
    // The creator is told of neither, wherever she looks.
    QVERIFY(story.statusOf(*story.maya, submission).replaced.empty());
    QVERIFY(story.reading(*story.maya).home()->deliverables.at(0).submissions.at(0).replaced.empty());
    // Delivered: the creator is told why, and only its author may.
    const auto verdict = taken(story.reviewing(*story.dana).approve(story.space, submission));
    story.settle();
    REFUSED(story.reviewing(*story.dana).withdraw(story.space, verdict, " "), ErrorCode::ReasonMissing);
    REFUSED(story.reviewing(*story.svetlana).withdraw(story.space, verdict, "no"), ErrorCode::NotAllowed);
    MUST(story.reviewing(*story.dana).withdraw(story.space, verdict, "The wrong cut."));
    story.settle();
    QCOMPARE(story.statusOf(*story.maya, submission).replaced.back().withdrawReason,
             std::string("The wrong cut."));
    // After It's live: refused.
    const auto last = taken(story.reviewing(*story.dana).approve(story.space, submission));
    story.settle();
    MUST(story.work(*story.maya).goLive(story.deliverable, "https://video.example/1", false));
    story.settle();
    REFUSED(story.reviewing(*story.dana).withdraw(story.space, last, "late"), ErrorCode::AlreadyLive);
    REFUSED(story.reviewing(*story.dana).approve(story.space, submission), ErrorCode::AlreadyLive);
    REFUSED(story.work(*story.maya).submit(story.draft("More.")), ErrorCode::AlreadyLive);
  }

  void aCreatorsDeviceTellsOfEveryAnswerThatReachedIt() {
    Story story;
    story.begin();
    const auto sent = story.submit("Day 7.");
    story.settle();
    taken(story.reviewing(*story.dana).opened(story.space, sent));
    const auto verdict = taken(story.reviewing(*story.dana).approve(story.space, sent));
    story.world.clock->advance(std::chrono::minutes{1});
    story.settle();
    const auto seenAt = [&] {
      return story.reading(*story.dana).submission(story.space, sent)->verdictDelivery.at(verdict).seenAt;
    };
    QVERIFY(!seenAt());
    MUST(story.work(*story.maya).tellWhatArrived());
    story.settle();
    QVERIFY(seenAt().has_value());
    // Once is enough.
    const auto before = story.reading(*story.maya).log(1000).size();
    MUST(story.work(*story.maya).tellWhatArrived());
    QCOMPARE(story.reading(*story.maya).log(1000).size(), before);
  }
};

QTEST_GUILESS_MAIN(TestWork)

} // namespace test_work
#include "test_work.moc"
