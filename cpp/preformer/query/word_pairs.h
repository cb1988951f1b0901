// Measures how well similarities agree with people's judgements, as gensim's evaluate_word_pairs
// does and in its file format: one pair per line (word, word, score); `#` starts a comment.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "preformer/base/matrix.h"
#include "preformer/text/vocabulary.h"

namespace preformer {

struct EvaluationOptions {
  std::int64_t restrict_vocab = 300000;  // only the most frequent words are known (gensim); 0: all
  bool case_insensitive = true;          // the most frequent spelling is used for all (gensim)
};

struct WordPairsResult {
  double spearman = 0;             // NaN if there are fewer than two pairs, or all values are equal
  double pearson = 0;              // likewise
  std::int64_t pairs = 0;          // pairs of known words, from which both are computed
  std::int64_t oov = 0;            // pairs left out because a word is unknown
  std::int64_t invalid_lines = 0;  // neither pair nor comment, such as a heading
  double oov_ratio() const {
    return pairs + oov == 0 ? 0.0 : static_cast<double>(oov) / static_cast<double>(pairs + oov);
  }
};

/// Fields are separated by tabs, in a line without tabs by commas, and otherwise by white space.
/// Throws BadFormat if the file has no pair, UnknownWord if it has no pair of known words.
WordPairsResult evaluate_word_pairs(const Vocabulary& vocabulary, const MatrixRef& vectors,
                                    std::string_view file, const EvaluationOptions& options = {});

/// Pearson's r = Σ(x−x̄)(y−ȳ) / √(Σ(x−x̄)² Σ(y−ȳ)²), within [−1, 1]; NaN if undefined.
double pearson_correlation(std::span<const double> x, std::span<const double> y);

/// Ranks 1 … n; equal values share the mean of their ranks.
std::vector<double> average_ranks(std::span<const double> values);

/// Spearman's ρ: Pearson's r of the average ranks.
double spearman_correlation(std::span<const double> x, std::span<const double> y);

}  // namespace preformer
