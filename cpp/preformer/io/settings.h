// Options as JSON, for the header of a checkpoint.
#pragma once

#include <string>
#include <string_view>

#include "preformer/text/text_options.h"
#include "preformer/train/classifier_design.h"
#include "preformer/train/config.h"

namespace preformer {

/// Numbers are the shortest decimals that give the same doubles.
std::string config_to_json(const TrainConfig& config);
std::string text_to_json(const TextOptions& text);
std::string training_to_json(const ClassifierConfig& config);
/// Only the numbers of the design.
std::string design_to_json(const ClassifierDesign& design);

/// Missing fields keep their defaults; unknown names are ignored. Throws BadFormat for a field of
/// another kind or out of its range.
TrainConfig config_from_json(std::string_view json);
TextOptions text_from_json(std::string_view json);
ClassifierConfig training_from_json(std::string_view json);
void read_design(std::string_view json, ClassifierDesign& design);

}  // namespace preformer
