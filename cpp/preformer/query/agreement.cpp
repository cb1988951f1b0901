#include "preformer/query/agreement.h"

#include <cmath>
#include <tuple>
#include <utility>

#include "preformer/base/sort.h"

namespace preformer {

namespace {

constexpr std::size_t kFirst = 10;

}  // namespace

MeanAndSpread mean_and_spread(std::span<const double> values) {
  const auto count = static_cast<double>(values.size());
  double sum = 0, squares = 0;
  for (const double value : values) sum += value;
  const double mean = sum / count;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return {mean, count > 1 ? std::sqrt(squares / (count - 1)) : 0};
}

void Agreement::add(const std::vector<Scored>& answer) {
  for (std::size_t place = 0; place < answer.size(); ++place) {
    Row& row = rows_[answer[place].word];
    row.first += place == 0;
    row.among += place < kFirst;
    row.values.push_back(answer[place].value);
  }
}

std::vector<Agreed> Agreement::words() const {
  std::vector<Agreed> words;
  for (const auto& [word, row] : rows_) {
    if (row.among == 0) continue;
    const auto [mean, spread] = mean_and_spread(row.values);
    words.push_back({word, row.first, row.among, mean, spread});
  }
  std::vector<Agreed> sorted;
  for (const std::size_t i : sorted_indices(words.size(), [&](std::size_t a, std::size_t b) {
         return std::tie(words[b].first, words[b].among, words[b].mean) <
                std::tie(words[a].first, words[a].among, words[a].mean);
       })) {
    sorted.push_back(std::move(words[i]));
  }
  return sorted;
}

}  // namespace preformer
