"""Declarations of Ollama packages in manifests, and commands that install them.

The OpenAI SDK or the framework's OpenAI package takes the place, with its own version; lock files are made anew
by the package manager.

https://github.com/openai/openai-python
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="dependencies",
    summary="Dependencies: requirements, pyproject, package.json and their like",
    languages=(
        "requirements",
        "toml",
        "json",
        "yaml",
        "ini",
        "xml",
        "python",
        "notebook",
        "javascript",
        "typescript",
        "gomod",
        "gradle",
        "kotlin",
        "scala",
        "ruby",
        "elixir",
        "swift",
        "shell",
        "make",
        "just",
        "powershell",
        "batch",
        "dockerfile",
    ),
    signs=Signs(
        kinds=("dependency",),
    ),
    documentation="https://github.com/openai/openai-python",
)
