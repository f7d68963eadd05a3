"""What is still to be done, for several processes to take from."""

import os
from collections.abc import Iterable, Iterator
from typing import Final, Self

_WIDTH: Final = 4


class Claims:
    """Numbers, each given out once, to whichever process asks next.

    Processes that share an open file share the offset in it, and a read moves it under the kernel's lock. So
    none waits while there is work, however unequal the work is.
    """

    def __init__(self, numbers: Iterable[int]) -> None:
        self._file = os.memfd_create("claims")
        os.write(self._file, b"".join(number.to_bytes(_WIDTH, "big") for number in numbers))
        os.lseek(self._file, 0, os.SEEK_SET)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._file)

    def __iter__(self) -> Iterator[int]:
        while number := os.read(self._file, _WIDTH):
            yield int.from_bytes(number, "big")
