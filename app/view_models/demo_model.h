// The strip of the demo: this device's airplane mode, the shared clock, starting over, and five steps.
#pragma once

#include <QTimer>

#include "app/view_models/demo_steps.h"
#include "app/view_models/view_model.h"

namespace meridian::app {

struct DemoStepRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString text MEMBER text)
  Q_PROPERTY(QString when MEMBER when) // empty until it was taken
  Q_PROPERTY(bool taken MEMBER taken)
  Q_PROPERTY(bool next MEMBER next) // the first that was not

 public:
  QString key, text, when;
  bool taken = false, next = false;
  bool operator==(const DemoStepRow&) const = default;
};

// “Answer due: Maya Collins, Video” and when, in the reader's zone and the event's.
[[nodiscard]] QString eventSentence(const domain::CampaignEvent& event, const Reader& reader,
                                    domain::Language content);

class DemoModel : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(meridian::app::RowModelBase* steps READ steps CONSTANT)
  Q_PROPERTY(int taken READ taken NOTIFY changed) // of the five
  Q_PROPERTY(QString now READ now NOTIFY changed) // the demo's clock, in my zone
  // The first step that was not taken, or that all were: what a folded strip says.
  Q_PROPERTY(QString headline READ headline NOTIFY changed)
  Q_PROPERTY(bool mayJump READ mayJump NOTIFY sessionChanged) // the clock is a file that can be moved
  // Somebody is there to begin anew.
  Q_PROPERTY(bool mayStartOver READ mayStartOver NOTIFY sessionChanged)

 public:
  explicit DemoModel(QObject* parent = nullptr);

  // Moves the clock to the next instant at which something happens in the campaign, as far as this device
  // knows, and says which; never back.
  Q_INVOKABLE void jump();
  // Every window closes and opens again as the demo begins.
  Q_INVOKABLE void startOver();

  [[nodiscard]] RowModelBase* steps() { return &m_rows; }
  [[nodiscard]] int taken() const;
  [[nodiscard]] QString now() const;
  [[nodiscard]] QString headline() const;
  [[nodiscard]] bool mayJump() const;
  [[nodiscard]] bool mayStartOver() const;

 signals:
  void changed();
  void said(const QString& text);

 protected:
  void refresh() override;

 private:
  void take(const DemoView& view);
  void showSteps();
  void moveTo(const std::vector<domain::CampaignEvent>& events);

  const DemoBoard& board();
  QTimer m_look; // at the board, where other windows write
  std::optional<DemoBoard> m_board;
  DemoTicks m_ticks;
  RowModel<DemoStepRow> m_rows;
};

} // namespace meridian::app
