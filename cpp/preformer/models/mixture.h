// Two language models, averaged. Where their mistakes differ the average beats both: Bengio et al.
// 2003, §4 mix their network with a trigram at weight ½, and it always helped.
#pragma once

#include "preformer/models/language_model.h"

namespace preformer {

/// P(w) = weight · P_a(w) + (1 − weight) · P_b(w). Refers to both models, owns neither.
class Mixture final : public LanguageModel {
 public:
  Mixture(const LanguageModel& a, const LanguageModel& b, double weight = 0.5);

  Index classes() const override { return a_.classes(); }
  RowVector<float> next_word(WordIds before) const override;
  RowVector<float> previous_word(WordIds after) const override;
  RowVector<float> middle_word(WordIds before, WordIds after) const override;
  std::vector<std::vector<double>> score(std::span<const WordIds> sentences) const override;
  std::vector<std::vector<double>> score_backward(
      std::span<const WordIds> sentences) const override;

 private:
  RowVector<float> mix(const RowVector<float>& a, const RowVector<float>& b) const;
  std::vector<std::vector<double>> mix_scores(std::vector<std::vector<double>> a,
                                              const std::vector<std::vector<double>>& b) const;

  const LanguageModel& a_;
  const LanguageModel& b_;
  double weight_;
};

}  // namespace preformer
