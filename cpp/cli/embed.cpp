// preformer embed: ELMo's vector of every word of a text, as a NumPy array.
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "cli/checkpoints.h"
#include "cli/files.h"
#include "cli/notes.h"
#include "cli/targets.h"
#include "cli/text_files.h"
#include "cli/train_report.h"
#include "cli/verbs.h"
#include "preformer/base/error.h"
#include "preformer/io/npy.h"
#include "preformer/query/layer_view.h"
#include "preformer/query/predictions.h"

namespace preformer::cli {

namespace {

constexpr std::size_t kSentencesTogether = 256;  // bounds the memory of their layers

struct EmbedOptions {
  std::string checkpoint, sentences, encoding, output, layer = "mix", direction = "both";
  std::vector<float> weights;
  float gamma = 1;
};

/// Says what the rows of the answer do not hold.
void note_losses_of(const TokenizedText& text, const Opened& model, const std::string& path) {
  if (text.overlong > 0) note(path + ": " + overlong_note(text.overlong, model.text));
  std::size_t unknown = 0;
  for (std::size_t i = 0; i < text.tokens(); ++i) unknown += !model.vocabulary().find(text[i]);
  if (unknown > 0 && model.vocabulary().find(kUnknownToken)) {
    note(path + ": " + counted(unknown, "word is", "words are") +
         " not in the vocabulary and read as <unk>.");
  }
}

std::vector<std::vector<std::int32_t>> read_sentences(const Opened& model, const std::string& path,
                                                      const std::string& encoding) {
  const TokenizedText text = tokenize(read_text(path, "sentences", encoding), model.text.tokenizer);
  note_losses_of(text, model, path);
  std::vector<std::vector<std::int32_t>> sentences;
  for (std::size_t s = 0; s < text.sentences(); ++s) {
    std::vector<std::string> words;
    for (std::size_t i = text.sentence_begin(s); i < text.sentence_end(s); ++i) {
      words.emplace_back(text[i]);
    }
    sentences.push_back(sentence_ids(model.vocabulary(), words));
  }
  if (!sentences.empty()) return sentences;
  throw Error(ErrorCode::kBadParameter, "The file holds no words. Give one sentence per line.",
              {"sentences", path, "one word or more"});
}

Matrix<float> embed_all(const Elmo<float>& model, const LayerView& view,
                        const std::vector<std::vector<std::int32_t>>& sentences) {
  Index tokens = 0;
  for (const auto& sentence : sentences) tokens += static_cast<Index>(sentence.size());
  Matrix<float> all;
  Index row = 0;
  for (std::size_t first = 0; first < sentences.size(); first += kSentencesTogether) {
    const std::size_t last = std::min(sentences.size(), first + kSentencesTogether);
    const std::vector<WordIds> some(sentences.begin() + static_cast<std::ptrdiff_t>(first),
                                    sentences.begin() + static_cast<std::ptrdiff_t>(last));
    for (const auto& layers : model.context_vectors(some)) {
      const Matrix<float> vectors = select_vectors(layers, view);
      if (all.size() == 0) all.resize(tokens, vectors.cols());
      all.middleRows(row, vectors.rows()) = vectors;
      row += vectors.rows();
    }
  }
  return all;
}

Answer embed(const EmbedOptions& options) {
  const std::string ending = ending_of(options.output);
  if (!ending.empty() && ending != ".npy") {
    throw Error(ErrorCode::kBadParameter,
                "Vectors of sentences are written as .npy, not as " + ending + " (" +
                    options.output + "). End the name in .npy.",
                {"output", options.output, ".npy"});
  }
  check_targets({{options.output, "output"}}, {options.checkpoint, options.sentences});
  const Opened opened = open_checkpoint(options.checkpoint);
  const Elmo<float>& model = opened.elmo();
  const LayerView view{parse_layer(options.layer, opened.trainer->config().elmo.layers),
                       parse_name(direction_names(), "direction", options.direction),
                       options.weights, options.gamma};
  const auto sentences = read_sentences(opened, options.sentences, options.encoding);
  const Matrix<float> vectors = embed_all(model, view, sentences);
  write_or_keep(options.output, write_npy(vectors), "output");
  return {{{"layer", options.layer},
           {"direction", options.direction},
           {"sentences", sentences.size()},
           {"tokens", vectors.rows()},
           {"dimensions", vectors.cols()},
           {"output", options.output}},
          std::to_string(vectors.rows()) + " words of " + std::to_string(sentences.size()) +
              " sentences, " + std::to_string(vectors.cols()) + " dimensions"};
}

}  // namespace

void add_embed(CLI::App& app, Command& command) {
  CLI::App* verb =
      app.add_subcommand("embed", "Vectors of words in their sentences: one row per word (ELMo)");
  const auto options = std::make_shared<EmbedOptions>();
  EmbedOptions& o = *options;
  verb->add_option("--checkpoint", o.checkpoint, "File written by `train --checkpoint`")
      ->required();
  verb->add_option("--sentences", o.sentences, "Text, one sentence per line; - is standard input")
      ->required();
  add_encoding_option(*verb, o.encoding);
  verb->add_option("--output", o.output, "The .npy file to write")->required();
  verb->add_option("--layer", o.layer, "0 (the token layer) to the number of layers, or mix")
      ->capture_default_str();
  verb->add_option("--direction", o.direction, "both, forward or backward")->capture_default_str();
  verb->add_option("--weights", o.weights, "Weights of the mix before the softmax, one per layer");
  verb->add_option("--gamma", o.gamma, "Factor of the mix")->capture_default_str();
  add_json_flag(*verb, command);
  verb->callback([options, &command] { command.run = [options] { return embed(*options); }; });
}

}  // namespace preformer::cli
