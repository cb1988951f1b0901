// What a biLM reads and predicts at each place of a batch. A sentence w₁ … wₙ is
//
//   forward    reads <s>  w₁ … wₙ     predicts w₁ … wₙ </s>
//   backward   reads </s> wₙ … w₁     predicts wₙ … w₁ <s>
//
// which takes n + 1 steps either way. All matrices are time-major: place t·B + b is sequence b at
// step t.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "preformer/base/matrix.h"

namespace preformer {

/// B sentences of T words each, without boundaries, time-major: [T·B].
struct SentenceBatch {
  Index steps;  // T; 0 is an empty sentence
  Index batch;  // B
  std::span<const std::int32_t> ids;
};

enum Direction { kForward = 0, kBackward = 1 };

/// What one direction reads and predicts: two lists of T·B ids.
struct TokenSequence {
  std::vector<std::int32_t> inputs, targets;
};

/// A batch of any cut: whole sentences, or pieces of streams.
struct TokenBatch {
  Index batch = 0;              // B
  TokenSequence directions[2];  // forward, backward

  Index places() const { return static_cast<Index>(directions[kForward].inputs.size()); }
};

/// One direction of a sentence batch: T + 1 steps. `sequence` keeps its memory.
void read_sentences(const SentenceBatch& sentences, Direction direction, std::int32_t vocabulary,
                    TokenSequence& sequence);

/// bilm-tf's training data: B streams, each of which takes the next sentence of the text as soon
/// as it has read one to its end, so that every batch is full whatever the sentences' lengths. Made
/// for a state that is carried from one batch to the next. The backward direction reads the same
/// sentences, each from its end.
class SentenceStreams {
 public:
  /// Sentence s is ids[offsets[s] … offsets[s+1]).
  SentenceStreams(std::span<const std::int32_t> ids, std::span<const std::size_t> offsets,
                  std::int32_t vocabulary, Index batch)
      : ids_(ids), offsets_(offsets), vocabulary_(vocabulary) {
    rows_.resize(static_cast<std::size_t>(batch));
    restart();
  }

  /// Back to the first sentence, every stream between two sentences.
  void restart();

  /// The next `steps` places of every stream. After the last sentence the first one follows, so
  /// that the streams never end; words() tells how far they are. False if there is no text.
  bool next(Index steps, TokenBatch& batch);

  /// Words read since restart(), by all streams together.
  std::uint64_t words() const { return words_; }

  /// Where the streams stand: the sentence that comes next, then sentence and step of each row
  /// (−1, 0 between two sentences). For checkpoints; set_position refuses what does not fit.
  std::vector<std::int32_t> position() const;
  void set_position(std::span<const std::int32_t> position);

 private:
  struct Row {
    std::int32_t sentence = -1;
    std::int32_t step = 0;
  };
  std::span<const std::int32_t> sentence(std::int32_t s) const {
    const auto at = static_cast<std::size_t>(s);
    return ids_.subspan(offsets_[at], offsets_[at + 1] - offsets_[at]);
  }

  std::span<const std::int32_t> ids_;
  std::span<const std::size_t> offsets_;
  std::int32_t vocabulary_;
  std::int32_t following_ = 0;  // the sentence that the next free stream takes
  std::vector<Row> rows_;
  std::uint64_t words_ = 0;
};

}  // namespace preformer
