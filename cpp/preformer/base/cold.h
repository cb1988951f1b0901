// Marks functions that run once per model or once per question. They are compiled for size and not
// inlined, so that the code around them stays small.
#pragma once

#if defined(__clang__)
#define PREFORMER_COLD __attribute__((noinline, minsize))
#else
#define PREFORMER_COLD __attribute__((noinline))
#endif
