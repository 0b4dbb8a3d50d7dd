package org.scholion.ui.internal.library;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.LibraryException;
import org.scholion.library.Reference;
import org.scholion.library.online.OnlineAnswer;
import org.scholion.library.online.ReferenceCheck;
import org.scholion.library.online.ReferenceCheck.Difference;
import org.scholion.library.online.ReferenceCheck.Match;
import org.scholion.library.online.WorkNotice;

/**
 * What online sources say of one reference.
 *
 * @param reference that was asked for
 * @param state how grave it is
 * @param result in one sentence
 * @param details what differs, or could not be asked; may be empty
 * @param doi of the notice or of the work that was found; may be empty
 */
@NonNullByDefault
record CheckLine(Reference reference, State state, String result, String details, String doi) {

    /** How grave it is. */
    enum State {
        GOOD,
        DOUBTFUL,
        BAD,
        /** Nobody could say. */
        UNKNOWN
    }

    /** Whether the reference exists. */
    static CheckLine of(Reference reference, ReferenceCheck check) {
        String source = check.match().map(match -> match.source().title()).orElse("");
        String doi = check.match().map(Match::reference).map(Reference::doi).orElse("");
        List<String> details = new ArrayList<>(check.differences().stream().map(CheckLine::difference).toList());
        details.addAll(messages(check.failures()));
        String more = String.join("; ", details);
        return switch (check.verdict()) {
            case EXISTS -> new CheckLine(
                    reference,
                    check.differences().isEmpty() ? State.GOOD : State.DOUBTFUL,
                    NLS.bind(check.differences().isEmpty() ? Messages.check_found : Messages.check_differs, source),
                    more,
                    doi);
            case SIMILAR -> {
                String title = check.match().map(match -> match.reference().title()).orElse("");
                yield new CheckLine(reference, State.DOUBTFUL, NLS.bind(Messages.check_similar, source, title), more, doi);
            }
            case NOT_FOUND -> new CheckLine(reference, State.BAD, Messages.check_notFound, more, "");
            case UNKNOWN -> new CheckLine(reference, State.UNKNOWN, Messages.check_unknown, more, "");
        };
    }

    /** What was published about the work later. */
    static CheckLine of(Reference reference, OnlineAnswer<WorkNotice> answer) {
        String failures = String.join("; ", messages(answer.failures()));
        if (answer.found().isEmpty()) {
            State state = answer.failures().isEmpty() ? State.GOOD : State.UNKNOWN;
            return new CheckLine(reference, state, Messages.check_noNotice, failures, "");
        }
        WorkNotice gravest = answer.found().getFirst();
        List<String> others = new ArrayList<>(answer.found().stream().map(CheckLine::notice).distinct().skip(1).toList());
        if (!failures.isEmpty()) {
            others.add(failures);
        }
        State state = switch (gravest.kind()) {
            case RETRACTED -> State.BAD;
            case CONCERN -> State.DOUBTFUL;
            case CORRECTED, OTHER -> State.GOOD;
        };
        return new CheckLine(reference, state, notice(gravest), String.join("; ", others), gravest.doi());
    }

    /** Nobody could be asked about the reference. */
    static CheckLine failed(Reference reference, LibraryException problem) {
        return new CheckLine(reference, State.UNKNOWN, Messages.check_unknown, String.valueOf(problem.getLocalizedMessage()), "");
    }

    /** The whole line as text that can be pasted. */
    String text() {
        String name = reference.title().isEmpty() ? reference.key() : reference.key() + " \u00b7 " + reference.title();
        String more = details.isEmpty() ? "" : " (" + details + ")";
        return name + ": " + result + more + (doi.isEmpty() ? "" : " https://doi.org/" + doi);
    }

    private static String notice(WorkNotice notice) {
        String what = switch (notice.kind()) {
            case RETRACTED -> Messages.notice_retracted;
            case CONCERN -> Messages.notice_concern;
            case CORRECTED -> Messages.notice_corrected;
            case OTHER -> Messages.notice_other;
        };
        String dated = notice.date().isEmpty() ? what : NLS.bind(Messages.notice_on, what, notice.date());
        String source = notice.source().title();
        String where = notice.doi().isEmpty() ? source : NLS.bind(Messages.notice_doi, source, notice.doi());
        return dated + " (" + where + ")";
    }

    private static String difference(Difference difference) {
        String part = switch (difference.part()) {
            case TITLE -> Messages.part_title;
            case AUTHORS -> Messages.part_authors;
            case YEAR -> Messages.part_year;
            case VENUE -> Messages.part_venue;
            case DOI -> Messages.part_doi;
        };
        return difference.found().isEmpty()
                ? NLS.bind(Messages.part_unknown, part, difference.own())
                : NLS.bind(Messages.part_differs, new Object[] {part, difference.own(), difference.found()});
    }

    private static List<String> messages(List<LibraryException> failures) {
        return failures.stream().map(failure -> String.valueOf(failure.getLocalizedMessage())).toList();
    }
}
