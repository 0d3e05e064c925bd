#include "app/view_models/submit_model.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include <algorithm>

#include "app/text/lane.h"
#include "app/text/review_words.h"
#include "app/view_models/preview.h"
#include "core/replica/commands.h"

namespace meridian::app {

namespace {

constexpr int thumbSide = 384;

// The creator has the next word on it: nothing was sent, or changes are asked for.
bool waitsForTheCreator(const domain::DeliverableStatus& status) {
  return status.submissions.empty() ||
         status.submissions.back().state == domain::ReviewState::ChangesRequested;
}

// The material to send next: the wanted one, or the first that waits for the creator, or the first that is
// not out yet.
const domain::DeliverableStatus* chosen(const replica::CreatorHome& home, const QString& wanted) {
  const domain::DeliverableStatus *first = nullptr, *waits = nullptr;
  for (const auto& status : home.deliverables) {
    if (status.deliverable.removed) continue;
    if (toQt(status.deliverable.id) == wanted) return &status;
    if (status.published) continue;
    if (first == nullptr) first = &status;
    if (waits == nullptr && waitsForTheCreator(status)) waits = &status;
  }
  return waits != nullptr ? waits : first;
}

} // namespace

QString promisePreview(const std::vector<domain::AnswerSlot>& answers, const Reader& reader) {
  if (answers.empty()) return {};
  const QString before = bothText(answers[0].cutoff, answers[0].zone, reader);
  const QString due = bothText(answers[0].due, answers[0].zone, reader);
  if (answers.size() < 2)
    return SubmitModel::tr("Received before %1: answer by %2.", "Before sending; both are dates")
        .arg(before, due);
  return SubmitModel::tr("Received before %1: answer by %2. Later: %3.", "Before sending; all are dates")
      .arg(before, due, bothText(answers[1].due, answers[1].zone, reader));
}

SubmitModel::SubmitModel(QObject* parent) : ViewModel(parent) {
  m_pause.setSingleShot(true);
  m_pause.setInterval(typingPauseMs);
  connect(&m_pause, &QTimer::timeout, this, &SubmitModel::keep);
  // Without a screen, as in a test, there is no clipboard either.
  if (qobject_cast<QGuiApplication*>(qApp) != nullptr)
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &SubmitModel::clipboardChanged);
}

SubmitModel::~SubmitModel() {
  if (m_pause.isActive()) keep();
  if (!m_picked) return;
  // It may be sealed already, with the answer under way, or be a while yet.
  session()->core().post([core = &session()->core(), campaign = home(), picked = m_picked, draft = m_draft] {
    picked->left = draft;
    if (!picked->sealed || core->replica() == nullptr || !core->replica()->campaign(campaign)) return;
    (void)adopt(*picked, {*core->replica(), campaign});
  });
}

Result<void> SubmitModel::adopt(const Picked& picked, replica::CreatorWork work) {
  auto draft = *picked.left;
  draft.attachments.push_back(*picked.sealed);
  return work.keepDraft(draft.deliverable, draft);
}

void SubmitModel::setDeliverable(const QString& key) {
  if (key == m_deliverable) return;
  m_deliverable = key;
  m_draftLoaded = false;
  emit changed();
  refreshSoon();
}

void SubmitModel::refresh() {
  query(
      [wanted = m_deliverable, loaded = m_draftLoaded](replica::Replica& replica, const SpaceId& campaign) {
        Known known{.home = replica::Reading(replica, campaign).home(),
                    .kept = {},
                    .pictures = {},
                    .fileBytesMax = replica::fileBytesMax(replica, campaign)};
        if (!known.home || loaded) return known;
        if (const auto* status = chosen(*known.home, wanted))
          known.kept = replica::CreatorWork(replica, campaign).keptDraft(status->deliverable.id);
        if (known.kept)
          for (const auto& file : known.kept->attachments)
            known.pictures[file.blob.hex()] = picturePreview(replica, file, thumbSide);
        return known;
      },
      [this](const Known& known) { fill(known); });
}

void SubmitModel::fill(const Known& known) {
  m_fileBytesMax = known.fileBytesMax;
  if (!known.home) return;
  const auto* status = chosen(*known.home, m_deliverable);
  if (status == nullptr) return;
  m_deliverable = toQt(status->deliverable.id);
  m_title = laneText(status->deliverable.title, session()->contentLane());
  m_version = status->submissions.empty() ? 1 : status->submissions.back().submission.version + 1;
  m_promise = promisePreview(known.home->answerSlots, session()->reader());
  if (known.home->brief.current) m_nonNegotiables = known.home->brief.current->inherited.nonNegotiables;
  if (!m_draftLoaded) {
    m_draftLoaded = true;
    m_draft = known.kept.value_or(replica::CreatorWork::Draft{});
    m_draft.deliverable = status->deliverable.id;
    m_pictures = known.pictures;
    // A revision starts from the words of the version before it; its ticks are made anew.
    if (!known.kept && !status->submissions.empty()) {
      m_draft.caption = status->submissions.back().submission.content.caption;
      m_draft.links = status->submissions.back().submission.content.links;
    }
  }
  showDraft();
  emit changed();
  emit draftChanged();
  sealNext();
}

void SubmitModel::showDraft() {
  std::vector<FileRow> files;
  QStringList unshown;
  for (const auto& file : m_draft.attachments) {
    files.push_back({toQt(file.blob), toQt(file.name), fileNote(file, session()->reader().language),
                     fileGlyph(file), m_pictures[file.blob.hex()]});
    if (files.back().glyph == QStringLiteral("image") && files.back().picture.isEmpty())
      unshown << files.back().name;
  }
  m_files.setRows(std::move(files));
  m_unshown =
      unshown.isEmpty()
          ? QString()
          : tr("Not shown here: %1. Your lead may have to save a copy to look at it; a JPEG or PNG shows "
               "everywhere.",
               "Below picked pictures; %1 their names")
                .arg(unshown.join(QStringLiteral(", ")));
  std::vector<LinkRow> links;
  for (const auto& link : m_draft.links)
    links.push_back({toQt(link)});
  m_links.setRows(std::move(links));
  std::vector<TickRow> ticks;
  for (const auto& element : m_nonNegotiables)
    ticks.push_back({toQt(element.id), laneText(element.text, session()->contentLane()),
                     laneText(element.because, session()->contentLane()),
                     std::ranges::find(m_draft.ticks, element.id) != m_draft.ticks.end()});
  m_ticks.setRows(std::move(ticks));
}

void SubmitModel::edited() {
  showDraft();
  emit draftChanged();
  m_pause.start();
}

void SubmitModel::keep() {
  m_pause.stop();
  if (session() == nullptr || !m_draftLoaded) return;
  // Straight to the core thread: this model may be going away.
  session()->core().post([core = &session()->core(), campaign = home(), draft = m_draft] {
    if (core->replica() == nullptr || !core->replica()->campaign(campaign)) return;
    // A draft that cannot be kept is still in the field, and the next pause tries again.
    (void)replica::CreatorWork(*core->replica(), campaign).keepDraft(draft.deliverable, draft);
  });
}

void SubmitModel::setCaption(const QString& caption) {
  if (fromQt(caption) == m_draft.caption) return;
  m_draft.caption = fromQt(caption);
  emit draftChanged();
  m_pause.start();
}

QString SubmitModel::addLink(const QString& link) {
  const std::string text = fromQt(link.trimmed());
  if (!replica::checkLink(text))
    return tr("This can’t be opened as a link. Paste the whole of it: it begins with https://.",
              "Below the field for a link");
  if (std::ranges::find(m_draft.links, text) == m_draft.links.end()) {
    m_draft.links.push_back(text);
    edited();
  }
  return {};
}

void SubmitModel::removeLink(const QString& key) {
  std::erase(m_draft.links, fromQt(key));
  edited();
}

void SubmitModel::removeFile(const QString& key) {
  std::erase_if(m_draft.attachments, [&](const domain::Attachment& file) { return toQt(file.blob) == key; });
  edited();
}

void SubmitModel::tick(const QString& key, bool ticked) {
  const crdt::EntityId id = entityIdFromQt(key);
  std::erase(m_draft.ticks, id);
  if (ticked) m_draft.ticks.push_back(id);
  edited();
}

void SubmitModel::addFile(const QUrl& file) { addFiles({file}); }

void SubmitModel::addFiles(const QList<QUrl>& files) {
  for (const QUrl& file : files)
    if (file.isLocalFile()) m_filesToCome.append(file);
  sealNext();
}

void SubmitModel::sealNext() {
  if (m_busy || !m_draftLoaded || m_filesToCome.isEmpty()) return;
  const QUrl file = m_filesToCome.takeFirst();
  m_busy = true;
  m_picked = std::make_shared<Picked>();
  m_progress = 0;
  m_progressText.clear();
  emit busyChanged();
  using Sealed = Result<std::pair<domain::Attachment, QString>>;
  session()->core().askInPieces(
      this,
      [path = std::filesystem::path(fromQt(file.toLocalFile())), campaign = home()](
          replica::Replica& replica) { return replica::CreatorWork(replica, campaign).attaching(path); },
      [this](std::uint64_t done, std::uint64_t all) {
        m_progress = all == 0 ? 1 : static_cast<double>(done) / static_cast<double>(all);
        m_progressText = partText(done, all, session()->reader().language);
        emit busyChanged();
      },
      [picked = m_picked, campaign = home()](replica::Replica& replica,
                                             const replica::Attaching& work) -> Sealed {
        picked->sealed = work.attachment();
        if (picked->left)
          if (auto kept = adopt(*picked, {replica, campaign}); !kept) return std::unexpected(kept.error());
        return std::pair{work.attachment(), picturePreview(replica, work.attachment(), thumbSide)};
      },
      [this](Sealed sealed) {
        m_picked.reset();
        m_busy = false;
        emit busyChanged();
        setProblem(sealed);
        if (!sealed) return m_filesToCome.clear();
        m_pictures[sealed->first.blob.hex()] = sealed->second;
        m_draft.attachments.push_back(std::move(sealed->first));
        edited();
        sealNext();
      });
}

void SubmitModel::paste() {
  if (mayPaste()) addFiles(QGuiApplication::clipboard()->mimeData()->urls());
}

bool SubmitModel::mayPaste() const {
  if (qobject_cast<QGuiApplication*>(qApp) == nullptr) return false;
  const QMimeData* data = QGuiApplication::clipboard()->mimeData();
  return data != nullptr && std::ranges::any_of(data->urls(), &QUrl::isLocalFile);
}

QString SubmitModel::missing() const {
  if (m_draft.caption.empty() && m_draft.links.empty() && m_draft.attachments.empty())
    return tr("Add a file, a link or a caption.", "Why content cannot be sent yet");
  const auto open = std::ranges::count_if(m_nonNegotiables, [&](const domain::CharterElement& element) {
    return std::ranges::find(m_draft.ticks, element.id) == m_draft.ticks.end();
  });
  if (open > 0)
    return tr("%n non-negotiable(s) left to tick.", "Why content cannot be sent yet", static_cast<int>(open));
  return {};
}

QString SubmitModel::sentenceOf(const Error& error) const {
  if (error.code != ErrorCode::FileTooLarge || m_fileBytesMax == 0) return ViewModel::sentenceOf(error);
  return tr("This file is too large: the relay of your campaign takes files up to %1. Pick a smaller one; "
            "the "
            "rest is kept.",
            "Picking a file; %1 is a size")
      .arg(bytesText(m_fileBytesMax, session()->reader().language));
}

void SubmitModel::send() {
  m_pause.stop();
  // What was typed is kept until it is sent.
  commandOnce(QStringLiteral("submit"),
              [draft = m_draft](replica::Replica& replica, const SpaceId& campaign) -> Result<void> {
                replica::CreatorWork work(replica, campaign);
                if (auto kept = work.keepDraft(draft.deliverable, draft); !kept) return kept;
                if (auto sent = work.submit(draft); !sent) return std::unexpected(sent.error());
                return work.forgetDraft(draft.deliverable);
              });
}

} // namespace meridian::app
