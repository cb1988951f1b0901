#include "preformer/io/sealed_file.h"

#include <optional>

#include "preformer/base/hash.h"
#include "preformer/io/words.h"

namespace preformer {
namespace {

// The seal: the metadata that come first.
constexpr std::string_view kChecksum = "checksum", kFormat = "format", kVersion = "version";

// What every file begins with, after the eight bytes of the header's length; then the digits.
constexpr std::string_view kBeforeDigits = "{\"__metadata__\":{\"checksum\":\"";
constexpr std::size_t kDigitsAt = 8 + kBeforeDigits.size(), kDigits = 16;

std::string checksum_of(std::string_view bytes) {
  const std::uint64_t before = fnv1a(bytes.substr(0, kDigitsAt));
  return to_hex(fnv1a(bytes.substr(kDigitsAt + kDigits), before));
}

bool is_whole(std::string_view bytes) {
  return bytes.size() > kDigitsAt + kDigits &&
         bytes.substr(8, kBeforeDigits.size()) == kBeforeDigits &&
         bytes.substr(kDigitsAt, kDigits) == checksum_of(bytes);
}

}  // namespace

Error damaged_file() {
  return bad_format("", "The checkpoint is damaged. Take the file as it was written.");
}

std::string write_sealed(const SealedFormat& format, const std::vector<Tensor>& tensors,
                         const TextPairs& metadata) {
  TextPairs all{{std::string(kChecksum), std::string(kDigits, '0')},
                {std::string(kFormat), std::string(format.name)},
                {std::string(kVersion), std::to_string(format.version)}};
  all.insert(all.end(), metadata.begin(), metadata.end());
  std::string bytes = write_safetensors(tensors, all);
  bytes.replace(kDigitsAt, kDigits, checksum_of(bytes));
  return bytes;
}

Safetensors read_sealed(const SealedFormat& format, std::string_view bytes) {
  Safetensors file = read_safetensors(bytes);
  const std::string* name = file.about(kFormat);
  const std::string* version = file.about(kVersion);
  if (!name || *name != format.name || !version) {
    throw bad_format("",
                     "This safetensors file is no checkpoint of this program. Choose a file that "
                     "it has written.");
  }
  const std::optional<std::uint64_t> number = parse_count(*version);
  if (number && *number > format.version) {
    throw bad_format("", "The checkpoint was written by a newer version of this program (format " +
                             *version + ", this one reads " + std::to_string(format.version) +
                             "). Update the program.");
  }
  if (number != format.version || !is_whole(bytes)) throw damaged_file();
  return file;
}

}  // namespace preformer
