"""Accounts: properties, class and static methods, keyword arguments, super(), a small hierarchy, errors of its own."""
import sys


class BankError(Exception):
    pass


class Account:
    bank = "Typhon"
    opened = 0

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
            raise BankError("negative")
        self._balance = value

    def deposit(self, amount, *, note=""):
        self.balance += amount
        self.history.append(("deposit", amount, note))

    def withdraw(self, amount, force=False):
        if amount > self.balance and not force:
            raise BankError("insufficient")
        self.balance -= amount + self.fee(amount)
        self.history.append(("withdraw", amount, "force" if force else ""))

    def close_month(self, month):
        if len(self.history) > 20:
            del self.history[:10]

    @classmethod
    def of(cls, text):
        name, amount = text.split(":")
        cls.opened += 1
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

    def close_month(self, month):
        self.deposit(int(self.balance * self.rate) % 50, note=f"interest {month}")
        super().close_month(month)


def main():
    months = int(sys.argv[1])
    accounts = [Account.of(f"a{i}:{i * 10}") for i in range(500)]
    accounts.extend([Savings(f"s{i}", i * 20) for i in range(500)])
    failed = 0
    for month in range(months):
        for i, account in enumerate(accounts):
            account.deposit(5 + month, note="pay")
            try:
                account.withdraw(i % 50 * 10)
            except BankError:
                failed += 1
            account.close_month(month)
    print(failed, Account.opened, sum([account.balance for account in accounts]), accounts[3], accounts[-1])


if __name__ == "__main__":
    main()
