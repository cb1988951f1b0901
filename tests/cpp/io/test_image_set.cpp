#include "../query/fixtures.h"
#include "catch.h"
#include "preformer/io/image_set.h"

using namespace preformer;
using namespace preformer::fixtures;

namespace {

constexpr std::size_t kInk = 8 + 8 * 4 + 4;  // where it begins in the file below

/// Four images of 2 lines of 3, parted 1, 0, 2, 1.
std::string small_file() {
  std::string bytes = "PFIMAGE1";
  for (const char n : {3, 2, 4, 4, 1, 0, 2, 1}) bytes += std::string{n, 0, 0, 0};
  bytes += std::string{3, 0, 1, 1};
  for (int i = 0; i < 12; ++i) bytes += static_cast<char>(i * 17 + 5);
  return bytes;
}

void refuses(const std::string& bytes) {
  const Error error = error_of([&] { read_image_set(bytes); });
  CHECK(error.code() == ErrorCode::kBadFormat);
}

std::string changed(std::size_t at, int value) {
  std::string bytes = small_file();
  bytes[at] = static_cast<char>(value);
  return bytes;
}

}  // namespace

TEST_CASE("read_image_set: images, labels and parts", "[io][images]") {
  const ImageSet set = read_image_set(small_file());
  CHECK(set.width == 3);
  CHECK(set.height == 2);
  CHECK(set.classes == 4);
  CHECK(set.labels == std::vector<std::uint8_t>{3, 0, 1, 1});
  REQUIRE(set.pixels.size() == 24);
  const std::string file = small_file();
  for (std::size_t i = 0; i < 24; ++i) {
    const std::size_t image = i / 6, line = i / 3 % 2, x = i % 3;
    const unsigned both = static_cast<std::uint8_t>(file[kInk + image * 3 + x]);
    CHECK(set.pixels[i] == 17 * (line == 0 ? both % 16 : both / 16));
  }
  CHECK(set.part(ImagePart::kPretrain).count == 1);
  CHECK(set.part(ImagePart::kHeldoutA).count == 0);
  CHECK(set.part(ImagePart::kPool).first == 1);
  CHECK(set.part(ImagePart::kTest).first == 3);
  CHECK(set.part(ImagePart::kTest).count == 1);

  const Matrix<float> pixels = to_pixels<float>(set.pixels.data(), 4, 6);
  CHECK(pixels(0, 0) == Approx(set.pixels[0] / 255.0));
  CHECK(pixels.maxCoeff() <= 1.0f);
}

TEST_CASE("read_image_set: what is none is refused", "[io][images][errors]") {
  const std::string whole = small_file();
  for (std::size_t size = 0; size < whole.size(); ++size) refuses(whole.substr(0, size));
  refuses(whole + '\0');
  refuses(changed(0, 'X'));
  refuses(changed(8, 0));         // width
  refuses(changed(9, 2));         // width 515
  refuses(changed(12, 3));        // an odd height
  refuses(changed(12, 0));        // no height
  refuses(changed(16, 1));        // one class
  refuses(changed(20, 5));        // more images than there are
  refuses(changed(24, 2));        // parts that do not add up
  refuses(changed(kInk - 1, 4));  // a label out of range
  refuses("\x1f\x8b still packed by gzip");
}
