// The campaign out to a file and in from one, where there is no network at all.
#pragma once

#include <QUrl>

#include "app/session/bundles.h"
#include "app/view_models/view_model.h"

namespace meridian::app {

class HandoverModel : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(bool busy READ busy NOTIFY changed)
  Q_PROPERTY(double progress READ progress NOTIFY changed) // 0 to 1, while it is busy
  Q_PROPERTY(QString progressText READ progressText NOTIFY changed)
  Q_PROPERTY(QString outcome READ outcome NOTIFY changed)   // what was written or taken in last
  Q_PROPERTY(QString fileName READ fileName NOTIFY changed) // one to offer for the next file

 public:
  using ViewModel::ViewModel;
  [[nodiscard]] bool busy() const { return m_busy; }
  [[nodiscard]] double progress() const;
  [[nodiscard]] QString progressText() const;
  [[nodiscard]] QString outcome() const;
  [[nodiscard]] QString fileName() const;

  Q_INVOKABLE void save(const QUrl& file);
  Q_INVOKABLE void take(const QUrl& file);

 signals:
  void changed();

 protected:
  void refresh() override;
  [[nodiscard]] QString sentenceOf(const Error& error) const override;

 private:
  enum class Way : std::uint8_t { Out, In };
  template <class Work, class Begin>
  void run(Way way, Begin begin);

  bool m_busy = false;
  std::uint64_t m_doneBytes = 0, m_allBytes = 0;
  Way m_way = Way::Out;
  std::optional<BundleSummary> m_last;
};

} // namespace meridian::app
