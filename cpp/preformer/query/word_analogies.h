// Evaluates a file of analogies, "a is to b as c is to d", as gensim's evaluate_word_analogies does
// (3CosAdd). The file has the format of questions-words.txt: lines `: section`, and lines of four
// words (query/evaluation_file.h). The evaluation runs in slices, so that a page can show progress
// and stop it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "preformer/base/matrix.h"
#include "preformer/query/word_pairs.h"
#include "preformer/text/vocabulary.h"

namespace preformer {

struct AnalogySection {
  std::string name;
  std::int64_t correct = 0;
  std::int64_t total = 0;  // questions asked
  std::int64_t oov = 0;    // questions left out because a word is unknown
  // The questions that were asked: the ids of the four words (the first of their spelling), and 1
  // if the answer was right; five numbers each.
  std::vector<std::int32_t> asked = {};
  double accuracy() const {
    return total == 0 ? 0.0 : static_cast<double>(correct) / static_cast<double>(total);
  }
};

struct WordAnalogiesResult {
  std::vector<AnalogySection> sections;  // in the file's order
  AnalogySection total;                  // named "Total accuracy", as in gensim
  std::string unknown;                   // the first unknown word
  LineCounts lines;
};

class Spellings;

class WordAnalogyEvaluation {
 public:
  /// Reads the questions and copies the unit vectors [V, D], so that later training does not change
  /// the result. Throws BadFormat if there are no questions, UnknownWord if each has an unknown
  /// word.
  WordAnalogyEvaluation(const Vocabulary& vocabulary, const MatrixRef& vectors,
                        std::string_view file, const EvaluationOptions& options = {});

  /// Answers at most `questions` more; each takes about 0.1 ms for 10,000 words of 100 dimensions.
  /// Blocks of kBlock questions are the fastest. Returns whether the evaluation is done.
  bool step(std::int64_t questions = kBlock);

  bool finished() const { return next_ == questions_.size(); }
  /// 0 … 1.
  double progress() const;
  /// The sections so far. They are complete when finished() is true.
  const WordAnalogiesResult& result() const { return result_; }

  static constexpr std::int64_t kBlock = 64;

 private:
  struct Question {
    std::array<std::int32_t, 4> form;  // a, b, c, d as first id of their spelling
    std::int32_t section;
  };
  void parse(std::string_view file, const Spellings& spellings);
  void answer_block(std::size_t count);
  float* entry(Index id, Index d);

  Index dims_ = 0;
  std::vector<float> panels_;       // unit vectors, eight words side by side: [⌈V/8⌉, D, 8]
  std::vector<std::int32_t> form_;  // [V]: the smallest id with the same spelling, ignoring case
  std::vector<Question> questions_;
  std::size_t next_ = 0;
  WordAnalogiesResult result_;
};

/// Evaluates the whole file at once.
WordAnalogiesResult evaluate_word_analogies(const Vocabulary& vocabulary, const MatrixRef& vectors,
                                            std::string_view file,
                                            const EvaluationOptions& options = {});

}  // namespace preformer
