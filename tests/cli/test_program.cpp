// What meridianctl prints about a failure that no shell can bring about.
#include <QTemporaryDir>
#include <QtTest>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/cli/program.h"
#include "core/domain/schema.h"
#include "core/replica/editing.h"

namespace test_program {

using namespace meridian;
using namespace meridian::cli;

namespace {

// Standard error of what runs while it lives.
class Captured {
 public:
  Captured() : m_before(std::cerr.rdbuf(m_text.rdbuf())) {}
  ~Captured() { std::cerr.rdbuf(m_before); }
  Captured(const Captured&) = delete;
  Captured& operator=(const Captured&) = delete;
  [[nodiscard]] std::string text() const { return m_text.str(); }

 private:
  std::ostringstream m_text;
  std::streambuf* m_before;
};

} // namespace

class TestProgram : public QObject {
  Q_OBJECT

 private slots:
  void whatWorkThrowsIsAnError() {
    GlobalOptions options;
    Context context(options);
    const auto code = [&](const Work& work) { return finished(work, context).error().code; };
    QCOMPARE(code([](Context&) -> Result<Json> { throw std::bad_alloc(); }), ErrorCode::OutOfMemory);
    QCOMPARE(code([](Context&) -> Result<Json> { throw std::runtime_error("a library's"); }),
             ErrorCode::Internal);
  }

  // A script finds the problems beside the message, and a person a sentence.
  void verifyTellsItsProblemsBesideTheMessage() {
    const QTemporaryDir folder;
    const auto root = folder.path().toStdString();
    qputenv("XDG_STATE_HOME", QByteArray::fromStdString(root + "/state"));
    replica::OpenOptions options;
    options.directory = root + "/mila";
    replica::Unlock unlock;
    unlock.with = replica::Unlock::With::KeyFile;
    unlock.keyFile = root + "/mila.key";
    {
      auto mila = replica::Replica::create(options, unlock,
                                           {.name = "Mila", .zone = "Europe/Belgrade", .language = {}});
      QVERIFY(mila);
      const auto campaign = replica::Founding::create(
          **mila, "Verba", {.en = "Verba", .ru = {}, .source = domain::Language::En, .madeFrom = {}});
      QVERIFY(campaign);
      const crdt::KeyedEntity page{static_cast<std::uint16_t>(domain::EntityKind::Campaign), {}};
      QVERIFY(replica::Editing(**mila).set(
          {*campaign, page}, {{domain::field::campaign::brandName, crdt::Value("Verba & co")}}));
      QVERIFY((*mila)->file().connection().execute(
          "UPDATE change SET effect = 2 WHERE row = (SELECT change FROM op ORDER BY n DESC LIMIT 1)"));
    }
    std::vector<std::string> words{"meridianctl", "--profile",        root + "/mila",
                                   "--key-file",  root + "/mila.key", "verify"};
    std::vector<char*> arguments;
    for (auto& word : words)
      arguments.push_back(word.data());
    const Captured captured;
    QCOMPARE(runProgram(static_cast<int>(arguments.size()), arguments.data()), 4);
    const auto error = Json::parse(captured.text())["error"];
    QCOMPARE(error["code"].get<std::string>(), std::string("damaged"));
    QVERIFY(!error["message"].get<std::string>().contains('{'));
    QCOMPARE(error["clean"].get<bool>(), false);
    const auto problems = error["problems"].get<std::vector<std::string>>();
    QVERIFY(std::ranges::any_of(problems,
                                [](const auto& one) { return one.ends_with("is judged differently now"); }));
  }
};

QTEST_GUILESS_MAIN(TestProgram)

} // namespace test_program
#include "test_program.moc"
