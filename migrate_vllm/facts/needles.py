"""What a text must contain, in any case, to be read at all."""

NEEDLES = (b"ollama", b"11434")
