#include "preformer/query/word_pairs.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "preformer/base/error.h"
#include "preformer/base/sort.h"
#include "preformer/query/evaluation_file.h"
#include "preformer/query/similarity.h"
#include "preformer/query/spellings.h"
#include "preformer/text/utf8.h"

namespace preformer {
namespace {

NoCorrelation why_none(std::span<const double> judged, std::span<const double> measured) {
  const auto equal = [](std::span<const double> values) {
    return std::all_of(values.begin(), values.end(), [&](double v) { return v == values[0]; });
  };
  if (judged.size() < 2) return NoCorrelation::kOnePair;
  if (equal(judged)) return NoCorrelation::kEqualScores;
  if (equal(measured)) return NoCorrelation::kEqualSimilarities;
  return NoCorrelation::kNone;
}

}  // namespace

void require_whole(const LineCounts& lines, const char* format) {
  const LeftOut& out = lines.left_out;
  if (out.count == 0) return;
  const std::string line = std::to_string(out.line);
  throw Error(ErrorCode::kBadFormat,
              "Line " + line + " cannot be read, because " + out.message +
                  ". Correct it, or allow lines to be left out.",
              {"line", line, format});
}

void refuse_evaluation(const LineCounts& lines, const std::string& unknown, const char* unit,
                       const char* format) {
  std::string message = std::string("The file holds no ") + unit;
  if (!unknown.empty()) {
    throw Error(ErrorCode::kUnknownWord,
                message + " whose words are all in the vocabulary; the first word missing is " +
                    quoted(unknown) +
                    ". Choose a file in the language of the corpus, or train on more text.",
                {"word", unknown, ""});
  }
  const LeftOut& out = lines.left_out;
  const std::string line = std::to_string(out.line);
  message += std::string(". Each line needs ") + format +
             ", separated by tabs, semicolons, commas or spaces.";
  if (out.count > 0) message += " Line " + line + " is none, because " + out.message + ".";
  throw Error(ErrorCode::kBadFormat, message, {"line", line, format});
}

double pearson_correlation(std::span<const double> x, std::span<const double> y) {
  const auto n = static_cast<double>(x.size());
  if (x.size() < 2 || x.size() != y.size()) return std::numeric_limits<double>::quiet_NaN();
  double mean_x = 0, mean_y = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    mean_x += x[i];
    mean_y += y[i];
  }
  mean_x /= n;
  mean_y /= n;
  double xx = 0, yy = 0, xy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double dx = x[i] - mean_x, dy = y[i] - mean_y;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  if (!(xx > 0) || !(yy > 0)) return std::numeric_limits<double>::quiet_NaN();
  return std::clamp(xy / (std::sqrt(xx) * std::sqrt(yy)), -1.0, 1.0);
}

std::vector<double> average_ranks(std::span<const double> values) {
  const std::vector<std::size_t> order = sorted_indices(
      values.size(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> ranks(values.size());
  for (std::size_t begin = 0, end; begin < order.size(); begin = end) {
    for (end = begin + 1; end < order.size() && values[order[end]] == values[order[begin]];) ++end;
    // Places begin … end − 1 hold the ranks begin + 1 … end.
    const double shared = static_cast<double>(begin + 1 + end) / 2.0;
    for (std::size_t i = begin; i < end; ++i) ranks[order[i]] = shared;
  }
  return ranks;
}

double spearman_correlation(std::span<const double> x, std::span<const double> y) {
  return pearson_correlation(average_ranks(x), average_ranks(y));
}

WordPairsResult evaluate_word_pairs(const Vocabulary& vocabulary, const MatrixRef& vectors,
                                    std::string_view file, const EvaluationOptions& options) {
  const Spellings spellings(vocabulary, options);
  WordPairsFile read = read_word_pairs(file);
  WordPairsResult result;
  result.lines = std::move(read.lines);
  if (options.strict) require_whole(result.lines, "two words and a number");

  std::vector<double> judged, measured;
  for (const JudgedPair& pair : read.pairs) {
    const auto a = spellings.find(pair.a.word()), b = spellings.find(pair.b.word());
    if (!a || !b) {
      if (result.oov++ == 0) result.unknown = (a ? pair.b : pair.a).word();
      continue;
    }
    judged.push_back(pair.score);
    // Rounded to float, so that words with one and the same vector tie.
    measured.push_back(static_cast<double>(
        static_cast<float>(cosine(row_of(vectors, *a), row_of(vectors, *b), vectors.cols()))));
  }

  if (judged.empty()) {
    refuse_evaluation(result.lines, result.unknown, "word pair", "two words and a number");
  }
  result.pairs = static_cast<std::int64_t>(judged.size());
  result.pearson = pearson_correlation(judged, measured);
  result.spearman = spearman_correlation(judged, measured);
  if (std::isnan(result.spearman)) result.reason = why_none(judged, measured);
  return result;
}

}  // namespace preformer
