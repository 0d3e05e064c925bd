#include "app/cli/program.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>
#include <termios.h>
#include <unistd.h>

#include "app/cli/json_of.h"
#include "core/base/file.h"

namespace meridian::cli {
namespace {

domain::Language environmentLanguage() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char* value = std::getenv(name); value != nullptr && *value != '\0')
      return std::string_view(value).starts_with("ru") ? domain::Language::Ru : domain::Language::En;
  return domain::Language::En;
}

struct Prompt {
  std::string_view en, ru;
};
constexpr Prompt passphrasePrompt{"Passphrase: ", "Парольная фраза: "};
constexpr Prompt newPassphrasePrompt{"New passphrase (at least 12 characters): ",
                                     "Новая парольная фраза (не короче 12 символов): "};
constexpr Prompt againPrompt{"The same again: ", "Ещё раз: "};

// Reads a line without showing it. The terminal is put back even if reading fails.
std::optional<std::string> askSecret(const Prompt& prompt) {
  if (::isatty(STDIN_FILENO) == 0) return std::nullopt;
  // No profile is open whose language it could be.
  std::cerr << (environmentLanguage() == domain::Language::Ru ? prompt.ru : prompt.en) << std::flush;
  termios before{};
  const bool known = ::tcgetattr(STDIN_FILENO, &before) == 0;
  if (known) {
    termios quiet = before;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    (void)::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
  }
  std::string line;
  const bool read = static_cast<bool>(std::getline(std::cin, line));
  if (known) (void)::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
  std::cerr << '\n';
  return read ? std::optional(line) : std::nullopt;
}

// Help says in words what belongs together; the whole list of what does not would hide it.
class Help : public CLI::Formatter {
  std::string make_option_opts(const CLI::Option* option) const override {
    const auto all = CLI::Formatter::make_option_opts(option);
    return all.substr(0, all.find(" Excludes:"));
  }
};

// An option that is given says something. A text may be emptied, and why it may not is said by the command.
void refuseEmpty(CLI::App& app) {
  const CLI::Validator given(
      [](std::string& text) { return text.empty() ? std::string("must not be empty") : std::string(); }, "");
  for (auto* option : app.get_options())
    if (option->get_items_expected_max() > 0 && !option->check_lname("text") &&
        !option->check_lname("reason"))
      option->check(given);
  for (auto* below : app.get_subcommands(nullptr))
    refuseEmpty(*below);
}

// With what else a script may want to know of the failure.
int report(const Error& error, domain::Language language, const Json& beside = Json::object()) {
  Json out = {{"error", jsonOf(error, language)}};
  out["error"].update(beside);
  std::cerr << out.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
  return static_cast<int>(errorClass(error.code));
}

constexpr std::string_view footer = R"(Environment:
  MERIDIAN_PASSPHRASE   unlocks the profile where no --key-file is given
  LC_ALL, LC_MESSAGES, LANG   the language of messages while no profile is open: ru, or English

Exit codes: 0 done, 1 refused by a rule, 2 usage, 3 no connection,
  4 this device needs attention: damaged data, wrong key, profile in use, full or read-only disk, i/o.

Examples:
  meridianctl --profile ~/verba profile init --name "Maya Collins" --zone America/Los_Angeles --language en
  meridianctl --profile ~/verba join < invitation.txt
  meridianctl --profile ~/verba sync
  meridianctl --profile ~/verba --pretty brief show)";

} // namespace

Context::Context(GlobalOptions& options)
    : m_options(options), m_beside(std::make_unique<Json>(Json::object())) {}
Context::~Context() = default;

std::unexpected<Error> Context::failedWith(Error error, const Json& beside) {
  *m_beside = beside;
  return std::unexpected(std::move(error));
}

Error Context::aboutKeyFile(Error error) const {
  if (m_options.keyFile.empty()) return error;
  if (error.code == ErrorCode::NotFound && error.detail == "no key file")
    return {ErrorCode::NotFound, "no such key file: " + m_options.keyFile};
  if (error.code == ErrorCode::Damaged && error.detail.starts_with("a key file"))
    return {ErrorCode::Damaged, "not a key file: " + m_options.keyFile};
  return error;
}

Result<std::shared_ptr<const Clock>> Context::clock() {
  if (m_clock) return m_clock;
  auto made = clockFromOption(m_options.at);
  if (!made) return made;
  m_clock = *made;
  return m_clock;
}

Result<replica::OpenOptions> Context::openOptions() {
  if (m_options.profile.empty()) return fail(ErrorCode::InvalidArgument, "name the profile: --profile DIR");
  auto now = clock();
  if (!now) return std::unexpected(now.error());
  replica::OpenOptions options;
  options.directory = m_options.profile;
  options.clock = *now;
  return options;
}

Result<replica::Unlock> Context::unlock(bool isNew) {
  replica::Unlock unlock;
  if (!m_options.keyFile.empty()) {
    unlock.with = replica::Unlock::With::KeyFile;
    unlock.keyFile = m_options.keyFile;
    return unlock;
  }
  unlock.with = replica::Unlock::With::Passphrase;
  if (const char* given = std::getenv("MERIDIAN_PASSPHRASE")) {
    unlock.passphrase = given;
  } else {
    auto typed = askSecret(isNew ? newPassphrasePrompt : passphrasePrompt);
    if (!typed) {
      return fail(ErrorCode::InvalidArgument,
                  "no terminal to ask for a passphrase: set MERIDIAN_PASSPHRASE or give --key-file FILE");
    }
    if (isNew && askSecret(againPrompt) != typed)
      return fail(ErrorCode::InvalidArgument, "the two passphrases differ");
    unlock.passphrase = *typed;
  }
  return unlock;
}

Result<replica::Replica*> Context::replica() {
  if (m_replica) return m_replica.get();
  auto options = openOptions();
  if (!options) return std::unexpected(options.error());
  auto ways = replica::unlockWays(options->directory);
  if (!ways && ways.error().code == ErrorCode::NotFound)
    return fail(ErrorCode::NotFound, "no profile in this folder: make one with `profile init`");
  if (!ways) return std::unexpected(ways.error());
  // Before anybody is asked for what cannot open it.
  const auto opensWith = [&](replica::Unlock::With way) {
    return std::ranges::find(ways->ways, way) != ways->ways.end();
  };
  const bool byFile = opensWith(replica::Unlock::With::KeyFile);
  const bool byPassphrase = opensWith(replica::Unlock::With::Passphrase);
  if (m_options.keyFile.empty() && byFile && !byPassphrase)
    return fail(ErrorCode::WrongKey, "the profile opens with a key file");
  if (!m_options.keyFile.empty() && byPassphrase && !byFile)
    return fail(ErrorCode::WrongKey, "the profile opens with a passphrase");
  auto key = unlock(false);
  if (!key) return std::unexpected(key.error());
  auto opened = replica::Replica::open(*options, *key);
  if (!opened) return std::unexpected(aboutKeyFile(opened.error()));
  m_replica = std::move(*opened);
  return m_replica.get();
}

domain::Language Context::language() const {
  return m_replica ? m_replica->profile().language : environmentLanguage();
}

Result<SpaceId> Context::campaign() {
  auto opened = replica();
  if (!opened) return std::unexpected(opened.error());
  const auto campaigns = (*opened)->campaigns();
  std::vector<SpaceId> found;
  for (const auto& campaign : campaigns)
    if (m_options.campaign.empty() || campaign.id.hex().starts_with(m_options.campaign) ||
        campaign.title == m_options.campaign)
      found.push_back(campaign.id);
  if (found.empty())
    return fail(ErrorCode::NoCampaign,
                campaigns.empty() ? "this profile has no campaign yet" : "no campaign of this name or id");
  if (found.size() > 1) return fail(ErrorCode::Ambiguous, "several campaigns: choose one with --campaign ID");
  return found.front();
}

Result<Session> session(Context& context) {
  auto replica = context.replica();
  if (!replica) return std::unexpected(replica.error());
  auto campaign = context.campaign();
  if (!campaign) return std::unexpected(campaign.error());
  return Session{**replica, *campaign};
}

Result<std::string> readText(const std::string& file, std::size_t bytesMax) {
  if (file != "-" && !file.empty()) {
    auto bytes = readFile(file, bytesMax);
    if (!bytes) return std::unexpected(bytes.error());
    return std::string(asText(*bytes));
  }
  std::string text;
  char buffer[4096];
  while (std::cin.read(buffer, sizeof buffer) || std::cin.gcount() > 0) {
    text.append(buffer, static_cast<std::size_t>(std::cin.gcount()));
    if (text.size() > bytesMax) return fail(ErrorCode::TooLarge, "standard input");
  }
  return text;
}

Result<Json> finished(const Work& work, Context& context) {
  Result<Json> result;
  try {
    result = work(context);
  } catch (const std::bad_alloc&) {
    result = fail(ErrorCode::OutOfMemory);
  } catch (const std::exception& error) {
    result = fail(ErrorCode::Internal, error.what());
  }
  if (const auto* replica = context.opened()) {
    if (!result) return std::unexpected(replica->reasonOf(result.error()));
    // What could not be read is missing in the answer.
    if (const auto damage = replica->damage(); damage && !context.failure())
      context.failedAfterwards(*damage);
  }
  return result;
}

int runProgram(int argc, char** argv) {
  GlobalOptions options;
  Parsed parsed;
  CLI::App app("A campaign's replica from the shell: what the app can do to data, this can do.");
  app.name("meridianctl");
  app.set_version_flag("--version", MERIDIAN_VERSION);
  app.add_option("--profile", options.profile, "Folder of the profile")->type_name("DIR");
  app.add_option("--at", options.at, "Run as if it were this instant, or follow a clock file")
      ->type_name("INSTANT|FILE");
  app.add_option("--key-file", options.keyFile, "File that unlocks the profile")->type_name("FILE");
  app.add_option("--campaign", options.campaign, "Campaign, if the profile has several")->type_name("ID");
  app.add_flag("--pretty", options.pretty, "Indented output, for people");
  app.formatter(std::make_shared<Help>());
  app.require_subcommand(1);
  app.fallthrough();
  app.footer(std::string(footer));
  addProfileCommands(app, parsed);
  addCampaignCommands(app, parsed);
  addAccessCommands(app, parsed);
  addPeopleCommands(app, parsed);
  addBriefCommands(app, parsed);
  addCreatorCommands(app, parsed);
  addReviewCommands(app, parsed);
  addTensionCommands(app, parsed);
  addFileCommands(app, parsed);
  addSyncCommands(app, parsed);
  addAuditCommands(app, parsed);
  addDemoCommands(app, parsed);
  refuseEmpty(app);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error); // --help, --version
    // A word that is no command is what went wrong, not that there is none.
    const auto left = app.remaining(true);
    const bool noCommand = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr && !left.empty() &&
                           std::string_view(error.what()).starts_with("A subcommand");
    return report({ErrorCode::InvalidArgument, noCommand ? "no such command: " + left.front() : error.what()},
                  environmentLanguage());
  }
  Context context(options);
  const auto result = finished(parsed.work, context);
  if (!result) return report(result.error(), context.language(), context.beside());
  // Text that somebody typed may be no UTF-8 only in a damaged store; it is shown with marks then.
  std::cout << result->dump(options.pretty ? 2 : -1, ' ', false, Json::error_handler_t::replace) << std::endl;
  if (!std::cout) return report({ErrorCode::Io, "the output cannot be written"}, context.language());
  return context.failure() ? report(*context.failure(), context.language()) : 0;
}

} // namespace meridian::cli
