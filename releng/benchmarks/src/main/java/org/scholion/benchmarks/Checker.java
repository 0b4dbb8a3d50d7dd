package org.scholion.benchmarks;

import org.scholion.manuscript.Manuscript;

/** Something that checks whole papers. */
interface Checker {

    /** How many alarms it raises. */
    int check(Manuscript paper) throws Exception;
}
