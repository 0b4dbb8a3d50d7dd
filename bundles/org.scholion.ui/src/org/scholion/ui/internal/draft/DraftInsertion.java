package org.scholion.ui.internal.draft;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.TextUtilities;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.texteditor.ITextEditor;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;
import org.scholion.ui.draft.DraftWriter;
import org.scholion.ui.internal.editor.DocumentBinding;
import org.scholion.ui.internal.editor.EditorStatus;
import org.scholion.ui.internal.editor.EditorTracker;
import org.scholion.ui.internal.fix.DocumentChange;

/** Puts a text into an editor, in one step that can be undone. In the thread of the user interface. */
final class DraftInsertion {

    private final EditorTracker tracker;
    private final DraftWriter writer;

    DraftInsertion(EditorTracker tracker, DraftWriter writer) {
        this.tracker = tracker;
        this.writer = writer;
    }

    /**
     * Replaces a stretch of an editor's text, or inserts where it is empty. The editor gets the keyboard and selects what is new.
     *
     * @param sentences in the notation of the paper
     * @param points whether each stands for itself
     * @return why nothing was changed; empty when it was
     */
    String write(ITextEditor editor, DocumentBinding binding, TextRange place, List<String> sentences, boolean points) {
        IDocument document = binding.document();
        String whole = document.get();
        String text = writer.text(sentences, points);
        String end = TextUtilities.getDefaultLineDelimiter(document);
        String fitted = (place.isEmpty() ? spaced(whole, place.start(), text) : text).replace("\n", end);
        DocumentChange change = new DocumentChange(document, tracker.editors(binding));
        if (!change.isAllowed()) {
            return Messages.use_readOnly;
        }
        if (!writer.allows(document, place, fitted)) {
            return Messages.use_notHere;
        }
        change.apply(List.of(new TextEdit(place, fitted)));
        editor.selectAndReveal(place.start(), fitted.length());
        IWorkbenchPage page = editor.getSite().getPage();
        page.activate(editor);
        EditorStatus.show(editor, Messages.use_done);
        return "";
    }

    /** With what keeps it apart from the words before and behind it. */
    private static String spaced(String whole, int place, String text) {
        String apart = text.indexOf('\n') >= 0 ? "\n" : " ";
        Optional<Character> before = place > 0 ? Optional.of(whole.charAt(place - 1)) : Optional.empty();
        Optional<Character> behind = place < whole.length() ? Optional.of(whole.charAt(place)) : Optional.empty();
        String start = before.filter(c -> !Character.isWhitespace(c) && "([{\u2028".indexOf(c) < 0).isPresent() ? apart : "";
        return start + text + (behind.filter(Character::isLetterOrDigit).isPresent() ? apart : "");
    }
}
