import sys
sys.set_int_max_str_digits(0)
str(7 << 3 * 10**7)
