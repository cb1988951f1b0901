// A copy of the weights of a model, to be given to another.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "preformer/models/transfer.h"

namespace preformer {

/// Copies of parameters, with their names.
class Weights {
 public:
  Weights() = default;
  explicit Weights(const std::vector<NamedMatrix>& from) {
    for (const NamedMatrix& m : from) {
      names_.emplace_back(m.name);
      Matrix<float>& value = values_.emplace_back(m.value.rows, m.value.cols);
      for (Index row = 0; row < m.value.rows; ++row) {
        std::copy_n(m.value.data + row * m.value.row_stride, m.value.cols,
                    value.data() + row * m.value.cols);
      }
    }
  }
  Weights(Weights&&) = default;  // the views of named() stay valid
  Weights& operator=(Weights&&) = default;

  std::vector<NamedMatrix> named() const {
    std::vector<NamedMatrix> all;
    for (std::size_t i = 0; i < names_.size(); ++i) all.push_back({names_[i], view(values_[i])});
    return all;
  }

 private:
  std::vector<std::string> names_;
  std::vector<Matrix<float>> values_;
};

}  // namespace preformer
