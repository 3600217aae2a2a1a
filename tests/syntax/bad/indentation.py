def f():
pass
if x:
    a
  b
for i in x:
# comment
y = 1
# E: 2:1 expected an indented block after function definition on line 1
# E: 5:3 unindent does not match any outer indentation level
# E: 8:1 expected an indented block after 'for' statement on line 6
