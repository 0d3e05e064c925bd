#include "app/keychain.h"

#include <QPointer>
#include <QThread>
#include <QTimer>
#include <memory>
#include <utility>

#include <qt6keychain/keychain.h>

#include "app/inbox.h"

namespace meridian::app {

namespace {

const QString service = QStringLiteral("meridian");

// Where QtKeychain's jobs live. A backend may block (a bus that starts by itself, a wallet that asks), and
// the library keeps one queue for the whole process: so it is one thread for the whole process, which nobody
// joins, because it may never come back.
Inbox& place() {
  static Inbox* const worker = [] {
    auto* thread = new QThread;
    thread->setObjectName(QStringLiteral("keychain"));
    auto* made = new Inbox;
    made->moveToThread(thread);
    thread->start();
    return made;
  }();
  return *worker;
}

// Where their answers go: the thread that asks first, which is the one that asks. It outlives every question.
Inbox& answers() {
  static auto* const inbox = new Inbox;
  return *inbox;
}

Keychain::Outcome outcomeOf(QKeychain::Error error) {
  switch (error) {
  case QKeychain::NoError:
    return Keychain::Outcome::Done;
  case QKeychain::EntryNotFound:
    return Keychain::Outcome::NotThere;
  case QKeychain::AccessDeniedByUser:
  case QKeychain::AccessDenied:
    return Keychain::Outcome::Refused;
  case QKeychain::NoBackendAvailable:
  case QKeychain::NotImplemented:
    return Keychain::Outcome::Absent;
  case QKeychain::CouldNotDeleteEntry:
  case QKeychain::OtherError:
    break;
  }
  return Keychain::Outcome::Failed;
}

} // namespace

namespace {

// The digits of a keychain's entry as the secret that they stand for; nothing for somebody else's entry under
// our name. What is left of the digits here is wiped; the library's and the bus's own copies are theirs.
std::shared_ptr<SecretBytes> secretOf(QString digits) {
  QByteArray text = digits.toLatin1();
  digits.fill(u'\0');
  auto bytes = fromHex({text.constData(), static_cast<std::size_t>(text.size())});
  text.fill('\0');
  if (!bytes) return nullptr;
  std::shared_ptr<SecretBytes> secret;
  if (bytes->size() == 32) secret = std::make_shared<SecretBytes>(SecretBytes::copyOf(*bytes));
  signing::wipe(*bytes);
  return secret;
}

} // namespace

struct Keychain::Request {
  std::function<QKeychain::Job*()> make;                                  // on the keychain's thread
  std::function<void(Outcome, const std::shared_ptr<SecretBytes>&)> then; // with what was read
};

Keychain::Keychain(std::chrono::milliseconds patience, QObject* parent)
    : QObject(parent), m_patience(patience) {}

void Keychain::run(std::shared_ptr<Request> request) {
  // Whichever comes first, the answer or the end of patience, takes `then`.
  auto answer = [request](Outcome outcome, const std::shared_ptr<SecretBytes>& secret) {
    if (const auto then = std::exchange(request->then, nullptr)) then(outcome, secret);
  };
  QTimer::singleShot(m_patience, this, [answer] { answer(Outcome::Silent, {}); });
  Inbox& home = answers();
  place().post([&home, guard = QPointer<Keychain>(this), request, answer] {
    QKeychain::Job* job = request->make();
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, job, [&home, guard, answer](QKeychain::Job* ended) {
      const auto* read = qobject_cast<QKeychain::ReadPasswordJob*>(ended);
      const Outcome outcome = outcomeOf(ended->error());
      auto secret = read != nullptr && outcome == Outcome::Done ? secretOf(read->textData()) : nullptr;
      // The guard is only looked at on its own thread.
      home.post([guard, answer, outcome, secret] {
        if (guard) answer(outcome, secret);
      });
    });
    job->start();
  });
}

void Keychain::read(const QString& name, ThenSecret then) {
  auto request = std::make_shared<Request>();
  request->make = [name] {
    auto* job = new QKeychain::ReadPasswordJob(service);
    job->setKey(name);
    return job;
  };
  request->then = [then = std::move(then)](Outcome outcome, const std::shared_ptr<SecretBytes>& secret) {
    if (outcome == Outcome::Done && secret == nullptr) return then(Outcome::NotThere, {});
    then(outcome, secret != nullptr ? std::move(*secret) : SecretBytes());
  };
  run(std::move(request));
}

void Keychain::keep(const QString& name, const SecretBytes& secret, Then then) {
  auto request = std::make_shared<Request>();
  request->make = [name, copy = std::make_shared<const SecretBytes>(secret.clone())] {
    auto* job = new QKeychain::WritePasswordJob(service);
    job->setKey(name);
    std::string hex = toHex(copy->view());
    QString digits = QString::fromStdString(hex);
    signing::wipe({reinterpret_cast<std::uint8_t*>(hex.data()), hex.size()});
    job->setTextData(digits); // in bytes of its own
    digits.fill(u'\0');
    return job;
  };
  request->then = [then = std::move(then)](Outcome outcome, const auto&) { then(outcome); };
  run(std::move(request));
}

void Keychain::forget(const QString& name, Then then) {
  auto request = std::make_shared<Request>();
  request->make = [name] {
    auto* job = new QKeychain::DeletePasswordJob(service);
    job->setKey(name);
    return job;
  };
  request->then = [then = std::move(then)](Outcome outcome, const auto&) { then(outcome); };
  run(std::move(request));
}

} // namespace meridian::app
