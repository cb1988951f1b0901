#include "preformer/io/classifier_file.h"

#include <utility>

#include "preformer/io/json.h"
#include "preformer/io/sealed_file.h"
#include "preformer/io/settings.h"
#include "preformer/io/vocabulary_tensors.h"

namespace preformer {
namespace {

constexpr SealedFormat kFormat{"preformer-classifier", 1};

std::string to_json(const std::vector<std::string>& texts) {
  std::string json;
  for (const std::string& text : texts) {
    json += json.empty() ? '[' : ',';
    append_json_string(json, text);
  }
  return json + "]";
}

std::vector<std::string> texts_from_json(std::string_view json) {
  const JsonValue list = read_json(json);
  std::vector<std::string> texts;
  for (const JsonValue& item : list.items) {
    if (!item.is(JsonValue::Kind::kString)) throw damaged_file();
    texts.push_back(item.text);
  }
  if (texts.size() < 2) throw damaged_file();
  return texts;
}

const std::string& about(const Safetensors& file, std::string_view key) {
  const std::string* text = file.about(key);
  if (!text) throw damaged_file();
  return *text;
}

/// A lower bound of the weights, so that nothing large is built for a file that could not fill it.
double least_weights(const ClassifierDesign& design) {
  if (design.of_images()) {
    const ImageCnnShape& image = design.image;
    const double side = 4.0 * static_cast<double>(image.kernel) - 3;  // what it loses, and halves
    const double height = (static_cast<double>(image.height) - side) / 4,
                 width = (static_cast<double>(image.width) - side) / 4;
    return static_cast<double>(image.hidden * image.filters2) *
           (height > 1 && width > 1 ? (height - 1) * (width - 1) : 0);
  }
  const TrainConfig& config = design.words->config;
  const double size = config.vector_size, words = design.words->vocabulary.size();
  if (config.model != ModelKind::kElmo) return words * size;
  return 2.0 * config.elmo.layers * config.elmo.cell_size * 8 * size +
         (config.elmo.char_cnn ? 0 : words * size);
}

}  // namespace

std::vector<NamedMatrix> named_matrices(const std::vector<Tensor>& tensors) {
  std::vector<NamedMatrix> matrices;
  for (const Tensor& tensor : tensors) {
    if (tensor.type != "F32" || tensor.shape.size() != 2) continue;
    const auto rows = static_cast<Index>(tensor.shape[0]),
               cols = static_cast<Index>(tensor.shape[1]);
    matrices.push_back(
        {tensor.name, {reinterpret_cast<const float*>(tensor.bytes.data()), rows, cols, cols, 1}});
  }
  return matrices;
}

std::string write_classifier(const ClassifierDesign& design, const std::vector<std::string>& labels,
                             const ClassifierConfig& training, FloatLayers layers) {
  TextPairs metadata{{"labels", to_json(labels)}, {"training", training_to_json(training)}};
  std::vector<Tensor> tensors;
  for (const ClassifierLayer<float>& layer : layers) {
    for (const Parameter<float>* p : layer.parameters) {
      tensors.push_back(tensor_of(p->name, p->value));
    }
  }
  metadata.emplace_back("design", design_to_json(design));
  if (design.of_images()) return write_sealed(kFormat, tensors, metadata);
  metadata.emplace_back("config", config_to_json(design.words->config));
  metadata.emplace_back("text", text_to_json(design.words->text));
  const VocabularyTensors vocabulary(design.words->vocabulary);
  tensors.insert(tensors.begin(), vocabulary.counts());
  tensors.push_back(vocabulary.words());
  return write_sealed(kFormat, tensors, metadata);
}

ClassifierFile::ClassifierFile(std::string_view bytes)
    : file_(read_sealed(kFormat, bytes)),
      labels_(texts_from_json(about(file_, "labels"))),
      training_(training_from_json(about(file_, "training"))) {
  if (const std::string* config = file_.about("config")) {
    design_.words = std::make_shared<const WordsDesign>(WordsDesign{
        config_from_json(*config), text_from_json(about(file_, "text")), read_vocabulary(file_)});
  }
  read_design(about(file_, "design"), design_);
  if (4 * least_weights(design_) > static_cast<double>(bytes.size())) throw damaged_file();
}

std::vector<NamedMatrix> ClassifierFile::weights() const { return named_matrices(file_.tensors); }

std::unique_ptr<LayeredClassifier<float>> ClassifierFile::open() const {
  std::unique_ptr<LayeredClassifier<float>> model;
  try {
    Rng rng(training_.seed);
    model = design_.build(static_cast<Index>(labels_.size()), rng);
  } catch (const Error&) {  // sizes that contradict each other: nothing that was ever trained
    throw damaged_file();
  }
  if (!copy_parameters(weights(), model->layers()).empty()) throw damaged_file();
  return model;
}

}  // namespace preformer
