package org.scholion.jobs.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.scholion.manuscript.OpenTexts.OpenText;
import org.scholion.text.Revision;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/**
 * A text and its latest changes. Telling a change costs the same for every length of text; the text itself is put together by whoever
 * asks for it. Thread-safe.
 */
final class EditedText {

    /** How many changes are remembered for taking old places to new ones. */
    private static final int REMEMBERED = 4096;

    /** Revisions of all texts differ, so that a result for a text that was closed is never taken for one of the text opened anew. */
    private static final AtomicLong STAMPS = new AtomicLong(Revision.DISK.stamp());

    private record Change(TextEdit edit, Revision before, Revision after) {}

    private final Deque<Change> log = new ArrayDeque<>();
    private OpenText known;
    private List<Change> pending = new ArrayList<>();
    private Revision revision;

    EditedText(String text) {
        revision = next();
        known = new OpenText(text, revision);
    }

    synchronized Revision revision() {
        return revision;
    }

    synchronized Revision changed(TextEdit edit) {
        Change change = new Change(edit, revision, next());
        revision = change.after();
        pending.add(change);
        log.addLast(change);
        if (log.size() > REMEMBERED) {
            log.removeFirst();
        }
        return revision;
    }

    synchronized Revision replaced(String text) {
        revision = next();
        known = new OpenText(text, revision);
        pending = new ArrayList<>();
        log.clear();
        return revision;
    }

    /** The text as it is now. */
    OpenText text() {
        OpenText from;
        List<Change> changes;
        synchronized (this) {
            from = known;
            changes = List.copyOf(pending);
        }
        if (changes.isEmpty()) {
            return from;
        }
        StringBuilder text = new StringBuilder(from.text());
        for (Change change : changes) {
            TextRange range = change.edit().range();
            text.replace(range.start(), range.end(), change.edit().replacement());
        }
        OpenText result = new OpenText(text.toString(), changes.getLast().after());
        synchronized (this) {
            if (known.revision().equals(from.revision())) {
                known = result;
                pending.subList(0, changes.size()).clear();
            }
        }
        return result;
    }

    synchronized Optional<TextRange> toCurrent(TextRange range, Revision computedOn) {
        if (computedOn.equals(revision)) {
            return Optional.of(range);
        }
        Deque<Change> since = new ArrayDeque<>();
        for (Iterator<Change> newestFirst = log.descendingIterator(); newestFirst.hasNext(); ) {
            Change change = newestFirst.next();
            since.addFirst(change);
            if (change.before().equals(computedOn)) {
                return through(since, range);
            }
            if (change.before().compareTo(computedOn) < 0) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<TextRange> through(Iterable<Change> changes, TextRange range) {
        Optional<TextRange> place = Optional.of(range);
        for (Change change : changes) {
            place = place.flatMap(before -> after(before, change.edit()));
        }
        return place;
    }

    /** Where a range stands after an edit; nothing when the edit changed its words or made them longer. */
    private static Optional<TextRange> after(TextRange range, TextEdit edit) {
        TextRange replaced = edit.range();
        if (replaced.end() < range.start() || replaced.end() == range.start() && !touches(edit, true)) {
            return Optional.of(range.shifted(edit.growth()));
        }
        if (replaced.start() > range.end() || replaced.start() == range.end() && !touches(edit, false)) {
            return Optional.of(range);
        }
        return Optional.empty();
    }

    /** Whether an edit at the border of a word becomes a part of it. */
    private static boolean touches(TextEdit edit, boolean before) {
        String text = edit.replacement();
        return text.isEmpty() || Character.isLetterOrDigit(before ? text.charAt(text.length() - 1) : text.charAt(0));
    }

    private static Revision next() {
        return new Revision(STAMPS.incrementAndGet());
    }
}
