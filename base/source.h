// Source: one text being compiled: its name, its bytes, and where its lines start.
#ifndef TYPHON_BASE_SOURCE_H
#define TYPHON_BASE_SOURCE_H
#include "base/arena.h"
#include "base/span.h"
#include <stdint.h>

typedef struct Source {
    const char *path;      // as shown to the user ("script.py", "<string>"); owned elsewhere or by the arena
    const char *text;      // UTF-8, followed by at least one NUL byte that is not counted (the lexer's sentinel)
    uint32_t size;         // bytes; a text of 4 GiB or more is refused when loading
    uint32_t *line_starts; // offsets of the first byte of each line; filled by source_index_lines
    uint32_t line_count;
    const char *encoding_problem; // what is wrong with the encoding that the text declares, at `encoding_name`; NULL: nothing
    Span encoding_name;
    bool is_of_tree; // written from a tree: names may stand between two control characters, as `\x02NAME\x03`
    bool future_annotations; // read as if under `from __future__ import annotations` (compile()'s flags)
} Source;

typedef struct Position {
    uint32_t line;   // from 1
    uint32_t column; // in characters, from 0
    uint32_t byte_column; // in bytes, from 0
} Position;

// Copies nothing: `text` must stay alive and be followed by a NUL.
void source_init(Source *source, const char *path, const char *text, uint32_t size);
// Makes the text of a file UTF-8 where its first two lines declare another encoding (PEP 263): latin-1, iso-8859-15 or windows-1252. Of others,
// sets encoding_problem.
void source_decode(Source *source, TreeArena *arena);
// Finds the line starts ("\n", "\r\n" and "\r" end a line). Called once, lazily, by the functions below.
void source_index_lines(Source *source, TreeArena *arena);
// Line and column of a byte offset. The lines must be indexed.
Position source_position(const Source *source, uint32_t offset);
// The text of line `line` (from 1) without its line end; `*size` gets its bytes.
const char *source_line(const Source *source, uint32_t line, uint32_t *size);

typedef enum SourceError {
    SOURCE_OK,
    SOURCE_NOT_FOUND, // errno holds the reason for these three
    SOURCE_IS_FOLDER,
    SOURCE_UNREADABLE,
    SOURCE_TOO_LARGE, // 1 GiB or more
} SourceError;
// Reads a whole file (or standard input, for "-") into the arena, decoded, with the NUL after it. errors: see above.
SourceError source_read(Source *source, TreeArena *arena, const char *path);
#endif
