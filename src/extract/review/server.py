"""The review on the loopback: one process, until it is interrupted."""

from __future__ import annotations

import socket
import webbrowser
from typing import TYPE_CHECKING, Final

import uvicorn

from extract.errors import ConfigurationError
from extract.review.app import make_app
from extract.review.guard import Gate

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.review.desk import Desk

HOST: Final = "127.0.0.1"


def serve(desk: Desk, *, port: int, browse: bool, announce: Callable[[str], None]) -> None:
    """Answer until interrupted.

    Args:
        desk: what is reviewed.
        port: 0 for any that is free.
        browse: open the reviewer's browser.
        announce: told the address that lets the reviewer in, once it can be opened.

    Raises:
        ConfigurationError: the port is taken.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
    except OSError as error:
        listener.close()
        why = (error.strerror or str(error)).lower()
        raise ConfigurationError(f"port {port}: cannot be used ({why}): name another with --port") from None
    listener.listen(64)
    port = listener.getsockname()[1]
    gate = Gate(frozenset({f"{HOST}:{port}", f"localhost:{port}"}))
    address = f"http://{HOST}:{port}/?token={gate.token}"
    config = uvicorn.Config(
        make_app(desk, gate), log_level="warning", access_log=False, server_header=False, lifespan="off"
    )
    announce(address)
    if browse:
        webbrowser.open(address)
    uvicorn.Server(config).run(sockets=[listener])
