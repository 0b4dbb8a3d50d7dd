package org.scholion.assist.writing.internal.check;

import org.scholion.assist.Category;

/** What is checked of an abstract. */
enum AbstractRule {
    ABSTRACT_NUMBER(Category.CONSISTENCY),
    ABSTRACT_CITATION(Category.STYLE),
    ABSTRACT_LENGTH(Category.STYLE);

    private final Category category;

    AbstractRule(Category category) {
        this.category = category;
    }

    /** What findings and settings call it. */
    String id() {
        return name();
    }

    Category category() {
        return category;
    }
}
