// This computer's keychain (Secret Service or KWallet on Linux), through QtKeychain. It may be missing,
// locked, wait for a person, or never answer: every question is answered once, at the latest when patience
// ends, and nobody waits for it.
#pragma once

#include <QObject>
#include <chrono>
#include <functional>

#include "core/crypto/signing/secret_bytes.h"

namespace meridian::app {

class Keychain final : public QObject {
  Q_OBJECT

 public:
  enum class Outcome {
    Done,
    NotThere, // it works and holds nothing of this name
    Refused,  // it is locked, or the person or the system said no
    Absent,   // there is none
    Silent,   // no answer in time
    Failed,
  };
  using Then = std::function<void(Outcome)>;
  using ThenSecret = std::function<void(Outcome, SecretBytes)>;

  explicit Keychain(std::chrono::milliseconds patience, QObject* parent = nullptr);

  // The secret is 32 bytes and stands in the keychain as hexadecimal digits. `then` is called on this
  // object's thread, unless the object is gone by then.
  void read(const QString& name, ThenSecret then);
  void keep(const QString& name, const SecretBytes& secret, Then then);
  void forget(const QString& name, Then then);

 private:
  struct Request;
  void run(std::shared_ptr<Request> request);

  std::chrono::milliseconds m_patience;
};

} // namespace meridian::app
