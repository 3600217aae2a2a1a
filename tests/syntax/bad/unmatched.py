x = 1)
# E: 1:6 unmatched ')'
