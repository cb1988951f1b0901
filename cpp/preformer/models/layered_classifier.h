// A classifier as a stack of layers. Transfer learning uses this interface only: it copies, freezes
// and cuts off layers, and sets their learning rates, by their position in the stack.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "preformer/base/rng.h"
#include "preformer/kernels/gemm.h"
#include "preformer/nn/parameter.h"

namespace preformer {

/// A layer with its name: "conv1", …, "head".
template <class S>
struct ClassifierLayer {
  std::string name;
  std::vector<Parameter<S>*> parameters;
};

/// The loss of the examples of one call.
struct ClassifierLoss {
  double nats = 0;          // cross-entropy, summed
  std::size_t correct = 0;  // examples whose largest logit is that of their target
};

/// Layers 0 … n−1, the head last. An example is a matrix at every level: level 0 is the example
/// itself (pixels [1, height·width], word ids [words, 1]), level l is the input of layer l, and
/// level n is its logits [1, classes]. If all layers below l are frozen, level l of an example
/// never changes. It can be kept ("features"), so that the forward pass need not be repeated.
///
/// An example's results do not depend on the other examples of its batch (kernels/gemm.h).
template <class S>  // float ships; double is what the gradient tests check
class LayeredClassifier {
 public:
  using Example = View<const S>;

  LayeredClassifier() = default;
  LayeredClassifier(const LayeredClassifier&) = delete;  // layers() returns pointers into it
  LayeredClassifier& operator=(const LayeredClassifier&) = delete;
  virtual ~LayeredClassifier() = default;

  /// Lowest layer first. Valid until replace_head().
  virtual std::vector<ClassifierLayer<S>> layers() = 0;
  virtual Index classes() const = 0;
  /// The default number of layers to freeze, from the lowest on: those whose features are general
  /// enough for other tasks. At least one layer is not among them.
  virtual std::size_t general_layers() { return layers().size() - 1; }

  /// Computes examples at level `to` from examples at level `from` ≤ to, without dropout.
  virtual void forward(std::span<const Example> x, std::size_t from, std::size_t to,
                       std::vector<Matrix<S>>& y) const = 0;

  /// Adds scale · ∂loss/∂θ to the gradients of layers `lowest` … n−1, and stops there. The examples
  /// are given at level `from` ≤ lowest. `rng` draws the dropout.
  virtual ClassifierLoss gradients(std::span<const Example> x, std::size_t from, std::size_t lowest,
                                   std::span<const std::int32_t> targets, Rng& rng, S scale) = 0;

  /// Replaces the head by a new one for other classes, with weights drawn from `rng`.
  virtual void replace_head(Index classes, Rng& rng) = 0;
};

}  // namespace preformer
