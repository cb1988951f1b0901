#include "preformer/train/trainer.h"

#include <algorithm>
#include <string>
#include <utility>

#include "preformer/base/hash.h"
#include "preformer/models/one_hot.h"
#include "preformer/train/elmo_trainer.h"
#include "preformer/train/learnable.h"
#include "preformer/train/nnlm_trainer.h"
#include "preformer/train/parallel_word2vec.h"
#include "preformer/train/word2vec_trainer.h"

namespace preformer {

namespace {

/// One-hot vectors are not trained: the run is finished at the beginning.
class OneHotTrainer final : public Trainer {
 public:
  OneHotTrainer(Corpus corpus, const TrainConfig& config)
      : Trainer(std::move(corpus), config), model_(corpus_.vocabulary.size()) {}

  void reset(std::uint64_t seed) override { config_.seed = seed; }
  bool finished() const override { return true; }

  MatrixRef input_vectors() const override {
    if (vectors_.size() == 0) vectors_ = model_.vectors();
    return vectors_;
  }
  MatrixRef output_vectors() const override {
    throw Error(ErrorCode::kBadParameter, "One-hot has no output layer. Ask for input vectors.",
                {"matrix", "output", "input"});
  }
  std::vector<const Parameter<float>*> parameters() const override { return {}; }

 protected:
  std::uint64_t advance(std::uint64_t) override { return 0; }
  void describe(TrainReport& report) const override {
    report.epoch = report.epochs = 0;
    report.progress = 1;
  }

 private:
  OneHot model_;
  mutable Matrix<float> vectors_;  // V × V, computed on demand
};

}  // namespace

Trainer::Trainer(Corpus corpus, TrainConfig config, EncodedText heldout)
    : corpus_(std::move(corpus)),
      config_(std::move(config)),
      heldout_(std::move(heldout)),
      corpus_tokens_(corpus_.ids.size()) {
  config_.validate();
}

TrainReport Trainer::run_for(double budget_ms, Clock now_ms, bool to_epoch_end) {
  TrainReport before;
  describe(before);
  elapsed_ms_ += run_slice(
      budget_ms, now_ms, to_epoch_end ? 1 : looks().most,
      [&](std::uint64_t steps) { advance(steps); },
      [&] {
        if (finished() || !to_epoch_end) return finished();
        TrainReport now;
        describe(now);
        return now.epoch != before.epoch;
      },
      to_epoch_end ? 1 : looks().first);
  TrainReport after;
  describe(after);
  timed_tokens_ += after.tokens - before.tokens;
  return report();
}

TrainReport Trainer::run_steps(std::uint64_t steps) {
  while (steps > 0 && !finished()) {
    const std::uint64_t done = advance(std::min(steps, looks().most));
    steps -= done;
  }
  return report();
}

TrainReport Trainer::report() {
  TrainReport report;
  report.epochs = config_.epochs;
  report.finished = finished();
  describe(report);
  if (predictions_ > 0) report.loss = loss_sum_ / static_cast<double>(predictions_);
  report.predictions = predictions_;
  report.epoch_loss = epoch_loss_.mean();
  report.epoch_loss_before = epoch_loss_.mean_of(report.epoch - 2);
  if (elapsed_ms_ > 0) {
    report.tokens_per_second = static_cast<double>(timed_tokens_) / elapsed_ms_ * 1000.0;
  }
  loss_sum_ = 0;
  predictions_ = 0;
  return report;
}

void Trainer::restart_reports() {
  loss_sum_ = 0;
  predictions_ = 0;
  epoch_loss_ = {};
  elapsed_ms_ = 0;
  timed_tokens_ = 0;
}

std::uint64_t Trainer::weights_hash() const {
  Hash64 hash;
  for (const Parameter<float>* p : parameters()) {
    hash.add(p->value.data(), static_cast<std::size_t>(p->value.size()));
  }
  return hash.value();
}

namespace {

/// FNV-1a over the ids and the ends of sentences: equal for the same text in the same vocabulary.
/// `with_places`: and for the same empty lines.
std::uint64_t corpus_hash(const Corpus& corpus, bool with_places) {
  Hash64 hash;
  for (const std::int32_t id : corpus.ids) hash.add(static_cast<std::uint32_t>(id));
  for (const std::size_t end : corpus.sentence_offsets) {
    hash.add(static_cast<std::uint32_t>(end));
  }
  if (with_places) {
    for (const std::int32_t place : corpus.places) hash.add(static_cast<std::uint32_t>(place));
    hash.add(static_cast<std::uint32_t>(corpus.places_total));
  }
  return hash.value();
}

}  // namespace

void Trainer::visit_state(StateVisitor& visitor) {
  if (!detached()) corpus_hash_ = corpus_hash(corpus_, config_.draws == Draws::kKeyed);
  const std::uint64_t own = corpus_hash_;
  visitor.number("corpusTokens", corpus_tokens_);
  visitor.number("corpusHash", corpus_hash_);
  epoch_loss_.visit(visitor);
  if (detached() || corpus_hash_ == own) return;
  throw Error(
      ErrorCode::kBadParameter,
      "The checkpoint was trained on another text. Give the text it was trained on, or none "
      "to ask the model only.",
      {"corpus", to_hex(own), to_hex(corpus_hash_)});
}

void require_state(bool makes_sense) {
  if (makes_sense) return;
  throw Error(ErrorCode::kBadFormat,
              "The checkpoint contradicts itself. Take the file as it was written.",
              {"checkpoint", "", "an unchanged file"});
}

void visit_rng(StateVisitor& visitor, Rng& rng) {
  Rng::State state = rng.state();
  visitor.number("rngState", state.state);
  visitor.number("rngIncrement", state.increment);
  rng.set_state(state);
}

std::unique_ptr<Trainer> make_trainer(Corpus corpus, const TrainConfig& config,
                                      EncodedText heldout) {
  require_pairs(corpus, heldout, config);
  switch (config.model) {
    case ModelKind::kOneHot: return std::make_unique<OneHotTrainer>(std::move(corpus), config);
    case ModelKind::kNnlm:
      return std::make_unique<NnlmTrainer>(std::move(corpus), config, std::move(heldout));
    case ModelKind::kElmo:
      return std::make_unique<ElmoTrainer>(std::move(corpus), config, std::move(heldout));
    case ModelKind::kCbow:
    case ModelKind::kSkipGram: break;
  }
#ifdef PREFORMER_THREADS
  if (config.threads > 1 && config.draws == Draws::kStream) {  // keyed: equal runs, equal bits
    return std::make_unique<ParallelWord2VecTrainer>(std::move(corpus), config);
  }
#endif
  return std::make_unique<Word2VecTrainer>(std::move(corpus), config);
}

}  // namespace preformer
