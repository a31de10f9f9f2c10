"""Instructor's `from_provider("ollama/NAME")` and the package `ollama-instructor`.

Become `from_openai(OpenAI(base_url=".../v1"), mode=...)` with a JSON schema or tools mode.

https://python.useinstructor.com/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="instructor_python",
    summary="Instructor on Ollama, and ollama-instructor",
    languages=("python", "notebook"),
    signs=Signs(
        modules=("ollama_instructor",),
        symbols=(
            "OllamaInstructor",
            "OllamaInstructorAsync",
            "OllamaInstructorClient",
            "OllamaInstructorAsyncClient",
        ),
        distributions=("ollama-instructor",),
    ),
    documentation="https://python.useinstructor.com/",
)
