#include "preformer/train/classifier_trainer.h"

#include "catch.h"
#include "preformer/models/transfer.h"
#include "preformer/train/classification_meter.h"
#include "train/toy_classifier.h"

using namespace preformer;
using preformer::test::Points;
using preformer::test::ToyClassifier;

namespace {

double counted_ms = 0;
double counting_clock() { return counted_ms += 1; }

std::vector<Matrix<float>> weights_of(ToyClassifier& model) {
  std::vector<Matrix<float>> values;
  for (const auto& layer : model.layers()) {
    for (const Parameter<float>* p : layer.parameters) values.push_back(p->value);
  }
  return values;
}

std::vector<Parameter<float>*> parameters_of(ToyClassifier& model, std::size_t layer) {
  return model.layers()[layer].parameters;
}

double accuracy_of(ToyClassifier& model, const LabelledExamples& examples) {
  ClassificationMeter meter(model, examples);
  while (!meter.finished()) meter.work();
  return meter.accuracy();
}

ToyClassifier toy(std::uint64_t seed, Index classes = 4) {
  Rng rng(seed);
  return ToyClassifier(classes, rng);
}

constexpr ClassifierConfig kConfig{.epochs = 8, .batch = 10, .alpha = 0.02};

}  // namespace

TEST_CASE("ClassifierTrainer: learns what it is shown, and tells how it goes", "[train]") {
  const Points train(4, 40, 1), test(4, 25, 2);
  for (const std::uint64_t seed : {1u, 2u, 3u}) {
    ToyClassifier model = toy(seed);
    ClassifierTrainer trainer(model, train.examples(), kConfig);
    const ClassifierReport before = trainer.report();
    CHECK(before.steps == 8 * 16);
    CHECK(std::isnan(before.loss));
    const ClassifierReport first = trainer.run_steps(16);
    CHECK(first.epoch == 2);
    CHECK(first.predictions == 160);
    const ClassifierReport last = trainer.run_steps(1000);
    CHECK(last.finished);
    CHECK(last.progress == 1);
    CHECK(last.examples == 8 * 160);
    CHECK(last.loss < first.loss);
    CHECK(last.accuracy > first.accuracy);
    CHECK(accuracy_of(model, test.examples()) >= 0.95);
  }
}

TEST_CASE("ClassifierTrainer: slices change nothing", "[train]") {
  const Points train(4, 13, 1);
  ToyClassifier one = toy(1), two = toy(1);
  ClassifierTrainer whole(one, train.examples(), kConfig);
  ClassifierTrainer sliced(two, train.examples(), kConfig);
  whole.run_steps(100000);
  std::uint64_t predictions = 0;
  while (!sliced.finished()) predictions += sliced.run_for(2, counting_clock).predictions;
  CHECK(predictions == 8 * 52);
  CHECK(weights_of(one) == weights_of(two));

  const ClassifierReport report = whole.report();
  CHECK(report.epoch_loss == sliced.report().epoch_loss);
  CHECK(report.epoch_accuracy == sliced.report().epoch_accuracy);
  CHECK(report.epoch_accuracy <= 1);
  ToyClassifier three = toy(1);  // its last report covers exactly the last epoch
  ClassifierTrainer by_epoch(three, train.examples(), kConfig);
  by_epoch.run_steps(7 * 6);
  const ClassifierReport last = by_epoch.run_steps(6);
  CHECK(last.finished);
  CHECK(last.loss == report.epoch_loss);
  CHECK(last.accuracy == report.epoch_accuracy);
}

TEST_CASE("ClassifierTrainer: frozen layers stay, and read every example once", "[train]") {
  const Points train(4, 10, 1);
  for (const std::size_t frozen : {1u, 2u}) {
    CAPTURE(frozen);
    // A rate of 0 keeps layers as they are too, but does all the work.
    ToyClassifier cached = toy(1), worked = toy(1);
    for (std::size_t l = 0; l < frozen; ++l) {
      set_frozen(cached.layers()[l], true);
      for (Parameter<float>* p : parameters_of(worked, l)) p->rate = 0;
    }
    const auto before = weights_of(cached);
    ClassifierTrainer trainer(cached, train.examples(), kConfig);
    CHECK(trainer.report().caching);
    trainer.run_steps(1000);
    ClassifierTrainer(worked, train.examples(), kConfig).run_steps(1000);

    CHECK(cached.examples_read == 40);
    for (std::size_t n = 0; n < cached.lowest_asked.size(); ++n) {
      REQUIRE(cached.lowest_asked[n] == frozen);
      REQUIRE(cached.from_asked[n] == frozen);
    }
    const auto after = weights_of(cached);
    for (std::size_t n = 0; n < after.size(); ++n)
      CHECK((after[n] == before[n]) == (n < 2 * frozen));
    CHECK(after == weights_of(worked));
    for (const Parameter<float>* p : parameters_of(cached, 0)) CHECK(p->grad.isZero(0));
  }
}

TEST_CASE("ClassifierTrainer: a frozen layer above one that learns only passes gradients on",
          "[train]") {
  const Points train(4, 10, 1);
  ToyClassifier model = toy(1);
  set_frozen(model.layers()[1], true);
  const auto before = weights_of(model);
  ClassifierTrainer(model, train.examples(), kConfig).run_steps(1000);
  const auto after = weights_of(model);
  CHECK(after[0] != before[0]);
  CHECK(after[2] == before[2]);
  CHECK(after[3] == before[3]);
  CHECK(model.examples_read == 0);  // nothing could be kept
}

TEST_CASE("ClassifierTrainer: gradual unfreezing goes down from the head", "[train]") {
  const Points train(4, 10, 1);
  ToyClassifier model = toy(1);
  ClassifierConfig config = kConfig;
  config.gradual = true;
  ClassifierTrainer(model, train.examples(), config).run_steps(1000);
  const std::vector<std::size_t>& asked = model.lowest_asked;
  REQUIRE(asked.size() == 8 * 4);
  for (std::size_t step = 0; step < asked.size(); ++step) {
    const std::size_t epoch = step / 4;  // of 8: layers join at epoch 2 and 4
    CHECK(asked[step] == (epoch < 2 ? 2u : epoch < 4 ? 1u : 0u));
  }

  ToyClassifier locked = toy(1);
  set_frozen(locked.layers()[0], true);
  ClassifierTrainer(locked, train.examples(), config).run_steps(1000);
  CHECK(*std::min_element(locked.lowest_asked.begin(), locked.lowest_asked.end()) == 1);
}

TEST_CASE("ClassifierTrainer: a handful of examples is read until there are steps enough",
          "[train]") {
  const Points train(4, 5, 1);
  ToyClassifier model = toy(1);
  ClassifierConfig config = kConfig;  // 2 batches an epoch
  config.epochs = 3;
  config.min_steps = 25;
  ClassifierTrainer trainer(model, train.examples(), config);
  CHECK(trainer.report().epochs == 13);
  CHECK(trainer.run_steps(1000).step == 26);
}

TEST_CASE("ClassifierTrainer: a learning rate too large ends the run", "[train]") {
  const Points train(4, 10, 1);
  ToyClassifier model = toy(1);
  ClassifierConfig config = kConfig;
  config.optimiser = OptimiserKind::kSgd;
  config.alpha = 5;
  config.epochs = 500;
  for (Parameter<float>* p : parameters_of(model, 2)) p->rate = 1e20f;
  const ClassifierReport report =
      ClassifierTrainer(model, train.examples(), config).run_steps(5000);
  CHECK(report.diverged);
  CHECK(report.finished);
}

TEST_CASE("ClassifierTrainer: refuses what cannot be trained", "[train]") {
  const Points train(4, 10, 1);
  ToyClassifier model = toy(1);
  CHECK_THROWS_AS(ClassifierTrainer(model, {}, kConfig), Error);
  for (const auto& layer : model.layers()) set_frozen(layer, true);
  CHECK_THROWS_AS(ClassifierTrainer(model, train.examples(), kConfig), Error);
  set_frozen(model.layers()[2], false);
  ClassifierConfig config = kConfig;
  config.alpha = -1;
  try {
    ClassifierTrainer(model, train.examples(), config);
    FAIL("a negative learning rate was taken");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kBadParameter);
    CHECK(error.name() == "alpha");
  }
}

TEST_CASE("ClassificationMeter: counts by true and predicted class", "[train]") {
  const Points points(4, 25, 3);
  ToyClassifier model = toy(1);
  const LabelledExamples examples = points.examples();
  ClassificationMeter meter(model, examples);
  CHECK(meter.progress() == 0);
  while (!meter.finished()) meter.work();
  std::size_t all = 0, diagonal = 0;
  for (std::size_t c = 0; c < 4; ++c) {
    std::size_t row = 0;
    for (std::size_t d = 0; d < 4; ++d) row += meter.confusion()[c][d];
    CHECK(row == 25);
    all += row;
    diagonal += meter.confusion()[c][c];
  }
  CHECK(all == meter.total());
  CHECK(diagonal == meter.correct());
  std::size_t correct = 0;
  for (std::size_t n = 0; n < 100; ++n) correct += meter.predictions()[n] == examples.labels[n];
  CHECK(correct == meter.correct());
  CHECK(meter.accuracy() == double(correct) / 100);
}
