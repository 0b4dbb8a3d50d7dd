package org.scholion.cli.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.assist.Advice;
import org.scholion.assist.BlockAssistant;
import org.scholion.assist.BlockFinding;
import org.scholion.assist.Category;
import org.scholion.assist.CheckRequest;
import org.scholion.assist.CheckResult;
import org.scholion.assist.CheckService;
import org.scholion.assist.Finding;
import org.scholion.assist.Origin;
import org.scholion.assist.RuleCatalogue;
import org.scholion.assist.RuleDescription;
import org.scholion.assist.Severity;
import org.scholion.assist.citations.CitationAssistant;
import org.scholion.assist.drafts.AnswerAssistant;
import org.scholion.assist.drafts.DraftAssistant;
import org.scholion.assist.drafts.KeywordAssistant;
import org.scholion.inference.Models;
import org.scholion.inference.Secrets;
import org.scholion.inference.store.ModelCatalogue;
import org.scholion.inference.store.ModelStore;
import org.scholion.jobs.JobExecutor;
import org.scholion.library.Libraries;
import org.scholion.library.search.ReferenceLibrary;
import org.scholion.library.shared.SharedLibrary;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.ManuscriptReader;
import org.scholion.manuscript.ManuscriptWriter;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.Problem;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.SourceUnit;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextEdit;
import org.scholion.text.TextEdits;
import org.scholion.text.TextRange;

/**
 * A reader of {@code .tex} files for which everything is prose and {@code \input{file}} is followed, a writer for it, and a checker
 * that knows a few words.
 */
public final class FakeServices implements Services {

    /** Who says so. */
    public static final Origin ORIGIN = new Origin("Fake", "1.0");

    private static final Pattern INPUT = Pattern.compile("\\\\input\\{([^}]*)}");
    private static final Pattern ROOT = Pattern.compile("% !TEX root = (\\S+)");

    private final Map<String, Advice> words;
    private final List<String> failures;
    private final List<String> limitations;

    /** The settings of the last check. */
    public CheckRequest lastRequest;

    /** How many threads work at once; more than one are real ones. */
    public int parallelism = 1;

    /** The models; missing by default. */
    public FakeModels models;

    /** The library; missing by default. */
    public FakeLibrary library;

    /** Ranks works for places; missing by default. */
    public CitationAssistant citations;

    /** The library that is shared; missing by default. */
    public SharedLibrary shared;

    /** Make texts from papers; none by default. */
    public List<DraftAssistant> drafts = List.of();

    /** Finds key words; missing by default. */
    public KeywordAssistant keywords;

    /** Answers questions; missing by default. */
    public AnswerAssistant answers;

    /** What the doctor asks for languages; none by default. */
    public List<BlockAssistant> assistants = List.of();

    /** Called at the beginning of each check. */
    public Runnable onCheck = () -> {
        // nothing happens
    };

    public FakeServices() {
        this(Map.of(
                "teh", spelling("SPELL", "Possible spelling mistake found.", 0.9, true, "the", "tech"),
                "utilize", advice("WORDY", Category.STYLE, Severity.INFO, 0.5, false, "use"),
                "datas", advice("PLURAL", Category.GRAMMAR, Severity.WARNING, 0.7, false, "data", "dates")), List.of(), List.of());
    }

    /** @param words what is said about which word */
    public FakeServices(Map<String, Advice> words, List<String> failures, List<String> limitations) {
        this.words = words;
        this.failures = failures;
        this.limitations = limitations;
    }

    public static Advice spelling(String rule, String message, double confidence, boolean sure, String... replacements) {
        return new Advice(rule, Category.SPELLING, Severity.ERROR, message, "", List.of(replacements), ORIGIN, confidence, sure);
    }

    public static Advice advice(
            String rule, Category category, Severity severity, double confidence, boolean sure, String... replacements) {
        String message = "Not so good: " + rule + '.';
        return new Advice(rule, category, severity, message, "Because of " + rule + '.', List.of(replacements), ORIGIN, confidence, sure);
    }

    @Override
    public Optional<ModelStore> modelStore() {
        return Optional.ofNullable(models).map(all -> all.store);
    }

    @Override
    public Optional<ModelCatalogue> modelCatalogue() {
        return Optional.ofNullable(models).map(all -> all.catalogue);
    }

    @Override
    public Optional<SharedLibrary> sharedLibrary() {
        return Optional.ofNullable(shared);
    }

    @Override
    public Optional<Models> models() {
        return Optional.ofNullable(models).map(all -> all.models);
    }

    @Override
    public Optional<Secrets> secrets() {
        return Optional.ofNullable(models).map(all -> all.secrets);
    }

    @Override
    public Optional<ReferenceLibrary> referenceLibrary() {
        return Optional.ofNullable(library);
    }

    @Override
    public Optional<Libraries> libraries() {
        return Optional.ofNullable(library);
    }

    @Override
    public Optional<CitationAssistant> citationAssistant() {
        return Optional.ofNullable(citations);
    }

    @Override
    public List<DraftAssistant> draftAssistants() {
        return drafts;
    }

    @Override
    public Optional<KeywordAssistant> keywordAssistant() {
        return Optional.ofNullable(keywords);
    }

    @Override
    public Optional<AnswerAssistant> answerAssistant() {
        return Optional.ofNullable(answers);
    }

    @Override
    public List<ManuscriptReader> readers() {
        return List.of(new Reader());
    }

    @Override
    public List<ManuscriptWriter> writers() {
        return List.of(new Writer());
    }

    @Override
    public Optional<CheckService> checkService() {
        return Optional.of(this::check);
    }

    @Override
    public List<BlockAssistant> blockAssistants() {
        return assistants;
    }

    @Override
    public List<RuleCatalogue> ruleCatalogues() {
        return List.of(locale -> List.of(
                new RuleDescription("SPELL", Category.SPELLING, "A misspelling", "Readers stumble.", "teh", "the", true, ORIGIN),
                new RuleDescription("EXTRA", Category.STYLE, "An extra", "Taste.", "a", "b", false, ORIGIN)));
    }

    @Override
    public Optional<JobExecutor> jobExecutor() {
        return parallelism == 1 ? Optional.empty() : Optional.of(new JobExecutor() {
            @Override
            public int parallelism() {
                return parallelism;
            }

            @Override
            public void execute(Runnable part) {
                Thread.ofPlatform().daemon().start(part);
            }
        });
    }

    private CheckResult check(CheckRequest request, CancelToken cancel) throws CancelledException {
        lastRequest = request;
        onCheck.run();
        cancel.check();
        Manuscript manuscript = request.manuscript();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < manuscript.blocks().size(); i++) {
            Matcher matcher = Pattern.compile("[a-z]+").matcher(manuscript.blocks().get(i).prose().text());
            while (matcher.find()) {
                Advice advice = words.get(matcher.group());
                if (advice != null && request.settings().categories().contains(advice.category())) {
                    TextRange range = new TextRange(matcher.start(), matcher.end());
                    findings.add(Finding.inBlock(manuscript, i, new BlockFinding(range, advice)));
                }
            }
            request.progress().accept(new CheckRequest.Progress(i, List.of(), i + 1, manuscript.blocks().size()));
        }
        return new CheckResult(manuscript, findings, failures, limitations, manuscript.blocks().size());
    }

    private static final class Reader implements ManuscriptReader {
        @Override
        public boolean reads(Path file) {
            return file.toString().endsWith(".tex");
        }

        @Override
        public Path rootOf(Path file, OpenTexts openTexts) {
            try {
                Matcher root = ROOT.matcher(Files.readString(file));
                return root.find() ? file.resolveSibling(root.group(1)).normalize() : file;
            } catch (IOException e) {
                return file;
            }
        }

        @Override
        public Manuscript read(Path root, OpenTexts openTexts, CancelToken cancel) throws ManuscriptException {
            List<SourceText> sources = new ArrayList<>();
            List<org.scholion.manuscript.Block> blocks = new ArrayList<>();
            List<Problem> problems = new ArrayList<>();
            read(root, openTexts, sources, blocks, problems);
            Manuscript main = PlainText.read(new SourceUnit.TextFile(root), "");
            return new Manuscript(
                    main.root(), "latex", "en", sources, blocks, main.structure(), List.of(), problems, main.notation());
        }

        private void read(
                Path file,
                OpenTexts openTexts,
                List<SourceText> sources,
                List<org.scholion.manuscript.Block> blocks,
                List<Problem> problems)
                throws ManuscriptException {
            String text;
            try {
                text = openTexts.openText(file).isPresent() ? openTexts.openText(file).get().text() : Files.readString(file);
            } catch (IOException e) {
                throw new ManuscriptException(file, file + ": not text", e);
            }
            SourceUnit unit = new SourceUnit.TextFile(file);
            Manuscript one = PlainText.read(unit, text);
            sources.add(one.sources().getFirst());
            blocks.addAll(one.blocks());
            Matcher input = INPUT.matcher(text);
            while (input.find()) {
                Path included = file.resolveSibling(input.group(1));
                if (Files.exists(included)) {
                    read(included, openTexts, sources, blocks, problems);
                } else {
                    TextRange range = new TextRange(input.start(), input.end());
                    problems.add(new Problem(new SourceRange(unit, range), 1, "no file " + input.group(1)));
                }
            }
        }
    }

    private static final class Writer implements ManuscriptWriter {
        @Override
        public boolean writes(String format) {
            return format.equals("latex");
        }

        @Override
        public List<Path> write(
                Manuscript manuscript, List<SourceEdit> edits, Optional<Path> output, Mode mode, CancelToken cancel)
                throws ManuscriptException {
            List<Path> written = new ArrayList<>();
            for (SourceText source : manuscript.sources()) {
                List<TextEdit> own = edits.stream()
                        .filter(edit -> edit.range().unit().equals(source.unit()))
                        .map(edit -> new TextEdit(edit.range().range(), edit.replacement()))
                        .toList();
                boolean main = source.unit().equals(manuscript.root());
                Path target = main ? output.orElse(source.unit().path()) : source.unit().path();
                if (!own.isEmpty()) {
                    try {
                        Files.write(target, new TextEdits(own).applyTo(source.text()).getBytes(StandardCharsets.UTF_8));
                    } catch (IOException e) {
                        throw new ManuscriptException(target, target + ": cannot be written", e);
                    }
                    written.add(target);
                }
            }
            return written;
        }
    }
}
