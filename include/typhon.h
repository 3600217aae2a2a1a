/* typhon.h: Typhon in a host program, in C11 or C++17.
 *
 *     typhon_vm *vm = typhon_open(NULL);
 *     typhon_def(vm, "game", "def spawn(kind: str, *, hp: int = 10) -> int", spawn, &world);
 *     if (typhon_run(vm, "level.py", text, strlen(text)) != TYPHON_OK) fputs(typhon_problem(vm), stderr);
 *     typhon_close(vm);
 *
 * A VM is a script's whole world: its heap, its modules, its limits. There is no global state: any number of VMs may be open, each used by one thread
 * at a time, and moved between threads.
 *
 * Status. Whatever can fail returns a typhon_status, TYPHON_OK being 0, and has its result in the last argument. What makes a value returns it instead:
 * when memory is short that is an *invalid* value, and every function that is given one fails with the MemoryError that is waiting. So a chain of
 * calls needs one check at its end. Nothing jumps over the host's frames, and nothing ends the process.
 *
 * Values. A typhon_value is passed by value, and is good until the scope closes that was innermost when it was made; typhon_ref_new keeps one for longer. A
 * host function runs in a scope of its own. Outside of scopes values live as long as the VM: a host that loops opens one.
 *
 * Text is UTF-8, with its size in bytes; what the library returns also has a NUL behind it. `size` TYPHON_NUL_TERMINATED: up to its NUL.
 *
 * Misuse (a value whose scope has closed, one of another VM, two threads at once) is undefined in release builds; in debug builds (without NDEBUG) it
 * ends the process with a message that says what is wrong. */
#ifndef TYPHON_H
#define TYPHON_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define TYPHON_API __attribute__((visibility("default")))
#define TYPHON_FORMAT(text, first) __attribute__((format(printf, text, first)))
#else
#define TYPHON_API
#define TYPHON_FORMAT(text, first)
#endif
#define TYPHON_NUL_TERMINATED ((size_t)-1)

typedef struct typhon_vm typhon_vm;
typedef struct typhon_ref typhon_ref;

typedef enum typhon_status {
    TYPHON_OK = 0,
    TYPHON_ERROR,   /* an exception: typhon_get_error */
    TYPHON_REFUSED, /* the text does not parse, or the checker refuses it; nothing of it has run: typhon_get_diagnostics */
    TYPHON_END,     /* typhon_next: there are no more items */
    TYPHON_SUSPENDED /* the run stands still and can go on: typhon_resume. From a host function: it is not ready yet (typhon_complete) */
} typhon_status;

/* Opaque; to be copied at will, not to be compared (typhon_same) or kept beyond its scope (typhon_ref_new). */
typedef struct typhon_value {
    uint64_t word, origin;
} typhon_value;

/* ---- opening a VM --------------------------------------------------------------------------------------------------- */

typedef enum typhon_check {
    TYPHON_CHECK_GRADUAL, /* what has annotations is checked, as `typhon FILE` does */
    TYPHON_CHECK_STRICT,  /* and functions without any, too, as `typhon check --strict` does */
    TYPHON_CHECK_NONE     /* nothing is, and annotations are not kept at run time */
} typhon_check;

/* Where a script's output goes: `stream` 1 is sys.stdout, 2 sys.stderr. Called with text in UTF-8, not necessarily whole lines. It calls no function of this header with
 * this VM but typhon_userdata, typhon_get_memory and typhon_interrupt. */
typedef void (*typhon_output)(void *userdata, int stream, const char *text, size_t size);
/* The source of module `name` ("shop.prices"): false: this host has none of that name. *text is copied before anything else happens; *path names it in
 * messages and must outlive the call. Asked by the checker and by `import`, before the modules that Typhon has. */
typedef bool (*typhon_find_module)(void *userdata, const char *name, const char **text, size_t *size, const char **path);

/* Memory for the heap, where all that scripts make lies: `size` bytes, always a multiple of 4096, aligned to 2 MiB. NULL: there is none, which is MemoryError in the script. A
 * small VM takes one piece of 2 MiB, a block of 256 KiB or more one of its own. (Trees of what is being compiled, names of declarations and the like are malloc's.) */
typedef void *(*typhon_map)(void *userdata, size_t size);
/* Gives back a piece of that size. */
typedef void (*typhon_unmap)(void *userdata, void *memory, size_t size);

/* All zero is a good configuration: no limits on memory and time, nothing printed, nothing granted, no modules but Typhon's own and the host's. */
typedef struct typhon_config {
    void *userdata;           /* given to the functions below; typhon_userdata returns it */
    typhon_output output;     /* NULL: what is printed is thrown away */
    typhon_find_module find_module; /* NULL: none */
    size_t heap_limit;        /* bytes; what does not fit raises MemoryError. 0: none */
    typhon_map map;           /* where the heap's memory comes from; NULL: the system (not on Boehm's collector) */
    typhon_unmap unmap;
    uint32_t recursion_limit; /* frames, whatever sys.setrecursionlimit() says; 0: 1000, and up to what there is room for */
    bool suspends;            /* runs have a C stack of their own and can be suspended (not on Boehm's collector) */
    size_t c_stack;           /* its bytes (committed as used); 0: 1 MiB */
    typhon_check check;
    uint64_t hash_seed;       /* of str and bytes; 0: by chance */
    bool deterministic;       /* the same scripts and calls give the same output, and the same count of instructions, on every machine: a hash seed of 0 is a fixed one, and
                                 what repr() and id() show are no addresses. (What is granted, and the limits on time, may still differ from run to run.) */
    int argc;                 /* sys.argv */
    const char *const *argv;
} typhon_config;

/* A new VM, or NULL when memory is short. It makes what it begins with when it is first used, which may fail as any call. config: copied, what it points to must outlive the VM (argv need not); NULL: as if all zero. */
TYPHON_API typhon_vm *typhon_open(const typhon_config *config);
/* Runs what the script left to be done at its end (atexit, __del__), within the budget and time of a run, and gives everything back. Not from a host function. NULL is allowed. */
TYPHON_API void typhon_close(typhon_vm *vm);
TYPHON_API void *typhon_userdata(const typhon_vm *vm);
/* "0.1.0" */
TYPHON_API const char *typhon_version(void);
/* KeyboardInterrupt in the script, at its next call or loop, or while it waits (within 20 milliseconds). From any thread, or from a signal handler. */
TYPHON_API void typhon_interrupt(typhon_vm *vm);

typedef struct typhon_memory {
    size_t used;      /* bytes in live objects and in garbage not yet found */
    size_t committed; /* bytes taken from the system */
    size_t peak;      /* most committed so far */
    uint64_t allocated; /* bytes, in all */
    uint64_t collections;
} typhon_memory;
TYPHON_API void typhon_get_memory(const typhon_vm *vm, typhon_memory *memory);
/* Finds all garbage now. */
TYPHON_API void typhon_collect(typhon_vm *vm);

/* ---- grants ---------------------------------------------------------------------------------------------------------
 *
 * A new VM has no access to anything outside of itself: to files, environment, clock, randomness of the system, network, processes, threads, standard streams. What a
 * script tries without a grant is PermissionError, which names the grant. docs/sandbox.md tells what each of them opens. */

/* Grants something, for what the VM does from now on. With what the grant is limited to, or NULL:
 *     "read", "write"   a folder and what lies below it, or a file, which must be there. Links in it that lead out of what is granted are not followed. NULL: everything
 *     "import"          the same for importing modules only
 *     "env"             an environment variable. NULL: all of them
 *     "clock", "random", "run", "net", "stdin", "stdout", "signals", "threads", "process", "all"   NULL
 * OSError: the folder cannot be opened; ValueError: there is no such grant. Not from a host function. */
TYPHON_API typhon_status typhon_grant(typhon_vm *vm, const char *grant, const char *what);

/* ---- scopes and references ------------------------------------------------------------------------------------------ */

typedef size_t typhon_scope;
TYPHON_API typhon_scope typhon_scope_open(typhon_vm *vm);
/* Closes it with all scopes opened since. */
TYPHON_API void typhon_scope_close(typhon_vm *vm, typhon_scope scope);
/* The same, but `kept` stays good, in the scope around. */
TYPHON_API typhon_value typhon_scope_keep(typhon_vm *vm, typhon_scope scope, typhon_value kept);
/* Keeps the value until typhon_ref_free, or the VM's end, which frees all that are left. NULL when memory is short. */
TYPHON_API typhon_ref *typhon_ref_new(typhon_vm *vm, typhon_value value);
TYPHON_API typhon_value typhon_ref_value(typhon_vm *vm, const typhon_ref *ref);
TYPHON_API void typhon_ref_free(typhon_vm *vm, typhon_ref *ref); /* NULL is allowed */

/* ---- checking, compiling, running ----------------------------------------------------------------------------------- */

/* Checks and runs `text` as the module __main__. `path` names it in messages (NULL: "<script>"); no file is read. What an earlier text has left in __main__ is there, but each
 * is checked by itself: names that several texts share are declared by the host, or in a module (typhon_load). */
TYPHON_API typhon_status typhon_run(typhon_vm *vm, const char *path, const char *text, size_t size);
/* Checks and runs it as the module `name`, which scripts may import from then on. Loaded again it runs in the same module, as importlib.reload does. */
TYPHON_API typhon_status typhon_load(typhon_vm *vm, const char *name, const char *path, const char *text, size_t size, typhon_value *module);
/* Checks it and runs nothing. TYPHON_OK also with warnings: typhon_get_diagnostics. */
TYPHON_API typhon_status typhon_check_text(typhon_vm *vm, const char *name, const char *path, const char *text, size_t size);
/* Checks it, runs nothing, and gives its bytecode, a bytes object: to be kept by the host (typhon_get_bytes; copied, for it lives as long as its scope) and
 * given to typhon_load or typhon_run in the place of the text, there with the bytes' size. It is of this version of Typhon and this kind of machine: any other,
 * and bytes that are damaged, are refused with ImportError. Bytecode may come from strangers like a script: what is loaded was verified, and can do no more
 * than a script can. It is not checked again: what it was compiled against is what its declarations said then, and calls of host functions are checked as they are
 * made, as always. Its text is not kept: tracebacks have lines without their text, and the checker knows nothing of a module loaded so. */
TYPHON_API typhon_status typhon_compile(typhon_vm *vm, const char *name, const char *path, const char *text, size_t size, typhon_value *bytecode);
/* The value of an expression, with the names of `module` (one that was loaded; an invalid value: of __main__). */
TYPHON_API typhon_status typhon_eval(typhon_vm *vm, typhon_value module, const char *text, size_t size, typhon_value *result);
/* What `import name` gives: of a dotted name the last module. */
TYPHON_API typhon_status typhon_import(typhon_vm *vm, const char *name, typhon_value *module);

typedef enum typhon_severity { TYPHON_SEVERITY_ERROR, TYPHON_SEVERITY_WARNING, TYPHON_SEVERITY_NOTE } typhon_severity;
typedef struct typhon_span {
    const char *path;
    uint32_t line, column;         /* from 1, in characters */
    uint32_t end_line, end_column; /* behind the last character */
} typhon_span;
typedef struct typhon_diagnostic {
    typhon_severity severity;
    const char *code; /* "arg-type", "syntax" */
    const char *message;
    typhon_span span;
    const char *reason, *hint;   /* further sentences, or NULL */
    typhon_span related;         /* where the expectation came from; path NULL: none */
    const char *related_message;
} typhon_diagnostic;
/* What the last of the functions above that takes a text found, in the order of the text. Good until the next of them. */
TYPHON_API const typhon_diagnostic *typhon_get_diagnostics(typhon_vm *vm, size_t *count);

/* ---- limits and suspension ------------------------------------------------------------------------------------------
 *
 * A *run* is a call of typhon_run, typhon_load, typhon_eval, typhon_call, typhon_call_keywords or typhon_call_method that is not made from a host function. When
 * it has used up its budget, or its time, it is suspended if the VM was opened with `suspends`: the call returns TYPHON_SUSPENDED, and typhon_resume
 * goes on exactly there, also in the midst of loading: checking and compiling count (docs/embedding.md). Without `suspends` it is stopped: TimeoutError, which no handler of the script sees. What else runs scripts (typhon_repr,
 * typhon_equal, typhon_next ...) is stopped in any case. One run of a VM can be suspended at a time; until it has ended or was cancelled the
 * VM takes no other. */

/* Instructions that each run may execute before it is suspended, and again after each typhon_resume. 0, as at the start: any number. The count is the same on every
 * machine. A run that began without budget and time goes on without. A script that waits without an end of its own (for a lock, a queue, a descriptor, a process) is
 * suspended at once; one that cannot be pays 10,000 instructions for each millisecond. Not from a host function. */
TYPHON_API void typhon_set_budget(typhon_vm *vm, uint64_t instructions);
/* The same for milliseconds of real time, looked at every 20,000 instructions, and every 20 milliseconds while the script waits. 0: none. */
TYPHON_API void typhon_set_time(typhon_vm *vm, uint64_t milliseconds);
/* TYPHON_OK with the run's result, TYPHON_ERROR, or TYPHON_SUSPENDED again. Without a suspended run, and from a host function: TYPHON_ERROR. */
TYPHON_API typhon_status typhon_resume(typhon_vm *vm, typhon_value *result);
/* Ends the suspended run: none of its handlers, `finally` or `with` runs. Nothing when there is none, and from a host function. */
TYPHON_API void typhon_cancel(typhon_vm *vm);
typedef enum typhon_suspension {
    TYPHON_RUNNABLE, /* there is no suspended run */
    TYPHON_OUT_OF_BUDGET,
    TYPHON_WAITING /* for typhon_complete */
} typhon_suspension;
TYPHON_API typhon_suspension typhon_get_suspension(const typhon_vm *vm);
/* The result of the host function that returned TYPHON_SUSPENDED; an invalid value: it raises the exception that waits (typhon_raise). The run goes on with the next
 * typhon_resume, which does nothing before. */
TYPHON_API typhon_status typhon_complete(typhon_vm *vm, typhon_value result);

/* ---- errors --------------------------------------------------------------------------------------------------------- */

typedef struct typhon_frame {
    const char *path, *function;
    uint32_t line;
} typhon_frame;
typedef struct typhon_error {
    const char *type;    /* "ValueError"; of a class in a module "shop.OutOfStock" */
    const char *message; /* str(exception) */
    const typhon_frame *frames; /* outermost first */
    size_t frame_count;
    typhon_value value;  /* the exception, in the scope that is open now */
} typhon_error;
/* The exception of the last call that returned TYPHON_ERROR; a host function sees but its own. It waits until another call fails, or typhon_clear_error: calls that succeed leave it. False:
 * none is waiting. May run scripts (__str__). Good until the next such call. */
TYPHON_API bool typhon_get_error(typhon_vm *vm, typhon_error *error);
/* After TYPHON_ERROR or TYPHON_REFUSED: all of it as text, as the command shows it: the traceback, or the errors with their lines of source. "" when
 * nothing is wrong; never NULL. Good until the next call of it. */
TYPHON_API const char *typhon_problem(typhon_vm *vm);
TYPHON_API void typhon_clear_error(typhon_vm *vm);
/* In a host function: `return typhon_raise(vm, "ValueError", "no unit %d", n);`. type: a built-in exception, or "module.Name" of one that is imported.
 * Always TYPHON_ERROR. */
TYPHON_API typhon_status typhon_raise(typhon_vm *vm, const char *type, const char *format, ...) TYPHON_FORMAT(3, 4);
/* An exception, or a class of them. Always TYPHON_ERROR. */
TYPHON_API typhon_status typhon_raise_value(typhon_vm *vm, typhon_value exception);

/* ---- host functions ------------------------------------------------------------------------------------------------- */

/* args: one value for each parameter of the signature, in its order, defaults filled in (*args: a tuple, **kwargs: a dict), of the annotated types already.
 * *result is None unless it is set. Returns TYPHON_OK, TYPHON_ERROR with an exception waiting (typhon_raise, or a call that failed; TYPHON_REFUSED of one is as good), or, where runs suspend,
 * TYPHON_SUSPENDED: the result comes later, by typhon_complete. */
typedef typhon_status (*typhon_function)(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result);
/* Declares a function of the host in the language itself: `def spawn(kind: str, at: tuple[float, float] = (0, 0), *, hp: int = 10) -> int`, with a docstring behind
 * a colon if there is to be one. The checker holds scripts to it, calls are bound by it, and what unchecked code passes is looked at on the way in.
 * `module` (dotted names: its parents must be there) is made if need be; scripts import it. One of Typhon's own modules is hidden by it, but "builtins" and "sys", which stay
 * (ValueError, as for what is no name). TYPHON_REFUSED: the signature is not one. */
TYPHON_API typhon_status typhon_def(typhon_vm *vm, const char *module, const char *signature, typhon_function function, void *userdata);

/* The C function of a method. name: "move"; of a property "speed", "speed.setter", "speed.deleter". The object is args[0], an instance of the class in any
 * case (of a classmethod it is what that was called on, which may be anything). userdata NULL: that of the class. */
typedef struct typhon_method {
    const char *name;
    typhon_function function;
    void *userdata;
} typhon_method;
/* A class of the host, whose objects have plain C data in them. It and all it points to must outlive the VMs that it is declared in; its address is what it is known by. */
typedef struct typhon_class {
    /* class Unit:
     *     """Something that moves."""
     *     name: str                           # an attribute: a value in the object, of this type (typhon_get_attr, typhon_set_attr)
     *     def __init__(self, name: str, hp: int = 10) -> None: ...
     *     @property
     *     def hp(self) -> int: ...
     *     @hp.setter
     *     def hp(self, value: int) -> None: ...
     *     def __add__(self, other: Unit) -> Unit: ...
     *     @staticmethod
     *     def count() -> int: ...
     * Special methods as in any class, but __new__ and __del__. Scripts make objects of it where it has an __init__, and derive classes from it. */
    const char *declaration;
    const typhon_method *methods; /* one for each `def`, in any order; the last has the name NULL. NULL: none */
    /* Bytes, at most 32 KiB, aligned to 16. Zero in a new object, and in one whose __init__ was not called (a script's class may leave that out).
     * `class Tank(Unit)`: its data begins with that of Unit, as a struct does whose first member is one. */
    size_t data_size;
    /* Called once for each object, after it has become unreachable or when the VM closes. Of the functions here it may call typhon_ref_free and no other.
     * NULL: the base's, or none. (With one of its own, the base's is not called.) */
    void (*finalise)(void *userdata, void *data);
} typhon_class;
/* userdata: of methods that have none, and of the finaliser. TYPHON_REFUSED: not a class, a method without a function, a function without a method. */
TYPHON_API typhon_status typhon_def_class(typhon_vm *vm, const char *module, const typhon_class *definition, void *userdata);
/* An object of the class, whose __init__ is not called. *data (NULL: not wanted): its data, as typhon_data has it. */
TYPHON_API typhon_value typhon_new(typhon_vm *vm, const typhon_class *definition, void **data);
/* The data of an object of the class or of one that derives from it; good as long as the object is. NULL, with TypeError waiting, for anything else. */
TYPHON_API void *typhon_data(typhon_vm *vm, typhon_value value, const typhon_class *definition);

/* A variable of a host module: `VERSION: str`, with its value. */
TYPHON_API typhon_status typhon_def_value(typhon_vm *vm, const char *module, const char *declaration, typhon_value value);
/* Text in the language for what both need: dataclasses, type aliases, Protocols, functions written in Typhon. Is checked and runs in the host module. */
TYPHON_API typhon_status typhon_def_text(typhon_vm *vm, const char *module, const char *text, size_t size);
/* The module's stub, for editors and `typhon check`: the text of a .pyi file. NULL: there is no such host module. Good until the next definition. */
TYPHON_API const char *typhon_get_stub(typhon_vm *vm, const char *module);

/* ---- making values -------------------------------------------------------------------------------------------------- */

typedef enum typhon_kind {
    TYPHON_INVALID, TYPHON_NONE, TYPHON_BOOL, TYPHON_INT, TYPHON_FLOAT, TYPHON_COMPLEX, TYPHON_STR, TYPHON_BYTES, TYPHON_LIST, TYPHON_TUPLE, TYPHON_DICT,
    TYPHON_SET, /* and frozenset */
    TYPHON_CLASS, TYPHON_FUNCTION, /* of scripts, of the host, methods */
    TYPHON_MODULE, TYPHON_OBJECT   /* anything else */
} typhon_kind;
/* Of instances of subclasses the kind of the built-in class. */
TYPHON_API typhon_kind typhon_kind_of(typhon_vm *vm, typhon_value value);

TYPHON_API typhon_value typhon_none(typhon_vm *vm);
TYPHON_API typhon_value typhon_bool(typhon_vm *vm, bool value);
TYPHON_API typhon_value typhon_int(typhon_vm *vm, int64_t value);
TYPHON_API typhon_value typhon_float(typhon_vm *vm, double value);
/* Invalid, with ValueError waiting, when it is not UTF-8. */
TYPHON_API typhon_value typhon_str(typhon_vm *vm, const char *text, size_t size);
TYPHON_API typhon_value typhon_bytes(typhon_vm *vm, const void *bytes, size_t size);
/* An int of any size from what int() takes ("-123456789012345678901234567890"). Invalid, with ValueError waiting, when it is none. */
TYPHON_API typhon_value typhon_int_from_text(typhon_vm *vm, const char *digits);
TYPHON_API typhon_value typhon_list(typhon_vm *vm, const typhon_value *items, size_t count); /* items NULL: count times None */
TYPHON_API typhon_value typhon_tuple(typhon_vm *vm, const typhon_value *items, size_t count);
TYPHON_API typhon_value typhon_dict(typhon_vm *vm);

/* ---- reading values ------------------------------------------------------------------------------------------------- */

/* TypeError when it is of another kind. As in the language a bool is an int, and typhon_get_float takes ints, too. */
TYPHON_API typhon_status typhon_get_bool(typhon_vm *vm, typhon_value value, bool *result);
TYPHON_API typhon_status typhon_get_int(typhon_vm *vm, typhon_value value, int64_t *result); /* OverflowError when it does not fit */
TYPHON_API typhon_status typhon_get_float(typhon_vm *vm, typhon_value value, double *result);
/* Good as long as the value is. A str may hold NULs: `size` counts. size NULL: ValueError when it does. UnicodeEncodeError: it holds lone surrogates, which UTF-8 has not. */
TYPHON_API typhon_status typhon_get_str(typhon_vm *vm, typhon_value value, const char **text, size_t *size);
/* Of bytes; of a bytearray until it is changed. */
TYPHON_API typhon_status typhon_get_bytes(typhon_vm *vm, typhon_value value, const void **bytes, size_t *size);
TYPHON_API typhon_status typhon_truth(typhon_vm *vm, typhon_value value, bool *result);
/* repr(value) and str(value), as values: of an int its digits. */
TYPHON_API typhon_status typhon_repr(typhon_vm *vm, typhon_value value, typhon_value *result);
TYPHON_API typhon_status typhon_to_str(typhon_vm *vm, typhon_value value, typhon_value *result);
TYPHON_API typhon_value typhon_class_of(typhon_vm *vm, typhon_value value);
/* "int", "list", "Unit". Good as long as the value is, unless a script gives its class another name. */
TYPHON_API const char *typhon_type_name(typhon_vm *vm, typhon_value value);
/* `a is b` */
TYPHON_API bool typhon_same(typhon_vm *vm, typhon_value a, typhon_value b);
TYPHON_API typhon_status typhon_equal(typhon_vm *vm, typhon_value a, typhon_value b, bool *result);
/* class_or_tuple as isinstance() takes it. */
TYPHON_API typhon_status typhon_is_instance(typhon_vm *vm, typhon_value value, typhon_value class_or_tuple, bool *result);

/* ---- containers, attributes, calls ---------------------------------------------------------------------------------- */

TYPHON_API typhon_status typhon_length(typhon_vm *vm, typhon_value value, size_t *result);
TYPHON_API typhon_status typhon_get_item(typhon_vm *vm, typhon_value container, typhon_value key, typhon_value *result);
TYPHON_API typhon_status typhon_get_index(typhon_vm *vm, typhon_value sequence, ptrdiff_t index, typhon_value *result); /* negative: from the end */
TYPHON_API typhon_status typhon_set_item(typhon_vm *vm, typhon_value container, typhon_value key, typhon_value value);
TYPHON_API typhon_status typhon_del_item(typhon_vm *vm, typhon_value container, typhon_value key);
TYPHON_API typhon_status typhon_contains(typhon_vm *vm, typhon_value container, typhon_value item, bool *result);
TYPHON_API typhon_status typhon_append(typhon_vm *vm, typhon_value list, typhon_value item);
/* iter(value), then its items one after the other until TYPHON_END. A value of each step lies in the scope that is open: long loops open one for each. */
TYPHON_API typhon_status typhon_iter(typhon_vm *vm, typhon_value value, typhon_value *iterator);
TYPHON_API typhon_status typhon_next(typhon_vm *vm, typhon_value iterator, typhon_value *item);
TYPHON_API typhon_status typhon_get_attr(typhon_vm *vm, typhon_value object, const char *name, typhon_value *result);
TYPHON_API typhon_status typhon_set_attr(typhon_vm *vm, typhon_value object, const char *name, typhon_value value);
/* Calls a function, a class, a method. result NULL: it is not wanted. */
TYPHON_API typhon_status typhon_call(typhon_vm *vm, typhon_value callable, const typhon_value *args, size_t count, typhon_value *result);
/* The last `keyword_count` of the `count` arguments are keywords, of these names. */
TYPHON_API typhon_status typhon_call_keywords(typhon_vm *vm, typhon_value callable, const typhon_value *args, size_t count, const char *const *keywords,
                                              size_t keyword_count, typhon_value *result);
TYPHON_API typhon_status typhon_call_method(typhon_vm *vm, typhon_value object, const char *name, const typhon_value *args, size_t count,
                                            typhon_value *result);

/* ---- messages between VMs ------------------------------------------------------------------------------------------- */

/* A value copied out of its VM: it belongs to none, and any thread may have it. What can be sent: None, bool, int, float, complex, str, bytes, bytearray, list, tuple, dict,
 * set, frozenset, instances of dataclasses and members of enums of modules that both VMs can import. What is shared in it stays shared. */
typedef struct typhon_message typhon_message;
/* TypeError for anything else, with the way to it: "item 'x' of a dict: cannot send a function". Runs no script. */
TYPHON_API typhon_status typhon_pack(typhon_vm *vm, typhon_value value, typhon_message **message);
/* A copy in this VM, each time. */
TYPHON_API typhon_status typhon_unpack(typhon_vm *vm, const typhon_message *message, typhon_value *result);
TYPHON_API void typhon_message_free(typhon_message *message); /* NULL is allowed */

#ifdef __cplusplus
}
#endif
#endif
