#include "app/translation.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPointer>
#include <QTranslator>

#include <string_view>

namespace meridian::app {

namespace {

// Classes have their namespaces in their names at run time and not in the translation files.
class ShortContextTranslator final : public QTranslator {
 public:
  using QTranslator::QTranslator;
  [[nodiscard]] QString translate(const char* context, const char* source, const char* comment,
                                  int n) const override {
    const std::string_view whole(context);
    const auto colon = whole.rfind(':');
    return QTranslator::translate(colon == whole.npos ? context : context + colon + 1, source, comment, n);
  }
};

} // namespace

void installTranslation(domain::Language language) {
  // Children of the application, so that they end with it.
  static QPointer<QTranslator> installed;
  auto* translator = new ShortContextTranslator(QCoreApplication::instance());
  const QString file = language == domain::Language::Ru ? QStringLiteral(":/i18n/meridian_ru.qm")
                                                        : QStringLiteral(":/i18n/meridian_en.qm");
  if (!translator->load(file)) qWarning("The translation %s is not part of this program", qPrintable(file));
  if (installed) {
    QCoreApplication::removeTranslator(installed);
    delete installed;
  }
  QCoreApplication::installTranslator(translator);
  installed = translator;
}

domain::Language systemLanguage() {
  for (const QString& name : QLocale::system().uiLanguages()) {
    if (name.startsWith(QStringLiteral("ru"))) return domain::Language::Ru;
    if (name.startsWith(QStringLiteral("en"))) return domain::Language::En;
  }
  return domain::Language::En;
}

} // namespace meridian::app
