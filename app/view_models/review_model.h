// One submission as those who judge it see it: its content, its ticks, what was said and decided about it,
// and what may be done now.
#pragma once

#include <QHash>
#include <QUrl>

#include "app/view_models/review_rows.h"
#include "app/view_models/view_model.h"
#include "core/replica/reading.h"

namespace meridian::app {

class ReviewModel : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  // Which one, by the keys of a row of the queue; empty for none.
  Q_PROPERTY(QString space READ space WRITE setSpace NOTIFY subjectChanged)
  Q_PROPERTY(QString submission READ submission WRITE setSubmission NOTIFY subjectChanged)
  Q_PROPERTY(meridian::app::ReviewFacts facts READ facts NOTIFY changed)
  Q_PROPERTY(meridian::app::RowModelBase* files READ files CONSTANT)
  Q_PROPERTY(meridian::app::RowModelBase* ticks READ ticks CONSTANT)
  Q_PROPERTY(meridian::app::RowModelBase* comments READ comments CONSTANT)
  Q_PROPERTY(meridian::app::RowModelBase* verdicts READ verdicts CONSTANT)
  Q_PROPERTY(meridian::app::RowModelBase* history READ history CONSTANT) // other versions, newest first
  Q_PROPERTY(meridian::app::RowModelBase* brief READ brief CONSTANT)     // the parts it was made for
  Q_PROPERTY(meridian::app::RowModelBase* delays READ delays CONSTANT)   // dates that a delay can name
  // A file that is being read whole, to be saved or before it is approved: “12 MB of 38 MB”; empty for none.
  Q_PROPERTY(QString workText READ workText NOTIFY workChanged)
  Q_PROPERTY(double workShare READ workShare NOTIFY workChanged)
  Q_PROPERTY(bool saving READ saving NOTIFY workChanged) // one at a time

 public:
  using ViewModel::ViewModel;
  [[nodiscard]] QString space() const { return m_space; }
  void setSpace(const QString& space);
  [[nodiscard]] QString submission() const { return m_submission; }
  void setSubmission(const QString& submission);
  [[nodiscard]] ReviewFacts facts() const { return m_facts; }
  [[nodiscard]] RowModelBase* files() { return &m_files; }
  [[nodiscard]] RowModelBase* ticks() { return &m_ticks; }
  [[nodiscard]] RowModelBase* comments() { return &m_comments; }
  [[nodiscard]] RowModelBase* verdicts() { return &m_verdicts; }
  [[nodiscard]] RowModelBase* history() { return &m_history; }
  [[nodiscard]] RowModelBase* brief() { return &m_brief; }
  [[nodiscard]] RowModelBase* delays() { return &m_delays; }
  [[nodiscard]] QString workText() const { return m_workText; }
  [[nodiscard]] double workShare() const { return m_workShare; }
  [[nodiscard]] bool saving() const;

  // Of the submission that shows.
  Q_INVOKABLE [[nodiscard]] bool runs(const QString& what) const override;
  // The content was looked at here; approving asks for it.
  Q_INVOKABLE void opened();
  // Until then: the first file that has to be played or saved to be looked at ("play", "save"); -1 for none.
  Q_INVOKABLE void waitFor(int file, const QString& toDo);
  Q_INVOKABLE void approve();
  Q_INVOKABLE void requestChanges(const QString& reason);
  // A pin is in code points of the caption, in shares of a picture's sides, or in
  // milliseconds of a video.
  Q_INVOKABLE void comment(const QString& text);
  Q_INVOKABLE void commentOnCaption(const QString& text, int from, int to);
  Q_INVOKABLE void commentOnPicture(const QString& text, int file, double x, double y);
  Q_INVOKABLE void commentOnVideo(const QString& text, int file, int ms);
  // Undo while it is here, otherwise with a reason.
  Q_INVOKABLE void withdraw(const QString& verdict, const QString& reason);
  Q_INVOKABLE void announceDelay(const QString& date, const QString& reason);
  Q_INVOKABLE void sendToDecider();
  Q_INVOKABLE void decide(bool approve, const QString& reason);
  Q_INVOKABLE void stillFine();
  // Writes a file's plaintext where the person asked for it; done("save-file/1") names the file.
  Q_INVOKABLE void saveFile(int file, const QUrl& to);

 signals:
  void subjectChanged();
  void changed();
  void workChanged();

 protected:
  void refresh() override;

 private:
  void fill(const ReviewAnswer& answer);
  template <class Work>
  void act(const QString& what, Work work);
  // Reads files in pieces and then calls `last` on the core thread, whether or not this model is still there;
  // shows how far it is.
  template <class Begin, class Last>
  void readFiles(const QString& what, Begin begin, Last last);
  // What was asked of one submission is answered there. Whoever looks at another one by then is not told; a
  // refusal waits for them to come back.
  void answered(const QString& what, const QString& submission, const Result<void>& outcome);
  void told(const QString& text, double share);
  void say(const domain::CommentPin& pin, const QString& text);

  QString m_space, m_submission, m_workText;
  double m_workShare = 0;
  ReviewFacts m_facts;
  Unseen m_unseen;
  QHash<QString, Error> m_refused; // of submissions that did not show then
  RowModel<ReviewFileRow> m_files;
  RowModel<ReviewStatementRow> m_ticks, m_brief;
  RowModel<ReviewCommentRow> m_comments;
  RowModel<ReviewVerdictRow> m_verdicts;
  RowModel<ReviewVersionRow> m_history;
  RowModel<DateChoice> m_delays;
};

} // namespace meridian::app
