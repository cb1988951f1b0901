#include <algorithm>

#include "catch.h"
#include "files.h"
#include "preformer/io/read_vectors.h"
#include "preformer/io/vector_line.h"
#include "preformer/io/word2vec.h"

using namespace preformer;
using namespace preformer::fixtures;

namespace {

/// Some bytes changed, cut out, doubled or put in.
std::string mutated(std::string bytes, Rng& rng) {
  static constexpr std::string_view kOdd[] = {
      "\n",       "\t",         " ",           "\r\n",         "\n\n",
      "\"",       "nan",        "-",           "e9",           "\xFF",
      "\xC2\xA0", "0",          "9 ",          "\xE3\x80\x80", std::string_view("\0", 1),
      "a b ",     "word\tid\n", "\xEF\xBB\xBF"};
  for (std::uint32_t n = 1 + rng.below(4); n > 0; --n) {
    const std::size_t at = bytes.empty() ? 0 : rng.below(static_cast<std::uint32_t>(bytes.size()));
    const std::size_t length = rng.below(12);
    switch (rng.below(5)) {
      case 0: bytes.erase(at, length); break;
      case 1: bytes.insert(at, kOdd[rng.below(std::size(kOdd))]); break;
      case 2: bytes.insert(at, bytes.substr(at, length)); break;
      case 3: bytes.resize(at); break;
      default:
        if (!bytes.empty()) bytes[at] = static_cast<char>(rng.below(256));
    }
  }
  return bytes;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// The lines of a text file that are rows: all that are not blank, without the header.
std::size_t rows_of_text(std::string_view file) {
  if (file.starts_with("\xEF\xBB\xBF")) file.remove_prefix(3);
  std::size_t rows = 0;
  bool first = true, header = false;
  for (const std::string_view line : lines_of(file)) {
    if (is_blank_line(line)) continue;
    if (first) header = read_vector_header(line).present;
    first = false;
    ++rows;
  }
  return rows - (header ? 1 : 0);
}

/// Calls `read`; all that comes back must fit its own counts. Nothing if the file is refused.
template <class Read>
std::optional<VectorsRead> attempt(Read read) {
  try {
    VectorsRead got = read();
    const auto words = static_cast<std::uint64_t>(got.vectors.vocabulary.size());
    REQUIRE(got.found.words == words);
    REQUIRE(got.vectors.vectors.rows() == got.vectors.vocabulary.size());
    REQUIRE(got.vectors.vectors.cols() == static_cast<Index>(got.found.dimensions));
    REQUIRE(got.vectors.vectors.allFinite());
    REQUIRE(got.found.renamed <= words);
    REQUIRE(got.found.duplicates <= got.found.left_out);
    REQUIRE((got.found.left_out == 0) == (got.found.first.reason == RowFault::kNone));
    // What was read can be written and read again without a loss.
    const auto again = read_vectors(
        write_word2vec_binary(got.vectors.vocabulary, got.vectors.vectors), {.strict = true});
    REQUIRE(again.found.words == words);
    return got;
  } catch (const Error& error) {
    REQUIRE(error.code() == ErrorCode::kBadFormat);
    REQUIRE(std::string_view(error.what()).size() > 20);
    REQUIRE(error.name().starts_with("import."));
    return std::nullopt;
  }
}

constexpr int kMutations = 10'000;

}  // namespace

TEST_CASE("fuzz: text files lose no line in silence", "[io][fuzz]") {
  const std::string seeds[] = {kSmallText, kSmallText.substr(4),
                               "a 1 2 3\nNew York 4 5 6\na 7 8 9\n. . 1 2 3\n 4 5 6\n",
                               "4 1\n1 5\n2.5 -1\nx nan\n\xC2\xA0 3\n"};
  Rng rng{77};
  int read = 0;
  for (int i = 0; i < kMutations; ++i) {
    const std::string file = mutated(seeds[rng.below(std::size(seeds))], rng);
    CAPTURE(file);
    const auto got = attempt([&] { return read_vectors(file); });
    if (!got || got->found.format != VectorFormat::kText) continue;
    ++read;
    REQUIRE(got->found.words + got->found.left_out == rows_of_text(file));
  }
  CHECK(read > kMutations / 2);
}

TEST_CASE("fuzz: binary files lose no word in silence", "[io][fuzz]") {
  // Dimensions enough that a change within the numbers leaves the next word in its place.
  std::string seed = "5 6\n";
  for (const char* word : {"the", "国王", "\xC3\xA9", "the", "x\ny"}) {
    seed += std::string(word) + " " + floats({1, -2.5f, 3e-7f, 4, 5, 6}) + "\n";
  }
  Rng rng{78};
  int read = 0;
  for (int i = 0; i < kMutations; ++i) {
    const std::string file = mutated(seed, rng);
    CAPTURE(file);
    const auto got = attempt([&] { return read_vectors(file); });
    if (!got || got->found.format != VectorFormat::kBinary) continue;
    ++read;
    const VectorsFound& found = got->found;
    // Either all promised rows were looked at, or the file is said to end early.
    REQUIRE(found.rows() <= found.promised);
    REQUIRE((found.rows() == found.promised || found.ends_early));
    // The bytes of the rows are those of the file: nothing was skipped between them.
    const std::size_t least = found.rows() * (1 + 4 * found.dimensions);
    REQUIRE(file.size() + 4 * found.dimensions >= least);
    if (!found.goes_on && !found.ends_early) {
      REQUIRE(file.size() <= 64 + found.rows() * (1000 + 4 * found.dimensions));
    }
  }
  CHECK(read > kMutations / 3);
}

TEST_CASE("fuzz: pairs keep rows and labels together", "[io][fuzz]") {
  std::string vectors, labels[3] = {"", "word\tid\n", "id\tlabel\n"};
  constexpr int kRows = 12;
  for (int i = 0; i < kRows; ++i) {
    vectors += std::to_string(i) + "\t0.5\n";
    labels[0] += "w" + std::to_string(i) + "\n";
    labels[1] += "w" + std::to_string(i) + "\t7\n";
    labels[2] += std::to_string(100 + i) + "\tw" + std::to_string(i) + "\n";
  }
  Rng rng{79};
  int read = 0;
  for (int i = 0; i < kMutations; ++i) {
    const bool of_vectors = rng.below(2) == 0;
    const std::string& whole = labels[rng.below(3)];
    const std::string numbers = of_vectors ? mutated(vectors, rng) : vectors;
    const std::string metadata = of_vectors ? whole : mutated(whole, rng);
    CAPTURE(numbers, metadata);
    const auto got = attempt([&] { return read_vector_pair(numbers, metadata); });
    if (!got) continue;
    ++read;
    auto lines = lines_of(numbers);
    while (!lines.empty() && is_blank_line(lines.back())) lines.pop_back();
    const bool heading = shape_of(lines[0]).fields > 0 && shape_of(lines[0]).numbers == 0;
    const std::size_t rows = lines.size() - (heading ? 1 : 0);
    REQUIRE(got->found.words + got->found.left_out == rows);
  }
  CHECK(read > kMutations / 4);
}

TEST_CASE("pairs: one changed label never moves another word", "[io][fuzz]") {
  std::string vectors;
  for (int i = 0; i < 12; ++i) vectors += std::to_string(i) + "\t0.5\n";
  Rng rng{80};
  for (int i = 0; i < 2000; ++i) {
    std::string metadata, label_changed;
    const auto changed = static_cast<int>(rng.below(12));
    for (int row = 0; row < 12; ++row) {
      std::string label = "w" + std::to_string(row);
      if (row == changed) label = label_changed = rng.below(3) == 0 ? "" : mutated(label, rng);
      metadata += label + "\n";
    }
    CAPTURE(metadata);
    const auto got = attempt([&] { return read_vector_pair(vectors, metadata); });
    if (!got || std::count(metadata.begin(), metadata.end(), '\n') != 12) continue;
    for (int row = 0; row < 12; ++row) {
      const auto id = got->vectors.vocabulary.find("w" + std::to_string(row));
      if (row == changed || !id || label_changed == "w" + std::to_string(row)) continue;
      REQUIRE(got->vectors.vectors(*id, 0) == static_cast<float>(row));
    }
  }
}
