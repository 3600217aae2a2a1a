class Account:
    bank = "Typhon"

    def __init__(self, owner, balance=0):
        self._owner = owner
        self._balance = balance
        self.history = []

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        if value < 0:
            raise ValueError("negative")
        self._balance = value

    def deposit(self, amount, *, note=""):
        self.balance += amount
        self.history.append(("deposit", amount, note))

    def withdraw(self, amount, **options):
        if amount > self.balance and not options.get("force"):
            raise ValueError("insufficient")
        self.balance -= amount
        self.history.append(("withdraw", amount, options))

    @classmethod
    def of(cls, text):
        name, amount = text.split(":")
        return cls(name, int(amount))

    @staticmethod
    def fee(amount):
        return amount // 100

    def __repr__(self):
        return f"{type(self).__name__}({self._owner!r}, {self._balance})"


class Savings(Account):
    def __init__(self, owner, balance=0, rate=0.02):
        super().__init__(owner, balance)
        self.rate = rate

    def add_interest(self):
        self.deposit(int(self.balance * self.rate), note="interest")


accounts = [Account.of("a%d:%d" % (i, i * 10)) for i in range(500)] + [Savings("s%d" % i, i * 20) for i in range(500)]
failed = 0
for round in range(12):
    for i, account in enumerate(accounts):
        account.deposit(5 + round, note="r")
        try:
            account.withdraw(i % 50 * 10)
        except ValueError:
            failed += 1
        if isinstance(account, Savings):
            account.add_interest()
print(failed, sum(a.balance for a in accounts), accounts[3], accounts[-1])
