// `preformer`: the core as a command, native and under Node.
// Exit codes: 0 done, 1 an error of the input, 2 wrong usage.
#include <algorithm>
#include <cctype>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <new>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "cli/usage.h"
#include "cli/verbs.h"
#include "preformer/base/error.h"

namespace {

using preformer::Error;
using preformer::ErrorCode;
using preformer::cli::Answer;
using preformer::cli::Command;
using preformer::cli::Json;
using preformer::cli::missing_verb;
using preformer::cli::odd_value;
using preformer::cli::unconverted;
using preformer::cli::unknown_option;
using preformer::cli::unknown_verb;
using preformer::cli::Way;

constexpr std::string_view kVersion = "preformer " PREFORMER_VERSION " (" PREFORMER_BUILD ")";

void print_line(std::FILE* file, const std::string& line) {
  std::fwrite(line.data(), 1, line.size(), file);
  std::fputc('\n', file);
}

/// One line of JSON. Invalid UTF-8, which a file of vectors may contain, becomes U+FFFD.
std::string to_line(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

int fail(const Error& error, bool json, int exit_code) {
  const std::string code(error_name(error.code()));
  print_line(stderr, "preformer: " + code + ": " + error.what());
  if (json) {
    print_line(stdout, to_line({{"error",
                                 {{"code", code},
                                  {"message", error.what()},
                                  {"name", error.name()},
                                  {"value", error.value()},
                                  {"permitted", error.permitted()}}}}));
  }
  return exit_code;
}

/// The folder of the program with links resolved, or of argv[0] if the system does not give it.
std::string folder_of(const char* program) {
  namespace fs = std::filesystem;
  std::error_code none;
  fs::path path = fs::read_symlink("/proc/self/exe", none);
#ifdef __EMSCRIPTEN__
  path = program;  // /proc/self/exe is Node itself
#endif
  if (none || path.empty()) path = program;
  const fs::path whole = fs::canonical(path, none);
  return (none ? path : whole).parent_path().string();
}

/// What is wrong with the command's words, as one sentence.
std::string explain(const CLI::App& app, const Way& way, const CLI::ParseError& error) {
  for (const std::string& word : app.remaining(true)) {
    const auto letter = [&](std::size_t i) {
      return word.size() > i && std::isalpha(static_cast<unsigned char>(word[i])) != 0;
    };
    if (word.starts_with("--") || (word.starts_with('-') && letter(1))) {
      return unknown_option(way, word);
    }
  }
  std::string message = unconverted(*way.verb, error.what()).value_or(error.what());
  if (!message.ends_with('.')) message += '.';
  const std::string page = way.verb == &app ? "" : way.name.substr(way.name.find(' '));
  return message + " See preformer help" + page + ".";
}

int run(CLI::App& app, Command& command, int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  const bool json = std::find(words.begin(), words.end(), "--json") != words.end();
  if (!words.empty() && words.front() == "--version") {
    print_line(stdout, json ? to_line({{"version", PREFORMER_VERSION}, {"build", PREFORMER_BUILD}})
                            : std::string(kVersion));
    return 0;
  }
  const auto asks_help = [](const std::string& word) { return word == "--help" || word == "-h"; };
  const bool help = std::any_of(words.begin(), words.end(), asks_help);
  const Way way = preformer::cli::find_way(app, words);
  if (!way.unknown.empty()) {
    return fail(Error(ErrorCode::kBadParameter, unknown_verb(way), {"verb", way.unknown, ""}), json,
                2);
  }
  if (way.help || words.empty()) {
    const std::size_t last = way.name.rfind(' ');  // CLI11 adds the verb's own name
    print_line(stdout, way.verb->help(last == std::string::npos ? "" : way.name.substr(0, last)));
    return words.empty() ? 2 : 0;
  }
  const std::vector<std::string> verbs = preformer::cli::verbs_of(*way.verb);
  if (!verbs.empty() && !help) {
    std::string list;
    for (const std::string& verb : verbs) list += (list.empty() ? "" : ", ") + verb;
    return fail(Error(ErrorCode::kBadParameter, missing_verb(way), {"verb", "", list}), json, 2);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked) {  // --help
    return app.exit(asked);
  } catch (const CLI::ParseError& error) {
    return fail(Error(ErrorCode::kBadParameter, explain(app, way, error)), json, 2);
  }
  if (const auto odd = odd_value(app)) {
    return fail(Error(ErrorCode::kBadParameter, *odd, {odd->substr(0, odd->find(' ')), "", ""}),
                json, 2);
  }
  try {
    const Answer answer = command.run();
    if (!answer.text.empty() && !command.json) print_line(stdout, answer.text);
    if (command.json) print_line(stdout, to_line(answer.json));
    return 0;
  } catch (const Error& error) {
    return fail(error, command.json, 1);
  } catch (const std::bad_alloc&) {
    return fail(Error(ErrorCode::kOutOfMemory,
                      "There is not enough memory. Use a smaller corpus or fewer dimensions."),
                command.json, 1);
  }
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"Everything that came before the Transformer: train word vectors and query them.",
               "preformer"};
  app.require_subcommand(1);
  Command command;
  command.program_folder = folder_of(argv[0]);
  app.footer("preformer help VERB explains a verb.");
  app.set_version_flag("--version", std::string(kVersion));
  preformer::cli::add_train(app, command);
  preformer::cli::add_query(app, command);
  preformer::cli::add_eval(app, command);
  preformer::cli::add_embed(app, command);
  preformer::cli::add_transfer(app, command);
  preformer::cli::add_inside(app, command);
  preformer::cli::add_parameters(app, command);
  return run(app, command, argc, argv);
}
