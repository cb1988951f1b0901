#include <cmath>
#include <limits>
#include <string>

#include "catch.h"
#include "preformer/train/trainer.h"
#include "recorded_state.h"

using namespace preformer;
using preformer::testing::RecordedState;

namespace {

constexpr auto kAllSteps = std::numeric_limits<std::uint64_t>::max();

/// Two topics that never mix: words of one topic must end up nearer to each other.
Corpus two_topics(int sentences) {
  const char* const topics[2][6] = {{"sun", "moon", "star", "sky", "comet", "dawn"},
                                    {"bread", "butter", "cheese", "jam", "toast", "honey"}};
  Rng rng(8);
  std::string text;
  for (int s = 0; s < sentences; ++s) {
    const std::uint32_t words = 3 + rng.below(5);
    for (std::uint32_t w = 0; w < words; ++w) {
      text += std::string(topics[s % 2][rng.below(6)]) + (w + 1 == words ? "\n" : " ");
    }
  }
  return make_corpus(text, TokenizerOptions{}, VocabularyOptions{});
}

TrainConfig small(ModelKind model, int threads = 1) {
  TrainConfig config;
  config.model = model;
  config.vector_size = 8;
  config.nnlm.hidden = 12;
  config.elmo.cell_size = 8;
  config.epochs = 4;
  config.descent.batch = 8;
  config.alpha = default_alpha(model);
  config.threads = threads;
  return config;
}

/// Batches that are worth dividing: a language model's, about as many steps as epochs.
TrainConfig large(ModelKind model, int threads = 1) {
  TrainConfig config = small(model, threads);
  config.vector_size = 32;
  config.nnlm.hidden = 64;
  config.elmo.cell_size = 32;
  config.descent.batch = model == ModelKind::kNnlm ? 1000 : 40;
  return config;
}

struct Run {
  std::uint64_t hash;
  TrainReport report;
};

Run run(const TrainConfig& config) {
  const auto trainer = make_trainer(two_topics(200), config);
  const TrainReport report = trainer->run_steps(kAllSteps);
  return {trainer->weights_hash(), report};
}

double cosine(MatrixRef m, Index a, Index b) {
  return m.row(a).dot(m.row(b)) / (m.row(a).norm() * m.row(b).norm());
}

double fake_time_ms = 0;
double fake_clock() { return fake_time_ms += 1; }

}  // namespace

TEST_CASE("Language models: as many threads, the same bits, any number, nearly the same loss",
          "[train][threads]") {
  TrainConfig config = large(GENERATE(ModelKind::kNnlm, ModelKind::kElmo));
  config.elmo.carry_state = GENERATE(false, true);
  CAPTURE(model_name(config.model), config.elmo.carry_state);
  const Run one = run(config);
  for (const int threads : {2, 3, 16}) {  // 16: more than are worth their while
    CAPTURE(threads);
    config.threads = threads;
    const Run several = run(config), again = run(config);
    CHECK(several.hash == again.hash);
    CHECK(several.hash != one.hash);  // sums in another order
    CHECK(several.report.step == one.report.step);
    CHECK(several.report.tokens == one.report.tokens);
    CHECK(several.report.predictions == one.report.predictions);
    CHECK(std::abs(several.report.loss - one.report.loss) < 1e-4 * one.report.loss);
  }
}

TEST_CASE("Language models: batches not worth dividing have one thread's bits",
          "[train][threads]") {
  TrainConfig config = small(GENERATE(ModelKind::kNnlm, ModelKind::kElmo));
  config.elmo.carry_state = GENERATE(false, true);
  config.elmo.dropout = 0.1;
  const Run one = run(config);
  config.threads = 2;
  CHECK(run(config).hash == one.hash);
}

TEST_CASE("Language models: rows touched by one part alone move in every copy",
          "[train][threads]") {
  TrainConfig config = large(GENERATE(ModelKind::kNnlm, ModelKind::kElmo), 2);
  config.descent.samples = 3;  // the softmax's rows are sparse
  config.elmo.dropout = 0.2;
  config.descent.clip_norm = 1;
  const Run first = run(config), again = run(config);
  CHECK(first.hash == again.hash);
  CHECK(first.report.finished);
  CHECK(first.report.loss < 1.3);  // 4 classes: ln 4 = 1.39 without learning
}

TEST_CASE("Language models: a checkpoint goes on with as many threads, bit by bit",
          "[train][threads]") {
  TrainConfig config = large(GENERATE(ModelKind::kNnlm, ModelKind::kElmo), 2);
  config.elmo.carry_state = GENERATE(false, true);
  config.elmo.dropout = 0.1;
  const auto unbroken = make_trainer(two_topics(200), config);
  unbroken->run_steps(3);
  RecordedState state;
  state.record(*unbroken);
  const auto resumed = make_trainer(two_topics(200), config);
  state.restore(*resumed);
  unbroken->run_steps(kAllSteps);
  resumed->run_steps(kAllSteps);
  CHECK(resumed->weights_hash() == unbroken->weights_hash());
}

TEST_CASE("Word2Vec on shared weights learns two topics", "[train][threads]") {
  TrainConfig config = small(GENERATE(ModelKind::kSkipGram, ModelKind::kCbow), 3);
  config.objective = GENERATE(Objective::kNegativeSampling, Objective::kHierarchicalSoftmax,
                              Objective::kFullSoftmax);
  CAPTURE(model_name(config.model), objective_name(config.objective));
  config.epochs = 10;
  const auto trainer = make_trainer(two_topics(400), config);
  const double first_loss = trainer->run_steps(200).loss;
  const TrainReport last = trainer->run_steps(kAllSteps);
  CHECK(last.finished);
  CHECK(last.progress == 1);
  CHECK(last.epoch == config.epochs);
  CHECK(last.tokens == trainer->corpus().ids.size() * 10);
  CHECK(last.loss < first_loss);

  const Vocabulary& words = trainer->corpus().vocabulary;
  const auto near = [&](const char* a, const char* b) {
    return cosine(trainer->input_vectors(), words.id_or_throw(a), words.id_or_throw(b));
  };
  CHECK(near("sun", "moon") > near("sun", "bread"));
  CHECK(near("toast", "honey") > near("toast", "comet"));
}

TEST_CASE("Word2Vec on shared weights: windows that share negative samples", "[train][threads]") {
  TrainConfig config = small(ModelKind::kSkipGram, 2);
  config.shared_windows = GENERATE(4, 16);
  config.epochs = 10;
  const auto trainer = make_trainer(two_topics(400), config);
  const TrainReport last = trainer->run_steps(kAllSteps);
  CHECK(last.tokens == trainer->corpus().ids.size() * 10);
  const Vocabulary& words = trainer->corpus().vocabulary;
  const auto near = [&](const char* a, const char* b) {
    return cosine(trainer->input_vectors(), words.id_or_throw(a), words.id_or_throw(b));
  };
  CHECK(near("sun", "moon") > near("sun", "bread"));
}

TEST_CASE("Word2Vec on shared weights: slices and single steps tell where the run stands",
          "[train][threads]") {
  TrainConfig config = small(ModelKind::kSkipGram, 2);
  const auto trainer = make_trainer(two_topics(200), config);
  CHECK(trainer->run_steps(1).step == 1);
  CHECK(trainer->run_steps(1).step == 2);
  CHECK(trainer->run_steps(777).step == 779);
  TrainReport before = trainer->report();
  while (!trainer->finished()) {
    const TrainReport now = trainer->run_for(5, fake_clock);
    CHECK(now.step > before.step);
    CHECK(now.tokens >= before.tokens);
    CHECK(now.learning_rate <= before.learning_rate);
    before = now;
  }
  CHECK(before.tokens == trainer->corpus().ids.size() * 4);
  trainer->reset(1);
  CHECK_FALSE(trainer->finished());
  CHECK(trainer->report().tokens == 0);
}

TEST_CASE("Word2Vec on shared weights: either number of threads goes on from its checkpoint",
          "[train][threads]") {
  TrainConfig config = small(ModelKind::kCbow, 2);
  const auto paused = make_trainer(two_topics(200), config);
  paused->run_steps(1500);
  const TrainReport stands = paused->report();
  RecordedState state;
  state.record(*paused);
  CHECK(paused->report().step == stands.step);  // looking changes nothing
  CHECK(paused->report().tokens == stands.tokens);

  config.threads = GENERATE(1, 2);
  CAPTURE(config.threads);
  const auto resumed = make_trainer(two_topics(200), config);
  state.restore(*resumed);
  CHECK(resumed->weights_hash() == paused->weights_hash());
  const TrainReport begins = resumed->report();
  CHECK(begins.step == stands.step);
  CHECK(begins.tokens <= stands.tokens);
  CHECK(begins.tokens + 400 > stands.tokens);
  CHECK(resumed->run_steps(kAllSteps).finished);
  CHECK(paused->run_steps(kAllSteps).finished);
}
