#include "preformer/text/carrier.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "preformer/text/lines.h"
#include "preformer/text/utf8.h"

namespace preformer {

namespace {

constexpr std::size_t kSample = 20000;  // bytes judged

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_han(char32_t c) { return (c >= 0x3400 && c < 0xA000) || (c >= 0x20000 && c < 0x34000); }
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

/// Chinese words between slashes: 我/爱/北京
bool is_slashed(std::string_view text) {
  const std::u32string all = decode(text).code_points;
  std::size_t han = 0, slashes = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!is_han(all[i])) continue;
    ++han;
    std::size_t next = i + 2;
    if (next < all.size() && all[next] == U' ') ++next;
    slashes += next < all.size() && all[i + 1] == U'/' && is_han(all[next]);
  }
  return slashes > 2 && slashes * 5 > han;
}

/// Whether the text has the mark on both sides of something: "**so**".
bool has_emphasis(std::string_view line) {
  const std::size_t open = line.find("**");
  if (open >= line.size() || open + 2 >= line.size()) return false;
  const char first = line[open + 2];
  const std::size_t close = line.find("**", open + 2);
  return first != '*' && first != ' ' && close < line.size() && close > open + 2;
}

/// "[a link](address)"
bool has_link(std::string_view line) {
  const std::size_t middle = line.find("](");
  if (middle >= line.size() || line.rfind('[', middle) + 1 >= middle) return false;
  const std::size_t end = line.find_first_of(") \t", middle + 2);
  return end < line.size() && end > middle + 2 && line[end] == ')';
}

bool is_markdown(const std::vector<std::string_view>& lines) {
  std::array<std::size_t, 6> kinds{};  // headings, lists, quotations, fences, emphasis, links
  for (const std::string_view line : lines) {
    const std::string_view start = trimmed(line);
    const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
    const auto space_at = [](std::string_view text, std::size_t i) {
      return text.size() > i + 1 && text[i] == ' ' && text[i + 1] != ' ';
    };
    kinds[0] += marks >= 1 && marks <= 6 && space_at(line, marks);
    kinds[1] += std::string_view("-*+").find(start[0]) < 3 && space_at(start, 1);
    kinds[2] += line.starts_with("> ");
    kinds[3] += line.starts_with("```");
    kinds[4] += has_emphasis(line);
    kinds[5] += has_link(line);
  }
  std::size_t used = 0, marked = 0;
  for (const std::size_t kind : kinds) {
    used += kind > 0;
    marked += kind;
  }
  return used >= 2 && marked >= 3 && marked * 5 >= lines.size();
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
  if (is_tagged(text) || is_slashed(text)) return Carrier::kTagged;
  if (is_table(lines)) return Carrier::kTable;
  return is_markdown(lines) ? Carrier::kMarkdown : Carrier::kNone;
}

}  // namespace preformer
