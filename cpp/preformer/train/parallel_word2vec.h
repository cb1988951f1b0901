// CBOW or Skip-gram on several threads that share both weight matrices without locks: Hogwild
// (Recht, Ré, Wright & Niu 2011, arXiv:1106.5730), as in word2vec.c. A thread may overwrite what
// another has just added to the same row. With a large vocabulary that is rare, and the following
// windows correct it. These data races are intended, and occur in this file only. Two equal runs
// give different bits.
//
// The text of an epoch is divided into chunks of whole sentences; a thread that has finished its
// chunk takes the next one. Each chunk has a random stream of its own for its windows and
// negatives, whichever thread takes it.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <vector>

#include "preformer/train/word2vec_trainer.h"

namespace preformer {

/// A checkpoint stores the earliest chunk that was not finished. A resumed run repeats that chunk
/// and those begun after it, a few thousand words at most.
class ParallelWord2VecTrainer final : public Word2VecTrainer {
 public:
  /// With config.threads threads.
  ParallelWord2VecTrainer(Corpus corpus, const TrainConfig& config);

  void reset(std::uint64_t seed) override;
  bool finished() const override;
  std::optional<TrainingExample> next_example() const override { return std::nullopt; }
  std::size_t threads_used() const override { return walkers_.size(); }
  void visit_state(StateVisitor& visitor) override;

 protected:
  std::uint64_t advance(std::uint64_t count) override;
  void describe(TrainReport& report) const override;
  Looks looks() const override;

 private:
  /// A thread's position in the text. Between two calls of advance() no thread is running.
  struct alignas(128) Walker {  // so that no two walkers share a cache line
    Word2VecScratch<float> scratch;
    StepAhead ahead;
    Rng rng{1};
    std::uint64_t chunk = 0;    // the last chunk taken, counted over all epochs
    bool idle = true;           // that chunk is finished
    std::size_t sentence = 0;   // the current sentence
    std::size_t end = 0;        // of the chunk
    WindowCursor cursor;        // in the sentence
    std::uint64_t counted = 0;  // tokens of the sentence that tokens_read_ includes
    float alpha = 0;

    // Since the last advance().
    std::uint64_t steps = 0, predictions = 0;
    double loss = 0;
    bool diverged = false;
  };

  void cut_chunks();
  std::uint64_t chunks_in_all() const;
  void begin_at(std::uint64_t chunk);
  void walk(Walker& walker, std::uint64_t steps);
  bool find_window(Walker& walker);
  void take_chunk(Walker& walker);
  void count_progress(Walker& walker);
  void collect();

  std::vector<std::size_t> chunks_;  // the first sentence of each, then the number of sentences
  std::vector<Walker> walkers_;
  std::atomic<std::uint64_t> next_chunk_{0};   // over all epochs
  std::atomic<std::uint64_t> tokens_read_{0};  // over all epochs
  std::size_t turn_ = 0;                       // the walker for the next single step
};

}  // namespace preformer
