// _datetime_core: what is used most of datetime's classes (library reference, "datetime"). The classes are stdlib/datetime.py's, with their fields in __slots__;
// graft() puts C functions in the place of some of their methods:
//
//     before   timedelta.__add__: a function of the module
//     after    timedelta.__add__: a slot wrapper, so that timedelta and its subclasses have delta_add itself in their slot (slots.h, function_behind)
//
// Each does what the usual case takes: fields that are all small ints, no zones that have to be asked, a result within bounds. Everything else, and each
// error, goes to the function that was there before (`slow`), so that there is one place for every message.
#include "runtime/attributes.h"
#include "runtime/call.h"
#include "runtime/modules/datetime_core.h"
#include "runtime/modules/modules.h"
#include "runtime/objects/bytes_private.h"
#include "runtime/objects/descriptors.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int.h"
#include "runtime/objects/list.h"
#include "runtime/objects/str.h"
#include "runtime/quick_order.h"
#include "runtime/slots.h"
#include "runtime/type.h"
#include <math.h>

typedef __int128 Wide;

// The methods replaced: SLOW(class, name).
#define SLOWS(SLOW)                                                                                                                       \
    SLOW(delta, __new__) SLOW(delta, __eq__) SLOW(delta, __lt__) SLOW(delta, __le__) SLOW(delta, __gt__) SLOW(delta, __ge__)              \
    SLOW(delta, __hash__) SLOW(delta, __str__) SLOW(delta, __bool__) SLOW(delta, __add__) SLOW(delta, __sub__) SLOW(delta, __neg__)      \
    SLOW(delta, __abs__) SLOW(delta, __mul__) SLOW(delta, __floordiv__) SLOW(delta, __truediv__) SLOW(delta, total_seconds)               \
    SLOW(date, __new__) SLOW(date, __eq__) SLOW(date, __lt__) SLOW(date, __le__) SLOW(date, __gt__) SLOW(date, __ge__)                    \
    SLOW(date, __hash__) SLOW(date, __add__) SLOW(date, __sub__) SLOW(date, toordinal) SLOW(date, weekday) SLOW(date, isoweekday) SLOW(date, fromordinal)         \
    SLOW(date, fromisoformat) SLOW(datetime, fromisoformat) SLOW(date, isoformat) SLOW(datetime, isoformat) SLOW(datetime, timestamp)      \
    SLOW(datetime, __new__) SLOW(datetime, __eq__) SLOW(datetime, __lt__) SLOW(datetime, __le__) SLOW(datetime, __gt__)                   \
    SLOW(datetime, __ge__) SLOW(datetime, __hash__) SLOW(datetime, __add__) SLOW(datetime, __sub__) SLOW(datetime, date) SLOW(datetime, astimezone)      \
    SLOW(datetime, time) SLOW(datetime, combine) SLOW(datetime, __reduce_ex__) SLOW(daytime, __new__) SLOW(daytime, __eq__) SLOW(daytime, __lt__)                       \
    SLOW(daytime, __le__) SLOW(daytime, __gt__) SLOW(daytime, __ge__) SLOW(daytime, __hash__) SLOW(daytime, isoformat)

typedef enum Slow {
#define SLOW(class, method) SLOW_##class##_##method,
    SLOWS(SLOW)
#undef SLOW
        SLOW_COUNT
} Slow;

typedef struct DatetimeState { // an object of the VM, in its module slot
    Object head;
    Value classes; // all of them, as graft() got them
    Type *delta, *date, *datetime, *tzinfo, *daytime, *timezone; // daytime: the class time
    Value slow[SLOW_COUNT];
} DatetimeState;

static inline DatetimeState *state_of(VM *vm) { return (DatetimeState *)as_object(vm->slots_for_modules[MODULE_SLOT_DATETIME]); }

static bool is_a(Value v, const Type *type) { return is_exactly(v, type) || (is_layout(v, LAYOUT_OBJECT) && type_is_subtype(object_type(as_object(v)), type)); }
static Value call_slow(VM *vm, Slow which, const Value *args, uint32_t count) { return call_value(vm, state_of(vm)->slow[which], args, count); }
static Value call_slow_two(VM *vm, Slow which, Value a, Value b) { return call_slow(vm, which, (Value[]){a, b}, 2); }

// ---- the calendar ------------------------------------------------------------------------------------------------

enum { ORDINAL_MAX = 3652059, YEAR_MAX = 9999, DAY_SECONDS = 86400, SECOND_PARTS = 1000000, DELTA_DAYS_MAX = 999999999 };
#define DAY_PARTS ((int64_t)DAY_SECONDS * SECOND_PARTS)

static bool is_leap(int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }
static int64_t days_in_month(int64_t year, int64_t month) { return month == 2 ? 28 + is_leap(year) : 30 + ((month + (month > 7)) & 1); }

static int64_t ordinal_of(int64_t year, int64_t month, int64_t day) {
    static const int16_t before[] = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    int64_t y = year - 1;
    return y * 365 + y / 4 - y / 100 + y / 400 + before[month] + (month > 2 && is_leap(year)) + day;
}

// Days are counted from 1 March, so that the leap day comes last.
void date_of_ordinal(int64_t ordinal, int64_t date[3]) {
    int64_t n = ordinal + 305, year = n / 146097 * 400, centuries, years;
    n %= 146097;
    centuries = n / 36524 < 4 ? n / 36524 : 3, n -= centuries * 36524, year += centuries * 100;
    year += n / 1461 * 4, n %= 1461;
    years = n / 365 < 4 ? n / 365 : 3, n -= years * 365, year += years;
    int64_t month = (5 * n + 2) / 153, day = n - (153 * month + 2) / 5 + 1;
    if (month < 10) month += 3;
    else month -= 9, year++;
    date[0] = year, date[1] = month, date[2] = day;
}

// ---- fields ------------------------------------------------------------------------------------------------------

// Places of the members of __slots__: those of the base first, each class's in the order of their names. graft() looks whether they are there.
enum { DELTA_DAYS, DELTA_HASH, DELTA_PARTS, DELTA_SECONDS };
enum { ZONE_NAME, ZONE_OFFSET };
enum { DAYTIME_FOLD, DAYTIME_HASH, DAYTIME_HOUR, DAYTIME_PARTS, DAYTIME_MINUTE, DAYTIME_SECOND, DAYTIME_ZONE };
enum { DATE_DAY, DATE_HASH, DATE_MONTH, DATE_YEAR, TIME_FOLD, TIME_HOUR, TIME_PARTS, TIME_MINUTE, TIME_SECOND, TIME_ZONE };
// The numbers in the order of their weight.
static const uint8_t delta_places[] = {DELTA_DAYS, DELTA_SECONDS, DELTA_PARTS};
static const uint8_t date_places[] = {DATE_YEAR, DATE_MONTH, DATE_DAY}, time_places[] = {TIME_HOUR, TIME_MINUTE, TIME_SECOND, TIME_PARTS};
static const uint8_t daytime_places[] = {DAYTIME_HOUR, DAYTIME_MINUTE, DAYTIME_SECOND, DAYTIME_PARTS};

static inline Value *fields_of(Value v) { return ((Instance *)as_object(v))->slots; }

// The ints in these slots; false: one is not a small int.
static inline bool load(Value v, const uint8_t *places, unsigned count, int64_t *out) {
    const Value *fields = fields_of(v);
    Value bits = 1;
    for (unsigned i = 0; i < count; i++) {
        bits &= fields[places[i]];
        out[i] = small_int(fields[places[i]]);
    }
    return bits & 1;
}
static inline void store(Value *fields, const uint8_t *places, unsigned count, const int64_t *numbers) {
    for (unsigned i = 0; i < count; i++) fields[places[i]] = from_small_int(numbers[i]);
}
// All values are what the constructors let pass: a script may have written into the slots.
static bool load_delta(Value v, int64_t out[3]) {
    return load(v, delta_places, 3, out) && out[0] >= -DELTA_DAYS_MAX && out[0] <= DELTA_DAYS_MAX && out[1] >= 0 && out[1] < DAY_SECONDS && out[2] >= 0 && out[2] < SECOND_PARTS;
}
static bool is_date(const int64_t date[3]) {
    return date[0] >= 1 && date[0] <= YEAR_MAX && date[1] >= 1 && date[1] <= 12 && date[2] >= 1 && (date[2] <= 28 || date[2] <= days_in_month(date[0], date[1]));
}
static bool is_time(const int64_t time[4]) {
    return time[0] >= 0 && time[0] < 24 && time[1] >= 0 && time[1] < 60 && time[2] >= 0 && time[2] < 60 && time[3] >= 0 && time[3] < SECOND_PARTS;
}
static bool load_date(Value v, int64_t out[3]) { return load(v, date_places, 3, out) && is_date(out); }
static bool load_daytime(Value v, int64_t out[4]) { return load(v, daytime_places, 4, out) && is_time(out); }
static bool load_datetime(Value v, int64_t out[7]) { return load(v, date_places, 3, out) && load(v, time_places, 4, out + 3) && is_date(out) && is_time(out + 3); }

static Wide delta_parts(const int64_t delta[3]) { return ((Wide)delta[0] * DAY_SECONDS + delta[1]) * SECOND_PARTS + delta[2]; }
static int64_t datetime_parts(const int64_t t[7]) { // under 2^59
    return (ordinal_of(t[0], t[1], t[2]) * DAY_SECONDS + (t[3] * 60 + t[4]) * 60 + t[5]) * SECOND_PARTS + t[6];
}

// The microseconds that a zone is ahead of UTC when it is a plain timezone: the same at all times.
static bool fixed_offset(VM *vm, Value zone, Wide *parts) {
    int64_t delta[3];
    const DatetimeState *state = state_of(vm);
    if (!is_exactly(zone, state->timezone)) return false;
    Value offset = fields_of(zone)[ZONE_OFFSET];
    return is_exactly(offset, state->delta) && load_delta(offset, delta) && (*parts = delta_parts(delta), *parts < DAY_PARTS && *parts > -DAY_PARTS);
}
// The moment of a datetime in such a zone, in microseconds of UTC.
static bool fixed_moment(VM *vm, Value v, Wide *parts) {
    int64_t t[7];
    if (!fixed_offset(vm, fields_of(v)[TIME_ZONE], parts) || !load_datetime(v, t)) return false;
    *parts = datetime_parts(t) - *parts;
    return true;
}

// ---- making them -------------------------------------------------------------------------------------------------

// Instances of the class are made as object.__new__ would.
static bool is_plain_class(const Type *type) { return type->layout == LAYOUT_OBJECT && !(type->flags & (TYPE_ABSTRACT | TYPE_HAS_FINALIZER)); }

static Value make_delta(VM *vm, Type *type, int64_t days, int64_t seconds, int64_t parts) {
    Instance *delta = instance_new(vm, type);
    if (!delta) return VALUE_ERROR;
    store(delta->slots, delta_places, 3, (int64_t[]){days, seconds, parts});
    delta->slots[DELTA_HASH] = VALUE_NONE;
    return from_object(delta);
}
// VALUE_UNBOUND: it is too long.
static Value delta_of_parts(VM *vm, Type *type, Wide parts) {
    const Wide bound = (Wide)(DELTA_DAYS_MAX + 1) * DAY_PARTS;
    if (parts >= bound || parts < -(Wide)DELTA_DAYS_MAX * DAY_PARTS) return VALUE_UNBOUND;
    int64_t seconds, rest, days;
    if (parts == (int64_t)parts) {
        int64_t few = (int64_t)parts;
        seconds = few / SECOND_PARTS, rest = few % SECOND_PARTS;
    } else {
        seconds = (int64_t)(parts / SECOND_PARTS), rest = (int64_t)(parts % SECOND_PARTS);
    }
    if (rest < 0) rest += SECOND_PARTS, seconds--;
    days = seconds / DAY_SECONDS, seconds %= DAY_SECONDS;
    if (seconds < 0) seconds += DAY_SECONDS, days--;
    return make_delta(vm, type, days, seconds, rest);
}
static Value make_date(VM *vm, Type *type, const int64_t numbers[3]) {
    Instance *date = instance_new(vm, type);
    if (!date) return VALUE_ERROR;
    store(date->slots, date_places, 3, numbers);
    date->slots[DATE_HASH] = VALUE_NONE;
    return from_object(date);
}
static Value make_datetime(VM *vm, Type *type, const int64_t numbers[7], Value zone, int64_t fold) {
    Instance *datetime = instance_new(vm, type);
    if (!datetime) return VALUE_ERROR;
    store(datetime->slots, date_places, 3, numbers);
    store(datetime->slots, time_places, 4, numbers + 3);
    datetime->slots[DATE_HASH] = VALUE_NONE;
    datetime->slots[TIME_ZONE] = zone;
    datetime->slots[TIME_FOLD] = from_small_int(fold);
    return from_object(datetime);
}

static Value make_daytime(VM *vm, Type *type, const int64_t numbers[4], Value zone, Value fold) {
    Instance *daytime = instance_new(vm, type);
    if (!daytime) return VALUE_ERROR;
    store(daytime->slots, daytime_places, 4, numbers);
    daytime->slots[DAYTIME_HASH] = VALUE_NONE;
    daytime->slots[DAYTIME_ZONE] = zone;
    daytime->slots[DAYTIME_FOLD] = fold;
    return from_object(daytime);
}

// ---- constructors ------------------------------------------------------------------------------------------------

typedef struct Signature {
    const char *who; // "function", or "__new__()": as CPython calls it in its errors
    const char *const *names;
    uint32_t parameters, positional, required;
    Slow slow;
} Signature;

// The place of a keyword; `parameters`: there is none.
static uint32_t place_of(const Signature *signature, const Str *name) {
    uint32_t at = 0;
    while (at < signature->parameters && !str_equals_cstring(name, signature->names[at])) at++;
    return at;
}

// What is wrong with the arguments, in CPython's order. Missing ones are for the slow constructor to say, which looks at those before them first.
static Value refuse_arguments(VM *vm, const Signature *signature, const Value *args, uint32_t count, Value keyword_names, const Value *given) {
    uint32_t named = keyword_count(keyword_names), all = count - 1 + named, most = signature->parameters;
    if (all > most) return raise_type_error(vm, "%s takes at most %u %sarguments (%u given)", signature->who, most, count > 1 ? "" : "keyword ", all);
    if (count - 1 > signature->positional) return raise_type_error(vm, "%s takes at most %u positional arguments (%u given)", signature->who, signature->positional, count - 1);
    Value known[4] = {args[0]};
    for (uint32_t i = 0; i < signature->required; i++) {
        if (given[i] == VALUE_UNBOUND) return call_slow(vm, signature->slow, known, i + 1);
        known[i + 1] = given[i];
    }
    bool is_method = *signature->who == '_';
    for (uint32_t k = 0; k < named; k++) {
        const Str *name = as_str(as_tuple(keyword_names)->items[k]);
        uint32_t at = place_of(signature, name);
        if (at + 1 < count) return raise_type_error(vm, "argument for %s given by name ('%U') and position (%u)", signature->who, name, at + 1);
    }
    for (uint32_t k = 0; k < named; k++) {
        const Str *name = as_str(as_tuple(keyword_names)->items[k]);
        if (place_of(signature, name) == most) return raise_type_error(vm, "'%U' is an invalid keyword argument for %s", name, is_method ? signature->who : "this function");
    }
    return call_slow(vm, signature->slow, args, count);
}

// The arguments after the class, by name; VALUE_UNBOUND: not given. false: there is something wrong with them.
static bool by_name(const Signature *signature, const Value *args, uint32_t count, Value keyword_names, Value *out) {
    bool good = count - 1 <= signature->positional;
    for (uint32_t i = 0; i < signature->parameters; i++) out[i] = i + 1 < count ? args[i + 1] : VALUE_UNBOUND;
    for (uint32_t k = 0, named = keyword_count(keyword_names); k < named; k++) {
        uint32_t at = place_of(signature, as_str(as_tuple(keyword_names)->items[k]));
        if (at == signature->parameters || out[at] != VALUE_UNBOUND) good = false;
        else out[at] = args[count + k];
    }
    for (uint32_t i = 0; i < signature->required; i++) good = good && out[i] != VALUE_UNBOUND;
    return good;
}

static Value construct_slowly(VM *vm, Slow which, const Value *args, uint32_t count, Value keyword_names) {
    return call_keywords(vm, state_of(vm)->slow[which], args, count, keyword_names);
}
static Type *class_to_make(Value v, const Type *base) {
    return is_type(v) && type_is_subtype(as_type(v), base) && is_plain_class(as_type(v)) ? as_type(v) : NULL;
}

static Value delta_construct(VM *vm, Value *args, uint32_t count, Value keyword_names) {
    static const char *const names[] = {"days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"};
    static const int64_t factors[] = {DAY_PARTS, SECOND_PARTS, 1, 1000, 60 * SECOND_PARTS, (int64_t)3600 * SECOND_PARTS, 7 * DAY_PARTS};
    static const Signature signature = {"__new__()", names, 7, 7, 0, SLOW_delta___new__};
    Value given[7];
    Type *type = count ? class_to_make(args[0], state_of(vm)->delta) : NULL;
    if (!type) return construct_slowly(vm, SLOW_delta___new__, args, count, keyword_names);
    if (!by_name(&signature, args, count, keyword_names, given)) return refuse_arguments(vm, &signature, args, count, keyword_names, given);
    Wide parts = 0;
    for (int i = 0; i < 7; i++) {
        if (given[i] == VALUE_UNBOUND) continue;
        if (!is_small_int(given[i])) return construct_slowly(vm, SLOW_delta___new__, args, count, keyword_names);
        parts += (Wide)small_int(given[i]) * factors[i];
    }
    Value result = delta_of_parts(vm, type, parts);
    return result != VALUE_UNBOUND ? result : construct_slowly(vm, SLOW_delta___new__, args, count, keyword_names);
}

// What pickle gives: the fields as bytes, or as a str.
static bool is_state(Value v) { return is_layout(v, LAYOUT_BYTES) || is_str(v); }
// The usual ones: `count` (4 or 10) bytes that are in range, without fold, and no time zone.
static bool read_state(VM *vm, const Value *args, uint32_t given, Value keyword_names, size_t count, int64_t *t) {
    if (given != 2 || keyword_count(keyword_names) || !is_exactly(args[1], vm->types.bytes) || as_bytes(args[1])->size != count) return false;
    const unsigned char *bytes = as_bytes(args[1])->data;
    t[0] = bytes[0] * 256 + bytes[1], t[1] = bytes[2], t[2] = bytes[3];
    if (count == 4) return is_date(t);
    t[3] = bytes[4], t[4] = bytes[5], t[5] = bytes[6], t[6] = (bytes[7] * 256 + bytes[8]) * 256 + bytes[9];
    return is_date(t) && is_time(t + 3);
}

static Value date_construct(VM *vm, Value *args, uint32_t count, Value keyword_names) {
    static const char *const names[] = {"year", "month", "day"};
    static const Signature signature = {"function", names, 3, 3, 3, SLOW_date___new__};
    Value given[3];
    int64_t date[3];
    const DatetimeState *state = state_of(vm);
    Type *type = count ? class_to_make(args[0], state->date) : NULL;
    if (type && type == state->date && read_state(vm, args, count, keyword_names, 4, date)) return make_date(vm, type, date);
    bool plain = type && (type == state->date || !type_is_subtype(type, state->datetime)) && !(count > 1 && is_state(args[1]));
    if (plain && !by_name(&signature, args, count, keyword_names, given)) return refuse_arguments(vm, &signature, args, count, keyword_names, given);
    for (int i = 0; plain && i < 3; i++) {
        plain = is_small_int(given[i]);
        if (plain) date[i] = small_int(given[i]);
    }
    return plain && is_date(date) ? make_date(vm, type, date) : construct_slowly(vm, SLOW_date___new__, args, count, keyword_names);
}

// Of the arguments for a time of day: hour, minute, second and microsecond, which are 0 when not given, at `numbers`, zone and fold behind them. false: for Python.
static bool read_daytime(VM *vm, Value *numbers, int64_t out[4]) {
    enum { ZONE = 4, FOLD };
    for (int i = 0; i < 4; i++) {
        if (numbers[i] == VALUE_UNBOUND) numbers[i] = from_small_int(0);
        if (!is_small_int(numbers[i])) return false;
        out[i] = small_int(numbers[i]);
    }
    if (numbers[ZONE] == VALUE_UNBOUND) numbers[ZONE] = VALUE_NONE;
    if (numbers[FOLD] == VALUE_UNBOUND) numbers[FOLD] = from_small_int(0);
    return is_time(out) && (numbers[ZONE] == VALUE_NONE || is_a(numbers[ZONE], state_of(vm)->tzinfo)) && (numbers[FOLD] == from_small_int(0) || numbers[FOLD] == from_small_int(1));
}

static Value daytime_construct(VM *vm, Value *args, uint32_t count, Value keyword_names) {
    static const char *const names[] = {"hour", "minute", "second", "microsecond", "tzinfo", "fold"};
    static const Signature signature = {"function", names, 6, 5, 0, SLOW_daytime___new__};
    Value given[6];
    int64_t t[4];
    Type *type = count ? class_to_make(args[0], state_of(vm)->daytime) : NULL;
    bool plain = type && !(count > 1 && is_state(args[1]));
    if (plain && !by_name(&signature, args, count, keyword_names, given)) return refuse_arguments(vm, &signature, args, count, keyword_names, given);
    if (!plain || !read_daytime(vm, given, t)) return construct_slowly(vm, SLOW_daytime___new__, args, count, keyword_names);
    return make_daytime(vm, type, t, given[4], given[5]);
}

static Value datetime_construct(VM *vm, Value *args, uint32_t count, Value keyword_names) {
    static const char *const names[] = {"year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold"};
    static const Signature signature = {"function", names, 9, 8, 3, SLOW_datetime___new__};
    enum { ZONE = 7, FOLD };
    Value given[9];
    int64_t t[7];
    Type *type = count ? class_to_make(args[0], state_of(vm)->datetime) : NULL;
    if (type && read_state(vm, args, count, keyword_names, 10, t)) return make_datetime(vm, type, t, VALUE_NONE, 0);
    bool plain = type && !(count > 1 && is_state(args[1]));
    if (plain && !by_name(&signature, args, count, keyword_names, given)) return refuse_arguments(vm, &signature, args, count, keyword_names, given);
    for (int i = 0; plain && i < 3; i++) {
        plain = is_small_int(given[i]);
        if (plain) t[i] = small_int(given[i]);
    }
    if (!plain || !is_date(t) || !read_daytime(vm, given + 3, t + 3)) return construct_slowly(vm, SLOW_datetime___new__, args, count, keyword_names);
    return make_datetime(vm, type, t, given[ZONE], small_int(given[FOLD]));
}

static const NativeDef delta_new = {"__new__", {.raw = delta_construct}, 0, -1, NATIVE_RAW, NULL, DOC("Create and return a new object.  See help(type) for accurate signature.")};
static const NativeDef date_new = {"__new__", {.raw = date_construct}, 0, -1, NATIVE_RAW, NULL, DOC("Create and return a new object.  See help(type) for accurate signature.")};
static const NativeDef daytime_new = {"__new__", {.raw = daytime_construct}, 0, -1, NATIVE_RAW, NULL, DOC("Create and return a new object.  See help(type) for accurate signature.")};
static const NativeDef datetime_new = {"__new__", {.raw = datetime_construct}, 0, -1, NATIVE_RAW, NULL, DOC("Create and return a new object.  See help(type) for accurate signature.")};

// ---- comparing, hashing ------------------------------------------------------------------------------------------

// Of the numbers in these slots the first that differ tell. ORDER_UNKNOWN: they are not small ints.
static int order_of(const Value *a, const Value *b, const uint8_t *places, unsigned count) {
    for (unsigned i = 0; i < count; i++) {
        Value x = a[places[i]], y = b[places[i]];
        if (x != y) return both_small_ints(x, y) ? (int64_t)x < (int64_t)y ? -1 : 1 : ORDER_UNKNOWN;
    }
    return 0;
}
// `first`: the class's __eq__; the others stand behind it in their order. != is what == is not.
static Value compare_slowly(VM *vm, Slow first, Value self, Value other, CompareOp op) {
    if (op != COMPARE_NE) return call_slow_two(vm, (Slow)(first + (op == COMPARE_EQ ? 0 : op - COMPARE_LT + 1)), self, other);
    Value equal = call_slow_two(vm, first, self, other);
    if (equal == VALUE_ERROR || equal == VALUE_NOT_IMPLEMENTED) return equal;
    int truth = op_truth(vm, equal);
    return truth < 0 ? VALUE_ERROR : from_bool(!truth);
}

static Value delta_compare(VM *vm, Value self, Value other, CompareOp op) {
    const Type *type = state_of(vm)->delta;
    if (!is_a(self, type) || !is_a(other, type)) return VALUE_NOT_IMPLEMENTED;
    int sign = order_of(fields_of(self), fields_of(other), delta_places, 3);
    return sign != ORDER_UNKNOWN ? compare_order(sign, op) : compare_slowly(vm, SLOW_delta___eq__, self, other, op);
}
static Value date_compare(VM *vm, Value self, Value other, CompareOp op) {
    const Type *type = state_of(vm)->date;
    if (!is_a(self, type) || !is_a(other, type)) return VALUE_NOT_IMPLEMENTED;
    int sign = order_of(fields_of(self), fields_of(other), date_places, 3);
    return sign != ORDER_UNKNOWN ? compare_order(sign, op) : compare_slowly(vm, SLOW_date___eq__, self, other, op);
}
static Value daytime_compare(VM *vm, Value self, Value other, CompareOp op) {
    const Type *type = state_of(vm)->daytime;
    if (!is_a(self, type) || !is_a(other, type)) return VALUE_NOT_IMPLEMENTED;
    bool same_zone = fields_of(self)[DAYTIME_ZONE] == fields_of(other)[DAYTIME_ZONE];
    int sign = same_zone ? order_of(fields_of(self), fields_of(other), daytime_places, 4) : ORDER_UNKNOWN;
    return sign != ORDER_UNKNOWN ? compare_order(sign, op) : compare_slowly(vm, SLOW_daytime___eq__, self, other, op);
}
static Value datetime_compare(VM *vm, Value self, Value other, CompareOp op) {
    const Type *type = state_of(vm)->datetime;
    if (!is_a(self, type)) return VALUE_NOT_IMPLEMENTED;
    int sign = ORDER_UNKNOWN;
    if (is_a(other, type) && fields_of(self)[TIME_ZONE] == fields_of(other)[TIME_ZONE]) {
        const Value *a = fields_of(self), *b = fields_of(other);
        sign = order_of(a, b, date_places, 3);
        if (!sign) sign = order_of(a, b, time_places, 4);
    } else {
        Wide a, b;
        if (is_a(other, type) && fixed_moment(vm, self, &a) && fixed_moment(vm, other, &b)) sign = (a > b) - (a < b);
    }
    return sign != ORDER_UNKNOWN ? compare_order(sign, op) : compare_slowly(vm, SLOW_datetime___eq__, self, other, op);
}

static bool known_hash(VM *vm, Value self, Value known, Slow which, uint64_t *out) {
    if (!is_small_int(known)) known = call_slow(vm, which, &self, 1);
    if (known == VALUE_ERROR) return false;
    if (!is_small_int(known)) return op_hash(vm, known, out);
    *out = (uint64_t)(small_int(known) == -1 ? -2 : small_int(known));
    return true;
}
static bool delta_hash(VM *vm, Value self, uint64_t *out) { return known_hash(vm, self, fields_of(self)[DELTA_HASH], SLOW_delta___hash__, out); }
// The hash of the bytes it is pickled as (_state() of the class), noted in the instance.
static bool hash_of_state(VM *vm, Value self, const uint8_t *state, size_t size, uint64_t *out) {
    Value bytes = bytes_new(vm, state, size);
    if (bytes == VALUE_ERROR || !op_hash(vm, bytes, out)) return false;
    Value known = int_from_int64(vm, (int64_t)*out);
    if (known == VALUE_ERROR) return false;
    gc_store(vm, as_object(self), &fields_of(self)[DATE_HASH], known);
    return true;
}
static bool daytime_hash(VM *vm, Value self, uint64_t *out) { return known_hash(vm, self, fields_of(self)[DAYTIME_HASH], SLOW_daytime___hash__, out); }
static bool date_hash(VM *vm, Value self, uint64_t *out) {
    int64_t t[3];
    Value known = fields_of(self)[DATE_HASH];
    if (known != VALUE_NONE || !is_exactly(self, state_of(vm)->date) || !load_date(self, t)) return known_hash(vm, self, known, SLOW_date___hash__, out);
    return hash_of_state(vm, self, (uint8_t[]){(uint8_t)(t[0] >> 8), (uint8_t)t[0], (uint8_t)t[1], (uint8_t)t[2]}, 4, out);
}
static bool datetime_hash(VM *vm, Value self, uint64_t *out) {
    int64_t t[7];
    Value known = fields_of(self)[DATE_HASH];
    bool plain = known == VALUE_NONE && is_exactly(self, state_of(vm)->datetime) && fields_of(self)[TIME_ZONE] == VALUE_NONE;
    if (!plain || !load_datetime(self, t)) return known_hash(vm, self, known, SLOW_datetime___hash__, out);
    uint8_t state[10] = {(uint8_t)(t[0] >> 8), (uint8_t)t[0], (uint8_t)t[1], (uint8_t)t[2], (uint8_t)t[3], (uint8_t)t[4], (uint8_t)t[5],
                         (uint8_t)(t[6] >> 16), (uint8_t)(t[6] >> 8), (uint8_t)t[6]};
    return hash_of_state(vm, self, state, sizeof state, out);
}

// ---- timedelta ---------------------------------------------------------------------------------------------------

static int delta_truth(VM *vm, Value self) {
    int64_t a[3];
    if (load_delta(self, a)) return (a[0] | a[1] | a[2]) != 0;
    Value truth = call_slow(vm, SLOW_delta___bool__, &self, 1);
    return truth == VALUE_ERROR ? -1 : op_truth(vm, truth);
}

static Value delta_sum(VM *vm, Value left, Value right, int sign, Slow which) {
    int64_t a[3], b[3];
    if (load_delta(left, a) && load_delta(right, b)) {
        Value result = delta_of_parts(vm, state_of(vm)->delta, delta_parts(a) + sign * delta_parts(b));
        if (result != VALUE_UNBOUND) return result;
    }
    return call_slow_two(vm, which, left, right);
}
static Value delta_add(VM *vm, Value left, Value right) {
    const Type *type = state_of(vm)->delta;
    return is_a(left, type) && is_a(right, type) ? delta_sum(vm, left, right, 1, SLOW_delta___add__) : VALUE_NOT_IMPLEMENTED;
}
static Value delta_subtract(VM *vm, Value left, Value right) {
    const Type *type = state_of(vm)->delta;
    return is_a(left, type) && is_a(right, type) ? delta_sum(vm, left, right, -1, SLOW_delta___sub__) : VALUE_NOT_IMPLEMENTED;
}

static Value delta_signed(VM *vm, Value self, bool negative, Slow which) {
    int64_t a[3];
    Value result = VALUE_UNBOUND;
    if (load_delta(self, a)) result = delta_of_parts(vm, state_of(vm)->delta, negative ? -delta_parts(a) : delta_parts(a));
    return result != VALUE_UNBOUND ? result : call_slow(vm, which, &self, 1);
}
static Value delta_negative(VM *vm, Value self) { return delta_signed(vm, self, true, SLOW_delta___neg__); }
static Value delta_absolute(VM *vm, Value self) {
    Value days = fields_of(self)[DELTA_DAYS];
    return delta_signed(vm, self, is_small_int(days) && small_int(days) < 0, SLOW_delta___abs__);
}

static Value delta_multiply(VM *vm, Value left, Value right) {
    if (!is_a(left, state_of(vm)->delta)) {
        Value swapped = left;
        left = right, right = swapped;
    }
    int64_t a[3];
    if (is_small_int(right) && load_delta(left, a)) {
        Wide product;
        if (!__builtin_mul_overflow(delta_parts(a), (Wide)small_int(right), &product)) {
            Value result = delta_of_parts(vm, state_of(vm)->delta, product);
            if (result != VALUE_UNBOUND) return result;
        }
    }
    return call_slow_two(vm, SLOW_delta___mul__, left, right);
}

static Wide floor_quotient(Wide a, Wide b) { return a / b - (a % b != 0 && (a < 0) != (b < 0)); }
// Half to even.
static Wide rounded_quotient(Wide a, Wide b) {
    Wide quotient = floor_quotient(a, b), rest = a - quotient * b, twice = 2 * rest;
    bool up = b > 0 ? twice > b : twice < b;
    return quotient + (up || (twice == b && quotient & 1));
}
// a / b where both and the quotient are exact as doubles, or b is an int.
static Value delta_divide(VM *vm, Value left, Value right) {
    const Type *type = state_of(vm)->delta;
    int64_t a[3], b[3];
    if (!is_a(left, type)) return VALUE_NOT_IMPLEMENTED;
    if (is_a(right, type) && load_delta(left, a) && load_delta(right, b)) {
        const Wide exact = (Wide)1 << 53;
        Wide over = delta_parts(a), under = delta_parts(b);
        if (under && over <= exact && over >= -exact && under <= exact && under >= -exact) return float_from_double(vm, (double)over / (double)under);
    }
    if (is_small_int(right) && right != from_small_int(0) && load_delta(left, a)) {
        Value result = delta_of_parts(vm, state_of(vm)->delta, rounded_quotient(delta_parts(a), small_int(right)));
        if (result != VALUE_UNBOUND) return result;
    }
    return call_slow_two(vm, SLOW_delta___truediv__, left, right);
}
static Value delta_floor_divide(VM *vm, Value left, Value right) {
    const Type *type = state_of(vm)->delta;
    int64_t a[3], b[3];
    if (!is_a(left, type)) return VALUE_NOT_IMPLEMENTED;
    if (load_delta(left, a)) {
        Wide over = delta_parts(a), quotient;
        if (is_small_int(right) && right != from_small_int(0)) {
            Value result = delta_of_parts(vm, state_of(vm)->delta, floor_quotient(over, small_int(right)));
            if (result != VALUE_UNBOUND) return result;
        } else if (is_a(right, type) && load_delta(right, b) && delta_parts(b)) {
            quotient = floor_quotient(over, delta_parts(b));
            if (quotient == (int64_t)quotient) return int_from_int64(vm, (int64_t)quotient);
        }
    }
    return call_slow_two(vm, SLOW_delta___floordiv__, left, right);
}

static Value delta_total_seconds(VM *vm, Value *args, uint32_t count) {
    int64_t a[3];
    if (load_delta(args[0], a)) {
        Wide parts = delta_parts(a);
        if (parts <= (Wide)1 << 53 && parts >= -((Wide)1 << 53)) return float_from_double(vm, (double)(int64_t)parts / SECOND_PARTS);
    }
    return call_slow(vm, SLOW_delta_total_seconds, args, count);
}

// ---- date --------------------------------------------------------------------------------------------------------

// VALUE_UNBOUND: out of range.
static Value date_moved(VM *vm, Value self, const int64_t date[3], int64_t days) {
    int64_t n = ordinal_of(date[0], date[1], date[2]) + days, moved[3];
    if (n < 1 || n > ORDINAL_MAX) return VALUE_UNBOUND;
    date_of_ordinal(n, moved);
    Type *type = object_type(as_object(self));
    if (type == state_of(vm)->date) return make_date(vm, type, moved);
    return call_value(vm, from_object(type), (Value[]){from_small_int(moved[0]), from_small_int(moved[1]), from_small_int(moved[2])}, 3);
}
static Value date_add(VM *vm, Value left, Value right) {
    const DatetimeState *state = state_of(vm);
    int64_t date[3], delta[3];
    if (!is_a(left, state->date)) {
        Value swapped = left;
        left = right, right = swapped;
    }
    if (!is_a(left, state->date) || !is_a(right, state->delta)) return VALUE_NOT_IMPLEMENTED;
    Value result = load_date(left, date) && load_delta(right, delta) ? date_moved(vm, left, date, delta[0]) : VALUE_UNBOUND;
    return result != VALUE_UNBOUND ? result : call_slow_two(vm, SLOW_date___add__, left, right);
}
static Value date_subtract(VM *vm, Value left, Value right) {
    const DatetimeState *state = state_of(vm);
    int64_t a[3], b[3];
    if (!is_a(left, state->date) || is_a(left, state->datetime)) return VALUE_NOT_IMPLEMENTED; // the latter's slot is another one: it was asked already
    Value result = VALUE_UNBOUND;
    if (is_a(right, state->delta) && load_date(left, a) && load_delta(right, b)) result = date_moved(vm, left, a, -b[0]);
    else if (is_a(right, state->date) && !is_a(right, state->datetime) && load_date(left, a) && load_date(right, b))
        result = make_delta(vm, state->delta, ordinal_of(a[0], a[1], a[2]) - ordinal_of(b[0], b[1], b[2]), 0, 0);
    return result != VALUE_UNBOUND ? result : call_slow_two(vm, SLOW_date___sub__, left, right);
}

static Value date_toordinal(VM *vm, Value *args, uint32_t count) {
    int64_t date[3];
    return load_date(args[0], date) ? from_small_int(ordinal_of(date[0], date[1], date[2])) : call_slow(vm, SLOW_date_toordinal, args, count);
}
static Value date_weekday(VM *vm, Value *args, uint32_t count) {
    int64_t date[3];
    return load_date(args[0], date) ? from_small_int((ordinal_of(date[0], date[1], date[2]) + 6) % 7) : call_slow(vm, SLOW_date_weekday, args, count);
}
static Value date_isoweekday(VM *vm, Value *args, uint32_t count) {
    int64_t date[3];
    return load_date(args[0], date) ? from_small_int((ordinal_of(date[0], date[1], date[2]) + 6) % 7 + 1) : call_slow(vm, SLOW_date_isoweekday, args, count);
}

// Ordinal of the Monday that starts week 1 of the ISO year: the week with 4 January.
static int64_t first_monday(int64_t year) {
    int64_t fourth = ordinal_of(year, 1, 4);
    return fourth - (fourth + 6) % 7;
}
// iso_calendar(date): ISO year, week and weekday. None: the Python way is to be gone.
static Value iso_calendar(VM *vm, Value *args, uint32_t count) {
    (void)count;
    int64_t date[3];
    const DatetimeState *state = state_of(vm);
    if (!state->date || !is_a(args[0], state->date) || !load_date(args[0], date)) return VALUE_NONE;
    int64_t today = ordinal_of(date[0], date[1], date[2]), year = date[0];
    if (today < first_monday(year)) year--;
    else if (today >= first_monday(year + 1)) year++;
    int64_t days = today - first_monday(year);
    return tuple_pack(vm, 3, from_small_int(year), from_small_int(days / 7 + 1), from_small_int(days % 7 + 1));
}

static Value date_fromordinal(VM *vm, Value *args, uint32_t count) {
    DatetimeState *state = state_of(vm);
    if (args[0] != from_object(state->date) || !is_small_int(args[1]) || small_int(args[1]) < 1 || small_int(args[1]) > ORDINAL_MAX)
        return call_slow(vm, SLOW_date_fromordinal, args, count);
    int64_t date[3];
    date_of_ordinal(small_int(args[1]), date);
    return make_date(vm, state->date, date);
}

// The number that the `count` characters at `text` are the digits of, -1: they are not all digits.
static int64_t digits_at(const char *text, size_t count) {
    int64_t number = 0;
    for (size_t i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9') return -1;
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

// The numbers of YYYY-MM-DD, or of YYYY-MM-DDTHH:MM:SS[.f...] (or with a space); false: the text is anything else, or a number is out of its range.
static bool read_iso(const char *t, size_t size, bool with_time, int64_t out[7]) {
    if (!(size == 10 || (with_time && (size == 19 || (size > 20 && size <= 26 && t[19] == '.')))) || t[4] != '-' || t[7] != '-') return false;
    out[0] = digits_at(t, 4), out[1] = digits_at(t + 5, 2), out[2] = digits_at(t + 8, 2);
    out[3] = out[4] = out[5] = out[6] = 0;
    if (size == 10) return is_date(out);
    if ((t[10] != 'T' && t[10] != ' ') || t[13] != ':' || t[16] != ':') return false;
    out[3] = digits_at(t + 11, 2), out[4] = digits_at(t + 14, 2), out[5] = digits_at(t + 17, 2);
    if (size > 20) {
        out[6] = digits_at(t + 20, size - 20);
        for (size_t i = size; i < 26; i++) out[6] *= 10;
    }
    return is_date(out) && is_time(out + 3);
}
static Value date_fromisoformat(VM *vm, Value *args, uint32_t count) {
    Type *date = state_of(vm)->date;
    int64_t t[7];
    return args[0] == from_object(date) && is_str(args[1]) && read_iso(as_str(args[1])->text, as_str(args[1])->size, false, t) ? make_date(vm, date, t) : call_slow(vm, SLOW_date_fromisoformat, args, count);
}

// ---- datetime ----------------------------------------------------------------------------------------------------

// Bytes of the Z or +HH:MM that the text ends with, behind seconds; 0: neither.
enum { LOCAL = 19 /* YYYY-MM-DDTHH:MM:SS */, OFFSET = 6 };
static size_t zone_at_end(const char *text, size_t size) {
    if (text[size - 1] == 'Z') return 1;
    bool is_offset = size >= LOCAL + OFFSET && (text[size - OFFSET] == '+' || text[size - OFFSET] == '-') && text[size - 3] == ':';
    return is_offset ? OFFSET : 0;
}
// The timezone of such a text; VALUE_UNBOUND: it is none.
static Value zone_of_text(VM *vm, const char *text, size_t size) {
    DatetimeState *state = state_of(vm);
    int64_t hours = size == 1 ? 0 : digits_at(text + 1, 2), minutes = size == 1 ? 0 : digits_at(text + 4, 2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return VALUE_UNBOUND;
    int64_t seconds = (hours * 60 + minutes) * 60;
    Value delta = delta_of_parts(vm, state->delta, (Wide)(*text == '-' ? -seconds : seconds) * SECOND_PARTS);
    return delta == VALUE_ERROR ? VALUE_ERROR : call_value(vm, from_object(state->timezone), &delta, 1); // timezone.utc itself, for no offset
}
static Value datetime_fromisoformat(VM *vm, Value *args, uint32_t count) {
    Type *datetime = state_of(vm)->datetime;
    int64_t t[7];
    if (args[0] == from_object(datetime) && is_str(args[1])) {
        const char *text = as_str(args[1])->text;
        size_t size = as_str(args[1])->size, of_zone = size > LOCAL ? zone_at_end(text, size) : 0;
        if (read_iso(text, size - of_zone, true, t)) {
            Value zone = of_zone ? zone_of_text(vm, text + size - of_zone, of_zone) : VALUE_NONE;
            if (zone == VALUE_ERROR) return VALUE_ERROR;
            if (zone != VALUE_UNBOUND) return make_datetime(vm, datetime, t, zone, 0);
        }
    }
    return call_slow(vm, SLOW_datetime_fromisoformat, args, count);
}

// Whether another moment, earlier, has the same local time: then the clock was put back between them.
static bool is_repeated(VM *vm, time_t when, const struct tm *there) {
    struct tm other;
    time_t before = when - DAY_SECONDS;
    if (!time_local(vm, &before, &other) || there->tm_gmtoff >= other.tm_gmtoff) return false;
    long shift = there->tm_gmtoff - other.tm_gmtoff;
    before = when + shift;
    return time_local(vm, &before, &other) && other.tm_gmtoff == there->tm_gmtoff - shift;
}
// moment(class, timestamp, utc, zone): the datetime of that class and zone with the fields of the moment in UTC or local time; None: it is for Python.
static Value moment(VM *vm, Value *args, uint32_t count) {
    (void)count;
    const Type *datetime = state_of(vm)->datetime;
    double stamp = is_small_int(args[1]) ? (double)small_int(args[1]) : is_inline_float(args[1]) ? float_value(args[1]) : -1;
    if (args[0] != from_object(datetime) || !(stamp >= 2 * DAY_SECONDS && stamp < 1e11)) return VALUE_NONE;
    time_t when = (time_t)stamp;
    int64_t parts = (int64_t)nearbyint((stamp - (double)when) * 1e6);
    if (parts == SECOND_PARTS) when++, parts = 0;
    struct tm there;
    bool utc = args[2] == VALUE_TRUE;
    if (!(utc ? gmtime_r(&when, &there) : time_local(vm, &when, &there))) return VALUE_NONE;
    int64_t t[7] = {there.tm_year + 1900, there.tm_mon + 1, there.tm_mday, there.tm_hour, there.tm_min, there.tm_sec > 59 ? 59 : there.tm_sec, parts};
    return make_datetime(vm, as_type(args[0]), t, args[3], !utc && is_repeated(vm, when, &there));
}

// VALUE_UNBOUND: out of range.
static bool is_in_range(Wide parts) { return parts >= DAY_PARTS && parts < (ORDINAL_MAX + 1) * (Wide)DAY_PARTS; }
static Value datetime_of_parts(VM *vm, Wide parts, Value zone) {
    if (!is_in_range(parts)) return VALUE_UNBOUND;
    int64_t all = (int64_t)parts, seconds = all / SECOND_PARTS, out[7], of_day = seconds % DAY_SECONDS;
    date_of_ordinal(seconds / DAY_SECONDS, out);
    out[3] = of_day / 3600, out[4] = of_day / 60 % 60, out[5] = of_day % 60, out[6] = all % SECOND_PARTS;
    return make_datetime(vm, state_of(vm)->datetime, out, zone, 0);
}
// By a timedelta (sign -1: back). Of exactly that class; VALUE_UNBOUND: it is another one, or out of range.
static Value datetime_moved(VM *vm, Value self, const int64_t t[7], const int64_t delta[3], int sign) {
    if (!is_exactly(self, state_of(vm)->datetime)) return VALUE_UNBOUND;
    int64_t parts = t[6] + sign * delta[2], carry = parts >= SECOND_PARTS ? 1 : -(parts < 0);
    int64_t seconds = (t[3] * 60 + t[4]) * 60 + t[5] + sign * delta[1] + carry, day = seconds >= DAY_SECONDS ? 1 : -(seconds < 0);
    int64_t out[7] = {t[0], t[1], t[2]}, days = sign * delta[0] + day;
    if (t[2] + days >= 1 && t[2] + days <= 28) out[2] += days; // in the same month for sure
    else if (days) {
        int64_t ordinal = ordinal_of(t[0], t[1], t[2]) + days;
        if (ordinal < 1 || ordinal > ORDINAL_MAX) return VALUE_UNBOUND;
        date_of_ordinal(ordinal, out);
    }
    uint32_t of_day = (uint32_t)(seconds - day * DAY_SECONDS);
    out[3] = of_day / 3600, out[4] = of_day / 60 % 60, out[5] = of_day % 60, out[6] = parts - carry * SECOND_PARTS;
    return make_datetime(vm, state_of(vm)->datetime, out, fields_of(self)[TIME_ZONE], 0);
}
static Value datetime_add(VM *vm, Value left, Value right) {
    const DatetimeState *state = state_of(vm);
    int64_t t[7], delta[3];
    if (!is_a(left, state->datetime)) {
        Value swapped = left;
        left = right, right = swapped;
    }
    if (!is_a(left, state->datetime) || !is_a(right, state->delta)) return VALUE_NOT_IMPLEMENTED;
    Value result = load_datetime(left, t) && load_delta(right, delta) ? datetime_moved(vm, left, t, delta, 1) : VALUE_UNBOUND;
    return result != VALUE_UNBOUND ? result : call_slow_two(vm, SLOW_datetime___add__, left, right);
}
static Value datetime_subtract(VM *vm, Value left, Value right) {
    const DatetimeState *state = state_of(vm);
    int64_t a[7], b[7];
    Wide mine, other;
    if (!is_a(left, state->datetime)) return VALUE_NOT_IMPLEMENTED;
    Value result = VALUE_UNBOUND;
    if (is_a(right, state->delta) && load_datetime(left, a) && load_delta(right, b)) result = datetime_moved(vm, left, a, b, -1);
    else if (is_a(right, state->datetime) && fields_of(left)[TIME_ZONE] == fields_of(right)[TIME_ZONE] && load_datetime(left, a) && load_datetime(right, b))
        result = delta_of_parts(vm, state->delta, (Wide)datetime_parts(a) - datetime_parts(b));
    else if (is_a(right, state->datetime) && fixed_moment(vm, left, &mine) && fixed_moment(vm, right, &other)) result = delta_of_parts(vm, state->delta, mine - other);
    return result != VALUE_UNBOUND ? result : call_slow_two(vm, SLOW_datetime___sub__, left, right);
}
static Value datetime_date(VM *vm, Value *args, uint32_t count) {
    int64_t date[3];
    return load_date(args[0], date) ? make_date(vm, state_of(vm)->date, date) : call_slow(vm, SLOW_datetime_date, args, count);
}

static Value datetime_time(VM *vm, Value *args, uint32_t count) {
    int64_t t[4];
    return load(args[0], time_places, 4, t) && is_time(t) ? make_daytime(vm, state_of(vm)->daytime, t, VALUE_NONE, fields_of(args[0])[TIME_FOLD]) : call_slow(vm, SLOW_datetime_time, args, count);
}
static Value datetime_combine(VM *vm, Value *args, uint32_t count) {
    const DatetimeState *state = state_of(vm);
    int64_t t[7];
    if (count > 3 && args[3] == VALUE_UNBOUND) count = 3;
    Value zone = count > 3 ? args[3] : VALUE_TRUE;
    bool plain = args[0] == from_object(state->datetime) && (is_exactly(args[1], state->date) || is_exactly(args[1], state->datetime)) && is_exactly(args[2], state->daytime);
    if (plain && zone == VALUE_TRUE) zone = fields_of(args[2])[DAYTIME_ZONE];
    plain = plain && (zone == VALUE_NONE || is_a(zone, state->tzinfo)) && is_small_int(fields_of(args[2])[DAYTIME_FOLD]) && load_date(args[1], t) && load_daytime(args[2], t + 3);
    return plain ? make_datetime(vm, state->datetime, t, zone, small_int(fields_of(args[2])[DAYTIME_FOLD])) : call_slow(vm, SLOW_datetime_combine, args, count);
}

// From a plain timezone to another zone.
static Value datetime_astimezone(VM *vm, Value *args, uint32_t count) {
    const DatetimeState *state = state_of(vm);
    Wide moment, offset;
    Value result = VALUE_UNBOUND;
    if (count > 1 && is_a(args[1], state->tzinfo) && is_exactly(args[0], state->datetime) && args[1] != fields_of(args[0])[TIME_ZONE] && fixed_moment(vm, args[0], &moment) && is_in_range(moment)) {
        bool is_fixed = fixed_offset(vm, args[1], &offset);
        result = datetime_of_parts(vm, moment + (is_fixed ? offset : 0), args[1]);
        Str *fromutc = is_fixed || result == VALUE_UNBOUND || result == VALUE_ERROR ? NULL : str_intern(vm, "fromutc", 7);
        if (fromutc) return call_method(vm, args[1], fromutc, &result, 1);
    }
    return result != VALUE_UNBOUND ? result : call_slow(vm, SLOW_datetime_astimezone, args, count > 1 && args[1] == VALUE_UNBOUND ? 1 : count);
}

// ---- as text -----------------------------------------------------------------------------------------------------

static char *write_number(char *out, int64_t number, int digits) {
    for (int i = digits; i-- > 0; number /= 10) out[i] = (char)('0' + number % 10);
    return out + digits;
}
static char *write_date(char *out, const int64_t date[3]) {
    out = write_number(out, date[0], 4);
    *out++ = '-';
    out = write_number(out, date[1], 2);
    *out++ = '-';
    return write_number(out, date[2], 2);
}
static Value text_of_date(VM *vm, const int64_t date[3]) {
    char text[16];
    return str_new(vm, text, (size_t)(write_date(text, date) - text));
}
static char *write_offset(char *out, int64_t parts) {
    *out++ = parts < 0 ? '-' : '+';
    int64_t all = parts < 0 ? -parts : parts, seconds = all / SECOND_PARTS;
    out = write_number(out, seconds / 3600, 2), *out++ = ':', out = write_number(out, seconds / 60 % 60, 2);
    if (all % (60 * (int64_t)SECOND_PARTS)) *out++ = ':', out = write_number(out, seconds % 60, 2);
    if (all % SECOND_PARTS) *out++ = '.', out = write_number(out, all % SECOND_PARTS, 6);
    return out;
}
// Of a datetime that has no zone or a plain timezone.
static bool is_text_plain(VM *vm, Value v, int64_t t[7], Wide *offset, bool *has_zone) {
    Value zone = fields_of(v)[TIME_ZONE];
    *has_zone = zone != VALUE_NONE;
    return (!*has_zone || fixed_offset(vm, zone, offset)) && load_datetime(v, t);
}
static char *write_time(char *out, const int64_t time[4]) {
    for (int i = 0; i < 3; i++) {
        if (i) *out++ = ':';
        out = write_number(out, time[i], 2);
    }
    if (time[3]) *out++ = '.', out = write_number(out, time[3], 6);
    return out;
}
static Value text_of_datetime(VM *vm, const int64_t t[7], char separator, const Wide *offset) {
    char text[64], *end = write_date(text, t);
    *end++ = separator, end = write_time(end, t + 3);
    if (offset) end = write_offset(end, (int64_t)*offset);
    return str_new(vm, text, (size_t)(end - text));
}

static Value date_isoformat(VM *vm, Value *args, uint32_t count) {
    int64_t date[3];
    return load_date(args[0], date) ? text_of_date(vm, date) : call_slow(vm, SLOW_date_isoformat, args, count);
}
static Value datetime_isoformat(VM *vm, Value *args, uint32_t count) {
    int64_t t[7];
    Wide offset;
    bool has_zone;
    Value separator = count > 1 ? args[1] : VALUE_UNBOUND, timespec = count > 2 ? args[2] : VALUE_UNBOUND;
    bool plain = timespec == VALUE_UNBOUND;
    if (plain && separator != VALUE_UNBOUND) plain = is_exactly(separator, vm->types.str) && as_str(separator)->size == 1;
    if (plain && is_text_plain(vm, args[0], t, &offset, &has_zone)) return text_of_datetime(vm, t, separator == VALUE_UNBOUND ? 'T' : as_str(separator)->text[0], has_zone ? &offset : NULL);
    Value given[] = {args[0], separator, timespec};
    if (separator == VALUE_UNBOUND && timespec != VALUE_UNBOUND) given[1] = str_from_cstring(vm, "T");
    if (given[1] == VALUE_ERROR) return VALUE_ERROR;
    return call_slow(vm, SLOW_datetime_isoformat, given, timespec != VALUE_UNBOUND ? 3 : separator != VALUE_UNBOUND ? 2 : 1);
}
static Value date_str(VM *vm, Value self) {
    int64_t date[3];
    if (is_exactly(self, state_of(vm)->date) && load_date(self, date)) return text_of_date(vm, date);
    return call_method(vm, self, vm->names.isoformat, NULL, 0);
}
static Value datetime_str(VM *vm, Value self) {
    int64_t t[7];
    Wide offset;
    bool has_zone;
    if (is_exactly(self, state_of(vm)->datetime) && is_text_plain(vm, self, t, &offset, &has_zone)) return text_of_datetime(vm, t, ' ', has_zone ? &offset : NULL);
    Value space = str_from_cstring(vm, " ");
    return space == VALUE_ERROR ? VALUE_ERROR : call_method(vm, self, vm->names.isoformat, &space, 1);
}

// For pickle and copy: the ten bytes that read_state takes, and the zone if there is one. The month has the fold, in protocols that know it.
static Value datetime_reduce_ex(VM *vm, Value *args, uint32_t count) {
    int64_t t[7], protocol;
    if (!op_index_int64(vm, args[1], &protocol, false)) return VALUE_ERROR;
    if (!load_datetime(args[0], t)) return call_slow(vm, SLOW_datetime___reduce_ex__, args, count);
    const Value *fields = fields_of(args[0]);
    bool is_fold = fields[TIME_FOLD] != from_small_int(0) && protocol > 3;
    unsigned char packed[10] = {(unsigned char)(t[0] >> 8), (unsigned char)t[0], (unsigned char)(t[1] | (is_fold ? 128 : 0)), (unsigned char)t[2], (unsigned char)t[3], (unsigned char)t[4],
                                (unsigned char)t[5], (unsigned char)(t[6] >> 16), (unsigned char)(t[6] >> 8), (unsigned char)t[6]};
    Value class = get_attribute(vm, args[0], vm->names.__class__), state = class == VALUE_ERROR ? class : bytes_new(vm, packed, sizeof packed);
    if (state == VALUE_ERROR) return VALUE_ERROR;
    Value zone = fields_of(args[0])[TIME_ZONE];
    Value arguments = zone == VALUE_NONE ? tuple_pack(vm, 1, state) : tuple_pack(vm, 2, state, zone);
    return arguments == VALUE_ERROR ? arguments : tuple_pack(vm, 2, class, arguments);
}

// Of a time without a zone.
static Value daytime_isoformat(VM *vm, Value *args, uint32_t count) {
    int64_t t[4];
    char text[16];
    if (count > 1 && args[1] == VALUE_UNBOUND) count = 1;
    if (count > 1 || fields_of(args[0])[DAYTIME_ZONE] != VALUE_NONE || !is_exactly(args[0], state_of(vm)->daytime) || !load_daytime(args[0], t)) return call_slow(vm, SLOW_daytime_isoformat, args, count);
    size_t size = (size_t)(write_time(text, t) - text);
    return str_new_counted(vm, text, size, size);
}
static Value daytime_str(VM *vm, Value self) {
    return is_exactly(self, state_of(vm)->daytime) ? daytime_isoformat(vm, &self, 1) : call_method(vm, self, vm->names.isoformat, NULL, 0);
}

static Value delta_str(VM *vm, Value self) {
    int64_t a[3];
    if (!load_delta(self, a)) return call_slow(vm, SLOW_delta___str__, &self, 1);
    char text[64], *end = text;
    if (a[0]) end += snprintf(text, sizeof text, "%lld day%s, ", (long long)a[0], a[0] == 1 || a[0] == -1 ? "" : "s");
    end = write_number(end, a[1] / 3600, a[1] < 36000 ? 1 : 2);
    *end++ = ':', end = write_number(end, a[1] / 60 % 60, 2);
    *end++ = ':', end = write_number(end, a[1] % 60, 2);
    if (a[2]) *end++ = '.', end = write_number(end, a[2], 6);
    return str_new_counted(vm, text, (size_t)(end - text), (size_t)(end - text));
}

// ---- local time --------------------------------------------------------------------------------------------------

// The local time at `when`, in seconds as if it were UTC.
static bool local_seconds(VM *vm, int64_t when, int64_t *out) {
    struct tm t;
    time_t at = when;
    if (!time_local(vm, &at, &t)) return false;
    *out = when + t.tm_gmtoff;
    return true;
}
enum { EPOCH_ORDINAL = 719163 };
// Of a datetime without a zone, where its local time is there exactly once (stdlib/datetime.py, _mktime, has the other cases).
static Value datetime_timestamp(VM *vm, Value *args, uint32_t count) {
    int64_t t[7], there, first, second, before;
    if (fields_of(args[0])[TIME_ZONE] == VALUE_NONE && load_datetime(args[0], t) && t[0] > 1 && t[0] < YEAR_MAX) {
        int64_t wanted = (ordinal_of(t[0], t[1], t[2]) - EPOCH_ORDINAL) * DAY_SECONDS + (t[3] * 60 + t[4]) * 60 + t[5];
        int64_t away = fields_of(args[0])[TIME_FOLD] == from_small_int(0) ? -DAY_SECONDS : DAY_SECONDS;
        bool good = local_seconds(vm, wanted, &there);
        first = good ? wanted - (there - wanted) : 0;
        if (good && local_seconds(vm, first, &second) && second == wanted && local_seconds(vm, first + away, &before) && before - (first + away) == there - wanted)
            return float_from_double(vm, (double)first + (double)t[6] / 1e6);
    }
    Wide moment;
    if (fixed_moment(vm, args[0], &moment)) {
        moment -= EPOCH_ORDINAL * (Wide)DAY_PARTS;
        if (moment <= (Wide)1 << 53 && moment >= -((Wide)1 << 53)) return float_from_double(vm, (double)(int64_t)moment / SECOND_PARTS);
    }
    return call_slow(vm, SLOW_datetime_timestamp, args, count);
}

// ---- grafting ----------------------------------------------------------------------------------------------------

static const TypeSlots delta_slots = {
    .str = delta_str, .compare = delta_compare, .hash = delta_hash, .truth = delta_truth,
    .binary = {[SLOT_ADD] = delta_add, [SLOT_SUB] = delta_subtract, [SLOT_MULT] = delta_multiply, [SLOT_DIV] = delta_divide, [SLOT_FLOORDIV] = delta_floor_divide},
    .unary = {[SLOT_NEGATIVE] = delta_negative, [SLOT_ABS] = delta_absolute}};
static const TypeSlots date_slots = {.str = date_str, .compare = date_compare, .hash = date_hash, .binary = {[SLOT_ADD] = date_add, [SLOT_SUB] = date_subtract}};
static const TypeSlots daytime_slots = {.str = daytime_str, .compare = daytime_compare, .hash = daytime_hash};
static const TypeSlots datetime_slots = {.str = datetime_str, .compare = datetime_compare, .hash = datetime_hash, .binary = {[SLOT_ADD] = datetime_add, [SLOT_SUB] = datetime_subtract}};

static const NativeDef delta_methods[] = {{"total_seconds", {delta_total_seconds}, 0, 0, 0, NULL, DOC("Total seconds in the duration.")}, {0}};
static const NativeDef date_methods[] = {
    {"toordinal", {date_toordinal}, 0, 0, 0, NULL, DOC("Return proleptic Gregorian ordinal.  January 1 of year 1 is day 1.")},
    {"weekday", {date_weekday}, 0, 0, 0, NULL, DOC("Return the day of the week represented by the date.\nMonday == 0 ... Sunday == 6")},
    {"isoweekday", {date_isoweekday}, 0, 0, 0, NULL, DOC("Return the day of the week represented by the date.\nMonday == 1 ... Sunday == 7")},
    {"fromordinal", {date_fromordinal}, 1, 1, NATIVE_CLASS, NULL, DOC("int -> date corresponding to a proleptic Gregorian ordinal.")},
    {"fromisoformat", {date_fromisoformat}, 1, 1, NATIVE_CLASS, NULL, DOC("Construct a date from a string in ISO 8601 format.")},
    {"isoformat", {date_isoformat}, 0, 0, 0, NULL, DOC("Return string in ISO 8601 format, YYYY-MM-DD.")},
    {0}};
static const NativeDef daytime_methods[] = {{"isoformat", {daytime_isoformat}, 0, 1, 0, "timespec", DOC("Return the time formatted according to ISO.")}, {0}};
static const NativeDef datetime_methods[] = {
    {"time", {datetime_time}, 0, 0, 0, NULL, DOC("Return time object with same time but with tzinfo=None.")},
    {"combine", {datetime_combine}, 2, 3, NATIVE_CLASS, "date time tzinfo", DOC("date, time -> datetime with same date and time fields")},
    {"date", {datetime_date}, 0, 0, 0, NULL, DOC("Return date object with same year, month and day.")},
    {"fromisoformat", {datetime_fromisoformat}, 1, 1, NATIVE_CLASS, NULL, DOC("string -> datetime from a string in most ISO 8601 formats")},
    {"isoformat", {datetime_isoformat}, 0, 2, 0, "sep timespec", DOC("[sep] -> string in ISO 8601 format, YYYY-MM-DDT[HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM].")},
    {"astimezone", {datetime_astimezone}, 0, 1, 0, "tz", DOC("tz -> convert to local time in new timezone tz\n")},
    {"__reduce_ex__", {datetime_reduce_ex}, 1, 1, 0, NULL, DOC("__reduce_ex__(proto) -> return state")},
    {"timestamp", {datetime_timestamp}, 0, 0, 0, NULL, DOC("Return POSIX timestamp as float.")},
    {0}};

static bool put(VM *vm, Type *type, Str *name, Value value) { return name && value != VALUE_ERROR && set_attribute(vm, from_object(type), name, value); }

static bool graft_class(VM *vm, Type *type, const TypeSlots *slots, const NativeDef *methods, const NativeDef *construct) {
    for (const SlotDef *def = slot_defs; def->text; def++) {
        SlotFunction function = *slot_place((TypeSlots *)(uintptr_t)slots, def->slot);
        if (function && def->caller && !put(vm, type, slot_def_name(vm, def), slot_wrapper_new(vm, def, type, function))) return false;
    }
    for (; methods->name; methods++)
        if (!put(vm, type, str_intern(vm, methods->name, strlen(methods->name)), native_method_new(vm, methods, type))) return false;
    return put(vm, type, vm->names.__new__, native_new(vm, construct, VALUE_UNBOUND, VALUE_NONE));
}

static bool take_slow(VM *vm, DatetimeState *state, Slow which, const Type *type, const char *text) {
    Str *name = str_intern(vm, text, strlen(text));
    Value found = name ? dict_get_str(vm, type->dict, name) : VALUE_UNBOUND;
    if (is_exactly(found, vm->types.staticmethod) || is_exactly(found, vm->types.classmethod)) found = ((Wrapping *)as_object(found))->function; // __new__
    if (!is_function(found)) return false;
    gc_store(vm, state, &state->slow[which], found);
    return true;
}

// graft((timedelta, date, datetime, tzinfo, time, timezone)): the classes to use, which have their methods in C: those given, or those of the first call.
static Value graft(VM *vm, Value *args, uint32_t count) {
    (void)count;
    enum { CLASSES = 6 };
    static const char *const delta_fields[] = {"_days", "_hash", "_microseconds", "_seconds", NULL};
    static const char *const datetime_fields[] = {"_day", "_hash", "_month", "_year", "_fold", "_hour", "_microsecond", "_minute", "_second", "_tzinfo", NULL};
    static const char *const daytime_fields[] = {"_fold", "_hash", "_hour", "_microsecond", "_minute", "_second", "_tzinfo", NULL};
    static const char *const zone_fields[] = {"_name", "_offset", NULL};
    DatetimeState *state = state_of(vm);
    if (state->delta) return state->classes;
    if (!is_exactly(args[0], vm->types.tuple) || as_tuple(args[0])->count != CLASSES) return raise_type_error(vm, "graft() takes a tuple of classes, not %T", args[0]);
    const Value *classes = as_tuple(args[0])->items;
    for (uint32_t i = 0; i < CLASSES; i++)
        if (!is_type(classes[i])) return raise_type_error(vm, "graft() takes classes, not %T", classes[i]);
    Type *delta = as_type(classes[0]), *date = as_type(classes[1]), *datetime = as_type(classes[2]), *daytime = as_type(classes[4]);
    bool good = members_begin_with(vm, delta, delta_fields) && members_begin_with(vm, datetime, datetime_fields) && members_begin_with(vm, daytime, daytime_fields) && members_begin_with(vm, as_type(classes[5]), zone_fields);
#define SLOW(class, method) good = good && take_slow(vm, state, SLOW_##class##_##method, class, #method);
    SLOWS(SLOW)
#undef SLOW
    if (!good) return error_is_set(vm) ? VALUE_ERROR : raise_value_error(vm, "the classes are not those of datetime");
    gc_store_object(vm, state, &state->delta, delta), gc_store_object(vm, state, &state->date, date);
    gc_store_object(vm, state, &state->datetime, datetime), gc_store_object(vm, state, &state->tzinfo, as_type(classes[3]));
    gc_store_object(vm, state, &state->daytime, daytime), gc_store_object(vm, state, &state->timezone, as_type(classes[5]));
    gc_store(vm, state, &state->classes, args[0]);
    good = graft_class(vm, delta, &delta_slots, delta_methods, &delta_new) && graft_class(vm, date, &date_slots, date_methods, &date_new) &&
           graft_class(vm, datetime, &datetime_slots, datetime_methods, &datetime_new) && graft_class(vm, daytime, &daytime_slots, daytime_methods, &daytime_new);
    return good ? args[0] : VALUE_ERROR;
}

static void state_trace(VM *vm, Object *self) {
    DatetimeState *state = (DatetimeState *)self;
    gc_mark(vm, state->classes);
    gc_mark_object(vm, state->delta), gc_mark_object(vm, state->date), gc_mark_object(vm, state->datetime), gc_mark_object(vm, state->tzinfo), gc_mark_object(vm, state->daytime), gc_mark_object(vm, state->timezone);
    for (int i = 0; i < SLOW_COUNT; i++) gc_mark(vm, state->slow[i]);
}
static const TypeSpec state_spec = {.name = "_datetime_core.state", .layout = LAYOUT_OTHER, .size = sizeof(DatetimeState), .flags = TYPE_FINAL | TYPE_NO_INSTANTIATE, .slots = SLOTS(SLOT(trace, state_trace))};

static bool initialize(VM *vm, Value module, Dict *space) {
    (void)module, (void)space;
    Type *type = type_new_from_spec(vm, &state_spec, vm->types.object);
    DatetimeState *state = type ? object_new(vm, type, sizeof *state) : NULL;
    if (!state) return false;
    state->classes = VALUE_UNBOUND;
    state->delta = state->date = state->datetime = state->tzinfo = state->daytime = state->timezone = NULL;
    for (int i = 0; i < SLOW_COUNT; i++) state->slow[i] = VALUE_UNBOUND;
    vm->slots_for_modules[MODULE_SLOT_DATETIME] = from_object(state);
    return true;
}

// Seconds that local time is ahead of UTC at a time in whole seconds since the epoch; None: time.localtime() knows, or says why not.
static Value local_offset(VM *vm, Value *args, uint32_t count) {
    struct tm t;
    (void)count;
    if (!is_small_int(args[0])) return VALUE_NONE;
    time_t when = small_int(args[0]);
    return time_local(vm, &when, &t) ? from_small_int(t.tm_gmtoff) : VALUE_NONE;
}

// Seconds from the start of 1970 to what the clock shows, whatever its zone; None: no datetime, or one with more in its slots than the constructor lets pass.
static Value wall_seconds(VM *vm, Value *args, uint32_t count) {
    int64_t t[7];
    (void)count;
    if (!is_a(args[0], state_of(vm)->datetime) || !load_datetime(args[0], t)) return VALUE_NONE;
    return from_small_int((ordinal_of(t[0], t[1], t[2]) - EPOCH_ORDINAL) * DAY_SECONDS + (t[3] * 60 + t[4]) * 60 + t[5]);
}

static const NativeDef functions[] = {{"graft", {graft}, 1, 1, 0, NULL, DOC(NULL)}, {"iso_calendar", {iso_calendar}, 1, 1, 0, NULL, DOC(NULL)}, {"local_offset", {local_offset}, 1, 1, 0, NULL, DOC(NULL)}, {"moment", {moment}, 4, 4, 0, NULL, DOC(NULL)}, {"wall_seconds", {wall_seconds}, 1, 1, 0, NULL, DOC(NULL)}, {0}};
const ModuleDef datetime_core_module = {"_datetime_core", functions, initialize};
