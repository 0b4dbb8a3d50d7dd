package org.scholion.ui.word.internal.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scholion.manuscript.NewCitation;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.rendition.RenderedLine;
import org.scholion.manuscript.rendition.Span;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/**
 * A line of a document while it is edited: its spans are those of the rendition, each as long as it is now. Not thread-safe.
 *
 * <p>New letters belong to the span of the letter before them, so that they look like it; where that cannot be changed, to the one behind.
 */
final class EditedLine {

    private final RenderedLine rendered;
    private final String before;
    private final int[] lengths;

    /** @param before the text of the line in the rendition */
    EditedLine(RenderedLine rendered, String before) {
        this.rendered = rendered;
        this.before = before;
        lengths = rendered.spans().stream().mapToInt(span -> span.range().length()).toArray();
    }

    RenderedLine rendered() {
        return rendered;
    }

    /** Where a span stands now, in the line; empty when its letters were taken away. */
    TextRange place(int span) {
        int start = 0;
        for (int i = 0; i < span; i++) {
            start += lengths[i];
        }
        return TextRange.ofLength(start, lengths[span]);
    }

    /** Whether a range of the line may be replaced. */
    boolean allows(TextRange replaced, String replacement) {
        int start = 0;
        for (int i = 0; i < lengths.length; i++) {
            TextRange place = TextRange.ofLength(start, lengths[i]);
            if (place.overlaps(replaced) && !span(i).editable()) {
                return false;
            }
            start = place.end();
        }
        return replacement.isEmpty() || receiver(replaced).isPresent();
    }

    /** Takes a change that is allowed. */
    void replaced(TextRange replaced, String replacement) {
        Optional<Integer> receiver = replacement.isEmpty() ? Optional.empty() : receiver(replaced);
        int start = 0;
        for (int i = 0; i < lengths.length; i++) {
            int end = start + lengths[i];
            int taken = Math.max(0, Math.min(end, replaced.end()) - Math.max(start, replaced.start()));
            lengths[i] -= taken;
            start = end;
        }
        receiver.ifPresent(span -> lengths[span] += replacement.length());
    }

    /** The span that new letters belong to. */
    private Optional<Integer> receiver(TextRange replaced) {
        Optional<Integer> behind = Optional.empty();
        int start = 0;
        for (int i = 0; i < lengths.length; i++) {
            int end = start + lengths[i];
            if (span(i).editable() && start <= replaced.start() && replaced.start() <= end) {
                boolean holdsLetterBefore = start < replaced.start();
                boolean replacedItself = !replaced.isEmpty() && start == replaced.start() && start < end;
                if (holdsLetterBefore && (replaced.isEmpty() || replaced.start() < end) || replacedItself) {
                    return Optional.of(i);
                }
                if (behind.isEmpty()) {
                    behind = Optional.of(i);
                }
            }
            start = end;
        }
        return behind;
    }

    private Span span(int index) {
        return rendered.spans().get(index);
    }

    /**
     * What changed, as changes of the paragraphs.
     *
     * @param now the text of the line
     * @param citations that letters of it stand for
     */
    List<SourceEdit> edits(String now, Map<Character, NewCitation> citations) {
        if (now.equals(before)) {
            return List.of();
        }
        List<SourceEdit> edits = new ArrayList<>();
        int first = 0;
        while (first < lengths.length) {
            int last = first;
            while (last + 1 < lengths.length && span(first).editable() && continues(last)) {
                last++;
            }
            if (span(first).editable()) {
                TextRange then = span(first).range().hull(span(last).range());
                TextRange place = place(first).hull(place(last));
                SourceRange source = span(first).source().orElseThrow();
                for (TextEdit edit : WordDifferences.between(then.of(before), place.of(now))) {
                    SourceRange range = new SourceRange(source.unit(), edit.range().shifted(source.range().start()));
                    edits.add(edit(range, edit.replacement(), citations));
                }
            }
            first = last + 1;
        }
        return edits;
    }

    private static SourceEdit edit(SourceRange range, String replacement, Map<Character, NewCitation> citations) {
        StringBuilder text = new StringBuilder(replacement);
        List<NewCitation> cited = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            NewCitation citation = citations.get(text.charAt(i));
            if (citation != null) {
                text.setCharAt(i, Prose.PLACEHOLDER);
                cited.add(citation);
            }
        }
        return new SourceEdit(range, text.toString(), "", cited);
    }

    /** Whether the letters behind a span are the next ones of the paragraph, and can be changed, too. */
    private boolean continues(int index) {
        Span next = span(index + 1);
        return next.editable() && next.source().map(EditedLine::start).equals(span(index).source().map(EditedLine::end));
    }

    private static SourceRange start(SourceRange range) {
        return new SourceRange(range.unit(), TextRange.at(range.range().start()));
    }

    private static SourceRange end(SourceRange range) {
        return new SourceRange(range.unit(), TextRange.at(range.range().end()));
    }
}
