#include "core/replica/commands.h"

#include "core/base/limits.h"

namespace meridian::replica {

crdt::Op factOp(domain::EntityKind kind, crdt::Value payload) {
  crdt::Create create;
  create.kind = static_cast<std::uint16_t>(kind);
  create.payload = std::move(payload);
  return create;
}

Result<OpId> writeFact(Replica& replica, const SpaceId& space, domain::EntityKind kind, crdt::Value payload,
                       WriteOptions options) {
  std::vector<SpaceWrite> writes(1);
  writes.front().space = space;
  writes.front().ops.push_back(factOp(kind, std::move(payload)));
  writes.front().options = std::move(options);
  const auto written = replica.write(std::move(writes));
  if (!written) return std::unexpected(written.error());
  return OpId{written->front(), 0};
}

Result<void> writeFacts(Replica& replica, const SpaceId& space, std::vector<crdt::Op> facts) {
  if (facts.empty()) return {};
  std::vector<SpaceWrite> writes(1);
  writes.front().space = space;
  writes.front().ops = std::move(facts);
  const auto written = replica.write(std::move(writes));
  if (!written) return std::unexpected(written.error());
  return {};
}

Result<void> checkOptionalText(std::string_view text, std::size_t bytesMax) {
  if (text.size() > bytesMax) return fail(ErrorCode::TooLarge, "text");
  if (!isUtf8(asBytes(text))) return fail(ErrorCode::InvalidArgument, "text is not UTF-8");
  return {};
}

Result<void> checkText(std::string_view text, std::size_t bytesMax) {
  if (domain::isBlank(text)) return fail(ErrorCode::InvalidArgument, "no text");
  return checkOptionalText(text, bytesMax);
}

Result<void> checkLink(std::string_view link) {
  if (auto good = checkText(link, limits::shortTextBytes); !good) return good;
  const auto rest = link.starts_with("https://")  ? link.substr(8)
                    : link.starts_with("http://") ? link.substr(7)
                                                  : std::string_view{};
  if (rest.empty() || rest.find_first_of(" \t\r\n") != std::string_view::npos)
    return fail(ErrorCode::InvalidArgument, "not a web address");
  return {};
}

Result<void> keepLocally(Replica& replica, std::string_view name, std::string_view value) {
  auto transaction = store::Transaction::begin(replica.file().connection());
  if (!transaction) return std::unexpected(transaction.error());
  if (auto set = replica.file().settings.set(name, value); !set) return set;
  return transaction->commit();
}

Result<void> forgetLocally(Replica& replica, std::string_view name) {
  auto transaction = store::Transaction::begin(replica.file().connection());
  if (!transaction) return std::unexpected(transaction.error());
  if (auto removed = replica.file().settings.remove(name); !removed) return removed;
  return transaction->commit();
}

} // namespace meridian::replica
