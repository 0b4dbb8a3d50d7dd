package org.scholion.manuscript.word.internal.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scholion.manuscript.ManuscriptWriter.Mode;
import org.scholion.manuscript.NewCitation;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.word.internal.read.Paragraph;
import org.scholion.manuscript.word.internal.read.Piece;
import org.scholion.manuscript.word.internal.xml.XmlElement;
import org.scholion.text.TextEdit;

/** Writes the citations of the changes of one paragraph as fields. Used for one paragraph. */
final class CitationRuns {

    private static final String PLACEHOLDER = String.valueOf(Prose.PLACEHOLDER);

    private final Tags tags;
    private final Reviser reviser;
    private final Mode mode;
    private final Instructions instructions;
    private final Map<TextEdit, List<NewCitation>> citations;
    private final Set<FieldRuns> joined = new HashSet<>();

    /** @param citations of the changes, one for each placeholder in them */
    CitationRuns(Tags tags, Reviser reviser, Mode mode, Instructions instructions, Map<TextEdit, List<NewCitation>> citations) {
        this.tags = tags;
        this.reviser = reviser;
        this.mode = mode;
        this.instructions = instructions;
        this.citations = citations;
    }

    /** Whether all citations of a change are known. */
    boolean isComplete(TextEdit edit) {
        long places = edit.replacement().chars().filter(c -> c == Prose.PLACEHOLDER).count();
        return places == of(edit).size();
    }

    /** The citations of a change. */
    List<NewCitation> of(TextEdit edit) {
        return citations.getOrDefault(edit, List.of());
    }

    /** A change as a comment proposes it: with the citations as they read. */
    TextEdit readable(TextEdit edit) {
        String text = edit.replacement();
        for (NewCitation citation : of(edit)) {
            int place = text.indexOf(Prose.PLACEHOLDER);
            text = text.substring(0, place) + citation.shown() + text.substring(place + 1);
        }
        return new TextEdit(edit.range(), text);
    }

    /**
     * The runs of a new field.
     *
     * @param run the one that it looks like
     */
    String field(XmlElement run, NewCitation citation) {
        return field(run, instructions.of(citation), citation.shown());
    }

    private String field(XmlElement run, String instruction, String shown) {
        String start = tags.start(run) + run.child("w:rPr").map(tags::raw).orElse("");
        String end = tags.end(run);
        return start + tags.empty("fldChar", "fldCharType", "begin") + end
                + start + tags.letters("instrText", " " + instruction + " ") + end
                + start + tags.empty("fldChar", "fldCharType", "separate") + end
                + start + tags.letters("t", shown) + end
                + start + tags.empty("fldChar", "fldCharType", "end") + end;
    }

    /**
     * The change of the part that makes one citation of a new one and the one that it stands next to.
     *
     * @return empty where it stands alone, or that one cannot take it
     */
    Optional<TextEdit> join(XmlElement element, Paragraph paragraph, TextEdit edit) {
        if (mode == Mode.COMMENTS || !edit.range().isEmpty() || !edit.replacement().equals(PLACEHOLDER)) {
            return Optional.empty();
        }
        List<Piece.Thing> fields = new ArrayList<>();
        int offset = 0;
        for (Piece piece : paragraph.pieces()) {
            int end = offset + piece.text().length();
            boolean near = end == edit.range().start() || offset == edit.range().start();
            if (piece instanceof Piece.Thing thing && !thing.instruction().isEmpty()) {
                fields.add(thing);
                Optional<FieldRuns> runs = near ? runs(element, thing, fields) : Optional.empty();
                if (runs.isPresent() && joined.add(runs.get())) {
                    return Optional.of(new TextEdit(runs.get().range(), renewed(runs.get(), thing, of(edit).getFirst())));
                }
            }
            offset = end;
        }
        return Optional.empty();
    }

    /** The runs of a field: of those that say the same the one that comes as late. */
    private Optional<FieldRuns> runs(XmlElement element, Piece.Thing thing, List<Piece.Thing> until) {
        if (!instructions.isJoinable(thing.instruction())) {
            return Optional.empty();
        }
        long before = until.stream().filter(other -> other.instruction().equals(thing.instruction())).count();
        List<FieldRuns> alike = FieldRuns.in(element).stream().filter(field -> field.instruction().equals(thing.instruction())).toList();
        return before <= alike.size() ? Optional.of(alike.get((int) before - 1)) : Optional.empty();
    }

    private String renewed(FieldRuns before, Piece.Thing thing, NewCitation citation) {
        XmlElement run = before.elements().stream().filter(element -> element.is("w:r")).findFirst().orElseThrow();
        String shown = thing.display().isEmpty() ? citation.shown() : NewCitation.joined(thing.display(), citation.shown());
        String field = field(run, instructions.joined(Optional.of(before.instruction()), citation, shown), shown);
        if (mode == Mode.PLAIN) {
            return field;
        }
        StringBuilder deleted = new StringBuilder();
        for (XmlElement element : before.elements()) {
            boolean isRun = element.is("w:r");
            deleted.append(isRun ? tags.open("del", reviser.attributes()) + deleted(element) + tags.close("del") : tags.raw(element));
        }
        String inserted = tags.open("ins", reviser.attributes()) + field + tags.close("ins");
        XmlElement parent = before.parent();
        return deleted + (parent.is("w:ins") ? tags.end(parent) + inserted + tags.again(parent, reviser) : inserted);
    }

    private String deleted(XmlElement run) {
        StringBuilder xml = new StringBuilder(tags.start(run));
        run.elements().forEach(child -> xml.append(switch (child.name()) {
            case "w:t" -> tags.letters("delText", child.text());
            case "w:instrText" -> tags.letters("delInstrText", child.text());
            default -> tags.raw(child);
        }));
        return xml.append(tags.end(run)).toString();
    }
}
