package org.scholion.manuscript.word.internal.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.scholion.manuscript.FileReplacement;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.ManuscriptWriter;
import org.scholion.manuscript.NewCitation;
import org.scholion.manuscript.Passwords;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.word.internal.Messages;
import org.scholion.manuscript.word.internal.WordReader;
import org.scholion.manuscript.word.internal.opc.Container;
import org.scholion.manuscript.word.internal.opc.PartText;
import org.scholion.manuscript.word.internal.opc.WordPackage;
import org.scholion.manuscript.word.internal.read.DocumentReader;
import org.scholion.manuscript.word.internal.read.Paragraph;
import org.scholion.manuscript.word.internal.read.Piece;
import org.scholion.manuscript.word.internal.xml.XmlElement;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextEdit;
import org.scholion.text.TextEdits;

/**
 * Writes changes into Word documents: as tracked changes, with comments or without, as comments that propose them, or plainly. Parts
 * without a change stay byte for byte; of a changed part only the runs with a change are written anew. Stateless but for the clock.
 */
public final class WordWriter implements ManuscriptWriter {

    private static final Pattern ID = Pattern.compile(":id\\s*=\\s*[\"'](\\d{1,9})[\"']");

    private final Clock clock;

    public WordWriter() {
        this(Clock.systemUTC());
    }

    /** @param clock gives the time of tracked changes */
    WordWriter(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean writes(String format) {
        return format.equals(WordReader.FORMAT);
    }

    @Override
    public List<Path> write(Manuscript manuscript, List<SourceEdit> edits, Optional<Path> output, Mode mode, CancelToken cancel)
            throws ManuscriptException, CancelledException {
        return write(manuscript, edits, output, mode, Passwords.NONE, cancel);
    }

    @Override
    public List<Path> write(
            Manuscript manuscript, List<SourceEdit> edits, Optional<Path> output, Mode mode, Passwords passwords, CancelToken cancel)
            throws ManuscriptException, CancelledException {
        Path file = manuscript.root().path();
        if (edits.isEmpty() && output.isEmpty()) {
            return List.of();
        }
        Container container = Container.open(file, passwords, cancel);
        Path target = container.target(output);
        WordPackage document = WordPackage.read(container);
        if (!edits.isEmpty()) {
            Protection.check(file, document, mode, cancel);
        }
        Map<String, byte[]> changed;
        try {
            changed = new Changes(manuscript, document, edits, mode).parts(cancel);
        } catch (IOException e) {
            throw new ManuscriptException(file, NLS.bind(Messages.unreadable, file, FileReplacement.reason(e)), e);
        }
        Path place = LockFile.isLocked(target) ? LockFile.beside(target) : target;
        try (FileReplacement replacement =
                FileReplacement.prepare(place, file, beside -> container.copyTo(beside, changed))) {
            if (Files.exists(place) && !Files.isWritable(place)) {
                throw new ManuscriptException(place, NLS.bind(Messages.readOnly, place));
            }
            replacement.commit();
        } catch (IOException e) {
            throw new ManuscriptException(place, NLS.bind(Messages.notWritten, place, FileReplacement.reason(e)), e);
        }
        return List.of(place);
    }

    /** The changes of one writing. */
    private final class Changes implements DocumentReader.Witness {
        private final Manuscript manuscript;
        private final WordPackage document;
        private final Mode mode;
        private final Map<SourceUnit, List<SourceEdit>> wanted = new HashMap<>();
        private final Map<PartText, List<TextEdit>> made = new LinkedHashMap<>();
        private final Reviser reviser;
        private final StringBuilder comments = new StringBuilder();
        private final Instructions instructions;
        private final List<NewCitation.Work> cited = new ArrayList<>();
        private @Nullable String failure;

        Changes(Manuscript manuscript, WordPackage document, List<SourceEdit> edits, Mode mode) {
            this.manuscript = manuscript;
            this.document = document;
            this.mode = mode;
            for (SourceEdit edit : edits) {
                wanted.computeIfAbsent(edit.range().unit(), unit -> new ArrayList<>()).add(edit);
            }
            wanted.values().forEach(list -> list.sort(Comparator.comparing(edit -> edit.range().range())));
            reviser = new Reviser(clock.instant(), firstFreeId(document));
            instructions = new Instructions(FieldKind.of(manuscript.structure()));
            for (SourceEdit edit : edits) {
                edit.citations().forEach(citation -> cited.addAll(citation.works()));
            }
        }

        /** The new content of each changed part. */
        Map<String, byte[]> parts(CancelToken cancel) throws IOException, ManuscriptException, CancelledException {
            Path file = manuscript.root().path();
            if (!cited.isEmpty() && instructions.kind() != FieldKind.WORD) {
                // works that are cited already are cited again in the same words
                new DocumentReader(file, document, this::learn, cancel).read();
            }
            if (!wanted.isEmpty()) {
                new DocumentReader(file, document, this, cancel).read();
            }
            if (failure != null) {
                throw new ManuscriptException(file, failure);
            }
            if (!wanted.isEmpty()) {
                throw new ManuscriptException(file, NLS.bind(Messages.changedOnDisk, file));
            }
            Map<String, byte[]> parts = new LinkedHashMap<>();
            try {
                made.forEach((part, edits) -> parts.put(part.name(), part.encode(new TextEdits(edits).applyTo(part.text()))));
            } catch (IllegalArgumentException e) {
                // a run and a text box that is anchored in it
                throw new ManuscriptException(file, NLS.bind(Messages.nestedEdit, file), e);
            }
            if (!comments.isEmpty()) {
                parts.putAll(Comments.with(document, parts, comments.toString(), cancel));
            }
            if (mode != Mode.COMMENTS && instructions.kind() == FieldKind.WORD && !cited.isEmpty()) {
                parts.putAll(SourcesPart.with(document, parts, cited, cancel));
            }
            return parts;
        }

        private void learn(SourceUnit unit, PartText part, XmlElement element, Paragraph paragraph) {
            for (Piece piece : paragraph.pieces()) {
                if (piece instanceof Piece.Thing thing && !thing.instruction().isEmpty()) {
                    instructions.learn(thing.instruction());
                }
            }
        }

        @Override
        public void see(SourceUnit unit, PartText part, XmlElement element, Paragraph paragraph) {
            List<SourceEdit> own = wanted.remove(unit);
            if (own == null || failure != null) {
                return;
            }
            List<TextEdit> edits = new ArrayList<>();
            Map<TextEdit, String> notes = new HashMap<>();
            Map<TextEdit, List<NewCitation>> citations = new HashMap<>();
            for (SourceEdit one : own) {
                TextEdit edit = new TextEdit(one.range().range(), one.replacement());
                edits.add(edit);
                notes.put(edit, one.note());
                citations.put(edit, one.citations());
            }
            Path file = unit.path();
            String text = paragraph.text();
            if (!manuscript.source(unit).map(source -> source.text().equals(text)).orElse(false)) {
                failure = NLS.bind(Messages.changedOnDisk, file);
                return;
            }
            try {
                // tells overlapping changes, and those behind the end
                new TextEdits(edits).applyTo(text);
                Tags tags = new Tags(part.text(), element);
                CitationRuns fields = new CitationRuns(tags, reviser, mode, instructions, citations);
                ParagraphRewriter rewriter = new ParagraphRewriter(tags, reviser, mode, fields);
                made.computeIfAbsent(part, unchanged -> new ArrayList<>()).addAll(
                        rewriter.rewrite(element, paragraph, edits, edit -> isCommented(notes.getOrDefault(edit, ""))));
                rewriter.comments().forEach((edit, id) -> comments.append(Comments.comment(
                        id, reviser.date(), Comments.sentences(text, fields.readable(edit), notes.getOrDefault(edit, ""), mode))));
            } catch (ParagraphRewriter.ImpossibleEditException | IllegalArgumentException | IndexOutOfBoundsException e) {
                failure = NLS.bind(Messages.impossibleEdit, file, text.substring(0, Math.min(text.length(), 60)));
            }
        }

        private boolean isCommented(String note) {
            return switch (mode) {
                case PLAIN, TRACKED_CHANGES -> false;
                case COMMENTS -> true;
                case TRACKED_CHANGES_WITH_COMMENTS -> !note.isEmpty();
            };
        }
    }

    private static int firstFreeId(WordPackage document) {
        int highest = highestId(document.document().text());
        for (WordPackage.Related related : document.notes()) {
            highest = Math.max(highest, highestId(related.part().text()));
        }
        return highest + 1;
    }

    private static int highestId(String text) {
        int highest = 0;
        Matcher ids = ID.matcher(text);
        while (ids.find()) {
            highest = Math.max(highest, Integer.parseInt(ids.group(1)));
        }
        return highest;
    }
}
