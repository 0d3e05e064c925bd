#include "app/view_models/creators_model.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>

#include <algorithm>

#include "app/pictures.h"
#include "app/qt_convert.h"
#include "app/session/invitation_file.h"
#include "app/session/invitation_message.h"
#include "app/text/lane.h"
#include "app/text/sentences.h"
#include "app/view_models/typed.h"

namespace meridian::app {

namespace {

constexpr Duration invitationLasts = std::chrono::hours{24 * 7};

QString followersText(std::int64_t followers, domain::Language language) {
  if (followers <= 0) return {};
  if (followers < 1'000) return QString::number(followers);
  const QString thousands = QString::number(followers / 1'000);
  return language == domain::Language::Ru ? thousands + QChar(0x00A0) + QString::fromUtf8("тыс.")
                                          : thousands + QStringLiteral("k");
}

struct BriefWords {
  QString text, status;
};
BriefWords briefWords(const domain::CreatorOverview& creator) {
  if (!creator.brief.held.empty())
    return {CreatorsModel::tr("Two briefs", "State of a creator's brief"), QStringLiteral("contested")};
  if (!creator.brief.current)
    return {CreatorsModel::tr("Not issued", "State of a creator's brief"), QStringLiteral("local")};
  if (creator.brief.acknowledged == creator.brief.current->meta.id)
    return {CreatorsModel::tr("Acknowledged", "State of a creator's brief"), QStringLiteral("good")};
  if (creator.brief.opened)
    return {CreatorsModel::tr("Opened", "State of a creator's brief"), QStringLiteral("active")};
  return {CreatorsModel::tr("Issued", "State of a creator's brief"), QStringLiteral("active")};
}

// Of whoever is invited: the creator's of that name, or else the market's; empty if neither is known.
std::string zoneOf(const replica::InvitationView& invitation, const CreatorsAnswer& answer) {
  if (invitation.role == log::Role::Creator)
    for (const auto& creator : answer.creators)
      if (creator.card.name == invitation.name && creator.market == invitation.market &&
          !creator.card.zone.empty())
        return creator.card.zone;
  const auto market = std::ranges::find(answer.markets, invitation.market, &domain::Market::code);
  return market == answer.markets.end() ? std::string() : market->zone;
}

} // namespace

std::vector<InvitationRow> invitationRows(const CreatorsAnswer& answer, const Reader& reader) {
  using enum replica::InvitationView::State;
  std::vector<InvitationRow> rows;
  for (const auto& one : answer.invitations) {
    InvitationRow row;
    row.key = toQt(one.id);
    row.name = toQt(one.name);
    row.detail = one.market.empty()
                     ? roleText(one.role)
                     : CreatorsModel::tr("%1, %2", "An invitation: %1 a role, %2 a market")
                           .arg(roleText(one.role), marketName(answer.markets, one.market, reader.language));
    switch (one.state) {
    case Open:
      row.open = true;
      row.status = one.storedAt ? QStringLiteral("active") : QStringLiteral("local");
      row.stateText = one.storedAt ? CreatorsModel::tr("Valid until %1", "Of an invitation; %1 a date")
                                         .arg(bothText(one.expiry, zoneOf(one, answer), reader))
                                   : CreatorsModel::tr("Works once this device has been online");
      break;
    case Joined:
      row.status = QStringLiteral("active");
      row.stateText = log::mayManage(answer.role, answer.market, one.role, one.market)
                          ? CreatorsModel::tr("Joined, not confirmed yet", "Of an invitation")
                          : CreatorsModel::tr("Joined. The hub lead or the campaign lead confirms it.",
                                              "Of an invitation");
      break;
    case Confirmed:
      row.status = QStringLiteral("good");
      row.stateText = CreatorsModel::tr("Joined", "Of an invitation");
      break;
    case Expired:
      row.status = QStringLiteral("local");
      row.stateText = CreatorsModel::tr("Expired", "Of an invitation");
      break;
    case Withdrawn:
      row.status = QStringLiteral("local");
      row.stateText = CreatorsModel::tr("Withdrawn", "Of an invitation");
      break;
    case Contested:
      row.status = QStringLiteral("contested");
      row.stateText = CreatorsModel::tr("Used on two devices", "Of an invitation");
      break;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<CreatorRow> creatorRows(const CreatorsAnswer& answer, const Reader& reader) {
  std::vector<CreatorRow> rows;
  for (const auto& creator : answer.creators) {
    CreatorRow row;
    row.key = toQt(creator.space);
    row.name = toQt(creator.card.name);
    row.initials = initialsOf(row.name);
    row.market = toQt(creator.market);
    row.language = toQt(domain::languageCode(creator.card.language));
    QStringList parts;
    for (const QString& part :
         {toQt(creator.card.handle), followersText(creator.card.followers, reader.language),
          tierText(creator.card.tier), localTimeText(creator.card.zone, reader)})
      if (!part.isEmpty()) parts << part;
    row.opens = !creator.rosterOnly;
    if (creator.rosterOnly) {
      parts << marketName(answer.markets, creator.market, reader.language);
    } else {
      const BriefWords words = briefWords(creator);
      row.status = words.status;
      row.stateText = words.text;
    }
    row.detail = parts.join(QString::fromUtf8(" · "));
    if (creator.completeness && !creator.brief.current)
      row.progress =
          CreatorsModel::tr("%1 of 6", "Parts of a brief that are written").arg(creator.completeness->done());
    const auto person = std::ranges::find_if(
        answer.people, [&](const replica::PersonView& one) { return one.creatorSpace == creator.space; });
    row.joined = person != answer.people.end() && person->joined;
    row.mine = answer.market.empty() || answer.market == creator.market;
    rows.push_back(std::move(row));
  }
  std::ranges::sort(rows, [](const CreatorRow& a, const CreatorRow& b) {
    if (a.mine != b.mine) return a.mine;
    if (a.market != b.market) return a.market > b.market;
    return QString::localeAwareCompare(a.name, b.name) < 0;
  });
  return rows;
}

void CreatorsModel::refresh() {
  query(
      [](replica::Replica& replica, const SpaceId& campaign) {
        replica::Reading reading(replica, campaign);
        CreatorsAnswer answer{.creators = reading.creators(),
                              .people = reading.people(),
                              .invitations = reading.invitations(),
                              .markets = reading.page().markets,
                              .market = {}};
        if (const auto me = replica.campaign(campaign)) {
          answer.role = me->role;
          answer.market = me->market;
        }
        return answer;
      },
      [this](const CreatorsAnswer& answer) {
        auto rows = creatorRows(answer, session()->reader());
        if (m_briefsOnly) std::erase_if(rows, [](const CreatorRow& row) { return !row.opens; });
        m_rows.setRows(std::move(rows));
        m_invitations.setRows(invitationRows(answer, session()->reader()));
        m_markets.clear();
        m_marketNames.clear();
        for (const auto& market : answer.markets)
          if (answer.market.empty() || market.code == answer.market) {
            m_markets << toQt(market.code);
            m_marketNames << marketName(market, session()->contentLane());
          }
        m_roles.clear();
        if (answer.role == log::Role::HubLead) m_roles << QStringLiteral("deputy");
        if (answer.role == log::Role::CampaignLead || answer.role == log::Role::BrandLead)
          m_roles << QStringLiteral("hub-lead") << QStringLiteral("viewer");
        if (answer.role == log::Role::BrandLead) m_roles << QStringLiteral("campaign-lead");
        emit changed();
      });
}

QStringList CreatorsModel::roleTexts() const {
  QStringList texts;
  for (const auto& name : m_roles)
    texts << roleText(log::parseRole(fromQt(name)).value_or(log::Role::Viewer));
  return texts;
}

void CreatorsModel::addCreator(const QString& name, const QString& market, const QString& zone,
                               const QString& handle, const QString& tier, int followers,
                               const QString& language) {
  replica::Briefing::NewCreator creator;
  creator.name = fromQt(name.trimmed());
  creator.market = fromQt(market);
  creator.zone = fromQt(zone);
  creator.handle = fromQt(handle.trimmed());
  creator.tier = fromQt(tier);
  creator.followers = std::max(0, followers);
  creator.language = domain::parseLanguage(fromQt(language)).value_or(domain::Language::En);
  commandOnce(QStringLiteral("add-creator"), [creator](replica::Replica& replica, const SpaceId& campaign) {
    return replica::Briefing(replica, campaign).addCreator(creator);
  });
}

void CreatorsModel::invite(const QString& name, const QString& role, const QString& market,
                           const QString& space, const QString& language) {
  replica::Access::Invitee invitee;
  invitee.name = fromQt(name.trimmed());
  invitee.role = log::parseRole(fromQt(role)).value_or(log::Role::Viewer);
  invitee.market = fromQt(market);
  if (!space.isEmpty()) invitee.creatorSpace = idFromQt<SpaceId>(space);
  invitee.language = domain::parseLanguage(fromQt(language)).value_or(domain::Language::En);
  makeInvitation(std::move(invitee));
}

void CreatorsModel::inviteDeputy(const QString& name, const QString& market, const QString& language,
                                 const QString& firstDay, const QString& lastDay) {
  const QDate first = QDate::fromString(firstDay, Qt::ISODate),
              last = QDate::fromString(lastDay, Qt::ISODate);
  if (!first.isValid() || !last.isValid() || last < first)
    return setProblem([] { return tr("Say from which day to which the deputy acts."); });
  const std::string zone = fromQt(session()->myZone());
  const auto midnight = [&](QDate day) { return typedInstant(typedText(day, QTime(0, 0)), zone); };
  replica::Access::Invitee invitee;
  invitee.name = fromQt(name.trimmed());
  invitee.role = log::Role::Deputy;
  invitee.market = fromQt(market);
  invitee.language = domain::parseLanguage(fromQt(language)).value_or(domain::Language::En);
  invitee.from = midnight(first);
  invitee.to = midnight(last.addDays(1));
  makeInvitation(std::move(invitee));
}

void CreatorsModel::makeInvitation(replica::Access::Invitee invitee) {
  if (!begin(QStringLiteral("invite"))) return;
  invitee.expiry = session()->reader().now + invitationLasts;
  // The last day is the one of whoever is invited, where that is known.
  struct Made {
    Result<replica::Invitation> invitation;
    std::string zone;
  };
  session()->core().ask(
      this,
      [invitee, campaign = session()->campaign(),
       zone = session()->reader().zone](replica::Replica& replica) {
        Made made{replica::Access(replica, campaign).invite(invitee), zone};
        if (invitee.creatorSpace)
          for (const auto& creator : replica::Reading(replica, campaign).creators())
            if (creator.space == *invitee.creatorSpace && !creator.card.zone.empty())
              made.zone = creator.card.zone;
        return made;
      },
      [this, sheet = m_sheet](const Made& made) {
        end(QStringLiteral("invite"));
        if (sheet != m_sheet) return; // closed meanwhile, perhaps opened for somebody else
        if (!made.invitation) return setProblem(made.invitation.error());
        dismissProblem();
        m_message = toQt(invitationMessage(*made.invitation, made.zone));
        m_link = toQt(replica::toLink(*made.invitation));
        m_invitation = *made.invitation;
        m_qr = qrAddress(m_link);
        m_validity = tr("Valid until %1, once. The link works once this device has been online.", "%1 a date")
                         .arg(bothText(made.invitation->expiry, made.zone, session()->reader()));
        emit invited();
        emit done(QStringLiteral("invite"));
      });
}

void CreatorsModel::withdraw(const QString& invitation) {
  command(QStringLiteral("withdraw-invitation"),
          [id = opIdFromQt(invitation)](replica::Replica& replica, const SpaceId& campaign) {
            return replica::Access(replica, campaign).withdraw(id);
          });
}

void CreatorsModel::forgetInvitation() {
  ++m_sheet;
  m_message.clear();
  m_link.clear();
  m_qr.clear();
  m_invitation.reset();
  dismissProblem();
  emit invited();
}

void CreatorsModel::copy(const QString& text) const { QGuiApplication::clipboard()->setText(text); }

void CreatorsModel::saveFile(const QUrl& file) {
  if (!m_invitation) return;
  command(QStringLiteral("save-invitation"), [invitation = *m_invitation, path = fromQt(file.toLocalFile())](
                                                 replica::Replica& replica, const SpaceId&) {
    return writeInvitationFile(replica, invitation, path);
  });
}

} // namespace meridian::app
