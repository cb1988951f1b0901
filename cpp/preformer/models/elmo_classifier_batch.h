// Sentences of different lengths as one batch of an ElmoClassifier, and back: examples at any level
// are loaded into padded, time-major matrices, and stored from them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "preformer/kernels/add_scaled.h"
#include "preformer/models/elmo_batch.h"
#include "preformer/models/elmo_stack.h"
#include "preformer/models/elmo_tokens.h"
#include "preformer/text/sentence_boundaries.h"

namespace preformer {

/// The matrices of one batch; the levels are those of ElmoClassifier. Kept between steps, so that a
/// step allocates nothing. Shorter sentences are padded at the end of what each direction reads.
template <class S>
class ElmoClassifierBatch {
 public:
  using Example = View<const S>;

  /// One direction, T = longest + 1 steps.
  struct Side {
    Matrix<S> in;                           // [T·B, D], input of the lowest LSTM that runs
    std::vector<ElmoLayerCache<S>> layers;  // by LSTM
    View<const S> out;                      // output of the LSTM that ran last
    Matrix<S> dout, din;
  };

  explicit ElmoClassifierBatch(const ElmoShape& shape)
      : vocabulary_(static_cast<std::int32_t>(shape.vocabulary)),
        dims_(shape.projection_dim),
        top_(static_cast<std::size_t>(shape.n_layers) + 1) {}

  Index size() const { return static_cast<Index>(members.size()); }
  Index steps() const { return longest + 1; }

  /// Words of an example at `level`. At level L + 1 the number is unknown, and 1 is returned.
  Index words_of(const Example& example, std::size_t level) const {
    if (level == 0) return example.rows;
    if (level == 1) return example.rows - 2;
    return level == top_ ? 1 : example.rows - static_cast<Index>(level) - 1;
  }

  /// Loads the examples `of` of `x`, given at `level`.
  void load(std::span<const Example> x, std::span<const std::size_t> of, std::size_t level) {
    members.assign(of.begin(), of.end());
    words.clear();
    for (const std::size_t member : members) {
      words.push_back(words_of(x[member], level));
      eigen_assert(words.back() > 0);
    }
    longest = *std::max_element(words.begin(), words.end());
    make_room(level);
    const Index kept = means_at(level);
    for (Index b = 0; b < size(); ++b) {
      const Example& example = x[members[static_cast<std::size_t>(b)]];
      const auto row = [&](Index n) { return example.data + n * example.row_stride; };
      for (Index j = 0; j < kept; ++j) {
        std::copy_n(row(j), 2 * dims_, &means[static_cast<std::size_t>(j)](b, 0));
      }
      for (Index n = kept; n < example.rows; ++n) load_row(row(n), level, n - kept, b);
    }
  }

  /// The examples at `level` 1 … L + 1, once the layers below have run, into their places in `y`.
  void store(std::size_t level, std::vector<Matrix<S>>& y) const {
    const Index kept = means_at(level);
    for (Index b = 0; b < size(); ++b) {
      const auto n = static_cast<std::size_t>(b);
      Matrix<S>& to = y[members[n]];
      if (level == 1) {
        to.resize(words[n] + 2, dims_);
        for (Index place = 0; place < words[n] + 2; ++place) {
          to.row(place) = x.row(place * size() + b);
        }
        continue;
      }
      const Index rest = level == top_ ? 0 : words[n] + 1;
      to.resize(kept + rest, 2 * dims_);
      for (Index j = 0; j < kept; ++j) to.row(j) = means[static_cast<std::size_t>(j)].row(b);
      for (const Direction direction : {kForward, kBackward}) {
        const View<const S> out = sides[direction].out;
        for (Index step = 0; step < rest; ++step) {
          std::copy_n(out.data + (step * size() + b) * out.row_stride, dims_,
                      &to(kept + step, direction * dims_));
        }
      }
    }
  }

  /// From the token vectors x: the input of both directions, and m_0.
  void begin_sides() {
    for (const Direction direction : {kForward, kBackward}) {
      Side& side = sides[direction];
      side.in.resize(steps() * size(), dims_);
      side.layers.resize(top_ - 1);
      for (Index b = 0; b < size(); ++b) {
        const Index n = words[static_cast<std::size_t>(b)];
        for (Index step = 0; step < steps(); ++step) {
          const Index place = direction == kForward ? step : std::max(n + 1 - step, Index{0});
          std::copy_n(&x(place * size() + b, 0), dims_, &side.in(step * size() + b, 0));
        }
      }
      side.out = view(std::as_const(side.in));
    }
    average(0);
  }

  /// m_layer from the output of both directions. Step 0 has read a boundary, step k = 1 … n the
  /// k-th word from its side.
  void average(std::size_t layer) {
    Matrix<S>& mean = means[layer];
    mean.setZero();
    for (Index b = 0; b < size(); ++b) {
      const Index n = words[static_cast<std::size_t>(b)];
      const S share = S(1) / S(n);
      for (const Direction direction : {kForward, kBackward}) {
        const View<const S> out = sides[direction].out;
        for (Index step = 1; step <= n; ++step) {
          add_scaled(&mean(b, direction * dims_), out.data + (step * size() + b) * out.row_stride,
                     share, dims_);
        }
      }
    }
  }

  std::vector<std::size_t> members;  // the indices of the examples
  std::vector<Index> words;          // of each example
  Index longest = 0;                 // the largest of these
  std::vector<std::int32_t> ids;     // [(longest + 2)·B], time-major
  ElmoTokensCache<S> tokens;
  Matrix<S> x, dx;  // [(longest + 2)·B, D]
  Side sides[2];
  std::vector<Matrix<S>> means, dmeans;  // m_0 … m_L: [B, 2D] each
  Matrix<S> mixed, dmixed;               // [B, 2D]
  std::vector<std::int32_t> targets;

 private:
  /// How many means an example at `level` starts with.
  static Index means_at(std::size_t level) { return level > 1 ? static_cast<Index>(level) : 0; }

  void make_room(std::size_t level) {
    means.resize(top_);
    for (Matrix<S>& mean : means) mean.resize(size(), 2 * dims_);
    if (level == 0) {
      ids.assign(static_cast<std::size_t>((longest + 2) * size()), end_id(vocabulary_));
      std::fill_n(ids.begin(), size(), begin_id(vocabulary_));
    }
    if (level == 1) x.setZero((longest + 2) * size(), dims_);
    if (level > 1 && level < top_) {
      for (Side& side : sides) {
        side.in.setZero(steps() * size(), dims_);
        side.layers.resize(top_ - 1);
        side.out = view(std::as_const(side.in));
      }
    }
  }

  /// One row of an example: row `step` of those that follow the means.
  void load_row(const S* row, std::size_t level, Index step, Index b) {
    if (level == 0) {
      ids[static_cast<std::size_t>((step + 1) * size() + b)] = static_cast<std::int32_t>(*row);
    } else if (level == 1) {
      std::copy_n(row, dims_, &x(step * size() + b, 0));
    } else {
      for (const Direction direction : {kForward, kBackward}) {
        std::copy_n(row + direction * dims_, dims_, &sides[direction].in(step * size() + b, 0));
      }
    }
  }

  std::int32_t vocabulary_;
  Index dims_;
  std::size_t top_;  // the level that the head reads: L + 1
};

}  // namespace preformer
