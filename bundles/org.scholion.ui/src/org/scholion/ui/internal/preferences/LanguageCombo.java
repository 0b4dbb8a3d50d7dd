package org.scholion.ui.internal.preferences;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.scholion.ui.internal.Accessibles;

/** A choice of languages, named in the language of the user interface. */
final class LanguageCombo {

    private static final List<String> TAGS = List.of(
            "en-US", "en-GB", "en-AU", "en-CA", "en-NZ", "en-ZA", "de-DE", "de-AT", "de-CH", "fr", "es", "pt-PT", "pt-BR", "zh-CN");

    private final Combo combo;
    private final boolean optional;
    private final List<String> tags = new ArrayList<>(TAGS);

    /**
     * @param label the text of the label before it
     * @param none the name of the first choice, which is no language; empty for no such choice
     */
    LanguageCombo(Composite parent, String label, String none) {
        combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        Accessibles.name(combo, label.replace("&", ""));
        optional = !none.isEmpty();
        if (optional) {
            combo.add(none);
        }
        TAGS.forEach(tag -> combo.add(name(tag)));
    }

    /** The chosen language. */
    Optional<String> tag() {
        int index = combo.getSelectionIndex() - (optional ? 1 : 0);
        return index < 0 ? Optional.empty() : Optional.of(tags.get(index));
    }

    void select(Optional<String> tag) {
        if (tag.isEmpty()) {
            combo.select(optional ? 0 : -1);
            return;
        }
        if (!tags.contains(tag.get())) {
            tags.add(tag.get());
            combo.add(name(tag.get()));
        }
        combo.select(tags.indexOf(tag.get()) + (optional ? 1 : 0));
    }

    private static String name(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName() + "  (" + tag + ")";
    }
}
