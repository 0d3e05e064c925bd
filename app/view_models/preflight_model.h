// Preflight: what blocks a launch, what warns, and who resolves it where. Rows of one rule and market are one
// row with their number, which opens.
#pragma once

#include <set>

#include "app/view_models/view_model.h"
#include "core/replica/reading.h"

namespace meridian::app {

struct GateRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key) // the market's code
  Q_PROPERTY(QString name MEMBER name)
  Q_PROPERTY(QString launch MEMBER launch)
  Q_PROPERTY(QString launchThere MEMBER launchThere)
  Q_PROPERTY(QString status MEMBER status)
  Q_PROPERTY(QString summary MEMBER summary) // “3 block, 2 warn”

 public:
  QString key, name, launch, launchThere, status, summary;
  bool operator==(const GateRow&) const = default;
};

struct RuleRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString group MEMBER group) // “Blocks launch”, “Warns”, “Ready”
  Q_PROPERTY(QString status MEMBER status)
  Q_PROPERTY(QString market MEMBER market)
  Q_PROPERTY(QString marketName MEMBER marketName)
  Q_PROPERTY(QString sentence MEMBER sentence)
  Q_PROPERTY(QString owner MEMBER owner)
  Q_PROPERTY(QString due MEMBER due)
  Q_PROPERTY(QString fix MEMBER fix) // the button's words
  Q_PROPERTY(QString page MEMBER page)
  Q_PROPERTY(QString space MEMBER space)
  Q_PROPERTY(QString submission MEMBER submission)
  Q_PROPERTY(QString milestone MEMBER milestone)
  Q_PROPERTY(int folds MEMBER folds)    // how many it stands for; 0: itself
  Q_PROPERTY(bool open MEMBER open)     // they follow it
  Q_PROPERTY(bool inside MEMBER inside) // it is one of those

 public:
  QString key, group, status, market, marketName, sentence, owner, due, fix, page, space, submission,
      milestone;
  int folds = 0;
  bool open = false, inside = false;
  domain::RuleId rule{};
  Instant dueAt = Instant::max();
  bool operator==(const RuleRow&) const = default;
};

struct PreflightAnswer {
  std::vector<domain::PreflightRow> rows;
  std::vector<domain::Market> markets;
  std::vector<replica::PersonView> people;
  MemberId me = {};
};
[[nodiscard]] std::vector<GateRow> gateRows(const PreflightAnswer& answer, const Reader& reader,
                                            domain::Language content);
// The next launch; and that nothing blocks it hides no block of another one.
[[nodiscard]] QString headlineOf(const PreflightAnswer& answer, const Reader& reader,
                                 domain::Language content);
// Those of one state, rows of one rule and market together.
[[nodiscard]] std::vector<RuleRow> ruleRows(const PreflightAnswer& answer, domain::RuleState state,
                                            const Reader& reader, domain::Language content);

// Three and more of one rule and market as one, with the first date of theirs; followed by them where its key
// is among those that are open.
[[nodiscard]] std::vector<RuleRow> foldedRows(const std::vector<RuleRow>& rows,
                                              const std::set<QString>& open);

class PreflightModel : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  // About the next launch that has not happened.
  Q_PROPERTY(QString headline READ headline NOTIFY changed)
  Q_PROPERTY(meridian::app::RowModelBase* gates READ gates CONSTANT)
  Q_PROPERTY(meridian::app::RowModelBase* blocks READ blocks CONSTANT)
  Q_PROPERTY(meridian::app::RowModelBase* warns READ warns CONSTANT)
  Q_PROPERTY(meridian::app::RowModelBase* ready READ ready CONSTANT)
  // How many rules there are of each, folded or not.
  Q_PROPERTY(int blocking READ blocking NOTIFY changed)
  Q_PROPERTY(int warning READ warning NOTIFY changed)
  Q_PROPERTY(int holding READ holding NOTIFY changed)

 public:
  using ViewModel::ViewModel;
  [[nodiscard]] QString headline() const { return m_headline; }
  [[nodiscard]] RowModelBase* gates() { return &m_gates; }
  [[nodiscard]] RowModelBase* blocks() { return &m_blocks; }
  [[nodiscard]] RowModelBase* warns() { return &m_warns; }
  [[nodiscard]] RowModelBase* ready() { return &m_ready; }
  [[nodiscard]] int blocking() const { return static_cast<int>(m_allBlocks.size()); }
  [[nodiscard]] int warning() const { return static_cast<int>(m_allWarns.size()); }
  [[nodiscard]] int holding() const { return static_cast<int>(m_allReady.size()); }

  // Opens or folds a row that stands for several.
  Q_INVOKABLE void toggle(const QString& key);

 signals:
  void changed();

 protected:
  void refresh() override;

 private:
  void fold();

  QString m_headline;
  std::set<QString> m_open; // keys
  std::vector<RuleRow> m_allBlocks, m_allWarns, m_allReady;
  RowModel<GateRow> m_gates;
  RowModel<RuleRow> m_blocks, m_warns, m_ready;
};

} // namespace meridian::app
