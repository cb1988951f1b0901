#include "wasm/transfer/examples.h"

#include <algorithm>

#include "wasm/transfer/sentences.h"

namespace preformer::wasm {

namespace {

/// [n, height·width], 0 (paper) to 1 (ink).
void read_pixels(const val& given, const ImageCnnShape& shape, Examples& examples) {
  const std::string bytes = to_bytes(given["pixels"]);
  const Index size = shape.height * shape.width;
  Matrix<float> pixels(static_cast<Index>(bytes.size()) / size, size);
  for (Index i = 0; i < pixels.size(); ++i) {
    const auto ink = static_cast<unsigned char>(bytes[static_cast<std::size_t>(i)]);
    pixels.data()[i] = static_cast<float>(ink) / 255.0f;
  }
  examples.numbers.push_back(std::move(pixels));
  const View<const float> all = view(std::as_const(examples.numbers.back()));
  for (Index n = 0; n < all.rows; ++n) examples.labelled.examples.push_back(all.rows_from(n, 1));
}

Examples read(const val& given, const ClassifierDesign& design) {
  Examples examples;
  examples.labels = emscripten::vecFromJSArray<std::string>(given["labels"]);
  for (const float target : to_floats(given["targets"])) {
    examples.labelled.labels.push_back(static_cast<std::int32_t>(target));
  }
  if (design.of_images()) {
    read_pixels(given, design.image, examples);
  } else {
    read_sentences(given, *design.words, examples);
  }
  return examples;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

}  // namespace

Examples read_examples(const val& given, const ClassifierDesign& design) {
  Examples examples = read(given, design);
  if (examples.labels.size() >= 2) return examples;
  throw Error(ErrorCode::kBadParameter,
              "All examples have one label. A classifier needs two: add examples of another.",
              {given["name"].as<std::string>(), joined(examples.labels), "two labels or more"});
}

Examples read_examples_of(const val& given, const ClassifierDesign& design,
                          const std::vector<std::string>& labels) {
  Examples examples = read(given, design);
  std::vector<std::int32_t> places;
  for (const std::string& label : examples.labels) {
    const auto place = std::find(labels.begin(), labels.end(), label);
    if (place == labels.end()) {
      throw Error(ErrorCode::kBadParameter,
                  "The model does not know the label " + label +
                      ". Leave its examples out, or train on them too.",
                  {given["name"].as<std::string>() + ".labels", label, joined(labels)});
    }
    places.push_back(static_cast<std::int32_t>(place - labels.begin()));
  }
  for (std::int32_t& label : examples.labelled.labels) {
    label = places[static_cast<std::size_t>(label)];
  }
  examples.labels = labels;
  return examples;
}

Examples read_inputs(const val& given, const ClassifierDesign& design) {
  return read(given, design);
}

}  // namespace preformer::wasm
