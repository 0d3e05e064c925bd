// demo load, clock
#include <iostream>

#include "app/cli/command.h"
#include "app/cli/embedded.h"
#include "app/cli/story.h"

namespace meridian::cli {
namespace {

struct Load {
  std::string into, relay, campaign, story;
  bool verbose = false;
};
Result<Json> load(Context& context, const Load& o) {
  StoryOptions options;
  options.language = context.language();
  options.into = o.into;
  std::string line = o.relay;
  if (line == "-") {
    MERIDIAN_TRY(text, readText("-", 64u << 10));
    line = text;
  }
  MERIDIAN_TRY(address, protocol::RelayAddress::parse(line));
  options.relay = address;
  options.campaignFile = asText(embedded("demo/verba.json"));
  options.story = asText(embedded("demo/story.json"));
  if (!o.campaign.empty()) {
    MERIDIAN_TRY(text, readText(o.campaign));
    options.campaignFile = text;
  }
  if (!o.story.empty()) {
    MERIDIAN_TRY(text, readText(o.story));
    options.story = text;
  }
  if (o.verbose) options.progress = [](const std::string& step) { std::cerr << step << std::endl; };
  MERIDIAN_TRY(story, Story::prepare(std::move(options)));
  MERIDIAN_CHECK(story->play());
  return story->summary();
}

struct SetClock {
  std::string file, instant;
};
Result<Json> setClock(Context&, const SetClock& o) {
  MERIDIAN_TRY(instant, parseInstant(o.instant));
  MERIDIAN_CHECK(FileClock::write(o.file, instant, SystemClock{}));
  return Json{{"clock", o.file}, {"now", toIso(instant)}};
}

} // namespace

void addDemoCommands(CLI::App& app, Parsed& parsed) {
  auto& demo = group(app, "demo", "The demo campaign");
  command<Load>(
      demo, parsed, "load", "Makes a profile and a key file for each person and plays the story",
      "demo load --into verba --relay \"$(head -1 founding-line.txt)\"",
      [](CLI::App& c, Load& o) {
        c.add_option("--into", o.into, "Folder for profiles, key files and the clock")->required();
        c.add_option("--relay", o.relay,
                     "Founding line of a relay that holds no campaign and runs on the folder's clock "
                     "(demo clock, then meridian-relay --at INTO/clock); - reads it")
            ->required();
        c.add_option("--file", o.campaign, "Another campaign file");
        c.add_option("--story", o.story, "Another story");
        c.add_flag("--verbose", o.verbose, "Say each step on standard error");
      },
      load);
  command<SetClock>(
      demo, parsed, "clock", "Sets a clock file: the campaign's time runs on from there",
      "demo clock --file verba/clock 2027-03-10T14:00:00Z",
      [](CLI::App& c, SetClock& o) {
        c.add_option("--file", o.file, "The clock file")->required();
        c.add_option("INSTANT", o.instant, "What it is to say now")->required();
      },
      setClock);
}

} // namespace meridian::cli
