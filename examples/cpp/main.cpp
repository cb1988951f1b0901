// neighbours TEXT WORD VECTORS: trains Skip-gram on a text, prints the nearest words of a word and
// saves all word vectors in the text format of word2vec.
#include <preformer/base/error.h>
#include <preformer/io/word2vec.h>
#include <preformer/query/most_similar.h>
#include <preformer/text/corpus.h>
#include <preformer/train/trainer.h>

#include <fstream>
#include <iostream>
#include <sstream>

int main(int argc, char** argv) try {
  if (argc != 4) return std::cerr << "usage: neighbours TEXT WORD VECTORS\n", 2;
  std::stringstream text;
  if (!(text << std::ifstream(argv[1]).rdbuf()))
    return std::cerr << "no text: " << argv[1] << "\n", 1;

  preformer::TrainConfig config;  // Skip-gram, 32 dimensions, negative sampling
  config.epochs = 50;
  config.seed = 1;
  const auto trainer = preformer::make_trainer(
      preformer::make_corpus(text.str(), {preformer::TokenizerKind::kWords}, {}), config);
  while (!trainer->finished()) trainer->run_steps(10'000);
  std::cout << "loss " << trainer->report().epoch_loss << "\n";

  const preformer::Vocabulary& words = trainer->corpus().vocabulary;
  const preformer::MatrixRef vectors = trainer->input_vectors();
  const std::string word = argv[2];
  for (const auto& [id, cosine] : preformer::most_similar(words, vectors, {&word, 1}, {}, 5))
    std::cout << words.word(id) << " " << cosine << "\n";

  std::ofstream file(argv[3]);
  if (!(file << preformer::write_word2vec_text(words, vectors)).flush())
    return std::cerr << "cannot write " << argv[3] << "\n", 1;
} catch (const preformer::Error& error) {
  return std::cerr << preformer::error_name(error.code()) << ": " << error.what() << "\n", 1;
}
