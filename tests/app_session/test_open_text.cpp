// What a field's words become on the core thread where memory ends: written once, or still the field's.
#include <new>

#include "app/session/open_text.h"
#include "tests/core_replica/story.h"
#include "tests/simulation/heap.h"

using namespace meridian;
using namespace meridian::test;

namespace {

// The campaign's goal, open in Mila's field.
class Field {
 public:
  Field() {
    m_text.campaign = m_text.space = m_story.campaign;
    m_text.entity =
        crdt::entityIdOf(crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Campaign), {}});
    m_text.block = domain::field::campaign::goal;
    m_text.lane = domain::Language::En;
  }
  [[nodiscard]] crdt::TextSession open() { return crdt::TextSession(taken(m_text.now(mila()))); }
  [[nodiscard]] int count(const std::string& word) {
    const std::string text = taken(m_text.now(mila())).utf8();
    int found = 0;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
      ++found;
    return found;
  }
  [[nodiscard]] const app::OpenText& text() const { return m_text; }
  [[nodiscard]] replica::Replica& mila() { return *m_story.mila; }
  // The n-th allocation of it finds no memory. Whether one was that many.
  template <class Work>
  bool shortOfMemory(std::uint64_t n, Work work) {
    const auto before = sim::Heap::failures();
    try {
      sim::Heap::begin({.n = n, .count = 1, .sizeMin = 1});
      work();
    } catch (const std::bad_alloc&) {
      mila().outOfMemory(); // as the core thread says it
    }
    (void)sim::Heap::mend();
    return sim::Heap::failures() != before;
  }

 private:
  Story m_story;
  app::OpenText m_text;
};

void say(crdt::TextSession& words, const std::string& said) {
  words.edit(words.size(), 0, std::u32string(said.begin(), said.end()));
}

} // namespace

class TestOpenText : public QObject {
  Q_OBJECT

 private slots:
  // The field closes: behind words that have landed, and with words that were refused.
  void theLastWordsAreWrittenOnceOrAreStillThere_data() {
    QTest::addColumn<bool>("lands");
    QTest::newRow("behind words that land") << true;
    QTest::newRow("with words that are refused") << false;
  }
  void theLastWordsAreWrittenOnceOrAreStillThere() {
    QFETCH(const bool, lands);
    Field field;
    int kept = 0, written = 0;
    for (std::uint64_t n = 0;; n += 1 + n / 32) {
      const std::string first = "<" + std::to_string(n) + "a", last = "<" + std::to_string(n) + "b";
      crdt::TextSession words = field.open();
      say(words, first);
      auto gathered = taken(words.gather(OpId{}, 0));
      std::optional<app::OpenText::Landed> landed;
      if (lands) MUST(field.text().write(field.mila(), std::move(gathered), landed).done);
      say(words, last);
      Result<void> done = fail(ErrorCode::OutOfMemory);
      const bool met =
          field.shortOfMemory(n, [&] { done = field.text().writeLast(field.mila(), words, landed); });
      QVERIFY2(!words.inFlight(), qPrintable(QString::number(n)));
      if (done) {
        QCOMPARE(field.count(last), 1);
        ++written;
      } else {
        // As the next field for this text does it.
        (void)words.receive(taken(field.text().now(field.mila())));
        QVERIFY2(words.pending() == (field.count(last) == 0), qPrintable(QString::number(n)));
        if (words.pending()) {
          std::optional<app::OpenText::Landed> again;
          MUST(field.text().write(field.mila(), taken(words.gather(OpId{}, 0)), again).done);
        }
        ++kept;
      }
      QVERIFY2(field.count(first) == 1 && field.count(last) == 1, qPrintable(QString::number(n)));
      if (!met) break;
    }
    QVERIFY(kept > 10 && written > 0);
  }

  // What the answer is told of is what there is.
  void whatIsWrittenHasLanded() {
    Field field;
    int refused = 0;
    for (std::uint64_t n = 0;; n += 1 + n / 32) {
      const std::string said = "<" + std::to_string(n) + "c";
      crdt::TextSession words = field.open();
      say(words, said);
      auto gathered = taken(words.gather(OpId{}, 0));
      std::optional<app::OpenText::Landed> landed;
      const bool met = field.shortOfMemory(
          n, [&] { (void)field.text().write(field.mila(), std::move(gathered), landed); });
      QVERIFY2(field.count(said) == (landed ? 1 : 0), qPrintable(QString::number(n)));
      refused += landed ? 0 : 1;
      if (!met) break;
    }
    QVERIFY(refused > 10);
  }
};

QTEST_GUILESS_MAIN(TestOpenText)
#include "test_open_text.moc"
