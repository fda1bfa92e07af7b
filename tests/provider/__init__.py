"""A provider that speaks OpenAI's protocol over real HTTP and does what a test tells it to.

It proves how our client behaves, not what the real provider answers: the shapes are those of the library's own types.
"""
