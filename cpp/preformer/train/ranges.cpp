#include "preformer/train/ranges.h"

#include <cstdio>
#include <string>

namespace preformer {

namespace {

/// Shortest plain decimal that tells the value to six significant digits ("0.05", "1e+308").
std::string number(double x) {
  char text[32];
  std::snprintf(text, sizeof text, "%g", x);
  return text;
}

}  // namespace

void require_range(std::string_view name, double value, double low, double high) {
  if (value >= low && value <= high) return;  // false for NaN
  const std::string permitted = number(low) + " to " + number(high);
  throw Error(ErrorCode::kBadParameter,
              std::string(name) + " must be " + permitted + "; it is " + number(value) + ".",
              {std::string(name), number(value), permitted});
}

}  // namespace preformer
