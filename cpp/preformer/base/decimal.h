// Floats as decimal text, both ways, without locale and with the same answer in every build.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace preformer {

/// Appends the shortest decimal that parse_float reads back as the same bits: 0.1, -12.5, 1e-07.
/// `value` must be finite.
void append_float(std::string& text, float value);

/// `value` for a message: the shortest decimal of the nearest float, "nan", or which end of the
/// floats it is beyond.
std::string decimal(double value);

/// The shortest decimal of 15 to 17 digits that parse_double reads back as the same double.
std::string exact_decimal(double value);

/// [+-] digits [. digits] [e [+-] digits], the whole of `text`, rounded to the nearest float, ties
/// to even. Nothing for other text, for "nan" and "inf" and for numbers beyond the largest float.
std::optional<float> parse_float(std::string_view text);

/// The same as a double, exact to a few units in the last place.
std::optional<double> parse_double(std::string_view text);

}  // namespace preformer
