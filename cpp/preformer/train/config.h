// What defines a training run. Same corpus + same config = same bits.
#pragma once

#include <cstdint>
#include <string_view>

#include "preformer/base/error.h"

namespace preformer {

enum class ModelKind { kOneHot, kCbow, kSkipGram };
enum class Objective { kFullSoftmax, kHierarchicalSoftmax, kNegativeSampling };

/// The names users write: "one-hot", "cbow", "skip-gram". Unknown names throw BadParameter.
std::string_view model_name(ModelKind kind);
ModelKind parse_model(std::string_view name);

/// "softmax", "hierarchical-softmax", "negative-sampling".
std::string_view objective_name(Objective objective);
Objective parse_objective(std::string_view name);

struct TrainConfig {
  ModelKind model = ModelKind::kSkipGram;
  Objective objective = Objective::kNegativeSampling;
  int vector_size = 32;       // D; toy corpora need no more (word2vec.c: 100)
  int window = 5;             // largest radius of a context window (word2vec.c)
  int negative = 5;           // K, negative samples a window (word2vec.c; arXiv:1310.4546 §2.2)
  double ns_exponent = 0.75;  // noise distribution f^0.75 (arXiv:1310.4546 §2.2)
  double sample = 0.0;        // subsampling threshold t; 0 keeps all: 1e-3 would erase a toy corpus
  double alpha = 0.05;        // initial learning rate; see default_alpha()
  double min_alpha = 1e-4;    // floor of the linear decay (gensim)
  int epochs = 10;            // passes over the corpus
  std::uint64_t seed = 1;

  /// Throws BadParameter naming the first field out of range, its value and the range.
  void validate() const;
};

/// The learning rate a model starts from when none is given. CBOW divides its gradient by the
/// number of context words (docs/math.md), so it needs a larger one than Skip-gram.
double default_alpha(ModelKind model);

}  // namespace preformer
