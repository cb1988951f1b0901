#include "preformer/io/sealed_file.h"

#include "catch.h"

using namespace preformer;

TEST_CASE("sealed file: what was read is written again, byte by byte", "[io]") {
  const SealedFormat format{"preformer-test", 3};
  const TextPairs metadata{{"config", "{}"}, {"format of the text", "lines"}, {"empty", ""}};
  const Matrix<float> weights = Matrix<float>::Constant(2, 3, 0.5f);
  const std::string bytes = write_sealed(format, {tensor_of("weights", weights)}, metadata);

  const Safetensors file = read_sealed(format, bytes);
  CHECK(file.metadata.size() == metadata.size() + 3);
  CHECK(without_seal(file.metadata) == metadata);
  CHECK(write_sealed(format, file.tensors, without_seal(file.metadata)) == bytes);
  CHECK(without_seal({}).empty());
}
