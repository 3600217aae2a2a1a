import array
array.array("d", [1]) * 10**12
