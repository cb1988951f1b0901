#include <cmath>

#include "catch.h"
#include "golden.h"
#include "preformer/query/procrustes.h"

using namespace preformer;
using namespace preformer::fixtures;

namespace {

double distance(const Matrix<float>& a, const Matrix<float>& b) {
  return static_cast<double>((a - b).cwiseAbs().maxCoeff());
}

/// Turned by an angle with cosine 0.6, perhaps mirrored first, and moved.
Matrix<float> disturbed(const Matrix<float>& x, bool mirror) {
  Matrix<float> turn(2, 2), y = x;
  turn << 0.6f, 0.8f, -0.8f, 0.6f;
  if (mirror) y.col(1) *= -1;
  return (y * turn).rowwise() + RowVector<float>{{3.0f, -1.0f}};
}

}  // namespace

TEST_CASE("procrustes equals scipy's orthogonal_procrustes", "[query][golden]") {
  const auto before = golden::matrix(golden::kBefore, 8, 2);
  const auto now = golden::matrix(golden::kNow, 8, 2);
  const Alignment a = procrustes(before, now);
  for (int i = 0; i < 2; ++i) {
    for (int j = 0; j < 2; ++j) {
      CHECK(a.r[i][j] == Approx(golden::kRotation[2 * i + j]).margin(1e-6));
    }
  }
  CHECK(distance(align(a, now), golden::matrix(golden::kAligned, 8, 2)) < 1e-5);
  CHECK(a.scale == 1.0);
  CHECK(procrustes(before, now, AlignScale::kFit).scale == Approx(golden::kScale).margin(1e-6));
}

TEST_CASE("procrustes: undoes rotation, reflection and shift", "[query]") {
  const Matrix<float> x = random_matrix(20, 2, 9);
  const bool mirror = GENERATE(false, true);
  CAPTURE(mirror);
  const Alignment a = procrustes(x, disturbed(x, mirror));
  CHECK(distance(align(a, disturbed(x, mirror)), x) < 1e-5);
  const double determinant = a.r[0][0] * a.r[1][1] - a.r[0][1] * a.r[1][0];
  CHECK(determinant == Approx(mirror ? -1 : 1));

  const Matrix<float> twice = 2 * disturbed(x, mirror);
  CHECK(distance(align(procrustes(x, twice, AlignScale::kFit), twice), x) < 1e-5);
}

TEST_CASE("procrustes: no alignment is better, among many tried", "[query]") {
  const Matrix<float> x = random_matrix(15, 2, 1), y = random_matrix(15, 2, 2);
  const Alignment best = procrustes(x, y);
  const float least = (align(best, y) - x).squaredNorm();
  for (int step = 0; step < 200; ++step) {
    Alignment other = best;
    const double angle = step * 0.0314159;
    const double flip = step % 2 == 0 ? 1 : -1;
    other.r[0][0] = std::cos(angle);
    other.r[0][1] = std::sin(angle);
    other.r[1][0] = -flip * std::sin(angle);
    other.r[1][1] = flip * std::cos(angle);
    CHECK((align(other, y) - x).squaredNorm() >= least * (1 - 1e-5f));
  }
}

TEST_CASE("procrustes: nothing turns where nothing tells a direction", "[query]") {
  const Matrix<float> x = random_matrix(5, 2, 3), spot = Matrix<float>::Constant(5, 2, 0.25f);
  for (const Alignment& a :
       {procrustes(x, spot), procrustes(spot, x), procrustes(x.topRows(1), spot.topRows(1)),
        procrustes(Matrix<float>(0, 2), Matrix<float>(0, 2))}) {
    CHECK(a.r[0][0] == 1.0);
    CHECK(a.r[0][1] == 0.0);
    CHECK(a.r[1][0] == 0.0);
    CHECK(a.r[1][1] == 1.0);
    CHECK(a.scale == 1.0);
  }
  // Points on a line fit a rotation and a reflection alike: the rotation is taken.
  Matrix<float> line(3, 2);
  line << 0, 0, 1, 0, 2, 0;
  const Alignment a = procrustes(line, disturbed(line, true));
  CHECK(a.r[0][0] * a.r[1][1] - a.r[0][1] * a.r[1][0] == Approx(1));
}

TEST_CASE("align_frame: over the words both frames show", "[query]") {
  const Matrix<float> x = random_matrix(6, 2, 4), moved = disturbed(x, true);
  const std::vector<std::int32_t> all = {5, 0, 9, 2, 7, 3}, some = {7, 100, 2, 9};
  Matrix<float> now(4, 2);
  now << moved.row(4), 50.0f, 50.0f, moved.row(3), moved.row(2);
  const Matrix<float> aligned = align_frame(all, x, some, now);
  CHECK(distance(aligned.row(0), x.row(4)) < 1e-4);
  CHECK(distance(aligned.row(2), x.row(3)) < 1e-4);
  CHECK(distance(aligned.row(3), x.row(2)) < 1e-4);
  // No word in common: as it comes.
  const std::vector<std::int32_t> others = {20, 21, 22, 23};
  CHECK(align_frame(all, x, others, now) == now);
  CHECK(align_frame({}, Matrix<float>(0, 2), some, now) == now);
}

TEST_CASE("align_frame: a live map does not flip", "[query]") {
  // Frames that drift a little while the axes flip and swap at random.
  Matrix<float> x = random_matrix(30, 2, 5), shown = x;
  std::vector<std::int32_t> ids(30);
  for (int i = 0; i < 30; ++i) ids[static_cast<std::size_t>(i)] = i;
  Rng rng{8};
  for (int frame = 0; frame < 50; ++frame) {
    x += 0.01f * random_matrix(30, 2, static_cast<std::uint64_t>(100 + frame));
    Matrix<float> flipped = x;
    if (rng.below(2)) flipped.col(0) *= -1;
    if (rng.below(2)) flipped.col(1) *= -1;
    if (rng.below(2)) flipped = flipped.rowwise().reverse().eval();
    const Matrix<float> next = align_frame(ids, shown, ids, flipped);
    CHECK(distance(next, shown) < 0.05);
    shown = next;
  }
}

TEST_CASE("procrustes: bad shapes have their error code", "[query][errors]") {
  const auto code = [](auto call) { return error_of(call).code(); };
  const Matrix<float> x = random_matrix(4, 2, 1), three = random_matrix(4, 3, 1);
  CHECK(code([&] { procrustes(x, x.topRows(3)); }) == ErrorCode::kBadParameter);
  CHECK(code([&] { procrustes(three, three); }) == ErrorCode::kBadParameter);
  CHECK(code([&] { align(Alignment{}, three); }) == ErrorCode::kBadParameter);
}
