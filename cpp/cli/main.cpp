// `preformer`: the core as a command, native and under Node.
// Exit codes: 0 done, 1 an error of the input, 2 wrong usage.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <new>
#include <string>
#include <string_view>
#include <system_error>

#include "cli/verbs.h"
#include "preformer/base/error.h"

namespace {

using preformer::Error;
using preformer::ErrorCode;
using preformer::cli::Answer;
using preformer::cli::Command;
using preformer::cli::Json;

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

int run(CLI::App& app, Command& command, int argc, char** argv) {
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& help) {  // --help
    return app.exit(help);
  } catch (const CLI::ParseError& error) {
    const bool json = std::any_of(
        argv, argv + argc, [](const char* word) { return std::string_view(word) == "--json"; });
    std::string message = error.what();
    if (!message.ends_with('.')) message += '.';
    return fail(Error(ErrorCode::kBadParameter, message + " See preformer --help."), json, 2);
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
  preformer::cli::add_train(app, command);
  preformer::cli::add_query(app, command);
  preformer::cli::add_eval(app, command);
  preformer::cli::add_embed(app, command);
  preformer::cli::add_transfer(app, command);
  preformer::cli::add_parameters(app, command);
  return run(app, command, argc, argv);
}
