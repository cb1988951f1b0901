// What a resumed run needs, named once: a trainer walks its state, and the visitor reads or writes.
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
  virtual void flag(const char* name, bool& value) = 0;
  /// Construction fixes the shape; a reader refuses another.
  virtual void matrix(const std::string& name, Matrix<float>& value) = 0;
  virtual void ids(const char* name, std::vector<std::int32_t>& value) = 0;
};

}  // namespace preformer
