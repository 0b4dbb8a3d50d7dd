package org.scholion.assist.language.internal.consistency.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.assist.language.internal.consistency.BlockText;
import org.scholion.assist.language.internal.consistency.Findings;
import org.scholion.assist.language.internal.consistency.Paper;
import org.scholion.assist.language.internal.consistency.PaperBlock;
import org.scholion.assist.language.internal.consistency.PaperRule;
import org.scholion.assist.language.internal.consistency.Rule;
import org.scholion.text.TextRange;

/** Units and the per cent sign behind their number: with a space here and without it there. */
public final class UnitRule implements PaperRule<UnitRule.Facts> {

    /** Units that nothing else is written like; "10m" may be ten million, "3D" three dimensions. */
    private static final Pattern QUANTITY = Pattern.compile(
            "(?<![\\p{L}\\p{N}.,_/-])(\\d+(?:[.,]\\d+)*)([ \\u00A0\\u2009\\u202F]?)"
                    + "(kg|mg|µg|μg|ng|km|cm|mm|µm|μm|nm|pm|ms|µs|μs|ns|ps|fs|Hz|kHz|MHz|GHz|THz|kW|MW|GW|TW|kWh|MWh|GWh|TWh|kJ|MJ|eV|keV|MeV|GeV|TeV"
                    + "|mV|kV|mA|kPa|MPa|GPa|hPa|mbar|mL|ml|µL|μL|µl|mM|µM|μM|nM|mmol|µmol|nmol|mol|dB|kB|KB|MB|GB|TB|PB|KiB|MiB|GiB|TiB|kbp|Mbp"
                    + "|kpc|Mpc|Gpc|pc|AU|°C|ppm|rpm|fps)(?![\\p{L}\\p{N}_/-])");
    private static final Pattern PERCENT = Pattern.compile("(?<![\\p{L}\\p{N}.,_/-])(\\d+(?:[.,]\\d+)*)([ \\u00A0\\u2009\\u202F]?)%(?![\\p{L}\\p{N}])");

    /** Quantities with and without a space. */
    public record Facts(List<TextRange> spacedUnits, List<TextRange> tightUnits, List<TextRange> spacedPercents, List<TextRange> tightPercents) {
        public Facts {
            spacedUnits = List.copyOf(spacedUnits);
            tightUnits = List.copyOf(tightUnits);
            spacedPercents = List.copyOf(spacedPercents);
            tightPercents = List.copyOf(tightPercents);
        }
    }

    @Override
    public Set<Rule> rules() {
        return Set.of(Rule.UNIT_SPACING, Rule.PERCENT_SPACING);
    }

    @Override
    public Facts facts(BlockText text) {
        List<TextRange> spacedUnits = new ArrayList<>();
        List<TextRange> tightUnits = new ArrayList<>();
        List<TextRange> spacedPercents = new ArrayList<>();
        List<TextRange> tightPercents = new ArrayList<>();
        if (text.kind().holdsSentences()) {
            collect(QUANTITY, text, spacedUnits, tightUnits);
            collect(PERCENT, text, spacedPercents, tightPercents);
        }
        return new Facts(spacedUnits, tightUnits, spacedPercents, tightPercents);
    }

    private static void collect(Pattern pattern, BlockText text, List<TextRange> spaced, List<TextRange> tight) {
        Matcher matcher = pattern.matcher(text.text());
        while (matcher.find()) {
            if (text.isOpen(matcher.start())) {
                (matcher.group(2).isEmpty() ? tight : spaced).add(new TextRange(matcher.start(), matcher.end()));
            }
        }
    }

    @Override
    public void judge(Paper paper, List<Facts> facts, Findings findings) {
        int spacedUnits = 0;
        int tightUnits = 0;
        int spacedPercents = 0;
        int tightPercents = 0;
        for (Facts ofBlock : facts) {
            spacedUnits += ofBlock.spacedUnits().size();
            tightUnits += ofBlock.tightUnits().size();
            spacedPercents += ofBlock.spacedPercents().size();
            tightPercents += ofBlock.tightPercents().size();
        }
        boolean spaceBeforePercent = spacedPercents > tightPercents;
        boolean units = spacedUnits > 0 && tightUnits > 0 && tightUnits <= 2 * spacedUnits;
        boolean percents = spacedPercents > 0 && tightPercents > 0;
        for (int i = 0; i < facts.size(); i++) {
            Facts ofBlock = facts.get(i);
            PaperBlock block = paper.blocks().get(i);
            if (units) {
                // the international system of units wants a space, whatever the habit
                report(Rule.UNIT_SPACING, block, ofBlock.tightUnits(), true, findings);
            }
            if (percents) {
                report(
                        Rule.PERCENT_SPACING, block, spaceBeforePercent ? ofBlock.tightPercents() : ofBlock.spacedPercents(),
                        spaceBeforePercent, findings);
            }
        }
    }

    private static void report(Rule rule, PaperBlock block, List<TextRange> wrong, boolean space, Findings findings) {
        for (TextRange range : wrong) {
            String written = range.of(block.text().text());
            int unit = written.length();
            while (unit > 0 && !Character.isDigit(written.charAt(unit - 1))) {
                unit--;
            }
            String number = written.substring(0, unit);
            String replacement = number + (space ? "\u00A0" : "") + written.substring(unit).strip().replace("\u00A0", "");
            findings.add(rule, block, range, List.of(replacement), written, replacement);
        }
    }
}
