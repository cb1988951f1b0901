#include "catch.h"
#include "files.h"
#include "preformer/io/read_vectors.h"
#include "preformer/io/tsv.h"
#include "preformer/io/word2vec.h"

using namespace preformer;
using namespace preformer::fixtures;

TEST_CASE("tsv: the Embedding Projector's pair", "[io]") {
  const auto model = small();
  const auto pair = write_tsv(model.vocabulary, model.vectors);
  CHECK(pair.vectors == "0.1\t-2\n1e-07\t3.5\n-0\t12345.678\n");
  CHECK(pair.metadata == "the\n国王\nnaïve\n");
  check_same(read_tsv(pair.vectors, pair.metadata), model);

  check_same(read_tsv(pair.vectors, "word\tcount\nthe\t3\n国王\t2\nnaïve\t1\n"), model);

  const auto other = read_tsv("1\t2\r\n3\t4", "Count\tGroup\tWord\r\n70\tx\tb\r\n9\ty\ta");
  CHECK(other.vocabulary.word(0) == "b");
  CHECK(other.vocabulary.count(0) == 70);
  CHECK(other.vocabulary.count(1) == 9);
  CHECK(other.vectors(1, 0) == 3.0f);
  CHECK(read_tsv("1\n2\n", "two words\nb\n").vocabulary.word(0) == "two words");
}

TEST_CASE("tsv: broken pairs name file and line", "[io][errors]") {
  const auto refused = [](std::string_view vectors, std::string_view metadata, const char* says) {
    const Error error = error_of([&] { read_tsv(vectors, metadata); });
    CHECK(error.code() == ErrorCode::kBadFormat);
    CHECK_THAT(error.what(), ContainsSubstring(says));
  };
  refused("", "a\n", "empty");
  refused("1\n", "", "empty");
  refused("1\t2\n", "a\nb\n", "2 words and 1 vectors");
  refused("1\t2\n3\t4\n", "word\na\nb\n", "heading");
  refused("1\t2\n3\n", "a\nb\n", "vectors.tsv, line 2");
  refused("1\t2\nx\t4\n", "a\nb\n", "vectors.tsv, line 2");
  refused("1\t2\n\t4\n", "a\nb\n", "vectors.tsv, line 2");
  refused("1\t2\n3\t4\n", "word\tcount\na\t1\nb\n", "metadata.tsv, line 3");
  refused("1\t2\n3\t4\n", "word\tcount\na\t1\nb\t-2\n", "metadata.tsv, line 3");
  refused("1\t2\n3\t4\n", "a\na\n", "second time");
  refused("1\t2\n3\t4\n", "a\n\xFF\n", "UTF-8");
  std::string wide = "1";
  for (int i = 0; i < 20'000; ++i) wide += "\t1";
  std::string words = "a0\n";
  for (int i = 1; i < 20'000; ++i) {
    wide += "\n1";
    words += "a" + std::to_string(i) + "\n";
  }
  refused(wide, words, "too short");
}

TEST_CASE("vector files: cut anywhere or with any byte changed, never a crash", "[io][fuzz]") {
  // Whatever comes back is a model that fits its own shape; all else is BadFormat. The sanitizers
  // watch.
  const auto read = [](auto call) {
    try {
      const WordVectors model = call();
      CHECK(model.vectors.rows() == model.vocabulary.size());
      CHECK(model.vectors.allFinite());
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::kBadFormat);
      CHECK(std::strlen(error.what()) > 20);
    }
  };
  const auto model = small();
  TsvPair pair = write_tsv(model.vocabulary, model.vectors);
  pair.metadata = "word\tcount\nthe\t3\n国王\t2\nnaïve\t1\n";
  const auto try_all = [&](const std::string& bytes) {
    read([&] { return read_vectors(bytes); });
    read([&] { return read_word2vec_text(bytes); });
    read([&] { return read_word2vec_binary(bytes); });
    read([&] { return read_tsv(bytes, pair.metadata); });
    read([&] { return read_tsv(pair.vectors, bytes); });
  };
  Rng rng{77};
  for (const std::string& whole : {kSmallText, kSmallText.substr(4), small_binary(false),
                                   small_binary(true), pair.vectors, pair.metadata}) {
    for (std::size_t cut = 0; cut <= whole.size(); ++cut) {
      try_all(whole.substr(0, cut));
      try_all(whole.substr(cut));
    }
    for (std::size_t at = 0; at < whole.size(); ++at) {
      const char other = static_cast<char>(rng.below(256));
      for (const char value : {'\0', '\t', '\n', ' ', '0', '9', '-', 'e', '\x80', '\xff', other}) {
        std::string bytes = whole;
        bytes[at] = value;
        try_all(bytes);
        bytes.insert(at, 1, static_cast<char>(rng.below(256)));
        try_all(bytes);
      }
    }
  }
}
