// The rules of the theme, measured on the singleton itself: contrast, type scale, layout by width.
#include <QColor>
#include <QFile>
#include <QFont>
#include <QFontInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QTest>

#include <memory>

#include "tests/support/contrast.h"

namespace test_theme {

namespace {

using meridian::test::contrast;
using meridian::test::over;
using meridian::test::textContrastMin;

// The house asks for more than the law (AA), which holds under a finger or a pointer.
constexpr double kTextContrastMin = 5.5;
constexpr double kOutlineContrastMin = 3.1;

} // namespace

class TestTheme : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    m_engine.addImportPath("qrc:/qt/qml");
    QQmlComponent component(&m_engine);
    component.setData("import QtQml\nimport Meridian.Theme\nQtObject { property QtObject theme: Theme }",
                      QUrl());
    m_holder.reset(component.create());
    QVERIFY2(m_holder != nullptr, qPrintable(component.errorString()));
    m_theme = m_holder->property("theme").value<QObject*>();
    QVERIFY(m_theme != nullptr);
  }

  void init() {
    m_theme->setProperty("dark", false);
    m_theme->setProperty("textScale", 1.0);
    m_theme->setProperty("windowWidth", 390.0);
    m_theme->setProperty("reducedMotion", false);
  }

  void theContrastFormulaGivesTheKnownExtremes() {
    QCOMPARE(contrast(Qt::white, Qt::black), 21.0);
    QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
    QCOMPARE(over(QColor(0, 0, 0, 0), Qt::white), QColor(Qt::white));
    QCOMPARE(over(Qt::black, Qt::white), QColor(Qt::black));
  }

  void everyTextStandsOutFromItsGround_data() { addPairs("pairs"); }
  void everyTextStandsOutFromItsGround() {
    QFETCH(bool, dark);
    QFETCH(QString, ink);
    QFETCH(QString, ground);
    QFETCH(bool, pressable);
    m_theme->setProperty("dark", dark);
    const double measured = contrast(color(ink), color(ground));
    QVERIFY2(measured >= kTextContrastMin, qPrintable(QString::number(measured)));
    if (!pressable) return;
    for (const QString& wash : washes()) {
      const double under = contrast(color(ink), over(color(wash), color(ground)));
      QVERIFY2(under >= textContrastMin, qPrintable(wash + ": " + QString::number(under)));
    }
  }

  void everyPartOfAControlStandsOutFromItsGround_data() { addPairs("parts"); }
  void everyPartOfAControlStandsOutFromItsGround() {
    QFETCH(bool, dark);
    QFETCH(QString, ink);
    QFETCH(QString, ground);
    m_theme->setProperty("dark", dark);
    const double measured = contrast(color(ink), color(ground));
    QVERIFY2(measured >= kOutlineContrastMin, qPrintable(QString::number(measured)));
  }

  void textGrowsToTwiceItsSizeAndNoFurther() {
    const int size = font("body").pixelSize();
    m_theme->setProperty("textScale", 2.0);
    QCOMPARE(font("body").pixelSize(), 2 * size);
    m_theme->setProperty("textScale", 5.0);
    QCOMPARE(font("body").pixelSize(), 2 * size);
    m_theme->setProperty("textScale", 0.2);
    QCOMPARE(font("body").pixelSize(), size);
  }

  void nothingIsSmallerThanTheCaption() {
    for (const char* step : {"display", "title", "heading", "body", "label"}) {
      QVERIFY(font(step).pixelSize() >= font("caption").pixelSize());
    }
    QCOMPARE(font("caption").pixelSize(), 13);
  }

  void theBundledFontIsUsed() {
    const QFontInfo info(font("display"));
    QCOMPARE(info.family(), QString("Roboto"));
    QCOMPARE(info.weight(), static_cast<int>(QFont::Medium));
  }

  void theLayoutFollowsTheWidth() {
    m_theme->setProperty("windowWidth", 719.0);
    QCOMPARE(m_theme->property("panes").toInt(), 1);
    m_theme->setProperty("windowWidth", 720.0);
    QCOMPARE(m_theme->property("panes").toInt(), 2);
    m_theme->setProperty("windowWidth", 1100.0);
    QCOMPARE(m_theme->property("panes").toInt(), 3);
  }

  void reducedMotionStandsStill() {
    QVERIFY(m_theme->property("slideMs").toInt() > 0);
    m_theme->setProperty("reducedMotion", true);
    QCOMPARE(m_theme->property("fadeMs").toInt(), 0);
    QCOMPARE(m_theme->property("slideMs").toInt(), 0);
  }

 private:
  // Every ink of a group on every ground of it, in both themes.
  void addPairs(const char* groups) {
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("ink");
    QTest::addColumn<QString>("ground");
    QTest::addColumn<bool>("pressable");
    for (const auto& one : m_table[QLatin1String(groups)].toArray()) {
      const QJsonObject group = one.toObject();
      for (const auto& ink : group["inks"].toArray())
        for (const auto& ground : group["grounds"].toArray())
          for (const bool dark : {false, true})
            QTest::addRow("%s: %s on %s", dark ? "dark" : "light", qPrintable(ink.toString()),
                          qPrintable(ground.toString()))
                << dark << ink.toString() << ground.toString() << group["pressable"].toBool();
    }
  }
  QStringList washes() const { return m_table["washes"].toVariant().toStringList(); }
  QColor color(const QString& path) const {
    const QStringList parts = path.split('.');
    const QVariant value =
        parts.size() == 1
            ? m_theme->property(qPrintable(path))
            : m_theme->property(qPrintable(parts[0])).value<QObject*>()->property(qPrintable(parts[1]));
    Q_ASSERT_X(value.canConvert<QColor>(), "color", qPrintable(path));
    return value.value<QColor>();
  }
  static QJsonObject readTable() {
    QFile file(QStringLiteral(MERIDIAN_SOURCE_DIR "/qml/theme/contrast.json"));
    if (!file.open(QIODevice::ReadOnly)) qFatal("the table of contrasts is not there");
    return QJsonDocument::fromJson(file.readAll()).object();
  }
  QFont font(const char* step) const {
    return m_theme->property(step).value<QObject*>()->property("font").value<QFont>();
  }

  QJsonObject m_table = readTable();
  QQmlEngine m_engine;
  std::unique_ptr<QObject> m_holder;
  QObject* m_theme = nullptr;
};

QTEST_MAIN(TestTheme)

} // namespace test_theme
#include "test_theme.moc"
