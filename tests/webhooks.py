"""A real web server that keeps what is posted to it, and answers as told."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
import json
from threading import Thread


@dataclass
class Webhook:
    """`answers` are the codes of the next answers; 200 when there are none left."""

    url: str = ""
    received: list[dict] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)


@contextmanager
def webhook() -> Iterator[Webhook]:
    kept = Webhook()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            code = kept.answers.pop(0) if kept.answers else 200
            if code == 200:
                kept.received.append(json.loads(body))
            self.send_response(code)
            self.send_header("Location", "/elsewhere")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        kept.url = f"http://127.0.0.1:{server.server_address[1]}/lettrage"
        Thread(target=server.serve_forever, daemon=True).start()
        yield kept
        server.shutdown()
