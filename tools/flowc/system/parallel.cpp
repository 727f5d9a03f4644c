#include "system/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
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

}  // namespace

void parallel(unsigned jobs, std::size_t count, const std::function<void(std::size_t)>& work) {
    // Counting the cores reads a file, which a run over one input need not wait for.
    if (jobs == 0 && count > 1) jobs = std::thread::hardware_concurrency();
    if (jobs <= 1 || count <= 1) {
        for (std::size_t i = 0; i < count; ++i) work(i);
        return;
    }
    take_memory_in_large_pieces();
    std::atomic<std::size_t> next{0};
    std::exception_ptr failure;
    std::mutex failing;
    const auto take = [&] {
        try {
            for (std::size_t i = next++; i < count; i = next++) work(i);
        } catch (...) {
            next = count;
            const std::lock_guard lock(failing);
            if (!failure) failure = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> threads;
        const std::size_t wanted = std::min<std::size_t>(jobs, count) - 1;
        threads.reserve(wanted);
        try {
            for (std::size_t i = 0; i < wanted; ++i) threads.emplace_back(take);
        } catch (const std::system_error&) {
            // Fewer threads than wished for do the same work.
        }
        take();
    }
    if (failure) std::rethrow_exception(failure);
}

}  // namespace flowc::cli
