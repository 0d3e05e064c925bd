#include "app/text/sentences.h"

#include <QCoreApplication>

#include "app/qt_convert.h"

namespace meridian::app {

namespace {

struct Sentences {
  Q_DECLARE_TR_FUNCTIONS(Sentences)
};

} // namespace

StateWords promiseWords(domain::PromiseState state) {
  using enum domain::PromiseState;
  switch (state) {
  case NotStarted:
    return {Sentences::tr("Not received yet", "State of a feedback promise"), QStringLiteral("local")};
  case OnTrack:
    return {Sentences::tr("On track", "State of a feedback promise"), QStringLiteral("active")};
  case AtRisk:
    return {Sentences::tr("At risk", "State of a feedback promise"), QStringLiteral("risk")};
  case Kept:
    return {Sentences::tr("Kept", "State of a feedback promise"), QStringLiteral("good")};
  case Delayed:
    return {Sentences::tr("Delayed, new date", "State of a feedback promise"), QStringLiteral("risk")};
  case Missed:
    return {Sentences::tr("Missed", "State of a feedback promise"), QStringLiteral("bad")};
  case Replaced:
    return {Sentences::tr("Newer version sent", "State of a feedback promise"), QStringLiteral("local")};
  }
  return {};
}

StateWords reviewWords(domain::ReviewState state) {
  using enum domain::ReviewState;
  switch (state) {
  case InReview:
    return {Sentences::tr("In review", "State of a version"), QStringLiteral("active")};
  case Approved:
    return {Sentences::tr("Approved", "State of a version"), QStringLiteral("good")};
  case ChangesRequested:
    return {Sentences::tr("Changes requested", "State of a version"), QStringLiteral("risk")};
  case Contested:
    return {Sentences::tr("Contested", "State of a version"), QStringLiteral("contested")};
  case Superseded:
    return {Sentences::tr("Older version", "State of a version"), QStringLiteral("local")};
  }
  return {};
}

StateWords deliveryWords(store::Delivery state) {
  using enum store::Delivery;
  switch (state) {
  case Local:
    return {Sentences::tr("Signed. Not delivered yet.", "State of something sent"), QStringLiteral("local")};
  case Sent:
    return {Sentences::tr("On its way", "State of something sent"), QStringLiteral("active")};
  case Stored:
    return {Sentences::tr("Delivered", "State of something sent"), QStringLiteral("good")};
  case Rejected:
    return {Sentences::tr("Not accepted", "State of something sent"), QStringLiteral("bad")};
  }
  return {};
}

StateWords ruleStateWords(domain::RuleState state) {
  using enum domain::RuleState;
  switch (state) {
  case Blocks:
    return {Sentences::tr("Blocks launch", "State of a rule in Preflight"), QStringLiteral("bad")};
  case Warns:
    return {Sentences::tr("Warns", "State of a rule in Preflight"), QStringLiteral("risk")};
  case Ready:
    return {Sentences::tr("Ready", "State of a rule in Preflight"), QStringLiteral("good")};
  }
  return {};
}

QString roleText(log::Role role) {
  using enum log::Role;
  switch (role) {
  case BrandLead:
    return Sentences::tr("Brand lead");
  case CampaignLead:
    return Sentences::tr("Campaign lead");
  case HubLead:
    return Sentences::tr("Hub lead");
  case Deputy:
    return Sentences::tr("Deputy");
  case Creator:
    return Sentences::tr("Creator");
  case Viewer:
    return Sentences::tr("Viewer");
  case Analyst:
    return Sentences::tr("Analyst");
  case Agency:
    return Sentences::tr("Agency");
  case CampaignDeputy:
    return Sentences::tr("Campaign lead’s deputy");
  }
  return {};
}

QString partTitle(domain::BriefPart part) {
  using enum domain::BriefPart;
  switch (part) {
  case Contact:
    return Sentences::tr("Contact", "Part of the brief");
  case Goal:
    return Sentences::tr("Overall goal", "Part of the brief");
  case Role:
    return Sentences::tr("My role", "Part of the brief");
  case Make:
    return Sentences::tr("What I make", "Part of the brief");
  case Live:
    return Sentences::tr("When it goes live", "Part of the brief");
  case Bigger:
    return Sentences::tr("The bigger picture", "Part of the brief");
  }
  return {};
}

QString tierText(std::string_view tier) {
  if (tier == "nano") return Sentences::tr("nano", "Tier of a creator");
  if (tier == "micro") return Sentences::tr("micro", "Tier of a creator");
  if (tier == "macro") return Sentences::tr("macro", "Tier of a creator");
  return toQt(tier);
}

QString goLiveBlockSentence(domain::GoLiveBlock block) {
  using enum domain::GoLiveBlock;
  switch (block) {
  case None:
    return Sentences::tr("Ready to go live.");
  case NothingSubmitted:
    return Sentences::tr("Nothing has been submitted yet.");
  case NotApproved:
    return Sentences::tr("This version isn’t approved yet.");
  case NewerVersion:
    return Sentences::tr("A newer version is in review. The approval covers the older one only.");
  case Contested:
    return Sentences::tr("Your leads gave two different answers. They are deciding.");
  case NeedsLook:
    return Sentences::tr("The brief changed after the approval. Your lead checks whether it still fits.");
  case AdTokenMissing:
    return Sentences::tr("The ad-marking token is missing. Your lead adds it.");
  case LinkUnconfirmed:
    return Sentences::tr("Confirm that the file behind the link is still the approved one.");
  case BriefNotAcknowledged:
    return Sentences::tr("Your brief changed. Press Got it first.");
  case AlreadyLive:
    return Sentences::tr("It is live.");
  }
  return {};
}

QString timelineKindText(replica::TimelineEntry::Kind kind) {
  using enum replica::TimelineEntry::Kind;
  switch (kind) {
  case Milestone:
    return Sentences::tr("Milestone", "Kind of a date");
  case Launch:
    return Sentences::tr("Launch", "Kind of a date");
  case RoughCut:
    return Sentences::tr("Rough cut due", "Kind of a date");
  case GoLive:
    return Sentences::tr("Go-live", "Kind of a date");
  case Promise:
    return Sentences::tr("Answer promised", "Kind of a date");
  case Feedback:
    return Sentences::tr("Feedback day", "Kind of a date");
  }
  return {};
}

QString changeText(domain::EntityKind kind, domain::VerdictKind verdict) {
  using enum domain::EntityKind;
  switch (kind) {
  case Campaign:
    return Sentences::tr("Edit of the campaign page", "A change");
  case Market:
    return Sentences::tr("Edit of a market", "A change");
  case NonNegotiable:
    return Sentences::tr("Non-negotiable", "A change");
  case Negotiable:
    return Sentences::tr("Negotiable", "A change");
  case Milestone:
    return Sentences::tr("Milestone", "A change");
  case Invitee:
  case Person:
    return Sentences::tr("Person card", "A change");
  case Absence:
    return Sentences::tr("Absence", "A change");
  case PriorityDecision:
    return Sentences::tr("Priority decision", "A change");
  case CharterAcknowledged:
    return Sentences::tr("Charter acknowledged", "A change");
  case HubDelayNotice:
  case DelayNotice:
    return Sentences::tr("Delay notice", "A change");
  case GenesisReceipt:
  case Received:
    return Sentences::tr("Confirmation of receipt", "A change");
  case ChecklistItem:
    return Sentences::tr("Go-live check", "A change");
  case GoalTension:
    return Sentences::tr("Goal tension", "A change");
  case TensionResolved:
    return Sentences::tr("Goal tension resolved", "A change");
  case Creator:
  case RosterEntry:
    return Sentences::tr("Creator’s card", "A change");
  case Brief:
    return Sentences::tr("Edit of the brief", "A change");
  case Deliverable:
    return Sentences::tr("Deliverable", "A change");
  case BriefIssued:
    return Sentences::tr("Brief issued", "A change");
  case BriefOpened:
    return Sentences::tr("Brief opened", "A change");
  case BriefAcknowledged:
    return Sentences::tr("Brief acknowledged", "A change");
  case Submission:
    return Sentences::tr("Submission", "A change");
  case Verdict:
    return verdict == domain::VerdictKind::Approve ? Sentences::tr("Approval", "A change")
                                                   : Sentences::tr("Request for changes", "A change");
  case VerdictWithdrawn:
    return Sentences::tr("Withdrawal of a verdict", "A change");
  case Comment:
    return Sentences::tr("Comment", "A change");
  case Question:
    return Sentences::tr("Question", "A change");
  case Answer:
    return Sentences::tr("Answer to a question", "A change");
  case Published:
    return Sentences::tr("It’s live", "A change");
  case Seen:
    return Sentences::tr("Answer seen", "A change");
  case SentToDecider:
    return Sentences::tr("Sent to the decider", "A change");
  case ContestDecided:
    return Sentences::tr("Decision on two answers", "A change");
  case BriefConflictDecided:
    return Sentences::tr("Decision on two briefs", "A change");
  case StillFine:
    return Sentences::tr("Still fine", "A change");
  case BriefWithdrawn:
    return Sentences::tr("Brief withdrawn", "A change");
  }
  // A kind from a newer version, or an entry about members.
  return Sentences::tr("Members and access", "A change");
}

QString authorityText(std::string_view name) {
  if (name == "genesis") return Sentences::tr("New campaign", "A change");
  if (name == "invitation") return Sentences::tr("Invitation", "A change");
  if (name == "join") return Sentences::tr("Joining", "A change");
  if (name == "confirmation") return Sentences::tr("Confirmation of somebody who joined", "A change");
  if (name == "withdrawal") return Sentences::tr("Withdrawal of an invitation", "A change");
  if (name == "relay") return Sentences::tr("Relay of the campaign", "A change");
  return Sentences::tr("Members and access", "A change");
}

QString priorityModeText(domain::PriorityMode mode) {
  using enum domain::PriorityMode;
  switch (mode) {
  case NamedMarketLeads:
    return Sentences::tr("One market leads", "A priority decision");
  case Phased:
    return Sentences::tr("One after the other", "A priority decision");
  case Parallel:
    return Sentences::tr("In parallel", "A priority decision");
  case Separate:
    return Sentences::tr("Separate campaigns", "A priority decision");
  }
  return {};
}

QString ruleTitle(domain::RuleId rule) {
  using enum domain::RuleId;
  switch (rule) {
  case T7_PriorityDecision:
    return Sentences::tr("The priority decision between the markets is missing.");
  case T1_Thesis:
    return Sentences::tr("The campaign’s thesis is missing.");
  case T2_NonNegotiables:
    return Sentences::tr("No non-negotiables are set.");
  case P2_WhyItMatters:
    return Sentences::tr("Why this market matters to the whole win is not said.");
  case P7_Inherited:
    return Sentences::tr("An issued brief does not say what the campaign page says.");
  case C1_ContactAndApprover:
    return Sentences::tr("A creator has no contact or no approver.");
  case C2_OneLiveBrief:
    return Sentences::tr("Two briefs were issued to one creator.");
  case C3_BriefComplete:
    return Sentences::tr("A brief is missing parts.");
  case C3_BriefIssued:
    return Sentences::tr("A brief has not been issued.");
  case C3_OtherLane:
    return Sentences::tr("A brief is missing in the other language.");
  case C3_StaleTranslation:
    return Sentences::tr("A translation is stale.");
  case C4_Audience:
    return Sentences::tr("The audience of a creator is not described.");
  case C4_Because:
    return Sentences::tr("An instruction has no “because”.");
  case C6_Schedule:
    return Sentences::tr("A market has no feedback schedule.");
  case C6_PromiseAtRisk:
    return Sentences::tr("A promised answer is at risk.");
  case C6_PromiseMissed:
    return Sentences::tr("A promised answer was missed.");
  case C7_ContestedVerdict:
    return Sentences::tr("Two different answers on one version.");
  case C7_ApprovedBeforeGoLive:
    return Sentences::tr("A deliverable is not approved and its go-live is near.");
  case G4_LaunchGap:
    return Sentences::tr("The buffer between two launches is not 3–5 days.");
  case G4_LaunchDate:
    return Sentences::tr("A market has no launch date.");
  case P8_MilestoneWhy:
    return Sentences::tr("A milestone has no why.");
  case M7_AdToken:
    return Sentences::tr("An ad-marking token is missing.");
  case A_BriefAcknowledged:
    return Sentences::tr("A brief is not acknowledged yet.");
  case F_ConflictingField:
    return Sentences::tr("Two values were entered at the same time.");
  case S3_GoalTension:
    return Sentences::tr("A goal tension is unresolved.");
  }
  return {};
}

QString onlyInText(domain::Language language) {
  return language == domain::Language::En ? Sentences::tr("EN only", "A text that exists in English alone")
                                          : Sentences::tr("RU only", "A text that exists in Russian alone");
}

QString initialsOf(const QString& name) {
  QString initials;
  for (const QString& word : name.split(u' ', Qt::SkipEmptyParts)) {
    initials += word.left(1).toUpper();
    if (initials.size() == 2) break;
  }
  return initials;
}

} // namespace meridian::app
