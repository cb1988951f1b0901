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
    : Trainer(std::move(corpus), config), rng_(config.seed), noise_(config.seed) {
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
  model_ = make_word2vec<float>(config_, corpus_.vocabulary, rng_);
  const bool shared =
      config_.shared_windows > 1 && config_.objective == Objective::kNegativeSampling;
  in_groups_ = shared ? dynamic_cast<SkipGram<float>*>(model_.get()) : nullptr;
  if (config_.model == ModelKind::kCbow) {
    fill_in_ = std::make_unique<CbowFillIn>(*model_, corpus_.vocabulary.size(), config_.window);
  }
  looks_ahead_ = config_.objective == Objective::kNegativeSampling && !keyed() &&
                 config_.shared_windows <= kMostSharedWindowsToLoad &&
                 corpus_.vocabulary.size() >= kLeastWordsToLoad;
  epoch_ = 0;
  sentence_ = 0;
  steps_ = 0;
  diverged_ = false;
  restart_reports();
  begin_sentence();
}

std::uint64_t Word2VecTrainer::advance(std::uint64_t count) {
  std::uint64_t done = 0;
  ahead_.follows = false;
  for (; done < count && find_next(); ++done) {
    if (looks_ahead_) look_ahead(cursor_, rng_, ahead_);
    const auto [loss, predictions] = train_step(cursor_, learning_rate(), step_draws(), scratch_);
    diverged_ = !(loss <= std::numeric_limits<double>::max());  // infinite or NaN
    loss_sum_ += loss;
    predictions_ += predictions;
    epoch_loss_.add(epoch_, loss, predictions);
    ++steps_;
  }
  return done;
}

/// What draws the negative samples of the next step.
Rng& Word2VecTrainer::step_draws() {
  if (!keyed()) return rng_;
  noise_ = window_draws(config_.seed, epoch_, corpus_.place(sentence_), cursor_.position());
  return noise_;
}

bool Word2VecTrainer::find_step(WindowCursor& cursor, Rng& rng) const {
  return in_groups_ != nullptr ? cursor.find_group(config_.window, config_.shared_windows, rng)
                               : cursor.find(config_.window, rng);
}

Word2VecTrainer::Trained Word2VecTrainer::train_step(WindowCursor& cursor, float alpha, Rng& rng,
                                                     Word2VecScratch<float>& scratch) {
  Trained trained{};
  if (in_groups_ != nullptr) {
    const WindowGroup group = cursor.group();
    trained.loss = in_groups_->step_group(group, alpha, rng, scratch);
    for (std::size_t w = 0; w < group.radii.size(); ++w) {
      trained.predictions += model_->predictions(group.reach(w).contexts());
    }
  } else {
    trained.loss = model_->step(cursor.contexts(), cursor.centre(), alpha, rng, scratch);
    trained.predictions = model_->predictions(cursor.contexts().size());
  }
  leave_step(cursor);
  return trained;
}

void Word2VecTrainer::leave_step(WindowCursor& cursor) const {
  if (in_groups_ != nullptr) {
    cursor.advance_group();
  } else {
    cursor.advance();
  }
}

void Word2VecTrainer::look_ahead(const WindowCursor& cursor, const Rng& rng, StepAhead& ahead) {
  WindowCursor& next = ahead.cursor;
  const auto choose = [&] {
    model_->output().choose(next.kept_words()[next.position()], ahead.rng, ahead.choice);
  };
  if (!ahead.follows) {
    next = cursor;
    ahead.rng = rng;
    choose();
  }
  leave_step(next);
  ahead.follows = find_step(next, ahead.rng);
  if (!ahead.follows) return;  // the sentence ends
  choose();
  const Index dims = model_->input().value.cols();
  for (const float* row : ahead.choice.rows) ahead.load(row, dims);
  // The words that come into the windows; of a group, the centre words.
  const std::vector<std::int32_t>& words = next.kept_words();
  const std::size_t windows = in_groups_ != nullptr ? next.group().radii.size() : 1;
  const auto reach = static_cast<std::size_t>(config_.window);
  for (std::size_t w = 0; w < windows; ++w) {
    const std::size_t centre = next.position() + w,
                      last = std::min(centre + reach, words.size() - 1);
    ahead.load(model_->input().value.row(words[last]).data(), dims);
    if (w > 0) ahead.load(model_->output().weight().value.row(words[centre]).data(), dims);
  }
}

/// Moves to the next step of the text; false when the run is over.
bool Word2VecTrainer::find_next() {
  while (!finished()) {
    if (find_step(cursor_, rng_)) return true;
    if (++sentence_ + 1 >= corpus_.sentence_offsets.size()) {
      sentence_ = 0;
      ++epoch_;
    }
    begin_sentence();
  }
  return false;
}

/// As find_next(), on copies.
PREFORMER_COLD std::optional<TrainingExample> Word2VecTrainer::next_example() const {
  if (finished()) return std::nullopt;
  WindowCursor cursor = cursor_;
  Rng rng = rng_;
  std::size_t sentence = sentence_;
  int epoch = epoch_;
  while (!find_step(cursor, rng)) {
    if (++sentence == corpus_.sentences()) {
      sentence = 0;
      if (++epoch >= config_.epochs) return std::nullopt;
    }
    if (keyed()) rng = sentence_draws(config_.seed, epoch, corpus_.place(sentence));
    cursor.begin(corpus_.sentence(sentence), keep_, rng);
  }
  if (keyed()) {
    rng = window_draws(config_.seed, epoch, corpus_.place(sentence), cursor.position());
  }
  const int radius = in_groups_ != nullptr ? cursor.group().radii.front() : cursor.radius();
  const std::size_t together = in_groups_ != nullptr ? cursor.group().radii.size() : 1;
  return TrainingExample{cursor.kept_words(), cursor.position(), radius,
                         rng.state(),         sentence,          together};
}

void Word2VecTrainer::begin_sentence() {
  cursor_.clear();
  ahead_.follows = false;
  if (finished()) return;
  if (keyed()) rng_ = sentence_draws(config_.seed, epoch_, corpus_.place(sentence_));
  cursor_.begin(corpus_.sentence(sentence_), keep_, rng_);
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
  return learning_rate_at(static_cast<double>(tokens) / (total + 1.0));
}

float Word2VecTrainer::learning_rate_at(double share) const {
  return static_cast<float>(std::max(config_.alpha * (1.0 - share), config_.min_alpha));
}

/// Keyed, it does not depend on the length of other sentences.
float Word2VecTrainer::learning_rate() const {
  if (!keyed() || detached() || epoch_ >= config_.epochs) return learning_rate_after(tokens_done());
  const auto places = static_cast<double>(corpus_.places_total);
  const double read = cursor_.share_read();
  const double place = static_cast<double>(corpus_.place(sentence_)) + read;
  return learning_rate_at((epoch_ + place / places) / config_.epochs);
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
