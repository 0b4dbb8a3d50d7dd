package org.scholion.manuscript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scholion.manuscript.SourceMap.Place;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/** Turns changes of a block's prose into changes of the source that leave all markup as it is. */
public final class EditProjection {

    private EditProjection() {}

    /**
     * The changes of the source that make {@code edit} of the prose. What stays equal at the ends is left alone; when markup still
     * lies inside, words that stay are left alone as well.
     *
     * @param notation of the manuscript
     * @return empty when the change would have to touch markup, a placeholder or a macro's text
     */
    public static Optional<List<SourceEdit>> project(Prose prose, TextEdit edit, Manuscript.Notation notation) {
        TextEdit minimal = edit.minimal(prose.text());
        if (minimal.range().isEmpty() && minimal.replacement().isEmpty()) {
            return Optional.of(List.of());
        }
        Optional<SourceEdit> whole = single(prose, minimal, notation);
        if (whole.isPresent()) {
            return Optional.of(List.of(whole.get()));
        }
        return wordByWord(prose, minimal, notation);
    }

    private static Optional<SourceEdit> single(Prose prose, TextEdit edit, Manuscript.Notation notation) {
        TextEdit widened = widenToNotation(prose, edit);
        if (prose.hasPlaceholder(widened.range()) || widened.replacement().indexOf(Prose.PLACEHOLDER) >= 0) {
            return Optional.empty();
        }
        return switch (prose.map().place(widened.range())) {
            case Place.Exact(SourceRange range) -> Optional.of(new SourceEdit(range, notation.encode(widened.replacement())));
            case Place.CrossesMarkup crossing -> Optional.empty();
        };
    }

    /** An edit that begins or ends inside a notation of several units takes in the whole of it. */
    private static TextEdit widenToNotation(Prose prose, TextEdit edit) {
        int start = edit.range().start();
        int end = edit.range().end();
        for (SourceMap.Segment segment : prose.map().segments()) {
            TextRange range = segment.prose();
            if (segment.origin() == SourceMap.Origin.NOTATION && range.length() > 1) {
                start = range.start() < start && start < range.end() ? range.start() : start;
                end = range.start() < end && end < range.end() ? range.end() : end;
            }
        }
        String replacement = prose.text().substring(start, edit.range().start())
                + edit.replacement()
                + prose.text().substring(edit.range().end(), end);
        return new TextEdit(new TextRange(start, end), replacement);
    }

    /** Where as many words stand before as after, those that differ are changed one by one. */
    private static Optional<List<SourceEdit>> wordByWord(Prose prose, TextEdit edit, Manuscript.Notation notation) {
        int wordStart = edit.range().start();
        int wordEnd = edit.range().end();
        String text = prose.text();
        while (wordStart > 0 && !Character.isWhitespace(text.charAt(wordStart - 1))) {
            wordStart--;
        }
        while (wordEnd < text.length() && !Character.isWhitespace(text.charAt(wordEnd))) {
            wordEnd++;
        }
        TextRange words = new TextRange(wordStart, wordEnd);
        String after = text.substring(wordStart, edit.range().start()) + edit.replacement() + text.substring(edit.range().end(), wordEnd);
        List<TextRange> from = words(words.of(text));
        List<TextRange> to = words(after);
        if (from.size() != to.size() || from.size() < 2) {
            return Optional.empty();
        }
        List<SourceEdit> edits = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            TextRange word = from.get(i).shifted(wordStart);
            String replacement = to.get(i).of(after);
            if (!word.of(text).equals(replacement)) {
                Optional<SourceEdit> one = single(prose, new TextEdit(word, replacement).minimal(text), notation);
                if (one.isEmpty()) {
                    return Optional.empty();
                }
                edits.add(one.get());
            }
        }
        return Optional.of(edits);
    }

    private static List<TextRange> words(String text) {
        List<TextRange> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean space = i == text.length() || Character.isWhitespace(text.charAt(i));
            if (!space && start < 0) {
                start = i;
            } else if (space && start >= 0) {
                words.add(new TextRange(start, i));
                start = -1;
            }
        }
        return words;
    }
}
