// An altered client gains nothing: it seals and signs what its person has no right to, and every replica
// that gets it, whoever sent it, keeps it without effect. Each case stands beside the same op by somebody
// entitled, which counts.
#include "core/domain/roster.h"
#include "core/replica/state.h"
#include "tests/core_replica/altered_client.h"

namespace test_altered_client {

using namespace meridian;
using domain::EntityKind;
using test::bytesOf;
using test::create;
using test::forge;
namespace fact = domain::fact;

class TestAlteredClient : public QObject {
  Q_OBJECT

 private:
  // Hands the forged change to a third replica and says what became of it there.
  std::pair<domain::Effect, std::string> effectOn(replica::Replica& third, const envelope::Change& forged) {
    const auto received = test::taken(third.receive({{bytesOf(forged)}, {}, true}));
    if (received.front() != replica::Received::Stored) qFatal("the forged change was not even stored");
    const auto info = test::taken(third.file().changes.info(forged.id()));
    return {static_cast<domain::Effect>(info->effect), info->reason};
  }

 private slots:
  void aCreatorCannotApproveTheOwnSubmission() {
    test::Story story;
    story.begin();
    const OpId submission = story.submit("Day 1, day 4, day 7.");
    story.settle();
    domain::Verdict verdict;
    verdict.submission = submission;
    verdict.manifest = story.statusOf(*story.maya, submission).submission.manifest;
    verdict.kind = domain::VerdictKind::Approve;
    const auto forged =
        forge(*story.maya, story.space, {create(EntityKind::Verdict, domain::toValue(verdict))});
    QCOMPARE(effectOn(*story.svetlana, forged).first, domain::Effect::Void);
    QCOMPARE(effectOn(*story.dana, forged).first, domain::Effect::Void);
    QCOMPARE(story.statusOf(*story.svetlana, submission).state, domain::ReviewState::InReview);
    QCOMPARE(effectOn(*story.mila, forged).first, domain::Effect::Void);
    QCOMPARE(test::taken(story.mila->digest(story.space)), test::taken(story.svetlana->digest(story.space)));
    QVERIFY(!story.deliverableOf(*story.dana).mayGoLive());

    MUST(story.reviewing(*story.dana).opened(story.space, submission));
    MUST(story.reviewing(*story.dana).approve(story.space, submission));
    story.world.carry(*story.dana, *story.svetlana, story.campaign);
    QCOMPARE(story.statusOf(*story.svetlana, submission).state, domain::ReviewState::Approved);
  }

  void aHubLeadCannotTouchAnotherMarketAndACreatorNone() {
    test::Story story;
    story.begin();
    const crdt::KeyedEntity ru{static_cast<std::uint16_t>(EntityKind::Market), Bytes{'R', 'U'}};
    const crdt::KeyedEntity us{static_cast<std::uint16_t>(EntityKind::Market), Bytes{'U', 'S'}};
    auto angle = [&](replica::Replica& by, const crdt::KeyedEntity& market) {
      const auto* state = by.entity(story.campaign, crdt::EntityId::keyed(market));
      const auto field = domain::block(domain::field::market::angle, domain::lane::en);
      return test::taken(state->textOf(field).replaceWith(market, field, "Discounts"));
    };
    auto shown = [&](replica::Replica& one, const crdt::KeyedEntity& market) {
      return domain::readBlock(*one.entity(story.campaign, crdt::EntityId::keyed(market)),
                               domain::field::market::angle)
          .en;
    };
    const auto foreign =
        effectOn(*story.svetlana, forge(*story.dana, story.campaign, angle(*story.dana, ru)));
    QCOMPARE(foreign.first, domain::Effect::Void);
    QCOMPARE(QString::fromStdString(foreign.second), QStringLiteral("not-your-market"));
    QCOMPARE(shown(*story.svetlana, ru), std::string());
    const auto creators = effectOn(*story.mila, forge(*story.maya, story.campaign, angle(*story.maya, us)));
    QCOMPARE(creators.first, domain::Effect::Void);
    QCOMPARE(shown(*story.mila, us), std::string());

    MUST(replica::Editing(*story.svetlana)
             .setText({story.campaign, ru}, domain::field::market::angle, domain::Language::En, "Quality"));
    QCOMPARE(shown(*story.svetlana, ru), std::string("Quality"));
  }

  // P7: what a brief inherits is the campaign's. A hub writes the activation and nothing else.
  void P7_aHubCannotEditWhatItsBriefsInherit() {
    namespace c = domain::field::campaign;
    const crdt::KeyedEntity page{static_cast<std::uint16_t>(EntityKind::Campaign), {}};
    for (const auto block : {c::thesis, c::goal, c::valueProposition, c::successMetric}) {
      test::Story story;
      story.begin();
      const auto* state = story.dana->entity(story.campaign, crdt::EntityId::keyed(page));
      const auto field = domain::block(block, domain::lane::en);
      auto ops = test::taken(state->textOf(field).replaceWith(page, field, "Now 20 % off."));
      const auto [effect, reason] =
          effectOn(*story.svetlana, forge(*story.dana, story.campaign, std::move(ops)));
      QCOMPARE(effect, domain::Effect::Void);
      QCOMPARE(QString::fromStdString(reason), QStringLiteral("not-your-right"));
      const auto& shown = *story.svetlana->entity(story.campaign, crdt::EntityId::keyed(page));
      QVERIFY(domain::readBlock(shown, block).en != "Now 20 % off.");
    }
    // Nor with an honest client. By whoever may, it counts, and the hub's next issue carries it.
    test::Story story;
    story.begin();
    const replica::Place place{story.campaign, page};
    REFUSED(replica::Editing(*story.dana).setText(place, c::valueProposition, domain::Language::En, "Off."),
            ErrorCode::NotAllowed);
    MUST(replica::Editing(*story.svetlana)
             .setText(place, c::valueProposition, domain::Language::En, "Visible in a week."));
    story.world.carry(*story.svetlana, *story.dana, story.campaign);
    const auto draft = test::taken(story.briefing(*story.dana).draft(story.space));
    MUST(replica::Editing(*story.dana)
             .setText({story.space, draft.ref()}, domain::field::brief::make, domain::Language::En,
                      "One video."));
    MUST(story.briefing(*story.dana).issue(story.space, false));
    story.world.carry(*story.dana, *story.maya, story.campaign);
    const auto brief = story.reading(*story.maya).home()->brief.current;
    QCOMPARE(brief->inherited.valueProposition.en, std::string("Visible in a week."));
    QCOMPARE(brief->content.part(domain::BriefPart::Make).en, std::string("One video."));
  }

  // Nor unseen: what a brief was issued with beside the campaign's own words is every lead's to see.
  void P7_aBriefThatLendsOtherWordsThanTheCampaignsStandsInPreflight() {
    test::Story story;
    story.begin();
    const auto differs = [&](replica::Replica& one) {
      return std::ranges::any_of(story.reading(one).preflight(), [&](const domain::PreflightRow& row) {
        return row.rule == domain::RuleId::P7_Inherited && row.creatorSpace == story.space;
      });
    };
    QVERIFY(!differs(*story.svetlana) && !differs(*story.dana));
    auto issue = *story.reading(*story.dana).briefDesk(story.space)->live.current;
    issue.inherited.valueProposition.en = "Now 20 % off.";
    const auto forged =
        forge(*story.dana, story.space, {create(EntityKind::BriefIssued, domain::toValue(issue))});
    QCOMPARE(effectOn(*story.svetlana, forged).first, domain::Effect::Counts); // it is hers to issue
    QVERIFY(differs(*story.svetlana));

    // Her honest client goes on behind it.
    QCOMPARE(effectOn(*story.dana, forged).first, domain::Effect::Counts);
    MUST(story.briefing(*story.dana).issue(story.space, true));
    story.world.carry(*story.dana, *story.svetlana, story.campaign);
    QVERIFY(!differs(*story.svetlana));
  }

  // The line of the roster that all leads read about a creator of another market.
  void aHubLeadCannotWriteAnotherMarketsLineOfTheRoster() {
    test::Story story;
    story.begin();
    const auto alyona = test::taken(story.addAnother(*story.svetlana, "RU"));
    const auto spaces = story.dana->spaces(story.campaign);
    const auto kind = static_cast<std::uint8_t>(log::SpaceKind::Team);
    const auto team = std::ranges::find(spaces, kind, &store::SpaceRow::kind)->id;
    const auto line = [&](const domain::RosterKey& key) {
      return crdt::SetRegister{
          crdt::KeyedEntity{static_cast<std::uint16_t>(EntityKind::RosterEntry), domain::toBytes(key)},
          domain::field::roster::handle,
          crdt::Value("@somebody-else"),
          {}};
    };
    // Before she has seen that line, so that nothing in the past of her change could tell whose it is.
    const auto unseen = effectOn(*story.svetlana, forge(*story.dana, team, {line({"RU", alyona})}));
    QCOMPARE(unseen.first, domain::Effect::Void);
    QCOMPARE(QString::fromStdString(unseen.second), QStringLiteral("not-your-market"));
    QCOMPARE(effectOn(*story.mila, forge(*story.dana, team, {line({"", alyona})})).second,
             std::string("bad-key"));
    story.settle();
    const auto known = story.reading(*story.dana).creators();
    const auto shown = std::ranges::find(known, alyona, &domain::CreatorOverview::space);
    QVERIFY(shown != known.end() && shown->rosterOnly);
    QCOMPARE(shown->market, std::string("RU"));
    QCOMPARE(shown->card.handle, std::string("@alyona"));

    QCOMPARE(effectOn(*story.svetlana, forge(*story.dana, team, {line({"US", story.space})})).first,
             domain::Effect::Counts);
  }

  void aCreatorCannotIssueABriefNorEditOne() {
    test::Story story;
    story.begin();
    const auto draft = test::taken(story.briefing(*story.dana).draft(story.space));
    const auto* state = story.maya->entity(story.space, draft);
    QVERIFY(state != nullptr);
    const auto field = domain::block(static_cast<std::uint32_t>(domain::BriefPart::Goal), domain::lane::en);
    auto ops = test::taken(state->textOf(field).replaceWith(draft.ref(), field, "Whatever I like."));
    QCOMPARE(effectOn(*story.dana, forge(*story.maya, story.space, std::move(ops))).first,
             domain::Effect::Void);
    const auto live = story.reading(*story.dana).briefDesk(story.space);
    QVERIFY(live && live->draft);
    QVERIFY(live->draft->content.part(domain::BriefPart::Goal).en != "Whatever I like.");
  }

  void aForgedTimeOfReceiptMovesNoPromise() {
    test::Story story;
    story.begin();
    const OpId submission = story.submit("Day 1, day 4, day 7.");
    story.settle();
    const auto promise = story.statusOf(*story.dana, submission).promise.promise;
    QVERIFY(promise.has_value());
    // A receipt by a relay that the campaign never named, a week earlier.
    const auto stranger = signing::SigningKey::generate(story.maya->random());
    const auto receipt =
        envelope::makeReceipt(stranger, envelope::Receipt::Kind::Change, {}, submission.change,
                              story.world.clock->now() - std::chrono::hours{24 * 7});
    domain::Received claim;
    claim.subject = submission.change;
    claim.time = receipt.at;
    claim.evidence = domain::Evidence::Receipt;
    claim.receipt = envelope::encodeReceipt(receipt);
    claim.promise = promise;
    claim.promise->due -= std::chrono::hours{24 * 7};
    const auto forged =
        forge(*story.maya, story.space, {create(EntityKind::Received, domain::toValue(claim))});
    MUST(story.dana->receive({{bytesOf(forged)}, {}, true}));
    QCOMPARE(story.statusOf(*story.dana, submission).promise.promise->due, promise->due);
    // The real receipt with another time beside it proves nothing either.
    const auto real = test::taken(story.maya->file().outbox.receipts(submission.change)).front();
    claim.receipt = real.bytes;
    claim.time = real.at - std::chrono::hours{24 * 7};
    claim.promise->received = claim.time;
    const auto second =
        forge(*story.maya, story.space, {create(EntityKind::Received, domain::toValue(claim))});
    MUST(story.svetlana->receive({{bytesOf(second)}, {}, true}));
    QCOMPARE(story.statusOf(*story.svetlana, submission).promise.promise->due, promise->due);
  }

  // C6: the promise counts from when all of it has arrived, not from when its text has.
  void aReceiptForTheTextAloneStartsNoPromiseOfASubmissionWithFiles() {
    test::Story story;
    story.begin();
    const auto path = story.world.root() / "picked.txt";
    std::ofstream(path) << "Day one.";
    auto draft = story.draft("Day 1, day 4, day 7.");
    draft.attachments = {test::taken(story.work(*story.maya).attach(path))};
    const OpId submission = test::taken(story.work(*story.maya).submit(draft));
    const auto claimed = [&](envelope::Receipt::Kind kind) {
      const auto receipt =
          envelope::makeReceipt(story.world.relay, kind, {}, submission.change, story.world.clock->now());
      domain::Received claim;
      claim.subject = submission.change;
      claim.time = receipt.at;
      claim.evidence = domain::Evidence::Receipt;
      claim.receipt = envelope::encodeReceipt(receipt);
      domain::Promise promise;
      promise.received = receipt.at;
      promise.due = receipt.at + std::chrono::hours{24};
      promise.zone = "America/New_York";
      claim.promise = promise;
      return forge(*story.maya, story.space, {create(EntityKind::Received, domain::toValue(claim))});
    };
    const auto promised = [&] {
      return story.statusOf(*story.svetlana, submission).promise.promise.has_value();
    };
    story.world.carry(*story.maya, *story.svetlana, story.campaign);
    MUST(story.svetlana->receive({{bytesOf(claimed(envelope::Receipt::Kind::Change))}, {}, true}));
    QVERIFY(!promised());
    MUST(story.svetlana->receive({{bytesOf(claimed(envelope::Receipt::Kind::Blobs))}, {}, true}));
    QVERIFY(promised());
    // Whichever comes first: the claim, or what it is about.
    MUST(story.dana->receive({{bytesOf(claimed(envelope::Receipt::Kind::Change))}, {}, true}));
    story.world.carry(*story.maya, *story.dana, story.campaign);
    QVERIFY(!story.statusOf(*story.dana, submission).promise.promise.has_value());
  }

  void aDueTimeThatOthersComputeDifferentlyIsFlagged() {
    test::Story story;
    story.begin();
    const OpId honest = story.submit("Day 1, day 4, day 7.");
    story.settle();
    for (auto* one : story.everybody())
      QCOMPARE(story.statusOf(*one, honest).promise.dueCheck, domain::DueCheck::Agrees);
    const auto right = story.statusOf(*story.dana, honest).promise.promise;

    // The receipt is real and so is the schedule; the due time between them is not what follows.
    const OpId submission = story.submit("Day 1, day 4, day 7, day 9.");
    QVERIFY(story.world.receipts(*story.maya));
    const auto receipt = test::taken(story.maya->file().outbox.receipts(submission.change)).front();
    domain::Received claim;
    claim.subject = submission.change;
    claim.time = receipt.at;
    claim.evidence = domain::Evidence::Receipt;
    claim.receipt = receipt.bytes;
    claim.promise = right;
    claim.promise->received = receipt.at;
    claim.promise->due = right->due - std::chrono::hours{24};
    story.world.carry(*story.maya, *story.dana, story.campaign);
    const auto forged =
        forge(*story.maya, story.space, {create(EntityKind::Received, domain::toValue(claim))});
    for (auto* one : {story.dana.get(), story.mila.get(), story.svetlana.get()}) {
      story.world.carry(*story.maya, *one, story.campaign);
      MUST(one->receive({{bytesOf(forged)}, {}, true}));
      const auto promise = story.statusOf(*one, submission).promise;
      QCOMPARE(promise.promise->due, claim.promise->due);    // what was promised stands …
      QCOMPARE(promise.dueCheck, domain::DueCheck::Differs); // … and nobody takes it for the schedule's
      QCOMPARE(promise.dueHere, std::optional(right->due));
    }
  }

  // Naming a schedule that nobody ever wrote is no way around it.
  void aDueTimeOfAScheduleThatIsNowhereIsFlaggedToo() {
    test::Story story;
    story.begin();
    const OpId submission = story.submit("Day 1, day 4, day 7.");
    QVERIFY(story.world.receipts(*story.maya));
    const auto receipt = test::taken(story.maya->file().outbox.receipts(submission.change)).front();
    domain::Received claim;
    claim.subject = submission.change;
    claim.time = receipt.at;
    claim.evidence = domain::Evidence::Receipt;
    claim.receipt = receipt.bytes;
    domain::Promise promised;
    promised.received = receipt.at;
    promised.due = receipt.at + std::chrono::hours{24 * 30};
    promised.zone = "America/New_York";
    promised.scheduleRevision = OpId{submission.change, 7};
    claim.promise = promised;
    const auto forged =
        forge(*story.maya, story.space, {create(EntityKind::Received, domain::toValue(claim))});
    for (auto* one : {story.dana.get(), story.mila.get(), story.svetlana.get()}) {
      story.world.carry(*story.maya, *one, story.campaign);
      MUST(one->receive({{bytesOf(forged)}, {}, true}));
      const auto promise = story.statusOf(*one, submission).promise;
      QCOMPARE(promise.promise->due, promised.due);
      QCOMPARE(promise.dueCheck, domain::DueCheck::Differs);
      QVERIFY(!promise.dueHere);
    }
  }

  void anInvitationThatNamesAForeignSpaceGetsNoKeyOfIt() {
    test::Story story;
    story.begin();
    const auto foreign = test::taken(story.addAnother(*story.svetlana, "RU"));
    story.settle();
    QVERIFY(!story.dana->campaignOf(foreign));
    // Dana's client invites a creator of her own market into her own creator's space, and into the other.
    const auto secret = SecretBytes::random(32, story.dana->random());
    const auto keys = log::invitationKeys(secret.view());
    replica::Invitation link;
    link.campaign = story.campaign;
    link.inviter = story.dana->device();
    link.secret.assign(secret.view().begin(), secret.view().end());
    link.inviteeName = "Eve";
    link.role = log::Role::Creator;
    link.market = "US";
    link.expiry = story.world.clock->now() + std::chrono::hours{24};
    {
      envelope::Invite invite;
      invite.sign = keys.sign.id();
      invite.box = keys.box.publicKey();
      invite.expiry = link.expiry;
      invite.capability = log::capabilityOf(link.role);
      invite.spaces = {story.campaign, story.space, foreign};
      std::ranges::sort(invite.spaces);
      log::EntryDetail detail;
      detail.items.push_back({.item = 0, .role = link.role, .market = link.market, .from = {}, .to = {}});
      auto transaction = test::taken(replica::Replica::Transaction::begin(*story.dana));
      test::taken(transaction.entry(story.campaign, {invite}, detail));
      test::taken(transaction.commit());
    }
    auto sealedTo = [&](const SpaceId& space, const DeviceId& id) {
      const auto& clear = story.mila->authority(space).clear();
      const auto rows =
          test::taken(story.mila->file().changes.after(space, envelope::Chain::Authority, 0, 1000));
      return std::ranges::any_of(rows, [&](const auto& row) {
        const auto* items = clear.effectiveItems(row.change.id());
        return items && std::ranges::any_of(*items, [&](const envelope::Item& item) {
                 const auto* share = std::get_if<envelope::KeyShare>(&item);
                 return share && std::ranges::find(share->recipients, id, &envelope::Recipient::id) !=
                                     share->recipients.end();
               });
      });
    };
    story.settle();
    QVERIFY(sealedTo(story.space, keys.sign.id())); // hers to give
    QVERIFY(!sealedTo(foreign, keys.sign.id()));

    // Nor by joining and being confirmed.
    auto eve = story.world.person("eve", "America/New_York", domain::Language::En);
    MUST(replica::Access::join(*eve, link));
    story.world.carry(*story.mila, *eve, story.campaign);
    QVERIFY(test::taken(replica::Access(*eve, story.campaign).continueJoin()));
    story.world.carry(*eve, *story.mila, story.campaign);
    QVERIFY(test::taken(story.mila->housekeep()));
    story.settle();
    story.world.carry(*story.mila, *eve, story.campaign);
    QVERIFY(sealedTo(story.space, eve->device()));
    QVERIFY(!sealedTo(foreign, eve->device()));
    QVERIFY(!story.mila->authority(foreign).counting().capability(foreign, eve->device()));
    QVERIFY(!eve->campaignOf(foreign));
  }

  void aChangeOfAStrangerIsNotEvenKept() {
    test::Story story;
    story.begin();
    test::Story other;
    const auto foreign = forge(*other.mila, other.campaign,
                               {create(EntityKind::CharterAcknowledged, crdt::Value(crdt::Value::Map{}))});
    const auto received = test::taken(story.dana->receive({{bytesOf(foreign)}, {}, true}));
    QCOMPARE(received.front(), replica::Received::Refused);
  }

  void aFlippedBitAnywhereIsRefused() {
    test::Story story;
    story.begin();
    const auto honest =
        forge(*story.maya, story.space, {create(EntityKind::BriefOpened, crdt::Value(crdt::Value::Map{}))});
    for (std::size_t at = 0; at < honest.bytes().size(); at += 7) {
      Bytes damaged = bytesOf(honest);
      damaged[at] ^= 0x10;
      const auto received = test::taken(story.dana->receive({{damaged}, {}, true}));
      QVERIFY2(received.front() == replica::Received::Refused || received.front() == replica::Received::Gap,
               qPrintable(QString::number(at)));
    }
    QCOMPARE(test::taken(story.dana->receive({{bytesOf(honest)}, {}, true})).front(),
             replica::Received::Stored);
  }
};

QTEST_GUILESS_MAIN(TestAlteredClient)

} // namespace test_altered_client
#include "test_altered_client.moc"
