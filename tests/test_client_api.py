"""The functions by what becomes of them, held to the installed client."""

import ollama

from migrate_vllm.facts.client_api import ADMIN_METHODS, CALL_METHODS, CLIENT_CLASSES


def test_every_function_of_the_client_is_told_apart():
    functions = {name for name in dir(ollama.Client) if not name.startswith("_") and callable(getattr(ollama.Client, name))}
    assert functions - CALL_METHODS - ADMIN_METHODS - {"close"} == set()
    assert functions >= CALL_METHODS
    assert frozenset() == CALL_METHODS & ADMIN_METHODS


def test_the_classes_are_those_of_the_package():
    assert {name for name in CLIENT_CLASSES if hasattr(ollama, name)} == {"Client", "AsyncClient"}
