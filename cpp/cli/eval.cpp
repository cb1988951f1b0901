// preformer eval: how good word vectors are, on gensim's evaluation files.
#include <cmath>
#include <memory>
#include <string>

#include "cli/files.h"
#include "cli/vectors_file.h"
#include "cli/verbs.h"
#include "preformer/base/error.h"
#include "preformer/query/word_analogies.h"
#include "preformer/query/word_pairs.h"

namespace preformer::cli {

namespace {

struct EvalOptions {
  VectorsFileOptions vectors;
  std::string word_pairs, analogies;
  EvaluationOptions evaluation;
};

Answer evaluate_pairs(const WordVectors& data, const EvalOptions& options) {
  const WordPairsResult result =
      evaluate_word_pairs(data.vocabulary, data.vectors, read_file(options.word_pairs, "wordPairs"),
                          options.evaluation);
  Answer answer;
  answer.json = {{"wordPairs", options.word_pairs},
                 {"spearman", result.spearman},
                 {"pearson", result.pearson},
                 {"pairs", result.pairs},
                 {"oov", result.oov},
                 {"oovRatio", result.oov_ratio()},
                 {"invalidLines", result.invalid_lines}};
  answer.text = "Spearman " + fixed(result.spearman, 4) + ", Pearson " + fixed(result.pearson, 4) +
                " over " + std::to_string(result.pairs) + " pairs; " + std::to_string(result.oov) +
                " with an unknown word";
  return answer;
}

Json to_json(const AnalogySection& section) {
  return {{"name", section.name},
          {"correct", section.correct},
          {"total", section.total},
          {"oov", section.oov},
          {"accuracy", section.accuracy()}};
}

Answer evaluate_analogies(const WordVectors& data, const EvalOptions& options) {
  const WordAnalogiesResult result = evaluate_word_analogies(
      data.vocabulary, data.vectors, read_file(options.analogies, "analogies"), options.evaluation);
  Answer answer;
  Json sections = Json::array();
  const auto add_line = [&](const AnalogySection& section) {
    answer.text += (answer.text.empty() ? "" : "\n") + section.name + "\t" +
                   std::to_string(section.correct) + "/" + std::to_string(section.total) + "\t" +
                   fixed(section.accuracy(), 4);
  };
  for (const AnalogySection& section : result.sections) {
    sections.push_back(to_json(section));
    add_line(section);
  }
  add_line(result.total);
  answer.json = {{"analogies", options.analogies},
                 {"accuracy", result.total.accuracy()},
                 {"correct", result.total.correct},
                 {"total", result.total.total},
                 {"oov", result.total.oov},
                 {"invalidLines", result.invalid_lines},
                 {"sections", sections}};
  return answer;
}

Answer evaluate(const EvalOptions& options) {
  if (options.evaluation.restrict_vocab < 0) {
    throw Error(ErrorCode::kBadParameter, "restrictVocab must be 0 or more.",
                {"restrictVocab", std::to_string(options.evaluation.restrict_vocab), "0 or more"});
  }
  const VectorsRead read = read_vectors_file(options.vectors);
  Answer answer = options.word_pairs.empty() ? evaluate_analogies(read.vectors, options)
                                             : evaluate_pairs(read.vectors, options);
  answer.json["vectorsRead"] = found_json(read.found);
  return answer;
}

}  // namespace

void add_eval(CLI::App& app, Command& command) {
  CLI::App* verb = app.add_subcommand("eval", "Evaluate word vectors");
  const auto options = std::make_shared<EvalOptions>();
  verb->add_option("--vectors", options->vectors.path, "word2vec text or binary, or .tsv")
      ->required();
  verb->add_option("--metadata", options->vectors.metadata,
                   "The words, if the vectors are a .tsv file");
  add_reading_options(*verb, options->vectors);
  CLI::Option_group* test = verb->add_option_group("test", "What to evaluate");
  test->add_option("--word-pairs", options->word_pairs, "Lines of word, word, score");
  test->add_option("--analogies", options->analogies,
                   "`: section` lines, then four words per line");
  test->require_option(1);
  verb->add_option("--restrict-vocab", options->evaluation.restrict_vocab,
                   "Use only so many of the most frequent words; 0: all")
      ->capture_default_str();
  add_json_flag(*verb, command);
  verb->callback([options, &command] { command.run = [options] { return evaluate(*options); }; });
}

}  // namespace preformer::cli
