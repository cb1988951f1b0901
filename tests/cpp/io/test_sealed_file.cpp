#include "preformer/io/sealed_file.h"

#include "catch.h"

using namespace preformer;

TEST_CASE("sealed file: the metadata follow the seal", "[io]") {
  const SealedFormat format{"preformer-test", 3};
  const TextPairs metadata{{"config", "{}"}, {"format of the text", "lines"}, {"empty", ""}};
  const Matrix<float> weights = Matrix<float>::Constant(2, 3, 0.5f);
  const std::string bytes = write_sealed(format, {tensor_of("weights", weights)}, metadata);

  const Safetensors file = read_sealed(format, bytes);
  REQUIRE(file.metadata.size() == metadata.size() + 3);
  CHECK(*file.about("format") == "preformer-test");
  CHECK(*file.about("version") == "3");
  CHECK(TextPairs(file.metadata.begin() + 3, file.metadata.end()) == metadata);
  CHECK(write_sealed(format, file.tensors, metadata) == bytes);
}
