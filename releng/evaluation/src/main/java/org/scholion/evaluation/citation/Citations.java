package org.scholion.evaluation.citation;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.scholion.assist.citation.internal.LibraryCitations;
import org.scholion.assist.citation.internal.rank.Feature;
import org.scholion.assist.citation.internal.rank.Features;
import org.scholion.assist.citation.internal.rank.Ranking;
import org.scholion.assist.citations.CitationPlace;
import org.scholion.evaluation.Json;
import org.scholion.evaluation.LocalModels;
import org.scholion.library.ReadReferences;
import org.scholion.library.internal.search.LuceneLibrary;
import org.scholion.library.search.Candidate;
import org.scholion.library.search.RefreshProgress;
import org.scholion.text.CancelToken;

/**
 * Suggests works for the citations of published papers: from the paper's own library and from all libraries in one.
 *
 * <p>Arguments: the folder of the data, the file for the result, {@code --encoder FOLDER} (may be left out), {@code --papers N}; or, to write
 * the features that the ranking is trained on, {@code --features FILE --contexts FILE --library FILE --split NAME --from own|pool}.
 */
public final class Citations {

    private static final double PLAIN_MIX = 0.4;

    private final Path data;
    private final Map<String, String> options;

    private Citations(Path data, Map<String, String> options) {
        this.data = data;
        this.options = options;
    }

    public static void main(String[] args) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 2; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        new Citations(Path.of(args[0]), options).run(Path.of(args[1]));
    }

    private void run(Path result) throws Exception {
        Map<String, Path> folders = new HashMap<>();
        if (options.containsKey("--encoder")) {
            folders.put("citation-encoder", Path.of(options.get("--encoder")));
        }
        Path indexes = Files.createTempDirectory("citations");
        try (LocalModels models = new LocalModels(folders, 2);
                LuceneLibrary library = new LuceneLibrary(indexes, models)) {
            if (options.containsKey("--features")) {
                writeFeatures(library, indexes);
            } else {
                Files.writeString(result, Json.of(evaluate(library, indexes)));
            }
        }
    }

    private Map<String, String> titles() throws IOException {
        Map<String, String> titles = new HashMap<>();
        Path file = data.resolve("abstract-dev.jsonl");
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                JsonObject paper = JsonParser.parseString(line).getAsJsonObject();
                titles.put(paper.get("paper").getAsString(), paper.get("title").getAsString());
            }
        }
        return titles;
    }

    private Map<String, Object> evaluate(LuceneLibrary library, Path folder) throws Exception {
        List<Task.Paper> papers = TaskFiles.tasks(data.resolve("citation-dev.jsonl"), titles(), "");
        papers = papers.subList(0, Math.min(papers.size(), Integer.parseInt(options.getOrDefault("--papers", "1000"))));
        Map<String, ReadReferences> libraries = TaskFiles.libraries(data.resolve("citation-dev-library.jsonl"));
        Map<String, String> poolKeys = TaskFiles.poolKeys(data.resolve("citation-dev-library.jsonl"));
        Path pool = folder.resolve("pool.jsonl");
        library.refresh(pool, TaskFiles.pool(data.resolve("citation-dev-pool.jsonl")), true, RefreshProgress.NONE, CancelToken.NEVER);
        Ranking ranking = Ranking.load();
        Map<String, Scores> own = new LinkedHashMap<>();
        Map<String, Scores> all = new LinkedHashMap<>();
        List<Double> millis = new ArrayList<>();
        for (Task.Paper paper : papers) {
            Path source = folder.resolve(paper.name() + ".jsonl");
            library.refresh(source, libraries.getOrDefault(paper.name(), new ReadReferences(List.of(), List.of())), true,
                    RefreshProgress.NONE, CancelToken.NEVER);
            for (Task task : paper.tasks()) {
                score(library, ranking, task, task.gold(), source, own);
                long start = System.nanoTime();
                score(library, ranking, pooled(task, poolKeys), pooled(task, poolKeys).gold(), pool, all);
                millis.add((System.nanoTime() - start) / 1e6);
            }
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("encoder", options.getOrDefault("--encoder", "none"));
        json.put("papers", papers.size());
        json.put("ownLibrary", json(own));
        json.put("allLibraries", json(all));
        json.put("byPaper", own.containsKey("scholion") ? own.get("scholion").papers() : Map.of());
        millis.sort(Comparator.naturalOrder());
        json.put("millisecondsInPool", Map.of("p50", millis.get(millis.size() / 2), "p95", millis.get(millis.size() * 95 / 100)));
        return json;
    }

    private static Map<String, Object> json(Map<String, Scores> scores) {
        Map<String, Object> json = new LinkedHashMap<>();
        scores.forEach((name, of) -> json.put(name, of.json()));
        return json;
    }

    /** The same with the keys of the pool. */
    private static Task pooled(Task task, Map<String, String> poolKeys) {
        var place = task.place();
        List<List<String>> earlier = place.earlier().stream()
                .map(keys -> keys.stream().map(key -> poolKeys.getOrDefault(task.paper() + " " + key, key)).toList())
                .toList();
        Set<String> gold = task.gold().stream().map(key -> poolKeys.getOrDefault(task.paper() + " " + key, key)).collect(Collectors.toSet());
        return new Task(
                task.paper(),
                task.language(),
                new CitationPlace(
                        place.before(), place.after(), place.previous(), place.paperTitle(), earlier, List.of()),
                gold,
                task.citesAgain(),
                task.authorNamed());
    }

    private static void score(
            LuceneLibrary library, Ranking ranking, Task task, Set<String> gold, Path source, Map<String, Scores> scores)
            throws Exception {
        List<Candidate> candidates =
                library.candidates(LibraryCitations.query(task.place(), List.of(source)), CancelToken.NEVER);
        double best = candidates.stream().mapToDouble(one -> one.signals().text()).max().orElse(1);
        add(scores, "words", task, gold, by(candidates, one -> one.signals().text()));
        add(scores, "meaning", task, gold, by(candidates, one -> one.signals().meaning()));
        add(scores, "plainMix", task, gold, by(candidates, one ->
                (1 - PLAIN_MIX) * one.signals().text() / Math.max(best, 1e-9) + PLAIN_MIX * one.signals().meaning()));
        if (!candidates.isEmpty()) {
            add(scores, "scholion", task, gold,
                    ranking.rank(task.place(), candidates).stream().map(one -> one.candidate().reference().key()).toList());
        } else {
            add(scores, "scholion", task, gold, List.of());
        }
    }

    private static void add(Map<String, Scores> scores, String name, Task task, Set<String> gold, List<String> ranked) {
        scores.computeIfAbsent(name, any -> new Scores()).add(task, gold, ranked);
    }

    private static List<String> by(List<Candidate> candidates, ToDoubleFunction<Candidate> score) {
        return candidates.stream()
                .sorted(Comparator.comparingDouble(score).reversed())
                .map(one -> one.reference().key())
                .toList();
    }

    /** One line a candidate: the number of the citation, the paper, whether it is right, and the features, between tabs. */
    private void writeFeatures(LuceneLibrary library, Path folder) throws Exception {
        Map<String, ReadReferences> libraries = TaskFiles.libraries(Path.of(options.get("--library")));
        List<Task.Paper> papers =
                TaskFiles.tasks(Path.of(options.get("--contexts")), Map.of(), options.getOrDefault("--split", ""));
        Map<String, String> poolKeys = new HashMap<>();
        Path pool = folder.resolve("pool.jsonl");
        boolean pooled = options.getOrDefault("--from", "own").equals("pool");
        if (pooled) {
            library.refresh(pool, TaskFiles.pooled(libraries, poolKeys), true, RefreshProgress.NONE, CancelToken.NEVER);
        }
        int number = 0;
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(options.get("--features")))) {
            out.write("citation\tpaper\tright\t"
                    + Arrays.stream(Feature.values()).map(Feature::name).collect(Collectors.joining("\t")) + "\n");
            for (Task.Paper paper : papers) {
                Path source = pooled ? pool : folder.resolve(paper.name().replace('/', '_') + ".jsonl");
                if (!pooled) {
                    ReadReferences references = libraries.getOrDefault(paper.name(), new ReadReferences(List.of(), List.of()));
                    library.refresh(source, references, true, RefreshProgress.NONE, CancelToken.NEVER);
                }
                for (Task own : paper.tasks()) {
                    Task task = pooled ? pooled(own, poolKeys) : own;
                    List<Candidate> candidates =
                            library.candidates(LibraryCitations.query(task.place(), List.of(source)), CancelToken.NEVER);
                    if (candidates.stream().anyMatch(one -> task.gold().contains(one.reference().key()))) {
                        write(number++, task, candidates, out);
                    }
                }
            }
        }
    }

    private static void write(int number, Task task, List<Candidate> candidates, BufferedWriter out) throws IOException {
        Features features = new Features(task.place(), candidates);
        for (Candidate candidate : candidates) {
            out.write(number + "\t" + task.paper() + "\t" + (task.gold().contains(candidate.reference().key()) ? 1 : 0));
            for (double value : features.of(candidate)) {
                out.write(String.format(Locale.ROOT, "\t%.5g", value));
            }
            out.write('\n');
        }
    }
}
