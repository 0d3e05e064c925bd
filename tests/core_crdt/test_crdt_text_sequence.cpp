// The fast text against the paper's tree, character by character.
#include <QtTest>
#include <rapidcheck.h>

#include "core/crdt/text_diff.h"
#include "tests/core_crdt/fugue_max_tree.h"
#include "tests/core_crdt/world.h"

using namespace meridian;
using namespace meridian::crdt;
using namespace meridian::crdt::testing;

namespace {

const EntityRef part = KeyedEntity{7, {1}};
constexpr std::uint32_t field = 1;

// Somebody who types: holds a text that takes each op as it comes, and all ops that it has seen.
class Writer {
 public:
  explicit Writer(std::uint8_t number) : m_number(number) {}

  void type(std::size_t position, std::string_view text) {
    take(m_text.insertAt(part, field, position, text));
  }
  void erase(std::size_t position, std::size_t count) { take(m_text.erase(part, field, position, count)); }
  // In the order in which the other has them, which is causal.
  void pull(const Writer& other) {
    for (const auto& op : other.m_ops)
      receive(op);
  }
  void receive(const std::shared_ptr<const std::pair<OpId, Op>>& op, bool counts = true) {
    if (!m_seen.insert(op->first).second) return;
    m_ops.push_back(op);
    if (!m_text.apply({op->first, &op->second, {}, counts})) m_text = built();
  }

  [[nodiscard]] const Text& text() const { return m_text; }
  [[nodiscard]] const auto& ops() const { return m_ops; }
  [[nodiscard]] std::vector<ContextualOp> context() const {
    std::vector<ContextualOp> all;
    for (const auto& op : m_ops)
      all.push_back({op->first, &op->second, {}, true});
    return all;
  }
  [[nodiscard]] Text built() const { return Text(context()); }
  [[nodiscard]] std::string expected() const { return FugueMaxTree(context()).utf8(); }

 private:
  void take(const Result<std::vector<Op>>& ops) {
    if (!ops) std::abort();
    for (const Op& op : *ops) {
      // Ids that sort in no order of time.
      ChangeId change;
      change.bytes.fill(m_number);
      const std::uint64_t scattered = (++m_written * 0x9E3779B97F4A7C15u) ^ (m_number * 0xD1B54A32D192ED03u);
      for (std::size_t i = 0; i < 8; ++i)
        change.bytes[i] = static_cast<std::uint8_t>(scattered >> (8 * i));
      receive(std::make_shared<const std::pair<OpId, Op>>(OpId{change, 0}, op));
    }
  }

  std::uint8_t m_number;
  std::uint64_t m_written = 0;
  Text m_text;
  std::vector<std::shared_ptr<const std::pair<OpId, Op>>> m_ops;
  std::set<OpId> m_seen;
};

void act(Writer& writer, Rng& rng) {
  const std::size_t size = writer.text().size();
  std::size_t at = below(rng, size + 1);
  if (below(rng, 3) == 0 && size > 0) {
    writer.erase(std::min(at, size - 1),
                 1 + below(rng, std::min<std::size_t>(size - std::min(at, size - 1), 5)));
  } else if (below(rng, 3) > 0) {
    writer.type(at, word(rng));
  } else { // forwards or backwards, key by key
    const bool back = below(rng, 2) == 0;
    for (std::size_t n = 2 + below(rng, 4); n > 0; --n) {
      writer.type(at, std::string(1, static_cast<char>('a' + below(rng, 26))));
      if (!back) ++at;
    }
  }
}

} // namespace

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
#include "test_crdt_text_sequence.moc"
