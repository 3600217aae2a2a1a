// typhon.hpp: typhon.h for C++17: scopes and references that close themselves, errors as exceptions, functions and classes bound from their C++ types.
//
//     typhon::Vm vm;
//     vm.def("game", "spawn", [](std::string_view kind, int hp) { return world.spawn(kind, hp); }, "kind, *, hp=10");
//     vm.bind<Unit>("game", "Unit").init<std::string, int>("name, hp=10").def("move", &Unit::move, "dx, dy=0.0").property("hp", &Unit::hp).done();
//     vm.run("level.py", text);
//
// What fails throws typhon::Error; a text that is refused typhon::Refused. A bound function that throws raises in the script: typhon::Error what it says,
// std::invalid_argument ValueError, std::out_of_range IndexError, std::bad_alloc MemoryError, anything else RuntimeError. No exception crosses a frame of C.
//
// C++ types and those of the signature that the checker sees:
//     bool bool   integers int   float, double float   std::string, std::string_view, const char * str   std::vector<T> list[T]   std::map, std::unordered_map dict[K, V]
//     std::optional<T> T | None   std::tuple, std::pair tuple[...]   Value object   a class that was bound: by its name
// A parameter of type Vm & is the VM, and no parameter of the script's.
//
// typhon.h explains values, scopes and threads; all of it can be used beside this: Vm::c, Value::c.
#ifndef TYPHON_HPP
#define TYPHON_HPP
#include "typhon.h"
#include <cstring>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <typeindex>
#include <unordered_map>
#include <utility>
#include <vector>

namespace typhon {
class Vm;
class Value;

struct Frame {
    std::string path, function;
    unsigned line;
};
struct Diagnostic {
    typhon_severity severity;
    std::string code, message, path;
    unsigned line, column;
};

// ---- references ---------------------------------------------------------------------------------------------------------

namespace detail {
struct Life { // of a VM, known to whatever may live longer
    typhon_vm *vm;
};
} // namespace detail

// Keeps a value, in any scope, until it goes or the VM does.
class Ref {
  public:
    Ref() = default;
    explicit Ref(const Value &value);
    Ref(Ref &&other) noexcept : life_(std::move(other.life_)), ref_(std::exchange(other.ref_, nullptr)) {}
    Ref &operator=(Ref &&other) noexcept {
        std::swap(life_, other.life_), std::swap(ref_, other.ref_);
        return *this;
    }
    ~Ref() {
        if (ref_ && life_->vm) typhon_ref_free(life_->vm, ref_);
    }
    explicit operator bool() const { return ref_ && life_->vm; }
    Value value() const;

  private:
    std::shared_ptr<detail::Life> life_;
    typhon_ref *ref_ = nullptr;
};

// ---- errors -------------------------------------------------------------------------------------------------------------

class Error : public std::runtime_error {
  public:
    // To be thrown from a bound function: a built-in exception, or "module.Name".
    Error(std::string type, std::string message) : runtime_error(type + ": " + message), type_(std::move(type)), message_(std::move(message)) {}
    // The exception that waits in the VM, which waits no longer.
    explicit Error(typhon_vm *vm);
    const std::string &type() const { return type_; }
    const std::string &message() const { return message_; }
    const std::vector<Frame> &frames() const { return frames_; } // outermost first
    const std::string &text() const { return text_; }            // with the traceback, as the command shows it; "" of one made here
    // Raises it in the script.
    typhon_status raise(typhon_vm *vm) const;

  protected:
    Error(std::string type, std::string message, std::string text) : Error(std::move(type), std::move(message)) { text_ = std::move(text); }

  private:
    std::string type_, message_, text_;
    std::vector<Frame> frames_;
    std::shared_ptr<Ref> exception_;
};

// The text does not parse, or the checker refuses it; nothing of it has run.
class Refused : public Error {
  public:
    explicit Refused(typhon_vm *vm);
    const std::vector<Diagnostic> &diagnostics() const { return diagnostics_; }

  private:
    std::vector<Diagnostic> diagnostics_;
};

// ---- values -------------------------------------------------------------------------------------------------------------

// To be specialised for further types, with `static constexpr bool is_copy = true` if a T holds nothing of the value that it was made of. This one is for classes that were bound: T & is the object itself, good as long as its value is; a T made is a new object.
template <class T, class = void> struct Convert {
    static_assert(std::is_class_v<T>, "typhon.hpp knows no conversion of this type");
    static constexpr bool is_copy = true;
    static std::string type(typhon_vm *vm); // as the signature has it
    static T &from(typhon_vm *vm, typhon_value value);
    static typhon_value to(typhon_vm *vm, T value);
};

namespace detail {
// Whether a T that was made of a value needs the value no more: then what it was read from goes with a scope of its own. Convert says so by `is_copy`.
template <class T, class = void> constexpr bool is_copy = false;
template <class T> constexpr bool is_copy<T, std::enable_if_t<Convert<T>::is_copy>> = true;
inline Vm &vm_of(typhon_vm *vm);
inline std::shared_ptr<Life> life_of(typhon_vm *vm);
inline typhon_value checked(typhon_vm *vm, typhon_value value) {
    if (typhon_kind_of(vm, value) == TYPHON_INVALID) throw Error(vm);
    return value;
}
// True: it has ended; false: it is suspended.
inline bool check(typhon_vm *vm, typhon_status status) {
    if (status == TYPHON_ERROR) throw Error(vm);
    if (status == TYPHON_REFUSED) throw Refused(vm);
    return status != TYPHON_SUSPENDED;
}
template <class T> using Plain = std::remove_cv_t<std::remove_reference_t<T>>;
template <class T> typhon_value to_c(typhon_vm *vm, const T &value) { return checked(vm, Convert<std::decay_t<const T>>::to(vm, value)); }
} // namespace detail

// Good until the scope closes in which it was made (Scope; a bound function has one of its own).
class Value {
  public:
    Value() = default; // none at all: false
    Value(typhon_vm *vm, typhon_value value) : vm_(vm), value_(value) {}
    explicit operator bool() const { return vm_; }
    typhon_value c() const { return value_; }
    typhon_vm *vm() const { return vm_; }

    typhon_kind kind() const { return typhon_kind_of(vm_, value_); }
    bool is_none() const { return kind() == TYPHON_NONE; }
    std::string type_name() const { return typhon_type_name(vm_, value_); }
    template <class T> T as() const { return Convert<detail::Plain<T>>::from(vm_, value_); } // TypeError when it is something else
    bool truth() const {
        bool result;
        detail::check(vm_, typhon_truth(vm_, value_, &result));
        return result;
    }
    std::string str() const { return text(typhon_to_str); }
    std::string repr() const { return text(typhon_repr); }
    size_t size() const {
        size_t result;
        detail::check(vm_, typhon_length(vm_, value_, &result));
        return result;
    }
    bool same(const Value &other) const { return typhon_same(vm_, value_, other.value_); }
    bool operator==(const Value &other) const {
        bool result;
        detail::check(vm_, typhon_equal(vm_, value_, other.value_, &result));
        return result;
    }
    bool operator!=(const Value &other) const { return !(*this == other); }
    bool is_instance(const Value &class_or_tuple) const {
        bool result;
        detail::check(vm_, typhon_is_instance(vm_, value_, class_or_tuple.value_, &result));
        return result;
    }

    Value attr(const char *name) const { return got([&](typhon_value *result) { return typhon_get_attr(vm_, value_, name, result); }); }
    template <class T> void set_attr(const char *name, const T &value) const { detail::check(vm_, typhon_set_attr(vm_, value_, name, detail::to_c(vm_, value))); }
    template <class K> Value operator[](const K &key) const {
        return got([&](typhon_value *result) { return typhon_get_item(vm_, value_, detail::to_c(vm_, key), result); });
    }
    template <class K, class T> void set_item(const K &key, const T &value) const { detail::check(vm_, typhon_set_item(vm_, value_, detail::to_c(vm_, key), detail::to_c(vm_, value))); }
    template <class T> bool contains(const T &item) const {
        bool result;
        detail::check(vm_, typhon_contains(vm_, value_, detail::to_c(vm_, item), &result));
        return result;
    }
    template <class T> void append(const T &item) const { detail::check(vm_, typhon_append(vm_, value_, detail::to_c(vm_, item))); }
    // Calls f(Value) with each item; a scope for each.
    template <class F> void each(F &&f) const;
    // false (no value): the run is suspended, see Vm::resume.
    template <class... Args> Value operator()(const Args &...args) const {
        const typhon_value all[] = {detail::to_c(vm_, args)..., typhon_none(vm_)};
        return got([&](typhon_value *result) { return typhon_call(vm_, value_, all, sizeof...(args), result); });
    }
    template <class... Args> Value call(const char *method, const Args &...args) const {
        const typhon_value all[] = {detail::to_c(vm_, args)..., typhon_none(vm_)};
        return got([&](typhon_value *result) { return typhon_call_method(vm_, value_, method, all, sizeof...(args), result); });
    }

  private:
    template <class F> Value got(F &&f) const {
        typhon_value result = typhon_none(vm_);
        return detail::check(vm_, f(&result)) ? Value(vm_, result) : Value();
    }
    std::string text(typhon_status (*function)(typhon_vm *, typhon_value, typhon_value *)) const;
    typhon_vm *vm_ = nullptr;
    typhon_value value_ = {};
};

inline Ref::Ref(const Value &value) : life_(detail::life_of(value.vm())), ref_(typhon_ref_new(value.vm(), value.c())) {
    if (!ref_) throw std::bad_alloc();
}
inline Value Ref::value() const {
    if (!*this) throw Error("RuntimeError", "the reference is empty");
    return Value(life_->vm, typhon_ref_value(life_->vm, ref_));
}

class Scope {
  public:
    explicit Scope(Vm &vm);
    explicit Scope(typhon_vm *vm) : vm_(vm), scope_(typhon_scope_open(vm)) {}
    Scope(const Scope &) = delete;
    Scope &operator=(const Scope &) = delete;
    ~Scope() {
        if (vm_) typhon_scope_close(vm_, scope_);
    }
    // Closes it; the value stays good in the scope around.
    Value keep(const Value &value) { return Value(value.vm(), typhon_scope_keep(std::exchange(vm_, nullptr), scope_, value.c())); }

  private:
    typhon_vm *vm_;
    typhon_scope scope_;
};

namespace detail {
struct NoScope {
    explicit NoScope(typhon_vm *) {}
};
// For what a T is made of.
template <class T> using ScopeOf = std::conditional_t<is_copy<T>, Scope, NoScope>;
} // namespace detail

template <class F> void Value::each(F &&f) const {
    Scope outer(vm_);
    typhon_value iterator;
    detail::check(vm_, typhon_iter(vm_, value_, &iterator));
    for (;;) {
        Scope scope(vm_);
        typhon_value item;
        typhon_status status = typhon_next(vm_, iterator, &item);
        if (status == TYPHON_END) return;
        detail::check(vm_, status);
        f(Value(vm_, item));
    }
}

// ---- conversions --------------------------------------------------------------------------------------------------------

template <> struct Convert<bool> {
    static constexpr bool is_copy = true;
    static std::string type(typhon_vm *) { return "bool"; }
    static bool from(typhon_vm *vm, typhon_value value) {
        bool result;
        detail::check(vm, typhon_get_bool(vm, value, &result));
        return result;
    }
    static typhon_value to(typhon_vm *vm, bool value) { return typhon_bool(vm, value); }
};
template <class T> struct Convert<T, std::enable_if_t<std::is_integral_v<T> && !std::is_same_v<T, bool>>> {
    static constexpr bool is_copy = true;
    static std::string type(typhon_vm *) { return "int"; }
    static T from(typhon_vm *vm, typhon_value value) {
        int64_t result;
        typhon_status status = typhon_get_int(vm, value, &result);
        if constexpr (std::is_unsigned_v<T> && sizeof(T) == 8) {
            T large;
            if (status == TYPHON_ERROR && typhon_kind_of(vm, value) == TYPHON_INT && read_large(vm, value, &large)) return typhon_clear_error(vm), large;
        }
        detail::check(vm, status);
        bool fits = std::is_unsigned_v<T> ? result >= 0 && static_cast<uint64_t>(result) <= std::numeric_limits<T>::max()
                                          : result >= static_cast<int64_t>(std::numeric_limits<T>::min()) && result <= static_cast<int64_t>(std::numeric_limits<T>::max() & INT64_MAX);
        if (!fits) throw Error("OverflowError", "the int " + std::to_string(result) + " does not fit into " + std::to_string(8 * sizeof(T)) + (std::is_unsigned_v<T> ? " unsigned bits" : " bits"));
        return static_cast<T>(result);
    }
    static typhon_value to(typhon_vm *vm, T value) {
        if (std::is_unsigned_v<T> && static_cast<uint64_t>(value) > static_cast<uint64_t>(INT64_MAX)) return typhon_int_from_text(vm, std::to_string(value).c_str());
        return typhon_int(vm, static_cast<int64_t>(value));
    }

  private:
    // By its digits: false when they are more than 64 bits, or none.
    static bool read_large(typhon_vm *vm, typhon_value value, T *result) {
        Scope scope(vm);
        typhon_value digits;
        const char *text;
        size_t size;
        *result = 0;
        if (typhon_repr(vm, value, &digits) != TYPHON_OK || typhon_get_str(vm, digits, &text, &size) != TYPHON_OK || !size || size > 20) return false;
        for (size_t i = 0; i < size; i++) {
            if (text[i] < '0' || text[i] > '9') return false;
            T digit = static_cast<T>(text[i] - '0');
            if (*result > (std::numeric_limits<T>::max() - digit) / 10) return false;
            *result = *result * 10 + digit;
        }
        return true;
    }
};
template <class T> struct Convert<T, std::enable_if_t<std::is_floating_point_v<T>>> {
    static constexpr bool is_copy = true;
    static std::string type(typhon_vm *) { return "float"; }
    static T from(typhon_vm *vm, typhon_value value) {
        double result;
        detail::check(vm, typhon_get_float(vm, value, &result));
        return static_cast<T>(result);
    }
    static typhon_value to(typhon_vm *vm, T value) { return typhon_float(vm, static_cast<double>(value)); }
};
// Good as long as the value is.
template <> struct Convert<std::string_view> {
    static constexpr bool is_copy = false;
    static std::string type(typhon_vm *) { return "str"; }
    static std::string_view from(typhon_vm *vm, typhon_value value) {
        const char *text;
        size_t size;
        detail::check(vm, typhon_get_str(vm, value, &text, &size));
        return {text, size};
    }
    static typhon_value to(typhon_vm *vm, std::string_view value) { return typhon_str(vm, value.data() ? value.data() : "", value.size()); }
};
template <> struct Convert<std::string> : Convert<std::string_view> {
    static constexpr bool is_copy = true;
    static std::string from(typhon_vm *vm, typhon_value value) { return std::string(Convert<std::string_view>::from(vm, value)); }
};
template <> struct Convert<const char *> : Convert<std::string_view> {
    static const char *from(typhon_vm *vm, typhon_value value) {
        const char *text;
        detail::check(vm, typhon_get_str(vm, value, &text, nullptr)); // ValueError when there is a NUL in it
        return text;
    }
};
template <> struct Convert<char *> : Convert<const char *> {};
template <> struct Convert<Value> {
    static constexpr bool is_copy = false;
    static std::string type(typhon_vm *) { return "object"; }
    static Value from(typhon_vm *vm, typhon_value value) { return {vm, value}; }
    static typhon_value to(typhon_vm *vm, const Value &value) { return value ? value.c() : typhon_none(vm); }
};
template <> struct Convert<std::nullptr_t> {
    static std::string type(typhon_vm *) { return "None"; }
    static typhon_value to(typhon_vm *vm, std::nullptr_t) { return typhon_none(vm); }
};
template <class T> struct Convert<std::optional<T>> {
    static constexpr bool is_copy = detail::is_copy<T>;
    static std::string type(typhon_vm *vm) { return Convert<T>::type(vm) + " | None"; }
    static std::optional<T> from(typhon_vm *vm, typhon_value value) {
        if (typhon_kind_of(vm, value) == TYPHON_NONE) return std::nullopt;
        return Convert<T>::from(vm, value);
    }
    static typhon_value to(typhon_vm *vm, const std::optional<T> &value) { return value ? Convert<T>::to(vm, *value) : typhon_none(vm); }
};
template <class T> struct Convert<std::vector<T>> {
    static constexpr bool is_copy = detail::is_copy<T>;
    static std::string type(typhon_vm *vm) { return "list[" + Convert<T>::type(vm) + "]"; }
    static std::vector<T> from(typhon_vm *vm, typhon_value value) {
        std::vector<T> result;
        size_t count;
        if (typhon_kind_of(vm, value) != TYPHON_LIST) throw Error("TypeError", std::string("expected list, got ") + typhon_type_name(vm, value));
        detail::check(vm, typhon_length(vm, value, &count));
        for (size_t i = 0; i < count; i++) {
            detail::ScopeOf<T> scope(vm);
            typhon_value item;
            detail::check(vm, typhon_get_index(vm, value, static_cast<ptrdiff_t>(i), &item));
            result.push_back(Convert<T>::from(vm, item));
        }
        return result;
    }
    static typhon_value to(typhon_vm *vm, const std::vector<T> &values) {
        typhon_value list = detail::checked(vm, typhon_list(vm, nullptr, 0));
        for (const auto &value : values) {
            Scope scope(vm);
            detail::check(vm, typhon_append(vm, list, Convert<T>::to(vm, value)));
        }
        return list;
    }
};
namespace detail {
template <class Map, class K, class T> struct ConvertMap {
    static constexpr bool is_copy = detail::is_copy<K> && detail::is_copy<T>;
    static std::string type(typhon_vm *vm) { return "dict[" + Convert<K>::type(vm) + ", " + Convert<T>::type(vm) + "]"; }
    static Map from(typhon_vm *vm, typhon_value value) {
        Map result;
        if (typhon_kind_of(vm, value) != TYPHON_DICT) throw Error("TypeError", std::string("expected dict, got ") + typhon_type_name(vm, value));
        ScopeOf<Map> outer(vm);
        typhon_value iterator, key, item;
        check(vm, typhon_iter(vm, value, &iterator));
        for (;;) {
            ScopeOf<Map> scope(vm);
            typhon_status status = typhon_next(vm, iterator, &key);
            if (status == TYPHON_END) return result;
            check(vm, status);
            check(vm, typhon_get_item(vm, value, key, &item));
            result.emplace(Convert<K>::from(vm, key), Convert<T>::from(vm, item));
        }
    }
    static typhon_value to(typhon_vm *vm, const Map &values) {
        typhon_value dict = checked(vm, typhon_dict(vm));
        for (const auto &[key, value] : values) {
            Scope scope(vm);
            typhon_value key_value = Convert<K>::to(vm, key); // an invalid one fails below
            check(vm, typhon_set_item(vm, dict, key_value, Convert<T>::to(vm, value)));
        }
        return dict;
    }
};
template <class Tuple, class... T> struct ConvertTuple {
    static constexpr bool is_copy = (detail::is_copy<T> && ...);
    static std::string type(typhon_vm *vm) {
        std::string text;
        (void)vm;
        ((text += (text.empty() ? "" : ", ") + Convert<T>::type(vm)), ...);
        return "tuple[" + (text.empty() ? "()" : text) + "]";
    }
    static Tuple from(typhon_vm *vm, typhon_value value) {
        size_t count = 0;
        if (typhon_kind_of(vm, value) == TYPHON_TUPLE) check(vm, typhon_length(vm, value, &count));
        if (typhon_kind_of(vm, value) != TYPHON_TUPLE || count != sizeof...(T))
            throw Error("TypeError", "expected a tuple of " + std::to_string(sizeof...(T)) + ", got " + typhon_type_name(vm, value));
        return from(vm, value, std::index_sequence_for<T...>());
    }
    static typhon_value to(typhon_vm *vm, const Tuple &values) {
        return std::apply([vm](const auto &...items) {
            const typhon_value all[] = {Convert<T>::to(vm, items)..., typhon_none(vm)};
            return typhon_tuple(vm, all, sizeof...(T));
        }, values);
    }

  private:
    template <class Item> static Item item(typhon_vm *vm, typhon_value tuple, size_t at) {
        ScopeOf<Item> scope(vm);
        typhon_value found;
        check(vm, typhon_get_index(vm, tuple, static_cast<ptrdiff_t>(at), &found));
        return Convert<Item>::from(vm, found);
    }
    template <size_t... I> static Tuple from(typhon_vm *vm, typhon_value tuple, std::index_sequence<I...>) {
        (void)vm, (void)tuple; // of none
        return Tuple{item<T>(vm, tuple, I)...};
    }
};
} // namespace detail
template <class K, class T> struct Convert<std::map<K, T>> : detail::ConvertMap<std::map<K, T>, K, T> {};
template <class K, class T> struct Convert<std::unordered_map<K, T>> : detail::ConvertMap<std::unordered_map<K, T>, K, T> {};
template <class... T> struct Convert<std::tuple<T...>> : detail::ConvertTuple<std::tuple<T...>, T...> {};
template <class A, class B> struct Convert<std::pair<A, B>> : detail::ConvertTuple<std::pair<A, B>, A, B> {};

// ---- functions from their C++ types -------------------------------------------------------------------------------------

namespace detail {
template <class F> struct Signature : Signature<decltype(&F::operator())> {};
template <class R, class... A> struct Signature<R(A...)> {
    using Result = R;
    using Parameters = std::tuple<A...>;
};
template <class R, class... A> struct Signature<R (*)(A...)> : Signature<R(A...)> {};
template <class R, class... A> struct Signature<R (*)(A...) noexcept> : Signature<R(A...)> {};
template <class C, class R, class... A> struct Signature<R (C::*)(A...)> : Signature<R(A...)> {};
template <class C, class R, class... A> struct Signature<R (C::*)(A...) const> : Signature<R(A...)> {};
template <class C, class R, class... A> struct Signature<R (C::*)(A...) noexcept> : Signature<R(A...)> {};
template <class C, class R, class... A> struct Signature<R (C::*)(A...) const noexcept> : Signature<R(A...)> {};

template <class A> constexpr bool is_vm = std::is_same_v<A, Vm &>;
template <class A> typename std::enable_if_t<!is_vm<A>, decltype(Convert<Plain<A>>::from(nullptr, {}))> argument(typhon_vm *vm, const typhon_value *args, size_t &at) { return Convert<Plain<A>>::from(vm, args[at++]); }
template <class A> typename std::enable_if_t<is_vm<A>, Vm &> argument(typhon_vm *vm, const typhon_value *, size_t &) { return vm_of(vm); }
template <class A> void add_type(typhon_vm *vm, std::vector<std::string> &types) {
    if constexpr (!is_vm<A>) types.push_back(Convert<Plain<A>>::type(vm));
}
template <class R> std::string result_type(typhon_vm *vm) {
    if constexpr (std::is_void_v<R>) return "None";
    else return Convert<Plain<R>>::type(vm);
}
template <class Tuple> struct Call;
template <class... A> struct Call<std::tuple<A...>> {
    static std::vector<std::string> types(typhon_vm *vm) {
        std::vector<std::string> types;
        (void)vm;
        (add_type<A>(vm, types), ...);
        return types;
    }
    template <class R, class F> static void run(typhon_vm *vm, F &f, const typhon_value *args, typhon_value *result) {
        size_t at = 0;
        (void)args, (void)at;
        // in braces: from left to right
        std::tuple<decltype(argument<A>(vm, args, at))...> given{argument<A>(vm, args, at)...};
        if constexpr (std::is_void_v<R>) {
            std::apply([&f](auto &&...a) { f(static_cast<A>(a)...); }, given);
            *result = typhon_none(vm);
        } else {
            *result = Convert<Plain<R>>::to(vm, std::apply([&f](auto &&...a) -> R { return f(static_cast<A>(a)...); }, given));
        }
    }
};

// Raises in the script what was thrown.
inline typhon_status raise_current(typhon_vm *vm) noexcept {
    try {
        throw;
    } catch (const Error &error) {
        return error.raise(vm);
    } catch (const std::bad_alloc &) {
        return typhon_raise(vm, "MemoryError", "%s", "");
    } catch (const std::invalid_argument &error) {
        return typhon_raise(vm, "ValueError", "%s", error.what());
    } catch (const std::out_of_range &error) {
        return typhon_raise(vm, "IndexError", "%s", error.what());
    } catch (const std::exception &error) {
        return typhon_raise(vm, "RuntimeError", "%s", error.what());
    } catch (...) {
        return typhon_raise(vm, "RuntimeError", "%s", "a C++ exception of unknown type");
    }
}
template <class F> typhon_status call_bound(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) noexcept {
    using S = Signature<F>;
    try {
        Call<typename S::Parameters>::template run<typename S::Result>(vm, *static_cast<F *>(userdata), args, result);
        return TYPHON_OK;
    } catch (...) {
        return raise_current(vm);
    }
}

// Of __eq__ and __ne__, which are asked about anything: what their parameter is not made of is NotImplemented.
template <class F> typhon_status call_equality(typhon_vm *vm, void *userdata, const typhon_value *args, typhon_value *result) noexcept {
    try {
        (void)Convert<Plain<std::tuple_element_t<1, typename Signature<F>::Parameters>>>::from(vm, args[1]);
    } catch (const Error &error) {
        typhon_value builtins;
        if (error.type() != "TypeError") return error.raise(vm);
        return typhon_import(vm, "builtins", &builtins) || typhon_get_attr(vm, builtins, "NotImplemented", result) ? TYPHON_ERROR : TYPHON_OK;
    } catch (...) {
        return raise_current(vm);
    }
    return call_bound<F>(vm, userdata, args, result);
}
// What is called for a function of F's type.
template <class F> typhon_function callee(bool is_equality) {
    using Parameters = typename Signature<F>::Parameters;
    if constexpr (std::tuple_size_v<Parameters> == 2) {
        if constexpr (!is_vm<std::tuple_element_t<1, Parameters>>)
            if (is_equality) return call_equality<F>;
    }
    (void)is_equality;
    return call_bound<F>;
}

// "kind, *, hp=10" with the types in order: "kind: str, *, hp: int = 10". `first`: "self", or nothing.
inline std::string parameters(const std::string &first, std::string_view names, const std::vector<std::string> &types, bool has_names) {
    std::string text = first;
    size_t at = 0, depth = 0, start = 0;
    char quote = 0; // that of the text of the language in which i is
    auto add = [&text](const std::string &part) { text += (text.empty() ? "" : ", ") + part; };
    if (!has_names) {
        for (const auto &type : types) add("a" + std::to_string(at++) + ": " + type);
        if (at) add("/");
        return text;
    }
    for (size_t i = 0; i <= names.size(); i++) {
        char c = i < names.size() ? names[i] : ',';
        if (quote && i < names.size()) {
            if (c == '\\') i++;
            else if (c == quote) quote = 0;
            continue;
        }
        if (c == '\'' || c == '"') quote = c;
        if (c == '(' || c == '[' || c == '{') depth++;
        if (c == ')' || c == ']' || c == '}') depth--;
        if (c != ',' || (depth && i < names.size())) continue;
        std::string_view part = names.substr(start, i - start);
        start = i + 1;
        while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
        while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
        if (part.empty() && i == names.size()) break;
        if (part == "*" || part == "/") {
            add(std::string(part));
            continue;
        }
        size_t equals = part.find('=');
        std::string name(part.substr(0, equals));
        while (!name.empty() && name.back() == ' ') name.pop_back();
        if (at >= types.size()) throw std::logic_error("typhon: more names than parameters: " + std::string(names));
        add(name + ": " + types[at++] + (equals == std::string_view::npos ? "" : " = " + std::string(part.substr(equals + 1))));
    }
    if (at != types.size()) throw std::logic_error("typhon: fewer names than parameters: " + std::string(names));
    return text;
}
inline std::string quoted(std::string_view doc) {
    std::string text = "\"\"\"";
    for (char c : doc) {
        if (c == '\\' || c == '"') text += '\\';
        text += c;
    }
    return text + "\"\"\"";
}

// What a bound class is known by.
struct ClassRecord {
    std::string name, module, declaration;
    std::vector<typhon_method> methods;
    std::vector<std::unique_ptr<std::string>> names;
    ClassRecord *base = nullptr;
    std::vector<const ClassRecord *> derived;
    typhon_class definition = {};
};
// The data of its objects; the C++ object behind `is_made` at the same place in all.
template <class T> struct Box {
    alignas(16) bool is_made;
    alignas(16) unsigned char object[sizeof(T)];
    T *get() { return std::launder(reinterpret_cast<T *>(object)); }
    static void finalise(void *, void *data) {
        Box *box = static_cast<Box *>(data);
        if (std::exchange(box->is_made, false)) box->get()->~T();
    }
};
template <class T> struct Initialised {
    Box<T> *box;
};
} // namespace detail

// ---- the VM -------------------------------------------------------------------------------------------------------------

// As in typhon_config.
struct Options {
    std::function<void(int stream, std::string_view text)> output;                          // none: what is printed is thrown away
    std::function<std::optional<std::string>(std::string_view name)> find_module;           // the source of a module
    size_t heap_limit = 0;
    uint32_t recursion_limit = 0;
    bool suspends = false, deterministic = false;
    typhon_check check = TYPHON_CHECK_GRADUAL;
    uint64_t hash_seed = 0;
    std::vector<std::string> argv;
};

template <class T> class ClassBuilder;

class Vm {
  public:
    explicit Vm(Options options = {}) : options_(std::move(options)), life_(std::make_shared<detail::Life>()) {
        typhon_config config = {};
        std::vector<const char *> argv;
        for (const auto &argument : options_.argv) argv.push_back(argument.c_str());
        config.userdata = this;
        if (options_.output) config.output = output;
        if (options_.find_module) config.find_module = find_module;
        config.heap_limit = options_.heap_limit, config.recursion_limit = options_.recursion_limit, config.suspends = options_.suspends, config.deterministic = options_.deterministic;
        config.check = options_.check, config.hash_seed = options_.hash_seed;
        config.argc = static_cast<int>(argv.size()), config.argv = argv.data();
        if (!(life_->vm = typhon_open(&config))) throw std::bad_alloc();
    }
    Vm(const Vm &) = delete;
    Vm &operator=(const Vm &) = delete;
    ~Vm() {
        typhon_close(life_->vm);
        life_->vm = nullptr;
    }
    typhon_vm *c() const { return life_->vm; }

    // false: the run is suspended, see resume.
    bool run(const char *path, std::string_view text) { return detail::check(c(), typhon_run(c(), path, text.data(), text.size())); }
    bool run(std::string_view text) { return run(nullptr, text); }
    Value load(const char *name, const char *path, std::string_view text) {
        typhon_value module = {};
        return detail::check(c(), typhon_load(c(), name, path, text.data(), text.size(), &module)) ? Value(c(), module) : Value();
    }
    // Throws Refused; nothing runs.
    void check(const char *name, const char *path, std::string_view text) { detail::check(c(), typhon_check_text(c(), name, path, text.data(), text.size())); }
    // The bytecode, a bytes object, for load() and run(). Throws Refused; nothing runs.
    Value compile(const char *name, const char *path, std::string_view text) {
        typhon_value result = {};
        return detail::check(c(), typhon_compile(c(), name, path, text.data(), text.size(), &result)) ? Value(c(), result) : Value();
    }
    Value eval(std::string_view text, const Value &module = {}) {
        typhon_value result = {};
        return detail::check(c(), typhon_eval(c(), module.c(), text.data(), text.size(), &result)) ? Value(c(), result) : Value();
    }
    Value import(const char *name) {
        typhon_value module = {};
        detail::check(c(), typhon_import(c(), name, &module));
        return {c(), module};
    }
    template <class T> Value value(const T &from) { return {c(), detail::to_c(c(), from)}; }

    // As typhon_grant: "read", "write" and "env" may be limited to something.
    void grant(const char *grant, const char *what = nullptr) { detail::check(c(), typhon_grant(c(), grant, what)); }
    void set_budget(uint64_t instructions) { typhon_set_budget(c(), instructions); }
    void set_time(uint64_t milliseconds) { typhon_set_time(c(), milliseconds); }
    bool is_suspended() const { return typhon_get_suspension(c()) != TYPHON_RUNNABLE; }
    // The run's result (None of a text), or false: it is suspended again.
    Value resume() {
        typhon_value result = typhon_none(c());
        return detail::check(c(), typhon_resume(c(), &result)) ? Value(c(), result) : Value();
    }
    void cancel() { typhon_cancel(c()); }
    void interrupt() { typhon_interrupt(c()); }

    // names: "kind, *, hp=10": one for each parameter that is not the VM, with defaults as text of the language. Without, they are taken by position alone.
    template <class F> void def(const char *module, const char *name, F function, std::optional<std::string_view> names = {}, std::string_view doc = {}) {
        using S = detail::Signature<F>;
        std::string signature = std::string("def ") + name + "(" + detail::parameters("", names.value_or(""), detail::Call<typename S::Parameters>::types(c()), names.has_value()) + ") -> " +
                                detail::result_type<typename S::Result>(c()) + (doc.empty() ? "" : ":\n    " + detail::quoted(doc) + "\n");
        detail::check(c(), typhon_def(c(), module, signature.c_str(), detail::call_bound<F>, hold(std::move(function))));
    }
    // A variable of a host module.
    template <class T> void set(const char *module, const char *name, const T &value) {
        std::string declaration = std::string(name) + ": " + Convert<std::decay_t<const T>>::type(c());
        Scope scope(c());
        detail::check(c(), typhon_def_value(c(), module, declaration.c_str(), detail::to_c(c(), value)));
    }
    void text(const char *module, std::string_view text) { detail::check(c(), typhon_def_text(c(), module, text.data(), text.size())); }
    std::string stub(const char *module) {
        const char *text = typhon_get_stub(c(), module);
        return text ? text : "";
    }
    // A class of scripts whose objects are T, destroyed when they are unreachable. To be ended by done().
    template <class T> ClassBuilder<T> bind(const char *module, const char *name, std::string_view doc = {}) { return {*this, module, name, doc}; }
    template <class T, class... A> Value make(A &&...arguments) { return {c(), new_object<T>(std::forward<A>(arguments)...)}; }

  private:
    template <class T> friend class ClassBuilder;
    template <class T, class> friend struct Convert;
    friend std::shared_ptr<detail::Life> detail::life_of(typhon_vm *);

    static void output(void *self, int stream, const char *text, size_t size) {
        try {
            static_cast<Vm *>(self)->options_.output(stream, {text, size});
        } catch (...) { // nobody is there to hear of it
        }
    }
    static bool find_module(void *self, const char *name, const char **text, size_t *size, const char **path) {
        Vm &vm = *static_cast<Vm *>(self);
        try {
            std::optional<std::string> found = vm.options_.find_module(name);
            if (!found) return false;
            vm.found_ = std::move(*found), vm.found_path_ = std::string(name) + ".py";
            *text = vm.found_.c_str(), *size = vm.found_.size(), *path = vm.found_path_.c_str();
            return true;
        } catch (...) {
            return false;
        }
    }
    template <class F> void *hold(F function) {
        auto held = std::make_shared<F>(std::move(function));
        held_.push_back(held);
        return held.get();
    }
    template <class T> detail::ClassRecord &record() const {
        auto found = classes_.find(typeid(T));
        if (found == classes_.end()) throw std::logic_error(std::string("typhon: no class was bound for the C++ type ") + typeid(T).name());
        return *found->second;
    }
    template <class T, class... A> typhon_value new_object(A &&...arguments) {
        void *data;
        typhon_value made = typhon_new(c(), &record<T>().definition, &data);
        if (!data) throw Error(c());
        auto *box = static_cast<detail::Box<T> *>(data);
        new (box->object) T(std::forward<A>(arguments)...);
        box->is_made = true;
        return made;
    }
    // That of an object of just this class: the constructor of a base would leave the rest undone.
    template <class T> detail::Box<T> *box_to_fill(typhon_value value) const {
        const detail::ClassRecord &known = record<T>();
        for (const detail::ClassRecord *derived : known.derived) {
            if (typhon_data(c(), value, &derived->definition)) throw Error("TypeError", known.name + ".__init__() is not for an object of " + derived->name);
            typhon_clear_error(c());
        }
        auto *box = static_cast<detail::Box<T> *>(typhon_data(c(), value, &known.definition));
        if (!box) throw Error(c());
        if (box->is_made) throw Error("RuntimeError", known.name + ".__init__() was called before");
        return box;
    }
    template <class T> T *object(typhon_value value) const {
        const detail::ClassRecord &known = record<T>();
        auto *box = static_cast<detail::Box<T> *>(typhon_data(c(), value, &known.definition));
        if (!box) throw Error(c());
        if (!box->is_made) throw Error("RuntimeError", known.name + ".__init__() was not called");
        return box->get();
    }

    Options options_;
    std::shared_ptr<detail::Life> life_;
    std::vector<std::shared_ptr<void>> held_; // functions
    std::unordered_map<std::type_index, std::unique_ptr<detail::ClassRecord>> classes_;
    std::vector<std::unique_ptr<detail::ClassRecord>> replaced_;
    std::string found_, found_path_;
};

// ---- classes ------------------------------------------------------------------------------------------------------------

template <class T, class V> std::string Convert<T, V>::type(typhon_vm *vm) { return detail::vm_of(vm).template record<T>().name; }
template <class T, class V> T &Convert<T, V>::from(typhon_vm *vm, typhon_value value) { return *detail::vm_of(vm).template object<T>(value); }
template <class T, class V> typhon_value Convert<T, V>::to(typhon_vm *vm, T value) { return detail::vm_of(vm).template new_object<T>(std::move(value)); }
// `self` of an __init__.
template <class T> struct Convert<detail::Initialised<T>> {
    static constexpr bool is_copy = false;
    static std::string type(typhon_vm *) { return ""; }
    static detail::Initialised<T> from(typhon_vm *vm, typhon_value value) { return {detail::vm_of(vm).template box_to_fill<T>(value)}; }
};
template <class T> struct Convert<T *, std::enable_if_t<std::is_class_v<T>>> {
    static constexpr bool is_copy = false;
    static std::string type(typhon_vm *vm) { return Convert<T>::type(vm); }
    static T *from(typhon_vm *vm, typhon_value value) { return &Convert<std::remove_cv_t<T>>::from(vm, value); }
};

template <class T> class ClassBuilder {
  public:
    static_assert(alignof(T) <= 16 && sizeof(detail::Box<T>) <= 32 * 1024, "too large for the data of an object: hold a std::unique_ptr to it");

    ClassBuilder(Vm &vm, const char *module, const char *name, std::string_view doc) : vm_(vm) {
        auto &place = vm_.classes_[typeid(T)];
        if (place) vm_.replaced_.push_back(std::move(place)); // its objects may live still
        place = std::make_unique<detail::ClassRecord>();
        record_ = place.get(), record_->name = name, record_->module = module;
        if (!doc.empty()) body_ = "    " + detail::quoted(doc) + "\n";
    }
    // B was bound in the same module. T derives from it, and begins with it.
    template <class B> ClassBuilder &base() {
        static_assert(std::is_base_of_v<B, T>, "base<B>: a class of which T is one");
        alignas(T) static char here[sizeof(T)];
        T *derived = reinterpret_cast<T *>(here);
        if (static_cast<void *>(static_cast<B *>(derived)) != here) throw std::logic_error("typhon: the base is not at the start of the class");
        for (detail::ClassRecord *base = &vm_.template record<B>(); base; base = base->base) base->derived.push_back(record_);
        record_->base = &vm_.template record<B>();
        base_ = "(" + record_->base->name + ")";
        return *this;
    }
    // Scripts make objects by T(A...).
    template <class... A> ClassBuilder &init(std::optional<std::string_view> names = {}) {
        return method("__init__", [](detail::Initialised<T> self, A... arguments) {
            if constexpr (std::is_constructible_v<T, A...>) new (self.box->object) T(std::forward<A>(arguments)...);
            else new (self.box->object) T{std::forward<A>(arguments)...}; // a plain struct
            self.box->is_made = true;
        }, names, {}, "");
    }
    // A member function of T, or a function whose first parameter is T &, const T & or T *.
    template <class F> ClassBuilder &def(const char *name, F function, std::optional<std::string_view> names = {}, std::string_view doc = {}) {
        return method(name, with_self(function), names, doc, "");
    }
    template <class F> ClassBuilder &static_def(const char *name, F function, std::optional<std::string_view> names = {}, std::string_view doc = {}) {
        declare("    @staticmethod\n", name, name, "", std::move(function), names, doc);
        return *this;
    }
    // Of a pointer to a data member (which scripts may set unless it is const), or a getter with or without a setter, as def takes them.
    template <class G> ClassBuilder &property(const char *name, G getter, std::string_view doc = {}) {
        if constexpr (std::is_member_object_pointer_v<G>) {
            using Member = detail::Plain<decltype(std::declval<T &>().*getter)>;
            method(name, [getter](T &self) -> Member { return self.*getter; }, {}, doc, "    @property\n");
            if constexpr (!std::is_const_v<std::remove_reference_t<decltype(std::declval<T &>().*getter)>>)
                method(name, [getter](T &self, Member value) { self.*getter = std::move(value); }, "value", {}, setter(name), ".setter");
            return *this;
        } else {
            return method(name, with_self(getter), {}, doc, "    @property\n");
        }
    }
    template <class G, class S> ClassBuilder &property(const char *name, G getter, S set, std::string_view doc = {}) {
        method(name, with_self(getter), {}, doc, "    @property\n");
        return method(name, with_self(set), "value", {}, setter(name), ".setter");
    }
    template <class M> ClassBuilder &readonly(const char *name, M T::*member, std::string_view doc = {}) {
        return method(name, [member](T &self) -> detail::Plain<M> { return self.*member; }, {}, doc, "    @property\n");
    }
    // What else the class is to have, in the language: "name: str", "__match_args__ = ('name',)".
    ClassBuilder &text(std::string_view line) {
        body_ += "    " + std::string(line) + "\n";
        return *this;
    }
    void done() {
        record_->declaration = "class " + record_->name + base_ + ":\n" + (body_.empty() ? "    ...\n" : body_);
        record_->methods.push_back({nullptr, nullptr, nullptr});
        record_->definition = {record_->declaration.c_str(), record_->methods.data(), sizeof(detail::Box<T>), detail::Box<T>::finalise};
        detail::check(vm_.c(), typhon_def_class(vm_.c(), record_->module.c_str(), &record_->definition, nullptr));
    }

  private:
    static std::string setter(const char *name) { return "    @" + std::string(name) + ".setter\n"; }
    template <class C, class R, class... A> static auto with_self(R (C::*function)(A...)) {
        return [function](T &self, A... a) -> R { return (self.*function)(std::forward<A>(a)...); };
    }
    template <class C, class R, class... A> static auto with_self(R (C::*function)(A...) const) {
        return [function](T &self, A... a) -> R { return (self.*function)(std::forward<A>(a)...); };
    }
    template <class C, class R, class... A> static auto with_self(R (C::*function)(A...) noexcept) {
        return [function](T &self, A... a) -> R { return (self.*function)(std::forward<A>(a)...); };
    }
    template <class C, class R, class... A> static auto with_self(R (C::*function)(A...) const noexcept) {
        return [function](T &self, A... a) -> R { return (self.*function)(std::forward<A>(a)...); };
    }
    template <class F, class = std::enable_if_t<!std::is_member_function_pointer_v<F>>> static F with_self(F function) { return function; }

    template <class F> ClassBuilder &method(const char *name, F function, std::optional<std::string_view> names, std::string_view doc, const std::string &decorator, const char *suffix = "") {
        declare(decorator, name, std::string(name) + suffix, "self", std::move(function), names, doc);
        return *this;
    }
    template <class F> void declare(const std::string &decorator, const char *name, std::string in_table, const char *self, F function, std::optional<std::string_view> names, std::string_view doc) {
        using S = detail::Signature<F>;
        std::vector<std::string> types = detail::Call<typename S::Parameters>::types(vm_.c());
        if (*self) types.erase(types.begin());
        bool is_special = in_table.size() > 4 && in_table.compare(0, 2, "__") == 0;
        bool is_equality = in_table == "__eq__" || in_table == "__ne__"; // of anything
        if (is_equality && types.size() == 1) types[0] = "object";
        std::string parameters = detail::parameters(self, names.value_or(""), types, names.has_value() || (is_special && types.empty()));
        body_ += decorator + "    def " + name + "(" + parameters + ") -> " + detail::result_type<typename S::Result>(vm_.c()) + ":\n        " +
                 (doc.empty() ? "..." : detail::quoted(doc)) + "\n";
        record_->names.push_back(std::make_unique<std::string>(std::move(in_table)));
        record_->methods.push_back({record_->names.back()->c_str(), detail::callee<F>(is_equality), vm_.hold(std::move(function))});
    }

    Vm &vm_;
    detail::ClassRecord *record_;
    std::string body_, base_;
    template <class U, class> friend struct Convert;
};

// ---- the rest, where all is known ----------------------------------------------------------------------------------------

namespace detail {
inline Vm &vm_of(typhon_vm *vm) { return *static_cast<Vm *>(typhon_userdata(vm)); }
inline std::shared_ptr<Life> life_of(typhon_vm *vm) { return vm_of(vm).life_; }
} // namespace detail

inline Scope::Scope(Vm &vm) : Scope(vm.c()) {}

inline std::string Value::text(typhon_status (*function)(typhon_vm *, typhon_value, typhon_value *)) const {
    Scope scope(vm_);
    typhon_value result;
    detail::check(vm_, function(vm_, value_, &result));
    return Convert<std::string>::from(vm_, result);
}

inline Error::Error(typhon_vm *vm) : Error("SystemError", "") {
    Scope scope(vm);
    typhon_error error;
    if (!typhon_get_error(vm, &error)) return;
    std::vector<Frame> frames;
    for (size_t i = 0; i < error.frame_count; i++) frames.push_back({error.frames[i].path, error.frames[i].function, error.frames[i].line});
    Error made(error.type, error.message, "");
    try {
        made.exception_ = std::make_shared<Ref>(Value(vm, error.value));
    } catch (const std::bad_alloc &) { // it is raised again by its type and message
    }
    made.frames_ = std::move(frames);
    made.text_ = typhon_problem(vm);
    typhon_clear_error(vm);
    *this = std::move(made);
}

inline typhon_status Error::raise(typhon_vm *vm) const {
    if (exception_ && *exception_ && detail::life_of(vm)->vm == exception_->value().vm()) return typhon_raise_value(vm, exception_->value().c());
    return typhon_raise(vm, type_.c_str(), "%s", message_.c_str());
}

namespace detail {
// Of what was found first.
inline std::string why_refused(typhon_vm *vm) {
    Scope scope(vm);
    typhon_error error;
    return typhon_get_error(vm, &error) ? error.message : "the text is refused";
}
} // namespace detail

inline Refused::Refused(typhon_vm *vm) : Error("SyntaxError", detail::why_refused(vm), typhon_problem(vm)) {
    size_t count;
    const typhon_diagnostic *found = typhon_get_diagnostics(vm, &count);
    for (size_t i = 0; i < count; i++) diagnostics_.push_back({found[i].severity, found[i].code, found[i].message, found[i].span.path, found[i].span.line, found[i].span.column});
    typhon_clear_error(vm);
}
} // namespace typhon
#endif
