#include "preformer/train/parallel_word2vec.h"

#ifdef PREFORMER_THREADS

#include <algorithm>
#include <limits>
#include <utility>

#include "preformer/base/thread_pool.h"

namespace preformer {

namespace {

// Tokens per chunk: few enough to share a small corpus among all threads, enough to make the price
// of taking a chunk negligible.
constexpr std::size_t kLeastChunk = 64, kLargestChunk = 1024, kChunksPerThread = 8;

// Windows between two updates of the shared progress, which determines the learning rate.
constexpr std::size_t kWindowsPerLook = 64;  // a power of two

// The most windows that a thread trains before all threads are joined: a few milliseconds.
constexpr std::uint64_t kWindowsPerMeeting = 512;

// The random stream of the first chunk. Lower stream numbers are used elsewhere.
constexpr std::uint64_t kFirstChunkStream = 1'000'000'007;

}  // namespace

ParallelWord2VecTrainer::ParallelWord2VecTrainer(Corpus corpus, const TrainConfig& config)
    : Word2VecTrainer(std::move(corpus), config),
      walkers_(static_cast<std::size_t>(config_.threads)) {
  cut_chunks();
  begin_at(0);
}

void ParallelWord2VecTrainer::reset(std::uint64_t seed) {
  Word2VecTrainer::reset(seed);
  begin_at(0);
}

void ParallelWord2VecTrainer::cut_chunks() {
  const std::size_t tokens = std::clamp(corpus_.ids.size() / (kChunksPerThread * walkers_.size()),
                                        kLeastChunk, kLargestChunk);
  const std::vector<std::size_t>& offsets = corpus_.sentence_offsets;
  for (std::size_t s = 0; s < corpus_.sentences(); ++s) {
    if (chunks_.empty() || offsets[s] - offsets[chunks_.back()] >= tokens) chunks_.push_back(s);
  }
  chunks_.push_back(corpus_.sentences());
}

std::uint64_t ParallelWord2VecTrainer::chunks_in_all() const {
  return static_cast<std::uint64_t>(config_.epochs) * (chunks_.size() - 1);
}

/// Goes to the beginning of this chunk: everything before it counts as read.
void ParallelWord2VecTrainer::begin_at(std::uint64_t chunk) {
  const std::size_t chunks = chunks_.size() - 1;
  next_chunk_ = chunk;
  tokens_read_ = chunks == 0 ? 0
                             : chunk / chunks * corpus_.ids.size() +
                                   corpus_.sentence_offsets[chunks_[chunk % chunks]];
  for (Walker& walker : walkers_) {
    walker.idle = true;
    walker.cursor.clear();
    walker.sentence = walker.end = 0;
    walker.counted = 0;
  }
  turn_ = 0;
}

bool ParallelWord2VecTrainer::finished() const {
  if (diverged_ || detached()) return true;
  return next_chunk_ >= chunks_in_all() &&
         std::all_of(walkers_.begin(), walkers_.end(), [](const Walker& w) { return w.idle; });
}

Trainer::Looks ParallelWord2VecTrainer::looks() const {
  return {walkers_.size(), walkers_.size() * kWindowsPerMeeting};
}

std::uint64_t ParallelWord2VecTrainer::advance(std::uint64_t count) {
  const std::uint64_t before = steps_, target = before + count;
  while (steps_ < target && !finished()) {
    const std::uint64_t share = (target - steps_) / walkers_.size();
    if (share > 0) {
      ThreadPool::shared(config_.threads).run(walkers_.size(), [&](std::size_t p) {
        walk(walkers_[p], share);
      });
    } else {
      walk(walkers_[turn_++ % walkers_.size()], 1);
    }
    collect();
  }
  return steps_ - before;
}

void ParallelWord2VecTrainer::collect() {
  for (Walker& walker : walkers_) {
    steps_ += std::exchange(walker.steps, 0);
    const std::uint64_t predictions = std::exchange(walker.predictions, 0);
    const double loss = std::exchange(walker.loss, 0.0);
    predictions_ += predictions;
    loss_sum_ += loss;
    diverged_ = diverged_ || std::exchange(walker.diverged, false);
    if (predictions == 0) continue;
    epoch_loss_.add(static_cast<int>(walker.chunk / (chunks_.size() - 1)), loss, predictions);
  }
}

/// At most this many steps, by one thread.
void ParallelWord2VecTrainer::walk(Walker& walker, std::uint64_t steps) {
  walker.alpha = learning_rate_after(tokens_read_.load(std::memory_order_relaxed));
  walker.ahead.follows = false;
  while (walker.steps < steps && !walker.diverged && find_window(walker)) {
    if (looks_ahead_) look_ahead(walker.cursor, walker.rng, walker.ahead);
    const auto [loss, predictions] =
        train_step(walker.cursor, walker.alpha, walker.rng, walker.scratch);
    walker.diverged = !(loss <= std::numeric_limits<double>::max());  // infinite or NaN
    walker.loss += loss;
    walker.predictions += predictions;
    ++walker.steps;
    if (walker.cursor.position() % kWindowsPerLook == 0) count_progress(walker);
  }
}

/// Moves to the next window of the walker's chunk, or of the next chunk; false if there is none.
bool ParallelWord2VecTrainer::find_window(Walker& walker) {
  while (!find_step(walker.cursor, walker.rng)) {
    if (!walker.idle) count_progress(walker);
    if (++walker.sentence >= walker.end) take_chunk(walker);
    if (walker.idle) return false;
    walker.cursor.begin(corpus_.sentence(walker.sentence), keep_, walker.rng);
    walker.ahead.follows = false;
    walker.counted = 0;
  }
  return true;
}

void ParallelWord2VecTrainer::take_chunk(Walker& walker) {
  walker.cursor.clear();
  walker.idle = true;
  const std::uint64_t chunk = next_chunk_.fetch_add(1, std::memory_order_relaxed);
  if (chunk >= chunks_in_all()) return;
  const std::size_t place = chunk % (chunks_.size() - 1);
  walker.idle = false;
  walker.chunk = chunk;
  walker.sentence = chunks_[place];
  walker.end = chunks_[place + 1];
  walker.rng = Rng(config_.seed, kFirstChunkStream + chunk);
}

/// Adds the tokens of the sentence that were read since the last call to the shared progress, and
/// updates the learning rate.
void ParallelWord2VecTrainer::count_progress(Walker& walker) {
  const std::size_t length =
      corpus_.sentence_offsets[walker.sentence + 1] - corpus_.sentence_offsets[walker.sentence];
  const std::uint64_t read = walker.cursor.at_end() ? length : walker.cursor.tokens_read(length);
  const std::uint64_t more = read - std::exchange(walker.counted, read);
  walker.alpha =
      learning_rate_after(tokens_read_.fetch_add(more, std::memory_order_relaxed) + more);
}

/// The same state as a trainer with one thread has, so that each can resume the other's
/// checkpoints.
void ParallelWord2VecTrainer::visit_state(StateVisitor& visitor) {
  const std::size_t chunks = chunks_.size() - 1;
  std::uint64_t first = std::min(next_chunk_.load(), chunks_in_all());
  for (const Walker& walker : walkers_) {
    if (!walker.idle) first = std::min(first, walker.chunk);
  }
  epoch_ = chunks == 0 ? 0 : static_cast<int>(first / chunks);
  sentence_ = chunks == 0 ? 0 : chunks_[first % chunks];
  cursor_.clear();
  const auto place = [&] { return std::pair(epoch_, sentence_); };
  const auto before = place();
  Word2VecTrainer::visit_state(visitor);
  if (chunks == 0 || place() == before) return;

  const auto after = std::upper_bound(chunks_.begin(), chunks_.end() - 1, sentence_);
  const auto chunk = static_cast<std::uint64_t>(after - chunks_.begin() - 1);
  begin_at(std::min(static_cast<std::uint64_t>(epoch_) * chunks + chunk, chunks_in_all()));
}

void ParallelWord2VecTrainer::describe(TrainReport& report) const {
  const std::uint64_t tokens = tokens_read_;
  Word2VecTrainer::describe(report);
  report.epoch = std::min(static_cast<int>(tokens / std::max<std::uint64_t>(1, corpus_tokens_)) + 1,
                          config_.epochs);
  report.tokens = tokens;
  report.progress = static_cast<double>(tokens) /
                    (static_cast<double>(config_.epochs) * static_cast<double>(corpus_tokens_));
  report.learning_rate = learning_rate_after(tokens);
}

}  // namespace preformer

#endif
