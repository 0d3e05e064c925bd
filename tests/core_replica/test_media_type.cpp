#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

#include "core/replica/media_type.h"

namespace test_media_type {

using namespace meridian;
using replica::mediaTypeOf;

namespace {

std::string box(std::string_view type, std::string_view payload) {
  const auto size = static_cast<std::uint32_t>(payload.size() + 8);
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8)
    bytes += static_cast<char>(size >> shift & 0xFF);
  return bytes + std::string(type) + std::string(payload);
}

std::string number(std::uint32_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8)
    bytes += static_cast<char>(value >> shift & 0xFF);
  return bytes;
}

} // namespace

class TestMediaType : public QObject {
  Q_OBJECT

 private slots:
  void aFileIsWhatItsFirstBytesSay() {
    using namespace std::string_view_literals;
    QVERIFY(mediaTypeOf(asBytes("\x89PNG\r\n\x1a\n\0"sv)) == "image/png");
    QVERIFY(mediaTypeOf(asBytes("\xff\xd8\xff\xe0"sv)) == "image/jpeg");
    QVERIFY(mediaTypeOf(asBytes("GIF89a"sv)) == "image/gif");
    QVERIFY(mediaTypeOf(asBytes("RIFF\0\0\0\0WEBPVP8 "sv)) == "image/webp");
    QVERIFY(mediaTypeOf(asBytes("\0\0\0\x18"
                                "ftypisom"sv)) == "video/mp4");
    QVERIFY(mediaTypeOf(asBytes("\0\0\0\x14"
                                "ftypqt  "sv)) == "video/quicktime");
    QVERIFY(mediaTypeOf(asBytes("\0\0\0\x18"
                                "ftypheic"sv)) == "image/heic");
    QVERIFY(mediaTypeOf(asBytes("%PDF-1.7"sv)) == "application/pdf");
    QVERIFY(mediaTypeOf(asBytes("\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm"sv)) == "video/webm");
    QVERIFY(mediaTypeOf(asBytes("\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x88matroska"sv)) ==
            "video/x-matroska");
    for (const auto other : {""sv, "RIFF"sv, "#EXTM3U\nhttp://a.example/b.ts"sv, "\x1a\x45\xdf\xa3\x9f"sv,
                             "RIFF\0\0\0\0WAVE"sv, "<html>"sv,
                             "\0\0\0\x18"
                             "ftyp"sv})
      QVERIFY(mediaTypeOf(asBytes(other)) == "application/octet-stream");
  }

  void playTimeStandsInTheMovieHeaderAndABrokenFileHasNone() {
    QTemporaryDir directory;
    const auto file = std::filesystem::path(directory.path().toStdString()) / "cut.mp4";
    const auto header = box("mvhd", number(0) + number(0) + number(0) + number(600) + number(33'300));
    const std::string good =
        box("ftyp", "isom") + box("mdat", std::string(5000, 'x')) + box("moov", box("free", "") + header);
    auto written = [&](const std::string& bytes) {
      std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
      return replica::playTimeOf(file);
    };
    QVERIFY(written(good) == Duration{55'500});
    for (std::size_t length = 0; length < good.size(); length += 7)
      QVERIFY(!written(good.substr(0, length)));
    QVERIFY(!written(box("moov", box("mvhd", number(0) + number(0) + number(0) + number(0) + number(1)))));
    QVERIFY(!written(box("moov", box("mvhd", number(0) + number(0) + number(0) + number(600) + number(0)))));
    // All ones: not known yet, in either width, whatever the scale makes of it.
    const std::string ones = number(0xFFFFFFFF);
    QVERIFY(!written(box("moov", box("mvhd", number(0) + number(0) + number(0) + number(90'000) + ones))));
    const std::string wide = number(0x01000000) + std::string(16, '\0');
    QVERIFY(written(box("moov", box("mvhd", wide + number(600) + number(0) + number(33'300)))) ==
            Duration{55'500});
    QVERIFY(!written(box("moov", box("mvhd", wide + ones + ones + ones))));
    QVERIFY(!replica::playTimeOf(file.parent_path() / "missing.mp4"));
  }

  void playTimeOfMatroskaStandsInTheSegmentsInfo() {
    using namespace std::string_literals;
    QTemporaryDir directory;
    const auto file = std::filesystem::path(directory.path().toStdString()) / "cut.webm";
    auto written = [&](const std::string& bytes) {
      std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
      return replica::playTimeOf(file);
    };
    // Sizes of one byte carry their mark in the first bit.
    const auto element = [](const std::string& id, const std::string& payload) {
      return id + static_cast<char>(0x80 | payload.size()) + payload;
    };
    const std::string head = element("\x1a\x45\xdf\xa3"s, element("\x42\x82"s, "webm"));
    const std::string scale = element("\x2a\xd7\xb1"s, "\x0f\x42\x40"s); // a million: milliseconds
    const std::string length = element("\x44\x89"s, "\x40\xd9\xcc\x00\x00\x00\x00\x00"s); // 26,416.0
    const auto segment = [&](const std::string& info) {
      // Of unknown size, as a recorder writes it, behind something to skip.
      return "\x18\x53\x80\x67\x01\xff\xff\xff\xff\xff\xff\xff"s + element("\xec"s, "\0\0\0"s) +
             element("\x15\x49\xa9\x66"s, info);
    };
    const std::string good = head + segment(scale + length);
    QVERIFY(written(good) == Duration{26'416});
    QVERIFY(written(head + segment(element("\x44\x89"s, "\x44\x7a\x00\x00"s))) == Duration{1'000}); // 1000.0f
    for (std::size_t cut = 0; cut < good.size(); ++cut)
      QVERIFY(!written(good.substr(0, cut)));
    QVERIFY(!written(head + segment(scale)));
    // No number, below zero, and longer than anybody films.
    for (const auto& odd : {"\x7f\xf8\x00\x00\x00\x00\x00\x00"s, "\xc0\xd9\xcc\x00\x00\x00\x00\x00"s,
                            "\x7f\xe0\x00\x00\x00\x00\x00\x00"s})
      QVERIFY(!written(head + segment(scale + element("\x44\x89"s, odd))));
  }
};

QTEST_GUILESS_MAIN(TestMediaType)

} // namespace test_media_type
#include "test_media_type.moc"
