#include "cli/seeds.h"

#include <utility>

#include "cli/checkpoints.h"
#include "cli/seed_questions.h"
#include "cli/text_files.h"
#include "preformer/base/error.h"
#include "preformer/base/hash.h"
#include "preformer/query/predictions.h"
#include "preformer/text/tokenizer.h"

namespace preformer::cli {

namespace {

constexpr std::uint64_t kMostSeeds = 1000;

}  // namespace

void SeedsOptions::add_to(CLI::App& verb) {
  seeds_option_ =
      add_count(verb, "--seeds", seeds_,
                "Train with so many seeds, from --seed on, and say in how many runs the "
                "answers to the questions below hold");
  verb.add_option("--similar", similar_, "With --seeds: the words nearest to a word");
  verb.add_option("--analogy", analogy_,
                  "With --seeds: \"man king woman\", man is to king as woman is to …");
  verb.add_option("--odd", odd_, "With --seeds: the word of \"a b c\" that fits the others least");
  verb.add_option("--next", next_, "With --seeds: the word after \"the old\" (NNLM, ELMo)");
  verb.add_option("--blank", blank_, "With --seeds: the word at _ of \"the _ of\" (CBOW, ELMo)");
  verb.add_option("--score", score_, "With --seeds: the perplexity of a sentence (NNLM, ELMo)");
  verb.add_option("--generate", generate_,
                  "With --seeds: the continuation of a prompt, which every run draws with the same "
                  "random numbers (NNLM, ELMo)");
  add_count(verb, "--draw", draw_.seed, "With --generate: the seed of the draw");
  verb.add_option("--evaluate", evaluate_, "With --seeds: a file of word pairs or analogies");
}

bool SeedsOptions::wanted() const {
  const std::size_t questions = similar_.size() + analogy_.size() + odd_.size() + next_.size() +
                                blank_.size() + score_.size() + generate_.size() + evaluate_.size();
  if (seeds_option_->empty()) {
    if (questions == 0) return false;
    throw Error(ErrorCode::kBadParameter,
                "Questions are for several runs: give --seeds. One model is asked by preformer "
                "query.",
                {"seeds", "", "2 to 1000"});
  }
  const std::string range = "1 to " + std::to_string(kMostSeeds);
  if (seeds_ < 1 || seeds_ > kMostSeeds) {
    throw Error(ErrorCode::kBadParameter, "--seeds must be " + range + ".",
                {"seeds", std::to_string(seeds_), range});
  }
  if (questions > 0) return true;
  throw Error(ErrorCode::kBadParameter,
              "With --seeds, ask something: --similar, --analogy, --odd, --next, "
              "--blank, --score, --generate or --evaluate.",
              {"seeds", std::to_string(seeds_), "a question"});
}

Answer SeedsOptions::run(
    std::uint64_t first, const TextOptions& text, const std::string& encoding,
    const std::function<std::unique_ptr<Trainer>(std::uint64_t)>& train) const {
  using Kind = SeedQuestion::Kind;
  std::vector<SeedQuestion> questions;
  const auto add = [&](Kind kind, const char* name, const std::vector<std::string>& texts,
                       std::size_t least, std::size_t most, const char* permitted) {
    for (const std::string& asked : texts) {
      questions.push_back({kind, name, asked, words_of(asked, text.tokenizer)});
      require_words(questions.back(), least, most, permitted);
    }
  };
  add(Kind::kSimilar, "similar", similar_, 1, 1, "one word");
  add(Kind::kAnalogy, "analogy", analogy_, 3, 3, "three words");
  add(Kind::kOdd, "odd", odd_, 3, kMaxAskedWords, "three words or more");
  add(Kind::kNext, "next", next_, 0, kMaxAskedWords, "the words before");
  add(Kind::kBlank, "blank", blank_, 0, kMaxAskedWords, "a sentence with one _");
  add(Kind::kScore, "score", score_, 0, kMaxAskedWords, "a sentence");
  add(Kind::kGenerate, "generate", generate_, 0, kMaxAskedWords, "the words before");
  for (const std::string& path : evaluate_) {
    const std::string file = read_text(path, "evaluate", encoding);
    questions.push_back({Kind::kEvaluate, "evaluate", path, {}, file});
  }

  Json seeds = Json::array(), hashes = Json::array(), answers = Json::array();
  std::unique_ptr<Trainer> last;
  for (std::uint64_t seed = first; seed < first + seeds_; ++seed) {
    last.reset();  // one model at a time
    last = train(seed);
    for (SeedQuestion& question : questions) {
      ask(*last, question, text.tokenizer, draw_);
    }
    seeds.push_back(seed);
    hashes.push_back(to_hex(last->weights_hash()));
  }
  Answer answer;
  for (const SeedQuestion& question : questions) {
    answers.push_back(held_json(question, last->corpus().vocabulary));
    answer.text += (answer.text.empty() ? "" : "\n") + held_text(answers.back(), seeds_);
  }
  answer.json = {
      {"runs", seeds_}, {"seeds", seeds}, {"weightsHashes", hashes}, {"answers", answers}};
  return answer;
}

}  // namespace preformer::cli
