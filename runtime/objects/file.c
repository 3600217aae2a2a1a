#include "runtime/objects/file.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILE_BUFFER = 64 * 1024 };

static File *as_file(Value v) { return (File *)as_object(v); }

static bool need_open(VM *vm, File *file) {
    if (file->descriptor >= 0) return true;
    raise_value_error(vm, "I/O operation on closed file.");
    return false;
}

// io.UnsupportedOperation is both an OSError and a ValueError; without the io module, its OSError half.
static Value unsupported(VM *vm, const char *what) { return raise_error(vm, vm->types.OSError, "%s", what); }

static bool need_readable(VM *vm, File *file) {
    if (!need_open(vm, file)) return false;
    if (file->flags & FILE_READABLE) return true;
    unsupported(vm, file->flags & FILE_BINARY ? "read" : "not readable");
    return false;
}

static bool need_writable(VM *vm, File *file) {
    if (!need_open(vm, file)) return false;
    if (file->flags & FILE_WRITABLE) return true;
    unsupported(vm, file->flags & FILE_BINARY ? "write" : "not writable");
    return false;
}

static bool need_buffer(VM *vm, File *file) {
    if (file->buffer) return true;
    file->buffer = block_new(vm, FILE_BUFFER);
    file->capacity = file->buffer ? FILE_BUFFER : 0;
    return file->buffer != NULL;
}

// ---- the system's side -------------------------------------------------------------------------------------------

static bool write_all(VM *vm, File *file, const unsigned char *data, size_t size) {
    while (size) {
        ssize_t done = write(file->descriptor, data, size);
        if (done < 0 && errno == EINTR) {
            if (raise_if_interrupted(vm)) return false;
            continue;
        }
        if (done < 0) {
            raise_os_error(vm, errno, NULL);
            return false;
        }
        data += done, size -= (size_t)done;
    }
    return true;
}

// Gives up what was read ahead, moving the descriptor back to where the script is.
static void drop_input(File *file) {
    if (file->flags & FILE_READABLE && file->end > file->start && file->flags & FILE_WRITABLE)
        (void)!lseek(file->descriptor, -(off_t)(file->end - file->start), SEEK_CUR);
    file->start = file->end = 0;
}

// Reading when start < end or the last operation was a read; writing otherwise: start stays 0 while writing.
enum { MODE_READING = 1u << 30, MODE_WRITING = 1u << 31 };

static void note_dirty(VM *vm, File *file) {
    if (file->dirty_link || !(file->flags & FILE_OWNED)) return;
    file->next_dirty = vm->dirty_files;
    if (file->next_dirty) file->next_dirty->dirty_link = &file->next_dirty;
    file->dirty_link = &vm->dirty_files;
    vm->dirty_files = file;
}
static void forget_dirty(File *file) {
    if (!file->dirty_link) return;
    *file->dirty_link = file->next_dirty;
    if (file->next_dirty) file->next_dirty->dirty_link = file->dirty_link;
    file->dirty_link = NULL;
}
void file_flush_all(VM *vm) {
    while (vm->dirty_files) {
        File *file = vm->dirty_files;
        forget_dirty(file);
        if (!(file->flags & MODE_WRITING)) continue;
        for (ssize_t done = 1; file->end && done > 0; file->end -= (size_t)(done > 0 ? done : 0)) {
            done = write(file->descriptor, file->buffer, file->end);
            if (done > 0) memmove(file->buffer, file->buffer + done, file->end - (size_t)done);
        }
    }
}

bool file_flush(VM *vm, File *file) {
    if (!(file->flags & MODE_WRITING) || !file->end) return true;
    forget_dirty(file);
    size_t size = file->end;
    file->end = 0;
    return write_all(vm, file, file->buffer, size);
}

static bool begin_reading(VM *vm, File *file) {
    if (file->flags & MODE_WRITING) {
        if (!file_flush(vm, file)) return false;
        file->flags &= ~(uint32_t)MODE_WRITING;
        file->start = file->end = 0;
    }
    file->flags |= MODE_READING;
    return need_buffer(vm, file);
}

static bool begin_writing(VM *vm, File *file) {
    if (file->flags & MODE_READING) {
        drop_input(file);
        file->flags &= ~(uint32_t)(MODE_READING | FILE_AT_END);
    }
    file->flags |= MODE_WRITING;
    return need_buffer(vm, file);
}

// Reads more into the buffer (moving what is there to its start, growing it when full). 1 got some, 0 at the end, -1 error.
static int fill(VM *vm, File *file) {
    if (file->start) {
        memmove(file->buffer, file->buffer + file->start, file->end - file->start);
        file->end -= file->start;
        file->start = 0;
    }
    if (file->end == file->capacity) {
        unsigned char *larger = block_resize(vm, file->buffer, file->capacity, file->capacity * 2);
        if (!larger) return -1;
        file->buffer = larger;
        file->capacity *= 2;
    }
    for (;;) {
        ssize_t got = read(file->descriptor, file->buffer + file->end, file->capacity - file->end);
        if (got < 0 && errno == EINTR) {
            if (raise_if_interrupted(vm)) return -1;
            continue;
        }
        if (got < 0) {
            raise_os_error(vm, errno, NULL);
            return -1;
        }
        if (got == 0) file->flags |= FILE_AT_END;
        file->end += (size_t)got;
        return got > 0;
    }
}

// ---- reading -----------------------------------------------------------------------------------------------------

static const char *text_of(Value str) { return as_str(str)->text; }

// Encodings whose line ends cannot be found by bytes are read whole and turned into UTF-8 first.
static bool is_wide_encoding(const File *file) {
    const char *name = text_of(file->encoding);
    return strncmp(name, "utf-16", 6) == 0 || strncmp(name, "utf-32", 6) == 0 || strncmp(name, "utf16", 5) == 0 || strncmp(name, "utf32", 5) == 0;
}

static bool slurp_wide(VM *vm, File *file) {
    int more;
    while ((more = fill(vm, file)) > 0) {}
    if (more < 0) return false;
    Value text = bytes_decode(vm, file->buffer + file->start, file->end - file->start, text_of(file->encoding), text_of(file->errors));
    if (text == VALUE_ERROR) return false;
    size_t size = as_str(text)->size;
    unsigned char *buffer = block_new(vm, size + 1);
    if (!buffer) return false;
    memcpy(buffer, as_str(text)->text, size);
    block_free(vm, file->buffer, file->capacity);
    file->buffer = buffer, file->capacity = size + 1, file->start = 0, file->end = size;
    Value utf8 = str_from_cstring(vm, "utf-8");
    if (utf8 == VALUE_ERROR) return false;
    gc_store(vm, file, &file->encoding, utf8);
    return true;
}

static bool start_reading(VM *vm, File *file) {
    if (!need_readable(vm, file) || !begin_reading(vm, file)) return false;
    if (!(file->flags & FILE_BINARY) && is_wide_encoding(file)) return slurp_wide(vm, file);
    return true;
}

// Takes the first `size` bytes of the buffer as a value: bytes, or text with its line ends translated.
static Value take(VM *vm, File *file, size_t size) {
    unsigned char *data = file->buffer + file->start;
    Value result;
    if (file->flags & FILE_BINARY) {
        result = bytes_new(vm, data, size);
    } else {
        size_t kept = size;
        if (file->flags & FILE_UNIVERSAL_NEWLINES && memchr(data, '\r', size)) {
            kept = 0;
            for (size_t i = 0; i < size; i++) {
                if (data[i] == '\r') {
                    data[kept++] = '\n';
                    if (i + 1 < size && data[i + 1] == '\n') i++;
                } else {
                    data[kept++] = data[i];
                }
            }
        }
        result = bytes_decode(vm, data, kept, text_of(file->encoding), text_of(file->errors));
    }
    if (result != VALUE_ERROR) file->start += size;
    return result;
}

// Bytes of the next line, its end included (all there is at the end of the file); -1: error.
static int64_t find_line(VM *vm, File *file) {
    bool any_end = file->flags & (FILE_UNIVERSAL_NEWLINES | FILE_ENDS_AT_ANY);
    size_t looked = 0;
    for (;;) {
        unsigned char *data = file->buffer + file->start;
        size_t have = file->end - file->start;
        unsigned char *newline = memchr(data + looked, '\n', have - looked);
        if (any_end) {
            size_t upto = newline ? (size_t)(newline - data) : have;
            unsigned char *ret = memchr(data + looked, '\r', upto - looked);
            if (ret && (size_t)(ret - data) + 1 < have) return ret - data + 1 + (ret[1] == '\n');
            if (ret && file->flags & FILE_AT_END) return ret - data + 1;
            if (ret) newline = NULL, looked = (size_t)(ret - data);
            else looked = have;
        } else {
            looked = have;
        }
        if (newline) return newline - data + 1;
        int more = file->flags & FILE_AT_END ? 0 : fill(vm, file);
        if (more < 0) return -1;
        if (!more && !(any_end && file->end - file->start > looked)) {
            file->flags &= ~(uint32_t)FILE_AT_END; // a terminal may go on
            return (int64_t)(file->end - file->start);
        }
    }
}

static Value file_readline(VM *vm, Value *args, uint32_t count) {
    File *file = as_file(args[0]);
    int64_t most = -1;
    if (count > 1 && args[1] != VALUE_UNBOUND && args[1] != VALUE_NONE && !op_index_int64(vm, args[1], &most, true)) return VALUE_ERROR;
    if (!start_reading(vm, file)) return VALUE_ERROR;
    int64_t size = find_line(vm, file);
    if (size < 0) return VALUE_ERROR;
    if (most >= 0 && size > most) {
        size = most;
        if (!(file->flags & FILE_BINARY)) // not through the middle of a character
            while (size > 0 && (file->buffer[file->start + (size_t)size] & 0xC0) == 0x80) size--;
    }
    return take(vm, file, (size_t)size);
}

static Value file_next(VM *vm, Value self) {
    File *file = as_file(self);
    if (!start_reading(vm, file)) return VALUE_ERROR;
    int64_t size = find_line(vm, file);
    return size < 0 ? VALUE_ERROR : size == 0 ? VALUE_END : take(vm, file, (size_t)size);
}

static Value read_all(VM *vm, File *file) {
    struct stat status;
    if (fstat(file->descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > (off_t)file->capacity) {
        size_t wanted = (size_t)status.st_size + 1 + file->end;
        unsigned char *larger = block_resize(vm, file->buffer, file->capacity, wanted);
        if (!larger) return VALUE_ERROR;
        file->buffer = larger, file->capacity = wanted;
    }
    int more;
    while ((more = fill(vm, file)) > 0) {}
    file->flags &= ~(uint32_t)FILE_AT_END;
    return more < 0 ? VALUE_ERROR : take(vm, file, file->end - file->start);
}

// Bytes that hold the next `wanted` characters (or bytes), reading on as needed; -1: error.
static int64_t find_characters(VM *vm, File *file, size_t wanted) {
    bool single = file->flags & FILE_BINARY || strncmp(text_of(file->encoding), "utf-8", 5) != 0;
    size_t at = 0, characters = 0;
    for (;;) {
        size_t have = file->end - file->start;
        const unsigned char *data = file->buffer + file->start;
        if (single) {
            characters = at = have < wanted ? have : wanted;
        } else {
            while (characters < wanted && at < have) {
                size_t step = data[at] < 0xC0 ? 1 : data[at] < 0xE0 ? 2 : data[at] < 0xF0 ? 3 : 4;
                if (data[at] == '\r' && file->flags & FILE_UNIVERSAL_NEWLINES) {
                    if (at + 1 == have && !(file->flags & FILE_AT_END)) break;
                    if (at + 1 < have && data[at + 1] == '\n') step = 2;
                }
                if (at + step > have) break;
                at += step, characters++;
            }
        }
        if (characters == wanted) return (int64_t)at;
        int more = file->flags & FILE_AT_END ? 0 : fill(vm, file);
        if (more < 0) return -1;
        if (!more) {
            file->flags &= ~(uint32_t)FILE_AT_END;
            return (int64_t)(file->end - file->start);
        }
    }
}

static Value file_read(VM *vm, Value *args, uint32_t count) {
    File *file = as_file(args[0]);
    int64_t wanted = -1;
    if (count > 1 && args[1] != VALUE_UNBOUND && args[1] != VALUE_NONE && !op_index_int64(vm, args[1], &wanted, true)) return VALUE_ERROR;
    if (!start_reading(vm, file)) return VALUE_ERROR;
    if (wanted < 0) return read_all(vm, file);
    int64_t size = find_characters(vm, file, (size_t)wanted);
    return size < 0 ? VALUE_ERROR : take(vm, file, (size_t)size);
}

static Value file_readlines(VM *vm, Value *args, uint32_t count) {
    int64_t hint = -1, total = 0;
    if (count > 1 && args[1] != VALUE_UNBOUND && args[1] != VALUE_NONE && !op_index_int64(vm, args[1], &hint, true)) return VALUE_ERROR;
    Value list = list_new(vm, NULL, 0);
    while (list != VALUE_ERROR) {
        Value line = file_next(vm, args[0]);
        if (line == VALUE_END) break;
        if (line == VALUE_ERROR || !list_append(vm, as_list(list), line)) return VALUE_ERROR;
        total += op_length(vm, line);
        if (hint > 0 && total >= hint) break;
    }
    return list;
}

static Value file_readinto(VM *vm, Value *args, uint32_t count) {
    (void)count;
    File *file = as_file(args[0]);
    if (!is_bytearray(args[1])) return raise_type_error(vm, "readinto() argument must be read-write bytes-like object, not %T", args[1]);
    if (!start_reading(vm, file)) return VALUE_ERROR;
    ByteArray *into = (ByteArray *)as_object(args[1]);
    int64_t size = find_characters(vm, file, into->size);
    if (size < 0) return VALUE_ERROR;
    memcpy(into->data, file->buffer + file->start, (size_t)size);
    file->start += (size_t)size;
    return from_small_int(size);
}

// ---- writing -----------------------------------------------------------------------------------------------------

static bool put(VM *vm, File *file, const unsigned char *data, size_t size) {
    if (size > file->capacity - file->end) {
        if (!file_flush(vm, file)) return false;
        if (size >= file->capacity) return write_all(vm, file, data, size);
    }
    memcpy(file->buffer + file->end, data, size);
    file->end += size;
    note_dirty(vm, file);
    return true;
}

static bool put_translated(VM *vm, File *file, const char *text, size_t size) {
    const char *end = file->flags & FILE_WRITE_CRLF ? "\r\n" : "\r";
    while (size) {
        const char *newline = memchr(text, '\n', size);
        size_t part = newline ? (size_t)(newline - text) : size;
        if (!put(vm, file, (const unsigned char *)text, part)) return false;
        if (!newline) return true;
        if (!put(vm, file, (const unsigned char *)end, strlen(end))) return false;
        text += part + 1, size -= part + 1;
    }
    return true;
}

bool file_write_text(VM *vm, File *file, const char *text, size_t size) {
    if (!need_writable(vm, file) || !begin_writing(vm, file)) return false;
    bool done = file->flags & (FILE_WRITE_CRLF | FILE_WRITE_CR) ? put_translated(vm, file, text, size)
                                                                  : put(vm, file, (const unsigned char *)text, size);
    if (done && file->flags & FILE_LINE_BUFFERED && memchr(text, '\n', size)) return file_flush(vm, file);
    return done;
}

static bool has_surrogate(const Str *s) {
    if (str_is_ascii(s)) return false;
    for (size_t i = 0; i + 1 < s->size; i++)
        if ((unsigned char)s->text[i] == 0xED && (unsigned char)s->text[i + 1] >= 0xA0) return true;
    return false;
}

static Value file_write(VM *vm, Value *args, uint32_t count) {
    (void)count;
    File *file = as_file(args[0]);
    if (!need_writable(vm, file)) return VALUE_ERROR;
    if (file->flags & FILE_BINARY) {
        const unsigned char *data;
        size_t size;
        if (!bytes_view(args[1], &data, &size)) return raise_type_error(vm, "a bytes-like object is required, not '%T'", args[1]);
        if (!begin_writing(vm, file) || !put(vm, file, data, size)) return VALUE_ERROR;
        return int_from_int64(vm, (int64_t)size);
    }
    if (!is_str(args[1])) return raise_type_error(vm, "write() argument must be str, not %T", args[1]);
    Str *text = as_str(args[1]);
    bool plain = strcmp(text_of(file->encoding), "utf-8") == 0 && !has_surrogate(text);
    if (plain || str_is_ascii(text)) {
        if (!is_wide_encoding(file)) {
            if (!file_write_text(vm, file, text->text, text->size)) return VALUE_ERROR;
            return int_from_int64(vm, (int64_t)text->length);
        }
    }
    Value bytes = str_encode(vm, args[1], text_of(file->encoding), text_of(file->errors));
    const unsigned char *data;
    size_t size;
    if (bytes == VALUE_ERROR || !bytes_view(bytes, &data, &size) || !file_write_text(vm, file, (const char *)data, size)) return VALUE_ERROR;
    return int_from_int64(vm, (int64_t)text->length);
}

static Value file_writelines(VM *vm, Value *args, uint32_t count) {
    (void)count;
    ROOT_SCOPE(vm);
    Value iterator = op_iter(vm, args[1]), result = VALUE_NONE;
    root_push(vm, iterator == VALUE_ERROR ? VALUE_NONE : iterator);
    if (iterator == VALUE_ERROR) result = VALUE_ERROR;
    while (result != VALUE_ERROR) {
        Value pair[2] = {args[0], op_next(vm, iterator)};
        if (pair[1] == VALUE_END) break;
        if (pair[1] == VALUE_ERROR || file_write(vm, pair, 2) == VALUE_ERROR) result = VALUE_ERROR;
    }
    ROOT_END(vm);
    return result;
}

// ---- the rest ----------------------------------------------------------------------------------------------------

static bool close_file(VM *vm, File *file) {
    if (file->descriptor < 0) return true;
    bool good = file_flush(vm, file);
    int descriptor = file->descriptor;
    file->descriptor = -1;
    if (file->flags & FILE_OWNED && close(descriptor) != 0 && good) {
        raise_os_error(vm, errno, NULL);
        good = false;
    }
    return good;
}

static Value file_close(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return close_file(vm, as_file(args[0])) ? VALUE_NONE : VALUE_ERROR;
}

static void file_finalize(VM *vm, Object *self) {
    File *file = (File *)self;
    forget_dirty(file);
    if (file->descriptor < 0) return;
    if (file->flags & MODE_WRITING && file->buffer && file->end) (void)!write(file->descriptor, file->buffer, file->end);
    if (file->flags & FILE_OWNED) close(file->descriptor);
    file->descriptor = -1;
    (void)vm;
}

static Value file_enter(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return need_open(vm, as_file(args[0])) ? args[0] : VALUE_ERROR;
}

static Value file_exit(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return close_file(vm, as_file(args[0])) ? VALUE_NONE : VALUE_ERROR;
}

static Value file_flush_method(VM *vm, Value *args, uint32_t count) {
    (void)count;
    File *file = as_file(args[0]);
    return need_open(vm, file) && file_flush(vm, file) ? VALUE_NONE : VALUE_ERROR;
}

static Value file_seek(VM *vm, Value *args, uint32_t count) {
    File *file = as_file(args[0]);
    int64_t offset, whence = 0;
    if (!op_index_int64(vm, args[1], &offset, false)) return VALUE_ERROR;
    if (count > 2 && args[2] != VALUE_UNBOUND && !op_index_int64(vm, args[2], &whence, false)) return VALUE_ERROR;
    if (!need_open(vm, file)) return VALUE_ERROR;
    if (whence < 0 || whence > 2) return raise_value_error(vm, "invalid whence (%zd, should be 0, 1 or 2)", whence);
    if (whence == 0 && offset < 0) return raise_value_error(vm, "negative seek position %zd", offset);
    if (whence && offset && !(file->flags & FILE_BINARY))
        return unsupported(vm, whence == 1 ? "can't do nonzero cur-relative seeks" : "can't do nonzero end-relative seeks");
    if (!file_flush(vm, file)) return VALUE_ERROR;
    if (whence == 1 && file->flags & MODE_READING) offset -= (int64_t)(file->end - file->start);
    file->start = file->end = 0;
    file->flags &= ~(uint32_t)(MODE_READING | MODE_WRITING | FILE_AT_END);
    off_t place = lseek(file->descriptor, offset, whence == 0 ? SEEK_SET : whence == 1 ? SEEK_CUR : SEEK_END);
    return place < 0 ? raise_os_error(vm, errno, NULL) : int_from_int64(vm, place);
}

static Value file_tell(VM *vm, Value *args, uint32_t count) {
    (void)count;
    File *file = as_file(args[0]);
    if (!need_open(vm, file)) return VALUE_ERROR;
    off_t place = lseek(file->descriptor, 0, SEEK_CUR);
    if (place < 0) return raise_os_error(vm, errno, NULL);
    if (file->flags & MODE_WRITING) place += (off_t)file->end;
    else place -= (off_t)(file->end - file->start);
    return int_from_int64(vm, place);
}

static Value file_truncate(VM *vm, Value *args, uint32_t count) {
    File *file = as_file(args[0]);
    int64_t size;
    if (!need_writable(vm, file) || !file_flush(vm, file)) return VALUE_ERROR;
    if (count > 1 && args[1] != VALUE_UNBOUND && args[1] != VALUE_NONE) {
        if (!op_index_int64(vm, args[1], &size, false)) return VALUE_ERROR;
    } else {
        Value place = file_tell(vm, args, 1);
        if (place == VALUE_ERROR || !op_index_int64(vm, place, &size, false)) return VALUE_ERROR;
    }
    return ftruncate(file->descriptor, size) == 0 ? int_from_int64(vm, size) : raise_os_error(vm, errno, NULL);
}

static Value file_fileno(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return need_open(vm, as_file(args[0])) ? from_small_int(as_file(args[0])->descriptor) : VALUE_ERROR;
}

static Value file_isatty(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return need_open(vm, as_file(args[0])) ? from_bool(isatty(as_file(args[0])->descriptor)) : VALUE_ERROR;
}

static Value file_readable(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return need_open(vm, as_file(args[0])) ? from_bool(as_file(args[0])->flags & FILE_READABLE) : VALUE_ERROR;
}

static Value file_writable(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return need_open(vm, as_file(args[0])) ? from_bool(as_file(args[0])->flags & FILE_WRITABLE) : VALUE_ERROR;
}

static Value file_seekable(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return need_open(vm, as_file(args[0])) ? from_bool(lseek(as_file(args[0])->descriptor, 0, SEEK_CUR) >= 0) : VALUE_ERROR;
}

static const char *class_name(const File *file) {
    if (!(file->flags & FILE_BINARY)) return "TextIOWrapper";
    return !(file->flags & FILE_WRITABLE) ? "BufferedReader" : file->flags & FILE_READABLE ? "BufferedRandom" : "BufferedWriter";
}

static Value file_repr(VM *vm, Value self) {
    File *file = as_file(self);
    if (file->flags & FILE_BINARY) return str_from_format(vm, "<_io.%s name=%R>", class_name(file), file->name);
    return str_from_format(vm, "<_io.%s name=%R mode=%R encoding=%R>", class_name(file), file->name, file->mode, file->encoding);
}

static Value file_iter(VM *vm, Value self) { return need_open(vm, as_file(self)) ? self : VALUE_ERROR; }

static Value get_name(VM *vm, Value self) { return (void)vm, as_file(self)->name; }
static Value get_mode(VM *vm, Value self) { return (void)vm, as_file(self)->mode; }
static Value get_encoding(VM *vm, Value self) { return (void)vm, as_file(self)->encoding; }
static Value get_errors(VM *vm, Value self) { return (void)vm, as_file(self)->errors; }
static Value get_closed(VM *vm, Value self) { return (void)vm, from_bool(as_file(self)->descriptor < 0); }
static Value get_newlines(VM *vm, Value self) { return (void)vm, (void)self, VALUE_NONE; }

// The binary stream below a text one: a file of its own over the same descriptor (sys.stdout.buffer).
static Value get_buffer(VM *vm, Value self) {
    File *file = as_file(self);
    if (file->flags & FILE_BINARY) return raise_error(vm, vm->types.AttributeError, "'%s' object has no attribute 'buffer'", class_name(file));
    if (!file_flush(vm, file)) return VALUE_ERROR;
    return file_from_descriptor(vm, file->descriptor, text_of(file->mode), file->flags & FILE_WRITABLE ? "wb" : "rb", false);
}

static void file_trace(VM *vm, Object *self) {
    File *file = (File *)self;
    gc_mark_block(vm, file->buffer);
    gc_mark(vm, file->name);
    gc_mark(vm, file->mode);
    gc_mark(vm, file->encoding);
    gc_mark(vm, file->errors);
}

static const NativeDef file_methods[] = {
    {"read", {file_read}, 0, 1, NULL, 0, "Reads n characters or bytes, or all."},
    {"readline", {file_readline}, 0, 1, NULL, 0, "Reads one line."},
    {"readlines", {file_readlines}, 0, 1, NULL, 0, "Reads all lines into a list."},
    {"readinto", {file_readinto}, 1, 1, NULL, 0, "Reads into a bytearray."},
    {"write", {file_write}, 1, 1, NULL, 0, "Writes; returns the number of characters or bytes."},
    {"writelines", {file_writelines}, 1, 1, NULL, 0, "Writes each item of an iterable."},
    {"flush", {file_flush_method}, 0, 0, NULL, 0, "Hands what was written to the system."},
    {"close", {file_close}, 0, 0, NULL, 0, "Flushes and closes."},
    {"seek", {file_seek}, 1, 2, NULL, 0, "Moves to an offset."},
    {"tell", {file_tell}, 0, 0, NULL, 0, "The current offset."},
    {"truncate", {file_truncate}, 0, 1, NULL, 0, "Cuts the file at a size."},
    {"fileno", {file_fileno}, 0, 0, NULL, 0, "The file descriptor."},
    {"isatty", {file_isatty}, 0, 0, NULL, 0, "Whether it is a terminal."},
    {"readable", {file_readable}, 0, 0, NULL, 0, NULL},
    {"writable", {file_writable}, 0, 0, NULL, 0, NULL},
    {"seekable", {file_seekable}, 0, 0, NULL, 0, NULL},
    {"__enter__", {file_enter}, 0, 0, NULL, 0, NULL},
    {"__exit__", {file_exit}, 0, -1, NULL, 0, NULL},
    {0},
};

static const GetSetDef file_getset[] = {
    {"name", get_name, NULL},     {"mode", get_mode, NULL},         {"encoding", get_encoding, NULL}, {"errors", get_errors, NULL},
    {"closed", get_closed, NULL}, {"newlines", get_newlines, NULL}, {"buffer", get_buffer, NULL},     {0},
};

const TypeSpec file_spec = {
    .name = "_io.TextIOWrapper",
    .layout = LAYOUT_FILE,
    .size = sizeof(File),
    .flags = TYPE_HAS_DICT | TYPE_NO_INSTANTIATE,
    .slots = {.repr = file_repr, .iter = file_iter, .next = file_next, .trace = file_trace, .finalize = file_finalize},
    .methods = file_methods,
    .getset = file_getset,
};

// ---- opening -----------------------------------------------------------------------------------------------------

static File *file_new(VM *vm, int descriptor, uint32_t flags) {
    File *file = object_new(vm, vm->types.file, sizeof *file);
    if (!file) return NULL;
    memset((char *)file + sizeof(Object), 0, sizeof *file - sizeof(Object));
    file->descriptor = descriptor;
    file->flags = flags;
    file->name = file->mode = file->encoding = file->errors = VALUE_NONE;
    if (!gc_register_finalizer(vm, &file->head)) {
        file->descriptor = -1;
        return NULL;
    }
    return file;
}

static bool name_file(VM *vm, File *file, Value name, const char *mode, Value encoding, Value errors) {
    file->name = name;
    if ((file->mode = str_from_cstring(vm, mode)) == VALUE_ERROR) return false;
    if (file->flags & FILE_BINARY) return true;
    file->encoding = is_str(encoding) ? encoding : str_from_cstring(vm, "utf-8");
    if (file->encoding == VALUE_ERROR) return false;
    if (is_str(encoding) && (str_equals_cstring(as_str(encoding), "utf8") || str_equals_cstring(as_str(encoding), "UTF-8") || str_equals_cstring(as_str(encoding), "utf_8")))
        file->encoding = str_from_cstring(vm, "utf-8");
    file->errors = is_str(errors) ? errors : str_from_cstring(vm, "strict");
    return file->encoding != VALUE_ERROR && file->errors != VALUE_ERROR;
}

Value file_from_descriptor(VM *vm, int descriptor, const char *name, const char *mode, bool line_buffered) {
    uint32_t flags = (mode[0] == 'r' ? FILE_READABLE | (strchr(mode, 'b') ? 0 : FILE_UNIVERSAL_NEWLINES) : FILE_WRITABLE) | (strchr(mode, 'b') ? FILE_BINARY : 0) |
                     (line_buffered ? FILE_LINE_BUFFERED : 0);
    File *file = file_new(vm, descriptor, flags);
    Value title = file ? str_from_cstring(vm, name) : VALUE_ERROR;
    return title != VALUE_ERROR && name_file(vm, file, title, mode, VALUE_NONE, VALUE_NONE) ? from_object(file) : VALUE_ERROR;
}

// Translates "r+b" and its like; false with ValueError set.
static bool parse_mode(VM *vm, const char *mode, uint32_t *flags, int *system_flags) {
    int kinds = 0, plus = 0, binary = 0, text = 0;
    char kind = 0;
    for (const char *c = mode; *c; c++) {
        if (strchr("rwax", *c)) kind = *c, kinds++;
        else if (*c == '+') plus++;
        else if (*c == 'b') binary++;
        else if (*c == 't') text++;
        else kinds = 99;
        if (kinds >= 99 || plus > 1 || binary > 1 || text > 1) return raise_value_error(vm, "invalid mode: '%s'", mode), false;
    }
    if (binary && text) return raise_value_error(vm, "can't have text and binary mode at once"), false;
    if (kinds != 1) return raise_value_error(vm, kinds ? "must have exactly one of create/read/write/append mode" : "Must have exactly one of create/read/write/append mode and at most one plus"), false;
    *flags = (kind == 'r' || plus ? FILE_READABLE : 0) | (kind != 'r' || plus ? FILE_WRITABLE : 0) | (binary ? FILE_BINARY : 0) | (kind == 'a' ? FILE_APPEND : 0);
    *system_flags = (plus ? O_RDWR : kind == 'r' ? O_RDONLY : O_WRONLY) | O_CLOEXEC |
                    (kind == 'w' ? O_CREAT | O_TRUNC : kind == 'a' ? O_CREAT | O_APPEND : kind == 'x' ? O_CREAT | O_EXCL : 0);
    return true;
}

static bool parse_newline(VM *vm, Value newline, uint32_t *flags) {
    if (newline == VALUE_NONE || newline == VALUE_UNBOUND) {
        *flags |= FILE_UNIVERSAL_NEWLINES;
        return true;
    }
    if (!is_str(newline)) return raise_type_error(vm, "open() argument 'newline' must be str or None, not %T", newline), false;
    const char *text = text_of(newline);
    if (!*text) *flags |= FILE_ENDS_AT_ANY;
    else if (strcmp(text, "\r\n") == 0) *flags |= FILE_WRITE_CRLF;
    else if (strcmp(text, "\r") == 0) *flags |= FILE_WRITE_CR;
    else if (strcmp(text, "\n") != 0) return raise_value_error(vm, "illegal newline value: %R", newline), false;
    return true;
}

Value file_open(VM *vm, Value path, const char *mode, Value encoding, Value errors, Value newline, bool close_descriptor) {
    uint32_t flags;
    int system_flags, descriptor;
    if (!parse_mode(vm, mode, &flags, &system_flags)) return VALUE_ERROR;
    if (flags & FILE_BINARY) {
        if (is_str(encoding)) return raise_value_error(vm, "binary mode doesn't take an encoding argument");
        if (is_str(errors)) return raise_value_error(vm, "binary mode doesn't take an errors argument");
        if (is_str(newline)) return raise_value_error(vm, "binary mode doesn't take a newline argument");
    } else if (!parse_newline(vm, newline, &flags)) {
        return VALUE_ERROR;
    }
    if (!(flags & FILE_BINARY) && is_str(encoding) && str_encode(vm, vm->empty_str, text_of(encoding), "strict") == VALUE_ERROR)
        return VALUE_ERROR; // LookupError: unknown encoding
    if (!is_str(path) && !is_int(path) && !is_bytes(path)) {
        path = call_special(vm, path, vm->names.__fspath__, NULL, 0);
        if (path == VALUE_ERROR) return VALUE_ERROR;
        if (path == VALUE_UNBOUND) return raise_type_error(vm, "expected str, bytes or os.PathLike object");
    }
    file_flush_all(vm);
    if (is_int(path)) {
        int64_t number;
        if (!op_index_int64(vm, path, &number, false)) return VALUE_ERROR;
        struct stat status;
        descriptor = (int)number;
        if (number < 0 || number > 1 << 30 || fstat(descriptor, &status) != 0) return raise_os_error(vm, EBADF, NULL);
    } else {
        const char *name;
        size_t size;
        if (is_bytes(path)) name = (const char *)((Bytes *)as_object(path))->data, size = ((Bytes *)as_object(path))->size;
        else name = text_of(path), size = as_str(path)->size;
        if (memchr(name, 0, size)) return raise_value_error(vm, "embedded null byte");
        descriptor = open(name, system_flags, 0666);
        if (descriptor < 0) return raise_os_error(vm, errno, name);
        struct stat status;
        if (fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
            close(descriptor);
            return raise_os_error(vm, EISDIR, name);
        }
        close_descriptor = true;
    }
    File *file = file_new(vm, descriptor, flags | (close_descriptor ? FILE_OWNED : 0));
    if (!file) {
        if (close_descriptor) close(descriptor);
        return VALUE_ERROR;
    }
    if (flags & FILE_APPEND) (void)!lseek(descriptor, 0, SEEK_END);
    return name_file(vm, file, path, mode, encoding, errors) ? from_object(file) : VALUE_ERROR;
}
