// How this device shows things, kept beside the profile in clear: the language is needed before anything is
// unlocked. Nothing about the campaign is in it.
#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QSettings>
#include <optional>

#include "core/base/time.h"

namespace meridian::app {

class Preferences : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("belongs to a Session")
  // "light", "dark" or "system".
  Q_PROPERTY(QString theme READ theme WRITE setTheme NOTIFY changed)
  Q_PROPERTY(bool dark READ dark NOTIFY changed)                                // what the theme comes to now
  Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY changed) // 1 to 2
  Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY changed)
  // 0 (off), 5, 15 or 60.
  Q_PROPERTY(int autoLockMinutes READ autoLockMinutes WRITE setAutoLockMinutes NOTIFY changed)

 public:
  // `file` is made at the first change; a missing or broken one reads as the defaults.
  explicit Preferences(const QString& file, QObject* parent = nullptr);

  [[nodiscard]] QString theme() const { return m_theme; }
  void setTheme(const QString& theme);
  [[nodiscard]] bool dark() const;
  [[nodiscard]] double textScale() const { return m_textScale; }
  void setTextScale(double scale);
  [[nodiscard]] bool reducedMotion() const { return m_reducedMotion; }
  void setReducedMotion(bool reduced);
  [[nodiscard]] int autoLockMinutes() const { return m_autoLockMinutes; }
  void setAutoLockMinutes(int minutes);

  // "en", "ru"; empty: not chosen yet.
  [[nodiscard]] QString language() const;
  void setLanguage(const QString& code);
  [[nodiscard]] QString contentLanguage() const;
  void setContentLanguage(const QString& code);
  // The campaign shown last, as Session::selectCampaign takes it.
  [[nodiscard]] QString campaign() const;
  void setCampaign(const QString& key);
  // Whether this computer's keychain may unlock the profile; nothing: not decided yet.
  [[nodiscard]] std::optional<bool> keychain() const;
  void setKeychain(bool wanted) { m_settings.setValue(QStringLiteral("keychain"), wanted); }
  // When the passphrase was last given, by the profile's clock; nothing if that is not known.
  [[nodiscard]] std::optional<Instant> passphraseAt() const;
  void setPassphraseAt(Instant at);
  // Zones of this device for which “show times here?” was answered: yes, and no. Empty: not asked yet.
  [[nodiscard]] QString shownZone() const { return m_settings.value(QStringLiteral("shownZone")).toString(); }
  [[nodiscard]] QString keptZone() const { return m_settings.value(QStringLiteral("keptZone")).toString(); }
  void answerZone(const QString& shown, const QString& kept);

  // From the command line: holds for this run and is not kept. Empty, zero or false: as preferred.
  void override(const QString& language, const QString& theme, double textScale, bool reducedMotion);

 signals:
  void changed();

 private:
  QSettings m_settings;
  QString m_theme, m_languageOverride;
  double m_textScale = 1;
  bool m_reducedMotion = false;
  int m_autoLockMinutes = 15;
};

} // namespace meridian::app
