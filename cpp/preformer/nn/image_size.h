// How the numbers of an image lie: row by row, the channels of a place side by side (NHWC).
#pragma once

#include "preformer/base/matrix.h"

namespace preformer {

/// An image [height, width, channels] is one row of a matrix, and the same memory is a matrix
/// [height·width, channels]: so a convolution's product is the next layer's input as it stands.
struct ImageSize {
  Index height = 1, width = 1, channels = 1;

  Index places() const { return height * width; }
  Index numbers() const { return height * width * channels; }
  bool operator==(const ImageSize&) const = default;
};

}  // namespace preformer
