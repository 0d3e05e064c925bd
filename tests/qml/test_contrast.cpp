// What a person sees stands out from what it stands on: every text and icon on every page, light and dark,
// measured against the colours that are painted below it. Each pair stands in the theme's table, which
// tests/qml_theme measures under a finger or a pointer, too.
#include <QColor>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQuickItem>
#include <QtTest>

#include "tests/qml/every_page.h"
#include "tests/support/contrast.h"

namespace test_contrast {

using namespace meridian;
using test::contrast;
using test::EveryPage;
using test::Maya;
using test::over;

namespace {

constexpr int largePixels = 24, largeBoldPixels = 19; // 18 and 14 points

struct Seen {
  QString what; // its words, or that it is an icon
  QColor ink, ground;
  bool large = false; // text, or no text at all
};

// Everything in the order in which it is painted: what lies below a text is painted before it.
class Painting {
 public:
  explicit Painting(QQuickWindow* window) : m_window(window) {
    paint(window->contentItem(), 1, QRectF(0, 0, window->width(), window->height()));
  }
  QList<Seen> seen;

 private:
  struct Area {
    QRectF place;
    QColor color;
  };

  void paint(QQuickItem* item, qreal opacity, QRectF clip) {
    if (!item->isVisible()) return;
    opacity *= item->opacity();
    if (opacity <= 0) return;
    const QRectF place = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    if (item->clip()) clip &= place;
    auto children = item->childItems();
    std::ranges::stable_sort(children, {}, &QQuickItem::z);
    for (auto* child : children)
      if (child->z() < 0) paint(child, opacity, clip);
    look(item, opacity, place, clip);
    for (auto* child : children)
      if (child->z() >= 0) paint(child, opacity, clip);
  }

  void look(QQuickItem* item, qreal opacity, const QRectF& place, const QRectF& clip) {
    auto color = item->property("color").value<QColor>();
    color.setAlphaF(color.alphaF() * static_cast<float>(opacity));
    if (item->inherits("QQuickRectangle")) {
      if (color.alpha() > 0) m_areas << Area{place & clip, color};
      return;
    }
    const bool icon = item->inherits("QQuickIconImage") && !item->property("source").toString().isEmpty();
    const QString words = item->property("text").toString();
    const bool text = (item->inherits("QQuickText") || item->inherits("QQuickTextInput") ||
                       item->inherits("QQuickTextEdit")) &&
                      !words.isEmpty();
    const QRectF visible = place & clip;
    if ((!icon && !text) || visible.width() < 2 || visible.height() < 2) return;
    const auto font = item->property("font").value<QFont>();
    const int largeFrom = font.weight() >= QFont::Bold ? largeBoldPixels : largePixels;
    const QColor ground = below(visible.center());
    seen << Seen{text ? words.left(40) : item->property("source").toString().section('/', -1),
                 over(color, ground), ground, icon || font.pixelSize() >= largeFrom};
  }

  QColor below(const QPointF& point) const {
    QList<QColor> washes;
    for (auto area = m_areas.crbegin(); area != m_areas.crend(); ++area) {
      if (!area->place.contains(point)) continue;
      if (area->color.alpha() == 255) return laidOver(area->color, washes);
      washes << area->color;
    }
    return laidOver(m_window->color(), washes);
  }
  static QColor laidOver(QColor ground, const QList<QColor>& washes) {
    for (auto wash = washes.crbegin(); wash != washes.crend(); ++wash)
      ground = over(*wash, ground);
    return ground;
  }

  QQuickWindow* m_window;
  QList<Area> m_areas;
};

// The pairs of the theme's table as the theme paints them now.
class Table {
 public:
  explicit Table(QQmlEngine& engine) {
    QFile file(QStringLiteral(MERIDIAN_SOURCE_DIR "/qml/theme/contrast.json"));
    if (!file.open(QIODevice::ReadOnly)) qFatal("the table of contrasts is not there");
    m_table = QJsonDocument::fromJson(file.readAll()).object();
    QQmlComponent component(&engine);
    component.setData("import QtQml\nimport Meridian.Theme\nQtObject { property QtObject theme: Theme }",
                      QUrl());
    m_holder.reset(component.create());
    m_theme = m_holder->property("theme").value<QObject*>();
  }
  [[nodiscard]] bool has(const Seen& seen) const {
    for (const char* groups : {"pairs", "parts"})
      for (const auto& group : m_table[QLatin1String(groups)].toArray())
        if (names(group, "inks", seen.ink) && names(group, "grounds", seen.ground)) return true;
    return false;
  }

 private:
  [[nodiscard]] bool names(const QJsonValue& group, const char* list, const QColor& color) const {
    for (const auto& name : group.toObject()[QLatin1String(list)].toArray())
      if (colorOf(name.toString()).rgb() == color.rgb()) return true;
    return false;
  }
  [[nodiscard]] QColor colorOf(const QString& name) const {
    const QObject* holder = m_theme;
    if (name.contains('.')) holder = m_theme->property(qPrintable(name.section('.', 0, 0))).value<QObject*>();
    return holder->property(qPrintable(name.section('.', -1))).value<QColor>();
  }

  QJsonObject m_table;
  std::unique_ptr<QObject> m_holder;
  QObject* m_theme = nullptr;
};

} // namespace

class TestContrast : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { QQuickWindow::setDefaultAlphaBuffer(false); }

  void everyTextAndIconStandsOutFromWhatIsPaintedBelowIt_data() {
    QTest::addColumn<QString>("person");
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QSize>("size");
    for (const char* theme : {"light", "dark"}) {
      QTest::addRow("creator, phone, %s", theme) << "maya" << theme << QSize(390, 844);
      QTest::addRow("hub lead, desktop, %s", theme) << "dana" << theme << QSize(1280, 800);
      QTest::addRow("campaign lead, desktop, %s", theme) << "svetlana" << theme << QSize(1280, 800);
    }
  }
  void everyTextAndIconStandsOutFromWhatIsPaintedBelowIt() {
    QFETCH(QString, person);
    QFETCH(QString, theme);
    QFETCH(QSize, size);
    EveryPage story;
    auto& replica = person == "maya" ? story.maya : person == "dana" ? story.dana : story.svetlana;
    Maya::App app(story, person.toLatin1(), replica, size);
    app.session->preferences()->setTheme(theme);
    const Table table(app.mainWindow->engine());
    QStringList faint, unlisted;
    int looked = 0;
    story.visit(app, [&](const QString& page) {
      const Painting painting(app.window);
      for (const auto& seen : painting.seen) {
        const double measured = contrast(seen.ink, seen.ground);
        const QString which =
            QStringLiteral("%1: “%2”, %3 on %4").arg(page, seen.what, seen.ink.name(), seen.ground.name());
        if (measured < (seen.large ? test::largeContrastMin : test::textContrastMin))
          faint << which + ": " + QString::number(measured);
        if (!table.has(seen)) unlisted << which;
        ++looked;
      }
    });
    unlisted.removeDuplicates();
    QVERIFY2(faint.isEmpty(), qPrintable(faint.join('\n')));
    QVERIFY2(unlisted.isEmpty(), qPrintable(unlisted.join('\n')));
    QVERIFY(looked > 100);
  }
};

QTEST_MAIN(TestContrast)

} // namespace test_contrast
#include "test_contrast.moc"
