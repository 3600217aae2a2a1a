// pwd and grp: the accounts and groups of the system (library reference, "pwd", "grp").
#include "runtime/grants.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/system_path.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/objects/struct_sequence.h"
#include <errno.h>
#include <grp.h>
#include <limits.h>
#include <pwd.h>

#define ITEM(n, name) {name, struct_item_##n, struct_item_set}
enum { PASSWD_ITEMS = 7, GROUP_ITEMS = 4 };
static const GetSetDef passwd_getset[] = {ITEM(0, "pw_name"), ITEM(1, "pw_passwd"), ITEM(2, "pw_uid"), ITEM(3, "pw_gid"), ITEM(4, "pw_gecos"), ITEM(5, "pw_dir"), ITEM(6, "pw_shell"), {0}};
static const GetSetDef group_getset[] = {ITEM(0, "gr_name"), ITEM(1, "gr_passwd"), ITEM(2, "gr_gid"), ITEM(3, "gr_mem"), {0}};
static Value passwd_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    return struct_sequence_construct(vm, type, args, count, keyword_names, PASSWD_ITEMS, PASSWD_ITEMS);
}
static Value group_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    return struct_sequence_construct(vm, type, args, count, keyword_names, GROUP_ITEMS, GROUP_ITEMS);
}
static const TypeSpec passwd_spec = {
    .name = "pwd.struct_passwd",
    .layout = LAYOUT_TUPLE,
    .size = sizeof(Tuple),
    .flags = TYPE_FINAL,
    .slots = SLOTS(SLOT(repr, struct_sequence_repr), SLOT(construct, passwd_construct)),
    .getset = passwd_getset,
    .methods = struct_sequence_methods,
    .doc = TYPE_DOC("pwd.struct_passwd: Results from getpw*() routines."),
};
static const TypeSpec group_spec = {
    .name = "grp.struct_group",
    .layout = LAYOUT_TUPLE,
    .size = sizeof(Tuple),
    .flags = TYPE_FINAL,
    .slots = SLOTS(SLOT(repr, struct_sequence_repr), SLOT(construct, group_construct)),
    .getset = group_getset,
    .methods = struct_sequence_methods,
    .doc = TYPE_DOC("grp.struct_group: Results from getgr*() routines."),
};

static Value or_empty(VM *vm, const char *text) { return text ? system_text(vm, text) : vm->empty_str; }
static Value passwd_record(VM *vm, const struct passwd *p) {
    const char *const texts[PASSWD_ITEMS] = {p->pw_name, p->pw_passwd, NULL, NULL, p->pw_gecos, p->pw_dir, p->pw_shell};
    Value items[PASSWD_ITEMS];
    for (int i = 0; i < PASSWD_ITEMS; i++)
        if ((items[i] = i == 2 ? from_small_int(p->pw_uid) : i == 3 ? from_small_int(p->pw_gid) : or_empty(vm, texts[i])) == VALUE_ERROR) return VALUE_ERROR;
    return struct_sequence_new(vm, (Type *)as_object(vm->slots_for_modules[MODULE_SLOT_PASSWD]), items, PASSWD_ITEMS);
}
static Value group_record(VM *vm, const struct group *g) {
    Value members = list_new(vm, NULL, 0);
    for (char **member = g->gr_mem; members != VALUE_ERROR && member && *member; member++) {
        Value name = system_text(vm, *member);
        if (name == VALUE_ERROR || !list_append(vm, as_list(members), name)) return VALUE_ERROR;
    }
    Value items[GROUP_ITEMS] = {or_empty(vm, g->gr_name), or_empty(vm, g->gr_passwd), from_small_int(g->gr_gid), members};
    for (int i = 0; i < GROUP_ITEMS; i++)
        if (items[i] == VALUE_ERROR) return VALUE_ERROR;
    return struct_sequence_new(vm, (Type *)as_object(vm->slots_for_modules[MODULE_SLOT_GROUP]), items, GROUP_ITEMS);
}

// An identity as the functions take it: -1 is the highest. False: raised, or, for one out of range, *is_known false.
static bool identity_of(VM *vm, Value v, const char *what, int64_t *id) {
    Str *name = is_int(v) ? NULL : vm->names.__index__;
    if (name && type_lookup(vm, value_type(vm, v), name) == VALUE_UNBOUND) return raise_type_error(vm, "%s should be integer, not %T", what, v), false;
    return op_index_int64(vm, v, id, true);
}
static const char *name_of(VM *vm, Value v, const char *function) {
    if (!is_str(v)) return raise_type_error(vm, "%s() argument must be str, not %T", function, v), NULL;
    if (strlen(as_str(v)->text) != as_str(v)->size) return raise_value_error(vm, "embedded null byte"), NULL;
    return as_str(v)->text;
}
static Value not_found(VM *vm, const char *format, Value what) {
    Value message = str_from_format(vm, format, what);
    return message == VALUE_ERROR ? VALUE_ERROR : raise_key_error(vm, message);
}

NATIVE_THAT_NEEDS(PROCESS, pwd_getpwuid, "pwd.getpwuid") {
    (void)count;
    int64_t id;
    if (!identity_of(vm, args[0], "uid", &id)) return VALUE_ERROR;
    char buffer[16384];
    struct passwd record, *found = NULL;
    if (id >= -1 && id <= UINT_MAX) getpwuid_r((uid_t)id, &record, buffer, sizeof buffer, &found);
    return found ? passwd_record(vm, found) : not_found(vm, "getpwuid(): uid not found: %S", args[0]);
}
NATIVE_THAT_NEEDS(PROCESS, pwd_getpwnam, "pwd.getpwnam") {
    (void)count;
    const char *name = name_of(vm, args[0], "getpwnam");
    if (!name) return VALUE_ERROR;
    char buffer[16384];
    struct passwd record, *found = NULL;
    getpwnam_r(name, &record, buffer, sizeof buffer, &found);
    return found ? passwd_record(vm, found) : not_found(vm, "getpwnam(): name not found: %R", args[0]);
}
NATIVE_THAT_NEEDS(PROCESS, pwd_getpwall, "pwd.getpwall") {
    (void)args, (void)count;
    Value list = list_new(vm, NULL, 0);
    setpwent();
    for (struct passwd *p; list != VALUE_ERROR && (p = getpwent());) {
        Value record = passwd_record(vm, p);
        if (record == VALUE_ERROR || !list_append(vm, as_list(list), record)) list = VALUE_ERROR;
    }
    endpwent();
    return list;
}
NATIVE_THAT_NEEDS(PROCESS, grp_getgrgid, "grp.getgrgid") {
    (void)count;
    int64_t id;
    if (!identity_of(vm, args[0], "gid", &id)) return VALUE_ERROR;
    char buffer[65536];
    struct group record, *found = NULL;
    if (id >= -1 && id <= UINT_MAX) getgrgid_r((gid_t)id, &record, buffer, sizeof buffer, &found);
    return found ? group_record(vm, found) : not_found(vm, "getgrgid(): gid not found: %S", args[0]);
}
NATIVE_THAT_NEEDS(PROCESS, grp_getgrnam, "grp.getgrnam") {
    (void)count;
    const char *name = name_of(vm, args[0], "getgrnam");
    if (!name) return VALUE_ERROR;
    char buffer[65536];
    struct group record, *found = NULL;
    getgrnam_r(name, &record, buffer, sizeof buffer, &found);
    return found ? group_record(vm, found) : not_found(vm, "getgrnam(): name not found: %R", args[0]);
}
NATIVE_THAT_NEEDS(PROCESS, grp_getgrall, "grp.getgrall") {
    (void)args, (void)count;
    Value list = list_new(vm, NULL, 0);
    setgrent();
    for (struct group *g; list != VALUE_ERROR && (g = getgrent());) {
        Value record = group_record(vm, g);
        if (record == VALUE_ERROR || !list_append(vm, as_list(list), record)) list = VALUE_ERROR;
    }
    endgrent();
    return list;
}

static const NativeDef pwd_functions[] = {
    {"getpwuid", {pwd_getpwuid}, 1, 1, 0, NULL, DOC("Return the password database entry for the given numeric user ID.")},
    {"getpwnam", {pwd_getpwnam}, 1, 1, 0, NULL, DOC("Return the password database entry for the given user name.")},
    {"getpwall", {pwd_getpwall}, 0, 0, 0, NULL, DOC("Return a list of all available password database entries, in arbitrary order.")},
    {0},
};
static const NativeDef grp_functions[] = {
    {"getgrgid", {grp_getgrgid}, 1, 1, 0, "id", DOC("Return the group database entry for the given numeric group ID.")},
    {"getgrnam", {grp_getgrnam}, 1, 1, 0, "name", DOC("Return the group database entry for the given group name.")},
    {"getgrall", {grp_getgrall}, 0, 0, 0, NULL, DOC("Return a list of all available group entries, in arbitrary order.")},
    {0},
};
static bool add_record_type(VM *vm, Dict *space, const TypeSpec *spec, size_t items, int slot) {
    Type *type = struct_sequence_type(vm, spec, items, items);
    if (!type) return false;
    vm->slots_for_modules[slot] = from_object(type);
    return system_set(vm, space, strchr(spec->name, '.') + 1, from_object(type));
}
static bool pwd_initialize(VM *vm, Value module, Dict *space) { return (void)module, add_record_type(vm, space, &passwd_spec, PASSWD_ITEMS, MODULE_SLOT_PASSWD); }
static bool grp_initialize(VM *vm, Value module, Dict *space) { return (void)module, add_record_type(vm, space, &group_spec, GROUP_ITEMS, MODULE_SLOT_GROUP); }
const ModuleDef pwd_module = {"pwd", pwd_functions, pwd_initialize};
const ModuleDef grp_module = {"grp", grp_functions, grp_initialize};
