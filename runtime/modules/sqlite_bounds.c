#define _GNU_SOURCE // memmem
#include "runtime/modules/sqlite_bounds.h"
#include "runtime/grants.h"
#include <stdlib.h>

// ---- functions of SQL --------------------------------------------------------------------------------------------
// In the place of SQLite's: theirs compare at each place what may be as long as the whole, which is time without end for two long values (or ask the system).

static void run_random(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count, (void)values;
    sqlite3_result_int64(context, (sqlite3_int64)grants_seed_word(sqlite3_user_data(context)));
}
static void run_random_blob(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    VM *vm = sqlite3_user_data(context);
    sqlite3_int64 size = sqlite3_value_int64(values[0]);
    if (size < 1) size = 1;
    if (size > sqlite3_limit(sqlite3_context_db_handle(context), SQLITE_LIMIT_LENGTH, -1)) return sqlite3_result_error_toobig(context);
    char *bytes = sqlite3_malloc64((sqlite3_uint64)size);
    if (!bytes) return sqlite3_result_error_nomem(context);
    for (sqlite3_int64 i = 0; i < size; i += 8) {
        uint64_t word = grants_seed_word(vm);
        memcpy(bytes + i, &word, size - i < 8 ? (size_t)(size - i) : 8);
    }
    sqlite3_result_blob64(context, bytes, (sqlite3_uint64)size, sqlite3_free);
}

static bool is_continued(unsigned char byte) { return (byte & 0xc0) == 0x80; }
static bool are_any_null(int count, sqlite3_value **values) {
    for (int i = 0; i < count; i++)
        if (sqlite3_value_type(values[i]) == SQLITE_NULL) return true;
    return false;
}
static void run_instr(sqlite3_context *context, int count, sqlite3_value **values) {
    if (are_any_null(count, values)) return;
    bool is_text = sqlite3_value_type(values[0]) != SQLITE_BLOB || sqlite3_value_type(values[1]) != SQLITE_BLOB;
    const unsigned char *all = is_text ? sqlite3_value_text(values[0]) : sqlite3_value_blob(values[0]), *part = is_text ? sqlite3_value_text(values[1]) : sqlite3_value_blob(values[1]);
    size_t size = (size_t)sqlite3_value_bytes(values[0]), wanted = (size_t)sqlite3_value_bytes(values[1]);
    if (!wanted) return sqlite3_result_int(context, 1);
    if (!all || !part) return size ? sqlite3_result_error_nomem(context) : sqlite3_result_int(context, 0);
    if (is_text && is_continued(part[0])) size = size < wanted ? size : wanted; // found at the beginning only
    const unsigned char *found = memmem(all, size, part, wanted);
    sqlite3_int64 place = found ? 1 : 0;
    for (const unsigned char *at = all; found && at < found; at++) place += !is_text || !is_continued(at[1]);
    sqlite3_result_int64(context, place);
}
static void run_replace(sqlite3_context *context, int count, sqlite3_value **values) {
    if (are_any_null(count, values)) return;
    const char *texts[3];
    size_t sizes[3];
    for (int i = 0; i < 3; i++) {
        if (!(texts[i] = (const char *)sqlite3_value_text(values[i]))) return sqlite3_result_error_nomem(context);
        sizes[i] = (size_t)sqlite3_value_bytes(values[i]);
    }
    if (!texts[1][0]) return sqlite3_result_value(context, values[0]);
    const char *end = texts[0] + sizes[0];
    size_t found = 0, size;
    for (const char *at = texts[0]; (at = memmem(at, (size_t)(end - at), texts[1], sizes[1])); at += sizes[1]) found++;
    size = sizes[0] - found * sizes[1] + found * sizes[2]; // below 2**60: all are ints
    if (size > (size_t)sqlite3_limit(sqlite3_context_db_handle(context), SQLITE_LIMIT_LENGTH, -1)) return sqlite3_result_error_toobig(context);
    char *made = sqlite3_malloc64(size + 1), *to = made;
    if (!made) return sqlite3_result_error_nomem(context);
    for (const char *from = texts[0];;) {
        const char *at = memmem(from, (size_t)(end - from), texts[1], sizes[1]);
        size_t before = (size_t)((at ? at : end) - from);
        memcpy(to, from, before);
        to += before;
        if (!at) break;
        memcpy(to, texts[2], sizes[2]);
        to += sizes[2], from = at + sizes[1];
    }
    sqlite3_result_text64(context, made, size, sqlite3_free, SQLITE_UTF8);
}

// Characters of UTF-8 as numbers: their bytes. Of more than four (it is none): never found.
static uint64_t character(const unsigned char *at, size_t size) {
    uint64_t c = 0;
    for (size_t i = 0; i < size && i < 5; i++) c = c << 8 | at[i];
    return c;
}
static size_t character_size(const unsigned char *at, const unsigned char *end) {
    size_t size = 1;
    while (at[0] >= 0xc0 && at + size < end && is_continued(at[size])) size++;
    return size;
}
static int compare_characters(const void *a, const void *b) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}
enum TrimSide { TRIM_LEFT = 1, TRIM_RIGHT = 2 };
static void trim(sqlite3_context *context, int count, sqlite3_value **values, unsigned sides) {
    if (are_any_null(count, values)) return;
    const unsigned char *text = sqlite3_value_text(values[0]), *set = count > 1 ? sqlite3_value_text(values[1]) : (const unsigned char *)" ";
    if (!text || !set) return sqlite3_result_error_nomem(context);
    const unsigned char *end = text + sqlite3_value_bytes(values[0]), *set_end = set + (count > 1 ? (size_t)sqlite3_value_bytes(values[1]) : 1);
    uint64_t *all = sqlite3_malloc64((sqlite3_uint64)(set_end - set + 1) * sizeof *all);
    if (!all) return sqlite3_result_error_nomem(context);
    size_t n = 0;
    for (size_t size; set < set_end; set += size) {
        size = character_size(set, set_end);
        if (size <= 4) all[n++] = character(set, size);
    }
    qsort(all, n, sizeof *all, compare_characters);
    while (sides & TRIM_LEFT && text < end) {
        size_t size = character_size(text, end);
        uint64_t c = character(text, size);
        if (!bsearch(&c, all, n, sizeof *all, compare_characters)) break;
        text += size;
    }
    while (sides & TRIM_RIGHT && text < end) {
        const unsigned char *at = end - 1;
        while (at > text && end - at < 4 && is_continued(*at)) at--;
        uint64_t c = character(at, (size_t)(end - at));
        if (!bsearch(&c, all, n, sizeof *all, compare_characters)) break;
        end = at;
    }
    sqlite3_free(all);
    sqlite3_result_text64(context, (const char *)text, (sqlite3_uint64)(end - text), SQLITE_TRANSIENT, SQLITE_UTF8);
}
static void run_trim(sqlite3_context *context, int count, sqlite3_value **values) { trim(context, count, values, TRIM_LEFT | TRIM_RIGHT); }
static void run_trim_left(sqlite3_context *context, int count, sqlite3_value **values) { trim(context, count, values, TRIM_LEFT); }
static void run_trim_right(sqlite3_context *context, int count, sqlite3_value **values) { trim(context, count, values, TRIM_RIGHT); }

static void replace_functions(DatabaseBounds *b) {
    static const struct {
        const char *name;
        int arguments;
        void (*run)(sqlite3_context *, int, sqlite3_value **);
        bool is_random;
    } all[] = {{"instr", 2, run_instr, false}, {"replace", 3, run_replace, false}, {"trim", 1, run_trim, false}, {"trim", 2, run_trim, false}, {"ltrim", 1, run_trim_left, false},
               {"ltrim", 2, run_trim_left, false}, {"rtrim", 1, run_trim_right, false}, {"rtrim", 2, run_trim_right, false}, {"random", 0, run_random, true}, {"randomblob", 1, run_random_blob, true}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (!all[i].is_random || !grants_has(b->vm, GRANT_RANDOM))
            sqlite3_create_function_v2(b->db, all[i].name, all[i].arguments, SQLITE_UTF8 | SQLITE_INNOCUOUS | (all[i].is_random ? 0 : SQLITE_DETERMINISTIC), b->vm, all[i].run, NULL, NULL, NULL);
}

// ---- limits ------------------------------------------------------------------------------------------------------

enum { LENGTH_LEAST = 64 * 1024, CACHE_LEAST = 2000 * 1024, PAGE_MOST = 4096 };
static size_t cache_most(const VM *vm) { return vm->config.heap_limit / 16 > CACHE_LEAST ? vm->config.heap_limit / 16 : CACHE_LEAST; }
static size_t pages_most(const VM *vm) { return vm->config.heap_limit / 2 / PAGE_MOST; } // of one database in memory

static void hold(DatabaseBounds *b, int limit, size_t most) {
    if (most < (size_t)sqlite3_limit(b->db, limit, -1)) sqlite3_limit(b->db, limit, (int)most);
}

void bounds_open(DatabaseBounds *b, VM *vm, sqlite3 *db, bool is_confined) {
    *b = (DatabaseBounds){.vm = vm, .db = db, .is_confined = is_confined, .is_bounded = vm->grants || vm->config.heap_limit || vm->config.instruction_limit || vm->config.host};
    if (b->is_bounded) {
        size_t heap = vm->config.heap_limit;
        if (heap) hold(b, SQLITE_LIMIT_LENGTH, heap / 16 > LENGTH_LEAST ? heap / 16 : LENGTH_LEAST);
        hold(b, SQLITE_LIMIT_SQL_LENGTH, 1000000);
        hold(b, SQLITE_LIMIT_VDBE_OP, 200000);
        hold(b, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000);
        hold(b, SQLITE_LIMIT_VARIABLE_NUMBER, 32766);
        hold(b, SQLITE_LIMIT_WORKER_THREADS, 0);
        replace_functions(b);
    }
    for (int i = 0; i < SQLITE_LIMITS; i++) b->most[i] = b->is_bounded ? sqlite3_limit(db, i, -1) : INT32_MAX;
    if (!vm->config.host && vm->config.heap_limit) sqlite3_hard_heap_limit64((sqlite3_int64)(vm->config.heap_limit / 2));
    bounds_hold_databases(b);
}

void bounds_close(DatabaseBounds *b) {
    if (b->pages) heap_give_outside(b->vm->heap, b->pages);
    b->pages = 0;
}

static void run_pragma(DatabaseBounds *b, const char *database, const char *name, long long value) {
    char *sql = sqlite3_mprintf("PRAGMA \"%w\".%s=%lld", database, name, value);
    if (sql) sqlite3_exec(b->db, sql, NULL, NULL, NULL);
    sqlite3_free(sql);
}
void bounds_hold_databases(DatabaseBounds *b) {
    b->has_attached = false;
    if (!b->vm->config.heap_limit) return;
    b->is_setting = true;
    const char *name;
    for (int i = 0; (name = sqlite3_db_name(b->db, i)); i++) {
        const char *file = sqlite3_db_filename(b->db, name);
        sqlite3_int64 bytes = (sqlite3_int64)pages_most(b->vm) * PAGE_MOST;
        if (i == 1) continue; // "temp", a file
        if (!file || !*file) run_pragma(b, name, "max_page_count", (long long)pages_most(b->vm));
        sqlite3_file_control(b->db, name, SQLITE_FCNTL_SIZE_LIMIT, &bytes);
        run_pragma(b, name, "cache_size", -CACHE_LEAST / 1024); // a database may bring another one
    }
    b->is_setting = false;
}

static bool is_one_of(const char *name, const char *const *names) {
    while (*names && sqlite3_stricmp(name, *names) != 0) names++;
    return *names;
}
static bool allow_pragma(const DatabaseBounds *b, const char *name, const char *value) {
    if (is_one_of(name, (const char *const[]){"temp_store_directory", "data_store_directory", NULL})) return false; // the process's
    if (!value) return true;
    long long number = strtoll(value, NULL, 0);
    if (is_one_of(name, (const char *const[]){"hard_heap_limit", "soft_heap_limit", NULL})) return false;
    // What is mapped faults when somebody cuts its file, who may be the script.
    if (b->is_confined && sqlite3_stricmp(name, "mmap_size") == 0) return number == 0;
    if (!b->vm->config.heap_limit) return true;
    if (sqlite3_stricmp(name, "temp_store") == 0) return is_one_of(value, (const char *const[]){"0", "1", "default", "file", NULL});
    if (sqlite3_stricmp(name, "max_page_count") == 0) return number >= 0 && (size_t)number <= pages_most(b->vm);
    if (sqlite3_stricmp(name, "page_size") == 0) return number <= PAGE_MOST;
    if (is_one_of(name, (const char *const[]){"cache_size", "default_cache_size", NULL})) {
        unsigned long long size = number < 0 ? 0 - (unsigned long long)number : (unsigned long long)number, unit = number < 0 ? 1024 : PAGE_MOST;
        return size <= cache_most(b->vm) / unit;
    }
    return true;
}
bool bounds_allow(DatabaseBounds *b, int action, const char *a, const char *name) {
    if (!b->is_bounded || b->is_setting) return true;
    switch (action) {
    case SQLITE_PRAGMA: return allow_pragma(b, a, name);
    // It compares all keys of one object with all of another.
    case SQLITE_FUNCTION: return !name || sqlite3_stricmp(name, "json_patch") != 0;
    case SQLITE_ATTACH: return b->has_attached = b->has_new_schema = true;
    case SQLITE_SELECT: case SQLITE_READ: case SQLITE_INSERT: case SQLITE_UPDATE: case SQLITE_DELETE: case SQLITE_TRANSACTION: case SQLITE_SAVEPOINT: case SQLITE_RECURSIVE: return true;
    default: return b->has_new_schema = true;
    }
}

size_t bounds_size_of(const DatabaseBounds *b, sqlite3_stmt *stmt) { return b->vm->config.heap_limit ? (size_t)sqlite3_stmt_status(stmt, SQLITE_STMTSTATUS_MEMUSED, 0) : 0; }

static size_t status(const DatabaseBounds *b, int what) {
    int now = 0, high = 0;
    sqlite3_db_status(b->db, what, &now, &high, 0);
    return (size_t)now;
}
bool bounds_count(DatabaseBounds *b) {
    VM *vm = b->vm;
    if (!vm->config.heap_limit) return true;
    if (b->has_new_schema) b->schema_bytes = status(b, SQLITE_DBSTATUS_SCHEMA_USED), b->has_new_schema = false;
    size_t pages = (status(b, SQLITE_DBSTATUS_CACHE_USED) + b->schema_bytes + b->statement_bytes) / HEAP_PAGE;
    if (pages <= b->pages) return heap_give_outside(vm->heap, b->pages - pages), b->pages = pages, true;
    if (!heap_take_outside(vm->heap, pages - b->pages)) return raise_memory_error(vm), false;
    return b->pages = pages, true;
}
