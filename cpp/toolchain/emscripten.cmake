# CMake toolchain file of the wasm builds. EMSCRIPTEN_ROOT is the folder that holds emcc; build.sh
# finds or installs it (emscripten.sh) and passes it in the environment. By hand:
#   EMSCRIPTEN_ROOT=$(cpp/toolchain/emscripten.sh) cmake --preset wasm-exact
set(EMSCRIPTEN_ROOT "$ENV{EMSCRIPTEN_ROOT}" CACHE PATH "Folder that holds emcc")
if(NOT EMSCRIPTEN_ROOT AND DEFINED ENV{EMSDK})
  set(EMSCRIPTEN_ROOT "$ENV{EMSDK}/upstream/emscripten" CACHE PATH "" FORCE)
endif()
if(NOT EXISTS "${EMSCRIPTEN_ROOT}/cmake/Modules/Platform/Emscripten.cmake")
  message(FATAL_ERROR "Emscripten is missing: run ./build.sh, or set EMSDK or EMSCRIPTEN_ROOT.")
endif()
set(CMAKE_TRY_COMPILE_PLATFORM_VARIABLES EMSCRIPTEN_ROOT)
include("${EMSCRIPTEN_ROOT}/cmake/Modules/Platform/Emscripten.cmake")
