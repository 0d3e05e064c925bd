// The history form of a text: nothing is lost, nothing is believed.
#include <QtTest>
#include <rapidcheck.h>

#include "core/base/limits.h"
#include "core/crdt/text_history.h"
#include "core/crdt/text_history_columns.h"
#include "tests/core_crdt/writer.h"

namespace test_crdt_text_history {

using namespace meridian;
using namespace meridian::crdt;
using namespace meridian::crdt::testing;

namespace {

using Told = std::vector<std::pair<ContextualOp, Op>>;

Told told(const TextHistory& history) {
  Told all;
  const auto done = forOps(history.changes, history.bytes, part, field,
                           [&](const ContextualOp& op) { all.emplace_back(op, *op.op); });
  if (!done) return {};
  for (auto& [context, op] : all)
    context.op = &op;
  return all;
}
std::vector<ContextualOp> contextOf(const Told& all) {
  std::vector<ContextualOp> ops;
  for (const auto& [context, op] : all)
    ops.push_back(context);
  return ops;
}

// Four people who meet now and then; the first has everything in the end.
std::vector<Writer> people(Rng& rng, int steps) {
  std::vector<Writer> writers;
  for (std::uint8_t i = 0; i < 4; ++i)
    writers.emplace_back(i + 1);
  for (int i = 0; i < steps; ++i) {
    act(writers[below(rng, writers.size())], rng);
    if (below(rng, 4) == 0) writers[below(rng, writers.size())].pull(writers[below(rng, writers.size())]);
  }
  for (const Writer& from : writers)
    writers.front().pull(from);
  return writers;
}

// Whatever the bytes: refused, or a text that takes edits and reads as it should.
void survive(const TextHistory& history, Rng& rng) {
  auto text = decodeHistory(history.changes, history.bytes);
  if (!text) {
    RC_ASSERT(text.error().code == ErrorCode::Damaged || text.error().code == ErrorCode::TooLarge);
    return;
  }
  RC_ASSERT(toCodePoints(text->utf8()).size() == text->size());
  for (std::uint8_t i = 0; i < 8; ++i) {
    const auto typed = text->insertAt(part, field, below(rng, text->size() + 1), "new");
    RC_ASSERT(typed && text->apply({{changeId(rng), 0}, &typed->front(), {}, true}));
    const std::size_t at = below(rng, text->size());
    const auto erased = text->erase(part, field, at, 1 + below(rng, text->size() - at));
    RC_ASSERT(erased && text->apply({{changeId(rng), 0}, &erased->front(), {}, true}));
    RC_ASSERT(toCodePoints(text->utf8()).size() == text->size());
  }
  (void)told(history);
}

const TextHistory small = [] {
  const std::vector<std::pair<OpId, Op>> ops{
      {{changeId(3), 1}, InsertText{part, field, {}, {}, "Kein Wort", 0}},
      {{changeId(3), 2}, InsertText{part, field, ElementId{changeId(3), 8}, {}, " жé", 9}},
      {{changeId(2), 0}, DeleteText{part, field, {{{changeId(3), 0}, 5}}}},
      {{changeId(1), 7},
       InsertText{part, field, ElementId{changeId(3), 4}, ElementId{changeId(3), 5}, "Ein ", 2}},
      {{changeId(4), 0}, InsertText{part, field, ElementId{changeId(3), 8}, {}, "!", 0}},
  };
  std::vector<ContextualOp> context;
  for (const auto& [id, op] : ops)
    context.push_back({id, &op, {}, true});
  return encodeHistory(Text(context), context).value_or(TextHistory{});
}();

Bytes packed(std::uint32_t characterCount, std::uint32_t opCount, const history::Columns& columns) {
  return history::pack(columns, characterCount, opCount).value_or(Bytes{});
}
Bytes varints(std::initializer_list<std::uint64_t> numbers) {
  ByteWriter out;
  for (const std::uint64_t number : numbers)
    out.varint(number);
  return out.take();
}

} // namespace

class TestCrdtTextHistory : public QObject {
  Q_OBJECT
 private slots:
  void aHistoryHoldsEveryOpAndTheSameText() {
    QVERIFY(rc::check([](std::uint64_t seed) {
      Rng rng(seed);
      const auto writers = people(rng, 60);
      const Writer& writer = writers.front();
      const auto history = encodeHistory(writer.text(), writer.context());
      RC_ASSERT(history.has_value());
      auto loaded = decodeHistory(history->changes, history->bytes);
      RC_ASSERT(loaded.has_value());
      RC_ASSERT(loaded->utf8() == writer.expected());
      const Told all = told(*history);
      RC_ASSERT(all.size() == writer.ops().size());
      for (std::size_t i = 0; i < all.size(); ++i) {
        RC_ASSERT(all[i].first.id == writer.ops()[i]->first);
        RC_ASSERT(all[i].second == writer.ops()[i]->second);
      }
      // Character by character: what was loaded names all of them as the other does.
      for (std::size_t i = 0; i < loaded->size(); ++i)
        RC_ASSERT(loaded->elementAt(i) == writer.text().elementAt(i));
    }));
  }

  void aLoadedTextGoesOnMergingLikeTheOneThatWasSaved() {
    QVERIFY(rc::check([](std::uint64_t seed) {
      Rng rng(seed);
      auto writers = people(rng, 40);
      Writer& kept = writers[0];
      const auto history = encodeHistory(kept.text(), kept.context());
      RC_ASSERT(history.has_value());
      auto loaded = decodeHistory(history->changes, history->bytes);
      RC_ASSERT(loaded.has_value());
      const std::size_t before = kept.ops().size();
      // The others, who have not seen everything, write on.
      for (int i = 0; i < 40; ++i) {
        Writer& writer = writers[1 + below(rng, writers.size() - 1)];
        act(writer, rng);
        if (below(rng, 5) == 0) kept.pull(writer);
      }
      for (const Writer& writer : writers)
        kept.pull(writer);
      for (std::size_t i = before; i < kept.ops().size(); ++i)
        RC_ASSERT(loaded->apply({kept.ops()[i]->first, &kept.ops()[i]->second, {}, true}));
      RC_ASSERT(loaded->utf8() == kept.expected());
    }));
  }

  void voidOpsKeepTheirPlaceAndStayVoid() {
    QVERIFY(rc::check([](std::uint64_t seed) {
      Rng rng(seed);
      const auto writers = people(rng, 40);
      auto context = writers.front().context();
      for (ContextualOp& op : context)
        op.counts = below(rng, 4) != 0;
      const Text text(context);
      const auto history = encodeHistory(text, context);
      RC_ASSERT(history.has_value());
      const auto loaded = decodeHistory(history->changes, history->bytes);
      RC_ASSERT(loaded && loaded->utf8() == text.utf8());
      const Told all = told(*history);
      for (std::size_t i = 0; i < context.size(); ++i)
        RC_ASSERT(all[i].first.counts == context[i].counts);
      RC_ASSERT(Text(contextOf(all)).utf8() == text.utf8());
    }));
  }

  void opsInAnyOrderGiveAHistoryOfTheSameText() {
    QVERIFY(rc::check([](std::uint64_t seed) {
      Rng rng(seed);
      const auto writers = people(rng, 40);
      auto context = writers.front().context();
      std::shuffle(context.begin(), context.end(), rng);
      const auto history = encodeHistory(Text(context), context);
      RC_ASSERT(history.has_value());
      const auto loaded = decodeHistory(history->changes, history->bytes);
      RC_ASSERT(loaded && loaded->utf8() == writers.front().expected());
      RC_ASSERT(Text(contextOf(told(*history))).utf8() == loaded->utf8());
    }));
  }

  // Fails when the format changes unannounced. Small columns are not compressed, so these are all bytes.
  void theFormatIsThisOne() {
    QCOMPARE(small.changes, (std::vector<ChangeId>{changeId(3), changeId(2), changeId(1), changeId(4)}));
    QCOMPARE(QByteArray::fromStdString(toHex(small.bytes)), QByteArray(vector));
    const auto text = decodeHistory(small.changes, *fromHex(vector));
    QVERIFY(text);
    QCOMPARE(text->utf8(), std::string("Ein Wort жé!"));
  }

  void damageIsRefusedOrGivesSomeTextAndNeverMore() {
    QVERIFY(rc::check([](std::uint64_t seed) {
      Rng rng(seed);
      const auto writers = people(rng, 30);
      auto history = encodeHistory(writers.front().text(), writers.front().context());
      RC_ASSERT(history.has_value());
      for (int i = 0; i < 30; ++i) {
        TextHistory damaged = *history;
        switch (below(rng, 4)) {
        case 0:
          damaged.bytes.resize(below(rng, damaged.bytes.size()));
          break;
        case 1:
          if (!damaged.changes.empty()) damaged.changes.pop_back();
          break;
        default:
          for (std::size_t n = 1 + below(rng, 3); n > 0; --n)
            damaged.bytes[below(rng, damaged.bytes.size())] ^= static_cast<std::uint8_t>(1u << below(rng, 8));
        }
        survive(damaged, rng);
      }
    }));
    Rng rng(1);
    for (std::size_t i = 0; i < small.bytes.size(); ++i)
      for (int value = 0; value < 256; ++value) {
        TextHistory damaged = small;
        damaged.bytes[i] = static_cast<std::uint8_t>(value);
        survive(damaged, rng);
      }
  }

  void bombsAreRefused() {
    using namespace history;
    const std::vector<ChangeId> one{changeId(1)};
    const std::uint64_t many = limits::textHistoryCharacters;
    const auto refusal = [&](const Bytes& bytes) {
      const auto text = decodeHistory(one, bytes);
      return text ? ErrorCode::Internal : text.error().code;
    };
    // More than the limit, said or unpacked.
    QCOMPARE(refusal(packed(static_cast<std::uint32_t>(many + 1), 1, {})), ErrorCode::TooLarge);
    QCOMPARE(refusal(packed(1, static_cast<std::uint32_t>(many + 1), {})), ErrorCode::TooLarge);
    ByteWriter huge;
    huge.u8(1);
    huge.varint(1);
    huge.varint(1);
    huge.varint(limits::textHistoryColumnBytes + 1);
    huge.sized(Bytes{1, 2, 3});
    QCOMPARE(refusal(huge.bytes()), ErrorCode::TooLarge);
    // Four million characters in a few bytes, and as many deletions: of one each they may be, of all they
    // may not; either way it is told in no time.
    const auto deleting = [&](std::uint64_t deletions, const Bytes& lengthsDeleted,
                              const Bytes& targetsDeleted) {
      Columns columns;
      columns[characters] = Bytes(many, 'x');
      columns[segments] = varints({0, (deletions + 1) << 1, 0});
      columns[kinds] = varints({1, deletions});
      columns[indexes] = varints({deletions + 1});
      columns[lengths] = varints({0, many - 2});
      columns[offsets] = varints({1});
      columns[places] = varints({1});
      columns[marks] = varints({1});
      columns[ranges] = lengthsDeleted;
      columns[targets] = targetsDeleted;
      return packed(static_cast<std::uint32_t>(many), static_cast<std::uint32_t>(deletions + 1), columns);
    };
    const auto whole = [](std::uint64_t length) { return ((length - 1) << 1) - 1; };
    QElapsedTimer timer;
    timer.start();
    const Bytes keyByKey = deleting(many - 1, varints({many - 1}), varints({many - 1}));
    QVERIFY(keyByKey.size() < 2000);
    const auto left = decodeHistory(one, keyByKey);
    QVERIFY(left);
    QCOMPARE(left->size(), std::size_t{1});
    // The second one ends at the same character again.
    const Bytes again = varints({1, (many << 2) - 1});
    QCOMPARE(refusal(deleting(2, varints({0, whole(many), 0, whole(many)}), again)), ErrorCode::Damaged);
    const auto twice = decodeHistory(one, deleting(2, varints({0, whole(many / 2), 0, whole(many / 2)}),
                                                   varints({1, (many / 2 << 2) - 1})));
    QVERIFY(twice);
    QCOMPARE(twice->size(), many / 2);
    QVERIFY2(timer.elapsed() < 5000, "took its time");
  }

  void atItsLimitAHistoryIsStillATextAndOneCharacterMoreIsNot() {
    const std::size_t pieces = limits::textHistoryCharacters / limits::textFieldBytes;
    std::vector<std::pair<OpId, Op>> ops;
    for (std::size_t i = 0; i <= pieces; ++i) {
      ChangeId id = changeId(1);
      id.bytes[0] = static_cast<std::uint8_t>(i);
      ops.emplace_back(
          OpId{id, 0},
          InsertText{part, field, {}, {}, i < pieces ? std::string(limits::textFieldBytes, 'x') : "y", 0});
    }
    std::vector<ContextualOp> context;
    for (const auto& [id, op] : ops)
      context.push_back({id, &op, {}, true});
    QCOMPARE(encodeHistory(Text(context), context).error().code, ErrorCode::TooLarge);
    context.pop_back();
    const auto history = encodeHistory(Text(context), context);
    QVERIFY(history);
    const auto text = decodeHistory(history->changes, history->bytes);
    QVERIFY(text);
    QCOMPARE(text->size(), limits::textHistoryCharacters);
  }

  void whatNoHonestAuthorWritesHasNoHistory() {
    const Op dangling = InsertText{part, field, ElementId{changeId(9), 0}, {}, "b", 0};
    const Op fine = InsertText{part, field, {}, {}, "ab", 0};
    const Op crossed = InsertText{part, field, ElementId{changeId(1), 1}, ElementId{changeId(1), 0}, "c", 0};
    const auto codeOf = [](const std::vector<ContextualOp>& ops) {
      const auto history = encodeHistory(Text(ops), ops);
      return history ? ErrorCode::Internal : history.error().code;
    };
    QCOMPARE(codeOf({{{changeId(2), 0}, &dangling, {}, true}}), ErrorCode::InvalidArgument);
    QCOMPARE(codeOf({{{changeId(1), 0}, &fine, {}, true}, {{changeId(2), 0}, &crossed, {}, true}}),
             ErrorCode::InvalidArgument);
    QCOMPARE(codeOf({{{thisChange, 0}, &fine, {}, true}}), ErrorCode::InvalidArgument);
    // A text of other ops.
    const std::vector<ContextualOp> ops{{{changeId(1), 0}, &fine, {}, true}};
    QVERIFY(!encodeHistory(Text(), ops));
    QVERIFY(!encodeHistory(Text(ops), {}));
    QVERIFY(encodeHistory(Text(), {}));
  }

 private:
  static constexpr const char* vector = "0111050c0c000400000201000200000202030302010205050001020d010707000700"
                                        "0100020103030203010303020901020203000101"
                                        "08020200070202000413134b65696e20576f727420d0b6c3a945696e2021";
};

QTEST_GUILESS_MAIN(TestCrdtTextHistory)

} // namespace test_crdt_text_history
#include "test_crdt_text_history.moc"
