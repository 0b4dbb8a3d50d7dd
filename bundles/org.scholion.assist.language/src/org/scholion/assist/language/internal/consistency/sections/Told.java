package org.scholion.assist.language.internal.consistency.sections;

import java.util.List;

/**
 * What a block tells.
 *
 * @param reports in order
 * @param presents how many main clauses stand in the present, reports among them
 */
record Told(List<Report> reports, int presents) {

    static final Told NOTHING = new Told(List.of(), 0);

    Told {
        reports = List.copyOf(reports);
    }
}
