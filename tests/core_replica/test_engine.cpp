#include <QtTest>

#include "core/base/limits.h"
#include "core/replica/editing.h"
#include "core/replica/state.h"
#include "tests/core_replica/world.h"
#include "tests/support/must.h"

namespace test_engine {

using namespace meridian;
using replica::Access;
using replica::Founding;
using test::pageOf;
using test::thesisOf;

namespace {

constexpr auto en = domain::Language::En;

} // namespace

class TestEngine : public QObject {
  Q_OBJECT

 private slots:
  void aFoundedCampaignIsThereAfterARestart() {
    test::World world;
    SpaceId campaign;
    {
      auto mila = world.person("mila", "Europe/Belgrade", en);
      auto made =
          Founding::create(*mila, "Verba", {.en = "Verba", .ru = "Верба", .source = en, .madeFrom = {}});
      MUST(made);
      campaign = *made;
      MUST(replica::Editing(*mila).setText(pageOf(campaign), domain::field::campaign::thesis, en,
                                           "Care that proves itself."));
      QCOMPARE(mila->campaigns().size(), std::size_t{1});
      QCOMPARE(mila->campaigns().front().role, log::Role::BrandLead);
    }
    auto mila = world.reopen("mila");
    QCOMPARE(mila->campaigns().size(), std::size_t{1});
    QCOMPARE(mila->campaigns().front().title, std::string("Verba"));
    QCOMPARE(mila->campaigns().front().role, log::Role::BrandLead);
    QCOMPARE(thesisOf(*mila, campaign), std::string("Care that proves itself."));
    auto verified = mila->verify();
    MUST(verified);
    for (const auto& problem : verified->problems)
      qWarning("%s", problem.c_str());
    QVERIFY(verified->problems.empty());
  }

  void aSecondProcessIsRefusedWhileTheProfileIsOpen() {
    test::World world;
    auto mila = world.person("mila", "Europe/Belgrade", en);
    auto second = replica::Replica::open(world.options("mila"), world.unlock("mila"));
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::ProfileInUse);
  }

  void aWrongKeyOpensNothingAndLosesNothing() {
    test::World world;
    { auto mila = world.person("mila", "Europe/Belgrade", en); }
    { auto other = world.person("other", "Europe/Belgrade", en); }
    auto opened = replica::Replica::open(world.options("mila"), world.unlock("other"));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::WrongKey);
    QVERIFY(world.reopen("mila"));
  }

  void aKeychainsKeyIsReplacedEvenWhereItIsTheOnlyWayIn() {
    test::World world;
    const auto raw = [](std::uint8_t byte) {
      replica::Unlock unlock;
      unlock.with = replica::Unlock::With::RawKey;
      unlock.rawKey = SecretBytes::copyOf(Bytes(32, byte));
      return unlock;
    };
    const auto options = world.options("mila");
    MUST(replica::Replica::create(options, raw(1), {"Mila", "Europe/Belgrade", en, {}, {}}));
    MUST(replica::addUnlock(options.directory, raw(1), raw(2)));
    MUST(replica::Replica::open(options, raw(2)));
    const auto older = replica::Replica::open(options, raw(1));
    QVERIFY(!older);
    QCOMPARE(older.error().code, ErrorCode::WrongKey);
    const auto ways = replica::unlockWays(options.directory);
    QVERIFY(ways && ways->ways.size() == 1);
  }

  void aNewPassphraseHasTwelveCharactersAndAPersonAName() {
    test::World world;
    const auto with = [](std::string passphrase) {
      replica::Unlock unlock;
      unlock.passphrase = std::move(passphrase);
      return unlock;
    };
    const replica::ProfileInfo mila{"Mila", "Europe/Belgrade", en, {}, {}};
    const auto codeOf = [](const auto& result) { return result ? ErrorCode::Internal : result.error().code; };
    const auto refused = [&](const replica::Unlock& unlock, const replica::ProfileInfo& info) {
      return codeOf(replica::Replica::create(world.options("mila"), unlock, info)) ==
             ErrorCode::InvalidArgument;
    };
    // Counted as letters, composed: eleven of two bytes, and twelve as typed that are six.
    QVERIFY(refused(with("short"), mila));
    QVERIFY(refused(with("восемь букв"), mila));
    QVERIFY(refused(with("e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"), mila));
    const auto good = with("девять слов!");
    for (const char* name : {"", "  ", "\xff\xfe"})
      QVERIFY2(refused(good, {name, "Europe/Belgrade", en, {}, {}}), name);
    const std::string longest(limits::shortTextBytes, 'x');
    const replica::ProfileInfo tooLong{longest + "x", "Europe/Belgrade", en, {}, {}};
    QCOMPARE(codeOf(replica::Replica::create(world.options("mila"), good, tooLong)), ErrorCode::TooLarge);
    QVERIFY(!replica::profileExists(world.options("mila").directory));
    auto made =
        replica::Replica::create(world.options("mila"), good, {longest, "Europe/Belgrade", en, {}, {}});
    MUST(made);
    QCOMPARE(codeOf((*made)->setProfile({"\xff\xfe", "Europe/Belgrade", en, {}, {}})),
             ErrorCode::InvalidArgument);
    QCOMPARE((*made)->profile().name, longest);
    made->reset();
    const auto directory = world.options("mila").directory;
    QCOMPARE(codeOf(replica::addUnlock(directory, good, with("eleven char"))), ErrorCode::InvalidArgument);
    MUST(replica::addUnlock(directory, good, with("twelve chars")));
  }

  // Scenario 5 of the design: the folder comes back from a backup and is written to before anything syncs.
  void scenario5_aRestoredBackupBeginsANewIncarnationAndLosesNothing() {
    test::World world;
    namespace fs = std::filesystem;
    SpaceId campaign;
    auto thesis = [&](replica::Replica& one, const char* text) {
      return replica::Editing(one).setText(pageOf(campaign), domain::field::campaign::thesis, en, text);
    };
    auto mila = world.person("mila", "Europe/Belgrade", en);
    campaign = *Founding::create(*mila, "Verba", {.en = "Verba", .ru = {}, .source = en, .madeFrom = {}});
    MUST(thesis(*mila, "Care"));
    const auto before = mila->incarnation();
    mila.reset();
    fs::copy(world.root() / "mila", world.root() / "backup", fs::copy_options::recursive);
    mila = world.reopen("mila");
    QCOMPARE(mila->incarnation(), before); // a plain restart goes on
    MUST(thesis(*mila, "Care that lasts"));
    auto kept = world.person("kept", "Europe/Belgrade", en); // what others hold of the lost branch
    std::vector<Bytes> spread;
    const auto rows = mila->file().changes.after(campaign, envelope::Chain::Content, 0, 1000);
    MUST(rows);
    for (const auto& row : *rows)
      spread.emplace_back(row.change.bytes().begin(), row.change.bytes().end());
    mila.reset();

    fs::remove_all(world.root() / "mila");
    fs::rename(world.root() / "backup", world.root() / "mila");
    mila = world.reopen("mila");
    QVERIFY(mila->incarnation() != before);
    MUST(thesis(*mila, "Care, proven"));
    // The lost branch comes back from others, and both branches count.
    MUST(mila->receive({spread, {}, true}));
    const auto text = thesisOf(*mila, campaign);
    QVERIFY2(text.find("proven") != std::string::npos, text.c_str());
    QVERIFY2(text.find("lasts") != std::string::npos, text.c_str());
    auto verified = mila->verify();
    MUST(verified);
    QVERIFY(verified->problems.empty());
  }

  void aCutOfALaterVersionIsKeptAndNobodyStumblesOverIt() {
    test::World world;
    auto mila = world.person("mila", "Europe/Belgrade", en);
    auto ann = world.person("ann", "Europe/Berlin", en);
    const auto campaign =
        Founding::create(*mila, "Verba", {.en = "Verba", .ru = "Верба", .source = en, .madeFrom = {}});
    MUST(campaign);
    MUST(Access(*mila, *campaign).setRelay(world.address()));
    auto invitation = Access(*mila, *campaign)
                          .invite({.name = "Ann",
                                   .role = log::Role::CampaignLead,
                                   .market = {},
                                   .creatorSpace = {},
                                   .from = {},
                                   .to = {},
                                   .language = en,
                                   .expiry = world.clock->now() + std::chrono::hours{24}});
    MUST(invitation);
    MUST(Access::join(*ann, *invitation));
    world.carry(*mila, *ann, *campaign);
    MUST(Access(*ann, *campaign).continueJoin());
    world.settle({mila.get(), ann.get()}, *campaign);
    // Mila's later version removes Ann: her grant, and what comes after the beginning of her chain.
    const auto grants = mila->authority(*campaign).roles(ann->campaign(*campaign)->me);
    QCOMPARE(grants.size(), std::size_t{1});
    envelope::Cut cut;
    cut.grants = {grants.front().id};
    cut.pins = {{*campaign, ann->device(), ann->incarnation(), {}}};
    {
      auto transaction = replica::Replica::Transaction::begin(*mila);
      MUST(transaction);
      MUST(transaction->entry(*campaign, {cut}, {}));
      MUST(transaction->commit());
    }
    // Ann writes before she knows of it, and after.
    for (const char* thesis : {"Before.", "After."}) {
      MUST(replica::Editing(*ann).setText(pageOf(*campaign), domain::field::campaign::thesis, en, thesis));
      world.settle({mila.get(), ann.get()}, *campaign);
    }
    QCOMPARE(thesisOf(*mila, *campaign), std::string("After."));
    QCOMPARE(*mila->digest(*campaign), *ann->digest(*campaign));
    mila.reset();
    mila = world.reopen("mila");
    QCOMPARE(thesisOf(*mila, *campaign), std::string("After."));
    QVERIFY(mila->verify()->problems.empty());
  }

  void anInvitedLeadJoinsWritesAndBothConverge() {
    test::World world;
    auto mila = world.person("mila", "Europe/Belgrade", en);
    auto svetlana = world.person("svetlana", "Europe/Moscow", domain::Language::Ru);
    const auto campaign =
        Founding::create(*mila, "Verba", {.en = "Verba", .ru = "Верба", .source = en, .madeFrom = {}});
    MUST(campaign);
    MUST(Access(*mila, *campaign).setRelay(world.address()));
    auto invitation = Access(*mila, *campaign)
                          .invite({.name = "Svetlana Orlova",
                                   .role = log::Role::CampaignLead,
                                   .market = {},
                                   .creatorSpace = {},
                                   .from = {},
                                   .to = {},
                                   .language = domain::Language::Ru,
                                   .expiry = world.clock->now() + std::chrono::hours{24 * 7}});
    MUST(invitation);
    // Pasted with a messenger's clutter around it.
    std::string pasted =
        "Светлана, вас приглашают:\n> " + replica::toCode(*invitation) + ".\nДействует до 17 марта";
    pasted.insert(pasted.size() / 2, "\n> ");
    auto found = replica::findInvitation(pasted);
    MUST(found);
    QCOMPARE(found->inviteeName, std::string("Svetlana Orlova"));
    MUST(Access::join(*svetlana, *found));
    world.carry(*mila, *svetlana, *campaign);
    auto joined = Access(*svetlana, *campaign).continueJoin();
    MUST(joined);
    QVERIFY(*joined);
    world.settle({mila.get(), svetlana.get()}, *campaign);
    QCOMPARE(svetlana->campaign(*campaign)->role, log::Role::CampaignLead);

    MUST(replica::Editing(*svetlana).setText(pageOf(*campaign), domain::field::campaign::thesis, en,
                                             "Care that proves itself."));
    MUST(replica::Editing(*mila).setText(pageOf(*campaign), domain::field::campaign::goal, en,
                                         "Results people can see."));
    world.settle({mila.get(), svetlana.get()}, *campaign);
    QCOMPARE(thesisOf(*mila, *campaign), std::string("Care that proves itself."));
    for (const auto& space : mila->spaces(*campaign))
      QCOMPARE(*mila->digest(space.id), *svetlana->digest(space.id));
    for (auto* one : {mila.get(), svetlana.get()}) {
      auto verified = one->verify();
      MUST(verified);
      for (const auto& problem : verified->problems)
        qWarning("%s", problem.c_str());
      QVERIFY(verified->problems.empty());
    }
  }
};

QTEST_GUILESS_MAIN(TestEngine)

} // namespace test_engine
#include "test_engine.moc"
