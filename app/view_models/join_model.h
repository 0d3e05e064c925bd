// Joining a campaign: from whatever was pasted or picked to the first look at the brief. Works before there
// is a profile.
#pragma once

#include <QUrl>

#include "app/session_object.h"

namespace meridian::app {

class JoinModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(
      meridian::app::SessionObject* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
  // An invitation was found; the rest is what it says, before anything is joined.
  Q_PROPERTY(bool found READ found NOTIFY changed)
  Q_PROPERTY(bool expired READ expired NOTIFY changed)
  Q_PROPERTY(bool forCreator READ forCreator NOTIFY changed)
  Q_PROPERTY(QString campaign READ campaign NOTIFY changed)
  Q_PROPERTY(QString inviter READ inviter NOTIFY changed)
  Q_PROPERTY(QString invitee READ invitee NOTIFY changed)
  Q_PROPERTY(QString forWhom READ forWhom NOTIFY changed) // “for Maya Collins, creator, US”
  Q_PROPERTY(QString expiry READ expiry NOTIFY changed)
  // The relay it names is none that this profile knows: said before joining, which it does not hinder. Empty
  // otherwise.
  Q_PROPERTY(QString otherRelay READ otherRelay NOTIFY changed)
  Q_PROPERTY(QString problem READ problem NOTIFY changed)
  Q_PROPERTY(bool busy READ busy NOTIFY changed)
  // The file brings the brief: it is readable before any network.
  Q_PROPERTY(bool withBrief READ withBrief NOTIFY changed)
  // Why a join that was begun does not get through, if waiting will not help: who to ask, and that nothing is
  // lost. Empty while it joins by itself.
  Q_PROPERTY(QString stuck READ stuck NOTIFY changed)
  // A message that asks the inviter for a new invitation, to be copied.
  Q_PROPERTY(QString askForNew READ askForNew NOTIFY changed)

 public:
  using QObject::QObject;

  // Takes a whole message, a link or a code.
  Q_INVOKABLE void read(const QString& pasted);
  // A picture with a QR code, a .meridian file, or a file with the invitation's text.
  Q_INVOKABLE void readFile(const QUrl& file);
  // Joins, making the profile first if there is none.
  Q_INVOKABLE void join(const QString& name, const QString& zone, const QString& passphrase);
  Q_INVOKABLE void forget();
  Q_INVOKABLE [[nodiscard]] QString clipboardText() const;
  Q_INVOKABLE void copy(const QString& text) const;

  [[nodiscard]] SessionObject* session() const { return m_session; }
  void setSession(SessionObject* session);
  [[nodiscard]] bool found() const { return m_invitation.has_value(); }
  [[nodiscard]] bool expired() const;
  [[nodiscard]] bool forCreator() const;
  [[nodiscard]] QString campaign() const;
  [[nodiscard]] QString inviter() const;
  [[nodiscard]] QString invitee() const;
  [[nodiscard]] QString forWhom() const;
  [[nodiscard]] QString expiry() const;
  [[nodiscard]] QString otherRelay() const;
  [[nodiscard]] QString problem() const { return m_problem ? m_problem() : QString(); }
  [[nodiscard]] bool busy() const { return m_busy; }
  [[nodiscard]] bool withBrief() const { return m_invitation && !m_file.empty(); }
  [[nodiscard]] QString stuck() const;
  [[nodiscard]] QString askForNew() const;

 signals:
  void sessionChanged();
  void changed();
  void joined();

 private:
  void found(Result<replica::Invitation> result);
  void compareRelays();
  void joinNow();
  [[nodiscard]] SessionObject::Join joiner() const;
  void readWaiting();
  // Asked anew in another language; none: nothing is wrong.
  void setProblem(std::function<QString()> words);
  void setProblem(const Error& error);

  QPointer<SessionObject> m_session;
  std::optional<replica::Invitation> m_invitation;
  std::filesystem::path m_file; // that the invitation came in, if it brings the brief
  std::function<QString()> m_problem;
  bool m_busy = false;
  bool m_otherRelay = false;
  bool m_forgotten = false; // another invitation is wanted than the one being joined with
};

// The text of the first QR code in a picture; nothing if there is none or it is no picture.
[[nodiscard]] std::optional<QString> qrTextIn(const QString& file);

} // namespace meridian::app
