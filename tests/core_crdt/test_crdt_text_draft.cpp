// A change that is typed in place: its text and its ops, and the place that the text remembers.
#include <QtTest>
#include <deque>
#include <rapidcheck.h>

#include "core/base/limits.h"
#include "core/crdt/text_draft.h"
#include "core/crdt/text_history.h"
#include "tests/core_crdt/writer.h"

namespace test_crdt_text_draft {

using namespace meridian;
using namespace meridian::crdt;
using namespace meridian::crdt::testing;

namespace {

// Somebody whose text takes edits by drafts, and the ops of others while one is open.
class Typist {
 public:
  explicit Typist(std::uint8_t number) : m_number(number) {}

  void edit(std::size_t position, std::size_t removed, std::string_view inserted) {
    const bool first = !m_draft;
    const auto expected = m_text.insertAt(part, field, position, inserted);
    if (first) {
      m_change = scatteredId(m_number, ++m_changes);
      m_index = 0;
      m_draft.emplace(m_text, m_change);
    }
    if (!m_draft->edit(position, removed, inserted)) std::abort();
    m_place = position + toCodePoints(inserted).size();
    if (!first || removed > 0 || m_changes % 2 == 0) return;
    tell();
    RC_ASSERT(m_ops.back()->second == expected->front());
  }
  void tell() {
    if (!m_draft) return;
    std::vector<Op> ops;
    m_draft->takeOps(part, field, ops);
    for (Op& op : ops) {
      const OpId id{m_change, m_index++};
      m_seen.insert(id);
      m_ops.push_back(std::make_shared<const std::pair<OpId, Op>>(id, std::move(op)));
    }
  }
  void close() {
    tell();
    m_draft.reset();
  }
  // What the other has told, in the order in which it came there, which is causal.
  void pull(const Typist& other) {
    for (const auto& op : other.m_ops) {
      if (!m_seen.insert(op->first).second) continue;
      m_ops.push_back(op);
      if (!m_text.apply({op->first, &op->second, {}, true})) std::abort();
    }
  }
  void act(Rng& rng) {
    const std::size_t size = m_text.size();
    // Mostly about where the last edit was.
    std::size_t at = std::min(size, m_place);
    if (below(rng, 4) == 0) at = below(rng, size + 1);
    switch (below(rng, 5)) {
    case 0:
      edit(at, std::min<std::size_t>(below(rng, 4), size - at), word(rng));
      break;
    case 1:
      for (std::size_t n = below(rng, 4); n > 0 && at > 0; --n)
        edit(--at, 1, {});
      break;
    case 2:
      for (std::size_t n = below(rng, 4); n > 0 && at < m_text.size(); --n)
        edit(at, 1, {});
      break;
    default:
      for (std::size_t n = 1 + below(rng, 5); n > 0; --n)
        edit(at++, 0, std::string(1, static_cast<char>('a' + below(rng, 26))));
    }
  }

  [[nodiscard]] const Text& text() const { return m_text; }
  [[nodiscard]] std::size_t place() const { return m_place; }
  [[nodiscard]] const auto& ops() const { return m_ops; }
  [[nodiscard]] std::vector<ContextualOp> context() const { return contextOf(m_ops); }

 private:
  std::uint8_t m_number;
  std::uint64_t m_changes = 0;
  Text m_text;
  std::optional<TextDraft> m_draft;
  ChangeId m_change;
  std::uint32_t m_index = 0;
  std::size_t m_place = 0;
  SharedOps m_ops;
  std::set<OpId> m_seen;
};

// The same characters in the same order, hidden ones included where an insertion at `position` names them.
void sameAt(const Text& text, const Text& fresh, std::size_t position) {
  RC_ASSERT(*text.insertAt(part, field, position, "x") == *fresh.insertAt(part, field, position, "x"));
  if (position < text.size()) RC_ASSERT(text.elementAt(position) == fresh.elementAt(position));
}

} // namespace

class TestCrdtTextDraft : public QObject {
  Q_OBJECT
 private slots:
  void theRememberedPlaceIsTheOneThatAFreshSearchFinds() {
    QVERIFY(rc::check([](std::uint64_t seed) {
      Rng rng(seed);
      std::deque<Typist> typists;
      for (std::uint8_t i = 0; i < 3; ++i)
        typists.emplace_back(i + 1);
      for (int i = 0; i < 120; ++i) {
        Typist& one = typists[below(rng, typists.size())];
        one.act(rng);
        if (below(rng, 3) == 0) one.pull(typists[below(rng, typists.size())]);
        if (below(rng, 3) == 0) one.close();
        if (below(rng, 4) != 0) continue;
        one.tell();
        const Text fresh(one.context());
        RC_ASSERT(one.text().size() == fresh.size());
        // As it is remembered after the edit, then as it is remembered after each look.
        sameAt(one.text(), fresh, std::min(one.place(), fresh.size()));
        for (std::size_t step = 0; step < 12; ++step) {
          const std::size_t near = one.place() + below(rng, 7);
          sameAt(one.text(), fresh, std::min(near < 3 ? 0 : near - 3, fresh.size()));
          sameAt(one.text(), fresh, below(rng, fresh.size() + 1));
        }
      }
    }));
  }

  void peopleWhoMeetWithOpenDraftsReadWhatTheTreeReads() {
    QVERIFY(rc::check([](std::uint64_t seed) {
      Rng rng(seed);
      std::deque<Typist> typists;
      for (std::uint8_t i = 0; i < 4; ++i)
        typists.emplace_back(i + 1);
      for (int i = 0; i < 100; ++i) {
        Typist& one = typists[below(rng, typists.size())];
        one.act(rng);
        if (below(rng, 4) == 0) one.tell();
        if (below(rng, 4) == 0) one.close();
        if (below(rng, 4) == 0) one.pull(typists[below(rng, typists.size())]);
      }
      for (Typist& one : typists)
        one.close();
      for (Typist& to : typists)
        for (const Typist& from : typists)
          to.pull(from);
      const std::string expected = FugueMaxTree(typists.front().context()).utf8();
      for (const Typist& one : typists) {
        RC_ASSERT(one.text().utf8() == expected);
        RC_ASSERT(one.text().visibleRanges() == typists.front().text().visibleRanges());
        RC_ASSERT(Text(one.context()).utf8() == expected);
      }
    }));
  }

  void theOpsOfAChangeSayWhatAnOpForEveryEditSays() {
    QVERIFY(rc::check([](std::uint64_t seed) {
      Rng rng(seed);
      Typist told(1), gathered(1);
      Rng other = rng;
      for (int i = 0; i < 60; ++i) {
        told.act(rng);
        told.tell();
        gathered.act(other);
      }
      gathered.tell();
      RC_ASSERT(gathered.ops().size() <= told.ops().size());
      const Text byEdit(told.context()), byChange(gathered.context());
      RC_ASSERT(byEdit.utf8() == told.text().utf8() && byChange.utf8() == byEdit.utf8());
      RC_ASSERT(byChange.visibleRanges() == byEdit.visibleRanges());
      for (std::size_t at = 0; at <= byEdit.size(); ++at)
        sameAt(byChange, byEdit, at);
      if (gathered.ops().empty()) return;
      const auto history = encodeHistory(gathered.text(), gathered.context());
      RC_ASSERT(history.has_value());
      const auto decoded = decodeHistory(history->changes, history->bytes);
      RC_ASSERT(decoded.has_value());
      RC_ASSERT(decoded->visibleRanges() == byEdit.visibleRanges());
    }));
  }

  void thereAreAsManyOpsAsPlaces() {
    Text text;
    TextDraft draft(text, changeId(3), 5);
    QVERIFY(draft.empty());
    std::size_t at = 0;
    for (const char c : std::string_view("helllo"))
      QVERIFY(draft.edit(at++, 0, std::string_view(&c, 1)));
    QVERIFY(draft.edit(3, 1, {}));
    QVERIFY(draft.edit(2, 1, {}));
    QVERIFY(draft.edit(2, 0, "l"));
    QCOMPARE(text.utf8(), std::string("hello"));
    QVERIFY(!draft.empty());
    std::vector<Op> ops;
    draft.takeOps(part, field, ops);
    const auto own = [](std::uint32_t offset) { return ElementId{changeId(3), offset}; };
    QCOMPARE(ops.size(), std::size_t{3});
    QCOMPARE(std::get<InsertText>(ops[0]), (InsertText{part, field, {}, {}, "helllo", 5}));
    QCOMPARE(std::get<InsertText>(ops[1]), (InsertText{part, field, own(6), own(7), "l", 11}));
    QCOMPARE(std::get<DeleteText>(ops[2]), (DeleteText{part, field, {{own(7), 2}}}));
    QVERIFY(draft.empty());
    draft.takeOps(part, field, ops);
    QCOMPARE(ops.size(), std::size_t{3});
    // What goes on after the ops were taken is an insertion of its own.
    QVERIFY(draft.edit(3, 0, "p"));
    draft.takeOps(part, field, ops);
    QCOMPARE(std::get<InsertText>(ops.at(3)), (InsertText{part, field, own(11), own(7), "p", 12}));
  }

  void whatIsRefusedLeavesTheTextAsItWas() {
    Text text;
    TextDraft draft(text, changeId(3));
    QVERIFY(draft.edit(0, 0, "abc"));
    QCOMPARE(draft.edit(4, 0, "x").error().code, ErrorCode::InvalidArgument);
    QCOMPARE(draft.edit(1, 3, "x").error().code, ErrorCode::InvalidArgument);
    QCOMPARE(draft.edit(1, 1, "\xFF").error().code, ErrorCode::InvalidArgument);
    QCOMPARE(draft.edit(1, 1, std::string(limits::textFieldBytes + 1, 'x')).error().code,
             ErrorCode::TooLarge);
    QCOMPARE(text.utf8(), std::string("abc"));
    std::vector<Op> ops;
    draft.takeOps(part, field, ops);
    QCOMPARE(ops.size(), std::size_t{1});
  }

  void noInsertionGrowsBeyondWhatAnOpMayHold() {
    Text text;
    TextDraft draft(text, changeId(3));
    std::string piece; // four bytes each
    for (std::size_t i = 0; i < limits::textFieldBytes / 16; ++i)
      piece += "😀";
    std::size_t at = 0;
    for (int i = 0; i < 6; ++i, at += piece.size() / 4)
      QVERIFY(draft.edit(at, 0, piece));
    std::vector<Op> ops;
    draft.takeOps(part, field, ops);
    QCOMPARE(ops.size(), std::size_t{2});
    QCOMPARE(std::get<InsertText>(ops[0]).text.size(), limits::textFieldBytes);
    QCOMPARE(std::get<InsertText>(ops[1]).text.size(), limits::textFieldBytes / 2);
    std::vector<ContextualOp> context;
    for (std::uint32_t i = 0; i < ops.size(); ++i)
      context.push_back({{changeId(3), i}, &ops[i], {}, true});
    QCOMPARE(Text(context).utf8(), text.utf8());
  }
};

QTEST_GUILESS_MAIN(TestCrdtTextDraft)

} // namespace test_crdt_text_draft
#include "test_crdt_text_draft.moc"
