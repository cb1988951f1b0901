#include "preformer/models/elmo_batch.h"

#include "preformer/base/error.h"
#include "preformer/text/sentence_boundaries.h"

namespace preformer {

namespace {

/// Entry `step` of a sentence with its boundaries, counted in reading order: 0 … n + 1.
std::int32_t token_at(std::span<const std::int32_t> words, Direction direction, std::int32_t step,
                      std::int32_t vocabulary) {
  const auto n = static_cast<std::int32_t>(words.size());
  const std::int32_t place = direction == kForward ? step : n + 1 - step;
  if (place == 0) return begin_id(vocabulary);
  if (place == n + 1) return end_id(vocabulary);
  return words[static_cast<std::size_t>(place - 1)];
}

}  // namespace

void read_sentences(const SentenceBatch& sentences, Direction direction, std::int32_t vocabulary,
                    TokenSequence& sequence) {
  const Index words = sentences.steps * sentences.batch;
  eigen_assert(static_cast<Index>(sentences.ids.size()) == words && sentences.batch > 0);
  const auto places = static_cast<std::size_t>(words + sentences.batch);
  const auto row = static_cast<std::size_t>(sentences.batch);
  const std::int32_t begin = begin_id(vocabulary), end = end_id(vocabulary);
  sequence.inputs.assign(places, direction == kForward ? begin : end);
  sequence.targets.assign(places, direction == kForward ? end : begin);
  for (std::size_t t = 0; t < static_cast<std::size_t>(sentences.steps); ++t) {
    const std::size_t from =
        (direction == kForward ? t : static_cast<std::size_t>(sentences.steps) - 1 - t) * row;
    for (std::size_t b = 0; b < row; ++b) {
      sequence.targets[t * row + b] = sentences.ids[from + b];
      sequence.inputs[(t + 1) * row + b] = sentences.ids[from + b];
    }
  }
}

void SentenceStreams::restart() {
  following_ = 0;
  words_ = 0;
  rows_.assign(rows_.size(), Row{});
}

bool SentenceStreams::next(Index steps, TokenBatch& batch) {
  if (offsets_.size() < 2) return false;
  const auto sentences = static_cast<std::int32_t>(offsets_.size() - 1);
  batch.batch = static_cast<Index>(rows_.size());
  for (TokenSequence& sequence : batch.directions) {
    sequence.inputs.resize(static_cast<std::size_t>(steps) * rows_.size());
    sequence.targets.resize(sequence.inputs.size());
  }
  for (std::size_t t = 0; t < static_cast<std::size_t>(steps); ++t) {
    for (std::size_t b = 0; b < rows_.size(); ++b) {
      Row& row = rows_[b];
      if (row.sentence < 0) {
        row = {following_, 0};
        following_ = (following_ + 1) % sentences;
      }
      const auto words = sentence(row.sentence);
      for (const Direction direction : {kForward, kBackward}) {
        TokenSequence& sequence = batch.directions[direction];
        const std::size_t place = t * rows_.size() + b;
        sequence.inputs[place] = token_at(words, direction, row.step, vocabulary_);
        sequence.targets[place] = token_at(words, direction, row.step + 1, vocabulary_);
      }
      if (static_cast<std::size_t>(row.step) == words.size()) {
        row = Row{};  // the boundary is a target only, not an input
      } else {
        ++row.step;
        ++words_;
      }
    }
  }
  return true;
}

std::vector<std::int32_t> SentenceStreams::position() const {
  std::vector<std::int32_t> position{following_};
  for (const Row& row : rows_) {
    position.push_back(row.sentence);
    position.push_back(row.step);
  }
  return position;
}

void SentenceStreams::set_position(std::span<const std::int32_t> position) {
  const auto sentences = static_cast<std::int32_t>(offsets_.size()) - 1;
  const auto refuse = [] {
    throw Error(ErrorCode::kBadFormat, "The streams of this checkpoint do not fit the text.");
  };
  if (position.size() != 1 + 2 * rows_.size()) refuse();
  if (position[0] < 0 || position[0] >= sentences) refuse();
  std::vector<Row> rows;
  for (std::size_t b = 0; b < rows_.size(); ++b) {
    const Row row{position[1 + 2 * b], position[2 + 2 * b]};
    if (row.sentence < -1 || row.sentence >= sentences || row.step < 0) refuse();
    if (row.sentence >= 0 && static_cast<std::size_t>(row.step) > sentence(row.sentence).size()) {
      refuse();
    }
    rows.push_back(row);
  }
  following_ = position[0];
  rows_ = std::move(rows);
}

}  // namespace preformer
