#include <bit>
#include <cstring>

#include "catch.h"
#include "files.h"
#include "preformer/io/json.h"
#include "preformer/io/npy.h"
#include "preformer/io/safetensors.h"

using namespace preformer;
using namespace preformer::fixtures;

namespace {

/// Length, header, data: a file by hand.
std::string file_of(const std::string& header, const std::string& data = "") {
  std::string bytes(8, '\0');
  for (std::size_t i = 0; i < 8; ++i)
    bytes[i] = static_cast<char>((header.size() >> (8 * i)) & 255);
  return bytes + header + data;
}

void refuses(const std::string& bytes) {
  CAPTURE(bytes);
  const Error error = error_of([&] { read_safetensors(bytes); });
  CHECK(error.code() == ErrorCode::kBadFormat);
  CHECK(std::strlen(error.what()) > 20);
}

}  // namespace

TEST_CASE("json: values, escapes, order", "[io][json]") {
  const JsonValue value = read_json(
      " {\"b\": [1, -2.5e+3, 0], \"a\":{\"x\\n\\u00e9\\ud83d\\ude00\\\"\":\"国王\"},"
      "\"t\":true,\"n\":null} ");
  REQUIRE(value.members.size() == 4);
  CHECK(value.members[0].first == "b");
  CHECK(value.find("b")->items[1].text == "-2.5e+3");
  CHECK(value.find("a")->members[0].first == "x\né\U0001F600\"");
  CHECK(value.find("a")->members[0].second.text == "国王");
  CHECK(value.find("t")->text == "true");
  CHECK(value.find("n")->is(JsonValue::Kind::kNull));
  CHECK(value.find("z") == nullptr);

  std::string json;
  const std::string odd = std::string("\0\x1f \"\\/", 6) + "国\n";
  append_json_string(json, odd);
  CHECK(json == "\"\\u0000\\u001f \\\"\\\\/国\\u000a\"");
  CHECK(read_json(json).text == odd);
}

TEST_CASE("json: what is none is refused", "[io][json][errors]") {
  for (const char* text : {"",
                           "{",
                           "}",
                           "[1,]",
                           "{\"a\":1,}",
                           "{\"a\" 1}",
                           "{a:1}",
                           "01",
                           "1.",
                           "-",
                           ".5",
                           "1e",
                           "+1",
                           "nul",
                           "truex",
                           "\"a",
                           "\"\\x\"",
                           "\"\\u12g4\"",
                           "\"\\ud800\"",
                           "\"\\udc00\"",
                           "\"\\ud800\\u0041\"",
                           "\"a\nb\"",
                           "\"\xff\"",
                           "{\"a\":1,\"a\":2}",
                           "1 2",
                           "[1 2]",
                           "\\"}) {
    CAPTURE(text);
    CHECK(error_of([&] { read_json(text); }).code() == ErrorCode::kBadFormat);
  }
  CHECK_NOTHROW(read_json(std::string(16, '[') + std::string(16, ']')));
  CHECK(error_of([] { read_json(std::string(100'000, '[')); }).code() == ErrorCode::kBadFormat);
}

TEST_CASE("npy: header of version 1.0, numbers from a multiple of 64 on", "[io]") {
  Matrix<float> matrix(2, 3);
  matrix << 1, 2, 3, 4, 5, -0.5f;
  const std::string bytes = write_npy(matrix);
  CHECK(bytes.substr(0, 8) == std::string("\x93NUMPY\x01\x00", 8));
  REQUIRE(bytes.size() == 128 + 6 * sizeof(float));
  CHECK(static_cast<unsigned char>(bytes[8]) == 128 - 10);
  CHECK(bytes.substr(10, 61) == "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }  ");
  CHECK(bytes[127] == '\n');
  CHECK(bytes.substr(128) == floats({1, 2, 3, 4, 5, -0.5f}));
  CHECK_THAT(write_npy(Matrix<float>(0, 7)), ContainsSubstring("(0, 7)"));
}

TEST_CASE("safetensors: what is written reads back", "[io]") {
  const Matrix<float> weight = random_matrix(3, 4, 1);
  const std::string ids = "\x01\x02\x03\x04\x05\x06\x07\x08", words = "the\n国王";
  const std::string bytes = write_safetensors({tensor_of("embedding.weight", weight),
                                               {"ids", "I32", {2}, ids},
                                               {"none", "F32", {0, 7}, {}},
                                               {"scalar", "U8", {}, words.substr(0, 1)},
                                               {"words", "U8", {words.size()}, words}},
                                              {{"format", "x \"y\""}, {"empty", ""}});
  std::uint64_t length = 0;
  std::memcpy(&length, bytes.data(), 8);
  CHECK(length % 8 == 0);

  const Safetensors file = read_safetensors(bytes);
  REQUIRE(file.tensors.size() == 5);
  CHECK(*file.about("format") == "x \"y\"");
  CHECK(file.about("empty")->empty());
  CHECK(file.about("version") == nullptr);
  const Tensor& first = file.tensors[0];
  CHECK(first.name == "embedding.weight");
  CHECK(first.type == "F32");
  CHECK(first.shape == std::vector<std::uint64_t>{3, 4});
  CHECK(std::memcmp(first.bytes.data(), weight.data(), 48) == 0);
  CHECK(file.find("ids")->bytes == ids);
  CHECK(file.find("words")->bytes == words);
  CHECK(file.find("none")->bytes.empty());
  CHECK(file.find("scalar")->shape.empty());
  CHECK(file.find("other") == nullptr);
  CHECK(read_safetensors(write_safetensors({}, {})).tensors.empty());
}

TEST_CASE("safetensors: absurd headers are refused without taking memory", "[io][errors]") {
  const std::string four(4, 'x'), eight(8, 'x');
  const auto entry = [](const std::string& type, const std::string& shape, const std::string& at) {
    return "{\"a\":{\"dtype\":\"" + type + "\",\"shape\":" + shape + ",\"data_offsets\":" + at +
           "}}";
  };
  CHECK_NOTHROW(read_safetensors(file_of(entry("F32", "[1]", "[0,4]"), four)));
  refuses("");
  refuses(std::string(8, '\0'));
  refuses(std::string(8, '\xff') + "{}");
  refuses(file_of("[]"));
  refuses(file_of("{}", "x"));
  refuses(file_of("{\"a\":1}"));
  refuses(file_of("{\"__metadata__\":{\"a\":1}}"));
  refuses(file_of(entry("F32", "[1]", "[0,8]"), eight));
  refuses(file_of(entry("F32", "[2]", "[0,4]"), four));
  refuses(file_of(entry("F32", "[1]", "[4,8]"), eight));
  refuses(file_of(entry("F32", "[1]", "[8,4]"), eight));
  refuses(file_of(entry("F32", "[1]", "[0,4]"), eight));
  refuses(file_of(entry("F32", "[1]", "[0]"), four));
  refuses(file_of(entry("F32", "1", "[0,4]"), four));
  refuses(file_of(entry("F32", "[-1]", "[0,4]"), four));
  refuses(file_of(entry("F32", "[1.0]", "[0,4]"), four));
  refuses(file_of(entry("C64", "[1]", "[0,8]"), eight));
  refuses(file_of(entry("F32", "[4294967296,4294967296]", "[0,4]"), four));
  refuses(file_of(entry("F32", "[999999999999999,999999999999999]", "[0,0]")));
  refuses(file_of(entry("F32", "[99999999999999999999]", "[0,4]"), four));
  refuses(file_of(entry("F32", "[1],\"more\":1", "[0,4]"), four));
  refuses(
      file_of("{\"a\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[0,3]},"
              "\"b\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[2,4]}}",
              four));
  refuses(file_of(std::string(900'000, '[')));
}

TEST_CASE("safetensors: cut anywhere or with any byte changed, never a crash", "[io][fuzz]") {
  const Matrix<float> weight = random_matrix(2, 2, 3);
  const std::string whole = write_safetensors({tensor_of("w", weight), {"ids", "U8", {3}, "abc"}},
                                              {{"format", "f"}, {"version", "1"}});
  const auto read = [](const std::string& bytes) {
    try {
      for (const Tensor& tensor : read_safetensors(bytes).tensors) {
        CHECK(tensor.bytes.size() <= bytes.size());
      }
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::kBadFormat);
    }
  };
  Rng rng{5};
  for (std::size_t at = 0; at < whole.size(); ++at) {
    refuses(whole.substr(0, at));
    read(whole.substr(at));
    for (const char value : {'\0', '"', '{', '[', '9', ',', '\\', '\xff', char(rng.below(256))}) {
      std::string bytes = whole;
      bytes[at] = value;
      read(bytes);
      bytes.insert(at, 1, static_cast<char>(rng.below(256)));
      read(bytes);
    }
  }
}
