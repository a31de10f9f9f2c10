"""Deployments, stateful sets, services, jobs and claims of Ollama.

One deployment and service for each model, port 8000, a `startupProbe` on `/health`. A service is never called
`vllm`: its name would put `VLLM_PORT` into the pods, which vLLM reads.

https://docs.vllm.ai/en/stable/deployment/k8s/
"""

from __future__ import annotations

from migrate_vllm.model import Codemod, Signs

CODEMOD = Codemod(
    name="kubernetes",
    summary="Kubernetes manifests: images, ports, probes, volumes, names",
    languages=("yaml", "json", "template"),
    signs=Signs(
        kinds=("k8s-image", "k8s-port", "k8s-probe", "k8s-name", "k8s-volume", "k8s-command"),
    ),
    documentation="https://docs.vllm.ai/en/stable/deployment/k8s/",
)
