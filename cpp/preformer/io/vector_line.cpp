#include "preformer/io/vector_line.h"

#include <vector>

#include "preformer/base/read_float.h"
#include "preformer/io/words.h"

namespace preformer {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

/// Cuts the next field between blanks off the front; empty at the end of the line.
std::string_view next_field(std::string_view& rest) {
  const char* at = rest.data();
  const char* const end = at + rest.size();
  while (at != end && is_blank(*at)) ++at;
  const char* const from = at;
  while (at != end && !is_blank(*at)) ++at;
  rest = {at, static_cast<std::size_t>(end - at)};
  return {from, static_cast<std::size_t>(at - from)};
}

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  for (auto field = next_field(line); !field.empty(); field = next_field(line)) {
    fields.push_back(field);
  }
  return fields;
}

bool is_number(std::string_view field) {
  float value;
  return read_float(field, value) != FloatText::kOther;
}

/// Whether `rest` holds D finite numbers and nothing else: every row but the odd ones.
bool read_all(std::string_view rest, Index dimensions, float* row) {
  for (Index d = 0; d < dimensions; ++d) {
    const std::string_view field = next_field(rest);
    if (read_float(field, row[d]) != FloatText::kFinite) return false;
  }
  return is_blank_line(rest);
}

VectorLine fault_of(RowFault fault, std::string_view what = {}) {
  return {fault, {}, std::string(what)};
}

/// Reads the fields from `first` on, which are D.
VectorLine read_fields(const std::vector<std::string_view>& fields, std::size_t first, float* row) {
  for (std::size_t i = first; i < fields.size(); ++i) {
    switch (read_float(fields[i], row[i - first])) {
      case FloatText::kFinite: break;
      case FloatText::kNotFinite: return fault_of(RowFault::kNotFinite, fields[i]);
      case FloatText::kOther: return fault_of(RowFault::kNumber, fields[i]);
    }
  }
  return {};
}

bool is_digits(std::string_view text) { return parse_count(text).has_value(); }

/// "10 000", "1 000 000".
bool is_grouped_number(const std::vector<std::string_view>& fields, std::size_t count) {
  if (!is_digits(fields[0]) || fields[0].size() > 3) return false;
  for (std::size_t i = 1; i < count; ++i) {
    if (!is_digits(fields[i]) || fields[i].size() != 3) return false;
  }
  return true;
}

/// The first of the fields from `first` on that is no number; nullptr if all are.
const std::string_view* other_than_number(const std::vector<std::string_view>& fields,
                                          std::size_t first) {
  for (std::size_t i = first; i < fields.size(); ++i) {
    if (!is_number(fields[i])) return &fields[i];
  }
  return nullptr;
}

}  // namespace

bool is_blank_line(std::string_view line) { return next_field(line).empty(); }

VectorLine read_vector_line(std::string_view line, Index dimensions, float* row) {
  std::string_view rest = line;
  const std::string_view word = next_field(rest);
  if (read_all(rest, dimensions, row)) return {RowFault::kNone, word, {}};

  const auto fields = fields_of(line);
  const auto wanted = static_cast<std::size_t>(dimensions);
  const std::string_view* other = other_than_number(fields, 1);
  if (fields.size() <= wanted) {
    if (other) return fault_of(RowFault::kNumber, *other);
    // As many numbers as a row has: what is missing is the word, which was blank. But "7" at the
    // start of the line can be a word.
    const bool wordless = is_blank(line[0]) || !is_digits(fields[0]);
    if (fields.size() == wanted && is_number(fields[0]) && wordless) {
      return fault_of(RowFault::kBlank);
    }
    return fault_of(RowFault::kCount, std::to_string(fields.size() - 1));
  }
  const std::size_t first = fields.size() - wanted;
  if (first > 1 && !other && !is_grouped_number(fields, first)) {
    return fault_of(RowFault::kCount, std::to_string(fields.size() - 1));
  }
  VectorLine read = read_fields(fields, first, row);
  const char* const from = fields[0].data();
  const std::string_view before = fields[first - 1];
  read.word = {from, static_cast<std::size_t>(before.data() + before.size() - from)};
  return read;
}

VectorLine read_numbers_line(std::string_view line, Index dimensions, float* row) {
  if (read_all(line, dimensions, row)) return {};
  const auto fields = fields_of(line);
  if (const std::string_view* other = other_than_number(fields, 0)) {
    return fault_of(RowFault::kNumber, *other);
  }
  if (fields.size() != static_cast<std::size_t>(dimensions)) {
    return fault_of(RowFault::kCount, std::to_string(fields.size()));
  }
  return read_fields(fields, 0, row);
}

LineShape shape_of(std::string_view line) {
  LineShape shape;
  for (auto field = next_field(line); !field.empty(); field = next_field(line)) {
    ++shape.fields;
    shape.numbers = is_number(field) ? shape.numbers + 1 : 0;
  }
  return shape;
}

bool has_decimal_comma(std::string_view line) {
  next_field(line);
  for (auto field = next_field(line); !field.empty(); field = next_field(line)) {
    const std::size_t comma = field.find(',');
    if (comma == std::string_view::npos) continue;
    std::string number(field);
    number[comma] = '.';
    if (is_number(number)) return true;
  }
  return false;
}

VectorHeader read_vector_header(std::string_view line) {
  const auto fields = fields_of(line);
  if (fields.size() != 2 || !is_number(fields[0]) || !is_number(fields[1])) return {};
  const auto words = parse_count(fields[0]), dimensions = parse_count(fields[1]);
  // Other numbers with a tab between are a row of a table.
  if ((!words || !dimensions) && line.find('\t') != std::string_view::npos) return {};
  return {true, words.value_or(0), dimensions.value_or(0)};
}

}  // namespace preformer
