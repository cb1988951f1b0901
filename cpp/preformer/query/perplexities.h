// The perplexity of a text under a model and under n-grams of the same corpus, over the same words
// and sentence ends:  perplexity = e^(−1/n Σ ln P),  n = words + sentences.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "preformer/models/language_model.h"
#include "preformer/models/ngram.h"
#include "preformer/text/corpus.h"
#include "preformer/text/encoded_text.h"

namespace preformer {

struct Perplexities {
  std::uint64_t words = 0, sentences = 0;
  double model = 0;
  double unigram = 0, bigram = 0, trigram = 0;  // interpolated; NaN without a corpus to count in
  double mixed = 0;                             // ½ model + ½ trigram (Bengio et al. 2003, §4)
};

/// The n-grams of one corpus. Each is counted when it is first used.
class Baselines {
 public:
  /// The corpus must outlive this.
  explicit Baselines(const Corpus& corpus) : corpus_(corpus) {}

  static constexpr int kOrders = Ngram::kMaxOrder;
  /// order 1, 2 or 3
  const Ngram& order(int order);

 private:
  const Corpus& corpus_;
  std::array<std::unique_ptr<Ngram>, kOrders> ngrams_;
};

/// Measures a text in small steps, so that a page stays responsive.
class PerplexityMeter {
 public:
  /// `baselines`: null for the model alone; must outlive this.
  PerplexityMeter(EncodedText text, Baselines* baselines)
      : text_(std::move(text)), baselines_(baselines) {}

  /// Counts an n-gram, or measures a few hundred words. Returns whether all is done. The model may
  /// be trained between two steps; the result then mixes several states of it.
  bool step(const LanguageModel& model);
  double progress() const;  // 0 … 1
  Perplexities result() const;

 private:
  static constexpr int kOrders = Baselines::kOrders;

  EncodedText text_;
  Baselines* baselines_;
  int counted_ = 0;           // n-grams that are ready
  std::size_t sentence_ = 0;  // the next one to measure
  double model_nats_ = 0, mixed_nats_ = 0;
  std::array<double, kOrders> nats_{};
};

/// Measures the whole text at once.
Perplexities measure_perplexities(const LanguageModel& model, EncodedText text,
                                  Baselines* baselines);

}  // namespace preformer
