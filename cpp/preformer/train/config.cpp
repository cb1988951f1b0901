#include "preformer/train/config.h"

#include <array>
#include <string>

#include "preformer/base/error.h"
#include "preformer/base/thread_pool.h"
#include "preformer/train/ranges.h"

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

constexpr std::array<Name<Draws>, 2> kDraws{{{Draws::kStream, "stream"}, {Draws::kKeyed, "keyed"}}};

}  // namespace

Names<ModelKind> model_names() { return kModels; }
std::string_view model_name(ModelKind kind) { return name_of(model_names(), kind); }

Names<Objective> objective_names() { return kObjectives; }
std::string_view objective_name(Objective objective) {
  return name_of(objective_names(), objective);
}

Names<Draws> draws_names() { return kDraws; }

void TrainConfig::validate() const {
  visit_fields(*this, RequireRanges{});
  if (model == ModelKind::kNnlm && nnlm.direct && descent.samples > 0) {
    throw Error(ErrorCode::kBadParameter,
                "Direct connections need the full softmax. Set samples to 0, or do without them.",
                {"samples", std::to_string(descent.samples), "0"});
  }
  require_range("threads", threads, 1, kMaxThreads);
  if (draws == Draws::kKeyed && (model == ModelKind::kNnlm || model == ModelKind::kElmo)) {
    throw Error(ErrorCode::kBadParameter,
                "Only CBOW and Skip-gram have keyed draws. Take draws = stream.",
                {"draws", "keyed", "stream"});
  }
  require_range("charFilters", static_cast<double>(elmo.filters.size()), 1, kMaxFilters);
  for (const CharFilter& filter : elmo.filters) {
    require_range("charFilters", filter.width, 1, elmo.max_characters);
    require_range("charFilters", filter.count, 1, kMaxFilterCount);
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
