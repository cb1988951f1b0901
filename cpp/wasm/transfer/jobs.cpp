#include "wasm/transfer/jobs.h"

#include <emscripten/emscripten.h>

#include <utility>

#include "preformer/base/slices.h"

namespace preformer::wasm {

ClassifierEvaluation* evaluate(const Classifier& model, val examples) {
  return guarded([&] {
    return new ClassifierEvaluation(model.copy(),
                                    read_examples_of(examples, model.design(), model.labels()));
  });
}

bool ClassifierEvaluation::run_for(double milliseconds) {
  return guarded([&] {
    return finish_within(milliseconds, emscripten_get_now, [&] { return meter_.work(); });
  });
}

val ClassifierEvaluation::result() const {
  return guarded([&] {
    std::vector<float> confusion;  // floats hold these counts and classes exactly
    for (const auto& row : meter_.confusion()) {
      confusion.insert(confusion.end(), row.begin(), row.end());
    }
    const std::vector<float> predictions(meter_.predictions().begin(), meter_.predictions().end());
    return Object()
        .set("accuracy", meter_.accuracy())
        .set("correct", meter_.correct())
        .set("total", meter_.total())
        .set("confusion", to_float32_array(confusion))  // [classes, classes]
        .set("predictions", to_float32_array(predictions))
        .value();
  });
}

bool Forgetting::run_for(double milliseconds) {
  return guarded([&] {
    return finish_within(milliseconds, emscripten_get_now,
                         [&] { return before_.work() && after_.work(); });
  });
}

val Forgetting::result() const {
  return guarded([&] {
    return Object().set("before", before_.accuracy()).set("after", after_.accuracy()).value();
  });
}

namespace {

ComparisonConfig with_names(ComparisonConfig config, const std::vector<std::string>& labels) {
  config.class_names = labels;
  return config;
}

}  // namespace

Comparison* compare(const Classifier& lender, val pool, val test, val options) {
  return guarded([&] {
    return new Comparison(with_new_head(lender.design(), options), lender.weights(), pool, test,
                          options);
  });
}

Comparison::Comparison(ClassifierDesign design, Weights lent, const val& pool, const val& test,
                       const val& options)
    : design_(std::move(design)),
      lent_(std::move(lent)),
      pool_(read_examples(pool, design_)),
      test_(read_examples_of(test, design_, pool_.labels)),
      comparison_(
          [this](Rng& rng) { return design_.build(static_cast<Index>(pool_.labels.size()), rng); },
          lent_.named(), pool_.labelled, test_.labelled,
          with_names(read_comparison(options), pool_.labels)) {}

bool Comparison::run_for(double milliseconds) {
  return guarded([&] { return comparison_.run_for(milliseconds, emscripten_get_now); });
}

val Comparison::result() const {
  return guarded([&] {
    val results = val::array(), summary = val::array();
    for (const ComparisonResult& row : comparison_.results()) {
      push(results, Object()
                        .set("mode", name_of(transfer_mode_names(), row.mode))
                        .set("labels", row.labels)
                        .set("seed", row.seed)
                        .set("accuracy", row.accuracy)
                        .value());
    }
    for (const ComparisonSummary& row : comparison_.summary()) {
      push(summary, Object()
                        .set("mode", name_of(transfer_mode_names(), row.mode))
                        .set("labels", row.labels)
                        .set("seeds", row.seeds)
                        .set("mean", row.mean)
                        .set("spread", row.spread)
                        .value());
    }
    return Object().set("results", results).set("summary", summary).value();
  });
}

val Comparison::progress() const {
  val shown = result();
  shown.set("progress", comparison_.progress());
  return shown;
}

}  // namespace preformer::wasm
