package org.scholion.jobs.internal;

import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.ScholionJob;
import org.scholion.text.CancelToken;

/** Finds the paper that a file belongs to, which may mean to look through folders. */
final class LocateJob extends ScholionJob {

    private final EditedFile file;
    private final PaperChecksComponent checks;

    LocateJob(EditedFile file, PaperChecksComponent checks) {
        super(NLS.bind(Messages.job_locate, file.path().getFileName()), JobFamily.LOCATE, Job.SHORT);
        this.file = file;
        this.checks = checks;
        setSystem(true);
    }

    @Override
    protected void work(SubMonitor progress, CancelToken cancel) {
        checks.reader(file.path())
                .ifPresent(reader -> checks.located(file, reader.rootOf(file.path(), checks.openTexts())));
    }
}
