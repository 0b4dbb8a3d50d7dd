package org.scholion.library.style;

import org.scholion.library.Reference;
import org.scholion.library.internal.style.CslItemJson;

/** Works as data of the Citation Style Language, which reference managers keep in documents. */
public final class CslData {

    private CslData() {}

    /** An item as one line of JSON, with the key as its id and without its abstract, which no style prints and which may be long. */
    public static String item(Reference reference) {
        return CslItemJson.of(reference.change().abstractText("").build());
    }
}
