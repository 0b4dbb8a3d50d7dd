package org.scholion.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.scholion.assist.Category;
import org.scholion.assist.CheckRequest;
import org.scholion.assist.CheckResult;
import org.scholion.assist.CheckService;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.Finding;
import org.scholion.assist.internal.CheckEngine;
import org.scholion.assist.language.internal.consistency.ConsistencyAssistant;
import org.scholion.assist.language.internal.consistency.ProseAssistant;
import org.scholion.assist.language.internal.languagetool.LanguageToolAssistant;
import org.scholion.assist.language.internal.languagetool.LanguageToolDictionary;
import org.scholion.assist.language.internal.spelling.SpellingFilter;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.latex.internal.LatexReader;
import org.scholion.text.CancelToken;

/**
 * Counts the alarms in published papers, ours and those of plain LanguageTool on the same prose, and how many of the misspellings
 * that plain LanguageTool finds are kept.
 *
 * <p>Arguments: the folder of the papers, the folder of the verdicts, the JSON file to write; then, if wanted, {@code --alarms FILE}
 * for all alarms with their context, {@code --plain FILE} for plain LanguageTool's spelling alarms, {@code --sample FILE} for 100
 * alarms drawn with seed 1.
 */
public final class FalseAlarms {

    private static final int THREADS = 2;
    private static final int SAMPLE = 100;
    private static final long SEED = 1;
    private static final double NANOS = 1e9;

    private final Path papers;
    private final Map<String, Path> options = new HashMap<>();
    private final PlainLanguageTool plain = new PlainLanguageTool();
    private final LatexReader reader = new LatexReader();
    private final CheckService service;
    private final Set<String> misspellings;
    private final List<String> alarms = new ArrayList<>();
    private final List<String> plainAlarms = new ArrayList<>();
    private final Set<String> found = new HashSet<>();
    private final Set<String> kept = new HashSet<>();

    /** The numbers of a paper, or of all. */
    private static final class Counts {
        private int words;
        private int plainSpelling;
        private int plainOther;
        private double seconds;
        private double plainSeconds;
        /** Those of the rules that come with us, not with LanguageTool. */
        private int own;
        private final Map<Category, Integer> ours = new TreeMap<>();

        void add(Counts other) {
            words += other.words;
            own += other.own;
            plainSpelling += other.plainSpelling;
            plainOther += other.plainOther;
            seconds += other.seconds;
            plainSeconds += other.plainSeconds;
            other.ours.forEach((category, count) -> ours.merge(category, count, Integer::sum));
        }

        int total() {
            return ours.values().stream().mapToInt(Integer::intValue).sum();
        }

        String json() {
            StringBuilder json = new StringBuilder();
            json.append(String.format(Locale.ROOT, "{\"words\": %d, \"alarms\": %d, \"per1000\": %.2f", words, total(), per1000(total())));
            json.append(String.format(Locale.ROOT, ", \"ownRulesPer1000\": %.2f", per1000(own)));
            ours.forEach((category, count) ->
                    json.append(String.format(Locale.ROOT, ", \"%sPer1000\": %.2f", category.id(), per1000(count))));
            json.append(String.format(
                    Locale.ROOT,
                    ", \"plainPer1000\": %.2f, \"plainSpellingPer1000\": %.2f, \"plainOtherPer1000\": %.2f",
                    per1000(plainSpelling + plainOther), per1000(plainSpelling), per1000(plainOther)));
            json.append(String.format(
                    Locale.ROOT, ", \"wordsPerSecond\": %.0f, \"plainWordsPerSecond\": %.0f}", words / seconds, words / plainSeconds));
            return json.toString();
        }

        private double per1000(int count) {
            return words == 0 ? 0 : count * 1000.0 / words;
        }
    }

    private FalseAlarms(String[] arguments) throws IOException {
        papers = Path.of(arguments[0]);
        for (int i = 3; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], Path.of(arguments[i + 1]));
        }
        misspellings = misspellings(Path.of(arguments[1]).resolve("misspellings.tsv"));
        service = new CheckEngine(
                List.of(new LanguageToolAssistant(), new ProseAssistant()),
                List.of(new ConsistencyAssistant()),
                List.of(new SpellingFilter(new LanguageToolDictionary())));
    }

    public static void main(String[] arguments) throws Exception {
        new FalseAlarms(arguments).run(Path.of(arguments[2]));
    }

    private void run(Path output) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(THREADS);
        Map<String, Counts> byPaper = new LinkedHashMap<>();
        Map<String, Counts> byLanguage = new TreeMap<>();
        Counts all = new Counts();
        try (Stream<Path> folders = Files.list(papers)) {
            for (Path folder : folders.filter(path -> Files.exists(path.resolve("origin.json"))).sorted().toList()) {
                String origin = Files.readString(folder.resolve("origin.json"));
                String language = field(origin, "language");
                Counts counts = judge(folder, field(origin, "main"), language, workers);
                byPaper.put(folder.getFileName().toString(), counts);
                byLanguage.computeIfAbsent(language, code -> new Counts()).add(counts);
                all.add(counts);
                System.err.printf("%s %s%n", folder.getFileName(), counts.json());
            }
        } finally {
            workers.shutdown();
        }
        StringBuilder json = new StringBuilder("{\n");
        json.append("  \"java\": \"").append(System.getProperty("java.version")).append("\",\n");
        json.append("  \"threads\": ").append(THREADS).append(",\n");
        json.append("  \"all\": ").append(all.json()).append(",\n");
        json.append(String.format("  \"misspellingsKept\": %d,%n  \"misspellingsFoundByPlain\": %d,%n", kept.size(), found.size()));
        byLanguage.forEach((code, counts) -> json.append("  \"").append(code).append("\": ").append(counts.json()).append(",\n"));
        json.append("  \"papers\": {\n");
        json.append(String.join(
                ",\n",
                byPaper.entrySet().stream().map(entry -> "    \"" + entry.getKey() + "\": " + entry.getValue().json()).toList()));
        json.append("\n  }\n}\n");
        Files.writeString(output, json);
        write("--alarms", alarms);
        write("--plain", plainAlarms);
        Collections.shuffle(alarms, new Random(SEED));
        write("--sample", alarms.subList(0, Math.min(SAMPLE, alarms.size())));
        found.stream().filter(word -> !kept.contains(word)).sorted().forEach(word -> System.err.println("lost: " + word));
        System.err.printf("%s%nkept %d of %d misspellings%n", all.json(), kept.size(), found.size());
    }

    private Counts judge(Path folder, String main, String language, ExecutorService workers) throws Exception {
        String paper = folder.getFileName().toString();
        Manuscript manuscript = reader.read(folder.resolve(main), OpenTexts.NONE, CancelToken.NEVER);
        Counts counts = new Counts();
        counts.words = manuscript.wordCount();
        plain.load(language);
        long start = System.nanoTime();
        for (Peer.Alarm alarm : plain.check(manuscript, language)) {
            if (alarm.spelling()) {
                counts.plainSpelling++;
                plainAlarms.add(String.join("\t", paper, alarm.text(), alarm.context()));
                if (misspellings.contains(paper + "\t" + alarm.text())) {
                    found.add(paper + "\t" + alarm.text());
                }
            } else {
                counts.plainOther++;
            }
        }
        counts.plainSeconds = (System.nanoTime() - start) / NANOS;
        start = System.nanoTime();
        CheckSettings settings = CheckSettings.DEFAULT;
        CheckResult result = service.check(
                new CheckRequest(manuscript, settings, List.of(), workers, THREADS, progress -> {
            // nobody is told
        }), CancelToken.NEVER);
        counts.seconds = (System.nanoTime() - start) / NANOS;
        result.failures().forEach(System.err::println);
        for (Finding finding : result.findings()) {
            counts.ours.merge(finding.advice().category(), 1, Integer::sum);
            counts.own += finding.advice().origin().name().equals("LanguageTool") ? 0 : 1;
            alarms.add(line(paper, manuscript, finding));
            for (String word : List.of(finding.text(), text(manuscript, finding))) {
                String key = paper + "\t" + word;
                if (found.contains(key)) {
                    kept.add(key);
                }
            }
        }
        return counts;
    }

    private static String text(Manuscript manuscript, Finding finding) {
        return finding.anchor()
                .map(anchor -> anchor.range().of(manuscript.blocks().get(anchor.blockIndex()).prose().text()))
                .orElse(finding.text());
    }

    private static String line(String paper, Manuscript manuscript, Finding finding) {
        String context = finding.anchor().map(anchor -> {
            String text = manuscript.blocks().get(anchor.blockIndex()).prose().text();
            return text.substring(Math.max(0, anchor.range().start() - 50), anchor.range().start())
                    + "[" + anchor.range().of(text) + "]"
                    + text.substring(anchor.range().end(), Math.min(text.length(), anchor.range().end() + 40));
        }).orElse("");
        String first = finding.advice().replacements().isEmpty() ? "" : finding.advice().replacements().getFirst();
        return String.join(
                "\t", paper, finding.advice().rule(), text(manuscript, finding), first, context).replaceAll("[\\r\\n]+", " ");
    }

    private static Set<String> misspellings(Path verdicts) throws IOException {
        Set<String> words = new HashSet<>();
        if (Files.exists(verdicts)) {
            for (String line : Files.readAllLines(verdicts, StandardCharsets.UTF_8)) {
                String[] fields = line.split("\t", -1);
                if (!line.startsWith("#") && fields[2].equals("real")) {
                    words.add(fields[0] + "\t" + fields[1]);
                }
            }
        }
        return words;
    }

    private void write(String option, List<String> lines) throws IOException {
        Path file = options.get(option);
        if (file != null) {
            Files.write(file, lines);
        }
    }

    static String field(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no " + name);
        }
        return matcher.group(1);
    }
}
