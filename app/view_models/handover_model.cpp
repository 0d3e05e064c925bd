#include "app/view_models/handover_model.h"

#include <QRegularExpression>

#include "app/qt_convert.h"
#include "app/text/review_words.h"
#include "app/text/when.h"

namespace meridian::app {
// What is wrong with the file that was picked, not with this device's data.
QString HandoverModel::sentenceOf(const Error& error) const {
  switch (error.code) {
  case ErrorCode::Damaged:
    return tr(
        "This file was cut short or altered on its way. Nothing here was changed by the rest of it. Ask "
        "for it again.");
  case ErrorCode::UnsupportedFormat:
    return tr("This is no exchange file of Meridian, or one of a newer version.");
  case ErrorCode::NoCampaign:
  case ErrorCode::InvitationInvalid:
    return tr("This file is of another campaign. Nothing was taken in.");
  default:
    return ViewModel::sentenceOf(error);
  }
}

void HandoverModel::refresh() {
  setLoaded();
  emit changed();
}

double HandoverModel::progress() const {
  return m_allBytes == 0 ? 0 : static_cast<double>(m_doneBytes) / static_cast<double>(m_allBytes);
}

QString HandoverModel::progressText() const {
  return m_busy && m_allBytes > 0 ? partText(m_doneBytes, m_allBytes, session()->reader().language)
                                  : QString();
}

// «Верба»: уход, который… → Верба.meridian
QString HandoverModel::fileName() const {
  static const QRegularExpression unfit(QStringLiteral("[^\\w\\s-]"),
                                        QRegularExpression::UseUnicodePropertiesOption);
  const QString name =
      session() == nullptr ? QString() : session()->campaignTitle().section(QLatin1Char(':'), 0, 0);
  return QString(name).remove(unfit).trimmed() + QStringLiteral(".meridian");
}

QString HandoverModel::outcome() const {
  if (!m_last) return {};
  QString text;
  if (m_way == Way::Out)
    text = tr("Saved, %1. Send it to whoever is in the campaign: nobody else can read it.", "%1 a size: 3 MB")
               .arg(bytesText(m_last->bytes, session()->reader().language));
  else if (m_last->added == 0 && m_last->blobs == 0)
    text = tr("Taken in: everything in it was here already.");
  else
    text = tr("Taken in: %n new change(s).", "From an exchange file", static_cast<int>(m_last->added));
  if (m_last->damagedFiles > 0)
    text += QLatin1Char(' ') + tr("%n file(s) could not be read and are left out.", "Of an exchange file",
                                  static_cast<int>(m_last->damagedFiles));
  return text;
}

template <class Work, class Begin>
void HandoverModel::run(Way way, Begin begin) {
  if (m_busy || session() == nullptr || !session()->hasCampaign()) return;
  m_busy = true;
  m_last.reset();
  m_doneBytes = m_allBytes = 0;
  m_way = way;
  dismissProblem();
  emit changed();
  session()->core().askInPieces(
      this, std::move(begin),
      [this](std::uint64_t done, std::uint64_t all) {
        m_doneBytes = done;
        m_allBytes = all;
        emit changed();
      },
      [](replica::Replica&, Work& work) -> Result<BundleSummary> { return work.summary(); },
      [this](const Result<BundleSummary>& ended) {
        m_busy = false;
        if (ended)
          m_last = *ended;
        else
          setProblem(ended.error());
        emit changed();
      });
}

void HandoverModel::save(const QUrl& file) {
  run<BundleExport>(Way::Out,
                    [campaign = session()->campaign(), path = fromQt(file.toLocalFile())](
                        replica::Replica& replica) { return BundleExport::begin(replica, campaign, path); });
}

void HandoverModel::take(const QUrl& file) {
  run<BundleImport>(Way::In,
                    [campaign = session()->campaign(), path = fromQt(file.toLocalFile())](
                        replica::Replica& replica) { return BundleImport::begin(replica, path, campaign); });
}

} // namespace meridian::app
