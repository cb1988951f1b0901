#include "cli/transfer_task.h"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <memory>
#include <utility>

#include "cli/files.h"
#include "cli/notes.h"
#include "cli/progress.h"
#include "cli/text_files.h"
#include "cli/train_report.h"
#include "preformer/base/error.h"
#include "preformer/io/checkpoint.h"
#include "preformer/io/classifier_file.h"
#include "preformer/text/labelled_lines.h"
#include "preformer/text/utf8.h"
#include "preformer/train/shuffle.h"

namespace preformer::cli {

namespace {

constexpr std::uint64_t kSplitStream = 7;  // Rng stream that divides a file into pool and test set

std::string read_data(const TaskOptions& options, const std::string& name) {
  namespace fs = std::filesystem;
  std::error_code none;
  for (const std::string& folder :
       {options.data, options.program + "/prepared", options.program + "/../prepared",
        options.program + "/../../web/corpora/prepared"}) {
    if (folder.empty() || !fs::exists(fs::path(folder) / name, none)) continue;
    return read_file((fs::path(folder) / name).string(), "data");
  }
  throw Error(ErrorCode::kBadParameter,
              "The prepared data " + name +
                  " is not there. Build the project, or name its folder with --data.",
              {"data", options.data, "the folder that holds " + name});
}

/// Trains to the end; returns the seconds it took.
template <class Trainer>
double train(Trainer& trainer, const TaskOptions& options) {
  const double start = now_ms();
  Line line(options.silent);
  while (!trainer.finished()) {
    const auto report = trainer.run_for(100, now_ms);
    line.show("pre-training", report.progress, report.epoch_loss);
  }
  return (now_ms() - start) / 1000;
}

/// Images first … first + count − 1, classes counted from `first_class`.
LabelledExamples part_of(const Task& task, ImagePart part, std::int32_t first_class) {
  const ImageSet::Range range = task.images.part(part);
  const View<const float> all = view(task.pixels);
  LabelledExamples examples;
  for (std::size_t n = range.first; n < range.first + range.count; ++n) {
    examples.examples.push_back(all.rows_from(static_cast<Index>(n), 1));
    examples.labels.push_back(task.images.labels[n] - first_class);
  }
  return examples;
}

double accuracy_of(LayeredClassifier<float>& model, LabelledExamples examples) {
  ClassificationMeter meter(model, std::move(examples));
  while (!meter.finished()) meter.work();
  return meter.accuracy();
}

/// A learns digits 0–4; B's task is digits 5–9.
void pretrain_on_digits(Task& task, const TaskOptions& options) {
  const std::int32_t half = task.images.classes / 2;
  std::unique_ptr<LayeredClassifier<float>> a;
  if (options.checkpoint.empty()) {
    Rng rng(options.seed, 2);
    ClassifierConfig config = training_of_many();
    config.seed = options.seed;
    ClassifierDesign design = task.design;
    design.dropout = kDropoutOfMany;
    a = design.build(half, rng);
    ClassifierTrainer trainer(*a, part_of(task, ImagePart::kPretrain, 0), config);
    task.pretrain_seconds = train(trainer, options);
  } else {
    const std::string bytes = read_file(options.checkpoint, "checkpoint");
    const ClassifierFile file(bytes);
    task.design = file.design();
    task.design.dropout = kDropoutOfFew;
    a = file.open();
  }
  const bool same = task.design.of_images() && a->classes() == half &&
                    task.design.image.width == task.images.width &&
                    task.design.image.height == task.images.height;
  if (!same) {
    throw Error(ErrorCode::kBadParameter,
                "The checkpoint is no classifier of such images. Name one of the digits 0 to 4.",
                {"checkpoint", options.checkpoint, "a classifier of digits"});
  }
  task.pretrain_accuracy = accuracy_of(*a, part_of(task, ImagePart::kHeldoutA, 0));
  task.pretrained = Weights(named_parameters(a->layers()));
}

/// Refuses a pool that is too small for --labels, before anything is trained. `targets`: the class
/// of every example of the pool.
void require_shots(const std::vector<std::string>& labels, const std::vector<std::int32_t>& targets,
                   const TaskOptions& options) {
  if (!options.checkpoint.empty()) return;  // opened first; the comparison checks the pool
  const std::vector<int>& shots = options.shots;
  const auto most = shots.empty() ? 1 : *std::max_element(shots.begin(), shots.end());
  for (std::size_t label = 0; label < labels.size(); ++label) {
    const auto pool = std::count(targets.begin(), targets.end(), static_cast<std::int32_t>(label));
    if (pool >= most) continue;
    throw Error(ErrorCode::kBadParameter,
                "The class " + preformer::quoted(labels[label]) + " has " + std::to_string(pool) +
                    " labelled examples for training, fewer than the " + std::to_string(most) +
                    " of --labels. Add examples, or ask for fewer labels.",
                {"labels", std::to_string(most), "at most " + std::to_string(pool)});
  }
}

void make_digits(Task& task, const TaskOptions& options) {
  task.images = read_image_set(read_data(options, "digits.bin.gz"));
  const Index size = task.images.width * task.images.height;
  task.pixels =
      to_pixels<float>(task.images.pixels.data(), static_cast<Index>(task.images.size()), size);
  const std::int32_t half = task.images.classes / 2;
  for (std::int32_t c = half; c < task.images.classes; ++c) {
    task.labels.push_back(std::to_string(c));
  }
  task.pool = part_of(task, ImagePart::kPool, half);
  require_shots(task.labels, task.pool.labels, options);
  pretrain_on_digits(task, options);
  task.test = part_of(task, ImagePart::kTest, half);
}

/// A model of words, trained on `text` or read.
void lend_words(Task& task, const TaskOptions& options, std::string_view text,
                const TextOptions& how) {
  std::string bytes;
  if (options.checkpoint.empty()) {
    TrainConfig config = pretraining_of_words();
    config.seed = options.seed;
    const auto trainer = make_trainer(make_corpus(text, how.tokenizer, how.vocabulary), config);
    note_text_losses(*trainer, how, "", -1);
    task.pretrain_seconds = train(*trainer, options);
    bytes = write_checkpoint(*trainer, how);
  } else {
    bytes = read_file(options.checkpoint, "checkpoint");
  }
  const Checkpoint checkpoint(bytes);
  task.design.words = std::make_shared<const WordsDesign>(
      WordsDesign{checkpoint.config(), checkpoint.text(), checkpoint.vocabulary()});
  task.pretrained = Weights(named_matrices(checkpoint.tensors()));
}

void add_sentence(const Task& task, std::string_view sentence, std::int32_t label,
                  const char* field, SentenceExamples& to) {
  const TokenizedText tokens = tokenize(sentence, task.design.words->text.tokenizer);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < tokens.tokens(); ++i) words.emplace_back(tokens[i]);
  to.add(task.design.words->vocabulary, words, label, field);
}

void make_reviews(Task& task, const TaskOptions& options) {
  const std::string name = "reviews-" + options.language;
  const auto read = [&](const char* part) {
    return read_labelled_lines(read_data(options, name + "-" + part + ".txt.gz"), part);
  };
  const LabelledLines pool = read("pool"), test = read("test");
  task.labels = pool.labels;
  require_shots(pool.labels, pool.targets, options);
  lend_words(task, options, read_data(options, name + ".txt.gz"), {});
  for (std::size_t n = 0; n < pool.sentences.size(); ++n) {
    add_sentence(task, pool.sentences[n], pool.targets[n], "pool", task.pool_sentences);
  }
  for (std::size_t n = 0; n < test.sentences.size(); ++n) {
    const auto label = std::find(pool.labels.begin(), pool.labels.end(),
                                 test.labels[static_cast<std::size_t>(test.targets[n])]);
    add_sentence(task, test.sentences[n], static_cast<std::int32_t>(label - pool.labels.begin()),
                 "test", task.test_sentences);
  }
}

/// Every second sentence of each label is for the test.
void make_own(Task& task, const TaskOptions& options) {
  const std::string bytes = read_text(options.task, "task", options.encoding);
  const LabelledLines lines =
      read_labelled_lines(bytes, "task", options.strict ? BadLines::kRefuse : BadLines::kLeaveOut);
  note_lines(options.task, lines.lines, "example", "examples");
  require_lines_per_label(lines, 2, "task");
  std::vector<std::int32_t> pool;
  std::vector<int> seen(lines.labels.size());
  for (const std::int32_t target : lines.targets) {
    if (seen[static_cast<std::size_t>(target)]++ % 2 == 0) pool.push_back(target);
  }
  require_shots(lines.labels, pool, options);
  task.lines = lines.lines;
  TextOptions how;
  how.tokenizer.kind = parse_name(tokenizer_names(), "tokenizer", options.tokenizer);
  std::string text;
  for (const std::string& sentence : lines.sentences) text += sentence + "\n";
  lend_words(task, options, text, how);
  task.labels = lines.labels;
  for (std::int32_t label = 0; label < static_cast<std::int32_t>(lines.labels.size()); ++label) {
    std::vector<std::uint32_t> members;
    for (std::uint32_t n = 0; n < lines.targets.size(); ++n) {
      if (lines.targets[n] == label) members.push_back(n);
    }
    Rng rng(1, kSplitStream);
    shuffle(members, rng);
    for (std::size_t i = 0; i < members.size(); ++i) {
      add_sentence(task, lines.sentences[members[i]], label, "task",
                   i % 2 == 0 ? task.pool_sentences : task.test_sentences);
    }
  }
}

}  // namespace

Task make_task(const TaskOptions& options) {
  Task task;
  task.pretrain_accuracy = std::numeric_limits<double>::quiet_NaN();
  if (options.task == "digits") {
    make_digits(task, options);
    return task;
  }
  if (options.task == "reviews") {
    make_reviews(task, options);
  } else {
    make_own(task, options);
  }
  task.pool = task.pool_sentences.labelled();
  task.test = task.test_sentences.labelled();
  return task;
}

}  // namespace preformer::cli
