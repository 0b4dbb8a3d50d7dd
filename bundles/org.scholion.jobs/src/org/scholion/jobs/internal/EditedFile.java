package org.scholion.jobs.internal;

import java.nio.file.Path;
import java.util.Optional;
import org.scholion.jobs.OpenFile;
import org.scholion.jobs.Paper;
import org.scholion.manuscript.OpenTexts.OpenText;
import org.scholion.text.Revision;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/** A file in an editor, and the paper that it was found to belong to. */
final class EditedFile implements OpenFile {

    /** Where the author is. */
    record Focus(int caret, TextRange visible, long time) {}

    private final Path path;
    private final EditedText text;
    private final PaperChecksComponent checks;
    private volatile Optional<PaperSession> session = Optional.empty();
    private volatile Focus focus = new Focus(0, TextRange.at(0), 0);
    private volatile boolean closed;

    EditedFile(Path path, String text, PaperChecksComponent checks) {
        this.path = path;
        this.text = new EditedText(text);
        this.checks = checks;
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public Optional<Paper> paper() {
        return session.map(found -> found);
    }

    Optional<PaperSession> session() {
        return session;
    }

    void joined(Optional<PaperSession> found) {
        session = found;
    }

    boolean isClosed() {
        return closed;
    }

    Focus focus() {
        return focus;
    }

    OpenText openText() {
        return text.text();
    }

    @Override
    public Revision revision() {
        return text.revision();
    }

    @Override
    public Revision changed(TextRange replaced, String replacement) {
        Revision revision = text.changed(new TextEdit(replaced, replacement));
        session.ifPresent(PaperSession::textChanged);
        return revision;
    }

    @Override
    public Revision replaced(String newText) {
        Revision revision = text.replaced(newText);
        session.ifPresent(PaperSession::textChanged);
        return revision;
    }

    @Override
    public void focus(int caret, TextRange visible) {
        focus = new Focus(caret, visible, System.nanoTime());
    }

    @Override
    public void saved() {
        checks.locate(this);
    }

    @Override
    public Optional<TextRange> toCurrent(TextRange range, Revision computedOn) {
        return text.toCurrent(range, computedOn);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            checks.closed(this);
        }
    }
}
