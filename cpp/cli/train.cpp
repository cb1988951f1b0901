// preformer train: trains a model on a corpus.
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "cli/files.h"
#include "cli/notes.h"
#include "cli/phrase_passes.h"
#include "cli/progress.h"
#include "cli/seeds.h"
#include "cli/targets.h"
#include "cli/text_files.h"
#include "cli/train_options.h"
#include "cli/train_report.h"
#include "cli/vectors_file.h"
#include "cli/verbs.h"
#include "preformer/base/thread_pool.h"
#include "preformer/io/checkpoint.h"
#include "preformer/text/corpus.h"
#include "preformer/train/starting_vectors.h"
#include "preformer/train/trainer.h"

namespace preformer::cli {

namespace {

constexpr std::uint64_t kStepsPerSlice = 256;  // Word2Vec: about a millisecond

struct TrainOptions {
  TrainFlags flags;
  SeedsOptions seeds;
  std::string corpus, heldout, resume;
  std::string encoding;      // of all texts
  VectorsFileOptions start;  // vectors to begin with
  std::string vectors, output_vectors, checkpoint;
  std::string expected_hash;     // of the final weights; empty: none
  std::uint64_t stop_after = 0;  // steps; 0: the whole run
  double slice_ms = 0;           // 0: slices of a fixed number of steps
  int threads = 1;
  bool quiet = false;
};

void check(const TrainOptions& options) {
  if (options.threads != 1 && !kHasThreads) {
    throw Error(
        ErrorCode::kBadParameter,
        "This build trains with one thread. Take --build parallel, or leave --threads at 1.",
        {"threads", std::to_string(options.threads), "1"});
  }
  if (!(options.slice_ms >= 0 && options.slice_ms <= 1e6)) {
    throw Error(ErrorCode::kBadParameter, "sliceMs must be 0 to 1000000.",
                {"sliceMs", std::to_string(options.slice_ms), "0 to 1000000"});
  }
}

/// Whether this run can write what it is to write, before it is trained.
void check_outputs(const TrainOptions& options, const TrainConfig& config) {
  if (!options.output_vectors.empty()) {
    const auto refuse = [&](const std::string& why) {
      throw Error(ErrorCode::kBadParameter, why + " Leave out --output-vectors.",
                  {"outputVectors", options.output_vectors, ""});
    };
    if (config.model == ModelKind::kOneHot) refuse("One-hot has no output layer.");
    const bool word2vec = config.model == ModelKind::kCbow || config.model == ModelKind::kSkipGram;
    if (word2vec && config.objective == Objective::kHierarchicalSoftmax) {
      refuse("Under hierarchical softmax words have no output vectors.");
    }
    if (!word2vec && config.model != ModelKind::kOneHot) {
      refuse("Only CBOW and Skip-gram have output vectors to write.");
    }
  }
  check_targets({{options.vectors, "vectors", true},
                 {options.output_vectors, "outputVectors", true},
                 {options.checkpoint, "checkpoint"}},
                {options.corpus, options.heldout, options.start.path, metadata_of(options.start)});
}

struct Texts {
  Corpus corpus;
  EncodedText heldout;  // joined by the phrases of the corpus
};

Texts read_texts(const TrainOptions& options, const TextOptions& text) {
  const std::string bytes = read_text(options.corpus, "corpus", options.encoding);
  const Passes phrases = find_phrases(bytes, text.tokenizer, options.flags);
  CorpusBuilder builder;
  const TokenizerCounts counts = for_each_joined(bytes, text.tokenizer, phrases, builder);
  Texts texts{builder.finish(text.vocabulary, counts), {}};
  if (2 * texts.corpus.overlong_bytes > bytes.size()) {
    throw Error(ErrorCode::kEmptyCorpus,
                "Most of the text would be skipped: " + overlong_note(texts.corpus.overlong, text),
                {"corpus", options.corpus, "words of at most 1000 bytes"});
  }
  if (options.heldout.empty()) return texts;
  TokenizedText tokens;
  tokens.set_counts(for_each_joined(read_text(options.heldout, "heldout", options.encoding),
                                    text.tokenizer, phrases, tokens));
  texts.heldout = encode(tokens, texts.corpus.vocabulary);
  return texts;
}

/// A new run, or the run of a checkpoint.
struct Run {
  std::unique_ptr<Trainer> trainer;
  TextOptions text;         // options with which its corpus was read
  std::int32_t known = -1;  // words whose initial vectors are from a file; −1: no file
  VectorsFound start;       // facts about this file
};

Run make_run(const TrainOptions& options) {
  Run run;
  if (!options.resume.empty()) {
    const std::string bytes = read_file(options.resume, "resume");
    const Checkpoint checkpoint(bytes);
    run.text = checkpoint.text();
    check_outputs(options, checkpoint.config());
    Texts texts = read_texts(options, run.text);
    run.trainer =
        checkpoint.resume(std::move(texts.corpus), std::move(texts.heldout), options.threads);
    return run;
  }
  TrainConfig config = options.flags.config();
  config.threads = options.threads;
  check_outputs(options, config);
  run.text = options.flags.text();
  Texts texts = read_texts(options, run.text);
  run.trainer = make_trainer(std::move(texts.corpus), config, std::move(texts.heldout));
  if (!options.start.path.empty()) {
    VectorsFileOptions start = options.start;
    start.encoding = options.encoding;
    const VectorsRead read = read_vectors_file(start);
    run.start = read.found;
    run.known = begin_with_vectors(*run.trainer, read.vectors);
  }
  return run;
}

Outcome run(Trainer& trainer, const TrainOptions& options, bool silent) {
  Outcome outcome;
  outcome.report = trainer.report();
  const std::uint64_t before = outcome.report.tokens;
  const std::uint64_t stop = options.stop_after > 0 ? options.stop_after : ~std::uint64_t{0};
  Progress progress(silent);
  const double start = now_ms();
  while (!trainer.finished() && outcome.report.step < stop) {
    const std::uint64_t left = stop - outcome.report.step;
    outcome.report = options.slice_ms > 0 && options.stop_after == 0
                         ? trainer.run_for(options.slice_ms, now_ms)
                         : trainer.run_steps(std::min(left, kStepsPerSlice));
    outcome.seconds = (now_ms() - start) / 1000;
    progress.show(outcome.report, outcome.seconds);
  }
  outcome.tokens = outcome.report.tokens - before;
  if (!outcome.report.diverged) return outcome;
  const std::string alpha = Json(trainer.config().alpha).dump();
  throw Error(ErrorCode::kBadParameter,
              "Training diverged: the loss is no longer finite. Use a smaller --alpha.",
              {"alpha", alpha, "less than " + alpha});
}

/// Writes every file that can be written; throws the first error after that.
void write_files(Trainer& trainer, const TrainOptions& options, const TextOptions& text) {
  const Vocabulary& vocabulary = trainer.corpus().vocabulary;
  std::optional<Error> failure;
  const auto attempt = [&](const std::string& path, const auto& write) {
    if (path.empty()) return;
    try {
      write();
    } catch (const Error& error) {
      if (!failure) failure = error;
    }
  };
  attempt(options.vectors, [&] {
    write_vectors_file(options.vectors, vocabulary, trainer.input_vectors(), "vectors");
  });
  attempt(options.output_vectors, [&] {
    write_vectors_file(options.output_vectors, vocabulary, trainer.output_vectors(),
                       "outputVectors");
  });
  attempt(options.checkpoint, [&] {
    write_or_keep(options.checkpoint, write_checkpoint(trainer, text), "checkpoint");
  });
  if (failure) throw Error(*failure);
}

/// The runs of --seeds; the text is read once.
Answer train_seeds(const TrainOptions& options, bool json) {
  TrainConfig config = options.flags.config();
  config.threads = options.threads;
  const TextOptions text = options.flags.text();
  const Texts texts = read_texts(options, text);
  return options.seeds.run(config.seed, text, options.encoding, [&](std::uint64_t seed) {
    config.seed = seed;
    std::unique_ptr<Trainer> trainer = make_trainer(texts.corpus, config, texts.heldout);
    require_learnt(*trainer, run(*trainer, options, json || options.quiet).report);
    return trainer;
  });
}

Answer train(const TrainOptions& options, bool json) {
  check(options);
  if (options.seeds.wanted()) return train_seeds(options, json);
  const Run made = make_run(options);
  note_text_losses(*made.trainer, made.text, options.start.path, made.known);
  const Outcome outcome = run(*made.trainer, options, json || options.quiet);
  require_learnt(*made.trainer, outcome.report);
  write_files(*made.trainer, options, made.text);
  Answer answer;
  answer.json = describe(*made.trainer, outcome, options.expected_hash);
  if (made.known >= 0) {
    answer.json["startWords"] = made.known;
    answer.json["vectorsRead"] = found_json(made.start);
  }
  answer.text = say(answer.json);
  return answer;
}

}  // namespace

void add_train(CLI::App& app, Command& command) {
  CLI::App* verb = app.add_subcommand("train", "Train a model on a corpus");
  const auto options = std::make_shared<TrainOptions>();
  TrainOptions& o = *options;
  verb->add_option("--corpus", o.corpus, "Text, one sentence per line; - is standard input")
      ->required();
  verb->add_option("--heldout", o.heldout, "Text for measuring, not for training (NNLM, ELMo)");
  add_encoding_option(*verb, o.encoding);
  o.flags.add_to(*verb);
  verb->add_option(
          "--threads", o.threads,
          kHasThreads
              ? "Threads; with several, results of CBOW and Skip-gram differ from run to run"
              : "Threads: 1 in this build; --build parallel takes several")
      ->capture_default_str();
  verb->add_option("--vectors", o.vectors, "Write word vectors: .txt, .vec, .bin, .tsv or .npy");
  verb->add_option("--output-vectors", o.output_vectors, "Write the output layer's word vectors");
  verb->add_option("--checkpoint", o.checkpoint,
                   "Write a checkpoint, from which training can be resumed");
  CLI::Option* resume = verb->add_option(
      "--resume", o.resume, "Resume this checkpoint; requires the corpus it was trained on");
  for (CLI::Option* flag : o.flags.flags()) resume->excludes(flag);
  verb->add_option("--start", o.start.path, "Begin with the word vectors of this file")
      ->excludes(resume);
  verb->add_option("--start-metadata", o.start.metadata, "The words, if --start is a .tsv file");
  add_reading_options(*verb, o.start, "--start-");
  add_count(*verb, "--stop-after", o.stop_after,
            "Stop after this number of steps; 0: at the end of the run");
  verb->add_option("--slice-ms", o.slice_ms,
                   "Train in slices of this length; the result is the same");
  verb->add_option("--expect-hash", o.expected_hash,
                   "Report whether the final weights have this hash")
      ->check([](const std::string& text) -> std::string {
        const bool good =
            text.size() == 16 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
        return good ? "" : "a hash has 16 digits 0 to f";
      });
  // `preformer.mjs` handles the option and removes it from the arguments.
  verb->add_option_function<std::string>(
      "--link",
      [](const std::string&) {
        throw CLI::ValidationError(
            "--link",
            "links are read under Node: node build/wasm/preformer.mjs train --link '...'");
      },
      "Repeat the run of a link of the page (under Node: build/wasm/preformer.mjs)");
  o.seeds.add_to(*verb);
  for (const char* name : {"--vectors", "--output-vectors", "--checkpoint", "--resume", "--start",
                           "--stop-after", "--expect-hash"}) {
    o.seeds.option()->excludes(verb->get_option(name));
  }
  verb->add_flag("--quiet", o.quiet, "No progress on the terminal");
  add_json_flag(*verb, command);
  verb->callback([options, &command] {
    command.run = [options, &command] { return train(*options, command.json); };
  });
}

}  // namespace preformer::cli
