#include "app/unlocking.h"

#include <algorithm>

#include "app/qt_convert.h"
#include "app/text/error_sentences.h"
#include "app/text/sentences.h"
#include "core/crypto/signing/system_random.h"

namespace meridian::app {

namespace {

constexpr Duration passphraseLasts = std::chrono::days{14};
// A clock that was put back a little is no reason to ask; one that was put back further may hide how long
// ago the passphrase was given.
constexpr Duration clockSlack = std::chrono::days{1};
constexpr std::size_t keyBytes = 32;

std::shared_ptr<replica::Unlock> keyUnlock(SecretBytes key) {
  auto unlock = std::make_shared<replica::Unlock>();
  unlock->with = replica::Unlock::With::RawKey;
  unlock->rawKey = std::move(key);
  return unlock;
}

std::shared_ptr<const SecretBytes> secretOf(std::string_view text) {
  return std::make_shared<const SecretBytes>(SecretBytes::copyOf(asBytes(text)));
}

std::span<std::uint8_t> asWritableBytes(std::string& text) {
  return {reinterpret_cast<std::uint8_t*>(text.data()), text.size()};
}

} // namespace

Unlocking::Unlocking(Options options, Preferences& preferences, CoreThread& core, QObject* parent)
    : QObject(parent),
      m_options(std::move(options)),
      m_preferences(preferences),
      m_core(core),
      m_keychain(m_options.patience) {}

bool Unlocking::wanted() const { return m_preferences.keychain().value_or(true); }

bool Unlocking::passphraseDue() const {
  const auto given = m_preferences.passphraseAt();
  const Instant now = m_options.clock->now();
  return !given || now >= *given + passphraseLasts || now < *given - clockSlack;
}

void Unlocking::look(std::function<void()> then) {
  m_core.run(
      this, [directory = m_options.directory] { return replica::unlockWays(directory); },
      [this, then = std::move(then)](const Result<replica::UnlockWays>& found) {
        m_slot = found && std::ranges::find(found->ways, replica::Unlock::With::RawKey) != found->ways.end();
        m_name = found ? toQt(found->vaultId) : QString();
        m_due = m_slot && passphraseDue();
        then();
      });
}

void Unlocking::begin() {
  if (!m_options.possible) return;
  look([this] {
    if (!keychain()) return emit changed();
    if (m_due) return say(Note::Due);
    ask();
  });
}

void Unlocking::ask() {
  if (m_asking || !keychain() || m_name.isEmpty()) return;
  m_due = passphraseDue();
  if (m_due) return say(Note::Due);
  m_asking = true;
  say(Note::None);
  m_keychain.read(m_name, [this](Keychain::Outcome outcome, SecretBytes secret) {
    if (!m_asking) return;
    m_asking = false;
    ended(outcome);
    if (outcome == Keychain::Outcome::Done) emit answered(keyUnlock(std::move(secret)));
  });
}

void Unlocking::stop() {
  m_asking = false;
  emit changed();
}

void Unlocking::ended(Keychain::Outcome outcome) {
  using enum Keychain::Outcome;
  m_works = outcome == Done;
  m_mend = m_mend || outcome == NotThere;
  switch (outcome) {
  case Done:
    return say(Note::None);
  case NotThere:
    return say(Note::NotThere);
  case Refused:
    return say(Note::Refused);
  case Silent:
    return say(Note::Silent);
  case Absent:
  case Failed:
    return say(Note::Absent);
  }
}

void Unlocking::keyRefused() {
  m_works = false;
  m_mend = true;
  say(Note::OtherKey);
}

void Unlocking::passphraseGiven(std::string_view passphrase) {
  m_preferences.setPassphraseAt(m_options.clock->now());
  if (!m_options.possible) return;
  if (!wanted()) return look([this] { say(Note::None); });
  look([this, secret = secretOf(passphrase), turn = m_turn] {
    if (turn != m_turn) return;
    say(Note::None);
    if (!m_slot || m_mend) give(secret, false);
  });
}

void Unlocking::turnOn(const QString& passphrase) {
  QByteArray typed = passphrase.toUtf8();
  const auto secret = secretOf({typed.constData(), static_cast<std::size_t>(typed.size())});
  typed.fill('\0');
  look([this, secret, turn = ++m_turn] {
    if (turn == m_turn) give(secret, true);
  });
}

// First into the keychain, then into the vault: a slot that nothing opens would only cost a question.
void Unlocking::give(const Secret& passphrase, bool asked) {
  signing::SystemRandom random;
  auto unlock = keyUnlock(SecretBytes::random(keyBytes, random));
  m_keychain.keep(m_name, unlock->rawKey,
                  [this, unlock, passphrase, asked, turn = m_turn](Keychain::Outcome outcome) {
                    if (turn != m_turn) return;
                    if (outcome != Keychain::Outcome::Done) {
                      ended(outcome);
                      const QString problem = note();
                      // It was tried once, at the first passphrase. From then on it is as the settings say:
                      // off.
                      if (!m_slot && !asked) m_preferences.setKeychain(false);
                      // Without a keychain the passphrase unlocks as ever; nobody need be told at each start.
                      if (!m_slot) say(Note::None);
                      return emit turned(problem);
                    }
                    m_core.run(
                        this,
                        [unlock, passphrase, directory = m_options.directory] {
                          replica::Unlock existing;
                          const auto bytes = passphrase->view();
                          existing.passphrase.assign(bytes.begin(), bytes.end());
                          auto added = replica::addUnlock(directory, existing, *unlock);
                          signing::wipe(asWritableBytes(existing.passphrase));
                          return added;
                        },
                        [this, turn](const Result<void>& added) {
                          if (turn != m_turn) return;
                          if (added)
                            m_preferences.setKeychain(true);
                          else if (!m_slot)
                            m_keychain.forget(m_name, [](Keychain::Outcome) {}); // it opens nothing
                          m_slot = m_slot || added.has_value();
                          m_works = added.has_value();
                          m_mend = m_mend && !added;
                          m_due = false;
                          say(Note::None);
                          emit turned(added ? QString() : errorSentence(added.error().code));
                        });
                  });
}

void Unlocking::turnOff() {
  ++m_turn; // an answer that is on its way turns nothing on again
  m_preferences.setKeychain(false);
  m_asking = false;
  look([this] {
    m_keychain.forget(m_name, [](Keychain::Outcome) {});
    m_core.run(
        this,
        [directory = m_options.directory] {
          return replica::removeUnlock(directory, replica::Unlock::With::RawKey);
        },
        [this](const Result<void>& removed) {
          m_slot = m_slot && !removed;
          say(Note::None);
        });
  });
}

void Unlocking::say(Note note) {
  m_note = note;
  emit changed();
}

QString Unlocking::note() const {
  switch (m_note) {
  case Note::None:
    break;
  case Note::Due:
    return tr("Your passphrase is asked every 14 days, so that you still know it. Give it once.",
              "Unlocking: why the keychain is not used now");
  case Note::NotThere:
    return tr(
        "This computer’s keychain is locked or no longer holds the key. Your passphrase opens the profile.",
        "Unlocking");
  case Note::OtherKey:
    return tr("This computer’s keychain holds another key. Your passphrase opens the profile and mends that.",
              "Unlocking");
  case Note::Refused:
    return tr("This computer’s keychain is locked or said no. Your passphrase opens the profile.",
              "Unlocking");
  case Note::Absent:
    return tr("No keychain answers on this computer. Your passphrase opens the profile.", "Unlocking");
  case Note::Silent:
    return tr("This computer’s keychain doesn’t answer. Your passphrase opens the profile.", "Unlocking");
  }
  return {};
}

} // namespace meridian::app
