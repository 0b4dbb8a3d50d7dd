package org.scholion.ui.latex.internal.assist;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.scholion.ui.citation.CitationRanks;
import org.scholion.ui.latex.internal.Papers;

/**
 * Completes commands, environments, labels, citations and file names. Reads no file of the paper: it takes what is known. The editor asks
 * in a thread of its own; asked in that of the user interface nothing here waits.
 */
public final class LatexCompletion implements IContentAssistProcessor {

    private final CitationRanks ranks = new CitationRanks();
    private @Nullable Catalogue catalogue;

    @Override
    public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
        IDocument document = viewer.getDocument();
        Completions.Offer offer = new Completions(catalogue(), ranks, Papers.manuscript(document), Papers.file(document))
                .at(document.get(), offset);
        return offer.suggestions().stream()
                .map(suggestion -> new LatexProposal(suggestion, offer.typed()))
                .toArray(ICompletionProposal[]::new);
    }

    private synchronized Catalogue catalogue() {
        Catalogue known = catalogue;
        if (known == null) {
            known = Catalogue.load();
            catalogue = known;
        }
        return known;
    }

    @Override
    public char[] getCompletionProposalAutoActivationCharacters() {
        return new char[] {'\\', '{', ','};
    }

    @Override
    public IContextInformation @Nullable [] computeContextInformation(ITextViewer viewer, int offset) {
        return null;
    }

    @Override
    public char @Nullable [] getContextInformationAutoActivationCharacters() {
        return null;
    }

    @Override
    public @Nullable IContextInformationValidator getContextInformationValidator() {
        return null;
    }

    @Override
    public @Nullable String getErrorMessage() {
        return null;
    }
}
