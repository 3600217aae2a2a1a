// The calendar of datetime (datetime_core.c).
#ifndef TYPHON_RUNTIME_MODULES_DATETIME_CORE_H
#define TYPHON_RUNTIME_MODULES_DATETIME_CORE_H
#include <stdint.h>

// Year, month and day of day `ordinal` (positive, under 2^56), 1 being 1 January of year 1.
void date_of_ordinal(int64_t ordinal, int64_t date[3]);
#endif
