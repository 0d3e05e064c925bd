// What all view models share: they belong to a Session, ask the replica on the core thread, and ask again
// when the campaign, the language or the minute has changed.
// Models derive from it by its whole name, which is the one that the QML tools look it up by.
#pragma once

#include <QObject>
#include <QPointer>
#include <QQmlEngine>
#include <QSet>

#include <functional>

#include "app/session_object.h"

namespace meridian::app {

class ViewModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("what the models have in common")
  // Set once, by the page that owns the model.
  Q_PROPERTY(
      meridian::app::SessionObject* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
  // False until the first answer: a page shows nothing rather than an empty state by then.
  Q_PROPERTY(bool loaded READ loaded NOTIFY loadedChanged)
  // The last command's refusal, as a sentence: what happened, what is safe, what to do. Empty after success.
  Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)

 public:
  using QObject::QObject;
  [[nodiscard]] SessionObject* session() const { return m_session; }
  void setSession(SessionObject* session);
  [[nodiscard]] bool loaded() const { return m_loaded; }
  [[nodiscard]] QString problem() const { return m_problem ? m_problem() : QString(); }
  Q_INVOKABLE void dismissProblem() { setProblem(std::function<QString()>()); }
  // A command of that name is on its way, so that another press would be the same press.
  Q_INVOKABLE [[nodiscard]] virtual bool runs(const QString& what) const { return m_running.contains(what); }

 signals:
  void sessionChanged();
  void loadedChanged();
  void problemChanged();
  // A command was carried out; `what` is its name ("approve").
  void done(const QString& what);
  // The same, of a command about what the model showed before: `subject` names that.
  void doneBefore(const QString& what, const QString& subject);

 protected:
  // Asks the replica and fills the model; called again whenever something it shows may have changed.
  virtual void refresh() = 0;

  // Runs a question on the core thread with the current campaign and gives the answer to `fill` here.
  // An answer that was overtaken by a newer question is dropped.
  template <class Question, class Fill>
  void query(Question question, Fill fill) {
    if (m_session == nullptr || !m_session->hasCampaign()) return;
    const quint64 turn = ++m_turn;
    m_session->core().ask(
        this,
        [question = std::move(question), campaign = m_session->campaign()](replica::Replica& replica) {
          return question(replica, campaign);
        },
        [this, turn, fill = std::move(fill)](auto answer) {
          if (turn != m_turn) return;
          fill(std::move(answer));
          setLoaded();
        });
  }

  // Runs a command and gives its outcome, without its value, to `then` here.
  template <class Command, class Then>
  void carryOut(Command work, Then then) {
    if (m_session == nullptr || !m_session->hasCampaign()) return;
    m_session->core().ask(
        this,
        [work = std::move(work),
         campaign = m_session->campaign()](replica::Replica& replica) -> Result<void> {
          auto result = work(replica, campaign);
          if (!result) return std::unexpected(replica.reasonOf(result.error()));
          return {};
        },
        std::move(then));
  }

  // The same, reporting its refusal, or done(what).
  template <class Command>
  void command(const QString& what, Command work) {
    carryOut(std::move(work), [this, what](const Result<void>& result) {
      end(what);
      setProblem(result);
      if (result) emit done(what);
    });
  }

  // The same for what is written anew each time, as a submission or a comment: while one is on its way,
  // another press is the same press.
  template <class Command>
  void commandOnce(const QString& what, Command work) {
    if (begin(what)) command(what, std::move(work));
  }
  // False while `what` has begun and not ended.
  [[nodiscard]] bool begin(const QString& what);
  void end(const QString& what) { m_running.remove(what); }

  // The campaign that showed when this was opened, where what is typed here goes, whichever shows by now;
  // zero before there is one.
  [[nodiscard]] const SpaceId& home() const;

  // A pause in typing after which what was typed is kept.
  static constexpr int typingPauseMs = 700;
  // What is being typed, kept on this device in the sealed profile, so that a lock loses nothing. An empty
  // text forgets it; a name that nothing is kept under reads as empty. What the disk does not take is kept by
  // the session, and reads with the reason as a problem, which is there before `then`. The model shows the
  // text that it asked of last: the problem of another one is not its own.
  void keepTyped(const std::string& name, const std::string& text);
  void readTyped(const std::string& name, std::function<void(const std::string&)> then);
  // It was given: unless something else is kept there by now. What this model shows stays as it is.
  void forgetTyped(const std::string& name, const std::string& given);

  // A sentence that follows the language of the interface: `words` are asked again in another one.
  void setProblem(std::function<QString()> words);
  void setProblem(const Error& error);
  template <class T>
  void setProblem(const Result<T>& outcome) {
    outcome ? dismissProblem() : setProblem(outcome.error());
  }
  // How a refusal reads here: a model that knows more of it says more.
  [[nodiscard]] virtual QString sentenceOf(const Error& error) const;
  // For models that do not ask through query().
  void setLoaded();
  // Several reasons at once are one question.
  void refreshSoon();

 private:
  void writeTyped(const std::string& name, const std::string& text);

  QPointer<SessionObject> m_session; // a page that is on its way out may outlive it
  QSet<QString> m_running;           // commands that are not answered yet
  mutable SpaceId m_home;
  quint64 m_turn = 0;
  std::string m_typed; // the name that was kept or read last
  bool m_asked = false;
  bool m_loaded = false;
  std::function<QString()> m_problem;
};

} // namespace meridian::app
