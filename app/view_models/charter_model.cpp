#include "app/view_models/charter_model.h"

#include <algorithm>

#include "app/text/lane.h"
#include "app/view_models/typed.h"
#include "core/crdt/order.h"

namespace meridian::app {

namespace {

namespace f = domain::field::element;
using domain::Language;

std::vector<ElementRow> elementRows(const std::vector<domain::CharterElement>& elements,
                                    const std::string& market, Language content) {
  std::vector<ElementRow> rows;
  for (const auto& one : elements) {
    if (one.market != market) continue;
    ElementRow row;
    row.key = toQt(one.id);
    row.name = laneText(one.text, content);
    row.english = toQt(one.text.en);
    row.russian = toQt(one.text.ru);
    row.source = toQt(domain::languageCode(one.text.source));
    row.stale = one.text.stale();
    row.becauseEnglish = toQt(one.because.en);
    row.becauseRussian = toQt(one.because.ru);
    row.becauseSource = toQt(domain::languageCode(one.because.source));
    row.becauseStale = one.because.stale();
    row.becauseMissing = one.because.empty();
    rows.push_back(std::move(row));
  }
  return rows;
}

std::uint32_t blockOf(bool because) { return because ? f::because : f::text; }

} // namespace

void CharterModel::refresh() {
  query([](replica::Replica& replica,
           const SpaceId& campaign) { return replica::Reading(replica, campaign).page(); },
        [this](replica::CampaignPageView page) {
          m_page = std::move(page);
          fill();
        });
}

void CharterModel::fill() {
  const auto content = session()->contentLane();
  m_nonNegotiables.setRows(elementRows(m_page.nonNegotiables, {}, content));
  m_negotiables.setRows(elementRows(m_page.negotiables, {}, content));
  m_checks.setRows(elementRows(m_page.checklist, fromQt(m_market), content));
  emit changed();
}

bool CharterModel::mayEditChecks() const {
  return std::ranges::find(m_page.mayEditMarkets, fromQt(m_market)) != m_page.mayEditMarkets.end();
}

void CharterModel::setMarket(const QString& market) {
  if (market == m_market) return;
  m_market = market;
  if (loaded()) fill();
}

void CharterModel::add(Kind kind, const QString& english, const QString& russian,
                       const QString& becauseEnglish, const QString& becauseRussian) {
  std::vector<replica::BlockWrite> blocks;
  addTyped(blocks, f::text, english, russian);
  addTyped(blocks, f::because, becauseEnglish, becauseRussian);
  std::vector<replica::FieldWrite> fields;
  if (kind == Check) fields.push_back({f::market, crdt::Value(fromQt(m_market))});
  // Behind the last one.
  const auto& list = kind == NonNegotiable ? m_page.nonNegotiables
                     : kind == Negotiable  ? m_page.negotiables
                                           : m_page.checklist;
  const Bytes last = list.empty() ? Bytes() : list.back().order;
  const auto entity = kind == NonNegotiable ? domain::EntityKind::NonNegotiable
                      : kind == Negotiable  ? domain::EntityKind::Negotiable
                                            : domain::EntityKind::ChecklistItem;
  commandOnce(QStringLiteral("add/") + QString::number(kind),
              [entity, blocks, fields, last](replica::Replica& replica, const SpaceId& campaign) {
                const auto before = last.empty() ? std::nullopt : std::optional<ByteView>(last);
                auto placed = fields;
                placed.push_back({f::order, crdt::Value(crdt::orderKeyBetween(
                                                before, std::nullopt, replica.device().view().first(2)))});
                return replica::Editing(replica).create(campaign, entity, blocks, std::move(placed));
              });
}

const domain::Bilingual* CharterModel::textOf(const QString& key, bool because) const {
  for (const auto* list : {&m_page.nonNegotiables, &m_page.negotiables, &m_page.checklist})
    for (const auto& one : *list)
      if (toQt(one.id) == key) return because ? &one.because : &one.text;
  return nullptr;
}

void CharterModel::stillCorrect(const QString& key, bool because) {
  const auto* text = textOf(key, because);
  if (text == nullptr) return;
  command(QStringLiteral("still-correct"),
          [entity = entityIdFromQt(key), block = blockOf(because),
           lane = domain::other(text->source)](replica::Replica& replica, const SpaceId& campaign) {
            return replica::Editing(replica).confirmTranslation({campaign, entity.ref()}, block, lane);
          });
}

DiffPart CharterModel::changesOf(const QString& key, bool because, const QString& title) const {
  const auto* text = textOf(key, because);
  return text != nullptr ? sourceChanges(title, *text) : DiffPart();
}

void CharterModel::remove(const QString& key) { setRemoved(key, true); }

void CharterModel::restore(const QString& key) { setRemoved(key, false); }

void CharterModel::setRemoved(const QString& key, bool removed) {
  command(
      (removed ? QStringLiteral("remove/") : QStringLiteral("restore/")) + key,
      [entity = entityIdFromQt(key), removed](replica::Replica& replica, const SpaceId& campaign) {
        return replica::Editing(replica).set({campaign, entity.ref()}, {{f::removed, crdt::Value(removed)}});
      });
}

} // namespace meridian::app
