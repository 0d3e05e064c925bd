#include "app/view_models/preflight_model.h"

#include <algorithm>

#include "app/text/lane.h"
#include "app/text/preflight_words.h"
#include "app/text/review_words.h"

namespace meridian::app {

namespace {

constexpr std::ptrdiff_t foldedFrom = 3;

// What rows have in common that are folded into one.
QString likeKey(const RuleRow& row) {
  return row.status + u'/' + toQt(domain::ruleName(row.rule)) + u'/' + row.market;
}

QString pageOf(domain::FixPlace place) {
  using enum domain::FixPlace;
  switch (place) {
  case CampaignPage:
  case Market:
    return QStringLiteral("CampaignEditPage");
  case Schedule:
    return QStringLiteral("SchedulePage");
  case Brief:
  case Creator: // whose card stands beside the brief
  case Deliverable:
    return QStringLiteral("BriefDeskPage");
  case Review:
    return QStringLiteral("ReviewPage");
  case Conflict:
    return QStringLiteral("ReviewQueuePage");
  case Milestone:
    return QStringLiteral("MilestonePage");
  case Person: // whose own settings have the card
    return QStringLiteral("SettingsPage");
  case Tension:
    return QStringLiteral("TensionsPage");
  }
  return {};
}

int countOf(const PreflightAnswer& answer, const std::string& market, domain::RuleState state) {
  return static_cast<int>(std::ranges::count_if(answer.rows, [&](const domain::PreflightRow& row) {
    return row.state == state && (row.market.empty() || row.market == market);
  }));
}

} // namespace

std::vector<GateRow> gateRows(const PreflightAnswer& answer, const Reader& reader, domain::Language content) {
  std::vector<GateRow> rows;
  for (const auto& market : answer.markets) {
    const int blocks = countOf(answer, market.code, domain::RuleState::Blocks);
    const int warns = countOf(answer, market.code, domain::RuleState::Warns);
    GateRow row;
    row.key = toQt(market.code);
    row.name = marketName(market, content);
    if (market.launchAt) {
      row.launch = whenText(*market.launchAt, reader);
      row.launchThere = thereText(*market.launchAt, market.zone, reader);
    }
    row.status = blocks > 0  ? QStringLiteral("bad")
                 : warns > 0 ? QStringLiteral("risk")
                             : QStringLiteral("good");
    row.summary = blocks > 0  ? PreflightModel::tr("%n block(s)", "Of a market's gate", blocks)
                  : warns > 0 ? PreflightModel::tr("%n warning(s)", "Of a market's gate", warns)
                              : PreflightModel::tr("Ready", "Of a market's gate");
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<RuleRow> ruleRows(const PreflightAnswer& answer, domain::RuleState state, const Reader& reader,
                              domain::Language content) {
  const StateWords words = ruleStateWords(state);
  std::vector<RuleRow> rows;
  for (const auto& one : answer.rows) {
    if (one.state != state) continue;
    RuleRow row;
    row.rule = one.rule;
    row.group = words.text;
    row.status = words.status;
    row.market = toQt(one.market);
    row.marketName = marketName(answer.markets, one.market, content);
    row.sentence = preflightSentence(one, content);
    row.owner = nameAmong(answer.people, one.owner);
    if (row.owner.isEmpty())
      for (const auto& person : answer.people)
        if (person.role == log::Role::CampaignLead) row.owner = toQt(person.card.name);
    if (one.due) {
      row.dueAt = *one.due;
      const auto market = std::ranges::find(answer.markets, one.market, &domain::Market::code);
      row.due = bothText(*one.due, market != answer.markets.end() ? market->zone : std::string(), reader);
    }
    // A card is its owner's to settle, on their own device.
    if (one.fix != domain::FixPlace::Person || one.owner == answer.me) {
      row.fix = fixText(one.fix);
      row.page = pageOf(one.fix);
    }
    if (one.creatorSpace) row.space = toQt(*one.creatorSpace);
    if (one.fixTarget) row.submission = toQt(*one.fixTarget);
    if (one.fix == domain::FixPlace::Milestone && one.fixTarget)
      row.milestone = toQt(crdt::EntityId::created(*one.fixTarget));
    // Without a submission to open, the queue is where it is found.
    if (row.page == QStringLiteral("ReviewPage") && row.submission.isEmpty())
      row.page = QStringLiteral("ReviewQueuePage");
    if (one.fix == domain::FixPlace::Conflict && one.rule == domain::RuleId::C7_ContestedVerdict &&
        !row.submission.isEmpty())
      row.page = QStringLiteral("ReviewPage");
    // What it is about, so that a row that stays keeps its place.
    row.key = likeKey(row) + u'/' + row.space + row.submission;
    for (const auto& argument : one.arguments)
      row.key += u'/' + toQt(argument);
    rows.push_back(std::move(row));
  }
  std::ranges::stable_sort(rows, {}, [&](const RuleRow& row) {
    const auto market = std::ranges::find(answer.markets, fromQt(row.market), &domain::Market::code);
    return std::pair(row.rule, row.market.isEmpty() ? -1 : market - answer.markets.begin());
  });
  return rows;
}

std::vector<RuleRow> foldedRows(const std::vector<RuleRow>& rows, const std::set<QString>& open) {
  std::vector<RuleRow> folded;
  for (auto first = rows.begin(); first != rows.end();) {
    const auto last =
        std::find_if(first, rows.end(), [&](const RuleRow& row) { return likeKey(row) != likeKey(*first); });
    if (last - first < foldedFrom) {
      folded.insert(folded.end(), first, last);
      first = last;
      continue;
    }
    RuleRow head =
        *std::min_element(first, last, [](const RuleRow& a, const RuleRow& b) { return a.dueAt < b.dueAt; });
    head.key = likeKey(*first);
    head.folds = static_cast<int>(last - first);
    head.open = open.contains(head.key);
    head.sentence = likeRowsSentence(
        first->rule, first->status == ruleStateWords(domain::RuleState::Ready).status, head.folds);
    QStringList owners;
    for (auto row = first; row != last; ++row)
      if (!owners.contains(row->owner)) owners << row->owner;
    head.owner = owners.join(QStringLiteral(", "));
    head.space = head.submission = head.milestone = head.fix = head.page = QString();
    folded.push_back(head);
    if (head.open)
      for (auto row = first; row != last; ++row) {
        folded.push_back(*row);
        folded.back().inside = true;
      }
    first = last;
  }
  return folded;
}

QString headlineOf(const PreflightAnswer& answer, const Reader& reader, domain::Language content) {
  const domain::Market* next = nullptr;
  for (const auto& market : answer.markets)
    if (market.launchAt && *market.launchAt > reader.now &&
        (next == nullptr || *market.launchAt < *next->launchAt))
      next = &market;
  if (next == nullptr && !answer.markets.empty()) next = &answer.markets.front();
  if (next == nullptr) return {};
  QStringList sentences;
  const auto say = [&](const domain::Market& market, int blocks) {
    sentences << launchSentence(marketName(market, content), market.launchAt, blocks, reader);
  };
  say(*next, countOf(answer, next->code, domain::RuleState::Blocks));
  for (const auto& market : answer.markets) {
    const int blocks = countOf(answer, market.code, domain::RuleState::Blocks);
    if (&market != next && blocks > 0) say(market, blocks);
  }
  return sentences.join(u'\n'); // each market a line
}

void PreflightModel::refresh() {
  query(
      [](replica::Replica& replica, const SpaceId& campaign) {
        replica::Reading reading(replica, campaign);
        return PreflightAnswer{reading.preflight(), reading.page().markets, reading.people(),
                               reading.me().member};
      },
      [this](const PreflightAnswer& answer) {
        const Reader reader = session()->reader();
        const auto content = session()->contentLane();
        m_gates.setRows(gateRows(answer, reader, content));
        m_allBlocks = ruleRows(answer, domain::RuleState::Blocks, reader, content);
        m_allWarns = ruleRows(answer, domain::RuleState::Warns, reader, content);
        m_allReady = ruleRows(answer, domain::RuleState::Ready, reader, content);
        m_headline = headlineOf(answer, reader, content);
        fold();
      });
}

void PreflightModel::toggle(const QString& key) {
  if (m_open.erase(key) == 0) m_open.insert(key);
  fold();
}

void PreflightModel::fold() {
  m_blocks.setRows(foldedRows(m_allBlocks, m_open));
  m_warns.setRows(foldedRows(m_allWarns, m_open));
  m_ready.setRows(foldedRows(m_allReady, m_open));
  emit changed();
}

} // namespace meridian::app
