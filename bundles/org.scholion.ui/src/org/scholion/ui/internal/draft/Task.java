package org.scholion.ui.internal.draft;

import org.scholion.ui.ScholionUi;

/** What can be written. */
public enum Task {
    ABSTRACT(ScholionUi.WRITE_ABSTRACT),
    STRUCTURED_ABSTRACT(ScholionUi.WRITE_STRUCTURED_ABSTRACT),
    PAPER(ScholionUi.SUMMARISE_PAPER),
    SECTION(ScholionUi.SUMMARISE_SECTION),
    SELECTION(ScholionUi.SUMMARISE_SELECTION);

    private final String command;

    Task(String command) {
        this.command = command;
    }

    /** That of the command with that id; the first one for others. */
    public static Task of(String command) {
        for (Task task : values()) {
            if (task.command.equals(command)) {
                return task;
            }
        }
        return ABSTRACT;
    }

    boolean isAbstract() {
        return this == ABSTRACT || this == STRUCTURED_ABSTRACT;
    }

    String label() {
        return switch (this) {
            case ABSTRACT -> Messages.task_abstract;
            case STRUCTURED_ABSTRACT -> Messages.task_structured;
            case PAPER -> Messages.task_paper;
            case SECTION -> Messages.task_section;
            case SELECTION -> Messages.task_selection;
        };
    }
}
