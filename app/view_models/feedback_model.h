// What became of what was submitted: the promise, the answer, the comments, version by version.
#pragma once

#include "app/text/sentences.h"
#include "app/view_models/review_rows.h"
#include "app/view_models/view_model.h"
#include "core/replica/reading.h"

namespace meridian::app {

// One step of Sent · Received · Promised · Answer.
struct StepRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString title MEMBER title)
  Q_PROPERTY(QString mine MEMBER mine)
  Q_PROPERTY(QString theirs MEMBER theirs)
  Q_PROPERTY(QString phase MEMBER phase)
  Q_PROPERTY(QString stateText MEMBER stateText)
  Q_PROPERTY(QString status MEMBER status)
  Q_PROPERTY(QString note MEMBER note)

 public:
  QString key, title, mine, theirs, phase, stateText, status, note;
  bool operator==(const StepRow&) const = default;
};

struct CommentRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString author MEMBER author)
  Q_PROPERTY(QString text MEMBER text)
  Q_PROPERTY(QString quote MEMBER quote)   // the words of the caption that it is pinned to
  Q_PROPERTY(QString place MEMBER place)   // “Point on day-4.jpg”; empty for none
  Q_PROPERTY(QString time MEMBER time)     // “0:12” in a video; empty for none
  Q_PROPERTY(int timeFile MEMBER timeFile) // which file that is
  Q_PROPERTY(int timeMs MEMBER timeMs)
  Q_PROPERTY(QString picture MEMBER picture)
  Q_PROPERTY(double x0 MEMBER x) // 0 to 1 of the picture
  Q_PROPERTY(double y0 MEMBER y)

 public:
  QString key, author, text, quote, place, time, picture;
  int timeFile = -1, timeMs = 0;
  double x = 0, y = 0;
  bool operator==(const CommentRow&) const = default;
};

struct VersionRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString title MEMBER title)
  Q_PROPERTY(QString stateText MEMBER stateText)
  Q_PROPERTY(QString status MEMBER status)

 public:
  QString key, title, stateText, status;
  bool operator==(const VersionRow&) const = default;
};

// The code points [from, to) of a caption.
[[nodiscard]] QString captionRange(const QString& caption, std::uint32_t from, std::uint32_t to);
// The four steps of one version as they stand at the reader's now.
[[nodiscard]] std::vector<StepRow> feedbackSteps(const domain::SubmissionStatus& status,
                                                 const std::optional<replica::DeliveryView>& delivery,
                                                 const Reader& reader);

class FeedbackModel : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  // Which material is wanted; empty: the one that was sent last.
  Q_PROPERTY(QString deliverable READ deliverable WRITE setDeliverable NOTIFY changed)
  Q_PROPERTY(QString material READ material NOTIFY changed) // … and the one that is shown
  // Which version; empty: the latest.
  Q_PROPERTY(QString version READ version WRITE setVersion NOTIFY changed)
  Q_PROPERTY(bool hasSubmission READ hasSubmission NOTIFY changed)
  Q_PROPERTY(bool hasBrief READ hasBrief NOTIFY changed)
  Q_PROPERTY(QString space READ space NOTIFY changed)           // where it lies, …
  Q_PROPERTY(QString submission READ submission NOTIFY changed) // … and the version that is shown
  Q_PROPERTY(QString title READ title NOTIFY changed)           // “Vertical video, version 2”
  Q_PROPERTY(QString round READ round NOTIFY changed)           // “Round 1”; empty before the first
  Q_PROPERTY(QString caption READ caption NOTIFY changed)
  Q_PROPERTY(QString verdict READ verdict NOTIFY changed) // a sentence; empty without an answer
  Q_PROPERTY(QString verdictStatus READ verdictStatus NOTIFY changed)
  Q_PROPERTY(QString reason READ reason NOTIFY changed)
  Q_PROPERTY(QString withdrawn READ withdrawn NOTIFY changed) // an answer that was taken back
  Q_PROPERTY(bool approved READ approved NOTIFY changed)
  Q_PROPERTY(bool wantsRevision READ wantsRevision NOTIFY changed)
  Q_PROPERTY(bool mayGoLive READ mayGoLive NOTIFY changed)
  Q_PROPERTY(bool live READ live NOTIFY changed)
  Q_PROPERTY(QString sealKey READ sealKey NOTIFY changed) // of the verdict that is shown
  Q_PROPERTY(QString sealWho READ sealWho NOTIFY changed)
  Q_PROPERTY(QString sealWhen READ sealWhen NOTIFY changed)
  Q_PROPERTY(QStringList sealFiles READ sealFiles NOTIFY changed)
  Q_PROPERTY(meridian::app::RowModelBase* steps READ steps CONSTANT)
  Q_PROPERTY(meridian::app::RowModelBase* files READ files CONSTANT) // that were sent
  Q_PROPERTY(meridian::app::RowModelBase* comments READ comments CONSTANT)
  Q_PROPERTY(meridian::app::RowModelBase* versions READ versions CONSTANT)
  Q_PROPERTY(meridian::app::RowModelBase* others READ others CONSTANT) // the other materials that were sent

 public:
  using ViewModel::ViewModel;
  [[nodiscard]] QString deliverable() const { return m_deliverable; }
  void setDeliverable(const QString& key);
  [[nodiscard]] QString material() const { return m_material; }
  [[nodiscard]] QString version() const { return m_version; }
  void setVersion(const QString& key);
  [[nodiscard]] bool hasSubmission() const { return m_hasSubmission; }
  [[nodiscard]] bool hasBrief() const { return m_hasBrief; }
  [[nodiscard]] QString space() const { return m_space; }
  [[nodiscard]] QString submission() const { return m_submission; }
  [[nodiscard]] QString title() const { return m_title; }
  [[nodiscard]] QString round() const { return m_round; }
  [[nodiscard]] QString caption() const { return m_caption; }
  [[nodiscard]] QString verdict() const { return m_verdict.text; }
  [[nodiscard]] QString verdictStatus() const { return m_verdict.status; }
  [[nodiscard]] QString reason() const { return m_reason; }
  [[nodiscard]] QString withdrawn() const { return m_withdrawn; }
  [[nodiscard]] bool approved() const { return m_approved; }
  [[nodiscard]] bool wantsRevision() const { return m_wantsRevision; }
  [[nodiscard]] bool mayGoLive() const { return m_mayGoLive; }
  [[nodiscard]] bool live() const { return m_live; }
  [[nodiscard]] QString sealKey() const { return m_sealKey; }
  [[nodiscard]] QString sealWho() const { return m_sealWho; }
  [[nodiscard]] QString sealWhen() const { return m_sealWhen; }
  [[nodiscard]] QStringList sealFiles() const { return m_sealFiles; }
  [[nodiscard]] RowModelBase* steps() { return &m_steps; }
  [[nodiscard]] RowModelBase* files() { return &m_files; }
  [[nodiscard]] RowModelBase* comments() { return &m_comments; }
  [[nodiscard]] RowModelBase* versions() { return &m_versions; }
  [[nodiscard]] RowModelBase* others() { return &m_others; }

 signals:
  void changed();

 protected:
  void refresh() override;

 private:
  struct Known {
    std::optional<replica::CreatorHome> home;
    std::optional<replica::SubmissionView> view;
    std::map<MemberId, std::string> names;
    std::map<std::uint32_t, QString> pictures; // of files that comments point at
    std::size_t material = 0, version = 0;     // chosen; valid if `chosen`
    bool chosen = false;
  };
  static Known look(replica::Replica& replica, const SpaceId& campaign, const QString& deliverable,
                    const QString& version);
  void fill(const Known& known);
  void fillVerdict(const domain::DeliverableStatus& material, const domain::SubmissionStatus& status,
                   const Known& known);

  QString m_deliverable, m_version, m_material, m_space, m_submission, m_title, m_round, m_caption, m_reason,
      m_withdrawn, m_sealKey, m_sealWho, m_sealWhen;
  StateWords m_verdict;
  QStringList m_sealFiles;
  bool m_hasSubmission = false, m_hasBrief = false, m_approved = false, m_wantsRevision = false,
       m_mayGoLive = false, m_live = false;
  RowModel<StepRow> m_steps;
  RowModel<ReviewFileRow> m_files;
  RowModel<CommentRow> m_comments;
  RowModel<VersionRow> m_versions, m_others;
};

} // namespace meridian::app
