/* What flowc.h promises about its arguments, whatever they hold: one row a call. */
#include <flowc/flowc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef int function(const char *, size_t, const char *, size_t, char **, size_t *);

/* A text and its length; what is not written out is made by main. */
struct text {
    const char *data;
    size_t length;
};

#define TEXT(literal) {literal, sizeof(literal) - 1}
#define NOTHING {NULL, 0}

struct row {
    const char *what;
    function *call;
    struct text text, options;
    int status;
    const char *says; /* stands in the result */
};

static const char flow[] = "flow: Main line\nstart: [hangup]\n";
#define FLOW {flow, sizeof(flow) - 1}

/* A byte more than is read, and as JSON a string that ends at its last byte. */
enum { HUGE_TEXT = (16 << 20) + 1 };
static char huge[HUGE_TEXT];

static const struct row rows[] = {
    {"a flow without options", flowc_compile, FLOW, NOTHING, FLOWC_OK, "\"name\":\"Main line\""},
    {"a check without options", flowc_lint, FLOW, NOTHING, FLOWC_OK, "{\"version\":1,\"findings\":[],\"flows\":[{\"file\":\"<text>\""},
    {"options of length 0", flowc_compile, FLOW, TEXT(""), FLOWC_OK, "\"findings\":[]"},
    {"options without a key", flowc_compile, FLOW, TEXT("{}"), FLOWC_OK, "\"findings\":[]"},

    {"no text", flowc_compile, NOTHING, NOTHING, FLOWC_FINDINGS, "this file is empty"},
    {"no text to check", flowc_lint, NOTHING, NOTHING, FLOWC_FINDINGS, "\"rule\":\"unsupported-form\""},
    {"a text of length 0", flowc_compile, TEXT(""), NOTHING, FLOWC_FINDINGS, "this file is empty"},
    {"NULL as a text with a length", flowc_compile, {NULL, 5}, NOTHING, FLOWC_USAGE, "`text` is NULL, and `text_length` is 5"},
    {"NULL as options with a length", flowc_lint, FLOW, {NULL, 2}, FLOWC_USAGE, "`options` is NULL, and `options_length` is 2"},

    {"a text of 16 MiB and a byte", flowc_compile, {huge, HUGE_TEXT}, NOTHING, FLOWC_FINDINGS, "holds 16777217 bytes; at most 1048576"},
    {"the same to check", flowc_lint, {huge, HUGE_TEXT}, NOTHING, FLOWC_FINDINGS, "holds 16777217 bytes; at most 16777216"},
    {"options of 16 MiB and a byte", flowc_lint, FLOW, {huge, HUGE_TEXT}, FLOWC_USAGE, "<options>:1:1: the file holds 16777217 bytes"},
    {"a length of -1", flowc_compile, {flow, SIZE_MAX}, NOTHING, FLOWC_FINDINGS, "\"rule\":\"file-too-large\""},
    {"options of length -1", flowc_compile, FLOW, {flow, SIZE_MAX}, FLOWC_USAGE, "\"rule\":\"file-too-large\""},

    {"a text that is not UTF-8", flowc_compile, TEXT("flow: \xFF\nstart: [hangup]\n"), NOTHING, FLOWC_FINDINGS, "byte 0xFF is not UTF-8"},
    {"a text cut within a character", flowc_lint, TEXT("flow: \xC3"), NOTHING, FLOWC_FINDINGS, "ends within a character"},
    {"options that are not UTF-8", flowc_compile, FLOW, TEXT("{\"file\": \"\xE9\"}"), FLOWC_USAGE, "<options>:1:11: byte 0xE9 is not UTF-8"},
    {"NUL in a text", flowc_compile, TEXT("flow: A\0B\nstart: [hangup]\n"), NOTHING, FLOWC_FINDINGS, "NUL byte in the text"},
    {"NUL in a text to check", flowc_lint, TEXT("{\"Version\":\0}"), NOTHING, FLOWC_FINDINGS, "NUL byte in the text"},
    {"NUL behind a flow", flowc_compile, {flow, sizeof(flow)}, NOTHING, FLOWC_FINDINGS, "NUL byte in the text"},
    {"NUL in options", flowc_compile, FLOW, TEXT("{\"file\": \"a\0b\"}"), FLOWC_USAGE, "<options>:1:12: NUL byte"},
    {"NUL as an escape", flowc_lint, TEXT("x: ["), TEXT("{\"file\": \"a\\u0000b\"}"), FLOWC_FINDINGS, "\"file\":\"a\\u0000b\""},

    {"options that are no JSON", flowc_compile, FLOW, TEXT("{\"file\": 'a'}"), FLOWC_USAGE, "\"error\":\"<options>:1:10: "},
    {"options that end too early", flowc_compile, FLOW, TEXT("{\"file\": "), FLOWC_USAGE, "\"rule\":\"json-syntax\""},
    {"options nested too deep", flowc_compile, FLOW, {huge, 200}, FLOWC_USAGE, "\"rule\":\"nesting-too-deep\""},
    {"a list as options", flowc_compile, FLOW, TEXT("[]"), FLOWC_USAGE, "this is an array"},
};

static int failures;

static void expect(int holds, const char *what, const char *result) {
    if (holds) return;
    ++failures;
    fprintf(stderr, "%s: %.400s\n", what, result ? result : "no result");
}

static void check(const struct row *row) {
    char *result = NULL;
    size_t length = 0;
    const int status = row->call(row->text.data, row->text.length, row->options.data, row->options.length, &result, &length);
    expect(status == row->status, row->what, result);
    expect(result && strlen(result) == length, row->what, "the length is not that of the result");
    expect(result && strstr(result, row->says), row->what, result);
    expect(result && (strstr(result, "\"error\":") != NULL) == (row->status >= FLOWC_USAGE), row->what, result);
    flowc_free(result);
}

int main(void) {
    size_t i;
    char *result = huge;
    size_t length = 5;
    memset(huge, '[', sizeof huge);

    for (i = 0; i < sizeof rows / sizeof rows[0]; ++i) check(&rows[i]);

    expect(flowc_abi_version() == FLOWC_ABI_VERSION, "the version of the library", NULL);
    expect(flowc_compile(flow, sizeof flow - 1, NULL, 0, NULL, &length) == FLOWC_USAGE && length == 0, "no place for a result", NULL);
    expect(flowc_lint(flow, sizeof flow - 1, NULL, 0, NULL, NULL) == FLOWC_USAGE, "no place at all", NULL);
    expect(flowc_compile(flow, sizeof flow - 1, NULL, 0, &result, NULL) == FLOWC_OK && result != huge, "no place for a length", NULL);
    flowc_free(result);
    flowc_free(NULL);

    printf("%zu calls, %d failures\n", sizeof rows / sizeof rows[0] + 4, failures);
    return failures != 0;
}
