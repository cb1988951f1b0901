#include "preformer/io/collected_rows.h"

#include <utility>

#include "preformer/text/unicode.h"
#include "preformer/text/utf8.h"

namespace preformer {

namespace {

constexpr unsigned char kSpace = 0x20, kDelete = 0x7F, kFirstWide = 0x80;

bool is_plain(std::string_view word) {
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= kSpace || byte == kDelete || byte >= kFirstWide) return false;
  }
  return true;
}

}  // namespace

bool name_of_word(std::string_view word, std::string& name, bool& renamed) {
  name.assign(word);
  renamed = false;
  if (is_plain(word)) return true;
  name.clear();
  for (std::size_t at = 0; at < word.size();) {
    const DecodedCodePoint c = decode_at(word, at);
    if (!c.valid) return false;
    if (is_space(c.code_point) || is_control(c.code_point)) {
      name += '_';
      renamed = true;
    } else {
      name.append(word, at, c.bytes);
    }
    at += c.bytes;
  }
  return true;
}

void CollectedRows::set_dimensions(Index dimensions) {
  found.dimensions = static_cast<std::uint64_t>(dimensions);
  rows_.numbers.resize(found.dimensions);
}

void CollectedRows::add(std::string_view word, std::uint64_t place, bool in_metadata) {
  bool renamed = false;
  if (!name_of_word(word, name_, renamed)) {
    return leave_out(RowFault::kNotUtf8, place, {}, in_metadata);
  }
  if (name_.empty()) return leave_out(RowFault::kBlank, place, {}, in_metadata);
  if (renamed && options_.strict) {
    throw vectors_problem("strict",
                          "The word " + quoted(word) + " (" +
                              place_of({RowFault::kNone, place, in_metadata, {}}, found.format) +
                              ") holds white space or a control character. Without "
                              "strict reading it is written with _.");
  }
  const std::int32_t before = words_.size();
  if (words_.insert(name_) < before) {
    ++found.duplicates;
    return leave_out(RowFault::kDuplicate, place, name_, in_metadata);
  }
  ++found.words;
  found.renamed += renamed;
  rows_.words += name_;
  rows_.words += '\n';
  used_ += found.dimensions;
  rows_.numbers.resize(used_ + found.dimensions);
}

void CollectedRows::add_count(std::uint64_t count) { rows_.counts.push_back(count); }

void CollectedRows::leave_out(RowFault reason, std::uint64_t place, std::string_view what,
                              bool in_metadata) {
  const FaultyRow row{reason, place, in_metadata, std::string(what)};
  if (options_.strict) {
    throw vectors_problem("strict", "Refused because of " + place_of(row, found.format) + ": " +
                                        reason_of(row, found.dimensions) +
                                        ". Without strict reading it is left out.");
  }
  if (found.left_out++ == 0) found.first = row;
}

void CollectedRows::refuse_other_length() {
  if (!options_.strict) return;
  const std::string rows = found.goes_on ? "more" : std::to_string(found.rows());
  throw vectors_problem(
      "strict", "Refused because the first line promises " + std::to_string(found.promised) +
                    " words, and the file holds " + rows + ". Correct the first line.");
}

VectorRows CollectedRows::take() {
  rows_.numbers.resize(used_);
  VectorRows taken = std::exchange(rows_, {});
  used_ = 0;
  rows_.numbers.resize(found.dimensions);
  return taken;
}

}  // namespace preformer
