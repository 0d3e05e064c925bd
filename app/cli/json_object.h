// What a person wrote as JSON: each mistake is named by its place.
#pragma once

#include <initializer_list>
#include <set>

#include <nlohmann/json.hpp>

#include "app/cli/program.h"

namespace meridian::cli {

// A document, whose mistakes are named as those of `path`. An object that names a member twice is one: which
// of the two is meant nobody can know, and a parser keeps the last. InvalidArgument.
[[nodiscard]] Result<Json> jsonFrom(std::string_view text, const std::string& path);

// {"en": …, "ru": …} or a string, as a text of the file; the lane that stands first is the source.
[[nodiscard]] Result<domain::Bilingual> textFrom(const Json& json, const std::string& path,
                                                 domain::Language plain);

// Reads the members of one JSON object. The first mistake stays; done() also refuses members that nobody
// asked for, so that a typing error is not lost in silence.
class JsonObject {
 public:
  JsonObject(const Json& json, std::string path);

  const Json* find(const std::string& name);
  // What is required is there, and not blank.
  std::string text(const std::string& name, bool required = false);
  std::int64_t number(const std::string& name);
  // A whole number from 0 to `most`.
  std::int64_t count(const std::string& name, std::int64_t most);
  // One of a few words, or nothing.
  std::string oneOf(const std::string& name, std::initializer_list<std::string_view> words, const char* what);
  std::string holidays(const std::string& name);
  bool flag(const std::string& name);
  domain::Bilingual bilingual(const std::string& name, bool required = false);
  std::vector<std::string> strings(const std::string& name);
  std::string zone(const std::string& name, bool required = false);
  std::optional<Instant> time(const std::string& name, const std::string& zone);
  std::chrono::minutes timeOfDay(const std::string& name, std::chrono::minutes fallback);
  template <class Read>
  void each(const std::string& name, Read read) {
    const Json* json = find(name);
    if (json == nullptr) return;
    if (!json->is_array()) return wrong(name, "is not a list");
    for (std::size_t i = 0; i < json->size(); ++i)
      read((*json)[i], placeOf(name) + "[" + std::to_string(i) + "]");
  }
  // Of an object inside this one, whose mistakes name their place already.
  template <class T>
  T take(Result<T> result) {
    if (!result) note(result.error());
    return result ? std::move(*result) : T{};
  }
  // Of the member of this name.
  template <class T>
  T take(const std::string& name, Result<T> result) {
    if (!result) note({result.error().code, placeOf(name) + " " + result.error().detail});
    return result ? std::move(*result) : T{};
  }
  void wrong(const std::string& name, const std::string& what);
  [[nodiscard]] std::string placeOf(const std::string& name) const;
  std::optional<Error> done();

 private:
  void note(Error error);

  const Json& m_json;
  std::string m_path;
  std::set<std::string> m_asked;
  std::optional<Error> m_error;
};

} // namespace meridian::cli
