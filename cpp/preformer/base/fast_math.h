// exp, log, sigmoid, tanh and pow, computed with + − × ÷ and bit patterns only. Those of the C
// library differ between platforms in the last bit; these give the same bits everywhere, and they
// take vectors.
//
//   exp    x = k·ln 2 + r, |r| ≤ ln 2 / 2      eˣ = 2ᵏ · Taylor(r)
//   log    x = 2ᵏ·m, m in [√½, √2)             ln x = k·ln 2 + 2·artanh((m−1)/(m+1))
//
// Relative error (tests/cpp/base/fast_math_test.cpp): below 3e-7 in float, 1e-15 in double.
#pragma once

#include <cstdint>

#include "preformer/base/simd.h"

namespace preformer::math {

namespace detail {

template <class S>
struct Constants;

template <>
struct Constants<float> {
  static constexpr int kMantissaBits = 23;
  static constexpr std::int32_t kSqrtHalfBits = 0x3f3504f3;  // √½
  static constexpr float kMinExp = -87.0f;                   // eˣ would be subnormal below
  static constexpr float kMaxExp = 88.0f;
  static constexpr float kLn2High = 0x1.62e4p-1f;    // ln 2 in two parts, the first with few bits,
  static constexpr float kLn2Low = 0x1.7f7d1cp-20f;  // so that k·kLn2High is exact
  static constexpr float kRound = 0x1.8p23f;         // adding it rounds to an integer
  static constexpr int kExpTerms = 7;
  static constexpr int kLogTerms = 5;
};

template <>
struct Constants<double> {
  static constexpr int kMantissaBits = 52;
  static constexpr std::int64_t kSqrtHalfBits = 0x3fe6a09e667f3bcd;
  static constexpr double kMinExp = -708.0;
  static constexpr double kMaxExp = 709.0;
  static constexpr double kLn2High = 0x1.62e42feep-1;
  static constexpr double kLn2Low = 0x1.a39ef35793c76p-33;
  static constexpr double kRound = 0x1.8p52;
  static constexpr int kExpTerms = 13;
  static constexpr int kLogTerms = 12;
};

}  // namespace detail

/// eˣ. The argument is clamped to the range in which the result is a normal, finite number. Always
/// inlined: a call for each vector costs the training of NNLM and ELMo a tenth.
template <class S>
[[gnu::always_inline]] inline SimdVector<S> exp(SimdVector<S> x) {
  using C = detail::Constants<S>;
  using V = SimdVector<S>;
  using B = typename Simd<S>::Bits;
  const V low = Simd<S>::splat(C::kMinExp), high = Simd<S>::splat(C::kMaxExp);
  x = x < low ? low : x;
  x = x > high ? high : x;

  constexpr S kLog2E = S(1.4426950408889634074);
  const V rounded = x * kLog2E + C::kRound;
  const V k = rounded - C::kRound;
  const V r = (x - k * C::kLn2High) - k * C::kLn2Low;

  V p = Simd<S>::splat(S(1));  // Horner: 1 + r/1 (1 + r/2 (1 + r/3 (…)))
  for (int n = C::kExpTerms; n >= 1; --n) p = p * r * (S(1) / S(n)) + S(1);

  // The low bits of `rounded` hold k; shifted into the exponent field they are a factor 2ᵏ.
  const B power = (B)rounded << C::kMantissaBits;
  return (V)((B)p + power);
}

/// ln x for positive, finite, normal x.
template <class S>
inline SimdVector<S> log(SimdVector<S> x) {
  using C = detail::Constants<S>;
  using V = SimdVector<S>;
  using B = typename Simd<S>::Bits;
  const B bits = (B)x;
  const B exponent = (bits - C::kSqrtHalfBits) >> C::kMantissaBits;  // k with m = x·2⁻ᵏ ≥ √½
  const V m = (V)(bits - (exponent << C::kMantissaBits));
  const V k = __builtin_convertvector(exponent, V);

  const V s = (m - S(1)) / (m + S(1));
  const V s2 = s * s;
  V p = Simd<S>::splat(S(1) / S(2 * C::kLogTerms - 1));  // artanh(s)/s = 1 + s²/3 + s⁴/5 + …
  for (int n = C::kLogTerms - 1; n >= 1; --n) p = p * s2 + S(1) / S(2 * n - 1);
  return k * C::kLn2High + (k * C::kLn2Low + S(2) * s * p);
}

/// σ(x) = 1 / (1 + e⁻ˣ)
template <class S>
inline SimdVector<S> sigmoid(SimdVector<S> x) {
  return S(1) / (S(1) + exp<S>(-x));
}

/// tanh x = sign(x) (1 − t)/(1 + t), t = e^(−2|x|). Near 0 the absolute error of the difference is
/// half a unit in the last place of 1, which is enough for an activation.
template <class S>
inline SimdVector<S> tanh(SimdVector<S> x) {
  using V = SimdVector<S>;
  const V zero = {};
  const V t = exp<S>(S(2) * (x < zero ? x : -x));
  const V magnitude = (S(1) - t) / (S(1) + t);
  return x < zero ? -magnitude : magnitude;
}

// For single numbers: the same code on a vector of equal lanes, hence the same bits. Not inlined:
// these are the rests of rows, and cold code.
template <class S>
[[gnu::noinline]] S exp(S x) {
  return exp<S>(Simd<S>::splat(x))[0];
}
template <class S>
[[gnu::noinline]] S log(S x) {
  return log<S>(Simd<S>::splat(x))[0];
}
template <class S>
[[gnu::noinline]] S sigmoid(S x) {
  return sigmoid<S>(Simd<S>::splat(x))[0];
}
/// ln(1 + eˣ)
template <class S>
inline S softplus(S x) {
  return (x > 0 ? x : S(0)) + log<S>(S(1) + exp<S>(x > 0 ? -x : x));
}
template <class S>
[[gnu::noinline]] S tanh(S x) {
  return tanh<S>(Simd<S>::splat(x))[0];
}

/// base^exponent for a positive, normal base: e^(exponent·ln base).
inline double pow(double base, double exponent) { return exp(exponent * log(base)); }

}  // namespace preformer::math
