#include "preformer/train/sentence_examples.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "preformer/base/error.h"

namespace preformer {

namespace {

/// A sentence in an error: its place, and how it begins.
std::string quote(std::size_t place, std::span<const std::string> words) {
  std::string text;
  for (const std::string& word : words) {
    if (text.size() + word.size() > 80) break;
    text += (text.empty() ? "" : " ") + word;
  }
  return "sentence " + std::to_string(place) + (text.empty() ? "" : ": " + text);
}

}  // namespace

void SentenceExamples::add(const Vocabulary& vocabulary, std::span<const std::string> words,
                           std::int32_t label, const std::string& field) {
  const std::string quoted = quote(numbers_.size() + 1, words);
  if (words.empty()) {
    throw Error(ErrorCode::kBadParameter,
                "A sentence has no words (" + quoted + "). Write one, or leave the sentence out.",
                {field, quoted, "one word or more"});
  }
  if (words.size() > kMaxExampleWords) {
    const std::string most = "at most " + std::to_string(kMaxExampleWords) + " words";
    throw Error(ErrorCode::kTooLarge,
                "A sentence may have " + most + " (" + quoted + " …). Cut it into shorter ones.",
                {field, std::to_string(words.size()), most});
  }
  const std::optional<std::int32_t> stand_in = vocabulary.find(kUnknownToken);
  std::vector<float> ids;
  std::size_t unknown = 0;
  for (const std::string& word : words) {
    const std::optional<std::int32_t> id = vocabulary.find(word);
    if (!id) ++unknown;
    if (id || stand_in) ids.push_back(static_cast<float>(id ? *id : *stand_in));
  }
  if (ids.empty()) {
    const std::optional<std::int32_t> near = vocabulary.suggest(words.front());
    throw Error(ErrorCode::kUnknownWord,
                "The model knows no word of a sentence (" + quoted +
                    "). Leave it out, or train the model on text that has its words.",
                {field, quoted, near ? std::string(vocabulary.word(*near)) : std::string()});
  }
  Matrix<float>& numbers = numbers_.emplace_back(static_cast<Index>(ids.size()), 1);
  std::copy(ids.begin(), ids.end(), numbers.data());
  labelled_.examples.push_back(view(std::as_const(numbers)));
  labelled_.labels.push_back(label);
  unknown_ += unknown;
}

}  // namespace preformer
