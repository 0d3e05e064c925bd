// A text open in an editor while others write: what is shown, where the cursor stands, what undo takes back.
#include <QtTest>
#include <rapidcheck.h>

#include "core/base/limits.h"
#include "core/crdt/codec.h"
#include "core/crdt/text_session.h"
#include "tests/core_crdt/writer.h"

namespace test_crdt_text_session {

using namespace meridian;
using namespace meridian::crdt;
using namespace meridian::crdt::testing;

namespace {

std::string utf8(std::u32string_view text) {
  std::string bytes;
  for (const char32_t c : text)
    appendUtf8(bytes, c);
  return bytes;
}

// What a screen does with patches.
std::u32string patched(std::u32string text, const TextSession::Patches& patches) {
  for (auto patch = patches.rbegin(); patch != patches.rend(); ++patch)
    text.replace(patch->position, patch->removed, patch->inserted);
  return text;
}

// Somebody at an editor. Their replica is a Writer's ops, reached only by write() and read(), as the app
// reaches it.
class Editor {
 public:
  explicit Editor(std::uint8_t number) : m_replica(number), m_session(m_replica.built()) {}

  void type(std::size_t at, std::size_t removed, std::u32string_view text) {
    m_session.edit(at, removed, text);
    m_screen.replace(at, removed, text);
  }
  void say(std::u32string_view text) { type(m_screen.size(), 0, text); }
  void read() {
    if (!m_session.inFlight()) take(m_session.receive(m_replica.built()));
  }
  // Half of a commit; the other half comes later, or fails.
  void send() {
    if (m_session.inFlight()) return;
    const auto ops = m_session.gather(part, field);
    RC_ASSERT(ops.has_value());
    m_sent = *ops;
    if (m_sent.empty()) RC_ASSERT(!m_session.inFlight());
  }
  void answer(Rng& rng) {
    if (!m_session.inFlight()) return;
    const ChangeId id = changeId(rng);
    numberElements(m_sent);
    for (std::uint32_t i = 0; i < m_sent.size(); ++i) {
      Op op = m_sent[i];
      codec::visitIds(op, [&](ChangeId& named) {
        if (named == thisChange) named = id;
      });
      m_replica.receive(std::make_shared<const std::pair<OpId, Op>>(OpId{id, i}, op));
    }
    m_session.land(id);
    take(m_session.receive(m_replica.built()));
  }
  void fail() {
    if (m_session.inFlight()) m_session.giveBack();
  }
  void undo() { m_screen = patched(m_screen, m_session.undo()); }
  void redo() { m_screen = patched(m_screen, m_session.redo()); }
  void settle(Rng& rng) {
    answer(rng);
    send();
    answer(rng);
  }
  void pull(const Editor& other) { m_replica.pull(other.m_replica); }

  [[nodiscard]] const std::u32string& screen() const { return m_screen; }
  [[nodiscard]] std::string text() const { return utf8(m_screen); }
  [[nodiscard]] TextSession& session() { return m_session; }
  [[nodiscard]] Writer& replica() { return m_replica; }
  std::size_t cursor = 0;   // moved as the screen moves it
  std::size_t selected = 0; // up to here, from the cursor

 private:
  void take(const TextSession::Moved& moved) {
    RC_ASSERT((moved.behind.size() == m_screen.size() + 1));
    RC_ASSERT((moved.before.size() == m_screen.size() + 1));
    const std::size_t from = cursor, to = selected;
    cursor = from == to ? moved.behind[from] : moved.before[from];
    selected = moved.behind[to];
    m_screen = patched(m_screen, moved.patches);
    RC_ASSERT((m_screen == m_session.shown()));
  }

  Writer m_replica;
  TextSession m_session;
  std::u32string m_screen;
  std::vector<Op> m_sent;
};

void act(Editor& editor, Rng& rng) {
  const std::size_t size = editor.screen().size();
  const std::size_t at = below(rng, size + 1);
  switch (below(rng, 9)) {
  case 0:
    editor.type(at, below(rng, std::min<std::size_t>(size - at, 4) + 1), {});
    break;
  case 1:
    editor.undo();
    break;
  case 2:
    editor.redo();
    break;
  case 3:
    editor.session().pause();
    break;
  case 4:
    editor.read();
    break;
  case 5:
    editor.send();
    break;
  case 6:
    if (below(rng, 6) == 0)
      editor.fail();
    else
      editor.answer(rng);
    break;
  default:
    editor.type(at, below(rng, 3) == 0 ? below(rng, std::min<std::size_t>(size - at, 3) + 1) : 0,
                toCodePoints(word(rng)));
  }
  RC_ASSERT((editor.screen() == editor.session().shown()));
  RC_ASSERT((editor.screen().size() == editor.session().size()));
}

} // namespace

class TestCrdtTextSession : public QObject {
  Q_OBJECT
 private slots:
  void editorsWhoCommitAndReadInAnyOrderShowTheSameTextInTheEnd() {
    QVERIFY(rc::check([](std::uint64_t seed) {
      Rng rng(seed);
      std::vector<Editor> editors;
      for (std::uint8_t i = 0; i < 3; ++i)
        editors.emplace_back(i + 1);
      for (int i = 0; i < 80; ++i) {
        Editor& one = editors[below(rng, editors.size())];
        act(one, rng);
        if (below(rng, 4) == 0) one.pull(editors[below(rng, editors.size())]);
      }
      for (Editor& one : editors)
        one.settle(rng);
      for (Editor& to : editors)
        for (Editor& from : editors)
          to.pull(from);
      for (Editor& one : editors) {
        one.read();
        RC_ASSERT((one.text() == editors.front().replica().expected()));
        RC_ASSERT(!one.session().pending());
      }
    }));
  }

  void theSelectedWordStaysSelectedWhateverOthersWriteAroundIt() {
    QVERIFY(rc::check([](std::uint64_t seed) {
      Rng rng(seed);
      Editor mine(1), other(2);
      mine.say(U"one two MARK three four");
      mine.settle(rng);
      other.pull(mine);
      other.read();
      mine.cursor = 8;
      mine.selected = 12;
      for (int i = 0; i < 20; ++i) {
        // Anywhere but inside the word.
        const std::size_t word = other.screen().find(U"MARK");
        const bool left = below(rng, 2) == 0;
        const std::size_t from = left ? 0 : word + 4, room = left ? word : other.screen().size() - from;
        const std::size_t at = from + below(rng, room + 1);
        const std::size_t removed = below(rng, 3) == 0 ? below(rng, from + room - at + 1) : 0;
        other.type(at, removed, toCodePoints(testing::word(rng)));
        // Mine is typed, too, before and behind.
        if (below(rng, 3) == 0) {
          if (below(rng, 2) == 0) {
            mine.type(mine.selected, 0, U"m");
          } else {
            mine.type(mine.cursor, 0, U"m");
            ++mine.cursor;
            ++mine.selected;
          }
        }
        if (below(rng, 3) == 0) mine.send();
        if (below(rng, 2) == 0) other.settle(rng);
        mine.pull(other);
        if (below(rng, 2) == 0) mine.answer(rng);
        mine.read();
        RC_ASSERT((mine.screen().substr(mine.cursor, mine.selected - mine.cursor) == U"MARK"));
      }
    }));
  }

  void undoTakesBackOwnEditsAndLeavesEverythingOfOthers() {
    QVERIFY(rc::check([](std::uint64_t seed) {
      Rng rng(seed);
      Editor mine(1), other(2);
      other.say(U"the text of both");
      other.settle(rng);
      mine.pull(other);
      mine.read();
      // I write capitals and delete nothing of the other's; the other writes small letters.
      for (int i = 0; i < 30; ++i) {
        if (below(rng, 2) == 0) {
          mine.type(below(rng, mine.screen().size() + 1), 0, below(rng, 2) == 0 ? U"X" : U"YZ");
          if (below(rng, 2) == 0) mine.session().pause();
        } else {
          const std::size_t at = below(rng, other.screen().size() + 1);
          const std::size_t removed = below(rng, 3) == 0 && at < other.screen().size() ? 1 : 0;
          other.type(at, removed, U"o");
          other.settle(rng);
        }
        if (below(rng, 3) == 0) mine.settle(rng);
        mine.pull(other);
        mine.read();
        if (below(rng, 3) == 0) other.pull(mine), other.read();
      }
      other.pull(mine);
      other.read();
      std::u32string without = mine.screen();
      std::erase_if(without, [](char32_t c) { return c >= U'A' && c <= U'Z'; });
      const std::u32string before = mine.screen();
      while (mine.session().canUndo())
        mine.undo();
      RC_ASSERT((mine.screen() == without));
      mine.settle(rng);
      RC_ASSERT((mine.screen() == without));
      while (mine.session().canRedo())
        mine.redo();
      RC_ASSERT((mine.screen() == before));
      mine.settle(rng);
      RC_ASSERT((mine.screen() == before));
      RC_ASSERT((mine.text() == mine.replica().expected()));
    }));
  }

  void whatIDeletedComesBackWhereItStood() {
    Rng rng(3);
    Editor mine(1), other(2);
    mine.say(U"Post on Friday, never on Sunday.");
    mine.settle(rng);
    mine.session().pause();
    other.pull(mine);
    other.read();
    mine.type(8, 6, {}); // Friday
    mine.settle(rng);
    other.type(0, 4, U"Publish");
    other.settle(rng);
    mine.pull(other);
    mine.read();
    QCOMPARE(mine.text(), std::string("Publish on , never on Sunday."));
    mine.undo();
    QCOMPARE(mine.text(), std::string("Publish on Friday, never on Sunday."));
    mine.settle(rng);
    QCOMPARE(mine.text(), mine.replica().expected());
    QCOMPARE(mine.text(), std::string("Publish on Friday, never on Sunday."));
  }

  void whatSomebodyElseDeletedTooStaysDeleted() {
    Rng rng(4);
    Editor mine(1), other(2);
    mine.say(U"keep drop");
    mine.settle(rng);
    mine.session().pause();
    other.pull(mine);
    other.read();
    mine.type(4, 5, {});
    other.type(4, 5, {});
    other.settle(rng);
    mine.pull(other);
    mine.read(); // before mine was written
    QCOMPARE(mine.text(), std::string("keep"));
    mine.undo();
    QCOMPARE(mine.text(), std::string()); // all of mine was one edit, and that is gone
    mine.redo();
    QCOMPARE(mine.text(), std::string("keep"));
  }

  void whatWasTypedAndErasedBeforeThePauseIsNeverWritten() {
    Rng rng(5);
    Editor mine(1);
    mine.say(U"a secret");
    mine.type(2, 6, {});
    mine.say(U"word");
    const auto ops = mine.session().gather(part, field);
    QVERIFY(ops);
    QCOMPARE(ops->size(), std::size_t{1});
    QCOMPARE(std::get<InsertText>(ops->front()).text, std::string("a word"));
    QVERIFY(!mine.session().pending());
    mine.session().giveBack();
    QVERIFY(mine.session().pending());
    mine.type(0, 6, {});
    QVERIFY(!mine.session().pending());
    QVERIFY(mine.session().gather(part, field)->empty());
    QVERIFY(!mine.session().inFlight());
  }

  void aTextBeyondTheLimitStaysPending() {
    TextSession session;
    session.edit(0, 0, std::u32string(limits::textFieldBytes, U'x'));
    session.edit(0, 0, U"y");
    QCOMPARE(session.gather(part, field).error().code, ErrorCode::TooLarge);
    QVERIFY(session.pending());
    session.edit(0, 1, {});
    QVERIFY(session.gather(part, field));
  }

  void aSetOfSerialsHoldsWhatAPlainSetHolds() {
    QVERIFY(rc::check([](std::uint64_t seed) {
      Rng rng(seed);
      SerialSet serials;
      std::set<std::uint32_t> plain;
      for (int i = 0; i < 300; ++i) {
        const auto serial = static_cast<std::uint32_t>(below(rng, 30));
        if (below(rng, 2) == 0)
          RC_ASSERT(serials.erase(serial) == (plain.erase(serial) > 0));
        else if (plain.insert(serial).second)
          serials.insert(serial);
        RC_ASSERT(serials.empty() == plain.empty());
        for (std::uint32_t one = 0; one < 31; ++one)
          RC_ASSERT(serials.contains(one) == plain.contains(one));
      }
    }));
  }

  void typingGoesOnAsOneEditUntilThereIsAPauseOrAnotherPlace() {
    TextSession session;
    session.edit(0, 0, U"a");
    session.edit(1, 0, U"b");
    session.edit(1, 1, {}); // a backspace belongs to it
    session.edit(1, 0, U"c");
    session.edit(0, 0, U"x"); // elsewhere
    session.pause();
    session.edit(1, 0, U"y");
    QCOMPARE(utf8(session.shown()), std::string("xyac"));
    (void)session.undo();
    QCOMPARE(utf8(session.shown()), std::string("xac"));
    (void)session.undo();
    QCOMPARE(utf8(session.shown()), std::string("ac"));
    (void)session.undo();
    QCOMPARE(utf8(session.shown()), std::string());
    QVERIFY(!session.canUndo());
    (void)session.redo();
    QCOMPARE(utf8(session.shown()), std::string("ac"));
    session.edit(2, 0, U"!");
    QVERIFY(!session.canRedo());
  }

  void whatWasTypedAndErasedLeavesTheEditBeforeItAlone() {
    TextSession session;
    session.edit(0, 0, U"one");
    session.pause();
    session.edit(3, 0, U"x");
    session.edit(3, 1, {});
    session.edit(3, 0, U" two");
    (void)session.undo();
    QCOMPARE(utf8(session.shown()), std::string("one"));
  }

  // The last word of an editor that closes while something is on its way.
  void whatIsTypedBehindWordsOnTheirWayGoesAfterThemOnceTheyLand() {
    Rng rng(11);
    Editor mine(1), others(2);
    mine.say(U"one");
    mine.settle(rng);
    mine.send();
    mine.type(3, 0, U" two");
    mine.send();
    mine.type(7, 0, U" three");
    const ChangeId id = changeId(rng);
    mine.session().land(id);
    QVERIFY(!mine.session().inFlight());
    const auto ops = mine.session().pendingOps(part, field);
    QVERIFY(ops);
    QCOMPARE(ops->size(), std::size_t{1});
    const auto& insertion = std::get<InsertText>(ops->front());
    QCOMPARE(insertion.text, std::string(" three"));
    QVERIFY(insertion.left && insertion.left->change == id && insertion.left->offset == 3);
  }

  // What was taken without counting, and counts after all: as if it had from the beginning.
  void whatCountsLaterReadsAsIfItAlwaysHad() {
    QVERIFY(rc::check([](std::uint64_t seed) {
      Rng rng(seed);
      Writer writer(1);
      for (int i = 0; i < 20; ++i)
        crdt::testing::act(writer, rng);
      auto ops = writer.context();
      std::vector<ContextualOp> late;
      for (auto& op : ops)
        if (below(rng, 2) == 0) {
          late.push_back(op);
          op.counts = false;
        }
      Text text(ops);
      for (const auto& op : late)
        text.count({op.id, op.op, {}, true});
      // A character that one op deletes and a later one puts in comes to light: here all deletions come last.
      for (const auto& op : writer.context())
        if (std::holds_alternative<DeleteText>(*op.op)) text.count(op);
      RC_ASSERT(text.utf8() == writer.text().utf8());
      RC_ASSERT(text.size() == writer.text().size());
    }));
  }

  // Whoever wrote “|” had no right to, as turns out: “two” was behind it and comes to stand before “one”.
  void aTextThatComesInAnotherOrderLosesNothingTyped() {
    Rng rng(12);
    std::array<ChangeId, 3> ids{changeId(rng), changeId(rng), changeId(rng)};
    std::ranges::sort(ids);
    const auto& [two, one, bar] = ids;
    const InsertText middle{.entity = part, .field = field, .left = {}, .right = {}, .text = "|"};
    const InsertText first{
        .entity = part, .field = field, .left = {}, .right = ElementId{bar, 0}, .text = "one"};
    const InsertText last{
        .entity = part, .field = field, .left = ElementId{bar, 0}, .right = {}, .text = "two"};
    const std::array<Op, 3> ops{middle, first, last};
    const std::array<ContextualOp, 3> all{ContextualOp{{bar, 0}, &ops[0], {}, true},
                                          ContextualOp{{one, 0}, &ops[1], {}, true},
                                          ContextualOp{{two, 0}, &ops[2], {}, true}};
    TextSession session{Text(all)};
    QCOMPARE(utf8(session.shown()), std::string("one|two"));
    session.edit(3, 0, U"!");
    session.edit(8, 0, U"?");
    const Text anew{std::span<const ContextualOp>(all).subspan(1)};
    QCOMPARE(anew.utf8(), std::string("twoone"));
    const auto before = session.shown();
    const auto moved = session.receive(anew);
    QCOMPARE(utf8(patched(before, moved.patches)), utf8(session.shown()));
    auto words = utf8(session.shown());
    QCOMPARE(std::ranges::count(words, '!'), 1);
    QCOMPARE(std::ranges::count(words, '?'), 1);
    std::erase_if(words, [](char c) { return c == '!' || c == '?'; });
    QCOMPARE(words, std::string("twoone"));
    QVERIFY(session.gather(part, field));
    session.giveBack();
    (void)session.receive(anew);
    QVERIFY(session.gather(part, field));
  }
};

QTEST_GUILESS_MAIN(TestCrdtTextSession)

} // namespace test_crdt_text_session
#include "test_crdt_text_session.moc"
