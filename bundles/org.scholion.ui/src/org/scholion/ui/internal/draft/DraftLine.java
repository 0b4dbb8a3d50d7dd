package org.scholion.ui.internal.draft;

import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.drafts.DraftSentence;
import org.scholion.assist.drafts.Evidence;
import org.scholion.assist.drafts.SentenceRole;
import org.scholion.manuscript.Prose;

/** A sentence that the author may take, change or leave. Used in the thread of the user interface. */
@NonNullByDefault
final class DraftLine {

    /** Where a sentence comes from. */
    enum Source {
        /** It was made, and the paper says so. */
        SUPPORTED,
        /** It was made, and the paper does not say so. */
        UNSUPPORTED,
        /** It stands in the abstract of the paper. */
        OWN
    }

    private final String readable;
    private final String markup;
    private final Source source;
    private final Optional<SentenceRole> role;
    private final List<Evidence> evidence;
    private String written;
    private boolean used;

    private DraftLine(
            String readable, String markup, Source source, Optional<SentenceRole> role, List<Evidence> evidence, boolean used) {
        this.readable = readable;
        // what stands for a formula of a document can only be written by the program that made it
        this.markup = (markup.indexOf(Prose.PLACEHOLDER) >= 0 ? readable : markup).replaceAll("\\R", " ");
        this.source = source;
        this.role = role;
        this.evidence = List.copyOf(evidence);
        this.used = used;
        written = this.markup;
    }

    static DraftLine of(DraftSentence sentence) {
        Source source = sentence.supported() ? Source.SUPPORTED : Source.UNSUPPORTED;
        return new DraftLine(sentence.text(), sentence.markup(), source, sentence.role(), sentence.evidence(), true);
    }

    /** A sentence that the author has written; it is not used at first. */
    static DraftLine of(OwnAbstract.Sentence own) {
        return new DraftLine(own.place().text(), own.markup(), Source.OWN, Optional.empty(), List.of(own.place()), false);
    }

    Source source() {
        return source;
    }

    /** In the notation of the paper, with the changes of the author. */
    String written() {
        return written;
    }

    /** The author changed it; line ends are spaces. */
    void write(String text) {
        written = text;
    }

    boolean isUsed() {
        return used;
    }

    void use(boolean wanted) {
        used = wanted;
    }

    /** What it rests on; empty where nothing was found. */
    Optional<Evidence> evidence() {
        return evidence.stream().findFirst();
    }

    /** What it does in an abstract; empty where that is not known. */
    String role() {
        return role.map(DraftLine::name).orElse("");
    }

    /** How many words stand between white space. */
    int words() {
        String text = (written.equals(markup) ? readable : written).strip();
        return text.isEmpty() ? 0 : text.split("\\s+").length;
    }

    /** Where it comes from, in one line. */
    String origin() {
        String original = evidence().map(Evidence::text).orElse("");
        String section = evidence().map(Evidence::section).orElse("");
        return switch (source) {
            case OWN -> Messages.line_own;
            case SUPPORTED -> section.isEmpty() ? original : NLS.bind(Messages.line_from, section, original);
            case UNSUPPORTED -> {
                if (original.isEmpty()) {
                    yield Messages.line_unsupported;
                }
                String place = section.isEmpty() ? original : NLS.bind(Messages.line_from, section, original);
                yield NLS.bind(Messages.line_nearest, place);
            }
        };
    }

    private static String name(SentenceRole role) {
        return switch (role) {
            case BACKGROUND -> Messages.role_background;
            case OBJECTIVE -> Messages.role_objective;
            case METHOD -> Messages.role_method;
            case RESULT -> Messages.role_result;
            case CONCLUSION -> Messages.role_conclusion;
            case OTHER -> "";
        };
    }
}
