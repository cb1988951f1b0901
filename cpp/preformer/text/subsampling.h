// Subsampling of frequent words: a model skips most occurrences of words such as "the".
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace preformer {

/// Probability that an occurrence of each word is kept, as word2vec.c computes it:
///   keep(w) = min(1, √(t/f) + t/f),   f = count(w) / total,   t = sample
/// (the paper's formula, arXiv:1310.4546 §2.3, lacks the second term and keeps fewer). `sample` ≤ 0
/// keeps all. [V]
std::vector<float> keep_probabilities(std::span<const std::uint64_t> counts, std::uint64_t total,
                                      double sample);

}  // namespace preformer
