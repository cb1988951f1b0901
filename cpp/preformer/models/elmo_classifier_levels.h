// How examples at a level become a batch, and back: the other half of elmo_classifier.cpp, the only
// file that includes this one.
#pragma once

#include <algorithm>

#include "preformer/models/elmo_batch.h"
#include "preformer/models/elmo_classifier.h"
#include "preformer/text/sentence_boundaries.h"

namespace preformer {

template <class S>
Index ElmoClassifier<S>::words_of(const Example& example, std::size_t level) const {
  if (level == 0) return example.rows;
  if (level == 1) return example.rows - 2;
  return level == top() ? 1 : example.rows - static_cast<Index>(level) - 1;
}

/// What the layers from `level` on read of the batch's members.
template <class S>
void ElmoClassifier<S>::load(std::span<const Example> x, std::size_t level, Batch& batch) const {
  const Index size = batch.size(), dims = shape_.projection_dim;
  batch.words.clear();
  for (const std::size_t member : batch.members) {
    batch.words.push_back(words_of(x[member], level));
    eigen_assert(batch.words.back() > 0);
  }
  batch.longest = *std::max_element(batch.words.begin(), batch.words.end());
  batch.means.resize(top());
  for (Matrix<S>& mean : batch.means) mean.resize(size, 2 * dims);
  if (level == 0) {
    const auto vocabulary = static_cast<std::int32_t>(shape_.vocabulary);
    const auto places = static_cast<std::size_t>((batch.longest + 2) * size);
    batch.ids.assign(places, end_id(vocabulary));
    std::fill_n(batch.ids.begin(), size, begin_id(vocabulary));
  }
  if (level == 1) batch.x.setZero((batch.longest + 2) * size, dims);
  if (level > 1 && level < top()) {
    for (Reading& reading : batch.readings) {
      reading.in.setZero(batch.steps() * size, dims);
      reading.layers.resize(top() - 1);
      reading.out = view(std::as_const(reading.in));
    }
  }
  const Index means = level > 1 ? static_cast<Index>(level) : 0;
  for (Index b = 0; b < size; ++b) {
    const Example& example = x[batch.members[static_cast<std::size_t>(b)]];
    const auto row = [&](Index n) { return example.data + n * example.row_stride; };
    for (Index j = 0; j < means; ++j) {
      std::copy_n(row(j), 2 * dims, &batch.means[static_cast<std::size_t>(j)](b, 0));
    }
    for (Index n = means; n < example.rows; ++n) {
      const Index step = n - means;
      if (level == 0) {
        batch.ids[static_cast<std::size_t>((step + 1) * size + b)] =
            static_cast<std::int32_t>(*row(n));
      } else if (level == 1) {
        std::copy_n(row(n), dims, &batch.x(step * size + b, 0));
      } else {
        for (const Direction direction : {kForward, kBackward}) {
          std::copy_n(row(n) + direction * dims, dims,
                      &batch.readings[direction].in(step * size + b, 0));
        }
      }
    }
  }
}

/// The members at `level` 1 … L + 1, where the layers below have just run.
template <class S>
void ElmoClassifier<S>::store(std::size_t level, const Batch& batch,
                              std::vector<Matrix<S>>& y) const {
  const Index size = batch.size(), dims = shape_.projection_dim;
  const Index means = level > 1 ? static_cast<Index>(level) : 0;
  for (Index b = 0; b < size; ++b) {
    const auto n = static_cast<std::size_t>(b);
    Matrix<S>& to = y[batch.members[n]];
    const Index words = batch.words[n];
    if (level == 1) {
      to.resize(words + 2, dims);
      for (Index place = 0; place < words + 2; ++place) {
        to.row(place) = batch.x.row(place * size + b);
      }
      continue;
    }
    const Index steps = level == top() ? 0 : words + 1;
    to.resize(means + steps, 2 * dims);
    for (Index j = 0; j < means; ++j) {
      to.row(j) = batch.means[static_cast<std::size_t>(j)].row(b);
    }
    for (const Direction direction : {kForward, kBackward}) {
      const View<const S> out = batch.readings[direction].out;
      for (Index step = 0; step < steps; ++step) {
        std::copy_n(out.data + (step * size + b) * out.row_stride, dims,
                    &to(means + step, direction * dims));
      }
    }
  }
}

}  // namespace preformer
