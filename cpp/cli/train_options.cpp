#include "cli/train_options.h"

#include <cctype>
#include <memory>
#include <optional>
#include <stdexcept>

#include "cli/verbs.h"
#include "preformer/base/error.h"
#include "preformer/io/words.h"

namespace preformer::cli {

namespace {

struct Help {
  std::string_view field, text;
};

// One row per field; the names that a choice may have follow its text.
constexpr Help kHelp[] = {
    {"model", "Model"},
    {"vectorSize", "Dimensions of a word vector"},
    {"alpha", "First learning rate; the default depends on the model"},
    {"minAlpha", "Last learning rate"},
    {"epochs", "Passes over the corpus"},
    {"objective", "What the output layer learns (CBOW, Skip-gram)"},
    {"window", "Largest distance from centre to context word (CBOW, Skip-gram)"},
    {"negative", "Negative samples per window (CBOW, Skip-gram)"},
    {"nsExponent", "Exponent of the counts in the noise distribution (CBOW, Skip-gram)"},
    {"sample", "Subsampling threshold; 0 keeps every word (CBOW, Skip-gram)"},
    {"draws", "Random draws: one stream for all, or keyed by sentence (CBOW, Skip-gram)"},
    {"sharedWindows", "Consecutive windows that share negative samples (Skip-gram)"},
    {"context", "Number of preceding words used for a prediction (NNLM)"},
    {"hidden", "Hidden units (NNLM)"},
    {"direct", "Direct connections from word vectors to output (NNLM)"},
    {"layers", "LSTM layers per direction (ELMo)"},
    {"cellSize", "LSTM cells, projected to --size (ELMo)"},
    {"cellClip", "Largest cell value; 0: no limit (ELMo)"},
    {"projClip", "Largest projected value; 0: no limit (ELMo)"},
    {"skipConnections", "Add each layer's output to that of the layer above (ELMo)"},
    {"dropout", "Share of inputs dropped in training (ELMo)"},
    {"samples", "Words drawn for the sampled softmax; 0: the full softmax (NNLM, ELMo)"},
    {"unroll", "Longest sequence for one gradient (ELMo)"},
    {"carryState", "Keep the LSTM states from one sentence to the next (ELMo)"},
    {"charCnn", "Compute word vectors from characters (ELMo)"},
    {"charSize", "Numbers per letter (ELMo)"},
    {"highways", "Highway layers after the convolutions (ELMo)"},
    {"maxCharacters", "Bytes read per word, including the marks at its ends (ELMo)"},
    {"optimiser", "Optimiser (NNLM, ELMo)"},
    {"schedule", "Schedule of the learning rate (NNLM, ELMo)"},
    {"batch", "Predictions (NNLM) or sentences (ELMo) per step"},
    {"weightDecay", "Weight decay (NNLM, ELMo)"},
    {"clipNorm", "Largest norm of all gradients together; 0: no limit (NNLM, ELMo)"},
    {"patience", "Stop after so many epochs without a better held-out loss; 0: never"},
    {"tokenizer", "How text is split into tokens"},
    {"sentences", "What ends a sentence"},
    {"minCount", "Rarer words are left out"},
    {"maxVocabulary", "Keep only so many of the most frequent words; 0: all"},
    {"unknown", "What happens to words outside the vocabulary"},
};

std::string help_of(std::string_view field) {
  for (const Help& row : kHelp) {
    if (row.field == field) return std::string(row.text);
  }
  throw std::logic_error("There is no help for the new parameter " + std::string(field) +
                         ": add a row to kHelp in cpp/cli/train_options.cpp.");
}

template <class E>
std::string help_of(std::string_view field, Names<E> names) {
  std::string text = help_of(field);
  for (const Name<E>& row : names) {
    text += (&row == &names.front() ? ": " : ", ") + std::string(row.name);
  }
  return text;
}

/// "3:32" → 32 filters that see 3 characters.
CharFilter parse_filter(const std::string& text) {
  const std::size_t colon = text.find(':');
  const auto width = parse_count(text.substr(0, colon));
  const auto count =
      colon == std::string::npos ? std::nullopt : parse_count(text.substr(colon + 1));
  if (!width || !count || *width > 1000 || *count > 1'000'000) {
    throw Error(ErrorCode::kBadParameter,
                "A character filter is width:count, as in --char-filters 1:8 2:16 3:32.",
                {"charFilters", text, "width:count"});
  }
  return {static_cast<int>(*width), static_cast<int>(*count)};
}

}  // namespace

std::string option_of(std::string_view field) {
  if (field == "vectorSize") return "--size";
  std::string option = "--";
  for (const char c : field) {
    if (std::isupper(static_cast<unsigned char>(c))) option += '-';
    option += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return option;
}

/// The visitor that adds one option per field.
struct TrainFlags::Add {
  TrainFlags& to;
  CLI::App& verb;

  template <class T>
  void operator()(const char* name, T& value, double, double) const {
    CLI::Option* option = verb.add_option(option_of(name), value, help_of(name));
    if (std::string_view(name) == "alpha") {
      to.alpha_ = option;
    } else {
      option->capture_default_str();
    }
    to.flags_.push_back(option);
  }
  void operator()(const char* name, bool& value) const {
    const std::string option = option_of(name);
    const std::string both = value ? option + ",!--no-" + option.substr(2) : option;
    to.flags_.push_back(verb.add_flag(both, value, help_of(name)));
  }
  template <class E>
  void operator()(const char* name, E& value, Names<E> names) const {
    const auto text = std::make_shared<std::string>(name_of(names, value));
    to.flags_.push_back(
        verb.add_option(option_of(name), *text, help_of(name, names))->capture_default_str());
    to.names_.push_back([&value, names, name, text] { value = parse_name(names, name, *text); });
  }
};

void TrainFlags::add_to(CLI::App& verb) {
  visit_fields(config_, Add{*this, verb});
  flags_.push_back(verb.add_option("--char-filters", filters_,
                                   "width:count of each convolution over letters (ELMo)")
                       ->default_str("1:8 2:16 3:32"));
  flags_.push_back(add_count(verb, "--seed", config_.seed,
                             "The same corpus, options and seed give the same vectors"));
  visit_fields(text_, Add{*this, verb});
  // A resumed run reads its text anew, so these are no part of flags_.
  verb.add_option(
          "--phrases", phrase_passes_,
          "Passes that join pairs of words to phrases, as new york to new_york; 2 joins up to "
          "four words")
      ->check(CLI::Range(0, 4))
      ->capture_default_str();
  verb.add_option("--phrase-min-count", phrases_.min_count,
                  "What a pair must occur more often than")
      ->capture_default_str();
  verb.add_option("--phrase-threshold", phrases_.threshold, "The score that a pair must exceed")
      ->capture_default_str();
}

TrainConfig TrainFlags::config() const {
  for (const auto& set_by_name : names_) set_by_name();
  TrainConfig config = config_;
  if (alpha_->empty()) config.alpha = default_alpha(config.model);
  if (!filters_.empty()) {
    config.elmo.filters.clear();
    for (const std::string& text : filters_) config.elmo.filters.push_back(parse_filter(text));
  }
  config.validate();
  return config;
}

TextOptions TrainFlags::text() const {
  for (const auto& set_by_name : names_) set_by_name();
  return text_;
}

}  // namespace preformer::cli
