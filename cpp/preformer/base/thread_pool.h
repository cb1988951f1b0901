// Fork and join on several threads. No other file creates threads. Builds without threads, in which
// PREFORMER_THREADS is not defined, run the same parts one after the other.
#pragma once

#include <cstddef>
#include <memory>
#include <type_traits>
#include <vector>

namespace preformer {

/// The most threads a run may ask for.
inline constexpr int kMaxThreads = 64;

#ifdef PREFORMER_THREADS
inline constexpr bool kHasThreads = true;
#else
inline constexpr bool kHasThreads = false;
#endif

/// A function and its data; unlike std::function, without an allocation.
struct PartsJob {
  void (*call)(void* body, std::size_t part);
  void* body;
};

/// Threads that wait for work. The thread that calls run() counts as the first of them.
class ThreadPool {
 public:
  /// As many threads as the machine has cores, at most `threads`; fewer if no more can be started.
  explicit ThreadPool(int threads);
  ~ThreadPool();
  ThreadPool(const ThreadPool&) = delete;
  ThreadPool& operator=(const ThreadPool&) = delete;

  /// The pool that all runs of this process share, with at least `threads` threads if possible.
  static ThreadPool& shared(int threads);

  /// The number of threads, including the caller's.
  std::size_t size() const;

  /// Calls f(0) … f(parts − 1) in parallel and returns when all are done. Part p runs on thread
  /// p mod size(), part 0 on the caller's. An exception of a part is thrown here; of several, that
  /// of the lowest thread. Allocates nothing.
  template <class F>
  void run(std::size_t parts, F&& f) {
    if (parts <= 1 || size() == 1) {
      for (std::size_t p = 0; p < parts; ++p) f(p);
      return;
    }
    const auto call = [](void* body, std::size_t part) {
      (*static_cast<std::remove_reference_t<F>*>(body))(part);
    };
    run_job(parts, {call, const_cast<void*>(static_cast<const void*>(&f))});
  }

 private:
  void grow(int threads);
  void run_job(std::size_t parts, PartsJob job);

#ifdef PREFORMER_THREADS
  struct Worker;
  std::vector<std::unique_ptr<Worker>> workers_;
#endif
};

#ifndef PREFORMER_THREADS
inline ThreadPool::ThreadPool(int) {}
inline ThreadPool::~ThreadPool() = default;
inline std::size_t ThreadPool::size() const { return 1; }
inline void ThreadPool::run_job(std::size_t, PartsJob) {}
inline ThreadPool& ThreadPool::shared(int) {
  static ThreadPool alone(1);
  return alone;
}
#endif

}  // namespace preformer
