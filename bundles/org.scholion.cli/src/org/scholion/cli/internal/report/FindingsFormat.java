package org.scholion.cli.internal.report;

/** Writes what a check found. */
@FunctionalInterface
public interface FindingsFormat {

    /** The whole document, with a line end behind it. */
    String format(Report report);
}
