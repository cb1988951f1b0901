// CBOW (Mikolov et al. 2013, arXiv:1301.3781 §3.1): the mean of the window predicts the centre
// word, loss = −ln p(centre | h).
//
//   h = 1/m Σ_c x_c          ∂loss/∂x_c = 1/m · ∂loss/∂h
//
// word2vec.c leaves out the second 1/m; here it stays (İrsoy et al. 2021, arXiv:2012.15332), so
// that the update is the gradient. CBOW then wants a larger learning rate.
#pragma once

#include <algorithm>

#include "preformer/models/word2vec.h"

namespace preformer {

template <class S>
class Cbow final : public Word2Vec<S> {
 public:
  using Word2Vec<S>::Word2Vec;

  double step(std::span<const std::int32_t> contexts, std::int32_t centre, S alpha, Rng& rng,
              Word2VecScratch<S>& scratch) override {
    const S share = S(1) / S(contexts.size());
    scratch.mean.assign(static_cast<std::size_t>(this->dims()), S(0));
    S* const mean = scratch.mean.data();
    for (const std::int32_t id : contexts) add_scaled(mean, this->vector(id), share, this->dims());

    const double loss = this->run_window({&mean, 1}, centre, alpha, rng, scratch);
    for (const std::int32_t id : contexts) {
      add_scaled(this->vector(id), scratch.step.dx(0), share, this->dims());
    }
    return loss;
  }

  std::uint64_t predictions(std::size_t) const override { return 1; }
};

}  // namespace preformer
