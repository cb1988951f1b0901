#include "preformer/models/one_hot.h"

#include "catch.h"

using namespace preformer;

TEST_CASE("OneHot: every two words are equally far apart", "[models]") {
  const Matrix<float> q = OneHot(5).vectors();
  const Matrix<float> products = q * q.transpose();
  CHECK(products.isIdentity());
  CHECK((q.row(1) - q.row(4)).norm() == Approx(std::sqrt(2.0)));
}

TEST_CASE("OneHot: the dense table's size is told, and refused where it would not fit",
          "[models]") {
  CHECK(OneHot::dense_bytes(237) == 237 * 237 * 4);
  CHECK(OneHot::dense_bytes(100'000) == 40'000'000'000);
  try {
    OneHot(20'000).vectors();
    FAIL("a table of 1.6 GB was built");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kTooLarge);
    CHECK(error.name() == "vocabulary");
    CHECK_THAT(error.what(), ContainsSubstring("1600 MB"));
  }
}
