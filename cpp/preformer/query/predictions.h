// Words with their probabilities: the next word, the word in a gap, and the score of a sentence.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "preformer/base/matrix.h"
#include "preformer/models/language_model.h"
#include "preformer/query/layer_view.h"
#include "preformer/text/vocabulary.h"

namespace preformer {

/// The longest sentence of a question; models compute over all of it.
inline constexpr std::size_t kMaxAskedWords = 1000;

struct Prediction {
  std::int32_t id = 0;  // a class: a word, <s> or </s>
  double probability = 0;
};

/// The word of a class: of the vocabulary, or a boundary.
std::string_view class_word(const Vocabulary& vocabulary, std::int32_t id);

/// Ids of the words of a question. Words outside the vocabulary become <unk> if it has one, and
/// throw UnknownWord otherwise. Throws TooLarge for more than kMaxAskedWords.
std::vector<std::int32_t> asked_ids(const Vocabulary& vocabulary,
                                    std::span<const std::string> words);

/// The same, but throws BadParameter if there is no word.
std::vector<std::int32_t> sentence_ids(const Vocabulary& vocabulary,
                                       std::span<const std::string> words);

/// The text on both sides of the blank. The blank is the only _ between spaces, or else the only _
/// in the text. Throws BadParameter if there is no such _.
std::pair<std::string_view, std::string_view> split_at_blank(std::string_view text);

/// The same for a list of words. Removes the blank and the words before it from `words`, and
/// returns these words.
std::vector<std::string> take_before_blank(std::vector<std::string>& words);

/// The most probable words, by falling probability, ties by id. `never` is a class that cannot
/// occur at this place, such as <s> within a sentence. Throws BadParameter for topn < 1.
std::vector<Prediction> top_words(const RowVector<float>& probabilities, std::int64_t topn,
                                  std::span<const std::int32_t> never = {});

// Three questions with results that can be shown as they are.
std::vector<Prediction> predict_next(const LanguageModel& model, WordIds before, std::int64_t topn);
std::vector<Prediction> predict_previous(const LanguageModel& model, WordIds after,
                                         std::int64_t topn);

/// `using_sides`: predicts from both sides, or from one side without the other.
std::vector<Prediction> predict_middle(const LanguageModel& model, WordIds before, WordIds after,
                                       Directions using_sides, std::int64_t topn);

struct SentenceScore {
  std::vector<Prediction> words;  // in the order of the text; read forwards </s> is the last, read
                                  // backwards <s> the first
  double perplexity = 0;          // e^(−1/n Σ ln P) over those n
  double bits_per_word = 0;       // −1/n Σ log₂ P
};

/// Throws BadParameter for a sentence without words and for kBoth.
SentenceScore score_sentence(const LanguageModel& model, WordIds sentence, Directions direction);

}  // namespace preformer
