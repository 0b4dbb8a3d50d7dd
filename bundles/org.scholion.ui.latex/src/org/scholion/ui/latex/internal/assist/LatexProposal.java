package org.scholion.ui.latex.internal.assist;

import java.util.List;
import java.util.Locale;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.TextUtilities;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension2;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension3;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension4;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension5;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension6;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.link.LinkedModeModel;
import org.eclipse.jface.text.link.LinkedModeUI;
import org.eclipse.jface.text.link.LinkedPosition;
import org.eclipse.jface.text.link.LinkedPositionGroup;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.scholion.text.TextRange;
import org.scholion.ui.latex.internal.Papers;
import org.scholion.ui.latex.internal.Pictures;
import org.scholion.ui.latex.internal.cite.BibliographyEntries;

/** A suggestion in the list of the editor. */
final class LatexProposal
        implements ICompletionProposal,
                ICompletionProposalExtension2,
                ICompletionProposalExtension3,
                ICompletionProposalExtension4,
                ICompletionProposalExtension5,
                ICompletionProposalExtension6 {

    private final Suggestion suggestion;
    private final int start;
    private final int end;
    private @Nullable Point selection;

    /** @param typed what was typed of it when the list was opened */
    LatexProposal(Suggestion suggestion, TextRange typed) {
        this.suggestion = suggestion;
        this.start = typed.start();
        this.end = typed.end();
    }

    @Override
    public void apply(IDocument document) {
        write(document, end);
    }

    @Override
    public void apply(ITextViewer viewer, char trigger, int stateMask, int offset) {
        int inserted = write(viewer.getDocument(), offset);
        if (inserted >= 0) {
            fillIn(viewer, inserted);
        }
    }

    /** The length that was written, or -1 when the text changed so that it could not be. */
    private int write(IDocument document, int offset) {
        try {
            String insertion = insertion(document, offset);
            boolean closes = suggestion.kind() != Suggestion.Kind.COMMAND && insertion.startsWith(suggestion.name() + "}");
            boolean closed = offset < document.getLength() && document.getChar(offset) == '}';
            document.replace(start, offset - start + (closes && closed ? 1 : 0), insertion);
            selection = new Point(start + firstStop(insertion), 0);
            addEntry(document);
            return insertion.length();
        } catch (BadLocationException problem) {
            ILog.of(LatexProposal.class).warn("The completion no longer fits the text.", problem);
            return -1;
        }
    }

    /** A work that comes from elsewhere needs an entry in the paper's bibliography. */
    private void addEntry(IDocument document) {
        suggestion.entry().ifPresent(entry -> Papers.manuscript(document)
                .map(manuscript -> BibliographyEntries.add(manuscript, List.of(entry)))
                .ifPresent(Papers::say));
    }

    /** Arguments are left out where they stand already. */
    private String insertion(IDocument document, int offset) throws BadLocationException {
        boolean hasArguments = offset < document.getLength() && document.getChar(offset) == '{';
        if (hasArguments && suggestion.insertion().startsWith("\\")) {
            return "\\" + suggestion.name();
        }
        String delimiter = TextUtilities.getDefaultLineDelimiter(document);
        return suggestion.insertion().replace("\n", delimiter);
    }

    private int firstStop(String insertion) {
        List<Integer> stops = stops(insertion);
        return stops.isEmpty() ? insertion.length() : stops.getFirst();
    }

    /** The stops in what was written, which may have other line ends or no arguments. */
    private List<Integer> stops(String insertion) {
        int longerLines = insertion.contains("\r\n") ? 1 : 0;
        return suggestion.stops().stream()
                .map(stop -> stop.start() + longerLines * lineEnds(stop.start()))
                .filter(stop -> stop <= insertion.length())
                .toList();
    }

    private int lineEnds(int before) {
        return (int) suggestion.insertion().substring(0, before).chars().filter(c -> c == '\n').count();
    }

    private void fillIn(ITextViewer viewer, int length) {
        IDocument document = viewer.getDocument();
        try {
            List<Integer> stops = stops(document.get(start, length));
            if (stops.isEmpty()) {
                return;
            }
            LinkedModeModel model = new LinkedModeModel();
            for (int i = 0; i < stops.size(); i++) {
                LinkedPositionGroup group = new LinkedPositionGroup();
                group.addPosition(new LinkedPosition(document, start + stops.get(i), 0, i));
                model.addGroup(group);
            }
            model.forceInstall();
            LinkedModeUI keys = new LinkedModeUI(model, viewer);
            keys.setExitPosition(viewer, start + length, 0, Integer.MAX_VALUE);
            keys.enter();
            selection = new Point(start + stops.getFirst(), 0);
        } catch (BadLocationException problem) {
            ILog.of(LatexProposal.class).warn("The places to fill in are gone.", problem);
        }
    }

    @Override
    public boolean validate(IDocument document, int offset, @Nullable DocumentEvent event) {
        try {
            return offset >= start && suggestion.rank(typed(document, offset)) >= 0;
        } catch (BadLocationException changedElsewhere) {
            return false;
        }
    }

    private String typed(IDocument document, int offset) throws BadLocationException {
        String typed = document.get(start, offset - start);
        return typed.startsWith("\\") ? typed.substring(1) : typed;
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

    @Override
    public @Nullable Point getSelection(IDocument document) {
        return selection;
    }

    @Override
    public @Nullable String getAdditionalProposalInfo() {
        return suggestion.information().isEmpty() ? null : suggestion.information();
    }

    @Override
    public @Nullable Object getAdditionalProposalInfo(IProgressMonitor monitor) {
        return getAdditionalProposalInfo();
    }

    /** The window that the editor brings itself shows HTML as it is written. */
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
        String name = suggestion.insertion().startsWith("\\") ? "\\" + suggestion.name() : suggestion.name();
        StyledString text = new StyledString(name);
        if (!suggestion.detail().isEmpty()) {
            text.append("  " + suggestion.detail(), StyledString.QUALIFIER_STYLER);
        }
        return text;
    }

    @Override
    public Image getImage() {
        return Pictures.get(suggestion.kind().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public @Nullable IContextInformation getContextInformation() {
        return null;
    }
}
