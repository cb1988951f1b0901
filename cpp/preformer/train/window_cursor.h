// A position in one sentence of the training text: its words after subsampling, the next centre
// word and the context around it. Word2VecTrainer has one, ParallelWord2VecTrainer one per thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "preformer/base/cold.h"
#include "preformer/base/rng.h"
#include "preformer/models/window_group.h"
#include "preformer/text/context_window.h"

namespace preformer {

class WindowCursor {
 public:
  /// No sentence: find() returns false.
  void clear() {
    kept_.clear();
    position_ = 0;
  }

  /// Goes to the beginning of a sentence and draws which of its words stay, before windows are cut:
  /// so windows reach further. `keep`: the probability of every word id to stay; empty keeps all.
  void begin(std::span<const std::int32_t> sentence, std::span<const float> keep, Rng& rng) {
    clear();
    for (const std::int32_t id : sentence) {
      if (keep.empty() || rng.uniform() < keep[static_cast<std::size_t>(id)]) kept_.push_back(id);
    }
  }

  /// Goes to the next centre word that has a context, the current one included. Draws the radius of
  /// every window it looks at. Returns false at the end of the sentence.
  bool find(int window, Rng& rng) {
    for (; !at_end(); ++position_) {
      radius_ = context_radius(window, rng);
      gather_context(kept_, position_, radius_, contexts_);
      if (!contexts_.empty()) return true;
    }
    return false;
  }

  /// Goes to the next group of at most `count` centre words, fewer at the end of the sentence.
  /// Draws the radius of every window. Returns false at the end.
  PREFORMER_COLD bool find_group(int window, int count, Rng& rng) {
    radii_.clear();
    if (kept_.size() < 2) position_ = kept_.size();  // no context
    const std::size_t size = std::min(static_cast<std::size_t>(count), kept_.size() - position_);
    for (std::size_t w = 0; w < size; ++w) radii_.push_back(context_radius(window, rng));
    return size > 0;
  }
  /// After find_group().
  WindowGroup group() const { return {kept_, position_, radii_}; }
  void advance_group() { position_ += radii_.size(); }

  /// After find(): the window.
  std::int32_t centre() const { return kept_[position_]; }
  const std::vector<std::int32_t>& contexts() const { return contexts_; }
  int radius() const { return radius_; }
  /// Leaves the window.
  void advance() { ++position_; }

  bool at_end() const { return position_ >= kept_.size(); }
  std::size_t position() const { return position_; }

  /// How many of the sentence's `length` tokens have been read. Those that subsampling dropped
  /// count in proportion; 0 if it dropped all.
  std::size_t tokens_read(std::size_t length) const {
    if (kept_.size() == length) return position_;  // without a division, in every step
    return kept_.empty() ? 0 : length * position_ / kept_.size();
  }

  /// The share of the words that stayed.
  double share_read() const {
    return kept_.empty() ? 0 : static_cast<double>(position_) / static_cast<double>(kept_.size());
  }

  /// The sentence after subsampling.
  const std::vector<std::int32_t>& kept_words() const { return kept_; }

  /// For checkpoints.
  std::vector<std::int32_t>& kept_words() { return kept_; }
  void set_position(std::size_t position) { position_ = position; }

 private:
  std::vector<std::int32_t> kept_;      // the words that survived subsampling
  std::size_t position_ = 0;            // the next centre word in kept_
  std::vector<std::int32_t> contexts_;  // of the window found last
  int radius_ = 0;                      // of that window
  std::vector<int> radii_;              // of the group found last
};

}  // namespace preformer
