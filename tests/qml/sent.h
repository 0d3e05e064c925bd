// Files that Maya has sent, and Dana's page on which they are judged.
#pragma once

#include "app/qt_convert.h"
#include "tests/qml/maya.h"

namespace meridian::test {

// A submission with files, up to Dana's device.
struct Sent : Maya {
  explicit Sent(const std::vector<std::filesystem::path>& paths) {
    readBrief();
    for (const auto& path : paths)
      files.push_back(attached(path));
    send(true);
  }
  // `as` is the kind that Maya's device says it is.
  explicit Sent(const std::filesystem::path& path, const char* as = nullptr, bool arrived = true) {
    readBrief();
    files = {attached(path)};
    if (as != nullptr) files[0].mediaType = as;
    send(arrived);
  }
  [[nodiscard]] QVariantMap page() const {
    return {{"space", app::toQt(space)}, {"submission", app::toQt(submission)}};
  }
  std::vector<domain::Attachment> files;
  OpId submission;

 private:
  void send(bool arrived) {
    auto content = draft("Day 1, day 4, day 7.");
    content.attachments = files;
    submission = taken(work(*maya).submit(content));
    settle();
    if (!arrived) return;
    for (const auto& file : files)
      carryBlob(*maya, *dana, file.blob);
  }
};

struct DanasReview : Maya::App {
  explicit DanasReview(Sent& story, QSize size = {390, 844}) : App(story, "dana", story.dana, size) {
    push("ReviewPage", story.page());
  }
};

} // namespace meridian::test
