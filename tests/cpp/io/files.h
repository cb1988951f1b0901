// A small model and the bytes of its files.
#pragma once

#include <cstring>
#include <initializer_list>
#include <string>

#include "../query/fixtures.h"
#include "catch.h"

namespace preformer::fixtures {

inline std::string floats(std::initializer_list<float> values) {
  std::string bytes;
  for (const float v : values) {
    char raw[4];
    std::memcpy(raw, &v, 4);
    bytes.append(raw, 4);
  }
  return bytes;
}

/// Same words in the same order, same bits.
inline void check_same(const WordVectors& a, const WordVectors& b) {
  REQUIRE(a.vocabulary.size() == b.vocabulary.size());
  for (std::int32_t id = 0; id < a.vocabulary.size(); ++id) {
    CHECK(a.vocabulary.word(id) == b.vocabulary.word(id));
  }
  REQUIRE(a.vectors.rows() == b.vectors.rows());
  REQUIRE(a.vectors.cols() == b.vectors.cols());
  CHECK(std::memcmp(a.vectors.data(), b.vectors.data(),
                    static_cast<std::size_t>(a.vectors.size()) * sizeof(float)) == 0);
}

inline WordVectors small() {
  return model_of({{"the", {0.1f, -2}}, {"国王", {1e-7f, 3.5f}}, {"naïve", {-0.0f, 12345.678f}}});
}

inline const std::string kSmallText = "3 2\nthe 0.1 -2\n国王 1e-07 3.5\nnaïve -0 12345.678\n";

inline std::string small_binary(bool line_feeds) {
  const std::string end = line_feeds ? "\n" : "";
  return "3 2\nthe " + floats({0.1f, -2}) + end + "国王 " + floats({1e-7f, 3.5f}) + end + "naïve " +
         floats({-0.0f, 12345.678f}) + end;
}

}  // namespace preformer::fixtures
