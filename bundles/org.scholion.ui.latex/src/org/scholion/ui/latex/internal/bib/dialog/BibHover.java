package org.scholion.ui.latex.internal.bib.dialog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.ServiceCaller;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.bibtex.BibtexFile;
import org.scholion.bibtex.BibtexParser;
import org.scholion.library.edit.EntryReferences;
import org.scholion.manuscript.Manuscript;
import org.scholion.ui.latex.internal.MarkedText;
import org.scholion.ui.latex.internal.Papers;
import org.scholion.ui.latex.internal.bib.StyledEntries;

/** Shows the entry under the mouse as the paper will print it. The Platform asks in a thread of its own. */
public final class BibHover implements ITextHover, ITextHoverExtension {

    private static final ServiceCaller<StyledEntries> STYLED = new ServiceCaller<>(BibHover.class, StyledEntries.class);

    private volatile @Nullable Parsed parsed;

    /** A document that was parsed at one state of its text. */
    private record Parsed(IDocument document, long stamp, BibtexFile file) {}

    @Override
    public @Nullable String getHoverInfo(ITextViewer viewer, IRegion region) {
        IDocument document = viewer.getDocument();
        Optional<Path> path = document == null ? Optional.empty() : Papers.file(document);
        if (document == null || path.isEmpty()) {
            return null;
        }
        BibtexFile file = parse(document);
        Optional<Entry> entry = file.entries().stream().filter(one -> one.range().contains(region.getOffset())).findFirst();
        List<Manuscript> papers = Papers.citing(path.get());
        Optional<String> shown = entry.flatMap(one -> new EntryReferences(file, path.get()).of(one))
                .flatMap(work -> STYLED.current().flatMap(styled -> styled.of(work, papers.stream().findFirst())))
                .map(MarkedText::of);
        return shown.isPresent() ? shown.get() : null;
    }

    /** The words of the line: what entry they belong to is not known before the file is parsed. */
    @Override
    public @Nullable IRegion getHoverRegion(ITextViewer viewer, int offset) {
        try {
            IRegion line = viewer.getDocument().getLineInformationOfOffset(offset);
            String text = viewer.getDocument().get(line.getOffset(), line.getLength());
            int indent = text.length() - text.stripLeading().length();
            int length = text.strip().length();
            return length == 0 ? null : new Region(line.getOffset() + indent, length);
        } catch (BadLocationException e) {
            // the mouse was over text that is gone
            return null;
        }
    }

    @Override
    public IInformationControlCreator getHoverControlCreator() {
        return parent -> new DefaultInformationControl(parent, (String) null);
    }

    private BibtexFile parse(IDocument document) {
        long stamp = document instanceof IDocumentExtension4 stamped ? stamped.getModificationStamp() : document.hashCode();
        Parsed known = parsed;
        if (known == null || known.document() != document || known.stamp() != stamp) {
            known = new Parsed(document, stamp, BibtexParser.parse(document.get()));
            parsed = known;
        }
        return known.file();
    }
}
