#include "preformer/train/trainer.h"

#include <cmath>
#include <limits>
#include <string>

#include "catch.h"
#include "preformer/base/rng.h"

using namespace preformer;

namespace {

/// Two topics that never mix: words of one topic must end up nearer to each other.
std::string two_topics(int sentences) {
  const char* const topics[2][6] = {{"sun", "moon", "star", "sky", "comet", "dawn"},
                                    {"bread", "butter", "cheese", "jam", "toast", "honey"}};
  Rng rng(8);
  std::string text;
  for (int s = 0; s < sentences; ++s) {
    for (int w = 0; w < 7; ++w) {
      text += topics[s % 2][rng.below(6)];
      text += w == 6 ? '\n' : ' ';
    }
  }
  return text;
}

std::unique_ptr<Trainer> trainer_on(const std::string& text, const TrainConfig& config) {
  return make_trainer(make_corpus(text, TokenizerOptions{}, VocabularyOptions{}), config);
}

TrainConfig small(ModelKind model, Objective objective) {
  TrainConfig config;
  config.model = model;
  config.objective = objective;
  config.vector_size = 8;
  config.epochs = 5;
  config.alpha = default_alpha(model);
  config.seed = 42;
  return config;
}

double cosine(MatrixRef m, Index a, Index b) {
  return m.row(a).dot(m.row(b)) / (m.row(a).norm() * m.row(b).norm());
}

double fake_time_ms = 0;
double fake_clock() { return fake_time_ms += 1; }

}  // namespace

TEST_CASE("Trainer: all six pairs of model and objective learn two topics", "[train]") {
  const auto model = GENERATE(ModelKind::kSkipGram, ModelKind::kCbow);
  const auto objective = GENERATE(Objective::kNegativeSampling, Objective::kHierarchicalSoftmax,
                                  Objective::kFullSoftmax);
  CAPTURE(model_name(model), objective_name(objective));
  const auto trainer = trainer_on(two_topics(400), small(model, objective));
  const double first_loss = trainer->run_steps(200).loss;
  const TrainReport last = trainer->run_steps(std::numeric_limits<std::uint64_t>::max());
  CHECK(last.finished);
  CHECK(last.progress == 1.0);
  CHECK(last.loss < first_loss);

  const Vocabulary& words = trainer->corpus().vocabulary;
  const auto id = [&](const char* word) { return words.id_or_throw(word); };
  const MatrixRef vectors = trainer->input_vectors();
  const double across = cosine(vectors, id("sun"), id("jam"));
  CHECK(cosine(vectors, id("sun"), id("moon")) > across + 0.3);
  CHECK(cosine(vectors, id("jam"), id("honey")) > across + 0.3);
}

TEST_CASE("Trainer: windows that share negative samples learn two topics", "[train]") {
  TrainConfig config = small(ModelKind::kSkipGram, Objective::kNegativeSampling);
  config.shared_windows = GENERATE(2, 4, 16, kMaxSharedWindows);
  CAPTURE(config.shared_windows);
  const auto trainer = trainer_on(two_topics(400), config);
  const double first_loss = trainer->run_steps(50).loss;
  const TrainReport last = trainer->run_steps(std::numeric_limits<std::uint64_t>::max());
  CHECK(last.progress == 1.0);
  CHECK(last.loss < first_loss);
  const auto group = static_cast<std::uint64_t>(config.shared_windows);
  CHECK(last.step == 5 * 400 * ((7 + group - 1) / group));  // sentences of 7 words

  const Vocabulary& words = trainer->corpus().vocabulary;
  const auto id = [&](const char* word) { return words.id_or_throw(word); };
  const MatrixRef vectors = trainer->input_vectors();
  CHECK(cosine(vectors, id("sun"), id("moon")) > cosine(vectors, id("sun"), id("jam")) + 0.3);
}

TEST_CASE("Trainer: Skip-gram's windows alone share, under negative sampling", "[train]") {
  const auto [model, objective] =
      GENERATE(std::pair(ModelKind::kSkipGram, Objective::kHierarchicalSoftmax),
               std::pair(ModelKind::kSkipGram, Objective::kFullSoftmax),
               std::pair(ModelKind::kCbow, Objective::kNegativeSampling));
  TrainConfig config = small(model, objective);
  const auto alone = trainer_on(two_topics(30), config);
  config.shared_windows = 4;
  const auto shared = trainer_on(two_topics(30), config);
  CHECK(alone->run_steps(300).step == shared->run_steps(300).step);
  CHECK(alone->weights_hash() == shared->weights_hash());
}

TEST_CASE("Trainer: slices do not change a bit, seeds do", "[train]") {
  const std::string text = two_topics(60);
  TrainConfig config = small(ModelKind::kSkipGram, Objective::kNegativeSampling);
  config.shared_windows = GENERATE(1, 4);
  config.sample = 0.05;
  const auto whole = trainer_on(text, config), sliced = trainer_on(text, config);
  whole->run_steps(std::numeric_limits<std::uint64_t>::max());
  for (std::uint64_t n = 1; !sliced->finished(); n = n % 7 + 1) {
    if (n % 2 == 0)
      sliced->run_for(static_cast<double>(n), fake_clock);
    else
      sliced->run_steps(n);
  }
  CHECK(whole->weights_hash() == sliced->weights_hash());

  sliced->reset(config.seed);
  CHECK_FALSE(sliced->finished());
  CHECK(sliced->report().step == 0);
  sliced->run_steps(std::numeric_limits<std::uint64_t>::max());
  CHECK(whole->weights_hash() == sliced->weights_hash());

  sliced->reset(config.seed + 1);
  sliced->run_steps(std::numeric_limits<std::uint64_t>::max());
  CHECK(whole->weights_hash() != sliced->weights_hash());
}

TEST_CASE("Trainer: the epoch's loss is that of the run, not of its slices", "[train]") {
  const std::string text = two_topics(60);
  TrainConfig config = small(ModelKind::kSkipGram, Objective::kNegativeSampling);
  config.sample = 0.05;
  const auto single = trainer_on(text, config);
  CHECK(std::isnan(single->report().epoch_loss));
  double nats = 0, predictions = 0;  // of the current epoch, step by step
  int epoch = 0;
  while (!single->finished()) {
    const TrainReport report = single->run_steps(1);
    if (report.predictions == 0) break;
    if (report.epoch != epoch) nats = predictions = 0;
    epoch = report.epoch;
    nats += report.loss * static_cast<double>(report.predictions);
    predictions += static_cast<double>(report.predictions);
    REQUIRE(report.epoch_loss == Approx(nats / predictions).epsilon(1e-12));
  }
  const TrainReport last = single->report();
  CHECK(epoch == config.epochs);
  CHECK(last.epoch_loss == Approx(nats / predictions).epsilon(1e-12));

  for (const double slice_ms : {1.0, 5.0, 1e9}) {
    const auto sliced = trainer_on(text, config);
    while (!sliced->finished()) sliced->run_for(slice_ms, fake_clock);
    CHECK(sliced->report().epoch_loss == last.epoch_loss);
  }
  single->reset(1);
  CHECK(std::isnan(single->report().epoch_loss));
}

TEST_CASE("EpochLoss: losses of an earlier epoch that come late are left out", "[train]") {
  EpochLoss loss;
  CHECK(std::isnan(loss.mean()));
  loss.add(0, 8, 2);
  CHECK(loss.mean() == 4);
  loss.add(1, 3, 1, 1);
  loss.add(0, 100, 1);
  loss.add(1, 1, 1, 0);
  CHECK(loss.mean() == 2);
  CHECK(loss.accuracy() == 0.5);
}

TEST_CASE("Trainer: a step is one window, single words make none", "[train]") {
  TrainConfig config = small(ModelKind::kCbow, Objective::kNegativeSampling);
  config.epochs = 1;
  const auto trainer = trainer_on("a b c\nlonely\na b\n", config);
  CHECK(trainer->run_steps(2).step == 2);
  CHECK_FALSE(trainer->finished());
  const TrainReport report = trainer->run_steps(1000);
  CHECK(report.finished);
  CHECK(report.step == 5);
  CHECK(report.tokens == 6);
  CHECK(std::isnan(trainer->report().loss));  // nothing was predicted since the last report
}

TEST_CASE("Trainer: the learning rate falls linearly to its floor", "[train]") {
  TrainConfig config = small(ModelKind::kSkipGram, Objective::kNegativeSampling);
  config.alpha = 0.1;
  config.min_alpha = 0.03;
  const auto trainer = trainer_on(two_topics(100), config);
  CHECK(trainer->report().learning_rate == Approx(0.1));
  TrainReport report;
  do {
    report = trainer->run_steps(50);
    CHECK(report.learning_rate ==
          Approx(std::max(0.03, 0.1 * (1 - report.progress))).epsilon(0.01));
  } while (!report.finished);
  CHECK(report.learning_rate == Approx(0.03));
}

TEST_CASE("Trainer: a learning rate that is too large ends the run and says so", "[train]") {
  TrainConfig config = small(ModelKind::kCbow, Objective::kFullSoftmax);
  config.alpha = 5;
  config.epochs = 200;
  const auto trainer = trainer_on(two_topics(400), config);
  const TrainReport report = trainer->run_steps(std::numeric_limits<std::uint64_t>::max());
  CHECK(report.finished);
  CHECK(report.diverged);
  CHECK(report.progress < 1);
  trainer->reset(1);
  CHECK_FALSE(trainer->report().diverged);
}

TEST_CASE("Trainer: one-hot is finished before it starts", "[train]") {
  const auto trainer = trainer_on("a b c\n", small(ModelKind::kOneHot, Objective::kFullSoftmax));
  CHECK(trainer->finished());
  CHECK(trainer->run_for(5, fake_clock).finished);
  CHECK(trainer->input_vectors().isIdentity());
  CHECK_THROWS_AS(trainer->output_vectors(), Error);
}

TEST_CASE("TrainConfig: every field out of range is named", "[train][bad-input]") {
  const auto offending_field = [](auto&& spoil) {
    TrainConfig config;
    spoil(config);
    try {
      config.validate();
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::kBadParameter);
      CHECK_FALSE(error.permitted().empty());
      return error.name();
    }
    return std::string("nothing");
  };
  const double nan = std::numeric_limits<double>::quiet_NaN();
  CHECK(offending_field([](auto&) {}) == "nothing");
  CHECK(offending_field([](auto& c) { c.vector_size = 0; }) == "vectorSize");
  CHECK(offending_field([](auto& c) { c.vector_size = -3; }) == "vectorSize");
  CHECK(offending_field([](auto& c) { c.window = 0; }) == "window");
  CHECK(offending_field([](auto& c) { c.negative = 0; }) == "negative");
  CHECK(offending_field([](auto& c) { c.epochs = 0; }) == "epochs");
  CHECK(offending_field([&](auto& c) { c.alpha = nan; }) == "alpha");
  CHECK(offending_field([](auto& c) { c.alpha = 1e308; }) == "alpha");
  CHECK(offending_field([](auto& c) { c.min_alpha = 1; }) == "minAlpha");
  CHECK(offending_field([&](auto& c) { c.sample = nan; }) == "sample");
  CHECK(offending_field([](auto& c) { c.ns_exponent = 9; }) == "nsExponent");
  CHECK(offending_field([](auto& c) { c.descent.samples = -1; }) == "samples");
  CHECK(offending_field([](auto& c) {
          c.model = ModelKind::kNnlm;
          c.nnlm.direct = true;
          c.descent.samples = 8;
        }) == "samples");
  CHECK(offending_field([](auto& c) { c.shared_windows = 0; }) == "sharedWindows");
  CHECK(offending_field([](auto& c) { c.shared_windows = 65; }) == "sharedWindows");
  CHECK_THROWS_AS(parse_name(model_names(), "model", "transformer"), Error);
  CHECK(parse_name(objective_names(), "objective", "hierarchical-softmax") ==
        Objective::kHierarchicalSoftmax);
}
