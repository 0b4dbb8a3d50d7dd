package org.scholion.assist.language.internal.consistency.sections;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.scholion.assist.language.internal.consistency.BlockText;
import org.scholion.assist.language.internal.consistency.FunctionWords;
import org.scholion.assist.language.internal.consistency.Word;
import org.scholion.text.TextRange;

/** Finds spots of spoken language: contractions, the reader addressed as "you", exclamation marks, questions, phrases of talk. */
final class Informality {

    private static final String CONTRACTION = "contraction";
    /** A question of so many words asks nothing: Why not? */
    private static final int SHORT_QUESTION = 4;
    private static final Set<String> QUESTION_WORDS = Set.of("why", "how", "what", "so", "but", "and", "who", "where", "really");
    private static final Pattern PLAIN_QUESTION = Pattern.compile("\\p{Lu}[\\p{L}, ]*\\?");
    private static final String YOU = "you";
    /** Words before and behind a "you" that means the reader, not somebody in an example. */
    private static final Set<String> BEFORE_YOU = FunctionWords.set("""
            if when as once where whenever before unless until allow allows let lets give gives help helps enable enables tell tells show
            shows""");
    private static final Set<String> BEHIND_YOU = FunctionWords.set("can could may might need want should must will would cannot");
    /** With what they stand for; empty where that cannot be told. */
    private static final Map<String, String> CONTRACTIONS = Tables.read("informal.tsv").stream()
            .filter(line -> line.get(0).equals(CONTRACTION))
            .collect(Collectors.toUnmodifiableMap(line -> line.get(1), line -> line.size() > 2 ? line.get(2) : ""));
    /** Word by word, below their first word. */
    private static final Map<String, List<List<String>>> PHRASES = Tables.read("informal.tsv").stream()
            .filter(line -> !line.get(0).equals(CONTRACTION))
            .map(line -> List.of(line.get(1).split(" ")))
            .collect(Collectors.groupingBy(List::getFirst));

    private final BlockText text;
    private final Quoted quoted;
    private final Set<TextRange> spots = new TreeSet<>(Comparator.comparingInt(TextRange::start));

    private Informality(BlockText text) {
        this.text = text;
        quoted = new Quoted(text.text());
    }

    /** The spots of a block in order. */
    static List<TextRange> spots(BlockText text) {
        Informality informality = new Informality(text);
        informality.readWords();
        informality.readSentences();
        return List.copyOf(informality.spots);
    }

    /** What a contraction stands for, with the capital letter that it has; empty for other spots and where that cannot be told. */
    static Optional<String> inFull(String spot) {
        String full = CONTRACTIONS.getOrDefault(plain(spot), "");
        boolean capital = !full.isEmpty() && Character.isUpperCase(spot.charAt(0));
        String written = capital ? Character.toUpperCase(full.charAt(0)) + full.substring(1) : full;
        return Optional.of(written).filter(text -> !text.isEmpty());
    }

    private static String plain(String text) {
        return text.replace('’', '\'').toLowerCase(Locale.ROOT);
    }

    private void readWords() {
        for (int i = 0; i < text.words().size(); i++) {
            int word = i;
            spotAt(i).filter(spot -> isOurs(spot.start()) && !isMentioned(word)).ifPresent(spots::add);
        }
    }

    private Optional<TextRange> spotAt(int i) {
        Word word = text.words().get(i);
        boolean apostrophe = word.text().indexOf('\'') > 0 || word.text().indexOf('’') > 0;
        boolean contraction = apostrophe && CONTRACTIONS.containsKey(plain(word.text()));
        return contraction || isReader(i) ? Optional.of(word.range()) : phraseAt(i);
    }

    /** Whether the word is spoken about: set in italics, or behind "such as". */
    private boolean isMentioned(int i) {
        boolean suchAs = i > 1 && text.words().get(i - 1).lower().equals("as") && text.words().get(i - 2).lower().equals("such");
        return suchAs || text.isEmphasised(text.words().get(i).start());
    }

    private boolean isReader(int i) {
        boolean you = text.words().get(i).lower().equals(YOU);
        boolean before = you && i > 0 && text.joinsNext(i - 1) && BEFORE_YOU.contains(text.words().get(i - 1).lower());
        boolean behind = you && text.joinsNext(i) && BEHIND_YOU.contains(text.words().get(i + 1).lower());
        return before || behind;
    }

    /** The word before the sign that ends a sentence, when it is a plain one. */
    private Optional<Word> lastWord(TextRange sentence) {
        return text.words().stream()
                .filter(word -> word.end() == sentence.end() - 1 && word.text().length() > 1)
                .filter(word -> word.text().chars().allMatch(Character::isLowerCase))
                .findFirst();
    }

    private boolean isRhetorical(TextRange sentence) {
        List<Word> words = text.words().stream().filter(word -> sentence.contains(word.start())).toList();
        return !words.isEmpty()
                && words.size() <= SHORT_QUESTION
                && QUESTION_WORDS.contains(words.getFirst().lower())
                && PLAIN_QUESTION.matcher(sentence.of(text.text())).matches();
    }

    private Optional<TextRange> phraseAt(int first) {
        for (List<String> phrase : PHRASES.getOrDefault(text.words().get(first).lower(), List.of())) {
            int at = 0;
            while (at < phrase.size() && first + at < text.words().size()
                    && text.words().get(first + at).lower().equals(phrase.get(at)) && (at == 0 || text.joinsNext(first + at - 1))) {
                at++;
            }
            if (at == phrase.size()) {
                return Optional.of(new TextRange(text.words().get(first).start(), text.words().get(first + at - 1).end()));
            }
        }
        return Optional.empty();
    }

    /** Exclamations and questions that ask nothing; not factorials, behind a digit or one letter, nor names with a sign of their own. */
    private void readSentences() {
        for (TextRange sentence : text.sentences()) {
            int last = sentence.end() - 1;
            if (text.at(last) == '!' && isOurs(last)) {
                lastWord(sentence).ifPresent(word -> spots.add(new TextRange(word.start(), last + 1)));
            } else if (text.at(last) == '?' && isOurs(last) && isOurs(sentence.start()) && isRhetorical(sentence)) {
                spots.add(sentence);
            }
        }
    }

    private boolean isOurs(int offset) {
        return text.isOpen(offset) && !quoted.holds(offset) && !isBehindColon(offset);
    }

    /** Examples and instructions stand behind a colon. */
    private boolean isBehindColon(int offset) {
        int i = offset - 1;
        while (i >= 0 && ".?!\n".indexOf(text.at(i)) < 0) {
            if (text.at(i) == ':') {
                return true;
            }
            i--;
        }
        while (i >= 0 && text.at(i) == '\n') {
            i--;
        }
        return i >= 0 && text.at(i) == ':';
    }
}
