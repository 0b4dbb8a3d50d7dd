package org.scholion.ui.word.internal.look;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextHoverExtension2;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.osgi.util.NLS;
import org.scholion.manuscript.NewCitation;
import org.scholion.manuscript.rendition.Span;
import org.scholion.manuscript.rendition.Span.Look;
import org.scholion.manuscript.rendition.TrackedChange;
import org.scholion.ui.word.internal.Messages;
import org.scholion.ui.word.internal.document.WordDocument;

/** What findings say; where there is none, who made a tracked change, or the whole of what is shown in short. */
public final class SpanHover implements ITextHover, ITextHoverExtension, ITextHoverExtension2 {

    private static final DateTimeFormatter DATES = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
    private static final int SECONDS_END = 19;

    private final ITextHover findings;
    private volatile boolean showsFinding;

    /** @param findings is asked first */
    public SpanHover(ITextHover findings) {
        this.findings = findings;
    }

    @Override
    public @Nullable IRegion getHoverRegion(ITextViewer viewer, int offset) {
        IRegion region = findings.getHoverRegion(viewer, offset);
        showsFinding = region != null;
        return showsFinding ? region : new Region(offset, 0);
    }

    @Override
    public @Nullable Object getHoverInfo2(ITextViewer viewer, IRegion region) {
        if (showsFinding && findings instanceof ITextHoverExtension2 more) {
            return more.getHoverInfo2(viewer, region);
        }
        return getHoverInfo(viewer, region);
    }

    @Override
    public @Nullable String getHoverInfo(ITextViewer viewer, IRegion region) {
        if (!(viewer.getDocument() instanceof WordDocument document)) {
            return null;
        }
        try {
            Optional<NewCitation> citation = document.citationAt(region.getOffset());
            if (citation.isPresent()) {
                return citation.get().shown();
            }
            Span span = document.spanAt(region.getOffset());
            return span == null ? null : words(span);
        } catch (BadLocationException e) {
            // the text became shorter under the mouse
            return null;
        }
    }

    private static @Nullable String words(Span span) {
        if (span.change().isPresent()) {
            TrackedChange change = span.change().get();
            String author = change.author().isEmpty() ? Messages.change_someone : change.author();
            return NLS.bind(span.looks().contains(Look.DELETED) ? Messages.change_deleted : Messages.change_inserted, author, date(change));
        }
        return span.thing().isPresent() ? Things.words(span.thing().get()) : null;
    }

    private static String date(TrackedChange change) {
        String date = change.date();
        try {
            // Word writes the local time and calls it UTC
            return date.length() < SECONDS_END ? date : DATES.format(LocalDateTime.parse(date.substring(0, SECONDS_END)));
        } catch (DateTimeException e) {
            return date;
        }
    }

    @Override
    public @Nullable IInformationControlCreator getHoverControlCreator() {
        return showsFinding && findings instanceof ITextHoverExtension more ? more.getHoverControlCreator() : null;
    }
}
