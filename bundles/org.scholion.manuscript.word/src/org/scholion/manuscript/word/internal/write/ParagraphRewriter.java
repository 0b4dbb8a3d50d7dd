package org.scholion.manuscript.word.internal.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.scholion.manuscript.ManuscriptWriter.Mode;
import org.scholion.manuscript.NewCitation;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.word.internal.read.Paragraph;
import org.scholion.manuscript.word.internal.read.Piece;
import org.scholion.manuscript.word.internal.xml.XmlElement;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/**
 * Turns changes of the text of a paragraph into changes of the text of its part. Only runs in which something changes are written anew;
 * all else, and every element of those runs that has no letters, stays as it is written.
 */
final class ParagraphRewriter {

    private final Tags tags;
    private final Reviser reviser;
    private final Mode mode;
    private final CitationRuns citations;
    private final Map<TextEdit, String> comments = new LinkedHashMap<>();

    /** Why a change cannot be made. */
    static final class ImpossibleEditException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** A stretch of the paragraph's text and the piece that prints it. */
    private record Slot(TextRange range, Piece piece, Piece.Spot spot) {}

    /** What becomes of a part of a run. */
    private enum Fate {
        KEPT,
        DELETED,
        INSERTED,
        /** Runs of a field that is inserted. */
        FIELD,
        /** Stands between runs. */
        MARK
    }

    private record Atom(Fate fate, String xml) {}

    ParagraphRewriter(Tags tags, Reviser reviser, Mode mode, CitationRuns citations) {
        this.citations = citations;
        this.tags = tags;
        this.reviser = reviser;
        this.mode = mode;
    }

    /**
     * The changes of the part.
     *
     * @param element the paragraph
     * @param wanted changes of the paragraph's text, in order, not overlapping
     * @param commented which of them get a comment
     * @throws ImpossibleEditException when one would change a formula, a field, or what stands nowhere
     */
    List<TextEdit> rewrite(XmlElement element, Paragraph paragraph, List<TextEdit> wanted, Predicate<TextEdit> commented)
            throws ImpossibleEditException {
        List<TextEdit> changes = new ArrayList<>();
        List<TextEdit> edits = new ArrayList<>();
        for (TextEdit edit : wanted) {
            if (!citations.isComplete(edit)) {
                throw new ImpossibleEditException();
            }
            citations.join(element, paragraph, edit).ifPresentOrElse(changes::add, () -> edits.add(edit));
        }
        List<Slot> slots = new ArrayList<>();
        int offset = 0;
        for (Piece piece : paragraph.pieces()) {
            TextRange range = TextRange.ofLength(offset, piece.text().length());
            Optional<Piece.Spot> spot = piece.origin();
            if (spot.isPresent()) {
                slots.add(new Slot(range, piece, spot.get()));
            } else {
                refuseChanged(range, edits);
            }
            offset = range.end();
        }
        Map<TextEdit, Slot> insertions = insertions(slots, edits);
        edits.stream().filter(commented).forEach(edit -> comments.put(edit, reviser.nextId()));
        Map<TextRange, List<Slot>> byRun = new LinkedHashMap<>();
        slots.forEach(slot -> byRun.computeIfAbsent(slot.spot().run().range(), run -> new ArrayList<>()).add(slot));
        for (List<Slot> run : byRun.values()) {
            boolean changed = run.stream().anyMatch(slot -> insertions.containsValue(slot))
                    || edits.stream().anyMatch(edit -> run.stream().anyMatch(slot -> slot.range().overlaps(edit.range())));
            if (changed) {
                changes.add(rewriteRun(run, edits, insertions));
            }
        }
        return changes;
    }

    /** The numbers of the comments that {@link #rewrite} made places for, by the change that each proposes. */
    Map<TextEdit, String> comments() {
        return comments;
    }

    private static void refuseChanged(TextRange range, List<TextEdit> edits) throws ImpossibleEditException {
        for (TextEdit edit : edits) {
            if (edit.range().overlaps(range)) {
                throw new ImpossibleEditException();
            }
        }
    }

    /** Where new letters go: behind what they replace, else behind the letter before, so that they look like it. */
    private static Map<TextEdit, Slot> insertions(List<Slot> slots, List<TextEdit> edits) throws ImpossibleEditException {
        Map<TextEdit, Slot> insertions = new LinkedHashMap<>();
        for (TextEdit edit : edits) {
            if (edit.replacement().isEmpty() && !edit.range().isEmpty()) {
                continue;
            }
            Slot found = slots.stream()
                    .filter(slot -> takesInsertion(slot.range(), edit.range()))
                    .findFirst()
                    // at the beginning, or right behind a formula
                    .or(() -> slots.stream().filter(slot -> slot.range().start() == edit.range().start()).findFirst())
                    .orElseThrow(ImpossibleEditException::new);
            insertions.put(edit, found);
        }
        return insertions;
    }

    private static boolean takesInsertion(TextRange slot, TextRange edit) {
        return edit.isEmpty() ? slot.start() < edit.start() && edit.start() <= slot.end() : slot.overlaps(edit);
    }

    private TextEdit rewriteRun(List<Slot> slots, List<TextEdit> edits, Map<TextEdit, Slot> insertions) {
        Piece.Spot spot = slots.getFirst().spot();
        XmlElement run = spot.run();
        List<Atom> atoms = new ArrayList<>();
        for (XmlElement child : run.elements().toList()) {
            if (!child.is("w:rPr")) {
                Optional<Slot> slot = slots.stream().filter(one -> one.spot().element() == child).findFirst();
                slot.ifPresentOrElse(
                        found -> atoms(found, edits, insertions, atoms), () -> atoms.add(new Atom(Fate.KEPT, tags.raw(child))));
            }
        }
        return new TextEdit(run.range(), render(spot, atoms));
    }

    private void atoms(Slot slot, List<TextEdit> edits, Map<TextEdit, Slot> insertions, List<Atom> atoms) {
        String text = slot.piece().text();
        int at = slot.range().start();
        int first = atoms.size();
        for (TextEdit edit : edits) {
            boolean inserts = insertions.get(edit) == slot;
            if (!inserts && !edit.range().overlaps(slot.range())) {
                continue;
            }
            int from = Math.max(slot.range().start(), Math.min(slot.range().end(), edit.range().start()));
            int to = Math.max(from, Math.min(slot.range().end(), edit.range().end()));
            add(slot, text, at, from, Fate.KEPT, atoms);
            Optional<String> comment = Optional.ofNullable(comments.get(edit));
            comment.filter(id -> from == edit.range().start()).ifPresent(id -> beginComment(id, atoms));
            if (mode == Mode.COMMENTS) {
                add(slot, text, from, to, Fate.KEPT, atoms);
            } else {
                add(slot, text, from, to, Fate.DELETED, atoms);
                if (inserts) {
                    inserted(slot, edit, atoms);
                }
            }
            comment.filter(id -> to == edit.range().end()).ifPresent(id -> endComment(id, atoms));
            at = to;
        }
        add(slot, text, at, slot.range().end(), Fate.KEPT, atoms);
        boolean fields = atoms.subList(first, atoms.size()).stream().anyMatch(atom -> atom.fate() == Fate.FIELD);
        if (mode == Mode.PLAIN && !fields && slot.spot().element().is("w:t") && atoms.size() > first + 1) {
            join(slot, edits, insertions, atoms.subList(first, atoms.size()));
        }
    }

    /** What is new: letters, and citations as fields between them. */
    private void inserted(Slot slot, TextEdit edit, List<Atom> atoms) {
        String text = edit.replacement();
        int done = 0;
        for (NewCitation citation : citations.of(edit)) {
            int place = text.indexOf(Prose.PLACEHOLDER, done);
            insertedLetters(text.substring(done, place), atoms);
            atoms.add(new Atom(Fate.FIELD, citations.field(slot.spot().run(), citation)));
            done = place + 1;
        }
        insertedLetters(text.substring(done), atoms);
    }

    private void insertedLetters(String letters, List<Atom> atoms) {
        if (!letters.isEmpty()) {
            atoms.add(new Atom(Fate.INSERTED, tags.letters("t", letters)));
        }
    }

    /** Marks what a comment is about; of a change that runs over several elements the first and the last one do so. */
    private void beginComment(String id, List<Atom> atoms) {
        atoms.add(new Atom(Fate.MARK, tags.empty("commentRangeStart", "id", id)));
    }

    private void endComment(String id, List<Atom> atoms) {
        atoms.add(new Atom(Fate.MARK, tags.empty("commentRangeEnd", "id", id)));
        atoms.add(new Atom(Fate.MARK, tags.open("r") + tags.empty("commentReference", "id", id) + tags.close("r")));
    }

    /** Letters that are changed without a trace stay in one element. */
    private void join(Slot slot, List<TextEdit> edits, Map<TextEdit, Slot> insertions, List<Atom> atoms) {
        StringBuilder letters = new StringBuilder(slot.piece().text());
        for (TextEdit edit : edits.reversed()) {
            boolean inserts = insertions.get(edit) == slot;
            if (inserts || edit.range().overlaps(slot.range())) {
                int from = Math.max(slot.range().start(), Math.min(slot.range().end(), edit.range().start()));
                int to = Math.max(from, Math.min(slot.range().end(), edit.range().end()));
                letters.replace(from - slot.range().start(), to - slot.range().start(), inserts ? edit.replacement() : "");
            }
        }
        atoms.clear();
        atoms.add(new Atom(Fate.KEPT, tags.letters("t", letters.toString())));
    }

    private void add(Slot slot, String text, int from, int to, Fate fate, List<Atom> atoms) {
        if (from == to) {
            return;
        }
        boolean whole = from == slot.range().start() && to == slot.range().end();
        boolean letters = slot.spot().element().is("w:t");
        if (!letters || whole && fate == Fate.KEPT) {
            atoms.add(new Atom(fate, tags.raw(slot.spot().element())));
        } else {
            String part = text.substring(from - slot.range().start(), to - slot.range().start());
            atoms.add(new Atom(fate, tags.letters(fate == Fate.DELETED && mode != Mode.PLAIN ? "delText" : "t", part)));
        }
    }

    private String render(Piece.Spot spot, List<Atom> atoms) {
        StringBuilder xml = new StringBuilder();
        String start = tags.start(spot.run()) + spot.run().child("w:rPr").map(tags::raw).orElse("");
        String end = tags.end(spot.run());
        int at = 0;
        while (at < atoms.size()) {
            Fate fate = atoms.get(at).fate();
            StringBuilder inside = new StringBuilder();
            while (at < atoms.size() && isOneRun(fate, atoms.get(at).fate())) {
                if (mode != Mode.PLAIN || atoms.get(at).fate() != Fate.DELETED) {
                    inside.append(atoms.get(at).xml());
                }
                at++;
            }
            String run = start + inside + end;
            String plain = fate == Fate.FIELD ? inside.toString() : run;
            xml.append(mode == Mode.PLAIN ? plain : tracked(spot, fate, run, inside.toString()));
        }
        return xml.toString();
    }

    /** Without tracked changes all letters of a run stay together, except where a field divides them. */
    private boolean isOneRun(Fate fate, Fate next) {
        return fate == next || mode == Mode.PLAIN && fate != Fate.FIELD && next != Fate.FIELD;
    }

    private String tracked(Piece.Spot spot, Fate fate, String run, String inside) {
        return switch (fate) {
            case KEPT -> run;
            case MARK -> inside;
            case DELETED -> tags.open("del", reviser.attributes()) + run + tags.close("del");
            case INSERTED, FIELD -> {
                String runs = fate == Fate.FIELD ? inside : run;
                String inserted = tags.open("ins", reviser.attributes()) + runs + tags.close("ins");
                XmlElement outer = spot.insertion();
                // one insertion cannot stand in another: the other one ends before ours and begins again behind it
                yield outer == null ? inserted : tags.end(outer) + inserted + tags.again(outer, reviser);
            }
        };
    }
}
