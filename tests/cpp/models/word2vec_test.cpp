// A step of Skip-gram and of CBOW must be −α times the gradient of the loss as the papers write it,
// computed here by plain loops and central differences, for each of the three objectives.
#include <cmath>
#include <vector>

#include "catch.h"
#include "numeric_gradient.h"
#include "preformer/models/cbow.h"
#include "preformer/models/skip_gram.h"

using namespace preformer;
using namespace preformer::testing;

namespace {

constexpr Index kVocabulary = 9, kDims = 7;
const std::vector<std::uint64_t> kCounts{40, 30, 20, 12, 9, 5, 4, 2, 1};
const std::vector<std::int32_t> kContexts{3, 1, 8, 3, 5};  // a word that comes twice included
constexpr std::int32_t kCentre = 2;

enum class Output { kSoftmax, kHierarchical, kNegative };

template <class S>
std::unique_ptr<OutputLayer<S>> make_output(Output kind) {
  switch (kind) {
    case Output::kSoftmax: return std::make_unique<FullSoftmax<S>>(kVocabulary, kDims);
    case Output::kHierarchical: return std::make_unique<HierarchicalSoftmax<S>>(kCounts, kDims);
    case Output::kNegative: break;
  }
  return std::make_unique<NegativeSampling<S>>(kCounts, kDims, /*negative=*/6, 0.75);
}

/// Which rows of O the window asks and with which label; the draws of `rng` are those of the step.
struct Asked {
  std::vector<std::int32_t> rows;
  std::vector<double> labels;
};

Asked asked(Output kind, Rng rng) {
  Asked result;
  if (kind == Output::kHierarchical) {
    const HuffmanTree tree{std::span<const std::uint64_t>(kCounts)};
    for (const auto node : tree.path(kCentre)) result.rows.push_back(node);
    for (const auto bit : tree.code(kCentre)) result.labels.push_back(1.0 - bit);
    return result;
  }
  result = {{kCentre}, {1.0}};
  const NoiseDistribution noise{std::span<const std::uint64_t>(kCounts), 0.75};
  while (result.rows.size() < 7) {
    const std::int32_t word = noise.sample(rng);
    if (word == kCentre) continue;
    result.rows.push_back(word);
    result.labels.push_back(0.0);
  }
  return result;
}

double prediction_loss(const RowVector<double>& x, const Matrix<double>& o, Output kind,
                       const Asked& targets) {
  if (kind == Output::kSoftmax) {
    const Matrix<double> logits = x * o.transpose();
    return std::log(logits.array().exp().sum()) - logits(0, kCentre);
  }
  double loss = 0;
  for (std::size_t n = 0; n < targets.rows.size(); ++n) {
    const double f = (x.array() * o.row(targets.rows[n]).array()).sum();
    const double sign = 2 * targets.labels[n] - 1;
    loss += std::log1p(std::exp(-sign * f));
  }
  return loss;
}

double window_loss(bool cbow, const Matrix<double>& in, const Matrix<double>& out, Output kind,
                   const Asked& targets) {
  if (cbow) {
    RowVector<double> mean = RowVector<double>::Zero(kDims);
    for (const auto id : kContexts) mean += in.row(id) / double(kContexts.size());
    return prediction_loss(mean, out, kind, targets);
  }
  double loss = 0;
  for (const auto id : kContexts) loss += prediction_loss(in.row(id), out, kind, targets);
  return loss;
}

template <class S>
std::unique_ptr<Word2Vec<S>> make_model(bool cbow, Output kind, Rng& rng) {
  if (cbow) return std::make_unique<Cbow<S>>(kVocabulary, kDims, make_output<S>(kind), rng);
  return std::make_unique<SkipGram<S>>(kVocabulary, kDims, make_output<S>(kind), rng);
}

}  // namespace

TEMPLATE_TEST_CASE("Word2Vec: a step is −α times the gradient", "[models][gradient]", float,
                   double) {
  using S = TestType;
  const bool cbow = GENERATE(false, true);
  const Output kind = GENERATE(Output::kSoftmax, Output::kHierarchical, Output::kNegative);
  CAPTURE(cbow, static_cast<int>(kind));
  const double alpha = 0.3;

  Rng rng(17);
  const auto model = make_model<S>(cbow, kind, rng);
  model->input().value = random_matrix<S>(kVocabulary, kDims, rng);
  Matrix<S>& weight = model->output().weight().value;
  for (Index i = 0; i < weight.size(); ++i) weight.data()[i] = S(2 * rng.uniform() - 1);

  Matrix<double> in = model->input().value.template cast<double>();
  Matrix<double> out = weight.template cast<double>();
  const Asked targets = asked(kind, rng);
  const auto loss = [&] { return window_loss(cbow, in, out, kind, targets); };
  const Matrix<double> din = numeric_gradient(in, loss), dout = numeric_gradient(out, loss);

  Word2VecScratch<S> scratch;
  const double reported = model->step(kContexts, kCentre, S(alpha), rng, scratch);

  CHECK(reported == Approx(loss()).epsilon(1e-6));
  const Matrix<double> moved_in = model->input().value.template cast<double>() - in;
  const Matrix<double> moved_out = weight.template cast<double>() - out;
  const double tolerance = sizeof(S) == 4 ? 1e-5 : 1e-6;
  CHECK(relative_error(moved_in, Matrix<double>(-alpha * din)) < tolerance);
  CHECK(relative_error(moved_out, Matrix<double>(-alpha * dout)) < tolerance);
}

TEST_CASE("HierarchicalSoftmax: the leaves' probabilities sum to 1", "[models]") {
  Rng rng(4);
  HierarchicalSoftmax<float> layer(kCounts, kDims);
  Matrix<float>& nodes = layer.weight().value;
  nodes = random_matrix<float>(nodes.rows(), kDims, rng, 2.0f);
  const Matrix<float> x = random_matrix<float>(1, kDims, rng, 2.0f);
  double sum = 0;
  OutputChoice<float> choice;
  for (std::int32_t word = 0; word < kVocabulary; ++word) {
    layer.choose(word, rng, choice);
    std::vector<float> logits(choice.rows.size());
    for (std::size_t n = 0; n < logits.size(); ++n) {
      for (Index d = 0; d < kDims; ++d) logits[n] += x(0, d) * choice.rows[n][d];
    }
    sum += std::exp(-layer.residuals(logits.data(), 1, choice));
  }
  CHECK(sum == Approx(1).margin(1e-5));
}

TEST_CASE("NegativeSampling: never the centre word, even where noise is nearly all one word",
          "[models]") {
  const std::vector<std::uint64_t> counts{1'000'000'000'000, 1, 1};
  NegativeSampling<float> layer(counts, 2, /*negative=*/5, 1.0);
  const float* const centre = layer.weight().value.row(0).data();
  Rng rng(1);
  OutputChoice<float> choice;
  for (int round = 0; round < 100; ++round) {
    layer.choose(0, rng, choice);
    REQUIRE(choice.rows.size() == 6);
    CHECK(choice.rows[0] == centre);
    for (std::size_t k = 1; k < choice.rows.size(); ++k) CHECK(choice.rows[k] != centre);
  }
}

TEST_CASE("Word2Vec: input starts as U(−½, ½)/D, output as zero", "[models]") {
  Rng rng(3);
  const auto model = make_model<float>(false, Output::kNegative, rng);
  CHECK(model->input().value.cwiseAbs().maxCoeff() <= 0.5f / kDims);
  CHECK(model->input().value.cwiseAbs().maxCoeff() > 0.4f / kDims);
  CHECK(model->output().weight().value.isZero());
}
