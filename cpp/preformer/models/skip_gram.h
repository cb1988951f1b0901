// Skip-gram (Mikolov et al. 2013, arXiv:1301.3781 §3.2): every word of the window predicts the
// centre word,  loss = −Σ_c ln p(centre | c).  That is word2vec.c's direction; the paper's text has
// the centre word predict the others. Over a whole corpus the pairs are the same.
#pragma once

#include "preformer/base/cold.h"
#include "preformer/kernels/add_scaled.h"
#include "preformer/models/window_group.h"
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

  /// Trains on several windows that share their negative samples, as one minibatch. Needs an output
  /// layer with negative sampling. The samples are those that step() would draw for the first
  /// window. Returns the loss before the update: nats, summed over all predictions.
  double step_group(const WindowGroup& windows, S alpha, Rng& rng, Word2VecScratch<S>& scratch) {
    StepGroup<S>& group = scratch.group;
    gather(windows, group);
    this->output().choose(windows.words[windows.first], rng, scratch.choice);
    group.negatives.assign(scratch.choice.rows.begin() + 1, scratch.choice.rows.end());
    return scratch.group_step.run(group, this->dims(), alpha);
  }

  std::uint64_t predictions(std::size_t contexts) const override { return contexts; }

 private:
  /// The centre words, their contexts and how many windows each position is a context in.
  PREFORMER_COLD void gather(const WindowGroup& windows, StepGroup<S>& group) {
    group.clear();
    const WindowGroup::Reach span = windows.span();
    group.weights.assign(span.end - span.begin, S(0));
    for (std::size_t p = span.begin; p < span.end; ++p) {
      group.inputs.push_back(this->vector(windows.words[p]));
    }
    Matrix<S>& outputs = this->output().weight().value;
    for (std::size_t w = 0; w < windows.radii.size(); ++w) {
      const WindowGroup::Reach reach = windows.reach(w);
      group.centres.push_back(outputs.row(windows.words[reach.centre]).data());
      for (std::size_t p = reach.begin; p < reach.end; ++p) {
        if (p == reach.centre) continue;
        group.pairs.push_back(static_cast<Index>(p - span.begin));
        group.weights[p - span.begin] += S(1);
      }
      group.ends.push_back(static_cast<Index>(group.pairs.size()));
    }
  }
};

}  // namespace preformer
