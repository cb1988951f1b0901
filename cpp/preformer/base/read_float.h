// Converts decimal text to floats at the speed that files of word vectors need.
#pragma once

#include <string_view>

namespace preformer {

enum class FloatText {
  kFinite,
  kNotFinite,  // "nan", "inf", or beyond the largest float
  kOther,      // not a number
};

/// Reads [+-] digits [. digits] [e [+-] digits], the whole of `text`, as parse_float (decimal.h)
/// does: the nearest float, ties to even, in every build. Sets `value` only for kFinite.
FloatText read_float(std::string_view text, float& value);

}  // namespace preformer
