// Long work on files, a piece at a time, and the seal of a verdict.
#include <QtTest>

#include "core/store/change_table.h"
#include "tests/core_replica/story.h"

namespace test_file_work {

using namespace meridian;
using test::Story;
using test::taken;

namespace {

constexpr std::uintmax_t megabyte = 1u << 20;

std::filesystem::path fileOf(const Story& story, std::uintmax_t bytes) {
  const auto file = story.world.root() / "day-7.mov";
  std::ofstream(file).put('7');
  std::filesystem::resize_file(file, bytes);
  return file;
}

int filesIn(const std::filesystem::path& folder) {
  int count = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder))
    ++count;
  return count;
}

void alter(const std::filesystem::path& file) {
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  stream.seekp(100);
  stream.put('!').put('?');
  QVERIFY(stream.good());
}

// A submission with a file that Dana has approved, and Maya's replica knows it.
struct Approved : Story {
  OpId submission, verdict;
  std::vector<domain::Attachment> files;

  Approved() {
    begin();
    auto content = draft("Day 7.");
    files = {taken(work(*maya).attach(fileOf(*this, 3 * megabyte)))};
    content.attachments = files;
    submission = taken(work(*maya).submit(content));
    settle();
    carryBlob(*maya, *dana, files.front().blob);
    taken(reviewing(*dana).opened(space, submission));
    verdict = taken(reviewing(*dana).approve(space, submission));
    world.clock->advance(std::chrono::minutes{1});
    settle();
  }
  Result<void> seal() {
    const auto work = replica::Files(*maya).checkingSeal(verdict, files);
    return replica::finish(*work);
  }
};

} // namespace

class TestFileWork : public QObject {
  Q_OBJECT

 private slots:
  void aFileIsSealedInPiecesWithWorkInBetween() {
    Story story;
    story.begin();
    const auto file = fileOf(story, 5 * megabyte + 3);
    auto sealing = taken(story.work(*story.maya).attaching(file));
    QCOMPARE(sealing->all(), std::uint64_t{5 * megabyte + 3});
    int pieces = 0;
    while (taken(sealing->step())) {
      ++pieces;
      QVERIFY(sealing->done() <= pieces * megabyte);
      // What is asked and written meanwhile is answered and stays.
      taken(story.work(*story.maya)
                .keepDraft(story.deliverable, story.draft("Piece " + std::to_string(pieces))));
    }
    QCOMPARE(pieces, 6);
    QCOMPARE(sealing->done(), sealing->all());
    QCOMPARE(story.work(*story.maya).keptDraft(story.deliverable)->caption, "Piece 6");
    const auto read = taken(replica::Files(*story.maya).read(sealing->attachment(), 6 * megabyte));
    QCOMPARE(read.size(), std::size_t{5 * megabyte + 3});
    QCOMPARE(read.front(), std::uint8_t{'7'});
  }

  void whatIsGivenUpLeavesNothing() {
    Story story;
    story.begin();
    const auto folder = story.maya->blobFiles().pathOf(BlobId{}).parent_path();
    const int before = filesIn(folder);
    {
      auto sealing = taken(story.work(*story.maya).attaching(fileOf(story, 4 * megabyte)));
      QVERIFY(taken(sealing->step()));
      QCOMPARE(filesIn(folder), before + 1);
    }
    QCOMPARE(filesIn(folder), before);
    const auto kept = taken(story.work(*story.maya).attach(fileOf(story, 4 * megabyte)));
    const auto target = story.world.root() / "copies";
    std::filesystem::create_directories(target);
    {
      auto saving = taken(replica::Files(*story.maya).saving(kept, target / "copy.mov"));
      QVERIFY(taken(saving->step()));
      QCOMPARE(filesIn(target), 1);
    }
    QCOMPARE(filesIn(target), 0);
    // Nor does it take the place of what is no file.
    std::filesystem::create_symlink(story.world.root() / "elsewhere", target / "link.mov");
    QCOMPARE(replica::Files(*story.maya).save(kept, target / "link.mov").error().code,
             ErrorCode::InvalidArgument);
    QVERIFY(std::filesystem::is_symlink(target / "link.mov"));
    std::filesystem::remove(target / "link.mov");
    QCOMPARE(replica::Files(*story.maya).save(kept, target / "none" / "copy.mov").error().code,
             ErrorCode::NotFound);
    MUST(replica::Files(*story.maya).save(kept, target / "copy.mov"));
    QCOMPARE(std::filesystem::file_size(target / "copy.mov"), 4 * megabyte);
    QCOMPARE(filesIn(target), 1);
  }

  void aFileThatChangesWhileItIsReadIsNotTaken() {
    Story story;
    story.begin();
    for (const std::uintmax_t size : {2 * megabyte, 6 * megabyte}) {
      const auto file = fileOf(story, 4 * megabyte);
      auto sealing = taken(story.work(*story.maya).attaching(file));
      QVERIFY(taken(sealing->step()));
      std::filesystem::resize_file(file, size);
      REFUSED(replica::finish(*sealing), ErrorCode::AttachmentVanished);
    }
  }

  void aSealReadsItsFilesAnew() {
    Approved story;
    MUST(story.seal());
    MUST(replica::Files(*story.maya).check(story.files.front())); // remembered from now on
    const auto file = story.maya->blobFiles().pathOf(story.files.front().blob);
    alter(file);
    MUST(replica::Files(*story.maya).check(story.files.front()));
    REFUSED(story.seal(), ErrorCode::Damaged);
    std::filesystem::remove(file);
    REFUSED(story.seal(), ErrorCode::AttachmentMissing);
  }

  void aSealHoldsByItsOwnSignatureOrALaterOneOfItsChain() {
    Approved story;
    auto& changes = story.maya->file().changes;
    const auto row = taken(changes.find(story.verdict.change));
    QVERIFY(row && row->change.hasSignature());
    const auto erase = [&](const store::ChangeRow& one) {
      taken(changes.setSignature(one.row, store::SignatureState::Absent, true));
    };
    erase(*row);
    MUST(story.seal()); // what she wrote after it names it, and is signed
    for (const auto& later :
         taken(changes.run(envelope::chainKeyOf(row->change), row->change.header().seq, SIZE_MAX)))
      erase(later);
    QVERIFY(!taken(changes.find(story.verdict.change))->change.hasSignature());
    REFUSED(story.seal(), ErrorCode::BadSignature);
    taken(story.reviewing(*story.dana).comment(story.space, story.submission, {}, "Well done."));
    story.settle();
    MUST(story.seal());
  }
};

QTEST_GUILESS_MAIN(TestFileWork)

} // namespace test_file_work
#include "test_file_work.moc"
