import unittest.mock
m = unittest.mock.MagicMock()
while True: m = m.a.b.c()
