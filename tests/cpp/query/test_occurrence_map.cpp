#include "preformer/query/occurrence_map.h"

#include <cmath>

#include "catch.h"
#include "fixtures.h"

using namespace preformer;
using namespace preformer::fixtures;

namespace {

constexpr std::int32_t kWord = 3;

Elmo<float> untrained(std::uint64_t seed) {
  ElmoShape shape;
  shape.vocabulary = 8;
  shape.projection_dim = 5;
  shape.dim = 6;
  shape.n_layers = 2;
  shape.char_cnn.reset();
  Rng rng(seed);
  return Elmo<float>(shape, {}, rng);
}

/// The word after 0 has sense 0, after 1 sense 1; half of each held out.
std::vector<Occurrence> occurrences() {
  std::vector<Occurrence> all;
  for (std::int32_t n = 0; n < 16; ++n) {
    const std::int32_t sense = n % 2;
    all.push_back({{4 + n / 2 % 4, sense, kWord, n % 3}, 2, sense, n >= 8});
  }
  return all;
}

/// A frame of what the model says now.
OccurrenceMap::Frame compute(OccurrenceMap& map, const Elmo<float>& model, const LayerView& view,
                             std::span<const Occurrence> extra, bool align, std::size_t topn) {
  return map.compute(occurrence_layers(model, map.watched()), occurrence_layers(model, extra), view,
                     align, topn);
}

}  // namespace

TEST_CASE("OccurrenceMap: positions, layers, neighbours", "[query][senses]") {
  const Elmo<float> model = untrained(1);
  OccurrenceMap map;
  const LayerView view{.layer = 2, .direction = Directions::kForward};
  CHECK(error_of([&] { compute(map, model, view, {}, true, 3); }).name() == "watch");
  map.watch(occurrences());
  const Occurrence extra = occurrences()[3];  // seen again: it falls on its twin
  const auto frame = compute(map, model, view, {&extra, 1}, false, 3);
  REQUIRE(frame.positions.rows() == 17);
  CHECK(frame.positions(16, 0) == Approx(frame.positions(3, 0)).margin(1e-5));
  CHECK(frame.positions(16, 1) == Approx(frame.positions(3, 1)).margin(1e-5));
  REQUIRE(frame.neighbours.size() == 1);
  CHECK(frame.neighbours[0].size() == 3);
  CHECK(frame.neighbours[0][0].similarity == Approx(1.0));
  REQUIRE(frame.layers.size() == 4);
  CHECK(frame.layers[0].accuracy == 0.5);  // the same vector at each occurrence
  CHECK(frame.layers[0].separation == 0.0);
  CHECK(frame.score.accuracy == frame.layers[2].accuracy);
  CHECK(frame.score.accuracy == 1.0);  // the word before is written all over the forward state
  CHECK(std::abs(frame.still[0]) < 1e-5);
  CHECK(std::abs(frame.still[1]) < 1e-5);

  const auto near = map.nearest(occurrence_layers(model, map.watched()),
                                occurrence_layers(model, {&extra, 1}), view, 5);
  REQUIRE(near.size() == 5);
  CHECK(near[0].similarity == Approx(frame.neighbours[0][0].similarity));
  const auto still = compute(map, model, {.layer = 0}, {}, false, 3);
  CHECK(still.positions.isZero(1e-4f));
}

TEST_CASE("OccurrenceMap: a frame is turned onto the one before", "[query][senses]") {
  OccurrenceMap map;
  map.watch(occurrences());
  const LayerView view{.layer = 1};
  const Matrix<float> before = compute(map, untrained(1), view, {}, true, 3).positions;
  const auto distance = [&](bool align) {
    OccurrenceMap other;
    other.watch(occurrences());
    compute(other, untrained(1), view, {}, true, 3);
    return (compute(other, untrained(2), view, {}, align, 3).positions - before).norm();
  };
  CHECK(distance(true) <= distance(false) * 1.0001f);
  CHECK((compute(map, untrained(1), view, {}, true, 3).positions - before).norm() < 1e-4f);
  compute(map, untrained(2), view, {}, true, 3);
  map.forget_frame();
  const auto canonical = compute(map, untrained(1), view, {}, true, 3).positions;
  CHECK(canonical == before);
  map.watch({occurrences()[0], occurrences()[1]});
  CHECK(compute(map, untrained(1), view, {}, true, 3).positions.rows() == 2);
}

TEST_CASE("first_place: of one word of several", "[query][senses]") {
  const std::vector<std::int32_t> sentence{5, 3, 2, 3};
  CHECK(first_place(sentence, std::vector<std::int32_t>{3}) == 1);
  CHECK(first_place(sentence, std::vector<std::int32_t>{2, 5}) == 0);
  CHECK(first_place(sentence, std::vector<std::int32_t>{7}) == 4);
}
