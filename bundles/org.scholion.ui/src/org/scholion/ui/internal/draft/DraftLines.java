package org.scholion.ui.internal.draft;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** The sentences in the order in which the author wants them. Used in the thread of the user interface. */
@NonNullByDefault
final class DraftLines {

    private final List<DraftLine> lines = new ArrayList<>();

    /** Takes other sentences. */
    void show(List<DraftLine> newer) {
        lines.clear();
        lines.addAll(newer);
    }

    List<DraftLine> all() {
        return List.copyOf(lines);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Puts a sentence behind the others. */
    void add(DraftLine line) {
        if (!lines.contains(line)) {
            lines.add(line);
        }
    }

    void remove(DraftLine line) {
        lines.remove(line);
    }

    /** Whether a sentence can go up (-1) or down (1). */
    boolean canMove(DraftLine line, int by) {
        int place = lines.indexOf(line);
        return place >= 0 && place + by >= 0 && place + by < lines.size();
    }

    /** Moves a sentence up (-1) or down (1), as far as that is possible. */
    void move(DraftLine line, int by) {
        if (canMove(line, by)) {
            int place = lines.indexOf(line);
            lines.remove(place);
            lines.add(place + by, line);
        }
    }

    /** What is ticked and not empty, in the notation of the paper. */
    List<String> used() {
        return lines.stream().filter(DraftLine::isUsed).map(line -> line.written().strip()).filter(text -> !text.isEmpty()).toList();
    }

    /** The words of what is ticked. */
    int words() {
        return lines.stream().filter(DraftLine::isUsed).mapToInt(DraftLine::words).sum();
    }
}
