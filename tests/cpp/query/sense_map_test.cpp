#include "preformer/query/sense_map.h"

#include <cmath>
#include <vector>

#include "catch.h"
#include "numeric_gradient.h"
#include "preformer/base/error.h"

using namespace preformer;
using preformer::testing::random_matrix;

namespace {

/// Two clouds `distance` apart around a large common vector; odd occurrences are held out.
Matrix<float> clouds(Index count, float distance, std::vector<Occurrence>& occurrences) {
  Rng rng{7};
  Matrix<float> x = random_matrix<float>(count, 6, rng, 0.1f);
  occurrences.clear();
  for (Index n = 0; n < count; ++n) {
    const int sense = (n / 2) % 2;
    x.row(n).array() += 10.0f;
    x(n, 0) += sense == 0 ? distance : -distance;
    occurrences.push_back({{}, 0, sense, n % 2 == 1});
  }
  return x;
}

}  // namespace

TEST_CASE("Senses: two clouds are told apart, one is not", "[query][senses]") {
  std::vector<Occurrence> occurrences;
  const Matrix<float> two = clouds(80, 1.0f, occurrences);
  const SenseScore apart = sense_score(centre(two), occurrences);
  CHECK(apart.accuracy == 1.0);
  CHECK(apart.separation > 1.5);
  const Matrix<float> one = clouds(80, 0.0f, occurrences);
  const SenseScore mixed = sense_score(centre(one), occurrences);
  CHECK(mixed.accuracy < 0.8);
  CHECK(std::abs(mixed.separation) < 0.1);
}

TEST_CASE("Senses: one vector for all occurrences scores chance", "[query][senses]") {
  std::vector<Occurrence> occurrences;
  Matrix<float> x = clouds(80, 1.0f, occurrences);
  const RowVector<float> only = x.row(3);
  x.rowwise() = only;
  const CentredVectors centred = centre(x);
  CHECK(centred.vectors.isZero(0));
  const SenseScore score = sense_score(centred, occurrences);
  CHECK(score.accuracy == 0.5);
  CHECK(score.separation == 0.0);
}

TEST_CASE("Senses: separation equals the mean over all pairs", "[query][senses]") {
  std::vector<Occurrence> occurrences;
  const CentredVectors centred = centre(clouds(21, 0.1f, occurrences));
  double sums[2] = {}, pairs[2] = {};
  for (Index a = 0; a < 21; ++a) {
    for (Index b = 0; b < 21; ++b) {
      if (a == b) continue;
      const auto u = centred.vectors.row(a).cast<double>(),
                 v = centred.vectors.row(b).cast<double>();
      const bool same = occurrences[std::size_t(a)].sense == occurrences[std::size_t(b)].sense;
      sums[same] += u.dot(v) / (u.norm() * v.norm());
      pairs[same] += 1;
    }
  }
  CHECK(sense_score(centred, occurrences).separation ==
        Approx(sums[1] / pairs[1] - sums[0] / pairs[0]).margin(1e-9));
}

TEST_CASE("Senses: fewer than two known senses score nothing", "[query][senses]") {
  std::vector<Occurrence> occurrences;
  const CentredVectors centred = centre(clouds(8, 1.0f, occurrences));
  for (Occurrence& o : occurrences) o.sense = -1;
  CHECK(sense_score(centred, occurrences).accuracy == 0.0);
  occurrences[0].sense = 0;
  occurrences[1].sense = 1;  // held out: its sense has no centroid
  CHECK(sense_score(centred, occurrences).accuracy == 0.0);
  CHECK(sense_score(centred, {}).separation == 0.0);
}

TEST_CASE("Senses: a new occurrence finds its cloud", "[query][senses]") {
  std::vector<Occurrence> occurrences;
  const Matrix<float> x = clouds(40, 1.0f, occurrences);
  const CentredVectors centred = centre(x);
  const RowVector<float> own = centred.centre(x.row(4)).row(0);
  const auto nearest = nearest_occurrences(centred, own, 5);
  REQUIRE(nearest.size() == 5);
  CHECK(nearest[0].occurrence == 4);
  CHECK(nearest[0].similarity == Approx(1.0));
  for (const SenseNeighbour& n : nearest) CHECK(occurrences[n.occurrence].sense == 0);
  CHECK(nearest_occurrences(centred, own, 99).size() == 40);
}

TEST_CASE("Layer views: one layer, the mix, one direction", "[query][senses]") {
  Rng rng{2};
  const std::vector<Matrix<float>> layers{random_matrix<float>(3, 4, rng),
                                          random_matrix<float>(3, 4, rng),
                                          random_matrix<float>(3, 4, rng)};
  CHECK(select_vectors(layers, {.layer = 1}) == layers[1]);
  CHECK(select_vectors(layers, {.layer = 2, .direction = Directions::kForward}) ==
        layers[2].leftCols(2));
  CHECK(select_vectors(layers, {.layer = 2, .direction = Directions::kBackward}) ==
        layers[2].rightCols(2));

  const Matrix<float> mean = (layers[0] + layers[1] + layers[2]) / 3.0f;
  CHECK((select_vectors(layers, {}) - mean).cwiseAbs().maxCoeff() < 1e-6f);
  // softmax(ln 2, 0, 0) = (½, ¼, ¼)
  const LayerView view{.weights = {std::log(2.0f), 0, 0}, .gamma = 4};
  const Matrix<float> mixed = 2.0f * layers[0] + layers[1] + layers[2];
  CHECK((select_vectors(layers, view) - mixed).cwiseAbs().maxCoeff() < 1e-5f);

  CHECK_THROWS_AS(select_vectors(layers, {.layer = 3}), Error);
  CHECK_THROWS_AS(select_vectors(layers, {.weights = {1, 2}}), Error);
  CHECK_THROWS_AS(select_vectors(layers, {.weights = {1, 2, NAN}}), Error);
  CHECK(parse_layer("mix", 2) == LayerView::kMix);
  CHECK(parse_layer("2", 2) == 2);
  for (const char* text : {"3", "-1", "", "1x", "top"})
    CHECK_THROWS_AS(parse_layer(text, 2), Error);
}
