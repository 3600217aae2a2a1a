eval("[" * 500 + "1" + " for x in y]" * 500)
