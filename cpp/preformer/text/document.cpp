#include "preformer/text/document.h"

#include <array>

namespace preformer {

namespace {

using namespace std::string_view_literals;

constexpr Document kPdf{"pdf", "This is a PDF, not a text. Export it as plain text (.txt) first."};
constexpr Document kOffice{
    "office", "This is a Word or Excel document, not a text. Save it as plain text (.txt) first."};
constexpr Document kZip{
    "zip",
    "This is a Word, Excel or OpenDocument file or another ZIP archive, not a text. Save the "
    "document as plain text (.txt), or unpack the archive first."};
constexpr Document kArchive{"archive", "This is a packed file, not a text. Unpack it first."};
constexpr Document kPicture{"picture", "This is a picture, not a text."};
constexpr Document kHdf5{
    "hdf5", "This is an HDF5 file, not a text. Weights of ELMo open in the polysemy lab."};

struct Signature {
  std::string_view start;
  const Document* document;
};

constexpr std::array kSignatures{
    Signature{"%PDF-"sv, &kPdf},
    Signature{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, &kOffice},
    Signature{"PK\x03\x04"sv, &kZip},
    Signature{"7z\xBC\xAF\x27\x1C"sv, &kArchive},
    Signature{"Rar!\x1A\x07"sv, &kArchive},
    Signature{"\xFD"
              "7zXZ\0"sv,
              &kArchive},
    Signature{"BZh91AY&SY"sv, &kArchive},
    Signature{"\x28\xB5\x2F\xFD"sv, &kArchive},
    Signature{"\x89PNG\r\n\x1A\n"sv, &kPicture},
    Signature{"\xFF\xD8\xFF"sv, &kPicture},
    Signature{"GIF87a"sv, &kPicture},
    Signature{"GIF89a"sv, &kPicture},
    Signature{"II*\0"sv, &kPicture},
    Signature{"MM\0*"sv, &kPicture},
    Signature{"\x89HDF\r\n\x1A\n"sv, &kHdf5},
};

}  // namespace

Document notice_document(std::string_view bytes) {
  for (const Signature& one : kSignatures) {
    if (bytes.starts_with(one.start)) return *one.document;
  }
  if (bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP")) return kPicture;
  return {};
}

}  // namespace preformer
