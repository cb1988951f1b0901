#include "cli/files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>

#include "cli/gzip.h"
#include "cli/text_files.h"
#include "preformer/base/error.h"
#include "preformer/io/npy.h"
#include "preformer/io/read_vectors.h"
#include "preformer/io/tsv.h"
#include "preformer/io/word2vec.h"

namespace preformer::cli {

namespace {

/// Largest size of an unpacked file: more than any published set of word vectors.
constexpr std::size_t kMostUnpacked =
    sizeof(void*) == 4 ? std::size_t{1} << 31u : static_cast<std::size_t>(std::uint64_t{1} << 34u);

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

[[noreturn]] void fail(const std::string& verb, const std::string& path, const std::string& option,
                       const std::string& permitted) {
  const std::string reason = std::strerror(errno);
  throw Error(ErrorCode::kBadParameter,
              "Cannot " + verb + " " + path + " (" + reason + "). Name " + permitted + ".",
              {option, path, permitted});
}

bool ends_with(const std::string& text, std::string_view end) {
  return text.size() >= end.size() && text.ends_with(end);
}

std::string metadata_path(const std::string& path) {
  return path.substr(0, path.size() - 4) + ".metadata.tsv";
}

}  // namespace

std::string read_file(const std::string& path, const std::string& option) {
  const bool standard = path == "-";
  File opened(standard ? nullptr : std::fopen(path.c_str(), "rb"));
  std::FILE* file = standard ? stdin : opened.get();
  if (!file) fail("read", path, option, "a file that can be read");
  std::string bytes;
  std::size_t size = 0;
  for (;;) {
    bytes.resize(size + (size < 1 << 16 ? 1 << 16 : size));  // doubling: few copies of big files
    const std::size_t count = std::fread(bytes.data() + size, 1, bytes.size() - size, file);
    if (count == 0) break;
    size += count;
  }
  if (std::ferror(file)) fail("read", path, option, "a file that can be read");
  bytes.resize(size);
  return is_gzip(bytes) ? gunzip(bytes, kMostUnpacked, option) : bytes;
}

void write_file(const std::string& path, std::string_view bytes, const std::string& option) {
  const std::string permitted = "a file in a folder that can be written";
  std::error_code none;
  const bool special = std::filesystem::exists(path, none) &&
                       !std::filesystem::is_regular_file(path, none);  // such as /dev/null
  const std::string target = special ? path : path + ".partial";
  File file(std::fopen(target.c_str(), "wb"));
  if (!file) fail("write", path, option, permitted);
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size();
  const bool closed = std::fclose(file.release()) == 0;  // a full disk may show only here
  if (!written || !closed || (!special && std::rename(target.c_str(), path.c_str()) != 0)) {
    const int reason = errno;
    if (!special) std::remove(target.c_str());
    errno = reason;
    fail("write", path, option, permitted);
  }
}

WordVectors read_vectors_file(const std::string& path, const std::string& metadata,
                              const std::string& encoding) {
  if (!ends_with(path, ".tsv")) {
    if (encoding.empty()) return read_vectors(read_file(path, "vectors"));
    return read_vectors(read_text(path, "vectors", encoding));
  }
  const std::string second = metadata.empty() ? metadata_path(path) : metadata;
  return read_tsv(read_text(path, "vectors", encoding), read_text(second, "metadata", encoding));
}

void write_vectors_file(const std::string& path, const Vocabulary& vocabulary,
                        const MatrixRef& vectors, const std::string& option) {
  if (ends_with(path, ".tsv")) {
    const TsvPair pair = write_tsv(vocabulary, vectors);
    write_file(path, pair.vectors, option);
    write_file(metadata_path(path), pair.metadata, option);
  } else if (ends_with(path, ".bin")) {
    write_file(path, write_word2vec_binary(vocabulary, vectors), option);
  } else if (ends_with(path, ".npy")) {
    write_file(path, write_npy(vectors), option);
  } else {
    write_file(path, write_word2vec_text(vocabulary, vectors), option);
  }
}

}  // namespace preformer::cli
