"""What a migration meets of vLLM itself: flags of `vllm serve`, fields of requests and answers, paths, and what is gone.

`vllm` has all names and defaults; these are the ones worth a sentence. Nothing but `explain` and the reference reads this.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from migrate_vllm.facts.options import Place


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag of `vllm serve`."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class RequestField:
    name: str
    place: Place
    """where the OpenAI SDK takes it"""
    meaning: str


@dataclass(frozen=True, slots=True)
class AnswerField:
    path: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Path:
    path: str
    meaning: str


@dataclass(frozen=True, slots=True)
class NewVariable:
    """A variable that the move brings: of the server's downloads, or of a library that asks vLLM."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Gone:
    """What vLLM had once, and what blog posts still show."""

    name: str
    instead: str
    """empty: nothing"""
    why: str


_SPLIT = "Two servers on one GPU share it: their fractions together stay under 1."

_FLAGS = (
    Flag("--model", "The repository or folder that is served; it is also the first argument of `vllm serve`."),
    Flag("--served-model-name", "The names that requests may use, one or several; answers tell the first. An old tag such as `llama3.2:3b` can be among them."),
    Flag("--host", "Where the API listens: everywhere, unless it is set."),
    Flag("--port", "The port of the API."),
    Flag("--api-key", "Keys that are accepted. Without it and `VLLM_API_KEY` there is no authentication; with it, paths under `/v1` and `/v2` are guarded: `/health`, `/metrics` and `/tokenize` stay open."),
    Flag("--root-path", "The prefix that a proxy puts before every path."),
    Flag("--uvicorn-log-level", "How much the web server logs."),
    Flag("--allowed-origins", "Which web pages may call the API, as a JSON list; none unless it is set."),
    Flag("--ssl-keyfile", "The private key, for TLS without a proxy."),
    Flag("--ssl-certfile", "The certificate, for TLS without a proxy."),
    Flag("--config", "A YAML file with these flags."),
    Flag("--chat-template", "A Jinja file that is used instead of the model's own template. Those of vLLM are `examples/tool_chat_template_*.jinja` in the image's working directory; a wheel has none."),
    Flag("--chat-template-content-format", "Whether the template takes content as text or as a list of parts; it is found out unless it is set."),
    Flag("--default-chat-template-kwargs", "Arguments of the template for every request: `{\"enable_thinking\": false}` switches thinking off."),
    Flag("--trust-request-chat-template", "Lets a request bring a template of its own."),
    Flag("--response-role", "The role that answers have."),
    Flag("--enable-auto-tool-choice", "Lets the model decide to call tools. It wants `--tool-call-parser`; without both, a request with tools is refused with 400."),
    Flag("--tool-call-parser", "How calls are found in what this family of models writes. For a family that has none, leave automatic tool choice off."),
    Flag("--tool-parser-plugin", "A file with a parser of one's own."),
    Flag("--exclude-tools-when-tool-choice-none", "Doesn't show tools to the model when `tool_choice` is `none`."),
    Flag("--reasoning-parser", "How thinking is found in what this family of models writes. Without it, `<think>` stays inside the content."),
    Flag("--reasoning-effort-map", "Turns the efforts of requests into those that the model knows."),
    Flag("--max-model-len", "How many tokens prompt and answer may have together: the model's own limit unless it is set. A number that doesn't fit into memory stops the start; `auto` takes the largest that fits."),
    Flag("--max-num-seqs", "How many requests are worked on at once: 256, or 1024 on large GPUs."),
    Flag("--max-num-batched-tokens", "How many tokens a step works on, of all requests together."),
    Flag("--max-num-queued-reqs", "How many requests may wait and run; more are answered with 503. Without it they queue without end."),
    Flag("--gpu-memory-utilization", f"The fraction of the GPU's memory that is taken at start. {_SPLIT}"),
    Flag("--kv-cache-memory-bytes", "The memory of the cache in bytes, instead of a fraction."),
    Flag("--kv-cache-dtype", "The type of the cache: `auto` is the model's, `fp8` halves it."),
    Flag("--cpu-offload-gb", "How many GB of the weights are kept in the machine's memory: slow, and no counterpart of `num_gpu`."),
    Flag("--tensor-parallel-size", "Over how many GPUs each layer is split. It counts GPUs, not layers."),
    Flag("--pipeline-parallel-size", "Over how many GPUs or machines the layers are distributed."),
    Flag("--data-parallel-size", "How many copies of the model answer."),
    Flag("--dtype", "The type of weights and activations; `half` for GPUs without BF16, such as a T4."),
    Flag("--quantization", "How the weights are quantised; it is read from the repository unless it is set. GGUF and bitsandbytes are plug-ins."),
    Flag("--load-format", "How the weights are stored; it is found out unless it is set."),
    Flag("--tokenizer", "The repository of the tokenizer, where the weights bring none."),
    Flag("--tokenizer-mode", "Which implementation reads the tokenizer; `mistral` for Mistral's own format."),
    Flag("--hf-config-path", "The repository of the configuration, where the weights bring none."),
    Flag("--hf-overrides", "Changes to the model's configuration: `{\"is_matryoshka\": true}` lets vectors be cut to `dimensions`."),
    Flag("--hf-token", "The token for gated repositories; `HF_TOKEN` does the same."),
    Flag("--revision", "The branch, tag or commit of the repository: pin it."),
    Flag("--download-dir", "Where weights are stored; `HF_HOME` does the same."),
    Flag("--runner", "`generate` writes text, `pooling` serves vectors: an embedding model wants `pooling`, on a server of its own."),
    Flag("--convert", "Makes an embedding or classifying model of one that writes text."),
    Flag("--pooler-config", "How vectors are made of tokens, and whether they are normalised."),
    Flag("--limit-mm-per-prompt", "How many images a prompt may have: `{\"image\": 4}`."),
    Flag("--allowed-local-media-path", "A folder from which requests may name images by path."),
    Flag("--allowed-media-domains", "From which hosts images are fetched: without it, the server fetches any address that a request names."),
    Flag("--enable-prefix-caching", "Keeps what prompts begin with, so that it is worked out once."),
    Flag("--enable-chunked-prefill", "Works long prompts in pieces, between other requests."),
    Flag("--enable-sleep-mode", "Lets the model's memory be freed and taken again, with `VLLM_SERVER_DEV_MODE`: the nearest thing to unloading."),
    Flag("--generation-config", "Where defaults for sampling come from: the repository, or `vllm` for none."),
    Flag("--override-generation-config", "Defaults for sampling as JSON, with names of vLLM: `{\"temperature\": 0.8, \"top_p\": 0.9, \"top_k\": 40}` is what Ollama takes. `stop` and `seed` can't be set here."),
    Flag("--seed", "The seed of the server: two fresh servers answer alike."),
    Flag("--trust-remote-code", "Runs Python code of the model's repository: needed by some, such as nomic-embed-text."),
    Flag("--enforce-eager", "No CUDA graphs: starts faster, answers slower, takes less memory."),
    Flag("--enable-lora", "Serves LoRA adapters beside the model."),
    Flag("--lora-modules", "Adapters as NAME=PATH; a request names one as its model."),
    Flag("--max-loras", "How many adapters are in use at once."),
    Flag("--max-lora-rank", "The largest rank of an adapter."),
    Flag("--structured-outputs-config", "Which library keeps answers to a schema."),
    Flag("--speculative-config", "A draft model, for speed."),
    Flag("--enable-log-requests", "Logs what is asked."),
    Flag("--enable-log-outputs", "Logs what is answered."),
    Flag("--enable-force-include-usage", "Counts tokens in every stream, whether `stream_options` asks for it or not."),
    Flag("--enable-per-request-metrics", "Tells times of a request in `metrics` of its answer, in milliseconds."),
    Flag("--enable-tokenizer-info-endpoint", "Opens `/tokenizer_info`, which tells the chat template."),
    Flag("--sse-keep-alive-interval", "After how many seconds of silence a stream sends a comment line; 0 is never."),
    Flag("--max-logprobs", "The largest `top_logprobs` that a request may ask for."),
    Flag("--logprobs-mode", "Whether logprobs are raw, or come after temperature and penalties."),
    Flag("--model-impl", "vLLM's own implementation of the model, or that of transformers."),
    Flag("--attention-backend", "The kernel of attention; it is chosen unless it is set."),
    Flag("--shutdown-timeout", "How many seconds running requests are given at the end."),
    Flag("--fail-on-environ-validation", "Refuses to start when there is a `VLLM_*` variable that vLLM doesn't know."),
)  # fmt: skip

_TOP, _EXTRA = Place.TOP, Place.EXTRA_BODY

_REQUEST = (
    RequestField("max_completion_tokens", _TOP, "How long the answer may be. It wins over `max_tokens`; Ollama's `/v1` ignores it."),
    RequestField("max_tokens", _TOP, "How long the answer may be: the older name, which both servers read."),
    RequestField("n", _TOP, "How many answers; Ollama's `/v1` ignores it."),
    RequestField("logit_bias", _TOP, "Makes tokens more or less likely; Ollama's `/v1` ignores it."),
    RequestField("tool_choice", _TOP, "`auto`, `none`, `required` or one tool; `auto` where there are tools. Ollama's `/v1` ignores it."),
    RequestField("parallel_tool_calls", _TOP, "Whether several tools may be called at once."),
    RequestField("stream_options", _TOP, "`include_usage` adds a last chunk with counts and without choices, `continuous_usage_stats` puts them into each. Without `stream` it is refused."),
    RequestField("response_format", _TOP, "`json_object`, or `json_schema` with a name and a schema."),
    RequestField("reasoning_effort", _TOP, "How hard the model thinks; `none` switches thinking off where the template can; gpt-oss knows `low`, `medium` and `high` alone."),
    RequestField("user", _TOP, "Taken and ignored."),
    RequestField("include_reasoning", _EXTRA, "Whether the answer tells its thinking."),
    RequestField("thinking_token_budget", _EXTRA, "How many tokens the model may think."),
    RequestField("chat_template", _EXTRA, "A template for this request; the server needs `--trust-request-chat-template`."),
    RequestField("chat_template_kwargs", _EXTRA, "Arguments of the template: `enable_thinking` for Qwen3, GLM, Gemma 4 and Granite 4.2, `thinking` for DeepSeek-V3.1, Granite 3.2 and Holo2."),
    RequestField("structured_outputs", _EXTRA, "Keeps the answer to `json`, `regex`, `choice` or `grammar`: one of them."),
    RequestField("truncate_prompt_tokens", _EXTRA, "Cuts the prompt to so many tokens; -1 is what the model takes."),
    RequestField("truncation_side", _EXTRA, "Which end of the prompt is cut, `left` or `right`."),
    RequestField("min_tokens", _EXTRA, "How long the answer is at least."),
    RequestField("ignore_eos", _EXTRA, "Goes on after the model's end mark: for benchmarks."),
    RequestField("stop_token_ids", _EXTRA, "Tokens that end the answer, by number."),
    RequestField("include_stop_str_in_output", _EXTRA, "Leaves the stop string in the answer."),
    RequestField("bad_words", _EXTRA, "Words that never come."),
    RequestField("allowed_token_ids", _EXTRA, "The only tokens that may come, by number."),
    RequestField("repetition_detection", _EXTRA, "Ends an answer that goes round in circles, with the reason `repetition`."),
    RequestField("skip_special_tokens", _EXTRA, "Leaves special tokens out of the text."),
    RequestField("add_generation_prompt", _EXTRA, "Ends the prompt with the beginning of an answer."),
    RequestField("continue_final_message", _EXTRA, "Goes on with the last message instead of answering it."),
    RequestField("mm_processor_kwargs", _EXTRA, "Arguments of the image processor."),
    RequestField("priority", _EXTRA, "Smaller comes first; the server needs `--scheduling-policy priority`."),
    RequestField("cache_salt", _EXTRA, "Keeps the prefixes of one user apart from those of others."),
    RequestField("return_prompt_text", _EXTRA, "Tells the prompt as the template made it."),
    RequestField("return_token_ids", _EXTRA, "Tells the tokens of prompt and answer."),
    RequestField("prompt_logprobs", _EXTRA, "Tells how likely the prompt was."),
    RequestField("embed_dtype", _EXTRA, "The type of the numbers of a vector."),
    RequestField("use_activation", _EXTRA, "Whether a vector is normalised: as the model says, unless it is set."),
    RequestField("encoding_format", _TOP, "`float` or `base64`. The OpenAI SDK asks for base64 and decodes it."),
)  # fmt: skip

_ANSWER = (
    AnswerField("choices[0].finish_reason", "Null in a stream until its end; `stop`, `length` or `tool_calls`, rarely `abort`, `error` or `repetition`."),
    AnswerField("choices[0].stop_reason", "The stop string or token that ended the answer."),
    AnswerField("choices[0].message.reasoning", "The thinking. The SDK's types don't know it: `getattr(message, \"reasoning\", None)`."),
    AnswerField("choices[0].delta", "What a chunk adds. Its first one has the role and no text, and its content can be null."),
    AnswerField("choices[0].delta.tool_calls", "Pieces of calls: `index` tells which call, `arguments` are put together."),
    AnswerField("choices[0].text", "The answer of `/v1/completions`."),
    AnswerField("usage.prompt_tokens", "All tokens of the prompt, cached ones as well."),
    AnswerField("usage.completion_tokens", "All tokens of the answer, thinking as well."),
    AnswerField("metrics", "Times in milliseconds, with `--enable-per-request-metrics`."),
    AnswerField("system_fingerprint", "Names vLLM's version; Ollama says `fp_ollama`."),
    AnswerField("data[].embedding", "One vector for each input."),
)  # fmt: skip

_DEV = "Only with `--enable-sleep-mode` and `VLLM_SERVER_DEV_MODE`."

_PATHS = (
    Path("/health", "200 with an empty body once requests are answered, 503 when the engine has died; GET alone, and without a key."),
    Path("/ping", "The same as `/health`, for SageMaker."),
    Path("/metrics", "Counters for Prometheus, without a key."),
    Path("/load", "How many requests are worked on; the server needs `--enable-server-load-tracking`."),
    Path("/tokenize", "The tokens of a text or of messages."),
    Path("/detokenize", "The text of tokens."),
    Path("/tokenizer_info", "The tokenizer and its chat template; the server needs `--enable-tokenizer-info-endpoint`."),
    Path("/v1/chat/completions/render", "The prompt as the template makes it; the server needs `--enable-scale-out`."),
    Path("/v1/messages/count_tokens", "How long a prompt of Anthropic's protocol is."),
    Path("/rerank", "Orders documents by a question, with a reranking model."),
    Path("/score", "How alike two texts are, with a scoring model."),
    Path("/v2/embed", "Embeddings in Cohere's protocol."),
    Path("/sleep", f"Frees the memory of the model. {_DEV}"),
    Path("/wake_up", f"Takes the memory again. {_DEV}"),
)  # fmt: skip

_NEW = (
    NewVariable("HF_TOKEN", "The server's token for gated repositories."),
    NewVariable("HF_HOME", "Where the server keeps weights, `~/.cache/huggingface`; `HF_HUB_CACHE` names the folder itself."),
    NewVariable("HF_HUB_CACHE", "Where the server keeps weights."),
    NewVariable("HF_HUB_OFFLINE", "Nothing is fetched: the weights must be there already."),
    NewVariable("HF_XET_HIGH_PERFORMANCE", "Faster downloads; vLLM's image sets it."),
    NewVariable("HF_HUB_DOWNLOAD_TIMEOUT", "How many seconds a download may stand still; vLLM's image sets 60."),
    NewVariable("DO_NOT_TRACK", "The server sends no usage statistics."),
    NewVariable("OPENAI_BASE_URL", "Where the OpenAI SDK asks when the program gives no address; with `/v1` at its end."),
    NewVariable("OPENAI_API_KEY", "The key of the OpenAI SDK when the program gives none; it is never empty."),
    NewVariable("HOSTED_VLLM_API_BASE", "Where LiteLLM asks for `hosted_vllm/NAME`; it has no default."),
    NewVariable("HOSTED_VLLM_API_KEY", "The key of LiteLLM for `hosted_vllm/NAME`."),
    NewVariable("OPENAI_API_BASE_URL", "Where Open WebUI asks; `OPENAI_API_BASE_URLS` for several."),
    NewVariable("VLLM_BASE_URL", "Where a rewritten program asks, `http://localhost:8000/v1`. Pydantic AI, CrewAI and Agno read it as well, the server doesn't."),
    NewVariable("VLLM_EMBED_BASE_URL", "Where a rewritten program asks for embeddings, if they have a server of their own."),
    NewVariable("VLLM_MODEL", "Which model a rewritten program asks for."),
)  # fmt: skip

_GUIDED = "Since 0.12 it is ignored with a warning: the answer follows no schema, and nobody says so."
_INSIDE = "Concerned the inside of older versions; with it the server doesn't start."
_RENAMED = "The old name stops the start."

_GONE = (
    Gone("guided_json", "structured_outputs.json", _GUIDED),
    Gone("guided_regex", "structured_outputs.regex", _GUIDED),
    Gone("guided_choice", "structured_outputs.choice", _GUIDED),
    Gone("guided_grammar", "structured_outputs.grammar", _GUIDED),
    Gone("guided_whitespace_pattern", "structured_outputs.whitespace_pattern", _GUIDED),
    Gone("guided_decoding_backend", "--structured-outputs-config", _GUIDED),
    Gone("reasoning_content", "reasoning", "The field of answers has another name; in messages of a request the old one is still read."),
    Gone("--task", "--runner --convert", "`embed` is `--runner pooling`, with `--convert embed` for a model that writes text."),
    Gone("--guided-decoding-backend", "--structured-outputs-config", _RENAMED),
    Gone("--enable-reasoning", "--reasoning-parser", "The parser alone switches it on."),
    Gone("--override-pooler-config", "--pooler-config", _RENAMED),
    Gone("--chat-template-text-format", "--chat-template-content-format", _RENAMED),
    Gone("--rope-scaling", "--hf-overrides", "`rope_parameters` in it."),
    Gone("--rope-theta", "--hf-overrides", "`rope_parameters` in it."),
    Gone("--no-enable-prefix-caching", "--disable-prefix-caching", _RENAMED),
    Gone("--worker-use-ray", "--distributed-executor-backend", _RENAMED),
    Gone("--engine-use-ray", "--distributed-executor-backend", _RENAMED),
    Gone("--device", "", "The image or the wheel decides: there is one for each sort of hardware."),
    Gone("--swap-space", "", _INSIDE),
    Gone("--max-seq-len-to-capture", "", _INSIDE),
    Gone("--max-context-len-to-capture", "", _INSIDE),
    Gone("--use-v2-block-manager", "", _INSIDE),
    Gone("--num-scheduler-steps", "", _INSIDE),
    Gone("--preemption-mode", "", _INSIDE),
    Gone("--override-neuron-config", "", _INSIDE),
    Gone("gguf", "", "A plug-in, `vllm-gguf-plugin`, that the stock image lacks. Take the repository that the GGUF file was made from, or one in AWQ, GPTQ or FP8."),
    Gone("bitsandbytes", "", "A plug-in, `vllm-bnb-plugin`, that the stock image lacks."),
    Gone("MllamaForConditionalGeneration", "", "Last supported by 0.10.2: llama3.2-vision needs another model."),
)  # fmt: skip

FLAGS: Mapping[str, Flag] = MappingProxyType({row.name: row for row in _FLAGS})
REQUEST_FIELDS: Mapping[str, RequestField] = MappingProxyType({row.name: row for row in _REQUEST})
ANSWER_FIELDS: Mapping[str, AnswerField] = MappingProxyType({row.path: row for row in _ANSWER})
PATHS: Mapping[str, Path] = MappingProxyType({row.path: row for row in _PATHS})
NEW_VARIABLES: Mapping[str, NewVariable] = MappingProxyType({row.name: row for row in _NEW})
GONE: Mapping[str, Gone] = MappingProxyType({row.name: row for row in _GONE})
