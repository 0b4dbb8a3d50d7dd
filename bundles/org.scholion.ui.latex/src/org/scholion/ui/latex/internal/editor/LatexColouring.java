package org.scholion.ui.latex.internal.editor;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITypedRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.presentation.IPresentationDamager;
import org.eclipse.jface.text.presentation.IPresentationRepairer;
import org.eclipse.swt.custom.StyleRange;
import org.scholion.text.TextRange;
import org.scholion.ui.latex.internal.syntax.LineColours;

/** Colours a document, after a change only the lines that look different. */
final class LatexColouring implements IPresentationDamager, IPresentationRepairer {

    private final LineColours colours = new LineColours();
    private @Nullable IDocument document;
    private @Nullable DocumentEvent lastEvent;
    private IRegion lastDamage = new Region(0, 0);

    @Override
    public void setDocument(@Nullable IDocument newDocument) {
        if (newDocument == document) {
            return;
        }
        document = newDocument;
        lastEvent = null;
        if (newDocument != null) {
            colours.reset(new DocumentLines(newDocument));
        }
    }

    @Override
    public IRegion getDamageRegion(ITypedRegion partition, DocumentEvent event, boolean partitioningChanged) {
        // asked once for either end of a change
        if (event != lastEvent) {
            lastEvent = event;
            lastDamage = damage(event);
        }
        return lastDamage;
    }

    private IRegion damage(DocumentEvent event) {
        IDocument changed = event.getDocument();
        DocumentLines lines = new DocumentLines(changed);
        String inserted = event.getText() == null ? "" : event.getText();
        try {
            int first = changed.getLineOfOffset(event.getOffset());
            int last = colours.changed(lines, first, changed.getLineOfOffset(event.getOffset() + inserted.length()) - first);
            int start = lines.line(first).start();
            return new Region(start, lines.line(last).end() - start);
        } catch (BadLocationException | IndexOutOfBoundsException problem) {
            colours.reset(lines);
            return new Region(0, changed.getLength());
        }
    }

    @Override
    public void createPresentation(TextPresentation presentation, ITypedRegion damage) {
        IDocument current = document;
        if (current == null) {
            return;
        }
        DocumentLines lines = new DocumentLines(current);
        List<StyleRange> styles = new ArrayList<>();
        TextRange damaged = TextRange.ofLength(damage.getOffset(), damage.getLength());
        try {
            int last = current.getLineOfOffset(damaged.end());
            for (int line = current.getLineOfOffset(damaged.start()); line <= last; line++) {
                colours.tokens(lines, line, (kind, range) -> range.intersection(damaged)
                        .filter(part -> !part.isEmpty())
                        .ifPresent(part -> styles.add(TokenStyles.of(kind, part))));
            }
        } catch (BadLocationException problem) {
            throw new IndexOutOfBoundsException(problem.getMessage());
        }
        if (styles.isEmpty()) {
            styles.add(TokenStyles.plain(damaged));
        }
        styles.forEach(presentation::addStyleRange);
    }
}
