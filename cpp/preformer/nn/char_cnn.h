// A word's vector from its spelling (Kim et al. 2016, arXiv:1508.06615, as bilm-tf builds it):
//
//   characters → embedding → convolutions of several widths → max over places → ReLU
//              → highway layers → projection
//
// So unseen words have a vector too, and words with similar spelling start with similar vectors.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "preformer/nn/char_convolution.h"
#include "preformer/nn/embedding.h"
#include "preformer/nn/highway.h"

namespace preformer {

/// Names and defaults: bilm-tf, bin/train_elmo.py; n_characters there is 261 while training.
struct CharCnnOptions {
  Index n_characters = 262;
  Index max_characters_per_token = 50;
  Index embedding_dim = 16;
  std::vector<std::pair<Index, Index>> filters = {  // (width, count): 2,048 in all
      {1, 32}, {2, 32}, {3, 64}, {4, 128}, {5, 256}, {6, 512}, {7, 1024}};
  Index n_highway = 2;
};

template <class S>
struct CharCnnCache {
  Matrix<S> characters;                // [N, length·dims]
  std::vector<Index> tails;            // [N]: where the padding of each word starts
  Matrix<std::int32_t> places;         // [N, F]: where each filter has its maximum
  std::vector<Matrix<S>> highways;     // [N, F]: input of the first highway, then each one's output
  std::vector<HighwayCache<S>> gates;  // one per highway
  Matrix<S> dfilters, dpassed;         // used by backward only
  Matrix<S> dcharacters;
};

/// ids: [N·max_characters_per_token] → Y: [N, projection_dim].   F = Σ filters.
template <class S>
class CharCnn {
 public:
  /// Embedding U(−1, 1), projection N(0, 1/F) (bilm-tf). Without a projection if F =
  /// projection_dim.
  PREFORMER_COLD CharCnn(const std::string& name, const CharCnnOptions& options,
                         Index projection_dim, Rng& rng)
      : options_(options),
        dims_(projection_dim),
        embedding_(name + ".embedding",
                   uniform<S>(options.n_characters, options.embedding_dim, 1.0, rng)) {
    for (const auto& [width, count] : options.filters) {
      const std::string filter = name + ".convolution" + std::to_string(width);
      convolutions_.emplace_back(filter, width, count, options.embedding_dim, rng);
      filters_ += count;
    }
    for (Index n = 0; n < options.n_highway; ++n) {
      highways_.emplace_back(name + ".highway" + std::to_string(n), filters_, rng);
    }
    if (filters_ == projection_dim) return;
    projection_.emplace_back(name + ".projection", filters_, projection_dim, rng);
    projection_[0].weight().value =
        normal<S>(projection_dim, filters_, 1.0 / std::sqrt(double(filters_)), rng);
  }

  Index dims() const { return dims_; }
  Index characters() const { return options_.max_characters_per_token; }

  void forward(std::span<const std::int32_t> ids, CharCnnCache<S>& cache, Matrix<S>& y) const {
    embed(ids, cache);
    const auto words = static_cast<Index>(cache.tails.size());
    cache.highways.resize(highways_.size() + 1);
    cache.gates.resize(highways_.size());
    cache.highways[0].resize(words, filters_);
    cache.places.resize(words, filters_);
    Index column = 0;
    for (const auto& convolution : convolutions_) {
      const Index count = convolution.filters();
      convolution.forward({view(std::as_const(cache.characters)), cache.tails},
                          view(cache.highways[0]).cols_from(column, count),
                          view(cache.places).cols_from(column, count));
      column += count;
    }
    for (std::size_t n = 0; n < highways_.size(); ++n) {
      highways_[n].forward(cache.highways[n], cache.gates[n], cache.highways[n + 1]);
    }
    if (projection_.empty()) {
      y = cache.highways.back();
    } else {
      projection_[0].forward(cache.highways.back(), y);
    }
  }

  /// `ids` and `cache` are forward's.
  void backward(std::span<const std::int32_t> ids, const Matrix<S>& dy, CharCnnCache<S>& cache) {
    eigen_assert(dy.rows() == cache.places.rows() && dy.cols() == dims_);
    if (projection_.empty()) {
      cache.dfilters = dy;
    } else {
      projection_[0].backward(cache.highways.back(), dy, cache.dfilters);
    }
    for (std::size_t n = highways_.size(); n-- > 0;) {
      highways_[n].backward(cache.highways[n], cache.dfilters, cache.gates[n], cache.dpassed);
      std::swap(cache.dfilters, cache.dpassed);
    }
    cache.dcharacters.setZero(cache.characters.rows(), cache.characters.cols());
    Index column = 0;
    for (auto& convolution : convolutions_) {
      const Index count = convolution.filters();
      convolution.backward({view(std::as_const(cache.characters)), cache.tails},
                           view(std::as_const(cache.highways[0])).cols_from(column, count),
                           view(std::as_const(cache.places)).cols_from(column, count),
                           view(std::as_const(cache.dfilters)).cols_from(column, count),
                           view(cache.dcharacters));
      column += count;
    }
    cache.dcharacters.resize(static_cast<Index>(ids.size()), options_.embedding_dim);
    embedding_.backward(ids, cache.dcharacters);
  }

  std::vector<Parameter<S>*> parameters() {
    std::vector<Parameter<S>*> all{&embedding_.weight()};
    const auto add = [&](auto& layers) {
      for (auto& layer : layers) {
        for (Parameter<S>* p : layer.parameters()) all.push_back(p);
      }
    };
    add(convolutions_), add(highways_), add(projection_);
    return all;
  }

 private:
  void embed(std::span<const std::int32_t> ids, CharCnnCache<S>& cache) const {
    const Index length = characters();
    eigen_assert(static_cast<Index>(ids.size()) % length == 0);
    const Index words = static_cast<Index>(ids.size()) / length;
    embedding_.forward(ids, cache.characters);  // [N·length, dims]: read as [N, length·dims] below
    cache.characters.resize(words, length * options_.embedding_dim);
    cache.tails.resize(static_cast<std::size_t>(words));
    for (Index word = 0; word < words; ++word) {
      const std::int32_t* const first = ids.data() + word * length;
      Index tail = length - 1;
      while (tail > 0 && first[tail - 1] == first[length - 1]) --tail;
      cache.tails[static_cast<std::size_t>(word)] = tail;
    }
  }

  CharCnnOptions options_;
  Index dims_, filters_ = 0;
  Embedding<S> embedding_;
  std::vector<CharConvolution<S>> convolutions_;
  std::vector<Highway<S>> highways_;
  std::vector<Linear<S>> projection_;  // one or none
};

}  // namespace preformer
