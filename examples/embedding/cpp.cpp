// The same in C++: functions and classes bound from their types, errors as exceptions.
#include <cmath>
#include <iostream>
#include <typhon.hpp>

class Account {
  public:
    Account(std::string name, double balance) : owner(std::move(name)), balance_(balance) {}
    double balance() const { return balance_; }
    void deposit(double amount) {
        if (!(amount > 0)) throw std::invalid_argument("an amount is above zero");
        balance_ += amount;
        if (on_change) on_change.value()(owner, balance_);
    }
    void transfer(Account &to, double amount) {
        if (amount > balance_) throw typhon::Error("ValueError", owner + " has no " + std::to_string(std::lround(amount)));
        to.deposit(amount);
        balance_ -= amount;
    }
    void watch(typhon::Value function) { on_change = typhon::Ref(function); }
    std::string owner;

  private:
    double balance_;
    typhon::Ref on_change; // a function of the script
};

static const char script[] = R"(
from bank import Account, interest, total

a = Account("Ada")
b = Account("Bob", 100.0)
b.watch(lambda owner, balance: print(f"{owner} has {balance:.2f}"))
b.deposit(25)
b.transfer(a, 50.0)
try:
    b.transfer(a, 1000.0)
except ValueError as error:
    print("refused:", error)
print([round(x, 2) for x in interest([a, b], rate=0.1)], total({"a": a.balance, "b": b.balance}))
)";

int main() {
    typhon::Options options;
    options.output = [](int, std::string_view text) { std::cout << text; };
    options.heap_limit = 16 << 20;
    try {
        typhon::Vm vm(options);
        vm.bind<Account>("bank", "Account", "Money, and whose it is.")
            .init<std::string, double>("owner, balance=0.0")
            .property("owner", &Account::owner)
            .property("balance", &Account::balance)
            .def("deposit", &Account::deposit, "amount")
            .def("transfer", &Account::transfer, "to, amount", "Raises ValueError when there is not so much.")
            .def("watch", &Account::watch, "function")
            .done();
        vm.def("bank", "interest", [](const std::vector<typhon::Value> &accounts, double rate) {
            std::vector<double> all;
            for (const auto &account : accounts) all.push_back(account.as<Account &>().balance() * rate);
            return all;
        }, "accounts, *, rate=0.02");
        vm.def("bank", "total", [](const std::map<std::string, double> &balances) {
            double sum = 0;
            for (const auto &[name, balance] : balances) sum += balance;
            return sum;
        }, "balances");
        vm.run("bank.py", script);

        typhon::Scope scope(vm);
        std::cout << vm.eval("a").as<Account &>().owner << ": " << vm.eval("[x.balance for x in (a, b)]").as<std::vector<double>>()[0] << "\n";
        for (const char *wrong : {"Account('Eve').deposit('much')\n", "a.deposit(-1.0)\n", "a.balance = 1000.0\n"}) {
            try {
                vm.run("wrong.py", std::string("from bank import Account\na = Account('Eve')\n") + wrong);
            } catch (const typhon::Refused &refused) {
                std::cout << refused.diagnostics()[0].path << ":" << refused.diagnostics()[0].line << ": " << refused.diagnostics()[0].message << "\n";
            } catch (const typhon::Error &error) {
                std::cout << error.what() << " (line " << error.frames().back().line << ")\n";
            }
        }
    } catch (const std::exception &error) {
        std::cerr << error.what() << "\n";
        return 1;
    }
}
