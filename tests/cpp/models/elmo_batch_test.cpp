#include "preformer/models/elmo_batch.h"
#include "catch.h"
#include "preformer/base/error.h"

using namespace preformer;

namespace {

constexpr std::int32_t kWords = 9, kBegin = 9, kEnd = 10;
using Ids = std::vector<std::int32_t>;

}  // namespace

TEST_CASE("read_sentences: each direction reads one boundary and predicts the other", "[models]") {
  const Ids ids{1, 4, 2, 5, 3, 6};  // "1 2 3" and "4 5 6", time-major
  TokenSequence s;
  read_sentences({3, 2, ids}, kForward, kWords, s);
  CHECK(s.inputs == Ids{kBegin, kBegin, 1, 4, 2, 5, 3, 6});
  CHECK(s.targets == Ids{1, 4, 2, 5, 3, 6, kEnd, kEnd});
  read_sentences({3, 2, ids}, kBackward, kWords, s);
  CHECK(s.inputs == Ids{kEnd, kEnd, 3, 6, 2, 5, 1, 4});
  CHECK(s.targets == Ids{3, 6, 2, 5, 1, 4, kBegin, kBegin});
  read_sentences({0, 1, {}}, kForward, kWords, s);
  CHECK(s.inputs == Ids{kBegin});
  CHECK(s.targets == Ids{kEnd});
  CHECK_THROWS(read_sentences({2, 2, ids}, kForward, kWords, s));
}

TEST_CASE("SentenceStreams: every stream takes the next sentence when it has none", "[models]") {
  const Ids ids{1, 2, 3, 4};
  const std::vector<std::size_t> offsets{0, 2, 3, 4};  // "1 2", "3", "4"
  SentenceStreams streams(ids, offsets, kWords, 2);
  TokenBatch batch;
  REQUIRE(streams.next(3, batch));
  // Stream 0: <s> 1 2 | …   stream 1: <s> 3 | <s> (4 …
  CHECK(batch.batch == 2);
  CHECK(batch.directions[kForward].inputs == Ids{kBegin, kBegin, 1, 3, 2, kBegin});
  CHECK(batch.directions[kForward].targets == Ids{1, 3, 2, kEnd, kEnd, 4});
  CHECK(batch.directions[kBackward].inputs == Ids{kEnd, kEnd, 2, 3, 1, kEnd});
  CHECK(batch.directions[kBackward].targets == Ids{2, 3, 1, kBegin, kBegin, 4});
  CHECK(streams.words() == 4);

  SECTION("and the text begins again after its end") {
    REQUIRE(streams.next(2, batch));
    CHECK(batch.directions[kForward].inputs == Ids{kBegin, 4, 1, kBegin});
    CHECK(batch.directions[kForward].targets == Ids{1, kEnd, 2, 3});
  }
  SECTION("a position can be kept and set again") {
    const Ids position = streams.position();
    TokenBatch expected;
    streams.next(4, expected);
    SentenceStreams other(ids, offsets, kWords, 2);
    other.set_position(position);
    other.next(4, batch);
    CHECK(batch.directions[kForward].inputs == expected.directions[kForward].inputs);
    CHECK(batch.directions[kBackward].targets == expected.directions[kBackward].targets);
  }
  SECTION("restart() forgets") {
    streams.restart();
    CHECK(streams.words() == 0);
    streams.next(1, batch);
    CHECK(batch.directions[kForward].inputs == Ids{kBegin, kBegin});
  }
  SECTION("positions that do not fit are refused") {
    for (const Ids& wrong : {Ids{}, Ids{0, 0, 0}, Ids{9, 0, 0, 0, 0}, Ids{0, 5, 0, 0, 0},
                             Ids{0, 0, 3, 0, 0}, Ids{0, -2, 0, 0, 0}, Ids{-1, 0, 0, 0, 0}}) {
      CHECK_THROWS_AS(streams.set_position(wrong), Error);
    }
  }
}
