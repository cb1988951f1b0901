#include "preformer/io/label_lines.h"

#include <algorithm>

#include "preformer/io/vectors_found.h"
#include "preformer/text/utf8.h"

namespace preformer {

namespace {

constexpr std::size_t kLongestRecord = 1u << 20u, kNone = std::string_view::npos;

/// The closing quote of the field that opens at `open`.
std::size_t closing_quote(std::string_view text, std::size_t open) {
  for (std::size_t at = text.find('"', open + 1); at != kNone; at = text.find('"', at + 2)) {
    if (at + 1 == text.size() || text[at + 1] != '"') return at;  // "" is a quote inside
  }
  return kNone;
}

/// Without spaces around. Other white space can be a word of its own.
std::string_view without_spaces(std::string_view field) {
  const std::size_t from = std::min(field.find_first_not_of(' '), field.size());
  field.remove_prefix(from);
  return field.substr(0, field.find_last_not_of(' ') + 1);
}

std::string unquoted(std::string_view field) {
  std::string text;
  for (std::size_t at = 1; at + 1 < field.size(); ++at) {
    text += field[at];
    if (field[at] == '"') ++at;
  }
  return text;
}

}  // namespace

void LabelLines::feed(std::string_view bytes) {
  pending_.erase(0, at_);
  at_ = 0;
  pending_ += bytes;
}

std::size_t LabelLines::end_of_record() const {
  std::size_t at = at_;
  while (quoted_) {  // field by field
    if (at < pending_.size() && pending_[at] == '"') {
      const std::size_t close = closing_quote(pending_, at);
      if (close == kNone) return kNone;
      at = close + 1;
    }
    const std::size_t end = pending_.find_first_of("\t\n", at);
    if (end == kNone || pending_[end] == '\n') return end;
    at = end + 1;
  }
  return pending_.find('\n', at);
}

std::optional<std::string_view> LabelLines::next() {
  constexpr std::size_t kMark = 3;
  if (!begun_) {
    if (pending_.size() < kMark && !ended_) return std::nullopt;
    at_ = pending_.size() - without_byte_order_mark(pending_).size();
    begun_ = true;
  }
  const std::size_t end = end_of_record();
  if (end == kNone && !ended_) {
    if (pending_.size() - at_ <= kLongestRecord) return std::nullopt;
    throw vectors_problem(
        "noise", "This is no file of word vectors: a line of the file of words has no end.");
  }
  if (at_ == pending_.size()) return std::nullopt;
  const std::string_view record = std::string_view(pending_).substr(at_, end - at_);
  at_ = end == kNone ? pending_.size() : end + 1;
  line_ = lines_read_ + 1;
  lines_read_ += 1 + static_cast<std::uint64_t>(std::count(record.begin(), record.end(), '\n'));
  return record;
}

std::vector<std::string> label_fields(std::string_view record, bool quoted) {
  std::vector<std::string> fields;
  if (record.ends_with('\r')) record.remove_suffix(1);
  for (std::size_t at = 0;;) {
    std::size_t close = kNone;
    if (quoted && at < record.size() && record[at] == '"') close = closing_quote(record, at);
    const std::size_t end = std::min(record.find('\t', close == kNone ? at : close), record.size());
    const std::string_view field = record.substr(at, end - at);
    fields.push_back(close == kNone ? std::string(without_spaces(field))
                                    : unquoted(record.substr(at, close + 1 - at)));
    if (end == record.size()) return fields;
    at = end + 1;
  }
}

}  // namespace preformer
