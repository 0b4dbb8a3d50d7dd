package org.scholion.manuscript.word.internal.read;

import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.manuscript.NewCitation;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.word.internal.xml.XmlElement;

/**
 * A stretch of the text of a paragraph. The text of the paragraph, which its offsets count in, is that of all its pieces.
 *
 * @param text of the piece; never empty
 * @param look how it is written
 */
public sealed interface Piece {

    String text();

    Look look();

    /**
     * How the letters of a run are to be taken.
     *
     * @param language a BCP 47 tag; empty where nothing is said
     * @param emphasis whether it is set apart by italics, bold type or underlining from the paragraph around
     * @param hidden whether nobody sees it
     * @param raised whether it is set as superscript
     */
    record Look(String language, boolean emphasis, boolean hidden, boolean raised) {}

    /**
     * The element of a run that a piece comes from.
     *
     * @param run the run
     * @param element a child of it
     * @param insertion the tracked insertion of somebody that the run is a child of; null where there is none
     */
    record Spot(XmlElement run, XmlElement element, @Nullable XmlElement insertion) {}

    /**
     * Letters that stand in a run and can be changed.
     *
     * @param spot null for those that are to come
     */
    record Letters(String text, Look look, @Nullable Spot spot) implements Piece {}

    /**
     * What an element of a run prints.
     *
     * @param text in the paragraph, such as a tab
     * @param printed in the prose; empty for a soft hyphen
     * @param spot null where the document itself is not at hand
     */
    record Mark(String text, String printed, Look look, @Nullable Spot spot) implements Piece {}

    /**
     * What a field computed, or what stands no more directly in its run; it cannot be changed here.
     *
     * @param run in which it stands; null where none does, or the document itself is not at hand
     */
    record Result(String text, Look look, @Nullable XmlElement run) implements Piece {}

    /**
     * A formula, citation, picture …; its text is one {@link Prose#PLACEHOLDER}.
     *
     * @param instruction of the field that it is the result of, without spaces around; empty where it is none
     * @param element that holds it; null for a field, or where the document itself is not at hand
     */
    record Thing(
            PlaceholderKind kind, Placeholder.Role role, String display, String instruction, Look look, @Nullable XmlElement element)
            implements Piece {

        /** One that is not written yet. */
        public static Thing of(NewCitation citation, Look look) {
            return new Thing(
                    PlaceholderKind.CITATION, Citations.role(citation.shown()), citation.shown(), Citations.instruction(citation.keys()), look, null);
        }

        @Override
        public String text() {
            return String.valueOf(Prose.PLACEHOLDER);
        }
    }

    /** Where it stands when it can be changed there. */
    default Optional<Spot> origin() {
        return switch (this) {
            case Letters letters -> optional(letters.spot());
            case Mark mark -> optional(mark.spot());
            case Result result -> Optional.empty();
            case Thing thing -> Optional.empty();
        };
    }

    private static Optional<Spot> optional(@Nullable Spot spot) {
        return spot == null ? Optional.empty() : Optional.of(spot);
    }

    /** The same without the document that it comes from, which is large. */
    default Piece detached() {
        return switch (this) {
            case Letters letters -> new Letters(letters.text(), letters.look(), null);
            case Mark mark -> new Mark(mark.text(), mark.printed(), mark.look(), null);
            case Result result -> new Result(result.text(), result.look(), null);
            case Thing thing -> new Thing(thing.kind(), thing.role(), thing.display(), thing.instruction(), thing.look(), null);
        };
    }
}
