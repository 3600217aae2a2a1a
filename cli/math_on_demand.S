/* The C library's mathematics, a shared library of its own, is loaded when a function of it is called for the first time: most scripts call none, and a
   twelfth of what `typhon hello.py` takes is mapping and linking it. Each function is a jump through its place; the place leads to `load_function` first,
   which asks math_on_demand.c for where the function really is. What is not listed here is linked as ever: the list need not be whole, only hello is slower then.
   System V's calling convention for x86-64: arguments in RDI, RSI, RDX and XMM0 to XMM3 (two complex numbers, or three doubles and a pointer). */
        .intel_syntax noprefix

        .macro functions names:vararg
        .irp name, \names
        .text
        .globl  \name
        .hidden \name
        .type   \name, @function
\name:  endbr64
        jmp     [rip + place_\name]
first_\name:
        endbr64
        lea     r11, [rip + name_\name]
        lea     r10, [rip + place_\name]
        jmp     load_function
        .size   \name, . - \name
        .data
        .balign 8
place_\name:
        .quad   first_\name
        .section .rodata
name_\name:
        .asciz  "\name"
        .endr
        .endm

        .text
        .type   load_function, @function
load_function: /* r11 the name, r10 the place */
        push    rbp
        mov     rbp, rsp
        push    rdi
        push    rsi
        push    rdx
        push    r10
        sub     rsp, 64
        movups  [rsp], xmm0
        movups  [rsp + 16], xmm1
        movups  [rsp + 32], xmm2
        movups  [rsp + 48], xmm3
        mov     rdi, r11
        call    math_function
        movups  xmm0, [rsp]
        movups  xmm1, [rsp + 16]
        movups  xmm2, [rsp + 32]
        movups  xmm3, [rsp + 48]
        add     rsp, 64
        pop     r10
        pop     rdx
        pop     rsi
        pop     rdi
        pop     rbp
        mov     [r10], rax /* (threads may do so at once: they write the same) */
        jmp     rax
        .size   load_function, . - load_function

        functions acos, acosh, asin, asinh, atan, atan2, atanh, cbrt, ceil, cos, cosh, erf, erfc, exp, exp2, expm1, fabs, floor, fma, fmax, fmin, fmod, frexp
        functions hypot, ldexp, lgamma, log, log10, log1p, log2, modf, nearbyint, nextafter, pow, remainder, rint, round, sin, sincos, sinh, sqrt, tan, tanh, tgamma, trunc
        functions cacos, cacosh, casin, casinh, catan, catanh, ccos, ccosh, cexp, clog, cpow, csin, csinh, csqrt, ctan, ctanh

        .section .note.GNU-stack, "", @progbits
