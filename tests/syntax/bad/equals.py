if x = 3:
    pass
print(a.b = 1)
# E: 1:4 invalid syntax. Maybe you meant '==' or ':=' instead of '='?
# E: 3:7 expression cannot contain assignment, perhaps you meant "=="?
