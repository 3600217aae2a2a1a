// What the modules that talk to the system share: paths from Python values and back, and OSError with the paths in it.
//
// A path is a str (encoded as UTF-8, surrogates standing for undecodable bytes), bytes, an object with __fspath__, or, where the
// function allows it, a file descriptor or None. system_path may run scripts; what it makes is pushed on the roots: call it within a
// ROOT_SCOPE.
#ifndef TYPHON_RUNTIME_SYSTEM_PATH_H
#define TYPHON_RUNTIME_SYSTEM_PATH_H
#include "runtime/objects/dict.h"

enum { PATH_OR_DESCRIPTOR = 1, PATH_OR_NONE = 2 };
typedef struct SystemPath {
    const char *text; // NUL-terminated; NULL when it is a descriptor
    int descriptor;   // -1: it is a path
    bool is_bytes;    // results are to be bytes as well
    Value object;     // for errors
} SystemPath;
// `function` and `argument` are for messages: "stat: path should be ...". None stands for ".".
MAY_RAISE bool system_path(VM *vm, Value v, const char *function, const char *argument, unsigned allowed, SystemPath *out);
MAY_RAISE Value system_text(VM *vm, const char *text);                  // a str of what the system has given
MAY_RAISE Value system_text_like(VM *vm, const SystemPath *path, const char *text, size_t size); // str, or bytes when the path was
// OSError of errno with the object as file name; `second` VALUE_UNBOUND: none.
Value raise_system_error(VM *vm, int error_number, Value first, Value second);
// An int argument that must fit a C int; absent (VALUE_UNBOUND): `fallback`.
MAY_RAISE bool system_int(VM *vm, Value v, int fallback, int *out);
// A file descriptor, or an object with fileno().
MAY_RAISE bool system_descriptor(VM *vm, Value v, int *out);
// dir_fd=: None or absent is the working directory.
MAY_RAISE bool system_folder(VM *vm, Value v, int *out);
typedef struct SystemConstant {
    const char *name;
    int64_t value;
} SystemConstant;
MAY_RAISE bool system_add_constants(VM *vm, Dict *space, const SystemConstant *constants, size_t count);
MAY_RAISE bool system_set(VM *vm, Dict *space, const char *name, Value value); // value VALUE_ERROR: false
#define SYSTEM_ADD(vm, space, table) system_add_constants(vm, space, table, sizeof(table) / sizeof *(table))
#endif
