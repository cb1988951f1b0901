#include "preformer/models/ngram.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string>
#include <utility>

#include "preformer/base/fast_math.h"
#include "preformer/text/sentence_boundaries.h"

namespace preformer {

namespace {

constexpr int kWordBits = NgramCounts::kWordBits;

/// The last `words` words of a packed history.
constexpr std::uint64_t suffix(std::uint64_t history, int words) {
  return history & ((std::uint64_t{1} << (words * kWordBits)) - 1);
}

constexpr std::uint64_t key_of(std::uint64_t history, std::int32_t word) {
  return history << kWordBits | static_cast<std::uint64_t>(word);
}

std::size_t bucket_of(std::uint64_t times) {
  return static_cast<std::size_t>(std::bit_width(times));
}

}  // namespace

NgramCounts::NgramCounts(std::vector<std::uint64_t> keys) : keys_(std::move(keys)) {
  std::sort(keys_.begin(), keys_.end());
  std::size_t entries = 0;
  for (const std::uint64_t key : keys_) {  // what stays moves to places that were read
    const std::uint64_t history = key >> kWordBits;
    if (entries > 0 && keys_[entries - 1] == key) {
      ++counts_.back();
      ++totals_.back();
      continue;
    }
    if (histories_.empty() || histories_.back() != history) {
      histories_.push_back(history);
      first_.push_back(static_cast<std::uint32_t>(entries));
      totals_.push_back(0);
    }
    keys_[entries++] = key;
    counts_.push_back(1);
    ++totals_.back();
  }
  keys_.resize(entries);
  keys_.shrink_to_fit();
  first_.push_back(static_cast<std::uint32_t>(entries));
}

NgramCounts::History NgramCounts::find(std::uint64_t history) const {
  const auto found = std::lower_bound(histories_.begin(), histories_.end(), history);
  if (found == histories_.end() || *found != history) return {};
  const auto at = static_cast<std::size_t>(found - histories_.begin());
  return {totals_[at], first_[at], first_[at + 1]};
}

std::uint32_t NgramCounts::count(const History& history, std::uint64_t key) const {
  const auto first = keys_.begin() + static_cast<std::ptrdiff_t>(history.first);
  const auto last = keys_.begin() + static_cast<std::ptrdiff_t>(history.last);
  const auto found = std::lower_bound(first, last, key);
  if (found == last || *found != key) return 0;
  return counts_[static_cast<std::size_t>(found - keys_.begin())];
}

Ngram::Ngram(std::span<const std::int32_t> ids, std::span<const std::size_t> sentence_offsets,
             std::int32_t vocabulary, int order)
    : vocabulary_(vocabulary), order_(order) {
  eigen_assert(order >= 1 && order <= kMaxOrder);
  constexpr std::int64_t kMostClasses = std::int64_t{1} << kWordBits;
  if (std::int64_t{vocabulary} + 2 > kMostClasses) {
    throw Error(
        ErrorCode::kTooLarge,
        "An n-gram model counts at most " + std::to_string(kMostClasses - 2) +
            " different words. Raise the minimum count.",
        {"vocabulary", std::to_string(vocabulary), "1 to " + std::to_string(kMostClasses - 2)});
  }
  count_tokens(ids, sentence_offsets);
  estimate_weights();
}

void Ngram::count_tokens(std::span<const std::int32_t> ids, std::span<const std::size_t> offsets) {
  for (int length = 0; length < order_; ++length) {
    std::vector<std::uint64_t> keys;
    keys.reserve(ids.size() + offsets.size());
    for_each_token(ids, offsets, [&](std::uint64_t history, std::int32_t word) {
      keys.push_back(key_of(suffix(history, length), word));
    });
    counts_[static_cast<std::size_t>(length)] = NgramCounts(std::move(keys));
  }
}

/// Calls f(history, word) for all words of the sentences and for their ends.
template <class F>
void Ngram::for_each_token(std::span<const std::int32_t> ids, std::span<const std::size_t> offsets,
                           F&& f) const {
  for (std::size_t s = 0; s + 1 < offsets.size(); ++s) {
    std::uint64_t history = history_of({});
    for (std::size_t at = offsets[s]; at <= offsets[s + 1]; ++at) {
      const std::int32_t word = at < offsets[s + 1] ? ids[at] : end_id(vocabulary_);
      f(history, word);
      history = suffix(key_of(history, word), kMaxOrder - 1);
    }
  }
}

/// Every frequency of `word` after `history`, once one such token is taken out of the counts:
/// f(i|h) = (count(h i) − 1) / (count(h) − 1).
NgramWeights::Event Ngram::event_of(std::uint64_t history, std::int32_t word,
                                    const Histories& seen) const {
  const auto longest = static_cast<std::size_t>(order_ - 1);
  NgramWeights::Event event;
  event.bucket = static_cast<std::uint32_t>(bucket_of(seen[longest].total - 1));
  event.frequency[0] = 1.0f / static_cast<float>(vocabulary_ + 1);
  for (int length = 0; length < order_; ++length) {
    const auto n = static_cast<std::size_t>(length);
    if (seen[n].total <= 1) continue;
    const std::uint32_t count = counts_[n].count(seen[n], key_of(suffix(history, length), word));
    event.frequency[n + 1] = static_cast<float>(double(count - 1) / double(seen[n].total - 1));
  }
  return event;
}

/// EM on leave-one-out frequencies: each token is predicted from the counts of all other tokens.
/// The tokens of one n-gram share one prediction.
void Ngram::estimate_weights() {
  const NgramCounts& longest = counts_[static_cast<std::size_t>(order_ - 1)];
  NgramWeights estimate(order_, kBuckets, longest.entries());
  Histories seen;
  std::uint64_t previous = ~std::uint64_t{0};
  for (std::size_t entry = 0; entry < longest.entries(); ++entry) {
    const std::uint64_t history = longest.key(entry) >> kWordBits;
    const auto word = static_cast<std::int32_t>(suffix(longest.key(entry), 1));
    if (history != previous) seen = find(history);
    previous = history;
    NgramWeights::Event event = event_of(history, word, seen);
    event.times = longest.count(entry);
    estimate.add(event);
  }
  weights_ = estimate.run();
}

std::uint64_t Ngram::history_of(WordIds before) const {
  const auto begin = static_cast<std::uint64_t>(begin_id(vocabulary_));
  std::uint64_t history = begin << kWordBits | begin;
  const std::size_t known = std::min<std::size_t>(before.size(), kMaxOrder - 1);
  for (const std::int32_t word : before.last(known)) {
    history = suffix(key_of(history, word), kMaxOrder - 1);
  }
  return history;
}

const Ngram::Weights& Ngram::weights(std::uint64_t times) const {
  return weights_[bucket_of(times)];
}

Ngram::Histories Ngram::find(std::uint64_t history) const {
  Histories seen;
  for (int length = 0; length < order_; ++length) {
    const auto n = static_cast<std::size_t>(length);
    seen[n] = counts_[n].find(suffix(history, length));
  }
  return seen;
}

Ngram::Weights Ngram::weights_of(const Histories& seen) const {
  Weights alpha = weights(seen[static_cast<std::size_t>(order_ - 1)].total);
  double available = alpha[0];
  for (std::size_t n = 0; n < static_cast<std::size_t>(order_); ++n) {
    if (seen[n].total == 0) alpha[n + 1] = 0;
    available += alpha[n + 1];
  }
  for (double& a : alpha) a /= available;
  return alpha;
}

double Ngram::probability(std::uint64_t history, std::int32_t word) const {
  if (word == begin_id(vocabulary_)) return 0;
  const Histories seen = find(history);
  const Weights alpha = weights_of(seen);
  double p = alpha[0] / double(vocabulary_ + 1);
  for (int length = 0; length < order_; ++length) {
    const auto n = static_cast<std::size_t>(length);
    if (seen[n].total == 0) continue;
    const std::uint32_t count = counts_[n].count(seen[n], key_of(suffix(history, length), word));
    p += alpha[n + 1] * double(count) / double(seen[n].total);
  }
  return p;
}

RowVector<float> Ngram::next_word(WordIds before) const {
  const std::uint64_t history = history_of(before);
  const Histories seen = find(history);
  const Weights alpha = weights_of(seen);
  std::vector<double> p(static_cast<std::size_t>(classes()), alpha[0] / double(vocabulary_ + 1));
  p[static_cast<std::size_t>(begin_id(vocabulary_))] = 0;
  for (int length = 0; length < order_; ++length) {
    const auto n = static_cast<std::size_t>(length);
    for (std::size_t entry = seen[n].first; entry < seen[n].last; ++entry) {
      p[suffix(counts_[n].key(entry), 1)] +=
          alpha[n + 1] * double(counts_[n].count(entry)) / double(seen[n].total);
    }
  }
  return Eigen::Map<const RowVector<double>>(p.data(), classes()).cast<float>();
}

std::vector<std::vector<double>> Ngram::score(std::span<const WordIds> sentences) const {
  std::vector<std::vector<double>> scores;
  for (const WordIds sentence : sentences) {
    std::vector<double>& nats = scores.emplace_back();
    std::uint64_t history = history_of({});
    for (std::size_t at = 0; at <= sentence.size(); ++at) {
      const std::int32_t word = at < sentence.size() ? sentence[at] : end_id(vocabulary_);
      nats.push_back(math::log(probability(history, word)));
      history = suffix(key_of(history, word), kMaxOrder - 1);
    }
  }
  return scores;
}

}  // namespace preformer
