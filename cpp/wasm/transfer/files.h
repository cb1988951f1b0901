// Models that come as files: classifiers, and models of words that lend their layers.
#pragma once

#include "wasm/transfer/jobs.h"

namespace preformer::wasm {

Classifier* load_classifier(val bytes);
/// A classifier of sentences on the layers of a model of words, given as its checkpoint.
Classifier* create_from_words(val checkpoint, val examples, val options);
Comparison* compare_words(val checkpoint, val pool, val test, val options);
/// `other`: the classifier, as its file, that the model's layers went to.
Forgetting* forgetting(const Classifier& model, val other, val examples);

}  // namespace preformer::wasm
