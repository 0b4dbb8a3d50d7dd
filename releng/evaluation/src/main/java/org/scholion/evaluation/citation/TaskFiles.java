package org.scholion.evaluation.citation;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.scholion.assist.citations.CitationPlace;
import org.scholion.library.Person;
import org.scholion.library.ReadReferences;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;
import org.scholion.library.WorkType;

/**
 * Reads citations and libraries in the form of {@code citation-dev.jsonl}, {@code citation-dev-library.jsonl} and
 * {@code citation-dev-pool.jsonl}, which the data's README describes.
 */
final class TaskFiles {

    private static final String MARK = "[CITE]";
    private static final Pattern OTHER = Pattern.compile("\\[(?:CITE|OTHER|REF|MATH)\\]");

    private TaskFiles() {}

    /** The libraries by paper, in the order of the file. */
    static Map<String, ReadReferences> libraries(Path file) throws IOException {
        Map<String, List<Reference>> libraries = new LinkedHashMap<>();
        each(file, line -> libraries
                .computeIfAbsent(text(line, "paper"), any -> new ArrayList<>())
                .add(reference(line, text(line, "key"))));
        Map<String, ReadReferences> read = new LinkedHashMap<>();
        libraries.forEach((paper, references) -> read.put(paper, new ReadReferences(unique(references), List.of())));
        return read;
    }

    /** All libraries in one; the keys are the ids. */
    static ReadReferences pool(Path file) throws IOException {
        List<Reference> references = new ArrayList<>();
        each(file, line -> references.add(reference(line, text(line, "id"))));
        return new ReadReferences(references, List.of());
    }

    /** The key in the pool of each key of a paper: {@code paper key}. */
    static Map<String, String> poolKeys(Path libraryFile) throws IOException {
        Map<String, String> keys = new LinkedHashMap<>();
        each(libraryFile, line -> keys.put(text(line, "paper") + " " + text(line, "key"), text(line, "pool")));
        return keys;
    }

    /**
     * All libraries in one, works of the same title and first author once.
     *
     * @param keys takes, for each {@code paper key}, the key in the pool
     */
    static ReadReferences pooled(Map<String, ReadReferences> libraries, Map<String, String> keys) {
        Map<String, String> known = new HashMap<>();
        List<Reference> all = new ArrayList<>();
        for (Map.Entry<String, ReadReferences> library : libraries.entrySet()) {
            for (Reference reference : library.getValue().references()) {
                String first = reference.authors().isEmpty() ? "" : reference.authors().getFirst().family();
                String work = (reference.title() + " " + first).toLowerCase(Locale.ROOT).replaceAll("\\W+", " ").strip();
                String own = library.getKey() + " " + reference.key();
                String key = work.length() < 8 ? own : known.computeIfAbsent(work, any -> own);
                keys.put(own, key);
                if (key.equals(own)) {
                    all.add(reference.change().key(key).build());
                }
            }
        }
        return new ReadReferences(all, List.of());
    }

    private static List<Reference> unique(List<Reference> references) {
        Set<String> keys = new HashSet<>();
        return references.stream().filter(reference -> keys.add(reference.key())).toList();
    }

    /**
     * The citations by paper.
     *
     * @param titles of the papers, by paper; may lack some
     * @param split only those of that split; empty for all
     */
    static List<Task.Paper> tasks(Path file, Map<String, String> titles, String split) throws IOException {
        Map<String, List<JsonObject>> lines = new LinkedHashMap<>();
        each(file, line -> {
            if (split.isEmpty() || text(line, "split").equals(split)) {
                lines.computeIfAbsent(text(line, "paper"), any -> new ArrayList<>()).add(line);
            }
        });
        List<Task.Paper> papers = new ArrayList<>();
        for (Map.Entry<String, List<JsonObject>> paper : lines.entrySet()) {
            List<Task> tasks = new ArrayList<>();
            List<List<String>> earlier = new ArrayList<>();
            for (JsonObject line : paper.getValue()) {
                Task task = task(line, titles.getOrDefault(paper.getKey(), text(line, "paper_title")), earlier);
                if (!task.gold().isEmpty()) {
                    tasks.add(task);
                }
                earlier.add(texts(line, "keys"));
            }
            papers.add(new Task.Paper(paper.getKey(), tasks));
        }
        return papers;
    }

    private static Task task(JsonObject line, String title, List<List<String>> earlier) {
        String sentence = text(line, "sentence");
        int mark = sentence.indexOf(MARK);
        String before = plain(mark < 0 ? sentence : sentence.substring(0, mark));
        String after = plain(mark < 0 ? "" : sentence.substring(mark + MARK.length()));
        CitationPlace place = new CitationPlace(before, after, plain(text(line, "previous")), title, earlier, List.of());
        Set<String> gold = Set.copyOf(texts(line, "gold"));
        boolean again = earlier.stream().anyMatch(keys -> keys.stream().anyMatch(gold::contains));
        boolean named = line.has("author_named") && line.get("author_named").getAsBoolean();
        return new Task(text(line, "paper"), text(line, "language"), place, gold, again, named);
    }

    private static String plain(String text) {
        return OTHER.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip();
    }

    private static Reference reference(JsonObject line, String key) {
        Reference.Builder reference = new Reference.Builder(key)
                .title(text(line, "title"))
                .venue(text(line, "venue"))
                .abstractText(text(line, "abstract"))
                .doi(text(line, "doi"))
                .field(WorkField.EPRINT, text(line, "eprint"))
                .type(text(line, "type").equals("article") ? WorkType.ARTICLE : WorkType.OTHER);
        String year = text(line, "year");
        if (year.matches("\\d{4}")) {
            reference.year(Integer.parseInt(year));
        }
        for (String author : texts(line, "authors")) {
            int comma = author.indexOf(',');
            String family = comma < 0 ? author.strip() : author.substring(0, comma).strip();
            if (!family.isEmpty()) {
                reference.author(Person.of(family, comma < 0 ? "" : author.substring(comma + 1).strip()));
            }
        }
        return reference.build();
    }

    private static String text(JsonObject line, String name) {
        JsonElement value = line.get(name);
        return value == null || value.isJsonNull() ? "" : value.getAsString();
    }

    private static List<String> texts(JsonObject line, String name) {
        JsonElement value = line.get(name);
        List<String> texts = new ArrayList<>();
        if (value instanceof JsonArray array) {
            array.forEach(element -> texts.add(element.getAsString()));
        }
        return texts;
    }

    private static void each(Path file, Consumer<JsonObject> line) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String one = lines.readLine(); one != null; one = lines.readLine()) {
                if (!one.isBlank()) {
                    line.accept(JsonParser.parseString(one).getAsJsonObject());
                }
            }
        }
    }
}
