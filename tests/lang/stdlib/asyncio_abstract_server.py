# What servers are: AbstractServer, and how one that does nothing answers.
import asyncio


class Nothing(asyncio.AbstractServer):
    closed = False

    def close(self) -> None:
        self.closed = True

    async def wait_closed(self) -> None:
        await asyncio.sleep(0)


async def main() -> None:
    server = asyncio.AbstractServer()
    for name in ("close", "get_loop", "is_serving"):
        try:
            getattr(server, name)()
        except NotImplementedError as error:
            print(name, repr(error))
    for name in ("start_serving", "serve_forever", "wait_closed", "__aexit__"):
        try:
            await getattr(server, name)()
        except NotImplementedError as error:
            print(name, repr(error))
    async with Nothing() as nothing:
        print(nothing.closed)
    print(nothing.closed)

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    real: asyncio.AbstractServer = await asyncio.start_server(talk, "127.0.0.1", 0)
    async with real:
        print(isinstance(real, asyncio.AbstractServer), isinstance(real, asyncio.Server), real.is_serving())
    print(real.is_serving(), [cls.__name__ for cls in asyncio.Server.__mro__])


asyncio.run(main())
