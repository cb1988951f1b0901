// One-hot vectors: word i is the i-th unit vector. Any two words have cosine 0 and distance √2. The
// table of all vectors has V × V numbers, of which V are not zero.
#pragma once

#include <cstdint>
#include <string>

#include "preformer/base/error.h"
#include "preformer/base/matrix.h"

namespace preformer {

class OneHot {
 public:
  explicit OneHot(Index vocabulary) : vocabulary_(vocabulary) {}

  /// Bytes of the V × V table in float.
  static std::uint64_t dense_bytes(Index vocabulary) {
    return std::uint64_t(vocabulary) * std::uint64_t(vocabulary) * sizeof(float);
  }

  /// The table, [V, V]. Throws TooLarge above kMaxDense words.
  Matrix<float> vectors() const {
    if (vocabulary_ > kMaxDense) {
      const auto megabytes = dense_bytes(vocabulary_) / 1'000'000;
      throw Error(ErrorCode::kTooLarge,
                  "One-hot vectors of this vocabulary would take " + std::to_string(megabytes) +
                      " MB. Raise the minimum count or take a model with dense vectors.",
                  {"vocabulary", std::to_string(vocabulary_), "2 to " + std::to_string(kMaxDense)});
    }
    return Matrix<float>::Identity(vocabulary_, vocabulary_);
  }

  static constexpr Index kMaxDense = 4096;  // 67 MB

 private:
  Index vocabulary_;
};

}  // namespace preformer
