"""Which file an import leads to: layouts as people have them, `where(importer, *modules)` for what each leads to."""

import json
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from migrate_vllm.flow.modules import Modules

Where = Callable[..., list[str | None]]


def modules(names: str, texts: Mapping[str, str] | None = None) -> Modules:
    """`names`: files whose text doesn't matter."""
    files = {**dict.fromkeys(names.split(), ""), **(texts or {})}
    return Modules([PurePosixPath(path) for path in files], lambda path: files[str(path)])


def repository(names: str, texts: Mapping[str, str] | None = None) -> Where:
    known = modules(names, texts)

    def where(importer: str, *specifiers: str) -> list[str | None]:
        found = [known.resolve(PurePosixPath(importer), specifier) for specifier in specifiers]
        return [None if path is None else str(path) for path in found]

    return where


def test_a_relative_import_climbs_one_folder_a_dot_after_the_first():
    where = repository("app/__init__.py app/core/config.py app/api/__init__.py app/api/chat.py app/api/deps.py")
    assert where("app/api/chat.py", ".", ".deps", "..core.config", "..core", "..") == [
        "app/api/__init__.py",
        "app/api/deps.py",
        "app/core/config.py",
        None,  # a folder without `__init__` has no file of its own
        "app/__init__.py",
    ]


def test_a_relative_import_never_leaves_the_repository():
    where = repository("chat.py config.py")
    assert where("chat.py", ".config", "..config", "." * 900 + "config") == ["config.py", None, None]


def test_an_absolute_import_starts_at_the_importers_folder_or_one_above():
    where = repository("backend/app/__init__.py backend/app/main.py backend/app/services/llm.py backend/tests/test_llm.py backend/settings.py")
    for importer in ("backend/app/main.py", "backend/tests/test_llm.py", "backend/app/services/llm.py"):
        assert where(importer, "app.services.llm", "app", "settings", "app.services") == [
            "backend/app/services/llm.py",
            "backend/app/__init__.py",
            "backend/settings.py",
            None,
        ]


def test_a_package_goes_before_a_module_and_a_module_before_a_stub():
    where = repository("main.py a.py a.pyi a/__init__.py b.py b.pyi c.pyi")
    assert where("main.py", "a", "b", "c") == ["a/__init__.py", "b.py", "c.pyi"]


def test_the_nearest_of_two_services_with_the_same_layout_is_meant():
    where = repository("one/main.py one/config.py two/main.py two/config.py config.py")
    assert [*where("one/main.py", "config"), *where("two/main.py", "config")] == ["one/config.py", "two/config.py"]


def test_a_folder_of_tests_does_not_hide_the_package_that_it_is_called_after():
    where = repository("app/__init__.py app/util.py tests/app/util.py tests/test_util.py")
    assert where("tests/test_util.py", "app.util") == ["app/util.py"]


def test_a_file_in_a_package_does_not_hide_the_library_of_the_same_name():
    where = repository("app/__init__.py app/providers/__init__.py app/providers/ollama.py app/providers/chat.py app/openai/types.py main.py")
    assert where("app/providers/chat.py", "ollama", ".ollama", "app.providers.ollama") == [
        None,
        "app/providers/ollama.py",
        "app/providers/ollama.py",
    ]
    assert where("app/providers/ollama.py", "ollama", "openai.types", "json") == [None, None, None]


def test_a_file_beside_a_script_hides_the_library_of_the_same_name():
    where = repository("scripts/ollama.py scripts/json.py scripts/run.py", {"requirements.txt": "ollama>=0.4\n"})
    assert where("scripts/run.py", "ollama", "json") == ["scripts/ollama.py", "scripts/json.py"]


def test_a_file_that_imports_its_own_name_is_called_after_a_library_by_chance():
    where = repository("services/chat.py services/other.py", {"services/ollama.py": "import os\nfrom ollama import Client\n"})
    assert [*where("services/ollama.py", "ollama"), *where("services/chat.py", "ollama", "other", ".ollama")] == [
        *(None, None, "services/other.py", "services/ollama.py")
    ]


def test_only_the_importers_own_folder_hides_the_standard_library():
    assert repository("logging/__init__.py app/main.py")("app/main.py", "logging") == [None]


def test_a_folder_is_not_taken_for_a_required_package():
    files = "ollama/chat.py fastapi/main.py lib/openai.py langchain_core/__init__.py server/main.py"
    requirements = {"requirements.txt": "ollama==0.4.7\nfastapi[standard]\nopenai ; python_version > '3'\n# x\n-r more.txt\nlangchain-core\n"}
    assert repository(files, requirements)("server/main.py", "ollama.chat", "fastapi.main", "openai", "langchain_core") == [None] * 4
    assert repository(files)("server/main.py", "ollama.chat", "openai") == ["ollama/chat.py", "lib/openai.py"]


def test_a_project_that_requires_itself_is_still_its_own():
    project = '[project]\nname = "chat-app"\ndependencies = ["httpx"]\noptional-dependencies = {all = ["chat-app[pdf]"]}\n'
    where = repository("chat_app/__init__.py tests/test_chat.py", {"pyproject.toml": project})
    assert where("tests/test_chat.py", "chat_app") == ["chat_app/__init__.py"]


def test_customary_roots_are_searched_last():
    where = repository("src/app/__init__.py backend/api/routes.py config.py src/config.py tests/test_app.py")
    assert where("tests/test_app.py", "app", "api.routes", "config") == ["src/app/__init__.py", "backend/api/routes.py", "config.py"]


@pytest.mark.parametrize(
    "settings",
    [
        '[tool.setuptools]\npackage-dir = {"" = "code"}',
        '[tool.setuptools.packages.find]\nwhere = ["code"]',
        '[tool.poetry]\npackages = [{include = "chat", from = "code"}]',
        '[tool.hatch.build.targets.wheel]\npackages = ["code/chat"]',
        '[tool.pytest.ini_options]\npythonpath = "code"',
        '[tool.pytest.ini_options]\npythonpath = [".", "code", "../elsewhere"]',
    ],
)
def test_a_project_declares_where_its_packages_stand(settings: str):
    where = repository("svc/code/chat/__init__.py svc/tests/test_chat.py", {"svc/pyproject.toml": settings})
    assert where("svc/tests/test_chat.py", "chat") == ["svc/code/chat/__init__.py"]


def test_packages_of_one_workspace_know_each_other_by_name():
    texts = {f"packages/{name}/pyproject.toml": f'[project]\nname = "my-{name}"\ndependencies = ["my-core"]\n' for name in ("core", "api")}
    where = repository("packages/core/src/my_core/__init__.py packages/api/src/my_api/main.py", texts)
    assert where("packages/api/src/my_api/main.py", "my_core") == ["packages/core/src/my_core/__init__.py"]


def test_a_broken_project_file_is_ignored():
    assert repository("app.py tests/t.py", {"pyproject.toml": "[tool\n" + "[" * 5000})("tests/t.py", "app") == ["app.py"]


def test_a_package_that_is_run_from_within_is_a_root_where_requirements_are_listed():
    files = {
        "backend/__init__.py": "",
        "backend/main.py": "from config import settings\nimport ollama\n",
        "backend/config.py": "",
        "backend/ollama.py": "",
        "backend/openai.py": "import openai\n",
        "backend/services/llm.py": "",
    }
    listed = {"backend/requirements.txt": "ollama\nfastapi\n"}
    asked = ("config", "services.llm", "ollama", "openai")
    assert repository("", {**files, **listed})("backend/main.py", *asked) == ["backend/config.py", "backend/services/llm.py", None, None]
    assert repository("", files)("backend/main.py", *asked) == [None, None, None, None]
    relative = {"backend/main.py": "from .config import settings\n"}
    assert repository("", {**files, **listed, **relative})("backend/main.py", *asked) == [None, None, None, None]


def test_a_notebook_is_a_script():
    assert repository("nb/chat.ipynb nb/helper.py")("nb/chat.ipynb", "helper") == ["nb/helper.py"]


def test_a_relative_specifier_needs_no_suffix():
    files = "web/a.ts web/b.tsx web/c.vue web/d.svelte web/e.mjs web/f/index.js web/g.json web/h.d.ts lib/x.cts"
    asked = ("./a", "./b", "./c", "./d", "./e", "./f", "./f/", "./g", "./h", "../lib/x", "./a.ts", "./c.vue", "./none", "./a?raw")
    assert repository(files)("web/main.ts", *asked) == [
        *("web/a.ts", "web/b.tsx", "web/c.vue", "web/d.svelte", "web/e.mjs", "web/f/index.js", "web/f/index.js"),
        *("web/g.json", "web/h.d.ts", "lib/x.cts", "web/a.ts", "web/c.vue", None, "web/a.ts"),
    ]


def test_a_compiled_suffix_means_the_source():
    where = repository("a.ts b.tsx c.mts d.cts e.js e.ts f.d.ts")
    asked = ("./a.js", "./b.js", "./b.jsx", "./c.mjs", "./d.cjs", "./e.js", "./f.js")
    assert where("main.ts", *asked) == ["a.ts", "b.tsx", "b.tsx", "c.mts", "d.cts", "e.js", "f.d.ts"]


def test_what_is_built_leads_to_its_source():
    where = repository("core/package.json core/src/index.ts core/src/chat.ts core/scripts/x.mjs")
    assert where("core/scripts/x.mjs", "../dist/chat.js", "../dist", "../dist/none.js") == ["core/src/chat.ts", "core/src/index.ts", None]


def test_a_dot_is_the_folder():
    assert repository("web/index.ts index.ts")("web/chat.ts", ".", "./", "..") == ["web/index.ts", "web/index.ts", "index.ts"]


def test_nothing_leads_out_of_the_repository_or_to_another_protocol():
    where = repository("a.ts main.ts", {"tsconfig.json": '{"compilerOptions": {"paths": {"@/*": ["../../*"], "#/*": ["./*"]}}}'})
    asked = ("../a", "../repository/a", "#/../../a", "@/a", "node:fs", "https://esm.sh/ollama", "ollama", "")
    assert where("main.ts", *asked) == [None] * len(asked)


def test_a_folder_that_is_called_like_a_file_is_no_file():
    assert repository("index.ts/chat.ts lib/index.ts/index.js")("main.ts", "./index.ts", "./lib") == [None, None]


def test_an_absolute_path_starts_at_the_package():
    assert repository("web/package.json web/src/a.ts")("web/src/main.ts", "/src/a") == ["web/src/a.ts"]


def test_paths_are_relative_to_the_settings_or_their_base():
    beside = '{"compilerOptions": {"paths": {"@/*": ["./src/*", "./generated/*"], "config": ["./src/config.ts"]}}}'
    based = '{"compilerOptions": {"baseUrl": "./src", "paths": {"@/*": ["*"]}}}'
    files = "web/src/lib/ollama.ts web/src/config.ts web/generated/api.ts"
    asked = ("@/lib/ollama", "config", "@/api", "@/none")
    assert repository(files, {"web/tsconfig.json": beside})("web/src/main.ts", *asked) == [
        "web/src/lib/ollama.ts",
        "web/src/config.ts",
        "web/generated/api.ts",
        None,
    ]
    assert repository(files, {"web/jsconfig.json": based})("web/src/main.ts", "@/lib/ollama", "lib/ollama") == ["web/src/lib/ollama.ts"] * 2


def test_comments_and_last_commas_are_let_pass():
    text = '\ufeff{\n  // "paths" below\n  "compilerOptions": { /* "x": */ "paths": { "@/*": ["./app/*",], }, },\n  "url": "https://x", }\n'
    assert repository("app/chat.ts", {"tsconfig.json": text})("app/main.ts", "@/chat") == ["app/chat.ts"]


def test_the_longest_pattern_wins():
    text = '{"compilerOptions": {"paths": {"@/*": ["src/*"], "@/ui/*": ["ui/*"], "@/ui/kit": ["kit.ts"]}}}'
    where = repository("src/a.ts ui/a.ts kit.ts src/ui/a.ts", {"tsconfig.json": text})
    assert where("main.ts", "@/a", "@/ui/a", "@/ui/kit") == ["src/a.ts", "ui/a.ts", "kit.ts"]


def test_the_nearest_settings_win():
    texts = {f"{folder}tsconfig.json": '{"compilerOptions": {"paths": {"@/*": ["./src/*"]}}}' for folder in ("", "web/")}
    where = repository("src/a.ts web/src/a.ts src/b.ts", texts)
    assert [*where("web/src/x.ts", "@/a", "@/b"), *where("src/x.ts", "@/a")] == ["web/src/a.ts", "src/b.ts", "src/a.ts"]


def test_settings_are_inherited_relative_to_where_they_stand():
    base = '{"compilerOptions": {"paths": {"~lib/*": ["./lib/*"]}}}'
    where = repository(
        "lib/chat.ts",
        {
            "tsconfig.base.json": base,
            "apps/web/tsconfig.json": '{"extends": ["@tsconfig/strict", "../../tsconfig.base"]}',
            "apps/bot/tsconfig.json": '{"extends": "../web"}',
        },
    )
    assert [*where("apps/web/a.ts", "~lib/chat"), *where("apps/bot/a.ts", "~lib/chat")] == ["lib/chat.ts"] * 2


def test_vite_keeps_its_paths_in_a_referenced_file():
    texts = {
        "tsconfig.json": '{"files": [], "references": [{"path": "./tsconfig.app.json"}]}',
        "tsconfig.app.json": '{"compilerOptions": {"paths": {"#app/*": ["./src/*"]}}}',
    }
    assert repository("src/a.ts", texts)("src/main.ts", "#app/a") == ["src/a.ts"]


def test_a_circle_of_settings_ends():
    texts = {
        "tsconfig.json": '{"extends": ["./tsconfig.a.json", "./tsconfig.json"]}',
        "tsconfig.a.json": '{"extends": ["./tsconfig.json", "../../etc/tsconfig.json"], "compilerOptions": {"paths": {"@/*": ["./src/*"]}}}',
    }
    assert repository("src/a.ts", texts)("src/main.ts", "@/a") == ["src/a.ts"]


@pytest.mark.parametrize("broken", ["{", "[" * 100_000, '{"compilerOptions": []}', '{"compilerOptions": {"paths": {"@/*": 5}, "baseUrl": {}}}', "/*", '"'])
def test_broken_settings_are_ignored(broken: str):
    texts = {"tsconfig.json": broken, "package.json": broken, "web/package.json": "{}"}
    assert repository("web/src/a.ts", texts)("web/src/main.ts", "./a") == ["web/src/a.ts"]


def test_a_base_does_not_hide_a_required_package():
    texts = {"tsconfig.json": '{"compilerOptions": {"baseUrl": "."}}', "package.json": '{"dependencies": {"ollama": "^0.5.0"}}'}
    where = repository("ollama/index.ts core/chat.ts", texts)
    assert where("app/main.ts", "ollama", "ollama/browser", "core/chat") == [None, None, "core/chat.ts"]


@pytest.mark.parametrize(
    "alias",
    [
        "'@': path.resolve(__dirname, './src'),",
        "'@': path.resolve(__dirname, 'src') // '@': './old'\n",
        '"@": fileURLToPath(new URL("./src", import.meta.url)),',
        "vue: 'vue/dist/vue.esm-bundler.js',\n '@': resolve(\n  __dirname,\n  'src',\n ),\n",
        "'@': '/src'",
        "'@/': `${path.resolve(__dirname, 'src')}/`",
        "'@': `${__dirname}/src`",
        "'@': new URL('./src', import.meta.url).pathname",
    ],
)
@pytest.mark.parametrize("name", ["vite.config.ts", "webpack.config.js", "vue.config.js", "electron.vite.config.mjs"])
def test_a_bundler_declares_aliases_in_an_object(name: str, alias: str):
    where = repository("web/src/api/chat.ts src/api/chat.ts", {f"web/{name}": f"export default {{ resolve: {{ alias: {{ {alias} }} }}, base: '/x' }}"})
    assert where("web/src/main.ts", "@/api/chat") == ["web/src/api/chat.ts"]


@pytest.mark.parametrize(
    "entry",
    [
        "{ find: '@', replacement: path.resolve(__dirname, 'src') }",
        r"{ find: /^@\//, replacement: `${path.resolve(__dirname, 'src')}/` }",
        '{ find: "@", replacement: fileURLToPath(new URL("src", import.meta.url)) }, { find: "x", replacement: "y" }',
    ],
)
def test_a_bundler_declares_aliases_in_a_list(entry: str):
    where = repository("src/api/chat.ts", {"vite.config.ts": f"export default {{ resolve: {{ alias: [{entry}] }} }}"})
    assert where("src/main.ts", "@/api/chat") == ["src/api/chat.ts"]


def test_a_bundlers_alias_may_be_a_whole_name_and_lead_to_another_folder():
    text = "alias: { shared: path.resolve(__dirname, '..', 'shared'), 'cfg$': path.join(__dirname, 'cfg.js'), root: path.resolve(__dirname) }"
    where = repository("shared/index.ts shared/a.ts web/cfg.js web/b.ts", {"web/webpack.config.js": text})
    assert where("web/x.js", "shared", "shared/a", "cfg", "cfg/a", "root/b") == ["shared/index.ts", "shared/a.ts", "web/cfg.js", None, "web/b.ts"]


def test_a_manifest_declares_private_imports():
    text = '{"imports": {"#lib/*": {"types": "./lib/*.d.ts", "default": "./lib/*.js"}, "#db": "./db.js"}}'
    assert repository("lib/a.js db.ts", {"package.json": text})("main.js", "#lib/a.js", "#lib/a", "#db", "#x") == [None, "lib/a.js", "db.ts", None]


def test_without_settings_the_sign_means_the_source_of_the_nearest_package():
    where = repository("web/package.json web/src/a.ts web/b.ts src/c.ts package.json")
    assert where("web/src/main.ts", "@/a", "@/b", "~/a", "@/c") == ["web/src/a.ts", "web/b.ts", "web/src/a.ts", None]


def test_settings_that_speak_of_a_sign_leave_nothing_to_guess():
    where = repository("app/a.ts src/b.ts", {"tsconfig.json": '{"compilerOptions": {"paths": {"@/*": ["./app/*"]}}}'})
    assert where("app/main.ts", "@/a", "@/b") == ["app/a.ts", None]


def test_nuxt_4_keeps_its_source_in_app():
    where = repository("nuxt.config.ts package.json app/utils/a.ts server/utils/b.ts shared/types/c.ts app/app.vue")
    asked = ("~/utils/a", "@/utils/a", "~~/server/utils/b", "@@/server/utils/b", "#shared/types/c", "#imports", "#app", "#build/x")
    assert where("app/app.vue", *asked) == ["app/utils/a.ts"] * 2 + ["server/utils/b.ts"] * 2 + ["shared/types/c.ts", None, None, None]


def test_nuxt_3_keeps_its_source_in_the_root_or_where_it_says():
    rooted = repository("web/nuxt.config.ts web/utils/a.ts web/app.vue")
    assert rooted("web/app.vue", "~/utils/a", "~~/utils/a") == ["web/utils/a.ts"] * 2
    outside = repository("utils/a.ts", {"nuxt.config.js": "export default { srcDir: '../' }"})
    assert outside("app.vue", "~/utils/a") == ["utils/a.ts"]
    moved = repository("client/utils/a.ts server/b.ts", {"nuxt.config.js": "export default { srcDir: './client/' }"})
    assert moved("client/app.vue", "~/utils/a", "~~/server/b") == ["client/utils/a.ts", "server/b.ts"]


def test_nuxt_settings_that_are_generated_are_not_missed():
    where = repository("nuxt.config.ts composables/useChat.ts", {"tsconfig.json": '{"extends": "./.nuxt/tsconfig.json"}'})
    assert where("pages/index.vue", "~/composables/useChat") == ["composables/useChat.ts"]


def test_svelte_kit_has_a_library_and_aliases():
    settings = "export default { kit: { alias: { $i18n: './src/i18n', '$ui/*': 'src/ui/*' } } }"
    where = repository("web/package.json web/src/lib/ollama.ts web/src/lib/index.ts web/src/i18n/en.ts web/src/ui/a.svelte", {"web/svelte.config.js": settings})
    asked = ("$lib/ollama", "$lib", "$i18n/en", "$ui/a.svelte", "$app/stores", "$env/static/private")
    assert where("web/src/routes/+page.svelte", *asked) == [
        *("web/src/lib/ollama.ts", "web/src/lib/index.ts", "web/src/i18n/en.ts", "web/src/ui/a.svelte", None, None)
    ]


def test_nuxt_imports_by_place():
    use = "export const useChat = () => 1\n"
    known = modules(
        "web/nuxt.config.ts",
        {
            "web/composables/useChat.ts": use,
            "web/stores/chat.ts": "export const useStore = () => useChat()\n",
            "web/server/utils/ollama.ts": "export const useOllama = () => useChat()\n",
            "web/utils/format-date.ts": "export default (d) => d\n",
            "web/utils/chat.test.ts": use,
            "web/components/useChat.ts": use,
            "web/shared/utils/both.ts": "export const both = 1\n",
            "other/composables/useChat.ts": use,
        },
    )

    def automatic(importer: str, name: str) -> list[str]:
        return [str(path) for path in known.automatic(PurePosixPath(importer), name)]

    assert automatic("web/pages/index.vue", "useChat") == ["web/composables/useChat.ts", "web/stores/chat.ts"]
    assert automatic("web/stores/chat.ts", "useChat") == ["web/composables/useChat.ts"]
    assert automatic("web/server/api/chat.ts", "useOllama") == ["web/server/utils/ollama.ts"]
    assert automatic("web/pages/index.vue", "useOllama") == []
    assert automatic("web/pages/index.vue", "formatDate") == ["web/utils/format-date.ts"]
    assert automatic("web/pages/index.vue", "both") == automatic("web/server/api/chat.ts", "both") == ["web/shared/utils/both.ts"]
    assert automatic("other/main.ts", "useChat") == []


@pytest.mark.parametrize("source", ["app", "src"])
def test_nuxt_imports_from_its_source_folder(source: str):
    texts = {"nuxt.config.ts": f"export default {{ srcDir: '{source}' }}", f"{source}/composables/chat/index.ts": "export function useChat() {}\n"}
    found = modules("", texts).automatic(PurePosixPath(f"{source}/app.vue"), "useChat")
    assert found == (PurePosixPath(f"{source}/composables/chat/index.ts"),)


def test_a_package_of_the_workspace_leads_to_its_source():
    manifest = {"name": "@acme/llm", "main": "./dist/index.js", "types": "./dist/index.d.ts"}
    files = "packages/llm/src/index.ts packages/llm/src/chat.ts apps/web/main.ts"
    for root in ({"package.json": '{"workspaces": ["packages/*", "apps/*"]}'}, {"pnpm-workspace.yaml": "packages:\n  - 'packages/**'\n  - apps/*\n"}):
        where = repository(files, {"packages/llm/package.json": json.dumps(manifest), **root})
        assert where("apps/web/main.ts", "@acme/llm", "@acme/llm/chat", "@acme/llm/none") == ["packages/llm/src/index.ts", "packages/llm/src/chat.ts", None]


@pytest.mark.parametrize(
    "exports, specifier, target",
    [
        ("./dist/main.mjs", "llm", "src/main.ts"),
        ({"types": "./dist/main.d.ts", "import": "./dist/main.js"}, "llm", "src/main.ts"),
        ({".": {"import": {"types": "./dist/esm/main.d.mts", "default": "./dist/esm/main.mjs"}}}, "llm", "src/main.ts"),
        ({"./chat": "./lib/chat.ts"}, "llm/chat", "lib/chat.ts"),
        ({"./*": "./dist/*.js", "./inner/*": None}, "llm/main", "src/main.ts"),
        ({"./*": "./dist/*.js", "./inner/*": None}, "llm/inner/main", None),
        ({".": "./dist/main.js"}, "llm/chat", None),
        ({".": [{"node": "./none.js"}, "./src/main.ts"]}, "llm", "src/main.ts"),
    ],
)
def test_exports_say_what_is_led_to(exports: object, specifier: str, target: str | None):
    texts = {"package.json": '{"workspaces": {"packages": ["llm"]}}', "llm/package.json": json.dumps({"name": "llm", "exports": exports})}
    where = repository("llm/src/main.ts llm/lib/chat.ts llm/src/inner/main.ts web/a.ts", texts)
    assert where("web/a.ts", specifier) == [target and f"llm/{target}"]


def test_a_linked_package_leads_to_the_folder_that_is_named():
    texts = {
        "gui/package.json": '{"dependencies": {"core": "file:../core", "far": "link:../../far", "ws": "workspace:^"}}',
        "core/package.json": '{"name": "other-name", "main": "index.js"}',
        "ws/package.json": '{"name": "ws"}',
    }
    where = repository("core/index.ts core/util/a.ts ws/index.ts", texts)
    assert where("gui/src/a.ts", "core", "core/util/a", "far", "ws") == ["core/index.ts", "core/util/a.ts", None, "ws/index.ts"]


def test_a_package_that_only_calls_itself_like_a_library_does_not_hide_it():
    texts = {"examples/ollama/package.json": '{"name": "ollama"}', "package.json": '{"workspaces": ["packages/*"]}'}
    where = repository("examples/ollama/index.js packages/app/a.ts", texts)
    assert [*where("packages/app/a.ts", "ollama"), *where("examples/ollama/index.js", "ollama")] == [None, None]


@pytest.mark.parametrize(
    "path, route",
    [
        ("server/api/chat.post.ts", "/api/chat"),
        ("server/api/index.get.ts", "/api"),
        ("server/api/models/[id].ts", "/api/models/{}"),
        ("server/api/models/[...path].ts", "/api/models/{*}"),
        ("server/api/pull/[name]/status.get.js", "/api/pull/{}/status"),
        ("server/routes/x.ts", "/x"),
        ("server/routes/index.ts", "/"),
        ("server/utils/ollama.ts", None),
        ("server/api/chat.test.ts", None),
        ("app/api/chat/route.ts", "/api/chat"),
        ("src/app/api/(llm)/chat/route.js", "/api/chat"),
        ("src/app/api/chats/[id]/route.ts", "/api/chats/{}"),
        ("src/app/api/[[...all]]/route.ts", "/api/{*}"),
        ("src/app/api/_lib/route.ts", None),
        ("app/route.ts", "/"),
        ("app/api/chat/helper.ts", None),
        ("pages/api/chat.ts", "/api/chat"),
        ("src/pages/api/index.ts", "/api"),
        ("pages/chat.tsx", None),
        ("src/routes/api/chat/+server.ts", "/api/chat"),
        ("src/routes/(app)/chats/[id=uuid]/+server.js", "/chats/{}"),
        ("src/routes/+page.svelte", None),
    ],
)
@pytest.mark.parametrize("package", ["", "apps/web/"])
def test_a_file_serves_by_its_place(package: str, path: str, route: str | None):
    known = modules(f"{package}{path} {package}package.json {package}nuxt.config.ts")
    assert known.route(PurePosixPath(f"{package}{path}")) == route


def test_without_a_manifest_the_first_folder_that_serves_counts():
    assert modules("").route(PurePosixPath("frontend/src/app/api/chat/route.ts")) == "/api/chat"


def test_the_code_of_another_server_in_such_a_folder_serves_nothing_by_place():
    texts = {"server/routes/chat.js": "const router = express.Router()\n", "server/api/chat.ts": "export default defineEventHandler(() => 1)\n"}
    known = modules("package.json", texts)
    assert [known.route(PurePosixPath(path)) for path in texts] == [None, "/api/chat"]


FOLDERS = st.lists(st.sampled_from(["a", "b", "index.ts", "..."]), max_size=4)


@given(importer=FOLDERS, target=FOLDERS)
def test_the_relative_path_between_two_files_leads_from_one_to_the_other(importer: list[str], target: list[str]):
    first, second = "/".join([*importer, "one.ts"]), "/".join([*target, "two.tsx"])
    climbing = "/".join(["."] + [".."] * len(importer) + target + ["two"])
    assert repository(f"{first} {second}")(first, climbing, f"../{climbing}") == [second, None]


@given(
    specifier=st.text(alphabet="./@~#$a*\\:?\0 ", max_size=40) | st.text(max_size=40),
    importer=st.sampled_from(["a.py", "a/a.py", "a.ts", "a/b.vue", "nuxt/a.ts", "a.txt"]),
    settings=st.text(alphabet="{}[]\"',:alispth@*/.\\` \n", max_size=60),
)
def test_nothing_that_is_written_raises_or_leads_to_what_is_not_there(specifier: str, importer: str, settings: str):
    names = ("tsconfig.json", "a/package.json", "pyproject.toml", "requirements.txt", "a/vite.config.ts", "nuxt/nuxt.config.ts", "pnpm-workspace.yaml")
    texts = dict.fromkeys(names, settings) | {"a/vite.config.ts": f"alias: {{{settings}"}
    known = modules("a.py a/__init__.py a.ts a/index.ts nuxt/utils/a.ts", texts)
    found = known.resolve(PurePosixPath(importer), specifier)
    assert found is None or str(found) in {"a.py", "a/__init__.py", "a.ts", "a/index.ts", "nuxt/utils/a.ts", *texts}
    known.route(PurePosixPath(f"server/api/{specifier}.ts"))
    known.automatic(PurePosixPath(importer), specifier)


def test_an_absurdly_long_specifier_leads_nowhere():
    where = repository("a.py a.ts")
    assert [*where("a.ts", "./" + "x/../" * 100_000 + "a"), *where("a.py", ".".join("a" * 50_000))] == [None, None]


def test_a_file_that_cannot_be_read_says_nothing():
    known = Modules([PurePosixPath("tsconfig.json"), PurePosixPath("a.ts"), PurePosixPath("nuxt.config.ts")], lambda path: None)
    assert known.resolve(PurePosixPath("b.ts"), "~/a") == PurePosixPath("a.ts")
