#include "app/text/preflight_words.h"

#include <QCoreApplication>

#include <algorithm>

#include "app/qt_convert.h"
#include "app/text/sentences.h"

namespace meridian::app {

namespace {

struct Preflight {
  Q_DECLARE_TR_FUNCTIONS(Preflight)
};

// A rule that holds, as a short statement.
QString readySentence(domain::RuleId rule) {
  using enum domain::RuleId;
  switch (rule) {
  case T7_PriorityDecision:
    return Preflight::tr("The priority decision is made");
  case T1_Thesis:
    return Preflight::tr("The thesis is written");
  case T2_NonNegotiables:
    return Preflight::tr("Non-negotiables are set");
  case P2_WhyItMatters:
    return Preflight::tr("It is said why the market matters");
  case P7_Inherited:
    return Preflight::tr("The brief says what the campaign page says");
  case C1_ContactAndApprover:
    return Preflight::tr("Contact and approver are named");
  case C2_OneLiveBrief:
    return Preflight::tr("One live brief");
  case C3_BriefComplete:
    return Preflight::tr("The brief is complete");
  case C3_BriefIssued:
    return Preflight::tr("The brief is issued");
  case C3_OtherLane:
    return Preflight::tr("The brief is there in both languages");
  case C3_StaleTranslation:
    return Preflight::tr("Translations are up to date");
  case C4_Audience:
    return Preflight::tr("The audience is described");
  case C4_Because:
    return Preflight::tr("Each instruction has its reason");
  case C6_Schedule:
    return Preflight::tr("The feedback schedule is set");
  case C6_PromiseAtRisk:
  case C6_PromiseMissed:
    return Preflight::tr("Promises are kept");
  case C7_ContestedVerdict:
    return Preflight::tr("No contradicting answers");
  case C7_ApprovedBeforeGoLive:
    return Preflight::tr("Approved before go-live");
  case G4_LaunchGap:
    return Preflight::tr("The buffer between the launches is 3–5 days");
  case G4_LaunchDate:
    return Preflight::tr("The launch date is set");
  case P8_MilestoneWhy:
    return Preflight::tr("Each milestone has its why");
  case M7_AdToken:
    return Preflight::tr("The ad-marking token is there");
  case A_BriefAcknowledged:
    return Preflight::tr("The brief is acknowledged");
  case F_ConflictingField:
    return Preflight::tr("No conflicting values");
  case S3_GoalTension:
    return Preflight::tr("No goal tension is open");
  }
  return {};
}

// … that is broken in several places.
QString likeSentence(domain::RuleId rule) {
  using enum domain::RuleId;
  switch (rule) {
  case C1_ContactAndApprover:
    return Preflight::tr("No contact or no approver: %1", "Several rows of Preflight; %1 their number");
  case P7_Inherited:
    return Preflight::tr("Briefs that differ from the campaign page: %1",
                         "Several rows of Preflight; %1 their number");
  case C2_OneLiveBrief:
    return Preflight::tr("Two briefs at once: %1", "Several rows of Preflight; %1 their number");
  case C3_BriefComplete:
    return Preflight::tr("Incomplete briefs: %1", "Several rows of Preflight; %1 their number");
  case C3_BriefIssued:
    return Preflight::tr("Briefs not issued: %1", "Several rows of Preflight; %1 their number");
  case C3_OtherLane:
    return Preflight::tr("Briefs missing in the other language: %1",
                         "Several rows of Preflight; %1 their number");
  case C3_StaleTranslation:
    return Preflight::tr("Briefs with a stale translation: %1", "Several rows of Preflight; %1 their number");
  case C4_Audience:
    return Preflight::tr("Audience not described: %1", "Several rows of Preflight; %1 their number");
  case C4_Because:
    return Preflight::tr("Briefs with an instruction without its “because”: %1",
                         "Several rows of Preflight; %1 their number");
  case C6_PromiseAtRisk:
    return Preflight::tr("Promises at risk: %1", "Several rows of Preflight; %1 their number");
  case C6_PromiseMissed:
    return Preflight::tr("Promises missed: %1", "Several rows of Preflight; %1 their number");
  case C7_ContestedVerdict:
    return Preflight::tr("Contradicting answers: %1", "Several rows of Preflight; %1 their number");
  case C7_ApprovedBeforeGoLive:
    return Preflight::tr("Not approved yet: %1", "Several rows of Preflight; %1 their number");
  case G4_LaunchGap:
    return Preflight::tr("Buffers that are not 3–5 days: %1", "Several rows of Preflight; %1 their number");
  case P8_MilestoneWhy:
    return Preflight::tr("Milestones without a why: %1", "Several rows of Preflight; %1 their number");
  case M7_AdToken:
    return Preflight::tr("No ad-marking token: %1", "Several rows of Preflight; %1 their number");
  case A_BriefAcknowledged:
    return Preflight::tr("Briefs not acknowledged yet: %1", "Several rows of Preflight; %1 their number");
  case F_ConflictingField:
    return Preflight::tr("Values entered twice at the same time: %1",
                         "Several rows of Preflight; %1 their number");
  case S3_GoalTension:
    return Preflight::tr("Unresolved goal tensions: %1", "Several rows of Preflight; %1 their number");
  default:
    return {};
  }
}

// Field names of domain/schema that hold one value, as a person calls what they mean.
QString fieldWord(std::string_view field) {
  const std::pair<std::string_view, QString> words[] = {
      {"name", Preflight::tr("name", "A field of which two values were entered")},
      {"brandName", Preflight::tr("brand", "A field of which two values were entered")},
      {"zone", Preflight::tr("time zone", "A field of which two values were entered")},
      {"workFrom", Preflight::tr("working hours", "A field of which two values were entered")},
      {"workTo", Preflight::tr("working hours", "A field of which two values were entered")},
      {"language", Preflight::tr("language", "A field of which two values were entered")},
      {"responseHours", Preflight::tr("response time", "A field of which two values were entered")},
      {"handle", Preflight::tr("handle", "A field of which two values were entered")},
      {"followers", Preflight::tr("followers", "A field of which two values were entered")},
      {"tier", Preflight::tr("tier", "A field of which two values were entered")},
      {"contact", Preflight::tr("contact", "A field of which two values were entered")},
      {"approver", Preflight::tr("approver", "A field of which two values were entered")},
      {"briefExpected", Preflight::tr("date of the brief", "A field of which two values were entered")},
      {"at", Preflight::tr("date", "A field of which two values were entered")},
      {"launchAt", Preflight::tr("launch date", "A field of which two values were entered")},
      {"goLiveAt", Preflight::tr("go-live date", "A field of which two values were entered")},
      {"roughCutDue", Preflight::tr("rough cut date", "A field of which two values were entered")},
      {"schedule", Preflight::tr("feedback schedule", "A field of which two values were entered")},
      {"holidayCountry", Preflight::tr("holidays", "A field of which two values were entered")},
      {"needsAdToken", Preflight::tr("ad-marking token", "A field of which two values were entered")},
      {"adToken", Preflight::tr("ad-marking token", "A field of which two values were entered")},
      {"order", Preflight::tr("order", "A field of which two values were entered")},
      {"riskLeadHours",
       Preflight::tr("warning before a promise", "A field of which two values were entered")},
      {"market", Preflight::tr("market", "A field of which two values were entered")},
      {"type", Preflight::tr("type", "A field of which two values were entered")},
      {"format", Preflight::tr("format", "A field of which two values were entered")},
      {"brief", Preflight::tr("brief", "A field of which two values were entered")},
      {"removed", Preflight::tr("removed or kept", "A field of which two values were entered")},
      {"coreLocked", Preflight::tr("locked core", "A field of which two values were entered")},
  };
  const auto* found = std::ranges::find(words, field, &std::pair<std::string_view, QString>::first);
  return found == std::end(words) ? toQt(field) : found->second;
}

} // namespace

QString conflictSentence(const QString& title, std::span<const std::string> fields) {
  QStringList parts;
  if (!title.isEmpty()) parts << title;
  for (const auto& field : fields)
    if (const QString word = fieldWord(field); !parts.contains(word)) parts << word;
  return Preflight::tr("Two values were entered at the same time: %1.", "%1 whose and which, “Kickoff, date”")
      .arg(parts.join(QStringLiteral(", ")));
}

QString likeRowsSentence(domain::RuleId rule, bool ready, int count) {
  if (const QString words = ready ? QString() : likeSentence(rule); !words.isEmpty()) return words.arg(count);
  QString words = ready ? readySentence(rule) : ruleTitle(rule);
  if (words.endsWith(u'.')) words.chop(1);
  return Preflight::tr("%1: %2", "Several rows of Preflight: %1 what holds or is wrong, %2 their number")
      .arg(words)
      .arg(count);
}

QString preflightSentence(const domain::PreflightRow& row, domain::Language content) {
  using enum domain::RuleId;
  const auto argument = [&](std::size_t n) {
    return n < row.arguments.size() ? toQt(row.arguments[n]) : QString();
  };
  const auto inLane = [&](std::size_t english) {
    const QString wanted = argument(content == domain::Language::Ru ? english + 1 : english);
    return !wanted.isEmpty() ? wanted : argument(content == domain::Language::Ru ? english : english + 1);
  };
  const bool ready = row.state == domain::RuleState::Ready;
  QString text = ready ? readySentence(row.rule) : ruleTitle(row.rule);
  if (!ready) {
    switch (row.rule) {
    case C1_ContactAndApprover:
      text = Preflight::tr("No contact or no approver.", "A row of Preflight");
      break;
    case P7_Inherited:
      text = Preflight::tr("The brief does not say what the campaign page says: issue it again.",
                           "A row of Preflight");
      break;
    case C3_BriefIssued:
      text = Preflight::tr("The brief is not issued.", "A row of Preflight");
      break;
    case C3_BriefComplete:
      text =
          Preflight::tr("The brief has %1 of 6 parts.", "A row of Preflight; %1 a number").arg(argument(0));
      break;
    case G4_LaunchGap:
      text = Preflight::tr("%n day(s) between the launches of %1 and %2: 3–5 are safe.", "%1 and %2 markets",
                           argument(0).toInt())
                 .arg(argument(1), argument(2));
      break;
    case P8_MilestoneWhy:
      text = Preflight::tr("No why on the milestone “%1”.", "A row of Preflight").arg(inLane(0));
      break;
    case F_ConflictingField:
      text = conflictSentence(inLane(1),
                              std::span(row.arguments).first(std::min<std::size_t>(1, row.arguments.size())));
      break;
    case S3_GoalTension:
      text = Preflight::tr("A goal tension is unresolved: %1 — %2.",
                           "A row of Preflight; %1 and %2 the two goals")
                 .arg(inLane(0), inLane(2));
      break;
    case C6_PromiseAtRisk:
      text = Preflight::tr("Promise at risk: %1, version %2.", "A row of Preflight; %1 a deliverable")
                 .arg(inLane(0), argument(2));
      break;
    case C6_PromiseMissed:
      text = Preflight::tr("Promise missed: %1, version %2.", "A row of Preflight; %1 a deliverable")
                 .arg(inLane(0), argument(2));
      break;
    case C7_ContestedVerdict:
      text = Preflight::tr("Two answers: %1, version %2.", "A row of Preflight; %1 a deliverable")
                 .arg(inLane(0), argument(2));
      break;
    case C7_ApprovedBeforeGoLive:
      text = Preflight::tr("Not approved yet: %1.", "A row of Preflight; %1 a deliverable").arg(inLane(0));
      break;
    case M7_AdToken:
      text = Preflight::tr("No ad-marking token: %1.", "A row of Preflight; %1 a deliverable").arg(inLane(0));
      break;
    default:
      break;
    }
  }
  if (row.creatorName.empty()) return text;
  return Preflight::tr("%1: %2", "A row of Preflight: %1 a creator, %2 what is wrong")
      .arg(toQt(row.creatorName), text.left(1).toLower() + text.mid(1));
}

QString fixText(domain::FixPlace place) {
  using enum domain::FixPlace;
  switch (place) {
  case CampaignPage:
    return Preflight::tr("Open the campaign page", "Button of Preflight");
  case Market:
    return Preflight::tr("Open the market", "Button of Preflight");
  case Schedule:
    return Preflight::tr("Set the schedule", "Button of Preflight");
  case Brief:
  case Deliverable:
    return Preflight::tr("Open the brief", "Button of Preflight");
  case Creator:
    return Preflight::tr("Open the creator’s card", "Button of Preflight");
  case Review:
    return Preflight::tr("Review it", "Button of Preflight");
  case Conflict:
    return Preflight::tr("See both", "Button of Preflight: both briefs or both answers");
  case Milestone:
    return Preflight::tr("Open the milestone", "Button of Preflight");
  case Person:
    return Preflight::tr("Open the settings", "Button of Preflight");
  case Tension:
    return Preflight::tr("Resolve it", "Button of Preflight: a goal tension");
  }
  return {};
}

QString launchSentence(const QString& market, std::optional<Instant> launch, int blocks,
                       const Reader& reader) {
  QString when;
  if (!launch)
    when = Preflight::tr("%1: no launch date", "%1 a market").arg(market);
  else if (*launch <= reader.now)
    when = Preflight::tr("%1: launched", "%1 a market").arg(market);
  else
    when = Preflight::tr("%1 launch %2", "%1 a market, %2 “in 5 days”")
               .arg(market, distanceText(*launch, reader));
  if (blocks == 0)
    return Preflight::tr("%1. Nothing blocks it.", "%1 “United States launch in 5 days”").arg(when);
  return Preflight::tr("%1: %n thing(s) block(s) it.", "%1 “United States launch in 5 days”", blocks)
      .arg(when);
}

} // namespace meridian::app
