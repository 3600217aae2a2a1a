# What other modules fill in.
connection = None
count = 1
