#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

#include "core/replica/media_type.h"

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
    QVERIFY(mediaTypeOf(asBytes("%PDF-1.7"sv)) == "application/pdf");
    for (const auto other : {""sv, "RIFF"sv, "RIFF\0\0\0\0WAVE"sv, "<html>"sv,
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
    QVERIFY(!replica::playTimeOf(file.parent_path() / "missing.mp4"));
  }
};

QTEST_GUILESS_MAIN(TestMediaType)
#include "test_media_type.moc"
