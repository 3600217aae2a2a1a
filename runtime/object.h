// Object, Shape, Type: how everything on the heap is laid out.
//
//   object  8 bytes of header: its shape; then the fields of its layout. Mark bits are in the pool (alloc/heap.h).
//   shape   "hidden class": which type, and where each instance attribute lives. Objects of a built-in type without
//           instance attributes all have their type's root shape. Adding attribute x to an instance moves it to the child
//           shape for x; instances built alike share shapes, so an inline cache needs one comparison. What an instance has no
//           room for goes to an overflow block, and the shape says where the pointer to it is: most instances have none.
//   type    a class, built-in or user-made: bases, MRO, namespace dict, and slots: C functions for the special operations.
//           For a user class that defines __add__, the slot `binary[SLOT_ADD]` is a C function that looks __add__ up.
//
// Conventions of every function here and in runtime/:
//   * takes VM * first; a Value result is VALUE_ERROR when an exception is set; a bool result is false then.
//   * MAY_RAISE marks the others. `int` results: -1 error, else 0/1.
//   * Collection happens only at safepoints inside the VM loop. A native that calls back into scripts (call_*, op_* on
//     unknown objects) must keep what it needs later with roots (vm.h: ROOT_SCOPE / root_push); others need nothing.
//   * A store of a Value or pointer into an object goes through the write barrier (vm.h: gc_store, gc_store_object, gc_wrote), except into a fresh object: one
//     made since the last safepoint.
#ifndef TYPHON_RUNTIME_OBJECT_H
#define TYPHON_RUNTIME_OBJECT_H
#include "runtime/value.h"

#define MAY_RAISE
typedef struct Shape Shape;
typedef struct Type Type;
typedef struct Str Str;
typedef struct Dict Dict;
typedef struct Tuple Tuple;

struct Object {
    Shape *shape;
};

// The C layout of instances; a subclass has its base's layout. is_layout(v, LAYOUT_DICT) accepts subclasses.
typedef enum Layout {
    LAYOUT_NONE, // immediates
    LAYOUT_OBJECT, // Instance: user classes deriving from object only
    LAYOUT_SHAPE, LAYOUT_TYPE, LAYOUT_INT, LAYOUT_FLOAT, LAYOUT_COMPLEX, LAYOUT_STR, LAYOUT_BYTES, LAYOUT_BYTEARRAY,
    LAYOUT_LIST, LAYOUT_TUPLE, LAYOUT_DICT, LAYOUT_SET, // set and frozenset
    LAYOUT_RANGE, LAYOUT_SLICE, LAYOUT_CELL, LAYOUT_CODE, LAYOUT_FUNCTION, LAYOUT_NATIVE, LAYOUT_METHOD,
    LAYOUT_GENERATOR, LAYOUT_MODULE, LAYOUT_EXCEPTION, LAYOUT_TRACEBACK, LAYOUT_PROPERTY, LAYOUT_CLASSMETHOD,
    LAYOUT_STATICMETHOD, LAYOUT_SUPER, LAYOUT_FILE, LAYOUT_HOST, LAYOUT_OTHER, // others are told apart by type
} Layout;

typedef enum BinarySlot { // in the order of AstOperator
    SLOT_ADD, SLOT_SUB, SLOT_MULT, SLOT_MATMULT, SLOT_DIV, SLOT_MOD, SLOT_POW, SLOT_LSHIFT, SLOT_RSHIFT,
    SLOT_BITOR, SLOT_BITXOR, SLOT_BITAND, SLOT_FLOORDIV, SLOT_DIVMOD, BINARY_SLOT_COUNT
} BinarySlot;
typedef enum UnarySlot { SLOT_NEGATIVE, SLOT_POSITIVE, SLOT_INVERT, SLOT_ABS, SLOT_INT, SLOT_FLOAT, SLOT_INDEX, UNARY_SLOT_COUNT } UnarySlot;
typedef enum CompareOp { COMPARE_EQ, COMPARE_NE, COMPARE_LT, COMPARE_LE, COMPARE_GT, COMPARE_GE } CompareOp;

typedef void (*TraceVisitor)(VM *vm, Value value);

// NULL: not supported. Slots take the receiver as a Value. They are inherited (copied) along the MRO.
enum { NEXT_ITEMS_MOST = 8 }; // of next_items
typedef struct TypeSlots {
    Value (*repr)(VM *, Value self);
    Value (*str)(VM *, Value self);
    Value (*format)(VM *, Value self, Value spec);            // __format__
    bool (*hash)(VM *, Value self, uint64_t *out);            // not hashable: slot_hash_not_implemented (type.h)
    Value (*compare)(VM *, Value self, Value other, CompareOp op); // a bool or any value; VALUE_NOT_IMPLEMENTED
    int (*truth)(VM *, Value self);                           // __bool__
    int64_t (*length)(VM *, Value self);                      // __len__; -1: error
    Value (*get_item)(VM *, Value self, Value key);
    bool (*set_item)(VM *, Value self, Value key, Value value); // value VALUE_UNBOUND: delete
    int (*contains)(VM *, Value self, Value item);
    Value (*iter)(VM *, Value self);
    Value (*next)(VM *, Value self);                          // VALUE_END when exhausted
    int (*next_items)(VM *, Value self, Value *items, uint32_t count); // the `count` items of the tuple that next gives, without the tuple: 1; 0: exhausted; -1: raised; 2: ask next
    Value (*call)(VM *, Value self, Value *args, uint32_t count, Value keyword_names);
    Value (*get_attribute)(VM *, Value self, Str *name);      // __getattribute__ (NULL: the generic one)
    bool (*set_attribute)(VM *, Value self, Str *name, Value value); // __setattr__/__delattr__ (NULL: the generic one)
    Value (*descriptor_get)(VM *, Value self, Value instance, Type *owner); // __get__; instance VALUE_UNBOUND: on the class
    bool (*descriptor_set)(VM *, Value self, Value instance, Value value);  // __set__; VALUE_UNBOUND: __delete__
    // operators: called as f(vm, left, right) whichever side this type is on; VALUE_NOT_IMPLEMENTED to decline
    Value (*binary[BINARY_SLOT_COUNT])(VM *, Value left, Value right);
    Value (*inplace[BINARY_SLOT_COUNT])(VM *, Value left, Value right);
    Value (*unary[UNARY_SLOT_COUNT])(VM *, Value self);
    Value (*construct)(VM *, Type *type, Value *args, uint32_t count, Value keyword_names); // __new__
    bool (*initialize)(VM *, Value self, Value *args, uint32_t count, Value keyword_names); // __init__; NULL: none needed
    void (*trace)(VM *, Object *self);     // marks what the object refers to (gc_mark); not for slots of Instance attributes
    void (*finalize)(VM *, Object *self);  // closes external resources; the object was registered with gc_register_finalizer
} TypeSlots;

// The slots that a static table has: SLOTS(SLOT(repr, list_repr), SLOT(binary[SLOT_ADD], list_concat)). Most types have five of fifty. The `0 ?` lets the compiler
// say that a function is not of the slot's type.
typedef void (*SlotFunction)(void); // any function of TypeSlots
typedef struct SlotEntry {
    size_t offset;         // in TypeSlots
    SlotFunction function; // NULL: the end
} SlotEntry;
#define SLOT(member, function_) {offsetof(TypeSlots, member), (SlotFunction)(0 ? (__typeof__(((TypeSlots *)0)->member))0 : function_)}
#define SLOTS(...) (const SlotEntry[]){__VA_ARGS__, {0, NULL}}

// A native function. `args` has `count` values. With parameter names (`parameters` not NULL) the VM binds keywords (a leading "!": with
// the words of a function written in Python): then args has
// one value for every named parameter, VALUE_UNBOUND where absent. For NATIVE_RAW the function also takes the keywords
// itself: args[count .. count+k) are the values of the k names in the tuple keyword_names (VALUE_UNBOUND: none).
typedef Value (*NativeFunction)(VM *vm, Value *args, uint32_t count);
typedef Value (*NativeRawFunction)(VM *vm, Value *args, uint32_t count, Value keyword_names);
// static and class methods of a type's table. BORROWS: it neither keeps nor returns its arguments, nor shows them to a script. REPEATABLE: of a module, and given
// text, bytes and numbers it has no effect: for want of memory it may be done again.
enum NativeFlags { NATIVE_RAW = 1, NATIVE_STATIC = 2, NATIVE_CLASS = 4, NATIVE_BORROWS = 8, NATIVE_REPEATABLE = 16, NATIVE_NOT_PLAIN = NATIVE_RAW | NATIVE_STATIC | NATIVE_CLASS,
    // what machine code does itself, for the commonest arguments (native_control.c)
    NATIVE_LEN = 1 << 8, NATIVE_APPEND = 2 << 8, NATIVE_POP = 3 << 8, NATIVE_ORD = 4 << 8, NATIVE_CHR = 5 << 8, NATIVE_ABS = 6 << 8, NATIVE_MIN = 7 << 8, NATIVE_MAX = 8 << 8, NATIVE_ISINSTANCE = 9 << 8, NATIVE_IN_MACHINE_CODE = 15 << 8 };
#ifdef TYPHON_NO_DOCS // -DTYPHON_DOCS=OFF: __doc__ of what is built in is None
#define DOC(text)     // a NativeDef has no such member
#define TYPE_DOC(text) NULL
#else
#define DOC(text) text
#define TYPE_DOC(text) text
#endif
typedef struct NativeDef {
    const char *name;
    union {
        NativeFunction function;
        NativeRawFunction raw;
    };
    int16_t min_args, max_args; // positional arguments, the receiver of a method not counted; max -1: any number
    uint16_t flags;
    const char *parameters;     // NULL: positional only. Else all names in order, as "iterable / * key reverse": names before
                                // "/" are positional-only, after "*" keyword-only. args then has one entry for each (after self)
#ifndef TYPHON_NO_DOCS
    const char *doc;            // DOC("...") or DOC(NULL)
#endif
} NativeDef;
static inline const char *native_doc(const NativeDef *def) {
#ifdef TYPHON_NO_DOCS
    return (void)def, NULL;
#else
    return def->doc;
#endif
}
// Methods get the receiver as args[0], counted in `count`.

// An attribute computed by C: `int.real`, `function.__name__`...
typedef struct GetSetDef {
    const char *name;
    Value (*get)(VM *, Value self);
    bool (*set)(VM *, Value self, Value value); // NULL: read-only; VALUE_UNBOUND: delete
} GetSetDef;

enum TypeFlags {
    TYPE_HEAP = 1,        // made by a class statement
    TYPE_FINAL = 2,       // cannot be subclassed (bool, NoneType, range, slice, function...)
    TYPE_HAS_DICT = 4,    // instances take new attributes (shape slots)
    TYPE_EXCEPTION = 8,   // derives from BaseException
    TYPE_HAS_FINALIZER = 16, // __del__ or a finalize slot
    TYPE_ABSTRACT = 32,
    TYPE_HAS_GETATTR = 64, // user class with __getattr__
    TYPE_CUSTOM_GETATTRIBUTE = 128,
    TYPE_SEQUENCE_PATTERN = 256, TYPE_MAPPING_PATTERN = 512, // for match statements
    TYPE_NO_INSTANTIATE = 1024,
    TYPE_SHOWS_MODULE = 4096, // a class of the library that stands for one CPython has in C: in messages it is "datetime.date"
    TYPE_WEAKLY_REFERABLE = 8192, // a built-in type whose instances may have weak references without having attributes
    TYPE_ONLY_SUBSCRIPTED = 16384, // its get_item is not that of a sequence: its objects are not iterable
    TYPE_ATTRIBUTE_GUARDS = 32768, // it or a base has attribute_guards
    TYPE_HAS_VARIABLES = 65536, // its attributes of names with all STR_CHANGES may get other values under one version (type_set)
    TYPE_SIZED = 2048, // the number of inline slots was chosen after what __init__ stores
};

// The static description of a built-in type; from it type_ready makes the Type when the VM opens.
typedef struct TypeSpec {
    const char *name;       // "list"; with module prefix for types of native modules ("collections.deque")
    Layout layout;
    uint32_t size;          // bytes of an instance without attribute slots
    uint32_t flags;
    const SlotEntry *slots;   // ends with a NULL function; may be NULL
    const NativeDef *methods; // ends with a NULL name; may be NULL
                              // (TYPE_HAS_DICT: the first field after the header, or the Dict, is `Value *overflow`, NULL when fresh)
    const GetSetDef *getset;  // likewise
    const char *doc;
} TypeSpec;

struct Type {
    Object head;
    Str *name;
    Str *qualname;
    Str *module;       // NULL: builtins
    const TypeSpec *spec; // of itself or of the nearest built-in base
    Tuple *bases;
    Tuple *mro;        // itself first
    Type *base;        // the one whose layout it has
    Dict *dict;        // NULL for a built-in type nobody has looked into yet: use type_dict (runtime/type.h)
    Shape *root_shape; // of fresh instances
    Shape *dictionary_shape; // of its instances with a Dict; NULL until there is one
    Type **subclasses; // direct ones: heap block, weak: trace functions fill it again in every collection; in any order
    uint32_t subclass_count, subclass_capacity;
    const Tuple *attribute_guards; // name, guard, ... of the attributes it declares (runtime/guard.h), or NULL
    Type *next_traced; // in the collector's list
    uint32_t serial;   // number of the type in order of creation
    uint32_t version;  // unique number, renewed when the namespace of it or of a base changes (but see type_set); inline caches compare it
    uint32_t flags;
    uint32_t instance_size; // bytes of a fresh instance with its inline slots (variable part not counted)
    uint16_t inline_slots;  // of fresh instances; grows when instances overflow (attributes.h)
    uint16_t member_count;  // how many of them are members of __slots__ (the base's first)
    uint16_t overflow_offset; // where an instance has a word that is nothing but its overflow pointer: 0: it has none; OVERFLOW_AT_END
    uint16_t slots_offset;  // where an instance has its inline slots; 0: before the overflow pointer at the end, downwards
    uint8_t layout;
    uint32_t constructor_version; // while it equals `version`, calling the class makes an Instance and calls `constructor` (interpreter_call.c)
    struct Function *constructor; // its __init__: held by a namespace on the MRO, so not traced
    TypeSlots slots;
};

// A shape belongs to one type. Slot numbers are dense: members of __slots__, then the keys in order of their addition.
struct Shape {
    Object head;
    Type *type;
    Shape *parent;      // without the last key; NULL for the root
    Str *key;           // the last key added, interned
    uint16_t count;     // slots in use: members of __slots__ first (in the root already), then one for each key
    uint16_t inline_slots; // slots below this number are inside the instance, others in its overflow block
    uint16_t overflow_offset; // where the instance has the pointer to its overflow block (or Dict); 0: it has none; OVERFLOW_AT_END
    uint16_t flags;     // SHAPE_DICTIONARY: attributes are in a Dict instead (instance.__dict__ was asked for, many deletes...)
    Shape *last_child;  // most recent transition
    Dict *transitions;  // key -> Shape, when there is more than one
    Dict *table;        // key -> slot number, made when first searched
};
enum { SHAPE_DICTIONARY = 1 };
#define OVERFLOW_AT_END 0xffff // the last word of its block

// An instance of a user class: values, as many as there is room for. Instances of user classes that derive from a built-in type
// with another layout have them after the fields of that layout (runtime/attributes.h).
typedef struct Instance {
    Object head;
    Value slots[];
} Instance;

static inline Shape *shape_of(const Object *o) { return o->shape; }
// The type of an object (not of an immediate: value_type in vm.h).
static inline Type *object_type(const Object *o) { return o->shape->type; }
#endif
