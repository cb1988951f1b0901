#include "wasm/values.h"

namespace preformer::wasm {

namespace {

template <class T>
val copy_to_js(const char* type, const T* data, std::size_t size) {
  return val::global(type).new_(emscripten::typed_memory_view(size, data));
}

}  // namespace

Object& Object::set_flag(const char* name, bool value) { return set_value(name, val(value)); }
Object& Object::set_number(const char* name, double value) { return set_value(name, val(value)); }
Object& Object::set_text(const char* name, std::string_view value) {
  return set_value(name, to_js(value));
}
Object& Object::set_value(const char* name, const val& value) {
  object_.set(name, value);
  return *this;
}

void push(const val& list, const val& item) { list.call<void>("push", item); }

val to_js(const std::vector<std::string>& words) {
  val list = val::array();
  for (const std::string& word : words) push(list, val(word));
  return list;
}

val to_float32_array(std::span<const float> values) {
  return copy_to_js("Float32Array", values.data(), values.size());
}

val to_float64_array(std::span<const double> values) {
  return copy_to_js("Float64Array", values.data(), values.size());
}

val to_uint8_array(std::string_view bytes) {
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  return copy_to_js("Uint8Array", data, bytes.size());
}

std::string to_bytes(const val& uint8_array) {
  std::string bytes(uint8_array["length"].as<std::size_t>(), '\0');
  auto* data = reinterpret_cast<unsigned char*>(bytes.data());
  val(emscripten::typed_memory_view(bytes.size(), data)).call<void>("set", uint8_array);
  return bytes;
}

std::vector<float> to_floats(const val& list) {
  std::vector<float> values(list["length"].as<std::size_t>());
  val(emscripten::typed_memory_view(values.size(), values.data())).call<void>("set", list);
  return values;
}

Error out_of_memory() {
  return Error(
      ErrorCode::kOutOfMemory,
      "The browser has no memory left for this. Use a smaller corpus or fewer dimensions.");
}

void throw_js(const Error& error) {
  val js = val::global("Error").new_(std::string(error.what()));
  js.set("code", to_js(error_name(error.code())));
  js.set("parameter", error.name());
  js.set("value", error.value());
  js.set("permitted", error.permitted());
  js.throw_();
  __builtin_unreachable();
}

}  // namespace preformer::wasm
