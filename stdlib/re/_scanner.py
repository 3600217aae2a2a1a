"""re.Scanner: a lexer made of (pattern, action) pairs."""
import re


class Scanner:
    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        parts = []
        actions = {}
        number = 1
        for pattern, action in lexicon:
            parts.append(f"({pattern})")
            actions[number] = action
            number += 1 + re.compile(pattern, flags).groups
        self._actions = actions
        self.scanner = re.compile("|".join(parts), flags)

    def scan(self, string):
        result = []
        match = self.scanner.scanner(string).match
        at = 0
        while True:
            found = match()
            if not found:
                break
            end = found.end()
            if at == end:
                break
            action = self._actions[found.lastindex]
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                result.append(action)
            at = end
        return result, string[at:]
