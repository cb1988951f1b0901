#include "wasm/words/config_input.h"

#include "preformer/base/thread_pool.h"
#include "wasm/fields.h"

namespace preformer::wasm {

namespace {

std::vector<CharFilter> read_filters(const val& list) {
  std::vector<CharFilter> filters;
  const auto count = list["length"].as<int>();
  for (int i = 0; i < count; ++i) filters.push_back({list[i][0].as<int>(), list[i][1].as<int>()});
  return filters;
}

val to_filters(const std::vector<CharFilter>& filters) {
  val list = val::array();
  for (const CharFilter& filter : filters) {
    push(list, val::array(std::vector<double>{double(filter.width), double(filter.count)}));
  }
  return list;
}

}  // namespace

int read_threads(const val& options) { return kHasThreads ? options["threads"].as<int>() : 1; }

TrainConfig read_config(const val& options) {
  TrainConfig config;
  visit_fields(config, Take{options});
  config.seed = static_cast<std::uint64_t>(options["seed"].as<double>());
  config.threads = read_threads(options);
  config.elmo.filters = read_filters(options["charFilters"]);
  if (config.alpha == 0) config.alpha = default_alpha(config.model);
  return config;
}

TextOptions read_text_options(const val& options) {
  TextOptions text;
  visit_fields(text, Take{options});
  return text;
}

val to_options(const TrainConfig& config, const TextOptions& text) {
  val object = val::object();
  const Tell tell{object};
  visit_fields(config, tell);
  visit_fields(text, tell);
  object.set("seed", static_cast<double>(config.seed));
  object.set("charFilters", to_filters(config.elmo.filters));
  return object;
}

}  // namespace preformer::wasm
