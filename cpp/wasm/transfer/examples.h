// Examples as JavaScript hands them over: web/src/api/examples.js packs them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "preformer/models/labelled_examples.h"
#include "preformer/train/classifier_design.h"
#include "wasm/values.h"

namespace preformer::wasm {

/// Examples and the numbers they are made of. It moves, but must not be copied.
struct Examples {
  Examples() = default;
  Examples(Examples&&) = default;
  Examples& operator=(Examples&&) = default;

  std::vector<std::string> labels;     // the names of the classes
  LabelledExamples labelled;           // views of `numbers`
  std::vector<Matrix<float>> numbers;  // images: all in one matrix; sentences: word ids, one each
  std::size_t unknown = 0;             // words that the vocabulary lacks
};

/// To train on. given: {name, labels, targets} and {pixels, width, height}, {lines} or {sentences}.
/// Throws BadParameter for fewer than two labels, UnknownWord for a sentence without known words.
Examples read_examples(const val& given, const ClassifierDesign& design);

/// The same, of the classes `labels`. Throws BadParameter for another one.
Examples read_examples_of(const val& given, const ClassifierDesign& design,
                          const std::vector<std::string>& labels);

/// Without labels: to classify.
Examples read_inputs(const val& given, const ClassifierDesign& design);

}  // namespace preformer::wasm
