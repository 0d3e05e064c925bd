// What meridianctl says about an error, in both languages and without a profile to ask.
#include <QtTest>

#include "app/cli/messages.h"
#include "core/base/file.h"

namespace test_messages {

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
    // Wrong use is named by its detail alone.
    const Error usage{ErrorCode::InvalidArgument, "a language is en or ru"};
    QCOMPARE(messageOf(usage, Language::En), usage.detail);
    QCOMPARE(messageOf(usage, Language::Ru), std::string("язык: en или ru"));
    const Error rule{ErrorCode::NotAllowed, "only its author withdraws it"};
    QVERIFY(messageOf(rule, Language::En).ends_with(" (only its author withdraws it)"));
    QVERIFY(messageOf(rule, Language::Ru).ends_with(" (отозвать может только автор)"));
    // What was typed stays as it is.
    const Error typed{ErrorCode::NotFound, "no such creator: Maya Collins"};
    QCOMPARE(messageOf(typed, Language::Ru), std::string("нет такого креатора: Maya Collins"));
    const Error range{ErrorCode::InvalidArgument, "--followers: Value -1 not in range 0 to 10"};
    QCOMPARE(messageOf(range, Language::Ru), std::string("--followers: -1 вне пределов от 0 до 10"));
    const Error beside{ErrorCode::InvalidArgument, "--at excludes --field"};
    QCOMPARE(messageOf(beside, Language::Ru), std::string("--at не сочетается с --field"));
  }

  void whatOnlySupportUnderstandsIsShownToNobody() {
    for (const auto& error :
         {Error{ErrorCode::NotAllowed, "not-your-right"},
          Error{ErrorCode::Damaged, "a pack of ops cannot be read"}, Error{ErrorCode::NotFound, "no row"}})
      for (const auto language : {Language::En, Language::Ru})
        QCOMPARE(messageOf(error, language), std::string(sentenceOf(error.code, language)));
  }

  // A file's damage is not this device's.
  void aDetailMaySayMoreThanItsCode() {
    struct Row {
      Error error;
      std::string_view en, ru;
    };
    const Row rows[] = {
        {{ErrorCode::Damaged, "an exchange file that was cut short"},
         "This file was cut short",
         "Файл оборван"},
        {{ErrorCode::Damaged, "not a key file: /tmp"},
         "This is no key file of Meridian: /tmp.",
         "Это не файл ключа «Меридиана»: /tmp."},
        {{ErrorCode::WrongKey, "the profile opens with a key file"},
         "This profile opens with a key file: --key-file FILE.",
         "Этот профиль открывается файлом ключа: --key-file FILE."},
        {{ErrorCode::BriefNotIssued, "joined, and not synced yet"}, "You have joined", "Вы присоединились"},
        {{ErrorCode::InvalidArgument, std::string(notPlainFile)},
         "What has this name is not a file",
         "Под этим именем не файл"},
        {{ErrorCode::NotFound, "no such folder: out"}, "no such folder: out", "нет такой папки: out"},
        {{ErrorCode::InvalidArgument, "not a plain file"}, "This is not a file", "Это не файл"},
    };
    for (const auto& row : rows) {
      QVERIFY(messageOf(row.error, Language::En).starts_with(row.en));
      QVERIFY(messageOf(row.error, Language::Ru).starts_with(row.ru));
    }
  }

  // Each detail that a command gives itself is said in both languages: none of them is for support alone.
  void everyDetailOfACommandIsSaidInRussian() {
    static const QRegularExpression given(
        QStringLiteral("\\bfail\\(ErrorCode::(\\w+),\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*)+)(\\+ \\w)?"));
    int details = 0;
    const QDir sources(QStringLiteral(MERIDIAN_SOURCE_DIR "/app/cli"));
    for (const auto& name : sources.entryList({QStringLiteral("*.cpp")})) {
      if (name == QLatin1String("story.cpp")) continue; // for whoever writes a demo
      QFile file(sources.filePath(name));
      QVERIFY(file.open(QIODevice::ReadOnly));
      const auto text = QString::fromUtf8(file.readAll());
      for (auto found = given.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        if (match.captured(1) == QLatin1String("Internal")) continue;
        QString detail = match.captured(2);
        detail.replace(QRegularExpression(QStringLiteral("\"\\s*\"")), QString());
        detail = detail.trimmed().mid(1).chopped(1).replace(QLatin1String("\\\""), QLatin1String("\""));
        if (!match.captured(3).isEmpty()) detail += QLatin1String("X");
        if (detail == QLatin1String("no such X")) continue; // with what is looked for behind it
        const Error error{ErrorCode::InvalidArgument, detail.toStdString()};
        QVERIFY2(messageOf(error, Language::Ru) != sentenceOf(error.code, Language::Ru),
                 qPrintable(name + QLatin1String(": ") + detail));
        QVERIFY2(cyrillic(messageOf(error, Language::Ru)) || detail == QLatin1String("true or false"),
                 qPrintable(detail));
        ++details;
      }
    }
    QVERIFY2(details > 60, qPrintable(QString::number(details)));
  }
};

QTEST_GUILESS_MAIN(TestMessages)

} // namespace test_messages
#include "test_messages.moc"
