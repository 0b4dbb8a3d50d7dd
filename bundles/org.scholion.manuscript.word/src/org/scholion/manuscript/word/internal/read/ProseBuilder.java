package org.scholion.manuscript.word.internal.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.Prose.Passage;
import org.scholion.manuscript.SourceMap;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceUnit;
import org.scholion.text.TextRange;

/** Makes the prose of a paragraph out of its pieces, or of several that deletions of their marks made one. Used for one. */
public final class ProseBuilder {

    private static final char SOFT_HYPHEN = '\u00AD';

    private final StringBuilder text = new StringBuilder();
    private final SourceMap.Builder map = SourceMap.builder();
    private final List<Placeholder> placeholders = new ArrayList<>();
    private final List<Stretch> stretches = new ArrayList<>();
    private @Nullable SourceUnit unit;
    private int offset;

    /** Prose from there on looks so. */
    private record Stretch(int start, Piece.Look look) {}

    /** @param paragraph that the pieces stand in, one behind another */
    public ProseBuilder add(SourceUnit paragraph, List<Piece> pieces) {
        unit = paragraph;
        offset = 0;
        for (Piece piece : pieces) {
            if (!piece.look().hidden()) {
                add(piece);
            }
            offset += piece.text().length();
        }
        return this;
    }

    private void add(Piece piece) {
        if (stretches.isEmpty() || !stretches.getLast().look().equals(piece.look())) {
            stretches.add(new Stretch(text.length(), piece.look()));
        }
        switch (piece) {
            case Piece.Letters letters -> letters(letters.text());
            case Piece.Mark mark -> mark(mark.printed(), mark.text().length());
            case Piece.Result result -> {
                String shown = result.text().replace(String.valueOf(Prose.PLACEHOLDER), "");
                text.append(shown);
                map.expansion(shown.length(), source(offset, result.text().length()));
            }
            case Piece.Thing thing -> {
                placeholders.add(new Placeholder(text.length(), thing.kind(), thing.role(), thing.display()));
                text.append(Prose.PLACEHOLDER);
                map.notation(1, source(offset, 1));
            }
        }
    }

    /** Of white space in a row one space is left, none at the beginning; a soft hyphen is nothing. */
    private void letters(String letters) {
        int kept = 0;
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            boolean space = isSpace(c);
            // the letter that stands for placeholders cannot stand for itself
            boolean dropped = c == Prose.PLACEHOLDER || c == SOFT_HYPHEN || space && endsInSpace();
            if (!dropped && (!space || c == ' ')) {
                text.append(c);
                continue;
            }
            map.verbatim(source(offset + kept, i - kept));
            kept = i + 1;
            if (!dropped) {
                text.append(' ');
                map.notation(1, source(offset + i, 1));
            }
        }
        map.verbatim(source(offset + kept, letters.length() - kept));
    }

    private void mark(String printed, int length) {
        boolean space = printed.equals(" ") || printed.equals("\n");
        if (!printed.isEmpty() && !(space && endsInSpace())) {
            text.append(printed);
            map.notation(printed.length(), source(offset, length));
        }
    }

    /** Spaces that do not break or are narrow are spaces to a reader. */
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private boolean endsInSpace() {
        return text.isEmpty() || text.charAt(text.length() - 1) == ' ' || text.charAt(text.length() - 1) == '\n';
    }

    private SourceRange source(int start, int length) {
        return new SourceRange(Objects.requireNonNull(unit), TextRange.ofLength(start, length));
    }

    /** The language of most letters; {@code otherwise} where no run says one. */
    public String language(String otherwise) {
        Map<String, Integer> letters = new HashMap<>();
        String best = otherwise;
        for (int i = 0; i < stretches.size(); i++) {
            String language = resolved(stretches.get(i).look(), otherwise);
            int count = letters.merge(language, end(i) - stretches.get(i).start(), Integer::sum);
            best = count > letters.getOrDefault(best, 0) ? language : best;
        }
        return best;
    }

    /** @param language of the block */
    public Prose build(String language, String otherwise) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\n')) {
            end--;
        }
        text.setLength(end);
        map.truncate(end);
        return new Prose(text.toString(), placeholders, passages(language, otherwise), map.build());
    }

    private List<Passage> passages(String language, String otherwise) {
        List<Passage> passages = new ArrayList<>();
        boolean allEmphasis = stretches.stream().allMatch(stretch -> stretch.look().emphasis());
        for (int i = 0; i < stretches.size(); i++) {
            int start = Math.min(text.length(), stretches.get(i).start());
            int end = Math.min(text.length(), end(i));
            while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
            String own = resolved(stretches.get(i).look(), otherwise);
            if (start < end && !own.equals(language)) {
                passages.add(new Passage(new TextRange(start, end), Passage.Kind.LANGUAGE, own));
            } else if (start < end && stretches.get(i).look().emphasis() && !allEmphasis) {
                passages.add(new Passage(new TextRange(start, end), Passage.Kind.EMPHASIS, ""));
            }
        }
        return passages;
    }

    private int end(int stretch) {
        return stretch + 1 < stretches.size() ? stretches.get(stretch + 1).start() : text.length();
    }

    private static String resolved(Piece.Look look, String otherwise) {
        return look.language().isEmpty() ? otherwise : look.language();
    }
}
