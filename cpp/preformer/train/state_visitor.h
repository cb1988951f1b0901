// The state of a trainer for checkpoints: the trainer passes every part of its state to a visitor,
// which reads or writes it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "preformer/base/matrix.h"

namespace preformer {

class StateVisitor {
 public:
  virtual ~StateVisitor() = default;

  virtual void number(const char* name, std::uint64_t& value) = 0;
  virtual void real(const char* name, double& value) = 0;
  /// A number that files of earlier versions lack; a reader then leaves the value as it is.
  virtual void later_real(const char* name, double& value) = 0;
  virtual void flag(const char* name, bool& value) = 0;
  /// The shape is that of the trainer's matrix; a reader refuses another shape.
  virtual void matrix(const std::string& name, Matrix<float>& value) = 0;
  virtual void ids(const char* name, std::vector<std::int32_t>& value) = 0;
};

}  // namespace preformer
