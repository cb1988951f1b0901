#include "preformer/text/huffman.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include "preformer/base/sort.h"

namespace preformer {

namespace {

std::uint64_t saturating_sum(std::uint64_t a, std::uint64_t b) {
  return a > std::numeric_limits<std::uint64_t>::max() - b
             ? std::numeric_limits<std::uint64_t>::max()
             : a + b;
}

/// Nodes 0 … V−1 are the words in falling order of count, V … 2V−2 the inner nodes as they were
/// merged; the last is the root.
struct Merges {
  std::vector<std::size_t> parent;   // of every node but the root
  std::vector<std::uint8_t> branch;  // 1: the second of the merged pair
};

Merges merge(std::vector<std::uint64_t> counts) {
  const std::size_t V = counts.size(), nodes = 2 * V - 1;
  Merges merges{std::vector<std::size_t>(nodes), std::vector<std::uint8_t>(nodes)};
  counts.reserve(nodes);
  std::size_t words = V;  // words 0 … words−1 are not merged yet; the last is the rarest
  std::size_t inner = V;  // the first inner node not merged yet; they come in rising order
  const auto take_smallest = [&] {
    const bool word = words > 0 && (inner >= counts.size() || counts[words - 1] < counts[inner]);
    return word ? --words : inner++;
  };
  for (std::size_t node = V; node < nodes; ++node) {
    const std::size_t first = take_smallest(), second = take_smallest();
    merges.parent[first] = merges.parent[second] = node;
    merges.branch[second] = 1;
    counts.push_back(saturating_sum(counts[first], counts[second]));
  }
  return merges;
}

}  // namespace

HuffmanTree::HuffmanTree(std::span<const std::uint64_t> counts) : offsets_(counts.size() + 1, 0) {
  const std::size_t V = counts.size();
  if (V < 2) return;  // a single word needs no decision

  const std::vector<std::size_t> order =  // ids by falling count
      sorted_indices(V, [counts](std::size_t a, std::size_t b) { return counts[a] > counts[b]; });
  std::vector<std::uint64_t> sorted(V);
  for (std::size_t i = 0; i < V; ++i) sorted[i] = counts[order[i]];
  const Merges merges = merge(std::move(sorted));

  const std::size_t root = 2 * V - 2;
  std::vector<std::size_t> depth(2 * V - 1, 0);
  for (std::size_t node = root; node-- > 0;) depth[node] = depth[merges.parent[node]] + 1;

  for (std::size_t i = 0; i < V; ++i) offsets_[order[i] + 1] = depth[i];
  std::partial_sum(offsets_.begin(), offsets_.end(), offsets_.begin());
  paths_.resize(offsets_[V]);
  codes_.resize(offsets_[V]);
  for (std::size_t i = 0; i < V; ++i) {
    std::size_t at = offsets_[order[i] + 1];
    for (std::size_t node = i; node != root; node = merges.parent[node]) {  // upwards
      --at;
      paths_[at] = static_cast<std::int32_t>(merges.parent[node] - V);
      codes_[at] = merges.branch[node];
    }
  }
}

}  // namespace preformer
