"""A mail server that listens, keeps what it takes, and answers some addresses as it is told."""

import socketserver
import threading
from email import message_from_bytes, policy


class MailServer:
    """`answers`: {address: "450 later"} to RCPT; `hangs_up_on`: addresses whose mail is taken but never confirmed."""

    def __init__(self):
        self.taken, self.answers, self.hangs_up_on, self.on_data = [], {}, set(), None
        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    @property
    def addresses(self):
        return [address for address, _message in self.taken]

    @property
    def messages(self):
        return [message for _address, message in self.taken]

    def stop(self):
        self._server.shutdown()
        self._server.server_close()


def _handler(server):
    class Handler(socketserver.StreamRequestHandler):
        def handle(self):
            self.say("220 test")
            for line in iter(self.rfile.readline, b""):
                command = line.decode().strip()
                if self.answer(command) == "hang up":
                    return

        def say(self, text):
            self.wfile.write(f"{text}\r\n".encode())

        def answer(self, command):
            verb = command[:4].upper()
            if verb == "RCPT":
                self.address = command.partition("<")[2].partition(">")[0]
                self.say(server.answers.get(self.address, "250 ok"))
            elif verb == "DATA":
                return self.take()
            else:
                self.say("221 bye" if verb == "QUIT" else "250 ok")
                return "hang up" if verb == "QUIT" else None

        def take(self):
            self.say("354 go on")
            lines = iter(self.rfile.readline, b".\r\n")
            body = b"".join(line.removeprefix(b".") if line.startswith(b"..") else line for line in lines)
            server.taken.append((self.address, message_from_bytes(body, policy=policy.default)))
            if server.on_data:
                server.on_data()
            if self.address in server.hangs_up_on:
                return "hang up"
            self.say("250 taken")

    return Handler
