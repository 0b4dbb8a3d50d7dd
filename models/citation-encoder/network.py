"""The encoder with the weights of all-MiniLM-L6-v2, and how texts run through it."""

from pathlib import Path

import numpy
import onnx
import torch
from onnx import numpy_helper
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

MAX_TOKENS = 256


def base_weights(graph: onnx.GraphProto) -> dict[str, str]:
    """For each weight of BertModel the initializer that holds it; matrices, whose exporter gave them other names, stand turned."""
    names = {tensor.name for tensor in graph.initializer}
    product_of = {node.output[0]: node.input[1] for node in graph.node if node.op_type == "MatMul"}
    found = {name: name for name in names if not name.startswith("onnx::") and name != "embeddings.position_ids"}
    for node in graph.node:
        if node.op_type == "Add":
            for bias, product in (node.input, reversed(node.input)):
                if bias in names and product in product_of and bias.endswith(".bias"):
                    found[bias[: -len("bias")] + "weight"] = product_of[product]
    return found


def network(base: Path) -> BertModel:
    graph = onnx.load(str(base / "all-minilm-l6-v2.onnx")).graph
    arrays = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    state = {}
    for name, initializer in base_weights(graph).items():
        array = torch.from_numpy(arrays[initializer].copy())
        state[name] = array if name == initializer else array.T.contiguous()
    config = BertConfig(vocab_size=30522, hidden_size=384, num_hidden_layers=6, num_attention_heads=12, intermediate_size=1536,
                        hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0)
    model = BertModel(config, add_pooling_layer=False)
    missing, unexpected = model.load_state_dict(state, strict=False)
    if [name for name in missing if "position_ids" not in name] or unexpected:
        raise ValueError(f"other weights than expected: {missing} {unexpected}")
    return model


def tokenizer(base: Path) -> Tokenizer:
    found = Tokenizer.from_file(str(base / "all-minilm-l6-v2-tokenizer.json"))
    found.no_padding()
    found.enable_truncation(MAX_TOKENS)
    return found


def groups(lengths: list[int], tokens: int) -> list[list[int]]:
    """Rows of like length together, each group of not more tokens than said, padding included."""
    order = sorted(range(len(lengths)), key=lengths.__getitem__)
    found, group = [], []
    for i in order:
        if group and lengths[i] * (len(group) + 1) > tokens:
            found.append(group)
            group = []
        group.append(i)
    if group:
        found.append(group)
    return found


def padded(rows: list[list[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    width = max(map(len, rows))
    ids = torch.zeros(len(rows), width, dtype=torch.long)
    mask = torch.zeros(len(rows), width, dtype=torch.long)
    for i, row in enumerate(rows):
        ids[i, : len(row)] = torch.tensor(row)
        mask[i, : len(row)] = 1
    return ids, mask


def pooled(model: BertModel, rows: list[list[int]], tokens: int = 2048) -> torch.Tensor:
    """A vector of length 1 for each row."""
    parts, order = [], []
    for group in groups([len(row) for row in rows], tokens):
        ids, mask = padded([rows[i] for i in group])
        whole = bool(mask.all())
        states = model(input_ids=ids, attention_mask=None if whole else mask).last_hidden_state
        weights = mask.unsqueeze(2).to(states.dtype)
        parts.append(torch.nn.functional.normalize((states * weights).sum(1) / weights.sum(1), dim=1))
        order += group
    back = torch.empty(len(order), dtype=torch.long)
    back[torch.tensor(order)] = torch.arange(len(order))
    return torch.cat(parts)[back]


def by_torch(model: BertModel, words: Tokenizer):
    """A function from texts to vectors."""

    def encode(texts: list[str]) -> numpy.ndarray:
        model.eval()
        with torch.inference_mode():
            rows = [e.ids for e in words.encode_batch(texts)]
            return pooled(model, rows).numpy()

    return encode


def by_runtime(file: Path, words: Tokenizer, threads: int = 2):
    """The same by ONNX Runtime, one text a run where the product pads nothing either."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    inputs = {i.name for i in session.get_inputs()}

    def encode(texts: list[str]) -> numpy.ndarray:
        vectors = []
        for encoding in words.encode_batch(texts):
            ids = numpy.array([encoding.ids], dtype=numpy.int64)
            given = {"input_ids": ids, "attention_mask": numpy.ones_like(ids), "token_type_ids": numpy.zeros_like(ids)}
            vector = session.run(None, {k: v for k, v in given.items() if k in inputs})[0][0].mean(axis=0)
            vectors.append(vector / numpy.linalg.norm(vector))
        return numpy.array(vectors)

    return encode
