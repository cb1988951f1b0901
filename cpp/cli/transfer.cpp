// preformer transfer: measures how much a pre-trained model helps with few labels.
#include <cmath>
#include <memory>
#include <optional>
#include <string>

#include "cli/notes.h"
#include "cli/progress.h"
#include "cli/text_files.h"
#include "cli/transfer_task.h"
#include "cli/verbs.h"
#include "preformer/base/error.h"
#include "preformer/text/text_options.h"
#include "preformer/train/ranges.h"

namespace preformer::cli {

namespace {

struct TransferOptions {
  TaskOptions task;
  std::vector<std::string> modes;
  ComparisonConfig comparison;
  std::optional<int> epochs, min_steps, batch;
  std::optional<double> alpha, dropout;
  bool gradual = false, quiet = false;
};

ComparisonConfig config_of(const TransferOptions& options) {
  ComparisonConfig config = options.comparison;
  if (!options.modes.empty()) {
    config.modes.clear();
    for (const std::string& mode : options.modes) {
      config.modes.push_back(parse_name(transfer_mode_names(), "mode", mode));
    }
  }
  config.training = training_of_few();
  config.training.epochs = options.epochs.value_or(config.training.epochs);
  config.training.min_steps = options.min_steps.value_or(config.training.min_steps);
  config.training.batch = options.batch.value_or(config.training.batch);
  config.training.alpha = options.alpha.value_or(config.training.alpha);
  config.training.gradual = options.gradual;
  config.training.seed = options.task.seed;
  return config;
}

/// Checks the options that do not depend on the task, before anything is trained.
void check(const TransferOptions& options) {
  config_of(options).training.validate();
  for (const int labels : options.comparison.labels) {
    if (labels >= 1) continue;
    throw Error(ErrorCode::kBadParameter,
                "Nothing can be learnt from " + std::to_string(labels) +
                    " labels. Give each class one or more.",
                {"labels", std::to_string(labels), "1 or more"});
  }
  require_range("seeds", options.comparison.seeds, 1, 1000);
  require_range("learningRates", options.comparison.rate_factor, 1, 1000);
  parse_name(tokenizer_names(), "tokenizer", options.task.tokenizer);
}

std::string percent(double share) { return fixed(100 * share, 1) + " %"; }

Json to_json(const TransferComparison& comparison) {
  Json rows = Json::array();
  for (const ComparisonSummary& row : comparison.summary()) {
    rows.push_back({{"mode", name_of(transfer_mode_names(), row.mode)},
                    {"labels", row.labels},
                    {"accuracy", {{"mean", row.mean}, {"spread", row.spread}}},
                    {"seeds", row.seeds}});
  }
  return rows;
}

Json runs_of(const TransferComparison& comparison) {
  Json runs = Json::array();
  for (const ComparisonResult& run : comparison.results()) {
    runs.push_back({{"mode", name_of(transfer_mode_names(), run.mode)},
                    {"labels", run.labels},
                    {"seed", run.seed},
                    {"accuracy", run.accuracy}});
  }
  return runs;
}

std::string say(const TransferComparison& comparison) {
  std::string text;
  for (const ComparisonSummary& row : comparison.summary()) {
    text += (text.empty() ? "" : "\n") + std::string(name_of(transfer_mode_names(), row.mode)) +
            "\t" + std::to_string(row.labels) + " a class\t" + percent(row.mean) + " ± " +
            percent(row.spread);
  }
  return text;
}

Answer transfer(TransferOptions options, const Command& command) {
  check(options);
  options.task.program = command.program_folder;
  options.task.silent = command.json || options.quiet;
  options.task.shots = options.comparison.labels;
  Task task = make_task(options.task);
  task.design.dropout = options.dropout.value_or(task.design.dropout);

  options.comparison.class_names = task.labels;
  const std::size_t unknown = task.pool_sentences.unknown() + task.test_sentences.unknown();
  if (unknown > 0) {
    note(counted(unknown, "word of the sentences is", "words of the sentences are") +
         " not in the vocabulary of the model and " +
         (task.has_stand_in() ? "read as <unk>." : "left out."));
  }
  const auto classes = static_cast<Index>(task.labels.size());
  TransferComparison comparison([&](Rng& rng) { return task.design.build(classes, rng); },
                                task.pretrained.named(), task.pool, task.test, config_of(options));
  const double start = now_ms();
  Line line(options.task.silent);
  while (!comparison.run_for(100, now_ms)) {
    line.show("comparing", comparison.progress(), std::nan(""));
  }

  const auto summary = comparison.summary();
  Answer answer;
  answer.json = {{"task", options.task.task}};
  if (options.task.task == "reviews") answer.json["language"] = options.task.language;
  answer.json["labels"] = task.labels;
  answer.json["pool"] = task.pool.size();
  answer.json["test"] = task.test.size();
  if (task.lines.lines > 0) answer.json["file"] = lines_to_json(task.lines);
  answer.json["unknownWords"] = unknown;
  answer.json["results"] = to_json(comparison);
  if (summary.size() == 1) {
    answer.json["accuracy"] = summary[0].mean;
    answer.json["spread"] = summary[0].spread;
  }
  answer.json["runs"] = runs_of(comparison);
  if (!std::isnan(task.pretrain_accuracy)) {
    answer.json["pretrainAccuracy"] = task.pretrain_accuracy;
  }
  answer.json["pretrainSeconds"] = task.pretrain_seconds;
  answer.json["seconds"] = (now_ms() - start) / 1000;
  answer.json["build"] = PREFORMER_BUILD;
  answer.text = say(comparison);
  return answer;
}

}  // namespace

void add_transfer(CLI::App& app, Command& command) {
  CLI::App* verb =
      app.add_subcommand("transfer", "Train on few labels with the layers of a pre-trained model");
  const auto options = std::make_shared<TransferOptions>();
  TransferOptions& o = *options;
  verb->add_option(
          "--task", o.task.task,
          "digits, reviews, or a file of lines: label, tab, sentence; or __label__x sentence")
      ->required();
  verb->add_option("--labels", o.comparison.labels, "Labelled examples per class")
      ->capture_default_str();
  verb->add_option("--mode", o.modes, "scratch, frozen, fine-tuned, frozen-random; default: all");
  verb->add_option("--seeds", o.comparison.seeds, "Runs of each mode, with seeds from --seed on")
      ->capture_default_str();
  add_count(*verb, "--seed", o.task.seed, "First seed");
  verb->add_option("--language", o.task.language, "Language of the reviews: en or zh")
      ->check(CLI::IsMember({"en", "zh"}))
      ->capture_default_str();
  verb->add_option("--checkpoint", o.task.checkpoint,
                   "The pre-trained model; by default one is trained");
  verb->add_option("--tokenizer", o.task.tokenizer,
                   "Tokenizer of a file: space, words or characters")
      ->capture_default_str();
  verb->add_flag("--strict", o.task.strict, "Refuse a file with a line that cannot be read");
  verb->add_option("--data", o.task.data, "Folder of the prepared data");
  verb->add_option("--learning-rates", o.comparison.rate_factor,
                   "Fine-tuned: factor by which the rate falls from each layer to the one below")
      ->capture_default_str();
  verb->add_option("--epochs", o.epochs,
                   "Passes over the examples; the default depends on the task");
  verb->add_option("--min-steps", o.min_steps,
                   "Smallest number of steps; more passes are made to reach it");
  verb->add_option("--batch", o.batch, "Examples per step");
  verb->add_option("--alpha", o.alpha, "First learning rate");
  verb->add_option("--dropout", o.dropout, "Share of the head's inputs dropped in training")
      ->check(CLI::Range(0.0, 0.95));
  verb->add_flag("--gradual", o.gradual,
                 "Unfreeze the layers from the top down over the first half of a run");
  verb->add_flag("--quiet", o.quiet, "No progress on the terminal");
  add_encoding_option(*verb, o.task.encoding);
  add_json_flag(*verb, command);
  verb->callback([options, &command] {
    command.run = [options, &command] { return transfer(*options, command); };
  });
}

}  // namespace preformer::cli
