// The layout of an image in memory: row by row, the channels of one pixel side by side (NHWC).
#pragma once

#include "preformer/base/matrix.h"

namespace preformer {

/// An image [height, width, channels] is one row of a matrix. Read as a matrix
/// [height·width, channels], the same memory is the result of a convolution's matrix product, so
/// the next layer can use it without a copy.
struct ImageSize {
  Index height = 1, width = 1, channels = 1;

  Index places() const { return height * width; }
  Index numbers() const { return height * width * channels; }
  bool operator==(const ImageSize&) const = default;
};

}  // namespace preformer
