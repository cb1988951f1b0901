// Classifies sentences by the average of their words' vectors, which can be copied from Skip-gram,
// CBOW or NNLM. The same model as fastText's classifier (Joulin et al. 2016, arXiv:1607.01759).
//
//   m       = 1/n Σ_k v(w_k)
//   logits  = W dropout(m) + b
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "preformer/models/classifier_head.h"
#include "preformer/nn/embedding.h"

namespace preformer {

/// The table of vectors.
struct VectorTable {
  Index rows = 0;              // V; for NNLM, with rows for <s> and </s>, V + 2
  Index dims = 0;              // D
  std::string name = "input";  // its name in CBOW and Skip-gram; in NNLM "embedding"
};

/// Layers "vectors" and "head". Word order has no influence.
///
///   level 0   word ids   [n, 1], n ≥ 1
///   level 1   m          [1, D]
///   level 2   logits     [1, classes]
template <class S>  // float ships; double is what the gradient tests check
class VectorClassifier final : public LayeredClassifier<S> {
 public:
  using typename LayeredClassifier<S>::Example;

  /// Vectors start as U(−½, ½)·√(12/D), with variance 1/D, so the norm of m starts near 1/√n.
  PREFORMER_COLD VectorClassifier(const VectorTable& table, const ClassifierHead& head, Rng& rng);

  PREFORMER_COLD std::vector<ClassifierLayer<S>> layers() override;
  Index classes() const override { return head_.classes(); }
  void forward(std::span<const Example> x, std::size_t from, std::size_t to,
               std::vector<Matrix<S>>& y) const override;
  ClassifierLoss gradients(std::span<const Example> x, std::size_t from, std::size_t lowest,
                           std::span<const std::int32_t> targets, Rng& rng, S scale) override;
  PREFORMER_COLD void replace_head(Index classes, Rng& rng) override {
    head_.replace(classes, rng);
  }

 private:
  void average(std::span<const Example> x, std::size_t from, Matrix<S>& means) const;

  Embedding<S> vectors_;
  SoftmaxHead<S> head_;
  Matrix<S> means_, dmeans_, dvectors_;  // of the batch
  std::vector<std::int32_t> ids_;
};

extern template class VectorClassifier<float>;
extern template class VectorClassifier<double>;

}  // namespace preformer
