#pragma once

#include <cstddef>
#include <cstring>
#include <exception>
#include <new>
#include <string>

#include "flowc/flowc.h"
#include "flowdsl/c_abi/result.hpp"

/// Where C++ ends: every exception becomes what a call returns, and a text becomes memory that C can free.
namespace flowc::c_abi {

/// The caller gives it back to `flowc_free`.
inline void hand_over(const std::string& json, char** result, std::size_t* result_length) {
    char* const copy = new char[json.size() + 1];
    std::memcpy(copy, json.c_str(), json.size() + 1);
    *result = copy;
    if (result_length) *result_length = json.size();
}

/// What `work` returns; what it throws becomes a result, but for want of memory.
template <typename Work>
int status_of(const Work& work, std::string& json) {
    try {
        return work(json);
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& fault) {
        json = write_error("a fault of flowc itself: " + std::string{fault.what()});
    } catch (...) {
        json = write_error("a fault of flowc itself");
    }
    return FLOWC_FAULT;
}

/// Lets `work` fill in the JSON of a result and return a status; see `flowc_compile` for the rest.
template <typename Work>
int answer(char** result, std::size_t* result_length, const Work& work) noexcept {
    if (result) *result = nullptr;
    if (result_length) *result_length = 0;
    if (!result) return FLOWC_USAGE;
    try {
        std::string json;
        const int status = status_of(work, json);
        hand_over(json, result, result_length);
        return status;
    } catch (...) {
        return FLOWC_NO_MEMORY;
    }
}

}  // namespace flowc::c_abi
