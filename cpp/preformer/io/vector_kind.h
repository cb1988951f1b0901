// Recognises what a file of vectors is by its first bytes.
#pragma once

#include <optional>
#include <string_view>

#include "preformer/io/vector_line.h"
#include "preformer/io/vectors_found.h"

namespace preformer {

/// As many bytes are looked at.
inline constexpr std::size_t kLook = 1u << 16u;

/// Throws BadFormat for compressed files, NumPy arrays, HDF5 and UTF-16.
void refuse_other_kinds(std::string_view bytes);

/// Whether the bytes can be text. A character may be cut at the end.
bool is_text(std::string_view bytes);

/// Cuts the next line off `rest`, without its end. Nothing if `rest` is empty, or if the end of the
/// line is not in it and the file goes on.
std::optional<std::string_view> next_line(std::string_view& rest, bool ended);

/// The dimensions of a file without header, by the most frequent width of its first lines; 0: none.
Index bare_dimensions(std::string_view look, bool ended);

/// The rest of a file after its header.
struct Body {
  bool text = false;
  bool fits = false;        // a row has as many numbers as the header says
  std::size_t numbers = 0;  // of the first row that is a word and numbers
};
Body look_at_body(std::string_view look, std::uint64_t dimensions, bool ended);

/// What a file that should be a text is, if it holds word vectors.
enum class VectorsInstead { kNone, kText, kBinary };

/// Stricter than the readers of vectors, since prose may begin with two numbers: all of the first
/// lines are rows, or the file is binary. The rule for text is that of web/src/text/carrier.js.
VectorsInstead notice_vectors(std::string_view start, bool ended);

}  // namespace preformer
