// preformer parameters: every parameter of a training run, its range and its default. What is
// printed here is web/src/api/parameters.json, which the page and the package read.
#include <concepts>

#include "cli/train_options.h"
#include "cli/verbs.h"
#include "preformer/base/thread_pool.h"
#include "preformer/models/transfer.h"
#include "preformer/train/classifier_design.h"

namespace preformer::cli {

namespace {

template <class E>
Json names_to_json(Names<E> names) {
  Json list = Json::array();
  for (const Name<E>& row : names) list.push_back(row.name);
  return list;
}

/// The visitor of visit_fields() that adds one row per field.
struct AddRow {
  Json& rows;

  void operator()(const char* name, std::integral auto value, double low, double high) const {
    rows[name] = {{"kind", "integer"},
                  {"initial", value},
                  {"low", static_cast<std::int64_t>(low)},
                  {"high", static_cast<std::int64_t>(high)}};
  }
  void operator()(const char* name, double value, double low, double high) const {
    rows[name] = {{"kind", "number"}, {"initial", value}, {"low", low}, {"high", high}};
  }
  void operator()(const char* name, bool value) const {
    rows[name] = {{"kind", "flag"}, {"initial", value}};
  }
  template <class E>
  void operator()(const char* name, E value, Names<E> names) const {
    rows[name] = {
        {"kind", "choice"}, {"initial", name_of(names, value)}, {"values", names_to_json(names)}};
  }
};

template <class Fields>
Json rows_of(const Fields& fields) {
  Json rows;
  visit_fields(fields, AddRow{rows});
  // The range of minAlpha ends at alpha, which may be anything in its own range.
  if (rows.contains("minAlpha")) rows["minAlpha"]["high"] = rows["alpha"]["high"];
  return rows;
}

Json train_rows() {
  const TrainConfig config;
  Json rows = rows_of(config);
  Json& alpha = rows["alpha"];
  alpha.erase("initial");
  for (const Name<ModelKind>& model : model_names()) {
    alpha["initialByModel"][std::string(model.name)] = default_alpha(model.value);
  }
  Json filters = Json::array();
  for (const CharFilter& filter : config.elmo.filters) {
    filters.push_back({filter.width, filter.count});
  }
  rows["seed"] = {{"kind", "integer"}, {"initial", config.seed}, {"low", 0}, {"high", kMostCount}};
  rows["charFilters"] = {{"kind", "filters"},
                         {"initial", filters},
                         {"most", kMaxFilters},
                         {"width", rows["maxCharacters"]["high"]},
                         {"count", kMaxFilterCount}};
  return rows;
}

/// Adds the option of `preformer train` to each row.
Json with_options(Json rows) {
  for (auto& [name, row] : rows.items()) row["option"] = option_of(name);
  return rows;
}

Json parameters() {
  return {{"text", with_options(rows_of(TextOptions{}))},
          {"train", with_options(train_rows())},
          {"threads", {{"kind", "integer"}, {"low", 1}, {"high", kMaxThreads}}},
          {"classifier", rows_of(ClassifierConfig{})},
          {"imageNetwork", rows_of(ClassifierDesign{})},
          {"transferModes", names_to_json(transfer_mode_names())}};
}

/// JSON with one line per row.
std::string to_lines(const Json& table) {
  std::string text = "{";
  for (const auto& [group, rows] : table.items()) {
    text += (text.size() == 1 ? "\n" : ",\n") + Json(group).dump() + ": ";
    if (!rows.is_object() || !rows.front().is_object()) {
      text += rows.dump();
      continue;
    }
    std::string lines;
    for (const auto& [name, row] : rows.items()) {
      lines += (lines.empty() ? "  " : ",\n  ") + Json(name).dump() + ": " + row.dump();
    }
    text += "{\n" + lines + "\n}";
  }
  return text + "\n}";
}

}  // namespace

void add_parameters(CLI::App& app, Command& command) {
  CLI::App* verb =
      app.add_subcommand("parameters", "Print every parameter, its range and its default, as JSON");
  add_json_flag(*verb, command);
  verb->callback([&command] {
    command.run = [] {
      Answer answer;
      answer.json = parameters();
      answer.text = to_lines(answer.json);
      return answer;
    };
  });
}

}  // namespace preformer::cli
