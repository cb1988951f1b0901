#include "preformer/query/word_pairs.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string>

#include "preformer/base/decimal.h"
#include "preformer/base/error.h"
#include "preformer/base/sort.h"
#include "preformer/query/similarity.h"
#include "preformer/query/spellings.h"
#include "preformer/text/lines.h"

namespace preformer {
namespace {

struct JudgedPair {
  std::string_view a, b;
  double score;
};

/// Exactly three fields, the third a number.
std::optional<JudgedPair> parse_pair(std::string_view line) {
  std::string_view fields[3];
  int count = 0;
  const bool tabs = line.find('\t') != std::string_view::npos;
  if (tabs || line.find(',') != std::string_view::npos) {
    const char delimiter = tabs ? '\t' : ',';
    for (std::string_view rest = line;;) {
      const std::size_t end = std::min(rest.find(delimiter), rest.size());
      if (count == 3) return std::nullopt;
      fields[count++] = trimmed(rest.substr(0, end));
      if (end == rest.size()) break;
      rest.remove_prefix(end + 1);
    }
  } else {
    std::string_view rest = line, word;
    while (next_word(rest, word)) {
      if (count == 3) return std::nullopt;
      fields[count++] = word;
    }
  }
  if (count != 3 || fields[0].empty() || fields[1].empty()) return std::nullopt;
  const auto score = parse_double(fields[2]);
  if (!score) return std::nullopt;
  return JudgedPair{fields[0], fields[1], *score};
}

}  // namespace

double pearson_correlation(std::span<const double> x, std::span<const double> y) {
  const double n = static_cast<double>(x.size());
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
  WordPairsResult result;
  std::vector<double> judged, measured;
  std::string unknown;  // the first one, for the message

  LineReader lines(file);
  for (std::string_view line; lines.next(line);) {
    if (trimmed(line).empty() || line.front() == '#') continue;
    const auto pair = parse_pair(line);
    if (!pair) {
      ++result.invalid_lines;
      continue;
    }
    const auto a = spellings.find(pair->a), b = spellings.find(pair->b);
    if (!a || !b) {
      if (result.oov++ == 0) unknown = a ? pair->b : pair->a;
      continue;
    }
    judged.push_back(pair->score);
    // Rounded to float, so that words with one and the same vector tie.
    measured.push_back(static_cast<double>(
        static_cast<float>(cosine(row_of(vectors, *a), row_of(vectors, *b), vectors.cols()))));
  }

  if (judged.empty() && result.oov == 0) {
    throw Error(ErrorCode::kBadFormat,
                "The file holds no word pairs. Each line needs two words and a number, separated "
                "by tabs, commas or spaces.",
                {"line", std::to_string(lines.number()), "word, word, number"});
  }
  if (judged.empty()) {
    throw Error(ErrorCode::kUnknownWord,
                "No pair of the file has both words in the vocabulary; the first word missing is " +
                    quoted(unknown) +
                    ". Choose a file in the language of the corpus, or train on "
                    "more text.",
                {"word", unknown, ""});
  }
  result.pairs = static_cast<std::int64_t>(judged.size());
  result.pearson = pearson_correlation(judged, measured);
  result.spearman = spearman_correlation(judged, measured);
  return result;
}

}  // namespace preformer
