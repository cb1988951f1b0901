#include "preformer/query/most_similar.h"

#include <algorithm>

#include "preformer/base/error.h"
#include "preformer/query/similarity.h"

namespace preformer {
namespace {

/// sum += weight · v/|v|
void add_unit_vector(std::vector<double>& sum, const float* v, double weight) {
  const double norm = length(v, static_cast<Index>(sum.size()));
  if (!(norm > 0)) return;
  for (std::size_t d = 0; d < sum.size(); ++d) sum[d] += weight * (v[d] / norm);
}

std::vector<Neighbour> nearest(const MatrixRef& vectors, const double* direction, std::int64_t topn,
                               std::span<const std::int32_t> excluded) {
  const Index dims = vectors.cols();
  const double norm = length(direction, dims);
  std::vector<Neighbour> found;
  for (std::int32_t id = 0; id < vectors.rows(); ++id) {
    if (std::find(excluded.begin(), excluded.end(), id) != excluded.end()) continue;
    const float* v = row_of(vectors, id);
    found.push_back({id, cosine_of(dot_product(v, direction, dims), length(v, dims), norm)});
  }
  keep_nearest(found, topn);
  return found;
}

/// Cosines of word `a` with every word.
std::vector<double> similarities_to(const MatrixRef& vectors, std::int32_t a) {
  const Index dims = vectors.cols();
  const float* from = row_of(vectors, a);
  const double norm = length(from, dims);
  std::vector<double> all(static_cast<std::size_t>(vectors.rows()));
  for (Index i = 0; i < vectors.rows(); ++i) {
    const float* v = row_of(vectors, i);
    all[static_cast<std::size_t>(i)] = cosine_of(dot_product(from, v, dims), norm, length(v, dims));
  }
  return all;
}

}  // namespace

void keep_nearest(std::vector<Neighbour>& found, std::int64_t topn) {
  const std::int64_t wanted = std::max<std::int64_t>(topn, 0);
  const auto top =
      static_cast<std::size_t>(std::min(wanted, static_cast<std::int64_t>(found.size())));
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(top), found.end(),
                    [](const Neighbour& a, const Neighbour& b) {
                      return a.similarity != b.similarity ? a.similarity > b.similarity
                                                          : a.id < b.id;
                    });
  found.resize(top);
}

std::vector<Neighbour> most_similar(const Vocabulary& vocabulary, const MatrixRef& vectors,
                                    Words positive, Words negative, std::int64_t topn) {
  if (positive.empty() && negative.empty()) {
    throw Error(ErrorCode::kBadParameter, "Name at least one word to find the neighbours of.",
                {"positive", "", "one word or more"});
  }
  // gensim divides the sum by Σ|weight|; a positive factor changes no direction.
  std::vector<double> sum(static_cast<std::size_t>(vectors.cols()), 0.0);
  std::vector<std::int32_t> asked;
  for (const auto& word : positive) asked.push_back(vocabulary.id_or_throw(word));
  for (const auto& word : negative) asked.push_back(vocabulary.id_or_throw(word));
  for (std::size_t i = 0; i < asked.size(); ++i) {
    add_unit_vector(sum, row_of(vectors, asked[i]), i < positive.size() ? 1.0 : -1.0);
  }
  return nearest(vectors, sum.data(), topn, asked);
}

std::vector<Neighbour> most_similar_to_vector(const MatrixRef& vectors,
                                              std::span<const float> vector, std::int64_t topn,
                                              std::span<const std::int32_t> excluded) {
  if (static_cast<Index>(vector.size()) != vectors.cols()) {
    throw Error(ErrorCode::kBadParameter,
                "The vector must have as many numbers as the model has dimensions.",
                {"vector", std::to_string(vector.size()), std::to_string(vectors.cols())});
  }
  const std::vector<double> direction(vector.begin(), vector.end());
  return nearest(vectors, direction.data(), topn, excluded);
}

MixedDirection::MixedDirection(const Vocabulary& vocabulary, const MatrixRef& vectors)
    : vocabulary_(vocabulary), vectors_(vectors), sum_(static_cast<std::size_t>(vectors.cols())) {}

void MixedDirection::add_word(std::string_view word, double sign) {
  const std::int32_t id = vocabulary_.id_or_throw(word);
  words_.push_back(id);
  add_unit_vector(sum_, row_of(vectors_, id), sign);
}

void MixedDirection::add_vector(std::span<const float> vector, double sign) {
  if (vector.size() != sum_.size()) {
    const std::string size = std::to_string(sum_.size());
    throw Error(ErrorCode::kBadParameter,
                "The vector must have " + size + " numbers, the dimensions of the model.",
                {"vector", std::to_string(vector.size()), size});
  }
  add_unit_vector(sum_, vector.data(), sign);
}

double similarity(const Vocabulary& vocabulary, const MatrixRef& vectors, std::string_view a,
                  std::string_view b) {
  const std::int32_t i = vocabulary.id_or_throw(a), j = vocabulary.id_or_throw(b);
  return cosine(row_of(vectors, i), row_of(vectors, j), vectors.cols());
}

OddOneOut doesnt_match(const Vocabulary& vocabulary, const MatrixRef& vectors, Words words) {
  if (words.size() < 3) {
    throw Error(ErrorCode::kBadParameter,
                "Name at least three words: of two, neither is the odd one out.",
                {"words", std::to_string(words.size()), "3 or more"});
  }
  std::vector<double> sum(static_cast<std::size_t>(vectors.cols()), 0.0);
  std::vector<std::int32_t> ids;
  for (const auto& word : words) ids.push_back(vocabulary.id_or_throw(word));
  for (const std::int32_t id : ids) add_unit_vector(sum, row_of(vectors, id), 1.0);

  OddOneOut odd;
  const double norm = length(sum.data(), vectors.cols());
  for (const std::int32_t id : ids) {
    const float* v = row_of(vectors, id);
    odd.similarities.push_back(
        cosine_of(dot_product(v, sum.data(), vectors.cols()), length(v, vectors.cols()), norm));
  }
  for (std::size_t i = 1; i < ids.size(); ++i) {
    const double here = odd.similarities[i], least = odd.similarities[odd.index];
    if (here < least || (here == least && words[i] < words[odd.index])) odd.index = i;
  }
  return odd;
}

std::int64_t rank(const Vocabulary& vocabulary, const MatrixRef& vectors, std::string_view a,
                  std::string_view b) {
  const std::int32_t from = vocabulary.id_or_throw(a), to = vocabulary.id_or_throw(b);
  const std::vector<double> all = similarities_to(vectors, from);
  std::int64_t rank = 1;
  for (std::int32_t id = 0; id < static_cast<std::int32_t>(all.size()); ++id) {
    rank += id != from && all[static_cast<std::size_t>(id)] > all[static_cast<std::size_t>(to)];
  }
  return rank;
}

}  // namespace preformer
