package org.scholion.app.internal.welcome;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.EditorPart;
import org.scholion.app.internal.AppIds;
import org.scholion.app.internal.Commands;
import org.scholion.app.internal.Messages;
import org.scholion.app.internal.Pictures;
import org.scholion.app.internal.papers.PaperOpener;
import org.scholion.app.internal.papers.PathList;

/** The first page: the sample paper one click away, the papers of last time, and how Scholion is used, in a few lines. */
public final class WelcomeEditor extends EditorPart {

    private static final int WIDTH = 680;
    private static final int SHOWN_RECENT = 6;
    private static final int BUTTON_MARGIN = 10;

    private @Nullable Button sample;

    /** Shows the welcome, the one that is open where there is one. */
    public static void open(IWorkbenchPage page) {
        try {
            page.openEditor(new WelcomeInput(), AppIds.WELCOME_EDITOR);
        } catch (PartInitException problem) {
            ILog.of(WelcomeEditor.class).error("The welcome cannot be shown.", problem);
        }
    }

    @Override
    public void init(IEditorSite site, IEditorInput input) {
        setSite(site);
        setInput(input);
        setPartName(input.getName());
        setTitleImage(Pictures.get("scholion"));
    }

    @Override
    public void createPartControl(Composite parent) {
        ScrolledComposite scroll = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        Composite page = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(24, 20).applyTo(page);
        Composite column = new Composite(page, SWT.NONE);
        GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.TOP).grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(column);
        GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(column);
        LocalResourceManager fonts = new LocalResourceManager(JFaceResources.getResources(), column);
        head(column, fonts);
        buttons(column);
        recent(column, fonts);
        howTo(column, fonts);
        scroll.setContent(page);
        scroll.setMinSize(page.computeSize(SWT.DEFAULT, SWT.DEFAULT));
    }

    private static void head(Composite column, LocalResourceManager fonts) {
        Composite head = new Composite(column, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(16, 0).applyTo(head);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        Label picture = new Label(head, SWT.NONE);
        picture.setImage(Pictures.get("scholion-64"));
        GridDataFactory.swtDefaults().span(1, 2).applyTo(picture);
        Label name = new Label(head, SWT.NONE);
        name.setText("Scholion");
        name.setFont(fonts.create(FontDescriptor.createFrom(JFaceResources.getDefaultFont()).setHeight(24)));
        Label tagline = new Label(head, SWT.WRAP);
        tagline.setText(Messages.welcome_tagline);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH - 100, SWT.DEFAULT).applyTo(tagline);
    }

    private void buttons(Composite column) {
        Composite row = new Composite(column, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(8, 0).extendedMargins(0, 0, 12, 4).applyTo(row);
        Button first = button(row, Messages.welcome_sample, AppIds.OPEN_SAMPLE);
        sample = first;
        button(row, Messages.welcome_openFile, AppIds.OPEN_FILE);
        button(row, Messages.welcome_openFolder, AppIds.OPEN_FOLDER);
        Label drop = new Label(row, SWT.NONE);
        drop.setText(Messages.welcome_drop);
    }

    private static Button button(Composite parent, String text, String command) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.addListener(SWT.Selection, event -> Commands.execute(command));
        int width = button.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
        GridDataFactory.fillDefaults().hint(width + 2 * BUTTON_MARGIN, SWT.DEFAULT).applyTo(button);
        return button;
    }

    private void recent(Composite column, LocalResourceManager fonts) {
        List<Path> recent = PathList.RECENT.paths();
        if (recent.isEmpty()) {
            return;
        }
        heading(column, fonts, Messages.welcome_recent);
        for (Path file : recent.subList(0, Math.min(SHOWN_RECENT, recent.size()))) {
            Link link = new Link(column, SWT.NONE);
            String folder = file.getParent() == null ? "" : file.getParent().toString();
            link.setText("<a>" + escaped(file.getFileName().toString()) + "</a>   " + escaped(folder));
            link.setToolTipText(file.toString());
            GridDataFactory.fillDefaults().grab(true, false).applyTo(link);
            link.addListener(SWT.Selection, event -> PaperOpener.open(getSite().getWorkbenchWindow(), List.of(file)));
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&&");
    }

    private static void howTo(Composite column, LocalResourceManager fonts) {
        heading(column, fonts, Messages.welcome_howTo);
        text(column, Messages.welcome_write);
        text(column, NLS.bind(Messages.welcome_fix, keys("org.scholion.ui.quickFix", "org.eclipse.jdt.ui.edit.text.java.correction.assist.proposals")));
        text(column, NLS.bind(Messages.welcome_findings, keys("org.scholion.ui.nextFinding", "")));
        text(column, NLS.bind(Messages.welcome_complete, keys("org.eclipse.ui.edit.text.contentAssist.proposals", ""), keys("org.eclipse.ui.edit.text.open.hyperlink", "")));
        heading(column, fonts, Messages.welcome_promise);
        text(column, Messages.welcome_private);
    }

    private static String keys(String command, String otherwise) {
        String keys = Commands.keys(command);
        return keys.isEmpty() && !otherwise.isEmpty() ? Commands.keys(otherwise) : keys;
    }

    private static void heading(Composite column, LocalResourceManager fonts, String text) {
        Label heading = new Label(column, SWT.NONE);
        heading.setText(text);
        heading.setFont(fonts.create(JFaceResources.getDefaultFontDescriptor().setStyle(SWT.BOLD).increaseHeight(1)));
        GridDataFactory.fillDefaults().indent(0, 14).applyTo(heading);
    }

    private static Control text(Composite column, String text) {
        Label label = new Label(column, SWT.WRAP);
        label.setText(text);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(label);
        return label;
    }

    @Override
    public void setFocus() {
        Button first = sample;
        if (first != null) {
            first.setFocus();
        }
    }

    @Override
    public void doSave(@Nullable IProgressMonitor monitor) {
        // never changed
    }

    @Override
    public void doSaveAs() {
        // see isSaveAsAllowed
    }

    @Override
    public boolean isDirty() {
        return false;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }
}
