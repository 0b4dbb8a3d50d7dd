package org.scholion.inference.onnx.internal.gguf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.osgi.util.NLS;
import org.scholion.inference.ModelException;

/**
 * The tokenizer of the file.
 *
 * @param tokens by id, no two alike
 * @param kinds of the tokens, by id, in the numbers of {@link Kind}
 * @param pre the name of the rule that cuts texts before tokens are made; of byte-level tokenizers alone
 */
record Vocabulary(GgufValues values, boolean isByteLevel, String pre, List<String> tokens, List<Kind> kinds) {

    /** What a token is for; the order is that of llama.cpp. */
    enum Kind {
        UNDEFINED,
        NORMAL,
        UNKNOWN,
        CONTROL,
        USER_DEFINED,
        UNUSED,
        BYTE
    }

    private static final String PREFIX = "tokenizer.ggml.";

    /** Names of tokens that end a turn although the file names another one as the end. */
    private static final List<String> ENDS =
            List.of("<|eot_id|>", "<|im_end|>", "<|eom_id|>", "<|end|>", "<end_of_turn>", "<|endoftext|>");

    Vocabulary {
        tokens = List.copyOf(tokens);
        kinds = List.copyOf(kinds);
    }

    static Vocabulary of(GgufFile file, int size) throws ModelException {
        GgufValues values = file.values();
        String model = values.text(PREFIX + "model");
        if (!"gpt2".equals(model) && !"llama".equals(model)) {
            throw new ModelException(NLS.bind(Messages.Gguf_notSupported, file.path(), PREFIX + "model " + model));
        }
        List<String> tokens = values.texts(PREFIX + "tokens");
        int[] numbers = values.findNumbers(PREFIX + "token_type").orElseGet(() -> {
            int[] normal = new int[tokens.size()];
            Arrays.fill(normal, Kind.NORMAL.ordinal());
            return normal;
        });
        Map<String, Integer> ids = HashMap.newHashMap(tokens.size());
        for (int id = 0; id < tokens.size(); id++) {
            if (ids.put(tokens.get(id), id) != null) {
                throw wrong(file, "tokens");
            }
        }
        if (tokens.isEmpty() || tokens.size() > size) {
            throw wrong(file, "tokens");
        }
        if (numbers.length != tokens.size()
                || Arrays.stream(numbers).anyMatch(number -> number < 0 || number >= Kind.values().length)) {
            throw wrong(file, "token_type");
        }
        List<Kind> kinds =
                Arrays.stream(numbers).mapToObj(number -> Kind.values()[number]).toList();
        String pre = values.findText(PREFIX + "pre").orElse("default");
        return new Vocabulary(values, "gpt2".equals(model), pre, tokens, kinds);
    }

    private static ModelException wrong(GgufFile file, String entry) {
        return new ModelException(NLS.bind(Messages.Gguf_wrongValue, file.path(), PREFIX + entry));
    }

    /** Pairs of tokens that become one, first the most urgent, each as two tokens with a blank between; of byte-level tokenizers. */
    List<String> merges() throws ModelException {
        return values.texts(PREFIX + "merges");
    }

    /** One for each token; of the others. */
    float[] scores() throws ModelException {
        float[] scores = values.decimals(PREFIX + "scores");
        if (scores.length != tokens.size()) {
            throw values.wrong(PREFIX + "scores");
        }
        return scores;
    }

    /** The id of a special token: "bos", "eos", "unknown" or "padding". */
    OptionalInt id(String role) throws ModelException {
        int id = values.number(PREFIX + role + "_token_id", -1, tokens.size() - 1, -1);
        return id < 0 ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /** The same as text. */
    Optional<String> token(String role) throws ModelException {
        OptionalInt id = id(role);
        return id.isPresent() ? Optional.of(tokens.get(id.getAsInt())) : Optional.empty();
    }

    /** Ids of all tokens that end an answer, the one that the file names first. */
    List<Integer> ends() throws ModelException {
        List<Integer> ends = new ArrayList<>();
        for (String role : List.of("eos", "eot", "eom")) {
            id(role).ifPresent(ends::add);
        }
        for (String name : ENDS) {
            int id = tokens.indexOf(name);
            if (id >= 0 && kinds.get(id) == Kind.CONTROL) {
                ends.add(id);
            }
        }
        return ends.stream().distinct().toList();
    }

    /** Whether texts begin with the token for beginnings. */
    boolean addsBeginning() throws ModelException {
        return id("bos").isPresent() && values.flag(PREFIX + "add_bos_token", !isByteLevel || "llama-bpe".equals(pre));
    }

    /** Whether a blank is put before a text. */
    boolean addsBlank() throws ModelException {
        return values.flag(PREFIX + "add_space_prefix", !isByteLevel);
    }

    /** Whether a token is not made of text but stands for itself wherever its name occurs. */
    boolean isAdded(int id) {
        return isSpecial(id) || kinds.get(id) == Kind.USER_DEFINED;
    }

    /** Whether it is left out of texts for readers. */
    boolean isSpecial(int id) {
        return kinds.get(id) == Kind.CONTROL || kinds.get(id) == Kind.UNKNOWN;
    }

    Optional<String> chatTemplate() throws ModelException {
        return values.findText("tokenizer.chat_template");
    }
}
