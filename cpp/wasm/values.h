// Crossing between C++ and JavaScript: numbers and words as plain data, exceptions as JS Errors.
#pragma once

#include <emscripten/val.h>

#include <initializer_list>
#include <new>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "preformer/base/error.h"

namespace preformer::wasm {

using emscripten::val;

/// {name: value, …}
val to_object(std::initializer_list<std::pair<const char*, val>> fields);

/// Copies: a view into the heap goes silently stale when wasm memory grows.
val to_float32_array(std::span<const float> values);
val to_float64_array(std::span<const double> values);
val to_uint8_array(std::string_view bytes);

std::string to_bytes(const val& uint8_array);
std::vector<float> to_floats(const val& float32_array);

inline val to_js(std::string_view text) { return val(std::string(text)); }

/// An Error with the fields code, parameter, value and permitted.
[[noreturn]] void throw_js(const Error& error);

Error out_of_memory();

/// Runs `body`. A C++ exception leaves as a JS Error, thrown after the catch block so that the C++
/// exception is freed; a JS exception passes through.
template <class F>
auto guarded(F&& body) {
  std::optional<Error> error;
  try {
    return body();
  } catch (const Error& e) {
    error = e;
  } catch (const std::bad_alloc&) {
    error = out_of_memory();
  } catch (const std::length_error&) {  // a container asked for more than an address can name
    error = out_of_memory();
  }
  throw_js(*error);
}

/// How many objects of derived classes JavaScript has not deleted yet.
class Counted {
 public:
  Counted() { ++live_; }
  ~Counted() { --live_; }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;
  static int live() { return live_; }

 private:
  static inline int live_ = 0;
};

}  // namespace preformer::wasm
