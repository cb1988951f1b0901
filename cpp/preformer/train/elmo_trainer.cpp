#include "preformer/train/elmo_trainer.h"

#include <algorithm>
#include <string>
#include <utility>

#include "preformer/base/cold.h"
#include "preformer/base/sort.h"
#include "preformer/text/characters.h"
#include "preformer/text/sentence_boundaries.h"
#include "preformer/train/memory.h"
#include "preformer/train/shuffle.h"

namespace preformer {

ElmoShape elmo_shape(const TrainConfig& config, Index vocabulary) {
  const ElmoOptions& options = config.elmo;
  ElmoShape shape{.vocabulary = vocabulary,
                  .n_layers = options.layers,
                  .projection_dim = config.vector_size,
                  .dim = options.cell_size,
                  .cell_clip = options.cell_clip,
                  .proj_clip = options.proj_clip,
                  .use_skip_connections = options.skip_connections,
                  .dropout = options.dropout,
                  .n_negative_samples_batch = config.descent.samples,
                  .char_cnn = std::nullopt};
  if (options.char_cnn) {
    shape.char_cnn = CharCnnOptions{.max_characters_per_token = options.max_characters,
                                    .embedding_dim = options.char_size,
                                    .filters = {},
                                    .n_highway = options.highways};
    for (const CharFilter& f : options.filters)
      shape.char_cnn->filters.emplace_back(f.width, f.count);
  }
  return shape;
}

ElmoTrainer::ElmoTrainer(Corpus corpus, const TrainConfig& config, EncodedText heldout)
    : GradientTrainer(std::move(corpus), config, std::move(heldout)) {
  auto longest = static_cast<std::size_t>(config_.elmo.unroll);
  if (config_.elmo.carry_state && !detached()) {
    streams_.emplace(corpus_.ids, corpus_.sentence_offsets, corpus_.vocabulary.size(),
                     config_.descent.batch);
  } else {
    cut_pieces();
    longest = 0;
    for (const Piece& piece : text_) longest = std::max(longest, piece.length);
  }
  longest_ = streams_ ? longest : longest + 1;
  require_memory(training_bytes(elmo_shape(config_, corpus_.vocabulary.size()), longest, config_));
  reset(config_.seed);
}

std::unique_ptr<Elmo<float>> ElmoTrainer::make_model(Rng& rng) const {
  std::vector<std::int32_t> characters;
  if (config_.elmo.char_cnn) {
    characters = character_table(corpus_.vocabulary, config_.elmo.max_characters);
  }
  return std::make_unique<Elmo<float>>(elmo_shape(config_, corpus_.vocabulary.size()),
                                       std::move(characters), rng);
}

void ElmoTrainer::build_model(Rng& rng) {
  model_ = make_model(rng);
  model_->set_word_counts(corpus_.vocabulary.counts());
  weights_ = model_->parameters();
  own_.resize(most_parts(work(longest_ * static_cast<std::size_t>(config_.descent.batch))));
  std::vector<BatchParts::Weights> weights{weights_};
  for (std::size_t p = 1; p < own_.size(); ++p) {
    Rng unused(1);
    own_[p].copy = make_model(unused);
    weights.push_back(own_[p].copy->parameters());
  }
  parts_.set_weights(std::move(weights));
  carried_ = model_->zero_state(config_.descent.batch);
  weights_changed();
}

MatrixRef ElmoTrainer::input_vectors() const {
  if (token_vectors_.size() == 0) token_vectors_ = model_->token_vectors();
  return token_vectors_;
}

void ElmoTrainer::cut_pieces() {
  const auto unroll = static_cast<std::size_t>(config_.elmo.unroll);
  for (std::size_t s = 0; s < corpus_.sentences(); ++s) {
    for (std::size_t at = corpus_.sentence_offsets[s]; at < corpus_.sentence_offsets[s + 1];) {
      const std::size_t length = std::min(unroll, corpus_.sentence_offsets[s + 1] - at);
      text_.push_back({at, length});
      at += length;
    }
  }
}

std::size_t ElmoTrainer::plan_epoch(Rng& rng) {
  const auto batch = static_cast<std::size_t>(config_.descent.batch);
  if (streams_) {
    streams_->restart();
    carried_ = model_->zero_state(config_.descent.batch);
    const std::size_t places = corpus_.ids.size() + corpus_.sentences();
    const std::size_t together = batch * static_cast<std::size_t>(config_.elmo.unroll);
    return (places + together - 1) / together;
  }

  std::vector<Piece> shuffled = text_;
  shuffle(shuffled, rng);
  pieces_.clear();
  for (const std::size_t n : sorted_indices(shuffled.size(), [&](std::size_t a, std::size_t b) {
         return shuffled[a].length < shuffled[b].length;
       })) {
    pieces_.push_back(shuffled[n]);
  }
  batches_.clear();
  for (std::size_t first = 0; first < pieces_.size();) {
    std::size_t count = 1;
    while (count < batch && first + count < pieces_.size() &&
           pieces_[first + count].length == pieces_[first].length) {
      ++count;
    }
    batches_.push_back({first, count});
    first += count;
  }
  shuffle(batches_, rng);
  return batches_.size();
}

BatchResult ElmoTrainer::add_gradients(std::size_t batch, Rng& rng) {
  if (streams_) return add_all_streams(rng);
  const PieceBatch all = batches_[batch];
  const std::size_t predictions = 2 * (pieces_[all.first].length + 1) * all.count;
  return parts_.run(all.count, work(predictions / 2), rng,
                    [&](std::size_t part, std::size_t first, std::size_t count, Rng& own) {
                      return add_pieces(part, {all.first + first, count},
                                        1.0f / static_cast<float>(predictions), own);
                    });
}

PREFORMER_COLD std::optional<TrainingExample> ElmoTrainer::first_example(std::size_t batch) const {
  if (streams_) return std::nullopt;
  const Piece piece = pieces_[batches_[batch].first];
  const auto words = WordIds(corpus_.ids).subspan(piece.first, piece.length);
  TrainingExample example;
  example.sentence.assign(words.begin(), words.end());
  const auto& offsets = corpus_.sentence_offsets;
  example.number = static_cast<std::size_t>(
      std::upper_bound(offsets.begin(), offsets.end(), piece.first) - offsets.begin() - 1);
  example.together = batches_[batch].count;
  return example;
}

BatchResult ElmoTrainer::add_pieces(std::size_t part, const PieceBatch& batch, float scale,
                                    Rng& rng) {
  const std::size_t length = pieces_[batch.first].length;
  std::vector<std::int32_t>& ids = own_[part].ids;
  ids.resize(length * batch.count);
  for (std::size_t b = 0; b < batch.count; ++b) {
    const std::size_t from = pieces_[batch.first + b].first;
    for (std::size_t t = 0; t < length; ++t) ids[t * batch.count + b] = corpus_.ids[from + t];
  }
  BatchResult result;
  result.predictions = 2 * (length + 1) * batch.count;
  result.tokens = length * batch.count;
  result.nats = model_of(part).gradients(
      SentenceBatch{static_cast<Index>(length), static_cast<Index>(batch.count), ids}, rng, scale);
  return result;
}

BatchResult ElmoTrainer::add_all_streams(Rng& rng) {
  const std::uint64_t before = streams_->words();
  streams_->next(config_.elmo.unroll, stream_batch_);
  const auto predictions = 2 * static_cast<std::uint64_t>(stream_batch_.places());
  const std::uint64_t tokens = streams_->words() - before;
  BatchResult sum = parts_.run(
      static_cast<std::size_t>(stream_batch_.batch),
      work(static_cast<std::size_t>(stream_batch_.places())), rng,
      [&](std::size_t part, std::size_t first, std::size_t count, Rng& own) {
        return BatchResult{
            add_streams(part, first, count, 1.0f / static_cast<float>(predictions), own), 0, 0};
      });
  sum.predictions = predictions;
  sum.tokens = tokens;
  return sum;
}

/// Adds the gradients of the streams `first` … `first + count − 1` and updates their states.
double ElmoTrainer::add_streams(std::size_t part, std::size_t first, std::size_t count, float scale,
                                Rng& rng) {
  const auto all = static_cast<std::size_t>(stream_batch_.batch);
  if (!kHasThreads || count == all)
    return model_of(part).gradients(stream_batch_, rng, scale, &carried_);

  Part& own = own_[part];
  own.streams.batch = static_cast<Index>(count);
  for (const Direction direction : {kForward, kBackward}) {
    const TokenSequence& from = stream_batch_.directions[direction];
    TokenSequence& to = own.streams.directions[direction];
    to.inputs.clear();
    to.targets.clear();
    for (std::size_t row = first; row < from.inputs.size(); row += all) {
      const auto at = static_cast<std::ptrdiff_t>(row), n = static_cast<std::ptrdiff_t>(count);
      to.inputs.insert(to.inputs.end(), from.inputs.begin() + at, from.inputs.begin() + at + n);
      to.targets.insert(to.targets.end(), from.targets.begin() + at, from.targets.begin() + at + n);
    }
  }
  const auto top = static_cast<Index>(first), rows = static_cast<Index>(count);
  if (own.carried[0].empty()) own.carried = model_->zero_state(rows);
  const auto for_each_state = [&](auto&& f) {
    for (std::size_t d = 0; d < carried_.size(); ++d) {
      for (std::size_t layer = 0; layer < carried_[d].size(); ++layer) {
        f(carried_[d][layer].cell, own.carried[d][layer].cell);
        f(carried_[d][layer].hidden, own.carried[d][layer].hidden);
      }
    }
  };
  for_each_state([&](auto& every, auto& mine) { mine = every.middleRows(top, rows); });
  const double nats = model_of(part).gradients(own.streams, rng, scale, &own.carried);
  for_each_state([&](auto& every, auto& mine) { every.middleRows(top, rows) = mine; });
  return nats;
}

void ElmoTrainer::visit_batch_state(StateVisitor& visitor) {
  if (!config_.elmo.carry_state) return;
  std::vector<std::int32_t> position;
  if (streams_) position = streams_->position();
  visitor.ids("streams", position);
  if (streams_) streams_->set_position(position);
  for (std::size_t d = 0; d < carried_.size(); ++d) {
    for (std::size_t layer = 0; layer < carried_[d].size(); ++layer) {
      const std::string name =
          std::string("carried.") + (d == 0 ? "forward." : "backward.") + std::to_string(layer);
      visitor.matrix(name + ".cell", carried_[d][layer].cell);
      visitor.matrix(name + ".hidden", carried_[d][layer].hidden);
    }
  }
}

}  // namespace preformer
