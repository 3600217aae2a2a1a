// _sqlite: SQLite's databases and statements, near the library (https://www.sqlite.org/c3ref/intro.html); stdlib/sqlite3 makes connections and cursors
// of them (library reference, "sqlite3").
//
// What fails in the library raises _sqlite.Failure(code, extended code, message). Functions that scripts give stay in a list of the database;
// SQLite knows them by their place in it (Callback). A database that is being finalized calls no script.
#include "runtime/gc.h"
#include "runtime/grants.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/sqlite_bounds.h"
#include "runtime/modules/sqlite_files.h"
#include "base/utf8.h"
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include <sqlite3.h>
#include <stdlib.h>

struct Callback;
typedef struct Database {
    Object head;
    sqlite3 *db;     // NULL: closed
    Value callbacks; // a list
    bool is_dying;
    DatabaseFiles *files; // of a VM with grants
    struct Callback *authorizer; // the script's; NULL: none
    struct Callback *progress;   // likewise
    bool is_asking;              // the authorizer is at work, in the midst of a statement: the connection must be left alone
    int64_t progress_steps, progress_left; // between two calls of it, until the next
    int look_steps;              // between two looks at the limits
    int64_t patience;            // milliseconds that a step may wait for a lock
    DatabaseBounds bounds;
    size_t statements;           // not finalized: they keep what the connection holds
} Database;
typedef struct Statement {
    Object head;
    sqlite3_stmt *stmt; // NULL: finalized
    Value database;
    bool is_running; // a callback of it is at work: it must be left alone
    bool makes_schema;
    size_t counted;  // bytes of its own, in the database's bounds
    DatabaseFiles *files; // the database's: SQLite closes it with the last of its statements
} Statement;
typedef struct Callback {
    VM *vm;
    Database *database; // outlives what SQLite knows of it
    size_t index;
} Callback;
enum StateItem { STATE_FAILURE, STATE_STATEMENT, STATE_SHOWS_ERRORS, STATE_ITEMS };
static Value state(VM *vm, enum StateItem item) { return as_tuple(vm->slots_for_modules[MODULE_SLOT_SQLITE])->items[item]; }
static Database *as_database(Value v) { return (Database *)as_object(v); }
static Statement *as_statement(Value v) { return (Statement *)as_object(v); }

static Value raise_failure(VM *vm, int code, int extended, const char *message) {
    if (code == SQLITE_NOMEM) return raise_memory_error(vm);
    Value text = str_from_cstring(vm, message ? message : "unknown error");
    if (text == VALUE_ERROR) return text;
    const Value args[] = {from_small_int(code), from_small_int(extended), text};
    Value failure = call_value(vm, state(vm, STATE_FAILURE), args, 3);
    return failure == VALUE_ERROR ? failure : raise_value(vm, failure);
}
static Value raise_of(VM *vm, sqlite3 *db) { return error_is_set(vm) ? VALUE_ERROR : raise_failure(vm, sqlite3_errcode(db), sqlite3_extended_errcode(db), sqlite3_errmsg(db)); }
static bool may_use(VM *vm, Value database) {
    return !as_database(database)->is_asking || (raise_failure(vm, SQLITE_MISUSE, -3, "an authorizer cannot use the connection that asks it"), false);
}
static sqlite3 *need_open(VM *vm, Value v) {
    if (!may_use(vm, v)) return NULL;
    if (as_database(v)->db) return as_database(v)->db;
    return raise_failure(vm, SQLITE_MISUSE, 0, "closed"), NULL;
}
static sqlite3_stmt *need_statement(VM *vm, Value v) {
    if (as_statement(v)->is_running) return raise_failure(vm, SQLITE_MISUSE, -3, "Recursive use of cursors not allowed."), NULL;
    if (!may_use(vm, as_statement(v)->database)) return NULL;
    if (as_statement(v)->stmt) return as_statement(v)->stmt;
    return raise_failure(vm, SQLITE_MISUSE, 0, "finalized"), NULL;
}
static Value done(VM *vm, Database *d, int code) { return code == SQLITE_OK ? VALUE_NONE : raise_of(vm, d->db); }

// ---- values ------------------------------------------------------------------------------------------------------

static Value text_value(VM *vm, const char *text, size_t size) {
    size_t length;
    if (utf8_validate(text, size, &length) == size) return str_new_counted(vm, text, size, length);
    char *message = sqlite3_mprintf("%.*s", (int)size, text); // what a collation is given has no NUL at its end
    if (!message) return raise_memory_error(vm);
    Value failure = raise_failure(vm, SQLITE_ERROR, -1, message);
    sqlite3_free(message);
    return failure;
}
// Text that SQLite can take: other than lone surrogates.
static bool text_is_sound(VM *vm, Value v) {
    size_t length;
    const Str *s = as_str(v);
    if (str_is_ascii(s) || utf8_validate(s->text, s->size, &length) == s->size) return true;
    Str *name = str_intern(vm, "encode", 6);
    if (name && call_method(vm, v, name, NULL, 0) != VALUE_ERROR) raise_value_error(vm, "text is not valid Unicode");
    return false;
}
static Value value_of(VM *vm, sqlite3_value *v) {
    switch (sqlite3_value_type(v)) {
    case SQLITE_INTEGER: return int_from_int64(vm, sqlite3_value_int64(v));
    case SQLITE_FLOAT: return float_from_double(vm, sqlite3_value_double(v));
    case SQLITE_TEXT: {
        const char *text = (const char *)sqlite3_value_text(v);
        return text ? text_value(vm, text, (size_t)sqlite3_value_bytes(v)) : raise_memory_error(vm);
    }
    case SQLITE_BLOB: {
        const void *data = sqlite3_value_blob(v);
        return bytes_new(vm, data ? data : "", (size_t)sqlite3_value_bytes(v));
    }
    default: return VALUE_NONE;
    }
}
static bool set_result(VM *vm, sqlite3_context *context, Value v) {
    int64_t number;
    BytesView view;
    if (v == VALUE_NONE) return sqlite3_result_null(context), true;
    if (is_float(v)) return sqlite3_result_double(context, float_value(v)), true;
    if (is_str(v)) return text_is_sound(vm, v) && (sqlite3_result_text64(context, as_str(v)->text, as_str(v)->size, SQLITE_TRANSIENT, SQLITE_UTF8), true);
    if (is_int(v)) {
        if (!int_to_int64(v, &number)) return raise_error(vm, vm->types.OverflowError, "Python int too large to convert to SQLite INTEGER"), false;
        return sqlite3_result_int64(context, number), true;
    }
    if (!bytes_need_view(vm, v, &view)) return false;
    return sqlite3_result_blob64(context, view.data, view.size, SQLITE_TRANSIENT), true;
}

// ---- callbacks ---------------------------------------------------------------------------------------------------

static Callback *callback_new(VM *vm, Value database, Value function) {
    Database *d = as_database(database);
    if (d->callbacks == VALUE_UNBOUND) {
        Value list = list_new(vm, NULL, 0);
        if (list == VALUE_ERROR) return NULL;
        gc_store(vm, d, &d->callbacks, list);
    }
    if (!list_append(vm, as_list(d->callbacks), function)) return NULL;
    Callback *callback = malloc(sizeof *callback);
    if (!callback) return raise_memory_error(vm), NULL;
    *callback = (Callback){vm, d, as_list(d->callbacks)->count - 1};
    return callback;
}
static Value callback_function(const Callback *c) { return as_list(c->database->callbacks)->items[c->index]; }
// What a callback has raised: the statement fails in words of SQLite's; sys.unraisablehook tells where it was, if that was asked for.
static void drop_error(const Callback *c) {
    if (error_is_set(c->vm) && state(c->vm, STATE_SHOWS_ERRORS) == VALUE_TRUE) sys_report_unraisable(c->vm, callback_function(c));
    else error_clear(c->vm);
}
static bool callback_is_dead(const Callback *c) { return c->database->is_dying || error_is_set(c->vm); }

enum { ARGUMENTS_MAX = 128 };
static Value call_with(VM *vm, Value function, int count, sqlite3_value **values) {
    Value args[ARGUMENTS_MAX], result = VALUE_ERROR;
    if (count > ARGUMENTS_MAX) return raise_value_error(vm, "too many arguments");
    for (int i = 0; i < count; i++)
        if ((args[i] = value_of(vm, values[i])) == VALUE_ERROR) return result;
    return call_value(vm, function, args, (uint32_t)count);
}
static void fail(VM *vm, sqlite3_context *context, const char *what) {
    bool is_memory = error_is_set(vm) && error_matches(vm, vm->types.MemoryError), is_big = error_is_set(vm) && error_matches(vm, vm->types.OverflowError);
    drop_error(sqlite3_user_data(context));
    if (is_memory) sqlite3_result_error_nomem(context);
    else if (is_big) sqlite3_result_error_toobig(context);
    else sqlite3_result_error(context, what, -1);
}
static void run_function(sqlite3_context *context, int count, sqlite3_value **values) {
    Callback *c = sqlite3_user_data(context);
    if (callback_is_dead(c)) return;
    Value result = call_with(c->vm, callback_function(c), count, values);
    if (result == VALUE_ERROR || !set_result(c->vm, context, result)) fail(c->vm, context, "user-defined function raised exception");
}

// An aggregate's object stands in the list as well; the context of SQLite keeps its place (0: there is none yet), -1: making it failed.
static int64_t *aggregate_place(sqlite3_context *context, bool make) { return sqlite3_aggregate_context(context, make ? sizeof(int64_t) : 0); }
static Value aggregate_object(sqlite3_context *context, Callback *c) {
    int64_t *place = aggregate_place(context, true);
    if (!place) return raise_memory_error(c->vm);
    if (*place < 0) return raise_value_error(c->vm, "no aggregate");
    if (*place) return as_list(c->database->callbacks)->items[*place];
    Value made = call_value(c->vm, callback_function(c), NULL, 0);
    if (made == VALUE_ERROR || !list_append(c->vm, as_list(c->database->callbacks), made)) return *place = -1, VALUE_ERROR;
    *place = (int64_t)as_list(c->database->callbacks)->count - 1;
    return made;
}
// VALUE_UNBOUND: it raised, since there is no such method.
static Value call_named(VM *vm, Value object, const char *name, int count, sqlite3_value **values) {
    Str *key = str_intern(vm, name, strlen(name));
    Value method = key ? get_attribute(vm, object, key) : VALUE_ERROR;
    if (method == VALUE_ERROR) return error_matches(vm, vm->types.AttributeError) ? VALUE_UNBOUND : method;
    ROOT_SCOPE(vm);
    root_push(vm, method);
    Value result = call_with(vm, method, count, values);
    ROOT_END(vm);
    return result;
}
static void run_aggregate(sqlite3_context *context, int count, sqlite3_value **values, const char *name) {
    Callback *c = sqlite3_user_data(context);
    if (callback_is_dead(c)) return;
    int64_t *place = aggregate_place(context, true);
    bool is_new = place && *place == 0;
    Value object = aggregate_object(context, c);
    if (object == VALUE_ERROR) {
        if (is_new) fail(c->vm, context, "user-defined aggregate's '__init__' method raised error");
        else error_clear(c->vm);
        return;
    }
    Value result = call_named(c->vm, object, name, count, values);
    if (result == VALUE_UNBOUND) fail(c->vm, context, name[0] == 's' ? "user-defined aggregate's 'step' method not defined" : "user-defined aggregate's 'inverse' method not defined");
    else if (result == VALUE_ERROR) fail(c->vm, context, name[0] == 's' ? "user-defined aggregate's 'step' method raised error" : "user-defined aggregate's 'inverse' method raised error");
}
static void run_step(sqlite3_context *context, int count, sqlite3_value **values) { run_aggregate(context, count, values, "step"); }
static void run_inverse(sqlite3_context *context, int count, sqlite3_value **values) { run_aggregate(context, count, values, "inverse"); }
static void give_answer(sqlite3_context *context, const char *name, bool is_last) {
    Callback *c = sqlite3_user_data(context);
    if (callback_is_dead(c)) return;
    VM *vm = c->vm;
    int64_t *place = aggregate_place(context, false);
    if (!place || *place <= 0) return; // of no rows there is nothing
    Value object = aggregate_object(context, c), result = object == VALUE_ERROR ? object : call_named(vm, object, name, 0, NULL);
    if (result == VALUE_ERROR || result == VALUE_UNBOUND || !set_result(vm, context, result)) {
        bool is_missing = error_matches(vm, vm->types.AttributeError);
        fail(vm, context, is_last ? is_missing ? "user-defined aggregate's 'finalize' method not defined" : "user-defined aggregate's 'finalize' method raised error"
                          : is_missing ? "user-defined aggregate's 'value' method not defined" : "user-defined aggregate's 'value' method raised error");
    }
    if (is_last) as_list(c->database->callbacks)->items[*place] = VALUE_NONE; // its list keeps the place
}
static void run_finalize(sqlite3_context *context) { give_answer(context, "finalize", true); }
static void run_value(sqlite3_context *context) { give_answer(context, "value", false); }

static int run_collation(void *data, int size1, const void *text1, int size2, const void *text2) {
    Callback *c = data;
    VM *vm = c->vm;
    if (callback_is_dead(c)) return 0;
    Value args[2] = {text_value(vm, text1, (size_t)size1), VALUE_NONE};
    if (args[0] != VALUE_ERROR) args[1] = text_value(vm, text2, (size_t)size2);
    Value result = args[0] == VALUE_ERROR || args[1] == VALUE_ERROR ? VALUE_ERROR : call_value(vm, callback_function(c), args, 2);
    int64_t order;
    if (result == VALUE_ERROR || !op_index_int64(vm, result, &order, true)) return drop_error(c), 0;
    return order < 0 ? -1 : order > 0;
}
enum { STEPS_PER_LOOK = 2000, STEPS_PER_COUNT = 200 }; // of SQLite's machine, each worth some units of work
// What is raised waits until the statement has ended.
static int look_at_limits(void *data) {
    Database *d = data;
    VM *vm = d->bounds.vm;
    if (error_is_set(vm) || !work(vm, 4 * (uint64_t)d->look_steps) || !bounds_count(&d->bounds)) return 1;
    Callback *c = d->progress;
    if (!c || callback_is_dead(c) || (d->progress_left -= d->look_steps) > 0) return 0;
    d->progress_left = d->progress_steps;
    Value result = call_value(c->vm, callback_function(c), NULL, 0);
    int truth = result == VALUE_ERROR ? -1 : op_truth(c->vm, result);
    if (truth < 0) drop_error(c);
    return truth != 0;
}
// Looks are as often as a script's handler asks for, and no less than the limits need.
static void set_progress(Database *d) {
    d->look_steps = d->bounds.vm->config.heap_limit ? STEPS_PER_COUNT : STEPS_PER_LOOK;
    if (d->progress && d->progress_steps < d->look_steps) d->look_steps = (int)d->progress_steps;
    sqlite3_progress_handler(d->db, d->look_steps, look_at_limits, d);
}
// SQLite's own schedule of waiting for another connection's lock, but in steps that see the limits. A wait needs the clock: without there is none.
static int wait_for_lock(void *data, int tries) {
    static const unsigned char delays[] = {1, 2, 5, 10, 15, 20, 25, 25, 25, 50, 50, 100};
    enum { DELAYS = sizeof delays };
    Database *d = data;
    VM *vm = d->bounds.vm;
    int64_t waited = 0, delay = delays[tries < DELAYS ? tries : DELAYS - 1];
    for (int i = 0; i < tries && i < DELAYS; i++) waited += delays[i];
    if (tries > DELAYS) waited += (int64_t)(tries - DELAYS) * delays[DELAYS - 1];
    if (d->bounds.is_setting) return 0;
    if (waited + delay > d->patience) delay = d->patience - waited;
    if (delay <= 0 || !grants_has(vm, GRANT_CLOCK) || error_is_set(vm) || !work(vm, 1000) || attention_of(vm) & ATTENTION_STOP) return 0;
    return sqlite3_sleep((int)delay), 1;
}
static int run_trace(unsigned kind, void *data, void *statement, void *sql) {
    Callback *c = data;
    (void)kind, (void)sql;
    if (callback_is_dead(c) || c->database->bounds.is_setting) return 0;
    char *expanded = sqlite3_expanded_sql(statement);
    const char *shown = expanded ? expanded : sqlite3_sql(statement);
    Value text = shown ? text_value(c->vm, shown, strlen(shown)) : VALUE_ERROR;
    sqlite3_free(expanded);
    if (text == VALUE_ERROR || call_value(c->vm, callback_function(c), &text, 1) == VALUE_ERROR) drop_error(c);
    return 0;
}
static int run_authorizer(void *data, int action, const char *a, const char *b, const char *database, const char *trigger) {
    Callback *c = data;
    if (callback_is_dead(c)) return SQLITE_OK;
    const char *const texts[] = {a, b, database, trigger};
    Value args[5] = {from_small_int(action)};
    for (int i = 0; i < 4; i++)
        if ((args[i + 1] = texts[i] ? str_from_cstring(c->vm, texts[i]) : VALUE_NONE) == VALUE_ERROR) return drop_error(c), SQLITE_DENY;
    c->database->is_asking = true;
    Value result = call_value(c->vm, callback_function(c), args, 5);
    c->database->is_asking = false;
    int64_t answer = 0;
    if (result != VALUE_ERROR && is_int(result) && (!int_to_int64(result, &answer) || answer != (int)answer)) result = raise_error(c->vm, c->vm->types.OverflowError, "Python int too large to convert to C int");
    if (result == VALUE_ERROR || !is_int(result)) return drop_error(c), SQLITE_DENY;
    return (int)answer;
}

// fts3_tokenizer() shows and takes addresses of machine code, as parameters even where its option is off. With grants: a database that is attached by a URI could
// be in other hands than `files`; so could one whose name is not known yet.
static int authorize(void *data, int action, const char *a, const char *b, const char *database, const char *trigger) {
    Database *d = data;
    if (action == SQLITE_FUNCTION && b && sqlite3_stricmp(b, "fts3_tokenizer") == 0) return SQLITE_DENY;
    if (d->files && action == SQLITE_ATTACH && (!a || strncmp(a, "file:", 5) == 0)) return SQLITE_DENY;
    if (d->bounds.is_setting) return SQLITE_OK;
    if (error_is_set(d->bounds.vm) || !work(d->bounds.vm, 20)) return SQLITE_DENY;
    if (!bounds_allow(&d->bounds, action, a, b)) return SQLITE_DENY;
    return d->authorizer ? run_authorizer(d->authorizer, action, a, b, database, trigger) : SQLITE_OK;
}

// ---- databases ---------------------------------------------------------------------------------------------------

static void close_database(Database *d) {
    sqlite3_close_v2(d->db);
    d->db = NULL;
    if (!d->statements) bounds_close(&d->bounds);
    database_files_leave(d->files);
    d->files = NULL;
}
// Database(path, flags): path str
static Value database_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    int64_t flags;
    if (count != 2 || keyword_names != VALUE_UNBOUND || !is_str(args[0])) return raise_type_error(vm, "Database() takes a path and flags");
    if (!op_index_int64(vm, args[1], &flags, true) || !text_is_sound(vm, args[0])) return VALUE_ERROR;
    if (strlen(as_str(args[0])->text) != as_str(args[0])->size) return raise_value_error(vm, "embedded null character");
    Database *d = object_new(vm, type, sizeof *d);
    if (!d) return VALUE_ERROR;
    d->db = NULL, d->callbacks = VALUE_UNBOUND, d->is_dying = false, d->files = NULL, d->authorizer = d->progress = NULL, d->is_asking = false, d->patience = 0, d->statements = 0, d->bounds = (DatabaseBounds){.vm = vm};
    if (!gc_register_finalizer(vm, &d->head)) return VALUE_ERROR;
    const uint32_t needs = GRANT_BIT(READ) | GRANT_BIT(WRITE);
    bool is_confined = vm->grants && !(grants_has_bits(vm->grants, needs) && grants_has(vm, GRANT_CLOCK));
    if (is_confined && !grants_has_bits(vm->grants, needs) && (flags & SQLITE_OPEN_URI || strncmp(as_str(args[0])->text, "file:", 5) == 0)) // see authorize
        return grants_refuse(vm, GRANT_WRITE, "a database that is named by a URI"), VALUE_ERROR;
    if (is_confined && !(d->files = database_files_new(vm))) return raise_memory_error(vm);
    const char *path = as_str(args[0])->text;
    if (vm->grants || vm->config.host) flags &= SQLITE_OPEN_READONLY | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI | SQLITE_OPEN_MEMORY; // no cache shared with others
    if (d->files && vm->config.heap_limit && strcmp(path, ":memory:") == 0) path = ""; // counted as it is written, as files without a name are
    int code = sqlite3_open_v2(path, &d->db, (int)flags, d->files ? database_files_name(d->files) : NULL);
    if (code == SQLITE_OK) {
        bounds_open(&d->bounds, vm, d->db, d->files != NULL);
        sqlite3_db_config(d->db, SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0, NULL);
        sqlite3_set_authorizer(d->db, authorize, d);
    }
    if (code == SQLITE_OK) set_progress(d), sqlite3_busy_handler(d->db, wait_for_lock, d);
    if (code == SQLITE_OK) return sqlite3_extended_result_codes(d->db, 0), from_object(d);
    if (d->db) raise_of(vm, d->db);
    else raise_memory_error(vm);
    close_database(d);
    return VALUE_ERROR;
}
static void database_finalize(VM *vm, Object *self) {
    (void)vm;
    Database *d = (Database *)self;
    d->is_dying = true;
    close_database(d);
}
static void database_trace(VM *vm, Object *self) { gc_mark(vm, ((Database *)self)->callbacks); }
// The statements of it are finalized: they hold locks.
static Value database_close(VM *vm, Value *args, uint32_t count) { return (void)count, may_use(vm, args[0]) ? (database_finalize(vm, as_object(args[0])), VALUE_NONE) : VALUE_ERROR; }

// What it holds is counted anew.
static bool count_statement(Statement *s) {
    Database *d = as_database(s->database);
    size_t size = bounds_size_of(&d->bounds, s->stmt);
    d->bounds.statement_bytes = d->bounds.statement_bytes - s->counted + size;
    s->counted = size;
    return !d->db || bounds_count(&d->bounds);
}
// prepare(sql): (statement or None, the text behind it)
static Value database_prepare(VM *vm, Value *args, uint32_t count) {
    (void)count;
    sqlite3 *db = need_open(vm, args[0]);
    if (!db || !is_str(args[1])) return db ? raise_type_error(vm, "prepare() needs text") : VALUE_ERROR;
    if (!text_is_sound(vm, args[1])) return VALUE_ERROR;
    const Str *sql = as_str(args[1]);
    if (sql->size > (size_t)sqlite3_limit(db, SQLITE_LIMIT_SQL_LENGTH, -1)) return raise_failure(vm, SQLITE_TOOBIG, SQLITE_TOOBIG, "query string is too large");
    if (strlen(sql->text) != sql->size) return raise_failure(vm, SQLITE_MISUSE, -2, "the query contains a null character");
    Statement *s = object_new(vm, (Type *)as_object(state(vm, STATE_STATEMENT)), sizeof *s);
    if (!s) return VALUE_ERROR;
    s->stmt = NULL, s->database = args[0], s->is_running = false, s->files = NULL, s->counted = 0;
    DatabaseBounds *bounds = &as_database(args[0])->bounds;
    if (!bounds_have_stack(bounds, sql->text)) return VALUE_ERROR;
    bounds->has_new_schema = false;
    if (!gc_register_finalizer(vm, &s->head)) return VALUE_ERROR;
    ROOT_SCOPE(vm); // an authorizer may run
    root_push(vm, from_object(s));
    const char *tail = NULL;
    int code = sqlite3_prepare_v2(db, sql->text, (int)sql->size, &s->stmt, &tail);
    ROOT_END(vm);
    if (code != SQLITE_OK) return raise_of(vm, db);
    s->makes_schema = bounds->has_new_schema;
    if (s->stmt) as_database(args[0])->statements++, s->files = database_files_share(as_database(args[0])->files);
    if (s->stmt && !count_statement(s)) return VALUE_ERROR;
    sql = as_str(args[1]);
    Value rest = tail ? str_new(vm, tail, sql->size - (size_t)(tail - sql->text)) : str_new(vm, "", 0);
    return rest == VALUE_ERROR ? rest : tuple_pack(vm, 2, s->stmt ? from_object(s) : VALUE_NONE, rest);
}

#define DATABASE_NUMBER(name, expression)                              \
    static Value database_##name(VM *vm, Value *args, uint32_t count) { \
        (void)count;                                                   \
        sqlite3 *db = need_open(vm, args[0]);                          \
        return db ? int_from_int64(vm, (expression)) : VALUE_ERROR;    \
    }
DATABASE_NUMBER(changes, sqlite3_changes(db))
DATABASE_NUMBER(total_changes, sqlite3_total_changes(db))
DATABASE_NUMBER(last_rowid, sqlite3_last_insert_rowid(db))
DATABASE_NUMBER(in_transaction, !sqlite3_get_autocommit(db))
static Value database_interrupt(VM *vm, Value *args, uint32_t count) {
    (void)count;
    sqlite3 *db = need_open(vm, args[0]);
    return db ? sqlite3_interrupt(db), VALUE_NONE : VALUE_ERROR;
}
static Value database_busy_timeout(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t milliseconds;
    sqlite3 *db = need_open(vm, args[0]);
    if (!db || !op_index_int64(vm, args[1], &milliseconds, true)) return VALUE_ERROR;
    return as_database(args[0])->patience = milliseconds, VALUE_NONE;
}
static Value database_limit(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t category, limit;
    sqlite3 *db = need_open(vm, args[0]);
    if (!db || !op_index_int64(vm, args[1], &category, true) || !op_index_int64(vm, args[2], &limit, true)) return VALUE_ERROR;
    if (!(db = need_open(vm, args[0]))) return VALUE_ERROR; // an __index__ may have closed it
    int64_t most = category >= 0 && category < SQLITE_LIMITS ? as_database(args[0])->bounds.most[category] : INT32_MAX;
    if (limit > most) limit = most;
    return int_from_int64(vm, category < 0 || category > INT32_MAX ? -1 : sqlite3_limit(db, (int)category, limit < -1 ? -1 : (int)limit));
}
// config(option, -1 or 0 or 1): what it is then
static Value database_config(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t option, on;
    int now = 0;
    sqlite3 *db = need_open(vm, args[0]);
    if (!db || !op_index_int64(vm, args[1], &option, true) || !op_index_int64(vm, args[2], &on, true)) return VALUE_ERROR;
    if (!(db = need_open(vm, args[0]))) return VALUE_ERROR; // an __index__ may have closed it
    // Those below take other arguments; these two would let SQL name machine code.
    if (option < SQLITE_DBCONFIG_ENABLE_FKEY || (option == SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER && (int)on > 0) || (option == SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION && vm->grants) ||
        (option == SQLITE_DBCONFIG_WRITABLE_SCHEMA && as_database(args[0])->bounds.is_bounded))
        return raise_failure(vm, SQLITE_MISUSE, SQLITE_MISUSE, "unknown config 'op'");
    int code = sqlite3_db_config(db, (int)option, (int)on, &now);
    return code == SQLITE_OK ? from_bool(now) : raise_failure(vm, code, code, sqlite3_errstr(code));
}

#define HOOK_NAME "typhon_hook_" // of the functions that keep what hooks are given (database_hook): another of that name would free it while it is in use
static bool is_hook_name(VM *vm, Value name) {
    return sqlite3_strnicmp(as_str(name)->text, HOOK_NAME, sizeof HOOK_NAME - 1) == 0 && (raise_failure(vm, SQLITE_MISUSE, SQLITE_MISUSE, "names that begin with " HOOK_NAME " are taken"), true);
}

// function(name, count of arguments, flags, function or None)
static Value database_function(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t arguments, flags;
    sqlite3 *db = need_open(vm, args[0]);
    if (!db || !is_str(args[1]) || !op_index_int64(vm, args[2], &arguments, true) || !op_index_int64(vm, args[3], &flags, true)) return db && !is_str(args[1]) ? raise_type_error(vm, "the name must be a str") : VALUE_ERROR;
    if (!(db = need_open(vm, args[0]))) return VALUE_ERROR; // an __index__ may have closed it
    if (is_hook_name(vm, args[1])) return VALUE_ERROR;
    Callback *c = args[4] == VALUE_NONE ? NULL : callback_new(vm, args[0], args[4]);
    if (!c && args[4] != VALUE_NONE) return VALUE_ERROR;
    return done(vm, as_database(args[0]), sqlite3_create_function_v2(db, as_str(args[1])->text, (int)arguments, SQLITE_UTF8 | (int)flags, c, c ? run_function : NULL, NULL, NULL, c ? free : NULL));
}
// aggregate(name, count of arguments, is it a window function, class or None)
static Value database_aggregate(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t arguments;
    sqlite3 *db = need_open(vm, args[0]);
    if (!db || !is_str(args[1]) || !op_index_int64(vm, args[2], &arguments, true)) return db && !is_str(args[1]) ? raise_type_error(vm, "the name must be a str") : VALUE_ERROR;
    if (!(db = need_open(vm, args[0]))) return VALUE_ERROR; // an __index__ may have closed it
    if (is_hook_name(vm, args[1])) return VALUE_ERROR;
    bool is_window = args[3] == VALUE_TRUE;
    Callback *c = args[4] == VALUE_NONE ? NULL : callback_new(vm, args[0], args[4]);
    if (!c && args[4] != VALUE_NONE) return VALUE_ERROR;
    if (!c) return done(vm, as_database(args[0]), sqlite3_create_function_v2(db, as_str(args[1])->text, (int)arguments, SQLITE_UTF8, NULL, NULL, NULL, NULL, NULL));
    return done(vm, as_database(args[0]), sqlite3_create_window_function(db, as_str(args[1])->text, (int)arguments, SQLITE_UTF8, c, run_step, run_finalize, is_window ? run_value : NULL, is_window ? run_inverse : NULL, free));
}
static Value database_collation(VM *vm, Value *args, uint32_t count) {
    (void)count;
    sqlite3 *db = need_open(vm, args[0]);
    if (!db || !is_str(args[1])) return db ? raise_type_error(vm, "the name must be a str") : VALUE_ERROR;
    Callback *c = args[2] == VALUE_NONE ? NULL : callback_new(vm, args[0], args[2]);
    if (!c && args[2] != VALUE_NONE) return VALUE_ERROR;
    int code = sqlite3_create_collation_v2(db, as_str(args[1])->text, SQLITE_UTF8, c, c ? run_collation : NULL, c ? free : NULL);
    if (code != SQLITE_OK) free(c); // of all these calls this one alone leaves that to us
    return done(vm, as_database(args[0]), code);
}
// hook(which, function or None, number): 0 progress handler, 1 trace, 2 authorizer. What they are given lives as long as the database.
static Value database_hook(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t which, number;
    sqlite3 *db = need_open(vm, args[0]);
    if (!db || !op_index_int64(vm, args[1], &which, true) || !op_index_int64(vm, args[3], &number, true)) return VALUE_ERROR;
    if (!(db = need_open(vm, args[0]))) return VALUE_ERROR; // an __index__ may have closed it
    Callback *c = NULL;
    if (args[2] != VALUE_NONE) {
        if (!(c = callback_new(vm, args[0], args[2]))) return VALUE_ERROR;
        // SQLite does not free what hooks are given: a function of no use does it with the database.
        char name[48];
        snprintf(name, sizeof name, HOOK_NAME "%zu", c->index);
        if (sqlite3_create_function_v2(db, name, 0, SQLITE_UTF8 | SQLITE_DIRECTONLY, c, run_function, NULL, NULL, free) != SQLITE_OK) return raise_of(vm, db);
    }
    if (which == 0) {
        Database *d = as_database(args[0]);
        d->progress = number > 0 ? c : NULL, d->progress_steps = d->progress_left = number;
        set_progress(d);
    }
    else if (which == 1) sqlite3_trace_v2(db, c ? SQLITE_TRACE_STMT : 0, c ? run_trace : NULL, c);
    else {
        as_database(args[0])->authorizer = c;
        sqlite3_set_authorizer(db, authorize, as_database(args[0])); // again: statements that are prepared are to ask it too
    }
    return VALUE_NONE;
}
// In steps that see the limits.
static bool sleep_for(VM *vm, double seconds) {
    enum { STEP = 20 };
    if (!grants_allow(vm, GRANT_CLOCK, "waiting for a database")) return false;
    for (double left = seconds * 1000; left > 0; left -= STEP) {
        sqlite3_sleep(left < STEP ? (int)left : STEP);
        if (raise_if_interrupted(vm)) return false;
    }
    return true;
}
// backup(target, pages, name, progress or None, seconds)
static Value database_backup(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t pages;
    double seconds;
    sqlite3 *db = need_open(vm, args[0]), *target = db ? need_open(vm, args[1]) : NULL;
    if (!target || !op_index_int64(vm, args[2], &pages, true) || !number_to_double(vm, args[5], &seconds)) return VALUE_ERROR;
    if (!(db = need_open(vm, args[0])) || !(target = need_open(vm, args[1]))) return VALUE_ERROR;
    if (!is_str(args[3])) return raise_type_error(vm, "the name must be a str");
    sqlite3_backup *backup = sqlite3_backup_init(target, "main", db, as_str(args[3])->text);
    if (!backup) return raise_of(vm, target);
    DatabaseFiles *files = database_files_share(as_database(args[0])->files), *target_files = database_files_share(as_database(args[1])->files); // SQLite closes them with the backup
    int code;
    bool good = true;
    do {
        code = sqlite3_backup_step(backup, pages > INT32_MAX ? -1 : (int)pages);
        if (args[4] != VALUE_NONE) {
            const Value told[] = {from_small_int(code), from_small_int(sqlite3_backup_remaining(backup)), from_small_int(sqlite3_backup_pagecount(backup))};
            good = call_value(vm, args[4], told, 3) != VALUE_ERROR && as_database(args[0])->db && as_database(args[1])->db;
        }
        if (good && (raise_if_interrupted(vm) || !work(vm, STEPS_PER_LOOK) || !bounds_count(&as_database(args[1])->bounds))) good = false;
        if (good && (code == SQLITE_BUSY || code == SQLITE_LOCKED)) good = sleep_for(vm, seconds);
    } while (good && (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED));
    int end = sqlite3_backup_finish(backup);
    database_files_leave(files), database_files_leave(target_files);
    if (!good) return error_is_set(vm) ? VALUE_ERROR : raise_failure(vm, SQLITE_MISUSE, 0, "closed");
    return end == SQLITE_OK ? VALUE_NONE : raise_failure(vm, end, end, sqlite3_errstr(end));
}
static Value database_serialize(VM *vm, Value *args, uint32_t count) {
    (void)count;
    sqlite3 *db = need_open(vm, args[0]);
    if (!db || !is_str(args[1])) return db ? raise_type_error(vm, "the name must be a str") : VALUE_ERROR;
    sqlite3_int64 size = 0;
    if (vm->config.heap_limit) { // it is made twice over: is there room?
        sqlite3_serialize(db, as_str(args[1])->text, &size, SQLITE_SERIALIZE_NOCOPY);
        size_t pages = size > 0 ? 2 * ((size_t)size / HEAP_PAGE) : 0;
        if (!heap_take_outside(vm->heap, pages)) return raise_memory_error(vm);
        heap_give_outside(vm->heap, pages);
    }
    unsigned char *data = sqlite3_serialize(db, as_str(args[1])->text, &size, 0);
    if (!data) return size < 0 || sqlite3_errcode(db) != SQLITE_OK ? raise_failure(vm, SQLITE_ERROR, SQLITE_ERROR, "unable to serialize") : vm->empty_bytes;
    Value result = bytes_new(vm, data, (size_t)size);
    sqlite3_free(data);
    return result;
}
static bool has_busy_statements(sqlite3 *db) {
    for (sqlite3_stmt *stmt = sqlite3_next_stmt(db, NULL); stmt; stmt = sqlite3_next_stmt(db, stmt))
        if (sqlite3_stmt_busy(stmt)) return true;
    return false;
}
static Value database_deserialize(VM *vm, Value *args, uint32_t count) {
    (void)count;
    BytesView view;
    sqlite3 *db = need_open(vm, args[0]);
    if (!db || !bytes_need_view(vm, args[1], &view)) return VALUE_ERROR;
    if (!is_str(args[2])) return raise_type_error(vm, "the name must be a str");
    if (has_busy_statements(db)) return raise_failure(vm, SQLITE_BUSY, SQLITE_BUSY, "database is locked"); // SQLite would take away what they read
    unsigned char *copy = sqlite3_malloc64(view.size ? view.size : 1);
    if (!copy) return raise_memory_error(vm);
    memcpy(copy, view.data, view.size);
    int code = sqlite3_deserialize(db, as_str(args[2])->text, copy, (sqlite3_int64)view.size, (sqlite3_int64)view.size, SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
    bounds_hold_databases(&as_database(args[0])->bounds);
    return code == SQLITE_OK && !bounds_count(&as_database(args[0])->bounds) ? VALUE_ERROR : done(vm, as_database(args[0]), code);
}

// ---- statements --------------------------------------------------------------------------------------------------

static void statement_finalize(VM *vm, Object *self) {
    (void)vm;
    Statement *s = (Statement *)self;
    Database *d = as_database(s->database);
    bool was_dying = d->is_dying;
    d->is_dying = true; // an aggregate at work is not asked for its result
    bool was_open = s->stmt != NULL;
    sqlite3_finalize(s->stmt);
    d->bounds.statement_bytes -= s->counted, s->counted = 0;
    if (was_open && --d->statements == 0 && !d->db) bounds_close(&d->bounds);
    database_files_leave(s->files);
    s->stmt = NULL, s->files = NULL, d->is_dying = was_dying;
}
static void statement_trace(VM *vm, Object *self) { gc_mark(vm, ((Statement *)self)->database); }
static Value statement_close(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!as_statement(args[0])->stmt) return VALUE_NONE;
    return need_statement(vm, args[0]) ? statement_finalize(vm, as_object(args[0])), VALUE_NONE : VALUE_ERROR;
}
static Value statement_reset(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!as_statement(args[0])->stmt) return VALUE_NONE;
    sqlite3_stmt *stmt = need_statement(vm, args[0]);
    return stmt ? sqlite3_reset(stmt), VALUE_NONE : VALUE_ERROR;
}

// VALUE_TRUE, or VALUE_FALSE for a type that SQLite does not have.
static Value bind_one(VM *vm, Statement *s, sqlite3_stmt *stmt, int at, Value v) {
    int64_t number;
    int code;
    size_t size = 0;
    if (v == VALUE_NONE) code = sqlite3_bind_null(stmt, at);
    else if (is_float(v)) code = sqlite3_bind_double(stmt, at, float_value(v));
    else if (is_str(v)) {
        if (!text_is_sound(vm, v)) return VALUE_ERROR;
        size = as_str(v)->size;
        code = sqlite3_bind_text64(stmt, at, as_str(v)->text, as_str(v)->size, SQLITE_TRANSIENT, SQLITE_UTF8);
    } else if (is_int(v)) {
        if (!int_to_int64(v, &number)) return raise_error(vm, vm->types.OverflowError, "Python int too large to convert to SQLite INTEGER");
        code = sqlite3_bind_int64(stmt, at, number);
    } else {
        BytesView view;
        if (!bytes_need_view(vm, v, &view)) {
            if (!error_matches(vm, vm->types.TypeError)) return VALUE_ERROR;
            return error_clear(vm), VALUE_FALSE;
        }
        if (s->stmt != stmt) return raise_failure(vm, SQLITE_MISUSE, 0, "finalized"); // by a __buffer__
        size = view.size;
        code = sqlite3_bind_blob64(stmt, at, view.data ? view.data : (const unsigned char *)"", view.size, SQLITE_TRANSIENT);
    }
    if (code != SQLITE_OK) return raise_of(vm, sqlite3_db_handle(stmt));
    return size < HEAP_PAGE || count_statement(s) ? VALUE_TRUE : VALUE_ERROR;
}
// bind(number, value)
static Value statement_bind(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t at;
    sqlite3_stmt *stmt = op_index_int64(vm, args[1], &at, true) ? need_statement(vm, args[0]) : NULL;
    return stmt ? bind_one(vm, as_statement(args[0]), stmt, (int)at, args[2]) : VALUE_ERROR;
}
// bind_all(values): False: these are not the values of a tuple or list, as many as there are parameters, for parameters without names, of types that
// need no adapting. Nothing is bound then.
static Value statement_bind_all(VM *vm, Value *args, uint32_t count) {
    (void)count;
    sqlite3_stmt *stmt = need_statement(vm, args[0]);
    if (!stmt) return VALUE_ERROR;
    bool is_list_ = is_exactly(args[1], vm->types.list);
    if (!is_list_ && !is_exactly(args[1], vm->types.tuple)) return VALUE_FALSE;
    size_t size = is_list_ ? as_list(args[1])->count : as_tuple(args[1])->count;
    const Value *values = is_list_ ? as_list(args[1])->items : as_tuple(args[1])->items;
    if (size != (size_t)sqlite3_bind_parameter_count(stmt)) return VALUE_FALSE;
    for (size_t i = 0; i < size; i++) {
        const Type *type = value_type(vm, values[i]);
        bool is_plain = values[i] == VALUE_NONE || type == vm->types.int_ || type == vm->types.float_ || type == vm->types.str || type == vm->types.bytes;
        if (!is_plain || sqlite3_bind_parameter_name(stmt, (int)i + 1)) return VALUE_FALSE;
    }
    for (size_t i = 0; i < size; i++)
        if (bind_one(vm, as_statement(args[0]), stmt, (int)i + 1, values[i]) != VALUE_TRUE) return VALUE_ERROR;
    return VALUE_TRUE;
}

static Value column_value(VM *vm, sqlite3_stmt *stmt, int i, bool as_data) {
    switch (sqlite3_column_type(stmt, i)) {
    case SQLITE_INTEGER: return int_from_int64(vm, sqlite3_column_int64(stmt, i));
    case SQLITE_FLOAT: return float_from_double(vm, sqlite3_column_double(stmt, i));
    case SQLITE_TEXT: {
        const char *text = (const char *)sqlite3_column_text(stmt, i);
        size_t size = (size_t)sqlite3_column_bytes(stmt, i), length;
        if (!text) return raise_memory_error(vm);
        if (as_data) {
            Value data = bytes_new(vm, text, size);
            return data == VALUE_ERROR ? data : tuple_pack(vm, 1, data);
        }
        if (utf8_validate(text, size, &length) == size) return str_new_counted(vm, text, size, length);
        StrBuilder words;
        str_builder_init(&words, vm);
        const char *name = sqlite3_column_name(stmt, i);
        str_builder_add(&words, "Could not decode to UTF-8 column '", 34);
        str_builder_add(&words, name ? name : "", name ? strlen(name) : 0);
        str_builder_add(&words, "' with text '", 13);
        for (size_t at = 0, good; at < size && text[at]; at += good + 1) {
            good = utf8_validate(text + at, size - at, &length);
            str_builder_add(&words, text + at, good);
            if (at + good < size) str_builder_add(&words, "\xEF\xBF\xBD", 3);
        }
        str_builder_add(&words, "'", 2); // with its NUL
        if (!words.failed) raise_failure(vm, SQLITE_ERROR, -1, words.text);
        str_builder_discard(&words);
        return error_is_set(vm) ? VALUE_ERROR : raise_memory_error(vm);
    }
    case SQLITE_BLOB: {
        const void *data = sqlite3_column_blob(stmt, i);
        return bytes_new(vm, data ? data : "", (size_t)sqlite3_column_bytes(stmt, i));
    }
    default: return VALUE_NONE;
    }
}
static bool step_is_counted(VM *vm, Statement *s, int code) {
    Database *d = as_database(s->database);
    if (!d->db || error_is_set(vm)) return true;
    if (code == SQLITE_DONE && s->makes_schema) {
        d->bounds.has_new_schema = d->bounds.is_stale = true;
        if (d->bounds.has_attached) bounds_hold_databases(&d->bounds);
    }
    return bounds_count(&d->bounds);
}
// The next row, None behind the last.
static Value next_row(VM *vm, Statement *s, sqlite3_stmt *stmt, bool as_data) {
    // It may be prepared anew, with what others have put into the schema.
    if (!sqlite3_stmt_busy(stmt) && as_database(s->database)->db && !bounds_have_stack(&as_database(s->database)->bounds, NULL)) return VALUE_ERROR;
    s->is_running = true;
    int code = sqlite3_step(stmt);
    s->is_running = false;
    if (!step_is_counted(vm, s, code)) return VALUE_ERROR;
    if (code == SQLITE_DONE) return error_is_set(vm) ? VALUE_ERROR : VALUE_NONE;
    if (code != SQLITE_ROW) return raise_of(vm, sqlite3_db_handle(stmt));
    int columns = sqlite3_data_count(stmt);
    Value row = tuple_new(vm, NULL, (size_t)columns);
    if (row == VALUE_ERROR) return row;
    for (int i = 0; i < columns; i++) {
        Value v = column_value(vm, stmt, i, as_data);
        if (v == VALUE_ERROR) return v;
        as_tuple(row)->items[i] = v;
    }
    return row;
}
// step(is text wanted as bytes, each in a tuple): a row, None behind the last
static Value statement_step(VM *vm, Value *args, uint32_t count) {
    (void)count;
    sqlite3_stmt *stmt = need_statement(vm, args[0]);
    return stmt ? next_row(vm, as_statement(args[0]), stmt, args[1] == VALUE_TRUE) : VALUE_ERROR;
}
// fetch(list): adds rows to it, a number of them at once. False: there are no more.
static Value statement_fetch(VM *vm, Value *args, uint32_t count) {
    (void)count;
    if (!is_exactly(args[1], vm->types.list)) return raise_type_error(vm, "fetch() wants a list");
    for (int i = 0; i < 256; i++) {
        sqlite3_stmt *stmt = need_statement(vm, args[0]);
        Value row = stmt ? next_row(vm, as_statement(args[0]), stmt, false) : VALUE_ERROR;
        if (row == VALUE_ERROR || row == VALUE_NONE) return row == VALUE_NONE ? VALUE_FALSE : row;
        if (!list_append(vm, as_list(args[1]), row)) return VALUE_ERROR;
    }
    return VALUE_TRUE;
}
// raw(column): its bytes as they are kept; None: NULL
static Value statement_raw(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t at;
    sqlite3_stmt *stmt = op_index_int64(vm, args[1], &at, true) ? need_statement(vm, args[0]) : NULL;
    if (!stmt) return VALUE_ERROR;
    if (at < 0 || at >= sqlite3_data_count(stmt) || sqlite3_column_type(stmt, (int)at) == SQLITE_NULL) return VALUE_NONE;
    const void *data = sqlite3_column_blob(stmt, (int)at);
    return bytes_new(vm, data ? data : "", (size_t)sqlite3_column_bytes(stmt, (int)at));
}
static Value names_of(VM *vm, sqlite3_stmt *stmt, int count, int first, const char *(*name_of)(sqlite3_stmt *, int)) {
    Value names = tuple_new(vm, NULL, (size_t)count);
    if (names == VALUE_ERROR) return names;
    for (int i = 0; i < count; i++) {
        const char *text = name_of(stmt, i + first);
        Value name = text ? text_value(vm, text, strlen(text)) : VALUE_NONE;
        if (name == VALUE_ERROR) return name;
        as_tuple(names)->items[i] = name;
    }
    return names;
}
static Value statement_columns(VM *vm, Value *args, uint32_t count) {
    (void)count;
    sqlite3_stmt *stmt = need_statement(vm, args[0]);
    return stmt ? names_of(vm, stmt, sqlite3_column_count(stmt), 0, sqlite3_column_name) : VALUE_ERROR;
}
static Value statement_declared(VM *vm, Value *args, uint32_t count) {
    (void)count;
    sqlite3_stmt *stmt = need_statement(vm, args[0]);
    return stmt ? names_of(vm, stmt, sqlite3_column_count(stmt), 0, sqlite3_column_decltype) : VALUE_ERROR;
}
static Value statement_parameters(VM *vm, Value *args, uint32_t count) {
    (void)count;
    sqlite3_stmt *stmt = need_statement(vm, args[0]);
    return stmt ? names_of(vm, stmt, sqlite3_bind_parameter_count(stmt), 1, sqlite3_bind_parameter_name) : VALUE_ERROR;
}
static Value statement_readonly(VM *vm, Value *args, uint32_t count) {
    (void)count;
    sqlite3_stmt *stmt = need_statement(vm, args[0]);
    return stmt ? from_bool(sqlite3_stmt_readonly(stmt)) : VALUE_ERROR;
}

// ---- the module --------------------------------------------------------------------------------------------------

static Value complete(VM *vm, Value *args, uint32_t count) {
    (void)count;
    return is_str(args[0]) ? from_bool(sqlite3_complete(as_str(args[0])->text)) : raise_type_error(vm, "complete_statement() argument 'statement' must be str, not %T", args[0]);
}
static Value library_version(VM *vm, Value *args, uint32_t count) { return (void)args, (void)count, tuple_pack(vm, 2, str_from_cstring(vm, sqlite3_libversion()), from_small_int(sqlite3_threadsafe())); }

static const NativeDef database_methods[] = {
    {"close", {database_close}, 0, 0, 0, NULL, DOC(NULL)},
    {"prepare", {database_prepare}, 1, 1, 0, NULL, DOC(NULL)},
    {"changes", {database_changes}, 0, 0, 0, NULL, DOC(NULL)},
    {"total_changes", {database_total_changes}, 0, 0, 0, NULL, DOC(NULL)},
    {"last_rowid", {database_last_rowid}, 0, 0, 0, NULL, DOC(NULL)},
    {"in_transaction", {database_in_transaction}, 0, 0, 0, NULL, DOC(NULL)},
    {"interrupt", {database_interrupt}, 0, 0, 0, NULL, DOC(NULL)},
    {"busy_timeout", {database_busy_timeout}, 1, 1, 0, NULL, DOC(NULL)},
    {"limit", {database_limit}, 2, 2, 0, NULL, DOC(NULL)},
    {"config", {database_config}, 2, 2, 0, NULL, DOC(NULL)},
    {"function", {database_function}, 4, 4, 0, NULL, DOC(NULL)},
    {"aggregate", {database_aggregate}, 4, 4, 0, NULL, DOC(NULL)},
    {"collation", {database_collation}, 2, 2, 0, NULL, DOC(NULL)},
    {"hook", {database_hook}, 3, 3, 0, NULL, DOC(NULL)},
    {"backup", {database_backup}, 5, 5, 0, NULL, DOC(NULL)},
    {"serialize", {database_serialize}, 1, 1, 0, NULL, DOC(NULL)},
    {"deserialize", {database_deserialize}, 2, 2, 0, NULL, DOC(NULL)},
    {0},
};
static const NativeDef statement_methods[] = {
    {"close", {statement_close}, 0, 0, 0, NULL, DOC(NULL)},
    {"reset", {statement_reset}, 0, 0, 0, NULL, DOC(NULL)},
    {"bind", {statement_bind}, 2, 2, 0, NULL, DOC(NULL)},
    {"bind_all", {statement_bind_all}, 1, 1, 0, NULL, DOC(NULL)},
    {"step", {statement_step}, 1, 1, 0, NULL, DOC(NULL)},
    {"fetch", {statement_fetch}, 1, 1, 0, NULL, DOC(NULL)},
    {"raw", {statement_raw}, 1, 1, 0, NULL, DOC(NULL)},
    {"columns", {statement_columns}, 0, 0, 0, NULL, DOC(NULL)},
    {"declared", {statement_declared}, 0, 0, 0, NULL, DOC(NULL)},
    {"parameters", {statement_parameters}, 0, 0, 0, NULL, DOC(NULL)},
    {"readonly", {statement_readonly}, 0, 0, 0, NULL, DOC(NULL)},
    {0},
};
static const TypeSpec database_spec = {.name = "_sqlite.Database", .layout = LAYOUT_OTHER, .size = sizeof(Database), .flags = TYPE_FINAL | TYPE_HAS_FINALIZER, .slots = SLOTS(SLOT(construct, database_construct), SLOT(trace, database_trace), SLOT(finalize, database_finalize)), .methods = database_methods};
static const TypeSpec statement_spec = {.name = "_sqlite.Statement", .layout = LAYOUT_OTHER, .size = sizeof(Statement), .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE | TYPE_HAS_FINALIZER, .slots = SLOTS(SLOT(trace, statement_trace), SLOT(finalize, statement_finalize)), .methods = statement_methods};

static bool initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    Value items = tuple_new(vm, NULL, STATE_ITEMS), failure = items == VALUE_ERROR ? items : module_exception_class(vm, "_sqlite", "Failure", vm->types.Exception);
    if (failure == VALUE_ERROR) return false;
    vm->slots_for_modules[MODULE_SLOT_SQLITE] = items;
    as_tuple(items)->items[STATE_FAILURE] = failure;
    Type *database = type_new_from_spec(vm, &database_spec, vm->types.object), *statement = database ? type_new_from_spec(vm, &statement_spec, vm->types.object) : NULL;
    Str *names[2] = {statement ? str_intern(vm, "Failure", 7) : NULL, statement ? str_intern(vm, "Database", 8) : NULL};
    if (!names[0] || !names[1]) return false;
    as_tuple(items)->items[STATE_STATEMENT] = from_object(statement);
    return dict_set_str(vm, space, names[0], failure) && dict_set_str(vm, space, names[1], from_object(database));
}
// sqlite3.enable_callback_tracebacks()
static Value show_errors(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int on = op_truth(vm, args[0]);
    if (on < 0) return VALUE_ERROR;
    as_tuple(vm->slots_for_modules[MODULE_SLOT_SQLITE])->items[STATE_SHOWS_ERRORS] = from_bool(on);
    return VALUE_NONE;
}
static const NativeDef functions[] = {
    {"show_errors", {show_errors}, 1, 1, 0, NULL, DOC(NULL)},
    {"complete", {complete}, 1, 1, 0, NULL, DOC(NULL)},
    {"library_version", {library_version}, 0, 0, 0, NULL, DOC(NULL)},
    {0},
};
const ModuleDef sqlite_module = {"_sqlite", functions, initialize};
