// A classifier as a stack of layers, which is all that transfer learning sees of a model: layers
// are copied, frozen, given learning rates and cut off by their place in the stack.
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

/// A layer by name, lowest first: "conv1", …, "head".
template <class S>
struct ClassifierLayer {
  std::string name;
  std::vector<Parameter<S>*> parameters;
};

/// Of the examples of one call.
struct ClassifierLoss {
  double nats = 0;          // cross-entropy, summed
  std::size_t correct = 0;  // examples whose largest logit is their target's
};

/// Layers 0 … n−1, the head last. An example is a matrix at every level: level 0 is the example
/// itself (pixels [1, height·width], word ids [words, 1]), level l is what layer l reads, level n
/// its logits [1, classes]. Features are a level kept: where all layers below l are frozen, level l
/// of an example never changes, and its forward pass need not be repeated.
///
/// An example's numbers do not depend on the company it is computed in (kernels/gemm.h).
template <class S>  // float ships; double is what the gradient tests check
class LayeredClassifier {
 public:
  using Example = View<const S>;

  LayeredClassifier() = default;
  LayeredClassifier(const LayeredClassifier&) = delete;  // layers() points into it
  LayeredClassifier& operator=(const LayeredClassifier&) = delete;
  virtual ~LayeredClassifier() = default;

  /// Valid until replace_head().
  virtual std::vector<ClassifierLayer<S>> layers() = 0;
  virtual Index classes() const = 0;
  /// How many of the lowest layers to freeze where nobody says which: those whose features are
  /// general enough to serve another task as they are. At least one is left to learn.
  virtual std::size_t general_layers() { return layers().size() - 1; }

  /// Examples at level `from` → the same at level `to` ≥ from, without dropout. `y` keeps its
  /// memory.
  virtual void forward(std::span<const Example> x, std::size_t from, std::size_t to,
                       std::vector<Matrix<S>>& y) const = 0;

  /// Adds scale · ∂loss/∂θ to the gradients of layers `lowest` … n−1; nothing flows further down.
  /// The examples stand at level `from` ≤ lowest. `rng` draws the dropout.
  virtual ClassifierLoss gradients(std::span<const Example> x, std::size_t from, std::size_t lowest,
                                   std::span<const std::int32_t> targets, Rng& rng, S scale) = 0;

  /// A new head for other classes, its weights drawn from `rng`.
  virtual void replace_head(Index classes, Rng& rng) = 0;
};

}  // namespace preformer
