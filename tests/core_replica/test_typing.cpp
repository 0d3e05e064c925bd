// Two leads with one text open, each on a replica of their own.
#include "core/base/limits.h"
#include "core/crdt/text_session.h"
#include "core/domain/bilingual.h"
#include "tests/core_replica/story.h"

namespace test_typing {

using namespace meridian;
using namespace meridian::test;
using enum domain::Language;

namespace {

constexpr auto goal = domain::field::campaign::goal;

// Somebody's field, as the app holds one.
class Field {
 public:
  Field(replica::Replica& replica, const SpaceId& campaign, domain::Language lane)
      : m_editing(replica),
        m_lane(lane),
        m_place{campaign, crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Campaign), {}}} {
    look();
  }
  void look() { (void)m_session.receive(m_editing.text(m_place, goal, m_lane)); }
  void type(std::size_t at, std::u32string_view words) { m_session.edit(at, 0, words); }
  Result<void> keep() {
    auto ops = m_session.gather(OpId{}, 0);
    if (!ops) return std::unexpected(ops.error());
    const auto change = m_editing.type(m_place, goal, m_lane, std::move(*ops));
    if (!change) {
      m_session.giveBack();
      return std::unexpected(change.error());
    }
    m_session.land(*change);
    look();
    return {};
  }
  [[nodiscard]] std::u32string shown() const { return m_session.shown(); }
  [[nodiscard]] crdt::TextSession& session() { return m_session; }
  [[nodiscard]] replica::Editing& editing() { return m_editing; }
  [[nodiscard]] const replica::Place& place() const { return m_place; }

 private:
  replica::Editing m_editing;
  domain::Language m_lane;
  replica::Place m_place;
  crdt::TextSession m_session;
};

domain::Bilingual goalOf(Story& story, replica::Replica& replica) {
  return story.reading(replica).page().page.goal;
}

} // namespace

class TestTyping : public QObject {
  Q_OBJECT
 private slots:
  void bothKeepWhatTheyTypedOfflineAndUndoOnlyTheirOwn() {
    Story story;
    MUST(replica::Editing(*story.mila)
             .setText({story.campaign,
                       crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Campaign), {}}},
                      goal, En, "Post on Friday.", true));
    story.settle();
    Field milas(*story.mila, story.campaign, En), svetlanas(*story.svetlana, story.campaign, En);
    QVERIFY(milas.shown() == U"Post on Friday.");
    milas.type(8, U"early ");
    svetlanas.type(14, U" at noon");
    MUST(milas.keep());
    MUST(svetlanas.keep());
    story.settle();
    milas.look();
    svetlanas.look();
    QVERIFY(milas.shown() == U"Post on early Friday at noon.");
    QVERIFY(svetlanas.shown() == milas.shown());
    (void)milas.session().undo();
    QVERIFY(milas.shown() == U"Post on Friday at noon.");
    MUST(milas.keep());
    story.settle();
    svetlanas.look();
    QVERIFY(svetlanas.shown() == U"Post on Friday at noon.");
    QCOMPARE(goalOf(story, *story.svetlana).en, std::string("Post on Friday at noon."));
  }

  void linesOfATextEndAsFieldsShowThem() {
    Story story;
    const replica::Place page{
        story.campaign, crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Campaign), {}}};
    replica::Editing editing(*story.mila);
    MUST(editing.edit(page, {{goal, En, "One.\r\nTwo.\rThree.\n\r\n"}, {goal, Ru, "\r"}}, {}));
    const auto now = goalOf(story, *story.mila);
    QCOMPARE(now.en, std::string("One.\nTwo.\nThree.\n\n"));
    QCOMPARE(now.ru, std::string("\n"));
    QCOMPARE(now.madeFrom.value(), now.en);
    MUST(editing.setText(page, goal, En, "One.\r\n"));
    QCOMPARE(goalOf(story, *story.mila).en, std::string("One.\n"));
  }

  void aTranslationThatIsTypedKnowsWhatItWasMadeFrom() {
    Story story;
    Field english(*story.mila, story.campaign, En), russian(*story.mila, story.campaign, Ru);
    const auto before = goalOf(story, *story.mila);
    english.type(0, U"A goal. ");
    MUST(english.keep());
    russian.type(0, U"Цель. ");
    MUST(russian.keep());
    const auto now = goalOf(story, *story.mila);
    QCOMPARE(now.source, En);
    QCOMPARE(now.en, "A goal. " + before.en);
    QCOMPARE(now.madeFrom.value(), now.en);
    QVERIFY(!now.stale());
    english.type(0, U"X");
    MUST(english.keep());
    QVERIFY(goalOf(story, *story.mila).stale());
  }

  // What a deputy writes is held until a relay has stored it: for others, not for who has it open.
  void whatADeputyTypesStaysInTheirOwnField() {
    Story story;
    story.begin();
    const auto now = story.world.clock->now();
    const auto dave = story.joined("dave", "America/Chicago", *story.dana, log::Role::Deputy, "US", {},
                                   std::pair{now - std::chrono::hours{1}, now + std::chrono::hours{24 * 7}});
    replica::Editing editing(*dave);
    constexpr auto expression = domain::field::market::expression;
    const replica::Place market{
        story.campaign,
        crdt::KeyedEntity{static_cast<std::uint16_t>(domain::EntityKind::Market), Bytes{'U', 'S'}}};
    const auto written = [&](crdt::TextSession& session, const replica::Place& place, std::uint32_t block) {
      session.land(taken(editing.type(place, block, En, taken(session.gather(OpId{}, 0)))));
      (void)session.receive(taken(editing.typedText(place, block, En)));
    };
    crdt::TextSession session(taken(editing.typedText(market, expression, En)));
    const auto before = session.shown();
    session.edit(session.size(), 0, U" Warm.");
    written(session, market, expression);
    QVERIFY(session.shown() == before + U" Warm.");
    session.edit(session.size() - 4, 3, {});
    written(session, market, expression);
    QVERIFY(session.shown() == before + U" W.");
    (void)session.undo();
    written(session, market, expression);
    QVERIFY(session.shown() == before + U" Warm.");
    QCOMPARE(editing.text(market, expression, En).size(), before.size()); // nothing of it counts yet
    // So is a brief that is begun with these words.
    const replica::Place brief{story.space, taken(story.briefing(*dave).draft(story.space)).ref()};
    crdt::TextSession begun(taken(editing.typedText(brief, domain::field::brief::tone, En)));
    for (const auto* words : {U"One", U" two"}) {
      begun.edit(begun.size(), 0, words);
      written(begun, brief, domain::field::brief::tone);
    }
    QVERIFY(begun.shown().ends_with(U"One two"));
  }

  void anEditOfWhatIsNotThereIsRefusedAndStaysPending() {
    Story story;
    Field field(*story.mila, story.campaign, En);
    crdt::ElementId nobodys;
    nobodys.change.bytes.fill(7);
    std::vector<crdt::Op> edits{
        crdt::InsertText{.entity = OpId{}, .field = 0, .left = nobodys, .right = {}, .text = "lost"}};
    REFUSED(field.editing().type(field.place(), goal, En, edits), ErrorCode::NotFound);
    const auto before = goalOf(story, *story.mila);
    // A text at its limit takes no more, and loses nothing.
    field.type(0, std::u32string(limits::textFieldBytes, U'x'));
    field.type(0, U"y");
    REFUSED(field.keep(), ErrorCode::TooLarge);
    QVERIFY(field.session().pending());
    QCOMPARE(goalOf(story, *story.mila).en, before.en);
  }
};

QTEST_GUILESS_MAIN(TestTyping)

} // namespace test_typing
#include "test_typing.moc"
