#include "preformer/models/vector_classifier.h"

#include <algorithm>
#include <cmath>

#include "preformer/kernels/add_scaled.h"

namespace preformer {

template <class S>
VectorClassifier<S>::VectorClassifier(const VectorTable& table, const ClassifierHead& head,
                                      Rng& rng)
    : vectors_(table.name,
               uniform<S>(table.rows, table.dims, std::sqrt(3.0 / double(table.dims)), rng)),
      head_(table.dims, head, rng) {}

template <class S>
std::vector<ClassifierLayer<S>> VectorClassifier<S>::layers() {
  return {{"vectors", {&vectors_.weight()}}, {"head", head_.parameters()}};
}

/// Level 1 of every example: [B, D].
template <class S>
void VectorClassifier<S>::average(std::span<const Example> x, std::size_t from,
                                  Matrix<S>& means) const {
  const Index dims = vectors_.dims();
  means.setZero(static_cast<Index>(x.size()), dims);
  for (std::size_t n = 0; n < x.size(); ++n) {
    S* const mean = &means(static_cast<Index>(n), 0);
    if (from == 1) {
      std::copy_n(x[n].data, dims, mean);
      continue;
    }
    eigen_assert(x[n].rows > 0 && x[n].cols == 1);
    for (Index k = 0; k < x[n].rows; ++k) {
      const auto id = static_cast<Index>(x[n].data[k * x[n].row_stride]);
      eigen_assert(id >= 0 && id < vectors_.rows());
      add_scaled(mean, &vectors_.weight().value(id, 0), S(1) / S(x[n].rows), dims);
    }
  }
}

template <class S>
void VectorClassifier<S>::forward(std::span<const Example> x, std::size_t from, std::size_t to,
                                  std::vector<Matrix<S>>& y) const {
  y.resize(x.size());
  Matrix<S> rows, logits;
  if (from < 2 && to > 0) average(x, from, rows);
  if (from < 2 && to == 2) {
    head_.forward(rows, logits);
    rows.swap(logits);
  }
  for (std::size_t n = 0; n < x.size(); ++n) {
    if (from == to) {
      y[n].resize(x[n].rows, x[n].cols);
      for (Index k = 0; k < x[n].rows; ++k) {
        std::copy_n(x[n].data + k * x[n].row_stride, x[n].cols, &y[n](k, 0));
      }
    } else {
      y[n] = rows.row(static_cast<Index>(n));
    }
  }
}

template <class S>
ClassifierLoss VectorClassifier<S>::gradients(std::span<const Example> x, std::size_t from,
                                              std::size_t lowest,
                                              std::span<const std::int32_t> targets, Rng& rng,
                                              S scale) {
  eigen_assert(from <= lowest && lowest <= 1 && x.size() == targets.size());
  average(x, from, means_);
  const ClassifierLoss loss =
      head_.gradients(means_, targets, rng, scale, lowest == 0 ? &dmeans_ : nullptr);
  if (lowest > 0) return loss;
  const Index dims = vectors_.dims();
  ids_.clear();
  for (const Example& example : x) {
    for (Index k = 0; k < example.rows; ++k) {
      ids_.push_back(static_cast<std::int32_t>(example.data[k * example.row_stride]));
    }
  }
  dvectors_.setZero(static_cast<Index>(ids_.size()), dims);
  Index row = 0;
  for (std::size_t n = 0; n < x.size(); ++n) {
    for (Index k = 0; k < x[n].rows; ++k) {
      add_scaled(&dvectors_(row++, 0), &dmeans_(static_cast<Index>(n), 0), S(1) / S(x[n].rows),
                 dims);
    }
  }
  vectors_.backward(ids_, dvectors_);
  return loss;
}

template class VectorClassifier<float>;
#ifdef PREFORMER_DOUBLE
template class VectorClassifier<double>;
#endif

}  // namespace preformer
