print("fails runs")
marker = 1
raise ValueError("from the module")
