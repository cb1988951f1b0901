// Groups sentences of equal length into batches. A sentence's results do not depend on its batch,
// because the order of additions in kernels/gemm.h depends on the length of a row only.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "preformer/base/sort.h"
#include "preformer/kernels/view.h"
#include "preformer/models/elmo_batch.h"
#include "preformer/models/language_model.h"

namespace preformer::detail {

inline constexpr std::size_t kPlacesTogether = 512;  // places of a batch that is only read

/// Some sentences of one length: their indices, and the batch they form.
struct Group {
  std::span<const std::size_t> members;
  SentenceBatch batch;
};

/// Calls f(Group) until all sentences are done; if `one_by_one`, one at a time in the given order.
/// `places`: the most places in a batch of several sentences.
template <class F>
void for_each_group(std::span<const WordIds> sentences, bool one_by_one, F&& f,
                    std::size_t places = kPlacesTogether) {
  const std::vector<std::size_t> order =
      sorted_indices(sentences.size(), [&](std::size_t a, std::size_t b) {
        return !one_by_one && sentences[a].size() < sentences[b].size();
      });
  std::vector<std::int32_t> ids;
  for (std::size_t first = 0; first < order.size();) {
    const std::size_t length = sentences[order[first]].size();
    const std::size_t most = one_by_one ? 1 : std::max<std::size_t>(1, places / (length + 1));
    std::size_t last = first + 1;
    while (last < order.size() && last - first < most && sentences[order[last]].size() == length) {
      ++last;
    }
    const auto members = std::span<const std::size_t>(order).subspan(first, last - first);
    ids.clear();
    for (std::size_t t = 0; t < length; ++t) {
      for (const std::size_t s : members) ids.push_back(sentences[s][t]);
    }
    f(Group{members, {static_cast<Index>(length), static_cast<Index>(members.size()), ids}});
    first = last;
  }
}

/// Copies one direction's output for a group, [steps + 1, B] rows time-major, into its half of each
/// sentence's matrix [n, 2D]. `of(s)` returns the matrix of sentence s.
template <class S, class Of>
void hand_out(const Group& group, Direction direction, View<const S> out, Of&& of) {
  const Index batch = group.batch.batch, words = group.batch.steps;
  for (Index word = 0; word < words; ++word) {
    const Index step = direction == kForward ? word + 1 : words - word;  // the step that reads w_k
    for (Index b = 0; b < batch; ++b) {
      const S* const from = out.data + (step * batch + b) * out.row_stride;
      Matrix<float>& to = of(group.members[static_cast<std::size_t>(b)]);
      std::transform(from, from + out.cols, &to(word, direction * out.cols),
                     [](S value) { return static_cast<float>(value); });
    }
  }
}

}  // namespace preformer::detail
