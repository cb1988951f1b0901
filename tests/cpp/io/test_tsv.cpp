#include "catch.h"
#include "files.h"
#include "preformer/io/read_vectors.h"
#include "preformer/io/tsv.h"

using namespace preformer;
using namespace preformer::fixtures;

namespace {

/// "word=first number …", then the report.
std::string pair_of(std::string_view vectors, std::string_view metadata,
                    const VectorReadOptions& options = {}) {
  const VectorsRead read = read_vector_pair(vectors, metadata, options);
  std::string text;
  for (std::int32_t id = 0; id < read.vectors.vocabulary.size(); ++id) {
    text += std::string(read.vectors.vocabulary.word(id)) + "=" +
            std::to_string(static_cast<int>(read.vectors.vectors(id, 0))) + " ";
  }
  return text + report_of(read.found);
}

const std::string kThree = "1\t5\n2\t5\n3\t5\n";

}  // namespace

TEST_CASE("tsv: the exact bytes", "[io]") {
  const auto pair = write_tsv(small().vocabulary, small().vectors);
  CHECK(pair.vectors == "0.1\t-2\n1e-07\t3.5\n-0\t12345.678\n");
  CHECK(pair.metadata == "the\n国王\nnaïve\n");
  check_same(read_vector_pair(pair.vectors, pair.metadata).vectors, small());
}

TEST_CASE("tsv: row i belongs to label i", "[io]") {
  const std::string none = "read 3, left out 0, renamed 0", all = "a=1 b=2 c=3 " + none;
  const std::string two = "read 2, left out 1 (first: line ";
  const std::string blank =
      " of the file of words, because it has no word, or only a blank one), renamed 0";
  CHECK(pair_of(kThree, "a\nb\nc\n") == all);
  CHECK(pair_of(kThree,
                "\xEF\xBB\xBF"
                "a\r\nb\r\nc") == all);
  CHECK(pair_of(kThree, "a\nb\nc\n\n\n") == all);
  CHECK(pair_of(kThree + "\n\n", "a\nb\nc\n") == all);
  CHECK(pair_of("x\ty\n" + kThree, "a\nb\nc\n") == all);  // a heading of the vectors
  // A blank label leaves out this word and nothing else.
  CHECK(pair_of(kThree, "a\n\nc\n") == "a=1 c=3 " + two + "2" + blank);
  CHECK(pair_of(kThree, "\nb\nc\n") == "b=2 c=3 " + two + "1" + blank);
  CHECK(pair_of(kThree, "a\nb\n\n") == "a=1 b=2 " + two + "3" + blank);
  CHECK(pair_of(kThree, "a\nb\n\n\n") == "a=1 b=2 " + two + "3" + blank);
  CHECK(pair_of(kThree, "word\na\nb\n\n") ==
        "a=1 b=2 " + two + "4" + blank + "; words from column 1, \"word\"");
  // One line more than there are vectors: a heading, whatever it says.
  CHECK(pair_of(kThree, "word\na\nb\nc\n") == all + "; words from column 1, \"word\"");
  CHECK(pair_of(kThree, "Wort\na\nb\nc\n") == all + "; words from column 1, \"Wort\"");
  CHECK(pair_of(kThree, "word\nb\nc\n") == "word=1 b=2 c=3 " + none);
  CHECK(pair_of(kThree, "a\t1\nb\t2\nc\t3\n") == all + "; words from column 1");
  CHECK(pair_of(kThree, "word\n\nb\nc\n") ==
        "b=2 c=3 " + two + "2" + blank + "; words from column 1, \"word\"");
  // A remark after the last row.
  CHECK(pair_of(kThree, "a\nb\nc\n# written by a program\n") == all);
  CHECK(pair_of(kThree, "word\na\nb\nc\n# 3 words\n") == all + "; words from column 1, \"word\"");
  CHECK(pair_of(kThree + "# written by a program\n", "a\nb\nc\n") == all);
  // Line breaks, tabs and quotes in quoted labels.
  CHECK(pair_of(kThree, "a\n\"b\nx\"\nc\n") == "a=1 b_x=2 c=3 read 3, left out 0, renamed 1");
  CHECK(pair_of(kThree, "word\tn\na\t1\n\"b\t\n\"\"q\"\t2\nc\t3\n") ==
        "a=1 b__\"q=2 c=3 read 3, left out 0, renamed 1; words from column 1, \"word\"");
  CHECK(pair_of(kThree, "word\na\n\"b\nc\n") ==
        "a=1 \"b=2 c=3 " + none + "; words from column 1, \"word\"");
  CHECK(pair_of(kThree, "a\n\"\nc\n") == "a=1 \"=2 c=3 " + none);
  CHECK(pair_of(kThree, "\"a\n\"\"\nc\n") == "\"a=1 \"\"=2 c=3 " + none);
  // Rows with a fault.
  CHECK(pair_of("1\t5\n2\n3\t5\n", "a\nb\nc\n") ==
        "a=1 c=3 " + two +
            "2 of the file of vectors, because it has 1 numbers instead of 2), renamed 0");
  CHECK(pair_of("1\t5\n2\tx\n3\tinf\n", "a\nb\nc\n") ==
        "a=1 read 1, left out 2 (first: line 2 of the file of vectors, because \"x\" is not a "
        "number), "
        "renamed 0");
  CHECK(
      pair_of(kThree, "a\na\n\xFF\n") ==
      "a=1 read 1, left out 2 (first: line 2 of the file of words, because the word \"a\" comes a "
      "second time), renamed 0");
  CHECK(pair_of("1\t5\n\n3\t5\n", "a\n\nc\n") ==
        "a=1 c=3 " + two +
            "2 of the file of vectors, because it has 0 numbers instead of 2), renamed 0");
}

TEST_CASE("tsv: the column of the words", "[io]") {
  const std::string all = "a=1 b=2 c=3 read 3, left out 0, renamed 0; words from column ";
  CHECK(pair_of(kThree, "index\tlabel\n0\ta\n1\tb\n2\tc\n") == all + "2, \"label\"");
  CHECK(pair_of(kThree, "id\tToken\tfreq\n17\ta\t9\n23\tb\t8\n4\tc\t7\n") == all + "2, \"Token\"");
  CHECK(pair_of(kThree, "id\tfreq\tlemma\n17\t9\ta\n23\t8\tb\n4\t7\tc\n") == all + "3, \"lemma\"");
  CHECK(pair_of(kThree, "pos\tWORD\nx\ta\ny\tb\nz\tc\n") == all + "2, \"WORD\"");
  CHECK(pair_of(kThree, "text\tlabel\nx\ta\ny\tb\nz\tc\n") == all + "2, \"label\"");
  CHECK(pair_of(kThree, "name\tn\na\t1\nb\t2\nc\t3\n") == all + "1, \"name\"");
  CHECK(pair_of(kThree, "17\ta\n23\tb\n4\tc\n") == all + "2");
  CHECK(pair_of(kThree, "1\n2\n3\n") == "1=1 2=2 3=3 read 3, left out 0, renamed 0");
  const auto counts = read_vector_pair("1\t2\r\n3\t4", "Count\tGroup\tWord\r\n70\tx\tb\r\n9\ty\ta");
  CHECK(counts.vectors.vocabulary.count(0) == 70);
  CHECK(counts.vectors.vocabulary.count(1) == 9);
}

TEST_CASE("tsv: files of other lengths are refused before a word is taken", "[io][errors]") {
  const auto refused = [](std::string_view vectors, std::string_view metadata, const char* name,
                          const char* says) {
    for (const std::uint64_t limit : {1u, 100u}) {
      const Error error = error_of([&] { read_vector_pair(vectors, metadata, {.limit = limit}); });
      CHECK(error.code() == ErrorCode::kBadFormat);
      CHECK(error.name() == std::string("import.") + name);
      CHECK_THAT(error.what(), ContainsSubstring(says));
    }
  };
  refused("", "a\n", "empty.vectors", "The file of vectors is empty");
  refused("1\n", "\n", "empty.words", "The file of words is empty");
  refused("a\nb\n", "a\nb\n", "numbers", "no rows of numbers");
  refused(kThree, "a\nb\n", "pairing", "2 words and 3 vectors");
  refused(kThree, "a\nb\nc\nd\ne\n", "pairing", "5 words");
  refused("1\t5\n\n3\t5\n", "a\nb\n", "pairing.vectors", "line 2 of the file of vectors is blank");
  refused(kThree, "a\n\nb\nc\nd\n", "pairing.blank", "line 2 of the file of words is blank");
  // A blank line too many, or a heading: which of them cannot be known.
  refused(kThree, "a\n\nb\nc\n", "pairing.blank", "line 2 of the file of words is blank");
  refused(kThree, "word\tn\na\t1\nb\t2\n", "pairing.heading", "taken as a heading");
  refused(kThree, "id\tform\n1\ta\n2\tb\n", "pairing.heading", "2 words and 3");
}

TEST_CASE("tsv: a limit", "[io]") {
  CHECK(pair_of(kThree, "word\na\n\nc\n", {.limit = 1}) ==
        "a=1 read 1, left out 0, renamed 0; more words follow; words from column 1, \"word\"");
  CHECK(pair_of(kThree, "a\nb\nc\n", {.limit = 3}) == "a=1 b=2 c=3 read 3, left out 0, renamed 0");
}
