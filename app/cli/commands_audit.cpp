// preflight, outbox list, status, log, verify, digest
#include <algorithm>

#include "app/cli/command.h"
#include "app/cli/file_state.h"
#include "app/cli/log_words.h"

namespace meridian::cli {
namespace {

Result<Json> preflight(Context& context, const NoOptions&) {
  MERIDIAN_TRY(s, session(context));
  Json out = Json::array();
  for (const auto& row : s.reading().preflight())
    out.push_back(jsonOf(row));
  return out;
}

// How much less is here than was.
Json setBackJson(const replica::SetBack& lost) {
  return {{"writes", lost.writes}, {"receipts", lost.receipts}};
}

Result<Json> outbox(Context& context, const NoOptions&) {
  MERIDIAN_TRY(s, session(context));
  Json out = Json::array();
  for (const auto& item : s.reading().outbox())
    out.push_back(jsonOf(item));
  return out;
}

Result<Json> status(Context& context, const NoOptions&) {
  MERIDIAN_TRY(s, session(context));
  const auto me = s.replica.campaign(s.campaign);
  const auto copy = s.reading().offlineCopy();
  const auto relay = replica::Access(s.replica, s.campaign).relay();
  const auto spaces = s.replica.spaces(s.campaign);
  const auto readable = [&](const store::SpaceRow& space) { return s.replica.readable(space.id); };
  int waiting = 0, rejected = 0;
  MERIDIAN_TRY(rows, waitingRows(s.replica, s.campaign));
  for (const auto& row : rows)
    ++(row.delivery == store::Delivery::Rejected ? rejected : waiting);
  Json out = {{"now", toIso(s.replica.clock().now())},
              {"campaign", s.campaign.hex()},
              {"title", me ? me->title : ""},
              {"membership", me ? nameOf(me->membership) : "unknown"},
              {"role", me ? log::roleName(me->role) : "viewer"},
              {"market", me ? me->market : ""},
              {"relay", relay ? Json(relay->url) : Json(nullptr)},
              {"spaces", std::ranges::count_if(spaces, readable)},
              {"waiting", waiting},
              {"rejected", rejected},
              {"offlineCopy", {{"complete", copy.complete()}, {"completeAt", jsonOf(copy.completeAt)}}}};
  if (const auto lost = s.replica.setBack()) out["setBack"] = setBackJson(*lost);
  if (const auto damage = s.replica.damage()) out["damage"] = errorName(damage->code);
  return out;
}

struct Log {
  std::size_t limit = 200;
  bool text = false, withoutEffect = false;
};
Result<Json> log(Context& context, const Log& o) {
  MERIDIAN_TRY(s, session(context));
  const auto language = context.language();
  Json out = Json::array();
  for (const auto& line : o.withoutEffect ? s.reading().withoutEffect() : s.reading().log(o.limit)) {
    if (!o.text) {
      out.push_back(jsonOf(line));
      continue;
    }
    // An entry about people and keys claims no time: it has the relay's, once it was there.
    const auto at = line.at == Instant{} ? line.storedAt : line.at;
    std::string words =
        (at ? toIso(*at) : "-") + "  " + line.authorName + "  " + std::string(wordsOf(line, language));
    if (!line.subject.empty()) words += " · " + line.subject;
    if (const auto effect = effectWords(line.effect, language); !effect.empty())
      words += " (" + std::string(effect) + ")";
    out.push_back(words);
  }
  return out;
}

struct Verify {
  bool understood = false;
};
Result<Json> verify(Context& context, const Verify& o) {
  MERIDIAN_TRY(replica, context.replica());
  if (o.understood) MERIDIAN_CHECK(replica->toldOfSetBack());
  MERIDIAN_CHECK(replica->file().check());
  MERIDIAN_TRY(result, replica->verify());
  Json forks = Json::array(); // devices whose disk was copied: two changes with one number
  for (const auto& campaign : replica->campaigns())
    for (const auto& space : replica->spaces(campaign.id)) {
      MERIDIAN_TRY(found, replica->forks(space.id));
      for (const auto& fork : found)
        forks.push_back({{"space", space.id.hex()},
                         {"device", fork.chain.device.hex()},
                         {"seq", fork.seq},
                         {"changes", {fork.first.hex(), fork.second.hex()}}});
    }
  Json out = {{"clean", result.problems.empty()},
              {"changes", result.changes},
              {"signaturesChecked", result.signaturesChecked},
              {"vouched", result.vouched},
              {"waiting", result.waiting},
              {"unreadable", result.unreadable},
              {"forks", forks},
              {"problems", result.problems}};
  if (const auto lost = replica->setBack()) out["setBack"] = setBackJson(*lost);
  if (!result.problems.empty())
    return context.failedWith({ErrorCode::Damaged, "what was checked does not hold"}, out);
  return out;
}

Result<Json> digest(Context& context, const NoOptions&) {
  MERIDIAN_TRY(s, session(context));
  Json out = Json::object();
  for (const auto& space : s.replica.spaces(s.campaign)) {
    // Who only carries it on cannot say what counts there.
    if (!s.replica.readable(space.id)) continue;
    MERIDIAN_TRY(hash, s.replica.digest(space.id));
    out[space.id.hex()] = hash.hex();
  }
  return out;
}

} // namespace

void addAuditCommands(CLI::App& app, Parsed& parsed) {
  command<NoOptions>(app, parsed, "preflight", "Lists every rule, its state and where it is mended",
                     "--profile DIR --pretty preflight", noOptions, preflight);
  auto& box = group(app, "outbox", "What was written here and where it has got to");
  command<NoOptions>(box, parsed, "list", "Lists what waits, and the newest that was stored",
                     "--profile DIR outbox list", noOptions, outbox);
  command<NoOptions>(app, parsed, "status", "Who I am here, and how it is with the relay",
                     "--profile DIR status", noOptions, status);
  command<Log>(
      app, parsed, "log", "Who did what when", "--profile DIR log --text",
      [](CLI::App& c, Log& o) {
        c.add_option("--limit", o.limit, "At most so many lines (200)");
        c.add_flag("--text", o.text, "Sentences instead of objects");
        c.add_flag("--without-effect", o.withoutEffect, "Only what is void or held");
      },
      log);
  command<Verify>(
      app, parsed, "verify", "Checks signatures, chains, and the view against the log",
      "--profile DIR verify",
      [](CLI::App& c, Verify& o) {
        c.add_flag("--understood", o.understood,
                   "You know that the profile is older than it was: say so no more");
      },
      verify);
  command<NoOptions>(app, parsed, "digest",
                     "Hash of what counts, per space: equal on replicas with equal changes",
                     "--profile DIR digest", noOptions, digest);
}

} // namespace meridian::cli
