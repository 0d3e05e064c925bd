// Profiles on the disk that the temporary folder lies on, and a campaign between them; fsync included.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <unistd.h>

#include "core/replica/access.h"
#include "core/replica/editing.h"
#include "core/replica/replica.h"

namespace meridian::bench {

class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "meridian-bench-XXXXXX").string();
    m_path = ::mkdtemp(pattern.data());
  }
  ~Folder() { std::filesystem::remove_all(m_path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

 private:
  std::filesystem::path m_path;
};

// A figure of something that failed is none.
template <class T>
T must(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "%s: %s\n", errorName(result.error().code).data(), result.error().detail.c_str());
    std::abort();
  }
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

inline replica::OpenOptions options(const std::filesystem::path& root, const std::string& name) {
  replica::OpenOptions found;
  found.directory = root / name;
  found.incarnationDirectory = root / "state";
  return found;
}
inline replica::Unlock unlock(const std::filesystem::path& root, const std::string& name) {
  replica::Unlock found;
  found.with = replica::Unlock::With::KeyFile;
  found.keyFile = root / (name + ".key");
  return found;
}
inline std::unique_ptr<replica::Replica> person(const std::filesystem::path& root, const std::string& name) {
  return must(replica::Replica::create(options(root, name), unlock(root, name),
                                       {name, "Europe/Belgrade", domain::Language::En, {}, {}}));
}
inline std::unique_ptr<replica::Replica> reopened(const std::filesystem::path& root,
                                                  const std::string& name) {
  return must(replica::Replica::open(options(root, name), unlock(root, name)));
}
inline domain::Bilingual both(std::string en, std::string ru) {
  return {.en = std::move(en), .ru = std::move(ru), .source = domain::Language::En, .madeFrom = {}};
}
inline SpaceId found(replica::Replica& replica) {
  return must(replica::Founding::create(replica, "Verba", both("Verba", "Верба")));
}

// A milestone with a title in two languages: about what an edit of a campaign writes.
inline std::vector<crdt::Op> milestone(int number) {
  namespace f = domain::field::milestone;
  return must(replica::Editing::creation(
      domain::EntityKind::Milestone,
      {{f::title, domain::Language::En, "Rough cut " + std::to_string(number)},
       {f::title, domain::Language::Ru, "Черновой монтаж " + std::to_string(number)}},
      {{f::at, crdt::Value(1'804'000'000'000 + number)}}, 0));
}

// Everything of one half that a replica holds of a campaign, as a relay would hand it on.
inline std::vector<Bytes> everything(replica::Replica& from, const SpaceId& campaign, envelope::Chain chain) {
  std::vector<Bytes> all;
  for (const auto& row : must(from.file().changes.after(campaign, chain, 0, SIZE_MAX)))
    all.emplace_back(row.change.bytes().begin(), row.change.bytes().end());
  return all;
}

} // namespace meridian::bench
