#include "preformer/io/safetensors.h"

#include <algorithm>
#include <bit>
#include <optional>

#include "preformer/base/sort.h"
#include "preformer/io/json.h"
#include "preformer/io/words.h"
#include "preformer/text/utf8.h"

namespace preformer {

static_assert(std::endian::native == std::endian::little, "the format is little-endian");

namespace {

constexpr std::uint64_t kMaxHeader = 1'000'000;  // some ten thousand tensors
constexpr std::size_t kLengthBytes = 8;
constexpr std::string_view kMetadata = "__metadata__";

struct TypeSize {
  std::string_view type;
  std::uint64_t bytes;
};
constexpr TypeSize kTypes[] = {{"F64", 8}, {"I64", 8}, {"U64", 8},  {"F32", 4}, {"I32", 4},
                               {"U32", 4}, {"F16", 2}, {"BF16", 2}, {"I16", 2}, {"U16", 2},
                               {"I8", 1},  {"U8", 1},  {"BOOL", 1}};

Error damaged(const std::string& what) {
  return bad_format("", "This is no safetensors file that can be read: " + what +
                            " Choose another file, or fetch this one again.");
}

std::uint64_t to_whole(const JsonValue& value) {
  const auto number = value.is(JsonValue::Kind::kNumber) ? parse_count(value.text) : std::nullopt;
  if (!number) throw damaged("a shape or an offset is no whole number.");
  return *number;
}

const JsonValue& field(const JsonValue& entry, std::string_view name, JsonValue::Kind kind) {
  const JsonValue* value = entry.find(name);
  if (!value || !value->is(kind)) {
    throw damaged("a tensor lacks its " + std::string(name) + ".");
  }
  return *value;
}

/// Bytes that a tensor of this type and shape takes, if `limit` can hold them.
std::optional<std::uint64_t> size_of(const Tensor& tensor, std::uint64_t limit) {
  const auto* known = std::find_if(std::begin(kTypes), std::end(kTypes),
                                   [&](const TypeSize& row) { return row.type == tensor.type; });
  if (known == std::end(kTypes)) return std::nullopt;
  if (std::find(tensor.shape.begin(), tensor.shape.end(), 0u) != tensor.shape.end()) return 0;
  std::uint64_t size = known->bytes;
  for (const std::uint64_t extent : tensor.shape) {
    if (extent > limit / size) return std::nullopt;  // before the product can overflow
    size *= extent;
  }
  return size;
}

Tensor read_tensor(const std::string& name, const JsonValue& entry, std::string_view data) {
  using Kind = JsonValue::Kind;
  Tensor tensor{name, field(entry, "dtype", Kind::kString).text, {}, {}};
  for (const JsonValue& extent : field(entry, "shape", Kind::kArray).items) {
    tensor.shape.push_back(to_whole(extent));
  }
  const std::vector<JsonValue>& offsets = field(entry, "data_offsets", Kind::kArray).items;
  if (entry.members.size() != 3 || offsets.size() != 2) {
    throw damaged("the tensor " + quoted(name) + " is described in another way.");
  }
  const std::uint64_t begin = to_whole(offsets[0]), end = to_whole(offsets[1]);
  if (begin > end || end > data.size()) {
    throw damaged("the tensor " + quoted(name) + " lies beyond the end. The file was cut off.");
  }
  tensor.bytes = data.substr(begin, end - begin);
  if (size_of(tensor, data.size()) != tensor.bytes.size()) {
    throw damaged("type and shape of the tensor " + quoted(name) + " do not fit its bytes.");
  }
  return tensor;
}

/// Every byte of `data` belongs to exactly one tensor.
void check_cover(const std::vector<Tensor>& tensors, std::string_view data) {
  std::vector<std::string_view> parts;
  for (const Tensor& tensor : tensors) {
    if (!tensor.bytes.empty()) parts.push_back(tensor.bytes);
  }
  const char* at = data.data();
  for (const std::size_t n : sorted_indices(parts.size(), [&](std::size_t a, std::size_t b) {
         return parts[a].data() < parts[b].data();
       })) {
    if (parts[n].data() != at) throw damaged("its tensors overlap or leave gaps.");
    at += parts[n].size();
  }
  if (at != data.data() + data.size()) throw damaged("bytes are left over at its end.");
}

void append_tensor(std::string& header, const Tensor& tensor, std::uint64_t& offset) {
  append_json_string(header, tensor.name);
  header += ":{\"dtype\":\"" + tensor.type + "\",\"shape\":[";
  for (std::size_t i = 0; i < tensor.shape.size(); ++i) {
    if (i > 0) header += ',';
    header += std::to_string(tensor.shape[i]);
  }
  header += "],\"data_offsets\":[" + std::to_string(offset) + ",";
  offset += tensor.bytes.size();
  header += std::to_string(offset) + "]}";
}

}  // namespace

const Tensor* Safetensors::find(std::string_view name) const {
  for (const Tensor& tensor : tensors) {
    if (tensor.name == name) return &tensor;
  }
  return nullptr;
}

const std::string* Safetensors::about(std::string_view key) const {
  for (const auto& [name, text] : metadata) {
    if (name == key) return &text;
  }
  return nullptr;
}

std::string write_safetensors(const std::vector<Tensor>& tensors, const TextPairs& metadata) {
  std::string header = "{";
  if (!metadata.empty()) {
    header += "\"__metadata__\":";
    for (std::size_t i = 0; i < metadata.size(); ++i) {
      header += i == 0 ? '{' : ',';
      append_json_string(header, metadata[i].first);
      header += ':';
      append_json_string(header, metadata[i].second);
    }
    header += '}';
  }
  std::uint64_t offset = 0;
  for (const Tensor& tensor : tensors) {
    if (header.size() > 1) header += ',';
    append_tensor(header, tensor, offset);
  }
  header += '}';
  header.append((kLengthBytes - header.size() % kLengthBytes) % kLengthBytes, ' ');  // aligns data

  std::string bytes;
  bytes.reserve(kLengthBytes + header.size() + offset);
  for (std::size_t i = 0; i < kLengthBytes; ++i) {
    bytes += static_cast<char>((std::uint64_t{header.size()} >> (8 * i)) & 0xffu);
  }
  bytes += header;
  for (const Tensor& tensor : tensors) bytes += tensor.bytes;
  return bytes;
}

Safetensors read_safetensors(std::string_view bytes) {
  if (bytes.size() < kLengthBytes + 2) throw damaged("it is too short.");
  std::uint64_t length = 0;
  for (std::size_t i = 0; i < kLengthBytes; ++i) {
    length |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  }
  if (length > kMaxHeader || length > bytes.size() - kLengthBytes) {
    throw damaged("its first eight bytes are not the length of its header.");
  }
  const std::string_view text = bytes.substr(kLengthBytes, length);
  const std::string_view data = bytes.substr(kLengthBytes + length);
  if (text.substr(0, 1) != "{") throw damaged("its header is no JSON object.");
  const JsonValue header = read_json(text);

  Safetensors file;
  for (const auto& [name, entry] : header.members) {
    if (!entry.is(JsonValue::Kind::kObject)) throw damaged("its header holds no tensors.");
    if (name != kMetadata) {
      file.tensors.push_back(read_tensor(name, entry, data));
      continue;
    }
    for (const auto& [key, value] : entry.members) {
      if (!value.is(JsonValue::Kind::kString)) throw damaged("its metadata are no texts.");
      file.metadata.emplace_back(key, value.text);
    }
  }
  check_cover(file.tensors, data);
  return file;
}

Tensor tensor_of(std::string name, const Matrix<float>& matrix) {
  return {std::move(name),
          "F32",
          {static_cast<std::uint64_t>(matrix.rows()), static_cast<std::uint64_t>(matrix.cols())},
          {reinterpret_cast<const char*>(matrix.data()),
           static_cast<std::size_t>(matrix.size()) * sizeof(float)}};
}

}  // namespace preformer
