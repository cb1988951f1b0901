// "a is to b as c is to d" in bulk: gensim's evaluate_word_analogies (3CosAdd) on the format of
// questions-words.txt: `: section` lines, then four words a line. The evaluation is resumable, so
// that a page can show progress and stop it.
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
  double accuracy() const {
    return total == 0 ? 0.0 : static_cast<double>(correct) / static_cast<double>(total);
  }
};

struct WordAnalogiesResult {
  std::vector<AnalogySection> sections;  // in the file's order
  AnalogySection total;                  // named "Total accuracy", as in gensim
  std::int64_t invalid_lines = 0;        // not four words
};

class Spellings;

class WordAnalogyEvaluation {
 public:
  /// Reads the questions and copies the unit vectors [V, D]; later training does not reach them.
  /// BadFormat for a file without questions or with one before the first section.
  WordAnalogyEvaluation(const Vocabulary& vocabulary, const MatrixRef& vectors,
                        std::string_view file, const EvaluationOptions& options = {});

  /// Answers up to `questions` more; about 0.1 ms each for 10,000 words of 100 dimensions. Blocks
  /// of kBlock make the best use of the matrix product. Returns whether the evaluation is done.
  bool step(std::int64_t questions = kBlock);

  bool finished() const { return next_ == questions_.size(); }
  /// 0 … 1.
  double progress() const;
  /// Sections so far; complete once finished().
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
  std::vector<std::int32_t> form_;  // [V]: the smallest id with the same spelling, case aside
  std::vector<Question> questions_;
  std::size_t next_ = 0;
  WordAnalogiesResult result_;
};

/// All at once.
WordAnalogiesResult evaluate_word_analogies(const Vocabulary& vocabulary, const MatrixRef& vectors,
                                            std::string_view file,
                                            const EvaluationOptions& options = {});

}  // namespace preformer
