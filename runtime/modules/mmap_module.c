// _mmap: memory of a file or of nobody, mapped; stdlib/mmap.py makes the class of it (library reference, "mmap").
//
// A region is [data, data + size); closed: data NULL. Positions are checked here, so that no script reaches beyond it. It has its own descriptor of the
// file. While a memoryview shows it, it is neither closed nor resized.
#define _GNU_SOURCE // mremap, memmem, memrchr
#include "runtime/gc.h"
#include "runtime/grants.h"
#include "runtime/modules/mmap.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/system_path.h"
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/memoryview.h"
#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

typedef struct Region {
    Object head;
    unsigned char *data;
    size_t size;
    int descriptor; // -1: none
    bool is_writable;
    uint32_t views; // see buffer_is_shown (memoryview.h)
} Region;
static const TypeSpec region_spec;
static Region *as_region(Value v) { return (Region *)as_object(v); }
static bool is_region(Value v) { return is_object(v) && as_object(v)->shape->type->spec == &region_spec; }

bool mmap_view(Value v, const unsigned char **data, size_t *size) {
    if (!is_region(v) || !as_region(v)->data) return false;
    return *data = as_region(v)->data, *size = as_region(v)->size, true;
}
bool mmap_is_read_only(Value v) { return !as_region(v)->is_writable; }
uint32_t *mmap_views(Value v) { return is_region(v) && as_region(v)->data ? &as_region(v)->views : NULL; }

static bool need_unseen(VM *vm, Value v, const char *message) {
    return !buffer_is_shown(vm, v, &as_region(v)->views) || (raise_error(vm, vm->types.BufferError, "%s", message), false);
}
static Value failure(VM *vm) { return raise_system_error(vm, errno, VALUE_UNBOUND, VALUE_UNBOUND); }

static Region *need_open(VM *vm, Value v) {
    if (as_region(v)->data) return as_region(v);
    return raise_value_error(vm, "mmap closed or invalid"), NULL;
}
// [start, stop) within the region: out of range clamps.
static bool part_of(VM *vm, const Region *region, const Value *args, size_t *start, size_t *stop) {
    int64_t from, to;
    if (!op_index_int64(vm, args[0], &from, true) || !op_index_int64(vm, args[1], &to, true)) return false;
    int64_t size = (int64_t)region->size;
    from = from < 0 ? 0 : from > size ? size : from;
    to = to < from ? from : to > size ? size : to;
    return *start = (size_t)from, *stop = (size_t)to, true;
}

// Region(descriptor, size, protection, flags, offset). The descriptor is duplicated.
static Value region_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    int64_t n[5];
    if (count != 5 || keyword_names != VALUE_UNBOUND) return raise_type_error(vm, "Region() takes 5 arguments");
    for (int i = 0; i < 5; i++)
        if (!op_index_int64(vm, args[i], &n[i], false)) return VALUE_ERROR;
    // The memory is not in the VM's heap, and one who shortens a mapped file ends the process.
    if (!grants_allow(vm, GRANT_PROCESS, "mmap.mmap") || (n[0] != -1 && !grants_need_descriptor(vm, n[0] < 0 || n[0] > INT32_MAX ? -1 : (int)n[0]))) return VALUE_ERROR;
    if (n[1] <= 0) return raise_value_error(vm, "cannot mmap an empty file");
    Region *region = object_new(vm, type, sizeof *region);
    if (!region) return VALUE_ERROR;
    region->data = NULL, region->size = 0, region->descriptor = -1, region->views = 0, region->is_writable = n[2] & PROT_WRITE;
    if (!gc_register_finalizer(vm, &region->head)) return VALUE_ERROR;
    if (n[0] != -1) region->descriptor = grants_own(vm, fcntl((int)n[0], F_DUPFD_CLOEXEC, 0));
    if (n[0] != -1 && region->descriptor < 0) return failure(vm);
    void *data = mmap(NULL, (size_t)n[1], (int)n[2], (int)n[3], (int)n[0], n[4]);
    if (data == MAP_FAILED) return failure(vm);
    region->data = data, region->size = (size_t)n[1];
    return from_object(region);
}
static void region_finalize(VM *vm, Object *self) {
    Region *region = (Region *)self;
    if (region->data) munmap(region->data, region->size);
    if (region->descriptor >= 0) grants_close(vm, region->descriptor);
    region->data = NULL, region->size = 0, region->descriptor = -1;
}
static Value region_close(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!need_unseen(vm, args[0], "cannot close exported pointers exist")) return VALUE_ERROR;
    return region_finalize(vm, as_object(args[0])), VALUE_NONE;
}
static Value region_is_open(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)count, from_bool(as_region(args[0])->data != NULL); }
static Value region_descriptor(VM *vm, Value *args, uint32_t count) { return (void)vm, (void)count, from_small_int(as_region(args[0])->descriptor); }
static Value region_size(VM *vm, Value *args, uint32_t count) {
    (void)count;
    Region *region = need_open(vm, args[0]);
    return region ? from_small_int((int64_t)region->size) : VALUE_ERROR;
}
static Value region_get(VM *vm, Value *args, uint32_t count) {
    (void)count;
    size_t start, stop;
    Region *region = need_open(vm, args[0]);
    return region && part_of(vm, region, args + 1, &start, &stop) && need_open(vm, args[0]) ? bytes_new(vm, region->data + start, stop - start) : VALUE_ERROR;
}
// set(start, bytes)
static Value region_set(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t start;
    BytesView view;
    if (!op_index_int64(vm, args[1], &start, true) || !bytes_need_view(vm, args[2], &view)) return VALUE_ERROR;
    Region *region = need_open(vm, args[0]);
    if (!region) return VALUE_ERROR;
    if (!region->is_writable) return raise_type_error(vm, "mmap can't modify a readonly memory map.");
    if (start < 0 || (size_t)start > region->size || view.size > region->size - (size_t)start) return raise_value_error(vm, "data out of range");
    memmove(region->data + start, view.data, view.size);
    return VALUE_NONE;
}
// find(bytes, start, stop, from the right) -> position or -1
static Value region_find(VM *vm, Value *args, uint32_t count) {
    (void)count;
    size_t start, stop;
    BytesView view;
    Region *region = need_open(vm, args[0]);
    if (!region || !bytes_need_view(vm, args[1], &view) || !part_of(vm, region, args + 2, &start, &stop)) return VALUE_ERROR;
    if (!need_open(vm, args[0]) || view.size > stop - start) return error_is_set(vm) ? VALUE_ERROR : from_small_int(-1);
    if (args[4] != VALUE_TRUE) {
        const unsigned char *found = memmem(region->data + start, stop - start, view.data, view.size);
        return from_small_int(found ? found - region->data : -1);
    }
    for (size_t at = stop - view.size + 1; at-- > start;)
        if (memcmp(region->data + at, view.data, view.size) == 0) return from_small_int((int64_t)at);
    return from_small_int(-1);
}
static Value region_flush(VM *vm, Value *args, uint32_t count) {
    (void)count;
    size_t start, stop;
    Region *region = need_open(vm, args[0]);
    if (!region || !part_of(vm, region, args + 1, &start, &stop) || !need_open(vm, args[0])) return VALUE_ERROR;
    return msync(region->data + start, stop - start, MS_SYNC) < 0 ? failure(vm) : VALUE_NONE;
}
static Value region_resize(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t size;
    if (!op_index_int64(vm, args[1], &size, false)) return VALUE_ERROR;
    Region *region = need_open(vm, args[0]);
    if (!region) return VALUE_ERROR;
    if (size <= 0) return raise_value_error(vm, "new size out of range");
    if (!need_unseen(vm, args[0], "mmap can't resize with extant buffers exported.") || !need_open(vm, args[0])) return VALUE_ERROR;
    void *moved = mremap(region->data, region->size, (size_t)size, MREMAP_MAYMOVE);
    if (moved == MAP_FAILED) return failure(vm);
    region->data = moved, region->size = (size_t)size;
    return VALUE_NONE;
}
static Value region_advise(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int advice;
    size_t start, stop;
    Region *region = need_open(vm, args[0]);
    if (!region || !system_int(vm, args[1], 0, &advice) || !part_of(vm, region, args + 2, &start, &stop) || !need_open(vm, args[0])) return VALUE_ERROR;
    return madvise(region->data + start, stop - start, advice) < 0 ? failure(vm) : VALUE_NONE;
}
// Under names that stdlib/mmap.py's class has no use for itself.
static const NativeDef region_methods[] = {
    {"_close", {region_close}, 0, 0, 0, NULL, DOC(NULL)},     {"_is_open", {region_is_open}, 0, 0, 0, NULL, DOC(NULL)}, {"_descriptor", {region_descriptor}, 0, 0, 0, NULL, DOC(NULL)},
    {"_size", {region_size}, 0, 0, 0, NULL, DOC(NULL)},       {"_get", {region_get}, 2, 2, 0, NULL, DOC(NULL)},         {"_set", {region_set}, 2, 2, 0, NULL, DOC(NULL)},
    {"_find", {region_find}, 4, 4, 0, NULL, DOC(NULL)},       {"_flush", {region_flush}, 2, 2, 0, NULL, DOC(NULL)},     {"_resize", {region_resize}, 1, 1, 0, NULL, DOC(NULL)},
    {"_advise", {region_advise}, 3, 3, 0, NULL, DOC(NULL)},   BUFFER_METHOD, RELEASE_BUFFER_METHOD, {0},
};
static const TypeSpec region_spec = {
    .name = "_mmap.Region",
    .layout = LAYOUT_OTHER,
    .size = sizeof(Region),
    .flags = TYPE_HAS_FINALIZER,
    .slots = SLOTS(SLOT(construct, region_construct), SLOT(finalize, region_finalize)),
    .methods = region_methods,
};
#define C(name) {#name, name}
static const SystemConstant constants[] = {
    C(PROT_READ), C(PROT_WRITE), C(PROT_EXEC), C(MAP_SHARED), C(MAP_PRIVATE), C(MAP_DENYWRITE), C(MAP_EXECUTABLE), C(MAP_ANONYMOUS), {"MAP_ANON", MAP_ANONYMOUS}, C(MAP_POPULATE), C(MAP_STACK),
    C(MAP_NORESERVE), C(MADV_NORMAL), C(MADV_RANDOM), C(MADV_SEQUENTIAL), C(MADV_WILLNEED), C(MADV_DONTNEED), C(MADV_REMOVE), C(MADV_DONTFORK), C(MADV_DOFORK), C(MADV_HWPOISON),
    C(MADV_MERGEABLE), C(MADV_UNMERGEABLE), C(MADV_HUGEPAGE), C(MADV_NOHUGEPAGE), C(MADV_DONTDUMP), C(MADV_DODUMP), C(MADV_FREE),
};
static bool initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    Type *type = type_new_from_spec(vm, &region_spec, vm->types.object);
    return type && system_set(vm, space, "Region", from_object(type)) && system_set(vm, space, "PAGESIZE", from_small_int(sysconf(_SC_PAGESIZE))) && SYSTEM_ADD(vm, space, constants);
}
const ModuleDef mmap_module = {"_mmap", NULL, initialize};
