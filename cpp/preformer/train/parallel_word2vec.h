// CBOW or Skip-gram on several threads that share both weight matrices and never wait for each
// other: Hogwild (Recht, Ré, Wright & Niu 2011, arXiv:1106.5730), as word2vec.c does it. Now and
// then a thread overwrites what another has just added to the same row; with words enough that is
// rare, and the next windows make up for it. These data races are meant, and only here: two equal
// runs give other bits, so nothing about them can be promised.
//
// The text of an epoch is dealt in chunks of whole sentences to whoever asks next. A chunk has a
// random stream of its own, which decides its windows and negatives whichever thread takes it.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <vector>

#include "preformer/train/word2vec_trainer.h"

namespace preformer {

/// A checkpoint keeps the earliest chunk that was not finished: a resumed run reads again what came
/// of it and of the chunks begun after it, some thousand words at most.
class ParallelWord2VecTrainer final : public Word2VecTrainer {
 public:
  /// With config.threads threads.
  ParallelWord2VecTrainer(Corpus corpus, const TrainConfig& config);

  void reset(std::uint64_t seed) override;
  bool finished() const override;
  void visit_state(StateVisitor& visitor) override;

 protected:
  std::uint64_t advance(std::uint64_t count) override;
  void describe(TrainReport& report) const override;
  Looks looks() const override;

 private:
  /// A thread's place in the text. Between two calls of advance() all of them stand still.
  struct alignas(128) Walker {  // on cache lines of its own
    Word2VecScratch<float> scratch;
    Rng rng{1};
    std::uint64_t chunk = 0;         // taken last, counted over all epochs
    bool idle = true;                // that chunk is finished
    std::size_t sentence = 0;        // under way
    std::size_t end = 0;             // of the chunk
    std::vector<std::int32_t> kept;  // the sentence's words that survived subsampling
    std::size_t position = 0;        // the next centre word in it
    std::uint64_t told = 0;          // of the sentence's tokens, those already in tokens_read_
    float alpha = 0;
    std::vector<std::int32_t> contexts;  // of the window found last

    // Since the last advance().
    std::uint64_t steps = 0, predictions = 0;
    double loss = 0;
    bool diverged = false;
  };

  void cut_chunks();
  std::uint64_t chunks_in_all() const;
  void begin_at(std::uint64_t chunk);
  void walk(Walker& walker, std::uint64_t steps);
  void train_window(Walker& walker);
  bool find_window(Walker& walker);
  void take_chunk(Walker& walker);
  void begin_sentence(Walker& walker);
  void tell_progress(Walker& walker);
  void collect();

  std::vector<std::size_t> chunks_;  // first sentence of each, then the number of sentences
  std::vector<Walker> walkers_;
  std::atomic<std::uint64_t> next_chunk_{0};   // over all epochs
  std::atomic<std::uint64_t> tokens_read_{0};  // over all epochs
  std::size_t turn_ = 0;                       // whose turn it is where one step is asked for
};

}  // namespace preformer
