#include "wasm/traces.h"

namespace preformer::wasm {

namespace {

Object with_numbers(Object object, const char* name, const Matrix<float>& matrix) {
  const auto size = static_cast<std::size_t>(matrix.size());
  return object.set(name, to_float32_array({matrix.data(), size}));
}

val to_js(const Quantity<float>& quantity) {
  Object object;
  object.set("name", quantity.name)
      .set("rows", quantity.value.rows())
      .set("cols", quantity.value.cols());
  if (!quantity.of.empty()) object.set("of", to_int32_array(quantity.of));
  return with_numbers(object, "values", quantity.value).value();
}

val to_js(const Change<float>& change) {
  Object object;
  object.set("name", change.parameter)
      .set("rows", change.before.rows())
      .set("cols", change.before.cols());
  if (!change.rows.empty()) {
    object.set("of", to_int32_array({change.rows.begin(), change.rows.end()}));
  }
  return with_numbers(with_numbers(object, "before", change.before), "after", change.after).value();
}

template <class Item>
val list_of(const std::vector<Item>& items) {
  val list = val::array();
  for (const Item& item : items) push(list, to_js(item));
  return list;
}

}  // namespace

val to_int32_array(const std::vector<std::int32_t>& values) {
  return val::global("Int32Array")
      .new_(emscripten::typed_memory_view(values.size(), values.data()));
}

val to_list(const std::vector<Quantity<float>>& quantities) { return list_of(quantities); }
val to_list(const std::vector<Change<float>>& changes) { return list_of(changes); }

Object& set_trace(Object& object, const Trace<float>& trace) {
  return object.set("loss", trace.loss)
      .set("lossAfter", trace.loss_after)
      .set("forward", to_list(trace.forward))
      .set("backward", to_list(trace.backward))
      .set("changes", to_list(trace.changes));
}

}  // namespace preformer::wasm
