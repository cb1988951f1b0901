// An opened model: it follows what the trainer does next, proves any number and takes changes.
#include "preformer/inside/opened_model.h"

#include <algorithm>
#include <cmath>

#include "catch.h"
#include "preformer/text/corpus.h"

using namespace preformer;

namespace {

constexpr const char* kText =
    "the king wore his crown\nthe queen wore her crown\nthe king found his throne\n"
    "the queen found her throne\nthe boy ate an apple\nthe girl ate an orange\n";

Corpus corpus() { return make_corpus(kText, {.kind = TokenizerKind::kSpace}, {}); }

TrainConfig config_of(ModelKind model) {
  TrainConfig config;
  config.model = model;
  config.vector_size = 6;
  config.window = 3;
  config.epochs = 4;
  config.sample = 0;
  config.nnlm.hidden = 5;
  config.nnlm.direct = true;
  config.elmo.cell_size = 5;
  return config;
}

Example example_of(const TrainingExample& next, double alpha) {
  return {next.sentence, next.position, next.radius, alpha, next.noise};
}

}  // namespace

TEST_CASE("OpenedModel: the next step of CBOW and Skip-gram, bit by bit", "[inside]") {
  TrainConfig config = config_of(GENERATE(ModelKind::kCbow, ModelKind::kSkipGram));
  config.objective = GENERATE(Objective::kFullSoftmax, Objective::kHierarchicalSoftmax,
                              Objective::kNegativeSampling);
  config.sample = GENERATE(0.0, 0.05);
  const auto trainer = make_trainer(corpus(), config);
  trainer->run_steps(GENERATE(0, 1, 37));
  for (int n = 0; n < 20; ++n) {  // over the ends of sentences
    const auto next = trainer->next_example();
    REQUIRE(next);
    OpenedModel opened(*trainer);
    CHECK(opened.weights_hash() == trainer->weights_hash());
    const double alpha = trainer->report().learning_rate;
    opened.step(example_of(*next, alpha));
    trainer->run_steps(1);
    CHECK(opened.weights_hash() == trainer->weights_hash());
  }
}

TEST_CASE("OpenedModel: the last window has none after it", "[inside]") {
  const auto trainer = make_trainer(corpus(), config_of(ModelKind::kSkipGram));
  trainer->run_steps(1'000'000);
  CHECK(!trainer->next_example());
}

TEST_CASE("OpenedModel: the next batch of NNLM and ELMo begins with a sentence of the text",
          "[inside]") {
  const auto trainer =
      make_trainer(corpus(), config_of(GENERATE(ModelKind::kNnlm, ModelKind::kElmo)));
  for (int n = 0; n < 3; ++n) {
    const auto next = trainer->next_example();
    REQUIRE(next);
    const auto sentence = trainer->corpus().sentence(next->number);
    CHECK(std::vector(sentence.begin(), sentence.end()) == next->sentence);
    CHECK(next->position <= next->sentence.size());
    CHECK(OpenedModel(*trainer).trace(example_of(*next, 0.01)).loss > 0);
    trainer->run_steps(1);
  }
}

TEST_CASE("OpenedModel: back-propagation equals the measured slope, everywhere",
          "[inside][gradient]") {
  TrainConfig config = config_of(
      GENERATE(ModelKind::kNnlm, ModelKind::kCbow, ModelKind::kSkipGram, ModelKind::kElmo));
  config.objective = GENERATE(Objective::kFullSoftmax, Objective::kHierarchicalSoftmax,
                              Objective::kNegativeSampling);
  const bool word2vec = config.model == ModelKind::kCbow || config.model == ModelKind::kSkipGram;
  if (!word2vec && config.objective != Objective::kFullSoftmax) return;
  config.elmo.char_cnn = GENERATE(false, true);
  if (config.model != ModelKind::kElmo && config.elmo.char_cnn) return;
  const auto trainer = make_trainer(corpus(), config);
  trainer->run_steps(30);
  const OpenedModel opened(*trainer);
  Example example{{0, 1, 2, 3, 0}, 2, 0, 0.05, Rng(3).state()};
  const Trace<float> trace = opened.trace(example);

  Rng rng{1};
  const auto check = [&](const std::string& name, Index rows, Index cols, std::int32_t first) {
    for (int n = 0; n < 4; ++n) {
      const Entry entry{name, first >= 0 ? first : Index(rng.below(std::uint32_t(rows))),
                        Index(rng.below(std::uint32_t(cols)))};
      const Proof proof = opened.prove(example, entry);
      CAPTURE(name, entry.row, entry.col, proof.gradient, proof.measured);
      CHECK((proof.relative_error() < 1e-6 || std::abs(proof.gradient - proof.measured) < 1e-9));
    }
  };
  for (const Quantity<float>& q : trace.backward) {
    const bool parameter = std::any_of(opened.weights().begin(), opened.weights().end(),
                                       [&](const auto& w) { return w.name == q.name; });
    check(q.name, q.value.rows(), q.value.cols(), parameter && !q.of.empty() ? q.of[0] : -1);
  }
  // A row that the example does not touch has no slope.
  if (!config.elmo.char_cnn) {
    const auto& table = opened.weights().front();
    const Proof proof = opened.prove(example, {table.name, 9, 0});
    CHECK(proof.gradient == 0);
    CHECK(proof.measured == 0);
  }
}

TEST_CASE("OpenedModel: a changed weight changes the trace and the hash, and can be put back",
          "[inside]") {
  const auto trainer = make_trainer(corpus(), config_of(ModelKind::kNnlm));
  OpenedModel opened(*trainer);
  const Example example{{0, 1, 2}, 2, 0, 0.05, {}};
  const double loss = opened.trace(example).loss;
  const std::uint64_t hash = opened.weights_hash();
  const Entry entry{"output.bias", 0, 2};
  opened.set(entry, 3);
  CHECK(opened.trace(example).loss != loss);
  CHECK(opened.weights_hash() != hash);
  CHECK(trainer->weights_hash() == hash);
  opened.set(entry, 0);
  CHECK(opened.weights_hash() == hash);
  try {
    opened.set(entry, 1e308);
    FAIL("a weight is a float");
  } catch (const Error& error) {
    CHECK(error.value() == "above 3.4e+38");
  }
  CHECK_THROWS_AS(opened.set({"output.bias", 0, 999}, 1), Error);
  CHECK_THROWS_AS(opened.set({"nothing", 0, 0}, 1), Error);
  CHECK_THROWS_AS(opened.prove(example, {"probabilities", 0, 0}), Error);
}

TEST_CASE("OpenedModel: what cannot be followed is refused", "[inside]") {
  CHECK_THROWS_AS(OpenedModel(*make_trainer(corpus(), config_of(ModelKind::kOneHot))), Error);
  const OpenedModel opened(*make_trainer(corpus(), config_of(ModelKind::kSkipGram)));
  CHECK_THROWS_AS(opened.trace({{1}, 0, 0, 0.05, {}}), Error);
  CHECK_THROWS_AS(opened.trace({{1, 2}, 2, 0, 0.05, {}}), Error);
  CHECK_THROWS_AS(opened.trace({{}, 0, 0, 0.05, {}}), Error);
}
