// Conversions between C++ and JavaScript: numbers and words as plain data, exceptions as JS Errors.
#pragma once

#include <emscripten/val.h>

#include <new>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "preformer/base/error.h"

namespace preformer::wasm {

using emscripten::val;

/// {name: value, …}, field by field: `Object().set("epoch", 3).set("word", "king").value()`.
/// Numbers of every C++ type become JavaScript numbers.
class Object {
 public:
  template <class T>
  Object& set(const char* name, const T& value) {
    if constexpr (std::is_same_v<T, bool>) {
      return set_flag(name, value);
    } else if constexpr (std::is_arithmetic_v<T>) {
      return set_number(name, static_cast<double>(value));
    } else if constexpr (std::is_convertible_v<T, std::string_view>) {
      return set_text(name, value);
    } else {
      return set_value(name, value);
    }
  }
  const val& value() const { return object_; }

 private:
  Object& set_flag(const char* name, bool value);
  Object& set_number(const char* name, double value);
  Object& set_text(const char* name, std::string_view value);
  Object& set_value(const char* name, const val& value);

  val object_ = val::object();
};

/// Appends to a JavaScript array.
void push(const val& list, const val& item);

/// These copy, because a view into the heap becomes invalid without an error when wasm memory
/// grows.
val to_float32_array(std::span<const float> values);
val to_float64_array(std::span<const double> values);
val to_uint8_array(std::string_view bytes);

std::string to_bytes(const val& uint8_array);
/// `list`: any list of numbers or booleans.
std::vector<float> to_floats(const val& list);

inline val to_js(std::string_view text) { return val(std::string(text)); }
val to_js(const std::vector<std::string>& words);

/// An Error with the fields code, parameter, value and permitted.
[[noreturn]] void throw_js(const Error& error);

Error out_of_memory();

/// Runs `body`. A C++ exception is rethrown as a JS Error, after the catch block, so that the C++
/// exception is freed. A JS exception passes through.
template <class F>
auto guarded(F&& body) {
  std::optional<Error> error;
  try {
    return body();
  } catch (const Error& e) {
    error = e;
  } catch (const std::bad_alloc&) {
    error = out_of_memory();
  } catch (const std::length_error&) {  // a container larger than the address space
    error = out_of_memory();
  }
  throw_js(*error);
}

/// Counts the objects of derived classes that JavaScript has not deleted yet.
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
