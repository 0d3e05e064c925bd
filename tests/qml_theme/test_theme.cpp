// The rules of the theme, measured on the singleton itself: contrast, type scale, layout by width.
#include <QColor>
#include <QFont>
#include <QFontInfo>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <memory>

namespace {

constexpr double kTextContrastMin = 5.5;
constexpr double kOutlineContrastMin = 3.1;

double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

// Relative luminance and contrast as WCAG 2.1 defines them.
double luminance(const QColor& color) {
  return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& one, const QColor& other) {
  const double a = luminance(one);
  const double b = luminance(other);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

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
  }

  void everyTextStandsOutFromItsGround_data() {
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("ink");
    QTest::addColumn<QString>("ground");
    const QList<std::pair<QString, QString>> pairs = {{"text", "background"},
                                                      {"text", "surface"},
                                                      {"text", "sunken"},
                                                      {"muted", "background"},
                                                      {"muted", "surface"},
                                                      {"muted", "sunken"},
                                                      {"primary", "surface"},
                                                      {"primary", "background"},
                                                      {"primaryText", "primary"},
                                                      {"primary", "selected"},
                                                      {"selectedText", "selected"},
                                                      {"snackText", "snack"},
                                                      {"snackAction", "snack"},
                                                      {"surface", "text"},
                                                      {"qrInk", "qrPaper"},
                                                      {"good.text", "good.tint"},
                                                      {"active.text", "active.tint"},
                                                      {"risk.text", "risk.tint"},
                                                      {"bad.text", "bad.tint"},
                                                      {"bad.text", "surface"},
                                                      {"bad.text", "background"},
                                                      {"contested.text", "contested.tint"},
                                                      {"local.text", "local.tint"},
                                                      {"active.text", "background"},
                                                      {"risk.text", "background"},
                                                      {"good.text", "background"}};
    for (const bool dark : {false, true}) {
      for (const auto& [ink, ground] : pairs) {
        QTest::addRow("%s: %s on %s", dark ? "dark" : "light", qPrintable(ink), qPrintable(ground))
            << dark << ink << ground;
      }
    }
  }
  void everyTextStandsOutFromItsGround() {
    QFETCH(bool, dark);
    QFETCH(QString, ink);
    QFETCH(QString, ground);
    m_theme->setProperty("dark", dark);
    const double measured = contrast(color(ink), color(ground));
    QVERIFY2(measured >= kTextContrastMin, qPrintable(QString::number(measured)));
  }

  void everyControlOutlineStandsOutFromItsGround_data() {
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("ground");
    for (const bool dark : {false, true}) {
      for (const char* ground : {"surface", "background"}) {
        QTest::addRow("%s: %s", dark ? "dark" : "light", ground) << dark << QString(ground);
      }
    }
  }
  void everyControlOutlineStandsOutFromItsGround() {
    QFETCH(bool, dark);
    QFETCH(QString, ground);
    m_theme->setProperty("dark", dark);
    for (const char* edge : {"outline", "primary"}) {
      const double measured = contrast(color(edge), color(ground));
      QVERIFY2(measured >= kOutlineContrastMin, qPrintable(QString::number(measured)));
    }
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
  QColor color(const QString& path) const {
    const QStringList parts = path.split('.');
    const QVariant value =
        parts.size() == 1
            ? m_theme->property(qPrintable(path))
            : m_theme->property(qPrintable(parts[0])).value<QObject*>()->property(qPrintable(parts[1]));
    Q_ASSERT_X(value.canConvert<QColor>(), "color", qPrintable(path));
    return value.value<QColor>();
  }
  QFont font(const char* step) const {
    return m_theme->property(step).value<QObject*>()->property("font").value<QFont>();
  }

  QQmlEngine m_engine;
  std::unique_ptr<QObject> m_holder;
  QObject* m_theme = nullptr;
};

QTEST_MAIN(TestTheme)
#include "test_theme.moc"
