package org.scholion.cli.internal.command;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.Category;
import org.scholion.assist.CheckRequest;
import org.scholion.assist.CheckResult;
import org.scholion.assist.CheckService;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.ClarityPass;
import org.scholion.assist.ProjectFiles;
import org.scholion.assist.ProjectSettings;
import org.scholion.assist.UserFiles;
import org.scholion.cli.internal.Arguments;
import org.scholion.cli.internal.Console;
import org.scholion.cli.internal.Messages;
import org.scholion.cli.internal.MissingPartException;
import org.scholion.cli.internal.Paper;
import org.scholion.cli.internal.Services;
import org.scholion.cli.internal.UsageException;
import org.scholion.cli.internal.report.CheckedPaper;
import org.scholion.jobs.JobExecutor;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import picocli.CommandLine.Model.CommandSpec;

/** Checks papers as the options of a command and the settings of user and project say. */
final class Checker {

    private static final String ONLY = "--only";
    private static final String LANGUAGE = "--language";
    private static final String NO_CONFIG = "--no-config";
    private static final String CLARITY = "--clarity";
    private static final int MOST_AT_ONCE = 4;

    private final CheckService service;
    private final Executor workers;
    private final int parallelism;
    private final Console console;
    private final Set<Category> only;
    private final Optional<String> language;
    private final boolean config;
    private final boolean clarity;
    private final Map<Path, CheckSettings> settingsOf = new ConcurrentHashMap<>();

    Checker(Services services, Arguments arguments, Console console) throws UsageException, MissingPartException {
        this.console = console;
        only = Set.copyOf(arguments.choices(ONLY, List.of(Category.values()), Category::id));
        language = arguments.value(LANGUAGE);
        if (language.isPresent()) {
            requireTag(language.get());
        }
        config = !arguments.has(NO_CONFIG);
        clarity = arguments.has(CLARITY);
        service = services.checkService().orElseThrow(() -> new MissingPartException(Messages.missing_checkService));
        Optional<JobExecutor> jobs = services.jobExecutor();
        workers = jobs.isPresent() ? jobs.get() : Runnable::run;
        parallelism = jobs.map(executor -> Math.clamp(executor.parallelism(), 1, MOST_AT_ONCE)).orElse(1);
    }

    /** Adds the options that say what is checked. */
    static void addOptions(CommandSpec spec) {
        spec.addOption(Arguments.values("CATEGORY", Messages.option_only, ONLY));
        spec.addOption(Arguments.value("TAG", Messages.option_language, LANGUAGE));
        spec.addOption(Arguments.flag(Messages.option_noConfig, NO_CONFIG));
        spec.addOption(Arguments.flag(Messages.option_clarity, CLARITY));
    }

    /** Checks a paper and tells how far it is. */
    CheckedPaper check(Paper paper, ProgressLine line, CancelToken cancel) throws CancelledException {
        String name = paper.names().getFirst();
        line.show(NLS.bind(Messages.progress_begin, name));
        Consumer<CheckRequest.Progress> told =
                progress -> line.show(MessageFormat.format(Messages.progress_check, name, progress.done(), progress.total()));
        return check(paper, new CheckRequest(paper.manuscript(), settings(paper), List.of(), workers, parallelism, told), cancel);
    }

    /** Checks a text of one line, on the calling thread; several threads may. */
    CheckedPaper checkLine(Paper paper, CancelToken cancel) throws CancelledException {
        return check(paper, CheckRequest.of(paper.manuscript(), settings(paper)), cancel);
    }

    /** Runs parts of the work beside the calling thread. */
    Executor workers() {
        return workers;
    }

    /** How many parts may run at once, the calling thread's included. */
    int parallelism() {
        return parallelism;
    }

    private CheckSettings settings(Paper paper) {
        return settingsOf.computeIfAbsent(paper.manuscript().folder(), this::settings);
    }

    private CheckedPaper check(Paper paper, CheckRequest request, CancelToken cancel) throws CancelledException {
        CheckResult result = service.check(request, cancel);
        cancel.check();
        return new CheckedPaper(
                paper,
                result.findings().stream().filter(finding -> paper.asksAbout(finding.range())).toList(),
                result.failures(),
                result.limitations());
    }

    private CheckSettings settings(Path folder) {
        CheckSettings base = CheckSettings.DEFAULT;
        if (config) {
            ProjectFiles project = new ProjectFiles(folder);
            ProjectSettings loaded = ProjectSettings.load(UserFiles.standard(), Optional.of(project));
            base = loaded.settings();
            loaded.problems().stream().map(String::valueOf).forEach(console::say);
        }
        CheckSettings settings = new CheckSettings(
                only.isEmpty() ? base.categories() : only,
                language.isPresent() ? language : base.language(),
                base.defaultLanguage(),
                base.rulesOff(),
                base.rulesOn(),
                base.words(),
                base.ignored());
        return clarity ? settings.withRulesOn(ClarityPass.RULES) : settings;
    }

    private static void requireTag(String tag) throws UsageException {
        try {
            String language = new Locale.Builder().setLanguageTag(tag).build().getLanguage();
            if (language.isEmpty()) {
                throw new UsageException(NLS.bind(Messages.usage_notALanguage, tag));
            }
        } catch (IllformedLocaleException notATag) {
            throw new UsageException(NLS.bind(Messages.usage_notALanguage, tag));
        }
    }
}
