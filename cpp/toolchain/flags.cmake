# Flags that every source of a build shares.
add_library(preformer_flags INTERFACE)

# No fused multiply-add unless the source asks for it: rounding must not depend on the compiler.
target_compile_options(preformer_flags INTERFACE -Wall -Wextra -ffp-contract=off)
if(PREFORMER_WERROR)
  target_compile_options(preformer_flags INTERFACE -Werror)
endif()

if(PREFORMER_SANITIZE)
  set(sanitizers -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_options(preformer_flags INTERFACE ${sanitizers})
  target_link_options(preformer_flags INTERFACE ${sanitizers})
  target_compile_definitions(preformer_flags INTERFACE PREFORMER_SANITIZE)  # tests ask its allocator
  # A failed assertion inside Eigen becomes an exception that a test can catch.
  target_compile_options(preformer_flags INTERFACE
    "SHELL:-include ${PROJECT_SOURCE_DIR}/tests/cpp/eigen_assert.h")
endif()

if(EMSCRIPTEN)
  # Eigen has no wasm backend: its SSE path compiles through Emscripten's SSE headers, given an
  # <mmintrin.h>, which those lack.
  target_compile_options(preformer_flags INTERFACE -msimd128 -msse4.2 -fwasm-exceptions)
  target_link_options(preformer_flags INTERFACE -fwasm-exceptions)
  target_include_directories(preformer_flags SYSTEM BEFORE INTERFACE
    ${PROJECT_SOURCE_DIR}/cpp/toolchain/eigen_shim)
  if(NOT PREFORMER_BUILD STREQUAL "exact")
    target_compile_options(preformer_flags INTERFACE -mrelaxed-simd)
    target_compile_definitions(preformer_flags INTERFACE EIGEN_VECTORIZE_FMA)
  endif()
elseif(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  # The same packets, hence the same order of additions, as the wasm builds.
  target_compile_options(preformer_flags INTERFACE -msse4.2)
endif()

# Threads: natively and in the parallel build. The other wasm builds hold no code for them.
if(NOT EMSCRIPTEN)
  find_package(Threads REQUIRED)
  target_link_libraries(preformer_flags INTERFACE Threads::Threads)
  target_compile_definitions(preformer_flags INTERFACE PREFORMER_THREADS)
elseif(PREFORMER_BUILD STREQUAL "parallel")
  target_compile_options(preformer_flags INTERFACE -pthread)
  target_link_options(preformer_flags INTERFACE -pthread)
  target_compile_definitions(preformer_flags INTERFACE PREFORMER_THREADS)
endif()
