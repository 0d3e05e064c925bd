#include "app/view_models/brief_desk_model.h"

#include <algorithm>

#include "app/text/lane.h"
#include "app/view_models/kept_draft.h"
#include "app/view_models/typed.h"
#include "core/domain/facts.h"
#include "core/replica/work.h"

namespace meridian::app {

namespace {

namespace brief = domain::field::brief;

// The audience is a text of the creator's card; its number among the blocks stands beside those of a brief.
constexpr std::uint32_t audienceBlock = 1'000;

const domain::Bilingual* blockOf(const replica::BriefDesk& desk, std::uint32_t block) {
  if (block == audienceBlock) return &desk.creator.card.audience;
  if (!desk.draft) return nullptr;
  const auto& content = desk.draft->content;
  if (block >= brief::contact && block <= brief::bigger) return &content.parts[block - 1];
  if (block == brief::tone) return &content.tone;
  if (block == brief::roleBecause) return &content.roleBecause;
  if (block == brief::makeBecause) return &content.makeBecause;
  return nullptr;
}

std::uint32_t fieldOf(std::uint32_t block) {
  return block == audienceBlock ? domain::field::person::audience : block;
}

std::optional<replica::Place> placeOf(const replica::BriefDesk& desk, std::uint32_t block) {
  if (block == audienceBlock)
    return replica::Place{desk.space,
                          crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Creator), {}}};
  if (!desk.draft) return std::nullopt;
  return replica::Place{desk.space, desk.draft->id.ref()};
}

QString labelOf(std::uint32_t block) {
  if (block == audienceBlock) return BriefDeskModel::tr("Audience", "Of a creator: whom they speak to");
  if (block == brief::tone) return BriefDeskModel::tr("Tone", "Text of a brief");
  if (block == brief::roleBecause)
    return BriefDeskModel::tr("My role: because", "Text of a brief: why this role");
  if (block == brief::makeBecause)
    return BriefDeskModel::tr("What I make: because", "Text of a brief: why this");
  return partTitle(static_cast<domain::BriefPart>(block));
}

QString hintOf(std::uint32_t block) {
  if (block == audienceBlock) return BriefDeskModel::tr("Needed before the brief is issued");
  if (block == brief::roleBecause || block == brief::makeBecause)
    return BriefDeskModel::tr("An instruction is easier to follow with its reason");
  return {};
}

// Those who may answer a creator and approve: the hub's leads first, then the campaign's.
std::vector<DeskPersonRow> leadsOf(const std::vector<replica::PersonView>& people,
                                   const std::string& market) {
  std::vector<DeskPersonRow> rows;
  for (const bool hub : {true, false})
    for (const auto& person : people) {
      const bool ofHub = person.role == log::Role::HubLead || person.role == log::Role::Deputy;
      const bool lead = person.role == log::Role::CampaignLead || person.role == log::Role::BrandLead;
      if (hub ? !ofHub || person.market != market : !lead) continue;
      rows.push_back({toQt(person.member), toQt(person.card.name)});
    }
  return rows;
}

// The name under which the device keeps a deliverable that is being written.
std::string draftName(const QString& space, const QString& deliverable) {
  return "deliverable-draft/" + fromQt(space) + "/" + fromQt(deliverable);
}

QString partsText(const std::vector<domain::BriefPart>& parts) {
  QStringList titles;
  for (const auto part : parts)
    titles << BriefDeskModel::tr("“%1”", "A part of the brief in quotation marks").arg(partTitle(part));
  return titles.join(QStringLiteral(", "));
}

} // namespace

DeskQuestionRow deskQuestion(const domain::Question& question, std::string_view zone, const Reader& reader) {
  DeskQuestionRow row;
  row.key = toQt(question.meta.id);
  row.text = toQt(question.text);
  row.late = question.late(reader.now);
  row.detail = BriefDeskModel::tr("Answer by %1", "Of a question; %1 a date")
                   .arg(bothText(question.replyBy, zone, reader));
  if (question.part)
    row.detail = BriefDeskModel::tr("%1 · %2", "Of a question: %1 a part of the brief, %2 until when")
                     .arg(partTitle(*question.part), row.detail);
  if (!question.answers.empty()) row.answer = toQt(question.answers.back().text);
  return row;
}

DeskFacts deskFacts(const replica::BriefDesk& desk, const Reader& reader) {
  DeskFacts facts;
  const auto& complete = desk.completeness;
  facts.known = true;
  facts.creator = toQt(desk.creator.card.name);
  facts.creatorLane = toQt(domain::languageCode(desk.creator.card.language));
  facts.progress = BriefDeskModel::tr("%1 of 6", "Parts of a brief that are written").arg(complete.done());
  facts.share = complete.done() / 6.0;
  facts.mayEdit = desk.mayEdit;
  facts.mayIssue = desk.mayEdit && complete.mayIssue();
  facts.live = desk.live.current.has_value();
  facts.differs = desk.draftDiffers || !facts.live;
  if (const auto& current = desk.live.current) {
    const bool acknowledged = desk.live.acknowledged == current->meta.id;
    facts.issued =
        acknowledged ? BriefDeskModel::tr("Version %1, issued %2. Acknowledged.", "%1 a number, %2 a date")
        : desk.live.opened ? BriefDeskModel::tr("Version %1, issued %2. Opened, not acknowledged yet.")
                           : BriefDeskModel::tr("Version %1, issued %2. Not opened yet.");
    facts.issued = facts.issued.arg(current->version)
                       .arg(bothText(current->meta.shownAt(), desk.creator.card.zone, reader));
  }
  QStringList missing;
  if (!complete.missing.empty())
    missing << BriefDeskModel::tr("Not written in the creator’s language: %1.", "%1 parts of the brief")
                   .arg(partsText(complete.missing));
  if (complete.audienceMissing) missing << BriefDeskModel::tr("The audience is not described.");
  if (complete.deliverableMissing) missing << BriefDeskModel::tr("No deliverable is named.");
  facts.missing = missing.join(u' ');
  QStringList warnings;
  if (!complete.otherLaneMissing.empty())
    warnings << BriefDeskModel::tr("Missing in the other language: %1.", "%1 parts of the brief")
                    .arg(partsText(complete.otherLaneMissing));
  if (!complete.stale.empty())
    warnings << BriefDeskModel::tr("Translation is stale: %1.", "%1 parts of the brief")
                    .arg(partsText(complete.stale));
  if (complete.becauseMissing) warnings << BriefDeskModel::tr("An instruction has no “because”.");
  facts.warnings = warnings.join(u' ');
  return facts;
}

std::vector<BlockRow> deskBlocks(const replica::BriefDesk& desk) {
  std::vector<BlockRow> rows;
  for (const auto block : {brief::contact, brief::goal, brief::role, brief::tone, brief::roleBecause,
                           brief::make, brief::makeBecause, brief::live, brief::bigger, audienceBlock}) {
    const domain::Bilingual* text = blockOf(desk, block);
    const domain::Bilingual none;
    if (text == nullptr) text = &none;
    BlockRow row;
    row.key = QString::number(block);
    const auto place = placeOf(desk, block);
    if (place) row.entity = toQt(crdt::entityIdOf(place->entity));
    row.field = static_cast<int>(fieldOf(block));
    row.label = labelOf(block);
    row.hint = hintOf(block);
    row.english = toQt(text->en);
    row.russian = toQt(text->ru);
    row.source = toQt(domain::languageCode(text->source));
    row.stale = text->stale();
    row.missing = block <= brief::bigger
                      ? std::ranges::find(desk.completeness.missing, static_cast<domain::BriefPart>(block)) !=
                            desk.completeness.missing.end()
                      : block == audienceBlock && desk.completeness.audienceMissing;
    rows.push_back(std::move(row));
  }
  return rows;
}

BriefDeskModel::BriefDeskModel(QObject* parent) : ViewModel(parent) {
  connect(this, &ViewModel::done, this, [this](const QString& what) {
    const auto saved = m_saved.extract(what);
    if (!saved) return;
    // The form may show another one by now.
    const auto& [name, draft, words] = saved.mapped();
    if (name == draftName(m_space, m_editing) && draft == m_deliverable) m_taken = m_deliverable;
    forgetTyped(name, words);
  });
}

void BriefDeskModel::setSpace(const QString& space) {
  if (space == m_space) return;
  m_space = space;
  dismissProblem();
  emit spaceChanged();
  refreshSoon();
}

void BriefDeskModel::refresh() {
  if (m_space.isEmpty()) return;
  struct Answer {
    std::optional<replica::BriefDesk> desk;
    std::vector<replica::PersonView> people;
    bool needsAdToken = false;
  };
  query(
      [space = idFromQt<SpaceId>(m_space)](replica::Replica& replica, const SpaceId& campaign) {
        replica::Reading reading(replica, campaign);
        Answer answer{reading.briefDesk(space), reading.people(), false};
        if (answer.desk)
          for (const auto& market : reading.page().markets)
            if (market.code == answer.desk->creator.market) answer.needsAdToken = market.needsAdToken;
        return answer;
      },
      [this](const Answer& answer) {
        const auto& desk = answer.desk;
        m_desk = desk;
        const Reader reader = session()->reader();
        const auto content = session()->contentLane();
        m_facts = desk ? deskFacts(*desk, reader) : DeskFacts();
        m_blocks.setRows(desk ? deskBlocks(*desk) : std::vector<BlockRow>());
        std::vector<DeskDeliverableRow> deliverables;
        std::vector<DeskQuestionRow> questions;
        if (desk) {
          for (const auto& one : desk->deliverables) {
            if (one.removed) continue;
            const auto date = [&](const std::optional<Instant>& at) {
              return at ? bothText(*at, one.zone, reader) : QString();
            };
            DeskDeliverableRow row;
            row.key = toQt(one.id);
            row.title = laneText(one.title, content);
            row.roughCut = date(one.roughCutDue);
            row.goLive = date(one.goLiveAt);
            row.adToken = toQt(one.adToken);
            row.tokenMissing = answer.needsAdToken && one.adToken.empty();
            deliverables.push_back(std::move(row));
          }
          for (const auto& one : desk->questions)
            questions.push_back(deskQuestion(one, desk->creator.card.zone, reader));
        }
        m_people.setRows(desk ? leadsOf(answer.people, desk->creator.market) : std::vector<DeskPersonRow>());
        m_contact = desk ? toQt(desk->contact) : QString();
        m_approver = desk ? toQt(desk->approver) : QString();
        m_deliverables.setRows(std::move(deliverables));
        m_questions.setRows(std::move(questions));
        emit changed();
      });
}

std::optional<domain::Bilingual> BriefDeskModel::textOf(std::uint32_t block) const {
  const domain::Bilingual* text = m_desk ? blockOf(*m_desk, block) : nullptr;
  return text != nullptr ? std::optional(*text) : std::nullopt;
}

void BriefDeskModel::stillCorrect(const QString& block) {
  const std::uint32_t number = block.toUInt();
  const auto place = m_desk ? placeOf(*m_desk, number) : std::nullopt;
  const auto text = textOf(number);
  if (!place || !text) return;
  command(QStringLiteral("still-correct"),
          [place = *place, lane = domain::other(text->source),
           field = fieldOf(number)](replica::Replica& replica, const SpaceId&) {
            return replica::Editing(replica).confirmTranslation(place, field, lane);
          });
}

DiffPart BriefDeskModel::changesOf(const QString& block, const QString& title) const {
  const auto text = textOf(block.toUInt());
  return text ? sourceChanges(title, *text) : DiffPart();
}

void BriefDeskModel::issue(bool material) {
  commandOnce(QStringLiteral("issue"), [space = idFromQt<SpaceId>(m_space),
                                        material](replica::Replica& replica, const SpaceId& campaign) {
    return replica::Briefing(replica, campaign).issue(space, material);
  });
}

void BriefDeskModel::withdraw(const QString& reason) {
  commandOnce(QStringLiteral("withdraw-brief"),
              [space = idFromQt<SpaceId>(m_space),
               reason = fromQt(reason.trimmed())](replica::Replica& replica, const SpaceId& campaign) {
                return replica::Briefing(replica, campaign).withdrawBrief(space, reason);
              });
}

void BriefDeskModel::answer(const QString& question, const QString& text) {
  commandOnce(QStringLiteral("answer/") + question,
              [space = idFromQt<SpaceId>(m_space), question = opIdFromQt(question),
               text = fromQt(text.trimmed())](replica::Replica& replica, const SpaceId& campaign) {
                return replica::Briefing(replica, campaign).answer(space, question, text);
              });
}

const domain::Deliverable* BriefDeskModel::edited() const {
  if (!m_desk) return nullptr;
  for (const auto& one : m_desk->deliverables)
    if (toQt(one.id) == m_editing) return &one;
  return nullptr;
}

QString BriefDeskModel::deliverableZone() const {
  if (!m_desk) return {};
  const auto* kept = edited();
  return toQt(kept != nullptr && !kept->zone.empty() ? kept->zone : m_desk->creator.card.zone);
}

void BriefDeskModel::setDeliverable(const DeliverableDraft& draft) {
  if (draft == m_deliverable) return;
  m_deliverable = draft;
  emit deliverableChanged();
}

void BriefDeskModel::takeDeliverable(const QString& key) {
  m_editing = key;
  DeliverableDraft draft;
  if (const auto* one = edited()) {
    const std::string zone = fromQt(deliverableZone());
    draft.titleEn = toQt(one->title.en);
    draft.titleRu = toQt(one->title.ru);
    draft.labelsEn = toQt(one->labels.en);
    draft.labelsRu = toQt(one->labels.ru);
    if (one->roughCutDue) draft.roughCut = typedText(*one->roughCutDue, zone);
    if (one->goLiveAt) draft.goLive = typedText(*one->goLiveAt, zone);
    draft.adToken = toQt(one->adToken);
  }
  m_deliverable = m_taken = draft;
  m_restored = false;
  emit deliverableChanged();
  readTyped(draftName(m_space, key), [this, key](const std::string& text) {
    // What was typed since is not overwritten.
    if (key != m_editing || m_deliverable != m_taken || !readDraft(text, m_deliverable, m_taken)) return;
    m_restored = true;
    emit deliverableChanged();
  });
}

void BriefDeskModel::keepDeliverable() {
  keepTyped(draftName(m_space, m_editing),
            m_deliverable == m_taken ? std::string() : draftText(m_deliverable, m_taken));
}

void BriefDeskModel::discardDeliverable() {
  keepTyped(draftName(m_space, m_editing), {});
  takeDeliverable(m_editing);
}

void BriefDeskModel::saveDeliverable() {
  if (!m_desk) return;
  namespace f = domain::field::deliverable;
  const domain::Deliverable* kept = edited();
  const DeliverableDraft& typed = m_deliverable;
  if (typed.titleEn.trimmed().isEmpty() && typed.titleRu.trimmed().isEmpty())
    return setProblem([] { return tr("A deliverable needs a title."); });
  replica::Briefing::NewDeliverable made;
  made.zone = fromQt(deliverableZone());
  for (const auto& [text, to] :
       {std::pair(typed.roughCut, &made.roughCutDue), std::pair(typed.goLive, &made.goLiveAt)}) {
    if (text.trimmed().isEmpty()) continue;
    *to = typedInstant(text, made.zone);
    if (!*to)
      return setProblem(
          [] { return tr("That is no date and time. Choose one in the calendar or type it."); });
  }
  const QString what =
      kept == nullptr ? QStringLiteral("add-deliverable") : QStringLiteral("edit-deliverable");
  if (!begin(what)) return;
  m_saved[what] = {draftName(m_space, m_editing), typed, draftText(typed, m_taken)};
  made.adToken = fromQt(typed.adToken.trimmed());
  if (kept == nullptr) {
    const auto lanes = [](const QString& en, const QString& ru) {
      domain::Bilingual text;
      text.en = fromQt(en.trimmed());
      text.ru = fromQt(ru.trimmed());
      text.source = text.en.empty() ? domain::Language::Ru : domain::Language::En;
      return text;
    };
    made.title = lanes(typed.titleEn, typed.titleRu);
    made.labels = lanes(typed.labelsEn, typed.labelsRu);
    command(what, [space = m_desk->space, made](replica::Replica& replica, const SpaceId& campaign) {
      return replica::Briefing(replica, campaign).addDeliverable(space, made);
    });
    return;
  }
  std::vector<replica::BlockWrite> blocks;
  // What arrived while the form was open stands, where nobody typed over it.
  addTyped(blocks, f::title, typed.titleEn, typed.titleRu, m_taken.titleEn, m_taken.titleRu);
  addTyped(blocks, f::labels, typed.labelsEn, typed.labelsRu, m_taken.labelsEn, m_taken.labelsRu);
  std::vector<replica::FieldWrite> fields;
  // Of values that stand side by side, saving what shows is the decision.
  const auto contested = [&](std::string_view field) {
    return std::ranges::find(kept->conflicting, field) != kept->conflicting.end();
  };
  if (typed.roughCut.trimmed() != m_taken.roughCut || contested("roughCutDue"))
    fields.push_back({f::roughCutDue, replica::optionalMillis(made.roughCutDue)});
  if (typed.goLive.trimmed() != m_taken.goLive || contested("goLiveAt"))
    fields.push_back({f::goLiveAt, replica::optionalMillis(made.goLiveAt)});
  if (typed.adToken.trimmed() != m_taken.adToken || contested("adToken"))
    fields.push_back({f::adToken, replica::optionalText(made.adToken)});
  if (contested("zone")) fields.push_back({f::zone, crdt::Value(made.zone)});
  if (contested("removed")) fields.push_back({f::removed, crdt::Value(kept->removed)});
  command(what, [place = replica::Place{m_desk->space, kept->id.ref()}, blocks,
                 fields](replica::Replica& replica, const SpaceId&) {
    return replica::Editing(replica).edit(place, blocks, fields);
  });
}

void BriefDeskModel::removeDeliverable(const QString& key) { setRemoved(key, true); }

void BriefDeskModel::restoreDeliverable(const QString& key) { setRemoved(key, false); }

void BriefDeskModel::setRemoved(const QString& key, bool removed) {
  command((removed ? QStringLiteral("remove/") : QStringLiteral("restore/")) + key,
          [space = idFromQt<SpaceId>(m_space), entity = entityIdFromQt(key),
           removed](replica::Replica& replica, const SpaceId&) {
            return replica::Editing(replica).set(
                {space, entity.ref()}, {{domain::field::deliverable::removed, crdt::Value(removed)}});
          });
}

void BriefDeskModel::setContact(const QString& member) {
  setOnCard(QStringLiteral("contact"), domain::field::person::contact, member);
}

void BriefDeskModel::setApprover(const QString& member) {
  setOnCard(QStringLiteral("approver"), domain::field::person::approver, member);
}

void BriefDeskModel::setOnCard(const QString& what, std::uint32_t field, const QString& member) {
  command(what, [space = idFromQt<SpaceId>(m_space), field,
                 member = idFromQt<MemberId>(member)](replica::Replica& replica, const SpaceId&) {
    const crdt::KeyedEntity card{static_cast<std::uint16_t>(domain::EntityKind::Creator), {}};
    return replica::Editing(replica).set({space, card}, {{field, domain::idValue(member)}});
  });
}

} // namespace meridian::app
