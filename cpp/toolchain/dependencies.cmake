# Header-only libraries come from the system. A cross compiler must not search the whole of
# /usr/include, so each library is included through a symbolic link in the build tree.

find_path(PREFORMER_EIGEN_DIR Eigen/Core
  PATHS /usr/include/eigen3 /usr/local/include/eigen3 /opt/homebrew/include/eigen3
  NO_CMAKE_FIND_ROOT_PATH NO_DEFAULT_PATH)
if(NOT PREFORMER_EIGEN_DIR)
  message(FATAL_ERROR "Eigen 3.4 is missing: install libeigen3-dev, or set PREFORMER_EIGEN_DIR.")
endif()
add_library(preformer_eigen INTERFACE)
target_include_directories(preformer_eigen SYSTEM INTERFACE ${PREFORMER_EIGEN_DIR})

set(links ${CMAKE_CURRENT_BINARY_DIR}/links)

# Normal forms of Unicode. Under WebAssembly the host computes them (cpp/preformer/text/nfc.h).
if(NOT EMSCRIPTEN)
  include(${CMAKE_CURRENT_LIST_DIR}/utf8proc.cmake)
  if(NOT TARGET preformer::utf8proc)
    message(FATAL_ERROR "utf8proc is missing: install libutf8proc-dev, or set PREFORMER_UTF8PROC_DIR and PREFORMER_UTF8PROC.")
  endif()
  find_package(Threads REQUIRED)
endif()

# Makes `#include <folder/file>` work without exposing the folders beside it.
function(preformer_link_headers folder file package)
  string(MAKE_C_IDENTIFIER "PREFORMER_${folder}_DIR" variable)
  find_path(${variable} ${folder}/${file}
    PATHS /usr/include /usr/local/include /opt/homebrew/include
    NO_CMAKE_FIND_ROOT_PATH NO_DEFAULT_PATH)
  if(NOT ${variable})
    message(FATAL_ERROR "<${folder}/${file}> is missing: install ${package}, or set ${variable}.")
  endif()
  file(MAKE_DIRECTORY ${links})
  file(CREATE_LINK ${${variable}}/${folder} ${links}/${folder} SYMBOLIC)
endfunction()

if(PREFORMER_CLI)
  preformer_link_headers(CLI CLI.hpp libcli11-dev)
  preformer_link_headers(nlohmann json.hpp nlohmann-json3-dev)
endif()
add_library(preformer_cli_headers INTERFACE)
target_include_directories(preformer_cli_headers SYSTEM INTERFACE ${links})
if(NOT EMSCRIPTEN AND (PREFORMER_CLI OR PREFORMER_TESTS))  # under Node, Node's own zlib unpacks files
  find_package(ZLIB REQUIRED)
  target_link_libraries(preformer_cli_headers INTERFACE ZLIB::ZLIB)
endif()
