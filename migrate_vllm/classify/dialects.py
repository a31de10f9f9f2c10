"""What kind of configuration a file is, by its path and, where that doesn't tell, by its shape. Pure."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

# Pattern on the lower-case path → dialect; the first that matches decides. `(?:^|/)` begins a part of the path.
_PATHS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (dialect, re.compile(pattern))
    for dialect, pattern in (
        ("workflow", r"(?:^|/)\.(?:github|gitea|forgejo)/(?:workflows|actions)/.*\.ya?ml$|(?:^|/)action\.ya?ml$|(?:^|/)\.gitlab-ci[^/]*\.ya?ml$"
                     r"|(?:^|/)\.gitlab/.*\.ya?ml$|(?:^|/)azure-pipelines[^/]*\.ya?ml$|(?:^|/)\.circleci/|(?:^|/)\.(?:travis|drone|woodpecker|appveyor)\.ya?ml$"
                     r"|(?:^|/)\.woodpecker/|(?:^|/)bitbucket-pipelines\.ya?ml$|(?:^|/)cloudbuild\.ya?ml$|(?:^|/)buildspec\.ya?ml$|(?:^|/)\.buildkite/"),
        ("issue-template", r"(?:^|/)\.github/(?:issue_template|discussion_template)/|(?:^|/)\.github/(?:dependabot|labeler|funding|release|codeowners)[^/]*$"),
        ("package-json", r"(?:^|/)package\.json$"),
        ("composer-json", r"(?:^|/)composer\.json$"),
        ("manifest", r"(?:^|/)(?:manifest\.json|[^/]*\.webmanifest|app\.json)$"),
        ("pyproject", r"(?:^|/)pyproject[^/]*\.toml$"),
        ("cargo", r"(?:^|/)cargo\.toml$"),
        ("pipfile", r"(?:^|/)pipfile$"),
        ("setup-cfg", r"(?:^|/)(?:setup|tox)\.(?:cfg|ini)$"),
        ("conda-env", r"(?:^|/)(?:environment|conda|env)[^/]*\.ya?ml$|(?:^|/)meta\.ya?ml$"),
        ("pubspec", r"(?:^|/)pubspec\.ya?ml$"),
        ("pre-commit", r"(?:^|/)\.pre-commit-config\.ya?ml$"),
        ("helm-chart", r"(?:^|/)chart\.ya?ml$|(?:^|/)requirements\.ya?ml$|(?:^|/)helmfile[^/]*\.ya?ml$"),
        ("compose", r"(?:^|/)(?:[^/]*[-_.])?(?:docker-)?compose(?:[-_.][^/]*)?\.ya?ml(?:\.[a-z]+)?$|(?:^|/)docker-stack[^/]*\.ya?ml$"),
        ("devcontainer", r"(?:^|/)\.?devcontainer[^/]*\.json$|(?:^|/)\.devcontainer/[^/]*\.json$"),
        ("tauri", r"(?:^|/)tauri[^/]*\.conf\.json5?$|(?:^|/)src-tauri/capabilities/"),
        ("litellm-config", r"(?:^|/)[^/]*litellm[^/]*\.ya?ml$"),
        ("continue-config", r"(?:^|/)\.continue/|(?:^|/)continue[^/]*\.(?:json|ya?ml)$"),
        ("openapi", r"(?:^|/)(?:openapi|swagger)[^/]*\.(?:json|ya?ml)$"),
        ("csproj", r"\.(?:cs|fs|vb)proj$|(?:^|/)(?:packages\.config|directory\.packages\.props)$"),
        ("pom", r"(?:^|/)pom[^/]*\.xml$"),
        ("gradle", r"\.gradle(?:\.kts)?$|(?:^|/)libs\.versions\.toml$"),
        ("i18n", r"(?:^|/)(?:i18n|locales?|lang|langs|languages|translations?|_locales|messages|intl|l10n)/.*\.(?:json5?|ya?ml|toml|properties|po|pot|xml|ini)$"
                 r"|(?:^|/)(?:messages|strings)[-_.][a-z]{2}[^/]*\.(?:properties|json|ya?ml)$|\.(?:po|pot|arb|xlf|resx)$|(?:^|/)(?:en|de|fr|es|it|pt|ru|zh|ja|ko|ar|nl|pl|tr|vi|th|id|hi|uk|cs|sv|da|fi|nb|he|el|hu|ro|bg|fa)(?:[-_][a-z]{2,4})?\.(?:json|ya?ml)$"),
        ("service", r"\.(?:service|socket|container|timer)$|(?:^|/)[^/]*\.service\.d/|(?:^|/)supervisord?[^/]*\.(?:conf|ini)$|(?:^|/)[^/]*supervisor[^/]*/.*\.conf$"),
        ("launchd", r"\.plist$"),
        ("proxy", r"(?:^|/)(?:nginx|caddy|traefik|haproxy|apache2?|httpd)[^/]*(?:/|\.(?:conf|cfg|ya?ml|toml|template)$)|(?:^|/)sites-(?:available|enabled)/"
                  r"|(?:^|/)[^/]*(?:cloudflare|tunnel|cloudflared)[^/]*\.ya?ml(?:\.[a-z]+)?$|(?:^|/)vercel\.json$|(?:^|/)netlify\.toml$|(?:^|/)proxy\.conf\.json$"),
        ("env", r"(?:^|/)[^/]*\.?env(?:\.[^/]*)?$|(?:^|/)env\.[^/]*$"),
        ("ignore", r"(?:^|/)\.[a-z]*ignore$|(?:^|/)\.gitattributes$|(?:^|/)codeowners$"),
        ("helm-template", r"(?:^|/)templates/(?:.*/)?[^/]*\.(?:ya?ml|tpl)$"),
        ("log", r"\.log$|\.jsonl$|\.ndjson$"),
        ("monitoring", r"(?:^|/)(?:prometheus|alert|grafana)[^/]*\.(?:ya?ml|json)$|(?:^|/)(?:grafana|prometheus|dashboards)/.*\.(?:ya?ml|json)$"),
    )
)  # fmt: skip

# Pattern on the text, for files of one language → dialect.
_SHAPES: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (language, dialect, re.compile(pattern, re.MULTILINE))
    for language, dialect, pattern in (
        ("yaml", "helm-template", r"\{\{-?\s*(?:include|\.Values|\.Release|\.Chart|toYaml|define|template|range|with)\b"),
        ("yaml", "kubernetes", r"^apiVersion:[^\n]*\n(?:.*\n){0,60}?kind:|^kind:[^\n]*\n(?:.*\n){0,60}?apiVersion:"),
        ("yaml", "compose", r"^services:[ \t]*(?:#.*)?\r?\n(?:[ \t]*\r?\n|#.*\n|[ \t]+\S.*\n){0,400}?[ \t]+(?:image|build):"),
        ("yaml", "workflow", r"^jobs:[ \t]*\r?\n(?:.*\n){0,80}?[ \t]+(?:runs-on|steps|uses):"),
        ("yaml", "litellm-config", r"^model_list:"),
        ("yaml", "openapi", r"^(?:openapi|swagger):"),
        ("yaml", "ansible", r"^- (?:name|hosts):.*\n(?:.*\n){0,30}?\s+(?:tasks|roles|hosts|become|ansible\.builtin\.\w+|shell|command|apt|service|systemd):"),
        ("yaml", "monitoring", r"^groups:[ \t]*\r?\n(?:.*\n){0,20}?\s+rules:|^scrape_configs:"),
        ("json", "n8n", r'"type"\s*:\s*"(?:@n8n/n8n-nodes|n8n-nodes-)'),
        ("json", "flow", r'\A(?=[\s\S]*"nodes"\s*:\s*\[)[\s\S]*"(?:positionAbsolute|viewport|baseClasses)"'),
        ("json", "openapi", r'^\s*"(?:openapi|swagger)"\s*:'),
        ("json", "kubernetes", r'^\s*"apiVersion"\s*:'),
        ("json", "monitoring", r'"(?:schemaVersion|panels)"\s*:'),
    )
)  # fmt: skip
_SHAPE_BYTES = 200_000


def dialect_of(path: PurePosixPath, text: str, language: str) -> str:
    """The dialect of a file; empty when it is none that is told apart. Charts' values are known by the folder or by name."""
    name = str(path).lower()
    by_path = next((dialect for dialect, pattern in _PATHS if pattern.search(name)), "")
    if by_path in ("helm-template", "conda-env") and not _confirmed(by_path, text):
        by_path = ""
    if by_path == "env" and language not in ("env", "unknown"):
        by_path = ""
    return by_path or _by_shape(text[:_SHAPE_BYTES], language) or _values_of_a_chart(path, language)


def _confirmed(dialect: str, text: str) -> bool:
    """`templates/x.yaml` is a chart's only with `{{`; `environment.yml` is conda's only with its key."""
    return "{{" in text if dialect == "helm-template" else re.search(r"^(?:dependencies|requirements):", text, re.MULTILINE) is not None


def _by_shape(text: str, language: str) -> str:
    return next((dialect for wanted, dialect, pattern in _SHAPES if wanted == language and pattern.search(text)), "")


def _values_of_a_chart(path: PurePosixPath, language: str) -> str:
    name = path.name.lower()
    is_values = language == "yaml" and re.fullmatch(r"(?:.*[-_.])?values(?:[-_.].*)?\.ya?ml", name)
    return "helm-values" if is_values or (language == "yaml" and {"helm", "charts", "chart"} & set(path.parts[:-1])) else ""
