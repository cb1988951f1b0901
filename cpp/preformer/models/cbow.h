// CBOW (Mikolov et al. 2013, arXiv:1301.3781 §3.1): the mean of the context words predicts the
// centre word. A window of m context words has the weight m / m̄, where m̄ is the mean number of
// context words of a window:
//
//   h = 1/m Σ_c x_c      loss = −m/m̄ ln p(centre | h)      ∂loss/∂x_c = −1/m̄ ∂ ln p/∂h
//
// In Skip-gram a window has a weight proportional to m, too, because m words predict the centre
// word. word2vec.c adds the gradient with respect to h undivided to every x_c, which is not the
// gradient of a loss (İrsoy et al. 2021, arXiv:2012.15332). With the weight m / m̄, as in
// word2vec.c, a context word moves equally far in large and in small windows.
#pragma once

#include <memory>
#include <utility>

#include "preformer/models/word2vec.h"

namespace preformer {

template <class S>
class Cbow final : public Word2Vec<S> {
 public:
  /// `mean_contexts`: m̄.
  Cbow(Index vocabulary, Index dims, std::unique_ptr<OutputLayer<S>> output, S mean_contexts,
       Rng& rng)
      : Word2Vec<S>(vocabulary, dims, std::move(output), rng), mean_contexts_(mean_contexts) {}

  /// Returns −ln p(centre | h), without the weight.
  double step(std::span<const std::int32_t> contexts, std::int32_t centre, S alpha, Rng& rng,
              Word2VecScratch<S>& scratch) override {
    const S share = S(1) / S(contexts.size()), weight = S(contexts.size()) / mean_contexts_;
    scratch.inputs.clear();
    for (const std::int32_t id : contexts) scratch.inputs.push_back(this->vector(id));
    const Rows<S> inputs{scratch.inputs.data(), static_cast<Index>(contexts.size())};
    scratch.mean.resize(static_cast<std::size_t>(this->dims()));
    S* const mean = scratch.mean.data();
    combine_rows(&share, 0, 0, inputs, this->dims(), {&mean, 1}, Combine::kOverwrite);

    const double loss = this->run_window({&mean, 1}, centre, weight * alpha, rng, scratch);
    S* const dh = scratch.step.dx(0);
    combine_rows(&share, 0, 0, {&dh, 1}, this->dims(), inputs, Combine::kAdd);
    return loss;
  }

  std::uint64_t predictions(std::size_t) const override { return 1; }

 private:
  S mean_contexts_;
};

}  // namespace preformer
