import difflib, random
a = [random.random() < .5 for _ in range(20000)]
b = [random.random() < .5 for _ in range(20000)]
difflib.SequenceMatcher(None, a, b, False).get_opcodes()
