"""Numbers in the paths of pages: ``"/live/" + numbered("session")``."""

from starlette.convertors import IntegerConvertor, register_url_convertor

#: No row has so large a number, and either database can be asked for it.
_NONE = 10**18


class _Number(IntegerConvertor):
    """Any digits. More of them than any row has are the number of none: Python refuses to read
    4,301 digits, and a database what is above 2^63."""

    def convert(self, value: str) -> int:
        return int(value) if len(value) <= 18 else _NONE


register_url_convertor("number", _Number())


def numbered(name: str) -> str:
    """The piece of a path that is a number, by the name under which the page finds it."""
    return f"{{{name}:number}}"
