// Authority with its sealed half agrees under any order of delivery, and whenever a key comes that opens an
// entry.
#include <rapidcheck.h>

#include "tests/core_log/authority_world.h"

namespace test_authority_order {

using namespace meridian;
using namespace meridian::test;

namespace {

// Leads, creators and a stranger, who invite, confirm, grant and make spaces, with right and without, at
// everything known or at what was known once.
struct RandomWorld : World {
  std::vector<std::unique_ptr<Person>> people;
  std::vector<MemberId> members;
  std::vector<SpaceId> spaces;

  RandomWorld() {
    members.push_back(MemberId{campaign.bytes});
    spaces.push_back(campaign);
    std::vector<std::vector<ChangeId>> once{authority.headsFor(campaign)};
    const auto pick = [](auto& list) -> auto& {
      return list[*rc::gen::inRange<std::size_t>(0, list.size())];
    };
    const int steps = *rc::gen::inRange(4, 24);
    for (int step = 0; step < steps; ++step) {
      auto& by = people.empty() || *rc::gen::arbitrary<bool>() ? founder : *pick(people);
      const auto role = Role{*rc::gen::inRange<std::uint8_t>(1, 10)};
      const std::string market = *rc::gen::element<std::string>("US", "RU", "");
      const auto heads = *rc::gen::inRange(0, 3) == 0 ? pick(once) : std::vector<ChangeId>{};
      switch (*rc::gen::inRange(0, 4)) {
      case 0: {
        const auto invited = invite(by, detailOf(role, market), {}, {pick(spaces)});
        auto newcomer = std::make_unique<Person>("person-" + std::to_string(step));
        const auto joined = join(*newcomer, invited);
        members.push_back(MemberId{joined.id().bytes});
        people.push_back(std::move(newcomer));
        break;
      }
      case 1:
        entry(by, campaign, {envelope::Confirm{ChangeId{pick(members).bytes}}}, {}, heads);
        break;
      case 2:
        entry(by, campaign, {envelope::Grant{pick(members), capabilityOf(role)}},
              {.kind = {}, .market = {}, .items = {detailOf(role, market)}}, heads);
        break;
      default:
        spaces.push_back(
            space(by, *rc::gen::element(SpaceKind::Team, SpaceKind::Creator), market, {pick(members)}));
      }
      once.push_back(authority.headsFor(campaign));
    }
  }

  // All that anybody can ask.
  [[nodiscard]] std::string summary(const Authority& one) const {
    std::string text;
    const auto add = [&](const std::vector<RoleGrant>& grants) {
      for (const auto& grant : grants)
        text += std::string(roleName(grant.role)) + grant.market + grant.member.hex().substr(0, 8) +
                (grant.confirmed ? "+" : "-");
      text += "\n";
    };
    for (const auto& member : members)
      add(one.roles(member));
    for (const auto& space : spaces) {
      const auto info = one.space(space);
      text += info ? std::to_string(int(info->kind)) + info->market : "no space";
      if (!one.clear().hasSpace(space)) continue;
      add(one.people(space));
      for (const auto& person : people)
        add(one.rolesAt(space, person->key.id(), one.headsFor(space)));
    }
    return text;
  }
};

} // namespace

class TestAuthorityOrder : public QObject {
  Q_OBJECT

 private slots:
  void rolesAreAFunctionOfTheSetOfEntries() {
    int grants = 0, ineffective = 0;
    const bool ok = rc::check("roles agree in any order", [&] {
      const RandomWorld world;
      auto waiting = world.history;
      for (std::size_t i = waiting.size(); i > 1; --i)
        std::swap(waiting[i - 1], waiting[*rc::gen::inRange<std::size_t>(0, i)]);
      Authority other;
      std::vector<Change> unopened;
      while (!waiting.empty()) {
        std::vector<Change> left;
        for (const auto& change : waiting) {
          auto detail = openEntry(change, world.founder.keys);
          const bool late = detail && *rc::gen::arbitrary<bool>();
          const auto added =
              other.add(change, detail && !late ? std::optional(*detail) : std::optional<EntryDetail>{});
          if (!added) {
            RC_ASSERT(added.error().code == ErrorCode::NotFound);
            left.push_back(change);
          } else if (late) {
            unopened.push_back(change);
          }
        }
        RC_ASSERT(left.size() < waiting.size());
        waiting = std::move(left);
      }
      for (const auto& change : unopened)
        other.supplyDetail(change.id(), *openEntry(change, world.founder.keys));
      RC_ASSERT(world.summary(other) == world.summary(world.authority));
      for (const auto& change : world.history)
        (world.counts(change) ? grants : ineffective) += 1;
    });
    QVERIFY(ok);
    QVERIFY2(grants > 200 && ineffective > 200, "histories in which nothing happens show nothing");
  }
};

QTEST_APPLESS_MAIN(TestAuthorityOrder)

} // namespace test_authority_order
#include "test_authority_order.moc"
