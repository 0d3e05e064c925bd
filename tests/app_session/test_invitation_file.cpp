// An invitation file: the brief before any network, and nothing for whoever alters the file.
#include <QtTest>
#include <fstream>

#include "app/session/invitation_file.h"
#include "app/session/invitation_message.h"
#include "sync/bundle/bundle.h"
#include "tests/core_replica/story.h"

namespace test_invitation_file {

using namespace meridian;
using replica::Access;
using test::taken;

namespace {

// Dana's brief for Maya, issued, and the file that Dana makes for her.
struct Invited : test::Story {
  replica::Invitation invitation;
  std::filesystem::path file = world.root() / "maya.meridian";

  Invited() {
    writeBrief();
    taken(briefing(*dana).issue(space, false));
    invitation = invitationForMaya();
    taken(app::writeInvitationFile(*dana, invitation, file));
  }
  std::unique_ptr<Replica> newcomer(const char* name) {
    return world.person(name, "America/Los_Angeles", domain::Language::En);
  }
  QByteArray bytes() const {
    QFile raw(QString::fromStdString(file.string()));
    return raw.open(QIODevice::ReadOnly) ? raw.readAll() : QByteArray();
  }
  std::filesystem::path altered(const QByteArray& bytes) const {
    auto path = world.root() / "altered.meridian";
    QFile raw(QString::fromStdString(path.string()));
    if (!raw.open(QIODevice::WriteOnly) || raw.write(bytes) != bytes.size()) qFatal("write");
    return path;
  }
};

SpaceId randomSpace() {
  signing::SystemRandom random;
  return random.id<SpaceId>();
}

// A file of the right form around what a hostile hand puts in.
std::filesystem::path forged(const Invited& story, const SpaceId& campaign,
                             const std::vector<bundle::Section>& sections) {
  auto path = story.world.root() / "forged.meridian";
  auto writer = taken(bundle::Writer::create(path, campaign));
  for (const auto& section : sections)
    taken(writer.add(section));
  taken(writer.finish());
  return path;
}

} // namespace

class TestInvitationFile : public QObject {
  Q_OBJECT

 private slots:
  void theMessageIsInTheLanguageOfTheInvitationWhateverItsSenderSpeaks() {
    Invited story;
    auto invitation = story.invitation;
    invitation.expiry = *parseInstant("2027-03-18T02:00:00Z");
    invitation.inviterName = "Dana Brooks";
    invitation.campaignName = "Verba";
    const auto code = replica::toCode(invitation);
    // The last day is the one that it is in that zone.
    QCOMPARE(app::invitationMessage(invitation, "America/New_York"),
             "Maya Collins, Dana Brooks invites you to Verba (US).\n1. Install Meridian.\n"
             "2. Open it and paste this whole message.\n" +
                 code + "\nValid until Wed 17\u00a0Mar, once.");
    invitation.language = domain::Language::Ru;
    invitation.campaignName = "Верба";
    const auto russian = app::invitationMessage(invitation, "Europe/Moscow");
    QCOMPARE(russian, "Maya Collins, вас ждут в кампании «Верба» (US). Приглашает: Dana Brooks.\n"
                      "1. Установите «Меридиан».\n2. Откройте его и вставьте это сообщение целиком.\n" +
                          replica::toCode(invitation) + "\nДействует до: чт, 18\u00a0марта, один раз.");
    invitation.campaignName = "«Верба»";
    QCOMPARE(QByteArray::fromStdString(app::invitationMessage(invitation, "Europe/Moscow")).count("«Верба»"),
             1);
    QVERIFY(taken(replica::findInvitation(russian)).secret == invitation.secret);
  }
  void whatHasThePartsNameIsNotWrittenThrough() {
    const Invited story;
    namespace fs = std::filesystem;
    const auto theirs = story.world.root() / "theirs.txt", path = story.world.root() / "again.meridian";
    const auto part = fs::path(path.string() + ".part");
    std::ofstream(theirs) << "theirs";
    fs::create_symlink(theirs, part);
    MUST(app::writeInvitationFile(*story.dana, story.invitation, path));
    QCOMPARE(fs::file_size(theirs), std::uintmax_t(6));
    QVERIFY(!fs::is_symlink(path));
    MUST(app::readInvitationFile(path));
    // Nor is it left as readable as it was.
    std::ofstream(part) << "left over";
    fs::permissions(part, fs::perms::owner_all | fs::perms::others_all);
    MUST(app::writeInvitationFile(*story.dana, story.invitation, path));
    QVERIFY(fs::status(path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  }

  void theBriefIsReadableBeforeAnyNetworkAndTheJoinFollows() {
    Invited story;
    QVERIFY(app::isBundleFile(story.file));
    const auto read = taken(app::readInvitationFile(story.file));
    QCOMPARE(QString::fromStdString(read.inviteeName), "Maya Collins");
    story.maya = story.newcomer("maya");
    taken(app::joinFromFile(*story.maya, read, story.file));
    // Nothing has been carried: what is read came from the file.
    const auto me = story.maya->campaign(story.campaign);
    QVERIFY(me && me->membership == store::Membership::Member);
    QCOMPARE(me->role, log::Role::Creator);
    const auto home = story.reading(*story.maya).home();
    QVERIFY(home && home->brief.current);
    taken(story.work(*story.maya).acknowledge());
    // Later the join and the acknowledgement go out by themselves, and count.
    story.settle();
    QVERIFY(std::ranges::any_of(story.reading(*story.dana).people(), [](const replica::PersonView& person) {
      return person.card.name == "maya";
    }));
    QCOMPARE(taken(story.dana->digest(story.space)), taken(story.maya->digest(story.space)));
  }

  void onlyTheSpacesThatTheInvitationOpensAreInTheFile() {
    Invited story;
    auto reader = taken(bundle::Reader::open(story.file));
    std::set<SpaceId> spaces;
    int invitations = 0;
    for (auto section = taken(reader.next()); section; section = taken(reader.next())) {
      if (const auto* run = std::get_if<bundle::Run>(section.get())) spaces.insert(run->space);
      if (std::holds_alternative<bundle::Invitation>(*section)) ++invitations;
    }
    QCOMPARE(spaces, (std::set<SpaceId>{story.campaign, story.space}));
    QVERIFY(story.dana->spaces(story.campaign).size() > spaces.size()); // the team's stays out
    QCOMPARE(invitations, 1);
  }

  void whoeverHoldsTheCampaignReadsTheRestAsAnyFile() {
    Invited story;
    taken(app::importBundle(*story.svetlana, story.file));
    QVERIFY(story.svetlana->campaignOf(story.space).has_value());
  }

  void aFileCutShortAnywhereIsRefused() {
    Invited story;
    const QByteArray whole = story.bytes();
    QVERIFY(whole.size() > 2000);
    for (qsizetype size = 0; size < whole.size(); size += std::max<qsizetype>(1, whole.size() / 97)) {
      const auto read = app::readInvitationFile(story.altered(whole.first(size)));
      QVERIFY(!read);
      QVERIFY(read.error().code == ErrorCode::Damaged || read.error().code == ErrorCode::UnsupportedFormat);
    }
    taken(app::readInvitationFile(story.altered(whole))); // the control: whole it is read
  }

  void aFlippedBitAnywhereIsRefused() {
    Invited story;
    const QByteArray whole = story.bytes();
    for (qsizetype at = 0; at < whole.size(); at += std::max<qsizetype>(1, whole.size() / 211)) {
      QByteArray one = whole;
      one[at] = static_cast<char>(one[at] ^ 0x10);
      const auto read = app::readInvitationFile(story.altered(one));
      QVERIFY(!read);
      QVERIFY(read.error().code == ErrorCode::Damaged || read.error().code == ErrorCode::UnsupportedFormat);
    }
  }

  void aHugeOrEndlessFileCostsNothing() {
    Invited story;
    // Ten gigabytes of nothing, sparse: what does not begin as ours is not read on.
    const auto path = story.world.root() / "huge.meridian";
    std::ofstream(path).put('M');
    std::filesystem::resize_file(path, 10'000'000'000);
    QVERIFY(!app::isBundleFile(path));
    QElapsedTimer timer;
    timer.start();
    REFUSED(app::readInvitationFile(path), ErrorCode::UnsupportedFormat);
    QVERIFY(timer.elapsed() < 5'000);
    // A folder, a device.
    REFUSED(app::readInvitationFile(story.world.root()), ErrorCode::UnsupportedFormat);
    REFUSED(app::readInvitationFile("/dev/zero"), ErrorCode::UnsupportedFormat);
    REFUSED(app::readInvitationFile(story.world.root() / "none"), ErrorCode::NotFound);
    // An invitation larger than any.
    REFUSED(app::readInvitationFile(
                forged(story, story.campaign, {bundle::Invitation{std::string(16'385, 'x')}})),
            ErrorCode::Damaged);
    REFUSED(app::readInvitationFile(
                forged(story, story.campaign, {bundle::Invitation{std::string(16'384, 'x')}})),
            ErrorCode::InvitationInvalid);
  }

  void anInvitationToAnotherCampaignOrOutOfPlaceIsNone() {
    Invited story;
    const bundle::Invitation carried{replica::toCode(story.invitation)};
    const auto other = randomSpace();
    REFUSED(app::readInvitationFile(forged(story, other, {carried})), ErrorCode::InvitationInvalid);
    REFUSED(app::readInvitationFile(forged(story, story.campaign, {bundle::Receipts{}, carried})),
            ErrorCode::InvitationInvalid);
    REFUSED(app::readInvitationFile(forged(story, story.campaign, {})), ErrorCode::InvitationInvalid);
    // A plain bundle is told apart.
    const auto plain = story.world.root() / "plain.meridian";
    taken(app::exportBundle(*story.dana, story.campaign, plain));
    REFUSED(app::readInvitationFile(plain), ErrorCode::InvitationInvalid);
  }

  void aFileExchangedBeforeJoiningBringsNothingOfAnotherCampaign() {
    Invited story;
    const auto read = taken(app::readInvitationFile(story.file));
    auto maya = story.newcomer("maya");
    const auto other = randomSpace();
    REFUSED(app::joinFromFile(*maya, read, forged(story, other, {bundle::Receipts{}})),
            ErrorCode::InvitationInvalid);
    // The invitation is kept: it joins by the network alone.
    QVERIFY(maya->campaign(story.campaign)->membership == store::Membership::Joining);
    taken(app::joinFromFile(*maya, read, story.file));
    QVERIFY(maya->campaign(story.campaign)->membership == store::Membership::Member);
  }

  void anExpiredOrUsedFileSaysSo() {
    Invited story;
    const auto read = taken(app::readInvitationFile(story.file));
    auto maya = story.newcomer("maya");
    taken(app::joinFromFile(*maya, read, story.file));
    REFUSED(app::joinFromFile(*maya, read, story.file), ErrorCode::AlreadyExists);
    story.world.carry(*maya, *story.dana, story.campaign);
    taken(app::writeInvitationFile(*story.dana, story.invitation, story.file)); // now it tells of the join
    auto second = story.newcomer("second");
    REFUSED(app::joinFromFile(*second, read, story.file), ErrorCode::InvitationUsed);
    story.world.clock->advance(std::chrono::hours{169});
    auto late = story.newcomer("late");
    REFUSED(app::joinFromFile(*late, read, story.file), ErrorCode::InvitationExpired);
    QVERIFY(!late->campaign(story.campaign));
  }

  void nobodyWritesAFileForAnInvitationThatIsNotTheirs() {
    Invited story;
    auto strange = story.invitation;
    strange.secret[0] ^= 1;
    REFUSED(app::writeInvitationFile(*story.dana, strange, story.file), ErrorCode::InvitationInvalid);
  }
};

QTEST_GUILESS_MAIN(TestInvitationFile)

} // namespace test_invitation_file
#include "test_invitation_file.moc"
