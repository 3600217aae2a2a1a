"""re._casefix: lowercase letters that have the same uppercase, and so match each other where case is ignored."""


def _find():
    upper = {}
    for code in range(0x61, 0x1E944):
        character = chr(code)
        capital = character.upper()
        if capital != character and character.lower() == character:
            upper.setdefault(capital, []).append(code)
    return {code: tuple(other for other in codes if other != code) for codes in upper.values() if len(codes) > 1 for code in codes}


_EXTRA_CASES = dict(sorted(_find().items()))
