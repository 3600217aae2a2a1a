# python3.12
# Comments in the fields of f-strings: `{x = }` shows its source without them.
x = 3
print(f"{1 + 2 = # my comment
  }")
print(f"{x # a comment with " and }
!r}")
print(f"{x = # a comment
!r:>5}|{x # another
 + 1
 = :04}|")
print(repr(f"{x
=
}"))
print(f'''{
3 # three
=}''')
print(f"{[1, # one
2] # two
=  }{f'{x=}' # inner
=}")
