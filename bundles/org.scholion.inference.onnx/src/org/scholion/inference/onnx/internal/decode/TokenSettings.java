package org.scholion.inference.onnx.internal.decode;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scholion.inference.ModelException;
import org.scholion.inference.onnx.internal.layout.ForeignJson;
import org.scholion.inference.onnx.internal.layout.ModelFolder;

/**
 * The tokens that mean something to the decoder, by {@code generation_config.json} or else {@code config.json}.
 *
 * @param ends any of them ends an output
 * @param begin comes first in a text
 * @param pad fills up
 * @param decoderStart what a decoder with an encoder begins with
 * @param forcedBegin the first token of every output
 * @param forcedEnd the last token of an output that reaches its limit
 * @param never tokens that are never made
 */
record TokenSettings(
        Set<Integer> ends,
        Optional<Integer> begin,
        Optional<Integer> pad,
        Optional<Integer> decoderStart,
        Optional<Integer> forcedBegin,
        Optional<Integer> forcedEnd,
        Set<Integer> never) {

    private static final int MOST = 1 << 22;

    static TokenSettings of(ModelFolder folder) throws ModelException {
        List<Integer> ends = folder.generationConfig().has("eos_token_id")
                ? folder.generationConfig().integers("eos_token_id", 0, MOST)
                : folder.config().has("eos_token_id") ? folder.config().integers("eos_token_id", 0, MOST) : List.of();
        Set<Integer> never = new LinkedHashSet<>(folder.generationConfig().integers("suppress_tokens", 0, MOST));
        ForeignJson words = folder.generationConfig().has("bad_words_ids") ? folder.generationConfig() : folder.config();
        words.find("bad_words_ids").ifPresent(value -> addSingles(value, never));
        return new TokenSettings(
                Set.copyOf(ends), id(folder, "bos_token_id"), id(folder, "pad_token_id"), id(folder, "decoder_start_token_id"),
                id(folder, "forced_bos_token_id"), id(folder, "forced_eos_token_id"), Set.copyOf(never));
    }

    /** Of lists of tokens only those of a single one are looked at: the padding of Marian. */
    private static void addSingles(JsonElement words, Set<Integer> never) {
        if (!(words instanceof JsonArray lists)) {
            return;
        }
        for (JsonElement word : lists) {
            if (word instanceof JsonArray tokens && tokens.size() == 1 && tokens.get(0) instanceof JsonPrimitive token
                    && token.isNumber()) {
                never.add(token.getAsInt());
            }
        }
    }

    private static Optional<Integer> id(ModelFolder folder, String key) throws ModelException {
        for (ForeignJson json : List.of(folder.generationConfig(), folder.config())) {
            if (json.find(key).filter(value -> !value.isJsonNull()).isPresent()) {
                return json.integer(key, 0, MOST);
            }
        }
        return Optional.empty();
    }
}
