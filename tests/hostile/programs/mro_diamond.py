l = [type('A%d' % i, (), {}) for i in range(2000)]
for i in range(2000): l.append(type('B', tuple(l[i:i+300]), {}))
