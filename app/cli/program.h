// meridianctl: the whole of a replica from a shell. One JSON document on standard output, errors as JSON on
// standard error, exit codes by the class of the error.
#pragma once

#include <functional>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/replica/access.h"
#include "core/replica/reading.h"
#include "core/replica/work.h"

namespace CLI {
class App;
}

namespace meridian::cli {

using Json = nlohmann::ordered_json;

struct GlobalOptions {
  std::string profile, at, keyFile, campaign;
  bool pretty = false;
};

// What a command runs in: opens the profile and finds the campaign when they are first asked for.
class Context {
 public:
  explicit Context(GlobalOptions& options);
  ~Context();

  [[nodiscard]] const GlobalOptions& options() const { return m_options; }
  [[nodiscard]] Result<std::shared_ptr<const Clock>> clock();
  [[nodiscard]] Result<replica::OpenOptions> openOptions();
  // The key file, MERIDIAN_PASSPHRASE, or a passphrase asked for on the terminal (twice for a new one).
  [[nodiscard]] Result<replica::Unlock> unlock(bool isNew);

  [[nodiscard]] Result<replica::Replica*> replica();
  [[nodiscard]] const replica::Replica* opened() const { return m_replica.get(); }
  // Of messages: the opened profile's, or else the environment's (LC_ALL, LC_MESSAGES, LANG).
  [[nodiscard]] domain::Language language() const;
  // --campaign (an id, its beginning, or a title), or the only one. NoCampaign, Ambiguous.
  [[nodiscard]] Result<SpaceId> campaign();
  // A failure with more to say beside its code and message, under names of its own.
  [[nodiscard]] std::unexpected<Error> failedWith(Error error, const Json& beside);
  [[nodiscard]] const Json& beside() const { return *m_beside; }
  // Names the key file that was given in what is wrong with it.
  [[nodiscard]] Error aboutKeyFile(Error error) const;
  // For a command that has done what cannot be taken back and failed at the rest: its document is printed,
  // and the exit code and standard error are those of this error.
  void failedAfterwards(Error error) { m_failedAfterwards = std::move(error); }
  [[nodiscard]] const std::optional<Error>& failure() const { return m_failedAfterwards; }

 private:
  GlobalOptions& m_options;
  std::shared_ptr<const Clock> m_clock;
  std::unique_ptr<replica::Replica> m_replica;
  std::optional<Error> m_failedAfterwards;
  std::unique_ptr<Json> m_beside;
};

// A profile opened and its campaign found: what most commands need.
struct Session {
  replica::Replica& replica;
  SpaceId campaign;
  [[nodiscard]] replica::Reading reading() const { return {replica, campaign}; }
};
[[nodiscard]] Result<Session> session(Context& context);

// A command's work, chosen by the parser and run after it.
using Work = std::function<Result<Json>(Context&)>;
struct Parsed {
  Work work;
};
// What a command's work gives; whatever it throws is an error, too.
[[nodiscard]] Result<Json> finished(const Work& work, Context& context);

// Each adds its commands to the parser.
void addProfileCommands(CLI::App& app, Parsed& parsed);
void addCampaignCommands(CLI::App& app, Parsed& parsed);
void addCampaignEdit(CLI::App& campaign, Parsed& parsed); // below `campaign`
void addAccessCommands(CLI::App& app, Parsed& parsed);
void addPeopleCommands(CLI::App& app, Parsed& parsed);
void addBriefCommands(CLI::App& app, Parsed& parsed);
void addCreatorCommands(CLI::App& app, Parsed& parsed);
void addReviewCommands(CLI::App& app, Parsed& parsed);
void addTensionCommands(CLI::App& app, Parsed& parsed);
void addFileCommands(CLI::App& app, Parsed& parsed);
void addSyncCommands(CLI::App& app, Parsed& parsed);
void addAuditCommands(CLI::App& app, Parsed& parsed);
void addDemoCommands(CLI::App& app, Parsed& parsed);

// Parses, runs and prints; the process's exit code.
[[nodiscard]] int runProgram(int argc, char** argv);

// The whole of standard input or of a file, at most `bytesMax`. `-` is standard input.
[[nodiscard]] Result<std::string> readText(const std::string& file, std::size_t bytesMax = 8u << 20);

} // namespace meridian::cli
