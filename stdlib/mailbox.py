"""Mailboxes on disk: Maildir, mbox, MH, MMDF, Babyl (library reference, "mailbox").

A mailbox is a mapping from keys to messages. Maildir and MH keep a file for each message, the others one file for all, which is written
anew by flush(). What a message's state is depends on the format: formats tell each other by common words (see `_State`).
"""
import calendar
import contextlib
import email
import email.generator
import email.message
import errno
import io
import os
import socket
import time
from types import GenericAlias
try:
    import fcntl
except ImportError:
    fcntl = None

__all__ = ["Mailbox", "Maildir", "mbox", "MH", "Babyl", "MMDF", "Message", "MaildirMessage", "mboxMessage", "MHMessage", "BabylMessage", "MMDFMessage",
           "Error", "NoSuchMailboxError", "NotEmptyError", "ExternalClashError", "FormatError"]

linesep = os.linesep.encode("ascii")


class Error(Exception):
    """The base class of this module's errors."""


class NoSuchMailboxError(Error):
    """There is no such mailbox."""


class NotEmptyError(Error):
    """A folder has messages still."""


class ExternalClashError(Error):
    """Another program is in the way."""


class FormatError(Error):
    """A file cannot be read."""


# ---- messages

class _State(set):
    """Of a message, in words of no format: "seen", "old" (not new any more), "flagged", "answered", "deleted", "forwarded".
    `sender` and `date` are what stands at the beginning of a message in an mbox; None: not known."""

    sender = date = None


class Message(email.message.Message):
    """A message of any format: a copy of a message, or read from text, bytes or a file."""

    def __init__(self, message=None):
        if message is None:
            email.message.Message.__init__(self)
        elif isinstance(message, email.message.Message):
            import copy
            self._become_message(copy.deepcopy(message))
            if isinstance(message, Message):
                message._explain_to(self)
        else:
            self._become_message(_parsed(message))

    def _become_message(self, message):
        own = getattr(message, "_type_specific_attributes", ())
        self.__dict__.update((name, value) for name, value in vars(message).items() if name not in own)

    def _explain_to(self, message):
        "Tells another one what state this one is in."
        if not isinstance(message, Message):
            raise TypeError("Cannot convert to specified type")
        state = self._get_state()
        if state is not None:
            message._set_state(state, self)

    def _get_state(self):
        return None

    def _set_state(self, state, source):
        pass


def _parsed(message):
    if isinstance(message, bytes):
        return email.message_from_bytes(message)
    if isinstance(message, str):
        return email.message_from_string(message)
    if isinstance(message, io.TextIOWrapper):
        return email.message_from_file(message)
    if hasattr(message, "read"):
        return email.message_from_binary_file(message)
    raise TypeError(f"Invalid message type: {type(message)}")


class MaildirMessage(Message):
    """A message of a Maildir: its folder ("new" or "cur"), its flags (D draft, F flagged, P passed, R replied, S seen, T trashed), its date."""

    _type_specific_attributes = ["_subdir", "_info", "_date"]
    _WORDS = {"S": "seen", "F": "flagged", "R": "answered", "T": "deleted", "P": "forwarded"}

    def __init__(self, message=None):
        self._subdir, self._info, self._date = "new", "", time.time()
        Message.__init__(self, message)

    def get_subdir(self):
        return self._subdir

    def set_subdir(self, subdir):
        if subdir not in ("new", "cur"):
            raise ValueError(f"subdir must be 'new' or 'cur': {subdir}")
        self._subdir = subdir

    def get_flags(self):
        """The flags as text."""
        return self._info[2:] if self._info.startswith("2,") else ""

    def set_flags(self, flags):
        """Sets these flags and no others."""
        self._info = "2," + "".join(sorted(flags))

    def add_flag(self, flag):
        """Sets flags besides those that are set."""
        self.set_flags({*self.get_flags(), *flag})

    def remove_flag(self, flag):
        """Takes flags away."""
        if self.get_flags():
            self.set_flags({*self.get_flags()} - {*flag})

    def get_date(self):
        """When it was delivered, in seconds."""
        return self._date

    def set_date(self, date):
        try:
            self._date = float(date)
        except ValueError:
            raise TypeError(f"can't convert to float: {date}") from None

    def get_info(self):
        """What the name of the file says behind the colon."""
        return self._info

    def set_info(self, info):
        if not isinstance(info, str):
            raise TypeError(f"info must be a string: {type(info)}")
        self._info = info

    def _get_state(self):
        state = _State(self._WORDS[flag] for flag in self.get_flags() if flag in self._WORDS)
        if self._subdir == "cur":
            state.add("old")
        state.date = self._date
        return state

    def _set_state(self, state, source):
        if isinstance(source, MaildirMessage):
            self.set_flags(source.get_flags())
            self._subdir, self._date = source._subdir, source._date
            return
        if "old" in state:
            self._subdir = "cur"
        for flag, word in self._WORDS.items():
            if word in state:
                self.add_flag(flag)
        if state.sender is not None:
            with contextlib.suppress(ValueError):
                self._date = calendar.timegm(time.strptime(" ".join(state.sender.split()[-5:]), "%a %b %d %H:%M:%S %Y"))


class _mboxMMDFMessage(Message):
    """A message of an mbox or MMDF file: its "From " line, its flags (R read, O old, D deleted, F flagged, A answered), kept in headers."""

    _type_specific_attributes = ["_from"]
    _WORDS = {"R": "seen", "O": "old", "D": "deleted", "F": "flagged", "A": "answered"}

    def __init__(self, message=None):
        self.set_from("MAILER-DAEMON", True)
        if isinstance(message, email.message.Message):
            line = message.get_unixfrom() or ""
            if line.startswith("From "):
                self.set_from(line[5:])
        Message.__init__(self, message)

    def get_from(self):
        """The "From " line without that word."""
        return self._from

    def set_from(self, from_, time_=None):
        """Sets it; time_: a time to be written behind, True: now."""
        if time_ is not None:
            from_ += " " + time.asctime(time.gmtime() if time_ is True else time_)
        self._from = from_

    def get_flags(self):
        """The flags as text."""
        return self.get("Status", "") + self.get("X-Status", "")

    def set_flags(self, flags):
        """Sets these flags and no others."""
        flags = {*flags}
        status = "".join(flag for flag in "RO" if flag in flags)
        more = "".join(flag for flag in "DFA" if flag in flags) + "".join(sorted(flags - {*"RODFA"}))
        for name, value in (("Status", status), ("X-Status", more)):
            if name in self:
                self.replace_header(name, value)
            else:
                self.add_header(name, value)

    def add_flag(self, flag):
        """Sets flags besides those that are set."""
        self.set_flags({*self.get_flags(), *flag})

    def remove_flag(self, flag):
        """Takes flags away."""
        if "Status" in self or "X-Status" in self:
            self.set_flags({*self.get_flags()} - {*flag})

    def _explain_to(self, message):
        Message._explain_to(self, message)
        if not isinstance(message, _mboxMMDFMessage) and type(message) is not Message:
            del message["status"]
            del message["x-status"]

    def _get_state(self):
        state = _State(self._WORDS[flag] for flag in self.get_flags() if flag in self._WORDS)
        state.sender = self._from
        return state

    def _set_state(self, state, source):
        if isinstance(source, _mboxMMDFMessage):
            self.set_flags(source.get_flags())
            self.set_from(source.get_from())
            return
        for flag, word in self._WORDS.items():
            if word in state:
                self.add_flag(flag)
        if state.date is not None:
            self.set_from("MAILER-DAEMON", time.gmtime(state.date))


class mboxMessage(_mboxMMDFMessage):
    """A message of an mbox file."""


class MMDFMessage(_mboxMMDFMessage):
    """A message of an MMDF file."""


class MHMessage(Message):
    """A message of an MH folder: the sequences it is in ("unseen", "replied", "flagged", or a program's own)."""

    _type_specific_attributes = ["_sequences"]

    def __init__(self, message=None):
        self._sequences = []
        Message.__init__(self, message)

    def get_sequences(self):
        return self._sequences[:]

    def set_sequences(self, sequences):
        self._sequences = list(sequences)

    def add_sequence(self, sequence):
        if not isinstance(sequence, str):
            raise TypeError(f"sequence type must be str: {type(sequence)}")
        if sequence not in self._sequences:
            self._sequences.append(sequence)

    def remove_sequence(self, sequence):
        with contextlib.suppress(ValueError):
            self._sequences.remove(sequence)

    def _get_state(self):
        state = _State({"old"})
        for sequence, word in (("replied", "answered"), ("flagged", "flagged")):
            if sequence in self._sequences:
                state.add(word)
        if "unseen" not in self._sequences:
            state.add("seen")
        return state

    def _set_state(self, state, source):
        if isinstance(source, MHMessage):
            for sequence in source.get_sequences():
                self.add_sequence(sequence)
            return
        for sequence, is_in in (("unseen", "seen" not in state), ("replied", "answered" in state), ("flagged", "flagged" in state)):
            if is_in:
                self.add_sequence(sequence)


class BabylMessage(Message):
    """A message of a Babyl file: its labels ("unseen", "deleted", "filed", "answered", "forwarded", "edited", "resent", or a user's own), and the
    headers that are shown."""

    _type_specific_attributes = ["_labels", "_visible"]
    _WORDS = {"deleted": "deleted", "answered": "answered", "forwarded": "forwarded"}

    def __init__(self, message=None):
        self._labels, self._visible = [], Message()
        Message.__init__(self, message)

    def get_labels(self):
        return self._labels[:]

    def set_labels(self, labels):
        self._labels = list(labels)

    def add_label(self, label):
        if not isinstance(label, str):
            raise TypeError(f"label must be a string: {type(label)}")
        if label not in self._labels:
            self._labels.append(label)

    def remove_label(self, label):
        with contextlib.suppress(ValueError):
            self._labels.remove(label)

    def get_visible(self):
        """A message with the headers that are shown."""
        return Message(self._visible)

    def set_visible(self, visible):
        self._visible = Message(visible)

    def update_visible(self):
        """Shows the usual headers, and those that are shown, as they are now."""
        for name in [*self._visible.keys()]:
            if name in self:
                self._visible.replace_header(name, self[name])
            else:
                del self._visible[name]
        for name in ("Date", "From", "Reply-To", "To", "CC", "Subject"):
            if name in self and name not in self._visible:
                self._visible[name] = self[name]

    def _get_state(self):
        state = _State({"old"})
        state.update(word for label, word in self._WORDS.items() if label in self._labels)
        if "resent" in self._labels:
            state.add("forwarded")
        if "unseen" not in self._labels:
            state.add("seen")
        return state

    def _set_state(self, state, source):
        if isinstance(source, BabylMessage):
            self.set_visible(source.get_visible())
            for label in source.get_labels():
                self.add_label(label)
            return
        if "seen" not in state:
            self.add_label("unseen")
        for label, word in self._WORDS.items():
            if word in state:
                self.add_label(label)


# ---- mailboxes

class Mailbox:
    """Messages by their keys, in no order. factory(file): makes a message instead of the format's own."""

    _append_newline = False

    def __init__(self, path, factory=None, create=True):
        self._path, self._factory = os.path.abspath(os.path.expanduser(path)), factory

    __class_getitem__ = classmethod(GenericAlias)

    def _not_here(self, *arguments, **options):
        raise NotImplementedError("Method must be implemented by subclass")

    add = remove = __setitem__ = get_message = get_bytes = get_file = iterkeys = __contains__ = __len__ = flush = lock = unlock = close = _not_here

    def __delitem__(self, key):
        self.remove(key)

    def discard(self, key):
        """Removes a message, if there is one of that key."""
        with contextlib.suppress(KeyError):
            self.remove(key)

    def get(self, key, default=None):
        """A message, or default."""
        try:
            return self[key]
        except KeyError:
            return default

    def __getitem__(self, key):
        if not self._factory:
            return self.get_message(key)
        with contextlib.closing(self.get_file(key)) as file:
            return self._factory(file)

    def get_string(self, key):
        """A message as text."""
        return email.message_from_bytes(self.get_bytes(key)).as_string()

    def keys(self):
        return [*self.iterkeys()]

    def itervalues(self):
        """The messages; those that are removed meanwhile are left out."""
        for _, message in self.iteritems():
            yield message

    __iter__ = itervalues

    def values(self):
        return [*self.itervalues()]

    def iteritems(self):
        for key in self.iterkeys():
            try:
                message = self[key]
            except KeyError:
                continue
            yield key, message

    def items(self):
        return [*self.iteritems()]

    def clear(self):
        """Removes all messages."""
        for key in self.keys():
            self.discard(key)

    def pop(self, key, default=None):
        """Removes a message and gives it."""
        try:
            message = self[key]
        except KeyError:
            return default
        self.discard(key)
        return message

    def popitem(self):
        """Removes any message: (key, message)."""
        for key in self.iterkeys():
            return key, self.pop(key)
        raise KeyError("No messages in mailbox")

    def update(self, arg=None):
        """Puts messages in the place of those that have their keys."""
        if hasattr(arg, "iteritems"):
            pairs = arg.iteritems()
        elif hasattr(arg, "items"):
            pairs = arg.items()
        else:
            pairs = arg
        unknown = False
        for key, message in pairs:
            try:
                self[key] = message
            except KeyError:
                unknown = True
        if unknown:
            raise KeyError("No message with key(s)")

    # Messages as bytes.

    def _string_to_bytes(self, message):
        try:
            return message.encode("ascii")
        except UnicodeError:
            raise ValueError("String input must be ASCII-only; use bytes or a Message instead") from None

    def _dump_message(self, message, target, mangle_from_=False):
        "Writes a message of any kind; its lines end as the system's do."
        if isinstance(message, email.message.Message):
            buffer = io.BytesIO()
            email.generator.BytesGenerator(buffer, mangle_from_, 0).flatten(message)
            data = buffer.getvalue().replace(b"\n", linesep)
        else:
            data = b"".join(self._lines_of(message, mangle_from_))
        target.write(data)
        if self._append_newline and data and not data.endswith(linesep):
            target.write(linesep)

    def _lines_of(self, message, mangle):
        if isinstance(message, (str, io.StringIO)):
            if isinstance(message, io.StringIO):
                import warnings
                warnings.warn("Use of StringIO input is deprecated, use BytesIO instead", DeprecationWarning, 4)
                message = message.getvalue()
            message = self._string_to_bytes(message)
        if isinstance(message, bytes):
            message = io.BytesIO(message)
        if not hasattr(message, "read"):
            raise TypeError(f"Invalid message type: {type(message)}")
        if hasattr(message, "buffer"):
            import warnings
            warnings.warn("Use of text mode files is deprecated, use a binary mode file instead", DeprecationWarning, 4)
            message = message.buffer
        for line in iter(message.readline, b""):
            for end in (b"\r\n", b"\r"):
                if line.endswith(end):
                    line = line[:-len(end)] + b"\n"
            if mangle and line.startswith(b"From "):
                line = b">" + line
            yield line.replace(b"\n", linesep)


class Maildir(Mailbox):
    """A folder with a file for each message, in "new" or "cur"; what is being written is in "tmp". Keys are the names of files to the colon."""

    colon = ":"
    _count = 1  # of messages made by this process

    def __init__(self, dirname, factory=None, create=True):
        Mailbox.__init__(self, dirname, factory, create)
        self._paths = {name: os.path.join(self._path, name) for name in ("tmp", "new", "cur")}
        if not os.path.exists(self._path):
            if not create:
                raise NoSuchMailboxError(self._path)
            os.mkdir(self._path, 0o700)
            for path in self._paths.values():
                os.mkdir(path, 0o700)
        self._toc, self._last_read = {}, 0
        self._toc_mtimes, self._skewfactor = {"cur": 0, "new": 0}, 0.1

    def add(self, message):
        """Adds a message; its key."""
        file = self._create_tmp()
        try:
            self._dump_message(message, file)
        except BaseException:
            file.close()
            os.remove(file.name)
            raise
        _sync_close(file)
        is_own = isinstance(message, MaildirMessage)
        subdir, suffix = (message.get_subdir(), self.colon + message.get_info()) if is_own else ("new", "")
        if suffix == self.colon:
            suffix = ""
        key = os.path.basename(file.name).partition(self.colon)[0]
        target = os.path.join(self._path, subdir, key + suffix)
        if is_own:
            os.utime(file.name, (os.path.getatime(file.name), message.get_date()))
        try:
            os.link(file.name, target)
            os.remove(file.name)
        except (AttributeError, PermissionError):
            os.rename(file.name, target)
        except OSError as problem:
            os.remove(file.name)
            if problem.errno == errno.EEXIST:
                raise ExternalClashError(f"Name clash with existing message: {target}")
            raise
        return key

    def _create_tmp(self):
        now, host = time.time(), socket.gethostname().replace("/", r"\057").replace(":", r"\072")
        unique = f"{int(now)}.M{int(now % 1 * 1e6)}P{os.getpid()}Q{Maildir._count}.{host}"
        path = os.path.join(self._path, "tmp", unique)
        try:
            os.stat(path)
        except FileNotFoundError:
            Maildir._count += 1
            try:
                return _create_carefully(path)
            except FileExistsError:
                pass
        raise ExternalClashError(f"Name clash prevented file creation: {path}")

    def remove(self, key):
        """Removes a message."""
        os.remove(os.path.join(self._path, self._lookup(key)))

    def discard(self, key):
        with contextlib.suppress(KeyError, FileNotFoundError):
            self.remove(key)

    def __setitem__(self, key, message):
        old = self._lookup(key)
        added = self.add(message)
        new = self._lookup(added)
        if isinstance(message, MaildirMessage):
            subdir, suffix = message.get_subdir(), message.get_info() and self.colon + message.get_info()
        else:  # it stays where the old one was
            subdir, name = os.path.split(old)
            suffix = "".join(name.partition(self.colon)[1:])
        self.discard(key)
        path, target = os.path.join(self._path, new), os.path.join(self._path, subdir, key + suffix)
        if isinstance(message, MaildirMessage):
            os.utime(path, (os.path.getatime(path), message.get_date()))
        os.rename(path, target)

    def get_message(self, key):
        """A message."""
        subpath = self._lookup(key)
        path = os.path.join(self._path, subpath)
        with open(path, "rb") as file:
            message = (self._factory or MaildirMessage)(file)
        subdir, name = os.path.split(subpath)
        message.set_subdir(subdir)
        if self.colon in name:
            message.set_info(name.split(self.colon)[-1])
        message.set_date(os.path.getmtime(path))
        return message

    def get_bytes(self, key):
        """A message as bytes."""
        with open(os.path.join(self._path, self._lookup(key)), "rb") as file:
            return file.read().replace(linesep, b"\n")

    def get_file(self, key):
        """A message as a file."""
        return _ProxyFile(open(os.path.join(self._path, self._lookup(key)), "rb"))

    def iterkeys(self):
        self._refresh()
        for key in self._toc:
            with contextlib.suppress(KeyError):
                self._lookup(key)
                yield key

    def __contains__(self, key):
        self._refresh()
        return key in self._toc

    def __len__(self):
        self._refresh()
        return len(self._toc)

    def flush(self):
        """Nothing waits here."""

    def lock(self):
        """Nothing has to be locked."""

    def unlock(self):
        """Nothing is locked."""

    def close(self):
        """Nothing is open."""

    def list_folders(self):
        """The names of the folders inside."""
        return [name[1:] for name in os.listdir(self._path)
                if len(name) > 1 and name[0] == "." and os.path.isdir(os.path.join(self._path, name))]

    def get_folder(self, folder):
        """A folder inside."""
        return Maildir(os.path.join(self._path, "." + folder), factory=self._factory, create=False)

    def add_folder(self, folder):
        """Makes a folder inside."""
        path = os.path.join(self._path, "." + folder)
        made = Maildir(path, factory=self._factory)
        mark = os.path.join(path, "maildirfolder")
        if not os.path.exists(mark):
            os.close(os.open(mark, os.O_CREAT | os.O_WRONLY, 0o666))
        return made

    def remove_folder(self, folder):
        """Removes a folder, which must be empty."""
        path = os.path.join(self._path, "." + folder)
        for subdir in ("new", "cur"):
            if any(name[0] != "." for name in os.listdir(os.path.join(path, subdir))):
                raise NotEmptyError(f"Folder contains message(s): {folder}")
        for name in os.listdir(path):
            inner = os.path.join(path, name)
            if name not in ("new", "cur", "tmp") and os.path.isdir(inner):
                raise NotEmptyError(f"Folder contains subdirectory {folder!r}: {name}")
        import shutil
        shutil.rmtree(path)

    def clean(self):
        """Removes what was never finished, in 36 hours."""
        now = time.time()
        for name in os.listdir(self._paths["tmp"]):
            path = os.path.join(self._paths["tmp"], name)
            if now - os.path.getatime(path) > 36 * 3600:
                os.remove(path)

    def _refresh(self):
        "Reads the folders anew if they have changed, or may have: their times are not that exact."
        if time.time() - self._last_read > 2 + self._skewfactor:
            changed = {name: os.path.getmtime(self._paths[name]) for name in self._toc_mtimes}
            if all(changed[name] <= self._toc_mtimes[name] for name in changed):
                return
            self._toc_mtimes.update(changed)
        self._toc = {}
        for subdir in self._toc_mtimes:
            for name in os.listdir(self._paths[subdir]):
                if name[0] != "." and not os.path.isdir(os.path.join(self._paths[subdir], name)):
                    self._toc[name.partition(self.colon)[0]] = os.path.join(subdir, name)
        self._last_read = time.time()

    def _lookup(self, key):
        "The path of a message's file, which may have been moved."
        for _ in range(2):
            if key in self._toc and os.path.exists(os.path.join(self._path, self._toc[key])):
                return self._toc[key]
            self._last_read = 0
            self._toc_mtimes = dict.fromkeys(self._toc_mtimes, 0)
            self._refresh()
        raise KeyError(f"No message with key: {key}") from None

    def next(self):
        """The next message, None at the end."""
        if not hasattr(self, "_onetime_keys"):
            self._onetime_keys = self.iterkeys()
        for key in self._onetime_keys:
            message = self.get(key)
            if message is not None:
                return message
        return None


class _singlefileMailbox(Mailbox):
    """All messages in one file. `_toc`: where they lie by their keys, which are numbers; a message that is added is written at the end."""

    def __init__(self, path, factory=None, create=True):
        Mailbox.__init__(self, path, factory, create)
        try:
            self._file = open(self._path, "rb+")
        except FileNotFoundError:
            if not create:
                raise NoSuchMailboxError(self._path)
            self._file = open(self._path, "wb+")
        except OSError as problem:
            if problem.errno not in (errno.EACCES, errno.EROFS):
                raise
            self._file = open(self._path, "rb")
        self._toc, self._next_key = None, 0
        self._pending = self._pending_sync = self._locked = False  # changed but for what was added; was something added
        self._file_length = None  # when it was read

    def add(self, message):
        """Adds a message; its key."""
        self._need_toc()
        key = self._next_key
        self._toc[key] = self._append_message(message)
        self._next_key += 1
        self._pending_sync = True
        return key

    def remove(self, key):
        """Removes a message."""
        self._lookup(key)
        del self._toc[key]
        self._pending = True

    def __setitem__(self, key, message):
        self._lookup(key)
        self._toc[key] = self._append_message(message)
        self._pending = True

    def iterkeys(self):
        self._need_toc()
        yield from [*self._toc]

    def __contains__(self, key):
        self._need_toc()
        return key in self._toc

    def __len__(self):
        self._need_toc()
        return len(self._toc)

    def lock(self):
        """Keeps other programs off."""
        if not self._locked:
            _lock_file(self._file)
            self._locked = True

    def unlock(self):
        """Lets other programs in."""
        if self._locked:
            _unlock_file(self._file)
            self._locked = False

    def flush(self):
        """Writes changes."""
        if not self._pending:
            if self._pending_sync:
                _sync_flush(self._file)
                self._pending_sync = False
            return
        length = self._file.seek(0, os.SEEK_END)
        if length != self._file_length:
            raise ExternalClashError(f"Size of mailbox file changed (expected {self._file_length}, found {length})")
        new = _create_temporary(self._path)
        try:
            toc = {}
            self._pre_mailbox_hook(new)
            for key in sorted(self._toc):
                begin, end = self._toc[key]
                self._pre_message_hook(new)
                place = new.tell()
                self._file.seek(begin)
                new.write(self._file.read(end - begin))
                toc[key] = place, new.tell()
                self._post_message_hook(new)
            self._file_length = new.tell()
        except BaseException:
            new.close()
            os.remove(new.name)
            raise
        _sync_close(new)
        self._file.close()
        mode = os.stat(self._path).st_mode
        os.chmod(new.name, mode)
        os.rename(new.name, self._path)
        self._file = open(self._path, "rb+")
        self._toc, self._pending, self._pending_sync = toc, False, False
        if self._locked:
            _lock_file(self._file, dotlock=False)

    def _pre_mailbox_hook(self, f):
        "Writes what the file begins with."

    def _pre_message_hook(self, f):
        "Writes what a message begins with."

    def _post_message_hook(self, f):
        "Writes what a message ends with."

    def close(self):
        """Writes changes and closes the file."""
        try:
            self.flush()
        finally:
            try:
                self.unlock()
            finally:
                self._file.close()

    def _need_toc(self):
        if self._toc is None:
            self._toc = dict(enumerate(self._find_messages()))
            self._next_key = len(self._toc)
            self._file_length = self._file.seek(0, os.SEEK_END)

    def _lookup(self, key):
        self._need_toc()
        try:
            return self._toc[key]
        except KeyError:
            raise KeyError(f"No message with key: {key}") from None

    def _append_message(self, message):
        "Writes a message at the end; (begin, end)."
        before = self._file.seek(0, os.SEEK_END)
        if not self._toc and not self._pending:
            self._pre_mailbox_hook(self._file)
        try:
            self._pre_message_hook(self._file)
            where = self._install_message(message)
            self._post_message_hook(self._file)
        except BaseException:
            self._file.truncate(before)
            raise
        self._file.flush()
        self._file_length = self._file.tell()
        return where

    def _bytes_between(self, begin, end):
        self._file.seek(begin)
        return self._file.read(end - begin).replace(linesep, b"\n")


class _mboxMMDF(_singlefileMailbox):
    """Messages that begin with a line "From ", sender and time."""

    _mangle_from_ = True

    def _split(self, key):
        "(the From line without its end, the message)"
        line, _, rest = self._bytes_between(*self._lookup(key)).partition(b"\n")
        return line, rest

    def get_message(self, key):
        """A message."""
        line, data = self._split(key)
        message = self._message_factory(data)
        message.set_from(line[5:].decode("ascii"))
        return message

    def get_string(self, key, from_=False):
        """A message as text; from_: with its From line."""
        return email.message_from_bytes(self.get_bytes(key, from_)).as_string(unixfrom=from_)

    def get_bytes(self, key, from_=False):
        """A message as bytes."""
        line, data = self._split(key)
        return line + b"\n" + data if from_ else data

    def get_file(self, key, from_=False):
        """A message as a file."""
        begin, end = self._lookup(key)
        if not from_:
            self._file.seek(begin)
            self._file.readline()
            begin = self._file.tell()
        return _PartialFile(self._file, begin, end)

    def _install_message(self, message):
        line = None
        if isinstance(message, bytes) and message.startswith(b"From "):
            line, end, rest = message.partition(b"\n")
            message = rest if end else b""
        elif isinstance(message, str):
            message = self._string_to_bytes(message)
            if message.startswith(b"From "):
                line, end, rest = message.partition(b"\n")
                message = rest if end else b""
        elif isinstance(message, _mboxMMDFMessage):
            line = b"From " + message.get_from().encode("ascii")
        elif isinstance(message, email.message.Message) and message.get_unixfrom() is not None:
            line = message.get_unixfrom().encode("ascii")
        if line is None:
            line = f"From MAILER-DAEMON {time.asctime(time.gmtime())}".encode("ascii")
        begin = self._file.tell()
        self._file.write(line + linesep)
        self._dump_message(message, self._file, self._mangle_from_)
        return begin, self._file.tell()


class mbox(_mboxMMDF):
    """A file of messages, an empty line behind each."""

    _append_newline = True

    def __init__(self, path, factory=None, create=True):
        self._message_factory = mboxMessage
        _mboxMMDF.__init__(self, path, factory, create)

    def _post_message_hook(self, f):
        f.write(linesep)

    def _find_messages(self):
        found, begin, last_was_empty, place = [], None, False, 0
        self._file.seek(0)
        for line in iter(self._file.readline, b""):
            if line.startswith(b"From "):
                if begin is not None:
                    found.append((begin, place - len(linesep) if last_was_empty else place))
                begin, last_was_empty = place, False
            else:
                last_was_empty = line == linesep
            place += len(line)
        if begin is not None:
            found.append((begin, place - len(linesep) if last_was_empty else place))
        return found


class MMDF(_mboxMMDF):
    """A file of messages between lines of four control characters."""

    _LINE = b"\001\001\001\001" + linesep

    def __init__(self, path, factory=None, create=True):
        self._message_factory = MMDFMessage
        _mboxMMDF.__init__(self, path, factory, create)

    def _pre_message_hook(self, f):
        f.write(self._LINE)

    def _post_message_hook(self, f):
        f.write(linesep + self._LINE)

    def _find_messages(self):
        found, begin, place = [], None, 0
        self._file.seek(0)
        for line in iter(self._file.readline, b""):
            if line.startswith(self._LINE):
                if begin is None:
                    begin = place + len(line)
                else:
                    found.append((begin, place - len(linesep)))
                    begin = None
            place += len(line)
        if begin is not None:
            found.append((begin, place))
        return found


class Babyl(_singlefileMailbox):
    """A file of Rmail: a heading, then messages with their labels, their headers, and the headers that are shown."""

    _special_labels = frozenset("unseen deleted filed answered forwarded edited resent".split())
    _EOOH = b"*** EOOH ***"  # between all headers and those that are shown

    def __init__(self, path, factory=None, create=True):
        _singlefileMailbox.__init__(self, path, factory, create)
        self._labels = {}

    def add(self, message):
        key = _singlefileMailbox.add(self, message)
        if isinstance(message, BabylMessage):
            self._labels[key] = message.get_labels()
        return key

    def remove(self, key):
        _singlefileMailbox.remove(self, key)
        self._labels.pop(key, None)

    def __setitem__(self, key, message):
        _singlefileMailbox.__setitem__(self, key, message)
        if isinstance(message, BabylMessage):
            self._labels[key] = message.get_labels()

    def _split(self, key):
        "(all headers, headers that are shown, the body)"
        lines = io.BytesIO(self._bytes_between(*self._lookup(key)))
        lines.readline()  # what is not read here: its first line, and that of the labels
        pieces = []
        for is_end in (lambda line: line.rstrip(b"\n") == self._EOOH, lambda line: line == b"\n"):
            pieces.append([])
            for line in iter(lines.readline, b""):
                if is_end(line):
                    break
                pieces[-1].append(line)
        return b"".join(pieces[0]), b"".join(pieces[1]), lines.read()

    def get_message(self, key):
        """A message."""
        headers, visible, body = self._split(key)
        message = BabylMessage(headers + body)
        message.set_visible(visible)
        message.set_labels(self._labels.get(key, []))
        return message

    def get_bytes(self, key):
        """A message as bytes."""
        headers, _, body = self._split(key)
        return headers + body

    def get_file(self, key):
        """A message as a file."""
        return io.BytesIO(self.get_bytes(key).replace(b"\n", linesep))

    def get_labels(self):
        """The labels that users have given."""
        self._need_toc()
        return [*{label for labels in self._labels.values() for label in labels} - self._special_labels]

    def _find_messages(self):
        found, labels, begin, place, at_labels = [], [], None, 0, False
        self._file.seek(0)
        self._labels = {}
        for line in iter(self._file.readline, b""):
            if at_labels:
                labels.append([label.strip().decode("ascii") for label in line[1:].split(b",") if label.strip()])
            at_labels = line == b"\x1f\x0c" + linesep
            if at_labels or line.rstrip(linesep) == b"\x1f":
                if begin is not None:
                    found.append((begin, place - len(linesep)))
                begin = place + len(line) if at_labels else None
            place += len(line)
        if begin is not None:
            found.append((begin, place - len(linesep)))
        self._labels = dict(enumerate(labels))
        return found

    def _pre_mailbox_hook(self, f):
        labels = ",".join(self.get_labels() if self._toc is not None else [])
        f.write(linesep.join([b"BABYL OPTIONS:", b"Version: 5", b"Labels:" + labels.encode("ascii"), b"\x1f"]))

    def _pre_message_hook(self, f):
        f.write(b"\x0c" + linesep)

    def _post_message_hook(self, f):
        f.write(linesep + b"\x1f")

    def _install_message(self, message):
        begin = self._file.tell()
        labels = message.get_labels() if isinstance(message, BabylMessage) else []
        special = [label for label in labels if label in self._special_labels]
        line = "1" + "".join(f", {label}" for label in special) + ",," + "".join(f" {label}," for label in labels if label not in special)
        self._file.write(line.encode("ascii") + linesep)
        buffer = io.BytesIO()
        self._dump_message(message, buffer)
        headers, separator, body = buffer.getvalue().partition(linesep * 2)
        visible = headers
        if isinstance(message, BabylMessage):
            shown = io.BytesIO()
            email.generator.BytesGenerator(shown, False, 0).flatten(message.get_visible())
            visible = shown.getvalue().replace(b"\n", linesep).removesuffix(linesep * 2)
        self._file.write(headers + linesep * 2 + self._EOOH + linesep + visible + (linesep * 2 if visible else linesep) + body)
        return begin, self._file.tell()


class MH(Mailbox):
    """A folder with a file for each message; the files' names are numbers, and the keys. What sequences messages are in stands in a file."""

    def __init__(self, path, factory=None, create=True):
        Mailbox.__init__(self, path, factory, create)
        if not os.path.exists(self._path):
            if not create:
                raise NoSuchMailboxError(self._path)
            os.mkdir(self._path, 0o700)
            os.close(os.open(self._name(".mh_sequences"), os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        self._locked = False

    def _name(self, key):
        return os.path.join(self._path, str(key))

    def add(self, message):
        """Adds a message; its key."""
        key = max(self.keys(), default=0) + 1
        path = self._name(key)
        file = _create_carefully(path)
        try:
            self._write(message, file, key)
        except BaseException:
            os.remove(path)
            raise
        return key

    def _write(self, message, file, key):
        try:
            if self._locked:
                _lock_file(file)
            try:
                self._dump_message(message, file)
                if isinstance(message, MHMessage):
                    self._dump_sequences(message, key)
            finally:
                if self._locked:
                    _unlock_file(file)
        finally:
            _sync_close(file)

    def _opened(self, key, mode):
        try:
            return open(self._name(key), mode)
        except FileNotFoundError:
            raise KeyError(f"No message with key: {key}") from None

    def remove(self, key):
        """Removes a message."""
        self._opened(key, "rb+").close()
        os.remove(self._name(key))

    def __setitem__(self, key, message):
        file = self._opened(key, "rb+")
        file.truncate(0)
        self._write(message, file, key)

    def get_message(self, key):
        """A message."""
        with self._opened(key, "rb+" if self._locked else "rb") as file:
            message = MHMessage(file)
        for name, keys in self.get_sequences().items():
            if key in keys:
                message.add_sequence(name)
        return message

    def get_bytes(self, key):
        """A message as bytes."""
        with self._opened(key, "rb+" if self._locked else "rb") as file:
            return file.read().replace(linesep, b"\n")

    def get_file(self, key):
        """A message as a file."""
        return _ProxyFile(self._opened(key, "rb"))

    def iterkeys(self):
        return iter(sorted(int(name) for name in os.listdir(self._path) if name.isdigit()))

    def __contains__(self, key):
        return os.path.exists(self._name(key))

    def __len__(self):
        return len(self.keys())

    def lock(self):
        """Keeps other programs off."""
        if not self._locked:
            self._file = open(self._name(".mh_sequences"), "rb+")
            _lock_file(self._file)
            self._locked = True

    def unlock(self):
        """Lets other programs in."""
        if self._locked:
            _unlock_file(self._file)
            _sync_close(self._file)
            del self._file
            self._locked = False

    def flush(self):
        """Nothing waits here."""

    def close(self):
        """Lets other programs in."""
        self.unlock()

    def list_folders(self):
        """The names of the folders inside."""
        return [name for name in os.listdir(self._path) if os.path.isdir(self._name(name))]

    def get_folder(self, folder):
        """A folder inside."""
        return MH(self._name(folder), factory=self._factory, create=False)

    def add_folder(self, folder):
        """Makes a folder inside."""
        return MH(self._name(folder), factory=self._factory)

    def remove_folder(self, folder):
        """Removes a folder, which must be empty."""
        path = self._name(folder)
        inside = os.listdir(path)
        if inside not in ([], [".mh_sequences"]):
            raise NotEmptyError(f"Folder not empty: {self._path}")
        for name in inside:
            os.remove(os.path.join(path, name))
        os.rmdir(path)

    def get_sequences(self):
        """{name: [key]}"""
        found, present = {}, {*self.keys()}
        with open(self._name(".mh_sequences"), encoding="ASCII") as lines:
            for line in lines:
                name, colon, text = line.partition(":")
                if not colon:
                    raise FormatError(f"Invalid sequence specification: {line.rstrip()}")
                keys = set()
                for word in text.split():
                    first, _, last = word.partition("-")
                    try:
                        keys.update(range(int(first), int(last or first) + 1))
                    except ValueError:
                        raise FormatError(f"Invalid sequence specification: {line.rstrip()}") from None
                keys &= present
                if keys:
                    found[name] = sorted(keys)
        return found

    def set_sequences(self, sequences):
        """Says which messages are in which sequences."""
        with open(self._name(".mh_sequences"), "r+" if os.path.exists(self._name(".mh_sequences")) else "w", encoding="ASCII") as file:
            file.truncate(0)
            for name, keys in sequences.items():
                if keys:
                    file.write(f"{name}:{''.join(' ' + run for run in _runs(keys))}\n")

    def pack(self):
        """Numbers the messages anew, without gaps."""
        sequences, changed = self.get_sequences(), {}
        for new, key in enumerate(self.keys(), 1):
            if new != key:
                os.rename(self._name(key), self._name(new))
            changed[key] = new
        if any(old != new for old, new in changed.items()):
            self.set_sequences({name: [changed[key] for key in keys] for name, keys in sequences.items()})

    def _dump_sequences(self, message, key):
        "Notes the sequences of a message."
        wanted, sequences = message.get_sequences(), self.get_sequences()
        for name, keys in sequences.items():
            if key in keys and name not in wanted:
                keys.remove(key)
            elif key not in keys and name in wanted:
                keys.append(key)
        for name in wanted:
            sequences.setdefault(name, [key])
        self.set_sequences(sequences)


def _runs(keys):
    "Numbers as MH writes them: 1 3-5."
    runs = []
    for key in sorted({*keys}):
        if runs and runs[-1][1] == key - 1:
            runs[-1][1] = key
        else:
            runs.append([key, key])
    return [str(first) if first == last else f"{first}-{last}" for first, last in runs]


# ---- files

class _ProxyFile:
    """A file that others read from, too: it has a place of its own."""

    def __init__(self, f, pos=None):
        self._file, self._place = f, f.tell() if pos is None else pos

    def _take(self, read, size):
        self._file.seek(self._place)
        data = read(-1 if size is None else size)
        self._place = self._file.tell()
        return data

    def read(self, size=None):
        return self._take(self._file.read, size)

    def read1(self, size=None):
        return self._take(self._file.read1, size)

    def readline(self, size=None):
        return self._take(self._file.readline, size)

    def readlines(self, sizehint=None):
        lines = []
        for line in self:
            lines.append(line)
            if sizehint is not None:
                sizehint -= len(line)
                if sizehint <= 0:
                    break
        return lines

    def __iter__(self):
        return iter(self.readline, b"")

    def tell(self):
        return self._place

    def seek(self, offset, whence=0):
        if whence == 1:
            self._file.seek(self._place)
        self._file.seek(offset, whence)
        self._place = self._file.tell()

    def close(self):
        file, self._file = self._file, None
        if file is not None:
            self._end(file)

    def _end(self, file):
        file.close()

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()

    def readable(self):
        return True

    def writable(self):
        return self._file.writable()

    def seekable(self):
        return True

    def flush(self):
        return self._file.flush()

    closed = property(lambda self: self._file is None or self._file.closed)
    __class_getitem__ = classmethod(GenericAlias)


class _PartialFile(_ProxyFile):
    """A part of a file."""

    def __init__(self, f, start=None, stop=None):
        super().__init__(f, start)
        self._start, self._stop = start, stop

    def _take(self, read, size):
        left = max(self._stop - self._place, 0)
        return super()._take(read, left if size is None or size < 0 else min(size, left)) if left else b""

    def tell(self):
        return self._place - self._start

    def seek(self, offset, whence=0):
        self._place = (self._start, self._place, self._stop)[whence] + offset

    def _end(self, file):
        pass  # it is the mailbox's


def _lock_file(file, dotlock=True):
    "In both ways that are in use: the system's lock, and a file NAME.lock."
    locked = False
    try:
        if fcntl:
            try:
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                locked = True
            except OSError as problem:
                if problem.errno in (errno.EAGAIN, errno.EACCES, errno.EROFS):
                    raise ExternalClashError(f"lockf: lock unavailable: {file.name}")
                raise
        if dotlock:
            _make_dot_lock(file.name)
    except BaseException:
        if locked:
            fcntl.lockf(file, fcntl.LOCK_UN)
        raise


def _make_dot_lock(name):
    try:
        made = _create_temporary(name + ".lock")
        made.close()
    except OSError as problem:
        if problem.errno in (errno.EACCES, errno.EROFS):
            return  # not where nothing can be written
        raise
    try:
        os.link(made.name, name + ".lock")
    except FileExistsError:
        raise ExternalClashError(f"dot lock unavailable: {name}")
    finally:
        os.remove(made.name)


def _unlock_file(file):
    if fcntl:
        fcntl.lockf(file, fcntl.LOCK_UN)
    with contextlib.suppress(FileNotFoundError):
        os.remove(file.name + ".lock")


def _create_carefully(path):
    return open(path, "xb+")


def _create_temporary(path):
    return _create_carefully(f"{path}.{int(time.time())}.{socket.gethostname()}.{os.getpid()}")


def _sync_flush(file):
    file.flush()
    os.fsync(file.fileno())


def _sync_close(file):
    _sync_flush(file)
    file.close()
