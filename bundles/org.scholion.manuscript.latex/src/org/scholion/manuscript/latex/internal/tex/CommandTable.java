package org.scholion.manuscript.latex.internal.tex;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;

/** The commands and environments that are known beforehand, read from the tables beside this class. Immutable. */
public final class CommandTable {

    /**
     * A known command.
     *
     * @param parameter what the action needs to know; empty where nothing
     * @param weak whether it is only a habit of authors, so that any definition of the paper goes before it
     */
    public record Command(Signature signature, CommandAction action, String parameter, boolean weak) {

        /** Whether blocks, files or definitions hang on it, so that the paper's own redefinition does not change what it means. */
        public boolean structural() {
            return switch (action) {
                case BLOCK, CAPTION, FOOTNOTE, CITE, CITES, REFERENCE, LABEL, DEFINE, INPUT, BEGIN, END, ITEM, BIBLIOGRAPHY_ITEM,
                        BIBLIOGRAPHY_FILES, PACKAGE, CLASS, DISPLAY_MATH, INLINE_MATH, CONDITIONAL, CHOICE, MULTICOLUMN, LINK, URL,
                        DEFINE_ACRONYM, VERBATIM_DEFINITION, MAIN_LANGUAGE, LANGUAGE_SWITCH -> !weak;
                case TEXT, EMPHASIS, TYPEWRITER, SKIP, PRINT, SPACE, BREAK, PARAGRAPH, GLOSSARY, QUANTITY, VERB, OBJECT, MATH,
                        DECLARE, END_INPUT, ASSIGN, ACCENT, LANGUAGE_TEXT, QUOTE, XSPACE, MARK_OFF -> false;
            };
        }
    }

    /** A known environment. */
    public record Environment(Signature signature, EnvironmentAction action, String parameter) {}

    private final Map<String, Command> commands = new HashMap<>();
    private final Map<String, Environment> environments = new HashMap<>();

    private CommandTable() {}

    /** Reads the tables that come with this bundle. */
    public static CommandTable load() {
        CommandTable table = new CommandTable();
        eachLine("commands.txt", table::addCommand);
        eachLine("environments.txt", table::addEnvironment);
        return table;
    }

    public @Nullable Command command(String name) {
        return commands.get(name);
    }

    public @Nullable Environment environment(String name) {
        return environments.get(name);
    }

    private void addCommand(String line) {
        String[] parts = line.split("\\|", 3);
        String what = parts[2].strip();
        boolean weak = what.startsWith("?");
        String[] action = (weak ? what.substring(1) : what).split(" ", 2);
        Command command = new Command(
                Signature.of(parts[1].strip()), CommandAction.valueOf(action[0]), action.length > 1 ? action[1] : "", weak);
        for (String name : parts[0].strip().split(" +")) {
            commands.put(name, command);
        }
    }

    private void addEnvironment(String line) {
        String[] parts = line.split("\\|", 3);
        String[] action = parts[2].strip().split(" ", 2);
        Environment environment = new Environment(
                Signature.of(parts[1].strip()), EnvironmentAction.valueOf(action[0]), action.length > 1 ? action[1] : "");
        for (String name : parts[0].strip().split(" +")) {
            environments.put(name, environment);
        }
    }

    private static void eachLine(String resource, Consumer<String> action) {
        InputStream stream = CommandTable.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("missing in this bundle: " + resource);
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            String line = reader.readLine();
            while (line != null) {
                if (!line.isBlank() && !line.startsWith("##")) {
                    action.accept(line);
                }
                line = reader.readLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
