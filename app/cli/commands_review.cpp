// review list, approve, request-changes, delay, withdraw
#include "app/cli/command.h"

namespace meridian::cli {
namespace {

struct Options {
  std::string submission, verdict, reason, newDue, market, slotDue;
  bool all = false;
};

Result<Json> list(Context& context, const Options& o) {
  MERIDIAN_TRY(s, session(context));
  static constexpr std::string_view groups[] = {"overdue", "today", "this-week", "later", "done"};
  Json out = Json::array();
  for (const auto& item : s.reading().reviewQueue(o.all)) {
    Json one = jsonOf(item.submission);
    one["group"] = groups[static_cast<std::size_t>(item.group)];
    one["contested"] = item.contested;
    one["newerArrived"] = item.newerArrived;
    out.push_back(one);
  }
  return out;
}

// The shell has no eyes: naming a submission counts as having opened its content.
Result<Found> opened(const Session& s, const std::string& text) {
  auto found = findSubmission(s, text);
  if (!found) return found;
  auto noted = replica::Reviewing(s.replica, s.campaign).opened(found->space, found->id);
  if (!noted) return std::unexpected(noted.error());
  return found;
}

Json verdictJson(const Session& s, const OpId& fact) {
  const auto delivery = s.replica.delivery(fact.change);
  return {{"verdict", refText(fact)},
          {"delivery", delivery ? nameOf(delivery->delivery) : "local"},
          {"holdUntil", jsonOf(delivery ? delivery->holdUntil : std::nullopt)}};
}

Result<Json> approve(Context& context, const Options& o) {
  MERIDIAN_TRY(s, session(context));
  MERIDIAN_TRY(found, opened(s, o.submission));
  MERIDIAN_TRY(fact, replica::Reviewing(s.replica, s.campaign).approve(found.space, found.id));
  return verdictJson(s, fact);
}

Result<Json> requestChanges(Context& context, const Options& o) {
  MERIDIAN_TRY(s, session(context));
  MERIDIAN_TRY(found, opened(s, o.submission));
  replica::Reviewing reviewing(s.replica, s.campaign);
  MERIDIAN_TRY(fact, reviewing.requestChanges(found.space, found.id, o.reason));
  return verdictJson(s, fact);
}

Result<Json> delay(Context& context, const Options& o) {
  MERIDIAN_TRY(s, session(context));
  const auto zone = s.replica.profile().zone;
  MERIDIAN_TRY(newDue, parseTime(o.newDue, zone));
  if (!o.slotDue.empty()) {
    MERIDIAN_TRY(slot, parseTime(o.slotDue, zone));
    const auto me = s.replica.campaign(s.campaign);
    const auto market = !o.market.empty() ? o.market : me ? me->market : std::string();
    replica::Briefing briefing(s.replica, s.campaign);
    MERIDIAN_TRY(fact, briefing.announceHubDelay(market, slot, newDue, o.reason));
    return Json{{"notice", refText(fact)}};
  }
  if (o.submission.empty())
    return fail(ErrorCode::InvalidArgument, "name what is late: --submission or --slot");
  MERIDIAN_TRY(found, findSubmission(s, o.submission));
  replica::Reviewing reviewing(s.replica, s.campaign);
  MERIDIAN_TRY(fact, reviewing.announceDelay(found.space, found.id, newDue, o.reason));
  return Json{{"notice", refText(fact)}};
}

Result<Json> withdraw(Context& context, const Options& o) {
  MERIDIAN_TRY(s, session(context));
  MERIDIAN_TRY(found, findVerdict(s, o.verdict));
  MERIDIAN_TRY(fact, replica::Reviewing(s.replica, s.campaign).withdraw(found.space, found.id, o.reason));
  return Json{{"withdrawn", refText(fact)}};
}

Result<Json> stillFine(Context& context, const Options& o) {
  MERIDIAN_TRY(s, session(context));
  MERIDIAN_TRY(found, findSubmission(s, o.submission));
  MERIDIAN_TRY(fact, replica::Reviewing(s.replica, s.campaign).stillFine(found.space, found.id));
  return Json{{"stillFine", refText(fact)}};
}

} // namespace

void addReviewCommands(CLI::App& app, Parsed& parsed) {
  auto& review = group(app, "review", "What waits for an answer");
  auto submission = [](CLI::App& c, Options& o) {
    c.add_option("--submission,SUBMISSION", o.submission, "Id, or its first digits")->required();
  };
  command<Options>(
      review, parsed, "list", "Lists submissions by promise, the most urgent first",
      "--profile DIR review list",
      [](CLI::App& c, Options& o) { c.add_flag("--all", o.all, "Answered ones too"); }, list);
  command<Options>(review, parsed, "approve", "Approves exactly this content",
                   "--profile DIR review approve 4f9c12ab", submission, approve);
  command<Options>(
      review, parsed, "request-changes", "Asks for changes: with a comment, or a reason here",
      "--profile DIR review request-changes 4f9c12ab --reason \"Day 7 in the same light\"",
      [=](CLI::App& c, Options& o) {
        submission(c, o);
        c.add_option("--reason", o.reason, "What is to change");
      },
      requestChanges);
  command<Options>(
      review, parsed, "delay", "Announces a new date: for one submission, or for a whole slot of the hub",
      "--profile DIR review delay --submission 4f9c12ab --new-due 2027-03-11T12:00 --reason \"Holiday\"",
      [](CLI::App& c, Options& o) {
        auto* one = c.add_option("--submission,SUBMISSION", o.submission, "Id, or its first digits");
        auto* slot = c.add_option("--slot", o.slotDue, "Due time of the hub's slot that moves");
        Choice({one, slot}).only({slot}, {c.add_option("--market", o.market, "Of the hub")});
        c.add_option("--new-due", o.newDue, "The date that holds from now on")->required();
        c.add_option("--reason", o.reason, "Why it takes longer")->required();
      },
      delay);
  command<Options>(
      review, parsed, "withdraw",
      "Withdraws an own verdict: Undo before it has left, with a reason afterwards",
      "--profile DIR review withdraw --verdict 7d10e4c2 --reason \"Wrong version\"",
      [](CLI::App& c, Options& o) {
        c.add_option("--verdict,VERDICT", o.verdict, "Id, or its first digits")->required();
        c.add_option("--reason", o.reason, "Why; needed once the verdict has left");
      },
      withdraw);
  command<Options>(review, parsed, "still-fine", "The changed brief leaves this submission as good as it was",
                   "--profile DIR review still-fine 4f9c12ab", submission, stillFine);
}

} // namespace meridian::cli
