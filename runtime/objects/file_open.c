// Opening of files (objects/file.h).
#include "runtime/grants.h"
#include "runtime/import.h"
#include "runtime/modules/system_path.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/codecs.h"
#include "runtime/objects/file.h"
#include "runtime/objects/int.h"
#include "runtime/objects/str.h"
#include "runtime/waiting.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *text_of(Value str) { return as_str(str)->text; }

static File *file_new(VM *vm, int descriptor, uint32_t flags) {
    File *file = object_new(vm, flags & FILE_BINARY ? file_binary_type(vm, flags) : vm->types.file, sizeof *file);
    if (!file) return NULL;
    memset((char *)file + sizeof(Object), 0, sizeof *file - sizeof(Object));
    file->stream = &file->own;
    file->own.descriptor = descriptor;
    file->flags = flags;
    file->other = file->name = file->mode = file->encoding = file->errors = VALUE_NONE;
    if (!gc_register_finalizer(vm, &file->head)) {
        file->stream->descriptor = -1;
        return NULL;
    }
    return file;
}

// `otherwise`: the encoding when none is given.
static bool name_file(VM *vm, File *file, Value name, const char *mode, Value encoding, const char *otherwise, Value errors) {
    file->name = name;
    if ((file->mode = str_from_cstring(vm, mode)) == VALUE_ERROR) return false;
    if (file->flags & FILE_BINARY) return true;
    file->encoding = is_str(encoding) ? encoding : str_from_cstring(vm, otherwise);
    file->errors = is_str(errors) ? errors : str_from_cstring(vm, "strict");
    return file->encoding != VALUE_ERROR && file->errors != VALUE_ERROR;
}

Value file_from_descriptor(VM *vm, int descriptor, const char *name, const char *mode, bool line_buffered) {
    uint32_t flags = (mode[0] == 'r' ? FILE_READABLE | (strchr(mode, 'b') ? 0 : FILE_UNIVERSAL_NEWLINES) : FILE_WRITABLE) | (strchr(mode, 'b') ? FILE_BINARY : 0) |
                     (line_buffered ? FILE_LINE_BUFFERED : 0);
    File *file = file_new(vm, descriptor, flags);
    Value title = file ? str_from_cstring(vm, name) : VALUE_ERROR;
    return title != VALUE_ERROR && name_file(vm, file, title, mode, VALUE_NONE, "utf-8", VALUE_NONE) ? from_object(file) : VALUE_ERROR;
}

// Translates "r+b" and its like, as open() looks at it; false with ValueError set. No letter for the kind: `*system_flags` is -1.
static bool parse_mode(VM *vm, const char *mode, uint32_t *flags, int *system_flags) {
    int kinds = 0;
    char kind = 0;
    for (const char *c = mode; *c; c++) {
        if (!strchr("rwax+bt", *c) || strchr(c + 1, *c)) return raise_value_error(vm, "invalid mode: '%s'", mode), false;
        if (strchr("rwax", *c)) kind = *c, kinds++;
    }
    bool plus = strchr(mode, '+'), binary = strchr(mode, 'b');
    if (binary && strchr(mode, 't')) return raise_value_error(vm, "can't have text and binary mode at once"), false;
    if (kinds > 1) return raise_value_error(vm, "must have exactly one of create/read/write/append mode"), false;
    *flags = (kind == 'r' || plus ? FILE_READABLE : 0) | (kind != 'r' || plus ? FILE_WRITABLE : 0) | (binary ? FILE_BINARY : 0) | (kind == 'a' ? FILE_APPEND : 0);
    *system_flags = (plus ? O_RDWR : kind == 'r' ? O_RDONLY : O_WRONLY) | O_CLOEXEC |
                    (kind == 'w' ? O_CREAT | O_TRUNC : kind == 'a' ? O_CREAT | O_APPEND : kind == 'x' ? O_CREAT | O_EXCL : 0);
    if (!kinds) *system_flags = -1;
    return true;
}

bool file_parse_newline(VM *vm, Value newline, uint32_t *flags) {
    if (newline == VALUE_NONE || newline == VALUE_UNBOUND) {
        *flags |= FILE_UNIVERSAL_NEWLINES;
        return true;
    }
    if (!is_str(newline)) return raise_type_error(vm, "open() argument 'newline' must be str or None, not %T", newline), false;
    const char *text = text_of(newline);
    if (!*text) *flags |= FILE_ENDS_AT_ANY;
    else if (strcmp(text, "\r\n") == 0) *flags |= FILE_CRLF;
    else if (strcmp(text, "\r") == 0) *flags |= FILE_CR;
    else if (strcmp(text, "\n") != 0) return raise_value_error(vm, "illegal newline value: %U", newline), false;
    return true;
}

// The descriptor that open() works on; -1: an error.
static int open_path(VM *vm, Value path, int system_flags, Value opener) {
    SystemPath where; // the caller has a ROOT_SCOPE
    if (!system_path(vm, path, "open", "path", 0, &where)) return -1;
    int64_t descriptor;
    if (opener != VALUE_UNBOUND && opener != VALUE_NONE) {
        Value pair[] = {path, from_small_int(system_flags)}, answer = call_value(vm, opener, pair, 2);
        if (answer == VALUE_ERROR) return -1;
        if (!is_int(answer)) return raise_type_error(vm, "expected integer from opener"), -1;
        if (!op_index_int64(vm, answer, &descriptor, true)) return -1;
        if (descriptor < 0 || descriptor > INT_MAX) return raise_value_error(vm, "opener returned %zd", descriptor), -1;
        if (!grants_need_descriptor(vm, (int)descriptor)) return -1;
    } else {
        GrantedPlace place;
        if (!grants_place(vm, grants_for_flags(system_flags), system_flags & O_EXCL ? 0 : PLACE_FOLLOW, AT_FDCWD, where.text, path, &place)) return -1;
        descriptor = wait_openat(vm, place.folder, place.name, system_flags | place.no_follow, 0666);
        place_leave(&place);
        descriptor = grants_own(vm, (int)descriptor);
        if (descriptor < 0) return error_is_set(vm) ? VALUE_ERROR : raise_system_error(vm, errno, path, VALUE_UNBOUND), -1;
    }
    struct stat status;
    if (fstat((int)descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
        grants_close(vm, (int)descriptor);
        return raise_system_error(vm, EISDIR, path, VALUE_UNBOUND), -1;
    }
    return (int)descriptor;
}

static int given_descriptor(VM *vm, Value number) {
    int64_t descriptor;
    struct stat status;
    if (!op_index_int64(vm, number, &descriptor, false)) return -1;
    if (descriptor < 0) return raise_value_error(vm, "negative file descriptor"), -1;
    if (descriptor <= INT_MAX && !grants_need_stream(vm, (int)descriptor, STREAM_LOOK)) return -1;
    if (descriptor > INT_MAX || fstat((int)descriptor, &status) != 0) return raise_os_error(vm, EBADF, NULL), -1;
    return (int)descriptor;
}

// What only a text file has: looked at before the file is opened.
static bool check_binary(VM *vm, const FileOptions *options, uint32_t flags) {
    const char *unwanted = !(flags & FILE_BINARY) ? NULL : is_str(options->encoding) ? "an encoding" : is_str(options->errors) ? "an errors" : is_str(options->newline) ? "a newline" : NULL;
    return !unwanted || (raise_value_error(vm, "binary mode doesn't take %s argument", unwanted), false);
}

// The rest, when it is open.
static bool check_options(VM *vm, const FileOptions *options, uint32_t *flags) {
    bool binary = *flags & FILE_BINARY;
    if (!binary && options->buffering == 0) return raise_value_error(vm, "can't have unbuffered text I/O"), false;
    if (!binary && !file_parse_newline(vm, options->newline, flags)) return false;
    if (options->buffering == 0) *flags |= FILE_UNBUFFERED;
    if (options->buffering == 1 && !binary) *flags |= FILE_LINE_BUFFERED;
    if (options->buffering == 1 && binary && !warn(vm, vm->types.RuntimeWarning, "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used")) return false;
    return binary || !is_str(options->encoding) || str_encode(vm, vm->empty_str, text_of(options->encoding), "strict") != VALUE_ERROR; // LookupError: unknown encoding
}

// In an encoding whose codec is written in Python, or with a script's handler of errors, the text is, too: io.TextIOWrapper.
static Value open_by_codec(VM *vm, Value path, const char *mode, const FileOptions *options) {
    Str *module_name = str_intern(vm, "_io_files", 9), *name = str_intern(vm, "_open_by_codec", 14);
    if (!module_name || !name) return VALUE_ERROR;
    const Value given[] = {path, str_from_cstring(vm, mode), from_small_int(options->buffering), options->encoding, options->errors, options->newline, from_bool(options->close_descriptor), options->opener};
    Value args[8];
    ROOT_SCOPE(vm);
    for (int i = 0; i < 8; i++) args[i] = given[i] == VALUE_UNBOUND ? VALUE_NONE : given[i];
    for (int i = 0; i < 8; i++)
        if (args[i] != VALUE_ERROR) root_push(vm, args[i]);
    root_push(vm, from_object(name));
    Value module = args[1] == VALUE_ERROR ? VALUE_ERROR : import_module(vm, module_name);
    Value result = module == VALUE_ERROR ? VALUE_ERROR : call_method(vm, module, name, args, 8);
    ROOT_END(vm);
    return result;
}

Value file_open(VM *vm, Value path, const char *mode, const FileOptions *options) {
    FileOptions own = *options;
    if (is_str(own.encoding) && str_equals_cstring(as_str(own.encoding), "locale")) own.encoding = VALUE_NONE; // the only locale is C.UTF-8
    options = &own;
    uint32_t flags;
    int system_flags;
    if (!is_str(path) && !is_int(path) && !is_bytes(path)) {
        Value given = path;
        path = call_special(vm, path, vm->names.__fspath__, NULL, 0);
        if (path == VALUE_ERROR) return VALUE_ERROR;
        if (path == VALUE_UNBOUND) return raise_type_error(vm, "expected str, bytes or os.PathLike object, not %U", value_type(vm, given)->name);
        if (!is_str(path) && !is_bytes(path)) return raise_type_error(vm, "expected %T.__fspath__() to return str or bytes, not %T", given, path);
    }
    if (!parse_mode(vm, mode, &flags, &system_flags) || !check_binary(vm, options, flags)) return VALUE_ERROR;
    if (system_flags < 0) return raise_value_error(vm, "Must have exactly one of create/read/write/append mode and at most one plus");
    bool is_known = (!is_str(own.encoding) || codec_number(text_of(own.encoding)) > 1) && (!is_str(own.errors) || codec_knows_handler(text_of(own.errors)));
    if (!is_known && !(flags & FILE_BINARY)) return open_by_codec(vm, path, mode, options);
    bool by_number = is_int(path), owned = !by_number || options->close_descriptor;
    if (!by_number && !options->close_descriptor) return raise_value_error(vm, "Cannot use closefd=False with file name");
    file_flush_all(vm);
    ROOT_SCOPE(vm);
    root_push(vm, path);
    int descriptor = by_number ? given_descriptor(vm, path) : open_path(vm, path, system_flags, options->opener);
    ROOT_END(vm);
    if (descriptor < 0) return VALUE_ERROR;
    if (!check_options(vm, options, &flags)) {
        if (owned) grants_close(vm, descriptor);
        return VALUE_ERROR;
    }
    File *file = file_new(vm, descriptor, flags | (owned ? FILE_OWNED : 0));
    if (!file) {
        if (owned) grants_close(vm, descriptor);
        return VALUE_ERROR;
    }
    if (flags & FILE_APPEND) (void)!lseek(descriptor, 0, SEEK_END);
    return name_file(vm, file, path, mode, options->encoding, "UTF-8", options->errors) ? from_object(file) : VALUE_ERROR;
}

Value file_text_over(VM *vm, Value binary, const FileOptions *options) {
    File *below = (File *)as_object(binary);
    uint32_t flags = 0;
    if (!check_options(vm, options, &flags)) return VALUE_ERROR;
    File *file = object_new(vm, vm->types.file, sizeof *file);
    if (!file) return VALUE_ERROR;
    memset((char *)file + sizeof(Object), 0, sizeof *file - sizeof(Object));
    file->flags = flags | FILE_IS_VIEW | (below->flags & (FILE_READABLE | FILE_WRITABLE | FILE_OWNED | FILE_UNBUFFERED));
    file->stream = below->stream;
    file->other = binary;
    file->name = file->mode = file->encoding = file->errors = VALUE_NONE;
    if (!name_file(vm, file, below->name, file->flags & FILE_WRITABLE ? file->flags & FILE_READABLE ? "r+" : "w" : "r", options->encoding, "UTF-8", options->errors)) return VALUE_ERROR;
    return from_object(file);
}
