#include "system/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <vector>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace flowc::cli {

namespace {

/// Makes the C library ask the system for room in few pieces, which cost nothing before they are used: for each small one all
/// threads would wait.
void take_memory_in_large_pieces() {
#ifdef __GLIBC__
    mallopt(M_TOP_PAD, 64 << 20);  // the most that glibc gives one thread in one piece
#endif
}

/// What each worker begins with, and what is left for others when it is slow. A worker has the same share of the same work each
/// time, so that what one step has made the same thread gives back in the next: for what another one has taken both would wait.
class Shares {
  public:
    Shares(std::size_t workers, std::size_t count) : shares_(workers) {
        for (std::size_t i = 0; i < workers; ++i) {
            shares_[i].next = count * i / workers;
            shares_[i].end = count * (i + 1) / workers;
        }
    }

    std::size_t size() const { return shares_.size(); }

    /// Nothing: all is done, or being done.
    std::optional<std::size_t> next(std::size_t worker) {
        for (std::size_t i = 0; i < shares_.size(); ++i) {
            Share& share = shares_[(worker + i) % shares_.size()];
            if (share.next >= share.end) continue;
            if (const std::size_t taken = share.next++; taken < share.end) return taken;
        }
        return std::nullopt;
    }

    /// Nothing more is to be done.
    void end() {
        for (Share& share : shares_) share.next = share.end;
    }

  private:
    /// Each on a line of the cache for itself.
    struct alignas(64) Share {
        std::atomic<std::size_t> next = 0;
        std::size_t end = 0;
    };
    std::vector<Share> shares_;
};

}  // namespace

void parallel(unsigned jobs, std::size_t count, const std::function<void(std::size_t)>& work) {
    // Counting the cores reads a file, which a run over one input need not wait for.
    if (jobs == 0 && count > 1) jobs = std::thread::hardware_concurrency();
    if (jobs <= 1 || count <= 1) {
        for (std::size_t i = 0; i < count; ++i) work(i);
        return;
    }
    take_memory_in_large_pieces();
    Shares shares(std::min<std::size_t>(jobs, count), count);
    std::exception_ptr failure;
    std::mutex failing;
    const auto take = [&](std::size_t worker) {
        try {
            while (const auto i = shares.next(worker)) work(*i);
        } catch (...) {
            shares.end();
            const std::lock_guard lock(failing);
            if (!failure) failure = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> threads;
        threads.reserve(shares.size() - 1);
        try {
            for (std::size_t worker = 1; worker < shares.size(); ++worker) threads.emplace_back(take, worker);
        } catch (const std::system_error&) {
            // Fewer threads than wished for do the same work.
        }
        take(0);
    }
    if (failure) std::rethrow_exception(failure);
}

}  // namespace flowc::cli
