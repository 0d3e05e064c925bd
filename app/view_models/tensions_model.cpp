#include "app/view_models/tensions_model.h"

#include "app/text/lane.h"
#include "app/text/review_words.h"
#include "core/replica/tensions.h"

namespace meridian::app {

namespace {

// As it was typed; the lane that was written is the source.
domain::Bilingual typedText(const QString& english, const QString& russian) {
  domain::Bilingual text;
  text.en = fromQt(english.trimmed());
  text.ru = fromQt(russian.trimmed());
  text.source = text.en.empty() ? domain::Language::Ru : domain::Language::En;
  return text;
}
domain::Bilingual typedText(const QStringList& lanes) { return typedText(lanes.value(0), lanes.value(1)); }

} // namespace

std::vector<TensionRow> tensionRows(const TensionsAnswer& answer, const Reader& reader,
                                    domain::Language content) {
  std::vector<TensionRow> rows;
  for (const auto& tension : answer.tensions) {
    TensionRow row;
    row.key = toQt(tension.id);
    row.first = laneText(tension.first, content);
    row.second = laneText(tension.second, content);
    row.why = laneText(tension.why, content);
    row.open = tension.open();
    row.status = row.open ? QStringLiteral("bad") : QStringLiteral("good");
    QStringList names;
    for (const auto& market : answer.markets)
      if (tension.concerns(market.code)) names << marketName(market, content);
    row.note = row.open ? TensionsModel::tr("Unresolved. Holds up: %1", "Of a goal tension; %1 are markets")
                              .arg(names.join(QStringLiteral(", ")))
                        : TensionsModel::tr("Resolved: %1", "Of a goal tension; %1 are markets")
                              .arg(names.join(QStringLiteral(", ")));
    QStringList how;
    for (const auto& one : tension.resolutions)
      how << laneText(one.how, content);
    row.how = how.join(QStringLiteral("\n"));
    if (!tension.resolutions.empty()) {
      const auto& last = tension.resolutions.back();
      row.decidedBy =
          TensionsModel::tr("Decided: %1, %2", "Of a goal tension; %1 a person, %2 when")
              .arg(nameAmong(answer.people, last.meta.author), whenText(last.meta.shownAt(), reader));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

bool TensionsModel::mayOpen() const {
  return m_answer.leads || m_answer.role == log::Role::HubLead || m_answer.role == log::Role::Deputy;
}

QStringList TensionsModel::markets() const {
  QStringList codes;
  for (const auto& market : m_answer.markets)
    codes << toQt(market.code);
  return codes;
}

QStringList TensionsModel::marketNames() const {
  QStringList names;
  for (const auto& market : m_answer.markets)
    names << marketName(market, session()->contentLane());
  return names;
}

void TensionsModel::refresh() {
  query(
      [](replica::Replica& replica, const SpaceId& campaign) {
        replica::Reading reading(replica, campaign);
        const auto page = reading.page();
        return TensionsAnswer{reading.tensions(), page.markets, reading.people(), reading.me().role,
                              page.mayEdit};
      },
      [this](TensionsAnswer answer) {
        m_answer = std::move(answer);
        m_rows.setRows(tensionRows(m_answer, session()->reader(), session()->contentLane()));
        emit changed();
      });
}

void TensionsModel::open(const QStringList& first, const QStringList& second, const QStringList& why,
                         const QStringList& markets) {
  replica::Tensions::New tension{
      .first = typedText(first), .second = typedText(second), .why = typedText(why), .markets = {}};
  for (const auto& code : markets)
    tension.markets.push_back(fromQt(code));
  if (tension.first.empty() || tension.second.empty())
    return setProblem([] { return tr("Name both goals."); });
  if (tension.why.empty())
    return setProblem([] { return tr("Say why: what goes wrong while nobody decides."); });
  commandOnce(QStringLiteral("open"), [tension](replica::Replica& replica, const SpaceId& campaign) {
    return replica::Tensions(replica, campaign).open(tension);
  });
}

void TensionsModel::resolve(const QString& key, const QString& english, const QString& russian) {
  commandOnce(QStringLiteral("resolve"), [entity = entityIdFromQt(key), how = typedText(english, russian)](
                                             replica::Replica& replica, const SpaceId& campaign) {
    return replica::Tensions(replica, campaign).resolve(entity, how);
  });
}

void TensionsModel::remove(const QString& key) { setRemoved(key, true); }

void TensionsModel::restore(const QString& key) { setRemoved(key, false); }

void TensionsModel::setRemoved(const QString& key, bool removed) {
  command((removed ? QStringLiteral("remove/") : QStringLiteral("restore/")) + key,
          [entity = entityIdFromQt(key), removed](replica::Replica& replica, const SpaceId& campaign) {
            return replica::Tensions(replica, campaign).setRemoved(entity, removed);
          });
}

} // namespace meridian::app
