#include "cli/seed_questions.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "cli/checkpoints.h"
#include "cli/notes.h"
#include "preformer/base/error.h"
#include "preformer/base/sort.h"
#include "preformer/query/evaluation_file.h"
#include "preformer/query/most_similar.h"
#include "preformer/query/predictions.h"
#include "preformer/query/word_analogies.h"
#include "preformer/query/word_pairs.h"

namespace preformer::cli {

namespace {

// Rarer words have seen too few neighbours; word2vec.c leaves them out.
constexpr std::uint64_t kRare = 5;
constexpr int kShown = 5;

std::vector<Scored> neighbours(const Trainer& trainer, Words positive, Words negative) {
  const Vocabulary& vocabulary = trainer.corpus().vocabulary;
  std::vector<Scored> answer;
  for (const Neighbour& one :
       most_similar(vocabulary, trainer.input_vectors(), positive, negative, vocabulary.size())) {
    answer.push_back({std::string(vocabulary.word(one.id)), one.similarity});
  }
  return answer;
}

/// The odd word first, then by rising similarity to the mean of all.
std::vector<Scored> odd_first(const Trainer& trainer, Words words) {
  const OddOneOut odd = doesnt_match(trainer.corpus().vocabulary, trainer.input_vectors(), words);
  const auto order = sorted_indices(words.size(), [&](std::size_t a, std::size_t b) {
    const bool first = a == odd.index, second = b == odd.index;
    return first != second ? first : odd.similarities[a] < odd.similarities[b];
  });
  std::vector<Scored> answer;
  for (const std::size_t i : order) answer.push_back({words[i], odd.similarities[i]});
  return answer;
}

std::vector<Scored> predictions(const Trainer& trainer, const SeedQuestion& question,
                                const TokenizerOptions& tokenizer) {
  const Vocabulary& vocabulary = trainer.corpus().vocabulary;
  const LanguageModel& model = language_model_of(trainer);
  const std::int64_t all = vocabulary.size() + 2;  // and the ends of a sentence
  std::vector<Prediction> found;
  if (question.kind == SeedQuestion::Kind::kNext) {
    found = predict_next(model, asked_ids(vocabulary, question.words), all);
  } else {
    const auto [left, right] = split_at_blank(question.text);
    found =
        predict_middle(model, asked_ids(vocabulary, words_of(left, tokenizer)),
                       asked_ids(vocabulary, words_of(right, tokenizer)), Directions::kBoth, all);
  }
  std::vector<Scored> answer;
  for (const Prediction& p : found) {
    answer.push_back({std::string(class_word(vocabulary, p.id)), p.probability});
  }
  return answer;
}

/// The words in the order of their probability, but the one that was drawn first.
std::vector<Scored> drawn_first(const Trainer& trainer, SeedQuestion& question,
                                const GenerateOptions& draw) {
  const Vocabulary& vocabulary = trainer.corpus().vocabulary;
  const LanguageModel& model = language_model_of(trainer);
  const auto prompt = asked_ids(vocabulary, question.words);
  const Generated drawn = generate(model, prompt, draw);
  std::string text;
  for (const std::int32_t id : drawn.ids) {
    text += (text.empty() ? "" : " ") + std::string(class_word(vocabulary, id));
  }
  if (drawn.ended) text += text.empty() ? "</s>" : " </s>";
  ++question.texts[text];
  const std::string first = text.substr(0, text.find(' '));
  std::vector<Scored> answer;
  for (const Prediction& p : predict_next(model, prompt, vocabulary.size() + 2)) {
    const std::string word(class_word(vocabulary, p.id));
    answer.insert(word == first ? answer.begin() : answer.end(), {word, p.probability});
  }
  return answer;
}

void add_score(const Trainer& trainer, SeedQuestion& question) {
  const auto ids = sentence_ids(trainer.corpus().vocabulary, question.words);
  const SentenceScore score = score_sentence(language_model_of(trainer), ids, Directions::kForward);
  question.add_number("perplexity", "", score.perplexity);
  question.add_number("bitsPerWord", "", score.bits_per_word);
}

void add_evaluation(const Trainer& trainer, SeedQuestion& question) {
  const Vocabulary& vocabulary = trainer.corpus().vocabulary;
  const auto& vectors = trainer.input_vectors();
  if (evaluation_kind(question.file) == EvaluationKind::kWordPairs) {
    const WordPairsResult result = evaluate_word_pairs(vocabulary, vectors, question.file);
    if (result.reason != NoCorrelation::kNone) return;
    question.add_number("spearman", "", result.spearman);
    question.add_number("pearson", "", result.pearson);
    return;
  }
  const WordAnalogiesResult result = evaluate_word_analogies(vocabulary, vectors, question.file);
  question.add_number("accuracy", "", result.total.accuracy());
  for (const AnalogySection& section : result.sections) {
    if (section.total > 0) question.add_number("accuracy", section.name, section.accuracy());
  }
}

}  // namespace

void require_words(const SeedQuestion& question, std::size_t least, std::size_t most,
                   const char* permitted) {
  const std::size_t count = question.words.size();
  if (count >= least && count <= most) return;
  throw Error(ErrorCode::kBadParameter,
              "--" + std::string(question.name) + " takes " + permitted + " in quotes; it is \"" +
                  question.text + "\".",
              {question.name, question.text, permitted});
}

void SeedQuestion::add_number(const char* number, const std::string& section, double value) {
  const auto same = [&](const Number& one) { return one.name == number && one.section == section; };
  auto found = std::ranges::find_if(numbers, same);
  if (found == numbers.end()) found = numbers.insert(found, {number, section, {}});
  found->values.push_back(value);
}

void ask(const Trainer& trainer, SeedQuestion& question, const TokenizerOptions& tokenizer,
         const GenerateOptions& draw) {
  using Kind = SeedQuestion::Kind;
  const Words words = question.words;
  Agreement& agreement = question.agreement;
  switch (question.kind) {
    case Kind::kSimilar: return agreement.add(neighbours(trainer, words, {}));
    case Kind::kAnalogy:
      return agreement.add(neighbours(trainer, words.subspan(1), words.first(1)));
    case Kind::kOdd: return agreement.add(odd_first(trainer, words));
    case Kind::kNext:
    case Kind::kBlank: return agreement.add(predictions(trainer, question, tokenizer));
    case Kind::kGenerate: return agreement.add(drawn_first(trainer, question, draw));
    case Kind::kScore: return add_score(trainer, question);
    case Kind::kEvaluate: return add_evaluation(trainer, question);
  }
}

Json held_json(const SeedQuestion& question, const Vocabulary& vocabulary) {
  const auto count_of = [&](std::string_view word) -> std::optional<std::uint64_t> {
    const auto id = vocabulary.find(word);
    if (!id) return std::nullopt;
    return vocabulary.count(*id);
  };
  const auto is_rare = [&](std::string_view word) {
    return count_of(word).value_or(kRare) < kRare;
  };
  Json words = Json::array(), rare = Json::array();
  for (const Agreed& row : question.agreement.words()) {
    words.push_back({{"word", row.word},
                     {"first", row.first},
                     {"among", row.among},
                     {"mean", row.mean},
                     {"spread", row.spread},
                     {"count", count_of(row.word).value_or(0)},
                     {"rare", is_rare(row.word)}});
  }
  const bool on_words = question.kind == SeedQuestion::Kind::kSimilar ||
                        question.kind == SeedQuestion::Kind::kAnalogy ||
                        question.kind == SeedQuestion::Kind::kOdd;
  Json numbers = Json::array(), texts = Json::array();
  for (const auto& [name, section, values] : question.numbers) {
    const MeanAndSpread held = mean_and_spread(values);
    Json number = {{"name", name},
                   {"runs", values.size()},
                   {"mean", held.mean},
                   {"spread", held.spread},
                   {"least", std::ranges::min(values)},
                   {"most", std::ranges::max(values)}};
    if (!section.empty()) number["section"] = section;
    numbers.push_back(std::move(number));
  }
  std::vector<std::pair<std::uint64_t, std::string>> continuations;
  for (const auto& [text, runs] : question.texts) continuations.emplace_back(runs, text);
  for (const std::size_t i :
       sorted_indices(continuations.size(), [&](std::size_t a, std::size_t b) {
         return continuations[b].first < continuations[a].first;
       })) {
    texts.push_back({{"text", continuations[i].second}, {"runs", continuations[i].first}});
  }
  for (const std::string& word : question.words) {
    if (on_words && is_rare(word)) rare.push_back(word);
  }
  return {{"question", question.name},     {"text", question.text},     {"words", std::move(words)},
          {"numbers", std::move(numbers)}, {"texts", std::move(texts)}, {"rare", std::move(rare)}};
}

std::string held_text(const Json& answer, std::uint64_t runs) {
  std::string text =
      answer["question"].get<std::string>() + " " + answer["text"].get<std::string>() + ":";
  int shown = 0;
  for (const Json& row : answer["words"]) {
    if (shown == kShown) break;
    text += "\n  " + row["word"].get<std::string>() + "\tfirst in " +
            std::to_string(row["first"].get<std::uint64_t>()) + " of " + std::to_string(runs) +
            ", among the first ten in " + std::to_string(row["among"].get<std::uint64_t>()) + "\t" +
            fixed(row["mean"].get<double>(), 3) + " ± " + fixed(row["spread"].get<double>(), 3) +
            (row["rare"].get<bool>() ? "\ttoo rare to trust" : "");
    ++shown;
  }
  for (const Json& number : answer["numbers"]) {
    text += "\n  " + number["name"].get<std::string>() +
            (number.contains("section") ? " of " + number["section"].get<std::string>() : "") +
            "\t" + fixed(number["mean"].get<double>(), 3) + " ± " +
            fixed(number["spread"].get<double>(), 3) + ", from " +
            fixed(number["least"].get<double>(), 3) + " to " +
            fixed(number["most"].get<double>(), 3) + " in " +
            std::to_string(number["runs"].get<std::uint64_t>()) + " of " + std::to_string(runs);
  }
  for (const Json& one : answer["texts"]) {
    text += "\n  \"" + one["text"].get<std::string>() + "\"\tin " +
            std::to_string(one["runs"].get<std::uint64_t>()) + " of " + std::to_string(runs);
  }
  for (const Json& word : answer["rare"]) {
    text += "\n  " + word.get<std::string>() + " is too rare to trust: fewer than " +
            std::to_string(kRare) + " times in the text";
  }
  return text;
}

}  // namespace preformer::cli
