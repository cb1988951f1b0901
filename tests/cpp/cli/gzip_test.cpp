#include "cli/gzip.h"

#include "../query/fixtures.h"
#include "catch.h"

using namespace preformer;
using cli::gunzip;
using cli::is_gzip;
using namespace preformer::fixtures;

namespace {

constexpr std::size_t kLimit = 10'000;

// Packed by zlib (Python: gzip.compress(text, mtime=0)): one block of each kind.
constexpr char kStored[] =
    "\037\213\010\000\000\000\000\000\004\003\001\003\000\374\377\141\142\143\302\101\044\065\003"
    "\000\000\000";
constexpr char kFixed[] =
    "\037\213\010\000\000\000\000\000\002\003\313\111\124\310\101\040\000\316\230\034\343\016\000"
    "\000\000";
constexpr char kDynamic[] =
    "\037\213\010\000\000\000\000\000\002\003\065\321\121\156\003\061\010\004\320\253\354\021\030"
    "\300\330\276\116\025\253\255\124\365\143\325\252\327\057\201\311\127\004\033\075\030\174\237"
    "\207\134\357\367\071\337\270\356\363\360\353\355\353\367\154\166\242\052\035\365\143\161\375"
    "\175\174\376\034\337\125\206\077\377\277\320\115\210\074\113\150\051\160\177\011\273\352\115"
    "\051\251\352\353\140\143\065\146\352\355\130\240\032\336\236\073\175\137\065\156\150\171\143"
    "\106\073\221\140\326\061\233\233\312\315\347\352\040\313\233\333\311\225\263\351\103\264\100"
    "\110\156\320\011\220\073\125\204\066\241\233\103\140\114\341\336\052\106\306\144\276\204\253"
    "\025\213\360\014\106\301\342\245\260\255\144\225\224\353\223\002\335\121\051\131\115\170\060"
    "\165\251\013\352\040\254\041\234\245\123\234\107\223\206\165\203\157\142\362\172\044\364\254"
    "\074\050\163\231\365\113\231\347\206\377\325\217\161\264\356\001\000\000";

template <std::size_t N>
std::string bytes(const char (&literal)[N]) {
  return {literal, N - 1};
}

std::string colours() {
  const std::string names[] = {"red", "green", "blue", "white"};
  std::string text;
  for (std::size_t i = 0; i < 60; ++i) {
    text += names[(i * i + i / 3) % 4] + std::to_string(i * i) + " ";
  }
  return text;
}

void refuses(const std::string& file) {
  const Error error = error_of([&] { gunzip(file, kLimit, "file"); });
  CHECK(error.code() == ErrorCode::kBadFormat);
  CHECK(error.name() == "file");
}

}  // namespace

TEST_CASE("gunzip: stored, fixed and dynamic blocks", "[cli][gzip]") {
  CHECK(gunzip(bytes(kStored), kLimit, "file") == "abc");
  CHECK(gunzip(bytes(kFixed), kLimit, "file") == "la la la la la");
  CHECK(gunzip(bytes(kDynamic), kLimit, "file") == colours());
  CHECK(is_gzip(bytes(kFixed)));
  CHECK_FALSE(is_gzip("\x1f"));
}

TEST_CASE("gunzip: a header with extra field, name and comment", "[cli][gzip]") {
  std::string file = bytes(kFixed);
  file[3] = 4 | 8 | 16;
  file.insert(10, std::string("\3\0abcname\0comment\0", 18));
  CHECK(gunzip(file, kLimit, "file") == "la la la la la");
  for (std::size_t size = 0; size < file.size(); ++size) refuses(file.substr(0, size));
}

TEST_CASE("gunzip: files one after the other are read as one", "[cli][gzip]") {
  CHECK(gunzip(bytes(kStored) + bytes(kFixed), kLimit, "file") == "abcla la la la la");
  CHECK(gunzip(bytes(kDynamic) + bytes(kStored), kLimit, "file") == colours() + "abc");
}

TEST_CASE("gunzip: more than it unpacks at a time", "[cli][gzip]") {
  // Python: gzip.compress(b"a" * 300000, mtime=0)
  constexpr char kMany[] =
      "\037\213\010\000\000\000\000\000\002\003\355\301\001\015\000\000\000\302\240\254\357\137"
      "\302\036\016\050\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
      "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
      "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
      "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
      "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
      "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
      "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
      "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
      "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
      "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
      "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
      "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
      "\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000"
      "\000\000\000\000\000\000\000\000\370\061\137\362\116\364\340\223\004\000";
  CHECK(gunzip(bytes(kMany), 300'000, "file") == std::string(300'000, 'a'));
  CHECK(error_of([&] { gunzip(bytes(kMany), 299'999, "file"); }).code() == ErrorCode::kTooLarge);
}

TEST_CASE("gunzip: damage is refused, wherever it is", "[cli][gzip][errors]") {
  for (const std::string& file : {bytes(kStored), bytes(kFixed), bytes(kDynamic)}) {
    for (std::size_t size = 0; size < file.size(); ++size) refuses(file.substr(0, size));
    refuses(file + "x");
    const std::string text = gunzip(file, kLimit, "file");
    for (std::size_t at = 0; at < file.size(); ++at) {
      for (int bit = 0; bit < 8; ++bit) {
        std::string damaged = file;
        damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
        CAPTURE(at, bit);
        std::string found = text;  // padding, the time, a repetition from further back: no matter
        ErrorCode code = ErrorCode::kBadFormat;
        try {
          found = gunzip(damaged, kLimit, "file");
        } catch (const Error& error) {
          code = error.code();
        }
        CHECK(found == text);
        CHECK(code == ErrorCode::kBadFormat);
      }
    }
  }
}

TEST_CASE("gunzip: no more than the limit comes out", "[cli][gzip][errors]") {
  CHECK(gunzip(bytes(kFixed), 14, "file").size() == 14);
  for (const std::string& file : {bytes(kFixed), bytes(kDynamic)}) {
    CHECK(error_of([&] { gunzip(file, 13, "file"); }).code() == ErrorCode::kTooLarge);
  }
  CHECK(error_of([&] { gunzip(bytes(kStored), 2, "file"); }).code() == ErrorCode::kTooLarge);
}

TEST_CASE("GzipPieces: the pieces may be of any size", "[cli][gzip]") {
  const std::string file = bytes(kDynamic) + bytes(kStored) + bytes(kFixed);
  for (std::size_t size = 1; size < file.size(); size += 7) {
    cli::GzipPieces pieces("file");
    std::string unpacked;
    for (std::size_t at = 0; at < file.size(); at += size) {
      pieces.add(std::string_view(file).substr(at, size), unpacked);
    }
    pieces.finish();
    CHECK(unpacked == colours() + "abcla la la la la");
  }
  cli::GzipPieces cut("file");
  std::string unpacked;
  cut.add(std::string_view(file).substr(0, 90), unpacked);
  CHECK(error_of([&] { cut.finish(); }).code() == ErrorCode::kBadFormat);
}
