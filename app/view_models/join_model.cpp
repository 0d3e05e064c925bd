#include "app/view_models/join_model.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QImageReader>

// The library's coming interface: text as UTF-8.
#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

#include "app/qt_convert.h"
#include "app/session/invitation_file.h"
#include "app/text/error_sentences.h"
#include "app/text/sentences.h"
#include "app/view_models/preview.h"
#include "core/base/file.h"

namespace meridian::app {

namespace {

// More than any message with an invitation; what is larger is some other file.
constexpr std::size_t messageBytesMax = 64 * 1024;

// Of a file that was picked: what is wrong with it, not with this device's data.
QString fileSentence(ErrorCode code) {
  switch (code) {
  case ErrorCode::Damaged:
    return JoinModel::tr("This file was cut short or altered on its way. Ask for it again.", "Joining");
  case ErrorCode::InvitationInvalid:
    return JoinModel::tr(
        "There is no invitation in this file. Pick the one you were sent, or paste the message.", "Joining");
  default:
    return errorSentence(code);
  }
}

} // namespace

std::optional<QString> qrTextIn(const QString& file) {
  QImageReader reader(file);
  reader.setAutoTransform(true);
  // A camera's picture has more pixels than a code needs, and a hostile one more than memory has.
  const QSize size = reader.size();
  if (size.isValid() && std::max(size.width(), size.height()) > pictureSideMax)
    reader.setScaledSize(size.scaled(pictureSideMax, pictureSideMax, Qt::KeepAspectRatio));
  const QImage image = reader.read().convertToFormat(QImage::Format_Grayscale8);
  if (image.isNull()) return std::nullopt;
  const ZXing::ImageView view(image.constBits(), image.width(), image.height(), ZXing::ImageFormat::Lum,
                              static_cast<int>(image.bytesPerLine()));
  const auto hints = ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode);
  const auto result = ZXing::ReadBarcode(view, hints);
  if (!result.isValid()) return std::nullopt;
  return toQt(result.text());
}

void JoinModel::setSession(SessionObject* session) {
  if (session == m_session) return;
  m_session = session;
  if (m_session != nullptr) {
    connect(m_session.data(), &SessionObject::languageChanged, this, &JoinModel::changed);
    connect(m_session.data(), &SessionObject::minutePassed, this, &JoinModel::changed);
    connect(m_session.data(), &SessionObject::syncChanged, this, &JoinModel::changed);
    connect(m_session.data(), &SessionObject::campaignChanged, this, &JoinModel::readWaiting);
    readWaiting();
    connect(m_session.data(), &SessionObject::stateChanged, this, [this] {
      if (!m_busy) return;
      if (m_session->state() == SessionObject::State::Opening) return;
      m_busy = false;
      setProblem([session = m_session] { return session->problem(); });
    });
  }
  emit sessionChanged();
}

void JoinModel::read(const QString& pasted) {
  m_file.clear();
  found(replica::findInvitation(fromQt(pasted)));
}

void JoinModel::readFile(const QUrl& file) {
  if (m_busy) return;
  m_busy = true;
  m_problem = nullptr;
  emit changed();
  struct Read {
    Result<replica::Invitation> invitation = fail(ErrorCode::InvitationInvalid);
    std::filesystem::path file; // of Meridian's own kind
  };
  // A picture or a large file takes its time, and the window does not wait for it.
  m_session->core().run(
      this,
      [path = file.toLocalFile()] {
        Read read;
        const std::filesystem::path named = fromQt(path);
        if (isBundleFile(named)) {
          read.invitation = readInvitationFile(named);
          read.file = named;
        } else if (const auto text = qrTextIn(path)) {
          read.invitation = replica::findInvitation(fromQt(*text));
        } else if (const auto bytes = meridian::readFile(named, messageBytesMax)) {
          read.invitation = replica::findInvitation(asText(*bytes));
        } else if (bytes.error().code != ErrorCode::TooLarge) {
          read.invitation = std::unexpected(bytes.error());
        }
        return read;
      },
      [this](Read read) {
        m_busy = false;
        m_file = read.invitation ? std::move(read.file) : std::filesystem::path();
        if (!read.invitation)
          return setProblem([code = read.invitation.error().code] { return fileSentence(code); });
        found(std::move(read.invitation));
      });
}

void JoinModel::found(Result<replica::Invitation> result) {
  if (!result) return setProblem(result.error());
  m_invitation = std::move(*result);
  m_problem = nullptr;
  compareRelays();
  emit changed();
  // An invitation's language wins.
  m_session->setLanguage(toQt(domain::languageCode(m_invitation->language)));
}

void JoinModel::compareRelays() {
  m_otherRelay = false;
  if (!m_invitation->relay || m_session->state() != SessionObject::State::Open) return;
  m_session->core().ask(
      this,
      [identity = m_invitation->relay->identity](replica::Replica& replica) {
        const auto campaigns = replica.file().campaigns.all();
        const auto named = [](const store::CampaignRow& row) { return !row.relayUrl.empty(); };
        return campaigns && std::ranges::any_of(*campaigns, named) &&
               std::ranges::none_of(*campaigns, [&](const auto& row) { return row.relay == identity; });
      },
      [this, secret = m_invitation->secret](bool other) {
        if (!m_invitation || m_invitation->secret != secret) return;
        m_otherRelay = other;
        emit changed();
      });
}

void JoinModel::forget() {
  m_invitation.reset();
  m_forgotten = true;
  m_file.clear();
  setProblem(nullptr);
}

void JoinModel::join(const QString& name, const QString& zone, const QString& passphrase) {
  if (!m_invitation || m_busy) return;
  m_busy = true;
  m_problem = nullptr;
  emit changed();
  if (m_session->state() == SessionObject::State::Open) return joinNow();
  m_session->createProfileAndJoin(name, zone, passphrase, joiner());
}

SessionObject::Join JoinModel::joiner() const {
  return [invitation = *m_invitation, file = m_file](replica::Replica& replica) {
    return file.empty() ? replica::Access::join(replica, invitation)
                        : joinFromFile(replica, invitation, file);
  };
}

void JoinModel::joinNow() {
  m_session->core().ask(this, joiner(), [this](const Result<SpaceId>& result) {
    m_busy = false;
    if (!result) return setProblem(result.error());
    emit changed();
    emit joined();
    m_session->selectCampaign(toQt(*result));
    m_session->syncNow();
  });
}

// After a restart the invitation is in the profile alone.
void JoinModel::readWaiting() {
  if (m_invitation || m_forgotten || !m_session->joining()) return;
  m_session->core().ask(
      this,
      [campaign = m_session->campaign()](replica::Replica& replica) -> std::optional<replica::Invitation> {
        const auto row = replica.file().campaigns.find(campaign);
        if (!row || !*row) return std::nullopt;
        const auto kept = replica::findInvitation(asText((*row)->invitation));
        return kept ? std::optional(*kept) : std::nullopt;
      },
      [this](const std::optional<replica::Invitation>& waiting) {
        if (m_invitation || m_forgotten || !waiting) return;
        m_invitation = waiting;
        emit changed();
      });
}

QString JoinModel::stuck() const {
  if (m_session == nullptr || !m_session->joining()) return {};
  const auto problem = m_session->link().problem;
  if (!problem || errorClass(problem->code) != ErrorClass::RefusedByRule) return {};
  if (problem->code == ErrorCode::InvitationInvalid)
    return tr(
        "The relay doesn’t know this invitation: it was used or withdrawn, or hasn’t reached the relay yet. "
        "It is tried again by itself.",
        "After joining, while connected");
  return m_session->sentence(*problem);
}

void JoinModel::setProblem(std::function<QString()> words) {
  m_problem = std::move(words);
  emit changed();
}

void JoinModel::setProblem(const Error& error) {
  setProblem([session = m_session, error] { return session->sentence(error); });
}

bool JoinModel::expired() const {
  return m_invitation && m_session != nullptr && m_invitation->expiry <= m_session->reader().now;
}
bool JoinModel::forCreator() const { return m_invitation && m_invitation->role == log::Role::Creator; }
QString JoinModel::campaign() const { return m_invitation ? toQt(m_invitation->campaignName) : QString(); }
QString JoinModel::inviter() const { return m_invitation ? toQt(m_invitation->inviterName) : QString(); }
QString JoinModel::invitee() const { return m_invitation ? toQt(m_invitation->inviteeName) : QString(); }

QString JoinModel::forWhom() const {
  if (!m_invitation) return {};
  const QString role = roleText(m_invitation->role).toLower();
  if (m_invitation->market.empty())
    return tr("For: %1, %2", "Before joining; %1 a name, %2 their role").arg(invitee(), role);
  return tr("For: %1, %2, %3", "Before joining; %1 a name, %2 their role, %3 the market")
      .arg(invitee(), role, toQt(m_invitation->market));
}

QString JoinModel::otherRelay() const {
  if (!m_invitation || !m_otherRelay) return {};
  return tr("This invitation is for another relay than the one your campaigns use. They stay as they are. If "
            "you didn’t expect that, ask first: %1",
            "Before joining; %1 the name of who invites")
      .arg(inviter());
}

QString JoinModel::expiry() const {
  return m_invitation && m_session != nullptr ? whenText(m_invitation->expiry, m_session->reader())
                                              : QString();
}

QString JoinModel::askForNew() const {
  if (!m_invitation) return {};
  return tr("%1, my invitation to %2 no longer works. Could you send me a new one? %3",
            "A message to whoever invited; %1 their name, %2 the campaign, %3 my name")
      .arg(inviter(), campaign(), invitee());
}

QString JoinModel::clipboardText() const { return QGuiApplication::clipboard()->text(); }
void JoinModel::copy(const QString& text) const { QGuiApplication::clipboard()->setText(text); }

} // namespace meridian::app
