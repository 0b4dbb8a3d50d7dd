package org.scholion.ui.word.internal.look;

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
import org.scholion.manuscript.rendition.RenderedLine;
import org.scholion.manuscript.rendition.Span;
import org.scholion.text.TextRange;
import org.scholion.ui.word.internal.document.WordDocument;

/** Draws the letters of a document as its spans say. In the thread of the user interface. */
final class WordPresentation implements IPresentationDamager, IPresentationRepairer {

    private final SpanStyles styles;
    private @Nullable IDocument document;

    WordPresentation(SpanStyles styles) {
        this.styles = styles;
    }

    @Override
    public void setDocument(@Nullable IDocument shown) {
        document = shown;
    }

    /** A change of letters is one of its line only. */
    @Override
    public IRegion getDamageRegion(ITypedRegion partition, DocumentEvent event, boolean changedPartitioning) {
        int length = event.getText() == null ? 0 : event.getText().length();
        try {
            IDocument changed = event.getDocument();
            IRegion first = changed.getLineInformationOfOffset(event.getOffset());
            IRegion last = changed.getLineInformationOfOffset(event.getOffset() + length);
            return new Region(first.getOffset(), last.getOffset() + last.getLength() - first.getOffset());
        } catch (BadLocationException e) {
            return partition;
        }
    }

    @Override
    public void createPresentation(TextPresentation presentation, ITypedRegion damage) {
        if (!(document instanceof WordDocument word)) {
            return;
        }
        try {
            int first = word.getLineOfOffset(damage.getOffset());
            int last = word.getLineOfOffset(damage.getOffset() + damage.getLength());
            for (int line = first; line <= Math.min(last, word.lineCount() - 1); line++) {
                addLine(presentation, word, line);
            }
        } catch (BadLocationException e) {
            // a damage of a text that became shorter meanwhile: the next one follows
            return;
        }
    }

    private void addLine(TextPresentation presentation, WordDocument word, int line) throws BadLocationException {
        List<Span> spans = word.line(line).spans();
        for (int i = 0; i < spans.size(); i++) {
            TextRange place = word.place(line, i);
            int done = place.start();
            for (int offset = place.start(); offset < place.end(); offset++) {
                if (word.citationAt(offset).isPresent()) {
                    addSpan(presentation, word.line(line), spans.get(i), new TextRange(done, offset));
                    StyleRange citation = styles.of(word.line(line), spans.get(i), TextRange.ofLength(offset, 1));
                    word.thingAt(offset).ifPresent(thing -> styles.show(citation, thing));
                    presentation.addStyleRange(citation);
                    done = offset + 1;
                }
            }
            addSpan(presentation, word.line(line), spans.get(i), new TextRange(done, place.end()));
        }
    }

    private void addSpan(TextPresentation presentation, RenderedLine line, Span span, TextRange place) {
        if (!place.isEmpty()) {
            presentation.addStyleRange(styles.of(line, span, place));
        }
    }
}
