package org.scholion.inference.onnx.internal.layout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.scholion.inference.ModelException;

/**
 * How the vectors of the tokens become one vector of the text, by the files of sentence-transformers: {@code modules.json},
 * {@code sentence_bert_config.json}, {@code config_sentence_transformers.json} and the configuration of the pooling.
 *
 * @param pooling which vectors count
 * @param includePrompt whether the tokens of a prompt before the text count in the mean
 * @param normalise whether the vector is brought to length 1
 * @param maxTokenCount where texts are cut; empty when the model alone decides
 * @param queryPrompt what stands before a question
 * @param passagePrompt what stands before a text that is searched
 */
public record SentenceModules(
        Pooling pooling,
        boolean includePrompt,
        boolean normalise,
        Optional<Integer> maxTokenCount,
        String queryPrompt,
        String passagePrompt) {

    /** Which vectors of tokens count. */
    public enum Pooling {
        MEAN,
        /** The first token. */
        CLS,
        MAX,
        LAST_TOKEN
    }

    private static final int MOST_TOKEN_COUNT = 1 << 24;

    /** Whether the folder has this layout. */
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve("modules.json"));
    }

    /**
     * Reads the files. Without {@code modules.json}: the mean, normalised, as most such models were trained.
     *
     * @throws ModelException when a file is broken or asks for a module that is not known; names it
     */
    public static SentenceModules read(ModelFolder model) throws ModelException {
        Path folder = model.folder();
        Pooling pooling = Pooling.MEAN;
        boolean includePrompt = true;
        boolean normalise = true;
        if (isIn(folder)) {
            normalise = false;
            for (ForeignJson module : ForeignJson.readList(folder.resolve("modules.json"))) {
                String type = module.text("type").orElse("");
                switch (type.substring(type.lastIndexOf('.') + 1)) {
                    case "Transformer" -> {
                        // the graph itself
                    }
                    case "Pooling" -> {
                        ForeignJson config = ForeignJson.read(inside(module, folder).resolve("config.json"));
                        pooling = pooling(config);
                        includePrompt = config.flag("include_prompt", true);
                    }
                    case "Normalize" -> normalise = true;
                    default -> throw module.wrong("type");
                }
            }
        }
        Optional<Integer> maxTokenCount =
                ForeignJson.readIfPresent(folder.resolve("sentence_bert_config.json")).integer("max_seq_length", 1, MOST_TOKEN_COUNT);
        Prompts prompts = Prompts.read(model);
        return new SentenceModules(pooling, includePrompt, normalise, maxTokenCount, prompts.query(), prompts.passage());
    }

    private static Path inside(ForeignJson module, Path folder) throws ModelException {
        String name = module.text("path").orElse("");
        if (!name.matches("[A-Za-z0-9_-]+")) {
            throw module.wrong("path");
        }
        return folder.resolve(name);
    }

    private static Pooling pooling(ForeignJson config) throws ModelException {
        Optional<String> mode = config.text("pooling_mode");
        if (mode.isPresent()) {
            return switch (mode.get()) {
                case "mean" -> Pooling.MEAN;
                case "cls" -> Pooling.CLS;
                case "max" -> Pooling.MAX;
                case "lasttoken" -> Pooling.LAST_TOKEN;
                default -> throw config.wrong("pooling_mode");
            };
        }
        List<String> chosen = config.keys().stream()
                .filter(key -> key.startsWith("pooling_mode_"))
                .toList();
        Optional<Pooling> found = Optional.empty();
        for (String key : chosen) {
            if (!config.flag(key, false)) {
                continue;
            }
            if (found.isPresent()) {
                // several at once make longer vectors; no model of the catalogue does
                throw config.wrong(key);
            }
            found = Optional.of(
                    switch (key) {
                        case "pooling_mode_mean_tokens" -> Pooling.MEAN;
                        case "pooling_mode_cls_token" -> Pooling.CLS;
                        case "pooling_mode_max_tokens" -> Pooling.MAX;
                        case "pooling_mode_lasttoken" -> Pooling.LAST_TOKEN;
                        default -> throw config.wrong(key);
                    });
        }
        return found.orElseThrow(() -> config.wrong("pooling_mode"));
    }

    /** What stands before texts. */
    private record Prompts(String query, String passage) {

        private static final int MOST_LENGTH = 2000;

        static Prompts read(ModelFolder model) throws ModelException {
            ForeignJson config = ForeignJson.readIfPresent(model.folder().resolve("config_sentence_transformers.json"));
            Optional<ForeignJson> prompts = config.object("prompts");
            if (prompts.isPresent() && !prompts.get().keys().isEmpty()) {
                Optional<String> byDefault = config.text("default_prompt_name");
                String otherwise = byDefault.isPresent() ? prompts.get().text(byDefault.get()).orElse("") : "";
                return new Prompts(
                        first(prompts.get(), List.of("query", "search_query"), otherwise),
                        first(prompts.get(), List.of("passage", "document", "search_document", "corpus"), otherwise));
            }
            return isE5(model) ? new Prompts("query: ", "passage: ") : new Prompts("", "");
        }

        private static String first(ForeignJson prompts, List<String> names, String otherwise) throws ModelException {
            for (String name : names) {
                Optional<String> prompt = prompts.text(name);
                if (prompt.isPresent()) {
                    if (prompt.get().length() > MOST_LENGTH) {
                        throw prompts.wrong(name);
                    }
                    return prompt.get();
                }
            }
            return otherwise;
        }

        /** The models of the E5 family, but its instructed ones, were trained with these words and tell so only in their cards. */
        private static boolean isE5(ModelFolder model) throws ModelException {
            String name = model.config().text("_name_or_path").orElse("") + ' ' + model.folder().getFileName();
            return name.matches("(?i).*\\b(multilingual-)?e5-(small|base|large).*") && !name.contains("instruct");
        }
    }
}
