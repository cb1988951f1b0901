// The packed file of images that web/corpora/prepare-digits.js writes:
//   8 bytes    "PFIMAGE1"
//   8 × u32    width, height (even), classes, images, then the sizes of the four parts,
//              little-endian
//   images     labels, a byte each
//   images × height/2 × width    ink, two lines a row of bytes: the upper line's in the low half,
//              the lower line's in the high half, 0 (paper) to 15 (ink)
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "preformer/base/matrix.h"

namespace preformer {

/// In the order of the file: what model A learns from and is tested on, what model B's few labels
/// are drawn from and what it is tested on.
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

/// Throws BadFormat unless every byte is accounted for.
ImageSet read_image_set(std::string_view bytes);

/// Ink 0 … 255 as a network reads it: 0 … 1.
template <class S>
Matrix<S> to_pixels(const std::uint8_t* ink, Index images, Index numbers) {
  Matrix<S> pixels(images, numbers);
  for (Index i = 0; i < pixels.size(); ++i) pixels.data()[i] = S(ink[i]) / S(255);
  return pixels;
}

}  // namespace preformer
