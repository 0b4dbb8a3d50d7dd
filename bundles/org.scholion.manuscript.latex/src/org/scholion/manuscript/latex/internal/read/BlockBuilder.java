package org.scholion.manuscript.latex.internal.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.SourceMap;
import org.scholion.manuscript.SourceMap.Origin;
import org.scholion.manuscript.SourceRange;
import org.scholion.text.TextRange;

/** Collects the prose of one block. */
final class BlockBuilder {

    /** A stretch of text under one scope, up to the next one. */
    private record Stretch(int start, Scope scope) {}

    /** A block that stands inside this one, such as a footnote, comes after it. */
    final List<Block> deferred = new ArrayList<>();

    private final StringBuilder text = new StringBuilder();
    private final SourceMap.Builder map = SourceMap.builder();
    private final List<Placeholder> placeholders = new ArrayList<>();
    private final List<Stretch> stretches = new ArrayList<>();
    private @Nullable SourceRange range;
    private @Nullable Spot pendingSpace;
    private boolean pendingBreak;
    private boolean pendingVerbatim;
    private @Nullable Placeholder pendingObject;
    private @Nullable Spot pendingObjectSpot;
    private boolean noteBefore;
    private int openSingleQuotes;

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** The last unit that was printed, or a space. */
    char last() {
        return text.isEmpty() || pendingSpace != null ? ' ' : text.charAt(text.length() - 1);
    }

    /** The printed text so far, without white space at its end. */
    CharSequence printed() {
        return text;
    }

    int openSingleQuotes() {
        return openSingleQuotes;
    }

    void quoteOpened(int change) {
        openSingleQuotes = Math.max(0, openSingleQuotes + change);
    }

    /** Takes white space; only the first of a run counts, and none at the ends of the block. */
    void space(Spot spot, boolean verbatim) {
        if (!text.isEmpty() && pendingSpace == null) {
            pendingSpace = spot;
            pendingVerbatim = verbatim;
        }
    }

    void lineBreak(Spot spot) {
        if (!text.isEmpty()) {
            pendingSpace = spot;
            pendingVerbatim = false;
            pendingBreak = true;
        }
    }

    /** A note stands here: the space before it goes when punctuation follows. */
    void note() {
        noteBefore = true;
    }

    /** A table or picture in the line, which shows only when words follow. */
    void object(Placeholder object, Spot spot) {
        if (!text.isEmpty()) {
            pendingObject = object;
            pendingObjectSpot = spot;
        }
    }

    void verbatim(CharSequence source, int start, int end, Spot spot, Scope scope) {
        beforeText(source.charAt(start), scope);
        text.append(source, start, end);
        if (spot.expansion()) {
            map.expansion(end - start, spot.range());
        } else {
            map.verbatim(spot.range());
        }
        touch(spot.range());
    }

    void notation(String printed, Spot spot, Scope scope) {
        if (printed.isEmpty()) {
            return;
        }
        beforeText(printed.charAt(0), scope);
        append(printed, spot);
    }

    void placeholder(PlaceholderKind kind, Placeholder.Role role, String display, Spot spot, Scope scope) {
        beforeText(Prose.PLACEHOLDER, scope);
        placeholders.add(new Placeholder(text.length(), kind, role, display));
        append(String.valueOf(Prose.PLACEHOLDER), spot);
    }

    /** Extends the block's range over markup. */
    void touch(SourceRange more) {
        SourceRange before = range;
        if (before == null) {
            range = more;
        } else if (before.unit().equals(more.unit())) {
            range = before.hull(more);
        }
    }

    /**
     * The finished block, or nothing when no word was printed.
     *
     * @param mainLanguage what an empty language in a scope stands for
     */
    @Nullable Block finish(BlockKind kind, int level, String mainLanguage) {
        SourceRange place = range;
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\n')) {
            end--;
        }
        text.setLength(end);
        map.truncate(end);
        if (place == null || !isWorthKeeping(kind)) {
            return null;
        }
        String language = mainLanguageOf(mainLanguage);
        Prose prose = new Prose(text.toString(), placeholders, passages(language, mainLanguage), map.build());
        return new Block(kind, level, prose, language, place);
    }

    private boolean isWorthKeeping(BlockKind kind) {
        if (kind == BlockKind.HEADING || kind == BlockKind.TITLE || kind == BlockKind.CAPTION || kind == BlockKind.BIBLIOGRAPHY) {
            return !text.isEmpty();
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c) || kind != BlockKind.TABLE_CELL && Character.isDigit(c)) {
                return true;
            }
        }
        return false;
    }

    private void beforeText(char next, Scope scope) {
        Placeholder object = pendingObject;
        Spot objectSpot = pendingObjectSpot;
        if (object != null && objectSpot != null) {
            pendingObject = null;
            flushSpace(Prose.PLACEHOLDER);
            placeholders.add(new Placeholder(text.length(), object.kind(), object.role(), object.display()));
            append(String.valueOf(Prose.PLACEHOLDER), objectSpot);
            if (Character.isLetterOrDigit(next)) {
                append(" ", objectSpot);
            }
        }
        flushSpace(next);
        noteBefore = false;
        if (stretches.isEmpty() || !stretches.getLast().scope().equals(scope)) {
            stretches.add(new Stretch(text.length(), scope));
        }
    }

    private void flushSpace(char next) {
        Spot space = pendingSpace;
        if (space != null) {
            pendingSpace = null;
            boolean drop = noteBefore && ".,;:!?)".indexOf(next) >= 0;
            char last = text.isEmpty() ? '\n' : text.charAt(text.length() - 1);
            if (!drop && last != '\n' && last != ' ') {
                if (pendingVerbatim && !pendingBreak && !space.expansion() && space.range().range().length() == 1) {
                    text.append(' ');
                    map.verbatim(space.range());
                } else {
                    append(pendingBreak ? "\n" : " ", space);
                }
            }
        }
        pendingBreak = false;
    }

    private void append(String printed, Spot spot) {
        text.append(printed);
        if (spot.origin() == Origin.EXPANSION) {
            map.expansion(printed.length(), spot.range());
        } else {
            map.notation(printed.length(), spot.range());
        }
        touch(spot.range());
    }

    private String mainLanguageOf(String mainLanguage) {
        if (stretches.size() == 1) {
            return resolve(stretches.getFirst().scope().language(), mainLanguage);
        }
        Map<String, Integer> units = new HashMap<>();
        String best = mainLanguage;
        int most = 0;
        for (int i = 0; i < stretches.size(); i++) {
            String language = resolve(stretches.get(i).scope().language(), mainLanguage);
            int end = i + 1 < stretches.size() ? stretches.get(i + 1).start() : text.length();
            int sum = units.merge(language, end - stretches.get(i).start(), Integer::sum);
            if (sum > most) {
                most = sum;
                best = language;
            }
        }
        return best;
    }

    private static String resolve(String language, String mainLanguage) {
        return language.isEmpty() ? mainLanguage : language;
    }

    private List<Prose.Passage> passages(String language, String mainLanguage) {
        List<Prose.Passage> passages = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            int start = stretches.get(i).start();
            int end = Math.min(text.length(), i + 1 < stretches.size() ? stretches.get(i + 1).start() : text.length());
            while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
            Scope scope = stretches.get(i).scope();
            Prose.Passage.@Nullable Kind kind = kindOf(scope, language, mainLanguage);
            if (kind != null && start < end) {
                String tag = kind == Prose.Passage.Kind.LANGUAGE ? resolve(scope.language(), mainLanguage) : "";
                add(passages, new Prose.Passage(new TextRange(start, end), kind, tag));
            }
        }
        return passages;
    }

    private void add(List<Prose.Passage> passages, Prose.Passage passage) {
        if (!passages.isEmpty()) {
            Prose.Passage before = passages.getLast();
            boolean same = before.kind() == passage.kind() && before.language().equals(passage.language());
            if (same && text.substring(before.range().end(), passage.range().start()).isBlank()) {
                passages.set(passages.size() - 1,
                        new Prose.Passage(before.range().hull(passage.range()), passage.kind(), passage.language()));
                return;
            }
        }
        passages.add(passage);
    }

    private static Prose.Passage.@Nullable Kind kindOf(Scope scope, String language, String mainLanguage) {
        if (scope.unchecked()) {
            return Prose.Passage.Kind.UNCHECKED;
        }
        if (!resolve(scope.language(), mainLanguage).equals(language)) {
            return Prose.Passage.Kind.LANGUAGE;
        }
        if (scope.quotation()) {
            return Prose.Passage.Kind.QUOTATION;
        }
        return scope.emphasis() ? Prose.Passage.Kind.EMPHASIS : null;
    }
}
