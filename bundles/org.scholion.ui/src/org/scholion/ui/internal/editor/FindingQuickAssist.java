package org.scholion.ui.internal.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.quickassist.IQuickAssistProcessor;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.ISourceViewer;
import org.scholion.ui.internal.PaperUi;
import org.scholion.ui.internal.fix.Fix;

/** Quick fixes for the findings at the caret, or else for the first finding of its line. */
public final class FindingQuickAssist implements IQuickAssistProcessor {

    @Override
    public @Nullable String getErrorMessage() {
        return null;
    }

    @Override
    public boolean canFix(Annotation annotation) {
        return annotation instanceof FindingAnnotation;
    }

    @Override
    public boolean canAssist(IQuickAssistInvocationContext context) {
        return !findings(context).isEmpty();
    }

    @Override
    public ICompletionProposal[] computeQuickAssistProposals(IQuickAssistInvocationContext context) {
        List<ICompletionProposal> proposals = new ArrayList<>();
        for (FindingAnnotation annotation : findings(context)) {
            for (Fix fix : Fix.of(annotation.placed())) {
                proposals.add(new FixProposal(fix, JFaceResources.getResources()));
            }
        }
        return proposals.toArray(ICompletionProposal[]::new);
    }

    private static List<FindingAnnotation> findings(IQuickAssistInvocationContext context) {
        ISourceViewer viewer = context.getSourceViewer();
        if (viewer == null || viewer.getDocument() == null) {
            return List.of();
        }
        int offset = context.getOffset() >= 0 ? context.getOffset() : viewer.getSelectedRange().x;
        Optional<DocumentBinding> document = PaperUi.ofWorkbench().tracker().document(viewer.getDocument());
        return document.map(found -> found.here(offset)).orElse(List.of());
    }
}
