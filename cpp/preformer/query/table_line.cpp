#include "preformer/query/table_line.h"

#include <optional>

#include "preformer/text/lines.h"

namespace preformer {

namespace {

/// Cuts a field in quotes off `rest`; nothing if there is none.
std::optional<Field> quoted_field(std::string_view& rest, char separator) {
  if (rest.empty() || rest.front() != '"') return std::nullopt;
  Field field;
  field.quoted = true;
  for (std::size_t at = 1; at < rest.size(); ++at) {
    if (rest[at] != '"') {
      field.text += rest[at];
      continue;
    }
    if (at + 1 < rest.size() && rest[at + 1] == '"') {
      field.text += rest[at++];
      continue;
    }
    std::string_view after = rest.substr(at + 1), word;
    if (separator == ' ') {
      std::string_view copy = after;
      // White space or the end must follow.
      if (!after.empty() && next_word(copy, word) && word.data() == after.data())
        return std::nullopt;
    } else {
      while (!after.empty() && after.front() == ' ' && separator != ' ') after.remove_prefix(1);
      if (!after.empty() && after.front() != separator) return std::nullopt;
    }
    field.text = std::string(trimmed(field.text));
    rest = after;
    return field;
  }
  return std::nullopt;
}

std::vector<Field> split_at_blanks(std::string_view line) {
  std::vector<Field> fields;
  for (std::string_view rest = line, word;;) {
    std::string_view peeked = rest;
    if (!next_word(peeked, word)) return fields;
    rest = {word.data(), static_cast<std::size_t>(rest.data() + rest.size() - word.data())};
    if (auto field = quoted_field(rest, ' ')) {
      fields.push_back(std::move(*field));
    } else {
      fields.push_back({std::string(word), false});
      rest = peeked;
    }
  }
}

}  // namespace

std::vector<Field> split_fields(std::string_view line, char separator) {
  if (separator == ' ') return split_at_blanks(line);
  std::vector<Field> fields;
  for (std::string_view rest = line;;) {
    while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
    if (auto field = quoted_field(rest, separator)) {
      fields.push_back(std::move(*field));
      if (rest.empty()) return fields;
      rest.remove_prefix(1);
      continue;
    }
    const std::size_t end = rest.find(separator);
    fields.push_back({std::string(trimmed(rest.substr(0, end))), false});
    if (end == std::string_view::npos) return fields;
    rest.remove_prefix(end + 1);
  }
}

}  // namespace preformer
