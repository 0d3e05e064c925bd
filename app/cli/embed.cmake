# Writes files into a C++ source as bytes: cmake -DOUTPUT=… -DROOT=… -DFILES=a;b -P embed.cmake
set(arrays "")
set(table "")
set(n 0)
foreach(file IN LISTS FILES)
  file(READ "${ROOT}/${file}" hex HEX)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
  string(APPEND arrays "constexpr unsigned char file${n}[] = {${bytes}};\n")
  string(APPEND table "    {\"${file}\", {file${n}, sizeof file${n}}},\n")
  math(EXPR n "${n} + 1")
endforeach()
file(WRITE "${OUTPUT}" "#include \"app/cli/embedded.h\"

namespace meridian::cli {
namespace {

${arrays}
struct Entry {
  std::string_view name;
  ByteView bytes;
};
constexpr Entry entries[] = {
${table}};

} // namespace

ByteView embedded(std::string_view name) {
  for (const auto& entry : entries)
    if (entry.name == name) return entry.bytes;
  return {};
}

} // namespace meridian::cli
")
