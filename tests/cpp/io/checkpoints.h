// Runs to interrupt: every kind of state there is.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "preformer/base/rng.h"
#include "preformer/io/checkpoint.h"

namespace preformer::fixtures {

constexpr std::uint64_t kAll = std::numeric_limits<std::uint64_t>::max();

inline std::string text_of(int sentences, std::uint64_t seed) {
  const char* const words[] = {"sun", "moon",  "star", "sky",  "bread",
                               "jam", "toast", "国王", "naïve"};
  Rng rng(seed);
  std::string text;
  for (int s = 0; s < sentences; ++s) {
    const std::uint32_t length = 1 + rng.below(7);
    for (std::uint32_t w = 0; w < length; ++w) text += std::string(words[rng.below(9)]) + ' ';
    text += '\n';
  }
  return text;
}

inline Corpus corpus_of(const std::string& text) { return make_corpus(text, {}, {}); }

struct Case {
  const char* name;
  TrainConfig config;
  bool heldout = false;
};

inline TrainConfig small(ModelKind model) {
  TrainConfig config;
  config.model = model;
  config.vector_size = 6;
  config.epochs = 3;
  config.alpha = default_alpha(model);
  config.seed = 42;
  config.nnlm.hidden = 5;
  config.elmo.cell_size = 7;
  config.elmo.unroll = 4;
  config.descent.batch = 4;
  return config;
}

/// Every kind of state there is: subsampling, moments, dropout, samples, carried state, best
/// weights.
inline std::vector<Case> cases() {
  std::vector<Case> all;
  const auto add = [&](const char* name, ModelKind model, bool heldout, auto&& change) {
    all.push_back({name, small(model), heldout});
    change(all.back().config);
  };
  add("skip-gram", ModelKind::kSkipGram, false, [](auto& c) { c.sample = 0.05; });
  add("cbow", ModelKind::kCbow, false,
      [](auto& c) { c.objective = Objective::kHierarchicalSoftmax; });
  add("nnlm, adam", ModelKind::kNnlm, true, [](auto& c) { c.descent.patience = 2; });
  add("nnlm, adagrad", ModelKind::kNnlm, false, [](auto& c) {
    c.descent.optimiser = OptimiserKind::kAdagrad;
    c.nnlm.direct = true;
  });
  add("nnlm, sgd", ModelKind::kNnlm, true, [](auto& c) {
    c.descent.optimiser = OptimiserKind::kSgd;
    c.descent.schedule = Schedule::kInverseTime;
    c.descent.weight_decay = 1e-4;
  });
  add("elmo, adam, dropout", ModelKind::kElmo, true, [](auto& c) {
    c.elmo.dropout = 0.3;
    c.descent.samples = 3;
    c.descent.patience = 1;
  });
  add("elmo, carried state", ModelKind::kElmo, false, [](auto& c) {
    c.elmo.carry_state = true;
    c.descent.optimiser = OptimiserKind::kAdagrad;
    c.descent.clip_norm = 1;
  });
  add("elmo, characters", ModelKind::kElmo, false, [](auto& c) {
    c.elmo.char_cnn = true;
    c.elmo.char_size = 4;
    c.elmo.filters = {{1, 3}, {2, 4}};
    c.epochs = 2;
  });
  add("skip-gram, negatives shared by 4 windows", ModelKind::kSkipGram, false, [](auto& c) {
    c.sample = 0.05;
    c.shared_windows = 4;
  });
  add("skip-gram, negatives shared by more windows than a sentence has", ModelKind::kSkipGram,
      false, [](auto& c) { c.shared_windows = 16; });
  add("nnlm, sampled softmax", ModelKind::kNnlm, true, [](auto& c) { c.descent.samples = 3; });
  return all;
}

inline std::unique_ptr<Trainer> trainer_of(const Case& one, const Corpus& corpus) {
  EncodedText heldout;
  if (one.heldout) heldout = encode(text_of(9, 5), {}, corpus.vocabulary);
  return make_trainer(corpus, one.config, heldout);
}

}  // namespace preformer::fixtures
