package org.scholion.library.internal.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.scholion.library.Reference;
import org.scholion.library.edit.DuplicateGroup;
import org.scholion.library.edit.DuplicateGroup.Kind;
import org.scholion.library.edit.DuplicateGroup.Reason;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Compares references that have something in common. */
public final class DuplicateSearch {

    /** In larger blocks only neighbours by title are compared, so that time stays linear. */
    private static final int LARGEST_BLOCK = 40;

    private static final int NEIGHBOURS = 8;

    private final List<ComparedWork> works = new ArrayList<>();
    private final int[] parents;
    private final Map<Integer, Reason> reasons = new HashMap<>();
    private final Map<List<Integer>, Reason> versions =
            new TreeMap<>(Comparator.comparing((List<Integer> pair) -> pair.get(0)).thenComparing(pair -> pair.get(1)));
    private final Set<Long> compared = new HashSet<>();

    public DuplicateSearch(List<Reference> references) {
        for (Reference reference : references) {
            works.add(new ComparedWork(reference));
        }
        parents = new int[works.size()];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = i;
        }
    }

    public List<DuplicateGroup> find(CancelToken cancel) throws CancelledException {
        for (List<Integer> block : blocks().values()) {
            cancel.check();
            if (block.size() > LARGEST_BLOCK) {
                block.sort(Comparator.comparing(i -> String.join(" ", works.get(i).words())));
            }
            for (int i = 0; i < block.size(); i++) {
                int last = block.size() > LARGEST_BLOCK ? Math.min(block.size(), i + NEIGHBOURS) : block.size();
                for (int j = i + 1; j < last; j++) {
                    compare(Math.min(block.get(i), block.get(j)), Math.max(block.get(i), block.get(j)));
                }
            }
        }
        return groups();
    }

    private Map<String, List<Integer>> blocks() {
        Map<String, List<Integer>> blocks = new LinkedHashMap<>();
        for (int i = 0; i < works.size(); i++) {
            for (String key : works.get(i).blocks()) {
                blocks.computeIfAbsent(key, name -> new ArrayList<>(2)).add(i);
            }
        }
        return blocks;
    }

    private void compare(int a, int b) {
        if (!compared.add((long) a << 32 | b)) {
            return;
        }
        ComparedWork.Result result = works.get(a).compare(works.get(b));
        if (result.kind() == ComparedWork.Likeness.SAME) {
            int first = root(a);
            int second = root(b);
            parents[Math.max(first, second)] = Math.min(first, second);
            reasons.putIfAbsent(Math.min(first, second), result.reason());
        } else if (result.kind() == ComparedWork.Likeness.OTHER_VERSION) {
            versions.put(List.of(a, b), result.reason());
        }
    }

    private int root(int i) {
        int at = i;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    private List<DuplicateGroup> groups() {
        Map<Integer, List<Reference>> same = new TreeMap<>();
        Map<Integer, Reason> reason = new HashMap<>();
        for (int i = 0; i < parents.length; i++) {
            same.computeIfAbsent(root(i), key -> new ArrayList<>()).add(works.get(i).reference());
        }
        reasons.forEach((member, why) -> reason.putIfAbsent(root(member), why));
        List<DuplicateGroup> groups = new ArrayList<>();
        same.forEach((root, references) -> {
            if (references.size() > 1) {
                groups.add(group(references, Kind.SAME, reason.getOrDefault(root, Reason.TITLE)));
            }
        });
        // of several copies one stands for all
        Set<List<Integer>> told = new HashSet<>();
        versions.forEach((pair, why) -> {
            List<Integer> roots = List.of(root(pair.get(0)), root(pair.get(1)));
            if (!roots.get(0).equals(roots.get(1)) && told.add(roots)) {
                groups.add(group(List.of(works.get(pair.get(0)).reference(), works.get(pair.get(1)).reference()), Kind.OTHER_VERSION, why));
            }
        });
        return groups;
    }

    private static DuplicateGroup group(List<Reference> references, Kind kind, Reason reason) {
        String message = switch (reason) {
            case DOI -> Messages.duplicate_doi;
            case EPRINT -> Messages.duplicate_eprint;
            case TITLE -> Messages.duplicate_title;
            case PREPRINT_AND_PUBLISHED -> Messages.duplicate_preprint;
            case OTHER_VENUE -> Messages.duplicate_venue;
        };
        return new DuplicateGroup(references, kind, reason, message);
    }
}
