// file: what open() gives: a buffered stream over a file descriptor, text or binary. One type for what CPython spreads over
// TextIOWrapper, BufferedReader, BufferedWriter and FileIO.
//
// Buffer: when reading, bytes [start, end) of `buffer` are read from the system but not yet by the script; when writing, [0, end) are
// written by the script but not yet to the system. A file is in one of both states at a time (file_flush and file_drop_input change it).
#ifndef TYPHON_RUNTIME_FILE_H
#define TYPHON_RUNTIME_FILE_H
#include "runtime/vm.h"

enum FileFlags {
    FILE_READABLE = 1,
    FILE_WRITABLE = 2,
    FILE_BINARY = 4,
    FILE_APPEND = 8,
    FILE_LINE_BUFFERED = 16,      // flushed at each newline: a terminal
    FILE_UNIVERSAL_NEWLINES = 32, // reading: "\r\n" and "\r" become "\n"
    FILE_ENDS_AT_ANY = 64,        // newline='': lines end at any of the three, nothing is translated
    FILE_WRITE_CRLF = 128,        // newline='\r\n'
    FILE_OWNED = 256,             // the descriptor is closed with the file
    FILE_AT_END = 512,            // the system reported the end
    FILE_WRITE_CR = 1024,         // newline='\r'
};

typedef struct File {
    Object head;
    Value *overflow;
    int descriptor; // -1: closed
    uint32_t flags;
    unsigned char *buffer; // heap block of `capacity` bytes, or NULL
    size_t start, end, capacity;
    Value name;     // str or int
    Value mode;     // str
    Value encoding; // str, or None when binary
    Value errors;   // str
    struct File *next_dirty, **dirty_link; // in the list vm->dirty_files of owned files with something to write; dirty_link NULL: not in it
} File;

static inline bool is_file(Value v) { return is_layout(v, LAYOUT_FILE); }
// open() with all its arguments bound; see the library reference.
MAY_RAISE Value file_open(VM *vm, Value path, const char *mode, Value encoding, Value errors, Value newline, bool close_descriptor);
// A file object over an open descriptor (standard streams): it is not closed with the object.
MAY_RAISE Value file_from_descriptor(VM *vm, int descriptor, const char *name, const char *mode, bool line_buffered);
// Appends text (UTF-8) as write() does; raises OSError. Does not call scripts.
MAY_RAISE bool file_write_text(VM *vm, File *file, const char *text, size_t size);
MAY_RAISE bool file_flush(VM *vm, File *file);
// Hands to the system what any file still holds. Called before anything that looks at the file system: a file that nobody refers to any more
// is closed only when the collector finds it, yet `open(name, "w").write(text)` has to be seen by whoever opens it next. Errors are dropped.
void file_flush_all(VM *vm);
#endif
