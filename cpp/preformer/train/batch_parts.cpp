#include "preformer/train/batch_parts.h"

#include <utility>

#include "preformer/kernels/add_scaled.h"

namespace preformer {

#ifdef PREFORMER_THREADS

std::uint64_t BatchParts::dense_weights(const Weights& weights) {
  std::uint64_t sum = 0;
  for (const Parameter<float>* p : weights) {
    if (!p->sparse) sum += static_cast<std::uint64_t>(p->value.size());
  }
  return sum;
}

void BatchParts::set_weights(std::vector<Weights> weights) {
  weights_ = std::move(weights);
  dense_ = dense_weights(weights_.front());
  results_.assign(weights_.size(), {});
  stale_.assign(weights_.size(), std::vector<Stale>(weights_.front().size()));
}

void BatchParts::weights_replaced() {
  for (auto& part : stale_) {
    for (Stale& stale : part) stale.all = true;
  }
}

void BatchParts::weights_stepped() {
  for (std::size_t p = 1; p < stale_.size(); ++p) {
    for (std::size_t n = 0; n < stale_[p].size(); ++n) {
      const Parameter<float>& model = *weights_[0][n];
      Stale& stale = stale_[p][n];
      const std::size_t rows = stale.rows.size() + model.touched.size();
      stale.all = stale.all || !model.sparse || rows > static_cast<std::size_t>(model.value.rows());
      if (!stale.all) {
        stale.rows.insert(stale.rows.end(), model.touched.begin(), model.touched.end());
      }
    }
  }
}

/// Updates the weights of a copy and clears its gradients.
void BatchParts::refresh(std::size_t part) {
  for (std::size_t n = 0; n < weights_[part].size(); ++n) {
    const Matrix<float>& from = weights_[0][n]->value;
    Parameter<float>& to = *weights_[part][n];
    Stale& stale = stale_[part][n];
    if (stale.all) {
      to.value = from;
    } else {
      for (const Index row : stale.rows) to.value.row(row) = from.row(row);
    }
    stale.all = false;
    stale.rows.clear();
    to.zero_grad();
  }
}

BatchResult BatchParts::add_up(std::size_t parts) {
  for (std::size_t n = 0; n < weights_[0].size(); ++n) {
    Parameter<float>& sum = *weights_[0][n];
    if (sum.frozen) continue;
    const Index cols = sum.value.cols();
    for (std::size_t p = 1; p < parts; ++p) {
      const Parameter<float>& part = *weights_[p][n];
      if (!sum.sparse) add_scaled(sum.grad.data(), part.grad.data(), 1.0f, sum.grad.size());
      for (const Index row : part.touched) {
        sum.touch(row);
        add_scaled(sum.grad.data() + row * cols, part.grad.data() + row * cols, 1.0f, cols);
      }
    }
  }
  BatchResult result = results_[0];
  for (std::size_t p = 1; p < parts; ++p) result += results_[p];
  return result;
}

#else

std::uint64_t BatchParts::dense_weights(const Weights&) { return 0; }
void BatchParts::set_weights(std::vector<Weights>) {}
void BatchParts::weights_replaced() {}
void BatchParts::weights_stepped() {}

#endif

}  // namespace preformer
