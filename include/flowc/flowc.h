#ifndef FLOWC_FLOWC_H
#define FLOWC_FLOWC_H

#include <stddef.h>

/// flowc for programs that are not written in C++: text in, JSON out. C11. No files, no network, no state between
/// two calls; any number of threads may call at once, and no exception comes out. `docs/c-abi.md` describes the
/// options and the results.

#if defined(__GNUC__)
#define FLOWC_API __attribute__((visibility("default")))
#else
#define FLOWC_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/// The version of these functions and of their JSON. It grows when something goes away or changes its meaning;
/// options and keys of a result may be added without that.
#define FLOWC_ABI_VERSION 1

/// The version of the library that was loaded: compare it with the one that was compiled against.
FLOWC_API int flowc_abi_version(void);

/// What a call ends with. The first numbers are those of the command's exit codes.
enum {
    FLOWC_OK = 0,        ///< no finding is an error
    FLOWC_FINDINGS = 1,  ///< at least one finding is an error
    FLOWC_USAGE = 3,     ///< the call is wrong, and nothing was read: `error` in the result says why
    FLOWC_FAULT = 4,     ///< a fault of flowc itself: `error` in the result says which
    FLOWC_NO_MEMORY = 5  ///< there is no result
};

/// Compiles a `*.flow.yaml`: `text`, UTF-8, under `options`, a JSON object. Both are only read, need no NUL at their
/// ends, and may be NULL where their length is 0; no options at all are the same as `{}`.
///
/// `*result` becomes a JSON object in UTF-8 of `*result_length` bytes, with a NUL behind them, which the caller frees
/// with `flowc_free` whatever the call has returned. It is NULL for FLOWC_NO_MEMORY alone. `result_length` may be NULL.
/// Without `result` nothing is done but to return FLOWC_USAGE.
FLOWC_API int flowc_compile(const char* text, size_t text_length, const char* options, size_t options_length,
                            char** result, size_t* result_length);

/// Runs every check over a `*.flow.yaml` or over flow JSON. Everything else is as for `flowc_compile`.
FLOWC_API int flowc_lint(const char* text, size_t text_length, const char* options, size_t options_length,
                         char** result, size_t* result_length);

/// Frees a result; NULL is left alone.
FLOWC_API void flowc_free(char* result);

#ifdef __cplusplus
}
#endif

#endif
