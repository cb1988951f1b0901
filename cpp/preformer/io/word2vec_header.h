// The first line of both word2vec formats: "V D".
#pragma once

#include <cstddef>
#include <string_view>

#include "preformer/base/matrix.h"

namespace preformer {

struct Word2vecHeader {
  Index words = 0, dimensions = 0;
};

/// Whether a line is two numbers and so can only be a header, right or wrong.
bool looks_like_header(std::string_view line);

/// Throws BadFormat unless both are whole numbers above 0 and the `available` bytes after the
/// header can hold as many rows of at least word_bytes + dimensions · number_bytes: a header is
/// never believed before memory is taken.
Word2vecHeader parse_header(std::string_view line, std::size_t available, std::size_t word_bytes,
                            std::size_t number_bytes);

}  // namespace preformer
