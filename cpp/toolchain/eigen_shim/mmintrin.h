// Included by the SSE path of Eigen; Emscripten ships no such file, and Eigen uses nothing of MMX.
// This header therefore defines only the fused multiply-adds of the fast build.
#pragma once

#ifdef __wasm_relaxed_simd__
#include <wasm_simd128.h>

/// a·b + c, rounded once if the processor has a fused multiply-add.
#define _mm_fmadd_ps(a, b, c) \
  ((__m128)wasm_f32x4_relaxed_madd((v128_t)(a), (v128_t)(b), (v128_t)(c)))
#define _mm_fmadd_pd(a, b, c) \
  ((__m128d)wasm_f64x2_relaxed_madd((v128_t)(a), (v128_t)(b), (v128_t)(c)))
#endif
