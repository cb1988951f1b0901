// The design of a classifier: all but its weights, so that another of the same kind can be built.
#pragma once

#include <memory>
#include <optional>

#include "preformer/models/image_cnn.h"
#include "preformer/text/text_options.h"
#include "preformer/train/classifier_config.h"
#include "preformer/train/config.h"

namespace preformer {

/// The model of words that a classifier of sentences is built on.
struct WordsDesign {
  TrainConfig config;
  TextOptions text;  // how sentences are split
  Vocabulary vocabulary;
};

// Dropout of the head's input. With many examples more dropout is better, and the layers trained
// with it transfer better: by a percentage point on the digits with five labels per class (mean of
// five runs).
inline constexpr double kDropoutOfMany = 0.5, kDropoutOfFew = 0.25;

struct ClassifierDesign {
  ImageCnnShape image;                       // used if `words` is null: a classifier of images
  std::shared_ptr<const WordsDesign> words;  // of a classifier of sentences
  double dropout = kDropoutOfFew;            // of the head's input

  bool of_images() const { return words == nullptr; }

  /// A classifier with new weights from `rng`. Parameters below the head have the names they have
  /// in the model of words, so that weights can be copied. Throws BadParameter for one-hot.
  std::unique_ptr<LayeredClassifier<float>> build(Index classes, Rng& rng) const;
};

/// Calls f for every number of the design, as visit_fields() of TrainConfig.
template <class Design, class F>
  requires requires(Design& design) { design.image; }
void visit_fields(Design& d, F&& f) {
  f("dropout", d.dropout, 0.0, 0.95);
  if (d.words) return;
  f("height", d.image.height, 4, 256);
  f("width", d.image.width, 4, 256);
  f("filters1", d.image.filters1, 1, 256);
  f("filters2", d.image.filters2, 1, 256);
  f("kernel", d.image.kernel, 1, 64);
  f("hidden", d.image.hidden, 1, 4096);
}

/// Settings for pre-training a model of words on a few thousand sentences.
TrainConfig pretraining_of_words();

/// Settings for the first training, with many examples, and for a transfer, with few.
ClassifierConfig training_of_many();
ClassifierConfig training_of_few();

}  // namespace preformer
