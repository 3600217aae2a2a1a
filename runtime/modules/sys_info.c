// sys: facts about this Python. Numbers and wording are CPython 3.12's where programs compare them.
#include "runtime/grants.h"
#include "runtime/modules/sys.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/module.h"
#include "runtime/objects/namespace.h"
#include "runtime/objects/str.h"
#include "runtime/objects/struct_sequence.h"
#include "runtime/objects/set.h"
#include <float.h>
#include <gnu/libc-version.h>
#include <limits.h>
#include <unistd.h>

#ifndef TYPHON_VERSION
#define TYPHON_VERSION "0"
#endif
enum { VERSION_MAJOR = 3, VERSION_MINOR = 12, VERSION_MICRO = 0 };

static Value refuse_instance(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    (void)args, (void)count, (void)keyword_names;
    return raise_type_error(vm, "cannot create '%s' instances", type->spec->name);
}

#define ITEM(n, name) {name, struct_item_##n, struct_item_set}
#define STRUCT_SPEC(variable, type_name, ...)                                                                          \
    static const GetSetDef variable##_getset[] = {__VA_ARGS__, {0}};                                                   \
    static const TypeSpec variable##_spec = {                                                                          \
        .name = type_name,                                                                                             \
        .layout = LAYOUT_TUPLE,                                                                                        \
        .size = sizeof(Tuple),                                                                                         \
        .flags = TYPE_FINAL,                                                                                           \
        .slots = SLOTS(SLOT(repr, struct_sequence_repr), SLOT(construct, refuse_instance)),                                         \
        .getset = variable##_getset,                                                                                   \
    };
STRUCT_SPEC(version_info, "sys.version_info", ITEM(0, "major"), ITEM(1, "minor"), ITEM(2, "micro"), ITEM(3, "releaselevel"), ITEM(4, "serial"))
STRUCT_SPEC(flags, "sys.flags", ITEM(0, "debug"), ITEM(1, "inspect"), ITEM(2, "interactive"), ITEM(3, "optimize"), ITEM(4, "dont_write_bytecode"),
            ITEM(5, "no_user_site"), ITEM(6, "no_site"), ITEM(7, "ignore_environment"), ITEM(8, "verbose"), ITEM(9, "bytes_warning"), ITEM(10, "quiet"),
            ITEM(11, "hash_randomization"), ITEM(12, "isolated"), ITEM(13, "dev_mode"), ITEM(14, "utf8_mode"), ITEM(15, "warn_default_encoding"),
            ITEM(16, "safe_path"), ITEM(17, "int_max_str_digits"))
STRUCT_SPEC(float_info, "sys.float_info", ITEM(0, "max"), ITEM(1, "max_exp"), ITEM(2, "max_10_exp"), ITEM(3, "min"), ITEM(4, "min_exp"), ITEM(5, "min_10_exp"),
            ITEM(6, "dig"), ITEM(7, "mant_dig"), ITEM(8, "epsilon"), ITEM(9, "radix"), ITEM(10, "rounds"))
STRUCT_SPEC(int_info, "sys.int_info", ITEM(0, "bits_per_digit"), ITEM(1, "sizeof_digit"), ITEM(2, "default_max_str_digits"), ITEM(3, "str_digits_check_threshold"))
STRUCT_SPEC(hash_info, "sys.hash_info", ITEM(0, "width"), ITEM(1, "modulus"), ITEM(2, "inf"), ITEM(3, "nan"), ITEM(4, "imag"), ITEM(5, "algorithm"), ITEM(6, "hash_bits"),
            ITEM(7, "seed_bits"), ITEM(8, "cutoff"))
STRUCT_SPEC(thread_info, "sys.thread_info", ITEM(0, "name"), ITEM(1, "lock"), ITEM(2, "version"))

static Value make(VM *vm, const TypeSpec *spec, const Value *items, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (items[i] == VALUE_ERROR) return VALUE_ERROR;
    Type *type = type_new_from_spec(vm, spec, vm->types.tuple);
    return type ? struct_sequence_new(vm, type, items, count) : VALUE_ERROR;
}
#define MAKE(spec, ...) make(vm, spec, (const Value[]){__VA_ARGS__}, sizeof((const Value[]){__VA_ARGS__}) / sizeof(Value))
#define INT(i) from_small_int(i)
#define TEXT(t) str_from_cstring(vm, t)

static Value version_info(VM *vm) { return MAKE(&version_info_spec, INT(VERSION_MAJOR), INT(VERSION_MINOR), INT(VERSION_MICRO), TEXT("final"), INT(0)); }

// Unless the script has put something there.
static bool add(VM *vm, Dict *space, const char *name, Value value) {
    Str *key = value == VALUE_ERROR ? NULL : str_intern(vm, name, strlen(name));
    return key && (dict_get_str(vm, space, key) != VALUE_UNBOUND || dict_set_str(vm, space, key, value));
}

static bool add_structs(VM *vm, Dict *space) {
    const Value no = INT(0);
    return add(vm, space, "version_info", version_info(vm)) &&
           add(vm, space, "flags",
                   MAKE(&flags_spec, no, no, no, no, INT(1), no, no, no, no, no, no, INT(1), no, VALUE_FALSE, no, no, VALUE_FALSE, INT(vm->system->first_text_digits))) &&
           add(vm, space, "float_info",
                   MAKE(&float_info_spec, float_from_double(vm, DBL_MAX), INT(DBL_MAX_EXP), INT(DBL_MAX_10_EXP), float_from_double(vm, DBL_MIN), INT(DBL_MIN_EXP), INT(DBL_MIN_10_EXP),
                        INT(DBL_DIG), INT(DBL_MANT_DIG), float_from_double(vm, DBL_EPSILON), INT(2), INT(1))) &&
           add(vm, space, "int_info", MAKE(&int_info_spec, INT(30), INT(4), INT(4300), INT(640))) &&
           add(vm, space, "hash_info",
                   MAKE(&hash_info_spec, INT(64), INT(((int64_t)1 << 61) - 1), INT(314159), no, INT(1000003), TEXT("siphash13"), INT(64), INT(128), no)) &&
           add(vm, space, "thread_info", MAKE(&thread_info_spec, TEXT("pthread"), TEXT("semaphore"), str_from_format(vm, "glibc %s", gnu_get_libc_version())));
}

static const int64_t hexversion = (int64_t)VERSION_MAJOR << 24 | VERSION_MINOR << 16 | VERSION_MICRO << 8 | 0xf0;

static bool add_implementation(VM *vm, Dict *space) {
    Type *type = type_new_from_spec(vm, &namespace_spec, vm->types.object);
    Value implementation = type ? namespace_new(vm, type) : VALUE_ERROR;
    if (implementation == VALUE_ERROR) return false;
    const struct {
        const char *name;
        Value value;
    } fields[] = {{"name", TEXT("typhon")}, {"cache_tag", TEXT("typhon-312")}, {"version", version_info(vm)}, {"hexversion", INT(hexversion)}, {"_multiarch", TEXT("x86_64-linux-gnu")}};
    const size_t count = sizeof fields / sizeof *fields;
    for (size_t i = 0; i < count; i++)
        if (fields[i].value == VALUE_ERROR) return false; // before anything else is done: what runs with an exception set may clear it
    for (size_t i = 0; i < count; i++) {
        Str *name = str_intern(vm, fields[i].name, strlen(fields[i].name));
        if (!name || !set_attribute(vm, implementation, name, fields[i].value)) return false;
    }
    return add(vm, space, "implementation", implementation);
}

// builtin_module_names, and stdlib_module_names, which has the modules written in Python too.
static bool add_module_names(VM *vm, Dict *space) {
    Value native = list_new(vm, NULL, 0), all = native == VALUE_ERROR ? VALUE_ERROR : list_new(vm, NULL, 0);
    if (all == VALUE_ERROR) return false;
    const char *text;
    for (size_t i = 0; (text = native_module_name(i)); i++) {
        Value name = str_from_cstring(vm, text);
        if (name == VALUE_ERROR || !list_append(vm, as_list(native), name) || !list_append(vm, as_list(all), name)) return false;
    }
    const EmbeddedSource *source;
    for (size_t i = 0; (source = embedded_source_at(i)); i++) {
        if (strchr(source->name, '.')) continue;
        Value name = str_from_cstring(vm, source->name);
        if (name == VALUE_ERROR || !list_append(vm, as_list(all), name)) return false;
    }
    return list_sort(vm, as_list(native), VALUE_NONE, false) && add(vm, space, "builtin_module_names", op_to_tuple(vm, native)) &&
           add(vm, space, "stdlib_module_names", set_new(vm, vm->types.frozenset, all));
}

bool sys_add_paths(VM *vm, Dict *space) {
    char path[PATH_MAX] = "";
    ssize_t size = grants_has(vm, GRANT_PROCESS) || grants_has(vm, GRANT_RUN) ? readlink("/proc/self/exe", path, sizeof path - 1) : 0;
    path[size > 0 ? size : 0] = 0;
    return sys_set_text(vm, space, "executable", path) && sys_set_text(vm, space, "_base_executable", path) && sys_set_text(vm, space, "prefix", "/usr") &&
           sys_set_text(vm, space, "exec_prefix", "/usr") && sys_set_text(vm, space, "base_prefix", "/usr") && sys_set_text(vm, space, "base_exec_prefix", "/usr") &&
           sys_set_text(vm, space, "platlibdir", "lib") && sys_set_text(vm, space, "abiflags", "") && sys_set(vm, space, "pycache_prefix", VALUE_NONE);
}

static bool add_numbers(VM *vm, Dict *space) {
    int byte_order = 1;
    return add(vm, space, "version", str_from_format(vm, "%d.%d.%d (typhon %s) [GCC %s]", VERSION_MAJOR, VERSION_MINOR, VERSION_MICRO, TYPHON_VERSION, __VERSION__)) &&
           add(vm, space, "hexversion", INT(hexversion)) && add(vm, space, "api_version", INT(1013)) && add(vm, space, "platform", TEXT("linux")) &&
           add(vm, space, "byteorder", TEXT(*(char *)&byte_order ? "little" : "big")) && add(vm, space, "maxsize", int_from_int64(vm, INT64_MAX)) &&
           add(vm, space, "maxunicode", INT(0x10FFFF)) && add(vm, space, "float_repr_style", TEXT("short")) && add(vm, space, "copyright", TEXT("Typhon: MIT licence."));
}

// ---- when they are made ----

static bool (*const groups[])(VM *, Dict *) = {add_numbers, add_implementation, add_structs, add_module_names};
enum { GROUP_COUNT = sizeof groups / sizeof *groups };

static Dict *namespace_of_sys(const VM *vm) { return vm->system && is_module(vm->system->module) ? ((Module *)as_object(vm->system->module))->dict : NULL; }
bool sys_lacks_info(const VM *vm, const Dict *space) { return vm->system && vm->system->info_made < GROUP_COUNT && space == namespace_of_sys(vm); }

Value sys_find_info(VM *vm, Str *name) {
    Dict *space = namespace_of_sys(vm);
    Value found = VALUE_UNBOUND;
    while (name->text[0] != '_' && found == VALUE_UNBOUND && vm->system->info_made < GROUP_COUNT) {
        if (!groups[vm->system->info_made](vm, space)) return VALUE_ERROR;
        vm->system->info_made++;
        found = dict_get_str(vm, space, name);
    }
    return found;
}

bool sys_complete(VM *vm) {
    Dict *space = namespace_of_sys(vm);
    for (; space && vm->system->info_made < GROUP_COUNT; vm->system->info_made++)
        if (!groups[vm->system->info_made](vm, space)) return false;
    return true;
}
