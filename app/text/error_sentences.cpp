#include "app/text/error_sentences.h"

#include <QCoreApplication>

#include "core/base/file.h"
#include "core/replica/managing.h"
#include "core/replica/profile.h"

namespace meridian::app {

namespace {

struct Sentences {
  Q_DECLARE_TR_FUNCTIONS(Sentences)
};

} // namespace

QString errorSentence(ErrorCode code) {
  switch (code) {
  case ErrorCode::InvalidArgument:
    return Sentences::tr("That doesn’t fit here. Check what you entered and try again.");
  case ErrorCode::NotFound:
    return Sentences::tr("This is no longer here. Go back and open it again.");
  case ErrorCode::Ambiguous:
    return Sentences::tr("Several things match. Choose one of them.");
  case ErrorCode::AlreadyExists:
    return Sentences::tr("This already exists. Nothing was changed.");
  case ErrorCode::UnknownZone:
    return Sentences::tr("This time zone is unknown here. Choose a city from the list.");
  case ErrorCode::NoCampaign:
    return Sentences::tr("There is no campaign in this profile yet. Join one with an invitation.");
  case ErrorCode::NoRelay:
    return Sentences::tr("No relay is set. Everything stays on this device until one is. The campaign lead "
                         "sets one in Settings.");
  case ErrorCode::NotAllowed:
    return Sentences::tr("Your role doesn’t cover this. Ask the campaign lead.");
  case ErrorCode::NotYourMarket:
    return Sentences::tr("This belongs to another market. Its hub lead can do it.");
  case ErrorCode::BriefIncomplete:
    return Sentences::tr("The brief isn’t complete. Fill the missing parts, then issue it.");
  case ErrorCode::BriefNotIssued:
    return Sentences::tr("There is no brief yet. Your lead is preparing it.");
  case ErrorCode::SecondLiveBrief:
    return Sentences::tr("This creator already has a live brief. Withdraw it first.");
  case ErrorCode::NoPriorityDecision:
    return Sentences::tr(
        "The priority decision is missing. The campaign lead makes it before any brief is issued.");
  case ErrorCode::UnresolvedTension:
    return Sentences::tr("A goal tension is open. The campaign lead resolves it before any brief is issued.");
  case ErrorCode::TicksMissing:
    return Sentences::tr("Tick every non-negotiable first. What you wrote is kept.");
  case ErrorCode::EmptySubmission:
    return Sentences::tr("Add a file, a link or a caption first.");
  case ErrorCode::AttachmentMissing:
    return Sentences::tr("A file hasn’t arrived on this device yet. It comes when you’re online.");
  case ErrorCode::AttachmentVanished:
    return Sentences::tr("The file is no longer where it was picked. Pick it again; the rest is kept.");
  case ErrorCode::NewerVersionKnown:
    return Sentences::tr("A newer version has arrived. Open that one.");
  case ErrorCode::NotApproved:
    return Sentences::tr("This version isn’t approved. Only an approved version can go live.");
  case ErrorCode::Contested:
    return Sentences::tr("There are two different answers on this version. Wait for the decision.");
  case ErrorCode::AlreadyLive:
    return Sentences::tr("This is live already, so it can’t be changed.");
  case ErrorCode::NotLatestBrief:
    return Sentences::tr(
        "Your brief changed. Look at the changes and press Got it first. What you wrote is kept.");
  case ErrorCode::ReasonMissing:
    return Sentences::tr("Say why: add a comment or a reason.");
  case ErrorCode::LinkNotConfirmed:
    return Sentences::tr("The file behind a link can change. Confirm that it is still the approved one.");
  case ErrorCode::InvitationUsed:
    return Sentences::tr("This invitation was used already. Ask for a new one.");
  case ErrorCode::InvitationExpired:
    return Sentences::tr("This invitation has expired. Ask for a new one.");
  case ErrorCode::InvitationInvalid:
    return Sentences::tr("No valid invitation in this. Paste the whole message, or ask for a new one.");
  case ErrorCode::InvitationForOtherRelay:
    return Sentences::tr("This invitation belongs to another relay. Ask for a new one.");
  case ErrorCode::RefusedByRelay:
    return Sentences::tr("The relay didn’t accept this. Your text is kept.");
  case ErrorCode::NotServed:
    return Sentences::tr("The relay doesn’t let this device into the campaign: your invitation may have been "
                         "withdrawn. What you wrote is kept here. Ask your lead.");
  case ErrorCode::QuotaExceeded:
    return Sentences::tr(
        "The relay has no room left for this campaign. It will be tried again; nothing is lost.");
  case ErrorCode::TooLarge:
    return Sentences::tr("This is too large. Shorten it or pick a smaller file; the rest is kept.");
  case ErrorCode::FileTooLarge:
    return Sentences::tr(
        "The relay of your campaign doesn’t take files this large. Send a smaller one; the rest is kept.");
  case ErrorCode::Offline:
    return Sentences::tr("You’re offline. It is saved here and goes out when you’re online.");
  case ErrorCode::Timeout:
    return Sentences::tr("No answer in time. It will be tried again by itself.");
  case ErrorCode::RelayUnreachable:
    return Sentences::tr("The relay can’t be reached. Everything stays here and goes out later.");
  case ErrorCode::RelayIdentityChanged:
    return Sentences::tr("This isn’t the relay of your campaign. Nothing was sent. Ask your lead.");
  case ErrorCode::RelayCertificateChanged:
    return Sentences::tr("The relay’s certificate has changed. Nothing was sent. Ask your lead.");
  case ErrorCode::ProtocolViolation:
    return Sentences::tr(
        "The relay answered in a way that makes no sense. It will be tried again; nothing is lost.");
  case ErrorCode::UpdateNeeded:
    return Sentences::tr("This needs a newer Meridian. Update it; everything here is kept.");
  case ErrorCode::WrongKey:
    return Sentences::tr(
        "That passphrase doesn’t open this profile. Nothing was changed. If you are sure of it, "
        "the profile’s file is damaged: keep Meridian’s folder as it is.");
  case ErrorCode::KeyFileReadable:
    return Sentences::tr("Others on this computer can read the key file. Allow only yourself to read it.");
  case ErrorCode::Damaged:
    return Sentences::tr("Part of the data on this device is damaged. What was sent is safe with the "
                         "others. Keep Meridian’s folder as it is, and ask a lead of the campaign for a new "
                         "invitation.");
  case ErrorCode::UnsupportedFormat:
    return Sentences::tr("This file is from a newer Meridian, or isn’t one of its files. Nothing was "
                         "changed. Update, or ask for it again.");
  case ErrorCode::BadSignature:
    return Sentences::tr(
        "A signature doesn’t match, so this was not taken in. Everything else is safe. Ask for it again.");
  case ErrorCode::BrokenChain:
    return Sentences::tr("Something is missing before this, so it waits. It is fetched by itself.");
  case ErrorCode::DiskFull:
    return Sentences::tr("This device is full. Free some space and try again; what was saved is safe.");
  case ErrorCode::ReadOnly:
    return Sentences::tr(
        "Meridian can’t write to its folder. Allow writing and try again; what was saved is safe.");
  case ErrorCode::ProfileInUse:
    return Sentences::tr(
        "This profile is open in another window. Nothing was changed. Use that one or close it.");
  case ErrorCode::Io:
    return Sentences::tr("A file couldn’t be read or written. Try again; what was saved is safe.");
  case ErrorCode::OutOfMemory:
    return Sentences::tr(
        "This device is out of memory. Close something and try again; what was saved is safe.");
  case ErrorCode::Internal:
    return Sentences::tr("Something went wrong inside Meridian. What was saved is safe. Try again.");
  }
  return {};
}

QString errorSentence(const Error& error) {
  if (error.code == ErrorCode::NotAllowed && error.detail == replica::leadsInvite)
    return Sentences::tr(
        "People are added, invited and confirmed by the hub lead or the campaign lead, not by a "
        "deputy. Nothing was changed. Ask one of them.");
  if (error.code == ErrorCode::Damaged && error.detail == replica::vaultMissing)
    return Sentences::tr(
        "The file profile.vault is missing from Meridian’s folder, and nothing else opens the profile there. "
        "Put it back and start Meridian again. If you never made a profile here, go on: what lies there is "
        "kept.");
  if (error.code == ErrorCode::InvalidArgument && error.detail == notPlainFile)
    return Sentences::tr(
        "What has this name is not a file but a folder, a link or a device. It was left as it is. Choose "
        "another name.");
  if (error.code == ErrorCode::NotFound && error.detail == noSuchFolder)
    return Sentences::tr("The folder isn’t there, so nothing was saved. Choose another one.");
  return errorSentence(error.code);
}

QString wrongKeyFileSentence() {
  return Sentences::tr("The key file doesn’t open this profile. Nothing was changed. Start Meridian with the "
                       "right one. If this "
                       "is it, the profile’s file is damaged: keep Meridian’s folder as it is.");
}

QString reasonSentence(std::string_view storedName) {
#define X(code, name, cls)                                                                                   \
  if (storedName == name) return errorSentence(ErrorCode::code);
  MERIDIAN_ERROR_CODES(X)
#undef X
  return errorSentence(ErrorCode::RefusedByRelay);
}

QString waitingSentence(std::string_view storedName) {
  for (const auto code : {ErrorCode::QuotaExceeded, ErrorCode::NotServed})
    if (storedName == errorName(code)) return errorSentence(code);
  return Sentences::tr("The relay doesn’t take this yet. It will be tried again by itself; nothing is lost.");
}

} // namespace meridian::app
