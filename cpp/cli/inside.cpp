// preformer inside: what a model computes of one example, number by number.
#include <memory>
#include <string>
#include <vector>

#include "cli/checkpoints.h"
#include "cli/verbs.h"
#include "preformer/inside/opened_model.h"
#include "preformer/query/predictions.h"

namespace preformer::cli {

namespace {

struct InsideOptions {
  std::string checkpoint, sentence;
  std::int64_t position = -1;
  double alpha = 0;
  std::uint64_t seed = 1;
};

Json numbers_of(const Matrix<float>& matrix) {
  Json rows = Json::array();
  for (Index row = 0; row < matrix.rows(); ++row) {
    rows.push_back(std::vector<float>(matrix.row(row).begin(), matrix.row(row).end()));
  }
  return rows;
}

/// {name, shape, of?, values}: `of` holds the ids of what the rows belong to.
Json to_json(const Quantity<float>& quantity) {
  Json json = {{"name", quantity.name}, {"shape", {quantity.value.rows(), quantity.value.cols()}}};
  if (!quantity.of.empty()) json["of"] = quantity.of;
  json["values"] = numbers_of(quantity.value);
  return json;
}

Json to_json(const Change<float>& change) {
  Json json = {{"parameter", change.parameter},
               {"shape", {change.before.rows(), change.before.cols()}}};
  if (!change.rows.empty()) json["rows"] = change.rows;
  json["before"] = numbers_of(change.before);
  json["after"] = numbers_of(change.after);
  return json;
}

template <class Item>
Json list_of(const std::vector<Item>& items) {
  Json list = Json::array();
  for (const Item& item : items) list.push_back(to_json(item));
  return list;
}

Answer inside(const InsideOptions& options) {
  const Opened opened = open_checkpoint(options.checkpoint);
  const std::vector<std::string> words = opened.split(options.sentence);
  Example example;
  example.sentence = sentence_ids(opened.vocabulary(), words);
  const auto last = example.sentence.size() - 1;
  example.position = options.position < 0 ? last : static_cast<std::size_t>(options.position);
  example.alpha = options.alpha > 0 ? options.alpha : opened.trainer->report().learning_rate;
  example.noise = Rng(options.seed).state();
  const Trace<float> trace = OpenedModel(*opened.trainer).trace(example);

  Answer answer;
  answer.json = {{"words", words},
                 {"position", example.position},
                 {"learningRate", example.alpha},
                 {"loss", trace.loss},
                 {"lossAfter", trace.loss_after},
                 {"forward", list_of(trace.forward)},
                 {"backward", list_of(trace.backward)},
                 {"changes", list_of(trace.changes)}};
  answer.text = "loss " + fixed(trace.loss, 6) + ", after one step " + fixed(trace.loss_after, 6);
  for (const Quantity<float>& quantity : trace.forward) {
    answer.text += "\n" + quantity.name + "\t" + std::to_string(quantity.value.rows()) + " x " +
                   std::to_string(quantity.value.cols());
  }
  return answer;
}

}  // namespace

void add_inside(CLI::App& app, Command& command) {
  CLI::App* verb = app.add_subcommand("inside", "What a model computes of one example");
  const auto options = std::make_shared<InsideOptions>();
  InsideOptions& o = *options;
  verb->add_option("--checkpoint", o.checkpoint, "What `train --checkpoint` wrote")->required();
  verb->add_option("--sentence", o.sentence, "The words of one sentence")->required();
  verb->add_option("--position", o.position,
                   "The word to predict, from 0; if not given, the last (not for ELMo)");
  verb->add_option("--alpha", o.alpha,
                   "Learning rate of the step; if not given, the run's present one");
  add_count(*verb, "--seed", o.seed, "Draws the negative samples");
  add_json_flag(*verb, command);
  verb->callback([options, &command] { command.run = [options] { return inside(*options); }; });
}

}  // namespace preformer::cli
