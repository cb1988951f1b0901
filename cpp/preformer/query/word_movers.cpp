#include "preformer/query/word_movers.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "preformer/query/similarity.h"

namespace preformer {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();
constexpr double kDust = 1e-12;  // shares that rounding leaves behind

/// The transport problem as a flow from sources to sinks. Node i < N is a source, node N + j a
/// sink. Potentials keep the reduced costs of all residual edges at or above zero, so that
/// Dijkstra's algorithm finds the shortest paths (Edmonds and Karp 1972).
class Transport {
 public:
  Transport(std::span<const double> supply, std::span<const double> demand,
            const Matrix<double>& cost)
      : left_(supply.begin(), supply.end()),
        missing_(demand.begin(), demand.end()),
        cost_(cost),
        flow_(Matrix<double>::Zero(cost.rows(), cost.cols())),
        potential_(static_cast<std::size_t>(cost.rows() + cost.cols())) {}

  double solve() {
    while (augment()) {
    }
    return (flow_.array() * cost_.array()).sum();
  }

 private:
  Index sources() const { return cost_.rows(); }
  Index nodes() const { return cost_.rows() + cost_.cols(); }
  bool is_source(Index node) const { return node < sources(); }

  /// The cost of an edge between a source and a sink in the residual network; infinite without one.
  double edge(Index from, Index to) const {
    if (is_source(from) == is_source(to)) return kInfinite;
    if (is_source(from)) return cost_(from, to - sources());
    return flow_(to, from - sources()) > kDust ? -cost_(to, from - sources()) : kInfinite;
  }

  double reduced(Index from, Index to) const {
    const double cost = edge(from, to);
    if (cost == kInfinite) return kInfinite;
    return std::max(0.0, cost + potential_[at(from)] - potential_[at(to)]);
  }

  static std::size_t at(Index node) { return static_cast<std::size_t>(node); }

  /// Moves as much as fits along the cheapest path from a source that is left to a sink that misses
  /// something. False if there is none.
  bool augment() {
    std::vector<double> distance(at(nodes()), kInfinite);
    std::vector<Index> before(at(nodes()), -1);
    std::vector<bool> done(at(nodes()));
    for (Index i = 0; i < sources(); ++i) {
      if (left_[at(i)] > kDust) distance[at(i)] = 0;
    }
    Index end = -1;
    for (;;) {
      Index next = -1;
      for (Index node = 0; node < nodes(); ++node) {
        if (!done[at(node)] && distance[at(node)] < kInfinite &&
            (next < 0 || distance[at(node)] < distance[at(next)])) {
          next = node;
        }
      }
      if (next < 0) break;
      done[at(next)] = true;
      if (!is_source(next) && missing_[at(next - sources())] > kDust) {
        end = next;
        break;
      }
      for (Index to = 0; to < nodes(); ++to) {
        const double step = reduced(next, to);
        if (done[at(to)] || distance[at(next)] + step >= distance[at(to)]) continue;
        distance[at(to)] = distance[at(next)] + step;
        before[at(to)] = next;
      }
    }
    if (end < 0) return false;
    for (Index node = 0; node < nodes(); ++node) {
      potential_[at(node)] += std::min(distance[at(node)], distance[at(end)]);
    }
    push_along(before, end);
    return true;
  }

  void push_along(const std::vector<Index>& before, Index end) {
    Index start = end;
    double amount = missing_[at(end - sources())];
    for (Index to = end; before[at(to)] >= 0; to = before[at(to)]) {
      start = before[at(to)];
      if (!is_source(start)) amount = std::min(amount, flow_(to, start - sources()));
    }
    amount = std::min(amount, left_[at(start)]);
    for (Index to = end; before[at(to)] >= 0; to = before[at(to)]) {
      const Index from = before[at(to)];
      if (is_source(from)) {
        flow_(from, to - sources()) += amount;
      } else {
        flow_(to, from - sources()) -= amount;
      }
    }
    left_[at(start)] -= amount;
    missing_[at(end - sources())] -= amount;
  }

  std::vector<double> left_, missing_;
  const Matrix<double>& cost_;
  Matrix<double> flow_;
  std::vector<double> potential_;
};

/// The distinct known words of a text with their shares.
struct Shares {
  std::vector<std::int32_t> ids;
  std::vector<double> shares;
};

Shares shares_of(const Vocabulary& vocabulary, std::span<const std::string> text) {
  std::map<std::int32_t, double> counts;
  double total = 0;
  for (const auto& word : text) {
    if (const auto id = vocabulary.find_in_any_form(word)) {
      counts[*id] += 1;
      total += 1;
    }
  }
  Shares found;
  for (const auto& [id, count] : counts) {
    found.ids.push_back(id);
    found.shares.push_back(count / total);
  }
  return found;
}

}  // namespace

double transport_cost(std::span<const double> supply, std::span<const double> demand,
                      const Matrix<double>& cost) {
  return Transport(supply, demand, cost).solve();
}

double word_movers_distance(const Vocabulary& vocabulary, const MatrixRef& vectors,
                            std::span<const std::string> a, std::span<const std::string> b) {
  const Shares from = shares_of(vocabulary, a), to = shares_of(vocabulary, b);
  if (from.ids.empty() || to.ids.empty()) return kInfinite;
  Matrix<double> cost(static_cast<Index>(from.ids.size()), static_cast<Index>(to.ids.size()));
  for (Index i = 0; i < cost.rows(); ++i) {
    for (Index j = 0; j < cost.cols(); ++j) {
      const double near =
          cosine(row_of(vectors, from.ids[static_cast<std::size_t>(i)]),
                 row_of(vectors, to.ids[static_cast<std::size_t>(j)]), vectors.cols());
      cost(i, j) = std::sqrt(std::max(0.0, 2 - 2 * near));  // of unit vectors
    }
  }
  return transport_cost(from.shares, to.shares, cost);
}

}  // namespace preformer
