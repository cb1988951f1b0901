#include "preformer/train/step_ahead.h"

#include <limits>
#include <string>

#include "catch.h"
#include "preformer/text/corpus.h"
#include "preformer/train/word2vec_trainer.h"

using namespace preformer;

namespace {

constexpr std::uint64_t kAll = std::numeric_limits<std::uint64_t>::max();

/// Looks ahead, or does not, for a vocabulary of any size.
struct AnySize : Word2VecTrainer {
  AnySize(Corpus corpus, const TrainConfig& config, bool looks)
      : Word2VecTrainer(std::move(corpus), config) {
    looks_ahead_ = looks;
  }
};

/// Sentences of 1 … 15 words.
Corpus uneven(int words) {
  Rng rng(5);
  std::string text;
  for (int s = 0; s < 300; ++s) {
    for (std::uint32_t w = 0; w <= rng.below(15); ++w) {
      text += "w" + std::to_string(rng.below(static_cast<std::uint32_t>(words))) + " ";
    }
    text += "\n";
  }
  return make_corpus(text, TokenizerOptions{}, VocabularyOptions{});
}

}  // namespace

TEST_CASE("Looking a step ahead changes no bit, in one go, in slices, in groups", "[train]") {
  TrainConfig config;
  config.model = GENERATE(ModelKind::kSkipGram, ModelKind::kCbow);
  config.shared_windows = config.model == ModelKind::kCbow ? 1 : GENERATE(1, 4);
  config.sample = GENERATE(0.0, 1e-3);
  config.vector_size = 20;
  config.epochs = 3;
  CAPTURE(model_name(config.model), config.shared_windows, config.sample);

  AnySize plain(uneven(40), config, false), ahead(uneven(40), config, true);
  plain.run_steps(kAll);
  const std::uint64_t slice = GENERATE(1u, 7u, 100'000u);
  while (!ahead.finished()) ahead.run_steps(slice);
  CHECK(ahead.weights_hash() == plain.weights_hash());
}

TEST_CASE("Only large vocabularies with negative samples are looked ahead for", "[train]") {
  TrainConfig config;
  config.vector_size = 2;
  config.negative = 1;
  std::string text;
  for (Index w = 0; w < kLeastWordsToLoad; ++w) text += "w" + std::to_string(w) + "\n";
  const auto looks = [&] {
    Corpus corpus = make_corpus(text, TokenizerOptions{}, VocabularyOptions{});
    struct Seen : Word2VecTrainer {
      using Word2VecTrainer::looks_ahead_;
      using Word2VecTrainer::Word2VecTrainer;
    };
    return Seen(std::move(corpus), config).looks_ahead_;
  };
  CHECK(looks());
  config.objective = Objective::kHierarchicalSoftmax;
  CHECK_FALSE(looks());
  config.objective = Objective::kNegativeSampling;
  config.shared_windows = kMostSharedWindowsToLoad + 1;
  CHECK_FALSE(looks());
  config.shared_windows = 1;
  text = "a b c\n" + text.substr(0, 1000);
  CHECK_FALSE(looks());
}
