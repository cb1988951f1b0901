// CBOW and Skip-gram, one window at a time (models/word2vec.h, kernels/window_step.h).
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "preformer/inside/nudge.h"
#include "preformer/inside/trace.h"
#include "preformer/models/cbow.h"
#include "preformer/models/skip_gram.h"

namespace preformer {

/// What a step trains on: the words around a centre word.
struct Window {
  std::vector<std::int32_t> contexts;  // [m]
  std::int32_t centre = 0;
};

namespace detail {

/// Rows of a matrix as pointers, as copies, and their numbers from pointers.
template <class S>
std::vector<S*> row_pointers(Matrix<S>& matrix) {
  std::vector<S*> pointers;
  pointers.reserve(static_cast<std::size_t>(matrix.rows()));
  for (Index row = 0; row < matrix.rows(); ++row) pointers.push_back(matrix.row(row).data());
  return pointers;
}
template <class S>
Matrix<S> copies_of(const Matrix<S>& matrix, const std::vector<std::int32_t>& rows) {
  Matrix<S> copies(static_cast<Index>(rows.size()), matrix.cols());
  for (std::size_t n = 0; n < rows.size(); ++n) {
    copies.row(static_cast<Index>(n)) = matrix.row(rows[n]);
  }
  return copies;
}
template <class S>
std::vector<std::int32_t> numbers_of(const std::vector<S*>& rows, const Matrix<S>& matrix) {
  std::vector<std::int32_t> numbers;
  numbers.reserve(rows.size());
  for (const S* row : rows) {
    numbers.push_back(static_cast<std::int32_t>((row - matrix.data()) / matrix.cols()));
  }
  return numbers;
}
template <class S>
Rows<S> rows_of(std::vector<S*>& pointers) {
  return {pointers.data(), static_cast<Index>(pointers.size())};
}

inline std::vector<std::int32_t> without_repeats(std::vector<std::int32_t> rows) {
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

/// The window's inputs X, logits F = X Oᵀ and residuals R = −∂loss/∂F, by the kernels that train.
template <class S>
struct WindowForward {
  Matrix<S> input;              // [m, D]: the context words
  Matrix<S> mean;               // [1, D]: CBOW only
  Matrix<S> output;             // [N, D]: the rows asked
  Matrix<S> logits, residuals;  // [M, N], M = m or, for CBOW, 1
  double loss = 0;

  const Matrix<S>& x() const { return mean.size() > 0 ? mean : input; }

  void run(Word2Vec<S>& model, const Window& window, bool averages, const OutputChoice<S>& choice,
           const Nudge<S>& nudge = {}) {
    const Index dims = model.input().value.cols();
    input = copies_of(model.input().value, window.contexts);
    nudge.apply("input", input);
    std::vector<S*> inputs = row_pointers(input);
    if (averages) {
      const S share = S(1) / S(window.contexts.size());
      mean.resize(1, dims);
      S* const into = mean.data();
      combine_rows(&share, 0, 0, rows_of(inputs), dims, {&into, 1}, Combine::kOverwrite);
      nudge.apply("mean", mean);
      inputs = {into};
    }
    const Matrix<S>& weight = model.output().weight().value;
    output = copies_of(weight, numbers_of(choice.rows, weight));
    nudge.apply("output", output);
    std::vector<S*> outputs = row_pointers(output);
    logits.resize(static_cast<Index>(inputs.size()), output.rows());
    row_dots(rows_of(inputs), rows_of(outputs), dims, logits.data());
    nudge.apply("logits", logits);
    residuals = logits;
    loss = model.output().residuals(residuals.data(), residuals.rows(), choice);
  }

  /// p = label − R: σ(F) under negative sampling and hierarchical softmax, else softmax(F).
  Matrix<S> probabilities(const Matrix<S>& labels) const {
    Matrix<S> p = -residuals;
    p.rowwise() += labels.row(0);
    return p;
  }
};

/// m/m̄, the weight of CBOW's window in its gradients (models/cbow.h); 1 for Skip-gram.
template <class S>
S window_weight(const Cbow<S>* cbow, const Window& window) {
  return cbow != nullptr ? S(window.contexts.size()) / cbow->mean_contexts() : S(1);
}

/// Notes rows of a parameter around a step.
template <class S>
class Watched {
 public:
  Watched(const Parameter<S>& parameter, const std::vector<std::int32_t>& rows)
      : parameter_(parameter),
        rows_(without_repeats(rows)),
        before_(copies_of(parameter.value, rows_)) {}

  Change<S> change() const {
    return {
        parameter_.name, {rows_.begin(), rows_.end()}, before_, copies_of(parameter_.value, rows_)};
  }

 private:
  const Parameter<S>& parameter_;
  std::vector<std::int32_t> rows_;
  Matrix<S> before_;
};

}  // namespace detail

/// Follows one window and takes the trainer's own step on it: given the trainer's learning rate and
/// a copy of its random numbers, the weights after the step are the trainer's, bit by bit.
///
/// The rows of "output" are words under full softmax and negative sampling, inner nodes of the
/// Huffman tree under hierarchical softmax; "labels" [1, N] holds what each should answer. CBOW's
/// window weighs m/m̄ (models/cbow.h): its gradients hold that weight, its loss does not.
/// `model` is a copy: its weights are moved.
template <class S>
Trace<S> trace_word2vec(Word2Vec<S>& model, const Window& window, S alpha, const Rng& rng) {
  Trace<S> trace;
  const auto* const cbow = dynamic_cast<const Cbow<S>*>(&model);
  const Parameter<S>& output = model.output().weight();
  const Index dims = output.value.cols();
  const auto m = static_cast<Index>(window.contexts.size());

  Rng draws = rng;  // the step draws the same noise once more
  OutputChoice<S> choice;
  model.output().choose(window.centre, draws, choice);
  const std::vector<std::int32_t> asked = detail::numbers_of(choice.rows, output.value);
  const auto outputs = static_cast<Index>(asked.size());
  Matrix<S> labels = Matrix<S>::Zero(1, outputs);
  if (choice.labels.empty()) {
    labels(0, choice.target) = S(1);
  } else {
    std::copy(choice.labels.begin(), choice.labels.end(), labels.data());
  }

  detail::WindowForward<S> forward;
  forward.run(model, window, cbow != nullptr, choice);
  trace.loss = forward.loss;
  trace.add_forward("input", forward.input, window.contexts);
  if (cbow != nullptr) trace.add_forward("mean", forward.mean);
  trace.add_forward("output", forward.output, asked);
  trace.add_forward("labels", labels);
  trace.add_forward("logits", forward.logits);
  trace.add_forward("probabilities", forward.probabilities(labels));

  // dF = −R (CBOW: times m/m̄)     dO = dFᵀ X     dX = dF O     CBOW: dx_c = dX/m
  const S weight = detail::window_weight(cbow, window);
  Matrix<S> x = forward.x(), df = -weight * forward.residuals, dx(x.rows(), dims),
            dout(outputs, dims);
  std::vector<S*> x_rows = detail::row_pointers(x), dx_rows = detail::row_pointers(dx),
                  dout_rows = detail::row_pointers(dout);
  combine_rows(df.data(), outputs, 1, detail::rows_of(choice.rows), dims, detail::rows_of(dx_rows),
               Combine::kOverwrite);
  combine_rows(df.data(), 1, outputs, detail::rows_of(x_rows), dims, detail::rows_of(dout_rows),
               Combine::kOverwrite);
  trace.add_backward("logits", df);
  trace.add_backward("output", dout, asked);
  if (cbow != nullptr) {
    trace.add_backward("mean", dx);
    dx = (dx / S(m)).replicate(m, 1).eval();
  }
  trace.add_backward("input", dx, window.contexts);

  const detail::Watched<S> inputs(model.input(), window.contexts), rows(output, asked);
  Word2VecScratch<S> scratch;
  draws = rng;
  model.step(window.contexts, window.centre, alpha, draws, scratch);
  trace.changes.push_back(inputs.change());
  trace.changes.push_back(rows.change());
  forward.run(model, window, cbow != nullptr, choice);
  trace.loss_after = forward.loss;
  trace.add_forward("probabilities.after", forward.probabilities(labels));
  return trace;
}

}  // namespace preformer
