package org.scholion.cli.internal.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.AssistException;
import org.scholion.assist.citations.CitationAssistant;
import org.scholion.assist.citations.CitationPlace;
import org.scholion.assist.citations.CitationSuggestion;
import org.scholion.cli.internal.Console;
import org.scholion.cli.internal.FileException;
import org.scholion.cli.internal.Messages;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.SentenceSplitter;
import org.scholion.text.TextRange;

/**
 * Ranks entries for places in texts: each line of the input is {@code {"id","context"}}, where {@code [CITE]} in the context is the place. A
 * line may also have {@code previous} (the sentence before), {@code title} (of the paper) and {@code cited} (the keys of each citation before,
 * in order).
 */
final class CitationBatch {

    private static final String MARK = "[CITE]";

    /** What stands for other citations, references and formulas. */
    private static final Pattern OTHER = Pattern.compile("\\[(?:CITE|OTHER|REF|MATH|CODE|URL)\\]");

    private final CitationAssistant assistant;
    private final List<Path> libraries;
    private final int limit;
    private final Console console;

    CitationBatch(CitationAssistant assistant, List<Path> libraries, int limit, Console console) {
        this.assistant = assistant;
        this.libraries = libraries;
        this.limit = limit;
        this.console = console;
    }

    /**
     * Ranks.
     *
     * @param file a path, or {@code -} for standard input
     * @return how many lines could not be read; each is told
     */
    int run(String file, CancelToken cancel) throws FileException, AssistException, CancelledException {
        int broken = 0;
        try (BufferedReader lines = open(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                cancel.check();
                number++;
                if (line.isBlank()) {
                    continue;
                }
                try {
                    JsonObject query = JsonParser.parseString(line).getAsJsonObject();
                    console.out().println(answer(query, cancel));
                } catch (JsonParseException | IllegalStateException | UnsupportedOperationException wrong) {
                    broken++;
                    console.say(NLS.bind(Messages.cite_badLine, file, number));
                }
            }
        } catch (IOException unreadable) {
            throw new FileException(NLS.bind(Messages.input_unreadable, file, unreadable.getMessage()), unreadable);
        }
        return broken;
    }

    private BufferedReader open(String file) throws IOException {
        return file.equals("-")
                ? new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8))
                : Files.newBufferedReader(console.folder().resolve(file));
    }

    private String answer(JsonObject query, CancelToken cancel) throws AssistException, CancelledException, IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject();
            json.name("id").value(text(query, "id"));
            json.name("ranked").beginArray();
            for (CitationSuggestion one : assistant.suggest(place(query), libraries, limit, cancel)) {
                json.beginObject();
                json.name("key").value(one.key());
                json.name("score").value(one.score());
                json.name("reason").value(one.reason());
                json.endObject();
            }
            json.endArray();
            json.endObject();
        }
        return text.toString();
    }

    static CitationPlace place(JsonObject query) {
        String context = text(query, "context");
        int mark = context.indexOf(MARK);
        int place = mark < 0 ? context.length() : mark;
        List<TextRange> sentences = SentenceSplitter.of("en").split(context);
        int index = 0;
        while (index + 1 < sentences.size() && sentences.get(index + 1).start() <= place) {
            index++;
        }
        TextRange sentence = sentences.isEmpty() ? new TextRange(0, context.length()) : sentences.get(index);
        String before = context.substring(sentence.start(), Math.max(sentence.start(), place));
        String after = mark < 0 ? "" : context.substring(mark + MARK.length(), Math.max(mark + MARK.length(), sentence.end()));
        String previous = text(query, "previous");
        if (previous.isEmpty() && index > 0) {
            previous = sentences.get(index - 1).of(context);
        }
        return new CitationPlace(plain(before), plain(after), plain(previous), text(query, "title"), cited(query), List.of());
    }

    private static List<List<String>> cited(JsonObject query) {
        List<List<String>> cited = new ArrayList<>();
        if (query.get("cited") instanceof JsonArray groups) {
            for (JsonElement group : groups) {
                List<String> keys = new ArrayList<>();
                if (group instanceof JsonArray several) {
                    several.forEach(key -> keys.add(key.getAsString()));
                } else {
                    keys.add(group.getAsString());
                }
                cited.add(keys);
            }
        }
        return cited;
    }

    private static String plain(String text) {
        return OTHER.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip();
    }

    private static String text(JsonObject query, String name) {
        JsonElement value = query.get(name);
        return value == null || value.isJsonNull() ? "" : value.getAsString();
    }
}
