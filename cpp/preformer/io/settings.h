// Options as JSON, for the header of a checkpoint.
#pragma once

#include <string>
#include <string_view>

#include "preformer/text/text_options.h"
#include "preformer/train/classifier_design.h"
#include "preformer/train/config.h"

namespace preformer {

/// Numbers in the shortest form that reads back as the same double.
std::string config_to_json(const TrainConfig& config);
std::string text_to_json(const TextOptions& text);
std::string training_to_json(const ClassifierConfig& config);
/// Its numbers alone.
std::string design_to_json(const ClassifierDesign& design);

/// Fields that are missing keep their default; names nobody knows are passed over. Throws BadFormat
/// for a field of another kind or out of its range.
TrainConfig config_from_json(std::string_view json);
TextOptions text_from_json(std::string_view json);
ClassifierConfig training_from_json(std::string_view json);
void read_design(std::string_view json, ClassifierDesign& design);

}  // namespace preformer
