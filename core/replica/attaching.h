// A file that is being taken into the sealed store.
#pragma once

#include <filesystem>
#include <memory>

#include "core/domain/submission.h"
#include "core/replica/file_work.h"
#include "core/replica/replica.h"

namespace meridian::replica {

// The largest file that the campaign's relay takes, as it last said; offline too.
[[nodiscard]] std::uint64_t fileBytesMax(Replica& replica, const SpaceId& campaign);

class Attaching final : public FileWork {
 public:
  // For a submission in `space`. AttachmentVanished if the file is not there, FileTooLarge beyond the limit.
  [[nodiscard]] static Result<std::unique_ptr<Attaching>>
  begin(Replica& replica, const SpaceId& campaign, const SpaceId& space, std::filesystem::path file);
  ~Attaching() override; // removes what was begun
  // AttachmentVanished also if the file changed while it was read; DiskFull, ReadOnly.
  [[nodiscard]] Result<bool> step() override;
  // REQUIRES: the last step said that all is done
  [[nodiscard]] const domain::Attachment& attachment() const;

 private:
  struct State;
  explicit Attaching(std::unique_ptr<State> state);
  [[nodiscard]] Result<void> keep();

  std::unique_ptr<State> m_state;
};

} // namespace meridian::replica
