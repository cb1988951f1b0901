// The only file that includes Eigen. Every matrix of the project is row-major, so that an embedding
// is one contiguous row and files of other tools can be loaded without a transposition.
#pragma once

#ifdef __EMSCRIPTEN__
// Emscripten's clang identifies itself as GCC 4.2, for which Eigen would use x86 assembly.
#include <Eigen/src/Core/util/Macros.h>
#undef EIGEN_COMP_GNUC
#define EIGEN_COMP_GNUC 0
#endif

#include <Eigen/Core>

namespace preformer {

using Index = Eigen::Index;

template <class S>
using Matrix = Eigen::Matrix<S, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

template <class S>
using RowVector = Eigen::Matrix<S, 1, Eigen::Dynamic, Eigen::RowMajor>;

/// A read-only view of embeddings, [V, D]: one row per word.
using MatrixRef = Eigen::Ref<const Matrix<float>>;

}  // namespace preformer
