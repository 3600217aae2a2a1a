// The calendar of datetime (datetime_core.c), and the clock's local time (time.c).
#ifndef TYPHON_RUNTIME_MODULES_DATETIME_CORE_H
#define TYPHON_RUNTIME_MODULES_DATETIME_CORE_H
#include "runtime/vm.h"
#include <time.h>

// Year, month and day of day `ordinal` (positive, under 2^56), 1 being 1 January of year 1.
void date_of_ordinal(int64_t ordinal, int64_t date[3]);
// As localtime_r; without the clock's grant the local time is UTC.
struct tm *time_local(VM *vm, const time_t *when, struct tm *t);
#endif
