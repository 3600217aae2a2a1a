// _io: streams in memory (library reference, "io"): StringIO (io_string.c), BytesIO (io_bytes.c); what both have (io_memory.c); the base of
// TextIOWrapper (io_decoded.c). The abstract classes are in stdlib/io.py, where the streams in memory are registered.
#ifndef TYPHON_RUNTIME_IO_PRIVATE_H
#define TYPHON_RUNTIME_IO_PRIVATE_H
#include "runtime/modules/modules.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"

// Both begin with these fields.
typedef struct MemoryStream {
    Object head;
    Value *overflow;
    size_t at; // characters or bytes; may lie behind the end
    bool is_closed;
} MemoryStream;
extern const TypeSpec string_io_spec, bytes_io_spec, decoded_text_spec;
enum IoType { IO_STRING, IO_BYTES, IO_DECODED, IO_TYPES };
static inline Type *io_type(VM *vm, enum IoType which) { return (Type *)as_object(as_tuple(vm->slots_for_modules[MODULE_SLOT_IO])->items[which]); }

// That the stream is open; ValueError.
MAY_RAISE bool io_need_open(VM *vm, Value stream);
// A size argument at args[1]: absent, None or negative is -1.
MAY_RAISE bool io_size_argument(VM *vm, const Value *args, uint32_t count, int64_t *out);
MAY_RAISE Value io_unsupported(VM *vm, const char *what); // io.UnsupportedOperation
// The next line of a subclass's instance, through its readline; VALUE_END.
MAY_RAISE Value io_next_by_method(VM *vm, Value self);
// __setstate__: that it is given a tuple of `count` items (or more); a position; None or a dict of attributes. TypeError, in the stream's own words.
MAY_RAISE bool io_state_argument(VM *vm, Value self, Value state, size_t count);
MAY_RAISE bool io_set_position(VM *vm, Value at, const char *refusal, size_t *out);
MAY_RAISE bool io_set_attributes(VM *vm, Value self, Value attributes, const char *refusal);
#define IO_METHOD(name) Value io_method_##name(VM *vm, Value *args, uint32_t count)
IO_METHOD(readlines);
IO_METHOD(writelines);
IO_METHOD(tell);
IO_METHOD(can);
IO_METHOD(isatty);
IO_METHOD(fileno);
IO_METHOD(detach);
IO_METHOD(flush);
IO_METHOD(enter);
IO_METHOD(exit);
Value io_get_closed(VM *vm, Value self);
Value io_self(VM *vm, Value self);
#define IO_METHODS                                                                                                                \
    {"readlines", {io_method_readlines}, 0, 1, 0, NULL, DOC("Return a list of lines from the stream.")},                                \
    {"writelines", {io_method_writelines}, 1, 1, 0, NULL, DOC("Write a list of lines to stream.")},                                    \
    {"tell", {io_method_tell}, 0, 0, 0, NULL, DOC("Tell the current file position.")},                                                 \
    {"readable", {io_method_can}, 0, 0, 0, NULL, DOC("Returns True if the IO object can be read.")},                                   \
    {"writable", {io_method_can}, 0, 0, 0, NULL, DOC("Returns True if the IO object can be written.")},                                \
    {"seekable", {io_method_can}, 0, 0, 0, NULL, DOC("Returns True if the IO object can be seeked.")},                                 \
    {"isatty", {io_method_isatty}, 0, 0, 0, NULL, DOC("Return whether this is an 'interactive' stream.")},                             \
    {"fileno", {io_method_fileno}, 0, 0, 0, NULL, DOC("Returns underlying file descriptor if one exists.")},                           \
    {"detach", {io_method_detach}, 0, 0, 0, NULL, DOC("Separate the underlying buffer from the stream and return it.")},               \
    {"flush", {io_method_flush}, 0, 0, 0, NULL, DOC("Does nothing.")},                                                                 \
    {"__enter__", {io_method_enter}, 0, 0, 0, NULL, DOC(NULL)}, {"__exit__", {io_method_exit}, 0, -1, 0, NULL, DOC(NULL)}
#endif
