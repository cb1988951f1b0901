// A copy of a model whose numbers can be followed, proved and changed. The trainer that it was
// copied from is not touched.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "preformer/inside/nudge.h"
#include "preformer/inside/trace.h"
#include "preformer/models/transfer.h"
#include "preformer/text/vocabulary.h"
#include "preformer/train/config.h"
#include "preformer/train/trainer.h"

namespace preformer {

/// One example and how a step is taken on it.
struct Example {
  /// [n] word ids, and the position of the word to predict. NNLM predicts it from the words before
  /// it (position n: the end of the sentence), CBOW and Skip-gram from the words around it. ELMo
  /// reads the whole sentence and predicts every word of it; the position is not used.
  std::vector<std::int32_t> sentence;
  std::size_t position = 0;
  int radius = 0;         // of the window, in words on either side; 0: the longest of the config
  double alpha = 0.025;   // learning rate of the step
  Rng::State noise = {};  // draws the negative samples
};

/// Back-propagation's slope beside a measured one.
struct Proof {
  double value = 0;  // of the entry
  double epsilon = 0;
  double loss_above = 0;  // at value + ε
  double loss_below = 0;  // at value − ε
  double measured = 0;    // (loss_above − loss_below) / 2ε
  double gradient = 0;    // by back-propagation
  /// |measured − gradient| / max(|measured|, |gradient|); 0 if both are 0.
  double relative_error() const;
};

inline constexpr double kProofEpsilon = 1e-5;  // error ε² of the difference, 1e-16/ε of rounding

class OpenedModel {
 public:
  /// Copies the weights, which are found by the names of the model's parameters. Throws
  /// BadParameter for a one-hot model, which has none, and BadFormat if a weight is missing.
  OpenedModel(const TrainConfig& config, const Vocabulary& vocabulary,
              const std::vector<NamedMatrix>& weights);
  explicit OpenedModel(const Trainer& trainer);

  const TrainConfig& config() const { return config_; }
  const Vocabulary& vocabulary() const { return vocabulary_; }

  /// The order and the names are the trainer's.
  struct Weight {
    std::string name;
    Matrix<float> value;
  };
  const std::vector<Weight>& weights() const { return weights_; }
  /// Null if no parameter has this name.
  const Weight* find(std::string_view name) const;
  /// The trainer's weights_hash(), of these weights.
  std::uint64_t weights_hash() const;

  /// Throws BadParameter for a position outside the sentence and for a window without neighbours.
  Trace<float> trace(const Example& example) const;

  /// In double precision, with the weights of this model. `entry`: of a parameter, or of a quantity
  /// that the loss depends on. Under CBOW the loss is that of the window times its weight m/m̄.
  /// Throws BadParameter for an entry that does not exist.
  Proof prove(const Example& example, const Entry& entry, double epsilon = kProofEpsilon) const;

  /// Changes one weight. Throws BadParameter for an entry that does not exist and for a value that
  /// is not finite as float.
  void set(const Entry& entry, double value);
  /// Takes the step of trace(example) and keeps it.
  void step(const Example& example);

 private:
  template <class S>
  Trace<S> follow(const Example& example) const;
  double loss(const Example& example, const Nudge<double>& nudge) const;
  Weight* find(std::string_view name);

  TrainConfig config_;
  Vocabulary vocabulary_;
  std::vector<Weight> weights_;
};

}  // namespace preformer
