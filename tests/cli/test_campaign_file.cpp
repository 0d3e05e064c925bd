// What a campaign file may not say: each mistake is refused before anything is written, with a sentence in
// both languages that names its place. The demo campaign, which uses every member, has one planted at a time.
#include <QtTest>
#include <nlohmann/json.hpp>

#include "app/cli/campaign_file.h"
#include "app/cli/messages.h"

namespace test_campaign_file {

using namespace meridian;
using namespace meridian::cli;
using domain::Language;

namespace {

Json demo() {
  QFile file(QStringLiteral(MERIDIAN_SOURCE_DIR "/app/cli/demo/verba.json"));
  if (!file.open(QIODevice::ReadOnly)) qFatal("the demo campaign is not there");
  return Json::parse(file.readAll().toStdString());
}

} // namespace

class TestCampaignFile : public QObject {
  Q_OBJECT

 private slots:
  void theDemoCampaignIsOne() { QVERIFY(readCampaignFile(demo().dump())); }

  void aMistakeIsNamedByItsPlace_data() {
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value"); // JSON
    QTest::addColumn<QString>("place");
    const auto row = [](const char* pointer, const char* value, const char* place) {
      QTest::addRow("%s = %s", pointer, value) << QString(pointer) << QString(value) << QString(place);
    };
    row("/format", "2", "campaign.format");
    row("/name", "7", "campaign.name");
    row("/name", R"("")", "campaign.name");
    row("/name", R"({"en": "", "ru": " \n"})", "campaign.name");
    row("/brandName", R"(" ")", "campaign.brandName");
    row("/thesis", R"({"de": "Pflege"})", "campaign.thesis");
    row("/slogan", R"("Care.")", "campaign.slogan");
    row("/markets/0/code", R"("us")", "campaign.markets[0].code");
    row("/markets/1/code", R"("US")", "campaign.markets[1].code");
    row("/markets/0/launchAt", R"("soon")", "campaign.markets[0].launchAt");
    row("/markets/0/holidayCountry", R"("Narnia")", "campaign.markets[0].holidayCountry");
    row("/markets/0/needsAdToken", R"("yes")", "campaign.markets[0].needsAdToken");
    row("/markets/0/schedule/answerDay", R"("Someday")", "campaign.markets[0].schedule.answerDay");
    row("/markets/0/schedule/cutoffAt", R"("25:00")", "campaign.markets[0].schedule.cutoffAt");
    row("/markets/0/schedule/holidayCountry", R"("Narnia")", "campaign.markets[0].schedule.holidayCountry");
    row("/markets/0/schedule/daysOff", R"(["2027-02-30"])", "campaign.markets[0].schedule.daysOff");
    row("/checklist/0/market", R"("FR")", "campaign.checklist[0].market");
    row("/milestones/0/type", R"("party")", "campaign.milestones[0].type");
    row("/milestones/0/market", R"("FR")", "campaign.milestones[0].market");
    row("/milestones/0/why", "null", "campaign.milestones[0].why");
    row("/decision/mode", R"("whatever")", "campaign.decision.mode");
    row("/decision/markets", R"(["US", "FR"])", "campaign.decision.markets");
    row("/people/0/role", R"("creator")", "campaign.people[0].role");
    row("/people/0/role", R"("deputy")", "campaign.people[0].role");
    row("/people/0/language", R"("de")", "campaign.people[0].language");
    row("/people/0/responseHours", "-1", "campaign.people[0].responseHours");
    row("/people/0/responseHours", "4294967297", "campaign.people[0].responseHours");
    row("/people/0/market", R"("FR")", "campaign.people[0].market");
    row("/creators/0/market", R"("FR")", "campaign.creators[0].market");
    row("/creators/0/workFrom", R"("noon")", "campaign.creators[0].workFrom");
    row("/creators/0/tier", R"("giga")", "campaign.creators[0].tier");
    row("/creators/0/tier", R"(["macro"])", "campaign.creators[0].tier");
    row("/creators/0/followers", "-5", "campaign.creators[0].followers");
    row("/creators/0/followers", "18446744073709551615", "campaign.creators[0].followers");
    row("/creators/0/brief/slogan", R"("Care.")", "campaign.creators[0].brief.slogan");
    row("/creators/0/deliverables/0/roughCutDue", R"("soon")",
        "campaign.creators[0].deliverables[0].roughCutDue");
  }
  void aMistakeIsNamedByItsPlace() {
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    QFETCH(QString, place);
    Json file = demo();
    file[Json::json_pointer(pointer.toStdString())] = Json::parse(value.toStdString());
    const auto read = readCampaignFile(file.dump());
    QVERIFY(!read);
    refusedAt(read.error(), place);
  }

  void noIdStandsTwice() {
    const auto twice = [](const char* first, const char* second, const char* place) {
      Json file = demo();
      file[Json::json_pointer(second)] = file.at(Json::json_pointer(first));
      const auto read = readCampaignFile(file.dump());
      QVERIFY(!read);
      refusedAt(read.error(), place);
    };
    twice("/people/0/id", "/people/1/id", "campaign.people[1].id");
    twice("/people/0/id", "/creators/0/id", "campaign.creators[0].id");
    twice("/creators/0/id", "/creators/1/id", "campaign.creators[1].id");
    twice("/creators/0/deliverables/0", "/creators/0/deliverables/1",
          "campaign.creators[0].deliverables[1].id");
  }

  // A parser keeps the last of them; what the other one said would be lost.
  void noMemberStandsTwice_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("added"); // in front of it
    QTest::addColumn<QString>("place");
    const auto row = [](const char* before, const char* added, const char* place) {
      QTest::newRow(place) << QString(before) << QString(added) << QString(place);
    };
    row(R"("thesis":)", R"("thesis": "one",)", "campaign.thesis");
    row(R"("code":"RU")", R"("code": "RU",)", "campaign.markets[1].code");
    row(R"("answerDay":)", R"("answerDay": "Mon",)", "campaign.markets[0].schedule.answerDay");
    row(R"("roughCutDue":)", R"("roughCutDue": null,)", "campaign.creators[0].deliverables[0].roughCutDue");
  }
  void noMemberStandsTwice() {
    QFETCH(QString, before);
    QFETCH(QString, added);
    QFETCH(QString, place);
    auto text = QString::fromStdString(demo().dump());
    const auto at = text.indexOf(before);
    QVERIFY(at > 0);
    const auto read = readCampaignFile(text.insert(at, added).toStdString());
    QVERIFY(!read);
    refusedAt(read.error(), place);
  }

  void whatIsNoJsonIsSaidSo() {
    const auto read = readCampaignFile("{");
    QVERIFY(!read);
    refusedAt(read.error(), "campaign");
  }

  void aHubLeadHasAMarket() {
    Json file = demo();
    for (auto& person : file["people"])
      if (person["role"] == "hub-lead") {
        person.erase("market");
        break;
      }
    const auto read = readCampaignFile(file.dump());
    QVERIFY(!read);
    QVERIFY(QString::fromStdString(messageOf(read.error(), Language::En)).endsWith(".market is missing"));
  }

 private:
  static void refusedAt(const Error& error, const QString& place) {
    const auto en = QString::fromStdString(messageOf(error, Language::En));
    const auto ru = QString::fromStdString(messageOf(error, Language::Ru));
    QVERIFY2(en.contains(place), qPrintable(en));
    QVERIFY2(ru.contains(place), qPrintable(ru));
    QVERIFY2(ru.contains(QRegularExpression(QStringLiteral("[а-яё]{3}"))), qPrintable(ru));
  }
};

QTEST_GUILESS_MAIN(TestCampaignFile)

} // namespace test_campaign_file
#include "test_campaign_file.moc"
