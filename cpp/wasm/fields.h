// Options between JavaScript and the core: visitors for the lists that visit_fields() walks.
#pragma once

#include <string>
#include <string_view>

#include "preformer/base/cold.h"
#include "preformer/base/names.h"
#include "wasm/values.h"

namespace preformer::wasm {

/// The visitor that reads the options given by JavaScript. validate() checks the ranges.
struct Take {
  const val& options;

  template <class T>
  void operator()(const char* name, T& value, double, double) const {
    value = static_cast<T>(number(name));
  }
  PREFORMER_COLD void operator()(const char* name, bool& value) const {
    value = options[name].as<bool>();
  }
  template <class E>
  void operator()(const char* name, E& value, Names<E> names) const {
    value = parse_name(names, name, text(name));
  }

  PREFORMER_COLD double number(const char* name) const { return options[name].as<double>(); }
  PREFORMER_COLD std::string text(const char* name) const {
    return options[name].as<std::string>();
  }
};

/// The visitor that writes the fields to a JavaScript object.
struct Tell {
  val& object;

  PREFORMER_COLD void operator()(const char* name, double value, double, double) const {
    object.set(name, value);
  }
  PREFORMER_COLD void operator()(const char* name, bool value) const { object.set(name, value); }
  PREFORMER_COLD void operator()(const char* name, std::string_view value) const {
    object.set(name, to_js(value));
  }
  template <class E>
  void operator()(const char* name, E value, Names<E> names) const {
    (*this)(name, name_of(names, value));
  }
};

}  // namespace preformer::wasm
