#include "preformer/models/nnlm.h"

#include <cmath>
#include <set>
#include <string>

#include "catch.h"
#include "numeric_gradient.h"
#include "preformer/optim/factory.h"
#include "preformer/text/sentence_boundaries.h"

using namespace preformer;
using namespace preformer::testing;

namespace {

using Ids = std::vector<std::int32_t>;

constexpr NnlmShape shape(bool direct) { return {7, 5, 3, 6, direct}; }  // V, D, c, h
const Ids kContexts{7, 7, 2, 0, 6, 2, 2, 2, 5, 1, 3, 4};                 // four examples; 7 is <s>
const Ids kTargets{1, 8, 0, 3};                                          // 8 is </s>

/// The loss as the paper writes it, by plain loops over one example at a time.
double paper_loss(Nnlm<double>& model, const Ids& contexts, const Ids& targets) {
  const auto p = model.parameters();
  const Matrix<double>&c = p[0]->value, &h = p[1]->value, &d = p[2]->value, &u = p[3]->value,
        &b = p[4]->value;
  const NnlmShape s = shape(p.size() == 6);
  double loss = 0;
  for (std::size_t n = 0; n < targets.size(); ++n) {
    std::vector<double> x;
    for (Index k = 0; k < s.context; ++k) {
      const std::int32_t id = contexts[n * std::size_t(s.context) + std::size_t(k)];
      for (Index m = 0; m < s.vector_size; ++m) x.push_back(c(id, m));
    }
    std::vector<double> a, y;
    for (Index i = 0; i < s.hidden; ++i) {
      double o = d(0, i);
      for (std::size_t k = 0; k < x.size(); ++k) o += h(i, Index(k)) * x[k];
      a.push_back(std::tanh(o));
    }
    double total = 0;
    for (Index j = 0; j < s.vocabulary + 2; ++j) {
      double logit = b(0, j);
      for (std::size_t i = 0; i < a.size(); ++i) logit += u(j, Index(i)) * a[i];
      for (std::size_t k = 0; s.direct && k < x.size(); ++k) {
        logit += p[5]->value(j, Index(k)) * x[k];
      }
      y.push_back(logit);
      total += std::exp(logit);
    }
    loss += std::log(total) - y[std::size_t(targets[n])];
  }
  return loss;
}

/// Sentences of a small grammar: "0 2 4", "1 3 5", in which the first word decides the rest.
std::vector<Ids> toy_sentences() {
  std::vector<Ids> sentences;
  Rng rng{7};
  for (int n = 0; n < 60; ++n) {
    const auto kind = static_cast<std::int32_t>(rng.below(2));
    sentences.push_back({kind, 2 + kind, 4 + kind});
  }
  return sentences;
}

std::vector<WordIds> spans(const std::vector<Ids>& sentences) {
  return {sentences.begin(), sentences.end()};
}

/// The predictions of a sentence by a model of `shape`: contexts of c words, padded with <s>.
void append_examples(const NnlmShape& shape, const Ids& sentence, Ids& contexts, Ids& targets) {
  const auto vocabulary = std::int32_t(shape.vocabulary);
  Ids padded(std::size_t(shape.context), begin_id(vocabulary));
  padded.insert(padded.end(), sentence.begin(), sentence.end());
  padded.push_back(end_id(vocabulary));
  for (auto word = padded.begin() + shape.context; word != padded.end(); ++word) {
    contexts.insert(contexts.end(), word - shape.context, word);
    targets.push_back(*word);
  }
}

}  // namespace

TEST_CASE("Nnlm: loss and gradients are those of the paper's equations", "[models][gradient]") {
  const bool direct = GENERATE(false, true);
  Rng rng{42};
  Nnlm<double> model(shape(direct), rng);
  for (auto* p : model.parameters()) {  // biases that are not zero
    if (p->name.ends_with(".bias")) p->value = random_matrix<double>(1, p->value.cols(), rng);
  }
  const auto loss = [&] { return paper_loss(model, kContexts, kTargets); };

  CHECK(model.gradients(kContexts, kTargets, 0.25) == Approx(loss()).epsilon(1e-12));

  CHECK(model.parameters().size() == (direct ? 6u : 5u));
  for (auto* p : model.parameters()) {
    CAPTURE(p->name);
    const Matrix<double> gradient = 4 * p->grad;
    CHECK(relative_error(gradient, numeric_gradient(p->value, loss)) < 1e-6);
  }
}

TEST_CASE("Nnlm: with a sampled softmax, loss and gradients are those of the samples",
          "[models][gradient]") {
  constexpr std::size_t kSamples = 4;
  NnlmShape with = shape(false);
  with.samples = kSamples;
  Rng rng{42};
  Nnlm<double> model(with, rng);
  for (auto* p : model.parameters()) {
    if (p->name.ends_with(".bias")) p->value = random_matrix<double>(1, p->value.cols(), rng);
  }
  // Distinct words, drawn as the layer draws them.
  const LogUniform distribution(with.vocabulary + 2);
  std::set<std::int32_t> drawn;
  std::uint64_t tries = 0;
  for (Rng draws = rng; drawn.size() < kSamples; ++tries) drawn.insert(distribution.sample(draws));

  const auto p = model.parameters();
  const auto loss = [&] {
    double nats = 0;
    for (std::size_t n = 0; n < kTargets.size(); ++n) {
      RowVector<double> x(with.context * with.vector_size);
      for (Index k = 0; k < with.context; ++k) {
        x.segment(k * with.vector_size, with.vector_size) =
            p[0]->value.row(kContexts[n * std::size_t(with.context) + std::size_t(k)]);
      }
      const RowVector<double> a =
          (x * p[1]->value.transpose() + p[2]->value).array().tanh().matrix();
      const auto logit = [&](std::int32_t id) {
        return a.dot(p[3]->value.row(id)) + p[4]->value(0, id) -
               std::log(distribution.chance(id, tries));
      };
      double total = std::exp(logit(kTargets[n]));
      for (const std::int32_t id : drawn) {
        if (id != kTargets[n]) total += std::exp(logit(id));
      }
      nats += std::log(total) - logit(kTargets[n]);
    }
    return nats;
  };

  CHECK(model.gradients(kContexts, kTargets, 0.25, rng) == Approx(loss()).epsilon(1e-12));
  for (auto* parameter : p) {
    CAPTURE(parameter->name);
    const Matrix<double> gradient = 4 * parameter->grad;
    CHECK(relative_error(gradient, numeric_gradient(parameter->value, loss)) < 1e-6);
  }
  std::set<Index> moved(p[3]->touched.begin(), p[3]->touched.end());
  for (const std::int32_t id : kTargets) drawn.insert(id);
  CHECK(moved == std::set<Index>(drawn.begin(), drawn.end()));
}

TEST_CASE("Nnlm: probabilities are the full softmax's, however it is trained", "[models]") {
  NnlmShape with = shape(false);
  with.samples = GENERATE(0, 2, 4, 500);  // 500: more than there are words
  Rng rng{8};
  Nnlm<double> model(with, rng);
  const Ids sentence{2, 0, 6};
  Ids contexts, targets;
  append_examples(with, sentence, contexts, targets);
  double nats = 0;
  const std::vector<WordIds> sentences{sentence};
  const auto scores = model.score(sentences);
  for (const double score : scores[0]) nats -= score;
  CHECK(nats == Approx(paper_loss(model, contexts, targets)).epsilon(1e-10));
}

TEST_CASE("Nnlm: parameters have the paper's names and count", "[models]") {
  Rng rng{1};
  Nnlm<float> model({100, 30, 4, 50, true}, rng);
  std::string names;
  Index free = 0;
  for (const auto* p : model.parameters()) {
    names += p->name + " ";
    free += p->value.size();
  }
  CHECK(names ==
        "embedding.weight hidden.weight hidden.bias output.weight output.bias direct.weight ");
  // |V| (1 + n m + h) + h (1 + (n−1) m), §2, with n = 5 and |V| = 102 classes
  CHECK(free == 102 * (1 + 5 * 30 + 50) + 50 * (1 + 4 * 30));
}

TEST_CASE("Nnlm: frozen parameters gather nothing, the others do", "[models]") {
  const std::size_t frozen = GENERATE(0u, 1u, 3u, 5u);
  Rng rng{3}, same{3};
  Nnlm<double> model(shape(true), rng), reference(shape(true), same);
  model.parameters()[frozen]->frozen = true;
  model.gradients(kContexts, kTargets, 1);
  reference.gradients(kContexts, kTargets, 1);
  const auto got = model.parameters(), want = reference.parameters();
  for (std::size_t n = 0; n < got.size(); ++n) {
    CAPTURE(got[n]->name);
    if (n == frozen) {
      CHECK(got[n]->grad.isZero(0));
    } else {
      CHECK(got[n]->grad == want[n]->grad);
    }
  }
}

TEST_CASE("Nnlm: probabilities sum to 1 and agree with the scores", "[models]") {
  Rng rng{5};
  Nnlm<float> model(shape(true), rng);
  const std::vector<Ids> sentences{{3}, {}, {1, 2, 0, 6, 4, 4}};
  const auto scores = model.score(spans(sentences));
  REQUIRE(scores.size() == 3);
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    REQUIRE(scores[s].size() == sentences[s].size() + 1);
    for (std::size_t at = 0; at <= sentences[s].size(); ++at) {
      const RowVector<float> p = model.next_word(WordIds(sentences[s]).first(at));
      REQUIRE(p.size() == model.classes());
      CHECK(p.sum() == Approx(1).epsilon(1e-6));
      const std::int32_t target = at < sentences[s].size() ? sentences[s][at] : 8;
      CHECK(scores[s][at] == Approx(std::log(double(p[target]))).epsilon(1e-5));
    }
  }
  CHECK_THROWS_AS(model.previous_word({}), Error);
}

TEST_CASE("Nnlm: scores do not depend on how sentences are batched", "[models]") {
  Rng rng{5};
  Nnlm<float> model(shape(false), rng);
  std::vector<Ids> many(70, Ids{1, 2, 0});
  const auto together = model.score(spans(many));
  const auto alone = model.score(spans({many[0]}));
  for (const auto& scores : together) CHECK(scores == alone[0]);
}

TEST_CASE("Nnlm: a batch too large for its logits adds up from parts", "[models]") {
  Rng rng{9};
  Nnlm<float> model({1 << 18, 1, 1, 1, false}, rng);  // 15 examples at a time
  Ids contexts, targets;
  for (int n = 0; n < 18; ++n) {
    contexts.push_back(static_cast<std::int32_t>(rng.below(8)));
    targets.push_back(static_cast<std::int32_t>(rng.below(8)));
  }
  const auto parameters = model.parameters();
  double nats = 0;
  for (const std::size_t first : {0u, 9u}) {
    nats += model.gradients(std::span(contexts).subspan(first, 9),
                            std::span(targets).subspan(first, 9), 1);
  }
  const Matrix<float> halves = parameters[0]->grad.topRows(8);
  for (auto* p : parameters) p->zero_grad();
  CHECK(model.gradients(contexts, targets, 1) == Approx(nats).epsilon(1e-9));
  CHECK(relative_error(parameters[0]->grad.topRows(8), halves) < 1e-5);
}

TEST_CASE("Nnlm: learns a toy grammar within 60 steps from seed 42", "[models]") {
  const auto kind = GENERATE(OptimiserKind::kSgd, OptimiserKind::kAdagrad, OptimiserKind::kAdam);
  const auto [direct, samples] =
      GENERATE(std::pair(false, 0), std::pair(true, 0), std::pair(false, 4));
  CAPTURE(name_of(optimiser_names(), kind), direct, samples);
  const float rate = kind == OptimiserKind::kSgd    ? 1.0f
                     : kind == OptimiserKind::kAdam ? 0.03f
                                                    : 0.6f;
  Rng rng{42};
  const NnlmShape small{6, 8, 2, 12, direct, samples};
  Nnlm<float> model(small, rng);
  const auto parameters = model.parameters();
  const auto optimiser = make_optimiser<float>(kind, parameters);
  const auto sentences = toy_sentences();
  for (std::size_t step = 0; step < 60; ++step) {
    Ids contexts, targets;
    for (std::size_t n = 0; n < 4; ++n) {
      append_examples(small, sentences[(4 * step + n) % sentences.size()], contexts, targets);
    }
    for (auto* p : parameters) p->zero_grad();
    model.gradients(contexts, targets, 1.0f / float(targets.size()), rng);
    optimiser->step(parameters, rate);
  }
  // Only the first word is open (ln 2 nats); the other two and the end follow from it.
  double nats = 0;
  for (const auto& scores : model.score(spans(sentences))) {
    for (const double score : scores) nats -= score;
  }
  const double most = samples > 0 ? 1.7 : 1.25;  // of 60 steps, which see half of the words
  CHECK(nats / (4 * 60) < most * std::log(2.0) / 4);
}

TEST_CASE("Nnlm: bad shapes are refused", "[models]") {
  Rng rng{1};
  Nnlm<float> model(shape(false), rng);
  CHECK_THROWS(model.gradients(Ids{1, 2}, Ids{1}, 1));
  CHECK_THROWS(model.gradients(Ids{1, 2, 9}, Ids{1}, 1));
  CHECK_THROWS(model.gradients(Ids{1, 2, 3}, Ids{9}, 1));
}
