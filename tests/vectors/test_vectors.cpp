// The formats are as they were: what is made today equals the files, and the files read back.
#include <QtTest>

#include <filesystem>
#include <fstream>

#include "tests/vectors/vectors.h"

namespace test_vectors {

using namespace meridian;
using namespace meridian::vectors;
namespace fs = std::filesystem;

class TestVectors : public QObject {
  Q_OBJECT

 private:
  static fs::path pathOf(const VectorFile& file) {
    return fs::path(MERIDIAN_TEST_DATA) / "vectors" / (file.name + ".json");
  }
  static std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  std::vector<VectorFile> m_all;

 private slots:
  void initTestCase() {
    for (auto* room : {envelopeVectors, contentVectors, wireVectors, fileVectors})
      for (auto& file : room())
        m_all.push_back(std::move(file));
    // A new format's first vectors; an old format's are never written again.
    if (qEnvironmentVariableIsSet("MERIDIAN_NEW_VECTORS"))
      for (const auto& file : m_all)
        if (!fs::exists(pathOf(file))) std::ofstream(pathOf(file), std::ios::binary) << textOf(file.content);
  }

  // When this fails a format has changed, and old files and peers are no longer understood.
  void whatIsMadeTodayIsWhatWasMade_data() {
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(m_all.size()); ++i)
      QTest::newRow(m_all[std::size_t(i)].name.c_str()) << i;
  }
  void whatIsMadeTodayIsWhatWasMade() {
    QFETCH(int, index);
    const auto& file = m_all[std::size_t(index)];
    const auto kept = read(pathOf(file));
    QVERIFY2(!kept.empty(), "the file of vectors is missing");
    const auto before = Json::parse(kept);
    const auto& made = file.content.at("vectors");
    QCOMPARE(before.at("vectors").size(), made.size());
    for (std::size_t i = 0; i < made.size(); ++i) // the one that differs, rather than a whole file
      QCOMPARE(QString::fromStdString(before.at("vectors").at(i).dump()),
               QString::fromStdString(made.at(i).dump()));
    QVERIFY(kept == textOf(file.content));
  }

  void whatWasMadeReadsBack_data() { whatIsMadeTodayIsWhatWasMade_data(); }
  void whatWasMadeReadsBack() {
    QFETCH(int, index);
    const auto& file = m_all[std::size_t(index)];
    if (!file.again) return;
    const auto kept = Json::parse(read(pathOf(file)));
    for (const auto& vector : kept.at("vectors")) {
      const auto what = vector.at("what").get<std::string>();
      const Bytes bytes = fromHex(vector.at("bytes").get<std::string>()).value();
      const auto again = file.again(vector, bytes);
      QVERIFY2(again, (what + ": " + (again ? "" : again.error().detail)).c_str());
      QVERIFY2(*again == bytes, what.c_str());
    }
  }

  // The control: one bit elsewhere is seen.
  void aFlippedBitIsSeen() {
    for (const auto& file : m_all) {
      if (!file.again) continue;
      const auto& vector = file.content.at("vectors").back();
      Bytes bytes = fromHex(vector.at("bytes").get<std::string>()).value();
      if (bytes.empty()) continue;
      bytes[bytes.size() / 2] ^= 1;
      const auto again = file.again(vector, bytes);
      const auto before = toHex(bytes);
      QVERIFY2(!again || toHex(*again) != vector.at("bytes").get<std::string>(), file.name.c_str());
    }
  }
};

QTEST_APPLESS_MAIN(TestVectors)

} // namespace test_vectors
#include "test_vectors.moc"
