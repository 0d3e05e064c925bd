#include <QtTest>

#include "core/crdt/body.h"
#include "core/domain/bilingual.h"
#include "core/domain/schema.h"

namespace test_bilingual {

using namespace meridian;
using namespace meridian::domain;

namespace {

Bilingual both(std::string en, std::string ru) {
  Bilingual text;
  text.en = std::move(en);
  text.ru = std::move(ru);
  return text;
}
std::string only(const std::vector<DiffSpan>& spans, std::initializer_list<DiffSpan::Kind> kinds) {
  std::string text;
  for (const DiffSpan& span : spans)
    if (std::find(kinds.begin(), kinds.end(), span.kind) != kinds.end()) text += span.text;
  return text;
}
using K = DiffSpan::Kind;

} // namespace

class TestBilingual : public QObject {
  Q_OBJECT
 private slots:
  void anEmptyLaneFallsBackAndSaysSo() {
    const auto text = both("Care", "");
    QCOMPARE(text.shown(Language::Ru).text, std::string_view("Care"));
    QVERIFY(text.shown(Language::Ru).fellBack);
    QVERIFY(!text.shown(Language::En).fellBack);
    QVERIFY(!both("", "").shown(Language::Ru).fellBack);
  }

  void N3_aTranslationIsStaleOnceItsSourceChanged() {
    auto text = both("Care that proves itself.", "Уход доказывает себя сам.");
    QVERIFY(!text.stale()); // nobody said what it was made from
    text.madeFrom = text.en;
    QVERIFY(!text.stale());
    text.en += " Every day.";
    QVERIFY(text.stale());
    text.ru.clear();
    QVERIFY(!text.stale()); // there is nothing that could be stale
  }

  void aBlockIsReadFromItsFields() {
    const crdt::EntityId id = crdt::EntityId::keyed({1, {}});
    ChangeId change;
    change.bytes[0] = 7;
    std::vector<crdt::Op> ops{crdt::InsertText{id.ref(), block(2, lane::en), {}, {}, "A"},
                              crdt::InsertText{id.ref(), block(2, lane::ru), {}, {}, "Б"},
                              crdt::SetRegister{id.ref(), block(2, lane::source), 1},
                              crdt::SetRegister{id.ref(), block(2, lane::enMadeFrom), "В"}};
    crdt::numberElements(ops);
    std::vector<crdt::ContextualOp> contextual;
    for (std::size_t i = 0; i < ops.size(); ++i)
      contextual.push_back({OpId{change, static_cast<std::uint32_t>(i)}, &ops[i], Hlc{1}});
    const auto text = readBlock(crdt::EntityState::merge(id, contextual), 2);
    QCOMPARE(text.en, std::string("A"));
    QCOMPARE(text.ru, std::string("Б"));
    QCOMPARE(text.source, Language::Ru);
    QVERIFY(text.stale());
  }

  void aBlockSurvivesItsValue() {
    auto text = both("A", "Б");
    text.source = Language::Ru;
    text.madeFrom = "";
    QCOMPARE(bilingualFrom(toValue(text)), text);
    QCOMPARE(bilingualFrom(crdt::Value(5)), Bilingual{});
  }

  void aDifferenceIsInWords() {
    const auto spans = wordDiff("One vertical video, 45–60 s: day 1.", "One vertical video, 30–45 s: day 1.");
    QCOMPARE(spans.size(), std::size_t{4});
    QCOMPARE(spans[1], (DiffSpan{K::Removed, "45–60 "}));
    QCOMPARE(spans[2], (DiffSpan{K::Added, "30–45 "}));
  }

  void bothTextsCanBeReadBack() {
    const std::pair<const char*, const char*> pairs[] = {
        {"", "new text"}, {"old text", ""}, {"a b c d", "b a d c"}, {"раз два три", "раз три четыре "},
        {"x", "x"},       {"", ""}};
    for (const auto& [before, after] : pairs) {
      const auto spans = wordDiff(before, after);
      QCOMPARE(only(spans, {K::Same, K::Added}), std::string(after));
      const auto old = only(spans, {K::Same, K::Removed});
      QCOMPARE(QString::fromStdString(old).simplified(), QString(before).simplified());
    }
  }

  void hugeTextsAreComparedInBoundedWork() {
    std::string a, b;
    for (int i = 0; i < 20'000; ++i)
      a += "a" + std::to_string(i) + " ", b += "b" + std::to_string(i) + " ";
    const auto spans = wordDiff(a, b);
    QCOMPARE(spans.size(), std::size_t{2});
    QCOMPARE(spans[1].text, b);
  }

  void blankIsWhatNobodyCanRead() {
    for (const char* text : {"", "  \n", "\u00A0 "})
      QVERIFY(isBlank(text));
    QVERIFY(!isBlank(" а"));
  }
};

QTEST_APPLESS_MAIN(TestBilingual)

} // namespace test_bilingual
#include "test_bilingual.moc"
