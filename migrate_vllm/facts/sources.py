"""Where each table's rows come from: public files of Ollama, vLLM and the clients. Shown by `explain` and in the reference.

One source serves a table; the rows that rest on another one are named below it. Classes of frameworks carry their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_CHAT = "vllm entrypoints/openai/chat_completion/protocol.py"
_TRIED = "tried with vllm 0.33.0's own request models"
_ROUTES = "ollama server/routes.go"
_COMPATIBLE = "ollama docs/api/openai-compatibility.mdx, openai/openai.go"

_TABLES = {
    "option": f"ollama api/types.go; {_CHAT}, sampling_params.py",
    "endpoint": f"{_ROUTES}, docs/api.md; vllm entrypoints/openai",
    "request field": f"ollama api/types.go; {_CHAT}; {_TRIED}",
    "answer field": f"ollama api/types.go; {_CHAT}",
    "server variable": "ollama envconfig/config.go; vllm envs.py, engine/arg_utils.py",
    "application variable": "usage of applications; ollama-python 0.6.3 _client.py",
    "own variable": "vllm envs.py, docs/configuration/env_vars.md",
    "new variable": "vllm docs, docker/Dockerfile; huggingface_hub, openai-python, litellm, open-webui",
    "command": "ollama cmd/cmd.go, docs/cli.mdx; vllm entrypoints/cli",
    "command flag": f"ollama cmd/cmd.go; {_CHAT}",
    "directive": "ollama docs/modelfile.mdx; vllm entrypoints/common/cli_args.py, engine/arg_utils.py",
    "model": "ollama library; vllm docs, tests and recipes; the repository isn't looked up",
    "vllm flag": "vllm 0.33.0 engine/arg_utils.py, entrypoints/common/cli_args.py",
    "vllm value": "vllm 0.33.0 tool_parsers/__init__.py, reasoning/__init__.py, model_executor/layers/quantization",
    "vllm request field": f"{_CHAT}, entrypoints/openai/completion/protocol.py, entrypoints/pooling/embed/protocol.py",
    "vllm answer field": f"{_CHAT}, entrypoints/openai/completion/protocol.py",
    "vllm path": "vllm entrypoints/serve, docs/serving",
    "gone": "vllm 0.33.0 engine/arg_utils.py, whose parser refuses it",
    "error": f"{_ROUTES}, api/types.go; vllm entrypoints/serve",
    "streaming": "ollama docs/api/streaming.mdx; vllm entrypoints/openai/chat_completion/serving.py",
    "compatible": f"{_COMPATIBLE}; {_CHAT}",
    "topic": "ollama docs; vllm docs",
    "type": "ollama-python 0.6.3 _types.py, ollama-js 0.6.4; openai-python 3.54.0 types",
    "habit": "ollama-python 0.6.3 _client.py, _utils.py, ollama-js 0.6.4; openai-python 3.54.0",
    "provider": "litellm 1.109.1 llms/hosted_vllm; documentation of each library",
    "docker": "ollama Dockerfile; vllm docker/Dockerfile, docs/deployment/docker.md",
    "compose": "usage of applications; vllm docs/deployment/docker.md",
    "kubernetes": "vllm docs/deployment/k8s.md, docs/configuration/env_vars.md",
    "helm": "otwld/ollama-helm values.yaml; vllm-project/production-stack helm/values.yaml",
    "ci": "usage of applications; GitHub Actions changelog of April 2026, as others report it",
    "install": "ollama scripts/install.sh, docs/linux.mdx; vllm docs/getting_started",
}  # fmt: skip

_ROWS = {
    ("option", "num_ctx"): "ollama server/routes.go, docs/context-length.mdx; vllm config/model.py",
    ("option", "num_batch"): "ollama api/types.go; vllm engine/arg_utils.py",
    ("option", "seed"): "ollama api/types.go; vllm sampling_params.py, docs/usage/reproducibility.md",
    ("option", "stop"): f"ollama api/types.go; vllm envs.py; {_TRIED}",
    ("option", "num_predict"): f"ollama api/types.go; {_CHAT}, entrypoints/serve/utils/api_utils.py; {_TRIED}",
    ("option", "draft_num_predict"): "ollama docs/modelfile.mdx; vllm engine/arg_utils.py",
    ("endpoint", "/api/generate"): f"{_ROUTES}; vllm entrypoints/openai/completion/protocol.py; {_TRIED}",
    ("endpoint", "/api/embed"): f"{_ROUTES}; vllm entrypoints/pooling/embed, entrypoints/pooling/base/protocol.py",
    ("endpoint", "/api/embeddings"): f"{_ROUTES}; vllm entrypoints/pooling/base/protocol.py",
    ("endpoint", "/"): f"{_ROUTES}; vllm entrypoints/serve/instrumentator/health.py",
    ("endpoint", "/api/version"): f"{_ROUTES}; vllm entrypoints/serve/instrumentator/basic.py",
    ("endpoint", "/api/show"): f"{_ROUTES}; vllm entrypoints/openai/models/serving.py",
    ("endpoint", "/v1/chat/completions"): f"{_COMPATIBLE}; {_CHAT}",
    ("endpoint", "/v1/completions"): f"{_COMPATIBLE}; vllm entrypoints/openai/completion/protocol.py",
    ("endpoint", "/v1/models/{id}"): "ollama server/routes.go; vllm entrypoints/openai/models/api_router.py",
    ("endpoint", "/v1/responses"): "ollama docs/api/openai-compatibility.mdx; vllm envs.py",
    ("endpoint", "/v1/messages"): "vllm entrypoints/anthropic/protocol.py, docs/serving/integrations/claude_code.md",
    ("endpoint", "/v1/audio/transcriptions"): "ollama server/routes.go; vllm docs/serving/online_serving/speech_to_text.md",
    ("endpoint", "/v1/systemone"): "ollama-python 0.6.3 _client.py; vllm docs/serving/online_serving/README.md",
    ("request field", "think"): f"{_ROUTES}; {_CHAT}, docs/features/reasoning_outputs.md",
    ("request field", "truncate"): f"ollama server/prompt.go; {_CHAT}",
    ("request field", "suffix"): "ollama api/types.go; vllm renderers/online_renderer.py",
    ("request field", "dimensions"): f"{_ROUTES}; vllm pooling_params.py",
    ("answer field", "message.thinking"): "ollama api/types.go; vllm docs/features/reasoning_outputs.md",
    ("answer field", "total_duration"): "ollama api/types.go; vllm docs/features/per_request_metrics.md",
    ("answer field", "model"): "ollama api/types.go; vllm config/model.py",
    ("error", "unauthorized"): "vllm entrypoints/serve/middleware/authenticate.py",
    ("error", "content type"): "vllm entrypoints/serve/utils/api_utils.py",
    ("error", "overloaded"): "ollama envconfig/config.go; vllm config/scheduler.py",
    **{("gone", f"guided_{name}"): "vllm docs/features/structured_outputs.md, entrypoints/serve/engine/protocol.py"
       for name in "json regex choice grammar whitespace_pattern decoding_backend".split()},
    ("gone", "reasoning_content"): f"vllm docs/features/reasoning_outputs.md; {_CHAT}",
    ("gone", "gguf"): "vllm docs/features/quantization/gguf.md",
    ("gone", "bitsandbytes"): "vllm-bnb-plugin on PyPI",
    ("gone", "MllamaForConditionalGeneration"): "vllm model_executor/models/registry.py",
    ("directive", "ADAPTER"): "ollama docs/modelfile.mdx; vllm docs/features/lora.md",
    ("directive", "PARAMETER"): "ollama docs/modelfile.mdx; vllm config/model.py",
    ("compose", "open-webui"): "vllm docs/deployment/frameworks/open-webui.md",
}  # fmt: skip

TABLES: Mapping[str, str] = MappingProxyType(_TABLES)
ROWS: Mapping[tuple[str, str], str] = MappingProxyType(_ROWS)


def source(table: str, name: str = "") -> str:
    """Where a row comes from. Raises KeyError for a table that isn't known."""
    return ROWS.get((table, name)) or TABLES[table]
