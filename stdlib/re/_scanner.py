"""re.Scanner: a lexer made of (pattern, action) pairs. Each pattern numbers its groups for itself; in a match, the group that has the pattern's own number is all of it."""
from _re import compile_phrases


class Scanner:
    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self.scanner = compile_phrases(tuple(phrase for phrase, action in lexicon), flags)

    def scan(self, string):
        result = []
        match = self.scanner.scanner(string).match
        at = 0
        while found := match():
            end = found.end()
            if at == end:
                break
            action = self.lexicon[found.lastindex - 1][1]
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                result.append(action)
            at = end
        return result, string[at:]
