// The creators of the own hub (or, for leads, of every hub), and inviting people.
#pragma once

#include <QUrl>

#include "app/view_models/view_model.h"
#include "core/replica/access.h"
#include "core/replica/reading.h"
#include "core/replica/work.h"

namespace meridian::app {

struct CreatorRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key) // their space
  Q_PROPERTY(QString name MEMBER name)
  Q_PROPERTY(QString initials MEMBER initials)
  Q_PROPERTY(QString detail MEMBER detail) // “@maya · 640k · macro · 06:00 in Los Angeles”
  Q_PROPERTY(QString market MEMBER market)
  Q_PROPERTY(QString status MEMBER status) // of the brief
  Q_PROPERTY(QString stateText MEMBER stateText)
  Q_PROPERTY(QString progress MEMBER progress) // “5 of 6”
  Q_PROPERTY(bool joined MEMBER joined)
  Q_PROPERTY(bool mine MEMBER mine)   // of my hub: I write their brief
  Q_PROPERTY(bool opens MEMBER opens) // their space is here
  Q_PROPERTY(QString language MEMBER language)

 public:
  QString key, name, initials, detail, market, status, stateText, progress, language;
  bool joined = false, mine = false, opens = false;
  bool operator==(const CreatorRow&) const = default;
};

struct InvitationRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString name MEMBER name)
  Q_PROPERTY(QString detail MEMBER detail)
  Q_PROPERTY(QString status MEMBER status)
  Q_PROPERTY(QString stateText MEMBER stateText)
  Q_PROPERTY(bool open MEMBER open)

 public:
  QString key, name, detail, status, stateText;
  bool open = false;
  bool operator==(const InvitationRow&) const = default;
};

struct CreatorsAnswer {
  std::vector<domain::CreatorOverview> creators;
  std::vector<replica::PersonView> people;
  std::vector<replica::InvitationView> invitations;
  std::vector<domain::Market> markets; // all of them
  log::Role role{};
  std::string market;
};
// One's own hub first, then market by market, by name.
[[nodiscard]] std::vector<CreatorRow> creatorRows(const CreatorsAnswer& answer, const Reader& reader);
[[nodiscard]] std::vector<InvitationRow> invitationRows(const CreatorsAnswer& answer, const Reader& reader);

class CreatorsModel : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(meridian::app::RowModelBase* rows READ rows CONSTANT)
  // Only those whose brief is on this device; otherwise everybody whom the roster names.
  Q_PROPERTY(bool briefsOnly MEMBER m_briefsOnly)
  Q_PROPERTY(meridian::app::RowModelBase* invitations READ invitations CONSTANT)
  Q_PROPERTY(QStringList markets READ markets NOTIFY changed)         // that I may add creators to
  Q_PROPERTY(QStringList marketNames READ marketNames NOTIFY changed) // in their order
  Q_PROPERTY(QStringList roles READ roles NOTIFY changed) // of colleagues that I may invite, as names
  Q_PROPERTY(QStringList roleTexts READ roleTexts NOTIFY changed)
  // Of the invitation just made; empty before.
  Q_PROPERTY(QString message READ message NOTIFY invited)
  Q_PROPERTY(QString link READ link NOTIFY invited)
  Q_PROPERTY(QString qr READ qr NOTIFY invited)
  Q_PROPERTY(QString validity READ validity NOTIFY invited)

 public:
  using ViewModel::ViewModel;
  [[nodiscard]] RowModelBase* rows() { return &m_rows; }
  [[nodiscard]] RowModelBase* invitations() { return &m_invitations; }
  [[nodiscard]] QStringList markets() const { return m_markets; }
  [[nodiscard]] QStringList marketNames() const { return m_marketNames; }
  [[nodiscard]] QStringList roles() const { return m_roles; }
  [[nodiscard]] QStringList roleTexts() const;
  [[nodiscard]] QString message() const { return m_message; }
  [[nodiscard]] QString link() const { return m_link; }
  [[nodiscard]] QString qr() const { return m_qr; }
  [[nodiscard]] QString validity() const { return m_validity; }

  Q_INVOKABLE void addCreator(const QString& name, const QString& market, const QString& zone,
                              const QString& handle, const QString& tier, int followers,
                              const QString& language);
  // The key of the first row; empty for none.
  Q_INVOKABLE [[nodiscard]] QString firstKey() const {
    return m_rows.rows().empty() ? QString() : m_rows.rows().front().key;
  }
  // `space` is a creator's; empty for other roles.
  Q_INVOKABLE void invite(const QString& name, const QString& role, const QString& market,
                          const QString& space, const QString& language);
  // Both days belong to it; they are days of my zone, as “2027-03-15”.
  Q_INVOKABLE void inviteDeputy(const QString& name, const QString& market, const QString& language,
                                const QString& firstDay, const QString& lastDay);
  Q_INVOKABLE void withdraw(const QString& invitation);
  Q_INVOKABLE void forgetInvitation();
  Q_INVOKABLE void copy(const QString& text) const;
  // The invitation and the sealed brief in a .meridian file that Join accepts.
  Q_INVOKABLE void saveFile(const QUrl& file);

 signals:
  void changed();
  void invited();

 protected:
  void refresh() override;

 private:
  RowModel<CreatorRow> m_rows;
  bool m_briefsOnly = false;
  RowModel<InvitationRow> m_invitations;
  void makeInvitation(replica::Access::Invitee invitee);

  QStringList m_markets, m_marketNames, m_roles;
  QString m_message, m_link, m_qr, m_validity;
  std::optional<replica::Invitation> m_invitation; // just made
  quint64 m_sheet = 0;                             // an answer for an earlier one is not shown
};

} // namespace meridian::app
