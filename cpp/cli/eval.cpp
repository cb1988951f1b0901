// preformer eval: how good word vectors are, on gensim's evaluation files.
#include <cmath>
#include <memory>
#include <string>

#include "cli/files.h"
#include "cli/notes.h"
#include "cli/text_files.h"
#include "cli/vectors_file.h"
#include "cli/verbs.h"
#include "preformer/base/error.h"
#include "preformer/query/evaluation_file.h"
#include "preformer/query/word_analogies.h"
#include "preformer/query/word_pairs.h"
#include "preformer/text/utf8.h"

namespace preformer::cli {

namespace {

struct EvalOptions {
  VectorsFileOptions vectors;
  std::string word_pairs, analogies, file, encoding;
  EvaluationOptions evaluation;
};

/// "; 1 with an unknown word (the first: "x")", "; 2 of 4 lines left out"; empty without losses.
std::string losses(std::int64_t oov, const std::string& unknown, const LineCounts& lines) {
  std::string text;
  if (oov > 0) {
    text = "; " + std::to_string(oov) +
           " with an unknown word (the first: " + preformer::quoted(unknown) + ")";
  }
  const std::size_t out = lines.left_out.count;
  if (out == 0) return text;
  return text + "; " + std::to_string(out) + " of " + std::to_string(lines.lines) +
         " lines left out (the first: line " + std::to_string(lines.left_out.line) + ")";
}

/// Says what was read and left out on standard error. `one` and `many` name what was read.
void note_losses(const std::string& path, std::int64_t oov, const std::string& unknown,
                 const LineCounts& lines, const std::string& one, const std::string& many) {
  note_lines(path, lines, one, many);
  if (oov == 0) return;
  note("left out " + counted(static_cast<std::size_t>(oov), one, many) + " of " + path +
       " with an unknown word (the first: " + preformer::quoted(unknown) + ").");
}

/// The name in JSON, and the reason for people.
struct Reason {
  const char *name, *text;
};
Reason reason_of(NoCorrelation reason) {
  switch (reason) {
    case NoCorrelation::kOnePair: return {"onePair", "one pair has none"};
    case NoCorrelation::kEqualScores: return {"equalScores", "all scores of the file are equal"};
    case NoCorrelation::kEqualSimilarities:
      return {"equalSimilarities", "all similarities are equal"};
    case NoCorrelation::kNone: break;
  }
  return {"", ""};
}

Answer evaluate_pairs(const WordVectors& data, const std::string& path, const std::string& file,
                      const EvaluationOptions& options) {
  const WordPairsResult result = evaluate_word_pairs(data.vocabulary, data.vectors, file, options);
  const bool none = result.reason != NoCorrelation::kNone;
  const Reason reason = reason_of(result.reason);
  Answer answer;
  answer.json = {{"wordPairs", path},
                 {"spearman", result.spearman},
                 {"pearson", result.pearson},
                 {"pairs", result.pairs},
                 {"oov", result.oov},
                 {"oovRatio", result.oov_ratio()},
                 {"firstUnknown", result.oov > 0 ? Json(result.unknown) : Json(nullptr)},
                 {"noCorrelation", none ? Json(reason.name) : Json(nullptr)},
                 {"invalidLines", result.lines.left_out.count}};
  answer.json.update(lines_to_json(result.lines));
  note_losses(path, result.oov, result.unknown, result.lines, "pair", "pairs");
  const auto pairs = static_cast<std::size_t>(result.pairs);
  answer.text =
      (none ? "No correlation over " + counted(pairs, "pair", "pairs") + ": " + reason.text
            : "Spearman " + fixed(result.spearman, 4) + ", Pearson " + fixed(result.pearson, 4) +
                  " over " + counted(pairs, "pair", "pairs")) +
      losses(result.oov, result.unknown, result.lines);
  return answer;
}

Json to_json(const AnalogySection& section) {
  return {{"name", section.name},
          {"correct", section.correct},
          {"total", section.total},
          {"oov", section.oov},
          {"accuracy", section.accuracy()}};
}

Answer evaluate_analogies(const WordVectors& data, const std::string& path, const std::string& file,
                          const EvaluationOptions& options) {
  const WordAnalogiesResult result =
      evaluate_word_analogies(data.vocabulary, data.vectors, file, options);
  Answer answer;
  Json sections = Json::array();
  const auto add_line = [&](const AnalogySection& section) {
    answer.text += (answer.text.empty() ? "" : "\n") +
                   (section.name.empty() ? "(no section)" : section.name) + "\t" +
                   std::to_string(section.correct) + "/" + std::to_string(section.total) + "\t" +
                   (section.total == 0 ? "-" : fixed(section.accuracy(), 4));
  };
  for (const AnalogySection& section : result.sections) {
    sections.push_back(to_json(section));
    add_line(section);
  }
  add_line(result.total);
  const std::string left = losses(result.total.oov, result.unknown, result.lines);
  if (!left.empty()) answer.text += "\n" + left.substr(2);
  note_losses(path, result.total.oov, result.unknown, result.lines, "question", "questions");
  answer.json = {{"analogies", path},
                 {"accuracy", result.total.accuracy()},
                 {"correct", result.total.correct},
                 {"total", result.total.total},
                 {"oov", result.total.oov},
                 {"firstUnknown", result.total.oov > 0 ? Json(result.unknown) : Json(nullptr)},
                 {"invalidLines", result.lines.left_out.count}};
  answer.json.update(lines_to_json(result.lines));
  answer.json["sections"] = sections;
  return answer;
}

Answer evaluate(const EvalOptions& options) {
  if (options.evaluation.restrict_vocab < 0) {
    throw Error(ErrorCode::kBadParameter, "restrictVocab must be 0 or more.",
                {"restrictVocab", std::to_string(options.evaluation.restrict_vocab), "0 or more"});
  }
  // The file is small and the vectors are large: what is wrong with it is said first.
  const bool pairs = !options.word_pairs.empty(), guess = !options.file.empty();
  const std::string& path = guess ? options.file : pairs ? options.word_pairs : options.analogies;
  const std::string file = read_text(path,
                                     guess   ? "file"
                                     : pairs ? "wordPairs"
                                             : "analogies",
                                     options.encoding);
  const EvaluationKind kind = guess   ? evaluation_kind(file)
                              : pairs ? EvaluationKind::kWordPairs
                                      : EvaluationKind::kAnalogies;
  VectorsFileOptions vectors = options.vectors;
  vectors.encoding = options.encoding;
  vectors.strict = options.evaluation.strict;
  const VectorsRead read = read_vectors_file(vectors);
  Answer answer = kind == EvaluationKind::kWordPairs
                      ? evaluate_pairs(read.vectors, path, file, options.evaluation)
                      : evaluate_analogies(read.vectors, path, file, options.evaluation);
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
  add_limit_option(*verb, options->vectors);
  CLI::Option_group* test = verb->add_option_group("test", "What to evaluate");
  test->add_option("--word-pairs", options->word_pairs,
                   "Lines of word, word, score, between tabs, semicolons, commas or spaces");
  test->add_option("--analogies", options->analogies,
                   "Lines of four words; `: section` lines begin a section");
  test->add_option("--file", options->file, "Either of the two, recognised by its lines");
  test->require_option(1);
  verb->add_option("--restrict-vocab", options->evaluation.restrict_vocab,
                   "Use only so many of the most frequent words; 0: all")
      ->capture_default_str();
  verb->add_flag("--strict", options->evaluation.strict,
                 "Refuse a file with a line that cannot be read");
  add_encoding_option(*verb, options->encoding);
  add_json_flag(*verb, command);
  verb->callback([options, &command] { command.run = [options] { return evaluate(*options); }; });
}

}  // namespace preformer::cli
