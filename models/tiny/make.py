#!/usr/bin/env python3
"""Makes the tiny random models without a loop that the tests run, with the outputs that PyTorch and transformers give.

    python models/tiny/make.py tests/org.scholion.inference.onnx.tests/models

Needs torch, transformers, onnx, onnxscript and tokenizers. The weights are random, with the seed below: the models know nothing.
"""
import json
import pathlib
import sys

import torch
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors, decoders
from transformers import BertConfig, BertForSequenceClassification, BertForTokenClassification, BertModel

SEED = 20261126
TEXTS = [
    "We study alchemical free energy.",
    "\U0001D4B3 binds the ligand, but the cafe\u0301 does not \U0001F600 end",
    "a",
    "",
    "energy " * 60,
]
PAIRS = [["free energy", "We study alchemical free energy."], ["ligand", "energy " * 60], ["a", "b"]]
WORDS = ("we study alchemical free energy binds the ligand but cafe does not end ##s ##y ##l . , a b c d e f g h i j k l m n o p q r s t u"
         " v w x y z ##a ##b ##c ##d ##e ##f ##g ##h ##i ##j ##k ##m ##n ##o ##p ##r ##t ##u \U0001D4B3").split()
VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"] + WORDS
LONGEST = 32


def tokenizer():
    made = Tokenizer(models.WordPiece({w: i for i, w in enumerate(VOCABULARY)}, unk_token="[UNK]", max_input_chars_per_word=100))
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=[("[CLS]", 2), ("[SEP]", 3)])
    made.decoder = decoders.WordPiece()
    made.add_special_tokens(VOCABULARY[:5])
    return made


def config(**more):
    return BertConfig(vocab_size=len(VOCABULARY), hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64,
                      max_position_embeddings=LONGEST, initializer_range=0.5, **more)


class Graph(torch.nn.Module):
    def __init__(self, model, output):
        super().__init__()
        self.model, self.output = model, output

    def forward(self, input_ids, attention_mask, token_type_ids):
        return getattr(self.model(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids), self.output)


def export(model, output, file):
    file.parent.mkdir(parents=True, exist_ok=True)
    example = torch.ones(2, 7, dtype=torch.long)
    names = ["input_ids", "attention_mask", "token_type_ids"]
    axes = {0: "batch_size", 1: "sequence_length"}
    torch.onnx.export(Graph(model, output).eval(), (example, example, example * 0), str(file), input_names=names,
                      output_names=[output], dynamic_axes={n: axes for n in names}, opset_version=17, dynamo=False)


def run(model, output, made, item):
    made.enable_truncation(LONGEST)
    made.no_padding()
    encoding = made.encode(*item) if isinstance(item, list) else made.encode(item)
    made.no_truncation()
    rows = [torch.tensor([r]) for r in (encoding.ids, encoding.attention_mask, encoding.type_ids)]
    with torch.no_grad():
        return encoding, getattr(model(input_ids=rows[0], attention_mask=rows[1], token_type_ids=rows[2]), output)[0]


def write(folder, name, value):
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(json.dumps(value, ensure_ascii=True, indent=1) + "\n", encoding="utf-8")


def make(folder, model, output, golden, architecture, extra=None):
    made = tokenizer()
    model.eval()
    export(model, output, folder / "onnx" / "model.onnx")
    made.save(str(folder / "tokenizer.json"))
    settings = json.loads(model.config.to_json_string())
    settings["architectures"] = [architecture]
    write(folder, "config.json", settings)
    write(folder, "tokenizer_config.json", {"model_max_length": LONGEST, "tokenizer_class": "BertTokenizer"})
    for name, value in (extra or {}).items():
        write(folder, name, value)
    write(folder, "golden.json", golden(model, made))


def pooled(how):
    def golden(model, made):
        rows = []
        for text in TEXTS:
            _, hidden = run(model, "last_hidden_state", made, text)
            vector = {"mean": hidden.mean(0), "cls": hidden[0], "max": hidden.max(0).values, "lasttoken": hidden[-1]}[how]
            rows.append({"text": text, "vector": torch.nn.functional.normalize(vector, dim=0).tolist()})
        return rows
    return golden


def scored(function, items):
    def golden(model, made):
        rows = []
        for item in items:
            _, logits = run(model, "logits", made, item)
            pair = item if isinstance(item, list) else [item]
            rows.append({"text": pair[0], "pair": pair[1] if len(pair) > 1 else None, "scores": function(logits).tolist()})
        return rows
    return golden


def tagged(model, made):
    rows = []
    for text in TEXTS:
        encoding, logits = run(model, "logits", made, text)
        tags = []
        for (start, end), sequence, row in zip(encoding.offsets, encoding.sequence_ids, torch.softmax(logits, -1)):
            if sequence is not None:
                # Python counts code points
                units = [len(text[:at].encode("utf-16-le")) // 2 for at in (start, end)]
                tags.append({"start": units[0], "end": units[1], "label": model.config.id2label[int(row.argmax())],
                             "probability": float(row.max())})
        rows.append({"text": text, "tags": tags})
    return rows


def sentence(how):
    names = {"mean": "mean_tokens", "cls": "cls_token", "max": "max_tokens", "lasttoken": "lasttoken"}
    kind = "sentence_transformers.models."
    return {
        "modules.json": [{"idx": 0, "name": "0", "path": "", "type": kind + "Transformer"},
                         {"idx": 1, "name": "1", "path": "1_Pooling", "type": kind + "Pooling"},
                         {"idx": 2, "name": "2", "path": "2_Normalize", "type": kind + "Normalize"}],
        "1_Pooling/config.json": {"word_embedding_dimension": 32, **{"pooling_mode_" + n: h == how for h, n in names.items()}},
        "sentence_bert_config.json": {"max_seq_length": LONGEST, "do_lower_case": False},
    }


def main(target):
    torch.manual_seed(SEED)
    for how in ("mean", "cls", "max", "lasttoken"):
        make(target / f"tiny-bert-{how}", BertModel(config()), "last_hidden_state", pooled(how), "BertModel", sentence(how))
    labels = {0: "BACKGROUND", 1: "METHOD", 2: "RESULT"}
    named = {"id2label": labels, "label2id": {v: k for k, v in labels.items()}}
    classes = BertForSequenceClassification
    make(target / "tiny-bert-single", classes(config(**named)), "logits",
         scored(lambda x: torch.softmax(x, -1), TEXTS + PAIRS), classes.__name__)
    make(target / "tiny-bert-multi", classes(config(problem_type="multi_label_classification", **named)), "logits",
         scored(torch.sigmoid, TEXTS), classes.__name__)
    make(target / "tiny-bert-rank", classes(config(num_labels=1)), "logits", scored(lambda x: x, PAIRS), classes.__name__)
    make(target / "tiny-bert-tags", BertForTokenClassification(config(**named)), "logits", tagged,
         BertForTokenClassification.__name__)


main(pathlib.Path(sys.argv[1]))
