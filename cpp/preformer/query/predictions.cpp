#include "preformer/query/predictions.h"

#include <algorithm>
#include <optional>

#include "preformer/base/fast_math.h"
#include "preformer/text/sentence_boundaries.h"
#include "preformer/text/unicode.h"
#include "preformer/text/utf8.h"

namespace preformer {
namespace {

constexpr double kLn2 = 0.693147180559945309417;

std::int32_t words_of(const LanguageModel& model) {
  return static_cast<std::int32_t>(model.classes()) - 2;
}

Error empty_sentence() {
  return Error(ErrorCode::kBadParameter, "The sentence has no words. Write one word at least.",
               {"sentence", "", "one word or more"});
}

Error unclear_blank(std::string_view text) {
  return Error(ErrorCode::kBadParameter,
               "Mark the word to guess with one _ that stands alone: the cat _ on the mat.",
               {"context", std::string(text.substr(0, 100)), "text with one _"});
}

/// Whether the character before `at`, or the one at `at`, is white space or none at all.
bool is_gap(std::string_view text, std::size_t at, bool before) {
  if (before ? at == 0 : at >= text.size()) return true;
  if (!before) return is_space(decode_at(text, at).code_point);
  std::size_t start = at - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0u) == 0x80u) --start;
  return is_space(decode_at(text, start).code_point);
}

/// Where the only _ that satisfies `good` is.
template <class Good>
std::optional<std::size_t> only_blank(std::string_view text, Good good) {
  std::optional<std::size_t> found;
  for (std::size_t at = text.find('_'); at != std::string_view::npos; at = text.find('_', at + 1)) {
    if (!good(at)) continue;
    if (found) return std::nullopt;
    found = at;
  }
  return found;
}

}  // namespace

std::string_view class_word(const Vocabulary& vocabulary, std::int32_t id) {
  if (id == begin_id(vocabulary.size())) return kBeginToken;
  if (id == end_id(vocabulary.size())) return kEndToken;
  return vocabulary.word(id);
}

std::vector<std::int32_t> asked_ids(const Vocabulary& vocabulary,
                                    std::span<const std::string> words) {
  if (words.size() > kMaxAskedWords) {
    const std::string most = std::to_string(kMaxAskedWords);
    throw Error(ErrorCode::kTooLarge, "The sentence is longer than " + most + " words. Shorten it.",
                {"sentence", std::to_string(words.size()), "at most " + most + " words"});
  }
  const std::optional<std::int32_t> unknown = vocabulary.find(kUnknownToken);
  std::vector<std::int32_t> ids;
  for (const std::string& word : words) {
    const std::optional<std::int32_t> id = vocabulary.find_in_any_form(word);
    ids.push_back(id ? *id : unknown ? *unknown : vocabulary.id_or_throw(word));
  }
  return ids;
}

std::vector<std::int32_t> sentence_ids(const Vocabulary& vocabulary,
                                       std::span<const std::string> words) {
  if (words.empty()) throw empty_sentence();
  return asked_ids(vocabulary, words);
}

std::pair<std::string_view, std::string_view> split_at_blank(std::string_view text) {
  const auto alone = [&](std::size_t at) {
    return is_gap(text, at, true) && is_gap(text, at + 1, false);
  };
  std::optional<std::size_t> at = only_blank(text, alone);
  if (!at) at = only_blank(text, [](std::size_t) { return true; });
  if (!at) throw unclear_blank(text);
  return {text.substr(0, *at), text.substr(*at + 1)};
}

std::vector<std::string> take_before_blank(std::vector<std::string>& words) {
  const auto blank = std::find(words.begin(), words.end(), "_");
  if (std::count(words.begin(), words.end(), "_") != 1) throw unclear_blank("");
  std::vector<std::string> before(words.begin(), blank);
  words.erase(words.begin(), blank + 1);
  return before;
}

std::vector<Prediction> top_words(const RowVector<float>& probabilities, std::int64_t topn,
                                  std::span<const std::int32_t> never) {
  if (topn < 1) {
    throw Error(ErrorCode::kBadParameter, "topn must be at least 1.",
                {"topn", std::to_string(topn), "1 or more"});
  }
  std::vector<Prediction> all;
  for (std::int32_t id = 0; id < static_cast<std::int32_t>(probabilities.size()); ++id) {
    if (std::find(never.begin(), never.end(), id) != never.end()) continue;
    all.push_back({id, probabilities[id]});
  }
  const auto top = std::min<std::int64_t>(topn, static_cast<std::int64_t>(all.size()));
  std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(top), all.end(),
                    [](const Prediction& a, const Prediction& b) {
                      return a.probability != b.probability ? a.probability > b.probability
                                                            : a.id < b.id;
                    });
  all.resize(static_cast<std::size_t>(top));
  return all;
}

std::vector<Prediction> predict_next(const LanguageModel& model, WordIds before,
                                     std::int64_t topn) {
  const std::int32_t never[] = {begin_id(words_of(model))};
  return top_words(model.next_word(before), topn, never);
}

std::vector<Prediction> predict_previous(const LanguageModel& model, WordIds after,
                                         std::int64_t topn) {
  const std::int32_t never[] = {end_id(words_of(model))};
  return top_words(model.previous_word(after), topn, never);
}

std::vector<Prediction> predict_middle(const LanguageModel& model, WordIds before, WordIds after,
                                       Directions using_sides, std::int64_t topn) {
  const std::int32_t never[] = {begin_id(words_of(model)), end_id(words_of(model))};
  return top_words(using_sides == Directions::kForward    ? model.next_word(before)
                   : using_sides == Directions::kBackward ? model.previous_word(after)
                                                          : model.middle_word(before, after),
                   topn, never);
}

SentenceScore score_sentence(const LanguageModel& model, WordIds sentence, Directions direction) {
  if (sentence.empty()) throw empty_sentence();
  if (direction == Directions::kBoth) {
    throw Error(ErrorCode::kBadParameter, "A sentence is read in one direction at a time.",
                {"direction", "both", "forward, backward"});
  }
  const bool forward = direction == Directions::kForward;
  const WordIds one[] = {sentence};
  const std::vector<double> nats =
      forward ? model.score(one).front() : model.score_backward(one).front();
  std::vector<std::int32_t> ids(sentence.begin(), sentence.end());
  if (forward) {
    ids.push_back(end_id(words_of(model)));
  } else {
    ids.insert(ids.begin(), begin_id(words_of(model)));
  }

  SentenceScore score;
  double sum = 0;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    score.words.push_back({ids[i], math::exp(nats[i])});
    sum += nats[i];
  }
  const double mean = -sum / static_cast<double>(ids.size());
  score.perplexity = math::exp(mean);
  score.bits_per_word = mean / kLn2;
  return score;
}

}  // namespace preformer
