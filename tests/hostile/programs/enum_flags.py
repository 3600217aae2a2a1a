import enum
enum.Flag("F", {"a%d" % n: 1 << n for n in range(5000)})
