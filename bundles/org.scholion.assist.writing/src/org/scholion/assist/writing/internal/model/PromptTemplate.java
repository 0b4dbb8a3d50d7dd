package org.scholion.assist.writing.internal.model;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.AssistException;
import org.scholion.inference.Prompt;

/**
 * What a model is told: a text file with {@code {{names}}} to be filled in. A line {@code ---} ends the message of the system. A
 * file of the same
 * name in the folder {@code prompts} of the user's settings stands above the one of the bundle. Immutable.
 */
final class PromptTemplate {

    private static final String FOLDER = "prompts";
    private static final Pattern NAME = Pattern.compile("\\{\\{(\\w+)}}");
    private static final Pattern SYSTEM_END = Pattern.compile("(?m)^---\\s*$");

    /** How chat templates write their own marks, such as {@code <|im_start|>}, and the lines between which a text stands. */
    private static final Pattern SPECIAL = Pattern.compile("<(?=\\|)|(?<=\\|)>|={4,}");

    private final String text;

    PromptTemplate(String text) {
        this.text = text;
    }

    /**
     * The template of a task.
     *
     * @param name such as {@code abstract}
     * @param settings the folder of the user's settings
     * @throws AssistException when the user's file cannot be read; names it
     */
    static PromptTemplate read(String name, Path settings) throws AssistException {
        Path own = settings.resolve(FOLDER).resolve(name + ".txt");
        if (Files.isRegularFile(own)) {
            try {
                return new PromptTemplate(Files.readString(own));
            } catch (IOException unreadable) {
                throw new AssistException(NLS.bind(Messages.prompt_unreadable, own, unreadable.getMessage()), unreadable);
            }
        }
        String file = '/' + FOLDER + '/' + name + ".txt";
        try (InputStream in = PromptTemplate.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new FileNotFoundException(file);
            }
            return new PromptTemplate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new IllegalStateException("the template of a prompt cannot be read", broken);
        }
    }

    /**
     * The prompt.
     *
     * @param values by name; what a paper says is data: marks of chat templates in it are taken apart, and names in it are not
     * filled in
     */
    Prompt fill(Map<String, String> values) {
        Matcher end = SYSTEM_END.matcher(text);
        boolean parted = end.find();
        Optional<String> system = parted ? Optional.of(filled(text.substring(0, end.start()), values)) : Optional.empty();
        return Prompt.Chat.of(system, filled(parted ? text.substring(end.end()) : text, values));
    }

    private static String filled(String part, Map<String, String> values) {
        return NAME.matcher(part.strip())
                .replaceAll(name -> Matcher.quoteReplacement(SPECIAL.matcher(values.getOrDefault(name.group(1), "")).replaceAll("")));
    }
}
