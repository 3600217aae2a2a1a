# A list of type parameters can't take a name of one around it again; LoggerAdapter is generic.
import logging


def outer[T](x: T) -> None:
    def inner[T](y: T) -> None: ...  # E: "T" already defined as a type parameter  [misc]
    class C[T]: ...  # E: [misc]
    def fine[S](y: T, z: S) -> None: ...


adapter: logging.LoggerAdapter[logging.Logger] = logging.LoggerAdapter(logging.getLogger(), {})
