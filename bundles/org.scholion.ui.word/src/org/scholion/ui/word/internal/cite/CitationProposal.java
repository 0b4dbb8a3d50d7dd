package org.scholion.ui.word.internal.cite;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension2;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension3;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension4;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension5;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension6;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.texteditor.ITextEditor;
import org.scholion.jobs.Paper;
import org.scholion.manuscript.Manuscript;
import org.scholion.text.TextRange;
import org.scholion.ui.citation.CitableWork;
import org.scholion.ui.citation.WorkDescription;

/** A work in the list of the editor; what is typed while the list is open looks for one, and is taken away when it is chosen. */
final class CitationProposal
        implements ICompletionProposal,
                ICompletionProposalExtension2,
                ICompletionProposalExtension3,
                ICompletionProposalExtension4,
                ICompletionProposalExtension5,
                ICompletionProposalExtension6 {

    private final ITextEditor editor;
    private final Paper paper;
    private final CitableWork work;
    private final WorkDescription described;
    private final int start;

    /** @param start the place of the citation */
    CitationProposal(ITextEditor editor, Paper paper, CitableWork work, int start) {
        this.editor = editor;
        this.paper = paper;
        this.work = work;
        this.start = start;
        described = new WorkDescription(work);
    }

    @Override
    public void apply(IDocument document) {
        write(document, start);
    }

    @Override
    public void apply(ITextViewer viewer, char trigger, int stateMask, int offset) {
        write(viewer.getDocument(), offset);
    }

    private void write(IDocument document, int offset) {
        Optional<Manuscript> manuscript = paper.manuscript();
        if (manuscript.isEmpty() || offset < start) {
            return;
        }
        try {
            if (offset > start) {
                document.replace(start, offset - start, "");
            }
        } catch (BadLocationException e) {
            // what was typed stays: it may be in another paragraph
            return;
        }
        String message = WordCitations.insert(editor, TextRange.at(start), manuscript.get(), List.of(work));
        editor.getEditorSite().getActionBars().getStatusLineManager().setMessage(message);
    }

    @Override
    public boolean validate(IDocument document, int offset, @Nullable DocumentEvent event) {
        try {
            String typed = offset < start ? "" : document.get(start, offset - start).strip().toLowerCase(Locale.ROOT);
            return offset >= start && described.searched().contains(typed);
        } catch (BadLocationException changedElsewhere) {
            return false;
        }
    }

    @Override
    public void selected(ITextViewer viewer, boolean smartToggle) {
        // nothing is shown in the text before it is chosen
    }

    @Override
    public void unselected(ITextViewer viewer) {
        // see selected
    }

    @Override
    public boolean isAutoInsertable() {
        return false;
    }

    /** The caret is put where it belongs when the citation is written. */
    @Override
    public @Nullable Point getSelection(IDocument document) {
        return null;
    }

    @Override
    public @Nullable String getAdditionalProposalInfo() {
        return String.join("<br>", described.information());
    }

    @Override
    public @Nullable Object getAdditionalProposalInfo(IProgressMonitor monitor) {
        return getAdditionalProposalInfo();
    }

    @Override
    public IInformationControlCreator getInformationControlCreator() {
        return parent -> new DefaultInformationControl(parent, false);
    }

    @Override
    public @Nullable CharSequence getPrefixCompletionText(IDocument document, int offset) {
        return null;
    }

    @Override
    public int getPrefixCompletionStart(IDocument document, int offset) {
        return start;
    }

    @Override
    public String getDisplayString() {
        return getStyledDisplayString().getString();
    }

    @Override
    public StyledString getStyledDisplayString() {
        return new StyledString(work.key()).append("  " + described.line(), StyledString.QUALIFIER_STYLER);
    }

    @Override
    public @Nullable Image getImage() {
        return null;
    }

    @Override
    public @Nullable IContextInformation getContextInformation() {
        return null;
    }
}
