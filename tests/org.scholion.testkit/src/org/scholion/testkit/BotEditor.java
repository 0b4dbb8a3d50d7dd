package org.scholion.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.ITextViewerExtension5;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.texteditor.ITextEditor;

/** A text editor. */
public final class BotEditor {

    /** A mark in the editor: its annotation type, the text it covers, where that begins, and what the mark says. */
    public record Mark(String type, String covered, int offset, String text) {}

    private final IEditorPart part;
    private final ITextEditor editor;

    BotEditor(IEditorPart part) {
        this.part = part;
        editor = Adapters.adapt(part, ITextEditor.class);
        if (editor == null) {
            throw new BotException("no text editor: " + part);
        }
    }

    public IEditorPart part() {
        return part;
    }

    public ITextEditor textEditor() {
        return editor;
    }

    public String title() {
        return Ui.get(part::getTitle);
    }

    public String getText() {
        return Ui.get(() -> document().get());
    }

    /** Exchanges the whole text, as pasting would. */
    public void setText(String text) {
        Ui.run(() -> document().set(text));
    }

    /** Types letter by letter at the caret. */
    public BotEditor typeText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i) == '\n' ? '\r' : text.charAt(i);
            Ui.run(() -> {
                Event event = new Event();
                event.character = letter;
                event.keyCode = letter == '\r' ? SWT.CR : Character.toLowerCase(letter);
                event.doit = true;
                Widgets.notify(styledText(), SWT.KeyDown, event);
            });
        }
        return this;
    }

    /** Puts the caret before the first occurrence of a text. */
    public BotEditor navigateTo(String text) {
        return select(indexOf(text), 0);
    }

    /** Puts the caret behind the first occurrence of a text. */
    public BotEditor navigateBehind(String text) {
        return select(indexOf(text) + text.length(), 0);
    }

    public BotEditor select(String text) {
        return select(indexOf(text), text.length());
    }

    public BotEditor select(int offset, int length) {
        Ui.run(() -> editor.selectAndReveal(offset, length));
        return this;
    }

    public String selection() {
        return Ui.get(() -> styledText().getSelectionText());
    }

    public int caret() {
        return Ui.get(() -> viewer().getSelectedRange().x);
    }

    /** Presses a key in the text. */
    public BotEditor press(int modifiers, int keyCode, char character) {
        ScholionBot.press(Ui.get(this::styledText), modifiers, keyCode, character);
        return this;
    }

    /** Lets the mouse rest over the first occurrence of a text. */
    public void hover(String text) {
        int offset = indexOf(text) + 1;
        Ui.run(() -> {
            StyledText widget = styledText();
            int shown = viewer() instanceof ITextViewerExtension5 folding ? folding.modelOffset2WidgetOffset(offset) : offset;
            Point place = widget.getLocationAtOffset(shown);
            // a hover goes at once when the pointer itself is elsewhere
            widget.getDisplay().setCursorLocation(widget.toDisplay(place.x, place.y + widget.getLineHeight() / 2));
            for (int type : new int[] {SWT.MouseEnter, SWT.MouseMove, SWT.MouseHover}) {
                Event event = new Event();
                event.x = place.x;
                event.y = place.y + widget.getLineHeight() / 2;
                Widgets.notify(widget, type, event);
            }
        });
    }

    /** Whether the window of the editor is the one that has the keyboard: hovers show only there. */
    public boolean isInActiveShell() {
        return Ui.get(() -> styledText().getShell() == styledText().getDisplay().getActiveShell());
    }

    public void undo() {
        Ui.run(() -> ((ITextOperationTarget) viewer()).doOperation(ITextOperationTarget.UNDO));
    }

    public void save() {
        Ui.run(() -> part.doSave(new NullProgressMonitor()));
    }

    public boolean isDirty() {
        return Ui.get(part::isDirty);
    }

    public void show() {
        Ui.run(() -> part.getSite().getPage().activate(part));
    }

    public void close() {
        Ui.run(() -> part.getSite().getPage().closeEditor(part, false));
    }

    /** The marks whose type begins with a text, by place. */
    public List<Mark> marks(String type) {
        return Ui.get(() -> {
            IAnnotationModel model = viewer().getAnnotationModel();
            List<Mark> marks = new ArrayList<>();
            String all = document().get();
            for (Iterator<Annotation> each = model.getAnnotationIterator(); each.hasNext(); ) {
                Annotation annotation = each.next();
                Position position = model.getPosition(annotation);
                if (annotation.getType() != null && annotation.getType().startsWith(type) && position != null) {
                    String covered = all.substring(position.offset, position.offset + position.length);
                    marks.add(new Mark(annotation.getType(), covered, position.offset, annotation.getText()));
                }
            }
            marks.sort(Comparator.comparingInt(Mark::offset));
            return marks;
        });
    }

    public StyledText styledTextWidget() {
        return Ui.get(this::styledText);
    }

    public ISourceViewer sourceViewer() {
        return Ui.get(this::viewer);
    }

    private int indexOf(String text) {
        int found = getText().indexOf(text);
        if (found < 0) {
            throw new BotException("the editor does not contain “" + text + "”");
        }
        return found;
    }

    private IDocument document() {
        return editor.getDocumentProvider().getDocument(editor.getEditorInput());
    }

    private StyledText styledText() {
        return viewer().getTextWidget();
    }

    private ISourceViewer viewer() {
        if (editor.getAdapter(ITextOperationTarget.class) instanceof ISourceViewer viewer) {
            return viewer;
        }
        throw new BotException("no viewer in " + part.getTitle());
    }
}
