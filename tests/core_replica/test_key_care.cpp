// Keys for who lacks them: any manager's replica that sees a device or an open invitation without a key
// seals it to them.
#include "core/replica/state.h"
#include "tests/core_replica/story.h"

namespace test_key_care {

using namespace meridian;
using test::Story;
using test::taken;

class TestKeyCare : public QObject {
  Q_OBJECT

 private:
  static std::string thesisOf(Story& story, replica::Replica& one) {
    return story.reading(one).page().page.thesis.en;
  }

 private slots:
  void aLeadConfirmedWhileACreatorIsBeingAddedGetsTheCreatorsSpace() {
    Story story;
    // Mila confirms Lena while Dana, who has not heard of her, makes Maya's space.
    auto lena = story.world.person("lena", "Europe/Moscow", domain::Language::Ru);
    const auto invitation = story.invitationBy(*story.mila, "Lena", log::Role::CampaignLead);
    taken(replica::Access::join(*lena, invitation));
    story.world.carry(*story.mila, *lena, story.campaign);
    QVERIFY(taken(replica::Access(*lena, story.campaign).continueJoin()));
    story.world.carry(*lena, *story.mila, story.campaign);
    QVERIFY(taken(story.mila->housekeep()));
    story.writeBrief();

    auto all = story.everybody();
    all.push_back(lena.get());
    story.world.settle(all, story.campaign);
    const auto creators = story.reading(*lena).creators();
    QCOMPARE(creators.size(), std::size_t{1});
    QCOMPARE(creators.front().card.name, std::string("Maya Collins"));
    QCOMPARE(taken(lena->digest(story.space)), taken(story.mila->digest(story.space)));
    // Once everybody has theirs nothing more is written.
    for (auto* one : all)
      QVERIFY(!taken(one->housekeep()));
  }

  void aDeviceThatWasAddedWithoutKeysIsGivenThemByAnotherManager() {
    Story story;
    story.writeBrief();
    story.settle();
    auto tablet = story.world.person("dana-tablet", "America/New_York", domain::Language::En);
    const auto box = sealing::BoxKey::fromSeed(taken(tablet->file().keys.secret("device/box"))->view());
    {
      auto transaction = taken(replica::Replica::Transaction::begin(*story.dana));
      const auto member = story.dana->campaign(story.campaign)->me;
      taken(transaction.entry(story.campaign,
                              {envelope::DeviceItem{member, tablet->device(), box.publicKey()}}, {}));
      taken(transaction.commit());
    }
    store::CampaignRow row;
    row.id = story.campaign;
    row.membership = store::Membership::Member;
    taken(tablet->file().campaigns.put(row));
    tablet.reset();
    tablet = story.world.reopen("dana-tablet");

    story.world.carry(*story.dana, *story.mila, story.campaign);
    story.world.carry(*story.mila, *tablet, story.campaign);
    QCOMPARE(thesisOf(story, *tablet), std::string()); // it holds everything and can read nothing
    QVERIFY(taken(story.mila->housekeep()));
    QVERIFY(!taken(story.mila->housekeep()));
    story.world.carry(*story.mila, *tablet, story.campaign);
    QCOMPARE(thesisOf(story, *tablet), std::string("Care that proves itself."));
    QCOMPARE(story.reading(*tablet).creators().size(), std::size_t{1});
    QVERIFY(taken(tablet->verify()).problems.empty());
  }

  void anOpenInvitationWithoutKeysIsGivenThemByAnotherManager() {
    Story story;
    const auto secret = SecretBytes::random(32, story.dana->random());
    const auto keys = log::invitationKeys(secret.view());
    {
      envelope::Invite invite;
      invite.sign = keys.sign.id();
      invite.box = keys.box.publicKey();
      invite.expiry = story.world.clock->now() + std::chrono::hours{24};
      invite.capability = log::capabilityOf(log::Role::Viewer);
      invite.spaces = {story.campaign};
      log::EntryDetail detail;
      detail.items.push_back({.item = 0, .role = log::Role::Viewer, .market = {}, .from = {}, .to = {}});
      auto transaction = taken(replica::Replica::Transaction::begin(*story.mila));
      taken(transaction.entry(story.campaign, {invite}, detail));
      taken(transaction.commit());
    }
    story.world.carry(*story.mila, *story.svetlana, story.campaign);
    QVERIFY(taken(story.svetlana->housekeep()));
    QVERIFY(!taken(story.svetlana->housekeep()));

    auto ann = story.world.person("ann", "Europe/Berlin", domain::Language::En);
    replica::Invitation link;
    link.campaign = story.campaign;
    link.inviter = story.mila->device();
    link.secret.assign(secret.view().begin(), secret.view().end());
    link.inviteeName = "Ann";
    link.role = log::Role::Viewer;
    link.expiry = story.world.clock->now() + std::chrono::hours{24};
    taken(replica::Access::join(*ann, link));
    story.world.carry(*story.svetlana, *ann, story.campaign);
    QVERIFY(taken(replica::Access(*ann, story.campaign).continueJoin()));
    auto all = story.everybody();
    all.push_back(ann.get());
    story.world.settle(all, story.campaign);
    QCOMPARE(thesisOf(story, *ann), std::string("Care that proves itself."));
  }

  // What is sealed to somebody can be opened by nobody else: a share may hold rubbish and look like any
  // other.
  void aRubbishShareDoesNotKeepTheConfirmedDeviceFromItsKeys() {
    Story story;
    const auto invitation = taken(replica::Access(*story.mila, story.campaign)
                                      .invite({.name = "Ann",
                                               .role = log::Role::CampaignLead,
                                               .market = {},
                                               .creatorSpace = {},
                                               .from = {},
                                               .to = {},
                                               .language = domain::Language::En,
                                               .expiry = story.world.clock->now() + std::chrono::hours{24}}));
    auto ann = story.world.person("ann", "Europe/Berlin", domain::Language::En);
    taken(replica::Access::join(*ann, invitation));
    story.world.carry(*story.mila, *ann, story.campaign);
    QVERIFY(taken(replica::Access(*ann, story.campaign).continueJoin()));
    story.world.carry(*ann, *story.dana, story.campaign);
    const auto keys = taken(story.mila->file().keys.ofSpace(story.campaign));
    QVERIFY(!keys.empty());
    {
      auto transaction = taken(replica::Replica::Transaction::begin(*story.dana));
      std::vector<envelope::Item> items;
      for (const auto& key : keys)
        items.emplace_back(envelope::KeyShare{key.id, {{ann->device(), {}}}});
      taken(transaction.entry(story.campaign, std::move(items), {}));
      taken(transaction.commit());
    }
    story.world.carry(*story.dana, *story.mila, story.campaign);
    QVERIFY(taken(story.mila->housekeep()));

    const auto box = sealing::BoxKey::fromSeed(taken(ann->file().keys.secret("device/box"))->view());
    const auto& clear = story.mila->authority(story.campaign).clear();
    std::set<KeyId> opened;
    for (const auto& row :
         taken(story.mila->file().changes.after(story.campaign, envelope::Chain::Authority, 0, 1000)))
      if (const auto* items = clear.effectiveItems(row.change.id()))
        for (const auto& item : *items)
          if (const auto* share = std::get_if<envelope::KeyShare>(&item))
            for (const auto& recipient : share->recipients)
              if (recipient.id == ann->device() && box.open(recipient.sealedKey)) opened.insert(share->key);
    QCOMPARE(opened.size(), keys.size());
  }

  void anExpiredInvitationIsGivenNothing() {
    Story story;
    taken(replica::Access(*story.mila, story.campaign)
              .invite({.name = "Ann",
                       .role = log::Role::CampaignLead,
                       .market = {},
                       .creatorSpace = {},
                       .from = {},
                       .to = {},
                       .language = domain::Language::En,
                       .expiry = story.world.clock->now() + std::chrono::hours{1}}));
    story.world.clock->advance(std::chrono::hours{2});
    story.writeBrief(); // a space that she was not invited to
    story.settle();
    for (auto* one : story.everybody())
      QVERIFY(!taken(one->housekeep()));
  }
};

QTEST_GUILESS_MAIN(TestKeyCare)

} // namespace test_key_care
#include "test_key_care.moc"
