// Trains the biLM of ELMo. By default a sequence is a sentence, a batch has sentences of equal
// length, so that there is no padding, and LSTM states start at zero. With carry_state the text is
// divided into B streams, and each batch continues with the states of the last, as in bilm-tf.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "preformer/models/elmo.h"
#include "preformer/train/gradient_trainer.h"
#include "preformer/train/multiply_adds.h"

namespace preformer {

/// The shape of the model that `config` describes, for a vocabulary of this size.
ElmoShape elmo_shape(const TrainConfig& config, Index vocabulary);

class ElmoTrainer final : public GradientTrainer {
 public:
  /// Throws BadParameter for a config out of range, TooLarge when the weights would not fit.
  ElmoTrainer(Corpus corpus, const TrainConfig& config, EncodedText heldout);

  /// Token vectors, [V, D]: layer 0, without any context.
  MatrixRef input_vectors() const override;
  const LanguageModel* language_model() const override { return model_.get(); }
  const Elmo<float>& elmo() const { return *model_; }

 protected:
  void build_model(Rng& rng) override;
  const std::vector<Parameter<float>*>& weights() const override { return weights_; }
  std::size_t plan_epoch(Rng& rng) override;
  BatchResult add_gradients(std::size_t batch, Rng& rng) override;
  std::optional<TrainingExample> first_example(std::size_t batch) const override;
  void visit_batch_state(StateVisitor& visitor) override;
  void weights_changed() override { token_vectors_.resize(0, 0); }

 private:
  /// `length` words from ids[first] on: a sentence, or a piece of one longer than `unroll`.
  struct Piece {
    std::size_t first;
    std::size_t length;
  };
  /// Pieces of equal length, which are neighbours in pieces_.
  struct PieceBatch {
    std::size_t first;
    std::size_t count;
  };

  /// The data of one part of a batch (BatchParts).
  struct Part {
    std::unique_ptr<Elmo<float>> copy;  // of model_; part 0 works on model_ itself
    std::vector<std::int32_t> ids;
    TokenBatch streams;  // the part's streams, if there are several parts
    ElmoState<float> carried;
  };

  void cut_pieces();
  /// Multiply-adds for this many places, in both directions.
  std::uint64_t work(std::size_t places) const {
    return kHasThreads ? places * multiply_adds(model_->shape()) : 0;
  }
  std::unique_ptr<Elmo<float>> make_model(Rng& rng) const;
  Elmo<float>& model_of(std::size_t part) { return part == 0 ? *model_ : *own_[part].copy; }
  BatchResult add_pieces(std::size_t part, const PieceBatch& batch, float scale, Rng& rng);
  BatchResult add_all_streams(Rng& rng);
  double add_streams(std::size_t part, std::size_t first, std::size_t count, float scale, Rng& rng);

  std::unique_ptr<Elmo<float>> model_;
  std::vector<Parameter<float>*> weights_;
  mutable Matrix<float> token_vectors_;  // computed on demand; empty when out of date

  std::vector<Piece> text_;          // all of it, in order
  std::vector<Piece> pieces_;        // the same in this epoch's order
  std::vector<PieceBatch> batches_;  // in this epoch's order
  std::size_t longest_ = 0;          // the most places of a sequence
  std::vector<Part> own_;            // by part

  std::optional<SentenceStreams> streams_;  // with carry_state only
  TokenBatch stream_batch_;
  ElmoState<float> carried_;
};

}  // namespace preformer
