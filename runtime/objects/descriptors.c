// Descriptors of built-in types: unbound methods, slot wrappers, getsets, and the members of __slots__. See descriptors.h.
#include "runtime/gather.h"
#include "runtime/builtins.h"
#include "runtime/objects/descriptors.h"
#include "runtime/attributes.h"
#include "runtime/call.h"
#include "runtime/objects/exception.h"
#include "runtime/objects/list.h"
#include "runtime/objects/module.h"
#include "runtime/objects/str.h"
#include "runtime/type.h"

bool getset_refuse(VM *vm, Value self, Value value) {
    (void)self, (void)value;
    return raise_error(vm, vm->types.AttributeError, "readonly attribute"), false;
}

// "descriptor 'append' for 'list' objects doesn't apply to a 'int' object"
static bool applies(VM *vm, const char *name, const Type *type, Value instance) {
    if (type_is_subtype(value_type(vm, instance), type)) return true;
    return raise_type_error(vm, "descriptor '%s' for '%N' objects doesn't apply to a '%T' object", name, type, instance), false;
}

static Value qualified(VM *vm, const Type *type, const char *name) { return str_from_format(vm, "%U.%s", type->qualname, name); }
static Value get_none(VM *vm, Value self) { return (void)vm, (void)self, VALUE_NONE; }

// ---- method_descriptor ---------------------------------------------------------------------------------------------

static Native *as_native(Value v) { return (Native *)as_object(v); }

static Value native_make(VM *vm, Type *kind, const NativeDef *def, uint32_t parameter_count, Type *type, Value self) {
    Native *native = object_new(vm, kind, sizeof *native);
    if (!native) return VALUE_ERROR;
    native->def = def;
    native->parameter_count = parameter_count;
    native->type = type;
    native->self = self;
    native->module = VALUE_NONE;
    return from_object(native);
}
Value native_method_new(VM *vm, const NativeDef *def, Type *type) { return native_make(vm, vm->types.native_method, def, native_parameter_count(def), type, VALUE_UNBOUND); }
Value native_bind(VM *vm, const Native *method, Value self) { return native_make(vm, vm->types.native_function, method->def, method->parameter_count, method->type, self); }

static Value native_method_get(VM *vm, Value self, Value instance, Type *owner) {
    const Native *method = as_native(self);
    if (!(method->def->flags & NATIVE_CLASS)) {
        if (instance == VALUE_UNBOUND) return self;
        return applies(vm, method->def->name, method->type, instance) ? native_bind(vm, method, instance) : VALUE_ERROR;
    }
    if (!owner && instance == VALUE_UNBOUND) return raise_type_error(vm, "descriptor '%s' for type '%N' needs either an object or a type", method->def->name, method->type);
    if (!owner) owner = value_type(vm, instance);
    if (!type_is_subtype(owner, method->type))
        return raise_type_error(vm, "descriptor '%s' requires a subtype of '%N' but received '%N'", method->def->name, method->type, owner);
    return native_bind(vm, method, from_object(owner));
}
static Value native_method_repr(VM *vm, Value self) {
    return str_from_format(vm, "<method '%s' of '%N' objects>", as_native(self)->def->name, as_native(self)->type);
}
static void native_method_trace(VM *vm, Object *self) {
    gc_mark_object(vm, ((Native *)self)->type);
    gc_mark(vm, ((Native *)self)->self);
    gc_mark(vm, ((Native *)self)->module);
}
Value descriptor_text_signature(VM *vm, Value self) {
    ROOT_SCOPE(vm);
    root_push(vm, self);
    Str *name = str_intern(vm, "_text_signatures", 16), *function = str_intern(vm, "find", 4);
    Value module = name && function ? import_module(vm, name) : VALUE_ERROR;
    Value found = module == VALUE_ERROR ? VALUE_ERROR : call_method(vm, module, function, &self, 1);
    ROOT_END(vm);
    return found;
}
static Value native_method_name(VM *vm, Value self) { return str_from_cstring(vm, as_native(self)->def->name); }
static Value native_method_qualname(VM *vm, Value self) { return qualified(vm, as_native(self)->type, as_native(self)->def->name); }
static Value native_method_doc(VM *vm, Value self) { return native_doc(as_native(self)->def) ? str_from_cstring(vm, native_doc(as_native(self)->def)) : VALUE_NONE; }
static Value native_method_objclass(VM *vm, Value self) { return (void)vm, from_object(as_native(self)->type); }

// (getattr, (class, name))
static Value native_method_reduce(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Str *getattr = str_intern(vm, "getattr", strlen("getattr"));
    Value function = getattr ? builtins_find(vm, getattr) : VALUE_ERROR, name = native_method_name(vm, args[0]);
    if (function == VALUE_UNBOUND) return raise_error(vm, vm->types.AttributeError, "getattr");
    Value parts = function == VALUE_ERROR || name == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, from_object(as_native(args[0])->type), name);
    return parts == VALUE_ERROR ? VALUE_ERROR : tuple_pack(vm, 2, function, parts);
}
static const NativeDef native_method_methods[] = {{"__reduce__", {native_method_reduce}, 0, 0, 0, NULL, DOC(NULL)}, {0}};

static const GetSetDef native_method_getset[] = {
    {"__name__", native_method_name, NULL}, {"__qualname__", native_method_qualname, NULL},   {"__doc__", native_method_doc, NULL},
    {"__objclass__", native_method_objclass, NULL}, {"__text_signature__", descriptor_text_signature, NULL}, {0},
};
const TypeSpec native_method_spec = {
    .name = "method_descriptor",
    .layout = LAYOUT_NATIVE,
    .size = sizeof(Native),
    .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE,
    .slots = SLOTS(SLOT(repr, native_method_repr), SLOT(call, native_call), SLOT(descriptor_get, native_method_get), SLOT(trace, native_method_trace)),
    .methods = native_method_methods,
    .getset = native_method_getset,
};

Value reduce_to_attribute(VM *vm, Value owner, Value name) {
    Str *getattr = name == VALUE_ERROR ? NULL : str_intern(vm, "getattr", 7);
    Value arguments = getattr ? tuple_pack(vm, 2, owner, name) : VALUE_ERROR;
    if (arguments == VALUE_ERROR) return VALUE_ERROR;
    Value function = builtins_find(vm, getattr);
    return function == VALUE_ERROR ? VALUE_ERROR : function == VALUE_UNBOUND ? raise_error(vm, vm->types.AttributeError, "getattr") : tuple_pack(vm, 2, function, arguments);
}

// ---- wrapper_descriptor --------------------------------------------------------------------------------------------

static SlotWrapper *as_wrapper(Value v) { return (SlotWrapper *)as_object(v); }

Value slot_wrapper_new(VM *vm, const SlotDef *def, Type *type, SlotFunction function) {
    SlotWrapper *wrapper = object_new(vm, vm->types.slot_wrapper, sizeof *wrapper);
    if (!wrapper) return VALUE_ERROR;
    wrapper->def = def;
    wrapper->type = type;
    wrapper->function = function;
    return from_object(wrapper);
}

// Some special methods of built-in types are methods like others to CPython, which shows in what it says of their arguments.
static bool is_plain_method(VM *vm, const SlotWrapper *wrapper) {
    const Type *type = wrapper->type;
    size_t slot = wrapper->def->slot;
    if (slot == offsetof(TypeSlots, format)) return true;
    bool is_dict = type == vm->types.dict, is_set = type == vm->types.set || type == vm->types.frozenset;
    if (slot == offsetof(TypeSlots, contains)) return is_dict || is_set;
    return slot == offsetof(TypeSlots, get_item) && (is_dict || type == vm->types.list);
}

static bool repeats_sequence(Value v) { return is_layout(v, LAYOUT_STR) || is_layout(v, LAYOUT_LIST) || is_layout(v, LAYOUT_TUPLE) || is_layout(v, LAYOUT_BYTES) || is_layout(v, LAYOUT_BYTEARRAY); }

static Value wrong_wrapper_count(VM *vm, const SlotWrapper *wrapper, const Type *type, const Value *args, uint32_t given) {
    const SlotDef *def = wrapper->def;
    if (is_plain_method(vm, wrapper)) return raise_type_error(vm, "%N.%s() takes exactly one argument (%u given)", type, def->text, given);
    bool is_repeat = (def->slot == offsetof(TypeSlots, binary[SLOT_MULT]) || def->slot == offsetof(TypeSlots, inplace[SLOT_MULT])) && repeats_sequence(args[0]);
    return raise_type_error(vm, "%sexpected %d argument%s, got %u", def->min_args > 1 || is_repeat ? " " : "", def->min_args, def->min_args == 1 ? "" : "s", given);
}

// args[0] is the receiver, `count` includes it; `type` is what messages name.
static Value run_wrapper(VM *vm, const SlotWrapper *wrapper, const Type *type, Value *args, uint32_t count, Value keyword_names) {
    const SlotDef *def = wrapper->def;
    if (def->min_args >= 0) {
        if (keyword_count(keyword_names) && is_plain_method(vm, wrapper)) return raise_type_error(vm, "%N.%s() takes no keyword arguments", type, def->text);
        if (keyword_count(keyword_names)) return raise_type_error(vm, "wrapper %s() takes no keyword arguments", def->text);
        if (count - 1 != (uint32_t)def->min_args) return wrong_wrapper_count(vm, wrapper, type, args, count - 1);
    }
    if (!may_pass_on(vm)) return VALUE_ERROR; // f.__call__.__call__.__call__...
    return def->caller(vm, def, wrapper->function, args, count, keyword_names);
}
static Value wrapper_call(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    const SlotWrapper *wrapper = as_wrapper(self);
    if (!count) return raise_type_error(vm, "descriptor '%s' of '%N' object needs an argument", wrapper->def->text, wrapper->type);
    if (!type_is_subtype(value_type(vm, args[0]), wrapper->type))
        return raise_type_error(vm, "descriptor '%s' requires a '%N' object but received a '%T'", wrapper->def->text, wrapper->type, args[0]);
    return run_wrapper(vm, wrapper, wrapper->type, args, count, keyword_names);
}
static Value wrapper_get(VM *vm, Value self, Value instance, Type *owner) {
    (void)owner;
    if (instance == VALUE_UNBOUND) return self;
    if (!applies(vm, as_wrapper(self)->def->text, as_wrapper(self)->type, instance)) return VALUE_ERROR;
    MethodWrapper *bound = object_new(vm, vm->types.method_wrapper, sizeof *bound);
    if (!bound) return VALUE_ERROR;
    bound->wrapper = as_wrapper(self);
    bound->self = instance;
    return from_object(bound);
}
static Value wrapper_repr(VM *vm, Value self) {
    const SlotWrapper *wrapper = as_wrapper(self);
    const char *kind = wrapper->def->slot == offsetof(TypeSlots, format) ? "method" : "slot wrapper";
    return str_from_format(vm, "<%s '%s' of '%N' objects>", kind, wrapper->def->text, wrapper->type);
}
static void wrapper_trace(VM *vm, Object *self) { gc_mark_object(vm, ((SlotWrapper *)self)->type); }
static Value wrapper_name(VM *vm, Value self) { return str_from_cstring(vm, as_wrapper(self)->def->text); }
static Value wrapper_qualname(VM *vm, Value self) { return qualified(vm, as_wrapper(self)->type, as_wrapper(self)->def->text); }
static Value wrapper_doc(VM *vm, Value self) {
    const SlotWrapper *wrapper = as_wrapper(self);
    const char *doc = wrapper->def->doc;
    if (wrapper->type == vm->types.list && wrapper->def->slot == offsetof(TypeSlots, get_item)) doc = "Return self[index].";
    return doc ? str_from_cstring(vm, doc) : VALUE_NONE;
}
static Value wrapper_objclass(VM *vm, Value self) { return (void)vm, from_object(as_wrapper(self)->type); }

static Value wrapper_reduce(VM *vm, Value *args, uint32_t count) { return (void)count, reduce_to_attribute(vm, from_object(as_wrapper(args[0])->type), wrapper_name(vm, args[0])); }
static const NativeDef wrapper_methods[] = {{"__reduce__", {wrapper_reduce}, 0, 0, 0, NULL, DOC(NULL)}, {0}};
static const GetSetDef wrapper_getset[] = {
    {"__name__", wrapper_name, NULL}, {"__qualname__", wrapper_qualname, NULL}, {"__objclass__", wrapper_objclass, NULL},
    {"__doc__", wrapper_doc, NULL},      {"__text_signature__", descriptor_text_signature, NULL},   {0},
};
const TypeSpec slot_wrapper_spec = {
    .name = "wrapper_descriptor",
    .layout = LAYOUT_OTHER,
    .size = sizeof(SlotWrapper),
    .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE,
    .slots = SLOTS(SLOT(repr, wrapper_repr), SLOT(call, wrapper_call), SLOT(descriptor_get, wrapper_get), SLOT(trace, wrapper_trace)),
    .methods = wrapper_methods,
    .getset = wrapper_getset,
};

// ---- method-wrapper ------------------------------------------------------------------------------------------------

static MethodWrapper *as_method_wrapper(Value v) { return (MethodWrapper *)as_object(v); }

static Value method_wrapper_call(VM *vm, Value self, Value *args, uint32_t count, Value keyword_names) {
    enum { FEW = 16 };
    const MethodWrapper *bound = as_method_wrapper(self);
    uint32_t values = count + keyword_count(keyword_names);
    if (values < FEW) {
        Value all[FEW] = {bound->self};
        if (values) memcpy(all + 1, args, values * sizeof(Value));
        return run_wrapper(vm, bound->wrapper, value_type(vm, all[0]), all, count + 1, keyword_names);
    }
    Value all = tuple_new(vm, NULL, (size_t)values + 1);
    if (all == VALUE_ERROR) return VALUE_ERROR;
    as_tuple(all)->items[0] = bound->self;
    memcpy(as_tuple(all)->items + 1, args, values * sizeof(Value));
    ROOT_SCOPE(vm);
    root_push(vm, all);
    Value result = run_wrapper(vm, bound->wrapper, value_type(vm, as_tuple(all)->items[0]), as_tuple(all)->items, count + 1, keyword_names);
    ROOT_END(vm);
    return result;
}
static Value method_wrapper_repr(VM *vm, Value self) {
    const MethodWrapper *bound = as_method_wrapper(self);
    return str_from_format(vm, "<method-wrapper '%s' of %T object at %A>", bound->wrapper->def->text, bound->self, bound->self);
}
static Value method_wrapper_compare(VM *vm, Value self, Value other, CompareOp op) {
    if (!is_exactly(other, vm->types.method_wrapper) || (op != COMPARE_EQ && op != COMPARE_NE)) return VALUE_NOT_IMPLEMENTED;
    const MethodWrapper *a = as_method_wrapper(self), *b = as_method_wrapper(other);
    return from_bool((a->wrapper == b->wrapper && a->self == b->self) == (op == COMPARE_EQ));
}
static bool method_wrapper_hash(VM *vm, Value self, uint64_t *out) {
    const MethodWrapper *bound = as_method_wrapper(self);
    uint64_t wrapper, own;
    if (!object_identity(vm, from_object(bound->wrapper), &wrapper) || !object_identity(vm, bound->self, &own)) return false;
    *out = (wrapper >> 4 ^ (own >> 3 | own << 61)) >> 1;
    return true;
}
static void method_wrapper_trace(VM *vm, Object *self) {
    gc_mark_object(vm, ((MethodWrapper *)self)->wrapper);
    gc_mark(vm, ((MethodWrapper *)self)->self);
}
static Value method_wrapper_self(VM *vm, Value self) { return (void)vm, as_method_wrapper(self)->self; }
static Value method_wrapper_name(VM *vm, Value self) { return wrapper_name(vm, from_object(as_method_wrapper(self)->wrapper)); }
static Value method_wrapper_qualname(VM *vm, Value self) { return wrapper_qualname(vm, from_object(as_method_wrapper(self)->wrapper)); }
static Value method_wrapper_doc(VM *vm, Value self) { return wrapper_doc(vm, from_object(as_method_wrapper(self)->wrapper)); }
static Value method_wrapper_objclass(VM *vm, Value self) { return (void)vm, from_object(as_method_wrapper(self)->wrapper->type); }

static Value method_wrapper_reduce(VM *vm, Value *args, uint32_t count) { return (void)count, reduce_to_attribute(vm, as_method_wrapper(args[0])->self, method_wrapper_name(vm, args[0])); }
static const NativeDef method_wrapper_methods[] = {{"__reduce__", {method_wrapper_reduce}, 0, 0, 0, NULL, DOC(NULL)}, {0}};
static const GetSetDef method_wrapper_getset[] = {
    {"__self__", method_wrapper_self, NULL},         {"__name__", method_wrapper_name, NULL}, {"__qualname__", method_wrapper_qualname, NULL},
    {"__objclass__", method_wrapper_objclass, NULL}, {"__doc__", method_wrapper_doc, NULL},   {"__text_signature__", descriptor_text_signature, NULL},
    {0},
};
const TypeSpec method_wrapper_spec = {
    .name = "method-wrapper",
    .layout = LAYOUT_OTHER,
    .size = sizeof(MethodWrapper),
    .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE,
    .slots = SLOTS(SLOT(repr, method_wrapper_repr), SLOT(call, method_wrapper_call), SLOT(compare, method_wrapper_compare), SLOT(hash, method_wrapper_hash),
              SLOT(trace, method_wrapper_trace)),
    .methods = method_wrapper_methods,
    .getset = method_wrapper_getset,
};

// ---- getset_descriptor ---------------------------------------------------------------------------------------------

Value getset_new(VM *vm, const GetSetDef *def, Type *type) {
    GetSet *getset = object_new(vm, vm->types.getset, sizeof *getset);
    if (!getset) return VALUE_ERROR;
    getset->def = def;
    getset->type = type;
    return from_object(getset);
}
static Value getset_get(VM *vm, Value self, Value instance, Type *owner) {
    (void)owner;
    const GetSet *getset = as_getset(self);
    if (instance == VALUE_UNBOUND) return self;
    if (!applies(vm, getset->def->name, getset->type, instance) || !may_pass_on(vm)) return VALUE_ERROR; // what a wrapper wraps may be asked
    return getset->def->get(vm, instance);
}
static bool getset_set(VM *vm, Value self, Value instance, Value value) {
    const GetSet *getset = as_getset(self);
    if (!applies(vm, getset->def->name, getset->type, instance)) return false;
    if (getset->def->set) return getset->def->set(vm, instance, value);
    return raise_error(vm, vm->types.AttributeError, "attribute '%s' of '%N' objects is not writable", getset->def->name, getset->type), false;
}
static Value getset_repr(VM *vm, Value self) { return str_from_format(vm, "<attribute '%s' of '%N' objects>", as_getset(self)->def->name, as_getset(self)->type); }
static void getset_trace(VM *vm, Object *self) { gc_mark_object(vm, ((GetSet *)self)->type); }
static Value getset_name(VM *vm, Value self) { return str_from_cstring(vm, as_getset(self)->def->name); }
static Value getset_qualname(VM *vm, Value self) { return qualified(vm, as_getset(self)->type, as_getset(self)->def->name); }
static Value getset_objclass(VM *vm, Value self) { return (void)vm, from_object(as_getset(self)->type); }

static const GetSetDef getset_getset[] = {
    {"__name__", getset_name, NULL}, {"__qualname__", getset_qualname, NULL}, {"__objclass__", getset_objclass, NULL}, {"__doc__", get_none, NULL}, {0},
};
const TypeSpec getset_spec = {
    .name = "getset_descriptor",
    .layout = LAYOUT_OTHER,
    .size = sizeof(GetSet),
    .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE,
    .slots = SLOTS(SLOT(repr, getset_repr), SLOT(descriptor_get, getset_get), SLOT(descriptor_set, getset_set), SLOT(trace, getset_trace)),
    .getset = getset_getset,
};

// ---- member_descriptor ---------------------------------------------------------------------------------------------

static Member *as_member(Value v) { return (Member *)as_object(v); }

Value member_new(VM *vm, Str *name, Type *type, uint32_t slot) {
    Member *member = object_new(vm, vm->types.member, sizeof *member);
    if (!member) return VALUE_ERROR;
    member->name = name;
    member->type = type;
    member->slot = slot;
    return from_object(member);
}

bool members_begin_with(VM *vm, Type *type, const char *const *names) {
    for (uint32_t i = 0; names[i]; i++) {
        Str *name = str_intern(vm, names[i], strlen(names[i]));
        Value found = name ? type_lookup(vm, type, name) : VALUE_ERROR;
        if (!is_exactly(found, vm->types.member) || as_member(found)->slot != i) return false;
    }
    return type->layout == LAYOUT_OBJECT;
}
static bool is_set_value(Value content) { return content != VALUE_UNBOUND && content != VALUE_ERROR; } // zeroed memory is unset, too

static Value member_get(VM *vm, Value self, Value instance, Type *owner) {
    (void)owner;
    const Member *member = as_member(self);
    if (instance == VALUE_UNBOUND) return self;
    if (!applies(vm, member->name->text, member->type, instance)) return VALUE_ERROR;
    gather_settle(vm, as_object(instance));
    Value content = *attributes_inline_slot(as_object(instance), value_type(vm, instance), member->slot);
    return is_set_value(content) ? content : raise_attribute_error(vm, instance, member->name);
}
static bool member_set(VM *vm, Value self, Value instance, Value value) {
    const Member *member = as_member(self);
    if (!applies(vm, member->name->text, member->type, instance)) return false;
    gather_settle(vm, as_object(instance));
    Value *place = attributes_inline_slot(as_object(instance), value_type(vm, instance), member->slot);
    if (value == VALUE_UNBOUND && !is_set_value(*place)) return raise_attribute_error_with(vm, instance, member->name, "%U", member->name), false;
    gc_store(vm, as_object(instance), place, value);
    return true;
}
static Value member_repr(VM *vm, Value self) { return str_from_format(vm, "<member '%U' of '%N' objects>", as_member(self)->name, as_member(self)->type); }
static void member_trace(VM *vm, Object *self) {
    gc_mark_object(vm, ((Member *)self)->name);
    gc_mark_object(vm, ((Member *)self)->type);
}
static Value member_name(VM *vm, Value self) { return (void)vm, from_object(as_member(self)->name); }
static Value member_qualname(VM *vm, Value self) { return qualified(vm, as_member(self)->type, as_member(self)->name->text); }
static Value member_objclass(VM *vm, Value self) { return (void)vm, from_object(as_member(self)->type); }

static const GetSetDef member_getset[] = {
    {"__name__", member_name, NULL}, {"__qualname__", member_qualname, NULL}, {"__objclass__", member_objclass, NULL}, {"__doc__", get_none, NULL}, {0},
};
const TypeSpec member_spec = {
    .name = "member_descriptor",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Member),
    .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE,
    .slots = SLOTS(SLOT(repr, member_repr), SLOT(descriptor_get, member_get), SLOT(descriptor_set, member_set), SLOT(trace, member_trace)),
    .getset = member_getset,
};
