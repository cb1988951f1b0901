#include "preformer/models/cbow_fill_in.h"

#include <cmath>
#include <memory>
#include <vector>

#include "catch.h"
#include "preformer/models/cbow.h"

using namespace preformer;

namespace {

const std::vector<std::uint64_t> kCounts{9, 7, 5, 4, 2, 2, 1};

std::unique_ptr<OutputLayer<float>> output_layer(int which, Index dims) {
  const auto vocabulary = static_cast<Index>(kCounts.size());
  if (which == 0) return std::make_unique<FullSoftmax<float>>(vocabulary, dims);
  if (which == 1) return std::make_unique<HierarchicalSoftmax<float>>(kCounts, dims);
  return std::make_unique<NegativeSampling<float>>(kCounts, dims, 5, 0.75);
}

double sum(const RowVector<float>& p) {
  double total = 0;
  for (Index i = 0; i < p.size(); ++i) total += double(p[i]);
  return total;
}

}  // namespace

TEST_CASE("CBOW fills a blank: probabilities sum to 1 and prefer what was trained", "[models]") {
  const int which = GENERATE(0, 1, 2);
  CAPTURE(which);
  Rng rng{42};
  Cbow<float> cbow(7, 8, output_layer(which, 8), /*mean_contexts=*/3, rng);
  Word2VecScratch<float> scratch;
  const CbowFillIn fill_in(cbow, 7, /*window=*/2);
  const std::vector<std::int32_t> left{1, 2}, right{3, 4};
  const std::vector<std::int32_t> around{1, 2, 3, 4}, elsewhere{0, 6};

  CHECK(sum(fill_in.middle_word(left, right)) == Approx(1).margin(1e-5));
  for (int step = 0; step < 200; ++step) {
    cbow.step(around, 5, 0.5f, rng, scratch);
    cbow.step(elsewhere, 1, 0.5f, rng, scratch);
  }
  const RowVector<float> p = fill_in.middle_word(left, right);
  CHECK(p.size() == 9);
  CHECK(sum(p) == Approx(1).margin(1e-5));
  Index best;
  p.maxCoeff(&best);
  CHECK(best == 5);
  CHECK(p[7] == 0.0f);
  CHECK(p[8] == 0.0f);
}

TEST_CASE("CBOW's probability is the softmax it was trained with", "[models]") {
  Rng rng{1};
  Cbow<double> cbow(7, 4, std::make_unique<FullSoftmax<double>>(7, 4), /*mean_contexts=*/3, rng);
  Word2VecScratch<double> scratch;
  const std::vector<std::int32_t> around{0, 3};
  for (int step = 0; step < 5; ++step) cbow.step(around, 2, 0.5, rng, scratch);
  RowVector<double> h = (cbow.input().value.row(0) + cbow.input().value.row(3)) / 2, p;
  cbow.output().probabilities(h.data(), p);
  CHECK(-std::log(p[2]) == Approx(cbow.step(around, 2, 0.5, rng, scratch)));
}

TEST_CASE("CBOW looks no further than its window, and needs a word", "[models]") {
  Rng rng{3};
  Cbow<float> cbow(7, 4, output_layer(0, 4), /*mean_contexts=*/3, rng);
  Word2VecScratch<float> scratch;
  for (int step = 0; step < 20; ++step)
    cbow.step(std::vector<std::int32_t>{1, 2}, 5, 0.5f, rng, scratch);
  const CbowFillIn fill_in(cbow, 7, /*window=*/1);
  const std::vector<std::int32_t> near{1}, far{6, 0, 1}, after{2}, after_far{2, 6};
  CHECK(fill_in.middle_word(far, after_far) == fill_in.middle_word(near, after));
  CHECK_THROWS_AS(fill_in.middle_word({}, {}), Error);
  CHECK_THROWS_AS(fill_in.next_word(near), Error);
  CHECK_THROWS_AS(fill_in.score({}), Error);
}
