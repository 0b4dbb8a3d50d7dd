package org.scholion.inference.onnx.internal.gguf;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.scholion.inference.ModelException;

/** Writes the small files beside the graph, with the names and keys that transformers gives them. */
final class ModelSettings {

    private final GgufFile file;
    private final DecoderShape shape;
    private final Vocabulary vocabulary;

    ModelSettings(GgufFile file, DecoderShape shape, Vocabulary vocabulary) {
        this.file = file;
        this.shape = shape;
        this.vocabulary = vocabulary;
    }

    void write(Path folder) throws ModelException, IOException {
        try (JsonWriter json = json(folder.resolve("config.json"))) {
            config(json);
        }
        try (JsonWriter json = json(folder.resolve("generation_config.json"))) {
            json.beginObject();
            tokenIds(json);
            json.endObject();
        }
        try (JsonWriter json = json(folder.resolve("tokenizer_config.json"))) {
            tokenizerConfig(json);
        }
        Optional<String> template = vocabulary.chatTemplate();
        if (template.isPresent()) {
            Files.writeString(folder.resolve("chat_template.jinja"), template.get());
        }
    }

    private static JsonWriter json(Path target) throws IOException {
        JsonWriter json = new JsonWriter(Files.newBufferedWriter(target));
        json.setIndent("  ");
        json.setHtmlSafe(false);
        return json;
    }

    private void config(JsonWriter json) throws ModelException, IOException {
        String model =
                switch (shape.architecture()) {
                    case "qwen2" -> "Qwen2ForCausalLM";
                    case "qwen3" -> "Qwen3ForCausalLM";
                    default -> "LlamaForCausalLM";
                };
        json.beginObject();
        json.name("architectures").beginArray().value(model).endArray();
        json.name("model_type").value(shape.architecture());
        json.name("hidden_act").value("silu");
        json.name("hidden_size").value(shape.hiddenSize());
        json.name("intermediate_size").value(shape.feedForwardSize());
        json.name("num_hidden_layers").value(shape.layerCount());
        json.name("num_attention_heads").value(shape.headCount());
        json.name("num_key_value_heads").value(shape.keyValueHeadCount());
        json.name("head_dim").value(shape.headSize());
        json.name("vocab_size").value(shape.vocabularySize());
        json.name("max_position_embeddings").value(shape.context());
        json.name("rms_norm_eps").value(shape.epsilon());
        json.name("rope_theta").value(shape.ropeBase());
        json.name("tie_word_embeddings").value(file.find("output.weight").isEmpty());
        tokenIds(json);
        json.endObject();
    }

    private void tokenIds(JsonWriter json) throws ModelException, IOException {
        tokenId(json, "bos_token_id", "bos");
        tokenId(json, "pad_token_id", "padding");
        List<Integer> ends = vocabulary.ends();
        if (ends.size() == 1) {
            json.name("eos_token_id").value(ends.get(0));
        } else if (!ends.isEmpty()) {
            json.name("eos_token_id").beginArray();
            for (int end : ends) {
                json.value(end);
            }
            json.endArray();
        }
    }

    private void tokenId(JsonWriter json, String name, String role) throws ModelException, IOException {
        OptionalInt id = vocabulary.id(role);
        if (id.isPresent()) {
            json.name(name).value(id.getAsInt());
        }
    }

    private void tokenizerConfig(JsonWriter json) throws ModelException, IOException {
        json.beginObject();
        json.name("tokenizer_class").value("PreTrainedTokenizerFast");
        json.name("add_bos_token").value(vocabulary.addsBeginning());
        json.name("add_prefix_space").value(vocabulary.addsBlank());
        json.name("clean_up_tokenization_spaces").value(false);
        json.name("model_max_length").value(shape.context());
        token(json, "bos_token", "bos");
        token(json, "eos_token", "eos");
        token(json, "pad_token", "padding");
        token(json, "unk_token", "unknown");
        Optional<String> template = vocabulary.chatTemplate();
        if (template.isPresent()) {
            json.name("chat_template").value(template.get());
        }
        json.endObject();
    }

    private void token(JsonWriter json, String name, String role) throws ModelException, IOException {
        Optional<String> token = vocabulary.token(role);
        if (token.isPresent()) {
            json.name(name).value(token.get());
        }
    }
}
