// How well one colour stands out from another, as WCAG 2.1 defines it.
#pragma once

#include <QColor>

#include <algorithm>
#include <cmath>

namespace meridian::test {

// AA: text; large text and parts of controls.
inline constexpr double textContrastMin = 4.5, largeContrastMin = 3.0;

inline double luminance(const QColor& color) {
  const auto linear = [](double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

inline double contrast(const QColor& one, const QColor& other) {
  const double a = luminance(one), b = luminance(other);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

// What is seen where one colour lies on another that nothing shines through.
inline QColor over(const QColor& wash, const QColor& ground) {
  const float a = wash.alphaF();
  const auto mix = [a](float top, float below) { return a * top + (1 - a) * below; };
  return QColor::fromRgbF(mix(wash.redF(), ground.redF()), mix(wash.greenF(), ground.greenF()),
                          mix(wash.blueF(), ground.blueF()));
}

} // namespace meridian::test
