package org.scholion.assist.language.internal.consistency.sections;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.scholion.assist.language.internal.consistency.BlockText;
import org.scholion.assist.language.internal.consistency.Findings;
import org.scholion.assist.language.internal.consistency.Paper;
import org.scholion.assist.language.internal.consistency.PaperRule;
import org.scholion.assist.language.internal.consistency.Rule;
import org.scholion.assist.language.internal.consistency.sections.Report.Tense;

/**
 * Methods and results that are told in the past but for a few verbs in the present: one finding each section. The convention is that
 * what was done and found is told in the past and what holds in the present (Day and Gastel, How to Write and Publish a Scientific
 * Paper). Sections told in the present, as in computer science, are left alone: there a verb in the past is mostly meant.
 */
public final class SectionTenseRule implements PaperRule<Reports> {

    /** A section that tells less in the past has no habit. */
    private static final int HABIT = 6;
    /** There are so many verbs in the past for each in the present. */
    private static final int SLIP_SHARE = 3;
    private static final int MOST_SLIPS = 6;
    private static final int NAMED = 3;
    /** A paragraph with more than so many clauses in the present for each report in the past explains how something works. */
    private static final int PRESENTS_FOR_EACH = 2;

    /** A report and the block where it stands, as a number among the paper's. */
    private record Placed(int block, Report report) {}

    @Override
    public Set<Rule> rules() {
        return Set.of(Rule.SECTION_TENSE);
    }

    @Override
    public Reports facts(BlockText text) {
        return new Reports(text);
    }

    @Override
    public void judge(Paper paper, List<Reports> facts, Findings findings) {
        for (Section section : Sections.of(paper)) {
            if (section.reports()) {
                List<Placed> slips = new ArrayList<>();
                int past = 0;
                int present = 0;
                for (int block : section.blocks()) {
                    Told told = facts.get(block).told();
                    past += count(told, Tense.PAST);
                    present += count(told, Tense.PRESENT);
                    slips(told).forEach(slip -> slips.add(new Placed(block, slip)));
                }
                boolean habit = past >= HABIT && present * SLIP_SHARE <= past && present <= MOST_SLIPS;
                if (habit && !slips.isEmpty()) {
                    report(section, slips, past, paper, findings);
                }
            }
        }
    }

    private static int count(Told told, Tense tense) {
        return (int) told.reports().stream().filter(report -> report.tense() == tense).count();
    }

    /** Those in the present beside one in the past, in a paragraph that tells most in the past. */
    private static List<Report> slips(Told told) {
        List<Report> slips = new ArrayList<>();
        List<Report> reports = told.reports();
        if (told.presents() > PRESENTS_FOR_EACH * count(told, Tense.PAST)) {
            return slips;
        }
        for (int i = 0; i < reports.size(); i++) {
            boolean beside = i > 0 && reports.get(i - 1).tense() == Tense.PAST
                    || i + 1 < reports.size() && reports.get(i + 1).tense() == Tense.PAST;
            if (reports.get(i).tense() == Tense.PRESENT && beside) {
                slips.add(reports.get(i));
            }
        }
        return slips;
    }

    private static void report(Section section, List<Placed> slips, int past, Paper paper, Findings findings) {
        Placed first = slips.getFirst();
        String named = slips.stream().limit(NAMED).map(placed -> placed.report().text()).collect(Collectors.joining(", "));
        String shown = slips.size() > NAMED ? named + ", …" : named;
        List<String> replacements = first.report().inPast().map(List::of).orElse(List.of());
        findings.add(
                Rule.SECTION_TENSE, paper.blocks().get(first.block()), first.report().range(), replacements, section.heading(), past,
                slips.size(), shown);
    }
}
