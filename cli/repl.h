// The REPL: reads statements, checks them against the session so far, runs them in __main__, shows what expressions give.
//
//   repl_read.c    lines: edited with libedit on a terminal (TYPHON_LIBEDIT), plain otherwise
//   repl_check.c   whether a statement is complete, what the checker says to it, the types of expressions
//   repl.c         the session
//
// The checker sees the session as one module: the text of all statements that ran to their end, then the new one. A name that exists at run time
// but not in that text (bound by a statement that failed half way, by exec...) is declared there as Any.
#ifndef TYPHON_CLI_REPL_H
#define TYPHON_CLI_REPL_H
#include "embed/loader.h"
#include "runtime/vm.h"

typedef struct ReplOptions {
    bool check;
    bool quiet; // no greeting: a program was run before
    const char *text; // of that program, for the checker; NULL: it does not know it
    size_t size;
} ReplOptions;
// Talks until the end of input or SystemExit (which stays set). main: the module __main__.
void repl_run(VM *vm, Value main, SourceLoader *loader, const ReplOptions *options);

// ---- lines

typedef struct Reader Reader;
typedef struct Completion {
    const char *word, *type; // type: shown beside it
} Completion;
typedef struct Completions {
    size_t replaced; // bytes before the cursor that the words stand for
    Completion *items;
    size_t count;
} Completions;
typedef struct ReaderHooks {
    void *context;
    // What the text before the cursor may be completed to; the result is valid until the next call.
    Completions (*complete)(void *context, const char *text, size_t size);
} ReaderHooks;
Reader *reader_open(bool terminal, bool colour, const ReaderHooks *hooks); // NULL: no memory
void reader_close(Reader *reader);                                         // keeps the history
// A line with its line end, valid until the next call. NULL: the end of input, or Ctrl-C (the caller looks for pending signals).
const char *reader_line(Reader *reader, const char *prompt, size_t *size);

// ---- checking

typedef enum Completeness { INPUT_COMPLETE, INPUT_INCOMPLETE } Completeness;
typedef struct Checker {
    TreeArena arena;
    jmp_buf out_of_memory;
    char *session; // the text so far
    size_t size, capacity;
    bool colour;
    void *context;
    bool (*is_bound)(void *context, const char *name, size_t size); // at run time
} Checker;
void checker_open(Checker *checker);
void checker_close(Checker *checker);
// Whether more lines are needed. An indented block ends with an empty line.
Completeness checker_completeness(Checker *checker, const char *text, size_t size);
// Shows the errors of `text` in the session. True: there are none (errors of syntax are left to the compiler).
bool checker_accepts(Checker *checker, const char *text, size_t size);
// The statement has run.
void checker_keep(Checker *checker, const char *text, size_t size);
// What the checker infers for an expression, in the arena; NULL: errors were shown.
const char *checker_type(Checker *checker, const char *expression, size_t size);
#endif
