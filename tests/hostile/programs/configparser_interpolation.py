import configparser
c = configparser.ConfigParser()
c.read_string("[a]\n" + "\n".join("x%d = %%(x%d)s%%(x%d)s" % (n, n + 1, n + 1) for n in range(60)) + "\nx60 = a\n")
c.get("a", "x0")
