package org.scholion.ui.internal.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.scholion.ui.internal.Accessibles;
import org.scholion.ui.internal.Icon;

/** Lists what online sources said of references, one line each, while it comes. */
final class ReportPage {

    private static final int LEAST_WIDTH = 60;

    private final Composite page;
    private final Label title;
    private final Link action;
    private final Table table;
    private final ResourceManager images;
    private final Runnable back;
    private final List<CheckLine> lines = new ArrayList<>();
    private Optional<ReferenceCheckJob> job = Optional.empty();
    private String name = "";

    /**
     * @param back when the author has read enough
     * @param open hears of the DOI of a line that was opened
     */
    ReportPage(Composite parent, ResourceManager images, Runnable back, Consumer<String> open) {
        this.images = images;
        this.back = back;
        page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(page);
        Composite head = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 3).applyTo(head);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        title = new Label(head, SWT.WRAP);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(title);
        action = new Link(head, SWT.NONE);
        action.addListener(SWT.Selection, event -> act());
        Composite frame = new Composite(page, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(frame);
        table = new Table(frame, SWT.MULTI | SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        Accessibles.name(table, Messages.report_name);
        TableColumnLayout layout = new TableColumnLayout();
        frame.setLayout(layout);
        column(layout, Messages.report_reference, 36);
        column(layout, Messages.report_result, 34);
        column(layout, Messages.report_details, 30);
        table.addListener(SWT.DefaultSelection, event -> selected().stream()
                .map(CheckLine::doi)
                .filter(doi -> !doi.isEmpty())
                .findFirst()
                .ifPresent(open));
    }

    private void column(TableColumnLayout layout, String text, int weight) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(text);
        layout.setColumnData(column, new ColumnWeightData(weight, LEAST_WIDTH, true));
    }

    Composite control() {
        return page;
    }

    /** A job begins whose lines come here. */
    void begin(ReferenceCheckJob begun, String label) {
        job.ifPresent(ReferenceCheckJob::cancel);
        job = Optional.of(begun);
        name = label;
        lines.clear();
        table.removeAll();
        describe(NLS.bind(Messages.report_asking, label), Messages.report_stop);
    }

    boolean isOf(ReferenceCheckJob one) {
        return job.filter(running -> running == one).isPresent();
    }

    void add(CheckLine line, int total) {
        lines.add(line);
        TableItem item = new TableItem(table, SWT.NONE);
        String work = line.reference().title().isEmpty() ? line.reference().key() : line.reference().title();
        item.setText(new String[] {work, line.result(), line.details()});
        item.setImage(1, images.create(icon(line.state()).descriptor()));
        describe(NLS.bind(Messages.report_progress, new Object[] {name, lines.size(), total}), Messages.report_stop);
    }

    /** @param failure why it ended before its time; empty when it did not */
    void end(String failure) {
        job = Optional.empty();
        long doubtful = count(CheckLine.State.DOUBTFUL) + count(CheckLine.State.BAD);
        long unknown = count(CheckLine.State.UNKNOWN);
        String sum = NLS.bind(Messages.report_sum, new Object[] {name, lines.size(), doubtful, unknown});
        describe(failure.isEmpty() ? sum : lines.isEmpty() ? failure : sum + " " + failure, Messages.report_back);
    }

    private long count(CheckLine.State state) {
        return lines.stream().filter(line -> line.state() == state).count();
    }

    void cancel() {
        job.ifPresent(ReferenceCheckJob::cancel);
    }

    /** The selected lines as text, all where none is selected. */
    String text() {
        List<CheckLine> wanted = selected().isEmpty() ? lines : selected();
        return wanted.stream().map(CheckLine::text).collect(Collectors.joining(System.lineSeparator()));
    }

    void focus() {
        table.setFocus();
    }

    private List<CheckLine> selected() {
        int[] indices = table.getSelectionIndices();
        return Arrays.stream(indices).filter(index -> index < lines.size()).sorted().mapToObj(lines::get).toList();
    }

    private void act() {
        if (job.isPresent()) {
            cancel();
        } else {
            back.run();
        }
    }

    private void describe(String text, String link) {
        title.setText(text.replace("&", "&&"));
        action.setText("<a>" + link + "</a>");
        page.layout(true, true);
    }

    private static Icon icon(CheckLine.State state) {
        return switch (state) {
            case GOOD -> Icon.STATUS_OK;
            case DOUBTFUL -> Icon.STATUS_PROBLEM;
            case BAD -> Icon.PROBLEM;
            case UNKNOWN -> Icon.STATUS_OFF;
        };
    }
}
