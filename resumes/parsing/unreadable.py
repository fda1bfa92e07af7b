"""Why a file can't be read, as a sentence for the person who gave it."""


class Unreadable(Exception):
    """A file that the product refuses.

    code: one of "empty", "too_large", "wrong_type", "encrypted", "corrupt", "too_many_pages", "image_only",
    "not_a_resume", "bomb", "timeout". sentence: what happened, what is safe and what to do next.
    """

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
