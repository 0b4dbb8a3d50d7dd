package org.scholion.ui.internal.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.scholion.jobs.OnlineAccess;
import org.scholion.library.online.OnlineSettings;
import org.scholion.library.online.OnlineSource;
import org.scholion.library.search.LibraryFilter;
import org.scholion.ui.internal.Accessibles;

/** The field to type into, where it is searched, and what must hold. */
final class SearchBar {

    private final LibraryView view;
    private final Composite bar;
    private final Text text;
    private final Combo places;
    private final Button search;
    private final FilterRow filters;
    private List<OnlineSource> sources = List.of();
    private Optional<OnlineSource> where = Optional.empty();

    SearchBar(Composite parent, LibraryView view) {
        this.view = view;
        bar = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(4, 3).spacing(4, 3).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        text = new Text(bar, SWT.SINGLE | SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        Accessibles.name(text, Messages.bar_search);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(text);
        places = new Combo(bar, SWT.READ_ONLY);
        Accessibles.name(places, Messages.bar_where);
        search = new Button(bar, SWT.PUSH);
        search.setText(Messages.bar_go);
        GridDataFactory.fillDefaults().applyTo(search);
        filters = new FilterRow(bar, view::filterChanged);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).applyTo(filters.control());
        text.addModifyListener(event -> view.typed());
        text.addListener(SWT.DefaultSelection, event -> {
            if (event.detail != SWT.ICON_CANCEL) {
                view.searchNow();
            }
        });
        text.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ARROW_DOWN) {
                view.focusList();
            }
        });
        search.addListener(SWT.Selection, event -> view.searchNow());
        places.addListener(SWT.Selection, event -> chosen());
    }

    void focus() {
        text.setFocus();
    }

    String text() {
        return text.getText();
    }

    /** The online source to search; empty for the library. */
    Optional<OnlineSource> where() {
        return where;
    }

    void show(LibraryFilter filter) {
        filters.show(filter);
    }

    /** Lists the places again: the library, what is switched on, and the way to more. */
    void refresh() {
        OnlineSettings settings = LibraryServices.access().map(OnlineAccess::settings).orElse(OnlineSettings.OFF);
        sources = settings.on().stream()
                .filter(source -> source.capabilities().contains(OnlineSource.Capability.SEARCH))
                .sorted()
                .toList();
        List<String> names = new ArrayList<>(List.of(Messages.bar_library));
        sources.forEach(source -> names.add(source.title()));
        names.add(Messages.bar_more);
        places.setItems(names.toArray(String[]::new));
        boolean gone = where.isPresent() && !sources.contains(where.get());
        if (gone) {
            where = Optional.empty();
        }
        select();
        bar.layout(true, true);
        if (gone) {
            view.placeChanged();
        }
    }

    private void select() {
        places.select(where.map(source -> 1 + sources.indexOf(source)).orElse(0));
        boolean online = where.isPresent();
        text.setMessage(online ? Messages.bar_searchOnline : Messages.bar_search);
        search.setVisible(online);
        ((GridData) search.getLayoutData()).exclude = !online;
        filters.control().setVisible(!online);
        ((GridData) filters.control().getLayoutData()).exclude = online;
        bar.getParent().layout(true, true);
    }

    private void chosen() {
        int index = places.getSelectionIndex();
        if (index == sources.size() + 1) {
            select();
            view.openPage(LibraryView.ONLINE_PAGE);
            return;
        }
        Optional<OnlineSource> wanted = index <= 0 ? Optional.empty() : Optional.of(sources.get(index - 1));
        if (!wanted.equals(where)) {
            where = wanted;
            select();
            view.placeChanged();
        }
    }
}
