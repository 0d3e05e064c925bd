#include "app/view_models/seal_model.h"

#include "app/qt_convert.h"
#include "app/text/review_words.h"
#include "core/replica/reading.h"
#include "core/replica/work.h"

namespace meridian::app {

StateWords sealWords(const Result<void>& checked, bool phone) {
  if (checked)
    return {phone ? SealModel::tr("Checked on this phone", "Of a signature and its files")
                  : SealModel::tr("Checked on this device", "Of a signature and its files"),
            QStringLiteral("good")};
  switch (checked.error().code) {
  case ErrorCode::AttachmentMissing:
    return {SealModel::tr("A file isn’t here yet, so it can’t be checked.", "Of a signature and its files"),
            QStringLiteral("local")};
  case ErrorCode::BadSignature:
    return {SealModel::tr("The signature doesn’t hold. Ask for the answer again.", "Of a signature"),
            QStringLiteral("bad")};
  case ErrorCode::Damaged:
    return {SealModel::tr("A file here isn’t the one that was signed", "Of a signature and its files"),
            QStringLiteral("bad")};
  default:
    return {SealModel::tr("It couldn’t be checked now. Try again.", "Of a signature and its files"),
            QStringLiteral("local")};
  }
}

SealModel::SealModel(QObject* parent) : ViewModel(parent) {
  connect(this, &SealModel::subjectChanged, this, &SealModel::forget);
}

void SealModel::forget() {
  m_answer.reset();
  emit changed();
}

void SealModel::refresh() {
  // What was on its way may have arrived.
  if (m_answer && !*m_answer && m_answer->error().code == ErrorCode::AttachmentMissing) look();
  emit changed(); // the language may be another
}

void SealModel::check() {
  m_answer.reset();
  look();
}

void SealModel::look() {
  if (m_verdict.isEmpty() || !begin(QStringLiteral("check"))) return;
  m_checking = true;
  m_progress = 0;
  m_progressText.clear();
  emit changed();
  using Work = Result<std::unique_ptr<replica::FileWork>>;
  session()->core().askInPieces(
      this,
      [campaign = session()->campaign(), space = idFromQt<SpaceId>(m_space),
       submission = opIdFromQt(m_submission),
       verdict = opIdFromQt(m_verdict)](replica::Replica& replica) -> Work {
        const auto view = replica::Reading(replica, campaign).submission(space, submission);
        if (!view) return fail(ErrorCode::NotFound);
        return replica::Files(replica).checkingSeal(verdict, view->status.submission.content.attachments);
      },
      [this](std::uint64_t done, std::uint64_t all) {
        m_progress = all == 0 ? 1 : static_cast<double>(done) / static_cast<double>(all);
        m_progressText = partText(done, all, session()->reader().language);
        emit changed();
      },
      [](replica::Replica&, replica::FileWork&) -> Result<void> { return {}; },
      [this, asked = m_verdict](Result<void> checked) {
        end(QStringLiteral("check"));
        m_checking = false;
        if (asked != m_verdict) return check();
        m_answer = std::move(checked);
        emit changed();
      });
}

} // namespace meridian::app
