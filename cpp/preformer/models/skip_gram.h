// Skip-gram (Mikolov et al. 2013, arXiv:1301.3781 §3.2): every word of the window predicts the
// centre word,  loss = −Σ_c ln p(centre | c).  That is word2vec.c's direction; the paper's text has
// the centre word predict the others. Over a whole corpus the pairs are the same.
#pragma once

#include "preformer/kernels/add_scaled.h"
#include "preformer/models/word2vec.h"

namespace preformer {

template <class S>
class SkipGram final : public Word2Vec<S> {
 public:
  using Word2Vec<S>::Word2Vec;

  double step(std::span<const std::int32_t> contexts, std::int32_t centre, S alpha, Rng& rng,
              Word2VecScratch<S>& scratch) override {
    scratch.inputs.clear();
    for (const std::int32_t id : contexts) scratch.inputs.push_back(this->vector(id));
    const Rows<S> inputs{scratch.inputs.data(), static_cast<Index>(contexts.size())};

    const double loss = this->run_window(inputs, centre, alpha, rng, scratch);
    for (Index i = 0; i < inputs.count; ++i) {
      add_scaled(inputs.row[i], scratch.step.dx(i), S(1), this->dims());
    }
    return loss;
  }

  std::uint64_t predictions(std::size_t contexts) const override { return contexts; }
};

}  // namespace preformer
