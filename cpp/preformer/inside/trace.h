// What one example computes: every number in the order of the computation, the gradients on the way
// back, and the weights before and after one step. The numbers are the training's own: they come
// from the layers and kernels that train.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "preformer/base/matrix.h"
#include "preformer/kernels/view.h"
#include "preformer/nn/parameter.h"

namespace preformer {

/// One named array of the computation.
template <class S>
struct Quantity {
  std::string name;              // "hidden.before"
  Matrix<S> value;               // its shape is the quantity's
  std::vector<std::int32_t> of;  // what each row belongs to: token ids, or nodes of a Huffman tree
};

/// Rows of a parameter before and after the step.
template <class S>
struct Change {
  std::string parameter;    // "embedding.weight"
  std::vector<Index> rows;  // which rows moved; empty where all did
  Matrix<S> before, after;
};

template <class S>
struct Trace {
  std::vector<Quantity<S>> forward;   // inputs first
  std::vector<Quantity<S>> backward;  // ∂loss/∂quantity, named as the quantity; output first
  std::vector<Change<S>> changes;
  double loss = 0;        // nats, summed over the example's predictions
  double loss_after = 0;  // the same with the weights after the step

  void add_forward(std::string name, Matrix<S> value, std::vector<std::int32_t> of = {}) {
    forward.push_back({std::move(name), std::move(value), std::move(of)});
  }
  void add_backward(std::string name, Matrix<S> value, std::vector<std::int32_t> of = {}) {
    backward.push_back({std::move(name), std::move(value), std::move(of)});
  }
};

/// A copy of the numbers that a view shows.
template <class S>
Matrix<S> matrix_of(View<const S> from) {
  Matrix<S> copy(from.rows, from.cols);
  for (Index row = 0; row < from.rows; ++row) {
    for (Index col = 0; col < from.cols; ++col) {
      copy(row, col) = from.data[row * from.row_stride + col * from.col_stride];
    }
  }
  return copy;
}

/// The gradients that `parameters` hold; of a look-up table the touched rows alone.
template <class S>
void add_parameter_gradients(const std::vector<Parameter<S>*>& parameters, Trace<S>& trace) {
  for (const Parameter<S>* p : parameters) {
    if (!p->sparse) {
      trace.add_backward(p->name, p->grad);
      continue;
    }
    Matrix<S> rows(static_cast<Index>(p->touched.size()), p->grad.cols());
    std::vector<std::int32_t> of;
    for (const Index row : p->touched) {
      rows.row(static_cast<Index>(of.size())) = p->grad.row(row);
      of.push_back(static_cast<std::int32_t>(row));
    }
    trace.add_backward(p->name, std::move(rows), std::move(of));
  }
}

/// Calls f with gradients at 0 while no parameter is frozen: a frozen one gathers no gradient.
template <class S, class F>
void while_unfrozen(const std::vector<Parameter<S>*>& parameters, F&& f) {
  std::vector<bool> frozen;
  for (Parameter<S>* p : parameters) {
    frozen.push_back(p->frozen);
    p->frozen = false;
    p->zero_grad();
  }
  f();
  for (std::size_t n = 0; n < parameters.size(); ++n) parameters[n]->frozen = frozen[n];
}

/// One step of plain gradient descent, W ← W − α·rate·dW, noting each parameter before and after.
/// Frozen parameters stay as they are.
template <class S>
void descend(const std::vector<Parameter<S>*>& parameters, S alpha_of_all, Trace<S>& trace) {
  for (Parameter<S>* p : parameters) {
    const S alpha = alpha_of_all * p->rate;
    if (p->frozen) {
      trace.changes.push_back({p->name, {}, p->value, p->value});
      continue;
    }
    if (!p->sparse) {
      Matrix<S> before = p->value;
      p->value -= alpha * p->grad;
      trace.changes.push_back({p->name, {}, std::move(before), p->value});
      continue;
    }
    Change<S> change{p->name, p->touched, {}, {}};
    const auto rows = static_cast<Index>(p->touched.size());
    change.before.resize(rows, p->value.cols());
    change.after.resize(rows, p->value.cols());
    for (Index n = 0; n < rows; ++n) {
      const Index row = p->touched[static_cast<std::size_t>(n)];
      change.before.row(n) = p->value.row(row);
      p->value.row(row) -= alpha * p->grad.row(row);
      change.after.row(n) = p->value.row(row);
    }
    trace.changes.push_back(std::move(change));
  }
}

}  // namespace preformer
