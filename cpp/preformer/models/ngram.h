// The n-gram model that neural models are compared with: a weighted mean of the relative
// frequencies of words after the 0, 1 and 2 words before them.
//
//   P(i | j k) = α₀(q)·1/(V+1) + α₁(q)·f(i) + α₂(q)·f(i|k) + α₃(q)·f(i|j k)      Σ_m α_m(q) = 1
//
// "Deleted interpolation" of Jelinek & Mercer 1980, as Bengio et al. 2003, §4 write it: the weights
// depend on how often the history j k was seen, in buckets q.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "preformer/models/language_model.h"
#include "preformer/models/ngram_weights.h"

namespace preformer {

/// Counts of words after histories of one length. A history of words … j, k is packed into
/// (… · 2²¹ + j) · 2²¹ + k; the history of length 0 is 0.
class NgramCounts {
 public:
  static constexpr int kWordBits = 21;

  struct History {
    std::uint64_t total = 0;          // how often it was seen; if 0, the range is empty
    std::size_t first = 0, last = 0;  // the range of its entries
  };

  NgramCounts() = default;
  /// From one key (history · 2²¹ + word) per token, in any order.
  explicit NgramCounts(std::vector<std::uint64_t> keys);

  History find(std::uint64_t history) const;
  /// How often the word of `key` follows the history.
  std::uint32_t count(const History& history, std::uint64_t key) const;

  std::size_t entries() const { return keys_.size(); }
  std::uint64_t key(std::size_t entry) const { return keys_[entry]; }
  std::uint32_t count(std::size_t entry) const { return counts_[entry]; }

 private:
  std::vector<std::uint64_t> keys_;  // ascending, hence grouped by history
  std::vector<std::uint32_t> counts_;
  std::vector<std::uint64_t> histories_;  // ascending
  std::vector<std::uint32_t> first_;      // their first entries; one element more for the end
  std::vector<std::uint32_t> totals_;
};

class Ngram final : public LanguageModel {
 public:
  static constexpr int kMaxOrder = 3;
  using Weights = std::array<double, kMaxOrder + 1>;  // α₀ … α_order, the rest 0

  /// `order` 1, 2 or 3. Sentence s is ids[offset s … offset s+1), ids 0 … V−1.
  /// Throws TooLarge beyond 2²¹ classes.
  Ngram(std::span<const std::int32_t> ids, std::span<const std::size_t> sentence_offsets,
        std::int32_t vocabulary, int order);

  Index classes() const override { return vocabulary_ + 2; }
  RowVector<float> next_word(WordIds before) const override;
  std::vector<std::vector<double>> score(std::span<const WordIds> sentences) const override;

  /// The weights of a history that was seen this many `times`. Buckets are powers of two: 0, 1,
  /// 2–3, 4–7, … (the paper's are powers of e, without one for histories never seen).
  const Weights& weights(std::uint64_t times) const;

 private:
  static constexpr std::size_t kBuckets = 65;
  using Histories = std::array<NgramCounts::History, kMaxOrder>;  // by length

  std::uint64_t history_of(WordIds before) const;
  template <class F>
  void for_each_token(std::span<const std::int32_t> ids, std::span<const std::size_t> offsets,
                      F&& f) const;
  void count_tokens(std::span<const std::int32_t> ids, std::span<const std::size_t> offsets);
  void estimate_weights();
  NgramWeights::Event event_of(std::uint64_t history, std::int32_t word,
                               const Histories& seen) const;
  /// Looks the history up at every length up to order − 1.
  Histories find(std::uint64_t history) const;
  /// The weights of the history, rescaled to the lengths at which it was seen.
  Weights weights_of(const Histories& seen) const;
  double probability(std::uint64_t history, std::int32_t word) const;

  std::int32_t vocabulary_;
  int order_;
  std::array<NgramCounts, kMaxOrder> counts_;  // by length of the history
  std::vector<Weights> weights_;               // by bucket
};

}  // namespace preformer
