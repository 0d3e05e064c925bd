// Prepare for offline: what the review queue needs and whether it is on this device.
#pragma once

#include "app/view_models/view_model.h"
#include "core/replica/reading.h"

namespace meridian::app {

class OfflineModel : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString text READ text NOTIFY changed) // “4 submissions, 38 MB, everything here”
  Q_PROPERTY(QString detail READ detail NOTIFY changed)
  Q_PROPERTY(bool complete READ complete NOTIFY changed)
  Q_PROPERTY(bool damaged READ damaged NOTIFY changed) // some of it cannot be read
  Q_PROPERTY(double progress READ progress NOTIFY changed)
  Q_PROPERTY(QString progressText READ progressText NOTIFY changed)

 public:
  explicit OfflineModel(QObject* parent = nullptr);
  [[nodiscard]] QString text() const { return m_text; }
  [[nodiscard]] QString detail() const { return m_detail; }
  [[nodiscard]] bool complete() const { return m_complete; }
  [[nodiscard]] bool damaged() const { return m_damaged; }
  [[nodiscard]] double progress() const { return m_progress; }
  [[nodiscard]] QString progressText() const { return m_progressText; }

  // Fetches what is missing now instead of when its turn comes.
  Q_INVOKABLE void prepare();

 signals:
  void changed();

 protected:
  void refresh() override;

 private:
  QString m_text, m_detail, m_progressText;
  double m_progress = 1;
  bool m_complete = true, m_damaged = false;
};

} // namespace meridian::app
