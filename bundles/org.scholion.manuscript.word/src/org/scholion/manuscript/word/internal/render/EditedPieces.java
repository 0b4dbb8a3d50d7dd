package org.scholion.manuscript.word.internal.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.scholion.manuscript.NewCitation;
import org.scholion.manuscript.rendition.Rendition;
import org.scholion.manuscript.word.internal.read.Piece;

/**
 * Pieces of a paragraph after its letters were edited: what stands between two letters of it that cannot be changed stays in its order.
 * Used for one paragraph.
 */
final class EditedPieces {

    private final List<Piece> before;
    private final String text;
    private final Map<Character, NewCitation> citations;
    private final List<Piece> pieces = new ArrayList<>();

    private EditedPieces(List<Piece> before, String text, Map<Character, NewCitation> citations) {
        this.before = before;
        this.text = text;
        this.citations = citations;
    }

    /**
     * @param before of the paragraph
     * @param text of its line now
     * @param citations that letters stand for
     * @return pieces whose texts together are as long as {@code text}
     */
    static List<Piece> of(List<Piece> before, String text, Map<Character, NewCitation> citations) {
        EditedPieces edited = new EditedPieces(before, text, citations);
        edited.build();
        return edited.pieces;
    }

    private void build() {
        int at = 0;
        int first = 0;
        for (int i = 0; i < before.size(); i++) {
            Piece piece = before.get(i);
            if (piece instanceof Piece.Letters) {
                continue;
            }
            int found = find(piece, first, i, at);
            if (found < 0) {
                // nobody can take it away in the editor; were it gone, the letters around it are one stretch
                continue;
            }
            letters(first, i, text.substring(at, found));
            pieces.add(piece);
            at = found + piece.text().length();
            first = i + 1;
        }
        letters(first, before.size(), text.substring(at));
    }

    /** Where a piece stands now: behind letters that were not changed where it was, else at the next place that looks like it. */
    private int find(Piece piece, int first, int index, int at) {
        String wanted = shown(piece);
        int expected = at;
        for (Piece letters : before.subList(first, index)) {
            expected += letters.text().length();
        }
        return text.startsWith(wanted, expected) && unchanged(first, index, at) ? expected : text.indexOf(wanted, at);
    }

    private boolean unchanged(int first, int end, int at) {
        int offset = at;
        for (Piece piece : before.subList(first, end)) {
            if (!text.startsWith(piece.text(), offset)) {
                return false;
            }
            offset += piece.text().length();
        }
        return true;
    }

    /** The letters between two pieces that stay: those that are the same at both ends look as before. */
    private void letters(int first, int end, String now) {
        List<Piece> old = before.subList(first, end).stream().filter(Piece.Letters.class::isInstance).toList();
        StringBuilder joined = new StringBuilder();
        old.forEach(piece -> joined.append(piece.text()));
        int limit = Math.min(joined.length(), now.length());
        int head = 0;
        while (head < limit && joined.charAt(head) == now.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < limit - head && joined.charAt(joined.length() - 1 - tail) == now.charAt(now.length() - 1 - tail)) {
            tail++;
        }
        cut(old, 0, head);
        String fresh = now.substring(head, now.length() - tail);
        if (!fresh.isEmpty()) {
            fresh(fresh, lookAt(old, head));
        }
        cut(old, joined.length() - tail, joined.length());
    }

    /** Some of what was written may stand for citations. */
    private void fresh(String letters, Piece.Look look) {
        int done = 0;
        for (int i = 0; i < letters.length(); i++) {
            NewCitation citation = citations.get(letters.charAt(i));
            if (citation != null) {
                addLetters(letters.substring(done, i), look);
                pieces.add(Piece.Thing.of(citation, look));
                done = i + 1;
            }
        }
        addLetters(letters.substring(done), look);
    }

    private void addLetters(String letters, Piece.Look look) {
        if (!letters.isEmpty()) {
            pieces.add(new Piece.Letters(letters, look, null));
        }
    }

    private void cut(List<Piece> old, int from, int to) {
        int offset = 0;
        for (Piece piece : old) {
            int start = Math.max(from, offset);
            int end = Math.min(to, offset + piece.text().length());
            if (start < end) {
                pieces.add(new Piece.Letters(piece.text().substring(start - offset, end - offset), piece.look(), null));
            }
            offset += piece.text().length();
        }
    }

    /** New letters look like the one before them, else like the one behind. */
    private Piece.Look lookAt(List<Piece> old, int place) {
        int offset = 0;
        for (Piece piece : old) {
            offset += piece.text().length();
            if (offset >= place) {
                return piece.look();
            }
        }
        return before.isEmpty() ? new Piece.Look("", false, false, false) : before.getLast().look();
    }

    private static String shown(Piece piece) {
        return piece.text().replace('\n', Rendition.LINE_BREAK).replace('\f', Rendition.LINE_BREAK);
    }
}
