package org.scholion.ui.internal.citation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.scholion.assist.AssistException;
import org.scholion.assist.citations.CitationSupport;
import org.scholion.assist.citations.CitationSupport.Passage;
import org.scholion.assist.citations.CitationSupport.Verdict;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.ui.citation.VerifiedWork;
import org.scholion.ui.internal.Accessibles;
import org.scholion.ui.internal.Messages;

/**
 * Shows the passages of cited works that are nearest to a sentence. It stays open beside the paper; closing it ends the search.
 */
public final class SupportDialog extends Dialog {

    private static final int WIDTH = 560;
    private static final int HEIGHT = 380;

    private final SupportJob job;
    private Optional<Widgets> widgets = Optional.empty();

    private record Widgets(ScrolledComposite scroll, Composite content) {}

    /** What is looked for, in a job. */
    @FunctionalInterface
    public interface Question {
        List<VerifiedWork> answer(CancelToken cancel) throws AssistException, CancelledException;
    }

    private SupportDialog(Shell parent, Question question) {
        super(parent);
        setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.RESIZE | SWT.BORDER | SWT.MODELESS | getDefaultOrientation());
        setBlockOnOpen(false);
        Display display = parent.getDisplay();
        job = new SupportJob(question, (works, failure) -> display.asyncExec(() -> show(works, failure)));
    }

    /** Opens the dialog and looks for the passages. */
    public static void open(Shell parent, Question question) {
        SupportDialog dialog = new SupportDialog(parent, question);
        dialog.open();
        dialog.job.schedule();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.verify_title);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        ScrolledComposite scroll = new ScrolledComposite(area, SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(scroll);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        Composite content = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 6).margins(4, 4).applyTo(content);
        scroll.setContent(content);
        widgets = Optional.of(new Widgets(scroll, content));
        scroll.addListener(SWT.Resize, event -> measure());
        label(content, Messages.verify_looking, false);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CLOSE_LABEL, true);
    }

    @Override
    protected Point getInitialSize() {
        return new Point(WIDTH, HEIGHT);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    public boolean close() {
        if (job.getState() != Job.NONE) {
            job.cancel();
        }
        widgets = Optional.empty();
        return super.close();
    }

    private void show(List<VerifiedWork> works, String failure) {
        widgets.filter(own -> !own.content().isDisposed()).ifPresent(own -> {
            for (Control child : own.content().getChildren()) {
                child.dispose();
            }
            if (!failure.isEmpty() || works.isEmpty()) {
                label(own.content(), failure.isEmpty() ? Messages.verify_nothing : failure, false);
            } else {
                label(own.content(), NLS.bind(Messages.verify_sentence, works.getFirst().sentence()), false);
                works.forEach(work -> section(own.content(), work));
            }
            own.content().layout(true, true);
            measure();
        });
    }

    private void section(Composite parent, VerifiedWork work) {
        label(parent, work.title(), true);
        CitationSupport support = work.support();
        label(parent, verdict(support.verdict()) + " " + support.reason(), false);
        support.passage().ifPresent(passage -> passage(parent, passage, support.verdict()));
        support.document().ifPresent(document -> {
            Button open = new Button(parent, SWT.PUSH);
            open.setText(Messages.citations_openDocument);
            Accessibles.name(open, NLS.bind(Messages.verify_openOf, work.title()));
            open.addListener(SWT.Selection, event -> open(document));
        });
    }

    private static void passage(Composite parent, Passage passage, Verdict verdict) {
        String score = String.valueOf(Math.round(passage.score() * 100));
        String where = verdict == Verdict.NOT_FOUND ? Messages.verify_nearest : Messages.verify_passage;
        label(parent, NLS.bind(where, passage.page(), score), false);
        Text text = new Text(parent, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.BORDER);
        text.setText(passage.text());
        Accessibles.name(text, NLS.bind(where, passage.page(), score));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH / 2, SWT.DEFAULT).applyTo(text);
    }

    private static String verdict(Verdict verdict) {
        return switch (verdict) {
            case SUPPORTED -> Messages.verify_supported;
            case CONTRADICTED -> Messages.verify_contradicted;
            case NOT_FOUND -> Messages.verify_notFound;
            case NO_TEXT -> Messages.verify_noText;
        };
    }

    private static void open(Path document) {
        Program.launch(document.toString());
    }

    private static void label(Composite parent, String text, boolean bold) {
        Label label = new Label(parent, SWT.WRAP);
        // an ampersand would be a mnemonic
        label.setText(text.replace("&", "&&"));
        if (bold) {
            label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
        }
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH / 2, SWT.DEFAULT).applyTo(label);
    }

    private void measure() {
        widgets.ifPresent(own -> {
            int width = Math.max(WIDTH / 2, own.scroll().getClientArea().width);
            own.scroll().setMinSize(own.content().computeSize(width, SWT.DEFAULT));
        });
    }
}
