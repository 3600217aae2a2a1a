a = 3**200000
print(pow(a, a, a + 2))
