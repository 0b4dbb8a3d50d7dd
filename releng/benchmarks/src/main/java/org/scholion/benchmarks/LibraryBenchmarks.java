package org.scholion.benchmarks;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scholion.assist.citation.internal.LibraryCitations;
import org.scholion.assist.citations.CitationPlace;
import org.scholion.library.Person;
import org.scholion.library.ReadReferences;
import org.scholion.library.Reference;
import org.scholion.library.internal.search.LuceneLibrary;
import org.scholion.library.search.RefreshProgress;
import org.scholion.text.CancelToken;

/**
 * Indexes a library of a hundred thousand entries and asks it while a sentence is written.
 *
 * <p>Arguments: the folder of the encoder; a file with a line {@code {"title", "abstract"}} for each entry; a file with a line
 * {@code {"sentence", "previous"}} for each question, {@code [CITE]} at the place; the file for the result; {@code titles} to embed the titles
 * alone.
 */
public final class LibraryBenchmarks {

    private static final int ENTRIES = 100_000;
    private static final int WARM_UP = 100;
    private static final int QUESTIONS = 500;
    private static final int LIMIT = 10;
    private static final double MEBIBYTE = 1 << 20;

    private LibraryBenchmarks() {}

    public static void main(String[] args) throws Exception {
        boolean titles = args.length > 4 && args[4].equals("titles");
        List<Reference> references = references(Path.of(args[1]), titles);
        Path folder = Files.createTempDirectory("library");
        Path source = folder.resolve("all.bib");
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("machine", Machine.here());
        json.put("entries", references.size());
        json.put("withAbstract", references.stream().filter(one -> !one.abstractText().isEmpty()).count());
        try (LuceneLibrary words = new LuceneLibrary(folder.resolve("words"), null)) {
            long start = System.nanoTime();
            words.refresh(source, new ReadReferences(references, List.of()), false, RefreshProgress.NONE, CancelToken.NEVER);
            json.put("secondsForWordsAlone", seconds(start));
        }
        try (TimedEncoder models = new TimedEncoder(Path.of(args[0]));
                LuceneLibrary library = new LuceneLibrary(folder.resolve("index"), models)) {
            long start = System.nanoTime();
            library.refresh(source, new ReadReferences(references, List.of()), true, RefreshProgress.NONE, CancelToken.NEVER);
            double all = seconds(start);
            json.put("secondsForAll", all);
            json.put("secondsOfThatEmbedding", models.seconds());
            json.put("secondsBesideEmbedding", all - models.seconds());
            references = List.of();
            json.put("questions", ask(library, source, Path.of(args[2]), json));
        }
        Files.writeString(Path.of(args[3]), new GsonBuilder().setPrettyPrinting().create().toJson(json) + "\n");
    }

    private static Quantiles.Millis ask(LuceneLibrary library, Path source, Path questions, Map<String, Object> json)
            throws Exception {
        LibraryCitations citations = new LibraryCitations(library);
        List<CitationPlace> places = places(questions);
        double before = heap();
        Quantiles times = new Quantiles();
        for (int i = 0; i < places.size(); i++) {
            long start = System.nanoTime();
            citations.suggest(places.get(i), List.of(source), LIMIT, CancelToken.NEVER);
            if (i >= WARM_UP) {
                times.add(System.nanoTime() - start);
            }
        }
        json.put("heapMiBBeforeQuestions", before);
        json.put("heapMiBAfterQuestions", heap());
        return times.millis();
    }

    /** What is left on the heap when the collector has run. */
    private static double heap() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / MEBIBYTE;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static List<Reference> references(Path file, boolean titles) throws IOException {
        List<Reference> references = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null && references.size() < ENTRIES; line = lines.readLine()) {
                JsonObject entry = JsonParser.parseString(line).getAsJsonObject();
                int number = references.size();
                Reference.Builder reference = new Reference.Builder("entry" + number)
                        .title(entry.get("title").getAsString())
                        .author(Person.of("Author" + number % 5_000, "A."))
                        .year(1950 + number % 70);
                references.add(titles ? reference.build() : reference.abstractText(entry.get("abstract").getAsString()).build());
            }
        }
        return references;
    }

    private static List<CitationPlace> places(Path file) throws IOException {
        List<CitationPlace> places = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null && places.size() < WARM_UP + QUESTIONS; line = lines.readLine()) {
                JsonObject question = JsonParser.parseString(line).getAsJsonObject();
                String sentence = question.get("sentence").getAsString();
                int mark = Math.max(0, sentence.indexOf("[CITE]"));
                String after = sentence.substring(Math.min(sentence.length(), mark + "[CITE]".length()));
                places.add(new CitationPlace(
                        sentence.substring(0, mark), after, question.get("previous").getAsString(), "", List.of(), List.of()));
            }
        }
        return places;
    }
}
