package org.scholion.ui.internal.view;

import org.scholion.ui.internal.Messages;

/** How the view puts findings together. */
enum Grouping {
    CATEGORY,
    RULE,
    FILE,
    SECTION,
    NONE;

    String label() {
        return switch (this) {
            case CATEGORY -> Messages.group_category;
            case RULE -> Messages.group_rule;
            case FILE -> Messages.group_file;
            case SECTION -> Messages.group_section;
            case NONE -> Messages.group_none;
        };
    }
}
