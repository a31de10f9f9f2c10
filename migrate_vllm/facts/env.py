"""Environment variables: those of Ollama's server, those that applications use by convention, and vLLM's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from migrate_vllm.facts.fate import Fate

_EXACT, _LOSSY, _GONE, _HUMAN = Fate.EXACT, Fate.LOSSY, Fate.UNSUPPORTED, Fate.NEEDS_HUMAN


class Role(StrEnum):
    """Who reads a variable. `OLLAMA_HOST` is read by both, with different meanings: where it is set decides."""

    SERVER = "server"
    """the process that runs `ollama serve`"""
    APP = "app"
    """the program that calls it"""


@dataclass(frozen=True, slots=True)
class Variable:
    name: str
    role: Role
    fate: Fate
    target: str
    """flag of `vllm serve` or variable; empty: nothing"""
    why: str
    default: str = ""
    """Ollama's, or for an application a typical value"""


@dataclass(frozen=True, slots=True)
class Own:
    """A variable that vLLM's server reads itself and that a new name could hit by accident."""

    name: str
    meaning: str
    why: str
    """what goes wrong"""


def _server(name: str, fate: Fate, target: str, why: str, default: str = "") -> Variable:
    return Variable(name, Role.SERVER, fate, target, why, default)


def _app(names: str, fate: Fate, target: str, why: str, default: str = "") -> tuple[Variable, ...]:
    return tuple(Variable(name, Role.APP, fate, target, why, default) for name in names.split())


def _dropped(names: str, why: str) -> tuple[Variable, ...]:
    return tuple(_server(name, _GONE, "", why) for name in names.split())


_IMAGE = "The image is chosen for the hardware: `vllm/vllm-openai`, or those for ROCm, XPU and CPU."
_SAME = "Same name and meaning."
_ADDRESS = "The address of vLLM with `/v1` at its end, port 8000 unless it is taken."
_NAME = "The Hugging Face id, or the old tag where the server is started with `--served-model-name`."
_EMBED = "An embedding model is served by a server of its own, so the program needs `VLLM_EMBED_BASE_URL` as well."

_SERVER = (
    _server("OLLAMA_HOST", _EXACT, "--host --port", "Where the server listens. Not `VLLM_HOST_IP` and `VLLM_PORT`, which mean something else.", "127.0.0.1:11434"),
    _server("OLLAMA_MODELS", _LOSSY, "HF_HOME", "Where weights lie (also `--download-dir`). GGUF files can't be used again. In an application the same name is often a list of models.", "~/.ollama/models"),
    _server("OLLAMA_KEEP_ALIVE", _GONE, "", "The model stays loaded for as long as the server runs.", "5m"),
    _server("OLLAMA_NUM_PARALLEL", _LOSSY, "--max-num-seqs", "vLLM batches hundreds of requests: don't copy a small number.", "1"),
    _server("OLLAMA_MAX_LOADED_MODELS", _GONE, "", "One server a model: their number is the number of services.", "3 for each GPU"),
    _server("OLLAMA_MAX_QUEUE", _LOSSY, "--max-num-queued-reqs", "Off by default in vLLM, and it counts running requests as well.", "512"),
    _server("OLLAMA_CONTEXT_LENGTH", _EXACT, "--max-model-len", "The model's own limit holds.", "4096, 32768 or 262144 by graphics memory"),
    _server("OLLAMA_FLASH_ATTENTION", _GONE, "", "vLLM always uses optimised attention; the kernel is chosen with `--attention-backend`.", "automatic"),
    _server("OLLAMA_KV_CACHE_TYPE", _LOSSY, "--kv-cache-dtype", "`f16` is `auto`, `q8_0` is about `fp8`; 4-bit types are experimental.", "f16"),
    _server("OLLAMA_ORIGINS", _LOSSY, "--allowed-origins", "A JSON list, empty by default; wildcards inside a host don't carry over.", "localhost and app schemes"),
    _server("OLLAMA_DEBUG", _EXACT, "VLLM_LOGGING_LEVEL", "`DEBUG`.", "0"),
    _server("OLLAMA_DEBUG_LOG_REQUESTS", _LOSSY, "--enable-log-requests", "`--enable-log-outputs` logs the answers as well.", "off"),
    _server("OLLAMA_LOAD_TIMEOUT", _LOSSY, "VLLM_ENGINE_READY_TIMEOUT_S", "In seconds; probes need a start period as long.", "5m"),
    _server("OLLAMA_SCHED_SPREAD", _HUMAN, "--tensor-parallel-size", "Over how many GPUs a model is split is a person's decision.", "off"),
    _server("OLLAMA_GPU_OVERHEAD", _LOSSY, "--gpu-memory-utilization", "Bytes that are kept free become the fraction that is used.", "0"),
    _server("OLLAMA_LLM_LIBRARY", _HUMAN, "", _IMAGE, "automatic"),
    _server("OLLAMA_VULKAN", _HUMAN, "", _IMAGE, "automatic"),
    _server("OLLAMA_IGPU_ENABLE", _HUMAN, "", _IMAGE, "automatic"),
    _server("OLLAMA_INTEL_GPU", _HUMAN, "", _IMAGE, "off"),
    _server("GGML_VK_VISIBLE_DEVICES", _HUMAN, "", _IMAGE),
    _server("CUDA_VISIBLE_DEVICES", _EXACT, "CUDA_VISIBLE_DEVICES", _SAME),
    _server("ROCR_VISIBLE_DEVICES", _EXACT, "ROCR_VISIBLE_DEVICES", _SAME),
    _server("HIP_VISIBLE_DEVICES", _EXACT, "HIP_VISIBLE_DEVICES", _SAME),
    _server("HSA_OVERRIDE_GFX_VERSION", _LOSSY, "HSA_OVERRIDE_GFX_VERSION", "Same name, with the ROCm image; vLLM supports fewer GPUs."),
    _server("GPU_DEVICE_ORDINAL", _LOSSY, "GPU_DEVICE_ORDINAL", "Same name, with the ROCm image."),
    _server("HTTP_PROXY", _EXACT, "HTTP_PROXY", "Same name: read by the download from Hugging Face."),
    _server("HTTPS_PROXY", _EXACT, "HTTPS_PROXY", "Same name: read by the download from Hugging Face."),
    _server("NO_PROXY", _EXACT, "NO_PROXY", "Same name: read by the download from Hugging Face."),
    _server("OLLAMA_INSTALL_DIR", _LOSSY, "", "Read by the installer: vLLM is an image or a Python environment."),
    _server("OLLAMA_VERSION", _LOSSY, "", "Read by the installer: pin the tag of the image or `pip install vllm==X`."),
    _server("OLLAMA_NO_START", _LOSSY, "", "Read by the installer: nothing starts by itself."),
    *_dropped("OLLAMA_NOPRUNE OLLAMA_TMPDIR OLLAMA_MAX_VRAM OLLAMA_RUNNERS_DIR OLLAMA_MAX_TRANSFER_STREAMS OLLAMA_GO_TEMPLATE OLLAMA_REMOTES LLAMA_ARG_FIT "
              "LLAMA_ARG_FIT_TARGET OLLAMA_MULTIUSER_CACHE OLLAMA_NEW_ENGINE", "Concerns the inside of Ollama."),
    *_dropped("OLLAMA_AUTH OLLAMA_NO_CLOUD", "Concerns ollama.com."),
    *_dropped("OLLAMA_NOHISTORY OLLAMA_EDITOR", "Concerns Ollama's prompt."),
)  # fmt: skip

_APP = (
    *_app("OLLAMA_HOST", _LOSSY, "VLLM_BASE_URL", f"{_ADDRESS} Ollama's Python package reads it by itself, so it matters even where no code names it.", "http://ollama:11434"),
    *_app("OLLAMA_BASE_URL OLLAMA_URL OLLAMA_URI OLLAMA_API_URL OLLAMA_ENDPOINT OLLAMA_SERVER OLLAMA_SERVER_URL OLLAMA_API_BASE_URL OLLAMA_HOST_URL OLLAMA_API_HOST "
          "OLLAMA_API_ENDPOINT OLLAMA_ADDRESS OLLAMA_LLM_URL OLLAMA_LOCAL_URL OLLAMA_API DEFAULT_OLLAMA_URL", _LOSSY, "VLLM_BASE_URL", _ADDRESS, "http://ollama:11434"),
    *_app("OLLAMA_API_BASE", _LOSSY, "VLLM_BASE_URL", f"{_ADDRESS} LiteLLM reads `HOSTED_VLLM_API_BASE` instead and has no default for it.", "http://localhost:11434"),
    *_app("OLLAMA_BASE_URLS", _LOSSY, "OPENAI_API_BASE_URLS", "Read by Open WebUI, which then wants `OPENAI_API_KEYS` and `ENABLE_OLLAMA_API=false`.", "http://ollama:11434"),
    *_app("ENABLE_OLLAMA_API", _LOSSY, "ENABLE_OPENAI_API", "Read by Open WebUI: switch this one off and that one on.", "true"),
    *_app("OLLAMA_HOSTNAME", _HUMAN, "VLLM_BASE_URL", "A part of the address: put it together in one variable. Never `VLLM_HOST_IP`, which vLLM reads for something else.", "ollama"),
    *_app("OLLAMA_PORT", _HUMAN, "VLLM_BASE_URL", "A part of the address: put it together in one variable. Never `VLLM_PORT`, which vLLM reads for something else.", "11434"),
    *_app("OLLAMA_EMBED_URL OLLAMA_EMBED_BASE_URL OLLAMA_EMBEDDING_URL OLLAMA_EMBEDDING_BASE_URL OLLAMA_EMBEDDINGS_URL EMBEDDINGS_OLLAMA_URL", _LOSSY, "VLLM_EMBED_BASE_URL",
          "The address of the server for embeddings, with `/v1` at its end.", "http://ollama:11434"),
    *_app("OLLAMA_MODEL", _LOSSY, "VLLM_MODEL", _NAME, "llama3.1:8b"),
    *_app("OLLAMA_MODEL_NAME", _LOSSY, "VLLM_MODEL_NAME", _NAME, "llama3.1:8b"),
    *_app("OLLAMA_DEFAULT_MODEL", _LOSSY, "VLLM_DEFAULT_MODEL", _NAME, "llama3.1:8b"),
    *_app("OLLAMA_CHAT_MODEL", _LOSSY, "VLLM_CHAT_MODEL", _NAME, "llama3.1:8b"),
    *_app("OLLAMA_LLM_MODEL", _LOSSY, "VLLM_LLM_MODEL", _NAME, "llama3.1:8b"),
    *_app("OLLAMA_LLM", _LOSSY, "VLLM_LLM", _NAME, "llama3.1:8b"),
    *_app("OLLAMA_VISION_MODEL", _LOSSY, "VLLM_VISION_MODEL", f"{_NAME} Another model is another server.", "llava:7b"),
    *_app("OLLAMA_CODE_MODEL", _LOSSY, "VLLM_CODE_MODEL", f"{_NAME} Another model is another server.", "qwen2.5-coder:7b"),
    *_app("OLLAMA_MODELS", _HUMAN, "VLLM_MODELS", "A list of models: each is a server of its own.", "llama3.1,mistral"),
    *_app("LLM_MODEL", _LOSSY, "LLM_MODEL", f"The name stays. {_NAME}", "llama3.1:8b"),
    *_app("OLLAMA_EMBED_MODEL", _LOSSY, "VLLM_EMBED_MODEL", _EMBED, "nomic-embed-text"),
    *_app("OLLAMA_EMBEDDING_MODEL", _LOSSY, "VLLM_EMBEDDING_MODEL", _EMBED, "nomic-embed-text"),
    *_app("OLLAMA_EMBEDDINGS_MODEL", _LOSSY, "VLLM_EMBEDDINGS_MODEL", _EMBED, "nomic-embed-text"),
    *_app("OLLAMA_CHAT_MODEL_ID", _LOSSY, "OPENAI_CHAT_MODEL_ID", "Read by Semantic Kernel.", "llama3.1:8b"),
    *_app("OLLAMA_TEXT_MODEL_ID", _LOSSY, "OPENAI_TEXT_MODEL_ID", "Read by Semantic Kernel.", "llama3.1:8b"),
    *_app("OLLAMA_EMBEDDING_MODEL_ID", _LOSSY, "OPENAI_EMBEDDING_MODEL_ID", "Read by Semantic Kernel.", "nomic-embed-text"),
    *_app("OLLAMA_API_KEY OLLAMA_KEY", _LOSSY, "VLLM_API_KEY", "The OpenAI SDK wants a key that isn't empty. In the server's own environment the same name turns authentication on."),
    *_app("OLLAMA_TIMEOUT", _LOSSY, "VLLM_TIMEOUT", "Ollama's client waits for ever and never retries; the OpenAI SDK waits 600 seconds and retries twice."),
    *_app("OLLAMA_REQUEST_TIMEOUT", _LOSSY, "VLLM_REQUEST_TIMEOUT", "Ollama's client waits for ever and never retries; the OpenAI SDK waits 600 seconds and retries twice."),
    *_app("OLLAMA_TIMEOUT_SECONDS", _LOSSY, "VLLM_TIMEOUT_SECONDS", "Ollama's client waits for ever and never retries; the OpenAI SDK waits 600 seconds and retries twice."),
    *_app("OLLAMA_TEMPERATURE", _LOSSY, "VLLM_TEMPERATURE", "Same meaning; over 2.0 is refused."),
    *_app("OLLAMA_TOP_P", _LOSSY, "VLLM_TOP_P", "Same meaning; 0 is refused."),
    *_app("OLLAMA_MAX_TOKENS OLLAMA_NUM_PREDICT", _LOSSY, "VLLM_MAX_TOKENS", "0 and less are refused: leave the limit out instead."),
    *_app("OLLAMA_NUM_CTX OLLAMA_CONTEXT_LENGTH", _LOSSY, "--max-model-len", "Not per request: a flag of the server."),
    *_app("OLLAMA_KEEP_ALIVE", _GONE, "", "The model stays loaded for as long as the server runs."),
    *_app("OLLAMA_NUM_GPU OLLAMA_NUM_THREAD", _GONE, "", "Concerns how Ollama runs a model."),
)  # fmt: skip


def _grouped(rows: Iterable[Variable]) -> Mapping[str, tuple[Variable, ...]]:
    groups: dict[str, tuple[Variable, ...]] = {}
    for row in rows:
        groups[row.name] = (*groups.get(row.name, ()), row)
    return MappingProxyType(groups)


VARIABLES = _grouped((*_SERVER, *_APP))
"""one or two rows a name: by role"""
SERVER_VARIABLES: Mapping[str, Variable] = MappingProxyType({row.name: row for row in _SERVER})
APP_VARIABLES: Mapping[str, Variable] = MappingProxyType({row.name: row for row in _APP})

_PUBLIC_PREFIXES = (
    "VITE_",
    "NEXT_PUBLIC_",
    "NUXT_PUBLIC_",
    "NUXT_",
    "REACT_APP_",
    "VUE_APP_",
    "EXPO_PUBLIC_",
    "PUBLIC_",
    "GATSBY_",
)


def application_variable(name: str) -> Variable | None:
    """The row of an application's variable; a prefix that a bundler wants (`VITE_`) is put before its name and target."""
    prefix = next((prefix for prefix in _PUBLIC_PREFIXES if name.startswith(prefix)), "")
    row = APP_VARIABLES.get(name.removeprefix(prefix))
    if row is None or not prefix:
        return row
    target = f"{prefix}{row.target}" if row.target and not row.target.startswith("-") else row.target
    return Variable(name, row.role, row.fate, target, row.why, row.default)


_OWN_ROWS = (
    Own("VLLM_API_KEY", "The same as `--api-key`.", "Set on the server, it turns authentication on: with a shared env file, callers without a key get 401."),
    Own("VLLM_PORT", "The first port for traffic between vLLM's own processes, not that of the API.",
        "A Kubernetes service called `vllm` puts `VLLM_PORT=tcp://...` into the pods, and the server doesn't start."),
    Own("VLLM_HOST_IP", "The address of this node for traffic between nodes.", "It doesn't set where the API listens: that is `--host`."),
    Own("VLLM_IMAGE_TAG", "Set by the image when it is built.", "It looks like a variable for a compose file."),
    Own("VLLM_CACHE_ROOT", "Where compiled kernels are kept, `~/.cache/vllm`.", "Not the cache of weights, which is `HF_HOME`."),
    Own("VLLM_HTTP_TIMEOUT_KEEP_ALIVE", "Seconds that an idle HTTP connection is kept.", "It has nothing to do with Ollama's `keep_alive`."),
    Own("VLLM_LOGGING_LEVEL", "The log level.", "A real setting: use it on purpose."),
    Own("VLLM_MODEL_REDIRECT_PATH", "A file that redirects model names to paths.", "A real setting: use it on purpose."),
    Own("VLLM_SKIP_MODEL_NAME_VALIDATION", "Accept any model name in a request.", "A real setting: use it on purpose."),
    Own("VLLM_MAX_STOP_STRINGS", "How many stop strings a request may have, 4.", "A real setting: use it on purpose."),
    Own("VLLM_SERVER_DEV_MODE", "Opens endpoints for development.", "Never on a server that others reach."),
    Own("VLLM_USE_MODELSCOPE", "Fetch weights from ModelScope.", "A real setting: use it on purpose."),
    Own("VLLM_CONFIG_ROOT", "Where vLLM keeps its own settings, `~/.config/vllm`.", "A real setting: use it on purpose."),
    Own("VLLM_PLUGINS", "Which plug-ins are loaded.", "A real setting: use it on purpose."),
    Own("VLLM_TARGET_DEVICE", "For which hardware vLLM is built.", "It doesn't choose a device when the server runs."),
    Own("VLLM_USAGE_SOURCE", "Where usage statistics say that they come from.", "It is no address."),
    Own("VLLM_NO_USAGE_STATS", "Send no usage statistics.", "A real setting: use it on purpose."),
    Own("VLLM_ENGINE_READY_TIMEOUT_S", "How many seconds the engine may take to start, 600.", "Probes need a start period as long."),
    Own("VLLM_ENABLE_RESPONSES_API_STORE", "Keep answers of `/v1/responses`.", "Off, as with Ollama."),
    Own("VLLM_ENABLE_CUDA_COMPATIBILITY", "Let an image run on an older driver.", "For datacenter GPUs alone."),
    Own("VLLM_DO_NOT_TRACK", "Send no usage statistics.", "A real setting: use it on purpose."),
)  # fmt: skip

OWN: Mapping[str, Own] = MappingProxyType({row.name: row for row in _OWN_ROWS})
"""the ones worth a word; `vllm.names("variable")` has all. Any other `VLLM_*` on the server only makes it log a warning"""
