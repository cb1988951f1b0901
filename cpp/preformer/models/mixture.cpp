#include "preformer/models/mixture.h"

#include <utility>

#include "preformer/base/fast_math.h"

namespace preformer {

Mixture::Mixture(const LanguageModel& a, const LanguageModel& b, double weight)
    : a_(a), b_(b), weight_(weight) {
  eigen_assert(a.classes() == b.classes() && weight >= 0 && weight <= 1);
}

RowVector<float> Mixture::mix(const RowVector<float>& a, const RowVector<float>& b) const {
  return static_cast<float>(weight_) * a + static_cast<float>(1 - weight_) * b;
}

/// ln (w·eᵃ + (1−w)·eᵇ), token by token.
std::vector<std::vector<double>> Mixture::mix_scores(
    std::vector<std::vector<double>> a, const std::vector<std::vector<double>>& b) const {
  for (std::size_t s = 0; s < a.size(); ++s) {
    for (std::size_t at = 0; at < a[s].size(); ++at) {
      a[s][at] = math::log(weight_ * math::exp(a[s][at]) + (1 - weight_) * math::exp(b[s][at]));
    }
  }
  return a;
}

RowVector<float> Mixture::next_word(WordIds before) const {
  return mix(a_.next_word(before), b_.next_word(before));
}
RowVector<float> Mixture::previous_word(WordIds after) const {
  return mix(a_.previous_word(after), b_.previous_word(after));
}
RowVector<float> Mixture::middle_word(WordIds before, WordIds after) const {
  return mix(a_.middle_word(before, after), b_.middle_word(before, after));
}
std::vector<std::vector<double>> Mixture::score(std::span<const WordIds> sentences) const {
  return mix_scores(a_.score(sentences), b_.score(sentences));
}
std::vector<std::vector<double>> Mixture::score_backward(std::span<const WordIds> sentences) const {
  return mix_scores(a_.score_backward(sentences), b_.score_backward(sentences));
}

}  // namespace preformer
