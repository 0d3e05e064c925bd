// file save
#include "app/cli/command.h"

namespace meridian::cli {
namespace {

struct Save {
  std::string submission, to;
  std::size_t index = 0;
};
Result<Json> save(Context& context, const Save& o) {
  MERIDIAN_TRY(s, session(context));
  MERIDIAN_TRY(found, findSubmission(s, o.submission));
  const auto view = s.reading().submission(found.space, found.id);
  if (!view) return fail(ErrorCode::NotFound, "no such submission: " + o.submission);
  const auto& files = view->status.submission.content.attachments;
  if (o.index >= files.size())
    return fail(ErrorCode::NotFound, "files of the submission: " + std::to_string(files.size()));
  const auto saved = replica::Files(s.replica).save(files[o.index], o.to);
  if (!saved) return std::unexpected(aboutTarget(saved.error(), o.to));
  return Json{{"saved", o.to}, {"name", files[o.index].name}, {"bytes", files[o.index].length}};
}

} // namespace

void addFileCommands(CLI::App& app, Parsed& parsed) {
  auto& file = group(app, "file", "Attachments of submissions");
  command<Save>(
      file, parsed, "save", "Writes an attachment, decrypted and checked, to where you say",
      "--profile DIR file save 4f9c12ab --to day7.png",
      [](CLI::App& c, Save& o) {
        c.add_option("SUBMISSION", o.submission, "Id, or its first digits")->required();
        c.add_option("--index", o.index, "Which of its files, from 0");
        c.add_option("--to", o.to, "The file to write")->required();
      },
      save);
}

} // namespace meridian::cli
