#include "wasm/transfer/examples.h"

#include <algorithm>

#include "preformer/io/image_set.h"
#include "preformer/text/labelled_lines.h"
#include "wasm/lines.h"
#include "wasm/sentences.h"

namespace preformer::wasm {

namespace {

/// Reads the labels; returns the index of each example's label. Lines contain their labels.
std::vector<std::int32_t> read_targets(const val& given, Examples& examples) {
  examples.labels = emscripten::vecFromJSArray<std::string>(given["labels"]);
  const std::vector<float> targets = to_floats(given["targets"]);
  return {targets.begin(), targets.end()};
}

void read_images(const val& given, const ImageCnnShape& shape, Examples& examples) {
  const std::string bytes = to_bytes(given["pixels"]);
  const Index size = shape.height * shape.width;
  examples.pixels = to_pixels<float>(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                     static_cast<Index>(bytes.size()) / size, size);
  const View<const float> all = view(std::as_const(examples.pixels));
  for (Index n = 0; n < all.rows; ++n) examples.labelled.examples.push_back(all.rows_from(n, 1));
  examples.labelled.labels = read_targets(given, examples);
}

/// sentences: lines in the form of split_joined().
void read_sentences(const val& given, const WordsDesign& words, Examples& examples) {
  const auto field = given["name"].as<std::string>();
  std::vector<std::int32_t> targets = read_targets(given, examples);
  const auto sentences = split_joined(given["sentences"].as<std::string>(), words.text.tokenizer);
  targets.resize(sentences.size());  // empty if the classes are to be predicted
  for (std::size_t n = 0; n < sentences.size(); ++n) {
    examples.sentences.add(words.vocabulary, sentences[n], targets[n], field);
  }
  examples.labelled = examples.sentences.labelled();
}

/// lines: label, tab, sentence per line.
void read_lines(const val& given, const WordsDesign& words, Examples& examples) {
  const auto field = given["name"].as<std::string>();
  const LabelledLines lines = read_labelled_lines(to_bytes(given["lines"]), field);
  examples.labels = lines.labels;
  for (std::size_t n = 0; n < lines.sentences.size(); ++n) {
    examples.sentences.add(words.vocabulary, split_words(lines.sentences[n], words.text.tokenizer),
                           lines.targets[n], field);
  }
  examples.labelled = examples.sentences.labelled();
}

Examples read(const val& given, const ClassifierDesign& design) {
  Examples examples;
  if (design.of_images()) {
    read_images(given, design.image, examples);
  } else if (given["lines"].isUndefined()) {
    read_sentences(given, *design.words, examples);
  } else {
    read_lines(given, *design.words, examples);
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

val read_labelled_file(val bytes) {
  return guarded([&] {
    const LabelledLines read =
        parse_labelled_lines(to_bytes(bytes), "examples", BadLines::kLeaveOut);
    val object = Object()
                     .set("labels", val::array(read.labels))
                     .set("sentences", val::array(read.sentences))
                     .set("targets", val::array(read.targets))
                     .set("numbers",
                          val::array(std::vector<double>(read.numbers.begin(), read.numbers.end())))
                     .value();
    set_lines(object, read.lines);
    return object;
  });
}

Examples read_inputs(const val& given, const ClassifierDesign& design) {
  return read(given, design);
}

}  // namespace preformer::wasm
