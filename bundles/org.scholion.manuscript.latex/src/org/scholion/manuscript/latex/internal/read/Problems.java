package org.scholion.manuscript.latex.internal.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.scholion.manuscript.Problem;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.latex.internal.Messages;
import org.scholion.text.LineIndex;

/** Collects what could not be read; the same trouble in one file is told once. */
final class Problems {

    private static final int MAX_PROBLEMS = 200;

    private final List<Problem> found = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private final Map<SourceUnit, LineIndex> lines = new HashMap<>();
    private final Map<SourceUnit, String> texts = new HashMap<>();

    /** Makes the text of a file known, so that lines can be counted in it. */
    void file(SourceUnit unit, String text) {
        texts.put(unit, text);
    }

    /**
     * Tells of trouble.
     *
     * @param once what makes it the same as another of this file, such as the message's name
     */
    void add(SourceRange range, String once, String message, Object... values) {
        if (found.size() < MAX_PROBLEMS && told.add(once + '\n' + range.unit().path())) {
            int line = lineOf(range);
            found.add(new Problem(range, line, NLS.bind(message, values)));
        }
    }

    List<Problem> all() {
        return List.copyOf(found);
    }

    /** Tells of a group, formula or environment that does not end. */
    void unclosed(SourceRange range, String what) {
        add(range, "unclosed " + what, Messages.unclosed, what);
    }

    private int lineOf(SourceRange range) {
        String text = texts.get(range.unit());
        if (text == null || range.range().start() > text.length()) {
            return 0;
        }
        return lines.computeIfAbsent(range.unit(), unit -> new LineIndex(text)).line(range.range().start());
    }
}
