// _json: what json.loads and json.dumps do, in C (json_decode.c, json_encode.c); the classes are in stdlib/json/.
#ifndef TYPHON_RUNTIME_JSON_PRIVATE_H
#define TYPHON_RUNTIME_JSON_PRIVATE_H
#include "runtime/vm.h"
// scan(s, idx, parse_float, parse_int, parse_constant, strict, object_hook, object_pairs_hook): (value, index behind it)
MAY_RAISE Value json_scan(VM *vm, Value *args, uint32_t count);
// decode(s): the value of a whole document, by the default rules
MAY_RAISE Value json_decode(VM *vm, Value *args, uint32_t count);
MAY_RAISE Value json_scanstring(VM *vm, Value *args, uint32_t count); // (s, end, strict=True)
MAY_RAISE Value json_skip(VM *vm, Value *args, uint32_t count);       // (s, idx): index of the next character that is no blank
// encode(o, default, ensure_ascii, check_circular, allow_nan, sort_keys, skipkeys, indent, item_separator, key_separator)
MAY_RAISE Value json_encode(VM *vm, Value *args, uint32_t count);
MAY_RAISE Value json_encode_string(VM *vm, Value *args, uint32_t count);       // encode_basestring
MAY_RAISE Value json_encode_string_ascii(VM *vm, Value *args, uint32_t count); // encode_basestring_ascii
#endif
