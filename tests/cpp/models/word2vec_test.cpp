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
constexpr double kMeanContexts = 4;  // m̄ of CBOW
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
  if (cbow)
    return std::make_unique<Cbow<S>>(kVocabulary, kDims, make_output<S>(kind), S(kMeanContexts),
                                     rng);
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
  const double factor = alpha * (cbow ? double(kContexts.size()) / kMeanContexts : 1.0);
  CHECK(relative_error(moved_in, Matrix<double>(-factor * din)) < tolerance);
  CHECK(relative_error(moved_out, Matrix<double>(-factor * dout)) < tolerance);
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

namespace {

/// The step by plain loops in double: all gradients from the old values, then all updates.
void plain_step(bool cbow, const std::vector<std::int32_t>& contexts, const Asked& targets,
                double alpha, double mean_contexts, Matrix<double>& in, Matrix<double>& out) {
  const double m = double(contexts.size());
  const Matrix<double> old_in = in, old_out = out;
  for (std::size_t c = 0; c < (cbow ? 1 : contexts.size()); ++c) {
    RowVector<double> x = RowVector<double>::Zero(in.cols());
    if (cbow) {
      for (const auto id : contexts) x += old_in.row(id) / m;
    } else {
      x = old_in.row(contexts[c]);
    }
    const double rate = cbow ? alpha * m / mean_contexts : alpha;
    RowVector<double> dx = RowVector<double>::Zero(in.cols());
    for (std::size_t n = 0; n < targets.rows.size(); ++n) {
      const double f = x.cwiseProduct(old_out.row(targets.rows[n])).sum();
      const double residual = targets.labels[n] - 1 / (1 + std::exp(-f));
      dx += rate * residual * old_out.row(targets.rows[n]);
      out.row(targets.rows[n]) += rate * residual * x;
    }
    if (!cbow) in.row(contexts[c]) += dx;
    for (const auto id : contexts) {
      if (cbow) in.row(id) += dx / m;
    }
  }
}

}  // namespace

TEST_CASE("Word2Vec: a step equals plain loops in every shape, words repeated",
          "[models][kernels]") {
  Rng rng(23);
  Word2VecScratch<float> scratch;  // one for all shapes: what an earlier step left must not matter
  for (int round = 0; round < 400; ++round) {
    const bool cbow = rng.below(2) == 1;
    constexpr Index kShapes[] = {1, 2, 3, 4, 5, 7, 8, 13, 20, 32, 41, 97, 100};
    const Index dims = kShapes[rng.below(13)];
    const std::size_t negative = 1 + rng.below(12);
    // Few words: contexts come twice, negatives come twice, contexts are the centre or a negative.
    const std::vector<std::uint64_t> counts{9, 5, 3, 1};
    auto output =
        std::make_unique<NegativeSampling<float>>(counts, dims, static_cast<int>(negative), 0.75);
    std::unique_ptr<Word2Vec<float>> model;
    if (cbow) {
      model = std::make_unique<Cbow<float>>(4, dims, std::move(output), 6.0f, rng);
    } else {
      model = std::make_unique<SkipGram<float>>(4, dims, std::move(output), rng);
    }
    model->input().value = random_matrix<float>(4, dims, rng);
    model->output().weight().value = random_matrix<float>(4, dims, rng);
    std::vector<std::int32_t> contexts(1 + rng.below(21));
    for (auto& id : contexts) id = static_cast<std::int32_t>(rng.below(4));
    const auto centre = static_cast<std::int32_t>(rng.below(4));

    Rng draws = rng;
    const NoiseDistribution noise{std::span<const std::uint64_t>(counts), 0.75};
    Asked targets{{centre}, {1.0}};
    while (targets.rows.size() <= negative) {
      const std::int32_t word = noise.sample(draws);
      if (word == centre) continue;
      targets.rows.push_back(word);
      targets.labels.push_back(0.0);
    }
    Matrix<double> in = model->input().value.cast<double>();
    Matrix<double> out = model->output().weight().value.cast<double>();
    plain_step(cbow, contexts, targets, 0.05, 6.0, in, out);
    model->step(contexts, centre, 0.05f, rng, scratch);
    CAPTURE(cbow, dims, negative, contexts.size());
    CHECK((model->input().value.cast<double>() - in).cwiseAbs().maxCoeff() < 1e-4);
    CHECK((model->output().weight().value.cast<double>() - out).cwiseAbs().maxCoeff() < 1e-4);
  }
}
