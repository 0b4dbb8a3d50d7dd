"""The product's encoder with a LoRA adapter on its projections and a head over its tokens, for PyTorch.

The encoder is the file of 8 bits that ships, its weights turned back to floats, so that an adapter learns beside the weights that it will run with.
"""

import json
import math
from pathlib import Path

import numpy
import onnx
import torch
from onnx import numpy_helper
from safetensors.numpy import save_file
from torch import nn
from torch.nn import functional

BASE = Path(__file__).resolve().parent.parent / "citation-encoder" / "model"
PREFIX = "base_model.model."
_LAYERS, _HEADS = 6, 12
LOWEST = 2  # the first layer with an adapter


def base_weights(file: Path) -> dict[str, torch.Tensor]:
    """The weights of BertModel out of the file of 8 bits, by their names there; matrices stand as outputs times inputs."""
    graph = onnx.load(str(file)).graph
    arrays = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}

    def floats(name: str) -> numpy.ndarray:
        zero = arrays[f"{name}_zero_point"].astype(numpy.int32)
        return ((arrays[f"{name}_quantized"].astype(numpy.int32) - zero) * arrays[f"{name}_scale"]).astype(numpy.float32)

    found = {name: array for name, array in arrays.items() if name.endswith((".bias", "LayerNorm.weight"))}
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            found[module_of(node.name) + ".weight"] = floats(node.input[1].removesuffix("_quantized")).T
    for name in arrays:
        if name.startswith("embeddings.") and name.endswith("_quantized"):
            found[name.removesuffix("_quantized")] = floats(name.removesuffix("_quantized"))
    return {name: torch.from_numpy(array.copy()) for name, array in found.items()}


def module_of(node: str) -> str:
    """`/encoder/layer.0/attention/self/query/MatMul_quant` multiplies for `encoder.layer.0.attention.self.query`."""
    return ".".join(node.strip("/").split("/")[:-1])


def thinned(x: torch.Tensor, share: float, training: bool) -> torch.Tensor:
    """Dropout of whole features of a row, the same for all of its tokens: far fewer random numbers than one a value."""
    if not training or not share:
        return x
    return x * (torch.rand(x.shape[0], 1, x.shape[2]) >= share).to(x.dtype).div_(1 - share)


class Projection(nn.Module):
    """A linear layer that stays as it is, and two narrow matrices that learn beside it."""

    def __init__(self, weight: torch.Tensor, bias: torch.Tensor, rank: int, scale: float, kind: torch.dtype):
        super().__init__()
        self.register_buffer("weight", weight.to(kind))
        self.register_buffer("bias", bias.to(kind))
        self.scale = scale
        self.lora_A = nn.Parameter(torch.empty(rank, weight.shape[1])) if rank else None
        self.lora_B = nn.Parameter(torch.zeros(weight.shape[0], rank)) if rank else None
        if rank:
            nn.init.kaiming_uniform_(self.lora_A, a=math.sqrt(5))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        whole = functional.linear(x, self.weight, self.bias)
        if self.lora_A is not None:
            inner = functional.linear(x.flatten(0, 1), self.lora_A.to(x.dtype))
            whole.flatten(0, 1).addmm_(inner, (self.lora_B * self.scale).to(x.dtype).T)
        return whole


class Network(nn.Module):
    """BertForTokenClassification with the adapter on its upper layers; gives the logits of each token."""

    def __init__(self, labels: int, rank: int = 12, alpha: int = 24, dropout: float = 0.0, kind: torch.dtype = torch.bfloat16, base: Path = BASE):
        super().__init__()
        self.rank, self.alpha, self.kind = rank, alpha, kind
        self.dropout = dropout
        weights = base_weights(base / "onnx" / "model_quantized.onnx")
        self.projections = nn.ModuleDict()
        for name, weight in sorted(weights.items()):
            if name.startswith("encoder.") and weight.dim() == 2:
                name = name.removesuffix(".weight")
                adapted = int(name.split(".")[2]) >= LOWEST
                self.projections[name.replace(".", "/")] = Projection(weight, weights[f"{name}.bias"], rank if adapted else 0, alpha / rank, kind)
        self.fixed = {name: weight.to(kind) for name, weight in weights.items() if name.startswith("embeddings.") or "LayerNorm" in name}
        self.classifier = nn.Linear(weights["embeddings.LayerNorm.weight"].shape[0], labels)

    def _norm(self, x: torch.Tensor, name: str) -> torch.Tensor:
        return functional.layer_norm(x, x.shape[-1:], self.fixed[f"{name}.LayerNorm.weight"], self.fixed[f"{name}.LayerNorm.bias"], 1e-12)

    def lower(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """The states below the adapted layers, which stay the same in training."""
        with torch.no_grad():
            x = self.fixed["embeddings.word_embeddings.weight"][ids] + self.fixed["embeddings.token_type_embeddings.weight"][0]
            x = self._norm(x + self.fixed["embeddings.position_embeddings.weight"][: ids.shape[1]], "embeddings")
            return self._layers(x, mask, range(LOWEST))

    def upper(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        x = self._layers(x, mask, range(LOWEST, _LAYERS))
        return self.classifier(thinned(x, self.dropout, self.training).float())

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        return self.upper(self.lower(ids, mask), mask)

    def _layers(self, x: torch.Tensor, mask: torch.Tensor, numbers: range) -> torch.Tensor:
        rows, width, _ = x.shape
        unseen = None if bool(mask.all()) else torch.where(mask.bool(), 0.0, -1e4).to(self.kind)[:, None, None, :]
        for number in numbers:
            name = f"encoder.layer.{number}"

            def project(part: str, value: torch.Tensor) -> torch.Tensor:
                return self.projections[f"{name}.{part}".replace(".", "/")](value)

            q, k, v = (project(f"attention.self.{part}", x).view(rows, width, _HEADS, -1).transpose(1, 2) for part in ("query", "key", "value"))
            scores = (q / math.sqrt(q.shape[-1])) @ k.transpose(2, 3)
            if unseen is not None:
                scores.add_(unseen)
            seen = (torch.softmax(scores, -1) @ v).transpose(1, 2).reshape(rows, width, -1)
            x = self._norm(x + thinned(project("attention.output.dense", seen), self.dropout, self.training), f"{name}.attention.output")
            inner = functional.gelu(project("intermediate.dense", x))
            x = self._norm(x + thinned(project("output.dense", inner), self.dropout, self.training), f"{name}.output")
        return x

    def learned(self) -> dict[str, torch.Tensor]:
        """What training changes, by the names that PEFT gives."""
        found = {PREFIX + "classifier.weight": self.classifier.weight, PREFIX + "classifier.bias": self.classifier.bias}
        for name, one in self.projections.items():
            for part in ("lora_A", "lora_B") if one.lora_A is not None else ():
                found[f"{PREFIX}bert.{name.replace('/', '.')}.{part}.weight"] = getattr(one, part)
        return found

    def save(self, out: Path, labels: list[str], learned: dict[str, torch.Tensor] | None = None, **more):
        """Writes the adapter as PEFT does, and config.json with the names of the labels and what the product must know."""
        out.mkdir(parents=True, exist_ok=True)
        tensors = {name: value.detach().to(torch.float16).numpy() for name, value in sorted((learned or self.learned()).items())}
        save_file(tensors, str(out / "adapter_model.safetensors"), metadata={"format": "pt"})
        adapter = {"peft_type": "LORA", "task_type": "TOKEN_CLS", "base_model_name_or_path": "citation-encoder", "r": self.rank,
                   "lora_alpha": self.alpha, "lora_dropout": self.dropout, "bias": "none", "fan_in_fan_out": False, "inference_mode": True,
                   "target_modules": ["query", "key", "value", "dense"],
                   "layers_to_transform": list(range(LOWEST, _LAYERS)), "layers_pattern": "layer",
                   "modules_to_save": ["classifier"]}
        config = {"architectures": ["BertForTokenClassification"], "model_type": "bert", "hidden_act": "gelu", "hidden_size": 384,
                  "num_hidden_layers": _LAYERS, "num_attention_heads": _HEADS, "intermediate_size": 1536, "layer_norm_eps": 1e-12,
                  "max_position_embeddings": 512, "type_vocab_size": 2, "vocab_size": 30522, "pad_token_id": 0,
                  "id2label": {str(i): label for i, label in enumerate(labels)},
                  "label2id": {label: i for i, label in enumerate(labels)}, **more}
        for name, value in (("adapter_config.json", adapter), ("config.json", config)):
            (out / name).write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8")
