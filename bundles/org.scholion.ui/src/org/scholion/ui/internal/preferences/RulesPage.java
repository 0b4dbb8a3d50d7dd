package org.scholion.ui.internal.preferences;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.scholion.assist.RuleDescription;
import org.scholion.jobs.JobFamily;
import org.scholion.jobs.ScholionJob;
import org.scholion.jobs.ScholionSettings;
import org.scholion.jobs.SettingsStore;
import org.scholion.text.CancelToken;
import org.scholion.ui.internal.Accessibles;
import org.scholion.ui.internal.Messages;
import org.scholion.ui.internal.PaperUi;
import org.scholion.ui.internal.editor.FindingText;
import org.scholion.ui.internal.fix.RulePage;
import org.scholion.ui.internal.fix.RuleText;

/** All rules, to be looked up, explained, and switched on and off. */
public final class RulesPage extends PreferencePage implements IWorkbenchPreferencePage {

    private static final int LIST_HEIGHT = 200;

    private final PaperUi ui = PaperUi.ofWorkbench();
    private final SettingsStore store = ui.settings();
    private final List<RuleChoice> choices = new ArrayList<>();
    private List<RuleChoice> shown = List.of();
    private @Nullable Table table;
    private String wanted = "";

    @Override
    public void init(IWorkbench workbench) {
        setDescription(Messages.page_rulesDescription);
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(area);
        Text search = new Text(area, SWT.SINGLE | SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        search.setMessage(Messages.page_rulesSearch);
        Accessibles.name(search, Messages.page_rulesSearch);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(search);
        search.addModifyListener(event -> {
            wanted = search.getText().strip().toLowerCase(Locale.ROOT);
            refill();
        });
        Button explain = new Button(area, SWT.PUSH);
        explain.setText(Messages.page_rulesExplain);
        explain.setEnabled(false);
        Table rules = table(area);
        rules.addListener(SWT.Selection, event -> {
            if (event.detail == SWT.CHECK) {
                ((RuleChoice) event.item.getData()).choose(((TableItem) event.item).getChecked());
            }
            explain.setEnabled(selected().isPresent());
        });
        rules.addListener(SWT.DefaultSelection, event -> explain());
        explain.addListener(SWT.Selection, event -> explain());
        Label hint = new Label(area, SWT.WRAP);
        hint.setText(Messages.page_rulesHint);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(LIST_HEIGHT, SWT.DEFAULT).applyTo(hint);
        table = rules;
        load(rules);
        return area;
    }

    @Override
    protected void performDefaults() {
        choices.forEach(RuleChoice::reset);
        refill();
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        ScholionSettings before = store.current();
        Set<String> off = new HashSet<>(before.rulesOff());
        Set<String> on = new HashSet<>(before.rulesOn());
        choices.forEach(choice -> choice.writeTo(off, on));
        store.store(before.withRules(off, on));
        return true;
    }

    private static Table table(Composite area) {
        Composite holder = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(SWT.DEFAULT, LIST_HEIGHT).applyTo(holder);
        Table table = new Table(holder, SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        Accessibles.name(table, Messages.page_rulesName);
        TableColumnLayout layout = new TableColumnLayout();
        holder.setLayout(layout);
        column(table, layout, Messages.page_ruleTitle, 50);
        column(table, layout, Messages.page_ruleCategory, 20);
        column(table, layout, Messages.page_ruleId, 30);
        return table;
    }

    private static void column(Table table, TableColumnLayout layout, String name, int weight) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(name);
        layout.setColumnData(column, new ColumnWeightData(weight, true));
    }

    /** The rule sets may have to be read: that is done behind the page. */
    private void load(Table rules) {
        ScholionSettings settings = store.current();
        ScholionJob job = new ScholionJob(Messages.page_rulesJob, JobFamily.LOCATE, Job.SHORT) {
            @Override
            protected void work(SubMonitor progress, CancelToken cancel) {
                List<RuleDescription> all = ui.rules().all();
                rules.getDisplay().asyncExec(() -> {
                    if (!rules.isDisposed()) {
                        choices.addAll(RuleChoice.of(all, settings));
                        choices.sort(Comparator.comparing(RuleChoice::title, String.CASE_INSENSITIVE_ORDER));
                        refill();
                    }
                });
            }
        };
        job.schedule();
    }

    private void refill() {
        Table rules = table;
        if (rules == null) {
            return;
        }
        shown = choices.stream().filter(choice -> choice.matches(wanted)).toList();
        rules.setRedraw(false);
        rules.removeAll();
        for (RuleChoice choice : shown) {
            TableItem item = new TableItem(rules, SWT.NONE);
            item.setText(new String[] {
                choice.title(), choice.rule().map(rule -> FindingText.category(rule.category())).orElse(""), choice.id()
            });
            item.setChecked(choice.isOn());
            item.setData(choice);
        }
        rules.setRedraw(true);
    }

    private Optional<RuleDescription> selected() {
        Table rules = table;
        return rules == null || rules.getSelectionIndex() < 0
                ? Optional.empty()
                : shown.get(rules.getSelectionIndex()).rule();
    }

    private void explain() {
        selected().ifPresent(rule -> new RulePage(getShell(), rule.id(), RuleText.of(rule)).open());
    }
}
