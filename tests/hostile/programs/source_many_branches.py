exec("if 0: pass\n" + "elif 0: pass\n" * 10**5)
