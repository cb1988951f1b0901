#include "preformer/train/nnlm_trainer.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "preformer/text/sentence_boundaries.h"
#include "preformer/train/limits.h"
#include "preformer/train/shuffle.h"

namespace preformer {

NnlmTrainer::NnlmTrainer(Corpus corpus, const TrainConfig& config, EncodedText heldout)
    : GradientTrainer(std::move(corpus), config, std::move(heldout)) {
  const std::int32_t vocabulary = corpus_.vocabulary.size();
  const std::uint64_t rows = static_cast<std::uint64_t>(class_count(vocabulary));
  const auto dims = static_cast<std::uint64_t>(config_.vector_size);
  const auto context = static_cast<std::uint64_t>(config_.nnlm.context);
  const auto hidden = static_cast<std::uint64_t>(config_.nnlm.hidden);
  require_weights_fit(rows * (dims + hidden + (config_.nnlm.direct ? context * dims : 0)) +
                      hidden * context * dims);

  const auto padding = static_cast<std::size_t>(config_.nnlm.context);
  text_.reserve(corpus_.ids.size() + corpus_.sentences() * (padding + 1));
  for (std::size_t s = 0; s < corpus_.sentences(); ++s) {
    text_.insert(text_.end(), padding, begin_id(vocabulary));
    const WordIds words = corpus_.sentence(s);
    text_.insert(text_.end(), words.begin(), words.end());
    text_.push_back(end_id(vocabulary));
  }
  reset(config_.seed);
}

void NnlmTrainer::build_model(Rng& rng) {
  model_ = std::make_unique<Nnlm<float>>(NnlmShape{.vocabulary = corpus_.vocabulary.size(),
                                                   .vector_size = config_.vector_size,
                                                   .context = config_.nnlm.context,
                                                   .hidden = config_.nnlm.hidden,
                                                   .direct = config_.nnlm.direct},
                                         rng);
  weights_ = model_->parameters();
}

MatrixRef NnlmTrainer::input_vectors() const {
  return model_->embedding().topRows(corpus_.vocabulary.size());
}

std::size_t NnlmTrainer::plan_epoch(Rng& rng) {
  targets_.clear();
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (text_[i] != begin_id(corpus_.vocabulary.size())) {
      targets_.push_back(static_cast<std::uint32_t>(i));
    }
  }
  shuffle(targets_, rng);
  const auto batch = static_cast<std::size_t>(config_.descent.batch);
  return (targets_.size() + batch - 1) / batch;
}

GradientTrainer::BatchResult NnlmTrainer::add_gradients(std::size_t batch, Rng&) {
  const auto size = static_cast<std::size_t>(config_.descent.batch);
  const auto context = static_cast<std::size_t>(config_.nnlm.context);
  const std::size_t first = batch * size, last = std::min(first + size, targets_.size());
  BatchResult result;
  batch_contexts_.clear();
  batch_targets_.clear();
  for (std::size_t i = first; i < last; ++i) {
    const std::size_t place = targets_[i];
    const auto word = text_.begin() + static_cast<std::ptrdiff_t>(place);
    batch_contexts_.insert(batch_contexts_.end(), word - static_cast<std::ptrdiff_t>(context),
                           word);
    batch_targets_.push_back(*word);
    result.tokens += *word != end_id(corpus_.vocabulary.size());
  }
  result.predictions = last - first;
  result.nats =
      model_->gradients(batch_contexts_, batch_targets_, 1.0f / static_cast<float>(last - first));
  return result;
}

}  // namespace preformer
