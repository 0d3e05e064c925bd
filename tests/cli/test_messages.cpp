// What meridianctl says about an error, in both languages and without a profile to ask.
#include <QtTest>

#include "app/cli/messages.h"

using namespace meridian;
using namespace meridian::cli;
using domain::Language;

namespace {

bool cyrillic(std::string_view text) {
  const QString words = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
  return std::any_of(words.begin(), words.end(),
                     [](QChar c) { return c.script() == QChar::Script_Cyrillic; });
}

} // namespace

class TestMessages : public QObject {
  Q_OBJECT

 private slots:
  void everyCodeHasASentenceInBothLanguages() {
    std::set<std::string_view> english, russian;
    int codes = 0;
    auto ask = [&](ErrorCode code, std::string_view name) {
      const auto en = sentenceOf(code, Language::En), ru = sentenceOf(code, Language::Ru);
      QVERIFY2(en.ends_with('.') && en.find(' ') != std::string_view::npos && !cyrillic(en), name.data());
      QVERIFY2(ru.ends_with('.') && cyrillic(ru), name.data());
      english.insert(en);
      russian.insert(ru);
      ++codes;
    };
#define X(code, name, cls) ask(ErrorCode::code, name);
    MERIDIAN_ERROR_CODES(X)
#undef X
    QCOMPARE(static_cast<int>(english.size()), codes);
    QCOMPARE(static_cast<int>(russian.size()), codes);
  }

  void aDetailStandsBehindTheSentence() {
    const Error bare{ErrorCode::TicksMissing};
    QCOMPARE(messageOf(bare, Language::En), std::string(sentenceOf(bare.code, Language::En)));
    const Error zone{ErrorCode::UnknownZone, "Mars/Olympus"};
    QVERIFY(messageOf(zone, Language::En).ends_with(" (Mars/Olympus)"));
    QVERIFY(cyrillic(messageOf(zone, Language::Ru)));
    // Wrong use is named by its detail alone, except in Russian, which no detail speaks.
    const Error usage{ErrorCode::InvalidArgument, "a language is en or ru"};
    QCOMPARE(messageOf(usage, Language::En), usage.detail);
    QVERIFY(cyrillic(messageOf(usage, Language::Ru)));
    QVERIFY(messageOf(usage, Language::Ru).ends_with(" (a language is en or ru)"));
  }
};

QTEST_GUILESS_MAIN(TestMessages)
#include "test_messages.moc"
