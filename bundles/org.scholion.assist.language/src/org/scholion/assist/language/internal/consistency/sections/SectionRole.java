package org.scholion.assist.language.internal.consistency.sections;

/** What a section is for. */
public enum SectionRole {
    /** Tells what was done. */
    METHODS,
    /** Tells what was found. */
    RESULTS,
    /** Argues, introduces, defines: mostly in the present. */
    ARGUMENT,
    /** Neither argument nor report: acknowledgements, notes to the edition, contributions. */
    MATTER
}
