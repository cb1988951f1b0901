#include "preformer/query/word_analogies.h"

#include <algorithm>
#include <limits>

#include "preformer/base/error.h"
#include "preformer/io/lines.h"
#include "preformer/kernels/row_products.h"
#include "preformer/query/similarity.h"
#include "preformer/query/spellings.h"

namespace preformer {
namespace {

constexpr Index kTile = 1024;  // words scored at a time: [kBlock, kTile] floats fit the L2 cache

/// The four words of a question; false if there are more or fewer.
bool parse_question(std::string_view line, std::array<std::string_view, 4>& words) {
  std::size_t count = 0;
  for (std::string_view word; next_word(line, word);) {
    if (count == 4) return false;
    words[count++] = word;
  }
  return count == 4;
}

std::vector<float*> row_pointers(Matrix<float>& matrix) {
  std::vector<float*> rows;
  for (Index i = 0; i < matrix.rows(); ++i) rows.push_back(matrix.row(i).data());
  return rows;
}

}  // namespace

WordAnalogyEvaluation::WordAnalogyEvaluation(const Vocabulary& vocabulary, const MatrixRef& vectors,
                                             std::string_view file,
                                             const EvaluationOptions& options) {
  const Spellings spellings(vocabulary, options);
  form_ = spellings.first_of();
  parse(file, spellings);
  unit_ = unit_rows(vectors.topRows(spellings.size()));
  asked_.resize(kBlock, vectors.cols());
  scores_.resize(kBlock, kTile);
}

void WordAnalogyEvaluation::parse(std::string_view file, const Spellings& spellings) {
  result_.total.name = "Total accuracy";
  LineReader lines(file);
  for (std::string_view line; lines.next(line);) {
    const std::string_view text = trimmed(line);
    if (text.empty()) continue;
    if (text.front() == ':') {
      result_.sections.push_back({.name = std::string(trimmed(text.substr(1)))});
      continue;
    }
    if (result_.sections.empty()) {
      throw Error(ErrorCode::kBadFormat,
                  "Line " + std::to_string(lines.number()) +
                      " comes before any section. Begin the questions with a line such as "
                      "\": capitals\".",
                  {"line", std::to_string(lines.number()), ": section"});
    }
    std::array<std::string_view, 4> words;
    if (!parse_question(text, words)) {
      ++result_.invalid_lines;
      continue;
    }
    Question question{{}, static_cast<std::int32_t>(result_.sections.size()) - 1};
    bool known = true;
    for (std::size_t i = 0; i < 4 && known; ++i) {
      const auto id = spellings.find(words[i]);
      known = id.has_value();
      if (known) question.form[i] = *id;
    }
    if (known) {
      questions_.push_back(question);
    } else {
      ++result_.sections.back().oov;
      ++result_.total.oov;
    }
  }
  if (questions_.empty() && result_.total.oov == 0) {
    throw Error(
        ErrorCode::kBadFormat,
        "The file holds no analogies. After a line \": section\" each line needs four words: "
        "a is to b as c is to d.",
        {"line", std::to_string(lines.number()), "four words a line"});
  }
}

double WordAnalogyEvaluation::progress() const {
  return questions_.empty() ? 1.0
                            : static_cast<double>(next_) / static_cast<double>(questions_.size());
}

bool WordAnalogyEvaluation::step(std::int64_t questions) {
  while (questions > 0 && !finished()) {
    const auto count = std::min<std::int64_t>(
        {questions, kBlock, static_cast<std::int64_t>(questions_.size() - next_)});
    answer_block(static_cast<std::size_t>(count));
    questions -= count;
  }
  return finished();
}

// scores = Q Uᵀ      Q: [B, D], row i = b − a + c of question i      U: [V, D], unit rows
// The answer is the best of row i whose spelling is none of a, b, c. |b − a + c| is the same for
// the whole row, so nothing need be divided by it.
void WordAnalogyEvaluation::answer_block(std::size_t count) {
  const Question* block = &questions_[next_];
  const auto rows = static_cast<Index>(count);
  for (Index i = 0; i < rows; ++i) {
    const auto& [a, b, c, d] = block[i].form;
    asked_.row(i) = unit_.row(b) - unit_.row(a) + unit_.row(c);
  }
  const std::vector<float*> asked = row_pointers(asked_);
  std::vector<float*> tile(static_cast<std::size_t>(kTile));
  std::vector<float> best(count, -std::numeric_limits<float>::infinity());
  std::vector<std::int32_t> answer(count, -1);

  for (Index begin = 0; begin < unit_.rows(); begin += kTile) {
    const Index width = std::min(kTile, unit_.rows() - begin);
    for (Index j = 0; j < width; ++j)
      tile[static_cast<std::size_t>(j)] = unit_.row(begin + j).data();
    row_dots<float>({asked.data(), rows}, {tile.data(), width}, unit_.cols(), scores_.data());
    for (Index i = 0; i < rows; ++i) {
      const auto at = static_cast<std::size_t>(i);
      const float* score = scores_.data() + i * width;
      for (Index j = 0; j < width; ++j) {
        if (!(score[j] > best[at])) continue;  // the first of equals stays
        const std::int32_t form = form_[static_cast<std::size_t>(begin + j)];
        const auto& asked_form = block[i].form;
        if (form == asked_form[0] || form == asked_form[1] || form == asked_form[2]) continue;
        best[at] = score[j];
        answer[at] = form;
      }
    }
  }

  for (std::size_t i = 0; i < count; ++i) {
    AnalogySection& section = result_.sections[static_cast<std::size_t>(block[i].section)];
    const int correct = answer[i] == block[i].form[3];
    section.correct += correct;
    result_.total.correct += correct;
    ++section.total;
    ++result_.total.total;
  }
  next_ += count;
}

WordAnalogiesResult evaluate_word_analogies(const Vocabulary& vocabulary, const MatrixRef& vectors,
                                            std::string_view file,
                                            const EvaluationOptions& options) {
  WordAnalogyEvaluation evaluation(vocabulary, vectors, file, options);
  while (!evaluation.step()) {
  }
  return evaluation.result();
}

}  // namespace preformer
