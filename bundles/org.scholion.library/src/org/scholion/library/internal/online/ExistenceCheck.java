package org.scholion.library.internal.online;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.library.LibraryException;
import org.scholion.library.Reference;
import org.scholion.library.online.OnlineLibrary;
import org.scholion.library.online.OnlineLibrary.Lookup;
import org.scholion.library.online.OnlineLibrary.TextSearch;
import org.scholion.library.online.OnlineSource;
import org.scholion.library.online.ReferenceCheck;
import org.scholion.library.online.ReferenceCheck.Difference;
import org.scholion.library.online.ReferenceCheck.Match;
import org.scholion.library.online.ReferenceCheck.Part;
import org.scholion.library.online.ReferenceCheck.Verdict;
import org.scholion.library.online.WorkId;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/**
 * Looks for a reference by its numbers; when what they lead to is not the same, or they lead nowhere, by its title. Stops at the first source
 * that has the same. Used once.
 */
final class ExistenceCheck {

    private static final double SAME = 0.85;
    private static final double SIMILAR = 0.6;
    private static final int CANDIDATES = 5;

    private final OnlineLibrary library;
    private final List<LibraryException> failures = new ArrayList<>();
    private @Nullable Match best;
    private Likeness likeness = new Likeness(0, List.of());
    private int answered;

    ExistenceCheck(OnlineLibrary library) {
        this.library = library;
    }

    ReferenceCheck check(Reference reference, CancelToken cancel) throws CancelledException {
        boolean unknownDoi = false;
        for (WorkId id : WorkId.of(reference)) {
            int before = answered;
            boolean found = byNumber(reference, id, cancel);
            unknownDoi |= id.kind() == WorkId.Kind.DOI && !found && answered > before;
            if (likeness.score() >= SAME) {
                break;
            }
        }
        if (likeness.score() < SAME && !reference.title().isBlank()) {
            byTitle(reference, cancel);
        }
        return result(reference, unknownDoi);
    }

    /** @return whether a source knows the number */
    private boolean byNumber(Reference reference, WorkId id, CancelToken cancel) throws CancelledException {
        boolean known = false;
        for (Lookup lookup : library.lookups()) {
            if (!lookup.knows(id.kind())) {
                continue;
            }
            try {
                Optional<Reference> found = lookup.find(id, cancel);
                answered++;
                if (found.isPresent()) {
                    known = true;
                    consider(reference, lookup.source(), found.get());
                    if (likeness.score() >= SAME) {
                        return true;
                    }
                }
            } catch (LibraryException e) {
                failures.add(e);
            }
        }
        return known;
    }

    private void byTitle(Reference reference, CancelToken cancel) throws CancelledException {
        String author = reference.people().isEmpty() ? "" : " " + reference.people().getFirst().family();
        for (TextSearch search : library.searches()) {
            try {
                for (Reference found : search.search(reference.title() + author, CANDIDATES, cancel)) {
                    consider(reference, search.source(), found);
                }
                answered++;
            } catch (LibraryException e) {
                failures.add(e);
            }
            if (likeness.score() >= SAME) {
                return;
            }
        }
    }

    private void consider(Reference reference, OnlineSource source, Reference found) {
        Likeness like = Likeness.of(reference, found);
        if (best == null || like.score() > likeness.score()) {
            best = new Match(source, found);
            likeness = like;
        }
    }

    private ReferenceCheck result(Reference reference, boolean unknownDoi) {
        Match match = best;
        boolean near = match != null && likeness.score() >= SIMILAR;
        List<Difference> differences = new ArrayList<>(near ? likeness.differences() : List.of());
        if (unknownDoi && differences.stream().noneMatch(difference -> difference.part() == Part.DOI)) {
            differences.add(new Difference(Part.DOI, reference.doi(), ""));
        }
        Verdict verdict = answered == 0
                ? Verdict.UNKNOWN
                : likeness.score() >= SAME && !unknownDoi ? Verdict.EXISTS : near ? Verdict.SIMILAR : Verdict.NOT_FOUND;
        Optional<Match> shown = near && match != null ? Optional.of(match) : Optional.empty();
        return new ReferenceCheck(verdict, near ? likeness.score() : 0, shown, differences, failures);
    }
}
