x = int
for i in range(200000): x = x | type('T%d' % i, (), {})
