package org.scholion.ui.internal.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.AnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.scholion.jobs.OpenFile;
import org.scholion.jobs.PaperState;
import org.scholion.jobs.PlacedFinding;
import org.scholion.manuscript.SourceText;
import org.scholion.text.TextRange;

/** A document of a paper with its findings; shared by all editors on it. Used in the thread of the user interface. */
public final class DocumentBinding implements IDocumentListener {

    /** Under which the findings hang in an editor's annotation model. */
    private static final Object KEY = DocumentBinding.class;

    /** The time in which an editor collects what its hovers say. */
    private static final long HOVER_NANOS = 700_000_000;

    private record Mark(String rule, String text, String message, int start, int length) {}

    private final IDocument document;
    private final OpenFile file;
    private final AnnotationModel marks = new AnnotationModel();
    private final Map<IAnnotationModel, Integer> models = new HashMap<>();
    private List<PlacedFinding> shown = List.of();
    private volatile long hoverUntil = System.nanoTime();

    DocumentBinding(IDocument document, OpenFile file) {
        this.document = document;
        this.file = file;
        document.addDocumentListener(this);
    }

    public IDocument document() {
        return document;
    }

    public OpenFile file() {
        return file;
    }

    /** The findings as annotations; their positions follow the typing. */
    public IAnnotationModel marks() {
        return marks;
    }

    @Override
    public void documentAboutToBeChanged(DocumentEvent event) {
        // only the change itself matters
    }

    @Override
    public void documentChanged(DocumentEvent event) {
        String text = event.getText() == null ? "" : event.getText();
        file.changed(TextRange.ofLength(event.getOffset(), event.getLength()), text);
    }

    /** An editor with that annotation model shows the document. */
    void attach(IAnnotationModel model) {
        models.merge(model, 1, Integer::sum);
        if (model instanceof IAnnotationModelExtension extension && extension.getAnnotationModel(KEY) == null) {
            extension.addAnnotationModel(KEY, marks);
        }
    }

    /** An editor was closed. True when it was the last one. */
    boolean detach(IAnnotationModel model) {
        if (models.merge(model, -1, Integer::sum) > 0) {
            return false;
        }
        models.remove(model);
        if (model instanceof IAnnotationModelExtension extension) {
            extension.removeAnnotationModel(KEY);
        }
        return models.isEmpty();
    }

    void dispose() {
        document.removeDocumentListener(this);
        file.close();
    }

    /** Shows the findings of a paper that are in this document. */
    void show(PaperState state, int most) {
        if (state.findings() == shown) {
            return;
        }
        shown = state.findings();
        Map<Mark, FindingAnnotation> old = new HashMap<>();
        annotations().forEach(annotation -> mark(annotation).ifPresent(mark -> old.put(mark, annotation)));
        Map<Annotation, Position> added = new HashMap<>();
        for (PlacedFinding placed : bounded(shown, most)) {
            place(placed).ifPresent(position -> {
                FindingAnnotation known = old.remove(mark(placed, position));
                if (known == null) {
                    added.put(new FindingAnnotation(placed, this), position);
                } else {
                    known.renew(placed);
                }
            });
        }
        if (!old.isEmpty() || !added.isEmpty()) {
            marks.replaceAnnotations(old.values().toArray(Annotation[]::new), added);
        }
    }

    /** Our own hover is about to show the findings under the mouse. */
    void hoverShows() {
        hoverUntil = System.nanoTime() + HOVER_NANOS;
    }

    boolean isShownByHover() {
        return System.nanoTime() - hoverUntil < 0;
    }

    /** All findings that show, in no order. */
    public List<FindingAnnotation> annotations() {
        List<FindingAnnotation> all = new ArrayList<>();
        for (Iterator<Annotation> iterator = marks.getAnnotationIterator(); iterator.hasNext(); ) {
            if (iterator.next() instanceof FindingAnnotation annotation) {
                all.add(annotation);
            }
        }
        return all;
    }

    /** The findings at a place, the shortest first. */
    public List<FindingAnnotation> at(int offset) {
        return between(offset, offset).sorted(Comparator.comparingInt(this::length)).toList();
    }

    /**
     * The findings at a place; where there is none, those that begin at the same place of the line, the nearest to {@code
     * offset}.
     */
    public List<FindingAnnotation> here(int offset) {
        List<FindingAnnotation> found = at(offset);
        return found.isEmpty() ? nearestInLine(offset).map(range -> at(range.start())).orElse(List.of()) : found;
    }

    private Optional<TextRange> nearestInLine(int offset) {
        try {
            int line = document.getLineOfOffset(offset);
            int start = document.getLineOffset(line);
            int end = start + document.getLineLength(line);
            return between(start, end - 1)
                    .flatMap(annotation -> range(annotation).stream())
                    .min(Comparator.comparingInt(range -> Math.abs(range.start() - offset)));
        } catch (BadLocationException e) {
            // the caret of a text that became shorter meanwhile
            return Optional.empty();
        }
    }

    private Stream<FindingAnnotation> between(int start, int end) {
        return annotations().stream().filter(annotation -> touches(marks.getPosition(annotation), start, end));
    }

    private int length(FindingAnnotation annotation) {
        return range(annotation).map(TextRange::length).orElse(0);
    }

    /**
     * Where a range of the file, as it was read for a paper, stands now.
     *
     * @return empty when the text there was changed since
     */
    public Optional<TextRange> current(SourceText source, TextRange range) {
        Optional<TextRange> current = file.toCurrent(range, source.revision());
        if (current.isPresent()) {
            return current;
        }
        return document.get().equals(source.text()) ? Optional.of(range) : Optional.empty();
    }

    /** Where an annotation stands now. */
    public Optional<TextRange> range(Annotation annotation) {
        Position position = marks.getPosition(annotation);
        return position == null || position.isDeleted()
                ? Optional.empty()
                : Optional.of(TextRange.ofLength(position.getOffset(), position.getLength()));
    }

    private static boolean touches(@Nullable Position position, int start, int end) {
        return position != null && !position.isDeleted() && position.getOffset() <= end
                && start <= position.getOffset() + position.getLength();
    }

    private List<PlacedFinding> bounded(List<PlacedFinding> findings, int most) {
        List<PlacedFinding> here = findings.stream().filter(placed -> placed.path().equals(file.path())).toList();
        if (here.size() <= most) {
            return here;
        }
        return here.stream()
                .sorted(Comparator.comparing((PlacedFinding placed) -> placed.advice().severity()).reversed())
                .limit(most)
                .toList();
    }

    private Optional<Mark> mark(FindingAnnotation annotation) {
        Position position = marks.getPosition(annotation);
        return position == null || position.isDeleted() ? Optional.empty() : Optional.of(mark(annotation.placed(), position));
    }

    private static Mark mark(PlacedFinding placed, Position position) {
        return new Mark(
                placed.advice().rule(),
                placed.finding().text(),
                placed.advice().message(),
                position.getOffset(),
                position.getLength());
    }

    /** Where a finding stands now; one about missing text takes the letter behind it, so that there is something to see. */
    private Optional<Position> place(PlacedFinding placed) {
        int length = document.getLength();
        return file.toCurrent(placed.finding().range().range(), placed.revision())
                .filter(range -> range.end() <= length && length > 0)
                .map(range -> {
                    if (!range.isEmpty()) {
                        return new Position(range.start(), range.length());
                    }
                    return new Position(Math.min(range.start(), length - 1), 1);
                });
    }
}
