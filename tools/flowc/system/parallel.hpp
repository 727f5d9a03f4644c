#pragma once

#include <cstddef>
#include <functional>

namespace flowc::cli {

/// Calls `work(0)` to `work(count - 1)`, on as many threads as `jobs` and `count` allow; none is started for a
/// single one. No `jobs`: one for each core. Returns when all are done; the first exception of a `work` passes
/// through.
void parallel(unsigned jobs, std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace flowc::cli
