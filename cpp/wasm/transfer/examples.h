// Examples from JavaScript; web/src/api/examples.js packs them.
#pragma once

#include <string>
#include <vector>

#include "preformer/models/labelled_examples.h"
#include "preformer/train/classifier_design.h"
#include "preformer/train/sentence_examples.h"
#include "wasm/values.h"

namespace preformer::wasm {

/// Examples and the numbers they consist of. Movable, not copyable.
struct Examples {
  Examples() = default;
  Examples(Examples&&) = default;
  Examples& operator=(Examples&&) = default;

  std::vector<std::string> labels;  // the names of the classes
  LabelledExamples labelled;        // views of the members below
  Matrix<float> pixels;             // images: [n, height·width]
  SentenceExamples sentences;
};

/// Training examples. given: {name, labels, targets} and {pixels, width, height}, {lines} or
/// {sentences}.
/// Throws BadParameter for fewer than two labels, UnknownWord for a sentence without known words.
Examples read_examples(const val& given, const ClassifierDesign& design);

/// The same for the classes `labels`. Throws BadParameter for an example of another class.
Examples read_examples_of(const val& given, const ClassifierDesign& design,
                          const std::vector<std::string>& labels);

/// A file of labelled lines, for a page that shows it first. Bad lines are left out and counted.
/// Returns {labels, sentences, targets, numbers} and the counts of set_lines().
val read_labelled_file(val bytes);

/// Examples without labels, for classification.
Examples read_inputs(const val& given, const ClassifierDesign& design);

}  // namespace preformer::wasm
