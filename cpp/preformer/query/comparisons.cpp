#include "preformer/query/comparisons.h"

#include <algorithm>

#include "preformer/base/error.h"
#include "preformer/query/similarity.h"

namespace preformer {
namespace {

constexpr double kNoZeroDivision = 1e-6;  // gensim's and hyperwords' epsilon

std::vector<std::int32_t> ids_of(const Vocabulary& vocabulary, Words words) {
  std::vector<std::int32_t> ids;
  for (const auto& word : words) ids.push_back(vocabulary.id_or_throw(word));
  return ids;
}

double cosine_of_rows(const MatrixRef& vectors, Index i, Index j) {
  return cosine(row_of(vectors, i), row_of(vectors, j), vectors.cols());
}

/// Π (1 + cos(w, term))/2
double closeness(const MatrixRef& vectors, Index w, std::span<const std::int32_t> terms) {
  double product = 1;
  for (const std::int32_t term : terms) product *= (1 + cosine_of_rows(vectors, w, term)) / 2;
  return product;
}

/// The mean vector [D] of words.
std::vector<double> mean_of(const Vocabulary& vocabulary, const MatrixRef& vectors, Words words,
                            const char* name) {
  if (words.empty()) {
    throw Error(ErrorCode::kBadParameter, "A set of words must have at least one word.",
                {name, "", "one word or more"});
  }
  std::vector<double> mean(static_cast<std::size_t>(vectors.cols()));
  for (const std::int32_t id : ids_of(vocabulary, words)) {
    const float* v = row_of(vectors, id);
    for (std::size_t d = 0; d < mean.size(); ++d) {
      mean[d] += static_cast<double>(v[d]) / static_cast<double>(words.size());
    }
  }
  return mean;
}

}  // namespace

MatrixRef first_rows(const MatrixRef& vectors, std::int64_t count) {
  if (count <= 0 || count >= vectors.rows()) return vectors;
  return vectors.topRows(count);
}

std::vector<Neighbour> most_similar_cosmul(const Vocabulary& vocabulary, const MatrixRef& vectors,
                                           Words positive, Words negative, std::int64_t topn,
                                           std::int64_t restrict_vocab) {
  if (positive.empty()) {
    throw Error(ErrorCode::kBadParameter, "Name at least one positive word.",
                {"positive", "", "one word or more"});
  }
  const auto near = ids_of(vocabulary, positive), far = ids_of(vocabulary, negative);
  const MatrixRef candidates = first_rows(vectors, restrict_vocab);
  const auto asked = [&](std::int32_t id) {
    return std::ranges::find(near, id) != near.end() || std::ranges::find(far, id) != far.end();
  };
  std::vector<Neighbour> found;
  for (std::int32_t id = 0; id < candidates.rows(); ++id) {
    if (asked(id)) continue;
    found.push_back(
        {id, closeness(vectors, id, near) / (closeness(vectors, id, far) + kNoZeroDivision)});
  }
  keep_nearest(found, topn);
  return found;
}

double n_similarity(const Vocabulary& vocabulary, const MatrixRef& vectors, Words a, Words b) {
  const auto mean_a = mean_of(vocabulary, vectors, a, "a");
  const auto mean_b = mean_of(vocabulary, vectors, b, "b");
  return cosine(mean_a.data(), mean_b.data(), vectors.cols());
}

std::vector<double> distances(const Vocabulary& vocabulary, const MatrixRef& vectors,
                              std::string_view word, Words others) {
  const std::int32_t from = vocabulary.id_or_throw(word);
  std::vector<double> all;
  for (const std::int32_t id : ids_of(vocabulary, others)) {
    all.push_back(1 - cosine_of_rows(vectors, from, id));
  }
  if (!others.empty()) return all;
  for (Index id = 0; id < vectors.rows(); ++id) {
    all.push_back(1 - cosine_of_rows(vectors, from, id));
  }
  return all;
}

std::vector<std::int32_t> closer_than(const Vocabulary& vocabulary, const MatrixRef& vectors,
                                      std::string_view a, std::string_view b) {
  const std::int32_t from = vocabulary.id_or_throw(a);
  const double limit = cosine_of_rows(vectors, from, vocabulary.id_or_throw(b));
  std::vector<std::int32_t> closer;
  for (std::int32_t id = 0; id < vectors.rows(); ++id) {
    if (id != from && cosine_of_rows(vectors, from, id) > limit) closer.push_back(id);
  }
  return closer;
}

}  // namespace preformer
