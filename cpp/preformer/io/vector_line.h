// Lines of text files of vectors: a word and its numbers, or numbers alone.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "preformer/base/matrix.h"
#include "preformer/io/vectors_found.h"

namespace preformer {

/// A row that was read, or why it is none.
struct VectorLine {
  RowFault fault = RowFault::kNone;
  std::string_view word;  // may hold blanks inside
  std::string what;       // see FaultyRow
};

/// Reads a word and D numbers, separated by blanks. If more fields come first, the last D are the
/// numbers and all before them are the word, as ". . ." in GloVe's files. But a word, then more
/// than D numbers, is a row with too many; only a number in groups of three, as "10 000", is a
/// word.
VectorLine read_vector_line(std::string_view line, Index dimensions, float* row);

/// Reads D numbers and nothing else.
VectorLine read_numbers_line(std::string_view line, Index dimensions, float* row);

/// What a line looks like before the number of dimensions is known.
struct LineShape {
  std::size_t fields = 0;
  std::size_t numbers = 0;  // at the end of the line; nan and inf count
};
LineShape shape_of(std::string_view line);

/// Whether a field after the first would be a number if its comma were a point: "cat 1,5 2".
bool has_decimal_comma(std::string_view line);

bool is_blank_line(std::string_view line);

/// The first line of both word2vec formats, "V D". No such line if both are 0.
struct VectorHeader {
  bool present = false;  // two numbers, whether possible or not
  std::uint64_t words = 0, dimensions = 0;
};
VectorHeader read_vector_header(std::string_view line);

inline constexpr std::uint64_t kMostDimensions = 1u << 16u;

}  // namespace preformer
