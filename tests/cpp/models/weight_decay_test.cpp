// Which parameters weight decay shrinks: all but the biases, in every model that is trained by an
// optimiser.
#include <memory>

#include "catch.h"
#include "preformer/models/elmo.h"
#include "preformer/models/elmo_classifier.h"
#include "preformer/models/image_cnn.h"
#include "preformer/models/nnlm.h"
#include "preformer/text/characters.h"

using namespace preformer;

namespace {

/// Returns how many are biases.
int check_decays(const std::vector<Parameter<float>*>& parameters) {
  int biases = 0;
  for (const Parameter<float>* p : parameters) {
    CAPTURE(p->name);
    const bool bias = p->name.ends_with(".bias");
    CHECK(p->decays == !bias);
    biases += bias;
  }
  return biases;
}

int check_decays(LayeredClassifier<float>& model) {
  int biases = 0;
  for (const auto& layer : model.layers()) biases += check_decays(layer.parameters);
  return biases;
}

}  // namespace

TEST_CASE("models: all parameters decay but the biases", "[models][optim]") {
  Rng rng{1};
  Nnlm<float> nnlm({.vocabulary = 9, .vector_size = 2, .context = 2, .hidden = 3, .direct = true},
                   rng);
  CHECK(check_decays(nnlm.parameters()) == 2);

  Vocabulary vocabulary;
  vocabulary.add("a", 1);
  const ElmoShape shape{.vocabulary = 1,
                        .projection_dim = 3,
                        .dim = 4,
                        .char_cnn = CharCnnOptions{.max_characters_per_token = 6,
                                                   .embedding_dim = 2,
                                                   .filters = {{1, 2}, {2, 2}},
                                                   .n_highway = 1}};
  const auto characters = character_table(vocabulary, 6);
  Elmo<float> elmo(shape, characters, rng);
  CHECK(check_decays(elmo.parameters()) == 2 + 2 + 1 + 4 + 1);  // filters, highway, projection …

  ElmoClassifier<float> sentences(shape, characters, {}, rng);
  CHECK(check_decays(sentences) == 2 + 2 + 1 + 4 + 1);
  sentences.replace_head(3, rng);
  CHECK(check_decays(sentences) == 2 + 2 + 1 + 4 + 1);

  ImageCnn<float> images({}, rng);
  CHECK(check_decays(images) == 4);
}
