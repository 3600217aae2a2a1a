"""Logging set up from a dict or a file (library reference, "logging.config")."""

import functools
import io
import logging
import logging.handlers
import os
import re

DEFAULT_LOGGING_CONFIG_PORT = 9030
_identifier = re.compile(r"^[a-z_][a-z0-9_]*$", re.I)


# ---- from a file

def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    """Sets logging up from a file in the form of configparser."""
    import configparser
    if isinstance(fname, str):
        if not os.path.exists(fname):
            raise FileNotFoundError(f"{fname} doesn't exist")
        if not os.path.getsize(fname):
            raise RuntimeError(f"{fname} is an empty file")
    if isinstance(fname, configparser.RawConfigParser):
        parser = fname
    else:
        try:
            parser = configparser.ConfigParser(defaults)
            if hasattr(fname, "readline"):
                parser.read_file(fname)
            else:
                parser.read(fname, encoding=io.text_encoding(encoding))
        except configparser.ParsingError as error:
            raise RuntimeError(f"{fname} is invalid: {error}")
    formatters = _file_formatters(parser)
    _clear_handlers()
    handlers = _file_handlers(parser, formatters)
    _file_loggers(parser, handlers, disable_existing_loggers)


def _resolve(name):
    "The object of a dotted name."
    parts = name.split(".")
    used = parts.pop(0)
    found = __import__(used)
    for part in parts:
        used = used + "." + part
        try:
            found = getattr(found, part)
        except AttributeError:
            __import__(used)
            found = getattr(found, part)
    return found


def _names(text):
    return [name.strip() for name in text.split(",")] if text.strip() else []


def _evaluated(text):
    return eval(text, vars(logging)) if isinstance(text, str) else text


def _file_formatters(parser):
    formatters = {}
    for name in _names(parser["formatters"]["keys"]):
        section = f"formatter_{name}"
        options = parser[section]
        style = parser.get(section, "style", raw=True, fallback="%")
        defaults = parser.get(section, "defaults", raw=True, fallback=None)
        cls = logging.Formatter
        if options.get("class"):
            cls = _resolve(options["class"])
        if defaults is not None:
            defaults = _evaluated(defaults)
            formatters[name] = cls(parser.get(section, "format", raw=True, fallback=None), parser.get(section, "datefmt", raw=True, fallback=None), style,
                                   defaults=defaults)
        else:
            formatters[name] = cls(parser.get(section, "format", raw=True, fallback=None), parser.get(section, "datefmt", raw=True, fallback=None), style)
    return formatters


def _file_handlers(parser, formatters):
    handlers, targets = {}, []
    for name in _names(parser["handlers"]["keys"]):
        section = parser[f"handler_{name}"]
        class_name = section["class"]
        try:
            cls = eval(class_name, vars(logging))
        except (AttributeError, NameError):
            cls = _resolve(class_name)
        args = eval(section.get("args", "()"), vars(logging))
        kwargs = eval(section.get("kwargs", "{}"), vars(logging))
        handler = cls(*args, **kwargs)
        handler.name = name
        if "level" in section:
            handler.setLevel(section["level"])
        formatter = section.get("formatter", "")
        if len(formatter):
            handler.setFormatter(formatters[formatter])
        if issubclass(cls, logging.handlers.MemoryHandler):
            target = section.get("target", "")
            if len(target):
                targets.append((handler, target))
        handlers[name] = handler
    for handler, target in targets:
        handler.setTarget(handlers[target])
    return handlers


def _leave_others(existing, children, disable):
    "Loggers that the configuration does not name: children of named ones stay on, with nothing of their own."
    for name in existing:
        logger = logging.root.manager.loggerDict[name]
        if name in children:
            if not isinstance(logger, logging.PlaceHolder):
                logger.setLevel(logging.NOTSET)
                logger.handlers = []
                logger.propagate = True
        else:
            logger.disabled = disable


def _take_children(name, existing, children):
    "The existing loggers below `name` become children; `name` itself is dealt with."
    children.update(each for each in existing if each.startswith(name + "."))
    existing.remove(name)


def _file_loggers(parser, handlers, disable):
    names = _names(parser["loggers"]["keys"])
    names.remove("root")
    section = parser["logger_root"]
    root = logging.root
    if "level" in section:
        root.setLevel(section["level"])
    for handler in root.handlers[:]:
        root.removeHandler(handler)
    for name in _names(section["handlers"]):
        root.addHandler(handlers[name])
    existing = sorted(root.manager.loggerDict.keys())
    children = set()
    for name in names:
        section = parser[f"logger_{name}"]
        qualified = section["qualname"]
        propagate = section.getint("propagate", fallback=1)
        logger = logging.getLogger(qualified)
        if qualified in existing:
            _take_children(qualified, existing, children)
        if "level" in section:
            logger.setLevel(section["level"])
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        logger.propagate = propagate
        logger.disabled = 0
        for handler in _names(section["handlers"]):
            logger.addHandler(handlers[handler])
    _leave_others(existing, children, disable)


def _clear_handlers():
    logging._handlers.clear()
    logging.shutdown(logging._handlerList[:])
    del logging._handlerList[:]


# ---- from a dict: values are converted when they are looked up

def valid_ident(s):
    if not _identifier.match(s):
        raise ValueError(f"Not a valid Python identifier: {s!r}")
    return True


class _Converting:
    "Values such as 'ext://sys.stdout' become what they stand for when they are taken out."

    def convert_with_key(self, key, value, replace=True):
        result = self.configurator.convert(value)
        if value is not result:
            if replace:
                self[key] = result
            if type(result) in (ConvertingDict, ConvertingList, ConvertingTuple):
                result.parent = self
                result.key = key
        return result

    def convert(self, value):
        result = self.configurator.convert(value)
        if value is not result and type(result) in (ConvertingDict, ConvertingList, ConvertingTuple):
            result.parent = self
        return result


class ConvertingDict(dict, _Converting):
    """A converting dictionary wrapper."""

    def __getitem__(self, key):
        return self.convert_with_key(key, dict.__getitem__(self, key))

    def get(self, key, default=None):
        return self.convert_with_key(key, dict.get(self, key, default))

    def pop(self, key, default=None):
        return self.convert_with_key(key, dict.pop(self, key, default), replace=False)


class ConvertingList(list, _Converting):
    """A converting list wrapper."""

    def __getitem__(self, key):
        return self.convert_with_key(key, list.__getitem__(self, key))

    def pop(self, idx=-1):
        return self.convert(list.pop(self, idx))


class ConvertingTuple(tuple, _Converting):
    """A converting tuple wrapper."""

    def __getitem__(self, key):
        return self.convert_with_key(key, tuple.__getitem__(self, key), replace=False)


class BaseConfigurator(object):
    """Converts the values of a configuration: 'cfg://a.b[0]' is another part of it, 'ext://name' an object from outside."""

    CONVERT_PATTERN = re.compile(r"^(?P<prefix>[a-z]+)://(?P<suffix>.*)$")
    WORD_PATTERN = re.compile(r"^\s*(\w+)\s*")
    DOT_PATTERN = re.compile(r"^\.\s*(\w+)\s*")
    INDEX_PATTERN = re.compile(r"^\[([^\[\]]*)\]\s*")
    DIGIT_PATTERN = re.compile(r"^\d+$")
    value_converters = {"ext": "ext_convert", "cfg": "cfg_convert"}
    importer = staticmethod(__import__)

    def __init__(self, config):
        self.config = ConvertingDict(config)
        self.config.configurator = self

    def resolve(self, s):
        """The object of a dotted name."""
        parts = s.split(".")
        used = parts.pop(0)
        try:
            found = self.importer(used)
            for part in parts:
                used += "." + part
                try:
                    found = getattr(found, part)
                except AttributeError:
                    self.importer(used)
                    found = getattr(found, part)
            return found
        except ImportError as error:
            raise ValueError(f"Cannot resolve {s!r}: {error}") from error

    def ext_convert(self, value):
        return self.resolve(value)

    def cfg_convert(self, value):
        rest = value
        match = self.WORD_PATTERN.match(rest)
        if match is None:
            raise ValueError(f"Unable to convert {value!r}")
        rest = rest[match.end():]
        found = self.config[match.groups()[0]]
        while rest:
            match = self.DOT_PATTERN.match(rest)
            if match:
                found = found[match.groups()[0]]
            else:
                match = self.INDEX_PATTERN.match(rest)
                if match:
                    index = match.groups()[0]
                    if not self.DIGIT_PATTERN.match(index):
                        found = found[index]
                    else:
                        try:
                            found = found[int(index)]
                        except TypeError:
                            found = found[index]
            if not match:
                raise ValueError(f"Unable to convert {value!r} at {rest!r}")
            rest = rest[match.end():]
        return found

    def convert(self, value):
        """The value, or what it stands for."""
        if isinstance(value, (ConvertingDict, ConvertingList, ConvertingTuple)):
            return value
        if isinstance(value, dict):
            value = ConvertingDict(value)
            value.configurator = self
        elif isinstance(value, list):
            value = ConvertingList(value)
            value.configurator = self
        elif isinstance(value, tuple) and not hasattr(value, "_fields"):
            value = ConvertingTuple(value)
            value.configurator = self
        elif isinstance(value, str):
            match = self.CONVERT_PATTERN.match(value)
            if match:
                converter = self.value_converters.get(match["prefix"])
                if converter:
                    value = getattr(self, converter)(match["suffix"])
        return value

    def configure_custom(self, config):
        """An object made by the callable under the key '()'."""
        make = config.pop("()")
        if not callable(make):
            make = self.resolve(make)
        properties = config.pop(".", None)
        result = make(**{key: config[key] for key in config if valid_ident(key)})
        if properties:
            for name, value in properties.items():
                setattr(result, name, value)
        return result

    def as_tuple(self, value):
        return tuple(value) if isinstance(value, list) else value


def _cause_of(error):
    return error.__cause__ or error.__context__


class DictConfigurator(BaseConfigurator):
    """Sets logging up from a dict (PEP 391)."""

    def configure(self):
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError(f"Unsupported version: {config['version']}")
        if config.pop("incremental", False):
            self._change(config)
        else:
            self._set_up(config)

    def _change(self, config):
        handlers = config.get("handlers", {})
        for name in handlers:
            if name not in logging._handlers:
                raise ValueError(f"No handler found with name {name!r}")
            try:
                level = handlers[name].get("level", None)
                if level:
                    logging._handlers[name].setLevel(logging._checkLevel(level))
            except Exception as error:
                raise ValueError(f"Unable to configure handler {name!r}") from error
        loggers = config.get("loggers", {})
        for name in loggers:
            try:
                self.configure_logger(name, loggers[name], True)
            except Exception as error:
                raise ValueError(f"Unable to configure logger {name!r}") from error
        root = config.get("root", None)
        if root:
            try:
                self.configure_root(root, True)
            except Exception as error:
                raise ValueError("Unable to configure root logger") from error

    def _set_up(self, config):
        disable = config.pop("disable_existing_loggers", True)
        _clear_handlers()
        formatters = config.get("formatters", {})
        for name in formatters:
            try:
                formatters[name] = self.configure_formatter(formatters[name])
            except Exception as error:
                raise ValueError(f"Unable to configure formatter {name!r}") from error
        filters = config.get("filters", {})
        for name in filters:
            try:
                filters[name] = self.configure_filter(filters[name])
            except Exception as error:
                raise ValueError(f"Unable to configure filter {name!r}") from error
        self._set_up_handlers(config.get("handlers", {}))
        self._set_up_loggers(config, disable)
        root = config.get("root", None)
        if root:
            try:
                self.configure_root(root)
            except Exception as error:
                raise ValueError("Unable to configure root logger") from error

    def _set_up_handlers(self, handlers):
        deferred = []  # their targets come later
        for name in sorted(handlers):
            try:
                handler = self.configure_handler(handlers[name])
                handler.name = name
                handlers[name] = handler
            except Exception as error:
                if " not configured yet" in str(_cause_of(error)):
                    deferred.append(name)
                else:
                    raise ValueError(f"Unable to configure handler {name!r}") from error
        for name in deferred:
            try:
                handler = self.configure_handler(handlers[name])
                handler.name = name
                handlers[name] = handler
            except Exception as error:
                raise ValueError(f"Unable to configure handler {name!r}") from error

    def _set_up_loggers(self, config, disable):
        existing = sorted(logging.root.manager.loggerDict.keys())
        children = set()
        loggers = config.get("loggers", {})
        for name in loggers:
            if name in existing:
                _take_children(name, existing, children)
            try:
                self.configure_logger(name, loggers[name])
            except Exception as error:
                raise ValueError(f"Unable to configure logger {name!r}") from error
        _leave_others(existing, children, disable)

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
        fmt = config.get("format", None)
        datefmt = config.get("datefmt", None)
        style = config.get("style", "%")
        class_name = config.get("class", None)
        defaults = config.get("defaults", None)
        cls = _resolve(class_name) if class_name else logging.Formatter
        kwargs = {}
        if defaults is not None:
            kwargs["defaults"] = defaults
        if "validate" in config:
            return cls(fmt, datefmt, style, config["validate"], **kwargs)
        return cls(fmt, datefmt, style, **kwargs)

    def configure_filter(self, config):
        """A filter."""
        if "()" in config:
            return self.configure_custom(config)
        return logging.Filter(config.get("name", ""))

    def add_filters(self, filterer, filters):
        for item in filters:
            try:
                if callable(item) or callable(getattr(item, "filter", None)):
                    filterer.addFilter(item)
                else:
                    filterer.addFilter(self.config["filters"][item])
            except Exception as error:
                raise ValueError(f"Unable to add filter {item!r}") from error

    def _queue_of(self, given):
        if isinstance(given, str):
            given = self.resolve(given)
            if not callable(given):
                raise TypeError(f"Invalid queue specifier {given!r}")
            return given()
        if isinstance(given, dict):
            if "()" not in given:
                raise TypeError(f"Invalid queue specifier {given!r}")
            return self.configure_custom(dict(given))
        if callable(getattr(given, "put", None)) and callable(getattr(given, "get", None)):
            return given
        raise TypeError(f"Invalid queue specifier {given!r}")

    def _listener_of(self, given):
        if isinstance(given, type):
            if not issubclass(given, logging.handlers.QueueListener):
                raise TypeError(f"Invalid listener specifier {given!r}")
            return given
        if isinstance(given, str):
            found = self.resolve(given)
            if isinstance(found, type) and not issubclass(found, logging.handlers.QueueListener):
                raise TypeError(f"Invalid listener specifier {given!r}")
            return found
        if isinstance(given, dict):
            if "()" not in given:
                raise TypeError(f"Invalid listener specifier {given!r}")
            return self.configure_custom(dict(given))
        return given

    def configure_handler(self, config):
        """A handler."""
        saved = dict(config)
        formatter = config.get("formatter", None)
        if formatter:
            try:
                formatter = self.config["formatters"][formatter]
            except Exception as error:
                raise ValueError(f"Unable to set formatter {formatter!r}") from error
        level = config.pop("level", None)
        filters = config.pop("filters", None)
        config.pop("formatter", None)
        if "()" in config:
            make = config.pop("()")
            factory = make if callable(make) else self.resolve(make)
        else:
            class_name = config.pop("class")
            cls = class_name if callable(class_name) else self.resolve(class_name)
            factory = cls
            self._special_arguments(cls, config, saved)
            if issubclass(cls, logging.handlers.QueueHandler):
                factory = functools.partial(self._configure_queue_handler, cls)
        properties = config.pop(".", None)
        kwargs = {key: config[key] for key in config if valid_ident(key)}
        try:
            result = factory(**kwargs)
        except TypeError as error:
            if "'stream'" not in str(error):
                raise
            kwargs["strm"] = kwargs.pop("stream")
            result = factory(**kwargs)
        if formatter:
            result.setFormatter(formatter)
        if level is not None:
            result.setLevel(logging._checkLevel(level))
        if filters:
            self.add_filters(result, filters)
        if properties:
            for name, value in properties.items():
                setattr(result, name, value)
        return result

    def _special_arguments(self, cls, config, saved):
        if issubclass(cls, logging.handlers.MemoryHandler):
            if "flushLevel" in config:
                config["flushLevel"] = logging._checkLevel(config["flushLevel"])
            if "target" in config:
                try:
                    target = self.config["handlers"][config["target"]]
                    if not isinstance(target, logging.Handler):
                        config.update(saved)  # for the second time
                        raise TypeError("target not configured yet")
                    config["target"] = target
                except Exception as error:
                    raise ValueError(f"Unable to set target handler {config['target']!r}") from error
        elif issubclass(cls, logging.handlers.QueueHandler):
            if "queue" in config:
                config["queue"] = self._queue_of(config["queue"])
            if "listener" in config:
                config["listener"] = self._listener_of(config["listener"])
            if "handlers" in config:
                handlers = []
                try:
                    for name in config["handlers"]:
                        handler = self.config["handlers"][name]
                        if not isinstance(handler, logging.Handler):
                            config.update(saved)
                            raise TypeError(f"Required handler {name!r} is not configured yet")
                        handlers.append(handler)
                except Exception as error:
                    raise ValueError(f"Unable to set required handler {name!r}") from error
                config["handlers"] = handlers
        elif issubclass(cls, logging.handlers.SMTPHandler) and "mailhost" in config:
            config["mailhost"] = self.as_tuple(config["mailhost"])
        elif issubclass(cls, logging.handlers.SysLogHandler) and "address" in config:
            config["address"] = self.as_tuple(config["address"])

    def _configure_queue_handler(self, klass, **kwargs):
        if "queue" in kwargs:
            q = kwargs.pop("queue")
        else:
            import queue
            q = queue.Queue()
        respect = kwargs.pop("respect_handler_level", False)
        listener_class = kwargs.pop("listener", logging.handlers.QueueListener)
        handlers = kwargs.pop("handlers", [])
        listener = listener_class(q, *handlers, respect_handler_level=respect)
        handler = klass(q, **kwargs)
        handler.listener = listener
        return handler

    def add_handlers(self, logger, handlers):
        for name in handlers:
            try:
                logger.addHandler(self.config["handlers"][name])
            except Exception as error:
                raise ValueError(f"Unable to add handler {name!r}") from error

    def common_logger_config(self, logger, config, incremental=False):
        level = config.get("level", None)
        if level is not None:
            logger.setLevel(logging._checkLevel(level))
        if not incremental:
            for handler in logger.handlers[:]:
                logger.removeHandler(handler)
            handlers = config.get("handlers", None)
            if handlers:
                self.add_handlers(logger, handlers)
            filters = config.get("filters", None)
            if filters:
                self.add_filters(logger, filters)

    def configure_logger(self, name, config, incremental=False):
        logger = logging.getLogger(name)
        self.common_logger_config(logger, config, incremental)
        logger.disabled = False
        propagate = config.get("propagate", None)
        if propagate is not None:
            logger.propagate = propagate

    def configure_root(self, config, incremental=False):
        self.common_logger_config(logging.getLogger(), config, incremental)


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
