// The fast text against the paper's tree, character by character.
#include <QtTest>
#include <rapidcheck.h>

#include "tests/core_crdt/writer.h"

namespace test_crdt_text_sequence {

using namespace meridian;
using namespace meridian::crdt;
using namespace meridian::crdt::testing;

class TestCrdtTextSequence : public QObject {
  Q_OBJECT
 private slots:
  void severalWritersWhoMeetNowAndThenReadWhatTheTreeReads() {
    QVERIFY(rc::check([](std::uint64_t seed) {
      Rng rng(seed);
      std::vector<Writer> writers;
      for (std::uint8_t i = 0; i < 4; ++i)
        writers.emplace_back(i + 1);
      for (int i = 0; i < 80; ++i) {
        act(writers[below(rng, writers.size())], rng);
        if (below(rng, 4) == 0) {
          Writer& to = writers[below(rng, writers.size())];
          to.pull(writers[below(rng, writers.size())]);
          RC_ASSERT(to.text().utf8() == to.expected());
        }
      }
      for (Writer& to : writers)
        for (const Writer& from : writers)
          to.pull(from);
      for (const Writer& writer : writers) {
        RC_ASSERT(writer.text().utf8() == writers.front().expected());
        RC_ASSERT(writer.built().utf8() == writers.front().expected());
      }
    }));
  }

  void oneWriterWithALongTextKeepsEveryPosition() {
    Rng rng(4);
    Writer writer(1);
    std::u32string model;
    for (int i = 0; i < 6000; ++i) {
      const std::size_t at = below(rng, model.size() + 1);
      if (below(rng, 5) < 3) {
        const std::string typed = word(rng);
        writer.type(at, typed);
        model.insert(at, toCodePoints(typed));
      } else {
        const std::size_t count = std::min<std::size_t>(below(rng, 8), model.size() - at);
        writer.erase(at, count);
        model.erase(at, count);
      }
      if (i % 100 == 0) QVERIFY(toCodePoints(writer.text().utf8()) == model);
    }
    QVERIFY(toCodePoints(writer.text().utf8()) == model);
    QCOMPARE(writer.text().size(), model.size());
    for (std::size_t i = 0; i < model.size(); i += 7)
      QCOMPARE(writer.text().positionOf(writer.text().elementAt(i)), std::optional(i));
    QCOMPARE(writer.built().utf8(), writer.text().utf8());
  }

  void opsWithOriginsThatNobodyWouldWriteEndInTheSameTextInAnyOrder() {
    QVERIFY(rc::check([](std::uint64_t seed) {
      Rng rng(seed);
      // Every origin is some character of an earlier op, or nobody's; left and right as chance has it.
      std::vector<std::pair<OpId, Op>> ops;
      const auto any = [&]() -> std::optional<ElementId> {
        if (ops.empty() || below(rng, 5) == 0) return std::nullopt;
        const auto& [id, op] = ops[below(rng, ops.size())];
        const auto* insertion = std::get_if<InsertText>(&op);
        const std::size_t length = insertion ? toCodePoints(insertion->text).size() : 1;
        if (below(rng, 40) == 0) return ElementId{changeId(250), 0};
        return ElementId{id.change, static_cast<std::uint32_t>(below(rng, length))};
      };
      for (std::uint8_t i = 0; i < 40; ++i) {
        const OpId id{changeId(rng), 0};
        if (below(rng, 6) == 0)
          ops.emplace_back(id, DeleteText{part, field, {{any().value_or(ElementId{}), 2}}});
        else
          ops.emplace_back(id, InsertText{part, field, any(), any(), word(rng), 0});
      }
      std::vector<ContextualOp> context;
      for (const auto& [id, op] : ops)
        context.push_back({id, &op, {}, below(rng, 10) != 0});
      const std::string expected = FugueMaxTree(context).utf8();
      RC_ASSERT(Text(context).utf8() == expected);
      Text stepwise;
      bool whole = true;
      for (const ContextualOp& op : context)
        whole = whole && stepwise.apply(op);
      if (whole) RC_ASSERT(stepwise.utf8() == expected);
      for (int i = 0; i < 5; ++i) {
        std::shuffle(context.begin(), context.end(), rng);
        RC_ASSERT(FugueMaxTree(context).utf8() == expected);
        RC_ASSERT(Text(context).utf8() == expected);
      }
    }));
  }

  void aTextThatWasGivenSomethingDanglingAsksToBeBuiltAnew() {
    const Op early = InsertText{part, field, ElementId{changeId(9), 0}, {}, "b", 0};
    const Op late = InsertText{part, field, {}, {}, "a", 0};
    const std::vector<ContextualOp> both{{{changeId(1), 0}, &early, {}, true},
                                         {{changeId(9), 0}, &late, {}, true}};
    Text text;
    QVERIFY(!text.apply(both[0]));
    QCOMPARE(Text(both).utf8(), std::string("ab"));
    Text built(std::span<const ContextualOp>(both).first(1));
    QCOMPARE(built.utf8(), std::string("b"));
    QVERIFY(!built.apply(both[1]));
  }
};

QTEST_GUILESS_MAIN(TestCrdtTextSequence)

} // namespace test_crdt_text_sequence
#include "test_crdt_text_sequence.moc"
