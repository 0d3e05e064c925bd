// meridian-relay: stores and forwards sealed changes, and cannot read one of them.
#include <charconv>
#include <csignal>
#include <filesystem>
#include <iostream>

#include <CLI/CLI.hpp>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "core/base/clock.h"
#include "core/base/file.h"
#include "core/base/limits.h"
#include "core/crypto/signing/system_random.h"
#include "sync/relay/server.h"
#include "sync/relay/storage_sqlite.h"

namespace {

using namespace meridian;

constexpr std::uint64_t byteRateMin = 64u << 10; // the largest frame costs half a minute

struct Options {
  std::string listen = "127.0.0.1:7443";
  std::string data = "relay-data";
  std::string name;
  std::string at;
  bool open = false, closed = false;
  std::uint64_t blobLimit = limits::blobBytesDefault;
  std::uint64_t spaceQuota = 20'000'000'000;
  std::uint64_t byteRate = relay::MailboxOptions{}.bytesPerSecond;
};

int failed(const Error& error) {
  spdlog::error("event=failed code={} detail=\"{}\"", errorName(error.code), error.detail);
  return static_cast<int>(errorClass(error.code));
}

int storeFailed(const Error& error) {
  if (error.code == ErrorCode::Damaged)
    spdlog::error(
        "event=advice detail=\"move store.sqlite and what lies beside it away and start again: members "
        "bring back what they hold; the identity stays\"");
  return failed(error);
}

// HOST:PORT, an IPv6 address in brackets.
Result<relay::ServerOptions> listenOn(const std::string& text) {
  relay::ServerOptions options;
  const auto colon = text.rfind(':');
  if (colon == std::string::npos) return fail(ErrorCode::InvalidArgument, "--listen takes HOST:PORT");
  options.host = text.substr(0, colon);
  if (options.host.starts_with('[') && options.host.ends_with(']'))
    options.host = options.host.substr(1, options.host.size() - 2);
  const auto port = text.substr(colon + 1);
  const auto read = std::from_chars(port.data(), port.data() + port.size(), options.port);
  if (read.ec != std::errc{} || read.ptr != port.data() + port.size())
    return fail(ErrorCode::InvalidArgument, "--listen takes HOST:PORT");
  return options;
}

bool isLoopback(const std::string& host) { return host == "::1" || host.starts_with("127."); }

int run(const Options& options, const sigset_t& signals) {
  auto listening = listenOn(options.listen);
  if (!listening) return failed(listening.error());
  if (options.open && !isLoopback(listening->host))
    return failed({ErrorCode::InvalidArgument, "--open is for a loopback address alone"});
  auto clock = clockFromOption(options.at);
  if (!clock) return failed(clock.error());
  if (!options.at.empty()) spdlog::warn("event=clock-shifted now={}", toIso((*clock)->now()));

  const std::filesystem::path data = options.data;
  if (auto made = makeFolders(data); !made) return failed(made.error());
  signing::SystemRandom random;
  auto identity = relay::Identity::open(data / "identity", random);
  if (!identity) return failed(identity.error());
  auto storage = relay::SqliteStorage::open(data / "store.sqlite", data / "store.mark", random);
  if (!storage) return storeFailed(storage.error());
  relay::MailboxOptions rules;
  rules.admission = options.open     ? relay::Admission::Open
                    : options.closed ? relay::Admission::Closed
                                     : relay::Admission::Founding;
  rules.code = random.id<protocol::FoundingCode>();
  rules.blobBytesMax = signing::sealedLength(options.blobLimit);
  rules.spaceBytesMax = options.spaceQuota;
  rules.bytesPerSecond = options.byteRate;
  auto mailbox = relay::Mailbox::open(rules, **storage, **clock, random, identity->key);
  if (!mailbox) return storeFailed(mailbox.error());
  const bool holdsCampaign = (*mailbox)->holdsCampaign();
  auto server = relay::Server::start(*listening, *identity, **mailbox);
  if (!server) return failed(server.error());

  protocol::RelayAddress address;
  address.host = options.name.empty() ? listening->host : options.name;
  address.port = (*server)->port();
  address.identity = RelayId{identity->key.publicKey()};
  address.pin = identity->pin;
  spdlog::info("event=listening address={} port={} identity={} generation={}", listening->host, address.port,
               address.identity.hex(), (*storage)->generation().hex());
  if (!holdsCampaign && !options.closed) {
    address.code = rules.code;
    // For the founder: `meridianctl relay set` takes this line.
    std::cout << address.line() << std::endl;
  }
  int signal = 0;
  sigwait(&signals, &signal);
  spdlog::info("event=stopping signal={}", signal);
  (*server)->stop();
  return 0;
}

} // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App cli{"Stores and forwards sealed changes of Meridian campaigns. It cannot read one word of them.",
               "meridian-relay"};
  cli.set_version_flag("--version", MERIDIAN_VERSION);
  cli.add_option("--listen", options.listen, "Address and port to listen on (port 0: any)")
      ->capture_default_str();
  cli.add_option("--data", options.data, "Folder of the identity and the store")->capture_default_str();
  cli.add_option("--name", options.name, "Host name that the founding line gives to clients");
  cli.add_option("--at", options.at, "Clock to follow: an instant, or a clock file");
  cli.add_option("--blob-limit", options.blobLimit, "Largest file, in bytes")->capture_default_str();
  cli.add_option("--space-quota", options.spaceQuota, "Most bytes of one space")->capture_default_str();
  cli.add_option("--byte-rate", options.byteRate,
                 "Bytes a second that are read of one member, on average; from 65536")
      ->check(CLI::Range(byteRateMin, std::uint64_t{1} << 40))
      ->capture_default_str();
  auto* open = cli.add_flag("--open", options.open, "Admit any campaign (loopback only)");
  cli.add_flag("--closed", options.closed, "Admit no new campaign")->excludes(open);
  cli.footer(
      "Example:\n  meridian-relay --listen 0.0.0.0:7443 --name relay.example.org --data /var/lib/meridian");
  CLI11_PARSE(cli, argc, argv);

  // Logs go to standard error, so that the founding line stands alone on standard output.
  spdlog::set_default_logger(
      std::make_shared<spdlog::logger>("relay", std::make_shared<spdlog::sinks::stderr_sink_mt>()));
  spdlog::set_pattern("%Y-%m-%dT%H:%M:%S.%eZ level=%l %v", spdlog::pattern_time_type::utc);
  spdlog::flush_on(spdlog::level::info);

  // Before any thread starts, so that all of them leave these to sigwait.
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  return run(options, signals);
}
