// Token vectors of ELMo: from a table, or from the character network over the spelling.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "preformer/kernels/add_scaled.h"
#include "preformer/models/elmo_shape.h"

namespace preformer {

/// What backward needs from one forward call. Reusing it allocates nothing.
template <class S>
struct ElmoTokensCache {
  std::vector<std::int32_t> words;  // the distinct words of the batch, in order of first occurrence
  std::vector<std::int32_t> slots;  // [n]: the index in `words` of each id
  std::vector<std::int32_t> seen;   // [V+2]: the same by id; −1 if not in the batch
  std::vector<std::int32_t> characters;  // [words, max_characters_per_token]
  CharCnnCache<S> cnn;
  Matrix<S> vectors, dvectors;  // [words, D]
};

/// ids: [n], 0 … V+1 → X: [n, D]. The character network runs once for each distinct word.
template <class S>
class ElmoTokens {
 public:
  /// `characters`: character_table() of text/characters.h; not used without a char CNN. A table of
  /// vectors starts Glorot-uniform, TensorFlow's default, which bilm-tf uses.
  PREFORMER_COLD ElmoTokens(const ElmoShape& shape, std::vector<std::int32_t> characters, Rng& rng)
      : rows_(shape.vocabulary + 2), characters_(std::move(characters)) {
    if (shape.char_cnn) {
      cnn_.emplace("characters", *shape.char_cnn, shape.projection_dim, rng);
      eigen_assert(static_cast<Index>(characters_.size()) == rows_ * cnn_->characters());
    } else {
      table_.emplace("embedding", glorot_uniform<S>(rows_, shape.projection_dim, rng));
    }
  }

  void forward(std::span<const std::int32_t> ids, ElmoTokensCache<S>& cache, Matrix<S>& x) const {
    if (table_) return table_->forward(ids, x);
    find_words(ids, cache);
    cnn_->forward(cache.characters, cache.cnn, cache.vectors);
    x.resize(static_cast<Index>(ids.size()), cnn_->dims());
    for (std::size_t n = 0; n < ids.size(); ++n) {
      x.row(static_cast<Index>(n)) = cache.vectors.row(cache.slots[n]);
    }
  }

  /// `ids` and `cache` are forward's. dvector_w = Σ dX_n over the places n of word w.
  void backward(std::span<const std::int32_t> ids, const Matrix<S>& dx, ElmoTokensCache<S>& cache) {
    if (table_) return table_->backward(ids, dx);
    cache.dvectors.setZero(cache.vectors.rows(), cache.vectors.cols());
    for (std::size_t n = 0; n < ids.size(); ++n) {
      add_scaled(&cache.dvectors(cache.slots[n], 0), &dx(static_cast<Index>(n), 0), S(1),
                 dx.cols());
    }
    cnn_->backward(cache.characters, cache.dvectors, cache.cnn);
  }

  std::vector<Parameter<S>*> parameters() {
    if (table_) return {&table_->weight()};
    return cnn_->parameters();
  }

 private:
  void find_words(std::span<const std::int32_t> ids, ElmoTokensCache<S>& cache) const {
    const auto width = static_cast<std::size_t>(cnn_->characters());
    cache.words.clear();
    cache.characters.clear();
    cache.slots.resize(ids.size());
    cache.seen.resize(static_cast<std::size_t>(rows_), -1);
    for (std::size_t n = 0; n < ids.size(); ++n) {
      eigen_assert(ids[n] >= 0 && ids[n] < rows_);
      std::int32_t& slot = cache.seen[static_cast<std::size_t>(ids[n])];
      if (slot < 0) {
        slot = static_cast<std::int32_t>(cache.words.size());
        cache.words.push_back(ids[n]);
        const auto spelling = characters_.begin() + std::ptrdiff_t(ids[n]) * std::ptrdiff_t(width);
        cache.characters.insert(cache.characters.end(), spelling, spelling + std::ptrdiff_t(width));
      }
      cache.slots[n] = slot;
    }
    for (const std::int32_t word : cache.words) cache.seen[static_cast<std::size_t>(word)] = -1;
  }

  Index rows_;
  std::vector<std::int32_t> characters_;
  std::optional<Embedding<S>> table_;  // one of the two
  std::optional<CharCnn<S>> cnn_;
};

}  // namespace preformer
