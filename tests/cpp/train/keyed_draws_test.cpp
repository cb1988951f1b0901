#include "preformer/train/keyed_draws.h"

#include <algorithm>
#include <limits>
#include <string>

#include "catch.h"
#include "preformer/base/error.h"
#include "preformer/io/checkpoint.h"
#include "preformer/text/corpus.h"
#include "preformer/train/trainer.h"

using namespace preformer;

namespace {

constexpr std::uint64_t kAll = std::numeric_limits<std::uint64_t>::max();

/// Sentences of two topics; line `at` is replaced by `line` if it is not below 0.
std::string topics(int sentences, int at = -1, const std::string& line = "") {
  const char* const words[2][6] = {{"sun", "moon", "star", "sky", "comet", "dawn"},
                                   {"bread", "butter", "cheese", "jam", "toast", "honey"}};
  Rng rng(8);
  std::string text;
  for (int s = 0; s < sentences; ++s) {
    std::string sentence;
    for (int w = 0; w < 7; ++w)
      sentence += std::string(w > 0 ? " " : "") + words[s % 2][rng.below(6)];
    text += (s == at ? line : sentence) + "\n";
  }
  return text;
}

TrainConfig config_of(Draws draws, std::uint64_t seed = 1) {
  TrainConfig config;
  config.vector_size = 16;
  config.epochs = 8;
  config.seed = seed;
  config.draws = draws;
  return config;
}

std::unique_ptr<Trainer> trained(const std::string& text, const TrainConfig& config) {
  auto trainer = make_trainer(make_corpus(text, TokenizerOptions{}, VocabularyOptions{}), config);
  trainer->run_steps(kAll);
  return trainer;
}

/// The largest |a − b| / |a| of the vectors of a word that both texts have.
double farthest(const Trainer& a, const Trainer& b) {
  double most = 0;
  const MatrixRef from = a.input_vectors(), to = b.input_vectors();
  const Vocabulary& words = a.corpus().vocabulary;
  for (std::int32_t id = 0; id < words.size(); ++id) {
    const auto other = b.corpus().vocabulary.find(words.word(id));
    if (!other) continue;
    const double moved = (from.row(id) - to.row(*other)).norm();
    most = std::max(most, moved / static_cast<double>(from.row(id).norm()));
  }
  return most;
}

}  // namespace

TEST_CASE("Keyed draws: a sentence of words that occur nowhere else leaves the others as they were",
          "[train][keyed]") {
  const std::string with = topics(200, 57, "zorp blick glim quux zorp blick");
  const std::string without = topics(200, 57);
  const auto seed = GENERATE(1, 2, 3);
  const auto distance = [&](Draws draws, ModelKind model) {
    TrainConfig config = config_of(draws, static_cast<std::uint64_t>(seed));
    config.model = model;
    config.alpha = default_alpha(model);
    return farthest(*trained(with, config), *trained(without, config));
  };
  const auto model = GENERATE(ModelKind::kSkipGram, ModelKind::kCbow);
  CAPTURE(seed, model_name(model));
  const double keyed = distance(Draws::kKeyed, model), stream = distance(Draws::kStream, model);
  CAPTURE(keyed, stream);
  CHECK(keyed < 0.1);
  CHECK(stream > 2.5 * keyed);
}

TEST_CASE("Keyed draws: the numbers of sentences count empty lines", "[train][keyed]") {
  const auto corpus = [](const std::string& text, int min_count = 1) {
    return make_corpus(text, TokenizerOptions{}, VocabularyOptions{.min_count = min_count});
  };
  const Corpus plain = corpus("a b\nc d\na c\n");
  CHECK(plain.places.empty());
  CHECK(plain.places_total == 3);
  const Corpus struck = corpus("\na b\n\n \na c\n\n");
  CHECK(struck.places == std::vector<std::int32_t>{1, 4});
  CHECK(struck.places_total == 6);
  const Corpus windows = corpus("a b\r\n\r\na c\r\n");
  CHECK(windows.places == std::vector<std::int32_t>{0, 2});
  CHECK(windows.places_total == 3);
  const Corpus rare = corpus("a b\nx y\na b\n", 2);  // the sentence in the middle loses its words
  CHECK(rare.places == std::vector<std::int32_t>{0, 2});
}

TEST_CASE("Keyed draws: what is drawn follows from seed, epoch, place and position",
          "[train][keyed]") {
  CHECK(sentence_draws(1, 0, 4).next() == sentence_draws(1, 0, 4).next());
  CHECK(sentence_draws(1, 0, 4).state() != sentence_draws(2, 0, 4).state());
  CHECK(sentence_draws(1, 0, 4).state() != sentence_draws(1, 1, 4).state());
  CHECK(sentence_draws(1, 0, 4).state() != sentence_draws(1, 0, 5).state());
  CHECK(window_draws(1, 0, 4, 0).state() != window_draws(1, 0, 4, 1).state());
  CHECK(window_draws(1, 0, 4, 1).state() != window_draws(1, 0, 5, 1).state());

  // Untrained vectors follow from seed and word: not from the other words or their counts.
  const auto first = [](const std::string& text) {
    const auto trainer = make_trainer(make_corpus(text, TokenizerOptions{}, VocabularyOptions{}),
                                      config_of(Draws::kKeyed));
    return Matrix<float>(trainer->input_vectors().row(*trainer->corpus().vocabulary.find("moon")));
  };
  CHECK((first("sun moon\nmoon star\n") == first("dawn dawn\ndawn moon\n")));
}

TEST_CASE("Keyed draws: slices and a resumed run give the bits of the whole run",
          "[train][keyed]") {
  const std::string text = topics(60, 11);
  TrainConfig config = config_of(Draws::kKeyed);
  config.sample = 0.05;
  const std::uint64_t whole = trained(text, config)->weights_hash();
  const auto corpus = [&] { return make_corpus(text, TokenizerOptions{}, VocabularyOptions{}); };

  const auto begun = make_trainer(corpus(), config);
  begun->run_steps(1003);
  const std::string file = write_checkpoint(*begun, TextOptions{});
  while (!begun->finished()) begun->run_steps(17);
  CHECK(begun->weights_hash() == whole);
  const auto resumed = Checkpoint(file).resume(corpus(), {}, 1);
  resumed->run_steps(kAll);
  CHECK(resumed->weights_hash() == whole);

  // The same sentences at other places are another text.
  const auto moved = [&] {
    return make_corpus("\n" + text, TokenizerOptions{}, VocabularyOptions{});
  };
  CHECK_THROWS_AS(Checkpoint(file).resume(moved(), {}, 1), Error);

  config.threads = 4;  // equal runs give equal bits: one thread
  CHECK(trained(text, config)->weights_hash() == whole);
}

TEST_CASE("Keyed draws: the next example is what the step trains on", "[train][keyed]") {
  const auto trainer =
      make_trainer(make_corpus(topics(20, 3), TokenizerOptions{}, VocabularyOptions{}),
                   config_of(Draws::kKeyed));
  trainer->run_steps(24);  // into the fifth line, the fourth sentence
  const auto example = trainer->next_example();
  REQUIRE(example);
  CHECK(example->number == 3);
  CHECK(example->noise == window_draws(1, 0, 4, example->position).state());
}

TEST_CASE("Keyed draws: models without them refuse", "[train][keyed]") {
  for (const ModelKind model : {ModelKind::kNnlm, ModelKind::kElmo}) {
    TrainConfig config = config_of(Draws::kKeyed);
    config.model = model;
    CHECK_THROWS_AS(config.validate(), Error);
  }
}
