// VM: one interpreter with its heap, types, modules and stacks. No global state: everything hangs on this struct.
//
// Stack: the registers of all frames lie on one contiguous stack (reserved once, committed as used, never moved), windows
// overlapping: the callee's parameters are the caller's argument registers. Frame records lie on a stack of their own.
// Calls between script functions use no C stack.
#ifndef TYPHON_RUNTIME_VM_H
#define TYPHON_RUNTIME_VM_H
#include "base/inline.h"
#include "alloc/heap.h"
#include "runtime/object.h"
#include <stdarg.h>
#include <stdio.h>

// ---- built-in types: TYPE(field, spec): see runtime/builtin_types.def
typedef struct Types {
#define BUILTIN_TYPE(field, spec, base) Type *field;
#include "runtime/builtin_types.def"
#undef BUILTIN_TYPE
#define EXCEPTION_TYPE(name, base, doc) Type *name;
#include "runtime/exceptions.def"
#undef EXCEPTION_TYPE
} Types;

// Interned names the runtime itself uses: vm->names.__init__
typedef struct Names {
#define NAME(name) Str *name;
#include "runtime/names.def"
#undef NAME
} Names;

typedef struct Frame Frame;       // runtime/frame.h
typedef struct Exception Exception;
typedef struct Loader Loader;     // runtime/loader.h: parse+check+compile, given by the host

// One answer of type_lookup, remembered. Versions are unique, so no type is needed to tell them apart.
typedef struct MethodCacheEntry {
    uint32_t version; // of the type; 0: empty
    Str *name;
    Value value; // VALUE_UNBOUND: the type has no such attribute
} MethodCacheEntry;
enum { METHOD_CACHE_SIZE = 512 };

// What str_intern gave for a text at an address, which is a literal's in most cases: it is compared again, as other texts may lie there later.
typedef struct InternCacheEntry {
    const char *text; // NULL: empty
    Str *name;
} InternCacheEntry;
enum { INTERN_CACHE_SIZE = 64 };
// Text that an attribute gathers (gather.h).
typedef struct TextGather {
    Object *object;
    Str *text;
    uint32_t offset; // of the slot, from the object's start
    uint32_t times;  // that the text was extended
} TextGather;
enum { GATHERS_MAX = 4 };
// What attribute access on objects of one shape comes to, for places in the code that see objects of several (runtime/inline_cache.c).
typedef struct ShapeCacheEntry {
    const Shape *shape; // NULL: empty
    const Str *name;
    Value value;        // these four as in AttributeCache
    uint32_t version, slot;
    uint8_t kind;
    uint8_t is_store;   // 2: of values that are proven to be what the attribute is declared as
} ShapeCacheEntry;
enum { SHAPE_CACHE_BITS = 8, SHAPE_CACHE_SIZE = 1 << SHAPE_CACHE_BITS }; // in pairs: what is displaced from the first of one goes to the second
typedef struct GuardMemoEntry { // runtime/guard.h
    const Shape *shape;
    const Tuple *guard;
    uint32_t version;
} GuardMemoEntry;
enum { NATIVE_PARAMETERS_MAX = 24, SIGNATURE_MEMO_SIZE = 16 };
typedef struct NativeSignature { // bind_arguments: the parameters of a native, as a list like "iterable / * key reverse" names them
    const char *text; // a constant of the program; NULL: none
    uint16_t count, positional_only, positional; // those before "/", before "*"
    struct {
        uint16_t at, size; // in the text
    } parameters[NATIVE_PARAMETERS_MAX];
} NativeSignature;
enum { GUARD_MEMO_BITS = 7, GUARD_MEMO_SIZE = 1 << GUARD_MEMO_BITS, GUARD_SIGNATURES_MAX = 254, NO_GUARDS = 255 };

typedef struct VMConfig {
    size_t heap_limit;        // bytes, 0: none
    void *(*heap_map)(void *userdata, size_t size); // HeapConfig.map and unmap; NULL: the system's
    void (*heap_unmap)(void *userdata, void *memory, size_t size);
    void *heap_map_userdata;
    bool (*heap_watch)(void *userdata, HeapEvent event, void *block, size_t size); // HeapConfig.watch (alloc/heap.h); NULL: none
    void *heap_watch_userdata;
    bool keeps_timeline;      // of the collector's pauses (runtime/gc.h)
    uint32_t recursion_limit; // 0: 1000
    uint32_t depth_limit;     // frames that there can be, whatever a script sets as its recursion limit; 0: RECURSION_LIMIT_MAX
    bool gc_stress;           // collect at every safepoint
    int32_t native_after;     // calls and turns of loops before code is compiled to native code (runtime/native_code.h); 0: as many as pay, INT32_MAX: never
    const Loader *loader;     // NULL: no import of sources, no eval
    int argc;                 // sys.argv
    const char *const *argv;
    int original_argc;        // sys.orig_argv; NULL: as sys.argv
    const char *const *original_argv;
    const char *const *path; // sys.path, path_count entries
    uint32_t path_count;
    const char *const *(*find_path)(void *context, uint32_t *count); // or, when sys is first imported: these; NULL: no memory
    void *path_context;
    uint64_t hash_seed;       // 0: random
    uint64_t instruction_limit; // after so many the script is stopped; 0: none
    struct SignalPort *signals; // runtime/signals.h; NULL: scripts handle none
    const struct VMMaker *maker; // makes the VMs that scripts start (runtime/interpreters.h); NULL: they start none
    struct Host *host;        // the program that the VM is part of; NULL: it is a process of its own, with the standard streams
    struct Grants *grants;    // what it may do outside of itself (runtime/grants.h); kept by the caller. NULL: everything
    bool deterministic;       // the same script and input give the same output: nothing that differs from run to run is shown
    bool sleeps;              // the new VM is to be woken by whoever uses it (vm_wake)
} VMConfig;

// What a VM asks of the program that it is part of (embed/api_vm.c).
typedef struct HostText {
    const char *path, *text; // UTF-8
    size_t size;
} HostText;
typedef struct Host {
    // sys.stdout (1) and sys.stderr (2) write there.
    void (*output)(struct Host *host, int stream, const char *text, size_t size);
    // The source of module `name`, good until the next question; false: the host has none of that name.
    bool (*find_module)(struct Host *host, const char *name, HostText *found);
    void (*mark)(struct Host *host, VM *vm); // what it keeps (gc_mark)
    // The fuel is used up: true: there is more, and the run goes on, perhaps after a while; false: it is stopped.
    bool (*refuel)(struct Host *host);
    // The script waits, and has for a moment (has_end: for as long as it said): true: it may go on, perhaps after a while; false: it is stopped.
    bool (*wait)(struct Host *host, bool has_end);
    // The script is about to wait; false: `wait` is to be asked at once, where the run will stand still.
    bool (*waits_here)(const struct Host *host, bool has_end);
} Host;

// Where the key that was last found in a dict stands: `d[k] = d.get(k, 0) + 1` looks it up once (dict.c).
typedef struct LastFound {
    const Dict *dict;
    Value key;            // an exact str or small int
    uint64_t collection;  // heap->collections then: addresses are not used again before the next one
    uint32_t keys_version;
    uint32_t entry;
} LastFound;

#ifndef TYPHON_CORE
// The global that was deleted last. Where it comes and goes, as the name of a handler does, the dict has one of two keys_versions: this one without it,
// and the same with the last bit turned with it, in the place that it had before. So other places that name globals stay right (inline_cache.c).
typedef struct LastDeleted {
    const Dict *dict;
    const Str *name;
    uint64_t collection; // as above
    uint32_t keys_version;
} LastDeleted;
#endif

// What is traced of a thread (runtime/trace.h).
typedef struct Tracing {
    Value trace, profile; // the hooks, or VALUE_NONE
    bool (*profiler)(VM *vm, Value self, int event, Value what); // not NULL: what `profile` is, in C
    struct FrameObject *object; // of the frame whose event a trace function is told of, or NULL
    bool is_at_line;      // that is the event
    bool is_on;           // there is one, and none of them runs
    bool is_inside;       // one of them runs
    bool breaks;          // breakpoint() runs
} Tracing;

struct VM {
    Heap *heap;
    uint32_t attention;          // bits below, which other threads and signals set, too: read and written by the functions below alone; polled at safepoints
    bool is_awake;               // (vm_wake)
    bool has_builtins;           // all that belongs into vm->builtins is there
    bool is_finishing;           // the program has ended (sys.is_finalizing())
    Value exception;             // being raised, or VALUE_UNBOUND
    Value handled;               // being handled by the innermost except (sys.exc_info), or VALUE_NONE
    Value *stack, *stack_top, *stack_end; // registers; stack_top: first free one above the running frame
    Value *stack_high;           // highest one used since the last collection
    Frame *frames, *frame, *frames_end; // frame: the running one, or frames - 1
    Value *roots, *roots_top, *roots_end; // values natives keep (root_push)
    char *c_stack_limit;         // natives below this address raise RecursionError
    Frame *frames_reserved_end;  // frames_end may be moved up to here
    Value *stack_counted;        // up to here the stack counts within the limit of the heap; without a limit: stack_end
    Frame *frames_counted;       // likewise the frames: where frames_end is when the limit of recursion is higher; without: frames_reserved_end
    uint32_t recursion_limit;    // frames that there may be
    uint32_t coroutine_origin_depth; // how many calls a coroutine remembers of where it was made (cr_origin)
    uint32_t next_type_version;
    uint32_t next_type_serial;
    uint64_t method_cache_collection; // heap->collections the cache holds for: UINT64_MAX in a new VM
    uint64_t intern_cache_collection; // likewise
    LastFound last_found;
#ifndef TYPHON_CORE
    LastDeleted last_deleted;
#endif
    Value fresh_generator;            // made last, by the call instruction before fresh_site, into its result register; VALUE_UNBOUND: another way.
    const void *fresh_site;           // Both are only compared
    const void *retried;              // behind the instruction that is done again after a collection for its sake (can_be_retried); only compared
    uint64_t shape_cache_collection;  // likewise
    uint32_t shape_cache_hits;
    TextGather gathers[GATHERS_MAX]; // (gather.h)
    uint32_t gather_count, gather_turn;
    uint64_t guard_memo_collection;   // likewise
    uint64_t *guard_signatures;       // a block: those that calls have promised (call_settle); NULL: none so far
    uint32_t guard_signature_count;
    Types types;
    Names names;
    Value float_zero;            // the boxed 0.0
    uint32_t int_max_text_digits; // sys.set_int_max_str_digits: 0 no limit; 4300 in a new VM
    Value empty_tuple, empty_str, empty_bytes;
    Value ascii_strings[128];    // one-character strings
    Value characters[256];       // those beyond ASCII that were made last, by the low bits of their code points; 0: none
    Dict *interned;              // interned strings
    Dict *builtins;              // namespace of the builtins module; until has_builtins what was looked for (builtins.h)
    Dict *modules;               // sys.modules
    Dict *native_modules;        // native modules by name, as they were first made: imported again they have the same contents
    Value memory_error;          // ready-made
    Value shared_slice;          // what GET_SLICE and SET_SLICE pass to built-in sequences
    Value *finalizable;          // objects with finalisers
    size_t finalizable_count, finalizable_capacity;
    uint64_t hash_key[2];
    struct Grants *grants;       // config.grants
    Type *host_functions;        // what the functions that the host has declared are (objects/host_object.h), kept by the host; NULL: none yet
    uint64_t seeds_given;        // (grants_seed_word)
    struct Identities *identities; // of a VM that is deterministic: private to runtime/identity.c
    struct StrBuilder *builders; // open string builders, whose buffers the collector marks (str.h)
    struct Stream *dirty_files;  // open files with something left to write (objects/file.h)
    void *weak_references;       // for later use by weakref
    struct Collector *collector; // runtime/gc.h
    Value *shown;                // a block: the frame objects of frames with FRAME_SHOWN; places that are free have the number of the next one (objects/traceback.h)
    uint32_t shown_capacity, shown_free;
    Tracing tracing;
    uint32_t false_alarms; // times the collector was asked about views that were all gone (buffer_is_shown)
    VMConfig config;
    bool is_counted;             // what runs is the loop that counts its instructions (runtime/limits.h)
    bool is_stopped;             // by a limit: no handler runs any more
    uint8_t amid_native;         // 0, or a run may stand still within a native that has not rooted what it works on: nothing is collected; 2: it was asked for
    const char *stop_reason;     // what the exception says
    int64_t fuel;                // instructions, and work of natives, until the limits are looked at (runtime/limits.h)
    int64_t fuel_left;           // of the command's limit, beyond that
    Value thread_storage;        // dict of what library modules keep for each thread, or VALUE_UNBOUND (_thread._storage)
    struct ThreadGroup *threads; // runtime/thread.h; NULL: no script has asked for threads
    struct Family *family;       // runtime/interpreters.h; NULL: no script has asked for interpreters
    VM *volatile inner;          // the interpreter that the first thread is in meanwhile, or NULL: interrupts are for it, too
    uint32_t imports_running;    // modules whose code runs: threads do not take turns meanwhile
    bool imports_archives;       // modules that imports from archives need are imported: these are looked for elsewhere
#ifndef TYPHON_CORE
    struct NativeArea *native;   // runtime/native_code.h; NULL: nothing was compiled
    int32_t native_after;        // heat of new codes
    Value native_result;         // for a moment: what is returned from native code
#endif
    struct Interpreter *interpreter; // private to runtime/interpreter.c
    struct SystemState *system;  // private to runtime/modules/sys.c (stdin/stdout objects...)
    Value slots_for_modules[48]; // state of native modules, by index they know
    NativeSignature signature_memo[SIGNATURE_MEMO_SIZE];
    // Not touched before they are first written to, which clears them: whether there is anything in them is asked first.
    MethodCacheEntry method_cache[METHOD_CACHE_SIZE];
    InternCacheEntry intern_cache[INTERN_CACHE_SIZE];
    ShapeCacheEntry shape_cache[SHAPE_CACHE_SIZE];
    GuardMemoEntry guard_memo[GUARD_MEMO_SIZE];
};
enum Attention { ATTENTION_COLLECT = 1, ATTENTION_INTERRUPT = 2, ATTENTION_SWITCH = 4, ATTENTION_STOP = 8, ATTENTION_RETRIED = 16, ATTENTION_TRACE = 32 };
static inline uint32_t attention_of(const VM *vm) { return __atomic_load_n(&vm->attention, __ATOMIC_RELAXED); }
static inline void attention_clear(VM *vm, uint32_t bit) { __atomic_fetch_and(&vm->attention, ~bit, __ATOMIC_RELAXED); }
static inline void attention_set(VM *vm, uint32_t bit) { __atomic_fetch_or(&vm->attention, bit, __ATOMIC_RELAXED); }
// True, with KeyboardInterrupt set, when the host asked for it. Natives that wait for the system ask after EINTR.
MAY_RAISE bool raise_if_interrupted(VM *vm);

// NULL when memory is short. Runs nothing yet.
VM *vm_new(const VMConfig *config);
// A VM that sleeps has no object yet, not even types (stubs stand for them, runtime/type.h): a host may keep many that have nothing to do yet. It wakes when it
// first raises something or makes a thing with object_new; who makes others (text, bytes, lists...) or looks into a type wakes it before.
// False: there is no memory, it sleeps on; VALUE_NONE is set in place of an exception.
MAY_RAISE bool vm_wake_slow(VM *vm);
static inline MAY_RAISE bool vm_wake(VM *vm) { return __builtin_expect(vm->is_awake, 1) || vm_wake_slow(vm); }
void vm_delete(VM *vm);
// The same for a process that is about to end: all but giving the memory back.
void vm_leave(VM *vm);
// The program is over: runs what atexit registered, then __del__ of all objects that have one, and flushes the standard streams.
void vm_finish(VM *vm);
// The VM is about to run on this thread's C stack. To be called when a host moves a VM to another thread.
void vm_adopt_c_stack(VM *vm);

// ---- work of natives: what takes long looks at the limits (runtime/limits.h), and at the host's wish to interrupt the script, every so often.
// `units` of work are about to be done, each worth an instruction. False: the script is to end here, an exception is set. No safepoint: nothing is collected
// and no script runs, but a run that can be suspended may stand still meanwhile, and its host change what is mutable.
MAY_RAISE bool work_looks(VM *vm);
static inline MAY_RAISE bool work(VM *vm, uint64_t units) {
    vm->fuel -= (int64_t)units;
    return __builtin_expect(vm->fuel >= 0, 1) || work_looks(vm);
}
// The same of what does not take long enough to be stopped in its middle: whoever looks next sees it.
static inline void work_done(VM *vm, uint64_t units) { vm->fuel -= (int64_t)units; }
static inline void work_done_on_bytes(VM *vm, size_t bytes) { vm->fuel -= (int64_t)(bytes / HEAP_FUEL_BYTES); } // copied or looked through

// ---- allocation (runtime/gc.h has the collector)
// A fresh object of `size` bytes of the built-in or user type; fields after the header are NOT zeroed. NULL with MemoryError set.
MAY_RAISE void *object_new(VM *vm, Type *type, size_t size);
// A raw block owned by one object (list storage...): its owner's trace function marks it with gc_mark_block. NULL: MemoryError set.
MAY_RAISE void *block_new(VM *vm, size_t size);
void block_free(VM *vm, void *block, size_t size);
// The type of the object that a block in use of at least 8 bytes is; NULL: it is the storage of one. (Its first word is an object's shape if that is an
// object whose own shape is that of shapes.)
const Type *block_type(const VM *vm, const void *block);
MAY_RAISE void *block_resize(VM *vm, void *block, size_t old_size, size_t new_size); // on failure the old block is untouched
void gc_mark(VM *vm, Value value);
void gc_mark_block(VM *vm, void *block); // NULL allowed
void gc_mark_part(VM *vm, Value part);   // an object that belongs to its owner alone: counts for its size
static inline void gc_mark_object(VM *vm, const void *object) {
    if (object) gc_mark(vm, from_object(object));
}
void gc_collect(VM *vm);
void gc_log(VM *vm, void *owner); // gc_wrote's
void gc_log_place(VM *vm, void *owner, Value *place); // gc_store's
// For trace functions of lists, dicts, sets and tuples: true when there are many values, which are traced later, some at a time.
bool gc_defer(VM *vm, Object *container, size_t count);
MAY_RAISE bool gc_register_finalizer(VM *vm, Object *object);
// The write barrier: to be told of every store of a pointer, to an object or a block, into `owner` (an object, or what it alone owns), unless the owner was
// made since the last safepoint. Before or after the store. gc_store and gc_store_object store as well.
SHARED_INLINE void gc_wrote(VM *vm, void *owner) {
    if (__builtin_expect(heap_must_log(owner), 0)) gc_log(vm, owner);
}
SHARED_INLINE void gc_store(VM *vm, void *owner, Value *place, Value value) {
    *place = value;
    if (is_object(value) && __builtin_expect(heap_must_log(owner), 0)) gc_log_place(vm, owner, place);
}
// Stores a block that has the same contents as the one it replaces.
static inline void gc_store_grown(VM *vm, void *owner, void *place, void *block) {
    *(void **)place = block;
    if (heap_must_log(owner)) heap_mark(vm->heap, block);
}
// Values were moved within a list: it may have been traced in part, and places that were logged are those of other values now.
static inline void gc_moved(VM *vm, void *list) {
    gc_wrote(vm, list);
}
#define gc_store_object(vm, owner, place, pointer) ((void)(*(place) = (pointer)), gc_wrote(vm, owner))

// ---- roots: { ROOT_SCOPE(vm); root_push(vm, list); ... ROOT_END(vm); }  every path out of the scope must pass ROOT_END
#define ROOT_SCOPE(vm) ptrdiff_t root_scope_start_ = (vm)->roots_top - (vm)->roots // an offset: root_grow moves them
#define ROOT_END(vm) ((void)((vm)->roots_top = (vm)->roots + root_scope_start_))
enum { ROOTS_BEHIND = 4 }; // slots behind the end: where no memory was left to push, natives may still write to where they would have pushed
void root_grow(VM *vm);
SHARED_INLINE void root_push(VM *vm, Value value) {
    if (vm->roots_top == vm->roots_end) root_grow(vm);
    *vm->roots_top++ = value;
}

// ---- types
Type *value_type_slow(const VM *vm, Value v); // of immediates and inline numbers
SHARED_INLINE Type *value_type(const VM *vm, Value v) {
    return is_object(v) ? as_object(v)->shape->type : value_type_slow(vm, v);
}
static inline MethodCacheEntry *method_cache_place(VM *vm, uint32_t version, const Str *name) {
    return &vm->method_cache[(version * 31u ^ (uint32_t)((uintptr_t)name >> 4)) % METHOD_CACHE_SIZE];
}
// What type_lookup found; VALUE_UNBOUND also when it is to be asked.
static inline Value method_cache_find(VM *vm, const Type *type, const Str *name) {
    const MethodCacheEntry *entry = method_cache_place(vm, type->version, name);
    bool holds = vm->method_cache_collection == vm->heap->collections && entry->version == type->version && entry->name == name;
    return holds && type->version ? entry->value : VALUE_UNBOUND;
}
SHARED_INLINE bool is_layout(Value v, Layout layout) { return is_object(v) && as_object(v)->shape->type->layout == layout; }
SHARED_INLINE bool is_exactly(Value v, const Type *type) { return is_object(v) && as_object(v)->shape->type == type; }
bool type_is_subtype(const Type *type, const Type *base);
const char *type_name_of(const VM *vm, Value v); // "int": for messages, valid until the next safepoint

// ---- raising. All return VALUE_ERROR / false so that a native can `return raise_type_error(vm, ...)`.
// Directives: %s C string, %d int, %u unsigned, %zd ptrdiff_t/int64_t, %zu size_t, %c character, %S str(value), %R repr(value), %T type name of value,
// %N name of Type *, %U Str *, %A identity of Value (0x...), %%.
Value raise_error(VM *vm, Type *type, const char *format, ...);
Value raise_type_error(VM *vm, const char *format, ...);
Value raise_value_error(VM *vm, const char *format, ...);
Value raise_index_error(VM *vm, const char *format, ...);
Value raise_overflow_error(VM *vm, const char *format, ...);
Value raise_key_error(VM *vm, Value key);
Value raise_memory_error(VM *vm);
Value raise_stop_iteration(VM *vm, Value value); // VALUE_NONE: without argument
Value raise_os_error(VM *vm, int error_number, const char *path); // picks FileNotFoundError...; path may be NULL
Value raise_value(VM *vm, Value exception);      // an exception instance
static inline bool error_is_set(const VM *vm) { return vm->exception != VALUE_UNBOUND; }
// warnings.warn(text, category), at the line of script that runs. May run scripts. false: the warning was made an error, which is set.
MAY_RAISE bool warn(VM *vm, Type *category, const char *format, ...);
// warnings.warn_explicit(text, category, filename, line); likewise.
MAY_RAISE bool warn_at(VM *vm, Type *category, Value text, Value filename, uint32_t line);
bool error_matches(const VM *vm, const Type *type); // the exception set is an instance of type
void error_clear(VM *vm);
Value error_take(VM *vm); // clears and returns it
// True, with RecursionError set, when the C stack is nearly used up. Natives that recurse ask first.
MAY_RAISE bool c_stack_exhausted(VM *vm);
MAY_RAISE bool c_stack_exhausted_in(VM *vm, const char *doing); // " while ...": behind the usual words
// Of an object that asks another one for what it is asked (a proxy, an alias, a wrapped function), which may do the same: false: not further down, an exception is set.
static inline MAY_RAISE bool may_pass_on(VM *vm) { return work(vm, 1) && __builtin_expect((char *)__builtin_frame_address(0) > vm->c_stack_limit || !c_stack_exhausted(vm), 1); }

// ---- protocols: what operators and built-in functions do with any value (runtime/protocol.c)
MAY_RAISE Value op_binary(VM *vm, BinarySlot slot, Value left, Value right);
MAY_RAISE Value op_inplace(VM *vm, BinarySlot slot, Value left, Value right);
MAY_RAISE Value op_binary_declined(VM *vm, BinarySlot slot, Value left, Value right); // the rest of op_binary when left's method has declined
MAY_RAISE Value op_compare_declined(VM *vm, Value left, Value right, CompareOp op);   // likewise
MAY_RAISE Value op_power_modulo(VM *vm, Value base, Value exponent, Value modulus); // pow() with three arguments
MAY_RAISE Value op_unary(VM *vm, UnarySlot slot, Value v); // SLOT_NEGATIVE, POSITIVE, INVERT, ABS
MAY_RAISE Value op_compare(VM *vm, Value left, Value right, CompareOp op);
MAY_RAISE int op_equal(VM *vm, Value a, Value b); // identity first, as containers do
MAY_RAISE int op_less(VM *vm, Value a, Value b);
MAY_RAISE int op_truth_slow(VM *vm, Value v);
SHARED_INLINE MAY_RAISE int op_truth(VM *vm, Value v) {
    if (v == VALUE_TRUE) return 1;
    if (v == VALUE_FALSE || v == VALUE_NONE) return 0;
    if (is_small_int(v)) return v != 1;
    return op_truth_slow(vm, v);
}
MAY_RAISE bool op_hash(VM *vm, Value v, uint64_t *out);
MAY_RAISE Value op_repr(VM *vm, Value v);  // a str
MAY_RAISE Value op_str(VM *vm, Value v);   // a str
MAY_RAISE Value op_ascii(VM *vm, Value v);
MAY_RAISE Value op_format(VM *vm, Value v, Value spec);
MAY_RAISE int64_t op_length(VM *vm, Value v);
// Asks an object of a script's class for its length, as whoever makes room for its items does (__len__, else __length_hint__): for what a
// script sees of that. A TypeError of these is nothing; other exceptions are.
MAY_RAISE bool op_ask_length_hint(VM *vm, Value iterable);
MAY_RAISE Value op_get_item(VM *vm, Value container, Value key);
MAY_RAISE bool op_set_item(VM *vm, Value container, Value key, Value value); // VALUE_UNBOUND deletes
MAY_RAISE int op_contains(VM *vm, Value container, Value item);
MAY_RAISE Value op_iter(VM *vm, Value v);
MAY_RAISE Value op_next(VM *vm, Value iterator); // VALUE_END when exhausted (no exception set then): also after a slot's StopIteration
MAY_RAISE Value op_next_failed(VM *vm); // after a slot's failure: VALUE_END when that was StopIteration
// As op_next, for loops.
static inline MAY_RAISE Value op_next_inline(VM *vm, Value iterator) {
    Value (*next)(VM *, Value) = value_type(vm, iterator)->slots.next;
    if (__builtin_expect(!next || (char *)__builtin_frame_address(0) <= vm->c_stack_limit, 0)) return op_next(vm, iterator);
    if (!work(vm, 1)) return VALUE_ERROR;
    Value item = next(vm, iterator);
    return __builtin_expect(item != VALUE_ERROR, 1) ? item : op_next_failed(vm);
}
// An int from anything with __index__: a Value; as int64_t: false + OverflowError/TypeError. clamp: out of range saturates.
MAY_RAISE Value op_index(VM *vm, Value v);
MAY_RAISE bool op_index_int64(VM *vm, Value v, int64_t *out, bool clamp);
MAY_RAISE int op_is_instance(VM *vm, Value v, Value type_or_tuple);
MAY_RAISE int op_is_subclass(VM *vm, Value type, Value type_or_tuple);
// A tuple or list of all items of an iterable (a fresh List / the same exact tuple or a fresh one).
MAY_RAISE Value op_to_list(VM *vm, Value iterable);
MAY_RAISE Value op_to_tuple(VM *vm, Value iterable);
MAY_RAISE Value op_iterated(VM *vm, Value iterable); // a fresh List, too; only its iterator is asked for a length hint

// ---- attributes (runtime/attributes.c)
MAY_RAISE Value get_attribute(VM *vm, Value v, Str *name);
MAY_RAISE Value get_attribute_or(VM *vm, Value v, Str *name, Value fallback); // AttributeError -> fallback (e.g. VALUE_UNBOUND)
MAY_RAISE bool set_attribute(VM *vm, Value v, Str *name, Value value);      // VALUE_UNBOUND deletes
MAY_RAISE Value generic_get_attribute(VM *vm, Value v, Str *name);          // object.__getattribute__
MAY_RAISE bool generic_set_attribute(VM *vm, Value v, Str *name, Value value);
Value type_lookup(VM *vm, Type *type, Str *name); // in the namespaces along the MRO, unbound; VALUE_UNBOUND: not there. Never raises.
// Finds the special method on the type, bound to v as for a call: *function, and *self (VALUE_UNBOUND when bound already). false, no error: not there.
bool lookup_special(VM *vm, Value v, Str *name, Value *function, Value *self);
// Calls special method `name` of v, if the type has it; VALUE_UNBOUND when it has not.
MAY_RAISE Value call_special(VM *vm, Value v, Str *name, Value *args, uint32_t count);

// ---- calls (runtime/call.c). Arguments need not be rooted by the caller: they are copied to the VM stack.
MAY_RAISE Value call_value(VM *vm, Value function, const Value *args, uint32_t count);
MAY_RAISE Value call_keywords(VM *vm, Value function, const Value *args, uint32_t count, Value keyword_names); // last ones are keywords; count counts only positional
MAY_RAISE Value call_method(VM *vm, Value self, Str *name, const Value *args, uint32_t count);
// Binds raw arguments (for NATIVE_RAW functions that want named ones): fills out[0..parameter count) with args or VALUE_UNBOUND.
MAY_RAISE bool bind_arguments(VM *vm, const char *function_name, const char *parameters, int min_args, int max_args, const Value *args,
                              uint32_t count, Value keyword_names, Value *out);
// ---- types and modules being made
MAY_RAISE Type *type_new_from_spec(VM *vm, const TypeSpec *spec, Type *base); // for native modules
MAY_RAISE Value native_new(VM *vm, const NativeDef *def, Value self_or_unbound, Value module_name);
// A native module: runtime/modules/modules.def lists them. `initialize` fills the namespace on first import.
typedef struct ModuleDef {
    const char *name;
    const NativeDef *functions;
    bool (*initialize)(VM *vm, Value module, Dict *namespace_); // may be NULL
} ModuleDef;
#endif
