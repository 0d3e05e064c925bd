#include "app/video/clip_player.h"

#include <algorithm>
#include <limits>

#include "app/qt_convert.h"
#include "core/replica/reading.h"
#include "core/replica/work.h"

namespace meridian::app {

ClipPlayer::ClipPlayer(QObject* parent) : QObject(parent) { m_thread.setObjectName(QStringLiteral("video")); }

ClipPlayer::~ClipPlayer() { end(); }

void ClipPlayer::open() {
  if (m_asked || !m_session || !m_session->hasCampaign()) return;
  m_asked = true;
  connect(m_session, &SessionObject::stateChanged, this, [this] {
    if (m_session->state() != SessionObject::State::Open) close();
  });
  connect(m_session, &SessionObject::languageChanged, this, &ClipPlayer::stateChanged);
  m_session->core().ask(
      this,
      [campaign = m_session->campaign(), space = idFromQt<SpaceId>(m_space),
       submission = opIdFromQt(m_submission),
       index = static_cast<std::size_t>(std::max(0, m_file))](replica::Replica& replica) {
        using Opened = Result<replica::FileReader>;
        const auto view = replica::Reading(replica, campaign).submission(space, submission);
        if (!view) return Opened(fail(ErrorCode::NotFound));
        const auto& files = view->status.submission.content.attachments;
        return index < files.size() ? replica::Files(replica).open(files[index])
                                    : Opened(fail(ErrorCode::NotFound));
      },
      [this](Result<replica::FileReader> reader) {
        if (!m_asked) return;
        if (reader)
          start(std::move(*reader));
        else if (reader.error().code == ErrorCode::AttachmentMissing)
          m_asked = false; // may be asked again once it is here
        else
          setProblem(ClipProblem::Damaged);
      });
}

void ClipPlayer::start(replica::FileReader reader) {
  m_frames = std::make_shared<FrameSlot>();
  m_stopped = reader.stopped();
  m_worker = new ClipWorker(m_frames);
  m_worker->moveToThread(&m_thread);
  connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
  m_orders = new Inbox;
  m_orders->moveToThread(&m_thread);
  connect(&m_thread, &QThread::finished, m_orders, &QObject::deleteLater);
  connect(m_worker, &ClipWorker::ready, this, [this](qint64 duration, bool sound) {
    m_duration = static_cast<int>(std::min<qint64>(duration, std::numeric_limits<int>::max()));
    m_sound = sound;
    m_ready = true;
    emit stateChanged();
  });
  connect(m_worker, &ClipWorker::failed, this, &ClipPlayer::setProblem);
  connect(m_worker, &ClipWorker::moved, this, &ClipPlayer::setPosition);
  connect(m_worker, &ClipWorker::playingChanged, this, [this](bool playing) {
    if (std::exchange(m_playing, playing) != playing) emit playingChanged();
  });
  connect(m_worker, &ClipWorker::frameWaiting, this, &ClipPlayer::show, Qt::QueuedConnection);
  m_thread.start();
  tell([muted = m_muted](ClipWorker& worker) { worker.setMuted(muted); });
  // A function that is posted has to be copyable; a reader is not.
  tell([reader = std::make_shared<replica::FileReader>(std::move(reader))](ClipWorker& worker) {
    worker.open(std::move(*reader));
  });
}

void ClipPlayer::end() {
  if (m_worker == nullptr) return;
  // It may be opening its way through a long file: it stops at the next piece.
  *m_stopped = true;
  disconnect(m_worker, nullptr, this, nullptr);
  m_thread.quit();
  m_thread.wait();
  m_worker = nullptr;
  m_orders = nullptr;
}

void ClipPlayer::close() {
  m_asked = false;
  if (m_session) disconnect(m_session, nullptr, this, nullptr);
  end();
  if (m_output) m_output->setVideoFrame({});
  m_frames.reset();
  m_ready = m_playing = m_sound = false;
  m_position = 0;
  m_problem = ClipProblem::None;
  emit stateChanged();
  emit playingChanged();
  emit moved();
}

template <class Work>
void ClipPlayer::tell(Work work) {
  if (m_worker == nullptr) return;
  m_orders->post([worker = m_worker, work = std::move(work)] { work(*worker); });
}

void ClipPlayer::play() {
  tell([](ClipWorker& worker) { worker.play(); });
}

void ClipPlayer::pause() {
  tell([](ClipWorker& worker) { worker.pause(); });
}

void ClipPlayer::seek(int position) {
  const int to = std::clamp(position, 0, m_duration);
  setPosition(to); // shown at once; what is played follows
  tell([to](ClipWorker& worker) { worker.seek(to); });
}

void ClipPlayer::setMuted(bool muted) {
  if (muted == m_muted) return;
  m_muted = muted;
  tell([muted](ClipWorker& worker) { worker.setMuted(muted); });
  emit mutedChanged();
}

void ClipPlayer::setOutput(QObject* output) {
  auto* sink = qobject_cast<QVideoSink*>(output);
  if (sink == m_output) return;
  m_output = sink;
  emit outputChanged();
}

void ClipPlayer::show() {
  if (!m_frames) return;
  const QVideoFrame frame = m_frames->take();
  if (m_output && frame.isValid()) m_output->setVideoFrame(frame);
}

void ClipPlayer::setPosition(int position) {
  position = std::min(position, m_duration); // sound may run on a moment longer
  if (position == m_position) return;
  m_position = position;
  emit moved();
}

void ClipPlayer::setProblem(ClipProblem problem) {
  m_problem = problem;
  emit stateChanged();
}

QString ClipPlayer::problem() const {
  switch (m_problem) {
  case ClipProblem::None:
    break;
  case ClipProblem::CannotPlay:
    return tr("This video can’t be played here. The file is safe: open a copy of it in another player.",
              "Instead of a video");
  case ClipProblem::Damaged:
    return tr("This video is damaged on this device and isn’t shown. Nothing else is affected: ask for it to "
              "be sent again.",
              "Instead of a video");
  }
  return {};
}

QString ClipPlayer::timeText(int position) const { return playTimeText(Duration{position}); }

} // namespace meridian::app
