#include "app/view_models/view_model.h"

#include <QPointer>

namespace meridian::app {

void ViewModel::setSession(SessionObject* session) {
  if (session == m_session) return;
  if (m_session != nullptr) disconnect(m_session.data(), nullptr, this, nullptr);
  m_session = session;
  emit sessionChanged();
  if (m_session == nullptr) return;
  (void)home();
  connect(m_session.data(), &SessionObject::changed, this, &ViewModel::refreshSoon);
  connect(m_session.data(), &SessionObject::campaignChanged, this, &ViewModel::refreshSoon);
  connect(m_session.data(), &SessionObject::languageChanged, this, &ViewModel::refreshSoon);
  connect(m_session.data(), &SessionObject::languageChanged, this, &ViewModel::problemChanged);
  connect(m_session.data(), &SessionObject::profileChanged, this, &ViewModel::refreshSoon);
  connect(m_session.data(), &SessionObject::minutePassed, this, &ViewModel::refreshSoon);
  refreshSoon();
}

void ViewModel::refreshSoon() {
  if (m_asked) return;
  m_asked = true;
  QMetaObject::invokeMethod(
      this,
      [this] {
        m_asked = false;
        (void)home(); // of a page that was there before its campaign
        if (m_session != nullptr) refresh();
      },
      Qt::QueuedConnection);
}

const SpaceId& ViewModel::home() const {
  if (m_home.isZero() && m_session != nullptr) m_home = m_session->campaign();
  return m_home;
}

void ViewModel::keepTyped(const std::string& name, const std::string& text) {
  m_typed = name;
  writeTyped(name, text);
}

void ViewModel::writeTyped(const std::string& name, const std::string& text) {
  if (m_session == nullptr) return;
  // The answer finds the session, whether this is still there or not.
  m_session->core().ask(
      m_session,
      [name, text](replica::Replica& replica) -> Result<void> {
        auto& settings = replica.file().settings;
        return text.empty() ? settings.remove(name) : settings.set(name, text);
      },
      [session = m_session, self = QPointer(this), name, text](const Result<void>& kept) {
        auto& drafts = session->unsavedWords().drafts;
        const bool shown = self != nullptr && self->m_typed == name;
        if (kept) {
          if (drafts.find(name) != nullptr && shown) self->dismissProblem();
          return drafts.forget(name);
        }
        drafts.keep(name, text, kept.error());
        if (shown)
          self->setProblem(kept.error());
        else if (!text.empty())
          emit session->unsaved(session->sentence(kept.error()));
      });
}

void ViewModel::forgetTyped(const std::string& name, const std::string& given) {
  if (m_session == nullptr) return;
  m_session->core().ask(
      m_session,
      [name, given](replica::Replica& replica) -> Result<void> {
        auto& settings = replica.file().settings;
        const auto kept = settings.get(name);
        if (!kept) return std::unexpected(kept.error());
        return *kept == given ? settings.remove(name) : Result<void>{};
      },
      [session = m_session, name, given](const Result<void>& forgotten) {
        auto& drafts = session->unsavedWords().drafts;
        const auto* unsaved = drafts.find(name);
        if (unsaved != nullptr && unsaved->words != given) return;
        if (forgotten)
          drafts.forget(name);
        else
          drafts.keep(name, {}, forgotten.error());
      });
}

void ViewModel::readTyped(const std::string& name, std::function<void(const std::string&)> then) {
  if (m_session == nullptr) return;
  m_typed = name;
  m_session->core().ask(
      this,
      [name](replica::Replica& replica) {
        const auto kept = replica.file().settings.get(name);
        return kept && *kept ? **kept : std::string();
      },
      [this, name, then = std::move(then)](const std::string& kept) {
        const auto* unsaved = m_session->unsavedWords().drafts.find(name);
        if (unsaved == nullptr) return then(kept);
        // What was given and could not be forgotten is no draft any more.
        if (unsaved->words.empty())
          writeTyped(name, {});
        else if (m_typed == name)
          setProblem(unsaved->why);
        then(unsaved->words);
      });
}

bool ViewModel::begin(const QString& what) {
  if (m_session == nullptr || !m_session->hasCampaign() || m_running.contains(what)) return false;
  m_running.insert(what);
  return true;
}

QString ViewModel::sentenceOf(const Error& error) const { return m_session->sentence(error); }

void ViewModel::setProblem(const Error& error) {
  setProblem([this, error] { return sentenceOf(error); });
}

void ViewModel::setProblem(std::function<QString()> words) {
  const QString before = problem();
  m_problem = std::move(words);
  if (problem() != before) emit problemChanged();
}

void ViewModel::setLoaded() {
  if (m_loaded) return;
  m_loaded = true;
  emit loadedChanged();
}

} // namespace meridian::app
