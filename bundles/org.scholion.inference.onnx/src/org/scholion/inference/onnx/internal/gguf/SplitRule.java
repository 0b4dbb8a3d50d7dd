package org.scholion.inference.onnx.internal.gguf;

import java.util.Optional;

/**
 * How a byte-level tokenizer cuts a text before it makes tokens; the expressions are those that the models' own tokenizers are published
 * with.
 *
 * @param pattern what is a piece; empty for the pattern of GPT-2
 * @param separatesDigits whether each digit is a piece of its own, before the pattern applies
 * @param normalises whether composed letters are used (NFC)
 * @param prefersWholeWords whether a piece that is a token is not built from smaller ones
 */
record SplitRule(Optional<String> pattern, boolean separatesDigits, boolean normalises, boolean prefersWholeWords) {

    private static final String WORD = "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|";
    private static final String REST = "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
    private static final String UPPER = "\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}";
    private static final String LOWER = "\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}";
    private static final String START = "[^\\r\\n\\p{L}\\p{N}]?[" + UPPER + "]";

    private static final String TEKKEN = START + "*[" + LOWER + "]+|" + START + "+[" + LOWER + "]*|\\p{N}"
            + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

    /** The rule of a name in {@code tokenizer.ggml.pre}; empty where it is not known. */
    static Optional<SplitRule> of(String name) {
        return switch (name) {
            case "default", "gpt-2" -> rule(Optional.empty(), false, false, false);
            case "smollm", "codeshell" -> rule(Optional.empty(), true, false, false);
            case "llama-bpe", "llama3", "llama-v3" -> rule(Optional.of(WORD + "\\p{N}{1,3}" + REST), false, false, true);
            case "qwen2", "deepseek-r1-qwen" -> rule(Optional.of(WORD + "\\p{N}" + REST), false, true, false);
            case "tekken" -> rule(Optional.of(TEKKEN), false, false, true);
            default -> Optional.empty();
        };
    }

    private static Optional<SplitRule> rule(
            Optional<String> pattern, boolean separatesDigits, boolean normalises, boolean prefersWholeWords) {
        return Optional.of(new SplitRule(pattern, separatesDigits, normalises, prefersWholeWords));
    }
}
