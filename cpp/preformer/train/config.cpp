#include "preformer/train/config.h"

#include <array>
#include <cstdio>
#include <string>
#include <type_traits>

namespace preformer {

namespace {

constexpr std::array<Name<ModelKind>, 5> kModels{{{ModelKind::kOneHot, "one-hot"},
                                                  {ModelKind::kNnlm, "nnlm"},
                                                  {ModelKind::kCbow, "cbow"},
                                                  {ModelKind::kSkipGram, "skip-gram"},
                                                  {ModelKind::kElmo, "elmo"}}};
constexpr std::array<Name<Objective>, 3> kObjectives{
    {{Objective::kFullSoftmax, "softmax"},
     {Objective::kHierarchicalSoftmax, "hierarchical-softmax"},
     {Objective::kNegativeSampling, "negative-sampling"}}};

constexpr std::size_t kMaxFilters = 16;
constexpr int kMaxFilterCount = 4096;

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

/// The visitor that checks ranges.
struct Require {
  template <class T>
  void operator()(const char* name, T value, double low, double high) const {
    require(name, static_cast<double>(value), low, high);
  }
  void operator()(const char*, bool) const {}
  template <class E>
  void operator()(const char*, E, Names<E>) const {}  // an enumeration holds nothing else
};

}  // namespace

Names<ModelKind> model_names() { return kModels; }
std::string_view model_name(ModelKind kind) { return name_of(model_names(), kind); }
ModelKind parse_model(std::string_view name) { return parse_name(model_names(), "model", name); }

Names<Objective> objective_names() { return kObjectives; }
std::string_view objective_name(Objective objective) {
  return name_of(objective_names(), objective);
}
Objective parse_objective(std::string_view name) {
  return parse_name(objective_names(), "objective", name);
}

void TrainConfig::validate() const {
  visit_fields(*this, Require{});
  require("charFilters", static_cast<double>(elmo.filters.size()), 1, kMaxFilters);
  for (const CharFilter& filter : elmo.filters) {
    require("charFilters", filter.width, 1, elmo.max_characters);
    require("charFilters", filter.count, 1, kMaxFilterCount);
  }
}

double default_alpha(ModelKind model) {
  switch (model) {
    case ModelKind::kCbow: return 0.2;
    case ModelKind::kNnlm: return 0.002;
    case ModelKind::kElmo: return 0.01;
    case ModelKind::kOneHot:
    case ModelKind::kSkipGram: break;
  }
  return 0.05;
}

}  // namespace preformer
