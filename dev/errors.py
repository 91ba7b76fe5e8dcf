"""The one exception the commands show as a single line instead of a traceback."""


class DevError(Exception):
    pass
