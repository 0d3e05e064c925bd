#include "app/preferences.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace meridian::app {

namespace {

const QString themeKey = QStringLiteral("theme");
const QString textScaleKey = QStringLiteral("textScale");
const QString reducedMotionKey = QStringLiteral("reducedMotion");
const QString autoLockKey = QStringLiteral("autoLockMinutes");
const QString languageKey = QStringLiteral("language");
const QString contentLanguageKey = QStringLiteral("contentLanguage");
const QString passphraseAtKey = QStringLiteral("passphraseAt");
const QString campaignKey = QStringLiteral("campaign");

QString knownTheme(const QString& theme) {
  return theme == QStringLiteral("light") || theme == QStringLiteral("dark") ? theme
                                                                             : QStringLiteral("system");
}

double knownScale(double scale) { return scale >= 1 && scale <= 2 ? scale : 1; }

int knownMinutes(int minutes) { return minutes == 0 || minutes == 5 || minutes == 60 ? minutes : 15; }

} // namespace

Preferences::Preferences(const QString& file, QObject* parent)
    : QObject(parent),
      m_settings(file, QSettings::IniFormat),
      m_theme(knownTheme(m_settings.value(themeKey).toString())),
      m_textScale(knownScale(m_settings.value(textScaleKey, 1.0).toDouble())),
      m_reducedMotion(m_settings.value(reducedMotionKey, false).toBool()),
      m_autoLockMinutes(knownMinutes(m_settings.value(autoLockKey, 15).toInt())) {}

void Preferences::setTheme(const QString& theme) {
  const QString known = knownTheme(theme);
  if (known == m_theme) return;
  m_theme = known;
  m_settings.setValue(themeKey, known);
  emit changed();
}

bool Preferences::dark() const {
  if (m_theme != QStringLiteral("system")) return m_theme == QStringLiteral("dark");
  // Qt 6.4 has no colour scheme: a dark system hands out a light text on a dark window.
  const QPalette palette = QGuiApplication::palette();
  return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

void Preferences::setTextScale(double scale) {
  scale = std::clamp(scale, 1.0, 2.0);
  if (qFuzzyCompare(scale, m_textScale)) return;
  m_textScale = scale;
  m_settings.setValue(textScaleKey, scale);
  emit changed();
}

void Preferences::setReducedMotion(bool reduced) {
  if (reduced == m_reducedMotion) return;
  m_reducedMotion = reduced;
  m_settings.setValue(reducedMotionKey, reduced);
  emit changed();
}

void Preferences::setAutoLockMinutes(int minutes) {
  minutes = knownMinutes(minutes);
  if (minutes == m_autoLockMinutes) return;
  m_autoLockMinutes = minutes;
  m_settings.setValue(autoLockKey, minutes);
  emit changed();
}

void Preferences::override(const QString& language, const QString& theme, double textScale,
                           bool reducedMotion) {
  m_languageOverride = language;
  if (!theme.isEmpty()) m_theme = knownTheme(theme);
  if (textScale > 0) m_textScale = knownScale(textScale);
  if (reducedMotion) m_reducedMotion = true;
  emit changed();
}

QString Preferences::language() const {
  return m_languageOverride.isEmpty() ? m_settings.value(languageKey).toString() : m_languageOverride;
}

void Preferences::setLanguage(const QString& code) {
  m_languageOverride.clear();
  m_settings.setValue(languageKey, code);
}

QString Preferences::contentLanguage() const { return m_settings.value(contentLanguageKey).toString(); }
void Preferences::setContentLanguage(const QString& code) { m_settings.setValue(contentLanguageKey, code); }

std::optional<bool> Preferences::keychain() const {
  const QVariant kept = m_settings.value(QStringLiteral("keychain"));
  return kept.isValid() ? std::optional(kept.toBool()) : std::nullopt;
}

std::optional<Instant> Preferences::passphraseAt() const {
  bool known = false;
  const qint64 millis = m_settings.value(passphraseAtKey).toLongLong(&known);
  return known ? std::optional(fromMillis(millis)) : std::nullopt;
}
void Preferences::setPassphraseAt(Instant at) {
  m_settings.setValue(passphraseAtKey, static_cast<qint64>(toMillis(at)));
}

void Preferences::answerZone(const QString& shown, const QString& kept) {
  m_settings.setValue(QStringLiteral("shownZone"), shown);
  m_settings.setValue(QStringLiteral("keptZone"), kept);
}

QString Preferences::campaign() const { return m_settings.value(campaignKey).toString(); }
void Preferences::setCampaign(const QString& key) { m_settings.setValue(campaignKey, key); }

} // namespace meridian::app
