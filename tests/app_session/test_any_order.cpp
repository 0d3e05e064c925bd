// The whole story, told to somebody in any order that the wire allows, twice over, or in two files cut
// anywhere: in the end they hold what everybody holds, see what everybody sees, and wait for nothing.
#include <rapidcheck.h>

#include "app/session/bundles.h"
#include "sync/bundle/bundle.h"
#include "tests/app_session/told_story.h"

namespace test_any_order {

using namespace meridian;
using test::taken;
using test::ToldStory;

namespace {

using Pieces = std::vector<const ToldStory::Piece*>;

// What a lead is shown, in words.
std::string shownTo(replica::Replica& one, const SpaceId& campaign) {
  replica::Reading reading(one, campaign);
  std::ostringstream out;
  const auto date = [&](const std::optional<Instant>& at) {
    return at ? std::to_string(toMillis(*at)) : "-";
  };
  const auto page = reading.page();
  out << page.page.thesis.en << '|' << page.milestones.size() << '|' << page.contestedDecisions.size()
      << '\n';
  for (const auto& person : reading.people())
    out << person.card.name << ' ' << int(person.role) << ' ' << person.joined << date(person.from) << '\n';
  for (const auto& one_ : reading.invitations())
    out << one_.name << ' ' << int(one_.state) << '\n';
  for (const auto& creator : reading.creators()) {
    out << creator.card.name << ' ' << creator.brief.opened << creator.brief.held.size()
        << creator.brief.acknowledged.has_value() << creator.completeness.has_value() << '\n';
    for (const auto& status : creator.deliverables) {
      out << status.deliverable.title.en << ' ' << status.round << ' ' << status.blocks.size() << ' '
          << (status.published ? status.published->link : "-") << '\n';
      for (const auto& submission : status.submissions) {
        out << submission.submission.content.caption << ' ' << int(submission.state) << ' '
            << submission.verdicts.size() << submission.replaced.size() << submission.comments.size()
            << submission.needsLook << submission.latest << int(submission.promise.state)
            << date(submission.promise.newDue);
        if (submission.promise.promise)
          out << date(submission.promise.promise->received) << date(submission.promise.promise->due);
        out << '\n';
      }
    }
    const auto desk = reading.briefDesk(creator.space);
    if (!desk) continue;
    for (const auto part : domain::briefParts)
      if (desk->draft) out << desk->draft->content.part(part).en << '\n';
    for (const auto& question : desk->questions)
      out << question.text << ' ' << question.answers.size() << date(question.replyBy) << '\n';
  }
  out << reading.reviewQueue(true).size() << reading.contested().size() << reading.briefConflicts().size()
      << '\n';
  for (const auto& row : reading.preflight())
    out << ruleName(row.rule) << int(row.state) << row.market << row.creatorName << '\n';
  std::map<ChangeId, std::string> lines; // by id: the log stands in the order of arrival
  for (const auto& line : reading.log(10'000)) {
    std::ostringstream text;
    text << line.authorName << int(line.kind) << line.authority << line.field << int(line.effect)
         << line.reason << date(line.storedAt);
    lines[line.change] = text.str();
  }
  for (const auto& [id, line] : lines)
    out << line << '\n';
  return out.str();
}

// Once; telling it takes longer than listening to it.
ToldStory& story() {
  static ToldStory told;
  return told;
}

replica::Replica::Incoming incomingOf(const Pieces& pieces) {
  replica::Replica::Incoming incoming;
  for (const auto* piece : pieces)
    incoming.changes.insert(incoming.changes.end(), piece->changes.begin(), piece->changes.end());
  return incoming;
}

// As a session hears it: what has a gap before it, or is of a space that is not known yet, is asked for
// again.
void hear(replica::Replica& ann, Pieces waiting, std::mt19937_64& dice) {
  const auto below = [&](std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(dice);
  };
  Pieces heard;
  for (int turns = 0; !waiting.empty(); ++turns) {
    RC_ASSERT(turns < 100'000);
    Pieces batch;
    for (std::size_t n = 1 + below(6); n > 0 && !waiting.empty(); --n) {
      batch.push_back(waiting.back());
      waiting.pop_back();
    }
    if (!heard.empty() && below(4) == 0) batch.push_back(heard[below(heard.size())]); // once more
    std::set<SpaceId> known;
    for (const auto& space : ann.spaces(story().campaign))
      known.insert(space.id);
    const auto results = taken(ann.receive(incomingOf(batch)));
    std::size_t at = 0;
    for (const auto* piece : batch) {
      const std::span of(results.data() + at, piece->changes.size());
      at += piece->changes.size();
      if (std::ranges::all_of(of, replica::fits)) {
        heard.push_back(piece);
        continue;
      }
      if (known.contains(piece->space)) RC_ASSERT(std::ranges::count(of, replica::Received::Refused) == 0);
      waiting.insert(waiting.begin() + static_cast<std::ptrdiff_t>(below(waiting.size() + 1)), piece);
    }
  }
}

void holdsEverything(replica::Replica& one) {
  const auto verified = taken(one.verify());
  for (const auto& problem : verified.problems)
    RC_FAIL(problem);
  RC_ASSERT(verified.waiting == 0u);
  RC_ASSERT(verified.unreadable == 0u);
}

Pieces all() {
  Pieces pieces;
  for (const auto& piece : story().pieces)
    pieces.push_back(&piece);
  return pieces;
}

std::string shownInOrder() {
  auto ann = story().newcomer->opened();
  std::mt19937_64 dice(1);
  auto pieces = all();
  std::ranges::reverse(pieces); // they are taken from the end
  hear(*ann, pieces, dice);
  return shownTo(*ann, story().campaign);
}

} // namespace

class TestAnyOrder : public QObject {
  Q_OBJECT

 private slots:
  void theStoryIsAWholeOne() {
    qInfo("%zu pieces in %zu spaces", story().pieces.size(), story().digests.size());
    QVERIFY(story().pieces.size() > 80);
    QCOMPARE(story().digests.size(), std::size_t{4}); // the campaign, the team, and two creators'
    const auto shown = shownInOrder();
    for (const char* words : {"https://video.example/1", "One photo.", "The same hour, too?", "Bob 4"})
      QVERIFY2(QString::fromStdString(shown).contains(words), shown.c_str());
  }

  void inEveryOrderOfDeliveryWithDuplicates() {
    const auto shown = shownInOrder();
    const bool held = rc::check("the story in any order", [&] {
      const auto seed = *rc::gen::arbitrary<std::uint64_t>();
      std::mt19937_64 dice(seed);
      auto pieces = all();
      std::ranges::shuffle(pieces, dice);
      auto ann = story().newcomer->opened();
      hear(*ann, pieces, dice);
      holdsEverything(*ann);
      for (const auto& [space, digest] : story().digests)
        RC_ASSERT(taken(ann->digest(space)) == digest);
      RC_ASSERT(shownTo(*ann, story().campaign) == shown);
    });
    QVERIFY(held);
  }

  // What a file brings is witnessed by who imports it, so Ann may have something to say in the end: with
  // that, another lead agrees with her.
  void fromTwoFilesCutAnywhere() {
    const auto write = [](const char* name, std::span<const ToldStory::Piece> pieces) {
      const auto file = story().world.root() / name;
      std::filesystem::remove(file);
      auto writer = taken(bundle::Writer::create(file, story().campaign));
      for (const auto& piece : pieces)
        taken(writer.add(bundle::Run{piece.space, piece.changes}));
      taken(writer.finish());
      return file;
    };
    const std::span<const ToldStory::Piece> pieces(story().pieces);
    const bool held = rc::check("the story from two files", [&] {
      const auto cut = *rc::gen::inRange<std::size_t>(0, pieces.size() + 1);
      const auto overlap = *rc::gen::inRange<std::size_t>(0, 4);
      const bool laterFirst = *rc::gen::arbitrary<bool>();
      const auto former = write("former.meridian", pieces.first(cut));
      const auto later = write("later.meridian", pieces.subspan(cut - std::min(cut, overlap)));
      auto ann = story().newcomer->opened();
      if (laterFirst) taken(app::importBundle(*ann, later));
      taken(app::importBundle(*ann, former));
      taken(app::importBundle(*ann, later));
      holdsEverything(*ann);
      auto svetlana = story().witness->opened();
      for (const auto& [space, digest] : story().digests)
        RC_ASSERT(taken(svetlana->digest(space)) == digest);
      story().world.carry(*ann, *svetlana, story().campaign);
      holdsEverything(*svetlana);
      for (const auto& [space, digest] : story().digests)
        RC_ASSERT(taken(ann->digest(space)) == taken(svetlana->digest(space)));
      RC_ASSERT(ann->spaces(story().campaign).size() == story().digests.size());
    });
    QVERIFY(held);
  }
};

QTEST_GUILESS_MAIN(TestAnyOrder)

} // namespace test_any_order
#include "test_any_order.moc"
