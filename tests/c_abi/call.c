/* Calls flowc once from C: call compile|lint TEXT OPTIONS, two files. Prints the result and ends with the status. */
#include <flowc/flowc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct text {
    char *data;
    size_t length;
};

static struct text read_file(const char *path) {
    struct text text = {NULL, 0};
    FILE *file = fopen(path, "rb");
    long length;
    if (!file || fseek(file, 0, SEEK_END) != 0 || (length = ftell(file)) < 0 || fseek(file, 0, SEEK_SET) != 0) {
        fprintf(stderr, "%s cannot be read\n", path);
        exit(2);
    }
    text.length = (size_t)length;
    text.data = malloc(text.length + 1);
    if (!text.data || fread(text.data, 1, text.length, file) != text.length) {
        fprintf(stderr, "%s cannot be read\n", path);
        exit(2);
    }
    fclose(file);
    return text;
}

int main(int count, char **arguments) {
    struct text text, options;
    char *result;
    size_t length;
    int status;
    if (count != 4) {
        fprintf(stderr, "usage: call compile|lint TEXT OPTIONS\n");
        return 2;
    }
    text = read_file(arguments[2]);
    options = read_file(arguments[3]);
    status = (strcmp(arguments[1], "lint") == 0 ? flowc_lint : flowc_compile)(text.data, text.length, options.data,
                                                                                options.length, &result, &length);
    fwrite(result, 1, length, stdout);
    flowc_free(result);
    free(text.data);
    free(options.data);
    return status;
}
