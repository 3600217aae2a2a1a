"""Logging set up from a dict or a file (library reference, "logging.config")."""

import contextlib
import functools
import io
import logging
import logging.handlers
import os
import re

DEFAULT_LOGGING_CONFIG_PORT = 9030


# ---- what both ways share

def _object_named(name, importer=__import__):
    """The object of a dotted name: as much of it as is a module is imported."""
    module, *steps = name.split(".")
    found = importer(module)
    for step in steps:
        module = f"{module}.{step}"
        try:
            found = getattr(found, step)
        except AttributeError:
            importer(module)
            found = getattr(found, step)
    return found


def _drop_handlers():
    """All handlers there are are closed and forgotten."""
    logging.shutdown(logging._handlerList[:])
    logging._handlerList.clear()
    logging._handlers.clear()


def _set_handlers(logger, handlers):
    for old in list(logger.handlers):
        logger.removeHandler(old)
    for new in handlers:
        logger.addHandler(new)


class _Others:
    """The loggers that were there before: those that are not named are disabled, but for the ones below a named one, which are as new."""

    def __init__(self):
        self.loggers = logging.root.manager.loggerDict
        self.names, self.kept = set(self.loggers), set()

    def name(self, name):
        """The logger of this name is set up."""
        if name in self.names:
            self.kept.update(other for other in self.names if other.startswith(name + "."))
            self.names.remove(name)

    def settle(self, disable):
        for name in self.names:
            logger = self.loggers[name]
            if name not in self.kept:
                logger.disabled = disable
            elif not isinstance(logger, logging.PlaceHolder):
                logger.setLevel(logging.NOTSET)
                logger.handlers, logger.propagate = [], True


# ---- from a file

def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    """Sets logging up from a file in the form of configparser: its name, itself, or what a parser has read of it."""
    parser = _parser_of(fname, defaults, encoding)
    formatters = {name: _file_formatter(parser, f"formatter_{name}") for name in _listed(parser, "formatters")}
    _drop_handlers()
    handlers, targets = {}, []
    for name in _listed(parser, "handlers"):
        section = parser[f"handler_{name}"]
        handlers[name] = handler = _file_handler(section, formatters)
        handler.name = name
        if isinstance(handler, logging.handlers.MemoryHandler) and section.get("target"):
            targets.append((handler, section["target"]))
    for handler, target in targets:
        handler.setTarget(handlers[target])
    _file_loggers(parser, handlers, disable_existing_loggers)


def _parser_of(file, defaults, encoding):
    import configparser
    if isinstance(file, configparser.RawConfigParser):
        return file
    if isinstance(file, str):
        if not os.path.exists(file):
            raise FileNotFoundError(f"{file} doesn't exist")
        if os.path.getsize(file) == 0:
            raise RuntimeError(f"{file} is an empty file")
    parser = configparser.ConfigParser(defaults)
    try:
        if hasattr(file, "readline"):
            parser.read_file(file)
        else:
            parser.read(file, encoding=io.text_encoding(encoding))
    except configparser.ParsingError as error:
        raise RuntimeError(f"{file} is invalid: {error}")
    return parser


def _split(text):
    return [name.strip() for name in text.split(",")] if text.strip() else []


def _listed(parser, section):
    return _split(parser[section]["keys"])


def _value(text):
    return eval(text, vars(logging))


def _file_formatter(parser, section):
    def raw(option, otherwise=None):
        return parser.get(section, option, raw=True, fallback=otherwise)
    named = parser[section].get("class")
    cls = _object_named(named) if named else logging.Formatter
    defaults = raw("defaults")
    return cls(raw("format"), raw("datefmt"), raw("style", "%"), **({} if defaults is None else {"defaults": _value(defaults)}))


def _file_handler(section, formatters):
    named = section["class"]
    try:
        cls = _value(named)
    except (NameError, AttributeError):  # it is not of logging
        cls = _object_named(named)
    handler = cls(*_value(section.get("args", "()")), **_value(section.get("kwargs", "{}")))
    if "level" in section:
        handler.setLevel(section["level"])
    if section.get("formatter"):
        handler.setFormatter(formatters[section["formatter"]])
    return handler


def _file_loggers(parser, handlers, disable):
    def configure(logger, section):
        if "level" in section:
            logger.setLevel(section["level"])
        _set_handlers(logger, [handlers[name] for name in _split(section["handlers"])])
    names = _listed(parser, "loggers")
    names.remove("root")
    configure(logging.root, parser["logger_root"])
    others = _Others()
    for section in [parser[f"logger_{name}"] for name in names]:
        name, propagates = section["qualname"], section.getint("propagate", fallback=1)
        logger = logging.getLogger(name)
        others.name(name)
        configure(logger, section)
        logger.propagate, logger.disabled = propagates, 0
    others.settle(disable)


# ---- from a dict: values are converted when they are looked up

def valid_ident(s):
    """Whether it is a name; ValueError if not."""
    if re.match(r"(?i)^[a-z_][a-z0-9_]*$", s) is None:
        raise ValueError(f"Not a valid Python identifier: {s!r}")
    return True


class ConvertingMixin:
    """A container in which values such as 'ext://sys.stdout' become what they stand for when they are taken out."""

    def convert_with_key(self, key, value, replace=True):
        """The value under a key, converted; it is put in its place if `replace` says so."""
        made = self.convert(value)
        if made is not value:
            if replace:
                self[key] = made
            if isinstance(made, ConvertingMixin):
                made.key = key
        return made

    def convert(self, value):
        """A value, converted."""
        made = self.configurator.convert(value)
        if made is not value and isinstance(made, ConvertingMixin):
            made.parent = self
        return made


class ConvertingDict(dict, ConvertingMixin):
    """A dict of that kind."""

    def __getitem__(self, key):
        return self.convert_with_key(key, super().__getitem__(key))

    def get(self, key, default=None):
        return self.convert_with_key(key, super().get(key, default))

    def pop(self, key, default=None):
        return self.convert_with_key(key, super().pop(key, default), False)


class ConvertingList(list, ConvertingMixin):
    """A list of that kind."""

    def __getitem__(self, key):
        return self.convert_with_key(key, super().__getitem__(key))

    def pop(self, idx=-1):
        return self.convert(super().pop(idx))


class ConvertingTuple(tuple, ConvertingMixin):
    """A tuple of that kind."""

    def __getitem__(self, key):
        return self.convert_with_key(key, super().__getitem__(key), False)


class BaseConfigurator(object):
    """Converts the values of a configuration: 'cfg://a.b[0]' is another part of it, 'ext://name' an object from outside."""

    CONVERT_PATTERN = re.compile(r"^(?P<prefix>[a-z]+)://(?P<suffix>.*)$")
    WORD_PATTERN = re.compile(r"^\s*(\w+)\s*")
    DOT_PATTERN = re.compile(r"^\.\s*(\w+)\s*")
    INDEX_PATTERN = re.compile(r"^\[([^\[\]]*)\]\s*")
    DIGIT_PATTERN = re.compile(r"^\d+$")
    value_converters = {kind: kind + "_convert" for kind in ("ext", "cfg")}
    importer = staticmethod(__import__)

    def __init__(self, config):
        self.config = self._own(ConvertingDict, config)

    def _own(self, kind, values):
        made = kind(values)
        made.configurator = self
        return made

    def resolve(self, s):
        """The object of a dotted name."""
        try:
            return _object_named(s, self.importer)
        except ImportError as error:
            raise ValueError(f"Cannot resolve {s!r}: {error}") from error

    def ext_convert(self, value):
        """What 'ext://' stands for."""
        return self.resolve(value)

    def cfg_convert(self, value):
        """What 'cfg://' stands for."""
        step = self.WORD_PATTERN.match(value)
        if step is None:
            raise ValueError(f"Unable to convert {value!r}")
        found, rest = self.config[step[1]], value[step.end():]
        while rest:
            step = self.DOT_PATTERN.match(rest) or self.INDEX_PATTERN.match(rest)
            if step is None:
                raise ValueError(f"Unable to convert {value!r} at {rest!r}")
            key = step[1]
            if rest[0] == "[" and self.DIGIT_PATTERN.match(key):
                try:
                    found = found[int(key)]
                except TypeError:  # a dict whose keys are texts
                    found = found[key]
            else:
                found = found[key]
            rest = rest[step.end():]
        return found

    def convert(self, value):
        """The value, or what it stands for."""
        if isinstance(value, str):
            match = self.CONVERT_PATTERN.match(value)
            converter = match and self.value_converters.get(match["prefix"])
            return getattr(self, converter)(match["suffix"]) if converter else value
        if isinstance(value, ConvertingMixin) or isinstance(value, tuple) and hasattr(value, "_fields"):
            return value
        for plain, kind in ((dict, ConvertingDict), (list, ConvertingList), (tuple, ConvertingTuple)):
            if isinstance(value, plain):
                return self._own(kind, value)
        return value

    def configure_custom(self, config):
        """An object made by the callable under the key '()', with the attributes under the key '.'."""
        make = config.pop("()")
        attributes = config.pop(".", None)
        return self._make(make if callable(make) else self.resolve(make), config, attributes)

    def _make(self, make, config, attributes):
        made = make(**_keywords(config))
        for name, value in (attributes or {}).items():
            setattr(made, name, value)
        return made

    def as_tuple(self, value):
        """A list as a tuple: in JSON there are none."""
        return value if not isinstance(value, list) else tuple(value)


def _keywords(config):
    return {key: config[key] for key in config if valid_ident(key)}


@contextlib.contextmanager
def _unable_to(what):
    """Errors within say what could not be done."""
    try:
        yield
    except Exception as error:
        raise ValueError(f"Unable to {what}") from error


class _NotYet(TypeError):
    """A handler needs another one, which is not made yet."""


class DictConfigurator(BaseConfigurator):
    """Sets logging up from a dict (PEP 391)."""

    def configure(self):
        """Does it."""
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError(f"Unsupported version: {config['version']}")
        incremental = config.pop("incremental", False)
        others = None
        if incremental:
            self._change_handlers(config.get("handlers", {}))
        else:
            disable = config.pop("disable_existing_loggers", True)
            _drop_handlers()
            self._make_all("formatter", self.configure_formatter)
            self._make_all("filter", self.configure_filter)
            self._make_handlers(config.get("handlers", {}))
            others = _Others()
        loggers = config.get("loggers", {})
        for name in loggers:
            if others is not None:
                others.name(name)
            with _unable_to(f"configure logger {name!r}"):
                self.configure_logger(name, loggers[name], incremental)
        if others is not None:
            others.settle(disable)
        root = config.get("root", None)
        if root:
            with _unable_to("configure root logger"):
                self.configure_root(root, incremental)

    def _change_handlers(self, handlers):
        for name in handlers:
            if name not in logging._handlers:
                raise ValueError(f"No handler found with name {name!r}")
            with _unable_to(f"configure handler {name!r}"):
                level = handlers[name].get("level", None)
                if level:
                    logging._handlers[name].setLevel(level)

    def _make_all(self, kind, make):
        configs = self.config.get(kind + "s", {})
        for name in configs:
            with _unable_to(f"configure {kind} {name!r}"):
                configs[name] = make(configs[name])

    def _make_handlers(self, handlers):
        """Those that need others are left until these are there."""
        waiting = []
        for name in sorted(handlers):
            try:
                self._make_handler(handlers, name)
            except ValueError as error:
                if not isinstance(error.__cause__.__cause__, _NotYet):
                    raise
                waiting.append(name)
        for name in waiting:
            self._make_handler(handlers, name)

    def _make_handler(self, handlers, name):
        with _unable_to(f"configure handler {name!r}"):
            made = self.configure_handler(handlers[name])
            made.name = name
            handlers[name] = made

    def configure_formatter(self, config):
        """A formatter."""
        if "()" in config:
            given = dict(config)
            try:
                return self.configure_custom(config)
            except TypeError as error:
                if "'format'" not in str(error):
                    raise
            config.update(given)  # once more, with the name of Formatter's parameter
            config["fmt"] = config.pop("format")
            return self.configure_custom(config)
        named = config.get("class", None)
        cls = _object_named(named) if named else logging.Formatter
        options = {key: config[key] for key in ("validate", "defaults") if config.get(key) is not None}
        return cls(config.get("format", None), config.get("datefmt", None), config.get("style", "%"), **options)

    def configure_filter(self, config):
        """A filter."""
        return self.configure_custom(config) if "()" in config else logging.Filter(config.get("name", ""))

    def add_filters(self, filterer, filters):
        """Adds filters to a logger or handler: by name, or themselves."""
        for each in filters:
            with _unable_to(f"add filter {each!r}"):
                is_filter = callable(each) or callable(getattr(each, "filter", None))
                filterer.addFilter(each if is_filter else self.config["filters"][each])

    def add_handlers(self, logger, handlers):
        """Adds handlers to a logger, by name."""
        for name in handlers:
            with _unable_to(f"add handler {name!r}"):
                logger.addHandler(self.config["handlers"][name])

    # ---- handlers

    def configure_handler(self, config):
        """A handler."""
        given = dict(config)
        name = config.get("formatter", None)
        formatter = None
        if name:
            with _unable_to(f"set formatter {name!r}"):
                formatter = self.config["formatters"][name]
        level, filters = config.pop("level", None), config.pop("filters", None)
        config.pop("formatter", None)
        if "()" in config:
            make = config.pop("()")
            make = make if callable(make) else self.resolve(make)
        else:
            named = config.pop("class")
            cls = make = named if callable(named) else self.resolve(named)
            try:
                self._adapt(cls, config)
            except ValueError as error:
                if isinstance(error.__cause__, _NotYet):
                    config.update(given)  # for the second time
                raise
            if issubclass(cls, logging.handlers.QueueHandler):
                make = functools.partial(self._queue_handler, cls)
        attributes = config.pop(".", None)
        try:
            made = self._make(make, config, attributes)
        except TypeError as error:
            if "'stream'" not in str(error):
                raise
            config["strm"] = config.pop("stream")  # as old handlers call it
            made = self._make(make, config, attributes)
        if formatter:
            made.setFormatter(formatter)
        if level is not None:
            made.setLevel(level)
        if filters:
            self.add_filters(made, filters)
        return made

    def _adapt(self, cls, config):
        """The arguments of some handlers stand for something else."""
        handlers = logging.handlers
        if issubclass(cls, handlers.MemoryHandler):
            if "flushLevel" in config:
                config["flushLevel"] = logging._checkLevel(config["flushLevel"])
            if "target" in config:
                with _unable_to(f"set target handler {config['target']!r}"):
                    config["target"] = self._ready(config["target"], "target not configured yet")
        elif issubclass(cls, handlers.QueueHandler):
            for key, convert in (("queue", self._queue_of), ("listener", self._listener_of)):
                if key in config:
                    config[key] = convert(config[key])
            made = []
            for name in config.get("handlers", None) or ():
                with _unable_to(f"set required handler {name!r}"):
                    made.append(self._ready(name, f"Required handler {name!r} is not configured yet"))
            if "handlers" in config:
                config["handlers"] = made
        else:
            for kind, key in ((handlers.SMTPHandler, "mailhost"), (handlers.SysLogHandler, "address")):
                if issubclass(cls, kind) and key in config:
                    config[key] = self.as_tuple(config[key])

    def _ready(self, name, complaint):
        handler = self.config["handlers"][name]
        if not isinstance(handler, logging.Handler):
            raise _NotYet(complaint)
        return handler

    def _custom(self, given, what):
        if "()" not in given:
            raise TypeError(f"Invalid {what} specifier {given!r}")
        return self.configure_custom(dict(given))

    def _queue_of(self, given):
        if isinstance(given, dict):
            return self._custom(given, "queue")
        if isinstance(given, str):
            given = self.resolve(given)
            if callable(given):
                return given()
        elif all(callable(getattr(given, name, None)) for name in ("put", "get")):
            return given
        raise TypeError(f"Invalid queue specifier {given!r}")

    def _listener_of(self, given):
        if isinstance(given, dict):
            return self._custom(given, "listener")
        found = self.resolve(given) if isinstance(given, str) else given
        if isinstance(found, type) and not issubclass(found, logging.handlers.QueueListener):
            raise TypeError(f"Invalid listener specifier {given!r}")
        return found

    def _queue_handler(self, cls, *, queue=None, respect_handler_level=False, listener=logging.handlers.QueueListener, handlers=(), **kwargs):
        if queue is None:
            from queue import Queue
            queue = Queue()
        made = cls(queue, **kwargs)
        made.listener = listener(queue, *handlers, respect_handler_level=respect_handler_level)
        return made

    # ---- loggers

    def common_logger_config(self, logger, config, incremental=False):
        """What is set for the root logger and for others alike."""
        level = config.get("level", None)
        if level is not None:
            logger.setLevel(level)
        if incremental:
            return
        _set_handlers(logger, ())
        for key, add in (("handlers", self.add_handlers), ("filters", self.add_filters)):
            names = config.get(key, None)
            if names:
                add(logger, names)

    def configure_logger(self, name, config, incremental=False):
        """A logger."""
        made = logging.getLogger(name)
        self.common_logger_config(made, config, incremental)
        made.disabled = False
        if config.get("propagate", None) is not None:
            made.propagate = config["propagate"]

    def configure_root(self, config, incremental=False):
        """The root logger."""
        self.common_logger_config(logging.root, config, incremental)


dictConfigClass = DictConfigurator


def dictConfig(config):
    """Sets logging up from a dict."""
    dictConfigClass(config).configure()


_listener = None


def listen(port=DEFAULT_LOGGING_CONFIG_PORT, verify=None):
    """A thread, to be started, that takes configurations at this port: their length in four bytes, then JSON for dictConfig or what fileConfig
    reads. `verify` is given the bytes; what it returns is used, if it is not None."""
    global _listener
    from ._listen import Listener
    _listener = Listener(port, verify)
    return _listener


def stopListening():
    """Ends the thread."""
    global _listener
    if _listener is not None:
        _listener.stop()
        _listener = None
