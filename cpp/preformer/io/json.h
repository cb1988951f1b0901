// A strict reader of JSON for the headers of files, which may be damaged or malicious.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace preformer {

struct JsonValue {
  enum class Kind { kNull, kBool, kNumber, kString, kArray, kObject };

  Kind kind = Kind::kNull;
  std::string text = {};  // of a string its content; numbers, true and false as they are written
  std::vector<JsonValue> items = {};                            // of an array
  std::vector<std::pair<std::string, JsonValue>> members = {};  // of an object, in its order

  bool is(Kind wanted) const { return kind == wanted; }
  /// The member of that name, or null.
  const JsonValue* find(std::string_view name) const;
};

/// Throws BadFormat for anything that RFC 8259 does not allow, for duplicate names in an object,
/// for ill-formed UTF-8 and for more than 16 levels.
JsonValue read_json(std::string_view utf8);

/// Appends `text` in quotes, escaped.
void append_json_string(std::string& json, std::string_view text);

}  // namespace preformer
