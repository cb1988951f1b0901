// The binary tree of hierarchical softmax. Frequent words are near the root, and a prediction needs
// about log₂ V inner products instead of V.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace preformer {

/// Huffman 1952, built as word2vec.c does: two pointers over the counts in falling order; of two
/// equal candidates the inner node is taken, and the second of a merged pair gets bit 1. Unlike
/// there, counts need not be sorted (equal ones keep the order of their ids) and codes may have any
/// length. The V−1 inner nodes are numbered as they were merged.
class HuffmanTree {
 public:
  HuffmanTree() = default;
  explicit HuffmanTree(std::span<const std::uint64_t> counts);

  /// The inner nodes from the root (V−2) down to the word's parent.
  std::span<const std::int32_t> path(std::int32_t id) const {
    return std::span(paths_).subspan(begin(id), length(id));
  }
  /// The branch, 0 or 1, taken at each node of path(id).
  std::span<const std::uint8_t> code(std::int32_t id) const {
    return std::span(codes_).subspan(begin(id), length(id));
  }

 private:
  std::size_t begin(std::int32_t id) const { return offsets_[static_cast<std::size_t>(id)]; }
  std::size_t length(std::int32_t id) const {
    return offsets_[static_cast<std::size_t>(id) + 1] - begin(id);
  }

  std::vector<std::size_t> offsets_;  // V+1, into paths_ and codes_
  std::vector<std::int32_t> paths_;
  std::vector<std::uint8_t> codes_;
};

}  // namespace preformer
