"""What the user is told without a traceback. Apart from the nouns, so that the command line starts without them."""


class MigrateError(Exception):
    """Something to tell the user without a traceback: what is wrong and what to do."""
