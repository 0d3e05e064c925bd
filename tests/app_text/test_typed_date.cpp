// Dates as people type them: in both languages, in figures, with and without a year and a time; and nonsense.
#include <QtTest>

#include "app/text/typed_date.h"
#include "app/translation.h"

namespace test_typed_date {

using namespace meridian;
using namespace meridian::app;
using domain::Language;

namespace {

const QDate today(2027, 3, 10);

QString read(const QString& typed, Language language) {
  const auto date = readTypedDate(typed, today, language);
  if (!date) return QStringLiteral("fault %1").arg(static_cast<int>(date.error()));
  return date->day.toString(Qt::ISODate) + (date->time.isValid() ? date->time.toString(" HH:mm") : QString());
}
QString fault(DateFault fault) { return QStringLiteral("fault %1").arg(static_cast<int>(fault)); }

} // namespace

class TestTypedDate : public QObject {
  Q_OBJECT

 private slots:
  void typed_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("russian"); // empty: the same
    const auto row = [](const char* typed, const char* english, const char* russian = "") {
      QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(english)
                           << QString::fromUtf8(russian);
    };
    row("2027-03-15 09:00", "2027-03-15 09:00");
    row("2027-03-15T09:00", "2027-03-15 09:00");
    row("2027-03-15", "2027-03-15");
    row("Mon 15 Mar, 09:00", "2027-03-15 09:00");
    row("Mon\u00a015\u00a0Mar, 9:05", "2027-03-15 09:05");
    row("March 15, 2028 at 2 pm", "2028-03-15 14:00");
    row("15 Mar 2027, 2:30 p.m.", "2027-03-15 14:30");
    row("12 am 15 mar", "2027-03-15 00:00");
    row("пн, 15 марта, 09:00", "2027-03-15 09:00");
    row("15 марта 2028 г., 18:00", "2028-03-15 18:00");
    row("1 мая", "2027-05-01");
    row("15 сен", "2027-09-15");
    row("15.03.2027 9:00", "2027-03-15 09:00");
    row("15.03.27", "2027-03-15");
    row("15.03", "2027-03-15");
    // Both ways of writing figures with strokes; where one is no date, the other is meant.
    row("3/4/2027", "2027-03-04", "2027-04-03");
    row("15/3/2027", "2027-03-15");
    // Of this year, as the app writes dates without their year.
    row("15 Oct", "2027-10-15");
    row("1 Feb", "2027-02-01");
    row("9 Sep", "2027-09-09");
    row("29 Feb", "2028-02-29");
    const QString none = fault(DateFault::NoDate), day = fault(DateFault::NoSuchDay),
                  time = fault(DateFault::NoSuchTime);
    for (const char* nonsense :
         {"some day", "", "15", "March", "15 16 Mar", "Mar Apr 3", "2027", "0 Mar", "15 Mar 9"})
      row(nonsense, qPrintable(none));
    for (const char* nonsense :
         {"31.02.2027", "31 Apr 2027", "2027-13-01", "29 Feb 2027", "45.45", "31 апреля"})
      row(nonsense, qPrintable(day));
    for (const char* nonsense : {"15 Mar, 24:00", "15 марта, 9:60", "15 Mar, 13 pm", "15 Mar 0:30 am"})
      row(nonsense, qPrintable(time));
  }
  void typed() {
    QFETCH(QString, typed);
    QFETCH(QString, english);
    QFETCH(QString, russian);
    QCOMPARE(read(typed, Language::En), english);
    QCOMPARE(read(typed, Language::Ru), russian.isEmpty() ? english : russian);
  }
  void whatIsShownIsReadAgain() {
    for (const Language language : {Language::En, Language::Ru}) {
      installTranslation(language);
      for (const bool twelve : {false, true}) {
        const Reader reader{.language = language, .zone = "Europe/Moscow", .now = {}, .twelveHours = twelve};
        for (QDate day = today.addDays(-180); day < today.addDays(500); day = day.addDays(1)) {
          const QTime time(day.day() % 24, day.dayOfYear() % 60);
          const QString shown = dayText(day, today, language) + ", " + timeText(time, reader);
          const auto read = readTypedDate(shown, today, language);
          QVERIFY2(read && *read == (DayAndTime{day, time}), qPrintable(shown));
        }
      }
    }
  }
  void eachFaultSaysWhatToTypeInBothLanguages() {
    for (const Language language : {Language::En, Language::Ru}) {
      installTranslation(language);
      QSet<QString> sentences;
      for (const auto fault :
           {DateFault::NoDate, DateFault::NoSuchDay, DateFault::NoSuchTime, DateFault::NoTime}) {
        const QString sentence = dateFaultSentence(fault, "EXAMPLE");
        QVERIFY2(sentence.contains("EXAMPLE"), qPrintable(sentence));
        sentences << sentence;
      }
      QCOMPARE(sentences.size(), 4);
      QVERIFY(dateFaultSentence(DateFault::NoDate, "")
                  .startsWith(language == Language::Ru ? QString::fromUtf8("Это не дата.")
                                                       : QStringLiteral("That is no date.")));
    }
  }
};

QTEST_GUILESS_MAIN(TestTypedDate)

} // namespace test_typed_date
#include "test_typed_date.moc"
