// relay set; invite create, list, withdraw; join
#include <algorithm>

#include "app/cli/command.h"
#include "app/session/addresses.h"
#include "app/session/invitation_file.h"
#include "app/session/invitation_message.h"

namespace meridian::cli {
namespace {

struct Line {
  std::string line;
};
Result<Json> setRelay(Context& context, const Line& options) {
  std::string line = options.line;
  if (line.empty()) {
    MERIDIAN_TRY(text, readText("-", 64u << 10));
    line = text;
  }
  MERIDIAN_TRY(address, protocol::RelayAddress::parse(line));
  MERIDIAN_TRY(s, session(context));
  MERIDIAN_CHECK(replica::Access(s.replica, s.campaign).setRelay(app::toReplica(address)));
  return Json{{"relay", address.url()},
              {"identity", address.identity.hex()},
              {"pinned", address.pin.has_value()},
              {"foundingCode", address.code.has_value()}};
}

struct Invite {
  std::string name, role, market, creator, zone, language, handle, tier, from, to, file;
  std::int64_t followers = 0;
  int days = 7;
};

Result<Json> invite(Context& context, const Invite& options) {
  MERIDIAN_TRY(s, session(context));
  MERIDIAN_TRY(role, log::parseRole(options.role));
  // A creator has a card of their own, a deputy a time: of others, both would be passed over.
  const bool card = !options.creator.empty() || !options.handle.empty() || !options.tier.empty() ||
                    options.followers > 0 || !options.zone.empty();
  if (card && role != log::Role::Creator)
    return fail(ErrorCode::InvalidArgument,
                "--creator, --handle, --tier, --followers and --zone are of a creator");
  const bool acting = role == log::Role::Deputy || role == log::Role::CampaignDeputy;
  if (!acting && !(options.from.empty() && options.to.empty()))
    return fail(ErrorCode::InvalidArgument, "--from and --to are of a deputy");
  replica::Access access(s.replica, s.campaign);
  if (!access.relay())
    return fail(ErrorCode::NoRelay, "name the relay first (`relay set`): the invitation carries its address");
  replica::Access::Invitee invitee;
  invitee.name = options.name;
  invitee.role = role;
  invitee.market = options.market;
  invitee.language = s.replica.profile().language;
  invitee.expiry = s.replica.clock().now() + std::chrono::days{options.days};
  if (!options.language.empty()) {
    MERIDIAN_TRY(language, parseLanguage(options.language));
    invitee.language = language;
  }
  if (!options.from.empty()) {
    MERIDIAN_TRY(from, parseTime(options.from, s.replica.profile().zone));
    invitee.from = from;
  }
  if (!options.to.empty()) {
    MERIDIAN_TRY(to, parseTime(options.to, s.replica.profile().zone));
    invitee.to = to;
  }
  std::string zone = options.zone.empty() ? s.replica.profile().zone : options.zone;
  if (role == log::Role::Creator) {
    const auto wanted = options.creator.empty() ? options.name : options.creator;
    auto space = findCreator(s, wanted);
    if (!space && space.error().code == ErrorCode::NotFound && options.creator.empty()) {
      // Somebody new: the creator's space is made with the invitation.
      if (options.zone.empty())
        return fail(ErrorCode::InvalidArgument, "a new creator needs a zone: --zone America/Chicago");
      space = replica::Briefing(s.replica, s.campaign)
                  .addCreator({.name = options.name,
                               .market = options.market,
                               .zone = options.zone,
                               .handle = options.handle,
                               .tier = options.tier,
                               .followers = options.followers,
                               .language = invitee.language,
                               .briefExpected = {}});
    }
    if (!space) return std::unexpected(space.error());
    invitee.creatorSpace = *space;
    for (const auto& creator : s.reading().creators())
      if (creator.space == *space) {
        if (invitee.name.empty()) invitee.name = creator.card.name;
        if (options.language.empty()) invitee.language = creator.card.language;
        if (invitee.market.empty()) invitee.market = creator.market;
        zone = creator.card.zone;
      }
  }
  MERIDIAN_TRY(invitation, access.invite(invitee));
  Json out = {{"name", invitation.inviteeName},      {"role", log::roleName(invitation.role)},
              {"market", invitation.market},         {"expiry", toIso(invitation.expiry)},
              {"link", replica::toLink(invitation)}, {"message", app::invitationMessage(invitation, zone)}};
  if (invitee.creatorSpace) out["space"] = invitee.creatorSpace->hex();
  if (!options.file.empty()) {
    // The invitation stands, and its secret is nowhere but here.
    if (const auto written = app::writeInvitationFile(s.replica, invitation, options.file)) {
      out["file"] = options.file;
      out["changes"] = written->changes;
    } else {
      const auto error = aboutTarget(written.error(), options.file);
      out["fileError"] = jsonOf(error, context.language());
      context.failedAfterwards(error);
    }
  }
  // The link works once the entry has reached the relay: the next sync carries it.
  out["worksAfterSync"] = true;
  return out;
}

Result<Json> invitations(Context& context, const NoOptions&) {
  MERIDIAN_TRY(s, session(context));
  Json out = Json::array();
  for (const auto& one : s.reading().invitations())
    out.push_back(jsonOf(one));
  return out;
}

struct Withdraw {
  std::string invitation;
};
Result<Json> withdrawInvitation(Context& context, const Withdraw& options) {
  MERIDIAN_TRY(s, session(context));
  const auto all = s.reading().invitations();
  using enum replica::InvitationView::State;
  const auto fits = [&](const replica::InvitationView& one) {
    const auto id = one.id.change.hex() + ":" + std::to_string(one.id.index);
    // By the name of the person only while it can still be used.
    return (one.name == options.invitation && (one.state == Open || one.state == Joined)) ||
           (options.invitation.size() >= 6 && id.starts_with(options.invitation));
  };
  const auto found = std::ranges::find_if(all, fits);
  if (found == all.end()) return fail(ErrorCode::NotFound, "no such open invitation: " + options.invitation);
  if (std::ranges::count_if(all, fits) > 1)
    return fail(ErrorCode::Ambiguous, "several invitations fit: give more of the id from `invite list`");
  if (found->state == Confirmed)
    return fail(ErrorCode::InvitationUsed, "who joined by it was confirmed already");
  MERIDIAN_CHECK(replica::Access(s.replica, s.campaign).withdraw(found->id));
  return Json{{"withdrawn", found->id.change.hex() + ":" + std::to_string(found->id.index)},
              {"name", found->name}};
}

struct Join {
  std::string link, relay;
};
// From a link or message, or from a file: one of Meridian's, or one with the message in it.
Result<replica::Invitation> readInvitation(const Join& options) {
  std::error_code error;
  const bool named = !options.link.empty() && std::filesystem::exists(options.link, error);
  if (named && app::isBundleFile(options.link)) return app::readInvitationFile(options.link);
  std::string text = options.link;
  if (text.empty() || named) {
    MERIDIAN_TRY(pasted, readText(named ? options.link : "-", 64u << 10));
    text = pasted;
  }
  return replica::findInvitation(text);
}

Result<Json> join(Context& context, const Join& options) {
  auto read = readInvitation(options);
  if (!read) return std::unexpected(aboutExchangeFile(read.error(), nullptr));
  const auto& invitation = *read;
  if (!options.relay.empty()) {
    MERIDIAN_TRY(mine, protocol::RelayAddress::parse(options.relay));
    if (!invitation.relay || invitation.relay->identity != mine.identity)
      return fail(ErrorCode::InvitationForOtherRelay, "the invitation names another relay than yours");
  }
  MERIDIAN_TRY(replica, context.replica());
  const bool withBrief = !options.link.empty() && app::isBundleFile(options.link);
  auto joined = withBrief ? app::joinFromFile(*replica, invitation, options.link)
                          : replica::Access::join(*replica, invitation);
  if (!joined)
    return std::unexpected(withBrief ? aboutExchangeFile(joined.error(), replica) : joined.error());
  const auto& campaign = *joined;
  return Json{{"campaign", campaign.hex()},
              {"title", invitation.campaignName},
              {"invitedBy", invitation.inviterName},
              {"for", invitation.inviteeName},
              {"role", log::roleName(invitation.role)},
              {"market", invitation.market},
              {"expiry", toIso(invitation.expiry)},
              {"relay", invitation.relay ? Json(invitation.relay->url) : Json(nullptr)},
              {"next", "sync"}};
}

} // namespace

void addAccessCommands(CLI::App& app, Parsed& parsed) {
  auto& relay = group(app, "relay", "Where the campaign's changes are passed on");
  command<Line>(
      relay, parsed, "set", "Names the relay by its founding line",
      "--profile DIR relay set < founding-line.txt",
      [](CLI::App& c, Line& o) {
        c.add_option("LINE", o.line, "The line; from standard input when left out, which keeps it private");
      },
      setRelay);
  auto& invites = group(app, "invite", "Who may join");
  command<Invite>(
      invites, parsed, "create", "Makes an invitation: a message to send, and its link",
      "--profile DIR invite create --role creator --market US --name \"Maya Collins\" --zone "
      "America/Los_Angeles",
      [](CLI::App& c, Invite& o) {
        c.add_option("--role", o.role,
                     "campaign-lead, hub-lead, deputy, creator, viewer, analyst, agency or campaign-deputy")
            ->required();
        c.add_option("--market", o.market, "Market of a hub lead, deputy or creator");
        auto* creator = c.add_option("--creator", o.creator, "An existing creator: name, handle or space");
        c.add_option("--name", o.name, "Name of the person");
        c.add_option("--language", o.language, "Of the invitation: en or ru");
        c.add_option("--days", o.days, "Valid for so many days (7)")->check(CLI::Range(1, 60));
        for (auto* card :
             {c.add_option("--zone", o.zone, "Zone of a new creator"),
              c.add_option("--handle", o.handle, "Handle of a new creator"),
              c.add_option("--tier", o.tier, "nano, micro or macro")->check(isTier()),
              c.add_option("--followers", o.followers, "Followers of a new creator")->check(isCount())})
          card->excludes(creator);
        c.add_option("--from", o.from, "A deputy acts from this time …");
        c.add_option("--to", o.to, "… until this one");
        c.add_option("--file", o.file,
                     "Also write a .meridian file with the invitation and the sealed changes that it opens: "
                     "joining then works without a network. Whoever has the file can join once");
      },
      invite);
  command<NoOptions>(invites, parsed, "list", "Lists invitations and what became of them",
                     "--profile DIR invite list", noOptions, invitations);
  command<Withdraw>(
      invites, parsed, "withdraw", "Takes an invitation back: nobody can join by it any more",
      "--profile DIR invite withdraw \"Maya Collins\"",
      [](CLI::App& c, Withdraw& o) {
        c.add_option("INVITATION", o.invitation,
                     "Id as `invite list` shows it, its first digits, or the name")
            ->required();
      },
      withdrawInvitation);
  command<Join>(
      app, parsed, "join", "Joins a campaign by a pasted invitation message, a link or a .meridian file",
      "--profile DIR join < invitation.txt\n  meridianctl --profile DIR join maya.meridian",
      [](CLI::App& c, Join& o) {
        c.add_option("LINK", o.link,
                     "The link, or an invitation's file; the message from standard input when left out: "
                     "arguments are visible");
        c.add_option("--relay", o.relay, "Refuse an invitation for another relay than this line names");
      },
      join);
}

} // namespace meridian::cli
