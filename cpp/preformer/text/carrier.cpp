#include "preformer/text/carrier.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "preformer/text/lines.h"

namespace preformer {

namespace {

constexpr std::size_t kSample = 20000;  // bytes judged

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  LineReader reader(text);
  for (std::string_view line; reader.next(line);) {
    if (!trimmed(line).empty()) lines.push_back(line);
  }
  return lines;
}

/// An object or a list, as one document or one per line.
bool is_json(std::string_view text) {
  const std::string_view start = trimmed(text);
  if (start.size() < 2 || (start[0] != '{' && start[0] != '[')) return false;
  const std::size_t next = start.find_first_not_of(" \t\r\n", 1);
  const std::string_view permitted = start[0] == '{' ? "\"" : "{[\"";
  if (next == std::string_view::npos || permitted.find(start[next]) == std::string_view::npos) {
    return false;
  }
  int closed = 0;
  for (std::size_t at = start.find('"'); at < start.size(); at = start.find('"', at + 1)) {
    const std::size_t after = start.find_first_not_of(" \t\r\n", at + 1);
    closed += after < start.size() && std::string_view(":,]}").find(start[after]) < 4;
  }
  return closed >= 2;
}

/// "00:00:01,000 --> 00:00:02,500"
bool is_time(std::string_view line) {
  const std::size_t arrow = line.find("-->");
  if (arrow == std::string_view::npos) return false;
  const std::string_view time = trimmed(line.substr(0, arrow));
  return time.size() >= 7 && time.find(':') < time.size() &&
         std::all_of(
             time.begin(), time.end(),
             [](char c) { return is_digit(c) || c == ':' || c == ',' || c == '.'; });
}

/// Tags and entities.
std::size_t marks_in(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    if (text[i] == '<') {
      const std::size_t name = i + (text[i + 1] == '/' ? 2 : 1);
      const std::size_t end = text.find_first_of("<>", i + 1);
      count += is_letter(text[name]) && end < text.size() && text[end] == '>';
    } else if (text[i] == '&') {
      std::size_t end = i + (text[i + 1] == '#' ? 2 : 1);
      while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]))) ++end;
      count += end > i + 2 && end < i + 10 && end < text.size() && text[end] == ';';
    }
  }
  return count;
}

bool begins_as_markup(std::string_view text) {
  const std::string_view start = trimmed(text);
  return start.starts_with("<!doctype") || start.starts_with("<!DOCTYPE") ||
         start.starts_with("<?xml") || start.starts_with("<html");
}

/// Most words end as "/NN" or "_NN" does.
bool is_tagged(std::string_view text) {
  std::size_t words = 0, tagged = 0;
  for (std::string_view word; next_word(text, word);) {
    ++words;
    std::size_t slash = word.find('/');
    if (slash == std::string_view::npos) slash = word.rfind('_');
    if (slash == 0 || slash == std::string_view::npos) continue;
    const std::string_view tag = word.substr(slash + 1);
    std::size_t letters = 0;
    while (letters < tag.size() && is_letter(tag[letters])) ++letters;
    const bool rest = letters == tag.size() || (letters + 1 == tag.size() && is_digit(tag.back()));
    tagged += letters >= 1 && letters <= 4 && rest;
  }
  return words >= 4 && tagged * 10 > words * 6;
}

/// The separators of a row outside quotes; of commas, those without a space behind them.
std::size_t separators_in(std::string_view line, char separator) {
  std::size_t count = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') quoted = !quoted;
    const bool prose = separator == ',' && i + 1 < line.size() && line[i + 1] == ' ';
    count += !quoted && line[i] == separator && !prose;
  }
  return count;
}

bool is_table(const std::vector<std::string_view>& lines) {
  if (lines.size() < 3) return false;
  constexpr std::array kSeparators{'\t', ';', ','};
  return std::any_of(kSeparators.begin(), kSeparators.end(), [&](char separator) {
    const std::size_t width = separators_in(lines[0], separator);
    const auto equal = std::count_if(lines.begin(), lines.end(), [&](std::string_view line) {
      return separators_in(line, separator) == width;
    });
    return width >= 1 && static_cast<std::size_t>(equal) * 20 >= lines.size() * 19;
  });
}

}  // namespace

Carrier notice_carrier(std::string_view text) {
  if (text.size() > kSample) text = text.substr(0, text.rfind('\n', kSample));
  text = text.substr(0, kSample);
  const std::vector<std::string_view> lines = lines_of(text);
  if (is_json(text)) return Carrier::kJson;
  const auto times = static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), is_time));
  if (times >= 2 && times * 8 >= lines.size()) return Carrier::kSubtitles;
  const std::size_t marks = marks_in(text);
  if (begins_as_markup(text) || (marks >= 3 && marks * 3 >= lines.size())) {
    return Carrier::kMarkup;
  }
  if (is_tagged(text)) return Carrier::kTagged;
  return is_table(lines) ? Carrier::kTable : Carrier::kNone;
}

}  // namespace preformer
