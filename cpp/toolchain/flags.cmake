# Compiler flags of all sources of a build. They are private: a program that uses the library chooses
# its own.
add_library(preformer_flags INTERFACE)

# No fused multiply-add unless the source contains one: rounding must not depend on the compiler.
target_compile_options(preformer_flags INTERFACE -Wall -Wextra -ffp-contract=off)
if(PREFORMER_WERROR)
  target_compile_options(preformer_flags INTERFACE -Werror)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  # GCC 12 reports these for "text" + std::string, which is correct (GCC bugs 105329 and 105651).
  # Clang, which compiles the wasm builds, checks bounds, too.
  target_compile_options(preformer_flags INTERFACE
    -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds)
endif()

if(PREFORMER_SANITIZE)
  set(sanitizers -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_options(preformer_flags INTERFACE ${sanitizers})
  target_link_options(preformer_flags INTERFACE ${sanitizers})
  target_compile_definitions(preformer_flags INTERFACE PREFORMER_SANITIZE)  # tests ask its allocator
endif()

if(PREFORMER_TESTS)
  # In every build type a failed eigen_assert becomes an exception that a test can catch.
  target_compile_options(preformer_flags INTERFACE
    "SHELL:-include ${PROJECT_SOURCE_DIR}/tests/cpp/eigen_assert.h")
endif()

if(EMSCRIPTEN)
  # Eigen has no wasm backend. Its SSE path compiles with Emscripten's SSE headers and with the
  # <mmintrin.h> that these lack.
  target_compile_options(preformer_flags INTERFACE -msimd128 -msse4.2 -fwasm-exceptions)
  target_link_options(preformer_flags INTERFACE -fwasm-exceptions)
  target_include_directories(preformer_flags SYSTEM BEFORE INTERFACE
    ${PROJECT_SOURCE_DIR}/cpp/toolchain/eigen_shim)
  if(NOT PREFORMER_BUILD STREQUAL "exact")
    target_compile_options(preformer_flags INTERFACE -mrelaxed-simd)
    target_compile_definitions(preformer_flags INTERFACE EIGEN_VECTORIZE_FMA)
  endif()
elseif(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  # The same packet sizes as in the wasm builds, and therefore the same order of additions.
  target_compile_options(preformer_flags INTERFACE -msse4.2)
endif()

# Natively threads are part of the library. The other wasm builds contain no code for them.
if(PREFORMER_BUILD STREQUAL "parallel")
  target_compile_options(preformer_flags INTERFACE -pthread)
  target_link_options(preformer_flags INTERFACE -pthread)
  target_compile_definitions(preformer_flags INTERFACE PREFORMER_THREADS)
endif()
