// Every code and state has words in both languages, and the suggested passphrases have their strength.
#include <QtTest>

#include "app/text/error_sentences.h"
#include "app/text/passphrase_words.h"
#include "app/text/sentences.h"
#include "app/translation.h"
#include "core/crypto/signing/system_random.h"

namespace test_sentences {

using namespace meridian;
using namespace meridian::app;
using domain::Language;

namespace {

bool cyrillic(const QString& text) {
  for (const QChar c : text)
    if (c.unicode() >= 0x0400 && c.unicode() <= 0x04FF) return true;
  return false;
}

} // namespace

class TestSentences : public QObject {
  Q_OBJECT

 private:
  void bothLanguages(const std::function<QString()>& words, const char* what) {
    installTranslation(Language::En);
    const QString english = words();
    QVERIFY2(!english.isEmpty() && !cyrillic(english), what);
    installTranslation(Language::Ru);
    const QString russian = words();
    QVERIFY2(cyrillic(russian), qPrintable(QString("%1: %2").arg(what, russian)));
  }

 private slots:
  void everyErrorHasASentenceInBothLanguages() {
#define X(code, name, cls) bothLanguages([] { return errorSentence(ErrorCode::code); }, name);
    MERIDIAN_ERROR_CODES(X)
#undef X
  }
  void everyErrorSentenceIsItsOwn() {
    for (const Language language : {Language::En, Language::Ru}) {
      installTranslation(language);
      QStringList seen;
#define X(code, name, cls) seen << errorSentence(ErrorCode::code);
      MERIDIAN_ERROR_CODES(X)
#undef X
      QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), seen.size());
    }
  }
  void aStoredReasonReadsAsItsError() {
    installTranslation(Language::En);
    QCOMPARE(reasonSentence("quota-exceeded"), errorSentence(ErrorCode::QuotaExceeded));
    QCOMPARE(reasonSentence("from-a-newer-relay"), errorSentence(ErrorCode::RefusedByRelay));
  }
  void everyStateHasWordsAndALook() {
    for (int i = 0; i <= static_cast<int>(domain::PromiseState::Replaced); ++i)
      bothLanguages([=] { return promiseWords(static_cast<domain::PromiseState>(i)).text; }, "promise");
    for (int i = 0; i <= static_cast<int>(domain::ReviewState::Superseded); ++i)
      bothLanguages([=] { return reviewWords(static_cast<domain::ReviewState>(i)).text; }, "review");
    for (int i = 1; i <= static_cast<int>(store::Delivery::Rejected); ++i)
      bothLanguages([=] { return deliveryWords(static_cast<store::Delivery>(i)).text; }, "delivery");
    for (int i = 0; i <= static_cast<int>(domain::GoLiveBlock::AlreadyLive); ++i)
      bothLanguages([=] { return goLiveBlockSentence(static_cast<domain::GoLiveBlock>(i)); }, "go live");
    for (int i = 0; i <= static_cast<int>(domain::RuleId::F_ConflictingField); ++i)
      bothLanguages([=] { return ruleTitle(static_cast<domain::RuleId>(i)); }, "rule");
    for (int i = 1; i <= static_cast<int>(log::Role::CampaignDeputy); ++i)
      bothLanguages([=] { return roleText(static_cast<log::Role>(i)); }, "role");
    for (const auto part : domain::briefParts)
      bothLanguages([=] { return partTitle(part); }, "part");
    for (int i = 0; i <= static_cast<int>(replica::TimelineEntry::Kind::Feedback); ++i)
      bothLanguages([=] { return timelineKindText(static_cast<replica::TimelineEntry::Kind>(i)); }, "date");
  }
  void initialsAreOfTheFirstTwoNames() {
    QCOMPARE(initialsOf("Dana Brooks"), "DB");
    QCOMPARE(initialsOf("анна волкова"), "АВ");
    QCOMPARE(initialsOf(""), "");
  }
  void aSuggestedPassphraseHasFiveOf256Words() {
    signing::SystemRandom random;
    for (const Language language : {Language::En, Language::Ru}) {
      const QStringList words = passphraseWords(language);
      QCOMPARE(words.size(), 256);
      QCOMPARE(QSet<QString>(words.begin(), words.end()).size(), 256);
      const QString phrase = randomPassphrase(random, language);
      QCOMPARE(phrase.split(' ').size(), 5);
      QVERIFY(phrase.size() >= 12);
      QVERIFY(phrase != randomPassphrase(random, language));
      QCOMPARE(cyrillic(phrase), language == Language::Ru);
    }
  }
};

QTEST_GUILESS_MAIN(TestSentences)

} // namespace test_sentences
#include "test_sentences.moc"
