package org.scholion.ui.word.internal.cite;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.core.runtime.ServiceCaller;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.ui.texteditor.ITextEditor;
import org.scholion.jobs.OpenFile;
import org.scholion.jobs.Paper;
import org.scholion.jobs.PaperChecks;
import org.scholion.ui.citation.CitableWork;
import org.scholion.ui.citation.CitationRanks;
import org.scholion.ui.word.internal.Messages;

/** The works that fit the sentence at the caret, to be cited there. The editor asks in a thread of its own. */
public final class WordCompletion implements IContentAssistProcessor {

    private static final ServiceCaller<PaperChecks> CHECKS = new ServiceCaller<>(WordCompletion.class, PaperChecks.class);

    private final CitationRanks ranks = new CitationRanks();
    private final ITextEditor editor;
    private final Supplier<Optional<Path>> file;

    /** @param file of the editor; asked whenever the list is opened */
    public WordCompletion(ITextEditor editor, Supplier<Optional<Path>> file) {
        this.editor = editor;
        this.file = file;
    }

    @Override
    public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
        Optional<Path> path = file.get();
        Optional<Paper> paper = path.flatMap(known -> CHECKS.current().flatMap(checks -> checks.openFile(known)).flatMap(OpenFile::paper));
        if (path.isEmpty() || paper.isEmpty()) {
            return new ICompletionProposal[0];
        }
        List<CitableWork> works = ranks.works(path.get(), viewer.getDocument().get(), offset, offset, List.of());
        return works.stream()
                .map(work -> new CitationProposal(editor, paper.get(), work, offset))
                .toArray(ICompletionProposal[]::new);
    }

    @Override
    public IContextInformation @Nullable [] computeContextInformation(ITextViewer viewer, int offset) {
        return null;
    }

    @Override
    public char @Nullable [] getCompletionProposalAutoActivationCharacters() {
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
        return Messages.cite_noWorks;
    }
}
