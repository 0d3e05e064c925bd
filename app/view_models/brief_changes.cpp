#include "app/view_models/brief_changes.h"

#include <algorithm>

#include "app/text/lane.h"
#include "app/view_models/brief_model.h"

namespace meridian::app {

namespace {

// What else an issue says, gathered as lines of words that two issues are compared by.
class Beside {
 public:
  Beside(const domain::IssuedBrief& before, const domain::IssuedBrief& after, domain::Language lane,
         const Reader& reader)
      : m_before(before), m_after(after), m_lane(lane), m_reader(reader) {}

  std::vector<DiffPart> run() {
    for (const auto& material : m_after.deliverables) {
      const auto* old = materialIn(m_before, material.id);
      compare(toQt(material.id), materialTitle(material), old ? lines(*old) : QStringList(), lines(material));
    }
    for (const auto& material : m_before.deliverables)
      if (materialIn(m_after, material.id) == nullptr)
        compare(toQt(material.id), materialTitle(material), lines(material), {});
    const domain::Inherited &was = m_before.inherited, &is = m_after.inherited;
    compare(QStringLiteral("must-have"), BriefModel::tr("Must have", "Heading: the non-negotiables to tick"),
            lines(was.nonNegotiables), lines(is.nonNegotiables));
    compare(QStringLiteral("may-adapt"), BriefModel::tr("Negotiables", "Heading: what a creator may adapt"),
            lines(was.negotiables), lines(is.negotiables));
    compare(QStringLiteral("campaign"), BriefModel::tr("Campaign", "Heading: what the campaign says to all"),
            campaignLines(was), campaignLines(is));
    compare(QStringLiteral("markets"),
            BriefModel::tr("Both markets", "Heading: the angle of each market side by side"), angleLines(was),
            angleLines(is));
    return std::move(m_parts);
  }

 private:
  void compare(const QString& key, const QString& title, const QStringList& was, const QStringList& is) {
    if (was == is) return;
    const auto spans = domain::wordDiff(fromQt(was.join(u'\n')), fromQt(is.join(u'\n')));
    const bool any = std::ranges::any_of(
        spans, [](const domain::DiffSpan& span) { return span.kind != domain::DiffSpan::Kind::Same; });
    if (any) m_parts.push_back(diffPart(key, title, spans));
  }
  QString text(const domain::Bilingual& both) const { return laneText(both, m_lane); }

  static const domain::Deliverable* materialIn(const domain::IssuedBrief& issue, const crdt::EntityId& id) {
    const auto at = std::ranges::find(issue.deliverables, id, &domain::Deliverable::id);
    return at == issue.deliverables.end() ? nullptr : &*at;
  }
  QString materialTitle(const domain::Deliverable& material) const {
    return BriefModel::tr("Deliverable: %1", "Heading: %1 the title of a deliverable")
        .arg(text(material.title));
  }
  // The token is not compared: it is filled in later, without another issue.
  QStringList lines(const domain::Deliverable& material) const {
    QStringList all{text(material.title)};
    if (material.roughCutDue)
      all << BriefModel::tr("Rough cut: %1", "Of a deliverable; %1 is a date")
                 .arg(bothText(*material.roughCutDue, material.zone, m_reader));
    if (material.goLiveAt)
      all << BriefModel::tr("Goes live: %1", "Of a deliverable; %1 is a date")
                 .arg(bothText(*material.goLiveAt, material.zone, m_reader));
    if (!material.labels.empty())
      all << BriefModel::tr("Labels: %1", "Of a deliverable: disclosures of advertising")
                 .arg(text(material.labels));
    return all;
  }
  QStringList lines(const std::vector<domain::CharterElement>& elements) const {
    QStringList all;
    for (const auto& element : elements) {
      all << text(element.text);
      if (!element.because.empty()) all << text(element.because);
    }
    return all;
  }
  QStringList campaignLines(const domain::Inherited& lent) const {
    return {text(lent.thesis), text(lent.goal), text(lent.valueProposition), text(lent.successMetric)};
  }
  QStringList angleLines(const domain::Inherited& lent) const {
    QStringList all;
    for (const auto& angle : lent.angles)
      all << toQt(angle.market) << text(angle.angle) << text(angle.reason) << text(angle.data);
    return all;
  }

  const domain::IssuedBrief &m_before, &m_after;
  domain::Language m_lane;
  const Reader& m_reader;
  std::vector<DiffPart> m_parts;
};

} // namespace

std::vector<DiffPart> briefChanges(const replica::CreatorHome& home, domain::Language lane,
                                   const Reader& reader) {
  std::vector<DiffPart> changes;
  if (!home.known || !home.brief.current) return changes;
  for (const auto& change : domain::changedParts(*home.known, *home.brief.current, lane))
    changes.push_back(diffPart(toQt(domain::partName(change.part)), partTitle(change.part), change.spans));
  for (auto& part : Beside(*home.known, *home.brief.current, lane, reader).run())
    changes.push_back(std::move(part));
  return changes;
}

} // namespace meridian::app
