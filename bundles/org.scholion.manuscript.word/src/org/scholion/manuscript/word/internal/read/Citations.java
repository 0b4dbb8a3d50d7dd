package org.scholion.manuscript.word.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure.BibliographyEntry;
import org.scholion.manuscript.Structure.Citation;
import org.scholion.text.TextRange;

/** What fields cite. */
public final class Citations {

    /** The field of Word itself. */
    public static final String CITATION = "CITATION";

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern NO_TAG = Pattern.compile("[\\s\"\\\\]+");

    private Citations() {}

    /** In brackets, or raised, a citation is no part of the sentence; "Knuth (1984)" is. */
    static Placeholder.Role role(String citation) {
        String shown = citation.strip();
        boolean letters = !shown.isEmpty() && Character.isLetter(shown.codePointAt(0));
        return letters ? Placeholder.Role.NOUN : Placeholder.Role.PARENTHESIS;
    }

    /** What a field says that cites sources of Word: {@code CITATION Knuth84 \m Lamport94}. */
    public static String instruction(List<String> keys) {
        return CITATION + " " + String.join(" \\m ", keys.stream().map(Citations::tag).toList());
    }

    /** A key as an instruction can hold it. */
    public static String tag(String key) {
        String tag = NO_TAG.matcher(key).replaceAll("");
        return tag.isEmpty() ? "source" : tag;
    }

    /**
     * The citations among the pieces of a paragraph.
     *
     * @param unit what offsets count in
     * @param start where the pieces begin there
     */
    public static List<Citation> in(List<Piece> pieces, SourceUnit unit, int start) {
        List<Citation> citations = new ArrayList<>();
        int offset = start;
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Thing thing) {
                of(thing, new SourceRange(unit, TextRange.ofLength(offset, 1))).ifPresent(citations::add);
            }
            offset += piece.text().length();
        }
        return citations;
    }

    /** The citation that a field is; empty where it is something else. */
    static Optional<Citation> of(Piece.Thing thing, SourceRange range) {
        if (thing.kind() != PlaceholderKind.CITATION || thing.instruction().isEmpty()) {
            return Optional.empty();
        }
        String command = command(thing.instruction());
        List<String> keys = command.equals(CITATION)
                ? tags(thing.instruction())
                : CitedWorks.of(thing.instruction(), range).stream().map(BibliographyEntry::key).toList();
        return Optional.of(new Citation(keys.stream().map(key -> new Citation.Key(key, range)).toList(), command, true, range));
    }

    /** What an instruction begins with, of an add-in what follows: {@code CITATION}, {@code ZOTERO_ITEM}, {@code EN.CITE}. */
    public static String command(String instruction) {
        String[] words = SPACE.split(instruction.strip(), 3);
        String command = words[0].toUpperCase(Locale.ROOT);
        return command.equals("ADDIN") && words.length > 1 ? words[1] : command;
    }

    /** {@code CITATION Knuth84 \l 1033 \m Lamport94}: names of sources, and switches with an argument each. */
    public static List<String> tags(String instruction) {
        String[] words = SPACE.split(instruction.strip());
        List<String> keys = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            boolean argument = words[i - 1].startsWith("\\") && !words[i - 1].equals("\\m");
            if (!words[i].startsWith("\\") && !argument) {
                keys.add(words[i]);
            }
        }
        return keys;
    }
}
