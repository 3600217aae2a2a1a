print("gamma")
