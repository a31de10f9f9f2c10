"""The Ollama classes of frameworks with their arguments, what takes their place, and the names that select Ollama in a text."""

from __future__ import annotations

from migrate_vllm.facts.constructors import JAVASCRIPT, PYTHON, Constructor, by_class, gone, options, renamed, same
from migrate_vllm.facts.differences import Difference, by_name
from migrate_vllm.facts.fate import Fate

_EXACT, _LOSSY, _GONE, _HUMAN = Fate.EXACT, Fate.LOSSY, Fate.UNSUPPORTED, Fate.NEEDS_HUMAN

_ADDRESS = "With `/v1` at its end, port 8000."
_LOADED = "The model stays loaded."
_KEY = "An API key must be given, any text will do."
_PULL = "There is no model to fetch or to look for."
_CLIENT = "Its `headers` are `default_headers`, its `timeout` is `timeout`."

# -- LangChain
_SAMPLING = "mirostat mirostat_eta mirostat_tau num_ctx num_gpu num_thread repeat_last_n repeat_penalty temperature tfs_z top_k top_p"
_LANGCHAIN = (
    *same("model"), *renamed("base_url", "base_url", _LOSSY, _ADDRESS), *gone("keep_alive", _LOADED), *gone("validate_model_on_init", _PULL),
    *renamed("client_kwargs", "default_headers", _LOSSY, _CLIENT),
    *renamed("sync_client_kwargs", "http_client", _LOSSY, _CLIENT), *renamed("async_client_kwargs", "http_async_client", _LOSSY, _CLIENT),
)  # fmt: skip
_LANGCHAIN_MODEL = (
    *_LANGCHAIN, *options(f"{_SAMPLING} num_predict seed stop"),
    *renamed("format", "model_kwargs.response_format", _LOSSY, "`json` is `{\"type\": \"json_object\"}`; for a schema `.with_structured_output`."),
    *renamed("reasoning", "extra_body.chat_template_kwargs", _LOSSY, "The thinking itself is lost: `ChatOpenAI` reads no field that OpenAI doesn't have."),
)  # fmt: skip
_LANGCHAIN_SOURCE = "langchain-ollama 1.1.0 chat_models.py, llms.py, embeddings.py; langchain-openai 1.7.4 chat_models/base.py, llms/base.py, embeddings/base.py"
_COMPLETES = "Ollama puts the prompt into the chat template, `/v1/completions` doesn't: `ChatOpenAI` with `StrOutputParser` means the same."

# -- LangChain.js
_CAMELS = ("mirostat mirostat_eta mirostat_tau num_ctx num_gpu num_thread num_keep num_batch repeat_last_n temperature tfs_z top_p typical_p stop num_predict "
           "presence_penalty frequency_penalty penalize_newline main_gpu numa low_vram f16_kv logits_all vocab_only use_mmap use_mlock embedding_only")  # fmt: skip
_LANGCHAIN_JS = (
    *same("model"), *renamed("baseUrl", "configuration.baseURL", _LOSSY, f"{_ADDRESS} Without it, OLLAMA_BASE_URL is read."), *gone("keepAlive", _LOADED),
    *renamed("headers", "configuration.defaultHeaders"), *renamed("fetch", "configuration.fetch"),
)  # fmt: skip
_LANGCHAIN_JS_MODEL = (
    *_LANGCHAIN_JS, *options(f"{_CAMELS} top_k repeat_penalty", "modelKwargs", camels=True),
    *renamed("seed", "modelKwargs.seed", _LOSSY, "Same meaning, but the numbers differ."), *gone("checkOrPullModel", _PULL), *same("streaming"),
    *renamed("format", "modelKwargs.response_format", _LOSSY, "`json` is `{\"type\": \"json_object\"}`; for a schema `.withStructuredOutput`."),
    *renamed("think", "modelKwargs.chat_template_kwargs", _LOSSY, "By the model's family, `enable_thinking` or `thinking`."),
)  # fmt: skip
_LANGCHAIN_JS_SOURCE = "@langchain/ollama 1.3.0 *.d.ts, types.d.ts; @langchain/openai 1.5.8 types.d.ts"

# -- LlamaIndex
_LLAMA = (*renamed("base_url", "api_base", _LOSSY, _ADDRESS), *gone("keep_alive", _LOADED))
_LLAMA_SOURCE = "llama-index-llms-ollama 0.11.0, llama-index-llms-openai-like 0.8.1, llama-index-embeddings-ollama 0.10.0, llama-index-embeddings-openai-like 0.4.0"

# -- Haystack
_HAYSTACK = (
    *same("model"), *renamed("url", "api_base_url", _LOSSY, f"{_ADDRESS} `api_key` is a `Secret`: `Secret.from_token(...)`."), *gone("keep_alive", _LOADED),
    *renamed("timeout", "timeout", _LOSSY, "The default was 120 seconds."),
)  # fmt: skip
_HAYSTACK_SOURCE = "ollama-haystack 7.0.2; haystack-ai 3.4.1 components/generators/chat/openai.py, components/embedders"

PYTHON_CLASSES = by_class(
    Constructor("ChatOllama", "LangChain", PYTHON, ("langchain_ollama", "langchain_community.chat_models", "langchain_community.chat_models.ollama", "langchain.chat_models"),
                "langchain_openai.ChatOpenAI", _LOSSY, f"{_KEY} What vLLM has of its own goes to `extra_body`, not to `model_kwargs`; `stream_usage=True` counts tokens.",
                _LANGCHAIN_SOURCE, (*_LANGCHAIN_MODEL, *same("logprobs top_logprobs")), ("OllamaFunctions",)),
    Constructor("OllamaLLM", "LangChain", PYTHON, ("langchain_ollama", "langchain_community.llms", "langchain.llms"), "langchain_openai.ChatOpenAI", _HUMAN,
                f"{_COMPLETES} `langchain_openai.OpenAI` also sets a temperature of 0.7 and 256 tokens by itself.", _LANGCHAIN_SOURCE, _LANGCHAIN_MODEL),
    Constructor("OllamaEmbeddings", "LangChain", PYTHON, ("langchain_ollama", "langchain_community.embeddings", "langchain.embeddings"), "langchain_openai.OpenAIEmbeddings", _LOSSY,
                "Always with `check_embedding_ctx_length=False`: else it sends tokens of OpenAI's tokenizer, and vLLM embeds them as other words without an error.",
                _LANGCHAIN_SOURCE, (*_LANGCHAIN, *same("dimensions"), *gone(f"{_SAMPLING} stop", "An embedding isn't sampled."),
                                    *renamed("headers", "default_headers"), *renamed("show_progress", "show_progress_bar"),
                                    *gone("embed_instruction query_instruction", "Put it before the text in the program."))),
    Constructor("Ollama", "LlamaIndex", PYTHON, ("llama_index.llms.ollama", "llama_index.llms"), "llama_index.llms.openai_like.OpenAILike", _LOSSY,
                f"{_KEY} Always with `is_chat_model=True`: else prompts go to `/v1/completions`, without a template. `llama_index.llms.vllm` is another thing: it runs the model in the program.",
                _LLAMA_SOURCE, (
                    *same("model temperature"), *_LLAMA, *renamed("request_timeout", "timeout"), *renamed("headers", "default_headers"),
                    *renamed("context_window", "context_window", _LOSSY, "3900 unless it is given: give what `--max-model-len` says."),
                    *renamed("json_mode", "additional_kwargs.response_format", _EXACT, "`{\"type\": \"json_object\"}`."),
                    *renamed("additional_kwargs", "additional_kwargs.extra_body", _LOSSY, "Its options, each by its own row."),
                    *renamed("is_function_calling_model", "is_function_calling_model", _LOSSY, "Off unless it is given; it was on."),
                    *renamed("thinking", "additional_kwargs.extra_body", _LOSSY, "`chat_template_kwargs` in it."),
                    *gone("prompt_key", "Prompts are messages."), *gone("client async_client", "A client of Ollama: `http_client` is one of httpx."),
                )),
    Constructor("OllamaEmbedding", "LlamaIndex", PYTHON, ("llama_index.embeddings.ollama",), "llama_index.embeddings.openai_like.OpenAILikeEmbedding", _LOSSY,
                "Not `OpenAIEmbedding`, which knows OpenAI's models alone.", _LLAMA_SOURCE, (
                    *same("model_name embed_batch_size callback_manager"), *_LLAMA, *gone("ollama_additional_kwargs", "Options of Ollama don't concern vectors."),
                    *gone("query_instruction text_instruction", "Put it before the text in the program."),
                    *renamed("client_kwargs", "default_headers", _LOSSY, _CLIENT),
                )),
    Constructor("OllamaChatGenerator", "Haystack", PYTHON, ("haystack_integrations.components.generators.ollama",), "haystack.components.generators.chat.OpenAIChatGenerator", _LOSSY,
                "The options in `generation_kwargs` are renamed, each by its own row.", _HAYSTACK_SOURCE, (
                    *_HAYSTACK, *same("tools streaming_callback"), *renamed("max_retries", "max_retries", _LOSSY, "It was 0."),
                    *renamed("generation_kwargs", "generation_kwargs", _LOSSY, "Its options, each by its own row."),
                    *renamed("response_format", "generation_kwargs.response_format", _LOSSY, "`json` is `{\"type\": \"json_object\"}`; a schema gets a name."),
                    *renamed("think", "generation_kwargs.extra_body", _LOSSY, "`chat_template_kwargs` in it."),
                ), ("OllamaGenerator",)),
    Constructor("OllamaTextEmbedder", "Haystack", PYTHON, ("haystack_integrations.components.embedders.ollama",), "haystack.components.embedders.OpenAITextEmbedder", _LOSSY,
                "`api_key` is a `Secret`.", _HAYSTACK_SOURCE, (*_HAYSTACK, *same("dimensions"), *gone("generation_kwargs", "An embedding isn't sampled."))),
    Constructor("OllamaDocumentEmbedder", "Haystack", PYTHON, ("haystack_integrations.components.embedders.ollama",), "haystack.components.embedders.OpenAIDocumentEmbedder", _LOSSY,
                "`api_key` is a `Secret`.", _HAYSTACK_SOURCE, (
                    *_HAYSTACK, *same("dimensions prefix suffix progress_bar meta_fields_to_embed embedding_separator batch_size"),
                    *gone("generation_kwargs", "An embedding isn't sampled."),
                )),
    Constructor("OllamaProvider", "Pydantic AI", PYTHON, ("pydantic_ai.providers.ollama",), "pydantic_ai.providers.vllm.VLLMProvider", _EXACT,
                "`OpenAIChatModel(name, provider=VLLMProvider(...))`. Older versions take `OpenAIProvider`. Reads VLLM_BASE_URL and `VLLM_API_KEY`.",
                "pydantic-ai-slim 2.68.0 providers/ollama.py, providers/vllm.py",
                (*renamed("base_url", "base_url", _LOSSY, _ADDRESS), *same("api_key openai_client http_client")), ("OllamaModel",)),
    Constructor("OllamaChatCompletionClient", "AutoGen", PYTHON, ("autogen_ext.models.ollama",), "autogen_ext.models.openai.OpenAIChatCompletionClient", _LOSSY,
                "`model_info` must be given: nothing is known of a name that isn't OpenAI's.", "autogen-ext 0.7.5 models/ollama, models/openai", (
                    *same("model timeout model_info"), *renamed("host", "base_url", _LOSSY, f"{_ADDRESS} {_KEY}"), *renamed("headers", "default_headers"),
                    *renamed("options", "extra_create_args.extra_body", _LOSSY, "An argument of each `create`; each option by its own row."),
                    *renamed("response_format", "response_format", _LOSSY, "In the form of OpenAI."), *gone("follow_redirects", "Redirects are followed."),
                    *renamed("model_capabilities", "model_info", _LOSSY, "The older form."),
                )),
    Constructor("OllamaChatCompletion", "Semantic Kernel", PYTHON, ("semantic_kernel.connectors.ai.ollama",), "semantic_kernel.connectors.ai.open_ai.OpenAIChatCompletion", _LOSSY,
                "`OllamaChatPromptExecutionSettings` is `OpenAIChatPromptExecutionSettings`, which has `extra_body`.", "semantic-kernel 1.45.0 connectors/ai/ollama, connectors/ai/open_ai", (
                    *same("service_id ai_model_id env_file_path env_file_encoding"),
                    *renamed("host", "async_client", _LOSSY, "`AsyncOpenAI(base_url=..., api_key=...)`: an address can't be given."), *renamed("client", "async_client", _LOSSY, "`AsyncOpenAI`."),
                ), ("OllamaTextCompletion", "OllamaTextEmbedding")),
    Constructor("Ollama", "Agno", PYTHON, ("agno.models.ollama", "phi.model.ollama"), "agno.models.vllm.VLLM", _LOSSY,
                "It sets a temperature of 0.7, a top_p of 0.8 and a presence_penalty of 1.5 by itself: give them, or take `OpenAILike`. Wants `VLLM_API_KEY`.",
                "agno 3.1.10 models/ollama, models/vllm/vllm.py", (
                    *same("id timeout"), *renamed("host", "base_url", _LOSSY, _ADDRESS), *renamed("options", "extra_body", _LOSSY, "Each option by its own row."),
                    *gone("client async_client", "A client of Ollama."),
                    *gone("keep_alive", _LOADED), *renamed("format", "request_params.response_format", _LOSSY, "In the form of OpenAI."), *same("api_key request_params client_params"),
                ), ("OllamaTools", "OllamaResponses")),
    Constructor("OllamaEmbedder", "Agno", PYTHON, ("agno.knowledge.embedder.ollama", "agno.embedder.ollama"), "agno.knowledge.embedder.openai_like.OpenAILikeEmbedder", _LOSSY,
                "`VLLMEmbedder` runs the model in the program unless it is given a `base_url`.", "agno 3.1.10 knowledge/embedder", (
                    *same("id"), *renamed("dimensions", "dimensions", _LOSSY, "Say how long the model's vectors are: the default was 4096, here it is 1536."), *renamed("host", "base_url", _LOSSY, _ADDRESS), *renamed("client_kwargs", "client_params"),
                    *gone("options", "Options of Ollama don't concern vectors."), *gone("ollama_client", "A client of Ollama."),
                )),
    Constructor("OllamaEmbeddingFunction", "Chroma", PYTHON, ("chromadb.utils.embedding_functions",), "chromadb.utils.embedding_functions.OpenAIEmbeddingFunction", _LOSSY,
                "Collections remember the function by name: they are made anew, with new vectors.", "chromadb 1.5.9 utils/embedding_functions", (
                    *renamed("url", "api_base", _LOSSY, f"{_ADDRESS} It may have ended in `/api/embeddings`."), *same("model_name"),
                    *gone("timeout", "The SDK's own holds, 600 seconds."),
                )),
)  # fmt: skip

JAVASCRIPT_CLASSES = by_class(
    Constructor("ChatOllama", "LangChain.js", JAVASCRIPT, ("@langchain/ollama", "@langchain/community/chat_models/ollama"), "@langchain/openai.ChatOpenAI", _LOSSY,
                "`apiKey` must be given.", _LANGCHAIN_JS_SOURCE, _LANGCHAIN_JS_MODEL),
    Constructor("Ollama", "LangChain.js", JAVASCRIPT, ("@langchain/ollama", "@langchain/community/llms/ollama"), "@langchain/openai.ChatOpenAI", _HUMAN,
                _COMPLETES, _LANGCHAIN_JS_SOURCE, _LANGCHAIN_JS_MODEL),
    Constructor("OllamaEmbeddings", "LangChain.js", JAVASCRIPT, ("@langchain/ollama", "@langchain/community/embeddings/ollama"), "@langchain/openai.OpenAIEmbeddings", _LOSSY,
                "On the server for embeddings. `apiKey` must be given.", _LANGCHAIN_JS_SOURCE,
                (*_LANGCHAIN_JS, *same("dimensions"), *gone("truncate", "Input that is too long is refused."), *gone("requestOptions", "Options of Ollama don't concern vectors."))),
    Constructor("createOllama", "Vercel AI SDK", JAVASCRIPT, ("ollama-ai-provider", "ollama-ai-provider-v2", "ai-sdk-ollama"), "@ai-sdk/openai-compatible.createOpenAICompatible", _LOSSY,
                "With `name`, `includeUsage` and `supportsStructuredOutputs`; `provider.chatModel('m')`, `provider.embeddingModel('m')`. `providerOptions.ollama` is `providerOptions.vllm`.",
                "ollama-ai-provider 1.2.0, ollama-ai-provider-v2 3.6.0, ai-sdk-ollama 4.3.0; @ai-sdk/openai-compatible 2.0.92", (
                    *renamed("baseURL", "baseURL", _LOSSY, f"{_ADDRESS} It may have ended in `/api`."), *same("headers fetch name"),
                    *gone("compatibility", "There is one kind."), *gone("organization project", "Concerns OpenAI."),
                )),
)  # fmt: skip

PROVIDERS = by_name(
    Difference("ollama/", "`ollama/llama3.1` (LiteLLM, CrewAI, Instructor)", "`hosted_vllm/NAME` with `api_base`", _LOSSY,
               "`vllm/` runs the model in the program. `HOSTED_VLLM_API_BASE` has no default. Instructor takes a client: `from_openai(OpenAI(base_url=...))`.", ("hosted_vllm/", "litellm")),
    Difference("ollama_chat/", "`ollama_chat/llama3.1` (LiteLLM, DSPy, smolagents)", "`hosted_vllm/NAME` with `api_base`", _LOSSY,
               "LiteLLM tells the thinking as `reasoning_content`, and takes `strict` out of tools.", ("dspy.LM", "LiteLLMModel")),
    Difference("ollama:", "`ollama:llama3.1` (Pydantic AI, LangChain)", "`vllm:NAME` (Pydantic AI); `openai:NAME` with `base_url` (LangChain)", _LOSSY,
               "`init_chat_model` wants the address and a key besides.", ("init_chat_model", "model_provider")),
    Difference("provider: ollama", "Mem0, CrewAI, Continue and others", "`vllm` or `openai`, with an address", _LOSSY,
               "Mem0: `vllm` for the model with `vllm_base_url`, `openai` for the embedder with `openai_base_url`, and no `embedding_dims` there. CrewAI: `openai` with `api_base` for the embedder.",
               ("ollama_base_url", "mem0", "embedder")),
    Difference("api_type: ollama", "AutoGen's `config_list`, with `client_host`", "`base_url`, without `api_type`", _LOSSY, "With an API key, any text.", ("client_host", "config_list")),
    Difference("dspy.OllamaLocal", "older DSPy", "`dspy.LM(\"hosted_vllm/NAME\", api_base=..., api_key=...)`", _LOSSY, "The class is old; `dspy.LM` knows `ollama_chat/` as well.", ("OllamaLocal",)),
    Difference("OpenAIServerModel", "smolagents, with Ollama's `/v1`", "the same class, another `api_base`", _EXACT, "`VLLMModel` runs the model in the program.", ("OpenAIModel",)),
    Difference("ANTHROPIC_BASE_URL", "Anthropic's SDK and Claude Code on Ollama", "`http://host:8000`, without `/v1`", _LOSSY, "The served name has no slash: `--served-model-name`.", ("Claude Code", "anthropic")),
)  # fmt: skip
