// Models from files: classifiers, and word models whose layers a classifier uses.
#pragma once

#include "wasm/transfer/jobs.h"

namespace preformer::wasm {

Classifier* load_classifier(val bytes);
/// A classifier of sentences based on the layers of a word model; `checkpoint` is that model's.
Classifier* create_from_words(val checkpoint, val examples, val options);
Comparison* compare_words(val checkpoint, val pool, val test, val options);
/// `other`: the file of the classifier that was trained from the model's layers.
Forgetting* forgetting(const Classifier& model, val other, val examples);

}  // namespace preformer::wasm
