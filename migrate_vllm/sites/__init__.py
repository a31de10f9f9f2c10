"""Front ends: from a hit in the bytes to the thing in the language that holds it. Pure."""
