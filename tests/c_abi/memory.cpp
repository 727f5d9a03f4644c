// Lets one allocation after the other fail: a call has its result all the same, or ends as flowc.h promises.
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string_view>

#include "flowc/flowc.h"

namespace {

/// Allocations before the one that fails; negative: none does.
long left = -1;
long blocks = 0;

void* allocate(std::size_t size) noexcept {
    if (left >= 0 && left-- == 0) return nullptr;
    ++blocks;
    return std::malloc(size);
}

void release(void* block) noexcept {
    if (block) --blocks;
    std::free(block);
}

}  // namespace

void* operator new(std::size_t size) {
    if (void* const block = allocate(size == 0 ? 1 : size)) return block;
    throw std::bad_alloc();
}
void* operator new[](std::size_t size) { return ::operator new(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return allocate(size == 0 ? 1 : size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return allocate(size == 0 ? 1 : size); }
void operator delete(void* block) noexcept { release(block); }
void operator delete[](void* block) noexcept { release(block); }
void operator delete(void* block, std::size_t) noexcept { release(block); }
void operator delete[](void* block, std::size_t) noexcept { release(block); }

namespace {

using Function = int(const char*, std::size_t, const char*, std::size_t, char**, std::size_t*);

constexpr std::string_view flow =
    "flow: Main line\non_error: hangup\nstart:\n  - hours: Office hours\n    closed: hangup\n"
    "  - menu: For sales, press 1.\n    1: [{queue: Sales}, {transfer: queue}]\n    else: hangup\n";
constexpr std::string_view options =
    R"({"environment": {"queue": {"Sales": "arn:aws:connect:us-east-1:111122223333:instance/7c1d5a1e-3f0b-4b0e-9a51-52c3a6f4e801/queue/0b6a4f53-8d52-4c1e-b7f1-1f6f2e6d1001"}}})";
constexpr std::string_view document =
    R"({"Version": "2019-10-30", "StartAction": "a", "Actions": [{"Identifier": "a", "Type": "DisconnectParticipant", "Parameters": {"Text": "\u00e9"}, "Transitions": {}}]})";
constexpr std::string_view broken = R"({"Version": "2019-10-30", "Actions": [}})";

struct Answer {
    int status = 0;
    char* result = nullptr;
    std::size_t length = 1;

    Answer(Function& call, std::string_view text) {
        status = call(text.data(), text.size(), options.data(), options.size(), &result, &length);
    }
    ~Answer() { flowc_free(result); }
    Answer(const Answer&) = delete;
    Answer& operator=(const Answer&) = delete;

    bool equals(const Answer& other) const {
        return status == other.status &&
               std::string_view(result, length) == std::string_view(other.result, other.length);
    }
    bool is_none() const { return status == FLOWC_NO_MEMORY && !result && length == 0; }
};

/// Lets the first allocation of a call fail, then the second … until none is left; returns whether each call had the
/// right result or none, and left nothing behind.
bool holds(const char* what, Function& call, std::string_view text) {
    // Also makes what is made once a process: simdjson chooses its kernels, and cannot do that without memory.
    const Answer right(call, text);
    for (long number = 0;; ++number) {
        const long before = blocks;
        bool failed = false;
        {
            left = number;
            const Answer answer(call, text);
            failed = left < 0;
            left = -1;
            if (!answer.equals(right) && !(failed && answer.is_none())) {
                std::printf("%s, allocation %ld: ended with %d, %.300s\n", what, number, answer.status,
                            answer.result ? answer.result : "no result");
                return false;
            }
        }
        if (blocks != before) {
            std::printf("%s, allocation %ld: %ld blocks are left\n", what, number, blocks - before);
            return false;
        }
        if (!failed) {
            std::printf("%s: %ld allocations\n", what, number);
            return number > 0;
        }
    }
}

}  // namespace

int main() {
    bool all = holds("compile", flowc_compile, flow);
    all = holds("lint, YAML", flowc_lint, flow) && all;
    all = holds("lint, JSON", flowc_lint, document) && all;
    all = holds("lint, broken JSON", flowc_lint, broken) && all;
    return all ? 0 : 1;
}
