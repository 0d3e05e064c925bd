// The profile as QML sees it: locked or open, which campaign, who I am in it, how it is with the relay,
// which language and zone. One per window; passed down as a required property.
#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QTimer>
#include <memory>

#include "app/auto_lock.h"
#include "app/core_thread.h"
#include "app/device_zone.h"
#include "app/preferences.h"
#include "app/sync_driver.h"
#include "app/text/sync_words.h"
#include "app/unlocking.h"
#include "app/unsaved_words.h"
#include "app/view_models/row_model.h"
#include "core/replica/access.h"

namespace meridian::app {

struct ZoneChoice {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key) // IANA
  Q_PROPERTY(QString text MEMBER text)

 public:
  QString key, text;
  bool operator==(const ZoneChoice&) const = default;
};

struct CampaignChoice {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString title MEMBER title)
  Q_PROPERTY(QString brand MEMBER brand)
  Q_PROPERTY(QString role MEMBER role)
  Q_PROPERTY(bool current MEMBER current)

 public:
  QString key, title, brand, role;
  bool current = false;
  bool operator==(const CampaignChoice&) const = default;
};

// What the command line asks for: holds for this run and is not kept. Empty or zero: as preferred.
struct SessionWishes {
  QString language, theme;
  double textScale = 0;
  bool reducedMotion = false;
};

class SessionObject : public QObject {
  Q_OBJECT
  QML_NAMED_ELEMENT(Session)
  QML_UNCREATABLE("made by the program, one per window")
  Q_PROPERTY(State state READ state NOTIFY stateChanged)
  // Of the last try to open or make the profile: what happened, what is safe, what to do.
  Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)
  Q_PROPERTY(QString myName READ myName NOTIFY profileChanged)
  Q_PROPERTY(QString myZone READ myZone NOTIFY profileChanged)
  // Where times are shown, if that is not the profile's zone; and the place that is offered for it.
  Q_PROPERTY(QString shownZone READ shownZone NOTIFY profileChanged)
  Q_PROPERTY(QString offeredZone READ offeredZone NOTIFY profileChanged)
  Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
  Q_PROPERTY(QString contentLanguage READ contentLanguage WRITE setContentLanguage NOTIFY languageChanged)
  Q_PROPERTY(bool hasCampaign READ hasCampaign NOTIFY campaignChanged)
  Q_PROPERTY(bool joining READ joining NOTIFY campaignChanged)
  // As its list has it: its name in the content language, its brand where it has none yet.
  Q_PROPERTY(QString campaignKey READ campaignKey NOTIFY campaignChanged) // empty for none
  Q_PROPERTY(QString campaignTitle READ campaignTitle NOTIFY campaignChanged)
  // "creator", "hub-lead", "campaign-lead" …: which screens there are.
  Q_PROPERTY(QString role READ role NOTIFY campaignChanged)
  // Of the campaign or a hub, or a deputy: whoever writes its page and its dates.
  Q_PROPERTY(bool leads READ leads NOTIFY campaignChanged)
  Q_PROPERTY(QString market READ market NOTIFY campaignChanged)
  Q_PROPERTY(meridian::app::RowModelBase* campaigns READ campaigns CONSTANT)
  // Places to choose a zone from, by city in the interface's language; they come after the first question.
  Q_PROPERTY(meridian::app::RowModelBase* zones READ zones NOTIFY languageChanged)
  Q_PROPERTY(meridian::app::Preferences* preferences READ preferences CONSTANT)
  // The sync pill: "synced", "waiting", "offline", "attention", "none"; its words and its accessible name.
  Q_PROPERTY(QString syncState READ syncState NOTIFY syncChanged)
  Q_PROPERTY(QString syncText READ syncText NOTIFY syncChanged)
  Q_PROPERTY(QString syncName READ syncName NOTIFY syncChanged)
  // What the relay does wrong that another try may mend, as a sentence; empty if it is not there at all.
  Q_PROPERTY(QString syncNote READ syncNote NOTIFY syncChanged)
  // Why nothing goes out until a person acts, as a sentence; empty if it does, or only the network is away.
  Q_PROPERTY(QString syncProblem READ syncProblem NOTIFY syncChanged)
  Q_PROPERTY(bool online READ online NOTIFY syncChanged)
  Q_PROPERTY(int waitingCount READ waitingCount NOTIFY syncChanged)
  Q_PROPERTY(bool airplane READ airplane WRITE setAirplane NOTIFY syncChanged)
  // What is wrong with the data on this device: "damaged" (some of it cannot be read), "set-back" (it is
  // older than it was, until the person says that they know), or nothing.
  Q_PROPERTY(QString trouble READ trouble NOTIFY troubleChanged)
  // A profile lies in the folder, opened or not.
  Q_PROPERTY(bool hasProfile READ hasProfile NOTIFY stateChanged)
  Q_PROPERTY(bool demo READ demo CONSTANT)
  Q_PROPERTY(meridian::app::Unlocking* unlocking READ unlocking CONSTANT)
  // Unlocks by a key file: nobody is asked for a passphrase.
  Q_PROPERTY(bool hasKeyFile READ hasKeyFile CONSTANT)

 public:
  enum class State { NoProfile, Locked, Opening, Open };
  Q_ENUM(State)

  struct Options {
    std::filesystem::path directory;
    std::filesystem::path keyFile;              // unlocks without asking
    std::filesystem::path incarnationDirectory; // empty: the user's state folder
    std::shared_ptr<const Clock> clock;
    WireFactory wires; // how relays are reached; empty: never
    bool demo = false;
    bool keychain = false; // this computer's may unlock the profile
    std::chrono::milliseconds keychainPatience = std::chrono::seconds{20};
    std::chrono::milliseconds autoLockMinute = std::chrono::minutes{1}; // tests have shorter ones
    std::filesystem::path clockFile; // that `clock` follows; the demo may move it
  };

  explicit SessionObject(Options options, const SessionWishes& wishes = {}, QObject* parent = nullptr);
  ~SessionObject() override;

  // Begins: opens the profile if a key file is given, otherwise Locked or NoProfile.
  Q_INVOKABLE void start();
  Q_INVOKABLE void unlock(const QString& passphrase);
  Q_INVOKABLE void lock();
  // A new profile for this person, with a passphrase.
  Q_INVOKABLE void createProfile(const QString& name, const QString& zone, const QString& passphrase);
  // A new profile that begins to join at once: what was read survives even if the program ends here.
  // `join` runs with the new replica on the core thread.
  using Join = std::function<Result<SpaceId>(replica::Replica&)>;
  void createProfileAndJoin(const QString& name, const QString& zone, const QString& passphrase, Join join);
  // Answers to “show times here?”.
  Q_INVOKABLE void showTimesHere() { m_deviceZone.showHere(); }
  Q_INVOKABLE void keepProfileZone() { m_deviceZone.keepProfile(); }
  Q_INVOKABLE void selectCampaign(const QString& key);
  Q_INVOKABLE void syncNow();
  Q_INVOKABLE void setBackUnderstood();
  // Five random words in the chosen language.
  Q_INVOKABLE [[nodiscard]] QString suggestPassphrase() const;
  Q_INVOKABLE [[nodiscard]] QString systemZone() const;
  Q_INVOKABLE [[nodiscard]] QString cityOf(const QString& zone) const;

  [[nodiscard]] State state() const { return m_state; }
  [[nodiscard]] QString problem() const { return m_error ? sentence(*m_error) : QString(); }
  [[nodiscard]] QString myName() const;
  [[nodiscard]] QString myZone() const;
  [[nodiscard]] QString shownZone() const;
  [[nodiscard]] QString offeredZone() const;
  [[nodiscard]] QString language() const;
  void setLanguage(const QString& code);
  [[nodiscard]] QString contentLanguage() const;
  void setContentLanguage(const QString& code);
  [[nodiscard]] bool hasCampaign() const { return !m_campaign.isZero(); }
  [[nodiscard]] bool joining() const { return m_joining; }
  [[nodiscard]] QString campaignKey() const;
  [[nodiscard]] QString campaignTitle() const { return m_title; }
  [[nodiscard]] QString role() const { return m_role; }
  [[nodiscard]] bool leads() const;
  [[nodiscard]] QString market() const { return m_market; }
  [[nodiscard]] RowModelBase* campaigns() { return &m_campaigns; }
  [[nodiscard]] RowModelBase* zones();
  [[nodiscard]] Preferences* preferences() { return &m_preferences; }
  [[nodiscard]] Unlocking* unlocking() { return &m_unlocking; }
  [[nodiscard]] QString syncState() const { return m_syncWords.state; }
  [[nodiscard]] QString syncText() const { return m_syncWords.text; }
  [[nodiscard]] QString syncName() const { return m_syncWords.name; }
  [[nodiscard]] QString syncNote() const { return m_syncNote; }
  [[nodiscard]] QString syncProblem() const { return m_syncProblem; }
  // How the current campaign stands with its relay.
  [[nodiscard]] SyncStatus link() const;
  [[nodiscard]] bool online() const { return m_link.connected; }
  [[nodiscard]] int waitingCount() const { return m_waiting; }
  [[nodiscard]] bool airplane() const { return m_airplane; }
  void setAirplane(bool airplane);
  [[nodiscard]] QString trouble() const { return m_trouble; }
  [[nodiscard]] bool hasProfile() const { return m_hasProfile; }
  [[nodiscard]] bool demo() const { return m_options.demo; }
  [[nodiscard]] bool hasKeyFile() const { return !m_options.keyFile.empty(); }
  [[nodiscard]] const std::filesystem::path& clockFile() const { return m_options.clockFile; }
  // When this window began, by its clock.
  [[nodiscard]] Instant startedAt() const { return m_startedAt; }

  [[nodiscard]] CoreThread& core() { return m_core; }
  [[nodiscard]] const SpaceId& campaign() const { return m_campaign; }
  [[nodiscard]] UnsavedWords& unsavedWords() { return m_unsavedWords; }
  // For turning instants into words now.
  [[nodiscard]] Reader reader() const;
  [[nodiscard]] domain::Language contentLane() const { return m_contentLanguage; }
  // The profile was written by somebody else: read it again.
  void profileEdited();
  // An error as a sentence in the UI's language.
  [[nodiscard]] QString sentence(const Error& error) const;

 signals:
  void stateChanged();
  void problemChanged();
  void profileChanged();
  // Before languageChanged: the words of QML are to be read again.
  void translationChanged();
  void languageChanged();
  void campaignChanged();
  void syncChanged();
  void troubleChanged();
  // Something that a screen may show has changed (contents, deliveries, files).
  void changed();
  // What was typed last into a text that has closed was refused, and is among the unsaved words; why.
  void unsaved(const QString& why);
  // A minute has passed: words that depend on now are stale.
  void minutePassed();

 private:
  struct Status {
    replica::ProfileInfo profile;
    std::vector<replica::CampaignRef> campaigns;
    std::vector<domain::Bilingual> names = {}; // of theirs, in their order
    int waiting = 0, rejected = 0;
    bool damaged = false, setBack = false;
  };

  [[nodiscard]] replica::OpenOptions openOptions() const;
  [[nodiscard]] std::shared_ptr<replica::Unlock> unlockWith(const QString& passphrase) const;
  void open(std::shared_ptr<replica::Unlock> unlock, std::optional<replica::ProfileInfo> create = {},
            Join join = {});
  void opened(const Result<void>& result);
  void close();
  template <class Work>
  void onSync(Work work); // with the links, on the core thread, if there are any then
  void watchIdle();
  void reload(); // campaigns, role, pill
  void fill(const Status& status);
  void describeSync();
  void setState(State state, const std::optional<Error>& error = {});
  void tick();

  Options m_options;
  Preferences m_preferences;
  // Made, used and ended on the core thread alone; here it only lies, until that thread has ended.
  std::unique_ptr<SyncDriver> m_sync;
  CoreThread m_core;
  Unlocking m_unlocking;
  DeviceZone m_deviceZone;
  AutoLock m_autoLock;
  UnsavedWords m_unsavedWords;
  State m_state = State::NoProfile;
  std::optional<Error> m_error; // of the last try to open or make the profile
  replica::ProfileInfo m_profile;
  domain::Language m_language = domain::Language::En;
  domain::Language m_contentLanguage = domain::Language::En;
  bool m_twelveHours = false;
  SpaceId m_campaign;
  bool m_joining = false, m_hasProfile = false;
  QString m_title, m_role, m_market, m_trouble, m_syncNote, m_syncProblem;
  RowModel<CampaignChoice> m_campaigns;
  RowModel<ZoneChoice> m_zones;
  std::optional<domain::Language> m_zonesIn; // the language that they are asked for in
  LinkStatus m_link;
  SyncWords m_syncWords;
  int m_waiting = 0, m_rejected = 0;
  bool m_airplane = false;
  Instant m_startedAt{};
  QTimer m_second, m_notice, m_closing;
  std::chrono::minutes m_shownMinute{};
};

} // namespace meridian::app
