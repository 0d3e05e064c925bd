#include <QtTest>
#include <rapidcheck.h>

#include "core/base/limits.h"
#include "core/crdt/text_diff.h"
#include "tests/core_crdt/world.h"

namespace test_crdt_text {

using namespace meridian;
using namespace meridian::crdt;
using namespace meridian::crdt::testing;

namespace {

const EntityRef part = KeyedEntity{7, {1}};
constexpr std::uint32_t field = 1;

std::string shown(const Replica& replica) { return replica.state().text(field); }

void type(Replica& replica, std::size_t position, std::string_view text, Rng& rng) {
  replica.write(replica.state().textOf(field).insertAt(part, field, position, text), rng);
}
void typeForwards(Replica& replica, std::size_t position, std::string_view text, Rng& rng) {
  for (const char c : text)
    type(replica, position++, std::string_view(&c, 1), rng);
}
// Each character before the one typed last, as somebody does who moves the cursor back.
void typeBackwards(Replica& replica, std::size_t position, std::string_view text, Rng& rng) {
  for (auto c = text.rbegin(); c != text.rend(); ++c)
    type(replica, position, std::string_view(&*c, 1), rng);
}
void retype(Replica& replica, std::string_view text, Rng& rng) {
  replica.write(replica.state().textOf(field).replaceWith(part, field, text), rng);
}

Text textOf(const std::vector<std::pair<OpId, Op>>& ops, const std::set<OpId>& voided = {}) {
  std::vector<ContextualOp> context;
  for (const auto& [id, op] : ops)
    context.push_back({id, &op, {}, !voided.contains(id)});
  return Text(context);
}

std::string applied(const std::vector<TextHunk>& hunks, std::u32string_view from, std::u32string_view to) {
  std::u32string result;
  std::size_t kept = 0;
  for (const TextHunk& hunk : hunks) {
    result += from.substr(kept, hunk.oldBegin - kept);
    result += to.substr(hunk.newBegin, hunk.newCount);
    kept = hunk.oldBegin + hunk.oldCount;
  }
  result += from.substr(kept);
  std::string utf8;
  for (const char32_t c : result)
    appendUtf8(utf8, c);
  return utf8;
}

} // namespace

class TestCrdtText : public QObject {
  Q_OBJECT
 private slots:
  void oneAuthorGetsWhatAPlainStringWouldHold() {
    QVERIFY(rc::check([](std::uint64_t seed) {
      Rng rng(seed);
      Replica author(part);
      std::u32string model;
      for (int i = 0; i < 30; ++i) {
        const Text text = author.state().textOf(field);
        const std::size_t at = below(rng, model.size() + 1);
        if (below(rng, 3) > 0) {
          const std::string inserted = word(rng);
          author.write(text.insertAt(part, field, at, inserted), rng);
          model.insert(at, toCodePoints(inserted));
        } else {
          const std::size_t count = below(rng, model.size() - at + 1);
          author.write(text.erase(part, field, at, count), rng);
          model.erase(at, count);
        }
        RC_ASSERT(toCodePoints(shown(author)) == model);
      }
    }));
  }

  void runsTypedConcurrentlyAtOnePlaceDoNotInterleave() {
    QVERIFY(rc::check([](std::uint64_t seed) {
      Rng rng(seed);
      Replica a(part);
      type(a, 0, "[]", rng);
      Replica b = a;
      Replica c = a;
      typeForwards(a, 1, "forward", rng);
      typeBackwards(b, 1, "BACKWARD", rng);
      if (seed % 2)
        typeForwards(c, 1, "123456", rng);
      else
        typeBackwards(c, 1, "123456", rng);
      a.pull(b);
      a.pull(c);
      const std::string text = shown(a);
      RC_ASSERT(text.size() == std::size_t{2 + 7 + 8 + 6});
      for (const char* run : {"forward", "BACKWARD", "123456"})
        RC_ASSERT(text.find(run) != std::string::npos);
    }));
  }

  void theRightSiblingWithTheFurtherRightOriginComesFirst() {
    // a, then b; m and x, y as in the paper: x between a and b without knowing m, y between a and m.
    for (const std::uint8_t xNumber : std::initializer_list<std::uint8_t>{3, 9}) {
      const OpId b{changeId(1), 0}, a{changeId(2), 0}, m{changeId(5), 0}, x{changeId(xNumber), 0},
          y{changeId(6), 0};
      const auto element = [](const OpId& id) { return ElementId{id.change, 0}; };
      const std::vector<std::pair<OpId, Op>> ops{
          {y, InsertText{part, field, element(a), element(m), "y"}},
          {x, InsertText{part, field, element(a), element(b), "x"}},
          {m, InsertText{part, field, {}, element(b), "m"}},
          {a, InsertText{part, field, {}, element(b), "a"}},
          {b, InsertText{part, field, {}, {}, "b"}},
      };
      QCOMPARE(textOf(ops).utf8(), std::string("axymb"));
    }
  }

  void twoLeadsWhoEditOneParagraphOfflineBothKeepEveryWord() {
    Rng rng(7);
    Replica lead(part);
    type(lead, 0, "Run the first kilometre slowly.", rng);
    Replica deputy = lead;
    retype(lead, "Run the first two kilometres slowly.", rng);
    retype(deputy, "Please run the first kilometre very slowly.", rng);
    lead.pull(deputy);
    deputy.pull(lead);
    QCOMPARE(shown(lead), shown(deputy));
    QCOMPARE(shown(lead), std::string("Please run the first two kilometres very slowly."));
  }

  void aCharacterDeletedByBothIsGoneOnceAndTextTypedIntoADeletedPartStays() {
    Rng rng(8);
    Replica a(part);
    type(a, 0, "abcdef", rng);
    Replica b = a;
    a.write(a.state().textOf(field).erase(part, field, 1, 4), rng);
    b.write(b.state().textOf(field).erase(part, field, 2, 1), rng);
    type(b, 3, "!", rng);
    a.pull(b);
    QCOMPARE(shown(a), std::string("a!f"));
  }

  void aVoidInsertionKeepsItsPlaceAndAVoidDeletionDeletesNothing() {
    const OpId base{changeId(1), 0}, into{changeId(2), 0}, onto{changeId(3), 0}, gone{changeId(4), 0};
    const std::vector<std::pair<OpId, Op>> ops{
        {base, InsertText{part, field, {}, {}, "ab"}},
        {into, InsertText{part, field, ElementId{base.change, 0}, ElementId{base.change, 1}, "XY"}},
        {onto, InsertText{part, field, ElementId{into.change, 0}, ElementId{into.change, 1}, "-"}},
        {gone, DeleteText{part, field, {{{base.change, 0}, 2}}}},
    };
    QCOMPARE(textOf(ops).utf8(), std::string("X-Y"));
    QCOMPARE(textOf(ops, {into}).utf8(), std::string("-"));
    QCOMPARE(textOf(ops, {into, gone}).utf8(), std::string("a-b"));
  }

  void hostileOriginsAndRangesEndInTheSameTextEverywhere() {
    const ChangeId one = changeId(1), two = changeId(2);
    std::vector<std::pair<OpId, Op>> ops{
        {{one, 0}, InsertText{part, field, ElementId{one, 1}, {}, "a", 0}}, // a circle inside one change
        {{one, 1}, InsertText{part, field, ElementId{one, 0}, ElementId{one, 1}, "b", 1}},
        {{two, 0}, InsertText{part, field, ElementId{changeId(9), 4}, ElementId{one, 7}, "c", 0}}, // nobody's
        {{two, 1},
         InsertText{part, field, ElementId{one, 1}, ElementId{one, 0}, "d", 1}}, // the wrong way round
        {{two, 2}, DeleteText{part, field, {{{two, 0xFFFFFFFF}, 0xFFFFFFFF}, {{changeId(9), 0}, 5}}}},
    };
    const std::string expected = textOf(ops).utf8();
    QCOMPARE(expected.size(), std::size_t{4});
    std::sort(ops.begin(), ops.end(), [](const auto& a, const auto& b) { return b.first < a.first; });
    QCOMPARE(textOf(ops).utf8(), expected);
  }

  void aRangeOverlappingOthersHidesWhatItCovers() {
    const ChangeId one = changeId(1);
    const std::vector<std::pair<OpId, Op>> ops{
        {{one, 0}, InsertText{part, field, {}, {}, "0123456789", 0}},
        {{changeId(2), 0}, DeleteText{part, field, {{{one, 6}, 0xFFFFFFFF}, {{one, 1}, 3}, {{one, 2}, 1}}}},
    };
    QCOMPARE(textOf(ops).utf8(), std::string("045"));
  }

  void replacingAWholeTextGivesThatTextAndTouchesOnlyWhatDiffers() {
    QVERIFY(rc::check([](std::uint64_t seed) {
      Rng rng(seed);
      Replica author(part);
      for (int i = 0; i < 6; ++i) {
        std::string next;
        for (std::size_t n = below(rng, 12); n > 0; --n)
          next += word(rng);
        retype(author, next, rng);
        RC_ASSERT(shown(author) == next);
      }
    }));
    Rng rng(9);
    Replica author(part);
    retype(author, "Kein Wort zu viel, сегодня в 14:00.", rng);
    const auto ops =
        author.state().textOf(field).replaceWith(part, field, "Kein Wort zu viel, сегодня в 15:00!");
    QVERIFY(ops);
    QCOMPARE(ops->size(), std::size_t{3}); // 5, !, and one deletion of both 4 and the full stop
    QCOMPARE(std::get<InsertText>((*ops)[0]).text, std::string("5"));
    QCOMPARE(std::get<InsertText>((*ops)[1]).text, std::string("!"));
    QCOMPARE(std::get<DeleteText>((*ops)[2]).ranges.size(), std::size_t{2});
    QVERIFY(author.state().textOf(field).replaceWith(part, field, shown(author))->empty());
  }

  void aDiffLeadsFromTheOldTextToTheNewOneEvenBetweenStrangers() {
    QVERIFY(rc::check([](std::uint64_t seed) {
      Rng rng(seed);
      std::string from, to;
      for (std::size_t n = below(rng, 40); n > 0; --n)
        from += word(rng);
      for (std::size_t n = below(rng, 40); n > 0; --n)
        to += word(rng);
      const std::u32string a = toCodePoints(from), b = toCodePoints(to);
      RC_ASSERT(applied(diffText(a, b), a, b) == to);
    }));
    std::u32string many, others;
    for (char32_t i = 0; i < 3000; ++i) {
      many += std::u32string{static_cast<char32_t>(0x400 + i % 200), U' '};
      others += std::u32string{static_cast<char32_t>(0x700 + i % 200), U'.'};
    }
    QCOMPARE(diffText(many, others).size(), std::size_t{1});
  }

  void editsOutsideTheTextAreRefused() {
    const Text empty;
    QVERIFY(empty.insertAt(part, field, 1, "x").error().code == ErrorCode::InvalidArgument);
    QVERIFY(empty.insertAt(part, field, 0, "\xFF").error().code == ErrorCode::InvalidArgument);
    QVERIFY(empty.erase(part, field, 0, 1).error().code == ErrorCode::InvalidArgument);
    QVERIFY(empty.replaceWith(part, field, std::string(limits::textFieldBytes + 1, 'x')).error().code ==
            ErrorCode::TooLarge);
    QVERIFY(empty.insertAt(part, field, 0, "")->empty());
  }

  void aLongTextIsBuiltWithoutRecursion() {
    const OpId id{changeId(1), 0};
    const std::vector<std::pair<OpId, Op>> ops{
        {id, InsertText{part, field, {}, {}, std::string(limits::textFieldBytes, 'x')}}};
    QCOMPARE(textOf(ops).size(), limits::textFieldBytes);
  }
};

QTEST_GUILESS_MAIN(TestCrdtText)

} // namespace test_crdt_text
#include "test_crdt_text.moc"
