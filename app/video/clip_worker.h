// The player itself, on a thread of its own: everything that opens, decodes or waits happens there.
#pragma once

#include <QAudioOutput>
#include <QMediaPlayer>
#include <QVideoFrame>
#include <QVideoSink>

#include <memory>
#include <mutex>
#include <optional>

#include "app/video/sealed_device.h"

namespace meridian::app {

// The newest picture on its way to the screen. A slow screen misses pictures; it never queues them.
class FrameSlot {
 public:
  // True if the taker has to be woken.
  [[nodiscard]] bool put(const QVideoFrame& frame);
  [[nodiscard]] QVideoFrame take();

 private:
  std::mutex m_mutex;
  QVideoFrame m_frame;
  bool m_waiting = false;
};

enum class ClipProblem { None, CannotPlay, Damaged };

// Made, used and ended on its thread; its signals are queued to the one that shows.
class ClipWorker : public QObject {
  Q_OBJECT

 public:
  explicit ClipWorker(std::shared_ptr<FrameSlot> frames) : m_frames(std::move(frames)) {}
  ~ClipWorker() override;

  // Opens the file and shows its first picture.
  void open(replica::FileReader reader);
  void play();
  void pause();
  void seek(qint64 position);
  void setMuted(bool muted);

 signals:
  void ready(qint64 duration, bool sound);
  void failed(meridian::app::ClipProblem problem);
  void moved(qint64 position);
  void playingChanged(bool playing);
  void frameWaiting();

 private:
  void statusChanged(QMediaPlayer::MediaStatus status);
  void stateChanged(QMediaPlayer::PlaybackState state);
  void makePlayer();
  void reopenAtEnd();
  void fail();

  std::shared_ptr<FrameSlot> m_frames;
  std::unique_ptr<SealedDevice> m_device; // outlives the player, which reads it on threads of its own
  std::unique_ptr<QVideoSink> m_sink;
  std::unique_ptr<QAudioOutput> m_audio;
  std::unique_ptr<QMediaPlayer> m_player;
  bool m_ready = false, m_failed = false, m_muted = false;
  std::optional<qint64> m_wanted; // a position asked for while it is being opened
};

} // namespace meridian::app
