#include "preformer/text/phrases.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "preformer/base/error.h"
#include "preformer/base/sort.h"

namespace preformer {

void Phrases::token(std::string_view utf8) {
  if (utf8.empty() || utf8.size() > kMaxTokenBytes) return;
  const std::int32_t id = words_.insert(utf8);
  if (static_cast<std::size_t>(id) == counts_.size()) counts_.push_back(0);
  ++counts_[static_cast<std::size_t>(id)];
  if (before_ != kNone) ++pairs_[key(before_, id)];
  before_ = id;
}

std::vector<Phrase> Phrases::choose(const PhraseOptions& options) {
  if (options.min_count < 1) {
    throw Error(ErrorCode::kBadParameter, "phrases.minCount must be a whole number from 1.",
                {"phrases.minCount", std::to_string(options.min_count), "a whole number from 1"});
  }
  if (!std::isfinite(options.threshold)) {
    throw Error(ErrorCode::kBadParameter, "phrases.threshold must be a number.",
                {"phrases.threshold", std::to_string(options.threshold), "a number"});
  }
  const double kinds = static_cast<double>(words_.size()) + static_cast<double>(pairs_.size());
  chosen_.clear();
  std::vector<Phrase> found;
  for (const auto& [pair, count] : pairs_) {
    const auto a = static_cast<std::int32_t>(pair >> 32);
    const auto b = static_cast<std::int32_t>(pair & 0xffffffff);
    const auto count_of = [&](std::int32_t id) {
      return static_cast<double>(counts_[static_cast<std::size_t>(id)]);
    };
    // In gensim's order of operations, so that a score at the threshold falls on the same side.
    const double above = static_cast<double>(count) - static_cast<double>(options.min_count);
    const double score = above / (count_of(a) * count_of(b)) * kinds;
    if (static_cast<std::int64_t>(count) < options.min_count || !(score > options.threshold)) {
      continue;
    }
    chosen_.emplace(pair, count);
    std::string text(words_[a]);
    text += kPhraseDelimiter;
    text += words_[b];
    found.push_back({std::move(text), count, score});
  }
  const auto order = sorted_indices(found.size(), [&found](std::size_t i, std::size_t j) {
    const Phrase &a = found[i], &b = found[j];
    return a.score != b.score ? a.score > b.score : a.text < b.text;
  });
  std::vector<Phrase> sorted;
  sorted.reserve(found.size());
  for (const std::size_t i : order) sorted.push_back(std::move(found[i]));
  return sorted;
}

void PhraseJoiner::token(std::string_view utf8) {
  if (utf8.empty()) return;
  const auto known = phrases_.words_.find(utf8);
  const std::int32_t id = known ? *known : Phrases::kNone;
  if (holds_ && phrases_.joins(id_, id)) {
    held_ += kPhraseDelimiter;
    held_ += utf8;
    id_ = Phrases::kNone;  // nothing is joined to a joined word
    flush();
    return;
  }
  flush();
  held_ = utf8;
  id_ = id;
  holds_ = true;
}

void PhraseJoiner::flush() {
  if (holds_) next_.token(held_);
  holds_ = false;
}

void PhraseJoiner::end_sentence() {
  flush();
  next_.end_sentence();
}

}  // namespace preformer
