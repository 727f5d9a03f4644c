#include "tools/flowc/system/parallel.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

namespace flowc::cli {
namespace {

TEST(Parallel, DoesEachPieceOnce) {
    for (const unsigned jobs : {0u, 1u, 2u, 8u}) {
        std::vector<int> done(1000);
        parallel(jobs, done.size(), [&](std::size_t i) { ++done[i]; });  // a race, were two threads to take one
        EXPECT_EQ(done, std::vector<int>(1000, 1)) << jobs;
    }
}

TEST(Parallel, DoesNothingWhereThereIsNothing) {
    parallel(4, 0, [](std::size_t) { FAIL(); });
}

TEST(Parallel, StartsNoThreadForOnePiece) {
    std::thread::id by;
    parallel(8, 1, [&](std::size_t) { by = std::this_thread::get_id(); });
    EXPECT_EQ(by, std::this_thread::get_id());
}

TEST(Parallel, PassesAnExceptionOnAndBeginsNothingMore) {
    std::atomic<std::size_t> begun{0};
    const auto work = [&](std::size_t i) {
        ++begun;
        if (i == 10) throw std::runtime_error("piece 10");
    };
    for (const unsigned jobs : {1u, 4u}) {
        begun = 0;
        EXPECT_THROW(parallel(jobs, 1'000'000, work), std::runtime_error);
        EXPECT_LT(begun, 1'000'000u);
    }
}

}  // namespace
}  // namespace flowc::cli
