#include "preformer/query/word_analogies.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "preformer/base/error.h"
#include "preformer/base/simd.h"
#include "preformer/query/evaluation_file.h"
#include "preformer/query/similarity.h"
#include "preformer/query/spellings.h"

namespace preformer {
namespace {

constexpr Index kPanel = 8;  // words side by side in memory, two SIMD vectors
constexpr Index kRows = 4;   // questions scored together: 4 × 8 sums stay in registers

/// scores[i, j] = q_i · u_j      q: 4 rows of `dims`      panel: [dims, kPanel], column j is word j
void score_panel(const float* q, const float* panel, Index dims, float* scores) {
  SimdVector<float> sum[kRows][2];
  for (auto& row : sum) set_zero(row);
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

}  // namespace

WordAnalogyEvaluation::WordAnalogyEvaluation(const Vocabulary& vocabulary, const MatrixRef& vectors,
                                             std::string_view file,
                                             const EvaluationOptions& options) {
  const Spellings spellings(vocabulary, options);
  form_ = spellings.first_of();
  parse(file, spellings);
  if (options.strict) require_whole(result_.lines, "four words");
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
  AnalogiesFile read = read_analogies(file);
  result_.lines = std::move(read.lines);
  for (const std::string_view name : read.sections) {
    result_.sections.push_back({.name = std::string(name)});
  }
  for (const AnalogyQuestion& asked : read.questions) {
    Question question{{}, static_cast<std::int32_t>(asked.section)};
    std::size_t known = 0;
    for (; known < 4; ++known) {
      const auto id = spellings.find(asked.words[known].word());
      if (!id) break;
      question.form[known] = *id;
    }
    if (known == 4) {
      questions_.push_back(question);
      continue;
    }
    if (result_.total.oov++ == 0) result_.unknown = asked.words[known].word();
    ++result_.sections[asked.section].oov;
  }
  // No accuracy is better than 0 of 0.
  if (questions_.empty())
    refuse_evaluation(result_.lines, result_.unknown, "analogy", "four words");
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
    for (const std::int32_t id : block[i].form) section.asked.push_back(id);
    section.asked.push_back(correct);
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
