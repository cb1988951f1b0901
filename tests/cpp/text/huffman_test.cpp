#include "preformer/text/huffman.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <queue>
#include <set>
#include <string>

#include "catch.h"
#include "preformer/base/rng.h"

namespace preformer {
namespace {

using Counts = std::vector<std::uint64_t>;

std::string code_of(const HuffmanTree& tree, std::int32_t id) {
  std::string code;
  for (const std::uint8_t bit : tree.code(id)) code += bit == 0 ? '0' : '1';
  return code;
}

std::vector<std::int32_t> path_of(const HuffmanTree& tree, std::int32_t id) {
  return {tree.path(id).begin(), tree.path(id).end()};
}

std::uint64_t cost(const HuffmanTree& tree, const Counts& counts) {  // Σ count · length
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    sum += counts[i] * tree.code(static_cast<std::int32_t>(i)).size();
  }
  return sum;
}

/// The least possible Σ count · length: the sum of all merged weights, with a heap.
std::uint64_t optimal_cost(const Counts& counts) {
  std::priority_queue<std::uint64_t, Counts, std::greater<>> heap(counts.begin(), counts.end());
  std::uint64_t sum = 0;
  while (heap.size() > 1) {
    std::uint64_t pair = heap.top();
    heap.pop();
    pair += heap.top();
    heap.pop();
    sum += pair;
    heap.push(pair);
  }
  return sum;
}

/// Every code leads to its word alone, every node is used with both bits, Kraft's sum is 1.
void check_tree(const HuffmanTree& tree, std::int32_t V) {
  std::set<std::string> codes;
  std::set<std::pair<std::int32_t, int>> branches;
  double kraft = 0;
  for (std::int32_t id = 0; id < V; ++id) {
    const auto path = tree.path(id);
    const auto code = tree.code(id);
    REQUIRE(path.size() == code.size());
    REQUIRE(path.front() == V - 2);  // the root
    for (std::size_t i = 0; i < path.size(); ++i) {
      REQUIRE((path[i] >= 0 && path[i] < V - 1 && code[i] <= 1));
      if (i > 0) REQUIRE(path[i] < path[i - 1]);  // children were merged before their parent
      branches.emplace(path[i], code[i]);
    }
    kraft += std::ldexp(1.0, -static_cast<int>(code.size()));
    codes.insert(code_of(tree, id));
  }
  REQUIRE(codes.size() == static_cast<std::size_t>(V));
  for (auto code = codes.begin(), next = std::next(code); next != codes.end(); ++code, ++next) {
    REQUIRE(!next->starts_with(*code));  // in sorted order a prefix stands right before
  }
  REQUIRE(branches.size() == 2 * static_cast<std::size_t>(V - 1));
  REQUIRE(kraft == Approx(1.0).epsilon(1e-9));
}

TEST_CASE("Huffman: word2vec.c's tree, ties included", "[text][huffman]") {
  // By hand along CreateBinaryTree(): 1+1 → node 0 (2); of node 0 and word 2, both 2, the node
  // comes first → node 1 (4); words 1 and 0 → node 2 (5); nodes 1 and 2 → node 3, the root.
  const HuffmanTree tree(Counts{3, 2, 2, 1, 1});
  CHECK(code_of(tree, 0) == "11");
  CHECK(code_of(tree, 1) == "10");
  CHECK(code_of(tree, 2) == "01");
  CHECK(code_of(tree, 3) == "001");
  CHECK(code_of(tree, 4) == "000");
  CHECK(path_of(tree, 0) == std::vector<std::int32_t>{3, 2});
  CHECK(path_of(tree, 1) == std::vector<std::int32_t>{3, 2});
  CHECK(path_of(tree, 2) == std::vector<std::int32_t>{3, 1});
  CHECK(path_of(tree, 3) == std::vector<std::int32_t>{3, 1, 0});
  CHECK(path_of(tree, 4) == std::vector<std::int32_t>{3, 1, 0});
  check_tree(tree, 5);
}

TEST_CASE("Huffman: known code lengths", "[text][huffman]") {
  const HuffmanTree book(Counts{45, 16, 13, 12, 9, 5});  // Cormen et al., Introduction to
  std::vector<std::size_t> lengths;                      // Algorithms, figure 16.3
  for (std::int32_t id = 0; id < 6; ++id) lengths.push_back(book.code(id).size());
  CHECK(lengths == std::vector<std::size_t>{1, 3, 3, 3, 4, 4});
  CHECK(cost(book, {45, 16, 13, 12, 9, 5}) == 224);
}

TEST_CASE("Huffman: two words need one node", "[text][huffman]") {
  const HuffmanTree tree(Counts{9, 4});
  CHECK(code_of(tree, 0) == "1");  // the rarer word is merged first
  CHECK(code_of(tree, 1) == "0");
  CHECK(path_of(tree, 0) == std::vector<std::int32_t>{0});
}

TEST_CASE("Huffman: one word or none needs no node", "[text][huffman]") {
  CHECK_NOTHROW(HuffmanTree(Counts{}));
  const HuffmanTree one(Counts{7});
  CHECK(one.path(0).empty());
  CHECK(one.code(0).empty());
}

TEST_CASE("Huffman: equal counts give a balanced tree", "[text][huffman]") {
  const HuffmanTree tree(Counts(1024, 3));
  for (std::int32_t id = 0; id < 1024; ++id) REQUIRE(tree.code(id).size() == 10);
  check_tree(tree, 1024);
}

TEST_CASE("Huffman: Fibonacci counts give the deepest tree", "[text][huffman]") {
  Counts counts{1, 1};
  while (counts.size() < 90) counts.push_back(counts.end()[-1] + counts.end()[-2]);
  std::reverse(counts.begin(), counts.end());
  const HuffmanTree tree(counts);  // word2vec.c stops at 40
  CHECK(tree.code(89).size() == 89);
  check_tree(tree, 90);
}

TEST_CASE("Huffman: huge counts do not overflow", "[text][huffman]") {
  const HuffmanTree tree(Counts(50, std::numeric_limits<std::uint64_t>::max()));
  check_tree(tree, 50);
  check_tree(HuffmanTree(Counts{4'000'000'000'000'000, 3'000'000'000'000'000, 1}), 3);
}

TEST_CASE("Huffman: the order of the words does not matter", "[text][huffman]") {
  const Counts counts = {1, 9, 0, 4, 4, 20};  // <unk> first, as a vocabulary may have it
  const HuffmanTree tree(counts);
  CHECK(cost(tree, counts) == optimal_cost(counts));
  CHECK(tree.code(5).size() == 1);
  check_tree(tree, 6);
}

TEST_CASE("Huffman: optimal on random counts", "[text][huffman]") {
  Rng rng{10};
  for (int round = 0; round < 300; ++round) {
    Counts counts(2 + rng.below(200));
    const std::uint32_t largest = 1 + rng.below(round % 2 == 0 ? 5 : 100'000);  // many ties, or few
    for (auto& count : counts) count = rng.below(largest + 1);
    const HuffmanTree tree(counts);
    REQUIRE(cost(tree, counts) == optimal_cost(counts));
    check_tree(tree, static_cast<std::int32_t>(counts.size()));
  }
}

}  // namespace
}  // namespace preformer
