"""Where a request comes from, for whatever is counted by address."""

import ipaddress

from starlette.requests import Request


def address_of(request: Request) -> str:
    """Who asks; a proxy that we trust has told us."""
    return request.client.host if request.client else ""


def origin(request: Request) -> str:
    """The same, as one household."""
    return household(address_of(request))


def household(address: str) -> str:
    """What one household is given by its provider: an IPv4 address, or 64 bits of IPv6."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv4Address):
        return address
    if found.ipv4_mapped:  # one socket takes both kinds
        return str(found.ipv4_mapped)
    return str(ipaddress.ip_network(f"{found}/64", strict=False))


def is_here(address: str) -> bool:
    """Whether it is this machine, as where a proxy beside us does not tell who asks."""
    try:
        found = ipaddress.ip_address(address or "127.0.0.1")
    except ValueError:
        return False
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return (mapped or found).is_loopback
