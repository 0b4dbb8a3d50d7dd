package org.scholion.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scholion.manuscript.EditProjection;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.SourceUnit;
import org.scholion.text.CancelledException;
import org.scholion.text.Revision;
import org.scholion.text.TextEdit;
import org.scholion.text.TextEdits;

/**
 * A paper that was read again with errors in its source.
 *
 * @param paper as it was published
 * @param manuscript with the errors
 * @param errors those that stand in it as they were wanted, by block
 */
record PlantedPaper(Paper paper, Manuscript manuscript, List<Planted> errors) {

    private static final Revision CHANGED = new Revision(1);

    /** Puts the errors into the source; leaves out those with which another text is read than was wanted. */
    static PlantedPaper of(Paper paper, List<Planted> wanted) throws ManuscriptException, CancelledException {
        List<Planted> possible = possible(paper, wanted);
        return new PlantedPaper(paper, read(paper, possible), possible);
    }

    private static List<Planted> possible(Paper paper, List<Planted> wanted) throws ManuscriptException, CancelledException {
        if (wanted.isEmpty() || isAsWanted(paper, read(paper, wanted), wanted)) {
            return wanted.stream().sorted(Comparator.comparing(Planted::block)).toList();
        }
        if (wanted.size() == 1) {
            return List.of();
        }
        int half = wanted.size() / 2;
        List<Planted> both = new ArrayList<>(possible(paper, wanted.subList(0, half)));
        both.addAll(possible(paper, wanted.subList(half, wanted.size())));
        return both.stream().sorted(Comparator.comparing(Planted::block)).toList();
    }

    private static boolean isAsWanted(Paper paper, Manuscript read, List<Planted> errors) {
        Map<Integer, String> texts = new HashMap<>();
        errors.forEach(error -> texts.put(error.block(), error.after()));
        boolean same = read.blocks().size() == paper.manuscript().blocks().size();
        for (int i = 0; same && i < read.blocks().size(); i++) {
            String text = texts.getOrDefault(i, paper.manuscript().blocks().get(i).prose().text());
            same = read.blocks().get(i).prose().text().equals(text);
        }
        return same;
    }

    private static Manuscript read(Paper paper, List<Planted> errors) throws ManuscriptException, CancelledException {
        Manuscript published = paper.manuscript();
        Map<SourceUnit, List<TextEdit>> edits = new HashMap<>();
        for (Planted error : errors) {
            Optional<List<SourceEdit>> change =
                    EditProjection.project(published.blocks().get(error.block()).prose(), error.edit(), published.notation());
            for (SourceEdit edit : change.orElseThrow()) {
                edits.computeIfAbsent(edit.range().unit(), unit -> new ArrayList<>())
                        .add(new TextEdit(edit.range().range(), edit.replacement()));
            }
        }
        OpenTexts texts = path -> {
            Optional<SourceText> source = published.source(path);
            return source.filter(text -> edits.containsKey(text.unit()))
                    .map(text -> new OpenTexts.OpenText(new TextEdits(edits.get(text.unit())).applyTo(text.text()), CHANGED));
        };
        return paper.with(texts);
    }
}
