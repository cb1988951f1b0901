// The common part of CBOW and Skip-gram: a table of input vectors, an output layer, and a step that
// trains both on one window.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "preformer/kernels/group_step.h"
#include "preformer/kernels/window_step.h"
#include "preformer/models/output_layer.h"

namespace preformer {

/// What a step needs besides the two weight matrices. Kept from step to step, so that a step
/// allocates nothing. Each thread has its own.
template <class S>
struct Word2VecScratch {
  std::vector<S*> inputs;  // the window's input vectors
  std::vector<S> mean;     // CBOW: h, [D]
  OutputChoice<S> choice;  // the output rows
  WindowStep<S> step;      // logits and dX
  StepGroup<S> group;      // Skip-gram: several windows
  GroupStep<S> group_step;
};

template <class S>
class Word2Vec {
 public:
  /// Input vectors start as U(−½, ½)/D (word2vec.c, InitNet), drawn from `rng` row by row.
  Word2Vec(Index vocabulary, Index dims, std::unique_ptr<OutputLayer<S>> output, Rng& rng)
      : input_{"input.weight", Matrix<S>(vocabulary, dims)}, output_(std::move(output)) {
    for (Index id = 0; id < vocabulary; ++id) draw_input(id, rng);
  }
  virtual ~Word2Vec() = default;

  /// Trains on one window. Returns the loss before the update: nats, summed over predictions().
  virtual double step(std::span<const std::int32_t> contexts, std::int32_t centre, S alpha,
                      Rng& rng, Word2VecScratch<S>& scratch) = 0;
  /// The number of predictions for a window of `contexts` words.
  virtual std::uint64_t predictions(std::size_t contexts) const = 0;

  /// Draws the initial vector of one word.
  void draw_input(Index id, Rng& rng) {
    S* const numbers = vector(id);
    for (Index i = 0; i < dims(); ++i) numbers[i] = (S(rng.uniform()) - S(0.5)) / S(dims());
  }

  Parameter<S>& input() { return input_; }
  const Parameter<S>& input() const { return input_; }
  OutputLayer<S>& output() { return *output_; }
  const OutputLayer<S>& output() const { return *output_; }

 protected:
  Index dims() const { return input_.value.cols(); }
  S* vector(std::int32_t id) { return input_.value.row(id).data(); }

  /// The output side of a step. Afterwards scratch.step.dx(i) is the update of row i of the inputs.
  double run_window(Rows<S> inputs, std::int32_t centre, S alpha, Rng& rng,
                    Word2VecScratch<S>& scratch) {
    OutputChoice<S>& choice = scratch.choice;
    output_->choose(centre, rng, choice);
    const Rows<S> outputs{choice.rows.data(), static_cast<Index>(choice.rows.size())};
    return scratch.step.run(inputs, outputs, dims(), alpha, [&](S* logits, Index rows) {
      return output_->residuals(logits, rows, choice);
    });
  }

 private:
  Parameter<S> input_;  // [V, D]
  std::unique_ptr<OutputLayer<S>> output_;
};

}  // namespace preformer
