// typhon.hpp: values, errors, functions and classes bound from their C++ types.
#include <cstdio>
#include <cstdlib>
#include <typhon.hpp>

static int failures;
#define CHECK(condition) ((condition) ? (void)0 : (void)(failures++, std::fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition)))
template <class A, class B> static void equal(int line, const A &a, const B &b) {
    if (a == b) return;
    failures++;
    if constexpr (std::is_convertible_v<A, std::string>) std::fprintf(stderr, "line %d:\n%s\nis not\n%s\n", line, std::string(a).c_str(), std::string(b).c_str());
    else std::fprintf(stderr, "line %d: not equal\n", line);
}
#define EQUAL(a, b) equal(__LINE__, a, b)

struct Console {
    std::string text;
    typhon::Options options() {
        typhon::Options options;
        options.output = [this](int, std::string_view part) { text += part; };
        return options;
    }
    std::string take() { return std::exchange(text, {}); }
};

static void values() {
    typhon::Vm vm;
    typhon::Scope scope(vm);
    EQUAL(vm.eval("6 * 7").as<int>(), 42);
    EQUAL(vm.eval("'a' + 'b'").as<std::string>(), std::string("ab"));
    EQUAL(vm.eval("[1, 2, 3]").as<std::vector<long>>(), (std::vector<long>{1, 2, 3}));
    EQUAL((vm.eval("{'a': [1.5], 'b': []}").as<std::map<std::string, std::vector<double>>>()), (std::map<std::string, std::vector<double>>{{"a", {1.5}}, {"b", {}}}));
    EQUAL((vm.eval("(1, 'x', None)").as<std::tuple<int, std::string, std::optional<bool>>>()), (std::tuple<int, std::string, std::optional<bool>>{1, "x", std::nullopt}));
    EQUAL((vm.eval("('x', True)").as<std::pair<std::string_view, std::optional<bool>>>().second), std::optional<bool>(true));
    EQUAL(vm.value(std::vector<std::string>{"a", "b"}).repr(), std::string("['a', 'b']"));
    EQUAL(vm.value(std::unordered_map<int, std::tuple<bool, double>>{{1, {true, 0.5}}}).repr(), std::string("{1: (True, 0.5)}"));
    EQUAL(vm.value(UINT64_MAX).repr(), std::string("18446744073709551615"));
    EQUAL(vm.eval("2 ** 64 - 1").as<uint64_t>(), UINT64_MAX);
    EQUAL(vm.eval("2 ** 63").as<uint64_t>(), uint64_t{1} << 63);
    EQUAL(vm.value("text").str(), std::string("text"));
    EQUAL(vm.value(nullptr).is_none(), true);
    EQUAL(vm.value(std::optional<int>()).repr(), std::string("None"));
    EQUAL(vm.value(std::tuple<>()).repr(), std::string("()"));
    typhon::Value list = vm.eval("[3, 1, 2]");
    list.append(9);
    list.set_item(0, 7);
    EQUAL(list[1].as<int>(), 1);
    EQUAL(list.size(), 4u);
    CHECK(list.contains(9) && !list.contains("x"));
    list.call("sort");
    EQUAL(list.repr(), std::string("[1, 2, 7, 9]"));
    { // what is read leaves nothing in the scope that is open; values do, which need it
        struct Memory : typhon_memory {
            explicit Memory(typhon::Vm &of) : typhon_memory{} { typhon_collect(of.c()), typhon_get_memory(of.c(), this); }
        };
        typhon::Value big = vm.eval("[str(i) * 2500 for i in range(1000, 1100)]"), pairs = vm.eval("{i: [str(i) * 2500] for i in range(1000, 1100)}");
        big.as<std::vector<std::string>>(), (pairs.as<std::map<int, std::vector<std::string>>>());
        big.call("clear"), pairs.call("clear");
        CHECK(Memory(vm).used < 1000000);
        std::vector<typhon::Value> kept_items = vm.eval("[str(i) * 2 for i in range(1000, 1100)]").as<std::vector<typhon::Value>>();
        Memory after(vm);
        EQUAL(kept_items[99].str(), std::string("10991099"));
    }
    int sum = 0;
    list.each([&](typhon::Value item) { sum += item.as<int>(); });
    EQUAL(sum, 19);
    EQUAL(vm.import("math").attr("sqrt")(16).as<double>(), 4.0);
    CHECK(vm.eval("1") == vm.value(1.0) && vm.eval("1") != vm.value(2) && vm.eval("3").is_instance(vm.eval("int")));
    typhon::Ref kept(list);
    {
        typhon::Scope inner(vm);
        kept = typhon::Ref(vm.eval("'kept'"));
    }
    EQUAL(kept.value().str(), std::string("kept"));
    typhon::Value outer;
    {
        typhon::Scope inner(vm);
        outer = inner.keep(vm.eval("'out'"));
    }
    EQUAL(outer.str(), std::string("out"));
    auto raises = [&](const char *text, auto convert, const char *what) {
        try {
            convert(vm.eval(text));
            CHECK(!what);
        } catch (const typhon::Error &error) {
            EQUAL(std::string(error.what()), std::string(what));
        }
    };
    raises("300", [](typhon::Value v) { return v.as<unsigned char>(); }, "OverflowError: the int 300 does not fit into 8 unsigned bits");
    raises("-1", [](typhon::Value v) { return v.as<unsigned>(); }, "OverflowError: the int -1 does not fit into 32 unsigned bits");
    raises("2 ** 40", [](typhon::Value v) { return v.as<int>(); }, "OverflowError: the int 1099511627776 does not fit into 32 bits");
    raises("2 ** 70", [](typhon::Value v) { return v.as<int>(); }, "OverflowError: the int does not fit into 64 bits");
    raises("2 ** 64", [](typhon::Value v) { return v.as<uint64_t>(); }, "OverflowError: the int does not fit into 64 bits");
    raises("-2 ** 63 - 1", [](typhon::Value v) { return v.as<uint64_t>(); }, "OverflowError: the int does not fit into 64 bits");
    raises("'x'", [](typhon::Value v) { return v.as<int>(); }, "TypeError: expected int, got str");
    raises("[1, 'x']", [](typhon::Value v) { return v.as<std::vector<int>>(); }, "TypeError: expected int, got str");
    raises("(1, 2)", [](typhon::Value v) { return v.as<std::vector<int>>(); }, "TypeError: expected list, got tuple");
    raises("(1, 2)", [](typhon::Value v) { return v.as<std::tuple<int>>(); }, "TypeError: expected a tuple of 1, got tuple");
    raises("'a\\0b'", [](typhon::Value v) { return v.as<const char *>(); }, "ValueError: embedded null character");
    raises("1 // 0", [](typhon::Value) {}, "ZeroDivisionError: integer division or modulo by zero");
}

static void errors() {
    Console console;
    std::optional<typhon::Error> later;
    typhon::Ref outlives;
    {
        typhon::Vm vm(console.options());
        try {
            vm.run("bad.py", "def f(n: int) -> str:\n    return n\n");
            CHECK(false);
        } catch (const typhon::Refused &refused) {
            EQUAL(refused.diagnostics().size(), 1u);
            EQUAL(refused.diagnostics()[0].code, std::string("return-value"));
            EQUAL(refused.diagnostics()[0].line, 2u);
            CHECK(refused.text().find("bad.py:2:12") != std::string::npos);
        }
        try {
            vm.run("x.py", "def f():\n    raise LookupError('gone')\nf()\n");
            CHECK(false);
        } catch (const typhon::Error &error) {
            EQUAL(error.type(), std::string("LookupError"));
            EQUAL(error.message(), std::string("gone"));
            EQUAL(error.frames().size(), 2u);
            EQUAL(error.frames()[1].function, std::string("f"));
            CHECK(error.text().find("LookupError: gone") != std::string::npos);
            later = error;
        }
        vm.def("host", "fails", [](int how) {
            if (how == 0) throw std::out_of_range("too far");
            if (how == 1) throw std::invalid_argument("not that");
            if (how == 2) throw std::bad_alloc();
            if (how == 3) throw std::runtime_error("broken");
            if (how == 4) throw 5;
            if (how == 5) throw typhon::Error("KeyError", "k");
        });
        vm.run("import host\nfor i in range(7):\n    try: print(host.fails(i))\n    except Exception as e: print(type(e).__name__, e)\n");
        EQUAL(console.take(), std::string("IndexError too far\nValueError not that\nMemoryError \nRuntimeError broken\nRuntimeError a C++ exception of unknown type\nKeyError 'k'\nNone\n"));
        // an exception of the script that comes back through C++ is the same
        vm.def("host", "call", [](typhon::Value f) { return f(); }, "f");
        vm.def("host", "swallow", [](typhon::Value f) -> std::string {
            try {
                f();
            } catch (const typhon::Error &error) {
                return error.type();
            }
            return "nothing";
        }, "f");
        vm.run("import host\nclass Own(Exception): pass\nown = Own('mine')\ndef f(): raise own\ntry: host.call(f)\nexcept Own as e: print(e is own)\nprint(host.swallow(f), host.swallow(int))\n");
        EQUAL(console.take(), std::string("True\nOwn nothing\n"));
        typhon::Scope scope(vm);
        outlives = typhon::Ref(vm.eval("'x'"));
        CHECK(static_cast<bool>(outlives));
    }
    EQUAL(later->message(), std::string("gone")); // its VM is gone
    CHECK(!outlives);
    typhon::Options options;
    options.find_module = [](std::string_view name) { return name == "rules" ? std::optional<std::string>("RATE: float = 0.5\n") : std::nullopt; };
    options.argv = {"program", "-x"};
    options.output = [](int, std::string_view) { throw 1; };
    typhon::Vm vm(options);
    vm.run("import rules, sys\nprint('x')\nassert rules.RATE == 0.5 and sys.argv == ['program', '-x']\n");
}

static int twice(int n) { return 2 * n; }

static void functions() {
    Console console;
    typhon::Vm vm(console.options());
    int calls = 0;
    vm.def("game", "spawn", [&calls](std::string_view kind, std::tuple<double, double> at, int hp) {
        calls++;
        return std::string(kind) + "@" + std::to_string(static_cast<int>(std::get<0>(at))) + ":" + std::to_string(hp);
    }, "kind, at=(0.0, 0.0), *, hp=10", "Makes a \"unit\".\nOf any kind.");
    vm.def("game", "twice", twice, "n");
    vm.def("game", "plain", [](bool b, const std::vector<int> &ns) -> std::optional<int> { return b && !ns.empty() ? std::optional<int>(ns[0]) : std::nullopt; });
    vm.def("game", "count", [](typhon::Vm &self, const std::map<std::string, int> &words) { return self.value(words).size(); }, "words");
    vm.def("game", "texts", [](std::string a, std::string b, std::vector<std::string> c) { return a + b + c.at(0); }, "a='q,(=', b=\"it's\\\",\", *, c=(['],'])");
    vm.run("import game\nprint(game.texts(), game.texts(b=''))\n");
    EQUAL(console.take(), std::string("q,(=it's\",], q,(=],\n"));
    vm.def("game", "nothing", std::function<void()>([&calls] { calls += 100; }));
    vm.set("game", "VERSION", "1.0");
    EQUAL(vm.stub("game"), std::string("# host: spawn\ndef spawn(kind: str, at: tuple[float, float] = (0.0, 0.0), *, hp: int = 10) -> str:\n    \"\"\"Makes a \\\"unit\\\".\nOf any kind.\"\"\"\n# host: twice\ndef twice(n: int) -> int: ...\n"
                                       "# host: plain\ndef plain(a0: bool, a1: list[int], /) -> int | None: ...\n# host: count\ndef count(words: dict[str, int]) -> int: ...\n# host: texts\ndef texts(a: str = 'q,(=', b: str = \"it's\\\",\", *, c: list[str] = (['],'])) -> str: ...\n# host: nothing\ndef nothing() -> None: ...\n# host: VERSION\nVERSION: str\n"));
    vm.run("import game\nprint(game.spawn('orc'), game.spawn('elf', (3.0, 4.0), hp=2), game.twice(n=4), game.plain(True, [7]), game.plain(False, []), game.count({'a': 1}), game.nothing(), game.VERSION, game.spawn.__doc__)\n");
    EQUAL(console.take(), std::string("orc@0:10 elf@3:2 8 7 None 1 None 1.0 Makes a \"unit\".\nOf any kind.\n"));
    EQUAL(calls, 102);
    try {
        vm.run("import game\ngame.twice('x')\n");
        CHECK(false);
    } catch (const typhon::Refused &refused) {
        EQUAL(std::string(refused.what()), "SyntaxError: " + refused.diagnostics()[0].message + " (" + refused.diagnostics()[0].path + ", line " + std::to_string(refused.diagnostics()[0].line) + ")");
        EQUAL(refused.diagnostics()[0].code, std::string("arg-type"));
    }
    vm.run("import game\ndef f(x): return game.plain(True, x)\ntry: f(['a'])\nexcept TypeError as e: print(e)\ntry: f([2 ** 40])\nexcept OverflowError as e: print(e)\n");
    EQUAL(console.take(), std::string("expected int, got str\nthe int 1099511627776 does not fit into 32 bits\n"));
    for (const char *names : {"a", "a, b, c"}) {
        try {
            vm.def("game", "bad", [](int, int) {}, names);
            CHECK(false);
        } catch (const std::logic_error &) {
        }
    }
    try {
        vm.def("game", "bad", [](int) {}, "not a name");
        CHECK(false);
    } catch (const typhon::Refused &) {
    }
}

static void suspension() {
    typhon::Options options;
    options.suspends = true;
    typhon::Vm vm(options);
    vm.set_budget(10000);
    int ticks = 0;
    bool done = vm.run("total = 0\nfor i in range(20000): total += i\n");
    for (; !done; ticks++) {
        CHECK(vm.is_suspended());
        done = static_cast<bool>(vm.resume());
    }
    CHECK(ticks > 2);
    typhon::Scope scope(vm);
    EQUAL(vm.eval("total").as<int>(), 199990000);
}

// ---- classes

struct Counted {
    static int alive;
    Counted() { alive++; }
    Counted(const Counted &) { alive++; }
    ~Counted() { alive--; }
};
int Counted::alive;

class Unit : Counted {
  public:
    Unit(std::string unit_name, int unit_hp) : name(std::move(unit_name)), hp_(unit_hp) {
        if (unit_hp < 0) throw std::invalid_argument("hp below zero");
    }
    int hp() const { return hp_; }
    void set_hp(int hp) { hp_ = hp; }
    double move(double dx, double dy) { return x += dx, y += dy, x + y; }
    virtual std::string kind() const { return "unit"; } // not the base's business that it is virtual
    virtual ~Unit() = default;
    std::string name;
    double x = 0, y = 0;
    const int made = 7;
    typhon::Ref listener;

  private:
    int hp_;
};
class Tank : public Unit {
  public:
    Tank(std::string tank_name, int armour) : Unit(std::move(tank_name), 100), armour_(armour) {}
    std::string kind() const override { return "tank"; }
    int armour() const noexcept { return armour_; }

  private:
    int armour_;
    std::vector<int> shells = std::vector<int>(100, 1);
};
struct Point {
    double x, y;
};
struct Unbound {};

static void bind(typhon::Vm &vm) {
    vm.bind<Point>("game", "Point")
        .init<>()
        .property("x", &Point::x)
        .property("y", &Point::y)
        .def("__add__", [](const Point &a, const Point &b) { return Point{a.x + b.x, a.y + b.y}; }, "other")
        .def("__eq__", [](const Point &self, const Point &other) { return other.x == self.x; })
        .def("__hash__", [](const Point &self) { return static_cast<int>(self.x); })
        .def("__repr__", [](const Point &self) { return "<" + std::to_string(static_cast<int>(self.x)) + ">"; })
        .def("__len__", [](const Point &) { return 2; })
        .def("__getitem__", [](const Point &self, int at) { return at == 0 ? self.x : at == 1 ? self.y : throw std::out_of_range("0 or 1"); })
        .text("__match_args__ = ('x', 'y')")
        .done();
    vm.bind<Unit>("game", "Unit", "Something that moves.")
        .init<std::string, int>("name, hp=10")
        .def("move", &Unit::move, "dx, dy=0.0", "By so much.")
        .def("kind", &Unit::kind)
        .property("hp", &Unit::hp, &Unit::set_hp, "What is left.")
        .property("name", &Unit::name)
        .property("made", &Unit::made)
        .readonly("x", &Unit::x)
        .def("at", [](const Unit &self) { return Point{self.x, self.y}; })
        .def("listen", [](Unit &self, typhon::Value f) { self.listener = typhon::Ref(f); }, "f")
        .def("tell", [](Unit &self) { return self.listener.value()(self.name); })
        .static_def("alive", [] { return Counted::alive; })
        .done();
    vm.bind<Tank>("game", "Tank").base<Unit>().init<std::string, int>("name, armour").def("armour", &Tank::armour).done();
    vm.def("game", "strongest", [](const std::vector<typhon::Value> &units) {
        const typhon::Value *best = nullptr;
        for (const auto &unit : units)
            if (!best || unit.as<Unit &>().hp() > best->as<Unit &>().hp()) best = &unit;
        return best ? *best : typhon::Value();
    }, "units");
    vm.def("game", "nothing", [](std::tuple<> none) { return none; }, "none");
    vm.def("game", "rename", [](Unit *unit, const std::string &name) { unit->name = name; }, "unit, name");
    vm.def("game", "recruit", [](typhon::Vm &self, int hp) { return self.make<Unit>("recruit", hp); }, "hp");
}

static void classes() {
    Console console;
    {
        typhon::Vm vm(console.options());
        bind(vm);
        vm.run("from game import *\np = Point()\np.x = 3\nq = p + p\nprint(q, q.x, p == p, p == 3, {p: 1}, len(p), q[0])\ntry: q[2]\nexcept IndexError as e: print(e)\nmatch q:\n    case Point(x, y): print(x, y)\n");
        EQUAL(console.take(), std::string("<6> 6.0 True False {<3>: 1} 2 6.0\n0 or 1\n6.0 0.0\n"));
        vm.run("from game import *\nu = Unit('orc')\nu.hp -= 3\nu.name += '!'\nprint(u.move(1.5), u.move(dx=1, dy=2.0), u.hp, u.name, u.x, u.at(), u.kind(), u.made, Unit.move.__doc__, Unit.hp.__doc__, Unit.__doc__)\n"
               "t = Tank('t', armour=5)\nprint(t.hp, t.kind(), t.armour(), isinstance(t, Unit), strongest([u, t]) is t)\nrename(t, 'T')\nprint(t.name, recruit(4).hp)\n"
               "u.listen(lambda name: name * 2)\nprint(u.tell())\n");
        EQUAL(console.take(), std::string("1.5 4.5 7 orc! 2.5 <2> unit 7 By so much. What is left. Something that moves.\n100 tank 5 True True\nT 4\norc!orc!\n"));
        vm.run("from game import *\ndef fails(f):\n    try: print(f())\n    except Exception as e: print(type(e).__name__, e)\n"
               "class Lazy(Unit):\n    def __init__(self) -> None: pass\nclass Twice(Unit):\n    def __init__(self) -> None:\n        super().__init__('x')\n        super().__init__('y')\n"
               "u, t = Unit('a'), Tank('b', 1)\nfails(lambda: Unit('x', -1))\nfails(lambda: Lazy().hp)\nfails(Twice)\nfails(lambda: Unit.__init__(t, 'x'))\nfails(lambda: Tank.armour(u))\nfails(lambda: rename(3, ''))\nfails(lambda: setattr(u, 'made', 1))\nfails(lambda: setattr(u, 'name', 1))\nfails(lambda: u.tell())\n"
               "fails(lambda: strongest([u, 3]))\nclass Bad(Tank):\n    def __init__(self) -> None: Unit.__init__(self, 'x')\nfails(Bad)\n");
        EQUAL(console.take(), std::string("ValueError hp below zero\nRuntimeError Unit.__init__() was not called\nRuntimeError Unit.__init__() was called before\nTypeError Unit.__init__() is not for an object of Tank\n"
                                          "TypeError descriptor 'armour' doesn't apply to a 'Unit' object\nTypeError expected Unit, got int\nAttributeError property 'made' of 'Unit' object has no setter\nTypeError Unit.name() argument 'value' must be str, not int\n"
                                          "RuntimeError the reference is empty\nTypeError expected Unit, got int\nTypeError Unit.__init__() is not for an object of Tank\n"));
        vm.run("from game import *\nfor i in range(2000): Tank('t', i)\nimport gc\ngc.collect()\nassert Unit.alive() < 100, Unit.alive()\nkept = [Unit('k') for i in range(10)]\nclass Mine(Unit):\n    other: object = None\nm = Mine('m')\nm.other = m\n");
        try {
            vm.run("from game import *\nUnit('x').colour = 3\n");
            CHECK(false);
        } catch (const typhon::Refused &refused) {
            EQUAL(refused.diagnostics()[0].code, std::string("attr-defined"));
        }
        try {
            vm.def("game", "bad", [](const Unbound &) {}, "x");
            CHECK(false);
        } catch (const std::logic_error &) {
        }
        typhon::Scope scope(vm);
        typhon::Value unit = vm.make<Unit>("made", 3);
        EQUAL(unit.as<Unit &>().name, std::string("made"));
        EQUAL(unit.attr("hp").as<int>(), 3);
        CHECK(Counted::alive > 10);
    }
    EQUAL(Counted::alive, 0);
}

struct Plain {
    int a = 1;
    double b = 0.5;
};
// A struct without constructors.
static void plain_structs() {
    typhon::Vm vm;
    vm.bind<Plain>("plain", "Plain").init<int, double>("a, b=2.5").property("a", &Plain::a).property("b", &Plain::b).done();
    vm.run("plain.py", "import plain\np = plain.Plain(3)\np.a += 1\nshown = (p.a, p.b)\n");
    EQUAL(vm.eval("shown").repr(), std::string("(4, 2.5)"));
}

int main() {
    plain_structs();
    values();
    errors();
    functions();
    suspension();
    classes();
    return failures != 0;
}
