#include "sync/bundle/bundle.h"

#include <cassert>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/file.h"
#include "core/crypto/signing/hash.h"

namespace meridian::bundle {
namespace {

constexpr std::string_view magic = "MERIDIAN-BUNDLE\n";
constexpr std::uint8_t format = 1;
constexpr std::size_t headBytes = magic.size() + 1 + SpaceId::size;
constexpr std::size_t sectionHeadBytes = 5;
constexpr std::size_t endBytes = sectionHeadBytes + 32;
constexpr std::size_t sectionBytesMax = limits::runBytes + limits::changeBytes + 65'536;

constexpr std::size_t invitationBytesMax = 16'384;

enum class Type : std::uint8_t { Run = 1, Receipts = 2, List = 3, Chunk = 4, Invitation = 5, End = 255 };

std::unexpected<Error> failWithErrno(std::string_view action) {
  const int number = errno;
  ErrorCode code = ErrorCode::Io;
  if (number == ENOENT) code = ErrorCode::NotFound;
  if (number == ENOSPC || number == EDQUOT) code = ErrorCode::DiskFull;
  if (number == EROFS || number == EACCES || number == EPERM) code = ErrorCode::ReadOnly;
  return fail(code, std::string(action) + " the bundle: " + std::generic_category().message(number));
}

auto damaged(const char* what) { return fail(ErrorCode::Damaged, what); }

struct File {
  explicit File(std::FILE* opened) : stream(opened) {}
  ~File() {
    if (stream != nullptr) (void)std::fclose(stream);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  std::FILE* stream;
};

Result<Bytes> readExactly(std::FILE* stream, std::size_t size) {
  Bytes bytes(size);
  if (std::fread(bytes.data(), 1, size, stream) == size) return bytes;
  return std::ferror(stream) != 0 ? fail(ErrorCode::Io, "reading the bundle")
                                  : damaged("the file ends too early");
}

struct Encoded {
  Type type;
  Bytes body;
};

Encoded encode(const Section& section) {
  ByteWriter out;
  if (const auto* run = std::get_if<Run>(&section)) {
    out.raw(run->space.view());
    out.varint(run->changes.size());
    for (const auto& change : run->changes)
      out.sized(change);
    return {Type::Run, out.take()};
  }
  if (const auto* receipts = std::get_if<Receipts>(&section)) {
    out.varint(receipts->receipts.size());
    for (const auto& receipt : receipts->receipts)
      out.raw(envelope::encodeReceipt(receipt));
    return {Type::Receipts, out.take()};
  }
  if (const auto* list = std::get_if<protocol::BlobList>(&section)) {
    out.raw(list->name.space.view());
    out.raw(list->name.blob.view());
    out.u64(list->length);
    out.varint(list->chunks.size());
    for (const auto& hash : list->chunks)
      out.raw(hash.view());
    return {Type::List, out.take()};
  }
  if (const auto* invitation = std::get_if<Invitation>(&section)) {
    out.raw(asBytes(invitation->code));
    return {Type::Invitation, out.take()};
  }
  const auto& chunk = std::get<Chunk>(section);
  out.raw(chunk.blob.view());
  out.u32(chunk.index);
  out.raw(chunk.bytes);
  return {Type::Chunk, out.take()};
}

template <class Id>
Id idFrom(ByteReader& in) {
  const auto bytes = in.raw(Id::size);
  return in.ok() ? Id::unchecked(bytes) : Id{};
}

Bytes copyOf(ByteView view) { return {view.begin(), view.end()}; }

Result<Section> decode(Type type, ByteView body) {
  ByteReader in(body);
  if (type == Type::Run) {
    Run run{.space = idFrom<SpaceId>(in), .changes = {}};
    const auto count = in.count(1);
    for (std::size_t i = 0; i < count && in.ok(); ++i)
      run.changes.push_back(copyOf(in.sized()));
    if (!in.done() || count > limits::runChanges) return damaged("a run of changes");
    return run;
  }
  if (type == Type::Receipts) {
    Receipts receipts;
    const auto count = in.count(envelope::Receipt::encodedBytes);
    for (std::size_t i = 0; i < count && in.ok(); ++i) {
      auto receipt = envelope::decodeReceipt(in.raw(envelope::Receipt::encodedBytes));
      if (!receipt) return damaged("a receipt");
      receipts.receipts.push_back(*receipt);
    }
    if (!in.done()) return damaged("receipts");
    return receipts;
  }
  if (type == Type::List) {
    protocol::BlobList list;
    list.name.space = idFrom<SpaceId>(in);
    list.name.blob = idFrom<BlobId>(in);
    list.length = in.u64();
    const auto count = in.count(signing::ChunkHash::size);
    for (std::size_t i = 0; i < count && in.ok(); ++i)
      list.chunks.push_back(idFrom<signing::ChunkHash>(in));
    if (!in.done() || count > limits::chunksPerBlob ||
        !signing::isBlob(list.name.blob, list.length, list.chunks))
      return damaged("the list of a file");
    return list;
  }
  if (type == Type::Invitation) {
    if (body.empty() || body.size() > invitationBytesMax) return damaged("an invitation");
    return Invitation{std::string(asText(body))};
  }
  Chunk chunk;
  chunk.blob = idFrom<BlobId>(in);
  chunk.index = in.u32();
  chunk.bytes = copyOf(in.raw(in.remaining()));
  if (!in.done() || chunk.bytes.empty() || chunk.bytes.size() > limits::blobChunkBytes)
    return damaged("a piece of a file");
  return chunk;
}

} // namespace

struct Writer::State {
  State(std::filesystem::path to, std::filesystem::path part, std::FILE* stream)
      : target(std::move(to)), temporary(std::move(part)), file(stream) {}
  std::filesystem::path target, temporary;
  File file;
  signing::Hasher hasher{signing::domains::bundle};
  std::uint64_t written = 0;
  bool finished = false;

  Result<void> put(ByteView bytes, bool hashed) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), file.stream) != bytes.size())
      return failWithErrno("writing");
    if (hashed) hasher.update(bytes);
    written += bytes.size();
    return {};
  }
};

Writer::Writer(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Writer::Writer(Writer&&) noexcept = default;
Writer::~Writer() {
  if (m_state && !m_state->finished) (void)::unlink(m_state->temporary.c_str());
}

Result<Writer> Writer::create(const std::filesystem::path& file, const SpaceId& campaign) {
  if (auto may = mayTakeName(file); !may) return std::unexpected(may.error());
  std::filesystem::path temporary = file;
  temporary += ".part";
  // For its owner alone: sealed or not, who talks to whom is nobody's business. What has the name already is
  // left over, or stands for somebody else's file: it goes, and is not written through.
  if (::unlink(temporary.c_str()) != 0 && errno != ENOENT) return failWithErrno("making");
  const int descriptor =
      ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0) return failWithErrno("making");
  std::FILE* stream = ::fdopen(descriptor, "wb");
  if (stream == nullptr) {
    auto failed = failWithErrno("making");
    (void)::close(descriptor);
    return failed;
  }
  Writer writer(std::make_unique<State>(file, std::move(temporary), stream));
  ByteWriter head;
  head.raw(asBytes(magic));
  head.u8(format);
  head.raw(campaign.view());
  if (auto put = writer.m_state->put(head.bytes(), true); !put) return std::unexpected(put.error());
  return writer;
}

Result<void> Writer::add(const Section& section) {
  const Encoded encoded = encode(section);
  assert(encoded.body.size() <= sectionBytesMax);
  ByteWriter head;
  head.u8(static_cast<std::uint8_t>(encoded.type));
  head.u32(static_cast<std::uint32_t>(encoded.body.size()));
  if (auto put = m_state->put(head.bytes(), true); !put) return put;
  return m_state->put(encoded.body, true);
}

Result<std::uint64_t> Writer::finish() {
  ByteWriter end;
  end.u8(static_cast<std::uint8_t>(Type::End));
  end.u32(32);
  end.raw(m_state->hasher.finish());
  if (auto put = m_state->put(end.bytes(), false); !put) return std::unexpected(put.error());
  if (std::fflush(m_state->file.stream) != 0 || ::fsync(::fileno(m_state->file.stream)) != 0)
    return failWithErrno("flushing");
  if (::rename(m_state->temporary.c_str(), m_state->target.c_str()) != 0) return failWithErrno("naming");
  m_state->finished = true;
  return m_state->written;
}

struct Reader::State {
  explicit State(std::FILE* stream) : file(stream) {}
  File file;
  SpaceId campaign;
  bool ended = false;
  std::uint64_t place = headBytes;
};

Reader::Reader(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader::~Reader() = default;
const SpaceId& Reader::campaign() const { return m_state->campaign; }
std::uint64_t Reader::place() const { return m_state->place; }
std::uint64_t Reader::size() const {
  struct stat known {};
  return ::fstat(::fileno(m_state->file.stream), &known) == 0 ? static_cast<std::uint64_t>(known.st_size) : 0;
}

bool looksLikeBundle(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) return false;
  const File opened(std::fopen(file.c_str(), "rbe"));
  if (opened.stream == nullptr) return false;
  const auto head = readExactly(opened.stream, magic.size());
  return head && asText(*head) == magic;
}

Result<Reader> Reader::open(const std::filesystem::path& file) {
  // A pipe or a device could keep us waiting for ever.
  std::error_code error;
  if (std::filesystem::exists(file, error) && !std::filesystem::is_regular_file(file, error))
    return fail(ErrorCode::UnsupportedFormat, "not a plain file");
  std::FILE* stream = std::fopen(file.c_str(), "rbe");
  if (stream == nullptr) return failWithErrno("opening");
  Reader reader(std::make_unique<State>(stream));
  struct stat about {};
  if (::fstat(::fileno(stream), &about) != 0) return failWithErrno("looking at");
  const auto size = static_cast<std::uint64_t>(about.st_size);
  auto head = readExactly(stream, std::min<std::uint64_t>(size, headBytes));
  if (!head) return std::unexpected(head.error());
  if (!asText(*head).starts_with(magic))
    return fail(ErrorCode::UnsupportedFormat, "not a file of Meridian's");
  if (head->size() < headBytes || size < headBytes + endBytes) return damaged("the file ends too early");
  if ((*head)[magic.size()] != format)
    return fail(ErrorCode::UnsupportedFormat, "made by a newer version of Meridian");
  reader.m_state->campaign = SpaceId::unchecked(ByteView(*head).last(SpaceId::size));

  signing::Hasher hasher(signing::domains::bundle);
  hasher.update(*head);
  for (std::uint64_t left = size - headBytes - endBytes; left > 0;) {
    auto piece = readExactly(stream, std::min<std::uint64_t>(left, 1u << 20));
    if (!piece) return std::unexpected(piece.error());
    hasher.update(*piece);
    left -= piece->size();
  }
  auto end = readExactly(stream, endBytes);
  if (!end) return std::unexpected(end.error());
  ByteReader in(*end);
  const bool isEnd = in.u8() == static_cast<std::uint8_t>(Type::End) && in.u32() == 32;
  const auto sum = hasher.finish();
  if (!isEnd || !std::ranges::equal(in.raw(32), sum))
    return damaged("the file was cut short or altered on its way: ask for it again");
  if (std::fseek(stream, static_cast<long>(headBytes), SEEK_SET) != 0) return failWithErrno("reading");
  return reader;
}

Result<std::unique_ptr<Section>> Reader::next() {
  while (!m_state->ended) {
    auto head = readExactly(m_state->file.stream, sectionHeadBytes);
    if (!head) return std::unexpected(head.error());
    ByteReader in(*head);
    const auto type = static_cast<Type>(in.u8());
    const auto length = in.u32();
    if (length > sectionBytesMax) return damaged("a section beyond the limit");
    auto body = readExactly(m_state->file.stream, length);
    if (!body) return std::unexpected(body.error());
    m_state->place += sectionHeadBytes + length;
    if (type == Type::End) {
      m_state->ended = true;
      break;
    }
    if (type < Type::Run || type > Type::Invitation) continue; // of a newer version
    auto section = decode(type, *body);
    if (!section) return std::unexpected(section.error());
    return std::make_unique<Section>(std::move(*section));
  }
  return nullptr;
}

} // namespace meridian::bundle
