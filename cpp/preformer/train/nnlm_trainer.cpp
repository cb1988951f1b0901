#include "preformer/train/nnlm_trainer.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "preformer/base/cold.h"
#include "preformer/text/sentence_boundaries.h"
#include "preformer/train/memory.h"
#include "preformer/train/shuffle.h"

namespace preformer {

NnlmShape nnlm_shape(const TrainConfig& config, Index vocabulary) {
  return {.vocabulary = vocabulary,
          .vector_size = config.vector_size,
          .context = config.nnlm.context,
          .hidden = config.nnlm.hidden,
          .direct = config.nnlm.direct,
          .samples = config.descent.samples};
}

NnlmTrainer::NnlmTrainer(Corpus corpus, const TrainConfig& config, EncodedText heldout)
    : GradientTrainer(std::move(corpus), config, std::move(heldout)) {
  const std::int32_t vocabulary = corpus_.vocabulary.size();
  const auto padding = static_cast<std::size_t>(config_.nnlm.context);
  const std::size_t places = corpus_.ids.size() + corpus_.sentences() * (padding + 1);
  require_memory(training_bytes(nnlm_shape(config_, vocabulary), places, config_));
  text_.reserve(places);
  for (std::size_t s = 0; s < corpus_.sentences(); ++s) {
    text_.insert(text_.end(), padding, begin_id(vocabulary));
    const WordIds words = corpus_.sentence(s);
    text_.insert(text_.end(), words.begin(), words.end());
    text_.push_back(end_id(vocabulary));
  }
  reset(config_.seed);
}

void NnlmTrainer::build_model(Rng& rng) {
  const NnlmShape shape = nnlm_shape(config_, corpus_.vocabulary.size());
  model_ = std::make_unique<Nnlm<float>>(shape, rng);
  weights_ = model_->parameters();
  own_.resize(most_parts(work(static_cast<std::size_t>(config_.descent.batch))));
  std::vector<BatchParts::Weights> weights{weights_};
  for (std::size_t p = 1; p < own_.size(); ++p) {
    Rng unused(1);
    own_[p].copy = std::make_unique<Nnlm<float>>(shape, unused);
    weights.push_back(own_[p].copy->parameters());
  }
  parts_.set_weights(std::move(weights));
}

MatrixRef NnlmTrainer::input_vectors() const {
  return model_->embedding().topRows(corpus_.vocabulary.size());
}

std::size_t NnlmTrainer::plan_epoch(Rng& rng) {
  targets_.clear();
  targets_.reserve(text_.size());
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (text_[i] != begin_id(corpus_.vocabulary.size())) {
      targets_.push_back(static_cast<std::uint32_t>(i));
    }
  }
  shuffle(targets_, rng);
  const auto batch = static_cast<std::size_t>(config_.descent.batch);
  return (targets_.size() + batch - 1) / batch;
}

BatchResult NnlmTrainer::add_gradients(std::size_t batch, Rng& rng) {
  const auto size = static_cast<std::size_t>(config_.descent.batch);
  const std::size_t begin = batch * size;
  const auto places = std::span<const std::uint32_t>(targets_).subspan(
      begin, std::min(size, targets_.size() - begin));
  return parts_.run(places.size(), work(places.size()), rng,
                    [&](std::size_t part, std::size_t first, std::size_t count, Rng& draws) {
                      return add_part(part, places.subspan(first, count),
                                      1.0f / static_cast<float>(places.size()), draws);
                    });
}

PREFORMER_COLD std::optional<TrainingExample> NnlmTrainer::first_example(std::size_t batch) const {
  const auto size = static_cast<std::size_t>(config_.descent.batch);
  const std::int32_t begin = begin_id(corpus_.vocabulary.size());
  const std::int32_t end = end_id(corpus_.vocabulary.size());
  const std::size_t place = targets_[batch * size];
  TrainingExample example;
  example.number = static_cast<std::size_t>(
      std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(place), end));
  const WordIds sentence = corpus_.sentence(example.number);
  example.sentence.assign(sentence.begin(), sentence.end());
  for (std::size_t at = place; text_[at - 1] != begin; --at) ++example.position;
  example.together = std::min(size, targets_.size() - batch * size);
  return example;
}

/// Adds the gradients of some of a batch's predictions, times `scale`.
BatchResult NnlmTrainer::add_part(std::size_t part, std::span<const std::uint32_t> places,
                                  float scale, Rng& rng) {
  const auto context = static_cast<std::ptrdiff_t>(config_.nnlm.context);
  Part& own = own_[part];
  BatchResult result;
  own.contexts.clear();
  own.targets.clear();
  for (const std::uint32_t place : places) {
    const auto word = text_.begin() + static_cast<std::ptrdiff_t>(place);
    own.contexts.insert(own.contexts.end(), word - context, word);
    own.targets.push_back(*word);
    result.tokens += *word != end_id(corpus_.vocabulary.size());
  }
  Nnlm<float>& model = part == 0 ? *model_ : *own.copy;
  result.predictions = places.size();
  result.nats = model.gradients(own.contexts, own.targets, scale, rng);
  return result;
}

}  // namespace preformer
