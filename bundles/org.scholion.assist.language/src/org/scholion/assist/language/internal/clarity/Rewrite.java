package org.scholion.assist.language.internal.clarity;

import java.util.Optional;
import org.scholion.assist.language.internal.consistency.BlockText;
import org.scholion.manuscript.Prose;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/** Puts words in the place of others so that capital letter, spaces, commas and an article before them are right again. */
final class Rewrite {

    private Rewrite() {}

    /** The edit of the block; none where it would begin a sentence with a formula, or the article cannot be known. */
    static Optional<TextEdit> of(Sentence sentence, TextRange words, String replacement) {
        String text = sentence.block().text();
        boolean capital = Character.isUpperCase(text.charAt(words.start()))
                && text.substring(sentence.range().start(), words.start()).chars().noneMatch(Character::isLetterOrDigit);
        if (!replacement.isEmpty()) {
            return withArticle(text, new TextEdit(words, capital ? capitalised(replacement) : replacement));
        }
        return capital ? beginning(sentence, words) : withArticle(text, without(text, words));
    }

    static String capitalised(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The sentence begins with the next word. */
    private static Optional<TextEdit> beginning(Sentence sentence, TextRange words) {
        String text = sentence.block().text();
        int next = words.end();
        if (next < text.length() && text.charAt(next) == ',') {
            next++;
        }
        if (next >= text.length() || !BlockText.isSpace(text.charAt(next)) || next + 1 >= sentence.range().end()) {
            return Optional.empty();
        }
        next++;
        char first = text.charAt(next);
        if (first == Prose.PLACEHOLDER || !Character.isLetter(first)) {
            return Optional.empty();
        }
        int end = next;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return Optional.of(new TextEdit(new TextRange(words.start(), end), capitalised(text.substring(next, end))));
    }

    private static TextEdit without(String text, TextRange words) {
        int start = words.start();
        int end = words.end();
        if (!Character.isLetterOrDigit(text.charAt(start))) {
            // the mark or space before the words goes with them
            return new TextEdit(words, "");
        }
        boolean spaceBefore = start > 0 && BlockText.isSpace(text.charAt(start - 1));
        boolean commaBefore = spaceBefore && start > 1 && text.charAt(start - 2) == ',';
        if (commaBefore && end < text.length() && text.charAt(end) == ',') {
            return new TextEdit(new TextRange(start - 2, end + 1), "");
        }
        if (end < text.length() && BlockText.isSpace(text.charAt(end))) {
            return new TextEdit(new TextRange(start, end + 1), "");
        }
        return new TextEdit(new TextRange(spaceBefore ? start - 1 : start, end), "");
    }

    private static Optional<TextEdit> withArticle(String text, TextEdit edit) {
        int space = edit.range().start() - 1;
        int start = space;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        String article = space < 0 || !BlockText.isSpace(text.charAt(space)) ? "" : text.substring(start, space);
        if (!article.equalsIgnoreCase("a") && !article.equalsIgnoreCase("an")) {
            return Optional.of(edit);
        }
        String next = (edit.replacement() + text.substring(edit.range().end())).split("[^\\p{L}\\d]", 2)[0];
        Optional<String> right = English.article(next);
        if (right.isEmpty() || right.get().equalsIgnoreCase(article)) {
            return right.map(same -> edit);
        }
        String written = Character.isUpperCase(article.charAt(0)) ? capitalised(right.get()) : right.get();
        String between = text.substring(space, edit.range().start());
        return Optional.of(new TextEdit(
                new TextRange(start, edit.range().end()), written + between + edit.replacement()));
    }
}
