a = []
while True: a.append(type("C", (), {"x": len(a)}))
