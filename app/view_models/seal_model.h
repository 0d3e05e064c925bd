// The seal of a verdict: whether the signature holds and the files here are the ones that it is about. Asked
// for by a press; until it is answered nothing is claimed.
#pragma once

#include "app/text/sentences.h"
#include "app/view_models/view_model.h"

namespace meridian::app {

// How a check ended, as a chip says it; `phone`: the device is called one.
[[nodiscard]] StateWords sealWords(const Result<void>& checked, bool phone);

class SealModel : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  // Which verdict on which submission, by their keys.
  Q_PROPERTY(QString space MEMBER m_space NOTIFY subjectChanged)
  Q_PROPERTY(QString submission MEMBER m_submission NOTIFY subjectChanged)
  Q_PROPERTY(QString verdict MEMBER m_verdict NOTIFY subjectChanged)
  Q_PROPERTY(bool phone MEMBER m_phone NOTIFY changed)
  Q_PROPERTY(bool checking READ checking NOTIFY changed)
  Q_PROPERTY(double progress READ progress NOTIFY changed)
  Q_PROPERTY(QString progressText READ progressText NOTIFY changed)
  Q_PROPERTY(QString text READ text NOTIFY changed) // empty until it is answered
  Q_PROPERTY(QString status READ status NOTIFY changed)

 public:
  explicit SealModel(QObject* parent = nullptr);
  Q_INVOKABLE void check();

  [[nodiscard]] bool checking() const { return m_checking; }
  [[nodiscard]] double progress() const { return m_progress; }
  [[nodiscard]] QString progressText() const { return m_progressText; }
  [[nodiscard]] QString text() const { return m_answer ? sealWords(*m_answer, m_phone).text : QString(); }
  [[nodiscard]] QString status() const { return m_answer ? sealWords(*m_answer, m_phone).status : QString(); }

 signals:
  void subjectChanged();
  void changed();

 protected:
  void refresh() override;

 private:
  void forget();
  void look();

  QString m_space, m_submission, m_verdict, m_progressText;
  bool m_phone = false, m_checking = false;
  double m_progress = 0;
  std::optional<Result<void>> m_answer;
};

} // namespace meridian::app
