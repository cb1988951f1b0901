#include "preformer/query/word_analogies.h"

#include <algorithm>
#include <limits>

#include "preformer/base/error.h"
#include "preformer/base/simd.h"
#include "preformer/query/similarity.h"
#include "preformer/query/spellings.h"
#include "preformer/text/lines.h"

namespace preformer {
namespace {

constexpr Index kPanel = 8;  // words side by side in memory, two SIMD vectors
constexpr Index kRows = 4;   // questions scored together: 4 × 8 sums stay in registers

/// scores[i, j] = q_i · u_j      q: 4 rows of `dims`      panel: [dims, kPanel], column j is word j
void score_panel(const float* q, const float* panel, Index dims, float* scores) {
  SimdVector<float> sum[kRows][2] = {};
  for (Index d = 0; d < dims; ++d) {
    const SimdVector<float> left = load<float>(panel + d * kPanel);
    const SimdVector<float> right = load<float>(panel + d * kPanel + 4);
    for (Index i = 0; i < kRows; ++i) {
      const SimdVector<float> factor = Simd<float>::splat(q[i * dims + d]);
      sum[i][0] = mul_add(factor, left, sum[i][0]);
      sum[i][1] = mul_add(factor, right, sum[i][1]);
    }
  }
  for (Index i = 0; i < kRows; ++i) {
    store<float>(scores + i * kPanel, sum[i][0]);
    store<float>(scores + i * kPanel + 4, sum[i][1]);
  }
}

/// The four words of a question; false if there are more or fewer.
bool parse_question(std::string_view line, std::array<std::string_view, 4>& words) {
  std::size_t count = 0;
  for (std::string_view word; next_word(line, word);) {
    if (count == 4) return false;
    words[count++] = word;
  }
  return count == 4;
}

}  // namespace

WordAnalogyEvaluation::WordAnalogyEvaluation(const Vocabulary& vocabulary, const MatrixRef& vectors,
                                             std::string_view file,
                                             const EvaluationOptions& options) {
  const Spellings spellings(vocabulary, options);
  form_ = spellings.first_of();
  parse(file, spellings);
  dims_ = vectors.cols();
  const Matrix<float> unit = unit_rows(vectors.topRows(spellings.size()));
  panels_.assign(static_cast<std::size_t>((unit.rows() + kPanel - 1) / kPanel * kPanel * dims_), 0);
  for (Index id = 0; id < unit.rows(); ++id) {
    for (Index d = 0; d < dims_; ++d) *entry(id, d) = unit(id, d);
  }
}

float* WordAnalogyEvaluation::entry(Index id, Index d) {
  return &panels_[static_cast<std::size_t>((id / kPanel * dims_ + d) * kPanel + id % kPanel)];
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
  Matrix<float> asked = Matrix<float>::Zero(kBlock, dims_);  // rows beyond `count` stay unused
  for (std::size_t i = 0; i < count; ++i) {
    const auto& [a, b, c, expected] = block[i].form;
    for (Index d = 0; d < dims_; ++d) {
      asked(static_cast<Index>(i), d) = *entry(b, d) - *entry(a, d) + *entry(c, d);
    }
  }
  std::vector<float> best(count, -std::numeric_limits<float>::infinity());
  std::vector<std::int32_t> answer(count, -1);

  const auto words = static_cast<Index>(form_.size());
  float scores[kRows * kPanel];
  for (Index first = 0; first < words; first += kPanel) {
    const Index width = std::min(kPanel, words - first);
    for (std::size_t i = 0; i < count; ++i) {
      const auto row = static_cast<Index>(i) % kRows;
      if (row == 0)
        score_panel(asked.row(static_cast<Index>(i)).data(), entry(first, 0), dims_, scores);
      for (Index j = 0; j < width; ++j) {
        const float score = scores[row * kPanel + j];
        if (!(score > best[i])) continue;  // the first of equals stays
        const std::int32_t form = form_[static_cast<std::size_t>(first + j)];
        const auto& [a, b, c, expected] = block[i].form;
        if (form == a || form == b || form == c) continue;
        best[i] = score;
        answer[i] = form;
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
