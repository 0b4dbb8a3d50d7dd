package org.scholion.ui.latex.internal.bib.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.bibtex.BibtexFlavour;
import org.scholion.bibtex.BibtexHabits;
import org.scholion.library.edit.MergeProposal;
import org.scholion.library.edit.MergeProposal.Choice;
import org.scholion.text.TextEdit;
import org.scholion.ui.latex.internal.AccessibleNames;
import org.scholion.ui.latex.internal.Messages;
import org.scholion.ui.latex.internal.Papers;
import org.scholion.ui.latex.internal.bib.CitationRenaming;
import org.scholion.ui.latex.internal.bib.DuplicatePair;
import org.scholion.ui.latex.internal.bib.MergePreview;

/** Pairs of entries that are one work; merges one after the other as the author chooses, each in one step that can be undone. */
final class MergeDialog extends Dialog {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 620;
    private static final int MERGE = IDialogConstants.CLIENT_ID;
    private static final int EXCHANGE = IDialogConstants.CLIENT_ID + 1;

    private final OpenBibliography open;
    private final boolean biblatex;
    private MergeHandler.Found found;
    private Optional<MergeProposal> proposal = Optional.empty();
    private @Nullable Computation<?> running;
    private @Nullable Table list;
    private @Nullable Details details;

    /** What shows the pair that is chosen. */
    private record Details(Label reason, FieldChoices fields, Text preview, Label keys, Button alias, Button citations) {

        boolean isAliasWanted() {
            return alias.getSelection() && alias.isEnabled();
        }

        boolean areCitationsWanted() {
            return citations.getSelection() && citations.isEnabled();
        }
    }

    MergeDialog(OpenBibliography open, MergeHandler.Found found) {
        super(open.shell());
        setShellStyle(getShellStyle() | SWT.RESIZE | SWT.MAX);
        this.open = open;
        this.found = found;
        biblatex = BibtexHabits.of(found.file()).flavour() == BibtexFlavour.BIBLATEX;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.bib_mergeTitle);
    }

    @Override
    protected Point getInitialSize() {
        return new Point(WIDTH, HEIGHT);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        SashForm sash = new SashForm(area, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        Table pairs = new Table(sash, SWT.BORDER | SWT.SINGLE | SWT.FULL_SELECTION);
        AccessibleNames.give(pairs, Messages.bib_mergePairs);
        pairs.addListener(SWT.Selection, event -> choosePair());
        list = pairs;
        details = details(sash);
        sash.setWeights(28, 72);
        return area;
    }

    private Details details(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().extendedMargins(8, 0, 0, 0).applyTo(area);
        Label reason = label(area);
        Composite holder = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH / 3, HEIGHT / 3).applyTo(holder);
        FieldChoices fields = new FieldChoices(holder, this::choose);
        label(area).setText(Messages.bib_mergePreview);
        Text entry = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        entry.setFont(JFaceResources.getTextFont());
        AccessibleNames.give(entry, Messages.bib_mergePreview);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH / 3, HEIGHT / 5).applyTo(entry);
        Label keys = label(area);
        Button alias = check(area, Messages.bib_mergeAlias, biblatex);
        Button citations = check(area, NLS.bind(Messages.bib_changeCitations, 0), false);
        return new Details(reason, fields, entry, keys, alias, citations);
    }

    private static Label label(Composite area) {
        Label label = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH / 3, SWT.DEFAULT).applyTo(label);
        return label;
    }

    private Button check(Composite area, String text, boolean on) {
        Button button = new Button(area, SWT.CHECK);
        button.setText(text);
        button.setSelection(on);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
        button.addListener(SWT.Selection, event -> refresh());
        return button;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, EXCHANGE, Messages.bib_mergeExchange, false);
        createButton(parent, MERGE, Messages.bib_mergeButton, true);
        createButton(parent, IDialogConstants.CLOSE_ID, IDialogConstants.CLOSE_LABEL, false);
        fill(0);
    }

    @Override
    protected void buttonPressed(int id) {
        switch (id) {
            case MERGE -> merge();
            case EXCHANGE -> exchange();
            default -> close();
        }
    }

    @Override
    public boolean close() {
        abandon();
        return super.close();
    }

    private void abandon() {
        Computation<?> before = running;
        if (before != null) {
            before.abandon();
        }
        running = null;
    }

    /** Shows the pairs and takes the one at that place, or the last one. */
    private void fill(int index) {
        Table pairs = list;
        if (pairs == null || pairs.isDisposed()) {
            return;
        }
        pairs.removeAll();
        for (DuplicatePair pair : found.pairs()) {
            new TableItem(pairs, SWT.NONE).setText(NLS.bind(Messages.bib_mergePair, name(pair.kept()), name(pair.merged())));
        }
        if (!found.pairs().isEmpty()) {
            pairs.setSelection(Math.min(index, found.pairs().size() - 1));
        }
        choosePair();
    }

    private Optional<DuplicatePair> pair() {
        int index = index();
        return index < 0 ? Optional.empty() : Optional.of(found.pairs().get(index));
    }

    private int index() {
        Table pairs = list;
        return pairs == null ? -1 : pairs.getSelectionIndex();
    }

    private void choosePair() {
        proposal = pair().map(pair -> MergeProposal.of(found.file(), pair.kept(), pair.merged()));
        refresh();
    }

    private void choose(String field, Choice choice) {
        proposal = proposal.map(before -> before.choose(field, choice));
        refresh();
    }

    private void exchange() {
        pair().ifPresent(pair -> {
            List<DuplicatePair> pairs = new ArrayList<>(found.pairs());
            int index = pairs.indexOf(pair);
            pairs.set(index, pair.exchanged());
            found = new MergeHandler.Found(found.text(), found.file(), pairs);
            fill(index);
        });
    }

    private void refresh() {
        abandon();
        enable(proposal.isPresent());
        Details shown = details;
        if (shown == null) {
            return;
        }
        Optional<DuplicatePair> pair = pair();
        shown.reason().setText(pair.map(DuplicatePair::message).orElse(Messages.bib_mergeDone));
        shown.fields().show(
                proposal.map(MergeProposal::fields).orElse(List.of()),
                pair.map(one -> NLS.bind(Messages.bib_mergeStays, name(one.kept()))).orElse(""),
                pair.map(one -> NLS.bind(Messages.bib_mergeGoes, name(one.merged()))).orElse(""));
        boolean renames = proposal.filter(one -> !one.renamedKeys().isEmpty()).isPresent();
        shown.alias().setEnabled(renames);
        int places = proposal.map(this::renaming).map(CitationRenaming::count).orElse(0);
        shown.citations().setText(NLS.bind(Messages.bib_changeCitations, places));
        shown.citations().setEnabled(places > 0);
        String told = shown.isAliasWanted() ? Messages.bib_mergeKeyKept : Messages.bib_mergeKeyGone;
        shown.keys().setText(
                pair.filter(one -> renames).map(one -> NLS.bind(told, one.merged().key(), one.kept().key())).orElse(""));
        shown.reason().getParent().layout();
        showPreview(shown);
    }

    private void showPreview(Details shown) {
        if (proposal.isEmpty()) {
            shown.preview().setText("");
            return;
        }
        MergeProposal now = proposal.get();
        boolean ids = shown.isAliasWanted();
        start(Messages.bib_mergeJob, cancel -> MergePreview.of(found.file(), now, ids), text -> {
            if (!shown.preview().isDisposed()) {
                shown.preview().setText(text);
            }
        });
    }

    private CitationRenaming renaming(MergeProposal one) {
        return CitationRenaming.of(Papers.citing(open.file()), one.renamedKeys());
    }

    private void merge() {
        Details shown = details;
        if (proposal.isEmpty() || shown == null) {
            return;
        }
        MergeProposal now = proposal.get();
        boolean ids = shown.isAliasWanted();
        boolean cited = shown.areCitationsWanted();
        enable(false);
        start(Messages.bib_mergeJob, cancel -> now.edits(ids), edits -> merge(now, edits, cited));
    }

    private void merge(MergeProposal now, List<TextEdit> edits, boolean cited) {
        CitationRenaming renaming = renaming(now);
        if (!open.apply(found.text(), edits)) {
            Papers.say(Messages.bib_changedMeanwhile);
        } else if (cited) {
            int left = CitationChange.make(renaming, open.editor().getSite().getPage());
            Papers.say(NLS.bind(Messages.bib_citationsLeft, renaming.count() - left, left));
        }
        int index = Math.max(0, index());
        String text = open.text();
        String name = NLS.bind(Messages.bib_duplicatesJob, open.name());
        start(name, cancel -> MergeHandler.Found.in(text, open.file(), cancel), next -> {
            found = next;
            fill(index);
        });
    }

    private <T> void start(String name, Computation.Task<T> task, Consumer<T> done) {
        abandon();
        Computation<T> next = new Computation<>(name, task, getShell().getDisplay(), done);
        running = next;
        next.schedule();
    }

    private void enable(boolean on) {
        for (int id : new int[] {MERGE, EXCHANGE}) {
            Button button = getButton(id);
            if (button != null) {
                button.setEnabled(on);
            }
        }
    }

    private static String name(Entry entry) {
        return entry.key().isEmpty() ? Messages.bib_noKey : entry.key();
    }
}
