package org.scholion.evaluation.citation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** How well a ranking finds the right works: recall at 10 and the mean reciprocal rank, over all citations and as the mean over papers. */
final class Scores {

    private static final int DEPTH = 10;

    private record Case(Task task, double recall, double reciprocal) {}

    private final List<Case> cases = new ArrayList<>();

    /**
     * Counts a citation.
     *
     * @param gold the right keys
     * @param ranked the keys found, best first
     */
    void add(Task task, Set<String> gold, List<String> ranked) {
        int found = 0;
        double reciprocal = 0;
        for (int i = 0; i < ranked.size(); i++) {
            if (gold.contains(ranked.get(i))) {
                found += i < DEPTH ? 1 : 0;
                reciprocal = reciprocal == 0 ? 1.0 / (i + 1) : reciprocal;
            }
        }
        cases.add(new Case(task, (double) found / gold.size(), reciprocal));
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("all", of(any -> true));
        json.put("english", of(task -> task.language().equals("en")));
        json.put("otherLanguages", of(task -> !task.language().equals("en")));
        json.put("first", of(task -> !task.citesAgain()));
        json.put("again", of(Task::citesAgain));
        json.put("authorNamed", of(Task::authorNamed));
        Map<String, List<Case>> papers = new LinkedHashMap<>();
        cases.forEach(one -> papers.computeIfAbsent(one.task().paper(), any -> new ArrayList<>()).add(one));
        Map<String, Object> mean = new LinkedHashMap<>();
        mean.put("papers", papers.size());
        mean.put("recallAt10", papers.values().stream().mapToDouble(Scores::recall).average().orElse(0));
        mean.put("mrr", papers.values().stream().mapToDouble(Scores::reciprocal).average().orElse(0));
        json.put("meanOverPapers", mean);
        return json;
    }

    /** By paper. */
    Map<String, Object> papers() {
        Map<String, Object> json = new LinkedHashMap<>();
        cases.stream().map(one -> one.task().paper()).distinct().forEach(paper -> json.put(paper, of(task -> task.paper().equals(paper))));
        return json;
    }

    private Map<String, Object> of(Predicate<Task> wanted) {
        List<Case> chosen = cases.stream().filter(one -> wanted.test(one.task())).toList();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("citations", chosen.size());
        json.put("recallAt10", recall(chosen));
        json.put("mrr", reciprocal(chosen));
        return json;
    }

    private static double recall(List<Case> cases) {
        return cases.stream().mapToDouble(Case::recall).average().orElse(0);
    }

    private static double reciprocal(List<Case> cases) {
        return cases.stream().mapToDouble(Case::reciprocal).average().orElse(0);
    }
}
