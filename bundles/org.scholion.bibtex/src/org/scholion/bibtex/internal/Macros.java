package org.scholion.bibtex.internal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;

/** What {@code @string} defined so far, and the months. */
final class Macros {

    private final Map<String, String> values = new HashMap<>();

    Macros() {
        String[] months = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December"};
        for (String month : months) {
            values.put(month.substring(0, 3).toLowerCase(Locale.ROOT), month);
        }
    }

    void define(String name, String value) {
        values.put(name.toLowerCase(Locale.ROOT), value);
    }

    @Nullable
    String value(String name) {
        return values.get(name.toLowerCase(Locale.ROOT));
    }
}
