package org.scholion.library.internal.style;

import de.undercouch.citeproc.helper.json.StringJsonBuilderFactory;
import org.scholion.library.Reference;

/** Writes references as items of the Citation Style Language. */
public final class CslItemJson {

    private CslItemJson() {}

    /** One line. */
    public static String of(Reference reference) {
        return String.valueOf(CslItems.of(reference, reference.key()).toJson(new StringJsonBuilderFactory().createJsonBuilder()));
    }
}
