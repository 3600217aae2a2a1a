// file: what open() gives: a buffered stream over a file descriptor, text or binary. The types of binary ones (BufferedReader, BufferedWriter,
// BufferedRandom, FileIO) differ in name only.
//
// A file is a view on a stream: as bytes, or as text. The binary stream below a text one (sys.stdout.buffer) is a second view of the same
// stream, so both read and write in one order. The file made first owns the stream; the view holds on to it.
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
    FILE_CRLF = 128,              // newline='\r\n': lines end there, and '\n' is written so
    FILE_OWNED = 256,             // the descriptor is closed with the file
    FILE_CR = 1024,               // newline='\r': likewise
    FILE_UNBUFFERED = 2048,       // flushed after each write
    FILE_IS_VIEW = 4096,          // `stream` is another file's
    FILE_IS_ITERATED = 8192,      // lines are being taken by next(): tell() is refused
    FILE_IS_PAST_MARK = 16384,    // what is written next needs no byte order mark (in an encoding that has one)
    FILE_HOLDS_UTF8 = 32768,      // the buffer holds UTF-8, decoded from an encoding whose line ends cannot be found by bytes
    FILE_HAS_READ = 65536,        // something was read through this file, not through another view of its stream
    FILE_DETACHED = 131072,       // detach() has given away what lies below: nothing works any more
    FILE_NEWLINES = FILE_UNIVERSAL_NEWLINES | FILE_ENDS_AT_ANY | FILE_CRLF | FILE_CR,
};

// In the place of a descriptor: the output of a VM that is part of another program (VMConfig.host). The system knows no such file.
enum { DESCRIPTOR_HOST = 0x40000000 }; // + 1: sys.stdout, + 2: sys.stderr

typedef struct Stream {
    int descriptor; // -1: closed
    bool is_reading, is_writing, is_at_end; // the last operation; the system reported the end
    bool is_busy;          // its buffer is being handed to the system
    unsigned char *buffer; // heap block of `capacity` bytes, or NULL
    size_t start, end, capacity;
    size_t plain;          // reading: the buffer up to here is known to be ASCII without "\r"; fill() keeps it
    struct Stream *next_dirty, **dirty_link; // in the list vm->dirty_files of owned files with something to write; dirty_link NULL: not in it
} Stream;

typedef struct File {
    Object head;
    Value *overflow;
    uint32_t flags;
    uint32_t newlines; // the kinds of line ends read so far, where they are told apart: 1 "\r", 2 "\n", 4 "\r\n"
    Stream *stream; // `own`, or that of the text file that this is a view of; of a detached one a stream that is closed
    Stream own;
    Value other;    // of a text file the binary one over the same stream, of a buffered one the raw one, None before it was asked for; of a view the file it views
    Value name;     // str or int
    Value mode;     // str
    Value encoding; // str, or None when binary
    Value errors;   // str
} File;

static inline bool is_file(Value v) { return is_layout(v, LAYOUT_FILE); }
// open() with all its arguments bound; see the library reference.
typedef struct FileOptions {
    int64_t buffering; // -1: as it comes
    Value encoding, errors, newline, opener; // VALUE_UNBOUND or None: not given
    bool close_descriptor;
} FileOptions;
MAY_RAISE Value file_open(VM *vm, Value path, const char *mode, const FileOptions *options);
// Text over the stream of a binary file (io.TextIOWrapper); path and mode are the binary file's.
MAY_RAISE Value file_text_over(VM *vm, Value binary, const FileOptions *options);
// The type of a binary file with these flags.
Type *file_binary_type(const VM *vm, uint32_t flags);
// Adds to `*flags` what open()'s argument `newline` asks for.
MAY_RAISE bool file_parse_newline(VM *vm, Value newline, uint32_t *flags);
// A file object over an open descriptor (standard streams): it is not closed with the object.
MAY_RAISE Value file_from_descriptor(VM *vm, int descriptor, const char *name, const char *mode, bool line_buffered);
// What the attribute `newlines` is when these kinds of line ends were read (as File.newlines has them).
MAY_RAISE Value newlines_of_kinds(VM *vm, uint32_t kinds);
// Appends text (UTF-8) as write() does; raises OSError. Does not call scripts.
MAY_RAISE bool file_write_text(VM *vm, File *file, const char *text, size_t size);
MAY_RAISE bool file_flush(VM *vm, File *file);
// Hands to the system what any file still holds. Called before anything that looks at the file system: a file that nobody refers to any more
// is closed only when the collector finds it, yet `open(name, "w").write(text)` has to be seen by whoever opens it next. Errors are dropped.
void file_flush_all(VM *vm);
#endif
