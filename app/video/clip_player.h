// A video of a submission, played in the app. Its plaintext is in memory alone, a few chunks at a time.
#pragma once

#include <QThread>
#include <QVideoSink>

#include "app/inbox.h"
#include "app/session_object.h"
#include "app/video/clip_worker.h"

namespace meridian::app {

class ClipPlayer : public QObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(meridian::app::SessionObject* session READ session WRITE setSession REQUIRED)
  // Which file of which submission. Set once, before open().
  Q_PROPERTY(QString space MEMBER m_space REQUIRED)
  Q_PROPERTY(QString submission MEMBER m_submission REQUIRED)
  Q_PROPERTY(int file MEMBER m_file REQUIRED)
  // Where pictures go: the `videoSink` of a VideoOutput.
  Q_PROPERTY(QObject* output READ output WRITE setOutput NOTIFY outputChanged)
  Q_PROPERTY(bool ready READ isReady NOTIFY stateChanged)
  // Why it cannot be played and what is safe; empty if it can.
  Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)
  Q_PROPERTY(bool playing READ isPlaying NOTIFY playingChanged)
  // In milliseconds.
  Q_PROPERTY(int position READ position NOTIFY moved)
  Q_PROPERTY(int duration READ duration NOTIFY stateChanged)
  Q_PROPERTY(QString positionText READ positionText NOTIFY moved) // “0:12”
  Q_PROPERTY(QString durationText READ durationText NOTIFY stateChanged)
  // There is sound, and something that plays it.
  Q_PROPERTY(bool sound READ hasSound NOTIFY stateChanged)
  Q_PROPERTY(bool muted READ isMuted WRITE setMuted NOTIFY mutedChanged)

 public:
  explicit ClipPlayer(QObject* parent = nullptr);
  ~ClipPlayer() override;

  // Opens the file and shows its first picture. Nothing happens while it is open already.
  Q_INVOKABLE void open();
  // Gives back all that is open of it; also when the profile is locked.
  Q_INVOKABLE void close();
  Q_INVOKABLE void play();
  Q_INVOKABLE void pause();
  Q_INVOKABLE void seek(int position);
  Q_INVOKABLE [[nodiscard]] QString timeText(int position) const;

  [[nodiscard]] SessionObject* session() const { return m_session; }
  void setSession(SessionObject* session) { m_session = session; }
  [[nodiscard]] QObject* output() const { return m_output; }
  void setOutput(QObject* output);
  [[nodiscard]] bool isReady() const { return m_ready; }
  [[nodiscard]] QString problem() const;
  [[nodiscard]] bool isPlaying() const { return m_playing; }
  [[nodiscard]] int position() const { return m_position; }
  [[nodiscard]] int duration() const { return m_duration; }
  [[nodiscard]] QString positionText() const { return timeText(m_position); }
  [[nodiscard]] QString durationText() const { return timeText(m_duration); }
  [[nodiscard]] bool hasSound() const { return m_sound; }
  [[nodiscard]] bool isMuted() const { return m_muted; }
  void setMuted(bool muted);

 signals:
  void outputChanged();
  void stateChanged();
  void playingChanged();
  void moved();
  void mutedChanged();

 private:
  void start(replica::FileReader reader);
  void end();
  void show();
  void setPosition(int position);
  void setProblem(ClipProblem problem);
  template <class Work>
  void tell(Work work);

  QPointer<SessionObject> m_session; // a page may outlive it by a moment
  QString m_space, m_submission;
  int m_file = 0;
  QPointer<QVideoSink> m_output;
  std::shared_ptr<FrameSlot> m_frames;
  std::shared_ptr<std::atomic<bool>> m_stopped; // ends what the worker reads
  QThread m_thread;
  ClipWorker* m_worker = nullptr; // lives on the thread, and ends with it
  Inbox* m_orders = nullptr;      // likewise
  bool m_asked = false, m_ready = false, m_playing = false, m_sound = false, m_muted = false;
  int m_position = 0, m_duration = 0;
  ClipProblem m_problem = ClipProblem::None;
};

} // namespace meridian::app
