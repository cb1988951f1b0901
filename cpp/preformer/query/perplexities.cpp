#include "preformer/query/perplexities.h"

#include <algorithm>
#include <limits>

#include "preformer/base/fast_math.h"

namespace preformer {
namespace {

constexpr std::size_t kWordsTogether = 512;  // enough for full matrix products

/// ln(½ e^a + ½ e^b)
double ln_of_mean(double a, double b) {
  constexpr double kLn2 = 0.693147180559945309417;
  const double high = std::max(a, b), low = std::min(a, b);
  return high + math::log(1.0 + math::exp(low - high)) - kLn2;
}

}  // namespace

const Ngram& Baselines::order(int order) {
  std::unique_ptr<Ngram>& ngram = ngrams_[static_cast<std::size_t>(order) - 1];
  if (!ngram) {
    ngram = std::make_unique<Ngram>(corpus_.ids, corpus_.sentence_offsets,
                                    corpus_.vocabulary.size(), order);
  }
  return *ngram;
}

bool PerplexityMeter::step(const LanguageModel& model) {
  if (baselines_ && counted_ < kOrders) {
    baselines_->order(++counted_);
    return false;
  }
  std::vector<WordIds> portion;
  std::size_t words = 0;
  while (sentence_ < text_.sentences() && words < kWordsTogether) {
    portion.push_back(text_.sentence(sentence_++));
    words += portion.back().size();
  }
  const std::vector<std::vector<double>> own = model.score(portion);
  for (const auto& sentence : own) {
    for (const double log_probability : sentence) model_nats_ -= log_probability;
  }
  for (int order = 1; baselines_ && order <= kOrders; ++order) {
    const std::vector<std::vector<double>> theirs = baselines_->order(order).score(portion);
    for (std::size_t s = 0; s < theirs.size(); ++s) {
      for (std::size_t i = 0; i < theirs[s].size(); ++i) {
        nats_[static_cast<std::size_t>(order) - 1] -= theirs[s][i];
        if (order == kOrders) mixed_nats_ -= ln_of_mean(own[s][i], theirs[s][i]);
      }
    }
  }
  return sentence_ == text_.sentences();
}

double PerplexityMeter::progress() const {
  const auto all = static_cast<double>(text_.ids.size());
  const auto measured = static_cast<double>(text_.sentence_offsets[sentence_]);
  if (!baselines_) return measured / all;
  return (counted_ + measured / all) / (kOrders + 1);
}

Perplexities PerplexityMeter::result() const {
  Perplexities found;
  found.words = text_.ids.size();
  found.sentences = text_.sentences();
  const auto predictions = static_cast<double>(found.words + found.sentences);
  const auto perplexity = [&](double nats) {
    return baselines_ ? math::exp(nats / predictions) : std::numeric_limits<double>::quiet_NaN();
  };
  found.model = math::exp(model_nats_ / predictions);
  found.unigram = perplexity(nats_[0]);
  found.bigram = perplexity(nats_[1]);
  found.trigram = perplexity(nats_[2]);
  found.mixed = perplexity(mixed_nats_);
  return found;
}

Perplexities measure_perplexities(const LanguageModel& model, EncodedText text,
                                  Baselines* baselines) {
  PerplexityMeter meter(std::move(text), baselines);
  while (!meter.step(model)) {
  }
  return meter.result();
}

}  // namespace preformer
