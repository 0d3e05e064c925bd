#include "app/cli/json_object.h"

#include <algorithm>

#include "app/cli/names.h"
#include "core/domain/schedule.h"
#include "core/domain/zone.h"

namespace meridian::cli {

Result<Json> jsonFrom(std::string_view text, const std::string& path) {
  struct Level {
    bool isList = false;
    std::size_t values = 0; // of a list, so far
    std::string name;       // of an object: the member that is being read
    std::set<std::string> names;
  };
  std::vector<Level> levels;
  std::string twice;
  const auto placeNow = [&] {
    std::string place = path;
    for (const auto& level : levels)
      place += level.isList ? "[" + std::to_string(level.values - 1) + "]" : "." + level.name;
    return place;
  };
  auto json = Json::parse(
      text,
      [&](int, Json::parse_event_t event, const Json& parsed) {
        using enum Json::parse_event_t;
        const bool begins = event == object_start || event == array_start;
        if ((begins || event == value) && !levels.empty()) ++levels.back().values;
        if (begins) levels.emplace_back().isList = event == array_start;
        if (event == object_end || event == array_end) levels.pop_back();
        if (event != key) return true;
        auto& level = levels.back();
        level.name = parsed.get<std::string>();
        if (!level.names.insert(level.name).second && twice.empty()) twice = placeNow();
        return true;
      },
      false);
  if (json.is_discarded()) return fail(ErrorCode::InvalidArgument, path + " is not JSON");
  if (!twice.empty()) return fail(ErrorCode::InvalidArgument, twice + " stands in the file twice");
  return json;
}

Result<domain::Bilingual> textFrom(const Json& json, const std::string& path, domain::Language plain) {
  domain::Bilingual text;
  if (json.is_string()) {
    text.source = plain;
    text.in(plain) = json.get<std::string>();
    return text;
  }
  if (!json.is_object()) return fail(ErrorCode::InvalidArgument, path + " is not a text");
  bool first = true;
  for (const auto& [name, lane] : json.items()) {
    const auto language = domain::parseLanguage(name);
    if (!language || !lane.is_string())
      return fail(ErrorCode::InvalidArgument,
                  path + " has a lane that is not \"en\" or \"ru\" with a string");
    text.in(*language) = lane.get<std::string>();
    if (first && !text.in(*language).empty()) {
      text.source = *language;
      first = false;
    }
  }
  if (!text.in(domain::other(text.source)).empty()) text.madeFrom = text.in(text.source);
  return text;
}

JsonObject::JsonObject(const Json& json, std::string path) : m_json(json), m_path(std::move(path)) {
  if (!json.is_object()) wrong("", "is not an object");
}

const Json* JsonObject::find(const std::string& name) {
  m_asked.insert(name);
  if (!m_json.is_object()) return nullptr;
  const auto at = m_json.find(name);
  return at == m_json.end() || at->is_null() ? nullptr : &*at;
}

std::string JsonObject::text(const std::string& name, bool required) {
  const Json* json = find(name);
  if (json != nullptr && !json->is_string()) wrong(name, "is not a string");
  auto value = json != nullptr && json->is_string() ? json->get<std::string>() : std::string();
  if (required && domain::isBlank(value)) wrong(name, "is missing");
  return value;
}

std::int64_t JsonObject::number(const std::string& name) {
  const Json* json = find(name);
  if (json != nullptr && !json->is_number_integer()) wrong(name, "is not a whole number");
  return json != nullptr && json->is_number_integer() ? json->get<std::int64_t>() : 0;
}

std::int64_t JsonObject::count(const std::string& name, std::int64_t most) {
  const Json* json = find(name);
  const auto value = number(name);
  // What does not fit a signed number is no smaller for that.
  if (value < 0 || value > most ||
      (json != nullptr && json->is_number_unsigned() &&
       json->get<std::uint64_t>() > static_cast<std::uint64_t>(most)))
    wrong(name, "is not from 0 to " + std::to_string(most));
  return value;
}

std::string JsonObject::oneOf(const std::string& name, std::initializer_list<std::string_view> words,
                              const char* what) {
  auto value = text(name);
  if (!value.empty() && std::ranges::find(words, value) == words.end()) wrong(name, what);
  return value;
}

std::string JsonObject::holidays(const std::string& name) {
  auto country = text(name);
  constexpr int anyYear = 2027; // a list that is known has some in each
  if (!country.empty() && domain::holidays(country, anyYear).empty())
    wrong(name, "is not US or RU, whose holidays are known");
  return country;
}

bool JsonObject::flag(const std::string& name) {
  const Json* json = find(name);
  if (json != nullptr && !json->is_boolean()) wrong(name, "is not true or false");
  return json != nullptr && json->is_boolean() && json->get<bool>();
}

domain::Bilingual JsonObject::bilingual(const std::string& name, bool required) {
  const Json* json = find(name);
  domain::Bilingual text;
  if (json != nullptr) text = take(textFrom(*json, placeOf(name), domain::Language::En));
  if (required && domain::isBlank(text.en) && domain::isBlank(text.ru)) wrong(name, "is missing");
  return text;
}

std::vector<std::string> JsonObject::strings(const std::string& name) {
  std::vector<std::string> out;
  each(name, [&](const Json& json, const std::string&) {
    if (json.is_string())
      out.push_back(json.get<std::string>());
    else
      wrong(name, "is not a list of strings");
  });
  return out;
}

std::string JsonObject::zone(const std::string& name, bool required) {
  auto zone = text(name, required);
  if (!zone.empty() && !domain::isZone(zone)) note({ErrorCode::UnknownZone, placeOf(name)});
  return zone;
}

std::optional<Instant> JsonObject::time(const std::string& name, const std::string& zone) {
  const auto value = text(name);
  if (value.empty() || m_error) return std::nullopt;
  auto found = parseTime(value, zone);
  if (!found) wrong(name, found.error().detail);
  return found ? std::optional(*found) : std::nullopt;
}

std::chrono::minutes JsonObject::timeOfDay(const std::string& name, std::chrono::minutes fallback) {
  const auto value = text(name);
  if (value.empty()) return fallback;
  const auto parsed = parseTimeOfDay(value);
  if (!parsed) wrong(name, "is not a time of day such as 17:00");
  return parsed ? *parsed : fallback;
}

void JsonObject::wrong(const std::string& name, const std::string& what) {
  note({ErrorCode::InvalidArgument, placeOf(name) + " " + what});
}

std::string JsonObject::placeOf(const std::string& name) const {
  return name.empty() ? m_path : m_path + "." + name;
}

std::optional<Error> JsonObject::done() {
  if (!m_error && m_json.is_object())
    for (const auto& [name, ignored] : m_json.items())
      if (!m_asked.contains(name)) wrong(name, "is not a member that this version knows");
  return m_error;
}

void JsonObject::note(Error error) {
  if (!m_error) m_error = std::move(error);
}

} // namespace meridian::cli
