"""Makes the tiny random decoders of the tests, in the layouts of Optimum and transformers.js, with what transformers makes of them.

  python models/tiny/make_decoders.py [FOLDER]      default: tests/org.scholion.inference.onnx.tests/models/decoders

Needs torch 2.15, transformers 4.57.3, optimum 2.3.0, optimum-onnx 0.1.0, onnx 1.23 and onnxruntime 1.29 or later. Weights come from
fixed seeds; nothing is downloaded. Each folder holds a model and golden.json: outputs of generate() and logits of the PyTorch model.
"""

import json
import shutil
import sys
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.transformers.float16 import convert_float_to_float16
from optimum.exporters.onnx import main_export
from optimum.onnx import merge_decoders
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers
from transformers import (
    BartConfig,
    BartForConditionalGeneration,
    LlamaConfig,
    LlamaForCausalLM,
    MarianConfig,
    MarianMTModel,
    T5Config,
    T5ForConditionalGeneration,
)

TEXT = [
    "We measure how the length of a sentence changes what readers remember of it.",
    "The results show that short sentences are read faster, but long ones are not always worse.",
    "In this paper we propose a method that finds unclear words and says why they are unclear.",
    "Our model was trained on the abstracts of ten thousand papers from five fields of science.",
    "Previous work has shown that writers want reasons, not only a list of errors.",
    "Zürich, naïve, façade, Ångström: letters beyond ASCII; 中文也在这里。 And 𝒳 too.",
    'A table has rows and columns: {"name": "value", "count": 12, "list": [1, 2, 3]}.',
]
CHATML = (
    "{% for message in messages %}{% if loop.first and messages[0]['role'] != 'system' %}{{ '<|im_start|>system\\nYou help.<|im_end|>\\n' }}"
    "{% endif %}{{'<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n'}}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}"
)
PROMPTS = ["We measure", "The results show that long", "中文也"]


def byte_level(folder, specials, bos=None, eos=None, size=320):
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=size, special_tokens=specials, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False
    )
    tokenizer.train_from_iterator(TEXT, trainer)
    if bos:
        tokenizer.post_processor = processors.TemplateProcessing(
            single=f"{bos} $A {eos}", special_tokens=[(t, tokenizer.token_to_id(t)) for t in (bos, eos)]
        )
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    return tokenizer


def unigram(folder, specials, size=300):
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.NFKC()
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.decoder = decoders.Metaspace()
    tokenizer.train_from_iterator(
        TEXT, trainers.UnigramTrainer(vocab_size=size, special_tokens=specials, unk_token="<unk>", show_progress=False)
    )
    tokenizer.post_processor = processors.TemplateProcessing(
        single="$A </s>", special_tokens=[("</s>", tokenizer.token_to_id("</s>"))]
    )
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    return tokenizer


def write(path, value):
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def slim(folder):
    """Short names within, since names are most of a tiny graph."""
    for file in folder.glob("*.onnx"):
        model = onnx.load(str(file))
        names = {value.name: value.name for value in [*model.graph.input, *model.graph.output]}
        names[""] = ""

        def short(name):
            return names.setdefault(name, f"v{len(names)}")

        def strip(graph, inner):
            graph.ClearField("value_info")
            for initializer in graph.initializer:
                initializer.name = short(initializer.name)
            for node in graph.node:
                node.ClearField("name")
                node.ClearField("doc_string")
                node.ClearField("metadata_props")
                node.input[:] = [short(name) for name in node.input]
                node.output[:] = [short(name) for name in node.output]
                for attribute in node.attribute:
                    attribute.ClearField("doc_string")
                    if attribute.HasField("g"):
                        strip(attribute.g, True)
            if inner:
                for value in graph.output:
                    value.name = short(value.name)

        strip(model.graph, False)
        model.graph.doc_string = ""
        del model.metadata_props[:]
        onnx.save(model, str(file))


def export(model, folder, task, **options):
    with tempfile.TemporaryDirectory() as source, tempfile.TemporaryDirectory() as target:
        model.save_pretrained(source)
        main_export(source, target, task=task, do_validation=False, **options)
        for file in Path(target).glob("*.onnx"):
            shutil.copy(file, folder / file.name)
        for name in ("config.json", "generation_config.json"):
            shutil.copy(Path(source) / name, folder / name)


def without_past(model):
    """The graph of the first step, with an empty past of its own."""
    for value in [v for v in model.graph.input if v.name.startswith("past_key_values")]:
        heads, size = (value.type.tensor_type.shape.dim[i].dim_value for i in (1, 3))
        model.graph.input.remove(value)
        model.graph.initializer.append(
            onnx.helper.make_tensor(value.name, onnx.TensorProto.FLOAT, [1, heads, 0, size], [])
        )
    for initializer in model.graph.initializer:
        if not initializer.name.startswith("past"):
            continue
        empty = "empty_" + initializer.name
        for node in model.graph.node:
            node.input[:] = [empty if name == initializer.name else name for name in node.input]
        initializer.name = empty
    return model


def causal(root):
    folder = root / "llama"
    folder.mkdir(parents=True)
    tokenizer = byte_level(folder, ["<|endoftext|>", "<|im_start|>", "<|im_end|>"])
    torch.manual_seed(41)
    config = LlamaConfig(
        vocab_size=tokenizer.get_vocab_size(), hidden_size=16, intermediate_size=24, num_hidden_layers=2, num_attention_heads=4,
        num_key_value_heads=2, max_position_embeddings=256, bos_token_id=1, eos_token_id=2, pad_token_id=2, initializer_range=0.5,
        tie_word_embeddings=True,
    )
    model = LlamaForCausalLM(config).eval()
    write(folder / "tokenizer_config.json", {
        "chat_template": CHATML, "bos_token": "<|im_start|>", "eos_token": "<|im_end|>", "model_max_length": 256,
        "add_bos_token": False,
    })
    export(model, folder, "text-generation-with-past")
    merged = root / "llama-merged"
    merged.mkdir()
    with tempfile.TemporaryDirectory() as plain:
        first = str(Path(plain) / "decoder_model.onnx")
        onnx.save(without_past(onnx.load(str(folder / "model.onnx"))), first)
        merge_decoders(
            first, str(folder / "model.onnx"), graph_name="merged", producer_name="optimum",
            save_path=str(merged / "decoder_model_merged.onnx"), strict=False,
        )
    for name in ("config.json", "generation_config.json", "tokenizer.json", "tokenizer_config.json"):
        shutil.copy(folder / name, merged / name)
    golden = {"prompts": []}
    for prompt in PROMPTS:
        ids = tokenizer.encode(prompt, add_special_tokens=False).ids
        given = torch.tensor([ids])
        with torch.no_grad():
            logits = model(given).logits[0]
            greedy = model.generate(given, max_new_tokens=24, do_sample=False)[0][len(ids):].tolist()
            penalty = model.generate(given, max_new_tokens=24, do_sample=False, repetition_penalty=1.3)[0][len(ids):].tolist()
        shifted = torch.log_softmax(logits, -1)
        golden["prompts"].append({
            "text": prompt, "ids": ids, "lastLogits": [round(v, 5) for v in logits[-1].tolist()],
            "logProbabilities": [round(shifted[i - 1, ids[i]].item(), 5) for i in range(1, len(ids))],
            "greedy": greedy, "greedyText": tokenizer.decode(greedy), "repetitionPenalty": penalty,
        })
    write(folder / "golden.json", golden)
    shutil.copy(folder / "golden.json", merged / "golden.json")


def half(root):
    """The causal model in 16 bits, with inputs and outputs of that sort."""
    folder = root / "llama-half"
    shutil.copytree(root / "llama", folder, ignore=shutil.ignore_patterns("golden.json"))
    file = str(folder / "model.onnx")
    onnx.save(convert_float_to_float16(onnx.load(file), keep_io_types=False), file)


def outputs(model, tokenizer, inputs, **more):
    """What generate makes with the settings of the tests; texts without special tokens, sums of log-probabilities."""
    golden = []
    for text in inputs:
        ids = tokenizer.encode(text).ids
        given = torch.tensor([ids])
        entry = {"text": text, "ids": ids}
        for name, options in {
            "greedy": {"num_beams": 1},
            "noRepeat": {"num_beams": 1, "no_repeat_ngram_size": 2},
            "beam": {"num_beams": 4, "length_penalty": 1.0, "early_stopping": False},
            "beamShort": {"num_beams": 3, "length_penalty": 0.2, "early_stopping": True, "no_repeat_ngram_size": 3},
        }.items():
            with torch.no_grad():
                made = model.generate(given, max_new_tokens=20, do_sample=False, **{**more, **options})[0].tolist()
            entry[name] = made
            entry[name + "Text"] = tokenizer.decode(made, skip_special_tokens=True)
        golden.append(entry)
    return {"inputs": golden}


def keep(folder, merged):
    """One of the two layouts that Optimum writes."""
    for file in (["decoder_model.onnx", "decoder_with_past_model.onnx"] if merged else ["decoder_model_merged.onnx"]):
        (folder / file).unlink(missing_ok=True)


def seq2seq(root, name, model, tokenizer_maker, merged, generation, special):
    folder = root / name
    folder.mkdir(parents=True)
    tokenizer = tokenizer_maker(folder)
    for key, value in generation.items():
        setattr(model.generation_config, key, value)
    export(model, folder, "text2text-generation-with-past")
    keep(folder, merged)
    write(folder / "tokenizer_config.json", {"model_max_length": 64, **special})
    write(folder / "golden.json", outputs(model, tokenizer, TEXT[:2] + ["paper"]))


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else "tests/org.scholion.inference.onnx.tests/models/decoders")
    shutil.rmtree(root, ignore_errors=True)
    causal(root)

    specials = ["<pad>", "</s>", "<unk>"]
    torch.manual_seed(42)
    t5 = T5ForConditionalGeneration(T5Config(
        vocab_size=300, d_model=16, d_kv=4, d_ff=24, num_layers=2, num_decoder_layers=2, num_heads=4, n_positions=64,
        decoder_start_token_id=0, eos_token_id=1, pad_token_id=0, initializer_factor=6.0, feed_forward_proj="gated-gelu",
        tie_word_embeddings=False,
    )).eval()
    for merged in (True, False):
        seq2seq(root, "t5-merged" if merged else "t5-split", t5, lambda f: unigram(f, specials), merged,
                {}, {"pad_token": "<pad>", "eos_token": "</s>"})

    torch.manual_seed(43)
    bart = BartForConditionalGeneration(BartConfig(
        vocab_size=320, d_model=16, encoder_ffn_dim=24, decoder_ffn_dim=24, encoder_layers=2, decoder_layers=2,
        encoder_attention_heads=4, decoder_attention_heads=4, max_position_embeddings=64, bos_token_id=0, pad_token_id=1,
        eos_token_id=2, decoder_start_token_id=2, forced_eos_token_id=2, init_std=0.5,
    )).eval()
    seq2seq(root, "bart-merged", bart, lambda f: byte_level(f, ["<s>", "<pad>", "</s>"], "<s>", "</s>"), True,
            {"forced_bos_token_id": 0}, {"bos_token": "<s>", "pad_token": "<pad>", "eos_token": "</s>"})

    torch.manual_seed(44)
    marian = MarianMTModel(MarianConfig(
        vocab_size=301, d_model=16, encoder_ffn_dim=24, decoder_ffn_dim=24, encoder_layers=2, decoder_layers=2,
        encoder_attention_heads=4, decoder_attention_heads=4, max_position_embeddings=64, pad_token_id=300, eos_token_id=0,
        decoder_start_token_id=300, forced_eos_token_id=0, init_std=0.5, share_encoder_decoder_embeddings=True,
        scale_embedding=True,
    )).eval()

    def marian_tokens(folder):
        tokenizer = unigram(folder, ["</s>", "<unk>"], 300)
        tokenizer.add_special_tokens(["<pad>"])
        tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
        return tokenizer

    seq2seq(root, "marian-split", marian, marian_tokens, False, {"bad_words_ids": [[300]]},
            {"pad_token": "<pad>", "eos_token": "</s>"})

    for folder in sorted(root.iterdir()):
        slim(folder)
    half(root)
    for folder in sorted(root.iterdir()):
        print(folder.name, {f.name: f.stat().st_size for f in sorted(folder.iterdir())})


if __name__ == "__main__":
    main()
