connection = None
count = 1
