package org.scholion.app.internal.papers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.PreferenceChangeEvent;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.part.ViewPart;
import org.scholion.app.internal.AppIds;
import org.scholion.app.internal.Commands;
import org.scholion.app.internal.Messages;

/** The folders of the papers, with the files that a writer works with. */
public final class PapersView extends ViewPart {

    private final IPreferenceChangeListener listListener = this::listChanged;
    private final IPartListener editorListener = new EditorFollower();
    private final StackLayout stack = new StackLayout();
    private @Nullable TreeViewer viewer;
    private @Nullable Composite emptiness;

    @Override
    public void createPartControl(Composite parent) {
        parent.setLayout(stack);
        TreeViewer created = new TreeViewer(parent, SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
        viewer = created;
        created.setContentProvider(new FileTree());
        created.setLabelProvider(new FileLabels());
        created.setUseHashlookup(true);
        created.getTree().getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = event.childID == ACC.CHILDID_SELF ? Messages.papers_tree : event.result;
            }
        });
        ColumnViewerToolTipSupport.enableFor(created);
        created.addDoubleClickListener(event -> openSelected());
        emptiness = emptiness(parent);
        menu(created);
        drop(created);
        getSite().setSelectionProvider(created);
        PathList.preferences().addPreferenceChangeListener(listListener);
        getSite().getPage().addPartListener(editorListener);
        refresh();
    }

    private Composite emptiness(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        page.setLayout(new GridLayout());
        Link link = new Link(page, SWT.WRAP);
        link.setText(Messages.papers_empty);
        link.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        link.addListener(SWT.Selection, event -> Commands.execute(event.text.equals("folder") ? AppIds.OPEN_FOLDER : AppIds.OPEN_FILE));
        return page;
    }

    private void menu(TreeViewer tree) {
        MenuManager menu = new MenuManager();
        menu.add(action(Messages.papers_open, this::openSelected));
        menu.add(action(Messages.papers_close, this::closeSelected));
        menu.add(action(Messages.papers_refresh, this::refresh));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        tree.getTree().setMenu(menu.createContextMenu(tree.getTree()));
        getSite().registerContextMenu(menu, tree);
        tree.getTree().addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.F5) {
                refresh();
            }
        });
    }

    private static Action action(String text, Runnable work) {
        return new Action(text) {
            @Override
            public void run() {
                work.run();
            }
        };
    }

    private void drop(TreeViewer tree) {
        tree.addDropSupport(DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK, new Transfer[] {FileTransfer.getInstance()}, new DropTargetAdapter() {
            @Override
            public void dragEnter(DropTargetEvent event) {
                event.detail = DND.DROP_COPY;
            }

            @Override
            public void drop(DropTargetEvent event) {
                if (event.data instanceof String[] files) {
                    PaperOpener.open(getSite().getWorkbenchWindow(), Arrays.stream(files).map(Path::of).toList());
                }
            }
        });
    }

    private List<Path> selected() {
        TreeViewer shown = viewer;
        return shown == null
                ? List.of()
                : shown.getStructuredSelection().stream().map(Path.class::cast).toList();
    }

    private void openSelected() {
        TreeViewer shown = viewer;
        for (Path path : selected()) {
            if (Files.isDirectory(path) && shown != null) {
                shown.setExpandedState(path, !shown.getExpandedState(path));
            } else {
                PaperOpener.open(getSite().getWorkbenchWindow(), List.of(path));
            }
        }
    }

    private void closeSelected() {
        for (Path path : selected()) {
            PathList.FOLDERS.paths().stream().filter(path::startsWith).forEach(PathList.FOLDERS::remove);
        }
    }

    private void listChanged(PreferenceChangeEvent event) {
        TreeViewer shown = viewer;
        if (event.getKey().equals(PathList.FOLDERS.key()) && shown != null && !shown.getTree().isDisposed()) {
            shown.getTree().getDisplay().asyncExec(this::refresh);
        }
    }

    private void refresh() {
        TreeViewer shown = viewer;
        Composite empty = emptiness;
        if (shown == null || empty == null || shown.getTree().isDisposed()) {
            return;
        }
        List<Path> folders = PathList.FOLDERS.paths().stream().filter(Files::isDirectory).toList();
        Object[] expanded = shown.getExpandedElements();
        List<?> before = shown.getInput() instanceof List<?> list ? list : List.of();
        shown.setInput(folders);
        shown.setExpandedElements(expanded);
        folders.stream().filter(folder -> !before.contains(folder)).findFirst().ifPresent(folder -> shown.expandToLevel(folder, 1));
        stack.topControl = folders.isEmpty() ? empty : shown.getTree();
        shown.getTree().getParent().layout();
        follow(getSite().getPage().getActiveEditor());
    }

    /** Selects the file of the editor. */
    private void follow(@Nullable IEditorPart editor) {
        TreeViewer shown = viewer;
        if (shown == null || shown.getTree().isDisposed() || editor == null || !(editor.getEditorInput() instanceof IURIEditorInput input)) {
            return;
        }
        Optional<Path> file = Optional.of(input.getURI()).filter(uri -> "file".equals(uri.getScheme())).map(Path::of);
        if (file.isPresent() && PathList.FOLDERS.paths().stream().anyMatch(file.get()::startsWith)) {
            shown.setSelection(new StructuredSelection(file.get()), true);
        }
    }

    @Override
    public void setFocus() {
        TreeViewer shown = viewer;
        Composite empty = emptiness;
        if (shown != null && empty != null) {
            if (stack.topControl == empty) {
                empty.setFocus();
            } else {
                shown.getTree().setFocus();
            }
        }
    }

    @Override
    public void dispose() {
        PathList.preferences().removePreferenceChangeListener(listListener);
        getSite().getPage().removePartListener(editorListener);
        super.dispose();
    }

    /** Keeps the selection on the file of the active editor. */
    private final class EditorFollower implements IPartListener {

        @Override
        public void partActivated(IWorkbenchPart part) {
            if (part instanceof IEditorPart editor) {
                follow(editor);
            }
        }

        @Override
        public void partBroughtToTop(IWorkbenchPart part) {
            partActivated(part);
        }

        @Override
        public void partClosed(IWorkbenchPart part) {
            // the editor that comes to the front instead is told of
        }

        @Override
        public void partDeactivated(IWorkbenchPart part) {
            // see partClosed
        }

        @Override
        public void partOpened(IWorkbenchPart part) {
            // comes to the front as well
        }
    }
}
