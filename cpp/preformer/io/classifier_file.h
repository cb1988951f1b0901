// A classifier as a file, without the examples it was trained on. It can be used and transferred.
//   tensors    the parameters, under their names; of one of sentences also the vocabulary
//              (io/vocabulary_tensors.h)
//   metadata   checksum, format, version (io/sealed_file.h); labels, training and design (JSON);
//              of one of sentences also config and text (JSON) of the model of words
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "preformer/io/safetensors.h"
#include "preformer/models/transfer.h"
#include "preformer/train/classifier_design.h"

namespace preformer {

std::string write_classifier(const ClassifierDesign& design, const std::vector<std::string>& labels,
                             const ClassifierConfig& training, FloatLayers layers);

/// A file that was read and checked. The bytes must outlive it.
class ClassifierFile {
 public:
  /// Throws BadFormat for a file that is damaged or incomplete, of another kind or of a newer
  /// version.
  explicit ClassifierFile(std::string_view bytes);

  const ClassifierDesign& design() const { return design_; }
  const std::vector<std::string>& labels() const { return labels_; }
  const ClassifierConfig& training() const { return training_; }
  std::vector<NamedMatrix> weights() const;

  /// Throws BadFormat if weights are missing.
  std::unique_ptr<LayeredClassifier<float>> open() const;

 private:
  Safetensors file_;
  ClassifierDesign design_;
  std::vector<std::string> labels_;
  ClassifierConfig training_;
};

/// Those tensors that are matrices of floats. They must not outlive the tensors.
std::vector<NamedMatrix> named_matrices(const std::vector<Tensor>& tensors);

}  // namespace preformer
