package org.scholion.library.internal.csl;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.LibraryException;
import org.scholion.library.ReadReferences;
import org.scholion.library.internal.ReferenceReader;
import org.scholion.library.internal.SourceBytes;
import org.scholion.library.internal.format.KeyedReferences;
import org.scholion.library.internal.format.Messages;
import org.scholion.library.internal.format.Problems;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Reads CSL JSON: an array of items, an object with such an array, or a single item. Item by item, so that large files take little memory. */
public final class CslReferences implements ReferenceReader {

    private static final Set<String> ARRAYS = Set.of("items", "references", "data");
    private static final Pattern ITEM = Pattern.compile("\"(?:type|id|title|citation-key|items|references)\"\\s*:");
    private static final Pattern LINE = Pattern.compile("line (\\d{1,9})");
    private static final int DEEPEST = 40;

    @Override
    public boolean reads(Path source) {
        Path name = source.getFileName();
        if (name == null || !Files.isRegularFile(source)) {
            return false;
        }
        String lower = name.toString().toLowerCase(Locale.ROOT);
        if (List.of(".json", ".csljson", ".csl").stream().noneMatch(lower::endsWith)) {
            return false;
        }
        String head = SourceBytes.head(source).strip();
        return head.startsWith("[") || head.startsWith("{") && ITEM.matcher(head).find();
    }

    @Override
    public ReadReferences read(Path source, CancelToken cancel) throws LibraryException, CancelledException {
        Run run = new Run(source, cancel);
        try (JsonReader json = new JsonReader(withoutMark(new InputStreamReader(SourceBytes.open(source), StandardCharsets.UTF_8)))) {
            json.setStrictness(Strictness.LENIENT);
            json.setNestingLimit(DEEPEST);
            run.all(json);
        } catch (IOException | IllegalStateException | JsonParseException broken) {
            String message = String.valueOf(broken.getMessage());
            Matcher line = LINE.matcher(message);
            run.problems.add(line.find() ? Integer.parseInt(line.group(1)) : 0, NLS.bind(Messages.json_cut, firstLine(message)));
        }
        if (run.references.size() == 0 && !run.empty) {
            throw new LibraryException(NLS.bind(Messages.json_noItems, source));
        }
        return new ReadReferences(run.references.list(), run.problems.list());
    }

    private static Reader withoutMark(Reader reader) throws IOException {
        PushbackReader pushback = new PushbackReader(new BufferedReader(reader), 1);
        int first = pushback.read();
        if (first >= 0 && first != '\uFEFF') {
            pushback.unread(first);
        }
        return pushback;
    }

    /** What the parser says, without the advice to programmers behind it. */
    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse("");
        return line.substring(line.lastIndexOf("Exception: ") < 0 ? 0 : line.lastIndexOf("Exception: ") + "Exception: ".length());
    }

    /** Where the reading of a file stands. */
    private static final class Run {

        private final KeyedReferences references = new KeyedReferences();
        private final Problems problems;
        private final CancelToken cancel;
        /** Whether there was an array and nothing in it. */
        private boolean empty;

        Run(Path source, CancelToken cancel) {
            problems = new Problems(source);
            this.cancel = cancel;
        }

        void all(JsonReader json) throws IOException, CancelledException {
            if (json.peek() == JsonToken.BEGIN_ARRAY) {
                array(json);
                return;
            }
            json.beginObject();
            CslObject single = new CslObject();
            while (json.hasNext()) {
                cancel.check();
                String name = json.nextName();
                if (ARRAYS.contains(name) && json.peek() == JsonToken.BEGIN_ARRAY) {
                    array(json);
                } else {
                    single.put(name, JsonParser.parseReader(json));
                }
            }
            json.endObject();
            if (references.size() == 0 && single.isItem()) {
                new CslItem(single).addTo(references);
            }
        }

        private void array(JsonReader json) throws IOException, CancelledException {
            json.beginArray();
            empty = !json.hasNext();
            while (json.hasNext()) {
                cancel.check();
                int line = line(json);
                JsonElement element = JsonParser.parseReader(json);
                if (element.isJsonObject()) {
                    new CslItem(new CslObject(element.getAsJsonObject())).addTo(references);
                } else {
                    problems.add(line, Messages.json_noItem);
                }
            }
            json.endArray();
        }

        /** The reader tells its place only in words. */
        private static int line(JsonReader json) {
            Matcher line = LINE.matcher(json.toString());
            return line.find() ? Integer.parseInt(line.group(1)) : 0;
        }
    }
}
