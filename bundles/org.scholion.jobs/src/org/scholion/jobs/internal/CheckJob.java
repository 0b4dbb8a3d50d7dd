package org.scholion.jobs.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.CheckRequest;
import org.scholion.assist.CheckResult;
import org.scholion.assist.CheckService;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.UserFiles;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.PaperState;
import org.scholion.jobs.PaperState.Phase;
import org.scholion.jobs.PlacedFinding;
import org.scholion.jobs.ScholionJob;
import org.scholion.jobs.ScholionSettings;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.ManuscriptReader;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceUnit;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextRange;

/** Reads a paper as it stands in the editors and checks it. */
final class CheckJob extends ScholionJob {

    private static final int READING_SHARE = 10;
    private static final int CHECKING_SHARE = 90;

    private final PaperSession session;
    private final boolean asked;

    /**
     * @param asked whether the author asked for it
     * @param known whether the paper was checked before, so that this one will take a moment only and need not show
     */
    CheckJob(PaperSession session, boolean asked, boolean known) {
        super(
                NLS.bind(asked ? Messages.job_paperCheck : Messages.job_check, session.root().getFileName()),
                asked ? JobFamily.PAPER_CHECK : JobFamily.CHECK,
                asked ? Job.LONG : Job.DECORATE);
        this.session = session;
        this.asked = asked;
        setRule(session.rule());
        setSystem(known && !asked);
    }

    boolean isAsked() {
        return asked;
    }

    @Override
    protected void work(SubMonitor progress, CancelToken cancel) throws CancelledException {
        ScholionSettings settings = session.checks().settings();
        progress.setWorkRemaining(READING_SHARE + CHECKING_SHARE);
        session.update(this, state -> state.in(Phase.READING));
        progress.subTask(NLS.bind(Messages.task_read, session.root().getFileName()));
        Optional<Manuscript> manuscript = read(cancel);
        progress.worked(READING_SHARE);
        if (manuscript.isEmpty()) {
            return;
        }
        if (!asked && !settings.checkWhileTyping()) {
            session.finished(this, with(session.state(), manuscript, Phase.OFF), Set.of());
            return;
        }
        Optional<CheckService> checker = session.checks().checker();
        if (checker.isEmpty()) {
            fail(Messages.check_noService);
            return;
        }
        check(manuscript.get(), settings, checker.get(), progress.split(CHECKING_SHARE), cancel);
    }

    @Override
    protected void failed(Throwable problem) {
        fail(NLS.bind(Messages.check_failed, String.valueOf(problem.getMessage())));
    }

    private Optional<Manuscript> read(CancelToken cancel) throws CancelledException {
        Optional<ManuscriptReader> reader = session.checks().reader(session.root());
        if (reader.isEmpty()) {
            fail(NLS.bind(Messages.check_noReader, session.root().getFileName()));
            return Optional.empty();
        }
        try {
            Manuscript manuscript = reader.get().read(session.root(), session.checks().openTexts(), cancel);
            Optional<Manuscript> read = Optional.of(manuscript);
            session.update(this, state -> with(state, read, Phase.CHECKING));
            return read;
        } catch (ManuscriptException e) {
            fail(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void check(
            Manuscript manuscript, ScholionSettings settings, CheckService checker, SubMonitor progress, CancelToken cancel)
            throws CancelledException {
        CheckSettings checkSettings = PaperSettings.of(settings, UserFiles.standard(), manuscript.folder());
        List<Integer> first = wantedFirst(manuscript);
        FindingStream stream = new FindingStream(session, this, manuscript, first.isEmpty() ? -1 : first.getFirst(), progress);
        CheckResult result = checker.check(
                new CheckRequest(
                        manuscript,
                        checkSettings,
                        first,
                        session.checks().executor(),
                        session.checks().executor().parallelism(),
                        stream::blockDone),
                cancel);
        cancel.check();
        List<PlacedFinding> findings = new ArrayList<>();
        result.findings().forEach(finding -> findings.add(new PlacedFinding(finding, result.manuscript())));
        int total = stream.total();
        PaperState done = new PaperState(
                Phase.DONE, total, total, Optional.of(manuscript), findings, true, result.failures(), result.limitations(), "");
        session.finished(this, done, stream.announced());
    }

    /** The blocks at the caret, then those that show. */
    private List<Integer> wantedFirst(Manuscript manuscript) {
        Set<Integer> wanted = new LinkedHashSet<>();
        session.focused().ifPresent(file -> {
            SourceUnit unit = new SourceUnit.TextFile(file.path());
            TextRange caret = TextRange.at(file.focus().caret());
            TextRange visible = file.focus().visible();
            addBlocks(manuscript, wanted, range -> range.unit().equals(unit) && range.range().contains(caret));
            addBlocks(manuscript, wanted, range -> range.unit().equals(unit) && range.range().overlaps(visible));
        });
        return List.copyOf(wanted);
    }

    private static void addBlocks(Manuscript manuscript, Collection<Integer> wanted, Predicate<SourceRange> where) {
        List<Block> blocks = manuscript.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            if (where.test(blocks.get(i).range())) {
                wanted.add(i);
            }
        }
    }

    private void fail(String message) {
        PaperState before = session.state();
        session.finished(
                this,
                new PaperState(
                        Phase.FAILED, 0, 0, before.manuscript(), before.findings(), before.complete(), List.of(), List.of(), message),
                Set.of());
    }

    private static PaperState with(PaperState state, Optional<Manuscript> manuscript, Phase phase) {
        return new PaperState(phase, 0, 0, manuscript, state.findings(), state.complete(), state.failures(), state.limitations(), "");
    }
}
