// When this computer's keychain unlocks the profile instead of the passphrase, and when it may not. The
// vault's keychain slot wraps the file key with 32 random bytes that only the keychain keeps.
#pragma once

#include <QObject>
#include <QQmlEngine>

#include "app/core_thread.h"
#include "app/keychain.h"
#include "app/preferences.h"
#include "core/base/clock.h"

namespace meridian::app {

class Unlocking final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("belongs to a Session")
  // A keychain may be asked at all: not where a key file unlocks.
  Q_PROPERTY(bool possible READ possible CONSTANT)
  // The vault has a slot for it, and the person wants it.
  Q_PROPERTY(bool keychain READ keychain NOTIFY changed)
  Q_PROPERTY(bool asking READ asking NOTIFY changed)
  // The passphrase is due again, though the keychain would open.
  Q_PROPERTY(bool due READ due NOTIFY changed)
  // What stands in the way, in words; empty while nothing does.
  Q_PROPERTY(QString note READ note NOTIFY changed)

 public:
  struct Options {
    std::filesystem::path directory;
    std::shared_ptr<const Clock> clock;
    bool possible = false;
    std::chrono::milliseconds patience;
  };
  // What it is given outlives it.
  Unlocking(Options options, Preferences& preferences, CoreThread& core, QObject* parent = nullptr);

  // The profile is locked: looks whether the keychain opens it, and asks it, at a start.
  void begin();
  // Asks the keychain again, by the person's own act.
  Q_INVOKABLE void ask();
  // Somebody types instead: an answer that comes later is dropped.
  void stop();
  // The profile was opened by this passphrase: it is not due for a while, and the keychain is given its
  // key if it is to unlock and cannot yet.
  void passphraseGiven(std::string_view passphrase);
  // What the keychain held did not open the profile.
  void keyRefused();
  // From the settings. Turning it on needs the passphrase, which is tried.
  Q_INVOKABLE void turnOn(const QString& passphrase);
  Q_INVOKABLE void turnOff();

  [[nodiscard]] bool possible() const { return m_options.possible; }
  [[nodiscard]] bool keychain() const { return m_slot && wanted(); }
  // It is known to work: the computer's lock is the profile's.
  [[nodiscard]] bool unlocksItself() const { return keychain() && m_works; }
  [[nodiscard]] bool asking() const { return m_asking; }
  [[nodiscard]] bool due() const { return m_due; }
  [[nodiscard]] QString note() const;

 signals:
  void changed();
  // The keychain's answer, to open with.
  void answered(const std::shared_ptr<replica::Unlock>& unlock);
  // Of turnOn(): empty when it is on.
  void turned(const QString& problem);

 private:
  enum class Note { None, Due, NotThere, Refused, Absent, Silent, OtherKey };

  [[nodiscard]] bool wanted() const; // until it is asked, it is tried at the first passphrase
  [[nodiscard]] bool passphraseDue() const;
  void look(std::function<void()> then);
  using Secret = std::shared_ptr<const SecretBytes>;
  // `asked`: by turnOn(), and not at a passphrase by itself.
  void give(const Secret& passphrase, bool asked);
  void ended(Keychain::Outcome outcome);
  void say(Note note);

  Options m_options;
  Preferences& m_preferences;
  CoreThread& m_core;
  Keychain m_keychain;
  QString m_name; // of the keychain's entry: the vault's id
  bool m_slot = false, m_asking = false, m_due = false, m_works = false;
  bool m_mend = false; // there is a slot, but what the keychain holds does not fit it
  Note m_note = Note::None;
  quint64 m_turn = 0; // of turning on and off: what belongs to an earlier one is dropped
};

} // namespace meridian::app
