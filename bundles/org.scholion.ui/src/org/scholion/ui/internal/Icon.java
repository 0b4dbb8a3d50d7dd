package org.scholion.ui.internal;

import java.util.Locale;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.scholion.assist.Category;

/** The pictures of this bundle; the name of a constant, in lower case, is that of its file. */
public enum Icon {
    SCHOLION,
    FINDINGS,
    SPELLING,
    GRAMMAR,
    STYLE,
    CONSISTENCY,
    CITATION,
    WORK,
    CITED,
    COPY,
    IMPORT,
    PROBLEM,
    GROUP,
    CHECK,
    NEXT,
    PREVIOUS,
    MOVE_UP,
    MOVE_DOWN,
    GO_TO,
    FIX,
    FIX_ALL,
    IGNORE,
    DICTIONARY,
    RULE_OFF,
    EXPLAIN,
    STATUS_OK,
    STATUS_BUSY,
    STATUS_OFF,
    STATUS_PROBLEM;

    public ImageDescriptor descriptor() {
        String path = "icons/" + name().toLowerCase(Locale.ROOT) + ".svg";
        return ResourceLocator.imageDescriptorFromBundle("org.scholion.ui", path)
                .orElseGet(ImageDescriptor::getMissingImageDescriptor);
    }

    public static Icon of(Category category) {
        return switch (category) {
            case SPELLING -> SPELLING;
            case GRAMMAR -> GRAMMAR;
            case STYLE -> STYLE;
            case CONSISTENCY -> CONSISTENCY;
            case CITATION -> CITATION;
        };
    }
}
