#include "preformer/train/word2vec_trainer.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "preformer/base/cold.h"
#include "preformer/text/subsampling.h"
#include "preformer/train/memory.h"
#include "preformer/train/word2vec_model.h"

namespace preformer {

Word2VecTrainer::Word2VecTrainer(Corpus corpus, const TrainConfig& config)
    : Trainer(std::move(corpus), config), rng_(config.seed) {
  const Vocabulary& vocabulary = corpus_.vocabulary;
  require_memory(word2vec_bytes(static_cast<std::uint64_t>(vocabulary.size()), config_));
  if (config_.sample > 0) {
    keep_ = keep_probabilities(vocabulary.counts(), vocabulary.total(), config_.sample);
  }
  reset(config_.seed);
}

PREFORMER_COLD void Word2VecTrainer::reset(std::uint64_t seed) {
  config_.seed = seed;
  rng_ = Rng(seed);
  model_ = make_word2vec<float>(config_, corpus_.vocabulary.counts(), rng_);
  if (config_.model == ModelKind::kCbow) {
    fill_in_ = std::make_unique<CbowFillIn>(*model_, corpus_.vocabulary.size(), config_.window);
  }
  epoch_ = 0;
  sentence_ = 0;
  steps_ = 0;
  diverged_ = false;
  restart_reports();
  begin_sentence();
}

std::uint64_t Word2VecTrainer::advance(std::uint64_t count) {
  std::uint64_t done = 0;
  for (; done < count && find_window(); ++done) {
    const std::size_t contexts = cursor_.contexts().size();
    const double loss = train_window(cursor_, learning_rate(), rng_, scratch_);
    diverged_ = !(loss <= std::numeric_limits<double>::max());  // infinite or NaN
    const std::uint64_t predictions = model_->predictions(contexts);
    loss_sum_ += loss;
    predictions_ += predictions;
    epoch_loss_.add(epoch_, loss, predictions);
    ++steps_;
  }
  return done;
}

double Word2VecTrainer::train_window(WindowCursor& cursor, float alpha, Rng& rng,
                                     Word2VecScratch<float>& scratch) {
  const double loss = model_->step(cursor.contexts(), cursor.centre(), alpha, rng, scratch);
  cursor.advance();
  return loss;
}

/// Moves to the next window of the text; false when the run is over.
bool Word2VecTrainer::find_window() {
  while (!finished()) {
    if (cursor_.find(config_.window, rng_)) return true;
    if (++sentence_ + 1 >= corpus_.sentence_offsets.size()) {
      sentence_ = 0;
      ++epoch_;
    }
    begin_sentence();
  }
  return false;
}

/// As find_window(), on copies.
PREFORMER_COLD std::optional<TrainingExample> Word2VecTrainer::next_example() const {
  if (finished()) return std::nullopt;
  WindowCursor cursor = cursor_;
  Rng rng = rng_;
  std::size_t sentence = sentence_;
  for (int epoch = epoch_; !cursor.find(config_.window, rng);) {
    if (++sentence == corpus_.sentences()) {
      sentence = 0;
      if (++epoch >= config_.epochs) return std::nullopt;
    }
    cursor.begin(corpus_.sentence(sentence), keep_, rng);
  }
  return TrainingExample{cursor.kept_words(), cursor.position(), cursor.radius(),
                         rng.state(),         sentence,          1};
}

void Word2VecTrainer::begin_sentence() {
  cursor_.clear();
  if (!finished()) cursor_.begin(corpus_.sentence(sentence_), keep_, rng_);
}

/// Corpus tokens read so far in the run.
std::uint64_t Word2VecTrainer::tokens_done() const {
  if (detached()) return tokens_;
  const std::uint64_t epochs = static_cast<std::uint64_t>(epoch_) * corpus_.ids.size();
  if (epoch_ >= config_.epochs) return epochs;
  const std::size_t first = corpus_.sentence_offsets[sentence_];
  const std::size_t length = corpus_.sentence_offsets[sentence_ + 1] - first;
  return epochs + first + cursor_.tokens_read(length);
}

/// α = max(α₀ (1 − done / (epochs·tokens + 1)), α_min), as in word2vec.c but at every window.
float Word2VecTrainer::learning_rate_after(std::uint64_t tokens) const {
  const double total = static_cast<double>(config_.epochs) * static_cast<double>(corpus_tokens_);
  const double left = 1.0 - static_cast<double>(tokens) / (total + 1.0);
  return static_cast<float>(std::max(config_.alpha * left, config_.min_alpha));
}

PREFORMER_COLD void Word2VecTrainer::visit_state(StateVisitor& visitor) {
  Trainer::visit_state(visitor);
  auto epoch = static_cast<std::uint64_t>(epoch_);
  auto sentence = static_cast<std::uint64_t>(sentence_);
  auto position = static_cast<std::uint64_t>(cursor_.position());
  std::vector<std::int32_t>& kept = cursor_.kept_words();
  tokens_ = tokens_done();
  visitor.number("epoch", epoch);
  visitor.number("sentence", sentence);
  visitor.ids("keptWords", kept);
  visitor.number("position", position);
  visitor.number("steps", steps_);
  visitor.number("tokens", tokens_);
  visitor.flag("diverged", diverged_);
  visit_rng(visitor, rng_);
  for (Parameter<float>* p : {&model_->input(), &model_->output().weight()}) {
    visitor.matrix(p->name, p->value);
  }
  epoch_ = static_cast<int>(epoch);
  sentence_ = static_cast<std::size_t>(sentence);
  cursor_.set_position(static_cast<std::size_t>(position));
  const auto in_vocabulary = [&](std::int32_t id) {
    return id >= 0 && id < corpus_.vocabulary.size();
  };
  require_state(epoch_ >= 0 && std::all_of(kept.begin(), kept.end(), in_vocabulary) &&
                (detached() || sentence_ < corpus_.sentences()));
}

void Word2VecTrainer::describe(TrainReport& report) const {
  report.epoch = std::min(epoch_ + 1, config_.epochs);
  report.step = steps_;
  report.tokens = tokens_done();
  report.progress = static_cast<double>(report.tokens) /
                    (static_cast<double>(config_.epochs) * static_cast<double>(corpus_tokens_));
  report.learning_rate = learning_rate();
  report.diverged = diverged_;
}

}  // namespace preformer
