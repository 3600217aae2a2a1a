"""One-way constraints between variables, kept true in the order of their strength: abstract classes, lists of objects, plans."""
import sys
from abc import ABC, abstractmethod

REQUIRED = 0
STRONG = 1
MEDIUM = 2
WEAK = 3


class Variable:
    def __init__(self, name, value):
        self.name = name
        self.value = value
        self.constraints = []
        self.set_by = None
        self.strength = WEAK
        self.mark = 0


class Constraint(ABC):
    def __init__(self, strength):
        self.strength = strength
        self.active = False

    @abstractmethod
    def variables(self): ...

    @abstractmethod
    def choose(self, mark):
        """The variable that this constraint may set, if it is strong enough."""

    @abstractmethod
    def output(self): ...

    @abstractmethod
    def execute(self): ...

    def weakest_input(self):
        strength = self.strength
        out = self.output()
        for variable in self.variables():
            if variable is not out and variable.strength > strength:
                strength = variable.strength
        return strength


class Stay(Constraint):
    def __init__(self, variable, strength):
        super().__init__(strength)
        self.variable = variable

    def variables(self):
        return [self.variable]

    def choose(self, mark):
        variable = self.variable
        return variable if variable.mark != mark and self.strength < variable.strength else None

    def output(self):
        return self.variable

    def execute(self):
        pass


class Edit(Stay):
    def __init__(self, variable, strength):
        super().__init__(variable, strength)
        self.wanted = 0

    def execute(self):
        self.variable.value = self.wanted


class Binary(Constraint):
    def __init__(self, first, second, strength):
        super().__init__(strength)
        self.first = first
        self.second = second
        self.forward = True
        self.pair = [first, second]

    def variables(self):
        return self.pair

    def choose(self, mark):
        first, second = self.first, self.second
        if first.mark == mark:
            self.forward = True
            return second if second.mark != mark and self.strength < second.strength else None
        if second.mark == mark:
            self.forward = False
            return first if self.strength < first.strength else None
        self.forward = first.strength <= second.strength
        target = second if self.forward else first
        return target if self.strength < target.strength else None

    def output(self):
        return self.second if self.forward else self.first


class Equal(Binary):
    def execute(self):
        if self.forward:
            self.second.value = self.first.value
        else:
            self.first.value = self.second.value


class Scaled(Binary):
    """second == first * factor + offset"""

    def __init__(self, first, second, factor, offset, strength):
        super().__init__(first, second, strength)
        self.factor = factor
        self.offset = offset

    def execute(self):
        if self.forward:
            self.second.value = self.first.value * self.factor + self.offset
        else:
            self.first.value = (self.second.value - self.offset) // self.factor


class Solver:
    def __init__(self):
        self.mark = 0
        self.steps = 0

    def add(self, constraint):
        for variable in constraint.variables():
            variable.constraints.append(constraint)
        self.mark += 1
        waiting = constraint
        while waiting is not None:
            waiting = self.satisfy(waiting)

    def satisfy(self, constraint):
        """Lets the constraint set its variable; the weaker constraint that did so before, if there was one."""
        out = constraint.choose(self.mark)
        if out is None:
            return None
        for variable in constraint.variables():
            if variable is not out:
                variable.mark = self.mark
        before = out.set_by
        if before is not None:
            before.active = False
        out.set_by = constraint
        constraint.active = True
        self.propagate(out)
        out.mark = self.mark
        return before

    def propagate(self, start):
        todo = [start]
        while todo:
            variable = todo.pop()
            setter = variable.set_by
            if setter is not None:
                variable.strength = setter.weakest_input()
                setter.execute()
            self.steps += 1
            for constraint in variable.constraints:
                if constraint.active and constraint is not setter:
                    out = constraint.output()
                    if out is not variable:
                        todo.append(out)

    def remove(self, constraint):
        for variable in constraint.variables():
            variable.constraints.remove(constraint)
        if not constraint.active:
            return
        constraint.active = False
        out = constraint.output()
        out.set_by = None
        out.strength = WEAK
        self.propagate(out)

    def plan(self, start):
        """The constraints to execute, in order, when the variable has changed."""
        result = []
        todo = [start]
        while todo:
            variable = todo.pop()
            for constraint in variable.constraints:
                if constraint.active and constraint is not variable.set_by:
                    out = constraint.output()
                    if out is not variable:
                        result.append(constraint)
                        todo.append(out)
        return result


def chain(length, changes):
    solver = Solver()
    variables = [Variable(f"v{i}", i) for i in range(length + 1)]
    solver.add(Stay(variables[length], MEDIUM))
    for i in range(length):
        solver.add(Equal(variables[i], variables[i + 1], REQUIRED))
    edit = Edit(variables[0], STRONG)
    solver.add(edit)
    plan = solver.plan(variables[0])
    for i in range(changes):
        edit.wanted = i
        edit.execute()
        for constraint in plan:
            constraint.execute()
    solver.remove(edit)
    return variables[length].value + solver.steps


def projection(count, changes):
    solver = Solver()
    sources = [Variable(f"s{i}", i) for i in range(count)]
    targets = [Variable(f"t{i}", 0) for i in range(count)]
    for source, target in zip(sources, targets):
        solver.add(Stay(source, MEDIUM))
        solver.add(Scaled(source, target, 10, 1000, REQUIRED))
    total = 0
    for i in range(changes):
        edit = Edit(sources[i % count], STRONG)
        edit.wanted = i
        solver.add(edit)
        total += targets[i % count].value
        solver.remove(edit)
    return total + solver.steps


def main():
    n = int(sys.argv[1])
    print(chain(n, 20 * n), projection(n, 20 * n))


if __name__ == "__main__":
    main()
