// What a classifier is but for its weights: enough to build another of its kind.
#pragma once

#include <memory>
#include <optional>

#include "preformer/models/image_cnn.h"
#include "preformer/text/text_options.h"
#include "preformer/train/classifier_config.h"
#include "preformer/train/config.h"

namespace preformer {

/// The model of words that a classifier of sentences stands on.
struct WordsDesign {
  TrainConfig config;
  TextOptions text;  // how sentences are split
  Vocabulary vocabulary;
};

// Of what the head reads. Many examples bear more of it, and layers that learnt so serve other
// tasks better: by a point on the digits with five labels a class, mean over five A.
inline constexpr double kDropoutOfMany = 0.5, kDropoutOfFew = 0.25;

struct ClassifierDesign {
  ImageCnnShape image;                       // of a classifier of images;
  std::shared_ptr<const WordsDesign> words;  // of sentences: not null
  double dropout = kDropoutOfFew;            // of what the head reads

  bool of_images() const { return words == nullptr; }

  /// New weights from `rng`. Parameters below the head have the names they have in the model of
  /// words, whose weights can so be copied. Throws BadParameter where that has no layers to lend.
  std::unique_ptr<LayeredClassifier<float>> build(Index classes, Rng& rng) const;
};

/// Its numbers in one list, as visit_fields() of TrainConfig.
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

/// The model of words that suits a few thousand sentences, of which a classifier then has few.
TrainConfig pretraining_of_words();

/// What suits a first training on many examples, and one on the few that a transfer is for.
ClassifierConfig training_of_many();
ClassifierConfig training_of_few();

}  // namespace preformer
