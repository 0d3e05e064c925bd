#include "app/keychain.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThread>
#include <QTimer>
#include <memory>
#include <utility>

#include <qt6keychain/keychain.h>

namespace meridian::app {

namespace {

const QString service = QStringLiteral("meridian");

// Where QtKeychain's jobs live. A backend may block (a bus that starts by itself, a wallet that asks), and
// the library keeps one queue for the whole process: so it is one thread for the whole process, which nobody
// joins, because it may never come back.
QObject& place() {
  static QObject* const worker = [] {
    auto* thread = new QThread;
    thread->setObjectName(QStringLiteral("keychain"));
    auto* made = new QObject;
    made->moveToThread(thread);
    thread->start();
    return made;
  }();
  return *worker;
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

struct Keychain::Request {
  std::function<QKeychain::Job*()> make; // on the keychain's thread
  std::function<void(Outcome, const QString&)> then;
};

Keychain::Keychain(std::chrono::milliseconds patience, QObject* parent)
    : QObject(parent), m_patience(patience) {}

void Keychain::run(std::shared_ptr<Request> request) {
  // Whichever comes first, the answer or the end of patience, takes `then`.
  auto answer = [request](Outcome outcome, const QString& text) {
    if (const auto then = std::exchange(request->then, nullptr)) then(outcome, text);
  };
  QTimer::singleShot(m_patience, this, [answer] { answer(Outcome::Silent, {}); });
  QMetaObject::invokeMethod(
      &place(),
      [guard = QPointer<Keychain>(this), request, answer] {
        QKeychain::Job* job = request->make();
        job->setInsecureFallback(false);
        QObject::connect(job, &QKeychain::Job::finished, job, [guard, answer](QKeychain::Job* ended) {
          const auto* read = qobject_cast<QKeychain::ReadPasswordJob*>(ended);
          const QString text = read != nullptr ? read->textData() : QString();
          const Outcome outcome = outcomeOf(ended->error());
          // The guard is only looked at on its own thread.
          QMetaObject::invokeMethod(
              QCoreApplication::instance(),
              [guard, answer, outcome, text] {
                if (guard) answer(outcome, text);
              },
              Qt::QueuedConnection);
        });
        job->start();
      },
      Qt::QueuedConnection);
}

void Keychain::read(const QString& name, ThenSecret then) {
  auto request = std::make_shared<Request>();
  request->make = [name] {
    auto* job = new QKeychain::ReadPasswordJob(service);
    job->setKey(name);
    return job;
  };
  request->then = [then = std::move(then)](Outcome outcome, const QString& text) {
    SecretBytes secret;
    if (outcome == Outcome::Done) {
      QByteArray digits = text.toLatin1();
      auto bytes = fromHex({digits.constData(), static_cast<std::size_t>(digits.size())});
      digits.fill('\0');
      // Somebody else's entry under our name is as good as none.
      if (!bytes || bytes->size() != 32) return then(Outcome::NotThere, {});
      secret = SecretBytes::copyOf(*bytes);
      signing::wipe(*bytes);
    }
    then(outcome, std::move(secret));
  };
  run(std::move(request));
}

void Keychain::keep(const QString& name, const SecretBytes& secret, Then then) {
  auto request = std::make_shared<Request>();
  request->make = [name, digits = QString::fromStdString(toHex(secret.view()))]() mutable {
    auto* job = new QKeychain::WritePasswordJob(service);
    job->setKey(name);
    job->setTextData(digits);
    return job;
  };
  request->then = [then = std::move(then)](Outcome outcome, const QString&) { then(outcome); };
  run(std::move(request));
}

void Keychain::forget(const QString& name, Then then) {
  auto request = std::make_shared<Request>();
  request->make = [name] {
    auto* job = new QKeychain::DeletePasswordJob(service);
    job->setKey(name);
    return job;
  };
  request->then = [then = std::move(then)](Outcome outcome, const QString&) { then(outcome); };
  run(std::move(request));
}

} // namespace meridian::app
