#include "preformer/io/settings.h"

#include <optional>

#include "preformer/base/cold.h"
#include "preformer/base/decimal.h"
#include "preformer/io/json.h"
#include "preformer/io/words.h"

namespace preformer {
namespace {

using Kind = JsonValue::Kind;

Error broken(std::string_view name) {
  return bad_format("", "The checkpoint's option " + std::string(name) +
                            " makes no sense. The file was changed: take it as it was written.");
}

/// The visitor that writes.
class FieldWriter {
 public:
  PREFORMER_COLD void operator()(const char* name, double value, double, double) {
    add(name, exact_decimal(value));
  }
  void operator()(const char* name, bool value) { add(name, value ? "true" : "false"); }
  template <class E>
  void operator()(const char* name, E value, Names<E> names) {
    std::string text = "\"";
    text += name_of(names, value);
    text += '"';
    add(name, text);
  }
  PREFORMER_COLD void add(const char* name, const std::string& value) {
    json_ += (json_.empty() ? "{\"" : ",\"") + std::string(name) + "\":" + value;
  }
  std::string finish() { return json_ + "}"; }

 private:
  std::string json_;
};

/// The visitor that reads.
class FieldReader {
 public:
  explicit FieldReader(std::string_view json) : object_(read_json(json)) {
    if (!object_.is(Kind::kObject)) throw broken("list");
  }

  template <class T>
  PREFORMER_COLD void operator()(const char* name, T& value, double low, double high) const {
    const JsonValue* found = find(name, Kind::kNumber);
    if (!found) return;
    const std::optional<double> number = parse_double(found->text);
    if (!number || !(*number >= low && *number <= high)) throw broken(name);
    value = static_cast<T>(*number);
    if (static_cast<double>(value) != *number) throw broken(name);  // a fraction of a whole number
  }
  PREFORMER_COLD void operator()(const char* name, bool& value) const {
    if (const JsonValue* found = find(name, Kind::kBool)) value = found->text == "true";
  }
  template <class E>
  void operator()(const char* name, E& value, Names<E> names) const {
    const JsonValue* found = find(name, Kind::kString);
    if (!found) return;
    for (const Name<E>& row : names) {
      if (row.name == found->text) {
        value = row.value;
        return;
      }
    }
    throw broken(name);
  }

  /// Null if it is missing; BadFormat if it is of another kind.
  PREFORMER_COLD const JsonValue* find(const char* name, Kind kind) const {
    const JsonValue* found = object_.find(name);
    if (found && !found->is(kind)) throw broken(name);
    return found;
  }

 private:
  JsonValue object_;
};

int whole(const JsonValue& value) {
  const auto number = value.is(Kind::kNumber) ? parse_count(value.text) : std::nullopt;
  if (!number || *number > 1'000'000) throw broken("charFilters");
  return static_cast<int>(*number);
}

std::vector<CharFilter> read_filters(const JsonValue& list) {
  std::vector<CharFilter> filters;
  for (const JsonValue& pair : list.items) {
    if (!pair.is(Kind::kArray) || pair.items.size() != 2) throw broken("charFilters");
    filters.push_back({whole(pair.items[0]), whole(pair.items[1])});
  }
  return filters;
}

std::uint64_t read_seed(std::string_view digits) {
  std::uint64_t seed = 0;
  for (const char c : digits) {
    const auto digit = static_cast<std::uint64_t>(c - '0');
    if (digit > 9 || seed > (UINT64_MAX - digit) / 10) throw broken("seed");
    seed = 10 * seed + digit;
  }
  return seed;
}

}  // namespace

std::string config_to_json(const TrainConfig& config) {
  FieldWriter writer;
  visit_fields(config, writer);
  writer.add("seed", std::to_string(config.seed));
  std::string filters;
  for (const CharFilter& filter : config.elmo.filters) {
    filters += (filters.empty() ? "[" : ",[") + std::to_string(filter.width) + "," +
               std::to_string(filter.count) + "]";
  }
  writer.add("charFilters", "[" + filters + "]");
  return writer.finish();
}

std::string text_to_json(const TextOptions& text) {
  FieldWriter writer;
  visit_fields(text, writer);
  return writer.finish();
}

std::string training_to_json(const ClassifierConfig& config) {
  FieldWriter writer;
  visit_fields(config, writer);
  writer.add("seed", std::to_string(config.seed));
  return writer.finish();
}

std::string design_to_json(const ClassifierDesign& design) {
  FieldWriter writer;
  visit_fields(design, writer);
  return writer.finish();
}

TrainConfig config_from_json(std::string_view json) {
  TrainConfig config;
  const FieldReader reader(json);
  visit_fields(config, reader);
  if (const auto* seed = reader.find("seed", Kind::kNumber)) config.seed = read_seed(seed->text);
  if (const auto* filters = reader.find("charFilters", Kind::kArray)) {
    config.elmo.filters = read_filters(*filters);
  }
  return config;
}

TextOptions text_from_json(std::string_view json) {
  TextOptions text;
  visit_fields(text, FieldReader(json));
  return text;
}

ClassifierConfig training_from_json(std::string_view json) {
  ClassifierConfig config;
  const FieldReader reader(json);
  visit_fields(config, reader);
  if (const auto* seed = reader.find("seed", Kind::kNumber)) config.seed = read_seed(seed->text);
  return config;
}

void read_design(std::string_view json, ClassifierDesign& design) {
  visit_fields(design, FieldReader(json));
}

}  // namespace preformer
