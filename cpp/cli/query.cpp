// preformer query: questions to word vectors.
#include <memory>
#include <string>
#include <vector>

#include "cli/checkpoints.h"
#include "cli/text_files.h"
#include "cli/vectors_file.h"
#include "cli/verbs.h"
#include "preformer/base/error.h"
#include "preformer/query/most_similar.h"

namespace preformer::cli {

namespace {

struct QueryOptions {
  VectorsFileOptions vectors;
  std::string checkpoint;
  std::vector<std::string> words, positive, negative;
  std::int64_t topn = 10;
};

Answer ask_most_similar(const WordVectors& data, const QueryOptions& options) {
  std::vector<std::string> positive = options.positive;
  positive.insert(positive.end(), options.words.begin(), options.words.end());
  const std::vector<Neighbour> found =
      most_similar(data.vocabulary, data.vectors, positive, options.negative, options.topn);
  Answer answer;
  Json results = Json::array();
  for (const Neighbour& neighbour : found) {
    const std::string word(data.vocabulary.word(neighbour.id));
    results.push_back({{"word", word}, {"similarity", neighbour.similarity}});
    answer.text += (answer.text.empty() ? "" : "\n") + word + "\t" + fixed(neighbour.similarity, 6);
  }
  answer.json = {{"query", "most-similar"},
                 {"positive", positive},
                 {"negative", options.negative},
                 {"results", results}};
  return answer;
}

Answer ask_similarity(const WordVectors& data, const QueryOptions& options) {
  const double value =
      similarity(data.vocabulary, data.vectors, options.words[0], options.words[1]);
  return {{{"query", "similarity"}, {"words", options.words}, {"similarity", value}},
          fixed(value, 6)};
}

Answer ask_doesnt_match(const WordVectors& data, const QueryOptions& options) {
  const OddOneOut odd = doesnt_match(data.vocabulary, data.vectors, options.words);
  const std::string& word = options.words[odd.index];
  return {{{"query", "doesnt-match"},
           {"words", options.words},
           {"word", word},
           {"similarities", odd.similarities}},
          word};
}

Answer ask_rank(const WordVectors& data, const QueryOptions& options) {
  const std::int64_t value =
      rank(data.vocabulary, data.vectors, options.words[0], options.words[1]);
  return {{{"query", "rank"}, {"words", options.words}, {"rank", value}}, std::to_string(value)};
}

using AskVectors = Answer (*)(const WordVectors&, const QueryOptions&);

Answer ask_file(const QueryOptions& options, AskVectors ask) {
  if (options.topn < 1) {
    throw Error(ErrorCode::kBadParameter, "topn must be at least 1.",
                {"topn", std::to_string(options.topn), "1 or more"});
  }
  if (!options.checkpoint.empty()) {
    const Opened model = open_checkpoint(options.checkpoint);
    return ask({model.vocabulary(), model.trainer->input_vectors()}, options);
  }
  const VectorsRead read = read_vectors_file(options.vectors);
  Answer answer = ask(read.vectors, options);
  answer.json["vectorsRead"] = found_json(read.found);
  return answer;
}

/// A question with its `--vectors` or `--checkpoint`; words follow in any order.
CLI::App* add_question(CLI::App& verb, Command& command,
                       const std::shared_ptr<QueryOptions>& options, const char* name,
                       const char* help, AskVectors ask) {
  CLI::App* question = verb.add_subcommand(name, help);
  CLI::Option_group* source = question->add_option_group("source", "Vectors to query");
  source->add_option("--vectors", options->vectors.path, "word2vec text or binary, or .tsv");
  source->add_option("--checkpoint", options->checkpoint, "File written by `train --checkpoint`");
  source->require_option(1);
  question->add_option("--metadata", options->vectors.metadata,
                       "The words, if the vectors are a .tsv file");
  add_reading_options(*question, options->vectors);
  add_encoding_option(*question, options->vectors.encoding);
  add_json_flag(*question, command);
  question->callback([options, ask, &command] {
    command.run = [options, ask] { return ask_file(*options, ask); };
  });
  return question;
}

}  // namespace

void add_query(CLI::App& app, Command& command) {
  CLI::App* verb = app.add_subcommand("query", "Query a model");
  verb->require_subcommand(1);
  const auto options = std::make_shared<QueryOptions>();

  CLI::App* question = add_question(*verb, command, options, "most-similar",
                                    "The words nearest to a sum of words", ask_most_similar);
  question->add_option("words", options->words, "Words to add");
  question->add_option("--positive", options->positive, "Words to add");
  question->add_option("--negative", options->negative, "Words to subtract");
  question->add_option("--topn", options->topn, "Number of words")->capture_default_str();

  question =
      add_question(*verb, command, options, "similarity", "Cosine of two words", ask_similarity);
  question->add_option("words", options->words, "Two words")->required()->expected(2);

  question = add_question(*verb, command, options, "doesnt-match",
                          "The word that fits the others least", ask_doesnt_match);
  question->add_option("words", options->words, "Three words or more")->required();

  question =
      add_question(*verb, command, options, "rank",
                   "1 + the number of words nearer to the first word than the second is", ask_rank);
  question->add_option("words", options->words, "Two words")->required()->expected(2);

  add_predict(*verb, command);
}

}  // namespace preformer::cli
