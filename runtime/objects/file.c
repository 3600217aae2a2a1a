#include "base/utf8.h"
#include "runtime/objects/str_private.h"
#include "runtime/objects/file.h"
#include "runtime/grants.h"
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/modules/io_private.h"
#include "runtime/objects/str.h"
#include "runtime/thread.h"
#include "runtime/waiting.h"
#include <poll.h>
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

enum { FILE_BUFFER = 64 * 1024, FILE_BUFFER_LEAST = 4096 };

static File *as_file(Value v) { return (File *)as_object(v); }

static Value raise_detached(VM *vm, const File *file) {
    return raise_value_error(vm, file->flags & FILE_BINARY ? "raw stream has been detached" : "underlying buffer has been detached");
}

static bool is_raw(VM *vm, const File *file) { return object_type(&file->head) == vm->types.file_io; }

// Buffered binary files name the operation ("read of"), text files and raw ones do not.
// The descriptor may have been closed by its number, and be somebody else's now.
static bool may_use(VM *vm, const File *file, StreamUse use) {
    return !vm->grants || file->stream->descriptor > DESCRIPTOR_HOST || grants_need_stream(vm, file->stream->descriptor, use);
}

static bool need_open_to(VM *vm, const File *file, const char *operation) {
    if (file->stream->descriptor >= 0 && !may_use(vm, file, STREAM_LOOK)) return false;
    if (file->stream->descriptor >= 0) return true;
    if (file->flags & FILE_DETACHED) raise_detached(vm, file);
    else if (is_raw(vm, file)) raise_value_error(vm, "I/O operation on closed file");
    else if (file->flags & FILE_BINARY) raise_value_error(vm, "%s closed file", operation);
    else raise_value_error(vm, "I/O operation on closed file.");
    return false;
}

// ... and for what is asked of the stream below, neither does.
static bool need_open(VM *vm, const File *file) {
    if (file->stream->descriptor >= 0 && !may_use(vm, file, STREAM_LOOK)) return false;
    if (file->stream->descriptor >= 0) return true;
    if (file->flags & FILE_DETACHED) raise_detached(vm, file);
    else raise_value_error(vm, "I/O operation on closed file");
    return false;
}

static Value self_if_open(VM *vm, Value self) {
    if (as_file(self)->stream->descriptor >= 0) return self;
    return as_file(self)->flags & FILE_DETACHED ? raise_detached(vm, as_file(self)) : raise_value_error(vm, "I/O operation on closed file.");
}

static bool need_readable(VM *vm, File *file, const char *operation) {
    if ((!(file->flags & FILE_BINARY) || file->flags & FILE_DETACHED || is_raw(vm, file)) && !need_open_to(vm, file, operation)) return false;
    if (file->flags & FILE_READABLE) return need_open_to(vm, file, operation);
    io_unsupported(vm, is_raw(vm, file) ? "File not open for reading" : file->flags & FILE_BINARY ? "read" : "not readable");
    return false;
}

static bool need_writable(VM *vm, File *file, const char *operation) {
    if ((!(file->flags & FILE_BINARY) || file->flags & FILE_DETACHED || is_raw(vm, file)) && !need_open_to(vm, file, operation)) return false;
    if (file->flags & FILE_WRITABLE) return need_open_to(vm, file, operation);
    io_unsupported(vm, is_raw(vm, file) ? "File not open for writing" : file->flags & FILE_BINARY ? "write" : "not writable");
    return false;
}

// A view's stream lies in another file, whose buffer it is.
static void set_buffer(VM *vm, File *file, unsigned char *buffer, size_t capacity) {
    file->stream->buffer = buffer, file->stream->capacity = capacity;
    gc_wrote(vm, (char *)file->stream - offsetof(File, own));
}

// For reading of a small file no larger than that; a small one where there is no room for more: what handles a MemoryError may print for the first time.
static bool need_buffer(VM *vm, File *file, bool to_read) {
    struct stat status;
    size_t size = FILE_BUFFER;
    if (file->stream->buffer) return true;
    if (to_read && fstat(file->stream->descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0 && status.st_size < FILE_BUFFER)
        size = (size_t)status.st_size + 1;
    unsigned char *buffer = block_new(vm, size);
    if (!buffer && size > FILE_BUFFER_LEAST) error_clear(vm), buffer = block_new(vm, size = FILE_BUFFER_LEAST);
    if (buffer) set_buffer(vm, file, buffer, size);
    return buffer != NULL;
}
static void free_buffer(VM *vm, Stream *stream) {
    if (!stream->buffer || stream->is_busy) return;
    block_free(vm, stream->buffer, stream->capacity);
    stream->buffer = NULL;
    stream->start = stream->end = stream->capacity = stream->plain = 0;
}

// ---- the system's side -------------------------------------------------------------------------------------------

static ssize_t write_to_host(VM *vm, int descriptor, const unsigned char *data, size_t size) {
    Host *host = vm->config.host;
    host->output(host, descriptor - DESCRIPTOR_HOST, (const char *)data, size);
    return (ssize_t)size;
}

static ssize_t write_some(const VM *vm, int descriptor, const unsigned char *data, size_t size) {
    PipeSignal held;
    pipe_signal_hold(vm, &held);
    ssize_t done = write(descriptor, data, size);
    pipe_signal_release(&held);
    return done;
}

static bool write_each(VM *vm, File *file, const unsigned char *data, size_t size) {
    if (file->stream->descriptor > DESCRIPTOR_HOST) return write_to_host(vm, file->stream->descriptor, data, size), true;
    while (size) {
        ssize_t done;
        if (!may_use(vm, file, STREAM_WRITE)) return false;
        int descriptor = file->stream->descriptor, error;
        if (!wait_for_descriptor(vm, descriptor, POLLOUT)) return false;
        BLOCKING_BEGIN_IF(vm, !waits_in_slices(vm));
        done = write_some(vm, descriptor, data, wait_most_written(vm, descriptor, size));
        error = errno;
        BLOCKING_END(vm);
        errno = error;
        if (done < 0 && errno == EINTR) {
            if (raise_if_interrupted(vm)) return false;
            continue;
        }
        if (done < 0) {
            raise_os_error(vm, errno, NULL);
            return false;
        }
        data += done, size -= (size_t)done;
        if (size && attention_of(vm) & ATTENTION_INTERRUPT && raise_if_interrupted(vm)) return false; // a signal has cut it short
    }
    return true;
}
// Nobody else runs while it is written to.
static bool is_written_alone(const VM *vm, const File *file) { return !threads_are_many(vm) && wait_most_written(vm, file->stream->descriptor, SIZE_MAX) == SIZE_MAX; }
static bool write_all(VM *vm, File *file, const unsigned char *data, size_t size) {
    if (is_written_alone(vm, file)) return write_each(vm, file, data, size);
    unsigned char *copy = malloc(size + 1); // other threads, and scripts of a host, may write to the file, and collect, meanwhile
    if (!copy) return raise_memory_error(vm), false;
    memcpy(copy, data, size);
    bool good;
    if (thread_is_main(vm)) { // a run that stands still leaves nothing on the list of what its thread is to clean up
        good = write_each(vm, file, copy, size);
        free(copy);
    } else { // its VM may leave it behind where it waits
        pthread_cleanup_push(free, copy);
        good = write_each(vm, file, copy, size);
        pthread_cleanup_pop(true);
    }
    return good;
}

// How many bytes of the file what was read ahead stands for.
static off_t size_read_ahead(const File *file) {
    const Stream *stream = file->stream;
    const char *encoding = file->flags & FILE_HOLDS_UTF8 ? as_str(file->encoding)->text : "";
    off_t unit = strstr(encoding, "32") ? 4 : strstr(encoding, "16") ? 2 : 0, size = 0;
    if (!unit) return (off_t)(stream->end - stream->start);
    for (size_t i = stream->start; i < stream->end; i++)
        if ((stream->buffer[i] & 0xC0) != 0x80) size += stream->buffer[i] >= 0xF0 ? 4 : unit; // 0xF0: beyond U+FFFF
    return size;
}

// Gives up what was read ahead, moving the descriptor back to where the script is.
static void drop_input(File *file) {
    if (file->flags & FILE_READABLE && file->stream->end > file->stream->start && file->flags & FILE_WRITABLE)
        (void)!lseek(file->stream->descriptor, -size_read_ahead(file), SEEK_CUR);
    file->stream->start = file->stream->end = 0;
    file->flags &= ~(uint32_t)FILE_HOLDS_UTF8;
}

static void note_dirty(VM *vm, File *file) {
    Stream *stream = file->stream;
    if (stream->dirty_link || !(file->flags & FILE_OWNED)) return;
    stream->next_dirty = vm->dirty_files;
    if (stream->next_dirty) stream->next_dirty->dirty_link = &stream->next_dirty;
    stream->dirty_link = &vm->dirty_files;
    vm->dirty_files = stream;
}
static void forget_dirty(Stream *stream) {
    if (!stream->dirty_link) return;
    *stream->dirty_link = stream->next_dirty;
    if (stream->next_dirty) stream->next_dirty->dirty_link = stream->dirty_link;
    stream->dirty_link = NULL;
}
// Nobody is there to wait, or to be told: in a VM of a host what the other end does not take at once stays in the buffer.
static void write_what_is_taken(const VM *vm, Stream *stream) {
    if (!grants_owns(vm, stream->descriptor)) return;
    for (size_t size; stream->end && (size = wait_taken_at_once(vm, stream->descriptor, stream->end));) {
        ssize_t done = write_some(vm, stream->descriptor, stream->buffer, size);
        if (done <= 0) return;
        stream->end -= (size_t)done;
        memmove(stream->buffer, stream->buffer + done, stream->end);
    }
}
void file_flush_all(VM *vm) {
    while (vm->dirty_files) {
        Stream *stream = vm->dirty_files;
        forget_dirty(stream);
        if (!stream->is_writing) continue;
        write_what_is_taken(vm, stream);
    }
}

bool file_flush(VM *vm, File *file) {
    if (!file->stream->is_writing || !file->stream->end) return true;
    forget_dirty(file->stream);
    Stream *stream = file->stream;
    size_t size = stream->end;
    bool was_busy = stream->is_busy; // handlers of signals, others' scripts may run meanwhile, and close the file, or detach it
    stream->end = 0, stream->is_busy = true;
    ROOT_SCOPE(vm);
    root_push(vm, from_object(file));
    bool good = write_all(vm, file, stream->buffer, size);
    ROOT_END(vm);
    stream->is_busy = was_busy;
    if (good && file->stream != stream) return raise_detached(vm, file), false;
    return good;
}

static bool begin_reading(VM *vm, File *file) {
    if (file->stream->is_writing) {
        if (!file_flush(vm, file)) return false;
        file->stream->is_writing = false;
        file->stream->start = file->stream->end = 0;
    }
    file->stream->is_reading = true;
    return need_buffer(vm, file, true);
}

static bool begin_writing(VM *vm, File *file) {
    if (file->stream->is_reading) {
        drop_input(file);
        file->stream->is_reading = file->stream->is_at_end = false;
    }
    file->stream->is_writing = true;
    return need_buffer(vm, file, false);
}

// Other threads run meanwhile, and may read from the file themselves: so what was read is put behind what is in the buffer afterwards.
enum { READ_RAISED = -2 };
static ssize_t read_with_others(VM *vm, File *file, size_t most) {
    unsigned char *data = malloc(FILE_BUFFER);
    if (!data) return raise_memory_error(vm), READ_RAISED;
    int descriptor = file->stream->descriptor;
    ssize_t got;
    pthread_cleanup_push(free, data);
    BLOCKING_BEGIN_IF(vm, !waits_in_slices(vm));
    got = read(descriptor, data, most < FILE_BUFFER ? most : FILE_BUFFER);
    BLOCKING_END(vm);
    pthread_cleanup_pop(false);
    int error = errno;
    if (!need_open(vm, file)) return free(data), READ_RAISED;
    if (got > 0 && file->stream->capacity - file->stream->end < (size_t)got) {
        unsigned char *larger = block_resize(vm, file->stream->buffer, file->stream->capacity, file->stream->end + (size_t)got);
        if (!larger) return free(data), READ_RAISED;
        set_buffer(vm, file, larger, file->stream->end + (size_t)got);
    }
    if (got > 0) memcpy(file->stream->buffer + file->stream->end, data, (size_t)got);
    free(data);
    errno = error;
    return got;
}

// Reads more into the buffer (moving what is there to its start, growing it when full). 1 got some, 0 at the end, -1 error: then the file may be closed.
// Others may read from it meanwhile, so that there is less than before.
enum { SEEN_CR = 1, SEEN_LF = 2, SEEN_CRLF = 4, SEEN_ALL = 7 };

// Notes the kinds of line ends in what was read just now: the buffer from `from` on. A "\r" at the very end is left for the next time, unless
// nothing follows.
static bool notes_newlines(const File *file) { return file->flags & (FILE_UNIVERSAL_NEWLINES | FILE_ENDS_AT_ANY) && file->newlines != SEEN_ALL; }
static void note_newlines(File *file, size_t from) {
    if (!notes_newlines(file)) return;
    const unsigned char *start = file->stream->buffer, *at = start + from, *end = start + file->stream->end;
    if (from && at[-1] == '\r') at--;
    uint32_t seen = file->newlines;
    for (const unsigned char *found = at; seen != SEEN_ALL && (found = memchr(found, '\r', (size_t)(end - found))); found++) {
        if (found + 1 < end) seen |= found[1] == '\n' ? SEEN_CRLF : SEEN_CR;
        else if (file->stream->is_at_end) seen |= SEEN_CR;
    }
    for (const unsigned char *found = at; !(seen & SEEN_LF) && (found = memchr(found, '\n', (size_t)(end - found))); found++)
        if (found == start || found[-1] != '\r') seen |= SEEN_LF;
    file->newlines = seen;
}

static size_t plain_prefix(const unsigned char *data, size_t size) {
    size_t at = 0;
#if defined(__SSE2__)
    for (const __m128i cr = _mm_set1_epi8('\r'); size - at >= 16; at += 16) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(data + at));
        if (_mm_movemask_epi8(_mm_or_si128(bytes, _mm_cmpeq_epi8(bytes, cr)))) break; // the top bits say what is not ASCII
    }
#endif
    while (at < size && data[at] < 128 && data[at] != '\r') at++;
    return at;
}

static void note_plain(Stream *stream) { stream->plain += plain_prefix(stream->buffer + stream->plain, stream->end - stream->plain); }

static int fill_at_most(VM *vm, File *file, size_t most) {
    if (!wait_for_descriptor(vm, file->stream->descriptor, POLLIN) || !need_open(vm, file)) return -1;
    if (file->stream->plain > file->stream->end) file->stream->plain = file->stream->end;
    file->stream->plain -= file->stream->plain < file->stream->start ? file->stream->plain : file->stream->start;
    if (file->stream->start) {
        memmove(file->stream->buffer, file->stream->buffer + file->stream->start, file->stream->end - file->stream->start);
        file->stream->end -= file->stream->start;
        file->stream->start = 0;
    }
    if (file->stream->end == file->stream->capacity) {
        unsigned char *larger = block_resize(vm, file->stream->buffer, file->stream->capacity, file->stream->capacity * 2);
        if (!larger) return -1;
        set_buffer(vm, file, larger, file->stream->capacity * 2);
    }
    for (;;) {
        if (!may_use(vm, file, STREAM_READ)) return -1;
        size_t room = file->stream->capacity - file->stream->end;
        ssize_t got = threads_are_many(vm) ? read_with_others(vm, file, most) : read(file->stream->descriptor, file->stream->buffer + file->stream->end, most < room ? most : room);
        if (got == READ_RAISED) return -1;
        if (got < 0 && errno == EINTR) {
            if (raise_if_interrupted(vm)) return -1;
            continue;
        }
        if (got < 0) {
            raise_os_error(vm, errno, NULL);
            return -1;
        }
        if (got == 0) file->stream->is_at_end = true;
        file->stream->end += (size_t)got;
        if (!(file->flags & FILE_HOLDS_UTF8)) note_newlines(file, file->stream->end - (size_t)got);
        note_plain(file->stream);
        return got > 0;
    }
}
static int fill(VM *vm, File *file) { return fill_at_most(vm, file, SIZE_MAX); }

// A raw file has no buffer that others know of: it reads no more than it is asked for, or gives back what it has read beyond that.
static bool is_without_buffer(const File *file) { return (file->flags & (FILE_UNBUFFERED | FILE_BINARY | FILE_IS_VIEW)) == (FILE_UNBUFFERED | FILE_BINARY); }
static bool is_regular(const File *file) {
    struct stat status;
    return fstat(file->stream->descriptor, &status) == 0 && S_ISREG(status.st_mode);
}
static int fill_for_line(VM *vm, File *file) {
    enum { LINE_PART = 512 };
    return fill_at_most(vm, file, !is_without_buffer(file) ? SIZE_MAX : is_regular(file) ? LINE_PART : 1);
}
static void give_back(File *file) {
    Stream *stream = file->stream;
    if (stream->start == stream->end || !is_without_buffer(file) || !is_regular(file)) return;
    if (lseek(stream->descriptor, -(off_t)(stream->end - stream->start), SEEK_CUR) >= 0) stream->start = stream->end = stream->plain = 0;
}

// ---- reading -----------------------------------------------------------------------------------------------------

static const char *text_of(Value str) { return as_str(str)->text; }

static bool is_utf8(const File *file) { // asked for every line
    const Str *name = as_str(file->encoding);
    const char *p = name->text;
    return name->size == 5 && (p[0] | 32) == 'u' && (p[1] | 32) == 't' && (p[2] | 32) == 'f' && p[3] == '-' && p[4] == '8';
}
// Of what is in the buffer when reading.
static const char *buffer_encoding(const File *file) { return file->flags & FILE_HOLDS_UTF8 ? "utf-8" : text_of(file->encoding); }

// The name of an encoding in lower case and without what separates its parts.
static void plain_name(const char *name, char plain[16]) {
    size_t size = 0;
    for (; *name && size < 15; name++)
        if (*name != '-' && *name != '_' && *name != ' ') plain[size++] = (char)tolower((unsigned char)*name);
    plain[size] = 0;
}

// The same encoding without the byte order mark it begins with; NULL: it has none.
static const char *markless_encoding(const char *name) {
    static const char *const pairs[][2] = {{"utf16", "utf-16-le"}, {"u16", "utf-16-le"}, {"utf32", "utf-32-le"}, {"u32", "utf-32-le"}, {"utf8sig", "utf-8"}};
    char plain[16];
    plain_name(name, plain);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (strcmp(plain, pairs[i][0]) == 0) return pairs[i][1];
    return NULL;
}

// The encoding of what is written now: a mark stands at the beginning of the file only.
static const char *encoding_to_write(File *file) {
    const char *encoding = text_of(file->encoding), *markless = markless_encoding(encoding);
    if (!markless) return encoding;
    bool is_past = file->flags & FILE_IS_PAST_MARK;
    if (!is_past) is_past = (file->stream->is_writing && file->stream->end) || lseek(file->stream->descriptor, 0, SEEK_CUR) > 0;
    file->flags |= FILE_IS_PAST_MARK;
    return is_past ? markless : encoding;
}

// Encodings whose line ends cannot be found by bytes, or that begin with a mark, are read whole and turned into UTF-8 first.
static bool is_wide_encoding(const File *file) {
    static const char *const begins[] = {"utf16", "u16", "utf32", "u32", "utf8sig"};
    char plain[16];
    const char *encoding = text_of(file->encoding);
    if (is_utf8(file) || ((*encoding | 32) >= 'a' && (*encoding | 32) <= 'z' && (*encoding | 32) != 'u')) return false; // asked for each line: seldom more than this
    plain_name(encoding, plain);
    for (size_t i = 0; i < sizeof begins / sizeof *begins; i++)
        if (strncmp(plain, begins[i], strlen(begins[i])) == 0) return true;
    return false;
}

static bool slurp_wide(VM *vm, File *file) {
    uint32_t newlines = file->newlines; // not of the bytes, but of the text
    int more;
    while ((more = fill(vm, file)) > 0) {}
    if (more < 0) return false;
    Value text = bytes_decode(vm, file->stream->buffer + file->stream->start, file->stream->end - file->stream->start, text_of(file->encoding), text_of(file->errors));
    if (text == VALUE_ERROR) return false;
    size_t size = as_str(text)->size;
    unsigned char *buffer = block_new(vm, size + 1);
    if (!buffer) return false;
    memcpy(buffer, as_str(text)->text, size);
    block_free(vm, file->stream->buffer, file->stream->capacity);
    set_buffer(vm, file, buffer, size + 1);
    file->stream->start = file->stream->plain = 0, file->stream->end = size;
    file->flags |= FILE_HOLDS_UTF8;
    file->newlines = newlines;
    note_newlines(file, 0);
    return true;
}

static bool start_reading(VM *vm, File *file, const char *operation) {
    if (!need_readable(vm, file, operation) || !begin_reading(vm, file)) return false;
    file->flags |= FILE_HAS_READ;
    if (!(file->flags & (FILE_BINARY | FILE_HOLDS_UTF8)) && is_wide_encoding(file)) return slurp_wide(vm, file);
    return true;
}

// Takes the first `size` bytes of the buffer as a value: bytes, or text with its line ends translated.
static Value take(VM *vm, File *file, size_t size) {
    unsigned char *data = file->stream->buffer + file->stream->start;
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
        size_t length;
        const char *text = (const char *)data;
        if (!(file->flags & FILE_HOLDS_UTF8 || is_utf8(file)) || utf8_validate(text, kept, &length) != kept) result = bytes_decode(vm, data, kept, buffer_encoding(file), text_of(file->errors));
        else result = length == kept ? str_from_ascii(vm, text, kept, text + kept) : str_new_counted(vm, text, kept, length);
    }
    if (result != VALUE_ERROR) file->stream->start += size, give_back(file);
    return result;
}

// With newline="\r" or "\r\n": where the first line in `data` ends; 0: it does not.
static size_t special_line(const File *file, const unsigned char *data, size_t size) {
    for (const unsigned char *at = data, *found; (found = memchr(at, '\r', (size_t)(data + size - at))); at = found + 1) {
        if (file->flags & FILE_CR) return (size_t)(found - data) + 1;
        if (found + 1 < data + size && found[1] == '\n') return (size_t)(found - data) + 2;
    }
    return 0;
}

static int64_t find_special_line(VM *vm, File *file) {
    for (;;) {
        size_t have = file->stream->end - file->stream->start, size = special_line(file, file->stream->buffer + file->stream->start, have);
        if (size) return (int64_t)size;
        int more = file->stream->is_at_end ? 0 : fill(vm, file);
        if (more < 0) return -1;
        if (more) continue;
        file->stream->is_at_end = false;
        return (int64_t)(file->stream->end - file->stream->start);
    }
}

// Bytes of the next line, its end included (all there is at the end of the file); -1: error.
static int64_t find_line(VM *vm, File *file) {
    if (file->flags & (FILE_CRLF | FILE_CR)) return find_special_line(vm, file);
    bool any_end = file->flags & (FILE_UNIVERSAL_NEWLINES | FILE_ENDS_AT_ANY);
    size_t looked = 0;
    for (;;) {
        unsigned char *data = file->stream->buffer + file->stream->start;
        size_t have = file->stream->end - file->stream->start;
        if (looked > have) looked = 0; // others have read
        unsigned char *newline = memchr(data + looked, '\n', have - looked);
        if (any_end) {
            size_t upto = newline ? (size_t)(newline - data) : have;
            unsigned char *ret = memchr(data + looked, '\r', upto - looked);
            if (ret && (size_t)(ret - data) + 1 < have) return ret - data + 1 + (ret[1] == '\n');
            if (ret && file->stream->is_at_end) return ret - data + 1;
            if (ret) newline = NULL, looked = (size_t)(ret - data);
            else looked = have;
        } else {
            looked = have;
        }
        if (newline) return newline - data + 1;
        int more = file->stream->is_at_end ? 0 : fill_for_line(vm, file);
        if (more < 0) return -1;
        if (!more && !(any_end && file->stream->end - file->stream->start > looked)) {
            file->stream->is_at_end = false; // a terminal may go on
            return (int64_t)(file->stream->end - file->stream->start);
        }
    }
}

static bool holds_single_bytes(const File *file) { return file->flags & FILE_BINARY || strncasecmp(buffer_encoding(file), "utf-8", 5) != 0; }

// Of a line of `size` bytes at the start of the buffer: the bytes of its first `wanted` characters (or bytes).
static size_t start_of_line(const File *file, size_t size, size_t wanted) {
    bool single = holds_single_bytes(file);
    if (size <= wanted || (single && !(file->flags & FILE_UNIVERSAL_NEWLINES))) return size < wanted ? size : wanted;
    const unsigned char *data = file->stream->buffer + file->stream->start;
    size_t at = 0;
    for (; wanted && at < size; wanted--) {
        size_t step = single || data[at] < 0xC0 ? 1 : data[at] < 0xE0 ? 2 : data[at] < 0xF0 ? 3 : 4;
        if (data[at] == '\r' && file->flags & FILE_UNIVERSAL_NEWLINES && at + 2 == size) step = 2; // one newline
        at += step;
    }
    return at < size ? at : size;
}

// The next line where all of it is known to need no decoding; VALUE_UNBOUND: it is not.
static inline Value next_plain_line(VM *vm, File *file) {
    Stream *stream = file->stream;
    if (stream->start >= stream->plain || !stream->is_reading || stream->descriptor < 0) return VALUE_UNBOUND;
    if ((file->flags & (FILE_READABLE | FILE_HAS_READ | FILE_CRLF | FILE_CR)) != (FILE_READABLE | FILE_HAS_READ) || !(file->flags & FILE_BINARY || is_utf8(file))) return VALUE_UNBOUND;
    const char *line = (const char *)stream->buffer + stream->start;
    const char *newline = memchr(line, '\n', stream->plain - stream->start);
    if (!newline) return VALUE_UNBOUND;
    size_t size = (size_t)(newline - line) + 1;
    Value result = file->flags & FILE_BINARY ? bytes_new(vm, line, size) : str_from_ascii(vm, line, size, (const char *)stream->buffer + stream->plain);
    if (result != VALUE_ERROR) stream->start += size, give_back(file);
    return result;
}

static Value file_readline(VM *vm, Value *args, uint32_t count) {
    File *file = as_file(args[0]);
    int64_t most = -1;
    bool is_given = count > 1 && args[1] != VALUE_UNBOUND && !(args[1] == VALUE_NONE && file->flags & FILE_BINARY);
    if (is_given && file->flags & FILE_BINARY && !is_int(args[1]) && !value_type(vm, args[1])->slots.unary[SLOT_INDEX])
        return raise_type_error(vm, "argument should be integer or None, not '%T'", args[1]);
    if (is_given && !op_index_int64(vm, args[1], &most, true)) return VALUE_ERROR;
    Value line = most < 0 ? next_plain_line(vm, file) : VALUE_UNBOUND;
    if (line != VALUE_UNBOUND) return line;
    if (!start_reading(vm, file, "readline of")) return VALUE_ERROR;
    int64_t size = find_line(vm, file);
    if (size < 0) return VALUE_ERROR;
    if (most >= 0) size = (int64_t)start_of_line(file, (size_t)size, (size_t)most);
    return take(vm, file, (size_t)size);
}

static Value file_next(VM *vm, Value self) {
    File *file = as_file(self);
    Value line = next_plain_line(vm, file);
    if (line != VALUE_UNBOUND) {
        if (!(file->flags & FILE_BINARY)) file->flags |= FILE_IS_ITERATED;
        return line;
    }
    if (!start_reading(vm, file, "readline of")) return VALUE_ERROR;
    if (!(file->flags & FILE_BINARY)) file->flags |= FILE_IS_ITERATED;
    int64_t size = find_line(vm, file);
    if (size == 0) file->flags &= ~(uint32_t)FILE_IS_ITERATED;
    return size < 0 ? VALUE_ERROR : size == 0 ? VALUE_END : take(vm, file, (size_t)size);
}

// ---- reading all of it -------------------------------------------------------------------------------------------

// What is left of a regular file is read where the result, a Bytes or an ASCII Str, has its text. It turns out to be something else: then it goes
// through the buffer as if it had been read there.
enum { READ_AT_ONCE = 8 * 1024 }; // bytes; less than that is better read into the buffer

// Reads up to `size` bytes; how many there were, -1: raised.
static ssize_t read_exactly(VM *vm, int descriptor, unsigned char *data, size_t size) {
    size_t total = 0;
    while (total < size) {
        ssize_t got = read(descriptor, data + total, size - total);
        if (got == 0) break;
        if (got < 0 && errno != EINTR) return raise_os_error(vm, errno, NULL), -1;
        if (got < 0 && raise_if_interrupted(vm)) return -1;
        if (got > 0) total += (size_t)got;
    }
    return (ssize_t)total;
}

// Text that needs neither decoding nor other line ends, or is at least UTF-8 without "\r"; VALUE_UNBOUND: neither.
static Value whole_text(VM *vm, File *file, Str *s) {
    size_t length;
    if (memchr(s->text, '\r', s->size)) return VALUE_UNBOUND;
    bool ascii = utf8_is_ascii(s->text, s->size);
    if (!ascii && utf8_validate(s->text, s->size, &length) != s->size) return VALUE_UNBOUND;
    if (notes_newlines(file) && memchr(s->text, '\n', s->size)) file->newlines |= SEEN_LF;
    return ascii ? from_object(s) : str_new_counted(vm, s->text, s->size, length);
}

static bool put_back(VM *vm, File *file, const unsigned char *data, size_t size) {
    Stream *stream = file->stream;
    if (size >= stream->capacity) {
        unsigned char *larger = block_resize(vm, stream->buffer, stream->capacity, size + 1);
        if (!larger) return false;
        set_buffer(vm, file, larger, size + 1);
    }
    memcpy(stream->buffer, data, size);
    stream->start = stream->plain = 0, stream->end = size;
    note_newlines(file, 0);
    return true;
}

// VALUE_UNBOUND: what there is now lies in the buffer, and read_all goes on as ever.
static Value read_at_once(VM *vm, File *file) {
    Stream *stream = file->stream;
    struct stat status;
    off_t place;
    bool binary = file->flags & FILE_BINARY;
    if (!may_use(vm, file, STREAM_READ)) return VALUE_ERROR;
    if (threads_are_many(vm) || file->flags & FILE_HOLDS_UTF8 || !(binary || is_utf8(file))) return VALUE_UNBOUND;
    if (fstat(stream->descriptor, &status) != 0 || !S_ISREG(status.st_mode) || (place = lseek(stream->descriptor, 0, SEEK_CUR)) < 0 || status.st_size - place < READ_AT_ONCE)
        return VALUE_UNBOUND;
    size_t have = stream->end - stream->start, size = have + (size_t)(status.st_size - place);
    Str *s = binary ? NULL : str_alloc(vm, size, size);
    Bytes *bytes = binary ? bytes_alloc(vm, size) : NULL;
    if (!s && !bytes) return VALUE_ERROR;
    Value result = binary ? from_object(bytes) : from_object(s);
    unsigned char *data = binary ? bytes->data : (unsigned char *)s->text;
    memcpy(data, stream->buffer + stream->start, have);
    ROOT_SCOPE(vm);
    root_push(vm, result);
    ssize_t got = read_exactly(vm, stream->descriptor, data + have, size - have);
    int more = got < 0 ? -1 : 1;
    if ((size_t)got == size - have) { // is that all?
        stream->start = stream->end = 0;
        more = fill(vm, file);
    }
    ROOT_END(vm);
    if (more < 0) return VALUE_ERROR;
    if (!more && stream->is_reading && stream->descriptor >= 0) {
        Value whole = binary ? result : whole_text(vm, file, s);
        if (whole != VALUE_UNBOUND) return stream->is_at_end = false, whole;
    }
    size_t later = more > 0 && (size_t)got == size - have ? stream->end : 0; // what came after it goes behind it
    unsigned char *behind = later ? malloc(later) : NULL;
    if (later && !behind) return raise_memory_error(vm);
    if (later) memcpy(behind, stream->buffer, later);
    bool good = put_back(vm, file, data, have + (size_t)got);
    if (good && later) {
        unsigned char *larger = block_resize(vm, stream->buffer, stream->capacity, stream->end + later + 1);
        if (larger) {
            set_buffer(vm, file, larger, stream->end + later + 1);
            memcpy(larger + stream->end, behind, later);
            stream->end += later;
        }
        good = larger != NULL;
    }
    free(behind);
    return good ? VALUE_UNBOUND : VALUE_ERROR;
}

static Value read_all(VM *vm, File *file) {
    Value whole = read_at_once(vm, file);
    if (whole != VALUE_UNBOUND) return whole;
    struct stat status;
    if (fstat(file->stream->descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > (off_t)file->stream->capacity) {
        size_t wanted = (size_t)status.st_size + 1 + file->stream->end;
        unsigned char *larger = block_resize(vm, file->stream->buffer, file->stream->capacity, wanted);
        if (!larger) return VALUE_ERROR;
        set_buffer(vm, file, larger, wanted);
    }
    int more;
    while ((more = fill(vm, file)) > 0) {}
    if (more < 0) return VALUE_ERROR;
    file->stream->is_at_end = false;
    return take(vm, file, file->stream->end - file->stream->start);
}

// Bytes that hold the next `wanted` characters (or bytes), reading on as needed; -1: error.
static int64_t find_characters(VM *vm, File *file, size_t wanted) {
    bool single = holds_single_bytes(file);
    size_t at = 0, characters = 0;
    for (;;) {
        size_t have = file->stream->end - file->stream->start;
        const unsigned char *data = file->stream->buffer + file->stream->start;
        if (at > have) at = characters = 0; // others have read
        if (single && !(file->flags & FILE_UNIVERSAL_NEWLINES)) {
            characters = at = have < wanted ? have : wanted;
        } else {
            while (characters < wanted && at < have) {
                size_t step = single || data[at] < 0xC0 ? 1 : data[at] < 0xE0 ? 2 : data[at] < 0xF0 ? 3 : 4;
                if (data[at] == '\r' && file->flags & FILE_UNIVERSAL_NEWLINES) {
                    if (at + 1 == have && !(file->stream->is_at_end)) break;
                    if (at + 1 < have && data[at + 1] == '\n') step = 2;
                }
                if (at + step > have) break;
                at += step, characters++;
            }
        }
        if (characters == wanted) return (int64_t)at;
        int more = file->stream->is_at_end ? 0 : fill(vm, file);
        if (more < 0) return -1;
        if (!more) {
            file->stream->is_at_end = false;
            return (int64_t)(file->stream->end - file->stream->start);
        }
    }
}

// The same of a raw file: what one read of the system gives, unless it is a regular one, which has all there is.
static int64_t find_raw(VM *vm, File *file, size_t wanted) {
    Stream *stream = file->stream;
    for (;;) {
        size_t have = stream->end - stream->start;
        if (have >= wanted) return (int64_t)wanted;
        int more = fill_at_most(vm, file, wanted - have);
        if (more < 0) return -1;
        stream->is_at_end = false;
        have = stream->end - stream->start;
        if (!more || !is_regular(file)) return (int64_t)(have < wanted ? have : wanted);
    }
}
static int64_t find_wanted(VM *vm, File *file, size_t wanted) { return is_without_buffer(file) ? find_raw(vm, file, wanted) : find_characters(vm, file, wanted); }

static Value file_read(VM *vm, Value *args, uint32_t count) {
    File *file = as_file(args[0]);
    int64_t wanted = -1;
    if (count > 1 && args[1] != VALUE_UNBOUND && args[1] != VALUE_NONE) {
        if (!is_int(args[1]) && !value_type(vm, args[1])->slots.unary[SLOT_INDEX]) return raise_type_error(vm, "argument should be integer or None, not '%T'", args[1]);
        if (!op_index_int64(vm, args[1], &wanted, true)) return VALUE_ERROR;
    }
    if (!start_reading(vm, file, "read of")) return VALUE_ERROR;
    if (wanted < 0) return read_all(vm, file);
    int64_t size = find_wanted(vm, file, (size_t)wanted);
    return size < 0 ? VALUE_ERROR : take(vm, file, (size_t)size);
}

static Value file_readlines(VM *vm, Value *args, uint32_t count) {
    int64_t hint = -1, total = 0;
    if (count > 1 && args[1] != VALUE_UNBOUND && args[1] != VALUE_NONE && !op_index_int64(vm, args[1], &hint, true)) return VALUE_ERROR;
    if (self_if_open(vm, args[0]) == VALUE_ERROR) return VALUE_ERROR;
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
    unsigned char *data;
    size_t room;
    if (!bytes_writable_view(args[1], &data, &room)) return raise_type_error(vm, "readinto() argument must be read-write bytes-like object, not %T", args[1]);
    if (!start_reading(vm, file, "readinto of")) return VALUE_ERROR;
    int64_t size = find_wanted(vm, file, room);
    if (size < 0) return VALUE_ERROR;
    if (!bytes_writable_view(args[1], &data, &room)) return raise_value_error(vm, "the buffer was changed while it was read into");
    if ((size_t)size > room) size = (int64_t)room; // a bytearray that was cut meanwhile
    memcpy(data, file->stream->buffer + file->stream->start, (size_t)size);
    file->stream->start += (size_t)size;
    return from_small_int(size);
}

// What is there, or else comes with one read of the system; at most `most` bytes of it (-1: all).
static Value read_once(VM *vm, File *file, int64_t most, bool keeps) {
    if (!start_reading(vm, file, keeps ? "peek of" : "read of")) return VALUE_ERROR;
    Stream *stream = file->stream;
    if (stream->start == stream->end && most != 0 && fill(vm, file) < 0) return VALUE_ERROR;
    stream->is_at_end = false;
    size_t size = stream->end - stream->start, before = stream->start;
    Value result = take(vm, file, most >= 0 && (size_t)most < size ? (size_t)most : size);
    if (keeps) stream->start = before;
    return result;
}

static Value file_read1(VM *vm, Value *args, uint32_t count) {
    int64_t most = -1;
    if (count > 1 && !op_index_int64(vm, args[1], &most, true)) return VALUE_ERROR;
    return read_once(vm, as_file(args[0]), most, false);
}

static Value file_peek(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return read_once(vm, as_file(args[0]), -1, true);
}

static Value file_readall(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return start_reading(vm, as_file(args[0]), "read of") ? read_all(vm, as_file(args[0])) : VALUE_ERROR;
}

// ---- writing -----------------------------------------------------------------------------------------------------

static bool put(VM *vm, File *file, const unsigned char *data, size_t size) {
    while (size > file->stream->capacity - file->stream->end) {
        if (!file_flush(vm, file) || !need_open(vm, file) || !begin_writing(vm, file)) return false; // others may have used it meanwhile
        if (size >= file->stream->capacity) return write_all(vm, file, data, size);
    }
    memcpy(file->stream->buffer + file->stream->end, data, size);
    file->stream->end += size;
    if (file->flags & FILE_UNBUFFERED) return file_flush(vm, file);
    note_dirty(vm, file);
    return true;
}

static bool put_translated(VM *vm, File *file, const char *text, size_t size) {
    const char *end = file->flags & FILE_CRLF ? "\r\n" : "\r";
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
    if (!need_writable(vm, file, "write to") || !begin_writing(vm, file)) return false;
    bool done = file->flags & (FILE_CRLF | FILE_CR) ? put_translated(vm, file, text, size)
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
    if (!need_writable(vm, file, "write to")) return VALUE_ERROR;
    if (file->flags & FILE_BINARY) {
        const unsigned char *data;
        size_t size;
        if (!bytes_view(args[1], &data, &size)) return raise_type_error(vm, "a bytes-like object is required, not '%T'", args[1]);
        if (!begin_writing(vm, file)) return VALUE_ERROR;
        if (!is_bytes(args[1]) && size > file->stream->capacity - file->stream->end && !is_written_alone(vm, file)) {
            Value copy = bytes_new(vm, data, size); // of what may be changed meanwhile
            if (copy == VALUE_ERROR) return VALUE_ERROR;
            args[1] = copy, data = as_bytes(copy)->data;
        }
        if (!put(vm, file, data, size)) return VALUE_ERROR;
        return int_from_int64(vm, (int64_t)size);
    }
    if (!is_str(args[1])) return raise_type_error(vm, "write() argument must be str, not %T", args[1]);
    Str *text = as_str(args[1]);
    if (str_is_ascii(text) && is_utf8(file)) return file_write_text(vm, file, text->text, text->size) ? from_small_int((int64_t)text->size) : VALUE_ERROR;
    const char *encoding = encoding_to_write(file);
    bool plain = is_utf8(file) && !has_surrogate(text);
    if (plain || (str_is_ascii(text) && !markless_encoding(text_of(file->encoding)))) {
        if (!is_wide_encoding(file)) {
            if (!file_write_text(vm, file, text->text, text->size)) return VALUE_ERROR;
            return int_from_int64(vm, (int64_t)text->length);
        }
    }
    const size_t length = text->length;
    Value bytes = str_encode(vm, args[1], encoding, text_of(file->errors));
    const unsigned char *data;
    size_t size;
    if (bytes == VALUE_ERROR || !bytes_view(bytes, &data, &size)) return VALUE_ERROR;
    args[1] = bytes; // an argument's place is a root
    if (!file_write_text(vm, file, (const char *)data, size)) return VALUE_ERROR;
    return int_from_int64(vm, (int64_t)length);
}

static Value file_writelines(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (self_if_open(vm, args[0]) == VALUE_ERROR) return VALUE_ERROR;
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
    if (file->flags & FILE_DETACHED) return raise_detached(vm, file), false;
    if (file->stream->descriptor < 0) return true;
    bool good = file_flush(vm, file);
    int descriptor = file->stream->descriptor;
    if (descriptor < 0) return good; // others have closed it meanwhile
    file->stream->descriptor = -1;
    if (file->flags & FILE_OWNED && grants_close(vm, descriptor) != 0 && good) {
        raise_os_error(vm, errno, NULL);
        good = false;
    }
    if (!threads_are_many(vm)) free_buffer(vm, file->stream);
    return good;
}

static Value file_close(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return close_file(vm, as_file(args[0])) ? VALUE_NONE : VALUE_ERROR;
}

static void file_finalize(VM *vm, Object *self) { // a view has none
    File *file = (File *)self;
    file->stream = &file->own; // not so if it was detached
    forget_dirty(file->stream);
    if (file->stream->descriptor < 0) return;
    Stream *stream = file->stream;
    if (stream->is_writing && stream->buffer && stream->end) {
        if (stream->descriptor > DESCRIPTOR_HOST) write_to_host(vm, stream->descriptor, stream->buffer, stream->end);
        else write_what_is_taken(vm, stream);
    }
    if (file->flags & FILE_OWNED) grants_close(vm, stream->descriptor);
    stream->descriptor = -1;
}

static Value file_enter(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return self_if_open(vm, args[0]);
}

static Value file_exit(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return close_file(vm, as_file(args[0])) ? VALUE_NONE : VALUE_ERROR;
}

static Value file_flush_method(VM *vm, Value *args, uint32_t count) {
    (void)count;
    File *file = as_file(args[0]);
    return (file->flags & FILE_WRITABLE ? need_open_to(vm, file, "flush of") : self_if_open(vm, args[0]) != VALUE_ERROR) && file_flush(vm, file) ? VALUE_NONE : VALUE_ERROR;
}

static Value file_seek(VM *vm, Value *args, uint32_t count) {
    File *file = as_file(args[0]);
    int64_t offset, whence = 0;
    if (!op_index_int64(vm, args[1], &offset, false)) return VALUE_ERROR;
    if (count > 2 && args[2] != VALUE_UNBOUND && !op_index_int64(vm, args[2], &whence, false)) return VALUE_ERROR;
    if (!need_open_to(vm, file, "seek of")) return VALUE_ERROR;
    if (whence < 0 || whence > 2) return raise_value_error(vm, "invalid whence (%zd, should be 0, 1 or 2)", whence);
    if (whence == 0 && offset < 0) return raise_value_error(vm, "negative seek position %zd", offset);
    if (whence && offset && !(file->flags & FILE_BINARY))
        return io_unsupported(vm, whence == 1 ? "can't do nonzero cur-relative seeks" : "can't do nonzero end-relative seeks");
    if (whence == 1 && file->flags & FILE_IS_ITERATED) return raise_error(vm, vm->types.OSError, "telling position disabled by next() call");
    if (!file_flush(vm, file)) return VALUE_ERROR;
    if (whence == 1 && file->stream->is_reading) offset -= size_read_ahead(file);
    file->stream->start = file->stream->end = 0;
    file->flags &= ~(uint32_t)(FILE_IS_ITERATED | FILE_IS_PAST_MARK | FILE_HOLDS_UTF8);
    file->stream->is_reading = file->stream->is_writing = file->stream->is_at_end = false;
    off_t place = lseek(file->stream->descriptor, offset, whence == 0 ? SEEK_SET : whence == 1 ? SEEK_CUR : SEEK_END);
    if (place == 0) file->newlines = 0;
    return place < 0 ? raise_os_error(vm, errno, NULL) : int_from_int64(vm, place);
}

static Value file_tell(VM *vm, Value *args, uint32_t count) {
    (void)count;
    File *file = as_file(args[0]);
    if (file->flags & FILE_BINARY ? !need_open(vm, file) : self_if_open(vm, args[0]) == VALUE_ERROR) return VALUE_ERROR;
    if (file->flags & FILE_IS_ITERATED) return raise_error(vm, vm->types.OSError, "telling position disabled by next() call");
    off_t place = lseek(file->stream->descriptor, 0, SEEK_CUR);
    if (place < 0) return raise_os_error(vm, errno, NULL);
    if (file->stream->is_writing) place += (off_t)file->stream->end;
    else place -= size_read_ahead(file);
    return int_from_int64(vm, place);
}

static Value file_truncate(VM *vm, Value *args, uint32_t count) {
    File *file = as_file(args[0]);
    int64_t size;
    if (!(file->flags & FILE_WRITABLE) && !is_raw(vm, file) && file->stream->descriptor >= 0) return io_unsupported(vm, "truncate");
    if (!need_writable(vm, file, "truncate of") || !file_flush(vm, file)) return VALUE_ERROR;
    if (vm->grants && file->stream->descriptor < DESCRIPTOR_HOST && !grants_need_descriptor(vm, file->stream->descriptor)) return VALUE_ERROR;
    if (count > 1 && args[1] != VALUE_UNBOUND && args[1] != VALUE_NONE) {
        if (!op_index_int64(vm, args[1], &size, false)) return VALUE_ERROR;
    } else {
        Value place = file_tell(vm, args, 1);
        if (place == VALUE_ERROR || !op_index_int64(vm, place, &size, false)) return VALUE_ERROR;
    }
    return ftruncate(file->stream->descriptor, size) == 0 ? int_from_int64(vm, size) : raise_os_error(vm, errno, NULL);
}

static Value file_fileno(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!need_open(vm, as_file(args[0]))) return VALUE_ERROR;
    int descriptor = as_file(args[0])->stream->descriptor;
    return descriptor > DESCRIPTOR_HOST ? io_unsupported(vm, "fileno") : from_small_int(descriptor);
}

// encoding, errors, newline, line_buffering, write_through: what is None stays as it is.
static Value file_reconfigure(VM *vm, Value *args, uint32_t count) {
    (void)count;
    File *file = as_file(args[0]);
    if (!need_open(vm, file) || !file_flush(vm, file)) return VALUE_ERROR;
    bool has_read = file->flags & FILE_HAS_READ && file->stream->is_reading && file->stream->end > file->stream->start;
    for (int i = 1; i <= 5; i++)
        if (args[i] == VALUE_UNBOUND) args[i] = VALUE_NONE;
    for (int i = 1; i <= 2; i++)
        if (args[i] != VALUE_NONE && !is_str(args[i])) return raise_type_error(vm, "reconfigure() argument '%s' must be str or None, not %T", i == 1 ? "encoding" : "errors", args[i]);
    if (has_read && (args[1] != VALUE_NONE || args[2] != VALUE_NONE || args[3] != VALUE_NONE)) return io_unsupported(vm, "It is not possible to set the encoding or newline of stream after the first read");
    if (is_str(args[1]) && str_equals_cstring(as_str(args[1]), "locale") && (args[1] = str_from_cstring(vm, "UTF-8")) == VALUE_ERROR) return VALUE_ERROR;
    if (is_str(args[1]) && str_encode(vm, vm->empty_str, text_of(args[1]), "strict") == VALUE_ERROR) return VALUE_ERROR;
    if (args[3] != VALUE_NONE) {
        file->flags &= ~(uint32_t)FILE_NEWLINES;
        if (!file_parse_newline(vm, args[3], &file->flags)) return VALUE_ERROR;
    }
    if (is_str(args[1])) {
        Value strict = str_from_cstring(vm, "strict");
        if (strict == VALUE_ERROR) return VALUE_ERROR;
        gc_store(vm, file, &file->encoding, args[1]);
        if (args[2] == VALUE_NONE) gc_store(vm, file, &file->errors, strict);
    }
    if (is_str(args[2])) gc_store(vm, file, &file->errors, args[2]);
    if (args[4] != VALUE_NONE) {
        int on = op_truth(vm, args[4]);
        if (on < 0) return VALUE_ERROR;
        file->flags = on ? file->flags | FILE_LINE_BUFFERED : file->flags & ~(uint32_t)FILE_LINE_BUFFERED;
    }
    return VALUE_NONE;
}

static Value file_isatty(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return need_open(vm, as_file(args[0])) ? from_bool(isatty(as_file(args[0])->stream->descriptor)) : VALUE_ERROR;
}

// What a buffered stream can't is known without asking the raw one.
static Value can(VM *vm, const File *file, uint32_t flag) {
    if (!(file->flags & (flag | FILE_DETACHED)) && !is_raw(vm, file)) return VALUE_FALSE;
    return need_open(vm, file) ? from_bool(file->flags & flag) : VALUE_ERROR;
}

static Value file_readable(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return can(vm, as_file(args[0]), FILE_READABLE);
}

static Value file_writable(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return can(vm, as_file(args[0]), FILE_WRITABLE);
}

static Value file_seekable(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return need_open(vm, as_file(args[0])) ? from_bool(lseek(as_file(args[0])->stream->descriptor, 0, SEEK_CUR) >= 0) : VALUE_ERROR;
}

Type *file_binary_type(const VM *vm, uint32_t flags) {
    if (flags & FILE_UNBUFFERED && !(flags & FILE_IS_VIEW)) return vm->types.file_io;
    return !(flags & FILE_WRITABLE) ? vm->types.buffered_reader : flags & FILE_READABLE ? vm->types.buffered_random : vm->types.buffered_writer;
}

// What a stream of bytes can do, in the words of FileIO: "w+", "w+b" and "r+b" are all "rb+".
static Value get_binary_mode(VM *vm, Value self) {
    Value mode = as_file(self)->mode;
    if (as_file(self)->flags & FILE_DETACHED) return raise_detached(vm, as_file(self));
    if (!is_str(mode)) return mode;
    const Str *text = as_str(mode);
    bool both = memchr(text->text, '+', text->size), exclusive = memchr(text->text, 'x', text->size), appends = memchr(text->text, 'a', text->size);
    char kind = exclusive ? 'x' : appends ? 'a' : both ? 'r' : memchr(text->text, 'w', text->size) ? 'w' : 'r';
    char words[4] = {kind, 'b', both ? '+' : 0, 0};
    return str_from_cstring(vm, words);
}
static Value file_repr(VM *vm, Value self) {
    File *file = as_file(self);
    if (file->flags & FILE_UNBUFFERED && file->flags & FILE_BINARY)
        return str_from_format(vm, "<_io.FileIO name=%R mode=%R closefd=%R>", file->name, get_binary_mode(vm, self), from_bool(file->flags & FILE_OWNED));
    if (file->flags & FILE_DETACHED && file->flags & FILE_BINARY) return raise_detached(vm, file);
    if (file->flags & FILE_DETACHED) return str_from_format(vm, "<_io.TextIOWrapper mode=%R encoding=%R>", file->mode, file->encoding);
    if (file->flags & FILE_BINARY) return str_from_format(vm, "<%T name=%R>", self, file->name);
    return str_from_format(vm, "<_io.TextIOWrapper name=%R mode=%R encoding=%R>", file->name, file->mode, file->encoding);
}

static Value file_iter(VM *vm, Value self) { return self_if_open(vm, self); }

static Value get_name(VM *vm, Value self) { return as_file(self)->flags & FILE_DETACHED ? raise_detached(vm, as_file(self)) : as_file(self)->name; }
static Value get_mode(VM *vm, Value self) { return (void)vm, as_file(self)->mode; }
static Value get_encoding(VM *vm, Value self) { return (void)vm, as_file(self)->encoding; }
static Value get_errors(VM *vm, Value self) { return (void)vm, as_file(self)->errors; }
static Value get_closed(VM *vm, Value self) {
    return as_file(self)->flags & FILE_DETACHED ? raise_detached(vm, as_file(self)) : from_bool(as_file(self)->stream->descriptor < 0);
}

Value newlines_of_kinds(VM *vm, uint32_t kinds) {
    static const char *const texts[] = {"\r", "\n", "\r\n"};
    Value found[3];
    size_t count = 0;
    for (int i = 0; i < 3; i++)
        if (kinds >> i & 1 && (found[count++] = str_from_cstring(vm, texts[i])) == VALUE_ERROR) return VALUE_ERROR;
    return !count ? VALUE_NONE : count == 1 ? found[0] : tuple_new(vm, found, count);
}
static Value get_newlines(VM *vm, Value self) { return as_file(self)->flags & FILE_DETACHED ? raise_detached(vm, as_file(self)) : newlines_of_kinds(vm, as_file(self)->newlines); }

// A binary file over the same stream.
static File *new_view(VM *vm, Value self, Type *type) {
    File *file = as_file(self), *view = object_new(vm, type, sizeof *view);
    if (!view) return NULL;
    memset((char *)view + sizeof(Object), 0, sizeof *view - sizeof(Object));
    view->flags = (file->flags & (FILE_READABLE | FILE_WRITABLE | FILE_OWNED | FILE_UNBUFFERED)) | FILE_BINARY | FILE_IS_VIEW;
    view->stream = file->stream;
    view->other = self;
    view->name = file->name, view->mode = file->mode, view->encoding = view->errors = VALUE_NONE;
    return view;
}

// The binary stream below a text one.
static Value get_buffer(VM *vm, Value self) {
    File *file = as_file(self);
    if (file->flags & FILE_DETACHED) return VALUE_NONE;
    if (file->other != VALUE_NONE) return file->other;
    File *view = new_view(vm, self, file_binary_type(vm, file->flags | FILE_IS_VIEW));
    if (!view) return VALUE_ERROR;
    gc_store(vm, file, &file->other, from_object(view));
    return from_object(view);
}

static Value new_raw_view(VM *vm, Value self) {
    File *raw = new_view(vm, self, vm->types.file_io);
    if (!raw) return VALUE_ERROR;
    raw->flags |= FILE_UNBUFFERED;
    return from_object(raw);
}

// The stream below a buffered one.
static Value get_raw(VM *vm, Value self) {
    File *file = as_file(self);
    if (file->flags & FILE_DETACHED) return VALUE_NONE;
    if (file->other != VALUE_NONE && !(file->flags & FILE_IS_VIEW)) return file->other;
    Value raw = new_raw_view(vm, self);
    if (raw != VALUE_ERROR && !(file->flags & FILE_IS_VIEW)) gc_store(vm, file, &file->other, raw);
    return raw;
}

// What lies below is given away: of text its binary file, of a buffered file an unbuffered one.
static Value file_detach(VM *vm, Value *args, uint32_t count) {
    (void)count;
    static const Stream closed = {.descriptor = -1};
    File *file = as_file(args[0]);
    if (!need_open_to(vm, file, "flush of") || !file_flush(vm, file)) return VALUE_ERROR;
    Value below = file->flags & FILE_BINARY ? new_raw_view(vm, args[0]) : get_buffer(vm, args[0]);
    if (below == VALUE_ERROR) return VALUE_ERROR;
    file->flags |= FILE_DETACHED;
    file->stream = (Stream *)(uintptr_t)&closed; // never written to: whoever would asks for a descriptor first
    return below;
}
static Value get_line_buffering(VM *vm, Value self) { return (void)vm, from_bool(as_file(self)->flags & FILE_LINE_BUFFERED); }
static Value get_write_through(VM *vm, Value self) { return (void)vm, (void)self, VALUE_FALSE; }
static Value get_closefd(VM *vm, Value self) { return (void)vm, from_bool(as_file(self)->flags & FILE_OWNED); }

static void file_trace(VM *vm, Object *self) {
    File *file = (File *)self;
    if (!(file->flags & FILE_IS_VIEW)) gc_mark_block(vm, file->own.buffer);
    gc_mark(vm, file->other);
    gc_mark(vm, file->name);
    gc_mark(vm, file->mode);
    gc_mark(vm, file->encoding);
    gc_mark(vm, file->errors);
}

// What text and binary files have alike.
#define FILE_METHODS \
    {"read", {file_read}, 0, 1, 0, NULL, DOC("Reads n characters or bytes, or all.")}, \
    {"readline", {file_readline}, 0, 1, 0, NULL, DOC("Reads one line.")}, \
    {"readlines", {file_readlines}, 0, 1, 0, NULL, DOC("Reads all lines into a list.")}, \
    {"write", {file_write}, 1, 1, 0, NULL, DOC("Writes; returns the number of characters or bytes.")}, \
    {"writelines", {file_writelines}, 1, 1, 0, NULL, DOC("Writes each item of an iterable.")}, \
    {"flush", {file_flush_method}, 0, 0, 0, NULL, DOC("Hands what was written to the system.")}, \
    {"close", {file_close}, 0, 0, 0, NULL, DOC("Flushes and closes.")}, \
    {"seek", {file_seek}, 1, 2, 0, NULL, DOC("Moves to an offset.")}, \
    {"tell", {file_tell}, 0, 0, 0, NULL, DOC("The current offset.")}, \
    {"truncate", {file_truncate}, 0, 1, 0, NULL, DOC("Cuts the file at a size.")}, \
    {"fileno", {file_fileno}, 0, 0, 0, NULL, DOC("The file descriptor.")}, \
    {"isatty", {file_isatty}, 0, 0, 0, NULL, DOC("Whether it is a terminal.")}, \
    {"readable", {file_readable}, 0, 0, 0, NULL, DOC(NULL)}, \
    {"writable", {file_writable}, 0, 0, 0, NULL, DOC(NULL)}, \
    {"seekable", {file_seekable}, 0, 0, 0, NULL, DOC(NULL)}, \
    {"__enter__", {file_enter}, 0, 0, 0, NULL, DOC(NULL)}, \
    {"__exit__", {file_exit}, 0, -1, 0, NULL, DOC(NULL)},

static const NativeDef file_methods[] = {
    FILE_METHODS
    {"detach", {file_detach}, 0, 0, 0, NULL, DOC("Separates the buffer from the text and returns it.")},
    {"reconfigure", {file_reconfigure}, 0, 0, 0, "* encoding errors newline line_buffering write_through", DOC("Changes how text is encoded and buffered.")},
    {0},
};

#define BUFFERED_METHODS \
    FILE_METHODS \
    {"detach", {file_detach}, 0, 0, 0, NULL, DOC("Separates the raw stream from the buffer and returns it.")}, \
    {"readinto", {file_readinto}, 1, 1, 0, NULL, DOC("Reads into a bytes-like object.")}, \
    {"read1", {file_read1}, 0, 1, 0, NULL, DOC("Reads with at most one call of the system.")}, \
    {"readinto1", {file_readinto}, 1, 1, 0, NULL, DOC("Reads into a bytes-like object.")},

static const NativeDef writer_methods[] = {
    BUFFERED_METHODS
    {0},
};

static const NativeDef reader_methods[] = {
    BUFFERED_METHODS
    {"peek", {file_peek}, 0, 1, 0, NULL, DOC("What comes next, without moving on.")},
    {0},
};

static const NativeDef raw_methods[] = {
    FILE_METHODS
    {"readinto", {file_readinto}, 1, 1, 0, NULL, DOC("Reads into a bytes-like object.")},
    {"readall", {file_readall}, 0, 0, 0, NULL, DOC("Reads to the end.")},
    {0},
};

static const GetSetDef file_getset[] = {
    {"name", get_name, NULL},     {"mode", get_mode, NULL},         {"encoding", get_encoding, NULL}, {"errors", get_errors, NULL},
    {"closed", get_closed, NULL}, {"newlines", get_newlines, NULL}, {"buffer", get_buffer, NULL},     {"line_buffering", get_line_buffering, NULL},
    {"write_through", get_write_through, NULL}, {0},
};
static const GetSetDef binary_getset[] = {{"name", get_name, NULL}, {"mode", get_binary_mode, NULL}, {"closed", get_closed, NULL}, {"raw", get_raw, NULL}, {0}};
static const GetSetDef raw_getset[] = {{"name", get_name, NULL}, {"mode", get_binary_mode, NULL}, {"closed", get_closed, NULL}, {"closefd", get_closefd, NULL}, {0}};

#define FILE_TYPE(type_name, method_table, getset_table) { \
    .name = type_name, \
    .layout = LAYOUT_FILE, \
    .size = sizeof(File), \
    .flags = TYPE_HAS_DICT | TYPE_NO_INSTANTIATE, \
    .slots = SLOTS(SLOT(repr, file_repr), SLOT(iter, file_iter), SLOT(next, file_next), SLOT(trace, file_trace), SLOT(finalize, file_finalize)), \
    .methods = method_table, \
    .getset = getset_table, \
}
const TypeSpec file_spec = FILE_TYPE("_io.TextIOWrapper", file_methods, file_getset);
const TypeSpec buffered_reader_spec = FILE_TYPE("_io.BufferedReader", reader_methods, binary_getset);
const TypeSpec buffered_writer_spec = FILE_TYPE("_io.BufferedWriter", writer_methods, binary_getset);
const TypeSpec buffered_random_spec = FILE_TYPE("_io.BufferedRandom", reader_methods, binary_getset);
const TypeSpec file_io_spec = FILE_TYPE("_io.FileIO", raw_methods, raw_getset);
