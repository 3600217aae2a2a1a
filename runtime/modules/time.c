// time: clocks, sleeping, calendar time and its formatting (library reference, "time").
#include "runtime/modules/modules.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/module.h"
#include "runtime/objects/str.h"
#include <errno.h>
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
#define CLOCK(name, clock)                                                                                                       \
    static Value time_##name(VM *vm, Value *args, uint32_t count) { return (void)args, (void)count, seconds_of(vm, clock); }       \
    static Value time_##name##_ns(VM *vm, Value *args, uint32_t count) { return (void)args, (void)count, nanoseconds_of(vm, clock); }
CLOCK(time, CLOCK_REALTIME)
CLOCK(monotonic, CLOCK_MONOTONIC)
CLOCK(process_time, CLOCK_PROCESS_CPUTIME_ID)
CLOCK(thread_time, CLOCK_THREAD_CPUTIME_ID)

static Value time_sleep(VM *vm, Value *args, uint32_t count) {
    (void)count;
    double seconds;
    if (!number_to_double(vm, args[0], &seconds)) return VALUE_ERROR;
    if (isnan(seconds)) return raise_value_error(vm, "Invalid value NaN (not a number)");
    if (seconds < 0) return raise_value_error(vm, "sleep length must be non-negative");
    if (seconds > 9e9) return raise_overflow_error(vm, "timestamp too large to convert to C PyTime_t");
    struct timespec rest = {(time_t)seconds, (long)((seconds - floor(seconds)) * 1e9)};
    while (nanosleep(&rest, &rest) != 0) {
        if (errno != EINTR) return raise_os_error(vm, errno, NULL);
        if (raise_if_interrupted(vm)) return VALUE_ERROR;
    }
    return VALUE_NONE;
}

// struct_time is made in stdlib/_struct_time.py, a tuple with names; here only its nine numbers and the zone.
static Value struct_time(VM *vm, const struct tm *t) {
    Value fields[11] = {from_small_int(t->tm_year + 1900), from_small_int(t->tm_mon + 1), from_small_int(t->tm_mday), from_small_int(t->tm_hour),
                        from_small_int(t->tm_min), from_small_int(t->tm_sec), from_small_int((t->tm_wday + 6) % 7), from_small_int(t->tm_yday + 1),
                        from_small_int(t->tm_isdst)};
    fields[9] = t->tm_zone ? str_from_cstring(vm, t->tm_zone) : VALUE_NONE;
    fields[10] = from_small_int(t->tm_gmtoff);
    Value tuple = fields[9] == VALUE_ERROR ? VALUE_ERROR : tuple_new(vm, fields, 11);
    if (tuple == VALUE_ERROR) return VALUE_ERROR;
    Str *name = str_intern(vm, "_struct_time", 12);
    Value module = name ? import_module(vm, name) : VALUE_ERROR;
    Str *maker = module == VALUE_ERROR ? NULL : str_intern(vm, "make", 4);
    return maker ? call_method(vm, module, maker, &tuple, 1) : VALUE_ERROR;
}

static bool timestamp(VM *vm, Value *args, uint32_t count, time_t *out) {
    if (!count || args[0] == VALUE_NONE) {
        *out = time(NULL);
        return true;
    }
    double seconds;
    if (!number_to_double(vm, args[0], &seconds)) return false;
    if (!(fabs(seconds) < 6e16)) return raise_overflow_error(vm, "timestamp out of range for platform time_t"), false;
    *out = (time_t)floor(seconds);
    return true;
}

static Value time_localtime(VM *vm, Value *args, uint32_t count) {
    time_t when;
    struct tm t;
    if (!timestamp(vm, args, count, &when)) return VALUE_ERROR;
    if (!localtime_r(&when, &t)) return raise_os_error(vm, errno, NULL);
    return struct_time(vm, &t);
}
static Value time_gmtime(VM *vm, Value *args, uint32_t count) {
    time_t when;
    struct tm t;
    if (!timestamp(vm, args, count, &when)) return VALUE_ERROR;
    if (!gmtime_r(&when, &t)) return raise_os_error(vm, errno, NULL);
    return struct_time(vm, &t);
}

// A struct_time or a tuple of nine ints, each within its range.
static bool read_struct_time(VM *vm, Value v, struct tm *t) {
    memset(t, 0, sizeof *t);
    if (!is_tuple(v) || as_tuple(v)->count < 9) return raise_type_error(vm, "Tuple or struct_time argument required"), false;
    int64_t n[9];
    for (int i = 0; i < 9; i++)
        if (!op_index_int64(vm, as_tuple(v)->items[i], &n[i], true)) return false;
    if (n[0] < -2147481747 || n[0] > 2147485547) return raise_overflow_error(vm, "year out of range"), false;
    static const char *const names[] = {NULL, "month", "day of month", "hour", "minute", "seconds", NULL, "day of year"};
    static const int64_t least[] = {0, 0, 0, 0, 0, 0, 0, 0}, most[] = {0, 12, 31, 23, 59, 61, 0, 366};
    for (int i = 1; i < 8; i++)
        if (names[i] && (n[i] < least[i] || n[i] > most[i])) return raise_value_error(vm, "%s out of range", names[i]), false;
    t->tm_year = (int)(n[0] - 1900), t->tm_mon = n[1] ? (int)n[1] - 1 : 0, t->tm_mday = n[2] ? (int)n[2] : 1, t->tm_hour = (int)n[3], t->tm_min = (int)n[4];
    t->tm_sec = (int)n[5], t->tm_wday = (int)(((n[6] + 1) % 7 + 7) % 7), t->tm_yday = n[7] ? (int)n[7] - 1 : 0, t->tm_isdst = (int)n[8];
    return true;
}

static Value time_mktime(VM *vm, Value *args, uint32_t count) {
    (void)count;
    struct tm t;
    if (!read_struct_time(vm, args[0], &t)) return VALUE_ERROR;
    t.tm_wday = -1;
    time_t when = mktime(&t);
    if (when == (time_t)-1 && t.tm_wday == -1) return raise_overflow_error(vm, "mktime argument out of range");
    return float_from_double(vm, (double)when);
}

static bool moment(VM *vm, Value v, struct tm *t) {
    if (v != VALUE_UNBOUND) return read_struct_time(vm, v, t);
    time_t now = time(NULL);
    localtime_r(&now, t);
    return true;
}

static Value time_strftime(VM *vm, Value *args, uint32_t count) {
    struct tm t;
    if (!is_str(args[0])) return raise_type_error(vm, "strftime() argument 1 must be str, not %T", args[0]);
    if (!moment(vm, count > 1 ? args[1] : VALUE_UNBOUND, &t)) return VALUE_ERROR;
    Str *format = as_str(args[0]);
    if (!format->size) return vm->empty_str;
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
    if (!moment(vm, count ? args[0] : VALUE_UNBOUND, &t)) return VALUE_ERROR;
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

static bool time_initialize(VM *vm, Value module, Dict *space) {
    (void)module;
    time_t now = time(NULL);
    struct tm t;
    tzset();
    localtime_r(&now, &t);
    Value names[2] = {str_from_cstring(vm, tzname[0]), str_from_cstring(vm, tzname[1])};
    if (names[0] == VALUE_ERROR || names[1] == VALUE_ERROR) return false;
    const struct {
        const char *name;
        Value value;
    } constants[] = {{"timezone", from_small_int(timezone)}, {"daylight", from_small_int(daylight)}, {"altzone", from_small_int(timezone - (daylight ? 3600 : 0))},
                     {"tzname", tuple_new(vm, names, 2)}};
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++) {
        Str *name = constants[i].value == VALUE_ERROR ? NULL : str_intern(vm, constants[i].name, strlen(constants[i].name));
        if (!name || !dict_set_str(vm, space, name, constants[i].value)) return false;
    }
    return true;
}

static const NativeDef functions[] = {
    {"time", {time_time}, 0, 0, NULL, 0, "Seconds since the epoch."},
    {"time_ns", {time_time_ns}, 0, 0, NULL, 0, "Nanoseconds since the epoch."},
    {"monotonic", {time_monotonic}, 0, 0, NULL, 0, "A clock that cannot go backwards."},
    {"monotonic_ns", {time_monotonic_ns}, 0, 0, NULL, 0, NULL},
    {"perf_counter", {time_monotonic}, 0, 0, NULL, 0, "A clock for measuring short durations."},
    {"perf_counter_ns", {time_monotonic_ns}, 0, 0, NULL, 0, NULL},
    {"process_time", {time_process_time}, 0, 0, NULL, 0, "CPU time of the process."},
    {"process_time_ns", {time_process_time_ns}, 0, 0, NULL, 0, NULL},
    {"thread_time", {time_thread_time}, 0, 0, NULL, 0, "CPU time of the thread."},
    {"thread_time_ns", {time_thread_time_ns}, 0, 0, NULL, 0, NULL},
    {"sleep", {time_sleep}, 1, 1, NULL, 0, "Delays for a number of seconds."},
    {"localtime", {time_localtime}, 0, 1, NULL, 0, "Local time as a struct_time."},
    {"gmtime", {time_gmtime}, 0, 1, NULL, 0, "UTC as a struct_time."},
    {"mktime", {time_mktime}, 1, 1, NULL, 0, "A local struct_time as seconds since the epoch."},
    {"strftime", {time_strftime}, 1, 2, NULL, 0, "Formats a struct_time."},
    {"asctime", {time_asctime}, 0, 1, NULL, 0, "A struct_time as 'Sat Jun  6 16:26:11 1998'."},
    {"ctime", {time_ctime}, 0, 1, NULL, 0, "Seconds since the epoch as local time in words."},
    {0},
};
const ModuleDef time_module = {"time", functions, time_initialize};
