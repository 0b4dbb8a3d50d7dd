package org.scholion.ui.internal.view;

import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;
import org.scholion.jobs.Paper;
import org.scholion.jobs.PaperState;
import org.scholion.jobs.PaperState.Phase;
import org.scholion.manuscript.Manuscript;
import org.scholion.ui.internal.Messages;
import org.scholion.ui.internal.PaperUi;

/**
 * What the view says besides its rows.
 *
 * @param description the line under the title
 * @param message what stands in the place of rows; empty when there are some
 * @param action the label of a link below it; empty for none
 * @param act what the link does
 * @param notice a line below the rows: what could not be done; empty for nothing
 */
@NonNullByDefault
record Situation(String description, String message, String action, Act act, String notice) {

    /** What a link does. */
    enum Act {
        NONE,
        CHECK,
        SHOW_ALL
    }

    static Situation of(PaperUi ui, Optional<Paper> paper, FindingsModel model, FindingFilterState filter) {
        if (paper.isEmpty()) {
            boolean some = ui.tracker().activeEditor().isPresent();
            return new Situation("", some ? Messages.view_looking : Messages.view_noPaper, "", Act.NONE, "");
        }
        PaperState state = paper.get().state();
        String name = String.valueOf(paper.get().root().getFileName());
        String notice = notice(state);
        if (model.shown() > 0) {
            return new Situation(description(state, name, model), "", "", Act.NONE, notice);
        }
        if (!model.rows().isEmpty() && !filter.isAll()) {
            return new Situation(
                    description(state, name, model), Messages.view_allHidden, Messages.view_showAll, Act.SHOW_ALL, notice);
        }
        Phase phase = state.phase().isBusy() && state.complete() ? Phase.DONE : state.phase();
        return switch (phase) {
            case WAITING, READING -> new Situation("", NLS.bind(Messages.view_reading, name), "", Act.NONE, "");
            case CHECKING -> new Situation("", checking(state, name), "", Act.NONE, "");
            case DONE -> new Situation(
                    "", NLS.bind(Messages.view_noFindings, name, words(state)), Messages.view_checkAgain, Act.CHECK, notice);
            case OFF -> new Situation("", NLS.bind(Messages.view_off, name), Messages.view_checkNow, Act.CHECK, "");
            case CANCELLED -> new Situation("", NLS.bind(Messages.view_cancelled, name), Messages.view_checkNow, Act.CHECK, "");
            case FAILED -> new Situation("", state.message(), Messages.view_checkAgain, Act.CHECK, "");
            case CLOSED -> new Situation("", Messages.view_noPaper, "", Act.NONE, "");
        };
    }

    private static String count(int shown, int all, String name) {
        if (shown < all) {
            return NLS.bind(Messages.view_countSome, new Object[] {shown, all, name});
        }
        return all == 1 ? NLS.bind(Messages.view_countOne, name) : NLS.bind(Messages.view_count, all, name);
    }

    private static String description(PaperState state, String name, FindingsModel model) {
        String count = count(model.shown(), model.rows().size(), name);
        return switch (state.phase()) {
            case CHECKING -> state.total() > 0 && !state.complete() ? count + " \u2013 " + progress(state) : count;
            case OFF -> count + " \u2013 " + Messages.view_countOff;
            case CANCELLED -> count + " \u2013 " + Messages.view_countCancelled;
            case WAITING, READING, DONE, FAILED, CLOSED -> count;
        };
    }

    private static String checking(PaperState state, String name) {
        String first = NLS.bind(Messages.view_checking, name);
        return state.total() > 0 ? first + '\n' + progress(state) : first;
    }

    private static String progress(PaperState state) {
        return NLS.bind(Messages.view_progress, state.done(), state.total());
    }

    private static int words(PaperState state) {
        return state.manuscript().map(Manuscript::wordCount).orElse(0);
    }

    private static String notice(PaperState state) {
        if (state.phase() == Phase.FAILED) {
            return state.message();
        }
        List<String> failures = state.failures();
        return failures.isEmpty() ? "" : String.join("\n", failures);
    }
}
