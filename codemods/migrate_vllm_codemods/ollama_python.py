"""The `ollama` package: module functions, `Client` and `AsyncClient`, its types and errors.

Becomes one `OpenAI` or `AsyncOpenAI` client with an explicit base URL; `chat` and `generate` become
`chat.completions.create`, `embed` and `embeddings` become `embeddings.create`, `list` becomes `models.list`,
and the readers of the response follow. `pull`, `push`, `create`, `show`, `ps`, `copy` and `delete` have no
counterpart and stay.

https://github.com/openai/openai-python
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="ollama_python",
    summary="The ollama package for Python: calls go to the OpenAI SDK",
    languages=("python", "notebook"),
    signs=Signs(
        modules=("ollama",),
        distributions=("ollama",),
        kinds=("client", "sdk-call", "sdk-admin", "sdk-type", "test-mock"),
    ),
    documentation="https://github.com/openai/openai-python",
)
