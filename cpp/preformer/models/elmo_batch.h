// The inputs and targets of a biLM at each place of a batch. For a sentence w₁ … wₙ:
//
//   forward    reads <s>  w₁ … wₙ     predicts w₁ … wₙ </s>
//   backward   reads </s> wₙ … w₁     predicts wₙ … w₁ <s>
//
// Both take n + 1 steps. All matrices are time-major: place t·B + b is sequence b at
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
  Index steps;  // T; 0 for empty sentences
  Index batch;  // B
  std::span<const std::int32_t> ids;
};

enum Direction { kForward = 0, kBackward = 1 };

/// The inputs and targets of one direction: two lists of T·B ids.
struct TokenSequence {
  std::vector<std::int32_t> inputs, targets;
};

/// A batch of whole sentences, or of pieces of streams.
struct TokenBatch {
  Index batch = 0;              // B
  TokenSequence directions[2];  // forward, backward

  Index places() const { return static_cast<Index>(directions[kForward].inputs.size()); }
};

/// Fills `sequence` for one direction of a batch of sentences: T + 1 steps.
void read_sentences(const SentenceBatch& sentences, Direction direction, std::int32_t vocabulary,
                    TokenSequence& sequence);

/// The training data as bilm-tf reads it: B streams, each of which continues with the next sentence
/// of the text when it has finished one, so that batches are full whatever the lengths of the
/// sentences. The LSTM states are carried from one batch to the next. The backward direction reads
/// the same sentences, each from its end.
class SentenceStreams {
 public:
  /// Sentence s is ids[offsets[s] … offsets[s+1]).
  SentenceStreams(std::span<const std::int32_t> ids, std::span<const std::size_t> offsets,
                  std::int32_t vocabulary, Index batch)
      : ids_(ids), offsets_(offsets), vocabulary_(vocabulary) {
    rows_.resize(static_cast<std::size_t>(batch));
    restart();
  }

  /// Goes back to the first sentence, with every stream between two sentences.
  void restart();

  /// The next `steps` places of every stream. The last sentence is followed by the first, so the
  /// streams never end; words() is their progress. Returns false if there is no text.
  bool next(Index steps, TokenBatch& batch);

  /// Words read since restart(), by all streams together.
  std::uint64_t words() const { return words_; }

  /// The position of the streams, for checkpoints: the next sentence, then sentence and step of
  /// each row (−1, 0 between two sentences). set_position throws BadFormat if it is invalid.
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
  std::int32_t following_ = 0;  // the next sentence that a stream will take
  std::vector<Row> rows_;
  std::uint64_t words_ = 0;
};

}  // namespace preformer
