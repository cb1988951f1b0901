#include "preformer/query/table_line.h"

#include <algorithm>

#include "preformer/text/lines.h"

namespace preformer {

namespace {

/// The length of the field in quotes at the beginning of `rest`, quotes included; 0 if there is
/// none.
std::size_t quoted_length(std::string_view rest) {
  if (!rest.starts_with('"')) return 0;
  for (std::size_t at = 1; (at = rest.find('"', at)) != std::string_view::npos; at += 2) {
    if (!rest.substr(at + 1).starts_with('"')) return at + 1;
  }
  return 0;
}

void skip_blanks(std::string_view& rest, bool all) {
  std::string_view after = rest, word;
  if (!all) {
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  } else {
    rest.remove_prefix(next_word(after, word) ? static_cast<std::size_t>(word.data() - rest.data())
                                              : rest.size());
  }
}

/// The end of a field without quotes.
std::size_t plain_length(std::string_view rest, char separator) {
  if (separator != ' ') return std::min(rest.find(separator), rest.size());
  std::string_view word;
  return next_word(rest, word) ? word.size() : 0;
}

}  // namespace

std::string Field::word() const {
  std::string word(text);
  for (std::size_t at = 0; quoted && (at = word.find("\"\"", at)) != std::string::npos; ++at) {
    word.erase(at, 1);
  }
  return word;
}

void split_fields(std::string_view line, char separator, std::vector<Field>& fields) {
  const bool at_blanks = separator == ' ';
  for (std::string_view rest = line;;) {
    skip_blanks(rest, at_blanks);
    if (at_blanks && rest.empty()) return;
    const std::size_t quoted = quoted_length(rest);
    std::string_view after = rest.substr(quoted);
    skip_blanks(after, at_blanks);
    // What follows the closing quote must be a separator or the end.
    const bool closed = at_blanks ? after.empty() || after.data() > rest.data() + quoted
                                  : after.empty() || after.front() == separator;
    if (quoted > 0 && closed) {
      fields.push_back({trimmed(rest.substr(1, quoted - 2)), true});
      rest = after;
    } else {
      const std::size_t length = plain_length(rest, separator);
      fields.push_back({trimmed(rest.substr(0, length)), false});
      rest.remove_prefix(length);
    }
    if (at_blanks) continue;
    if (rest.empty()) return;
    rest.remove_prefix(1);
  }
}

}  // namespace preformer
