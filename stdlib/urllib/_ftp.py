"""What urllib.request opens ftp addresses with."""
import ftplib
from urllib.error import URLError
from urllib.response import addclosehook


class ftpwrapper:
    """A connection that is logged in and stands in the folder of the address. It closes itself with the last file that is read by it, unless it is to be kept."""

    def __init__(self, user, passwd, host, port, dirs, timeout=None, persistent=True):
        self.user, self.passwd, self.host, self.port, self.dirs, self.timeout = user, passwd, host, port, dirs, timeout
        self.refcount = 0
        self.keepalive = persistent
        self.busy = 0
        try:
            self.init()
        except BaseException:
            self.close()
            raise

    def init(self):
        self.busy = 0
        self.ftp = ftplib.FTP()
        self.ftp.connect(self.host, self.port, self.timeout)
        self.ftp.login(self.user, self.passwd)
        self.ftp.cwd("/".join(self.dirs))

    def retrfile(self, file, type):
        """(what to read the file or the folder's list from, its size or None)."""
        self.endtransfer()
        is_list = type in "dD"
        command = "TYPE A" if is_list else "TYPE " + type
        try:
            self.ftp.voidcmd(command)
        except ftplib.all_errors:  # it was kept too long
            self.init()
            self.ftp.voidcmd(command)
        connection = size = None
        if file and not is_list:
            try:
                connection, size = self.ftp.ntransfercmd("RETR " + file)
            except ftplib.error_perm as problem:
                if not str(problem).startswith("550"):
                    raise URLError(f"ftp error: {problem}") from problem
        if connection is None:  # a folder
            connection, size = self._list(file)
        self.busy = 1
        reader = addclosehook(connection.makefile("rb"), self.file_close)
        self.refcount += 1
        connection.close()
        return reader, size

    def _list(self, folder):
        self.ftp.voidcmd("TYPE A")
        if not folder:
            return self.ftp.ntransfercmd("LIST")
        home = self.ftp.pwd()
        try:
            try:
                self.ftp.cwd(folder)
            except ftplib.error_perm as problem:
                raise URLError(f"ftp error: {problem}") from problem
        finally:
            self.ftp.cwd(home)
        return self.ftp.ntransfercmd("LIST " + folder)

    def endtransfer(self):
        if self.busy:
            self.busy = 0
            try:
                self.ftp.voidresp()  # "226": it was all
            except ftplib.all_errors:
                pass

    def file_close(self):
        self.endtransfer()
        self.refcount -= 1
        if self.refcount <= 0 and not self.keepalive:
            self.real_close()

    def close(self):
        self.keepalive = False
        if self.refcount <= 0:
            self.real_close()

    def real_close(self):
        self.endtransfer()
        try:
            self.ftp.close()
        except ftplib.all_errors:
            pass
