# Names that programs use although they are not written about: they are there.
import argparse
import asyncio
import logging
import os
import reprlib
import socketserver
import sys
import typing
from argparse import _
from typing import Any, assert_type


class Formatter(argparse.HelpFormatter):
    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return super()._fill_text(text, width - self._current_indent, indent) + "\n".join(self._split_lines(text, width))

    def _format_action_invocation(self, action: argparse.Action) -> str:
        return ", ".join(action.option_strings) or super()._format_action_invocation(action)


class Echo(asyncio.Protocol):
    transport: asyncio.BaseTransport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        assert_type(data, bytes)


class Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    def process_request(self, request: Any, client_address: Any) -> None:
        super().process_request(request, client_address)


class Form(typing._SpecialForm, _root=True):
    pass


async def serve() -> asyncio.AbstractServer:
    server: asyncio.AbstractServer = await asyncio.get_running_loop().create_server(Echo)
    assert_type(server.is_serving(), bool)
    return server


class Adapter(logging.LoggerAdapter[logging.Logger]):
    def _log(self, level: int, msg: object, args: Any, **kwargs: Any) -> None:
        self.logger._log(level, msg, args)


def version() -> "sys._version_info":
    assert_type(os.confstr("CS_PATH"), str | None)
    assert_type(os.confstr_names, dict[str, int])
    assert_type(_("text"), str)
    assert_type(reprlib.repr([1]), str)
    assert_type(reprlib.aRepr.maxlevel, int)
    assert_type(logging._nameToLevel["INFO"], int)
    return sys.version_info
