#include "app/video/clip_worker.h"

#include <QAudioDevice>
#include <QCoreApplication>
#include <QMediaDevices>

namespace meridian::app {

namespace {

// Qt 6.4 would take GStreamer, which answers on the main thread alone and reads there too; FFmpeg, the first
// choice of later versions, does everything on threads of its own. Before any other thread begins.
void chooseBackend() {
  constexpr const char* backend = "QT_MEDIA_BACKEND";
  if (!qEnvironmentVariableIsSet(backend)) qputenv(backend, "ffmpeg");
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(chooseBackend)

bool FrameSlot::put(const QVideoFrame& frame) {
  const std::scoped_lock lock(m_mutex);
  m_frame = frame;
  return !std::exchange(m_waiting, true);
}

QVideoFrame FrameSlot::take() {
  const std::scoped_lock lock(m_mutex);
  m_waiting = false;
  return std::exchange(m_frame, {});
}

ClipWorker::~ClipWorker() {
  if (m_player) m_player->disconnect(this);
  if (m_sink) m_sink->disconnect(this);
}

void ClipWorker::makePlayer() {
  m_sink = std::make_unique<QVideoSink>();
  m_player = std::make_unique<QMediaPlayer>();
  m_player->setVideoSink(m_sink.get());
  // Without a device there is nothing to hear; Qt 6.4 would end the program over it.
  if (!QMediaDevices::defaultAudioOutput().isNull()) {
    m_audio = std::make_unique<QAudioOutput>();
    m_audio->setMuted(m_muted);
    m_player->setAudioOutput(m_audio.get());
  }
  // Comes from the decoder's thread, as often as there is a picture. An empty one would blank the last.
  connect(
      m_sink.get(), &QVideoSink::videoFrameChanged, this,
      [this](const QVideoFrame& frame) {
        if (frame.isValid() && m_frames->put(frame)) emit frameWaiting();
      },
      Qt::DirectConnection);
  connect(m_player.get(), &QMediaPlayer::mediaStatusChanged, this, &ClipWorker::statusChanged);
  connect(m_player.get(), &QMediaPlayer::playbackStateChanged, this, &ClipWorker::stateChanged);
  connect(m_player.get(), &QMediaPlayer::errorOccurred, this, &ClipWorker::fail);
  connect(m_player.get(), &QMediaPlayer::positionChanged, this, &ClipWorker::moved);
}

void ClipWorker::open(replica::FileReader reader) {
  m_device = std::make_unique<SealedDevice>(std::move(reader));
  if (!m_device->beginsAsFilm()) {
    fail();
    return;
  }
  makePlayer();
  m_player->setSourceDevice(m_device.get());
  // Shows the first picture.
  if (!m_failed) m_player->pause();
}

void ClipWorker::play() {
  if (!m_ready || m_failed) return;
  reopenAtEnd();
  m_player->play();
}

// With sound, Qt 6.4 ends at once whatever is asked of it after the end; opened anew, it does not.
void ClipWorker::reopenAtEnd() {
  if (m_player->mediaStatus() != QMediaPlayer::EndOfMedia) return;
  m_player->setSourceDevice(nullptr);
  m_device->seek(0);
  m_player->setSourceDevice(m_device.get());
}

void ClipWorker::pause() {
  if (m_ready && !m_failed) m_player->pause();
}

void ClipWorker::seek(qint64 position) {
  if (!m_ready || m_failed) return;
  reopenAtEnd();
  // Stopped, it would jump without showing where to.
  if (m_player->playbackState() == QMediaPlayer::StoppedState) m_player->pause();
  // Later versions of Qt open in the background, and would forget it.
  if (m_player->mediaStatus() == QMediaPlayer::LoadingMedia)
    m_wanted = position;
  else
    m_player->setPosition(position);
}

void ClipWorker::setMuted(bool muted) {
  m_muted = muted;
  if (m_audio) m_audio->setMuted(muted);
}

void ClipWorker::statusChanged(QMediaPlayer::MediaStatus status) {
  if (status == QMediaPlayer::InvalidMedia) fail();
  const bool opened = status == QMediaPlayer::LoadedMedia || status == QMediaPlayer::BufferedMedia;
  if (opened && m_wanted) m_player->setPosition(*std::exchange(m_wanted, std::nullopt));
  if (!opened || m_ready || m_failed) return;
  if (!m_player->hasVideo()) {
    fail();
    return;
  }
  m_ready = true;
  emit ready(m_player->duration(), m_audio && m_player->hasAudio());
}

void ClipWorker::stateChanged(QMediaPlayer::PlaybackState state) {
  emit playingChanged(state == QMediaPlayer::PlayingState);
}

void ClipWorker::fail() {
  if (std::exchange(m_failed, true)) return;
  // What the decoders could not read says more than that they failed.
  emit failed(m_device->problem() ? ClipProblem::Damaged : ClipProblem::CannotPlay);
}

} // namespace meridian::app
