// preformer query predict: words and their probabilities.
#include <memory>
#include <string>
#include <vector>

#include "cli/checkpoints.h"
#include "cli/verbs.h"
#include "preformer/query/generate.h"
#include "preformer/query/predictions.h"

namespace preformer::cli {

namespace {

struct PredictOptions {
  std::string checkpoint, direction = "forward", using_sides = "both";
  std::vector<std::string> words;
  std::int64_t topn = 10;
  GenerateOptions generate;

  /// Words may be given one by one or as one text.
  std::string text() const {
    std::string joined;
    for (const std::string& word : words) joined += (joined.empty() ? "" : " ") + word;
    return joined;
  }
};

Answer list(const char* query, const Opened& model, const std::vector<Prediction>& predictions) {
  Answer answer;
  Json results = Json::array();
  for (const Prediction& p : predictions) {
    const std::string word(class_word(model.vocabulary(), p.id));
    results.push_back({{"word", word}, {"probability", p.probability}});
    answer.text += (answer.text.empty() ? "" : "\n") + word + "\t" + fixed(p.probability, 6);
  }
  answer.json = {{"query", query}, {"results", results}};
  return answer;
}

Answer ask_next(const Opened& model, const PredictOptions& options) {
  const auto ids = asked_ids(model.vocabulary(), model.split(options.text()));
  return list("next", model, predict_next(model.language_model(), ids, options.topn));
}

Answer ask_previous(const Opened& model, const PredictOptions& options) {
  const auto ids = asked_ids(model.vocabulary(), model.split(options.text()));
  return list("previous", model, predict_previous(model.language_model(), ids, options.topn));
}

Answer ask_middle(const Opened& model, const PredictOptions& options) {
  const std::string text = options.text();
  const auto [left, right] = split_at_blank(text);
  const auto before = asked_ids(model.vocabulary(), model.split(left));
  const auto after = asked_ids(model.vocabulary(), model.split(right));
  const Directions sides = parse_name(direction_names(), "using", options.using_sides);
  return list("middle", model,
              predict_middle(model.language_model(), before, after, sides, options.topn));
}

Answer ask_score(const Opened& model, const PredictOptions& options) {
  const auto ids = sentence_ids(model.vocabulary(), model.split(options.text()));
  const SentenceScore score = score_sentence(
      model.language_model(), ids, parse_name(direction_names(), "direction", options.direction));
  Answer answer = list("score", model, score.words);
  answer.text += "\nperplexity\t" + fixed(score.perplexity, 6);
  answer.json["perplexity"] = score.perplexity;
  answer.json["bitsPerWord"] = score.bits_per_word;
  return answer;
}

Answer ask_generate(const Opened& model, const PredictOptions& options) {
  const auto prompt = asked_ids(model.vocabulary(), model.split(options.text()));
  const Generated text = generate(model.language_model(), prompt, options.generate);
  Answer answer;
  std::vector<std::string> words;
  for (const std::int32_t id : text.ids) {
    words.emplace_back(class_word(model.vocabulary(), id));
    answer.text += (answer.text.empty() ? "" : " ") + words.back();
  }
  answer.json = {{"query", "generate"}, {"words", words}, {"ended", text.ended}};
  return answer;
}

using AskModel = Answer (*)(const Opened&, const PredictOptions&);

}  // namespace

void add_predict(CLI::App& query, Command& command) {
  CLI::App* verb = query.add_subcommand("predict", "Words and their probabilities");
  verb->require_subcommand(1);
  const auto options = std::make_shared<PredictOptions>();
  const auto add = [&](const char* name, const char* help, AskModel ask) {
    CLI::App* question = verb->add_subcommand(name, help);
    question
        ->add_option("--checkpoint", options->checkpoint, "File written by `train --checkpoint`")
        ->required();
    question->add_option("words", options->words, "Words, or one text");
    add_json_flag(*question, command);
    question->callback([options, ask, &command] {
      command.run = [options, ask] { return ask(open_checkpoint(options->checkpoint), *options); };
    });
    return question;
  };
  const auto add_topn = [&](CLI::App* question) {
    question->add_option("--topn", options->topn, "Number of words")->capture_default_str();
  };
  add_topn(add("next", "Predict the next word (NNLM, ELMo)", ask_next));
  add_topn(add("previous", "Predict the previous word (ELMo)", ask_previous));

  CLI::App* question = add("middle", "Predict the word at the blank _ (CBOW, ELMo)", ask_middle);
  add_topn(question);
  question->add_option("--using", options->using_sides, "both, forward or backward")
      ->capture_default_str();

  question = add("score", "The probability of each word of a sentence", ask_score);
  question->add_option("--direction", options->direction, "forward or backward")
      ->capture_default_str();

  question = add("generate", "Continue the words", ask_generate);
  question->add_option("--length", options->generate.length, "Largest number of words")
      ->capture_default_str();
  question
      ->add_option("--temperature", options->generate.temperature,
                   "0: always the most probable word")
      ->capture_default_str();
  question
      ->add_option("--top-k", options->generate.top_k,
                   "Draw from so many of the most probable words; 0: all")
      ->capture_default_str();
  add_count(*question, "--seed", options->generate.seed, "The same seed gives the same text");
}

}  // namespace preformer::cli
