#include "preformer/train/gradient_trainer.h"

#include <cmath>
#include <limits>
#include <string>

#include "catch.h"
#include "preformer/models/ngram.h"
#include "recorded_state.h"

using namespace preformer;
using preformer::testing::RecordedState;

namespace {

constexpr auto kAllSteps = std::numeric_limits<std::uint64_t>::max();

/// "the A verbs the B": which verb follows depends on the class of A, the last word on the verb.
std::string sentences(int count, std::uint64_t seed) {
  const char* const nouns[2][4] = {{"cat", "dog", "cow", "hen"}, {"car", "bus", "van", "cab"}};
  const char* const verbs[2][2] = {{"eats", "drinks"}, {"meets", "passes"}};
  Rng rng(seed);
  std::string text;
  for (int s = 0; s < count; ++s) {
    const std::uint32_t kind = rng.below(2);
    text += std::string("the ") + nouns[kind][rng.below(4)] + " " + verbs[kind][rng.below(2)] +
            " the " + nouns[kind][rng.below(4)] + "\n";
  }
  return text;
}

TrainConfig small(ModelKind model) {
  TrainConfig config;
  config.model = model;
  config.vector_size = 8;
  config.nnlm.hidden = 12;
  config.elmo.cell_size = 8;
  config.epochs = 4;
  config.descent.batch = 8;
  config.alpha = default_alpha(model);
  config.seed = 42;
  return config;
}

struct Text {
  Corpus corpus = make_corpus(sentences(150, 1), TokenizerOptions{}, VocabularyOptions{});
  EncodedText heldout = encode(sentences(40, 2), TokenizerOptions{}, corpus.vocabulary);
};

std::unique_ptr<Trainer> trainer_of(const TrainConfig& config, bool with_heldout = true) {
  Text text;
  return make_trainer(text.corpus, config, with_heldout ? text.heldout : EncodedText{});
}

/// Mean nats per prediction, sentence by sentence.
double heldout_loss(const LanguageModel& model, const EncodedText& text) {
  double nats = 0, predictions = 0;
  for (std::size_t s = 0; s < text.sentences(); ++s) {
    const WordIds one[] = {text.sentence(s)};
    const auto scores = model.score(one);
    for (const double p : scores[0]) nats -= p, ++predictions;
  }
  return nats / predictions;
}

double fake_time_ms = 0;
double fake_clock() { return fake_time_ms += 1; }

}  // namespace

TEST_CASE("Gradient training learns a grammar, and measures the held-out text", "[train]") {
  const auto model = GENERATE(ModelKind::kNnlm, ModelKind::kElmo);
  CAPTURE(model_name(model));
  TrainConfig config = small(model);
  config.epochs = 15;
  const auto trainer = trainer_of(config);
  CHECK(std::isnan(trainer->report().heldout_loss));
  const double first = trainer->run_steps(5).loss;
  const TrainReport last = trainer->run_steps(kAllSteps);
  CHECK(last.finished);
  CHECK(last.progress == 1.0);
  CHECK(last.loss < first - 0.5);

  // What the report says is what anyone can compute from the model's own probabilities.
  const double own = heldout_loss(*trainer->language_model(), trainer->heldout());
  CHECK(last.heldout_loss == Approx(own).epsilon(1e-5));

  // Knowing the class of the noun is worth a bit: below the unigrams' loss by far.
  const Corpus& corpus = trainer->corpus();
  const Ngram unigram(corpus.ids, corpus.sentence_offsets, corpus.vocabulary.size(), 1);
  CHECK(last.heldout_loss < 0.6 * heldout_loss(unigram, trainer->heldout()));
}

TEST_CASE("Gradient training: slices do not change a bit, seeds do", "[train]") {
  const auto model = GENERATE(ModelKind::kNnlm, ModelKind::kElmo);
  CAPTURE(model_name(model));
  TrainConfig config = small(model);
  config.elmo.dropout = 0.2;
  const auto whole = trainer_of(config), sliced = trainer_of(config),
             unmeasured = trainer_of(config, false);
  whole->run_steps(kAllSteps);
  unmeasured->run_steps(kAllSteps);
  for (std::uint64_t n = 1; !sliced->finished(); n = n % 7 + 1) {
    if (n % 2 == 0) {
      sliced->run_steps(n);
    } else {
      sliced->run_for(3, fake_clock);
    }
  }
  CHECK(sliced->weights_hash() == whole->weights_hash());
  CHECK(unmeasured->weights_hash() == whole->weights_hash());  // looking changes nothing
  CHECK(std::isfinite(whole->report().epoch_loss));
  CHECK(sliced->report().epoch_loss == whole->report().epoch_loss);
  CHECK(unmeasured->report().epoch_loss == whole->report().epoch_loss);

  const std::uint64_t first = whole->weights_hash();
  whole->reset(42);
  whole->run_steps(kAllSteps);
  CHECK(whole->weights_hash() == first);
  whole->reset(43);
  whole->run_steps(kAllSteps);
  CHECK(whole->weights_hash() != first);
}

TEST_CASE("Gradient training: a resumed run ends with the bits of an unbroken one", "[train]") {
  const auto model = GENERATE(ModelKind::kNnlm, ModelKind::kElmo);
  const auto optimiser =
      GENERATE(OptimiserKind::kSgd, OptimiserKind::kAdagrad, OptimiserKind::kAdam);
  CAPTURE(model_name(model), name_of(optimiser_names(), optimiser));
  TrainConfig config = small(model);
  config.descent.optimiser = optimiser;
  config.elmo.dropout = 0.1;
  config.elmo.carry_state = GENERATE(false, true);
  config.elmo.unroll = 4;  // the longest sentence is cut
  const auto unbroken = trainer_of(config);
  unbroken->run_steps(kAllSteps);
  const std::uint64_t all = unbroken->report().step;
  for (const std::uint64_t cut : {std::uint64_t{0}, all / 4, all / 2 + 1, all - 1, all}) {
    CAPTURE(cut);
    const auto broken = trainer_of(config), resumed = trainer_of(config);
    broken->run_steps(cut);
    RecordedState state;
    state.record(*broken);
    CHECK_FALSE(state.names_twice_);
    resumed->run_steps(3);
    state.restore(*resumed);
    resumed->run_steps(kAllSteps);
    CHECK(resumed->weights_hash() == unbroken->weights_hash());
    CHECK(resumed->report().heldout_loss == unbroken->report().heldout_loss);
  }
}

TEST_CASE("Gradient training stops early and keeps the best weights", "[train]") {
  const auto model = GENERATE(ModelKind::kNnlm, ModelKind::kElmo);
  CAPTURE(model_name(model));
  TrainConfig config = small(model);
  config.epochs = 200;
  config.alpha = 0.05;  // far too long and fast: the held-out loss must rise again
  config.descent.schedule = Schedule::kConstant;
  config.descent.patience = 2;
  const auto trainer = trainer_of(config);
  double best = std::numeric_limits<double>::infinity();
  TrainReport report;
  while (!trainer->finished()) {
    report = trainer->run_steps(1);
    if (!std::isnan(report.heldout_loss)) best = std::min(best, report.heldout_loss);
  }
  CHECK(report.stopped_early);
  CHECK(report.epoch < 200);
  CHECK(report.heldout_loss == best);
  CHECK(heldout_loss(*trainer->language_model(), trainer->heldout()) == Approx(best).epsilon(1e-5));
}

TEST_CASE("Gradient training that diverges ends and says so", "[train]") {
  TrainConfig config = small(ModelKind::kNnlm);
  config.descent.optimiser = OptimiserKind::kSgd;
  config.descent.schedule = Schedule::kConstant;
  config.alpha = 5;
  config.descent.weight_decay = 1;  // 1 − αλ = −4: every step multiplies the weights
  const auto trainer = trainer_of(config);
  trainer->run_steps(kAllSteps);
  CHECK(trainer->finished());
  CHECK(trainer->report().diverged);
}

TEST_CASE("State of another text is refused", "[train]") {
  RecordedState state;
  state.record(*trainer_of(small(ModelKind::kNnlm)));
  Corpus other = Text{}.corpus;
  std::swap(other.ids[1], other.ids[6]);
  if (other.ids[1] == other.ids[6]) std::swap(other.ids[2], other.ids[7]);
  const auto trainer = make_trainer(other, small(ModelKind::kNnlm));
  CHECK_THROWS_AS(state.restore(*trainer), Error);
}

TEST_CASE("NNLM: a context longer than the text reads sentence begins", "[train]") {
  TrainConfig config = small(ModelKind::kNnlm);
  config.nnlm.context = 50;
  config.epochs = 1;
  const auto trainer = trainer_of(config);
  CHECK(std::isfinite(trainer->run_steps(kAllSteps).loss));
}
