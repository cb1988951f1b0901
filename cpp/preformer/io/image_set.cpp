#include "preformer/io/image_set.h"

#include <algorithm>
#include <string>

#include "preformer/io/words.h"

namespace preformer {

namespace {

constexpr std::string_view kMagic = "PFIMAGE1";
constexpr std::size_t kNumbers = 8;
constexpr std::size_t kHeader = kMagic.size() + 4 * kNumbers;
constexpr std::uint64_t kLargestSide = 256, kMostImages = 100'000;
constexpr unsigned kGreys = 15;

Error damaged(const std::string& what) {
  return bad_format("", "This is no packed file of images: " + what +
                            " Make it again with: node web/corpora/prepare-digits.js");
}

std::array<std::uint64_t, kNumbers> read_numbers(std::string_view bytes) {
  if (!bytes.starts_with(kMagic) || bytes.size() < kHeader) {
    throw damaged("it does not begin as one.");
  }
  std::array<std::uint64_t, kNumbers> numbers{};
  for (std::size_t n = 0; n < kNumbers; ++n) {
    for (std::size_t i = 4; i-- > 0;) {
      numbers[n] = numbers[n] << 8u | static_cast<std::uint8_t>(bytes[kMagic.size() + 4 * n + i]);
    }
  }
  return numbers;
}

void unpack(std::string_view ink, ImageSet& set) {
  const auto width = static_cast<std::size_t>(set.width);
  set.pixels.resize(2 * ink.size());
  for (std::size_t from = 0; from < ink.size(); from += width) {
    std::uint8_t* const upper = set.pixels.data() + 2 * from;
    for (std::size_t x = 0; x < width; ++x) {
      const auto both = static_cast<std::uint8_t>(ink[from + x]);
      upper[x] = static_cast<std::uint8_t>((both & kGreys) * (255 / kGreys));
      upper[width + x] = static_cast<std::uint8_t>((both >> 4u) * (255 / kGreys));
    }
  }
}

}  // namespace

ImageSet read_image_set(std::string_view bytes) {
  const auto [width, height, classes, images, p0, p1, p2, p3] = read_numbers(bytes);
  if (width < 1 || height < 1 || width > kLargestSide || height > kLargestSide || height % 2 != 0) {
    throw damaged("its images have an impossible size.");
  }
  if (classes < 2 || classes > 256 || images > kMostImages) {
    throw damaged("it has an impossible number of classes or images.");
  }
  if (p0 + p1 + p2 + p3 != images) throw damaged("its parts do not add up.");
  if (bytes.size() != kHeader + images + images * width * height / 2) {
    throw damaged("its size is wrong; it was cut off, or something was added.");
  }
  ImageSet set;
  set.width = static_cast<Index>(width);
  set.height = static_cast<Index>(height);
  set.classes = static_cast<std::int32_t>(classes);
  const std::string_view labels = bytes.substr(kHeader, images);
  set.labels.assign(labels.begin(), labels.end());
  if (std::any_of(set.labels.begin(), set.labels.end(), [&](auto n) { return n >= classes; })) {
    throw damaged("a label is out of range.");
  }
  const std::array counts{p0, p1, p2, p3};
  std::size_t first = 0;
  for (std::size_t n = 0; n < set.parts.size(); ++n) {
    const std::size_t count = counts[n];
    set.parts[n] = {first, count};
    first += count;
  }
  unpack(bytes.substr(kHeader + images), set);
  return set;
}

}  // namespace preformer
