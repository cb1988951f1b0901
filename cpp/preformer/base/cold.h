// A mark for what runs once a model or once a question: compiled for size, out of line, so that the
// code around it stays small too.
#pragma once

#if defined(__clang__)
#define PREFORMER_COLD __attribute__((noinline, minsize))
#else
#define PREFORMER_COLD __attribute__((noinline))
#endif
