// The parts of the math module that are not in math.c: functions of integers and products (math_integer.c), the gamma
// function (math_gamma.c). All are listed in the table of math.c.
#ifndef TYPHON_RUNTIME_MODULES_MATH_H
#define TYPHON_RUNTIME_MODULES_MATH_H
#include "runtime/vm.h"
Value math_factorial(VM *vm, Value *args, uint32_t count);
Value math_isqrt(VM *vm, Value *args, uint32_t count);
Value math_gcd(VM *vm, Value *args, uint32_t count);
Value math_lcm(VM *vm, Value *args, uint32_t count);
Value math_comb(VM *vm, Value *args, uint32_t count);
Value math_perm(VM *vm, Value *args, uint32_t count);
Value math_prod(VM *vm, Value *args, uint32_t count);
Value math_sumprod(VM *vm, Value *args, uint32_t count);
Value math_gamma(VM *vm, Value *args, uint32_t count);
Value math_lgamma(VM *vm, Value *args, uint32_t count);
#endif
