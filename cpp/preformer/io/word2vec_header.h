// The first line of both word2vec formats: "V D".
#pragma once

#include <cstddef>
#include <string_view>

#include "preformer/base/matrix.h"

namespace preformer {

struct Word2vecHeader {
  Index words = 0, dimensions = 0;
};

/// Whether a line consists of two numbers. Such a line can only be a header, correct or not.
bool looks_like_header(std::string_view line);

/// Throws BadFormat unless both are whole numbers above 0 and the `available` bytes after the
/// header are enough for that many rows of at least word_bytes + dimensions · number_bytes. This is
/// checked before memory is allocated.
Word2vecHeader parse_header(std::string_view line, std::size_t available, std::size_t word_bytes,
                            std::size_t number_bytes);

}  // namespace preformer
