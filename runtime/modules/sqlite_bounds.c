#define _GNU_SOURCE // memmem, strcasestr
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
    size_t size = sizes[0], most = (size_t)sqlite3_limit(sqlite3_context_db_handle(context), SQLITE_LIMIT_LENGTH, -1); // below 2**31: all are ints
    for (const char *at = texts[0]; (at = memmem(at, (size_t)(end - at), texts[1], sizes[1])); at += sizes[1]) {
        size = size - sizes[1] + sizes[2];
        if (size > most && sizes[2] > sizes[1]) return sqlite3_result_error_toobig(context); // it only grows
    }
    if (size > most) return sqlite3_result_error_toobig(context);
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

// %.1000000000c counts to that number, and again in the next conversion. Widths and precisions are looked at first; SQLite formats each conversion.
typedef struct Conversion {
    char spec[40]; // "%", flags, width, precision, "ll"
    long long width, precision; // precision -1: none
    char kind;
} Conversion;
static const char *read_number(const char *at, long long *number) {
    for (*number = 0; *at >= '0' && *at <= '9'; at++) *number = *number < INT32_MAX ? *number * 10 + (*at - '0') : *number;
    return at;
}
static const char *read_amount(const char *at, long long *number, int *next, int count, sqlite3_value **values) {
    if (*at != '*') return read_number(at, number);
    *number = *next < count ? sqlite3_value_int64(values[(*next)++]) : 0;
    if (*number < -INT32_MAX) *number = -INT32_MAX;
    return at + 1;
}
// Behind the "%"; NULL: the text ends within it.
static const char *read_conversion(const char *at, Conversion *c, int *next, int count, sqlite3_value **values) {
    size_t flags = 0, used = 0;
    char all[16] = "";
    for (; *at && strchr("-+ #!0,", *at); at++)
        if (flags < sizeof all - 1 && !strchr(all, *at)) all[flags++] = *at;
    c->precision = -1;
    at = read_amount(at, &c->width, next, count, values);
    if (*at == '.') {
        at = read_amount(at + 1, &c->precision, next, count, values);
        if (c->precision < 0) c->precision = -c->precision;
    }
    while (*at == 'l') at++;
    c->kind = *at;
    used = (size_t)snprintf(c->spec, sizeof c->spec, "%%%s", all);
    if (c->width) used += (size_t)snprintf(c->spec + used, sizeof c->spec - used, "%d", c->width > INT32_MAX ? INT32_MAX : (int)c->width);
    if (c->precision >= 0) snprintf(c->spec + used, sizeof c->spec - used, ".%d", c->precision > INT32_MAX ? INT32_MAX : (int)c->precision);
    return *at ? at + 1 : NULL;
}
// False: there is no such conversion.
static bool add_conversion(sqlite3_str *out, Conversion *c, sqlite3_value *value) {
    char spec[sizeof c->spec + 4];
    bool is_integer = c->kind && strchr("diuxXopr", c->kind), is_real = c->kind && strchr("feEgG", c->kind), is_text = c->kind && strchr("szqQw", c->kind);
    snprintf(spec, sizeof spec, "%s%s%c", c->spec, is_integer ? "ll" : "", c->kind == 'p' ? 'X' : c->kind == 'z' ? 's' : c->kind);
    if (is_integer) sqlite3_str_appendf(out, spec, value ? sqlite3_value_int64(value) : (sqlite3_int64)0);
    else if (is_real) sqlite3_str_appendf(out, spec, value ? sqlite3_value_double(value) : 0.0);
    else if (is_text) sqlite3_str_appendf(out, spec, value ? (const char *)sqlite3_value_text(value) : NULL);
    else if (c->kind == 'c') {
        const unsigned char *text = value ? sqlite3_value_text(value) : NULL;
        if (!text) text = (const unsigned char *)"";
        int size = *text ? (int)character_size(text, text + strlen((const char *)text)) : 1;
        long long times = c->precision > 1 ? c->precision : 1, blanks = (c->width < 0 ? -c->width : c->width) - times;
        bool is_left = c->width < 0 || strchr(c->spec, '-');
        if (blanks > 0 && !is_left) sqlite3_str_appendchar(out, (int)blanks, ' ');
        if (size == 1) sqlite3_str_appendchar(out, (int)times, (char)*text);
        else for (long long i = 0; size && i < times; i++) sqlite3_str_append(out, (const char *)text, size);
        if (blanks > 0 && is_left) sqlite3_str_appendchar(out, (int)blanks, ' ');
    } else if (c->kind == '%') {
        if (c->width > 1) sqlite3_str_appendchar(out, (int)c->width - 1, ' ');
        sqlite3_str_append(out, "%", 1);
    } else if (c->kind == 'n') sqlite3_str_append(out, "", 0);
    else return false;
    return true;
}
static void run_format(sqlite3_context *context, int count, sqlite3_value **values) {
    const char *at = count ? (const char *)sqlite3_value_text(values[0]) : NULL;
    if (!at) return;
    int next = 1, most = sqlite3_limit(sqlite3_context_db_handle(context), SQLITE_LIMIT_LENGTH, -1);
    sqlite3_str *out = sqlite3_str_new(sqlite3_context_db_handle(context));
    bool is_big = false;
    for (const char *end; at && *at && !is_big && sqlite3_str_errcode(out) == SQLITE_OK; at = end) {
        size_t plain = strcspn(at, "%");
        if (plain) sqlite3_str_append(out, at, (int)plain); // what nothing is added to is NULL
        end = at + plain;
        if (!*end) break;
        Conversion c;
        if (!*++end) sqlite3_str_append(out, "%", 1);
        else if (*end == '%') sqlite3_str_append(out, "%", 1), end++;
        else if ((end = read_conversion(end, &c, &next, count, values))) {
            if ((is_big = c.width > most || c.width < -most || c.precision > most)) break;
            bool takes = c.kind != 'n' && c.kind != '%';
            if (!add_conversion(out, &c, takes && next < count ? values[next] : NULL)) break;
            next += takes;
        }
    }
    int code = sqlite3_str_errcode(out), size = sqlite3_str_length(out);
    char *text = sqlite3_str_finish(out);
    if (is_big || code == SQLITE_TOOBIG) sqlite3_free(text), sqlite3_result_error_toobig(context);
    else if (code != SQLITE_OK) sqlite3_free(text), sqlite3_result_error_nomem(context);
    else sqlite3_result_text(context, text, size, sqlite3_free);
}

static void replace_functions(DatabaseBounds *b) {
    static const struct {
        const char *name;
        int arguments;
        void (*run)(sqlite3_context *, int, sqlite3_value **);
        bool is_random;
    } all[] = {{"instr", 2, run_instr, false}, {"replace", 3, run_replace, false}, {"trim", 1, run_trim, false}, {"trim", 2, run_trim, false}, {"ltrim", 1, run_trim_left, false},
               {"ltrim", 2, run_trim_left, false}, {"rtrim", 1, run_trim_right, false}, {"rtrim", 2, run_trim_right, false}, {"printf", -1, run_format, false}, {"format", -1, run_format, false},
               {"random", 0, run_random, true}, {"randomblob", 1, run_random_blob, true}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (!all[i].is_random || !grants_has(b->vm, GRANT_RANDOM))
            sqlite3_create_function_v2(b->db, all[i].name, all[i].arguments, SQLITE_UTF8 | SQLITE_INNOCUOUS | (all[i].is_random ? 0 : SQLITE_DETERMINISTIC), b->vm, all[i].run, NULL, NULL, NULL);
}

// ---- limits ------------------------------------------------------------------------------------------------------

enum { PROCESS_LEAST = 4 << 20 }; // bytes that all of SQLite may have
// SQLite goes down in C for each view of a view, trigger by a trigger, table whose rows go with another's, and query within a query, without asking how much stack is
// left. Measured (3.40): 1.4 KB for each, 400 bytes for each level of an expression. LEVELS_MOST: they take time that goes with their square.
enum { EXPRESSIONS_DEPTH = 500, STACK_FOR_EXPRESSIONS = 320 * 1024, STACK_FOR_LEVEL = 1536, LEVELS_MOST = 1500 };
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
        hold(b, SQLITE_LIMIT_EXPR_DEPTH, EXPRESSIONS_DEPTH);
        hold(b, SQLITE_LIMIT_VDBE_OP, 200000);
        hold(b, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000);
        hold(b, SQLITE_LIMIT_VARIABLE_NUMBER, 32766);
        hold(b, SQLITE_LIMIT_WORKER_THREADS, 0);
        replace_functions(b);
    }
    for (int i = 0; i < SQLITE_LIMITS; i++) b->most[i] = b->is_bounded ? sqlite3_limit(db, i, -1) : INT32_MAX;
    if (!vm->config.host && vm->config.heap_limit) sqlite3_hard_heap_limit64((sqlite3_int64)(vm->config.heap_limit / 2 > PROCESS_LEAST ? vm->config.heap_limit / 2 : PROCESS_LEAST));
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
    const char *name;
    b->has_attached = b->has_files = false, b->is_stale = true;
    for (int i = 0; (name = sqlite3_db_name(b->db, i)); i++) {
        const char *file = sqlite3_db_filename(b->db, name);
        b->has_files |= file && *file;
    }
    if (!b->vm->config.heap_limit) return;
    b->is_setting = true;
    for (int i = 0; (name = sqlite3_db_name(b->db, i)); i++) {
        const char *file = sqlite3_db_filename(b->db, name);
        sqlite3_int64 bytes = (sqlite3_int64)pages_most(b->vm) * PAGE_MOST;
        sqlite3_vfs *layer = NULL;
        if (i == 1) continue; // "temp", a file
        if (sqlite3_file_control(b->db, name, SQLITE_FCNTL_VFS_POINTER, &layer) == SQLITE_OK && layer && strcmp(layer->zName, "memdb") == 0) b->has_memory = true;
        if (!file || !*file) run_pragma(b, name, "max_page_count", (long long)pages_most(b->vm));
        sqlite3_file_control(b->db, name, SQLITE_FCNTL_SIZE_LIMIT, &bytes);
        run_pragma(b, name, "cache_size", -CACHE_LEAST / 1024); // a database may bring another one
    }
    b->is_setting = false;
}

static size_t count_selects(const char *sql) {
    size_t found = 0;
    for (; (sql = strcasestr(sql, "select")); sql += 6) found++;
    return found;
}
static size_t levels_in(sqlite3 *db, const char *name, const char *table) {
    size_t all = 0;
    sqlite3_stmt *stmt = NULL;
    char *sql = sqlite3_mprintf("SELECT sql FROM \"%w\".%s WHERE sql IS NOT NULL", name, table);
    if (sql && sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) == SQLITE_OK) {
        const char *text;
        while (sqlite3_step(stmt) == SQLITE_ROW) all += 1 + ((text = (const char *)sqlite3_column_text(stmt, 0)) ? count_selects(text) : 0);
    }
    sqlite3_finalize(stmt);
    sqlite3_free(sql);
    return all;
}
// A transaction that has not read anything yet is to hold no lock for our sake: a connection beside it looks.
static size_t levels_beside(const DatabaseBounds *b, const char *name, const char *file) {
    sqlite3_vfs *layer = NULL;
    sqlite3 *beside = NULL;
    size_t all = 0;
    sqlite3_file_control(b->db, name, SQLITE_FCNTL_VFS_POINTER, &layer);
    if (layer && sqlite3_open_v2(file, &beside, SQLITE_OPEN_READONLY, layer->zName) == SQLITE_OK) all = levels_in(beside, "main", "sqlite_master");
    sqlite3_close(beside);
    return all;
}
static size_t schema_levels(DatabaseBounds *b) {
    size_t all = 0;
    const char *name;
    b->is_setting = true;
    for (int i = 0; (name = sqlite3_db_name(b->db, i)); i++) {
        const char *file = sqlite3_db_filename(b->db, name);
        bool is_fresh = file && *file && !sqlite3_get_autocommit(b->db) && sqlite3_txn_state(b->db, name) == SQLITE_TXN_NONE;
        all += is_fresh ? levels_beside(b, name, file) : levels_in(b->db, name, i == 1 ? "sqlite_temp_master" : "sqlite_master");
    }
    b->is_setting = false;
    return all;
}
bool bounds_have_stack(DatabaseBounds *b, const char *sql) {
    if (!b->is_bounded) return true;
    size_t selects = sql ? count_selects(sql) : 0;
    if (b->is_stale || b->has_files) b->schema_levels = schema_levels(b), b->is_stale = false;
    if (selects > b->statement_levels && selects <= LEVELS_MOST) b->statement_levels = selects;
    size_t levels = b->schema_levels + (sql ? selects : b->statement_levels);
    ptrdiff_t left = (char *)__builtin_frame_address(0) - b->vm->c_stack_limit;
    if (levels <= LEVELS_MOST && left > (ptrdiff_t)(STACK_FOR_EXPRESSIONS + levels * STACK_FOR_LEVEL)) return true;
    return raise_error(b->vm, b->vm->types.RecursionError, "maximum recursion depth exceeded in SQLite"), false;
}

static bool is_one_of(const char *name, const char *const *names) {
    while (*names && sqlite3_stricmp(name, *names) != 0) names++;
    return *names;
}
static bool allow_pragma(const DatabaseBounds *b, const char *name, const char *value) {
    if (is_one_of(name, (const char *const[]){"temp_store_directory", "data_store_directory", NULL})) return false; // the process's
    if (!value) return true;
    if (sqlite3_stricmp(name, "writable_schema") == 0) return false;
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
// The size of its databases in memory.
static size_t memory_size(const DatabaseBounds *b) {
    size_t all = 0;
    const char *name;
    for (int i = 0; b->has_memory && (name = sqlite3_db_name(b->db, i)); i++) {
        sqlite3_vfs *layer = NULL;
        sqlite3_file *file = NULL;
        sqlite3_int64 size = 0;
        if (i == 1 || sqlite3_file_control(b->db, name, SQLITE_FCNTL_VFS_POINTER, &layer) != SQLITE_OK || !layer || strcmp(layer->zName, "memdb") != 0) continue;
        if (sqlite3_file_control(b->db, name, SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK && file && file->pMethods && file->pMethods->xFileSize(file, &size) == SQLITE_OK) all += (size_t)size;
    }
    return all;
}
bool bounds_count(DatabaseBounds *b) {
    VM *vm = b->vm;
    if (!vm->config.heap_limit) return true;
    if (b->has_new_schema) b->schema_bytes = status(b, SQLITE_DBSTATUS_SCHEMA_USED), b->has_new_schema = false;
    size_t pages = (status(b, SQLITE_DBSTATUS_CACHE_USED) + b->schema_bytes + b->statement_bytes + memory_size(b)) / HEAP_PAGE;
    if (pages <= b->pages) return heap_give_outside(vm->heap, b->pages - pages), b->pages = pages, true;
    if (!heap_take_outside(vm->heap, pages - b->pages)) return raise_memory_error(vm), false;
    return b->pages = pages, true;
}
