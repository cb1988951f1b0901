#include "preformer/train/learnable.h"

#include <string>
#include <vector>

#include "preformer/base/decimal.h"
#include "preformer/base/error.h"
#include "preformer/text/subsampling.h"

namespace preformer {

namespace {

constexpr const char* kPermitted = "two words or more in a sentence";

[[noreturn]] void refuse(const std::string& message, const std::string& name,
                         const std::string& value) {
  throw Error(ErrorCode::kNothingToLearn, message, {name, value, kPermitted});
}

[[noreturn]] void refuse_left_out(const VocabularyOptions& limits) {
  const bool by_size = limits.min_count <= 1;
  const std::string name = by_size ? "maxVocabulary" : "minCount";
  const std::string value = std::to_string(by_size ? limits.max_size : limits.min_count);
  refuse("With " + name + " = " + value +
             " every sentence is left with one word: nothing stands beside anything. " +
             (by_size ? "Raise" : "Lower") + " it or give more text.",
         name, value);
}

bool has_pair(const EncodedText& text) {
  for (std::size_t s = 0; s < text.sentences(); ++s) {
    if (text.sentence(s).size() >= 2) return true;
  }
  return false;
}

/// Expected number of pairs in one sentence that both survive: Σ_{i<j} p_i p_j = ((Σp)² − Σp²) / 2.
/// Summed over the text.
double expected_pairs(const Corpus& corpus, const std::vector<float>& keep) {
  double pairs = 0;
  for (std::size_t s = 0; s < corpus.sentences(); ++s) {
    double sum = 0, squares = 0;
    for (const std::int32_t id : corpus.sentence(s)) {
      const double p = keep[static_cast<std::size_t>(id)];
      sum += p;
      squares += p * p;
    }
    pairs += (sum * sum - squares) / 2;
  }
  return pairs;
}

void require_sampled_pairs(const Corpus& corpus, const TrainConfig& config) {
  const std::vector<float> keep =
      keep_probabilities(corpus.vocabulary.counts(), corpus.vocabulary.total(), config.sample);
  if (expected_pairs(corpus, keep) * config.epochs >= 1) return;
  const std::string value = decimal(config.sample);
  refuse("With sample = " + value +
             " subsampling drops so many words that none is left beside another. Raise it; 0 keeps "
             "every word.",
         "sample", value);
}

}  // namespace

void require_pairs(const Corpus& corpus, const EncodedText& heldout, const TrainConfig& config) {
  if (corpus.ids.empty() || config.model == ModelKind::kOneHot) return;
  if (config.model == ModelKind::kElmo && config.elmo.carry_state) return;
  const bool word2vec = config.model == ModelKind::kCbow || config.model == ModelKind::kSkipGram;
  if (corpus.alone < corpus.ids.size()) {
    if (word2vec && config.sample > 0) require_sampled_pairs(corpus, config);
    return;
  }
  if (corpus.longest_read > 1) refuse_left_out(corpus.limits);
  if (has_pair(heldout)) {
    refuse(
        "Only held-out sentences have two words or more: nothing is left to learn from. Hold out "
        "less, or give more text.",
        "heldout", "");
  }
  std::string message =
      "Every sentence has one word: nothing stands beside anything. Is this a list of words, or a "
      "text without spaces? Cut it by characters or words; Thai, Lao, Khmer and Burmese need "
      "spaces "
      "between their words.";
  if (corpus.overlong > 0) {
    message += " Tokens longer than " + std::to_string(kMaxTokenBytes) + " bytes were skipped (" +
               std::to_string(corpus.overlong) + ").";
  }
  refuse(message, "corpus", "");
}

}  // namespace preformer
