#include "preformer/train/ranges.h"

#include <string>

#include "preformer/base/decimal.h"

namespace preformer {

void require_range(std::string_view name, double value, double low, double high) {
  if (value >= low && value <= high) return;  // false for NaN
  const std::string permitted = decimal(low) + " to " + decimal(high);
  throw Error(ErrorCode::kBadParameter,
              std::string(name) + " must be " + permitted + "; it is " + decimal(value) + ".",
              {std::string(name), decimal(value), permitted});
}

}  // namespace preformer
