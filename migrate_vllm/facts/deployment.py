"""What becomes of each key that deploys Ollama: images, `docker run`, compose, Kubernetes, Helm, CI, installation.

Nothing but `explain` and the reference reads this.
"""

from __future__ import annotations

from migrate_vllm.facts.differences import Difference, by_name
from migrate_vllm.facts.fate import Fate

_EXACT, _LOSSY, _GONE, _HUMAN = Fate.EXACT, Fate.LOSSY, Fate.UNSUPPORTED, Fate.NEEDS_HUMAN

_CACHE = "`/root/.cache/huggingface`"
_SPLIT = "Two services on one GPU split it with `--gpu-memory-utilization`, together under 1, or each gets a GPU of its own."
_SLOW = "Loading a model takes minutes."

DOCKER = by_name(
    Difference("image", "`ollama/ollama`", "`vllm/vllm-openai`", _LOSSY,
               "Pin a version: flags change between releases. About 10 GB; ROCm, XPU and CPU have images of their own. CUDA 13 images want a driver of R580 or newer.",
               ("ollama/ollama", "vllm/vllm-openai", "FROM ollama/ollama", "ollama/ollama:rocm", "alpine/ollama")),
    Difference("entrypoint", "`/bin/ollama serve`", "`vllm serve`; arguments are the model and flags", _LOSSY, "Nothing else is started: a script that pulls models goes.",
               ("entrypoint", "command", "CMD", "ENTRYPOINT")),
    Difference("-p", "`11434:11434`", "`8000:8000`", _EXACT, "8000 is often the application's own: the outer port is free to choose.", ("--publish", "EXPOSE", "11434:11434")),
    Difference("-v", "`ollama:/root/.ollama`", f"a volume on {_CACHE}, and one on `/root/.cache/vllm`", _LOSSY,
               "GGUF files are no use to the stock image. The second keeps what is compiled at the first start.", ("--volume", "/root/.ollama", "~/.ollama", "/usr/share/ollama")),
    Difference("--gpus", "`--gpus=all`", "the same, with `--ipc=host`", _EXACT, "Several GPUs share memory through it; `--shm-size` does as well.", ("--ipc", "ipc", "shm_size", "/dev/shm")),
    Difference("--device", "`/dev/kfd`, `/dev/dri`", "the same, with the ROCm image", _LOSSY, "Another image, not another tag.", ("/dev/kfd", "/dev/dri")),
    Difference("docker exec", "`docker exec ollama ollama pull X`", "", _GONE, "The server fetches its model when it starts.", ("exec",)),
    Difference("RUN ollama pull", "models baked into an image", "named at start", _HUMAN,
               "Weights come from a volume; an image that holds them is built with `hf download`.", ("RUN",)),
    Difference("tools in the image", "no curl, no wget", "curl and python3", _EXACT, "A health check can use them; there is no `ollama` in it.", ("curl", "wget")),
)  # fmt: skip

COMPOSE = by_name(
    Difference("services", "one called `ollama`", "one for each model, such as `vllm-chat` and `vllm-embed`", _LOSSY,
               "Host names in code and variables follow; an alias can keep the old one.", ("container_name", "compose service")),
    Difference("ports", "`11434:11434`", "`8000:8000`, the second service `8001:8000`", _EXACT, "Inside the network every service listens on 8000.", ("expose",)),
    Difference("volumes", "`ollama:/root/.ollama`", f"a volume on {_CACHE}", _LOSSY, "Whether the old one is deleted is a person's decision."),
    Difference("environment", "`OLLAMA_*`", "flags in `command`; `HF_TOKEN`", _LOSSY,
               "Never the application's variables: `VLLM_API_KEY` in a shared file turns authentication on.", ("env_file",)),
    Difference("command", "a script that serves and pulls", "the model and flags of `vllm serve`", _LOSSY, "The script tells which models are used; it goes.", ("entrypoint",)),
    Difference("init job", "a service that pulls models", "", _GONE, "Whoever waited for it waits for the server.", ("ollama-pull", "ollama-init", "model-puller")),
    Difference("healthcheck", "`ollama list`, or curl on 11434", '`["CMD", "curl", "-fsS", "http://localhost:8000/health"]`', _LOSSY,
               f"With `start_period: 10m` or more: {_SLOW.lower()} There is no `ollama` in the image.", ("start_period", "test")),
    Difference("depends_on", "`ollama`", "`vllm-chat`, with `condition: service_healthy`", _EXACT, "With `service_started` the program meets refused connections.",
               ("service_healthy", "service_started", "service_completed_successfully")),
    Difference("deploy.resources", "`devices` with `driver: nvidia`", "the same, with `ipc: host`", _EXACT, _SPLIT, ("deploy", "devices", "gpus", "runtime", "device_ids", "reservations")),
    Difference("profiles", "`cpu` and `gpu`", "`gpu`; `cpu` wants the CPU image", _HUMAN, "Whether anyone is served by it, a person decides."),
    Difference("extra_hosts", "`host.docker.internal`", "the same, with port 8000 and `/v1`", _EXACT, "The server runs on the host, outside of the repository.", ("host.docker.internal", "host-gateway")),
    Difference("tty", "`tty`, `restart`, `networks`, `pull_policy`", "the same", _EXACT, "They stay.", ("restart", "networks", "pull_policy")),
    Difference("open-webui", "`OLLAMA_BASE_URL`", "`OPENAI_API_BASE_URL`, `OPENAI_API_KEY`, `ENABLE_OLLAMA_API=false`", _LOSSY, "Its address ends in `/v1`.", ("openwebui",)),
)  # fmt: skip

KUBERNETES = by_name(
    Difference("containerPort", "11434", "8000", _LOSSY, "One Deployment and one Service for each model."),
    Difference("args", "`OLLAMA_*` in `env`", "the model and flags", _LOSSY, "`HF_TOKEN` comes from a Secret.", ("env",)),
    Difference("livenessProbe", "`GET /` or `/api/version` on 11434", "`GET /health` on 8000", _LOSSY,
               "With a `startupProbe` of 10 to 20 minutes: without it the pod is killed while it loads.", ("readinessProbe", "startupProbe", "probe", "httpGet", "failureThreshold")),
    Difference("postStart", "a hook, job or init container that pulls", "", _GONE, "A job with `hf download` can fill the claim beforehand.", ("initContainers", "lifecycle", "Job")),
    Difference("persistentVolumeClaim", "on `/root/.ollama`", f"on {_CACHE}", _LOSSY, "Sized for 16 bits a weight.", ("PVC", "volumeMounts", "mountPath")),
    Difference("emptyDir", "", "`medium: Memory` on `/dev/shm`", _LOSSY, "Several GPUs share memory through it.", ("/dev/shm",)),
    Difference("nvidia.com/gpu", "a share of a GPU is enough", "whole GPUs for each pod", _LOSSY, "Sharing one takes MIG or time slicing.", ("limits", "resources")),
    Difference("Service", "`ollama`", "any name but `vllm`", _LOSSY, "A Service of that name puts `VLLM_PORT=tcp://...` into the pods, and the server doesn't start.", ("k8s service",)),
    Difference("HorizontalPodAutoscaler", "on CPU, or scaled to zero", "KEDA on the server's metrics", _HUMAN, f"{_SLOW} Scaling to zero means waiting for it.", ("HPA", "KEDA", "knative")),
)  # fmt: skip

HELM = by_name(
    Difference("ollama.models.pull", "a list", "an entry of `servingEngineSpec.modelSpec` for each", _LOSSY, "With `name`, `repository`, `tag` and `modelURL`.", ("ollama.models.run", "ollama.models", "models.pull")),
    Difference("ollama.models.create", "Modelfiles", "`chatTemplate`, `vllmConfig.extraArgs`", _HUMAN, "What a Modelfile says becomes flags.", ("models.create",)),
    Difference("ollama.gpu.enabled", "`enabled`, `number`, `type`, `nvidiaResource`", "`requestGPU`, `requestGPUType`", _EXACT, "For each model.", ("ollama.gpu.number", "ollama.gpu.type", "ollama.gpu")),
    Difference("ollama.gpu.mig", "`mig`, `draEnabled`", "", _HUMAN, "The chart has nothing for it.", ("ollama.gpu.draEnabled",)),
    Difference("ollama.port", "11434", "8000 for an engine, 80 for the router", _LOSSY, "The router has one address for all models.", ("service.port",)),
    Difference("persistentVolume", "`size`, `storageClass`, `existingClaim`", "`pvcStorage`, `storageClass`, `pvcAccessMode`", _LOSSY, "For each model.", ("persistentVolume.enabled", "persistentVolume.size")),
    Difference("extraEnv", "`OLLAMA_*`", "`env`, and `vllmConfig`: `maxModelLen`, `maxNumSeqs`, `gpuMemoryUtilization`, `tensorParallelSize`, `runner`, `convert`", _LOSSY,
               "Each variable by its own row."),
    Difference("livenessProbe.path", "`/`", "built in", _EXACT, "Nothing to set.", ("readinessProbe.path",)),
    Difference("ingress", "`ingress`, `gateway`, `resources`, `nodeSelector`, `tolerations`", "those of the router, or of a model", _LOSSY,
               "`requestCPU`, `requestMemory`, `nodeSelectorTerms`.", ("nodeSelector", "tolerations", "gateway")),
    Difference("knative", "`knative.*`", "`keda`", _HUMAN, "Scaling to zero means waiting for the model to load."),
)  # fmt: skip

CI = by_name(
    Difference("setup-ollama", "an action that installs Ollama", "a GPU runner with the image, or a stub of the OpenAI API", _HUMAN,
               "Hosted runners have no GPU.", ("ai-action/setup-ollama", "zaephor/setup-ollama", "phil65/ollama-github-action")),
    Difference("a small model in CI", "`ollama pull qwen2.5:0.5b`", "the CPU image with `Qwen/Qwen2.5-0.5B-Instruct`", _HUMAN, "Or a stub: the answers of such a model test nothing but the protocol.", ("github actions", "ci")),
    Difference("services in a workflow", "`image: ollama/ollama`", "`image: vllm/vllm-openai`, with `command` and a health check in `options`", _HUMAN,
               "GitHub knows `command` there since April 2026 only; before, a step with `docker run`.", ("--health-cmd", "--health-start-period")),
    Difference("cache", "`~/.ollama`", "`~/.cache/huggingface`", _EXACT, "Same step, another path.", ("actions/cache",)),
)  # fmt: skip

INSTALL = by_name(
    Difference("install.sh", "`curl -fsSL https://ollama.com/install.sh | sh`", "`pip install vllm` in an environment of its own, or the image", _LOSSY,
               "Linux with Python 3.10 or newer. `uv pip install vllm --torch-backend=auto` picks the wheel for the GPU.", ("install.ps1", "brew install ollama", "winget install ollama", "install")),
    Difference("ollama.service", "`ExecStart=/usr/bin/ollama serve`", "a unit for each model: `vllm serve MODEL`", _LOSSY,
               "With `HF_HOME` and a long `TimeoutStartSec`; what `override.conf` set becomes flags.", ("systemd", "override.conf", "systemctl", "launchd")),
    Difference("desktop app", "in the menu bar, or as a service of Windows", "no server: WSL2, another machine, or the CPU wheel", _HUMAN, "A person decides.", ("windows", "wsl")),
    Difference("data", "`~/.ollama`, `/usr/share/ollama/.ollama/models`", "`~/.cache/huggingface`, `~/.cache/vllm`", _LOSSY, "The old files are no use to it.", (".ollama",)),
    Difference("logs", "`journalctl -u ollama`, `~/.ollama/logs`", "standard output", _LOSSY, "Whoever runs the process keeps them.", ("journalctl",)),
    Difference("readiness loop", "`until curl -s localhost:11434/api/tags`", "`until curl -sf http://localhost:8000/health`", _LOSSY, "Minutes, not seconds: `sleep 5` is not enough.",
               ("sleep", "wait", "pgrep ollama", "pkill ollama", "which ollama")),
)  # fmt: skip
