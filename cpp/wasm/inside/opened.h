// A copy of a model whose numbers can be followed, proved and changed, as a JavaScript object.
#pragma once

#include <emscripten/val.h>

#include "preformer/inside/opened_model.h"
#include "preformer/text/text_options.h"
#include "wasm/values.h"

namespace preformer::wasm {

/// An example in JavaScript is {sentence, position, radius, alpha, noise}: the sentence as text or
/// a list of words, position −1 for its last word, `noise` as in nextExample() of a model of words
/// or a seed. An entry is {name, row, col}.
class Opened : Counted {
 public:
  Opened(OpenedModel model, const TextOptions& text) : model_(std::move(model)), text_(text) {}

  /// {parameters: {name, rows, cols}[], objective, window}
  val info() const;
  std::string weights_hash() const;
  /// All numbers of one parameter, row by row.
  val weights(val name) const;

  val trace(val example) const;
  val prove(val example, val entry, double epsilon) const;

  void set(val entry, double value);
  void step(val example);

  /// The probabilities with which noise words are drawn, [V]. Negative sampling only.
  val noise() const;
  /// The Huffman tree: for each word the nodes from the root and the branches, 0 or 1, one after
  /// the other; `offsets`, [V + 1], divide both lists. Hierarchical softmax only.
  val tree() const;

 private:
  Example example_of(const val& example) const;

  OpenedModel model_;
  TextOptions text_;
};

/// checkpoint: of a model of words, with or without its text.
Opened* open_model(val checkpoint);

}  // namespace preformer::wasm
