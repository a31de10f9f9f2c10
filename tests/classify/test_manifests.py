"""What lists dependencies: whole outputs."""

from tests.classify.reading import found


def test_requirements_with_extras_markers_and_addresses() -> None:
    source = """\
ollama>=0.4,<1  # client
langchain-ollama==0.2.0 ; python_version > "3.9"
llama-index[llms-ollama]
litellm[ollama]
-r requirements-ollama.txt
git+https://github.com/ollama/ollama-python.git
# ollama-haystack
"""
    assert found("requirements.txt", source) == [
        "1 dependency: ollama>=0.4,<1",
        '2 dependency: langchain-ollama==0.2.0 ; python_version > "3.9"',
        "3 dependency: llama-index[llms-ollama]",
        "4 dependency: litellm[ollama]",
        "5 string: -r requirements-ollama.txt",
        "6 dependency: git+https://github.com/ollama/ollama-python.git",
        "7 comment: ollama-haystack",
    ]


def test_a_package_json() -> None:
    source = """\
{
  "name": "my-ollama-app",
  "description": "Chat UI for Ollama",
  "keywords": ["ollama"],
  "repository": "github:me/ollama-app",
  "scripts": {
    "ollama": "ollama serve",
    "dev": "OLLAMA_HOST=http://localhost:11434 vite"
  },
  "dependencies": {
    "ollama": "^0.5.0",
    "ollama-ai-provider": "npm:ollama-ai-provider-v2@1"
  }
}
"""
    assert found("package.json", source) == [
        "2 own-name: my-ollama-app",
        "3 documentation: Chat UI for Ollama",
        "4 documentation: ollama",
        "5 documentation: github:me/ollama-app",
        "7 config-key: ollama",
        "7 cli-command: ollama serve",
        "8 env-definition: OLLAMA_HOST",
        "8 base-url: http://localhost:11434",
        "11 dependency: ollama",
        "12 dependency: ollama-ai-provider",
        "12 dependency: npm:ollama-ai-provider-v2@1",
    ]


def test_a_pyproject() -> None:
    source = """\
[project]
name = "thing"
description = "An Ollama client"
dependencies = ["ollama>=0.4", "httpx"]
[project.optional-dependencies]
ollama = ["langchain-ollama"]
[tool.poetry.dependencies]
llama-index-llms-ollama = "^0.3"
[tool.pytest.ini_options]
markers = ["ollama: needs a running Ollama server"]
[tool.mypy]
module = "ollama.*"
"""
    assert found("pyproject.toml", source) == [
        "3 documentation: An Ollama client",
        "4 dependency: ollama>=0.4",
        "6 config-key: ollama",
        "6 dependency: langchain-ollama",
        "8 dependency: llama-index-llms-ollama",
        "10 string: ollama: needs a running Ollama server",
        "12 string: ollama.*",
    ]


def test_a_go_module() -> None:
    source = """\
module github.com/me/app

require (
	github.com/ollama/ollama v0.5.1
	github.com/x/y v1 // indirect
)
"""
    assert found("go.mod", source) == [
        "4 dependency: github.com/ollama/ollama",
    ]


def test_a_csharp_project() -> None:
    source = """\
<Project>
  <!-- Ollama -->
  <PackageReference Include="OllamaSharp" Version="5.0" />
</Project>
"""
    assert found("app.csproj", source) == [
        "2 comment: Ollama",
        "3 dependency: OllamaSharp",
    ]


def test_a_package_of_another_name_is_no_dependency_on_ollama() -> None:
    assert found("package.json", '{"dependencies": {"a": "file:../ollama-x"}, "config": {"provider": "ollama"}}') == [
        "1 string: file:../ollama-x",
        "1 provider-id: ollama",
    ]


def test_dependencies_of_every_ecosystem() -> None:
    assert found("Cargo.toml", '[dependencies]\nollama-rs = { version = "0.2" }\n[dependencies.ollama-workflows]\ngit = "x"\n') == [
        "2 dependency: ollama-rs",
        "3 dependency: ollama-workflows",
    ]
    assert found("Pipfile", '[packages]\nollama = "*"\n') == ["2 dependency: ollama"]
    assert found("environment.yml", "dependencies:\n  - pip:\n    - ollama==0.4\n") == ["3 dependency: ollama==0.4"]
    assert found("setup.cfg", "[options]\ninstall_requires =\n    ollama>=0.4\n")[0].startswith("3 ")
    assert found("pom.xml", "<dependency><artifactId>langchain4j-ollama</artifactId></dependency>") == ["1 dependency: langchain4j-ollama"]
    assert found("build.gradle", "implementation 'io.quarkiverse:quarkus-langchain4j-ollama:1'") == [
        "1 dependency: io.quarkiverse:quarkus-langchain4j-ollama:1"
    ]
    assert found("mix.exs", 'defp deps do\n  [{:ollama, "~> 0.8"}]\nend\n') == ["2 dependency: ollama"]
    assert found("pubspec.yaml", "dependencies:\n  ollama_dart: ^0.2.0\n") == ["2 dependency: ollama_dart"]
