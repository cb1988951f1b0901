// Measures how well similarities agree with people's judgements, as gensim's evaluate_word_pairs
// does. query/evaluation_file.h says what files are read.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "preformer/base/matrix.h"
#include "preformer/text/left_out.h"
#include "preformer/text/vocabulary.h"

namespace preformer {

struct EvaluationOptions {
  std::int64_t restrict_vocab = 300000;  // only the most frequent words are known (gensim); 0: all
  bool case_insensitive = true;          // the most frequent spelling is used for all (gensim)
  bool strict = false;                   // refuse a file with a line that cannot be read
};

/// Why pairs have no correlation.
enum class NoCorrelation { kNone, kOnePair, kEqualScores, kEqualSimilarities };

struct WordPairsResult {
  double spearman = 0;     // NaN if there is none; `reason` says why
  double pearson = 0;      // likewise
  std::int64_t pairs = 0;  // pairs of known words, from which both are computed
  std::int64_t oov = 0;    // pairs left out because a word is unknown
  std::string unknown;     // the first such word
  NoCorrelation reason = NoCorrelation::kNone;
  LineCounts lines;
  double oov_ratio() const {
    return pairs + oov == 0 ? 0.0 : static_cast<double>(oov) / static_cast<double>(pairs + oov);
  }
};

/// Throws BadFormat if the file has no pair, UnknownWord if it has no pair of known words.
WordPairsResult evaluate_word_pairs(const Vocabulary& vocabulary, const MatrixRef& vectors,
                                    std::string_view file, const EvaluationOptions& options = {});

/// Throws BadFormat for the first line that was left out, if there is one. `format` says what a
/// line must be.
void require_whole(const LineCounts& lines, const std::string& format);

/// Pearson's r = Σ(x−x̄)(y−ȳ) / √(Σ(x−x̄)² Σ(y−ȳ)²), within [−1, 1]; NaN if undefined.
double pearson_correlation(std::span<const double> x, std::span<const double> y);

/// Ranks 1 … n; equal values share the mean of their ranks.
std::vector<double> average_ranks(std::span<const double> values);

/// Spearman's ρ: Pearson's r of the average ranks.
double spearman_correlation(std::span<const double> x, std::span<const double> y);

}  // namespace preformer
