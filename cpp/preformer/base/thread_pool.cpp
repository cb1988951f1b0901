#include "preformer/base/thread_pool.h"

#ifdef PREFORMER_THREADS

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

namespace preformer {

namespace {

// How often a thread checks a signal before it goes to sleep: some tens of microseconds, about as
// long as waking it takes. So it stays awake between two steps of a small model and sleeps between
// two slices.
constexpr int kLooks = 4000;

inline void pause_briefly() {
#if defined(__x86_64__) && !defined(__EMSCRIPTEN__)
  __builtin_ia32_pause();
#endif
}

/// A counter that one thread raises and another one waits for.
class Signal {
 public:
  void raise() {
    count_.fetch_add(1);
    if (!asleep_.load()) return;
    const std::lock_guard lock(mutex_);
    wake_.notify_one();
  }

  /// Returns once raise() was called more often than wait().
  void wait() {
    const std::uint32_t seen = seen_++;
    for (int look = 0; look < kLooks; ++look) {
      if (count_.load(std::memory_order_acquire) != seen) return;
      pause_briefly();
    }
    std::unique_lock lock(mutex_);
    asleep_.store(true);  // before reading count_; raise() does these in the reverse order
    wake_.wait(lock, [&] { return count_.load() != seen; });
    asleep_.store(false);
  }

 private:
  std::atomic<std::uint32_t> count_{0};
  std::atomic<bool> asleep_{false};
  std::uint32_t seen_ = 0;  // used by the waiting thread only
  std::mutex mutex_;
  std::condition_variable wake_;
};

}  // namespace

struct alignas(128) ThreadPool::Worker {  // so that no two workers share a cache line
  Signal start, done;
  PartsJob job{};
  std::size_t first = 0, parts = 0, stride = 1;
  bool stop = false;
  std::exception_ptr error;
  std::thread thread;

  void work() {
    for (start.wait(); !stop; start.wait()) {
      run();
      done.raise();
    }
  }

  void run() {
    try {
      for (std::size_t p = first; p < parts; p += stride) job.call(job.body, p);
    } catch (...) {
      error = std::current_exception();
    }
  }
};

ThreadPool::ThreadPool(int threads) { grow(threads); }

ThreadPool::~ThreadPool() {
  for (auto& worker : workers_) {
    worker->stop = true;
    worker->start.raise();
  }
  for (auto& worker : workers_) worker->thread.join();
}

ThreadPool& ThreadPool::shared(int threads) {
  static ThreadPool pool(1);
  pool.grow(threads);
  return pool;
}

std::size_t ThreadPool::size() const { return workers_.size() + 1; }

void ThreadPool::grow(int threads) {
  const auto cores = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  const auto wanted =
      static_cast<std::size_t>(std::clamp(threads, 1, std::min(cores, kMaxThreads)));
  while (size() < wanted) {
    auto worker = std::make_unique<Worker>();
    try {
      worker->thread = std::thread([w = worker.get()] { w->work(); });
    } catch (const std::system_error&) {
      return;
    }
    workers_.push_back(std::move(worker));
  }
}

void ThreadPool::run_job(std::size_t parts, PartsJob job) {
  const std::size_t helpers = std::min(workers_.size(), parts - 1);
  for (std::size_t n = 0; n < helpers; ++n) {
    Worker& worker = *workers_[n];
    worker.job = job;
    worker.first = n + 1;
    worker.parts = parts;
    worker.stride = size();
    worker.start.raise();
  }
  std::exception_ptr error;
  try {
    for (std::size_t p = 0; p < parts; p += size()) job.call(job.body, p);
  } catch (...) {
    error = std::current_exception();
  }
  for (std::size_t n = 0; n < helpers; ++n) {
    workers_[n]->done.wait();
    std::exception_ptr theirs = std::exchange(workers_[n]->error, nullptr);
    if (!error) error = std::move(theirs);
  }
  if (error) std::rethrow_exception(error);
}

}  // namespace preformer

#endif
