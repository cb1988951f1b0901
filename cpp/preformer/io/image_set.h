// The packed file of images that web/corpora/prepare-digits.js writes:
//   8 bytes    "PFIMAGE1"
//   8 × u32    width, height (even), classes, images, then the sizes of the four parts,
//              little-endian
//   images     labels, one byte per image
//   images × height/2 × width    ink, two lines per row of bytes: the upper line in the low half,
//              the lower line in the high half of each byte, 0 (paper) to 15 (ink)
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "preformer/base/matrix.h"

namespace preformer {

/// In the order of the file: the images that model A is trained on and tested on, and those that
/// model B's few labels are drawn from and that it is tested on.
enum class ImagePart { kPretrain, kHeldoutA, kPool, kTest };

struct ImageSet {
  Index width = 0, height = 0;
  std::int32_t classes = 0;
  std::vector<std::uint8_t> pixels;  // [images · height · width], 0 (paper) to 255 (ink)
  std::vector<std::uint8_t> labels;  // [images]

  /// Images first … first + count − 1.
  struct Range {
    std::size_t first = 0, count = 0;
  };
  std::array<Range, 4> parts;

  std::size_t size() const { return labels.size(); }
  Range part(ImagePart which) const { return parts[static_cast<std::size_t>(which)]; }
};

/// Throws BadFormat unless the size and all numbers of the file agree.
ImageSet read_image_set(std::string_view bytes);

/// Scales ink from 0 … 255 to 0 … 1, the input of a network.
template <class S>
Matrix<S> to_pixels(const std::uint8_t* ink, Index images, Index numbers) {
  Matrix<S> pixels(images, numbers);
  for (Index i = 0; i < pixels.size(); ++i) pixels.data()[i] = S(ink[i]) / S(255);
  return pixels;
}

}  // namespace preformer
