exec("match 1:\n" + "".join("    case %d: pass\n" % n for n in range(10**5)))
