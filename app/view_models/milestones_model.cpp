#include "app/view_models/milestones_model.h"

#include <algorithm>

#include "app/text/lane.h"
#include "app/view_models/kept_draft.h"
#include "app/view_models/typed.h"

namespace meridian::app {

namespace {

namespace f = domain::field::milestone;
using domain::Language;
using domain::MilestoneType;

bool isLead(const MilestonesAnswer& answer) { return answer.page.mayEdit; }

// Rights as the table has them: a hub writes what names its own market.
bool mayEdit(const MilestonesAnswer& answer, const domain::Milestone& milestone) {
  return isLead(answer) ||
         (!milestone.market.empty() && milestone.market == answer.market &&
          std::ranges::find(answer.page.mayEditMarkets, answer.market) != answer.page.mayEditMarkets.end());
}

const domain::Market* marketOf(const MilestonesAnswer& answer, const std::string& code) {
  const auto found = std::ranges::find(answer.page.markets, code, &domain::Market::code);
  return found == answer.page.markets.end() ? nullptr : &*found;
}

// When it is and where: of a launch as its market says.
std::pair<std::optional<Instant>, std::string> dateOf(const MilestonesAnswer& answer,
                                                      const domain::Milestone& milestone) {
  const auto* market = marketOf(answer, milestone.market);
  const bool launch = milestone.type == MilestoneType::Launch && market != nullptr;
  const std::string zone =
      (launch || milestone.zone.empty()) && market != nullptr ? market->zone : milestone.zone;
  return {launch && market->launchAt ? market->launchAt : milestone.at, zone};
}

QString typeText(MilestoneType type) {
  switch (type) {
  case MilestoneType::Other:
    return MilestonesModel::tr("Milestone", "Kind of a milestone: none of the others");
  case MilestoneType::Kickoff:
    return MilestonesModel::tr("Kickoff", "Kind of a milestone");
  case MilestoneType::Briefs:
    return MilestonesModel::tr("Briefs", "Kind of a milestone: briefs go out");
  case MilestoneType::RoughCut:
    return MilestonesModel::tr("Rough cuts", "Kind of a milestone");
  case MilestoneType::Feedback:
    return MilestonesModel::tr("Feedback", "Kind of a milestone");
  case MilestoneType::Launch:
    return MilestonesModel::tr("Launch", "Kind of a milestone");
  case MilestoneType::Review:
    return MilestonesModel::tr("Review", "Kind of a milestone: results are looked at");
  }
  return {};
}

bool isEmpty(const QString& en, const QString& ru) {
  return en.trimmed().isEmpty() && ru.trimmed().isEmpty();
}

// The name under which the device keeps a milestone that is being written.
std::string draftName(const SpaceId& campaign, const QString& milestone) {
  return "milestone-draft/" + campaign.hex() + "/" + fromQt(milestone);
}

} // namespace

std::vector<MilestoneRow> milestoneRows(const MilestonesAnswer& answer, const Reader& reader,
                                        domain::Language content) {
  std::vector<std::pair<Instant, MilestoneRow>> dated;
  for (const auto& milestone : answer.page.milestones) {
    const auto [at, zone] = dateOf(answer, milestone);
    MilestoneRow row;
    row.key = toQt(milestone.id);
    row.title = laneText(milestone.title, content);
    row.why = laneText(milestone.why, content);
    row.detail = typeText(milestone.type);
    if (row.title.isEmpty()) row.title = row.detail;
    if (!milestone.market.empty())
      row.detail = MilestonesModel::tr("%1 · %2", "Of a milestone: %1 its kind, %2 a market")
                       .arg(row.detail, marketName(answer.page.markets, milestone.market, content));
    if (at) {
      row.mine = whenText(*at, reader);
      row.theirs = zone.empty() ? QString() : thereText(*at, zone, reader);
    } else {
      row.mine = MilestonesModel::tr("No date yet", "Of a milestone");
    }
    if (milestone.why.empty())
      row.note = MilestonesModel::tr("The why is missing", "Of a milestone");
    else if (milestone.title.stale() || milestone.why.stale())
      row.note = MilestonesModel::tr("Translation is stale", "Of a milestone");
    row.mayEdit = mayEdit(answer, milestone);
    dated.emplace_back(at.value_or(Instant::max()), std::move(row));
  }
  std::ranges::stable_sort(dated, {}, [](const auto& one) { return one.first; });
  std::vector<MilestoneRow> rows;
  for (auto& one : dated)
    rows.push_back(std::move(one.second));
  return rows;
}

MilestonesModel::MilestonesModel(QObject* parent) : ViewModel(parent) {
  connect(this, &ViewModel::done, this, [this](const QString& what) {
    if (what != QStringLiteral("save")) return;
    m_dirty = m_restored = false;
    keepTyped(draftName(home(), m_milestone), {});
  });
}

void MilestonesModel::refresh() {
  query(
      [](replica::Replica& replica, const SpaceId& campaign) {
        MilestonesAnswer answer{replica::Reading(replica, campaign).page(), {}, {}};
        if (const auto me = replica.campaign(campaign)) {
          answer.role = me->role;
          answer.market = me->market;
        }
        return answer;
      },
      [this](MilestonesAnswer answer) {
        m_answer = std::move(answer);
        fill();
      });
}

const domain::Milestone* MilestonesModel::written() const {
  for (const auto& milestone : m_answer.page.milestones)
    if (toQt(milestone.id) == m_milestone) return &milestone;
  return nullptr;
}

void MilestonesModel::fill() {
  m_rows.setRows(milestoneRows(m_answer, session()->reader(), session()->contentLane()));
  m_markets.clear();
  m_marketNames.clear();
  if (isLead(m_answer)) {
    m_markets << QString();
    for (const auto& market : m_answer.page.markets)
      m_markets << toQt(market.code);
  } else if (std::ranges::find(m_answer.page.mayEditMarkets, m_answer.market) !=
             m_answer.page.mayEditMarkets.end()) {
    m_markets << toQt(m_answer.market);
  }
  for (const QString& code : std::as_const(m_markets))
    m_marketNames << (code.isEmpty()
                          ? tr("All markets", "A choice: no single one")
                          : marketName(m_answer.page.markets, fromQt(code), session()->contentLane()));
  const auto* milestone = written();
  if (!m_dirty) m_draft = m_taken = kept();
  // Whether a translation is stale changes by Still correct, which leaves the words as they are.
  if (milestone != nullptr) {
    for (auto* draft : {&m_draft, &m_taken}) {
      draft->titleStale = milestone->title.stale();
      draft->whyStale = milestone->why.stale();
    }
  }
  m_mayEdit = milestone != nullptr ? app::mayEdit(m_answer, *milestone) : m_milestone.isEmpty() && mayAdd();
  emit changed();
}

MilestoneDraft MilestonesModel::kept() const {
  MilestoneDraft draft;
  const auto* milestone = written();
  if (milestone == nullptr) {
    draft.market = m_markets.isEmpty() ? QString() : m_markets.front();
    draft.zone = zoneOf(draft.market);
    draft.titleSource = draft.whySource = toQt(domain::languageCode(session()->contentLane()));
    return draft;
  }
  const auto [at, zone] = dateOf(m_answer, *milestone);
  draft.key = m_milestone;
  draft.titleEn = toQt(milestone->title.en);
  draft.titleRu = toQt(milestone->title.ru);
  draft.titleSource = toQt(domain::languageCode(milestone->title.source));
  draft.whyEn = toQt(milestone->why.en);
  draft.whyRu = toQt(milestone->why.ru);
  draft.whySource = toQt(domain::languageCode(milestone->why.source));
  draft.zone = zone.empty() ? session()->myZone() : toQt(zone);
  if (at) draft.at = typedText(*at, fromQt(draft.zone));
  draft.market = toQt(milestone->market);
  draft.type = static_cast<int>(milestone->type);
  return draft;
}

void MilestonesModel::setDraft(const MilestoneDraft& draft) {
  if (draft == m_draft) return;
  const bool moved = mayMoveDate();
  m_draft = draft;
  if (!mayMoveDate()) {
    // What shows is what holds.
    const auto* market = marketOf(m_answer, fromQt(m_draft.market));
    m_draft.zone = toQt(market->zone);
    m_draft.at = typedText(*market->launchAt, market->zone);
  } else if (!moved) {
    m_draft.zone = m_taken.zone;
    m_draft.at = m_taken.at;
  }
  m_dirty = m_draft != m_taken;
  emit changed();
}

bool MilestonesModel::mayMoveDate() const {
  if (isLead(m_answer) || static_cast<MilestoneType>(m_draft.type) != MilestoneType::Launch) return true;
  const auto* market = marketOf(m_answer, fromQt(m_draft.market));
  return market == nullptr || !market->launchAt;
}

void MilestonesModel::takeDraft() {
  if (session() == nullptr) return;
  readTyped(draftName(home(), m_milestone), [this, asked = m_milestone](const std::string& text) {
    // What was typed since is not overwritten.
    if (asked != m_milestone || m_dirty || !readDraft(text, m_draft, m_taken)) return;
    m_dirty = m_restored = true;
    emit changed();
  });
}

void MilestonesModel::keepDraft() {
  if (session() == nullptr || (!m_dirty && !m_restored)) return;
  keepTyped(draftName(home(), m_milestone), m_dirty ? draftText(m_draft, m_taken) : std::string());
}

void MilestonesModel::discardDraft() {
  keepTyped(draftName(home(), m_milestone), {});
  m_dirty = m_restored = false;
  fill();
}

void MilestonesModel::setMilestone(const QString& key) {
  if (key == m_milestone) return;
  m_milestone = key;
  m_dirty = m_restored = false;
  emit milestoneChanged();
  if (loaded()) fill();
}

QString MilestonesModel::zoneOf(const QString& market) const {
  const auto* found = marketOf(m_answer, fromQt(market));
  return found != nullptr ? toQt(found->zone) : session() != nullptr ? session()->myZone() : QString();
}

QStringList MilestonesModel::types() const {
  QStringList words;
  for (int type = 0; type <= static_cast<int>(MilestoneType::Review); ++type)
    words << typeText(static_cast<MilestoneType>(type));
  return words;
}

void MilestonesModel::save() {
  const MilestoneDraft& draft = m_draft;
  if (isEmpty(draft.titleEn, draft.titleRu))
    return setProblem([] { return tr("A milestone needs a title."); });
  if (isEmpty(draft.whyEn, draft.whyRu))
    return setProblem([] { return tr("Say why: a milestone keeps its reason."); });
  const std::string zone = fromQt(draft.zone);
  const auto at = typedInstant(draft.at, zone);
  if (!at)
    return setProblem([] { return tr("That is no date and time. Choose one in the calendar or type it."); });
  const auto* now = written();
  // What arrived while the form was open stands, where nobody typed over it.
  const MilestoneDraft& was = m_taken;
  std::vector<replica::BlockWrite> blocks;
  addTyped(blocks, f::title, draft.titleEn, draft.titleRu, was.titleEn, was.titleRu);
  addTyped(blocks, f::why, draft.whyEn, draft.whyRu, was.whyEn, was.whyRu);
  const std::string market = fromQt(draft.market);
  const bool moves = now == nullptr || draft.market != was.market || draft.type != was.type ||
                     draft.at.trimmed() != was.at || draft.zone != was.zone;
  // Of values that stand side by side, saving what shows is the decision.
  const auto contested = [&](std::string_view field) {
    return now != nullptr && std::ranges::find(now->conflicting, field) != now->conflicting.end();
  };
  std::vector<replica::FieldWrite> fields;
  if (now == nullptr || draft.market != was.market || contested("market"))
    fields.push_back({f::market, replica::optionalText(market)});
  if (now == nullptr || draft.type != was.type || contested("type"))
    fields.push_back({f::type, crdt::Value(draft.type)});
  if (contested("removed")) fields.push_back({f::removed, crdt::Value(now->removed)});
  if ((moves || contested("at") || contested("zone")) && mayMoveDate()) {
    fields.push_back({f::at, crdt::Value(toMillis(*at))});
    fields.push_back({f::zone, crdt::Value(zone)});
  }
  // The launch itself is its market's, and the leads' to set.
  const bool launch = static_cast<MilestoneType>(draft.type) == MilestoneType::Launch;
  const auto* launching = launch ? marketOf(m_answer, market) : nullptr;
  const bool movesLaunch = moves && launching != nullptr && launching->launchAt != at && isLead(m_answer);
  std::optional<crdt::EntityRef> entity;
  if (now != nullptr) entity = now->id.ref();
  commandOnce(
      QStringLiteral("save"),
      [entity, blocks, fields, market, at = *at, movesLaunch](replica::Replica& replica,
                                                              const SpaceId& campaign) -> Result<void> {
        replica::Editing editing(replica);
        if (entity) {
          if (auto done = editing.edit({campaign, *entity}, blocks, fields); !done) return done;
        } else if (auto made = editing.create(campaign, domain::EntityKind::Milestone, blocks, fields);
                   !made) {
          return std::unexpected(made.error());
        }
        if (!movesLaunch) return {};
        const crdt::KeyedEntity place{static_cast<std::uint16_t>(domain::EntityKind::Market),
                                      Bytes(market.begin(), market.end())};
        return editing.set({campaign, place}, {{domain::field::market::launchAt, crdt::Value(toMillis(at))}});
      });
}

void MilestonesModel::remove(const QString& key) { setRemoved(key, true); }

void MilestonesModel::restore(const QString& key) { setRemoved(key, false); }

void MilestonesModel::setRemoved(const QString& key, bool removed) {
  command(
      (removed ? QStringLiteral("remove/") : QStringLiteral("restore/")) + key,
      [entity = entityIdFromQt(key), removed](replica::Replica& replica, const SpaceId& campaign) {
        return replica::Editing(replica).set({campaign, entity.ref()}, {{f::removed, crdt::Value(removed)}});
      });
}

void MilestonesModel::stillCorrect(const QString& block) {
  const auto* milestone = written();
  if (milestone == nullptr) return;
  const bool title = block == QStringLiteral("title");
  command(QStringLiteral("still-correct"),
          [entity = milestone->id, number = title ? f::title : f::why,
           lane = domain::other((title ? milestone->title : milestone->why).source)](
              replica::Replica& replica, const SpaceId& campaign) {
            return replica::Editing(replica).confirmTranslation({campaign, entity.ref()}, number, lane);
          });
}

DiffPart MilestonesModel::changesOf(const QString& block, const QString& title) const {
  const auto* milestone = written();
  if (milestone == nullptr) return {};
  return sourceChanges(title, block == QStringLiteral("title") ? milestone->title : milestone->why);
}

} // namespace meridian::app
