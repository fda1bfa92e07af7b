"""What a call costs, in millionths of a US dollar, from the tokens it used."""

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Price:
    """US dollars for a million tokens, which is millionths of a dollar for one."""

    input: float
    cached: float
    output: float


@dataclass(frozen=True)
class Usage:
    """Tokens. cached: the part of `input` that the provider had in its cache."""

    input: int = 0
    cached: int = 0
    output: int = 0


CHARACTERS_PER_TOKEN = 2.5
"""On the safe side: English text has about four, German three; what is reserved must not be too little."""


def cost(usage: Usage, price: Price) -> int:
    fresh = usage.input - usage.cached
    return math.ceil(fresh * price.input + usage.cached * price.cached + usage.output * price.output)


def tokens_in(characters: int) -> int:
    return math.ceil(characters / CHARACTERS_PER_TOKEN)


def estimate(text: str, max_output_tokens: int, price: Price) -> int:
    """The most that a call can cost: its whole input fresh, its whole output used."""
    return cost(Usage(input=tokens_in(len(text)) + 200, output=max_output_tokens), price)
