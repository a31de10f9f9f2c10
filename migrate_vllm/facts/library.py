"""What plain libraries do with the values that go through them, by the dotted name of the function. No Ollama in here.

A name is looked up as a whole, then by its last two parts, then by its last one. `METHODS` are those of lists, texts and
promises, whatever they belong to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


def _named(text: str, does: str) -> dict[str, str]:
    return dict.fromkeys(text.split(), does)


FUNCTIONS: Mapping[str, str] = MappingProxyType(
    {
        # gives back its argument, or something that stands for it
        **_named("""list tuple set sorted reversed iter str bytes dict frozenset deepcopy dumps stringify jsonify JSONResponse ORJSONResponse StreamingResponse
                    StreamingHttpResponse EventSourceResponse PlainTextResponse JsonResponse Response NextResponse.json Response.json NextResponse
                    stream_with_context asyncio.gather Promise.all Promise.resolve asyncio.create_task asyncio.wait_for asyncio.run asyncio.ensure_future
                    run_until_complete Array.from structuredClone Object.values Object.freeze toRaw reactive readonly shallowReactive markRaw toRefs storeToRefs
                    $state $derived useCallback memo forwardRef defineComponent defineNuxtComponent defineNuxtPlugin defineEventHandler eventHandler
                    lazyEventHandler cachedEventHandler defineCachedEventHandler Readable.from
                    iterate_in_threadpool createError tqdm cast aiter fromWeb toWeb Readable.fromWeb map_async jsonable_encoder Field""", "passes"),
        **_named("enumerate zip filter chain", "passes"),
        **_named("Promise.race Promise.any", "picks"),
        **_named("asyncio.to_thread to_thread run_in_threadpool run_sync sync_to_async async_to_sync executor.submit submit", "calls"),
        "run_in_executor": "calls later",
        **_named("partial functools.partial", "partial"),
        **_named("Map WeakMap queue.Queue asyncio.Queue Queue deque defaultdict OrderedDict", "new record"),
        **_named("createInterface readline.createInterface", "lines of"),
        **_named("ReadableStream TransformStream", "new stream"),
        **_named("useQuery useSWR useAsyncData useLazyAsyncData useMutation useInfiniteQuery", "query"),
        **_named("watch", "watches"),
        "useRef": "reference",
        "$kit.json": "passes",
        "@sveltejs/kit.json": "passes",
        **_named("loads JSON.parse raw_decode json.load safeParse destr from_json parseJson", "loads"),
        **_named("ref shallowRef customRef toRef writable readable useState.nuxt signal", "ref"),
        **_named("computed useMemo derived", "computed"),
        **_named("useState useReducer", "state"),
        **_named("defineStore", "store"),
        "[component]": "component",
        **_named("Depends Provide Security", "depends"),
        **_named("os.getenv environ.get getenv config decouple.config env.get Deno.env.get", "variable"),
        **_named("os.environ process.env import.meta.env Bun.env environ", "variables"),
        "useRuntimeConfig": "settings of nuxt",
        "defineNuxtConfig": "sets nuxt",
        **_named("stream.pipeline pipeline stream/promises.pipeline sendStream", "pipes"),
        **_named("max min", "passes"),
        **_named("dataclasses.field", "passes"),
        **_named("setInterval setTimeout onMounted onBeforeMount useEffect watchEffect nextTick $effect before after beforeEach", "runs"),
        **_named("TextDecoder TextEncoder getincrementaldecoder getincrementalencoder StringDecoder", "codec maker"),
        "JSONDecoder": "json codec maker",
        # HTTP
        **_named("requests httpx axios ky got superagent needle urllib3 aiohttp undici requests.sessions", "http library"),
        **_named("""fetch undici.fetch node-fetch cross-fetch ofetch.ofetch ofetch urlopen urllib.request.urlopen urllib.request.Request Request useFetch useLazyFetch
                    $fetch.raw fetchEventSource undici.request tauri.fetch @tauri-apps/plugin-http.fetch @tauri-apps/api/http.fetch useAsyncFetch $fetch""", "request"),
        **_named("""requests.Session requests.session httpx.Client httpx.AsyncClient aiohttp.ClientSession axios.create ky.create ky.extend got.extend
                    urllib3.PoolManager ofetch.create $fetch.create requests.sessions.Session""", "session maker"),
        # servers
        **_named("""fastapi.FastAPI fastapi.APIRouter FastAPI APIRouter flask.Flask flask.Blueprint Flask Blueprint quart.Quart Sanic express express.Router
                    Router fastify Hono koa-router @koa/router Starlette Bottle""", "server maker"),
        **_named("""subprocess.run subprocess.check_output subprocess.Popen subprocess.getoutput os.popen asyncio.create_subprocess_exec asyncio.create_subprocess_shell
                    child_process.exec child_process.execSync child_process.execFile child_process.execFileSync child_process.spawn execSync execFileSync execa""", "command"),
        "promisify": "passes",
        **_named("text_input text_area selectbox typer.Option typer.Argument Option Argument Prompt.ask", "input"),
        "BaseSettings": "settings",
        **_named("readBody readValidatedBody", "reads body"),
        **_named("django.urls.path django.urls.re_path django.urls.url", "route"),
    }
)  # fmt: skip

ROOTS = frozenset(name.rpartition(".")[0] for name in FUNCTIONS if "." in name) | frozenset(
    name.partition(".")[0] for name in FUNCTIONS
)
"""names that lead to functions, and are followed for that"""

HTTP_VERBS = frozenset("get post put patch delete head options request stream fetch".split())
ROUTE_VERBS = frozenset("get post put patch delete all route api_route websocket use add_api_route add_url_rule add".split())
LATER: Mapping[str, str] = MappingProxyType({"run_in_executor": "calls later", "submit": "calls", "apply_async": "calls", "to_thread": "calls", "run_sync": "calls"})
"""methods that call a function that they are given, whatever object has them"""
BODIES = frozenset("json data body content".split())
"""arguments and options that are the body of a request"""
OPTIONS = frozenset(
    "method headers params signal responseType timeout credentials mode cache redirect withCredentials onmessage onDownloadProgress baseURL".split()
)
"""keys that tell an object of options from a body"""
BASES = frozenset("base_url baseURL baseUrl prefixUrl host".split())
"""arguments of a session that are put before its URLs"""


@dataclass(frozen=True, slots=True)
class Method:
    """What calling a method with a function does; a source is `self`, `each` (of self), `returned` (by the function) or `first`
    (the argument before the function: of `reduce`, the one after it)."""

    gives: tuple[tuple[int, str], ...] = ()
    """parameter of the function that is given as first argument → source"""
    result: str = ""
    into: str = ""
    """`[]` when the result is a list of it"""


_EACH = ((0, "each"),)

METHODS: Mapping[str, Method] = MappingProxyType(
    {
        **dict.fromkeys(["map", "flatMap"], Method(_EACH, "returned", "[]")),
        **dict.fromkeys(["forEach", "some", "every", "findIndex"], Method(_EACH)),
        "filter": Method(_EACH, "self"),
        **dict.fromkeys(["toSorted", "sort"], Method((*_EACH, (1, "each")), "self")),
        **dict.fromkeys(["find", "findLast", "at", "pop", "popleft", "shift", "next", "__anext__", "__next__"], Method(_EACH, "each")),
        "reduce": Method(((0, "first"), (1, "each")), "returned"),
        "then": Method(((0, "self"),), "returned"),
        **dict.fromkeys(
            """catch finally reverse slice concat flat toReversed splice copy values keys entries items strip lstrip rstrip trim trimEnd trimStart decode encode
               replace replaceAll removeprefix removesuffix substring substr slice toString lower upper toLowerCase startsWith join model_dump model_dump_json model_copy json dict toJSON
               pipeThrough tee result getBody unwrap expandtabs value bind extend_from""".split(),
            Method((), "self"),
        ),
        "on": Method(((0, "self"),)),
        **dict.fromkeys(["set", "update", "subscribe"], Method()),
        **dict.fromkeys(["pipe", "pipeTo"], Method()),
    }
)  # fmt: skip
