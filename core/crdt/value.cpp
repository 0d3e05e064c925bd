#include "core/crdt/value.h"

#include <cassert>

#include "core/crdt/codec.h"

namespace meridian::crdt {

namespace {
const Value nullValue;
const Value::List noItems;
const Value::Map noFields;
} // namespace

std::int64_t Value::checkedInteger(bool fits, std::int64_t value) {
  assert(fits && "a value holds signed 64-bit integers");
  return fits ? value : 0;
}

std::optional<bool> Value::boolean() const {
  if (const auto* value = std::get_if<bool>(&m_data)) return *value;
  return std::nullopt;
}

std::optional<std::int64_t> Value::integer() const {
  if (const auto* value = std::get_if<std::int64_t>(&m_data)) return *value;
  return std::nullopt;
}

std::string Value::textOr(std::string_view fallback) const {
  const std::string* value = text();
  return value ? *value : std::string(fallback);
}

Bytes Value::bytesOr(Bytes fallback) const {
  const Bytes* value = bytes();
  return value ? *value : std::move(fallback);
}

const Value& Value::at(std::uint32_t field) const {
  const Map& map = fields();
  const auto found = map.find(field);
  return found == map.end() ? nullValue : found->second;
}

bool Value::has(std::uint32_t field) const { return fields().contains(field); }

const Value::List& Value::items() const {
  const auto* list = std::get_if<List>(&m_data);
  return list ? *list : noItems;
}

const Value::Map& Value::fields() const {
  const auto* map = std::get_if<Map>(&m_data);
  return map ? *map : noFields;
}

Value& Value::set(std::uint32_t field, Value value) {
  if (isNull()) m_data = Map{};
  assert(std::holds_alternative<Map>(m_data) && "only a map has fields");
  std::get<Map>(m_data).insert_or_assign(field, std::move(value));
  return *this;
}

Value& Value::push(Value value) {
  if (isNull()) m_data = List{};
  assert(std::holds_alternative<List>(m_data) && "only a list has items");
  std::get<List>(m_data).push_back(std::move(value));
  return *this;
}

bool operator==(const Value& a, const Value& b) { return a.m_data == b.m_data; }

Result<Bytes> encodeValue(const Value& value) {
  ByteWriter out;
  if (auto written = codec::writeValue(out, value, codec::ChangeIdWriter{}); !written)
    return std::unexpected(written.error());
  return out.take();
}

Result<Value> decodeValue(ByteView bytes) {
  ByteReader in(bytes);
  codec::ChangeIdReader ids;
  Value value = codec::readValue(in, ids);
  if (!in.done()) return fail(ErrorCode::Damaged, "malformed value");
  return value;
}

} // namespace meridian::crdt
