// The estimate of a run's memory against what it takes.
#include "preformer/train/memory.h"

#include <string>

#include "catch.h"
#include "preformer/base/rng.h"
#include "preformer/train/elmo_trainer.h"

using namespace preformer;

namespace {

TrainConfig with(ModelKind model) {
  TrainConfig config;
  config.model = model;
  config.vector_size = 48;
  config.nnlm.hidden = 40;
  config.elmo.cell_size = 56;
  return config;
}

}  // namespace

TEST_CASE("memory: what does not fit is refused before anything is allocated",
          "[train][bad-input]") {
  const auto code_of = [](std::uint64_t bytes) {
    try {
      require_memory(bytes);
    } catch (const Error& error) {
      CHECK(error.name() == "vectorSize");
      CHECK(error.value() == std::to_string(bytes / 1'000'000) + " MB");
      return error.code();
    }
    return ErrorCode::kCancelled;
  };
  CHECK(code_of(kMaxTrainingBytes) == ErrorCode::kCancelled);
  CHECK(code_of(kMaxTrainingBytes + 1) == ErrorCode::kTooLarge);

  TrainConfig huge = with(ModelKind::kElmo);
  huge.vector_size = 1024;
  huge.elmo.cell_size = 8192;
  huge.elmo.layers = 8;
  CHECK_THROWS_AS(make_trainer(make_corpus("a b c\n", {}, {}), huge, {}), Error);
}

TEST_CASE("memory: every thread, every moment and the best weights count", "[train]") {
  const NnlmShape shape{.vocabulary = 998, .vector_size = 10, .context = 2, .hidden = 20};
  const std::uint64_t weights = 1000 * (10 + 20 + 1) + 20 * (2 * 10 + 1);
  TrainConfig config = with(ModelKind::kNnlm);
  config.descent.optimiser = OptimiserKind::kSgd;
  const std::uint64_t sgd = training_bytes(shape, 0, config);
  config.threads = 3;
  CHECK(training_bytes(shape, 0, config) == sgd + 2 * 2 * 4 * weights);
  config.threads = 1;
  config.descent.optimiser = OptimiserKind::kAdagrad;
  CHECK(training_bytes(shape, 0, config) == sgd + 4 * weights);
  config.descent.optimiser = OptimiserKind::kAdam;
  CHECK(training_bytes(shape, 0, config) == sgd + 2 * 4 * weights);
  config.descent.patience = 1;
  CHECK(training_bytes(shape, 0, config) == sgd + 3 * 4 * weights);
  CHECK(word2vec_bytes(1000, config) == 2 * 1000 * 48 * 4);
}

#ifdef PREFORMER_SANITIZE

// <sanitizer/allocator_interface.h>, which not every compiler installs.
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();

namespace {

/// Sentences of ten words out of `words`.
std::string text(int words, int sentences) {
  Rng rng(3);
  std::string text;
  for (int n = 0; n < 10 * sentences; ++n) {
    text += 'w' + std::to_string(rng.below(static_cast<std::uint32_t>(words)));
    text += n % 10 == 9 ? '\n' : ' ';
  }
  return text;
}

/// What a trainer holds after some steps, in bytes.
double held(const std::string& words, const TrainConfig& config) {
  Corpus corpus = make_corpus(words, {}, {});
  const std::size_t before = __sanitizer_get_current_allocated_bytes();
  const auto trainer = make_trainer(std::move(corpus), config, {});
  trainer->run_steps(3);
  return static_cast<double>(__sanitizer_get_current_allocated_bytes() - before);
}

void check_estimate(double estimate, double held) {
  INFO("estimated " << estimate << ", held " << held);
  CHECK(estimate > 0.8 * held);
  CHECK(estimate < 1.5 * held);
}

}  // namespace

TEST_CASE("memory: NNLM takes what was estimated", "[train][nnlm]") {
  const int vocabulary = GENERATE(50, 3000);
  TrainConfig config = with(ModelKind::kNnlm);
  config.descent.batch = GENERATE(4, 1000);
  config.descent.samples = GENERATE(0, 40);
  config.nnlm.direct = config.descent.samples == 0 && GENERATE(false, true);
  const std::string words = text(vocabulary, 3000);
  const Corpus corpus = make_corpus(words, {}, {});
  const NnlmShape shape{.vocabulary = corpus.vocabulary.size(),
                        .vector_size = config.vector_size,
                        .context = config.nnlm.context,
                        .hidden = config.nnlm.hidden,
                        .direct = config.nnlm.direct,
                        .samples = config.descent.samples};
  const std::size_t places =
      corpus.ids.size() + corpus.sentences() * (static_cast<std::size_t>(config.nnlm.context) + 1);
  check_estimate(static_cast<double>(training_bytes(shape, places, config)), held(words, config));
}

TEST_CASE("memory: ELMo takes what was estimated", "[train][elmo]") {
  const int vocabulary = GENERATE(50, 3000);
  TrainConfig config = with(ModelKind::kElmo);
  config.descent.batch = GENERATE(4, 300);
  config.descent.samples = GENERATE(0, 40);
  config.elmo.char_cnn = GENERATE(false, true);
  const std::string words = text(vocabulary, 1500);
  const ElmoShape shape = elmo_shape(config, make_corpus(words, {}, {}).vocabulary.size());
  check_estimate(static_cast<double>(training_bytes(shape, 10, config)), held(words, config));
}

#endif
