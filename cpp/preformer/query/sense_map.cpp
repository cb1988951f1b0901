#include "preformer/query/sense_map.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace preformer {

namespace {

constexpr double kRounding = 1e-5;  // of ‖mean‖: shorter differences are rounding, not meaning

double dot(const float* a, const float* b, Index dims) {
  double sum = 0;
  for (Index d = 0; d < dims; ++d) sum += double(a[d]) * double(b[d]);
  return sum;
}

/// Which occurrences give centroids and which are tested.
bool is_tested(const Occurrence& occurrence, std::size_t n, bool any_heldout) {
  return any_heldout ? occurrence.heldout : n % 2 == 1;
}

int count_senses(std::span<const Occurrence> occurrences) {
  int senses = 0;
  for (const Occurrence& o : occurrences) senses = std::max(senses, o.sense + 1);
  return senses;
}

double accuracy_of(const Matrix<float>& x, std::span<const Occurrence> occurrences, int senses) {
  const bool any_heldout = std::any_of(occurrences.begin(), occurrences.end(),
                                       [](const Occurrence& o) { return o.heldout; });
  Matrix<double> centroids = Matrix<double>::Zero(senses, x.cols());
  std::vector<double> members(static_cast<std::size_t>(senses), 0.0);
  for (std::size_t n = 0; n < occurrences.size(); ++n) {
    const int sense = occurrences[n].sense;
    if (sense < 0 || is_tested(occurrences[n], n, any_heldout)) continue;
    centroids.row(sense) += x.row(static_cast<Index>(n)).cast<double>();
    members[static_cast<std::size_t>(sense)] += 1;
  }
  for (int s = 0; s < senses; ++s) {
    if (members[static_cast<std::size_t>(s)] == 0) return 0;
    centroids.row(s) /= members[static_cast<std::size_t>(s)];
  }

  std::size_t tested = 0, right = 0;
  for (std::size_t n = 0; n < occurrences.size(); ++n) {
    if (occurrences[n].sense < 0 || !is_tested(occurrences[n], n, any_heldout)) continue;
    int nearest = 0;
    double least = std::numeric_limits<double>::infinity();
    for (int s = 0; s < senses; ++s) {
      double distance = 0;
      for (Index d = 0; d < x.cols(); ++d) {
        const double difference = double(x(static_cast<Index>(n), d)) - centroids(s, d);
        distance += difference * difference;
      }
      if (distance < least) least = distance, nearest = s;
    }
    ++tested;
    right += nearest == occurrences[n].sense;
  }
  return tested == 0 ? 0 : static_cast<double>(right) / static_cast<double>(tested);
}

/// All pairs at once: with unit vectors u, Σ_{a≠b} u_a·u_b = ‖Σu‖² − Σ‖u‖².
double separation_of(const Matrix<float>& x, std::span<const Occurrence> occurrences, int senses) {
  Matrix<double> sums = Matrix<double>::Zero(senses, x.cols());
  std::vector<double> members(static_cast<std::size_t>(senses), 0.0), own(members);
  for (std::size_t n = 0; n < occurrences.size(); ++n) {
    const int sense = occurrences[n].sense;
    if (sense < 0) continue;
    const float* row = x.data() + static_cast<Index>(n) * x.cols();
    const double norm = std::sqrt(dot(row, row, x.cols()));
    members[static_cast<std::size_t>(sense)] += 1;
    if (norm == 0) continue;
    for (Index d = 0; d < x.cols(); ++d) sums(sense, d) += double(row[d]) / norm;
    own[static_cast<std::size_t>(sense)] += 1;
  }
  double within = 0, within_pairs = 0, between = 0, between_pairs = 0;
  for (int s = 0; s < senses; ++s) {
    for (int t = 0; t <= s; ++t) {
      double product = 0;
      for (Index d = 0; d < x.cols(); ++d) product += sums(s, d) * sums(t, d);
      const double a = members[static_cast<std::size_t>(s)],
                   b = members[static_cast<std::size_t>(t)];
      if (s == t) {
        within += product - own[static_cast<std::size_t>(s)];
        within_pairs += a * (a - 1);
      } else {
        between += product;
        between_pairs += a * b;
      }
    }
  }
  if (within_pairs == 0 || between_pairs == 0) return 0;
  return within / within_pairs - between / between_pairs;
}

/// Rows that are rounding alone become zeros.
void drop_rounding(Matrix<float>& x, double scale) {
  for (Index n = 0; n < x.rows(); ++n) {
    const float* row = x.data() + n * x.cols();
    if (std::sqrt(dot(row, row, x.cols())) <= kRounding * scale) x.row(n).setZero();
  }
}

}  // namespace

CentredVectors centre(Matrix<float> vectors) {
  CentredVectors centred;
  centred.mean = RowVector<float>::Zero(vectors.cols());
  for (Index d = 0; d < vectors.cols() && vectors.rows() > 0; ++d) {
    double sum = 0;
    for (Index n = 0; n < vectors.rows(); ++n) sum += double(vectors(n, d));
    centred.mean[d] = static_cast<float>(sum / static_cast<double>(vectors.rows()));
  }
  centred.scale = std::sqrt(dot(centred.mean.data(), centred.mean.data(), vectors.cols()));
  centred.vectors = centred.centre(vectors);
  return centred;
}

Matrix<float> CentredVectors::centre(const MatrixRef& more) const {
  Matrix<float> result = more.rowwise() - mean;
  drop_rounding(result, scale);
  return result;
}

SenseScore sense_score(const CentredVectors& centred, std::span<const Occurrence> occurrences) {
  const int senses = count_senses(occurrences);
  if (senses < 2) return {};
  return {accuracy_of(centred.vectors, occurrences, senses),
          separation_of(centred.vectors, occurrences, senses)};
}

std::vector<SenseNeighbour> nearest_occurrences(const CentredVectors& centred,
                                                const RowVector<float>& vector, std::size_t topn) {
  const Index dims = centred.vectors.cols();
  const double length = std::sqrt(dot(vector.data(), vector.data(), dims));
  std::vector<SenseNeighbour> all;
  for (Index n = 0; n < centred.vectors.rows(); ++n) {
    const float* row = centred.vectors.data() + n * dims;
    const double norms = length * std::sqrt(dot(row, row, dims));
    const double similarity = norms == 0 ? 0 : dot(row, vector.data(), dims) / norms;
    all.push_back({static_cast<std::size_t>(n), similarity});
  }
  const auto wanted = all.begin() + static_cast<std::ptrdiff_t>(std::min(topn, all.size()));
  std::partial_sort(all.begin(), wanted, all.end(),
                    [](const SenseNeighbour& a, const SenseNeighbour& b) {
                      if (a.similarity != b.similarity) return a.similarity > b.similarity;
                      return a.occurrence < b.occurrence;
                    });
  all.erase(wanted, all.end());
  return all;
}

}  // namespace preformer
