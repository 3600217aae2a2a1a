#define _GNU_SOURCE // timegm
// time: clocks, sleeping, calendar time and its formatting (library reference, "time").
#include "runtime/grants.h"
#include "runtime/modules/datetime_core.h"
#include "runtime/modules/modules.h"
#include "runtime/modules/system_path.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/module.h"
#include "runtime/objects/namespace.h"
#include "runtime/objects/str.h"
#include "runtime/objects/struct_sequence.h"
#include "runtime/thread.h"
#include "runtime/waiting.h"
#include <errno.h>
#include <limits.h>
#include <math.h>
#include <time.h>

static Value seconds_of(VM *vm, clockid_t clock) {
    struct timespec now;
    if (clock_gettime(clock, &now) != 0) return raise_os_error(vm, errno, NULL);
    return float_from_double(vm, (double)now.tv_sec + (double)now.tv_nsec * 1e-9);
}
static Value nanoseconds_of(VM *vm, clockid_t clock) {
    struct timespec now;
    if (clock_gettime(clock, &now) != 0) return raise_os_error(vm, errno, NULL);
    return int_from_int64(vm, (int64_t)now.tv_sec * 1000000000 + now.tv_nsec);
}
#define CLOCK(name, clock)                                                                                             \
    NATIVE_THAT_NEEDS(CLOCK, time_##name, "time." #name) { return (void)args, (void)count, seconds_of(vm, clock); }     \
    NATIVE_THAT_NEEDS(CLOCK, time_##name##_ns, "time." #name "_ns") { return (void)args, (void)count, nanoseconds_of(vm, clock); }
CLOCK(time, CLOCK_REALTIME)
CLOCK(monotonic, CLOCK_MONOTONIC)
CLOCK(process_time, CLOCK_PROCESS_CPUTIME_ID)
CLOCK(thread_time, CLOCK_THREAD_CPUTIME_ID)

enum { SLEEP_PART = WAIT_SLICE * 1000 * 1000 }; // nanoseconds
NATIVE_THAT_NEEDS(CLOCK, time_sleep, "time.sleep") {
    (void)count;
    double seconds;
    Value length = is_float(args[0]) ? args[0] : op_index(vm, args[0]);
    if (length == VALUE_ERROR || !number_to_double(vm, length, &seconds)) return VALUE_ERROR;
    if (isnan(seconds)) return raise_value_error(vm, "Invalid value NaN (not a number)");
    if (seconds < 0) return raise_value_error(vm, "sleep length must be non-negative");
    if (seconds > 9e9) return raise_overflow_error(vm, "timestamp too large to convert to C PyTime_t");
    struct timespec rest = {(time_t)seconds, (long)((seconds - floor(seconds)) * 1e9)};
    for (int failed = 1; failed;) {
        bool is_part = waits_in_slices(vm) && (rest.tv_sec || rest.tv_nsec > SLEEP_PART);
        struct timespec part = is_part ? (struct timespec){0, SLEEP_PART} : rest;
        BLOCKING_BEGIN(vm);
        failed = nanosleep(&part, &part);
        BLOCKING_END(vm);
        if (failed && errno != EINTR) return raise_os_error(vm, errno, NULL);
        if (failed && raise_if_interrupted(vm)) return VALUE_ERROR;
        if (is_part) { // what is left of the part if it was cut short comes with the rest
            long slept = SLEEP_PART - (failed ? part.tv_nsec : 0);
            rest.tv_nsec -= slept;
            if (rest.tv_nsec < 0) rest.tv_sec--, rest.tv_nsec += 1000000000;
            failed = 1;
            if (!wait_looks(vm, true)) return VALUE_ERROR;
        } else if (failed) {
            rest = part;
        }
    }
    return VALUE_NONE;
}

// ---- struct_time: nine numbers, and behind them the zone -------------------------------------------------------------

enum { TIME_VISIBLE = 9, TIME_ITEMS = 11 };
#define ITEM(n, name) {name, struct_item_##n, struct_item_set}
static const GetSetDef struct_time_getset[] = {ITEM(0, "tm_year"), ITEM(1, "tm_mon"),  ITEM(2, "tm_mday"),  ITEM(3, "tm_hour"), ITEM(4, "tm_min"),     ITEM(5, "tm_sec"),
                                               ITEM(6, "tm_wday"), ITEM(7, "tm_yday"), ITEM(8, "tm_isdst"), ITEM(9, "tm_zone"), ITEM(10, "tm_gmtoff"), {0}};
static Value struct_time_construct(VM *vm, Type *type, Value *args, uint32_t count, Value keyword_names) {
    return struct_sequence_construct(vm, type, args, count, keyword_names, TIME_VISIBLE, TIME_ITEMS);
}
static const TypeSpec struct_time_spec = {
    .name = "time.struct_time",
    .layout = LAYOUT_TUPLE,
    .size = sizeof(Tuple),
    .flags = TYPE_FINAL,
    .slots = SLOTS(SLOT(repr, struct_sequence_repr), SLOT(construct, struct_time_construct), SLOT(trace, struct_sequence_trace)),
    .getset = struct_time_getset,
    .methods = struct_sequence_methods,
    .doc = TYPE_DOC("The time value as returned by gmtime(), localtime(), and strptime(), and\naccepted by asctime(), mktime() and strftime()."),
};

static Value struct_time(VM *vm, const struct tm *t) {
    Value items[TIME_ITEMS] = {from_small_int(t->tm_year + 1900), from_small_int(t->tm_mon + 1), from_small_int(t->tm_mday), from_small_int(t->tm_hour),
                               from_small_int(t->tm_min), from_small_int(t->tm_sec), from_small_int((t->tm_wday + 6) % 7), from_small_int(t->tm_yday + 1),
                               from_small_int(t->tm_isdst)};
    items[9] = t->tm_zone ? str_from_cstring(vm, t->tm_zone) : VALUE_NONE;
    items[10] = from_small_int(t->tm_gmtoff);
    return struct_sequence_new_hidden(vm, (Type *)as_object(vm->slots_for_modules[MODULE_SLOT_TIME]), items, TIME_VISIBLE, TIME_ITEMS);
}

static bool timestamp(VM *vm, Value *args, uint32_t count, time_t *out) {
    if (!count || args[0] == VALUE_NONE) {
        *out = time(NULL);
        return grants_allow(vm, GRANT_CLOCK, "the time");
    }
    if (is_int(args[0])) {
        int64_t wide;
        if (!int_to_int64(args[0], &wide)) return raise_overflow_error(vm, "timestamp out of range for platform time_t"), false;
        *out = wide;
        return true;
    }
    double seconds;
    if (!is_float(args[0])) return raise_type_error(vm, "'%T' object cannot be interpreted as an integer", args[0]), false;
    if (!number_to_double(vm, args[0], &seconds)) return false;
    if (isnan(seconds)) return raise_value_error(vm, "Invalid value NaN (not a number)"), false;
    if (!(fabs(seconds) < 6e16)) return raise_overflow_error(vm, "timestamp out of range for platform time_t"), false;
    *out = (time_t)floor(seconds);
    return true;
}

struct tm *time_local(VM *vm, const time_t *when, struct tm *t) {
    if (grants_has(vm, GRANT_CLOCK)) return localtime_r(when, t);
    struct tm *found = gmtime_r(when, t);
    if (found) found->tm_zone = "UTC";
    return found;
}

static Value time_localtime(VM *vm, Value *args, uint32_t count) {
    time_t when;
    struct tm t;
    if (!timestamp(vm, args, count, &when)) return VALUE_ERROR;
    if (!time_local(vm, &when, &t)) return raise_os_error(vm, errno, NULL);
    return struct_time(vm, &t);
}
static Value time_gmtime(VM *vm, Value *args, uint32_t count) {
    time_t when;
    struct tm t;
    if (!timestamp(vm, args, count, &when)) return VALUE_ERROR;
    if (!gmtime_r(&when, &t)) return raise_os_error(vm, errno, NULL);
    return struct_time(vm, &t);
}

// A struct_time or a tuple of nine ints; each within its range, but where the time is computed (mktime carries over).
static bool read_struct_time(VM *vm, Value v, const char *function, bool is_ranged, struct tm *t) {
    memset(t, 0, sizeof *t);
    if (!is_tuple(v)) return raise_type_error(vm, "Tuple or struct_time argument required"), false;
    if (as_tuple(v)->count != 9) return raise_type_error(vm, "%s(): illegal time tuple argument", function), false;
    int n[9];
    for (int i = 0; i < 9; i++)
        if (!system_int(vm, as_tuple(v)->items[i], 0, &n[i])) return false;
    if (n[0] < INT_MIN + 1900) return raise_overflow_error(vm, "year out of range"), false;
    static const char *const names[] = {NULL, "month", "day of month", "hour", "minute", "seconds", NULL, "day of year"};
    static const int least[] = {0, 0, 0, 0, 0, 0, 0, 0}, most[] = {0, 12, 31, 23, 59, 61, 0, 366};
    for (int i = 1; i < 8 && is_ranged; i++)
        if (names[i] && (n[i] < least[i] || n[i] > most[i])) return raise_value_error(vm, "%s out of range", names[i]), false;
    t->tm_year = (int)(n[0] - 1900), t->tm_mon = (int)((unsigned)n[1] - 1), t->tm_mday = n[2], t->tm_hour = (int)n[3], t->tm_min = (int)n[4];
    if (is_ranged && !n[1]) t->tm_mon = 0;
    if (is_ranged && !n[2]) t->tm_mday = 1;
    if (is_ranged && n[6] < -1) return raise_value_error(vm, "day of week out of range"), false;
    if (is_exactly(v, (Type *)as_object(vm->slots_for_modules[MODULE_SLOT_TIME]))) { // a tuple has no zone
        if (is_small_int(as_tuple(v)->items[10])) t->tm_gmtoff = small_int(as_tuple(v)->items[10]);
        if (is_str(as_tuple(v)->items[9])) t->tm_zone = as_str(as_tuple(v)->items[9])->text;
    }
    t->tm_sec = (int)n[5], t->tm_wday = (int)((((int64_t)n[6] + 1) % 7 + 7) % 7), t->tm_yday = n[7] ? (int)((unsigned)n[7] - 1) : 0, t->tm_isdst = (int)n[8];
    return true;
}

static Value time_mktime(VM *vm, Value *args, uint32_t count) {
    (void)count;
    struct tm t;
    if (!read_struct_time(vm, args[0], "mktime", false, &t)) return VALUE_ERROR;
    t.tm_wday = -1;
    time_t when = grants_has(vm, GRANT_CLOCK) ? mktime(&t) : timegm(&t);
    if (when == (time_t)-1 && t.tm_wday == -1) return raise_overflow_error(vm, "mktime argument out of range");
    return float_from_double(vm, (double)when);
}

static bool moment(VM *vm, Value v, const char *function, struct tm *t) {
    if (v != VALUE_UNBOUND) return read_struct_time(vm, v, function, true, t);
    if (!grants_allow(vm, GRANT_CLOCK, "the time")) return false;
    time_t now = time(NULL);
    localtime_r(&now, t);
    return true;
}

static Value time_strftime(VM *vm, Value *args, uint32_t count) {
    struct tm t;
    if (!is_str(args[0])) return raise_type_error(vm, "strftime() argument 1 must be str, not %T", args[0]);
    if (!moment(vm, count > 1 ? args[1] : VALUE_UNBOUND, "strftime", &t)) return VALUE_ERROR;
    Str *format = as_str(args[0]);
    if (!format->size) return vm->empty_str;
    if (memchr(format->text, 0, format->size)) return raise_value_error(vm, "embedded null character");
    if (!t.tm_zone) t.tm_zone = grants_has(vm, GRANT_CLOCK) ? tzname[t.tm_isdst > 0] : "UTC"; // a plain tuple has none
    size_t room = format->size * 32 + 256; // the longest field is well under 32 bytes a directive of two
    char *text = block_new(vm, room);
    if (!text) return VALUE_ERROR;
    size_t size = strftime(text, room, format->text, &t);
    Value result = str_new(vm, text, size);
    block_free(vm, text, room);
    return result;
}

static Value time_asctime(VM *vm, Value *args, uint32_t count) {
    struct tm t;
    static const char days[] = "SunMonTueWedThuFriSat", months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    if (!moment(vm, count ? args[0] : VALUE_UNBOUND, "asctime", &t)) return VALUE_ERROR;
    char text[80];
    snprintf(text, sizeof text, "%.3s %.3s%3d %.2d:%.2d:%.2d %d", days + 3 * t.tm_wday, months + 3 * t.tm_mon, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec,
             1900 + t.tm_year);
    return str_from_cstring(vm, text);
}

static Value time_ctime(VM *vm, Value *args, uint32_t count) {
    time_t when;
    if (!timestamp(vm, args, count, &when)) return VALUE_ERROR;
    Value local = time_localtime(vm, args, count);
    return local == VALUE_ERROR ? VALUE_ERROR : time_asctime(vm, &local, 1);
}

// Parsing is written in Python.
static Value time_strptime(VM *vm, Value *args, uint32_t count) {
    Str *name = str_intern(vm, "_strptime", 9), *function = str_intern(vm, "_strptime_time", 14);
    Value module = name && function ? import_module(vm, name) : VALUE_ERROR;
    return module == VALUE_ERROR ? VALUE_ERROR : call_method(vm, module, function, args, count);
}

static bool clock_number(VM *vm, Value v, clockid_t *out) {
    int number;
    if (!system_int(vm, v, 0, &number)) return false;
    *out = number;
    return true;
}
NATIVE_THAT_NEEDS(CLOCK, time_clock_gettime, "time.clock_gettime") {
    clockid_t clock;
    return (void)count, clock_number(vm, args[0], &clock) ? seconds_of(vm, clock) : VALUE_ERROR;
}
NATIVE_THAT_NEEDS(CLOCK, time_clock_gettime_ns, "time.clock_gettime_ns") {
    clockid_t clock;
    return (void)count, clock_number(vm, args[0], &clock) ? nanoseconds_of(vm, clock) : VALUE_ERROR;
}
NATIVE_THAT_NEEDS(CLOCK, time_clock_getres, "time.clock_getres") {
    clockid_t clock;
    struct timespec step;
    (void)count;
    if (!clock_number(vm, args[0], &clock)) return VALUE_ERROR;
    if (clock_getres(clock, &step) != 0) return raise_os_error(vm, errno, NULL);
    return float_from_double(vm, (double)step.tv_sec + (double)step.tv_nsec * 1e-9);
}
static Value time_get_clock_info(VM *vm, Value *args, uint32_t count) {
    static const struct {
        const char *name, *implementation;
        bool is_monotonic, is_adjustable;
    } clocks[] = {{"time", "clock_gettime(CLOCK_REALTIME)", false, true},
                  {"monotonic", "clock_gettime(CLOCK_MONOTONIC)", true, false},
                  {"perf_counter", "clock_gettime(CLOCK_MONOTONIC)", true, false},
                  {"process_time", "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", true, false},
                  {"thread_time", "clock_gettime(CLOCK_THREAD_CPUTIME_ID)", true, false}};
    (void)count;
    if (!is_str(args[0])) return raise_type_error(vm, "get_clock_info() argument 1 must be str, not %T", args[0]);
    for (size_t i = 0; i < sizeof clocks / sizeof *clocks; i++) {
        if (!str_equals_cstring(as_str(args[0]), clocks[i].name)) continue;
        Type *type = type_new_from_spec(vm, &namespace_spec, vm->types.object);
        Value info = type ? namespace_new(vm, type) : VALUE_ERROR;
        if (info == VALUE_ERROR) return VALUE_ERROR;
        const struct {
            const char *name;
            Value value;
        } fields[] = {{"implementation", str_from_cstring(vm, clocks[i].implementation)},
                      {"monotonic", from_bool(clocks[i].is_monotonic)},
                      {"adjustable", from_bool(clocks[i].is_adjustable)},
                      {"resolution", float_from_double(vm, 1e-9)}};
        for (size_t k = 0; k < 4; k++) {
            Str *name = fields[k].value == VALUE_ERROR ? NULL : str_intern(vm, fields[k].name, strlen(fields[k].name));
            if (!name || !set_attribute(vm, info, name, fields[k].value)) return VALUE_ERROR;
        }
        return info;
    }
    return raise_value_error(vm, "unknown clock");
}

static bool add_zone(VM *vm, Dict *space) {
    bool is_known = grants_has(vm, GRANT_CLOCK);
    if (is_known) {
        time_t now = time(NULL);
        struct tm t;
        tzset();
        localtime_r(&now, &t);
    }
    Value names[2] = {str_from_cstring(vm, is_known ? tzname[0] : "UTC"), str_from_cstring(vm, is_known ? tzname[1] : "UTC")};
    return names[0] != VALUE_ERROR && names[1] != VALUE_ERROR && system_set(vm, space, "tzname", tuple_new(vm, names, 2)) &&
           system_set(vm, space, "timezone", from_small_int(is_known ? timezone : 0)) && system_set(vm, space, "daylight", from_small_int(is_known ? daylight : 0)) &&
           system_set(vm, space, "altzone", from_small_int(is_known ? timezone - (daylight ? 3600 : 0) : 0));
}
NATIVE_THAT_NEEDS(CLOCK, time_tzset, "time.tzset") {
    (void)args, (void)count;
    Str *name = str_intern(vm, "time", 4);
    Value module = name ? import_module(vm, name) : VALUE_ERROR;
    return module != VALUE_ERROR && add_zone(vm, ((Module *)as_object(module))->dict) ? VALUE_NONE : VALUE_ERROR;
}

#define C(name) {#name, name}
static const SystemConstant constants[] = {C(CLOCK_REALTIME), C(CLOCK_MONOTONIC), C(CLOCK_MONOTONIC_RAW), C(CLOCK_PROCESS_CPUTIME_ID), C(CLOCK_THREAD_CPUTIME_ID),
                                           C(CLOCK_BOOTTIME), C(CLOCK_TAI), {"_STRUCT_TM_ITEMS", TIME_ITEMS}};

static bool time_initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    Type *type = struct_sequence_type(vm, &struct_time_spec, TIME_VISIBLE, TIME_ITEMS);
    if (!type || !system_set(vm, space, "struct_time", from_object(type))) return false;
    vm->slots_for_modules[MODULE_SLOT_TIME] = from_object(type);
    return add_zone(vm, space) && SYSTEM_ADD(vm, space, constants);
}

static const NativeDef functions[] = {
    {"time", {time_time}, 0, 0, 0, NULL, DOC("Seconds since the epoch.")},
    {"time_ns", {time_time_ns}, 0, 0, 0, NULL, DOC("Nanoseconds since the epoch.")},
    {"monotonic", {time_monotonic}, 0, 0, 0, NULL, DOC("A clock that cannot go backwards.")},
    {"monotonic_ns", {time_monotonic_ns}, 0, 0, 0, NULL, DOC(NULL)},
    {"perf_counter", {time_monotonic}, 0, 0, 0, NULL, DOC("A clock for measuring short durations.")},
    {"perf_counter_ns", {time_monotonic_ns}, 0, 0, 0, NULL, DOC(NULL)},
    {"process_time", {time_process_time}, 0, 0, 0, NULL, DOC("CPU time of the process.")},
    {"process_time_ns", {time_process_time_ns}, 0, 0, 0, NULL, DOC(NULL)},
    {"thread_time", {time_thread_time}, 0, 0, 0, NULL, DOC("CPU time of the thread.")},
    {"thread_time_ns", {time_thread_time_ns}, 0, 0, 0, NULL, DOC(NULL)},
    {"sleep", {time_sleep}, 1, 1, 0, NULL, DOC("Delays for a number of seconds.")},
    {"localtime", {time_localtime}, 0, 1, 0, NULL, DOC("Local time as a struct_time.")},
    {"gmtime", {time_gmtime}, 0, 1, 0, NULL, DOC("UTC as a struct_time.")},
    {"mktime", {time_mktime}, 1, 1, 0, NULL, DOC("A local struct_time as seconds since the epoch.")},
    {"strftime", {time_strftime}, 1, 2, 0, NULL, DOC("Formats a struct_time.")},
    {"strptime", {time_strptime}, 1, 2, 0, NULL, DOC("Parses a string into a struct_time.")},
    {"clock_gettime", {time_clock_gettime}, 1, 1, 0, NULL, DOC("The time of a clock.")},
    {"clock_gettime_ns", {time_clock_gettime_ns}, 1, 1, 0, NULL, DOC(NULL)},
    {"clock_getres", {time_clock_getres}, 1, 1, 0, NULL, DOC("The precision of a clock.")},
    {"get_clock_info", {time_get_clock_info}, 1, 1, 0, NULL, DOC("What is known of a clock, as a namespace.")},
    {"tzset", {time_tzset}, 0, 0, 0, NULL, DOC("Reads the environment variable TZ again.")},
    {"asctime", {time_asctime}, 0, 1, 0, NULL, DOC("A struct_time as 'Sat Jun  6 16:26:11 1998'.")},
    {"ctime", {time_ctime}, 0, 1, 0, NULL, DOC("Seconds since the epoch as local time in words.")},
    {0},
};
const ModuleDef time_module = {"time", functions, time_initialize};
