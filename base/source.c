#include "base/source.h"
#include "base/utf8.h"
#include "base/vec.h"
#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>

void source_init(Source *source, const char *path, const char *text, uint32_t size) {
    *source = (Source){.path = path, .text = text, .size = size};
}

void source_index_lines(Source *source, TreeArena *arena) {
    if (source->line_starts) return;
    VEC(uint32_t) starts = {0};
    vec_push(arena, &starts, 0);
    bool has_returns = memchr(source->text, '\r', source->size) != NULL;
    const char *text = source->text, *end = text + source->size;
    for (const char *p = text; !has_returns && (p = memchr(p, '\n', (size_t)(end - p))); ) {
        p++;
        vec_push(arena, &starts, (uint32_t)(p - text));
    }
    for (uint32_t i = 0; has_returns && i < source->size; i++) {
        char c = source->text[i];
        if (c == '\r' && source->text[i + 1] == '\n') continue;
        if (c == '\n' || c == '\r') vec_push(arena, &starts, i + 1);
    }
    source->line_starts = starts.items;
    source->line_count = starts.count;
}

Position source_position(const Source *source, uint32_t offset) {
    if (offset > source->size) offset = source->size;
    uint32_t low = 0, high = source->line_count; // line_starts[low] <= offset < line_starts[high]
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (source->line_starts[middle] <= offset) low = middle;
        else high = middle;
    }
    uint32_t start = source->line_starts[low];
    return (Position){low + 1, (uint32_t)utf8_length(source->text + start, offset - start), offset - start};
}

const char *source_line(const Source *source, uint32_t line, uint32_t *size) {
    uint32_t start = source->line_starts[line - 1], end = line < source->line_count ? source->line_starts[line] : source->size;
    while (end > start && (source->text[end - 1] == '\n' || source->text[end - 1] == '\r')) end--;
    *size = end - start;
    return source->text + start;
}

static SourceError read_stream(Source *source, TreeArena *arena, FILE *file, size_t expected) {
    const size_t most = (size_t)1 << 30;
    size_t capacity = expected + 2 > 4096 ? expected + 2 : 4096, size = 0; // room to find out that nothing follows
    char *text = arena_alloc(arena, capacity);
    for (;;) {
        size_t got = fread(text + size, 1, capacity - size - 1, file);
        size += got;
        if (!got) break;
        if (size >= most) return SOURCE_TOO_LARGE;
        if (size + 1 == capacity) {
            char *larger = arena_alloc(arena, capacity * 2);
            memcpy(larger, text, size);
            text = larger, capacity *= 2;
        }
    }
    if (ferror(file)) return SOURCE_UNREADABLE;
    text[size] = 0;
    source_init(source, source->path, text, (uint32_t)size);
    source_decode(source, arena);
    return SOURCE_OK;
}

SourceError source_read(Source *source, TreeArena *arena, const char *path) {
    *source = (Source){.path = path};
    if (strcmp(path, "-") == 0) {
        source->path = "<stdin>";
        return read_stream(source, arena, stdin, 0);
    }
    struct stat status;
    if (stat(path, &status) != 0) return errno == ENOENT || errno == ENOTDIR ? SOURCE_NOT_FOUND : SOURCE_UNREADABLE;
    if (S_ISDIR(status.st_mode)) return SOURCE_IS_FOLDER;
    if (status.st_size >= (off_t)1 << 30) return SOURCE_TOO_LARGE;
    FILE *file = fopen(path, "rb");
    if (!file) return SOURCE_UNREADABLE;
    SourceError error = read_stream(source, arena, file, (size_t)status.st_size);
    fclose(file);
    return error;
}
