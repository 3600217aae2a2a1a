raise ValueError("a \ud800 b \udfff \u00e9")
