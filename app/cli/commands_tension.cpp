// tension list, open, resolve, remove, restore
#include "app/cli/command.h"
#include "core/replica/tensions.h"

namespace meridian::cli {
namespace {

struct Options {
  std::string tension, first, second, why, how, language;
  std::vector<std::string> markets;
};

Result<Json> list(Context& context, const NoOptions&) {
  MERIDIAN_TRY(s, session(context));
  Json out = Json::array();
  for (const auto& tension : s.reading().tensions())
    out.push_back(jsonOf(tension));
  return out;
}

// A text given in one language: the profile's unless --language says another.
Result<domain::Bilingual> inLane(const Session& s, const Options& o, const std::string& text) {
  domain::Bilingual written;
  written.source = s.replica.profile().language;
  if (!o.language.empty()) {
    MERIDIAN_TRY(language, parseLanguage(o.language));
    written.source = language;
  }
  written.in(written.source) = text;
  return written;
}

Result<Json> open(Context& context, const Options& o) {
  MERIDIAN_TRY(s, session(context));
  replica::Tensions::New tension{.first = {}, .second = {}, .why = {}, .markets = o.markets};
  for (const auto& [to, text] : {std::pair(&tension.first, &o.first), std::pair(&tension.second, &o.second),
                                 std::pair(&tension.why, &o.why)}) {
    MERIDIAN_TRY(written, inLane(s, o, *text));
    *to = written;
  }
  MERIDIAN_TRY(made, replica::Tensions(s.replica, s.campaign).open(tension));
  return Json{{"opened", refText(made)}};
}

// By the beginning of its id, or by one of its two goals; a whole id is found among what was removed too.
Result<crdt::EntityId> find(const Session& s, const std::string& typed) {
  std::vector<crdt::EntityId> found;
  for (const auto& one : s.reading().tensions()) {
    const bool named =
        typed == one.first.en || typed == one.first.ru || typed == one.second.en || typed == one.second.ru;
    if (named || (typed.size() >= 6 && refText(one.id).starts_with(typed))) found.push_back(one.id);
  }
  if (found.size() > 1) return fail(ErrorCode::Ambiguous, "several goal tensions fit: " + typed);
  if (!found.empty()) return found.front();
  if (auto id = wholeRef(typed)) return crdt::EntityId::created(*id);
  return fail(ErrorCode::NotFound, "no such goal tension: " + typed);
}

Result<Json> resolve(Context& context, const Options& o) {
  MERIDIAN_TRY(s, session(context));
  MERIDIAN_TRY(tension, find(s, o.tension));
  MERIDIAN_TRY(how, inLane(s, o, o.how));
  MERIDIAN_TRY(fact, replica::Tensions(s.replica, s.campaign).resolve(tension, how));
  return Json{{"resolved", refText(tension)}, {"resolution", refText(fact)}};
}

Result<Json> setRemoved(Context& context, const Options& o, bool removed) {
  MERIDIAN_TRY(s, session(context));
  MERIDIAN_TRY(tension, find(s, o.tension));
  MERIDIAN_CHECK(replica::Tensions(s.replica, s.campaign).setRemoved(tension, removed));
  return Json{{removed ? "removed" : "restored", refText(tension)}};
}
Result<Json> remove(Context& context, const Options& o) { return setRemoved(context, o, true); }
Result<Json> restore(Context& context, const Options& o) { return setRemoved(context, o, false); }

void addTension(CLI::App& c, Options& o) {
  c.add_option("TENSION", o.tension, "One of its two goals, or its id")->required();
}
void addLanguage(CLI::App& c, Options& o) {
  c.add_option("--language", o.language, "Lane of what is written: en or ru (the profile's if left out)");
}

} // namespace

void addTensionCommands(CLI::App& app, Parsed& parsed) {
  auto& tension =
      group(app, "tension", "Goals that pull apart: while one is open, its markets issue no brief");
  command<NoOptions>(tension, parsed, "list", "Lists them, what is open first",
                     "--profile DIR --pretty tension list", noOptions, list);
  command<Options>(
      tension, parsed, "open", "Writes down that two goals pull apart",
      "--profile DIR tension open --first \"Growth in month 1\" --second \"Trust first\" --why \"One hero "
      "video can't do both\" --markets US,RU",
      [](CLI::App& c, Options& o) {
        c.add_option("--first", o.first, "The one goal")->required();
        c.add_option("--second", o.second, "The other one")->required();
        c.add_option("--why", o.why, "What goes wrong while nobody decides")->required();
        c.add_option("--markets", o.markets, "Codes of the markets concerned (all if left out)")
            ->delimiter(',');
        addLanguage(c, o);
      },
      open);
  command<Options>(
      tension, parsed, "resolve", "Decides between the two goals; by a campaign or brand lead",
      "--profile DIR tension resolve \"Trust first\" --how \"Profitability in month 3 decides\"",
      [](CLI::App& c, Options& o) {
        addTension(c, o);
        c.add_option("--how", o.how, "What was decided")->required();
        addLanguage(c, o);
      },
      resolve);
  command<Options>(tension, parsed, "remove", "It was none; by a campaign or brand lead",
                   "--profile DIR tension remove \"Trust first\"", addTension, remove);
  command<Options>(tension, parsed, "restore", "Brings it back, by its id",
                   "--profile DIR tension restore 4f1c…", addTension, restore);
}

} // namespace meridian::cli
