package org.scholion.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.scholion.assist.Finding;
import org.scholion.inference.Models;
import org.scholion.manuscript.Manuscript;

/**
 * Measures grammar: our checks with the grammar model and without it, plain LanguageTool, and Harper, on the same texts in one run: the
 * score of corrected sentences of learners, the alarms in published papers, the errors that are found when some are put into those
 * papers, and the time.
 *
 * <p>Arguments: the folder of the data, the JSON file to write; then, if wanted, {@code --no-model}, {@code --tagger FOLDER}, {@code
 * --judge FOLDER}, {@code --harper FOLDER} or {@code --harper-missing REASON}, {@code --papers N} and {@code --sentences N} for a part of
 * the data, {@code --errors N}, {@code --threads N}, {@code --keystrokes-only} for the time of keystrokes in our checks and nothing else,
 * {@code --first-only} for the first of the four, {@code --alarms FILE} for all alarms, {@code --sample FILE} for 150 of those on
 * spelling and grammar, {@code --model-sample FILE} for 150 of those of the grammar model, {@code --planted FILE} for the planted errors
 * and what became of them.
 */
public final class Grammar {

    private static final int SAMPLE = 150;
    private static final int ERRORS = 1000;
    private static final long SEED = 20;
    private static final double NANOS = 1e9;
    private static final String MODEL = "withModel";
    private static final String RULES = "rulesAlone";
    private static final String PLAIN = "plainLanguageTool";
    private static final String HARPER = "harper";
    private static final String TAGGER_ID = "grammar-tagger";
    private static final String JUDGE_ID = "smollm2-135m-instruct";

    private final Options options;
    private final Learners learners;
    private final PlantedKinds kinds = new PlantedKinds();
    private final List<PlantedPaper> papers = new ArrayList<>();
    private final Map<String, AlarmCounts> alarms = new LinkedHashMap<>();
    private final Map<String, Object> gleu = new LinkedHashMap<>();
    private final Map<String, PlantedScore> scores = new LinkedHashMap<>();
    private final Map<String, Object> speed = new LinkedHashMap<>();
    private final Map<String, Object> unchangedSpeed = new LinkedHashMap<>();
    private final Map<String, Object> keystrokes = new LinkedHashMap<>();
    private final List<String> outcomes = new ArrayList<>();

    /** What follows the first two arguments. */
    private record Options(Map<String, String> values) {
        private static final Set<String> FLAGS = Set.of("--no-model", "--keystrokes-only", "--first-only");

        static Options of(String[] arguments) {
            Map<String, String> values = new HashMap<>();
            for (int i = 2; i < arguments.length; i++) {
                values.put(arguments[i], FLAGS.contains(arguments[i]) ? "" : arguments[++i]);
            }
            return new Options(values);
        }

        int number(String name, int otherwise) {
            return values.containsKey(name) ? Integer.parseInt(values.get(name)) : otherwise;
        }

        Optional<Path> path(String name) {
            return Optional.ofNullable(values.get(name)).map(Path::of);
        }
    }

    private Grammar(Path data, Options options) throws Exception {
        this.options = options;
        learners = new Learners(data.resolve("jfleg-dev"), options.number("--sentences", Integer.MAX_VALUE));
        List<Paper> published = Paper.english(data.resolve("latex-dev"), options.number("--papers", Integer.MAX_VALUE));
        Map<Paper, List<Planted>> errors = new Planter(published, SEED).plant(kinds, options.number("--errors", ERRORS));
        for (Paper paper : published) {
            papers.add(PlantedPaper.of(paper, errors.getOrDefault(paper, List.of())));
        }
    }

    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(arguments);
        if (!options.values().containsKey("--no-model") && !options.values().containsKey("--tagger")) {
            System.err.println("evaluation: give the folder of the tagger (--tagger FOLDER), or --no-model");
            System.exit(2);
        }
        new Grammar(Path.of(arguments[0]), options).run(Path.of(arguments[1]));
    }

    private void run(Path output) throws Exception {
        int threads = options.number("--threads", 2);
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        String harper;
        Map<String, Path> folders = new HashMap<>();
        options.path("--tagger").ifPresent(folder -> folders.put(TAGGER_ID, folder));
        options.path("--judge").ifPresent(folder -> folders.put(JUDGE_ID, folder));
        try (LocalModels models = new LocalModels(folders, threads)) {
            if (options.values().containsKey("--keystrokes-only")) {
                writeKeystrokes(models, workers, threads, output);
                return;
            }
            if (models(options)) {
                measure(MODEL, Optional.of(models), workers, threads);
            }
            gleu.put("untouched", learners.untouched());
            boolean all = !options.values().containsKey("--first-only");
            if (all || !models(options)) {
                measure(RULES, Optional.empty(), workers, threads);
            }
            harper = all ? measurePeers() : "not asked for";
        } finally {
            workers.shutdown();
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("java", System.getProperty("java.version"));
        json.put("threads", threads);
        json.put("judge", folders.containsKey(JUDGE_ID));
        json.put(HARPER, harper);
        json.put("jfleg", gleu);
        json.put("alarms", each(alarms, AlarmCounts::json));
        json.put("planted", each(scores, PlantedScore::json));
        json.put("wordsPerSecond", speed);
        json.put("unchangedWordsPerSecond", unchangedSpeed);
        json.put("keystrokes", keystrokes);
        Files.writeString(output, Json.of(json));
        writeLists();
    }

    private static boolean models(Options options) {
        return !options.values().containsKey("--no-model");
    }

    private static <T> Map<String, Object> each(Map<String, T> values, Function<T, Object> of) {
        Map<String, Object> each = new LinkedHashMap<>();
        values.forEach((name, value) -> each.put(name, of.apply(value)));
        return each;
    }

    private void writeKeystrokes(Models models, ExecutorService workers, int threads, Path output) throws Exception {
        boolean withModel = models(options);
        Checks checks = new Checks(withModel ? Optional.of(models) : Optional.empty(), workers, threads);
        checks.warmUp();
        Map<String, Object> measured = new Keystrokes(checks).measure(papers);
        Files.writeString(output, Json.of(Map.of("keystrokes", Map.of(withModel ? MODEL : RULES, measured))));
    }

    private void measure(String name, Optional<Models> models, ExecutorService workers, int threads) throws Exception {
        Checks checks = new Checks(models, workers, threads);
        checks.warmUp();
        log("%s: sentences of learners", name);
        gleu.put(name, learners.score(sentence -> {
            Manuscript manuscript = Learners.manuscript(sentence);
            return Applied.text(manuscript, checks.check(manuscript));
        }));
        AlarmCounts counts = new AlarmCounts();
        PlantedScore score = new PlantedScore(kinds);
        for (PlantedPaper planted : papers) {
            log("%s: %s", name, planted.paper().name());
            List<Finding> findings = checks.check(planted.paper().manuscript());
            counts.addWords(planted.paper().manuscript());
            findings.forEach(finding -> counts.add(planted.paper(), finding));
            Map<Integer, List<Remark>> published = byBlock(Checks.remarks(findings));
            Map<Integer, List<Remark>> changed = byBlock(Checks.remarks(checks.check(planted.manuscript())));
            for (Planted error : planted.errors()) {
                score(name, score, planted, error, published, changed);
            }
        }
        alarms.put(name, counts);
        scores.put(name, score);
        // knows no text yet, while classes, dictionaries and models are loaded
        Checks fresh = new Checks(models, workers, threads);
        fresh.warmUp();
        long newNanos = 0;
        long knownNanos = 0;
        for (PlantedPaper planted : papers) {
            newNanos += nanos(fresh, planted.paper().manuscript());
            knownNanos += nanos(fresh, planted.paper().manuscript());
        }
        speed.put(name, counts.words() * NANOS / newNanos);
        unchangedSpeed.put(name, counts.words() * NANOS / knownNanos);
        log("%s: keystrokes", name);
        keystrokes.put(name, new Keystrokes(fresh).measure(papers));
    }

    private static long nanos(Checks checks, Manuscript manuscript) throws Exception {
        long start = System.nanoTime();
        checks.check(manuscript);
        return System.nanoTime() - start;
    }

    /** Harper's version, or why it could not be measured. */
    private String measurePeers() throws Exception {
        PlainLanguageTool plain = new PlainLanguageTool();
        plain.load("en");
        measure(PLAIN, plain);
        return measureHarper();
    }

    private String measureHarper() throws Exception {
        Optional<Path> folder = options.path("--harper");
        if (folder.isEmpty()) {
            return "not installed: " + options.values().getOrDefault("--harper-missing", "no folder was given with --harper");
        }
        try (Harper harper = Harper.start(folder.get())) {
            measure(HARPER, harper);
            return harper.version();
        } catch (IOException e) {
            log("%s: %s", HARPER, e.getMessage());
            return "failed: " + e.getMessage();
        }
    }

    private void measure(String name, Peer peer) throws Exception {
        log("%s: sentences of learners", name);
        Map<String, Object> ofLearners = learners.score(peer::correct);
        AlarmCounts counts = new AlarmCounts();
        PlantedScore score = new PlantedScore(kinds);
        long words = 0;
        long nanos = 0;
        for (PlantedPaper planted : papers) {
            Paper paper = planted.paper();
            log("%s: %s", name, paper.name());
            counts.addWords(paper.manuscript());
            long start = System.nanoTime();
            List<Peer.Alarm> found = peer.alarms(paper.manuscript());
            nanos += System.nanoTime() - start;
            words += paper.manuscript().wordCount();
            for (Peer.Alarm alarm : found) {
                String category = alarm.spelling() ? "spelling" : "other";
                counts.add(new AlarmCounts.Alarm(
                        paper.name(), peer.name(), category, alarm.rule(), alarm.text(), "", alarm.context()));
            }
            for (Planted error : planted.errors()) {
                Map<Integer, List<Remark>> published = byBlock(peer.remarks(paper.manuscript(), error.block()));
                Map<Integer, List<Remark>> changed = byBlock(peer.remarks(planted.manuscript(), error.block()));
                score(name, score, planted, error, published, changed);
            }
        }
        gleu.put(name, ofLearners);
        alarms.put(name, counts);
        scores.put(name, score);
        speed.put(name, words * NANOS / nanos);
    }

    private void score(
            String name,
            PlantedScore score,
            PlantedPaper planted,
            Planted error,
            Map<Integer, List<Remark>> published,
            Map<Integer, List<Remark>> changed) {
        List<Remark> remarks = changed.getOrDefault(error.block(), List.of());
        PlantedScore.Outcome outcome = score.add(error, published.getOrDefault(error.block(), List.of()), remarks);
        outcomes.add(String.join(
                "\t",
                name,
                planted.paper().name(),
                error.kind().name(),
                outcome.right() ? "right" : outcome.found() ? "found" : "",
                error.context()));
    }

    private static Map<Integer, List<Remark>> byBlock(List<Remark> remarks) {
        Map<Integer, List<Remark>> byBlock = new HashMap<>();
        remarks.forEach(remark -> byBlock.computeIfAbsent(remark.block(), block -> new ArrayList<>()).add(remark));
        return byBlock;
    }

    private void writeLists() throws IOException {
        List<String> all = new ArrayList<>();
        alarms.forEach((name, counts) -> counts.alarms().forEach(alarm -> all.add(name + "\t" + alarm.line())));
        write("--alarms", all);
        List<AlarmCounts.Alarm> ours = alarms.values().iterator().next().alarms();
        write("--sample", sample(ours.stream().filter(AlarmCounts.Alarm::isAboutLanguage).toList()));
        write("--model-sample", sample(ours.stream().filter(alarm -> alarm.origin().endsWith("model")).toList()));
        write("--planted", outcomes);
    }

    private static List<String> sample(List<AlarmCounts.Alarm> from) {
        List<AlarmCounts.Alarm> shuffled = new ArrayList<>(from);
        Collections.shuffle(shuffled, new Random(SEED));
        List<String> lines = new ArrayList<>();
        lines.add("# verdict\tpaper\torigin\tcategory\trule\ttext\treplacement\tcontext");
        shuffled.stream().limit(SAMPLE).forEach(alarm -> lines.add("\t" + alarm.line()));
        return lines;
    }

    private void write(String option, List<String> lines) throws IOException {
        Optional<Path> file = options.path(option);
        if (file.isPresent()) {
            Files.write(file.get(), lines);
        }
    }

    private static void log(String format, Object... values) {
        System.err.printf(format + "%n", values);
    }
}
