package org.scholion.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Waits for what is found in a paragraph after the key that made an error in it, in papers that are known but for that paragraph. The
 * pause that the editor waits for, reading the project again and drawing are not in it; {@code releng/benchmarks} measures those.
 */
final class Keystrokes {

    private static final int ERRORS = 300;
    private static final int WARM_UP = 20;
    private static final long SEED = 4;
    private static final double NANOS_IN_MILLI = 1e6;

    private final Checks checks;

    Keystrokes(Checks checks) {
        this.checks = checks;
    }

    /** Milliseconds until the findings of the paragraph were there: how many keys, median, 95th percentile, longest. */
    Map<String, Object> measure(List<PlantedPaper> papers) throws Exception {
        List<Long> nanos = new ArrayList<>();
        for (PlantedPaper paper : papers) {
            checks.check(paper.paper().manuscript());
            for (Planted error : drawn(paper.errors(), Math.ceilDiv(ERRORS + WARM_UP, papers.size()))) {
                nanos.add(press(paper.paper(), error));
            }
        }
        long[] sorted = nanos.stream().skip(WARM_UP).mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("keys", sorted.length);
        if (sorted.length > 0) {
            json.put("p50Millis", at(sorted, 0.5));
            json.put("p95Millis", at(sorted, 0.95));
            json.put("maxMillis", at(sorted, 1));
        }
        return json;
    }

    private long press(Paper paper, Planted error) throws Exception {
        PlantedPaper changed = PlantedPaper.of(paper, List.of(error));
        long start = System.nanoTime();
        return checks.checkFirst(changed.manuscript(), error.block()) - start;
    }

    private static List<Planted> drawn(List<Planted> errors, int count) {
        List<Planted> shuffled = new ArrayList<>(errors);
        Collections.shuffle(shuffled, new Random(SEED));
        return shuffled.subList(0, Math.min(count, shuffled.size()));
    }

    private static double at(long[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / NANOS_IN_MILLI;
    }
}
