#include "preformer/train/config.h"

#include <array>
#include <cstdio>
#include <string>

namespace preformer {

namespace {

struct Named {
  std::string_view name;
  int value;
};

constexpr std::array kModels{Named{"one-hot", static_cast<int>(ModelKind::kOneHot)},
                             Named{"cbow", static_cast<int>(ModelKind::kCbow)},
                             Named{"skip-gram", static_cast<int>(ModelKind::kSkipGram)}};
constexpr std::array kObjectives{
    Named{"softmax", static_cast<int>(Objective::kFullSoftmax)},
    Named{"hierarchical-softmax", static_cast<int>(Objective::kHierarchicalSoftmax)},
    Named{"negative-sampling", static_cast<int>(Objective::kNegativeSampling)}};

template <std::size_t N>
int parse(const std::array<Named, N>& table, std::string_view field, std::string_view name) {
  std::string permitted;
  for (const Named& row : table) {
    if (row.name == name) return row.value;
    permitted += (permitted.empty() ? "" : ", ") + std::string(row.name);
  }
  throw Error(
      ErrorCode::kBadParameter,
      "There is no " + std::string(field) + " of that name. Take one of: " + permitted + ".",
      {std::string(field), std::string(name), permitted});
}

template <std::size_t N>
std::string_view name_of(const std::array<Named, N>& table, int value) {
  for (const Named& row : table) {
    if (row.value == value) return row.name;
  }
  return "";
}

/// Shortest plain decimal that tells the value to six significant digits ("0.05", "1e+308").
std::string number(double x) {
  char text[32];
  std::snprintf(text, sizeof text, "%g", x);
  return text;
}

void require(std::string_view name, double value, double low, double high) {
  if (value >= low && value <= high) return;  // false for NaN
  const std::string permitted = number(low) + " to " + number(high);
  throw Error(ErrorCode::kBadParameter,
              std::string(name) + " must be " + permitted + "; it is " + number(value) + ".",
              {std::string(name), number(value), permitted});
}

}  // namespace

std::string_view model_name(ModelKind kind) { return name_of(kModels, static_cast<int>(kind)); }
ModelKind parse_model(std::string_view name) {
  return static_cast<ModelKind>(parse(kModels, "model", name));
}
std::string_view objective_name(Objective objective) {
  return name_of(kObjectives, static_cast<int>(objective));
}
Objective parse_objective(std::string_view name) {
  return static_cast<Objective>(parse(kObjectives, "objective", name));
}

void TrainConfig::validate() const {
  require("vectorSize", vector_size, 1, 1024);
  require("window", window, 1, 100);
  require("negative", negative, 1, 100);
  require("nsExponent", ns_exponent, -2, 2);
  require("sample", sample, 0, 1);
  require("alpha", alpha, 1e-6, 5);
  require("minAlpha", min_alpha, 0, alpha);
  require("epochs", epochs, 1, 10000);
}

double default_alpha(ModelKind model) { return model == ModelKind::kCbow ? 0.2 : 0.05; }

}  // namespace preformer
