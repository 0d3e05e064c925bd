#include "app/session_object.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

#include <algorithm>

#include "app/qt_convert.h"
#include "app/text/error_sentences.h"
#include "app/text/lane.h"
#include "app/text/passphrase_words.h"
#include "app/text/sentences.h"
#include "app/translation.h"
#include "core/crypto/signing/system_random.h"
#include "core/replica/reading.h"
#include "core/replica/role_rank.h"
#include "core/replica/work.h"

namespace meridian::app {

using namespace std::chrono_literals;

namespace {

QString preferencesFile(const std::filesystem::path& directory) {
  return QDir(QString::fromStdString(directory.string())).filePath(QStringLiteral("preferences.ini"));
}

SessionObject::Options withClock(SessionObject::Options options) {
  if (!options.clock) options.clock = std::make_shared<SystemClock>();
  return options;
}

domain::Language languageOr(const QString& code, domain::Language otherwise) {
  return domain::parseLanguage(fromQt(code)).value_or(otherwise);
}

// Who I am and which campaigns there are, and nothing else.
template <class Status>
Status listed(replica::Replica& replica) {
  Status status{.profile = replica.profile(), .campaigns = replica.campaigns()};
  for (const auto& campaign : status.campaigns)
    status.names.push_back(replica::Reading(replica, campaign.id).name());
  return status;
}

} // namespace

SessionObject::SessionObject(Options options, const SessionWishes& wishes, QObject* parent)
    : QObject(parent),
      m_options(withClock(std::move(options))),
      m_preferences(preferencesFile(m_options.directory)),
      m_unlocking({.directory = m_options.directory,
                   .clock = m_options.clock,
                   .possible = m_options.keychain && m_options.keyFile.empty(),
                   .patience = m_options.keychainPatience},
                  m_preferences, m_core),
      m_deviceZone(!m_options.demo, m_preferences) {
  m_preferences.override(wishes.language, wishes.theme, wishes.textScale, wishes.reducedMotion);
  m_startedAt = m_options.clock->now();
  // PRODUCT “Dates”: the locale's way in English. The demo keeps to its script.
  m_twelveHours = !m_options.demo &&
                  QLocale::system().timeFormat(QLocale::ShortFormat).contains(u'a', Qt::CaseInsensitive);
  m_language = languageOr(m_preferences.language(), systemLanguage());
  m_contentLanguage = languageOr(m_preferences.contentLanguage(), m_language);
  installTranslation(m_language);
  m_profile.zone = fromQt(systemZone());

  // Looked at every second, because the demo's clock jumps.
  m_second.setInterval(1s);
  connect(&m_second, &QTimer::timeout, this, &SessionObject::tick);
  m_second.start();
  // Several commits in a row are one look.
  m_notice.setSingleShot(true);
  m_notice.setInterval(20ms);
  connect(&m_notice, &QTimer::timeout, this, [this] {
    reload();
    emit changed();
  });
  connect(&m_core, &CoreThread::damaged, &m_notice, qOverload<>(&QTimer::start));
  // The pages that leave the screen keep what was typed into them before the profile closes.
  m_closing.setSingleShot(true);
  m_closing.setInterval(100ms);
  connect(&m_closing, &QTimer::timeout, this, &SessionObject::close);
  connect(&m_autoLock, &AutoLock::due, this, &SessionObject::lock);
  connect(&m_preferences, &Preferences::changed, this, &SessionObject::watchIdle);
  connect(&m_unlocking, &Unlocking::changed, this, &SessionObject::watchIdle);
  connect(this, &SessionObject::stateChanged, this, &SessionObject::watchIdle);
  connect(&m_unlocking, &Unlocking::answered, this,
          [this](const std::shared_ptr<replica::Unlock>& unlock) { open(unlock); });
  connect(&m_deviceZone, &DeviceZone::changed, this, &SessionObject::profileEdited);
}

SessionObject::~SessionObject() {
  // Behind whatever opens the profile still: the links end before the replica does.
  m_core.post([this] { m_sync.reset(); });
}

void SessionObject::start() {
  m_hasProfile = replica::profileExists(m_options.directory);
  if (!m_hasProfile) return setState(State::NoProfile, replica::vaultLost(m_options.directory));
  if (hasKeyFile()) return unlock({});
  setState(State::Locked);
  m_unlocking.begin();
}

replica::OpenOptions SessionObject::openOptions() const {
  return {.directory = m_options.directory,
          .incarnationDirectory = m_options.incarnationDirectory,
          .clock = m_options.clock,
          .random = {},
          .sqlite = {}};
}

std::shared_ptr<replica::Unlock> SessionObject::unlockWith(const QString& passphrase) const {
  auto unlock = std::make_shared<replica::Unlock>();
  if (hasKeyFile()) {
    unlock->with = replica::Unlock::With::KeyFile;
    unlock->keyFile = m_options.keyFile;
  } else {
    unlock->passphrase = fromQt(passphrase);
  }
  return unlock;
}

void SessionObject::unlock(const QString& passphrase) {
  m_unlocking.stop();
  open(unlockWith(passphrase));
}

void SessionObject::createProfile(const QString& name, const QString& zone, const QString& passphrase) {
  open(unlockWith(passphrase),
       replica::ProfileInfo{.name = fromQt(name.trimmed()), .zone = fromQt(zone), .language = m_language});
}

void SessionObject::createProfileAndJoin(const QString& name, const QString& zone, const QString& passphrase,
                                         Join join) {
  open(unlockWith(passphrase),
       replica::ProfileInfo{.name = fromQt(name.trimmed()), .zone = fromQt(zone), .language = m_language},
       std::move(join));
}

void SessionObject::open(std::shared_ptr<replica::Unlock> unlock, std::optional<replica::ProfileInfo> create,
                         Join join) {
  if (m_state == State::Opening || m_state == State::Open) return;
  if (m_closing.isActive()) close();
  const State before = m_state;
  setState(State::Opening);
  auto notice = [this](const replica::Notice&) {
    m_core.answer([this] {
      if (!m_notice.isActive()) m_notice.start();
    });
  };
  auto link = [this](const LinkStatus& status) {
    m_core.answer([this, status] {
      m_link = status;
      describeSync();
    });
  };
  // The replica is made and stays on the core thread; only the outcome comes back.
  m_core.run(
      this,
      [this, wires = m_options.wires, files = notice, options = openOptions(), unlock,
       create = std::move(create), notice, link, join = std::move(join)]() -> Result<void> {
        auto replica = create ? replica::Replica::create(options, *unlock, *create)
                              : replica::Replica::open(options, *unlock);
        if (!replica) return std::unexpected(replica.error());
        m_core.setReplica(std::move(*replica));
        Result<void> joined;
        if (join)
          if (auto campaign = join(*m_core.replica()); !campaign) joined = std::unexpected(campaign.error());
        m_sync = std::make_unique<SyncDriver>(*m_core.replica(), wires, link, [files] { files({}); });
        m_core.replica()->onNotice([this, notice](const replica::Notice& what) {
          notice(what);
          if (m_sync) m_sync->changed(what);
        });
        return joined;
      },
      [this, before, unlock](const Result<void>& result) {
        m_hasProfile = replica::profileExists(m_options.directory);
        // A profile that could not begin to join is open all the same.
        if (result || m_core.isOpen()) {
          if (unlock->with == replica::Unlock::With::Passphrase)
            m_unlocking.passphraseGiven(unlock->passphrase);
          return opened(result);
        }
        if (unlock->with == replica::Unlock::With::RawKey && result.error().code == ErrorCode::WrongKey) {
          m_unlocking.keyRefused();
          return setState(before);
        }
        setState(before, result.error());
      });
}

void SessionObject::opened(const Result<void>& result) {
  m_core.ask(this, listed<Status>,
             [this, error = result ? std::optional<Error>() : result.error()](const Status& status) {
               fill(status);
               setState(State::Open, error);
               setAirplane(m_airplane);
               reload();
             });
}

void SessionObject::lock() {
  if (m_state != State::Open) return;
  setState(State::Locked);
  m_closing.start();
}

void SessionObject::close() {
  m_closing.stop();
  m_core.post([this] {
    m_sync.reset();
    m_core.setReplica(nullptr);
  });
  m_campaign = {};
  m_title.clear();
  m_role.clear();
  m_market.clear();
  m_campaigns.setRows({});
  m_link = {};
  emit campaignChanged();
}

// Where a keychain unlocks, the computer's own lock is the profile's.
void SessionObject::watchIdle() {
  const bool locks = m_state == State::Open && !hasKeyFile() && !m_unlocking.unlocksItself();
  m_autoLock.setAfter(locks ? m_preferences.autoLockMinutes() * m_options.autoLockMinute : 0ms);
}

QString SessionObject::campaignKey() const { return hasCampaign() ? toQt(m_campaign) : QString(); }

void SessionObject::selectCampaign(const QString& key) {
  m_preferences.setCampaign(key);
  reload();
}

template <class Work>
void SessionObject::onSync(Work work) {
  m_core.post([this, work] {
    if (m_sync) work(*m_sync);
  });
}

void SessionObject::syncNow() {
  onSync([](SyncDriver& sync) { sync.syncNow(); });
}

void SessionObject::setAirplane(bool airplane) {
  if (airplane != m_airplane) {
    m_airplane = airplane;
    emit syncChanged();
  }
  onSync([airplane](SyncDriver& sync) { sync.setAirplane(airplane); });
}

void SessionObject::setBackUnderstood() {
  m_core.ask(
      this, [](replica::Replica& replica) { return replica.toldOfSetBack(); },
      [this](const Result<void>&) { reload(); }); // what cannot be kept is told again
}

void SessionObject::profileEdited() {
  reload();
  emit changed();
}

QString SessionObject::suggestPassphrase() const {
  signing::SystemRandom random;
  return randomPassphrase(random, m_language);
}

QString SessionObject::systemZone() const { return DeviceZone::ofSystem(); }
QString SessionObject::shownZone() const {
  const std::string shown = m_deviceZone.shown(m_profile.zone);
  return shown == m_profile.zone ? QString() : toQt(shown);
}
QString SessionObject::offeredZone() const {
  return m_state == State::Open ? toQt(m_deviceZone.offered(m_profile.zone, m_options.clock->now()))
                                : QString();
}

QString SessionObject::cityOf(const QString& zone) const { return cityText(fromQt(zone), m_language); }

RowModelBase* SessionObject::zones() {
  if (std::exchange(m_zonesIn, m_language) == m_language) return &m_zones;
  // Some hundred look-ups and an alphabet, so only once somebody chooses, and not on this thread.
  m_core.run(
      this,
      [language = m_language] {
        std::vector<ZoneChoice> rows;
        for (const auto& zone : domain::zoneNames())
          rows.push_back({toQt(zone), cityText(zone, language)});
        std::ranges::sort(rows, [](const ZoneChoice& a, const ZoneChoice& b) {
          const int order = QString::localeAwareCompare(a.text, b.text);
          return order != 0 ? order < 0 : a.key < b.key;
        });
        return rows;
      },
      [this, language = m_language](std::vector<ZoneChoice> rows) {
        if (m_zonesIn == language) m_zones.setRows(std::move(rows));
      });
  return &m_zones;
}

bool SessionObject::leads() const {
  const auto role = log::parseRole(fromQt(m_role));
  return role && replica::rankOf(*role) >= replica::rankOf(log::Role::Deputy);
}
QString SessionObject::myName() const { return toQt(m_profile.name); }
QString SessionObject::myZone() const { return toQt(m_profile.zone); }
QString SessionObject::language() const { return toQt(domain::languageCode(m_language)); }
QString SessionObject::contentLanguage() const { return toQt(domain::languageCode(m_contentLanguage)); }

void SessionObject::setLanguage(const QString& code) {
  const domain::Language wanted = languageOr(code, m_language);
  if (wanted == m_language) return;
  // Until it is chosen by itself, the content follows the interface.
  if (m_preferences.contentLanguage().isEmpty()) m_contentLanguage = wanted;
  m_language = wanted;
  m_preferences.setLanguage(code);
  installTranslation(wanted);
  emit translationChanged();
  emit problemChanged();
  emit m_unlocking.changed();
  emit languageChanged();
  reload();
  describeSync();
}

void SessionObject::setContentLanguage(const QString& code) {
  const domain::Language wanted = languageOr(code, m_contentLanguage);
  m_preferences.setContentLanguage(code);
  if (wanted == m_contentLanguage) return;
  m_contentLanguage = wanted;
  emit languageChanged();
  reload();
}

Reader SessionObject::reader() const {
  return {.language = m_language,
          .zone = m_deviceZone.shown(m_profile.zone),
          .now = m_options.clock->now(),
          .twelveHours = m_twelveHours};
}

QString SessionObject::sentence(const Error& error) const {
  return error.code == ErrorCode::WrongKey && hasKeyFile() ? wrongKeyFileSentence() : errorSentence(error);
}

void SessionObject::reload() {
  m_core.ask(
      this,
      [](replica::Replica& replica) {
        Status status = listed<Status>(replica);
        for (const auto& campaign : status.campaigns) {
          // Told again at the next look if it cannot be written now.
          if (campaign.role == log::Role::Creator)
            (void)replica::CreatorWork(replica, campaign.id).tellWhatArrived();
          for (const auto& item : replica::Reading(replica, campaign.id).outbox(0)) {
            if (item.delivery == store::Delivery::Rejected)
              ++status.rejected;
            else if (item.delivery != store::Delivery::Stored && !item.background)
              ++status.waiting;
          }
          // Its file goes no further by itself; a relay without room gets some.
          for (const auto& file : replica::Reading(replica, campaign.id).refusedFiles())
            if (file.reason != errorName(ErrorCode::QuotaExceeded)) ++status.rejected;
        }
        status.setBack = replica.setBack().has_value();
        status.damaged = replica.damage().has_value();
        return status;
      },
      [this](const Status& status) {
        if (m_state != State::Open) return;
        fill(status);
      });
}

void SessionObject::fill(const Status& status) {
  m_profile = status.profile;
  emit profileChanged();

  const replica::CampaignRef* chosen = nullptr;
  const auto wanted = idFromQt<SpaceId>(m_preferences.campaign());
  for (const auto& campaign : status.campaigns)
    if (chosen == nullptr || campaign.id == wanted) chosen = &campaign;

  QString title;
  std::vector<CampaignChoice> rows;
  for (std::size_t i = 0; i < status.campaigns.size(); ++i) {
    const auto& campaign = status.campaigns[i];
    const bool current = &campaign == chosen;
    // As it is read; its brand until its page is here.
    const QString name = laneText(status.names[i], m_contentLanguage), brand = toQt(campaign.title);
    rows.push_back(
        {toQt(campaign.id), name.isEmpty() ? brand : name, brand, roleText(campaign.role), current});
    if (current) title = rows.back().title;
  }
  m_campaigns.setRows(std::move(rows));

  const replica::CampaignRef none;
  const replica::CampaignRef& now = chosen != nullptr ? *chosen : none;
  const bool joining = chosen != nullptr && now.membership != store::Membership::Member;
  // Until the campaign's authority is here nobody has a role in it.
  const bool known = chosen != nullptr && !(joining && now.role == log::Role::Viewer);
  const QString role = known ? toQt(log::roleName(now.role)) : QString();
  if (now.id != m_campaign || joining != m_joining || title != m_title || role != m_role ||
      toQt(now.market) != m_market) {
    m_campaign = now.id;
    m_joining = joining;
    m_title = title;
    m_role = role;
    m_market = toQt(now.market);
    emit campaignChanged();
  }
  m_waiting = status.waiting;
  m_rejected = status.rejected;
  const QString trouble = status.damaged   ? QStringLiteral("damaged")
                          : status.setBack ? QStringLiteral("set-back")
                                           : QString();
  if (std::exchange(m_trouble, trouble) != trouble) emit troubleChanged();
  describeSync();
}

void SessionObject::describeSync() {
  const SyncStatus current = link();
  const bool stopped = !m_airplane && current.problem && !mendsByItself(current.problem->code);
  m_syncProblem = stopped ? sentence(*current.problem) : QString();
  const bool retrying = !m_airplane && current.problem && isRelaysFault(current.problem->code);
  m_syncNote = retrying ? sentence(*current.problem) : QString();
  // A campaign that has no relay yet keeps everything here, which is no fault.
  if (m_link.campaigns.contains(m_campaign) && current.state == SyncStatus::State::NoRelay && m_waiting > 0)
    m_syncProblem = errorSentence(ErrorCode::NoRelay);
  m_syncWords = syncWords({.configured = m_link.configured,
                           .offline = m_airplane || !m_link.connected,
                           .offlineSince = m_link.offlineSince,
                           .stopped = stopped,
                           .retrying = retrying,
                           .waiting = m_waiting,
                           .rejected = m_rejected},
                          reader());
  emit syncChanged();
}

SyncStatus SessionObject::link() const {
  const auto at = m_link.campaigns.find(m_campaign);
  return at == m_link.campaigns.end() ? SyncStatus{} : at->second;
}

void SessionObject::setState(State state, const std::optional<Error>& error) {
  m_state = state;
  m_error = error;
  emit problemChanged();
  emit stateChanged();
}

void SessionObject::tick() {
  const auto minute = std::chrono::floor<std::chrono::minutes>(m_options.clock->now().time_since_epoch());
  if (minute == m_shownMinute) return;
  m_shownMinute = minute;
  m_deviceZone.look();
  emit minutePassed();
}

} // namespace meridian::app
